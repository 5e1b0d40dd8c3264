package name

import (
	"github.com/dateline-go/dateline/internal/cluster"
)

// Letter cases of a word.
const (
	caseNone  = iota // no letter
	caseLower        // first letter small
	caseInit         // First letter capital only
	caseUpper        // ALL capitals, two or more
	caseOne          // one capital letter
	caseMixed        // McDonald, eBay, iPhone
	caseDots         // U.S., J.P.
	caseDigit        // digits with letters or not
)

// noCluster stands for a word without a cluster.
const noCluster = 0x1fff

// atom is what the features of a word are made of.
type atom struct {
	hash    uint64 // of the lower-case form, digits as 0
	pre     uint64 // of the first three bytes
	suf     uint64 // of the last three bytes
	suf2    uint64
	shape   uint32 // hash of the shape, runs shortened
	class   Class  // of the word
	span    Class  // of the phrase that the word is in
	run     int32  // index of the run of capitalised words that holds it, or -1
	cluster uint16
	place   uint8 // in that phrase: 1 + BILU place, or 0
	kase    uint8
	tag     uint8 // XPOS, or 0
	cand    bool  // may be in a name
}

// run is a stretch of capitalised words with the words that join names
// between them.
type run struct {
	first, last int32 // half-open
	class       Class // of any of its words
	span        Class // of any phrase in it
}

// capital reports whether the letter case is one that names have.
func capital(k uint8) bool { return k >= caseInit && k <= caseDots }

// scan fills the parts of an atom that its surface gives.
func (a *atom) scan(word, lower string) {
	up, low, digit, other, dots := 0, 0, 0, 0, 0
	firstUp := false
	shape := uint32(2166136261)
	last := byte(0)
	rep := 0
	for i := 0; i < len(word); i++ {
		c := word[i]
		var k byte
		switch {
		case c >= 'a' && c <= 'z':
			low++
			k = 'a'
		case c >= 'A' && c <= 'Z':
			if up+low == 0 {
				firstUp = true
			}
			up++
			k = 'A'
		case c >= '0' && c <= '9':
			digit++
			k = '0'
		case c >= 0xC3 && c < 0xE0:
			// A letter of two bytes: capital when the lower-case form differs.
			if i < len(lower) && i+1 < len(lower) && i+1 < len(word) && (lower[i] != c || lower[i+1] != word[i+1]) {
				if up+low == 0 {
					firstUp = true
				}
				up++
				k = 'A'
			} else {
				low++
				k = 'a'
			}
			i++
		case c >= 0x80:
			continue
		case c == '.':
			dots++
			k = '.'
		default:
			other++
			k = c
		}
		if k == last {
			rep++
		} else {
			rep = 0
		}
		if rep < 2 {
			shape = (shape ^ uint32(k)) * 16777619
		}
		last = k
	}
	a.shape = shape
	switch {
	case digit > 0:
		a.kase = caseDigit
		if up > 0 && (low == 0 || firstUp) {
			a.kase = caseMixed
		}
	case up+low == 0:
		a.kase = caseNone
	case dots > 0 && up > 0 && low == 0:
		a.kase = caseDots
	case low == 0 && up == 1:
		a.kase = caseOne
	case low == 0:
		a.kase = caseUpper
	case firstUp && up == 1:
		a.kase = caseInit
	case up > 0:
		a.kase = caseMixed
	default:
		a.kase = caseLower
	}
	h := uint64(hashSeed)
	for i := 0; i < len(lower); i++ {
		c := lower[i]
		if c >= '0' && c <= '9' {
			c = '0'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	h = (h ^ h>>29) * hashMul
	a.hash = h ^ h>>32
	n := len(lower)
	a.pre = HashWord(lower[:min(3, n)])
	a.suf = HashWord(lower[max(0, n-3):])
	a.suf2 = HashWord(lower[max(0, n-2):])
	a.cluster = noCluster
	if c, ok := cluster.Of(lower); ok {
		a.cluster = uint16(c)
	}
}

// joins reports whether a small word may stand inside a name.
func joins(lower string) bool {
	switch lower {
	case "of", "the", "and", "&", "for", "de", "la", "le", "el", "al", "van", "von", "der", "den", "del", "della",
		"di", "da", "dos", "das", "du", "des", "bin", "ibn", "ben", "abu", "y", "e", "'s", "'", "-", "–", "in", "on", "to",
		"at", "with", "un", "ul", "ur", "und", "et", "/", ".", "a", "les", "las", "los", "ter", "ten", "af", "av", "zu", "d'", "l'", "o'":
		return true
	}
	return false
}

// ties reports whether a small word ties two capitalised words into one run,
// as "and" and "in" do not.
func ties(lower string) bool {
	switch lower {
	case "of", "the", "&", "for", "de", "la", "le", "el", "al", "van", "von", "der", "den", "del", "della", "di", "da",
		"dos", "das", "du", "des", "bin", "ibn", "ben", "abu", "y", "ul", "ur", "und", "et", "-", "les", "las", "los", "ter", "ten", "af", "av", "zu":
		return true
	}
	return false
}
