package actor

import (
	_ "embed"

	"github.com/dateline-go/dateline/internal/packed"
)

// TableVersion is the version of the layout of the tables.
const TableVersion = 1

//go:embed words.bin
var wordsData string

//go:embed given.bin
var givenData string

//go:embed nations.bin
var nationsData string

//go:embed holders.bin
var holdersData string

//go:embed ids.bin
var idsData string

// open is a table; one that is corrupt reads as empty.
func open(data string) packed.Table {
	t, err := packed.Open(data, TableVersion)
	if err != nil {
		return packed.Table{}
	}
	return t
}

// Class is a set of what a word or phrase can be.
type Class uint32

const (
	ClassTitle   Class = 1 << iota // "Mr.", "Sen.": stands before a name
	ClassRole                      // a person's job, station or deed: "farmer", "protester"
	ClassOffice                    // a role that a body gives: "foreign minister"
	ClassKin                       // "wife", "friend": a role towards a person
	ClassGroup                     // people by the number: "residents"
	ClassOrg                       // a body: "ministry"
	ClassCompany                   // a business: "carmaker"
	ClassMedia                     // "newspaper", "Reuters"
	ClassArmed                     // "militia", "troops", "Hamas"
	ClassMod                       // changes how a role holds
	ClassFormer
	ClassActing
	ClassElect
	ClassWould
	ClassOrgWord // marks the name of a body: "Inc", "Ministry"
	ClassSeat    // a seat that stands for its government: "Kremlin"
	ClassBloc    // a union of states: "EU"
	ClassProper  // only as a name, with a capital
	ClassStop    // begins sentences, never a name
	ClassMasc
	ClassFem
	ClassPlural
	ClassNation // "country": a state by a common noun
	ClassPrefix // a longer phrase begins with this word
)

// NationKind is a set of what a word can be to a country.
type NationKind uint8

const (
	NationName    NationKind = 1 << iota // "France"
	NationAdj                            // "French"
	NationPerson                         // "Frenchman"
	NationPeople                         // "Russians"
	NationCapital                        // "Paris"
	NationPrefix                         // a longer entry begins with this word
)

func classOf(v string) (Class, string) {
	if len(v) < 4 {
		return 0, ""
	}
	return Class(packed.U32(v, 0)), v[4:]
}

// GivenName is the gender of a given name: Masc, Fem, or 0 when it is unknown
// or both. The name is folded first. The second result tells whether it is known.
func GivenName(name string) (Gender, bool) {
	switch v, _ := open(givenData).Find(Fold(name)); v {
	case "m":
		return Masc, true
	case "f":
		return Fem, true
	case "b":
		return 0, true
	}
	return 0, false
}
