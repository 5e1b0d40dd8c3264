// Package actor finds who an article speaks of: persons, organisations,
// states, armed groups, companies, media, groups of people, and actors known
// by their role alone, each with its titles, roles and affiliation as they
// stand in the text. Package coref joins the mentions that are one actor.
package actor

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// Kind is what an actor is.
type Kind uint8

const (
	Person       Kind = iota + 1 // a named human being
	Organisation                 // ministry, party, agency, church, team, union of states
	State                        // a country or its government, also by its capital or seat
	ArmedGroup                   // "Hamas", "the rebels", "Russian forces"
	Company                      // "Boeing Co.", "the carmaker"
	Media                        // "Reuters", "the newspaper"
	Group                        // people by the number: "residents", "European leaders"
	RoleOnly                     // one human being, known by a role alone: "the Russian leader"
)

var kindNames = [...]string{"", "person", "organisation", "state", "armed group", "company", "media", "group", "role"}

// String is the kind in words.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return ""
}

// Form is how a mention refers.
type Form uint8

const (
	Name    Form = iota + 1 // by a proper name
	Nominal                 // by a description
	Pronoun                 // by a pronoun
)

var formNames = [...]string{"", "name", "nominal", "pronoun"}

// String is the form in words.
func (f Form) String() string {
	if int(f) < len(formNames) {
		return formNames[f]
	}
	return ""
}

// Gender is the grammatical gender that pronouns for an actor take.
type Gender uint8

const (
	Masc Gender = iota + 1 // he
	Fem                    // she
	Neut                   // it
)

// Number is the grammatical number of a mention.
type Number uint8

const (
	Sing Number = iota + 1
	Plur
)

// Standing says how a role holds: "former", "acting", "-elect".
type Standing uint8

const (
	Current Standing = iota
	Former           // former, ex-, late, then, outgoing is Current
	Acting           // acting, interim, caretaker
	Elect            // -elect, -designate, incoming, nominee
	Would            // candidate for the office
)

// Role is one office, job or station that the text gives to an actor.
type Role struct {
	Span     token.Span // "U.S. special envoy", "the EU's foreign policy chief"
	Text     string     // the office alone, lower-case, as written: "special envoy"
	Office   string     // canonical office, or empty: "president", "prime minister", "foreign minister", "spokesperson"
	Of       token.Span // country, body or place that the office belongs to: "U.S.", "White House"; empty if none
	Country  string     // ISO 3166-1 alpha-2 code of it, "EU", "UN", "NATO", or empty
	Party    string     // party letter or name in brackets: "R", "D", "Labour"
	Standing Standing
}

// Mention is one place where the text speaks of an actor.
type Mention struct {
	Span        token.Span // the name alone, or the whole of a descriptive phrase
	Full        token.Span // with the titles and roles that touch it
	First, Last int32      // tokens of Span, half-open
	Head        int32      // head token: last word of a name, head noun of a phrase
	Kind        Kind
	Form        Form
	Name        string       // Span's text without article, possessive and line breaks
	Titles      []token.Span // "Mr.", "Sen.", "Gen."
	Roles       []Role
	Affil       token.Span // organisation or country that it belongs to, as written; empty if none
	Country     string     // ISO 3166-1 alpha-2 code of its country, "EU", "UN", or empty
	Gender      Gender
	Number      Number
	Count       int32  // "about 300 protesters": 300; 0 if the text gives none
	Definite    bool   // "the", "this", a possessive: refers back or to what is known
	Metonym     bool   // a capital that stands for its state
	Predicate   bool   // said of a subject: "Anna Lowell is a farmer"
	Government  bool   // a state by the noun for its government: "the Russian government"
	Rule        string // what found it
	Score       uint8  // how sure, in percent
	IDs         []ID   // by which a list knows the actor; of one scheme one
}

// Place is what the place room knows of a span.
type Place struct {
	token.Span
	Country string // ISO 3166-1 alpha-2 code, or empty
	State   bool   // the span names a whole country
}

// Options are what Find may know beside the text.
type Options struct {
	Published when.Point // the zero Point: unknown
	Places    []Place    // by start
	Known     *Knowledge // the user's own actors, which win over everything else; nil for none
}
