package name

import (
	_ "embed"

	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/token"
)

// Class is a set of what a word or a phrase is known as.
type Class uint32

// The classes. A phrase may be in several: "Washington" is a city, a division,
// a first name and a surname.
const (
	FirstName Class = 1 << iota
	Surname
	FullName // of an office holder
	Country
	Demonym // nationality, religion, party's adherents
	CityLarge
	CityMid
	CitySmall
	Division // first-order administrative division
	Region   // continent, sea, mountains, part of the world
	GeoWord  // River, Mount, Province
	Org      // institution, union of states, party, armed group
	Acronym  // UN, NATO
	Company
	CorpSuffix // Inc, Ltd
	OrgWord    // Ministry, University, Bank
	Team       // sports club
	Media      // newspaper, agency, broadcaster
	Title      // Mr, President, Gen.
	Role       // spokesman, striker
	Calendar   // month, weekday
	Common     // seen in lower case in running text
	MiscWord   // Cup, Prize, Treaty
	Misc       // event, work, product
	SpeechVerb
	SportWord
	Prefix // proper prefix of a longer phrase
	Hamlet // known to the gazetteer alone: never in the table
)

const (
	placeClasses = Country | CityLarge | CityMid | CitySmall | Division | Region
	orgClasses   = Org | Acronym | Company | Team | Media
	spanClasses  = placeClasses | orgClasses | FullName | Demonym | Misc | Hamlet
)

// tableData is, little-endian: uint16 number of masks, the masks as uint32,
// buckets+1 uint32 first entries, then the entries: uint32 each, 20 bits of
// hash above the 12-bit number of the entry's mask. It holds no strings: about
// one unknown phrase in 200,000 is taken for a known one.
//
//go:embed table.bin
var tableData string

// TableBuckets is the number of bits of hash that choose a bucket of the table.
const TableBuckets = 14

// lookup is the classes of the phrase with hash h.
func lookup(h uint64) Class { return lookupIn(tableData, h) }

// classOf is the classes of the token's form, which is looked up once for all
// tokens that share it.
func classOf(t *token.Token) Class {
	const asked = 1 << 31
	if t.Known == 0 {
		t.Known = uint32(lookup(HashWord(t.Lower))) | asked
	}
	return Class(t.Known &^ asked)
}

func lookupIn(data string, h uint64) Class {
	if len(data) < 2 {
		return 0
	}
	n := int(data[0]) | int(data[1])<<8
	index := 2 + 4*n
	entries := index + 4*(1<<TableBuckets+1)
	k := uint32(h >> 32)
	b := int(k >> (32 - TableBuckets))
	lo, hi := int(packed.U32(data, index+4*b)), int(packed.U32(data, index+4*b+4))
	want := uint32(h>>12) & (1<<20 - 1)
	for i := lo; i < hi; i++ {
		if e := packed.U32(data, entries+4*i); e>>12 == want {
			return Class(packed.U32(data, 2+4*int(e&0xfff)))
		}
	}
	return 0
}

const (
	hashSeed = 14695981039346656037
	hashMul  = 0x9E3779B97F4A7C15
)

// HashWord is the hash of a word in lower case.
func HashWord(s string) uint64 {
	h := uint64(hashSeed)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	h = (h ^ h>>29) * hashMul
	return h ^ h>>32
}

// HashNext is the hash of a phrase with hash h and one more word.
func HashNext(h, word uint64) uint64 {
	h = (h ^ word>>7 ^ 0x51) * hashMul
	h ^= h >> 31
	h = (h + word) * hashMul
	return h ^ h>>32
}
