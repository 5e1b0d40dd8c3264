package name

import (
	"github.com/dateline-go/dateline/internal/cluster"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/token"
)

// maxPhrase is the number of words of the longest phrase in the table.
const maxPhrase = 8

// Extractor makes the features of the words of one sentence after another.
// Its buffers grow to the longest sentence and are used again. The trainer and
// Find share it.
type Extractor struct {
	// Loose takes known words and phrases in small letters for candidates
	// whatever their tags, so that a trainer learns from more that is no name.
	Loose bool

	atoms []atom // with pad empty ones on both sides
	runs  []run
	doc   *token.Doc
	first int32
	n     int
	mode  uint64 // make-up of the sentence: capitals, title case, table, no capitals
	buf   []uint32
	uses  slots[uses]
	known *gazetteer.Gazetteer
}

const pad = 2

// modeSmall is the mode of a sentence without capitals.
const modeSmall = 6

// Begin reads sentence s of d.
func (x *Extractor) Begin(d *token.Doc, s int) {
	sent := &d.Sents[s]
	x.doc, x.first, x.n = d, sent.First, int(sent.Last-sent.First)
	if need := x.n + 2*pad; cap(x.atoms) < need {
		x.atoms = make([]atom, need*2)
	} else {
		x.atoms = x.atoms[:cap(x.atoms)]
	}
	clear(x.atoms[:x.n+2*pad])
	edge := atom{hash: 0xED6E, cluster: noCluster - 1, run: -1}
	for i := range pad {
		x.atoms[i], x.atoms[pad+x.n+i] = edge, edge
	}
	upper, lower, small, num, capitals := 0, 0, 0, 0, 0
	for i := range x.n {
		t := &d.Tokens[int(x.first)+i]
		a := &x.atoms[pad+i]
		a.scan(x.word(i), t.Lower)
		a.cluster = noCluster
		if c, ok := cluster.OfToken(t); ok {
			a.cluster = uint16(c)
		}
		a.run = -1
		a.tag = uint8(t.XPOS)
		a.class = classOf(t)
		if capital(a.kase) {
			capitals++
		}
		switch a.kase {
		case caseUpper, caseDots:
			upper++
		case caseLower:
			lower++
			if a.class&Common == 0 || len(t.Lower) > 3 {
				small++
			}
		case caseInit, caseMixed:
			lower++
		case caseDigit:
			num++
		}
	}
	x.mode = 0
	if upper > 1 && upper > 3*lower {
		x.mode = 1
	} else if small == 0 && lower > 2 {
		x.mode = 2
	}
	if num*3 >= x.n && x.n >= 3 {
		x.mode += 3
	}
	if capitals == 0 {
		x.mode = modeSmall
	}
	x.phrases()
	x.candidates()
	x.findRuns()
}

func (x *Extractor) at(i int) *atom { return &x.atoms[pad+i] }

func (x *Extractor) lower(i int) string { return x.doc.Tokens[int(x.first)+i].Lower }

// word is word i as it is written.
func (x *Extractor) word(i int) string { return x.doc.Word(x.first + int32(i)) }

// phrases marks the longest known phrase at each word.
func (x *Extractor) phrases() {
	for i := 0; i < x.n; {
		a := x.at(i)
		best, end := a.class&spanClasses, i+1
		if a.class&Prefix != 0 {
			h, c := HashWord(x.lower(i)), a.class
			for j := i + 1; j < x.n && j < i+maxPhrase && c&Prefix != 0; j++ {
				h = HashNext(h, HashWord(x.lower(j)))
				if c = lookup(h); c&spanClasses != 0 {
					best, end = c&spanClasses, j+1
				}
			}
		}
		if best == 0 {
			best, end = x.hamlet(i)
		}
		if best == 0 || !x.written(i, end) && (!x.Loose || end == i+1) {
			i++
			continue
		}
		for j := i; j < end; j++ {
			b := x.at(j)
			b.span = best
			switch {
			case end == i+1:
				b.place = 1 + placeU
			case j == i:
				b.place = 1 + placeB
			case j == end-1:
				b.place = 1 + placeL
			default:
				b.place = 1 + placeI
			}
		}
		i = end
	}
}

// maxHamlet is the number of words of the longest name looked up in the
// gazetteer.
const maxHamlet = 3

