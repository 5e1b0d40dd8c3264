package name

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
	shape   uint32 // hash of the shape, runs shortened; 0 of a plain word before a feature needs it
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

// letters counts the marks of a word.
type letters struct {
	up, low, digit, dots int
	firstUp              bool // the first letter is a capital
}

// mark counts the mark of s that begins at i, whose lower-case form is given,
// and gives what stands for it in a shape and where the next one begins. 0
// stands for none.
func (n *letters) mark(s, lower string, i int) (k byte, next int) {
	switch c := s[i]; {
	case c >= 'a' && c <= 'z':
		return n.letter(false), i + 1
	case c >= 'A' && c <= 'Z':
		return n.letter(true), i + 1
	case c >= '0' && c <= '9':
		n.digit++
		return '0', i + 1
	case c >= 0xC3 && c < 0xE0:
		// A letter of two bytes: capital when the lower-case form differs.
		both := i+1 < len(lower) && i+1 < len(s)
		return n.letter(both && (lower[i] != c || lower[i+1] != s[i+1])), i + 2
	case c >= 0x80:
		return 0, i + 1
	case c == '.':
		n.dots++
		return c, i + 1
	default:
		return c, i + 1
	}
}

func (n *letters) letter(capital bool) byte {
	if !capital {
		n.low++
		return 'a'
	}
	n.firstUp = n.firstUp || n.up+n.low == 0
	n.up++
	return 'A'
}

// kase is the letter case of the word.
func (n *letters) kase() uint8 {
	switch {
	case n.digit > 0 && n.up > 0 && (n.low == 0 || n.firstUp):
		return caseMixed
	case n.digit > 0:
		return caseDigit
	case n.up+n.low == 0:
		return caseNone
	case n.up == 0:
		return caseLower
	case n.low == 0 && n.dots > 0:
		return caseDots
	case n.low == 0 && n.up == 1:
		return caseOne
	case n.low == 0:
		return caseUpper
	case n.firstUp && n.up == 1:
		return caseInit
	}
	return caseMixed
}

// scan fills the parts of an atom that its surface gives. Most words are plain,
// of small letters, of which no more than the first need be looked at.
func (a *atom) scan(word, lower string) {
	h := uint64(hashSeed)
	digit := false
	for i := 0; i < len(lower); i++ {
		c := lower[i]
		if c >= '0' && c <= '9' {
			c, digit = '0', true
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	h = (h ^ h>>29) * hashMul
	a.hash = h ^ h>>32
	if lower != "" && lower[0] >= 'a' && lower[0] <= 'z' && !digit && word == lower {
		a.kase = caseLower
	} else {
		a.surface(word, lower)
	}
}

// surface fills shape and letter case.
func (a *atom) surface(word, lower string) {
	var n letters
	shape := uint32(2166136261)
	last, rep := byte(0), 0
	for i := 0; i < len(word); {
		var k byte
		if k, i = n.mark(word, lower, i); k == 0 {
			continue
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
	a.shape, a.kase = shape, n.kase()
}

//go:generate go run ../gen/words

// joins reports whether a small word may stand inside a name.
func joins(lower string) bool { return wordTable.Has(lower, classJoin) }

// ties reports whether a small word ties two capitalised words into one run,
// as "and" and "in" do not.
func ties(lower string) bool { return wordTable.Has(lower, classTie) }