// hamlet is the class of the words from i on that the gazetteer knows and the
// table does not, and where they end.
func (x *Extractor) hamlet(i int) (c Class, end int) {
	if x.known == nil {
		x.known = gazetteer.Default()
	}
	for end = i; end < x.n && end < i+maxHamlet && x.at(end).kase == caseInit; end++ {
	}
	if end == i || i > 0 && x.at(i-1).kase == caseInit {
		return 0, i + 1
	}
	for ; end > i; end-- {
		if end == i+1 && x.at(i).class&(Common|Calendar) != 0 {
			break
		}
		key := x.lower(i)
		if end > i+1 {
			key = x.doc.Text[x.doc.Tokens[int(x.first)+i].Start:x.doc.Tokens[int(x.first)+end-1].End]
		}
		for range x.known.Lookup(key) {
			return Hamlet, end
		}
	}
	return 0, i + 1
}

// written reports whether words first to last are written as a name is: with
// a capital, or in a sentence that has none; or so the tagger says.
func (x *Extractor) written(first, last int) bool {
	if x.lower(first) == "the" && last > first+1 {
		first++ // "The nation" is none, "The Nation" is a newspaper
	}
	for i := first; i < last; i++ {
		if a := x.at(i); capital(a.kase) || a.tag == uint8(token.NNP) {
			return true
		}
	}
	return x.mode == modeSmall && last > first+1
}

// candidates marks the words that may be in a name: the capitalised ones, and
// those small words, numbers and marks that stand between or beside them as
// names have them.
func (x *Extractor) candidates() {
	prev := -1 // last capitalised word
	for i := range x.n {
		a := x.at(i)
		// in a known phrase of several words
		if a.place != 0 && a.place < 1+placeU && a.span != 0 {
			a.cand = true
		}
		if !capital(a.kase) && !x.hasty(i, prev) {
			continue
		}
		a.cand = true
		x.between(prev, i)
		if i > 0 && (x.lower(i-1) == "the" || x.at(i-1).kase == caseDigit || x.lower(i-1) == "al") {
			x.at(i - 1).cand = true
		}
		if i+1 < x.n && (x.at(i+1).kase == caseDigit || x.lower(i+1) == "." || x.lower(i+1) == "'s" || x.lower(i+1) == "s") {
			x.at(i + 1).cand = true
		}
		prev = i
	}
}

// hasty reports whether word i is a name written in haste, in small letters:
// the tagger or the want of any capital tells. prev is the last word before it
// that may be one.
func (x *Extractor) hasty(i, prev int) bool {
	a := x.at(i)
	if a.kase != caseLower || len(x.lower(i)) < 2 {
		return false
	}
	rare := a.class&Common == 0
	if a.tag == uint8(token.NNP) && (x.Loose || rare) {
		return true
	}
	if (a.tag == 0 || x.Loose) && a.class&(placeClasses|FirstName|Company|Media) != 0 && rare {
		return true
	}
	return x.mode == modeSmall && (rare || prev >= 0 && prev == i-1 && a.class&(GeoWord|OrgWord|CorpSuffix) != 0)
}

// maxGap is how many small words may stand between two words of a name.
const maxGap = 3

// between makes candidates of the words between i and prev, the capitalised
// word before it, when names have such between them.
func (x *Extractor) between(prev, i int) {
	gap := i - prev - 1
	if prev < 0 || gap == 0 || gap > maxGap {
		return
	}
	if gap == 1 && x.lower(prev+1) == "," && x.at(i).class&CorpSuffix != 0 {
		x.at(prev + 1).cand = true
	}
	for j := prev + 1; j < i; j++ {
		if !joins(x.lower(j)) && x.at(j).kase != caseDigit {
			return
		}
	}
	for j := prev + 1; j < i; j++ {
		x.at(j).cand = true
	}
}

// findRuns groups capitalised words into runs.
func (x *Extractor) findRuns() {
	x.runs = x.runs[:0]
	for i := 0; i < x.n; {
		a := x.at(i)
		if !capital(a.kase) || i == 0 && a.class&Common != 0 && a.class&(spanClasses|FirstName|OrgWord) == 0 &&
			x.mode%3 == 0 && !capital(x.at(1).kase) {
			i++
			continue
		}
		end := i + 1
		for j := end; j < x.n; j++ {
			if capital(x.at(j).kase) {
				end = j + 1
			} else if j-end >= 2 || !ties(x.lower(j)) {
				break
			}
		}
		r := run{first: int32(i), last: int32(end)}
		for j := i; j < end; j++ {
			b := x.at(j)
			b.run = int32(len(x.runs))
			if capital(b.kase) {
				r.class |= b.class
			}
			r.span |= b.span
		}
		x.runs = append(x.runs, r)
		i = end
	}
}
