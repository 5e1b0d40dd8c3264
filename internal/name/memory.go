package name

import (
	"math"

	"github.com/dateline-go/dateline/internal/token"
)

// A text uses a name more than once, and seldom in two senses (Chieu and Ng,
// CoNLL 2003; Krishnan and Manning, ACL 2006). After a first pass over an
// article the field is asked again, with features of what it said of the same
// words elsewhere: a bare surname follows the full name before it.

// seen is what the first pass said of a word, or of a pair of words inside one
// name.
type seen struct {
	types [numTypes + 1]uint16 // by type; 0 is outside
	ends  uint16               // last word of a person's name of several words
	firm  uint16               // first word of a firm's name
	sole  uint16               // a person's name, or the last word of one, with no hyphen before it
	sum   shares               // of all its uses
	uses  uint16
}

// shares are how likely each type is of a word by its own scores alone; 0 is
// outside. Uses too unsure to be labelled add up.
type shares [numTypes + 1]float32

// share is the softmax of the best score of each type.
func (f *finder) share(s []int32) (out shares) {
	best := [numTypes + 1]int32{s[0]}
	top := s[0]
	for t := 1; t <= numTypes; t++ {
		best[t] = max(s[4*t-3], s[4*t-2], s[4*t-1], s[4*t])
		top = max(top, best[t])
	}
	sum := float32(0)
	for t, v := range best {
		out[t] = float32(math.Exp(float64(v-top) * float64(f.scale)))
		sum += out[t]
	}
	for t := range out {
		out[t] /= sum
	}
	return out
}

// word is a candidate of the first pass.
type word struct {
	hash   uint64
	letter uint32 // first letter, for acronyms
	kase   uint8
	class  Class
	rank   bool // a title that is a name too: Prince, King
	art    bool // an article that no name begins with
	known  bool // an acronym that the table has, and nothing else
}

const acronymKey = 0xACAC1E5

// remember fills the memory from the first pass's labels.
func (f *finder) remember() {
	m := &f.mem
	m.reset(3 * (len(f.words) + 8))
	for _, r := range f.stretches {
		for k := r.at; k < r.at+r.n; k++ {
			w := &f.words[k]
			l := int(f.labels[k])
			s := m.put(w.hash)
			s.count(l)
			for t, v := range f.shares[k] {
				s.sum[t] += v
			}
			s.uses++
			if l > 0 && typeOf(l) == token.PER && (placeOf(l) == placeU || placeOf(l) == placeL && f.words[max(k-1, 0)].hash != f.hyphen) {
				s.sole++
			}
			if l > 0 && opens(l) && k+1 < r.at+r.n {
				m.put(HashNext(w.hash, f.words[k+1].hash)).types[typeOf(l)]++
			}
			if l > 0 && typeOf(l) == token.ORG && placeOf(l) == placeB && f.firm(k, r.at+r.n) {
				s.firm++
			}
			if l > 0 && placeOf(l) == placeB {
				f.acronym(k, r.at+r.n)
			}
		}
	}
}

// firm reports whether the name that begins at k ends as firms' names do, and
// begins with a word that is nothing else.
func (f *finder) firm(k, end int32) bool {
	if w := &f.words[k]; w.class&(Common|FirstName|Demonym|Title|GeoWord|placeClasses) != 0 || !capital(w.kase) {
		return false
	}
	for k++; k < end && goesOn(int(f.labels[k])); k++ {
		if placeOf(int(f.labels[k])) == placeL {
			return f.words[k].class&CorpSuffix != 0
		}
	}
	return false
}

// acronym remembers the first letters of the name that begins at k.
func (f *finder) acronym(k, end int32) {
	t := typeOf(int(f.labels[k]))
	h, n := uint64(acronymKey), 0
	for ; k < end && f.labels[k] != 0; k++ {
		if w := &f.words[k]; capital(w.kase) {
			h = HashNext(h, uint64(w.letter))
			n++
		}
		if placeOf(int(f.labels[k])) == placeL {
			break
		}
	}
	if n >= 2 && t != token.PER {
		f.mem.put(h).types[t]++
	}
}

func (s *seen) count(l int) {
	if l == 0 {
		s.types[0]++
		return
	}
	t := typeOf(l)
	s.types[t]++
	if t == token.PER && placeOf(l) == placeL {
		s.ends++
	}
}

// majority is the commonest type but for one use with label own, and the
// number of the other uses.
func (s *seen) majority(own int, counted bool) (t, n int) {
	c := s.types
	if counted {
		if own == 0 {
			c[0]--
		} else {
			c[typeOf(own)]--
		}
	}
	for i, v := range c {
		n += int(v)
		if v > c[t] {
			t = i
		}
	}
	return t, n
}

// What one use of a name says of another, in weights of the field: chosen on
// articles that the field had not seen.
const (
	boostSurname = 4.2 // a person's name of several words ends so
	boostFirm    = 5.6 // a firm's name begins so
	boostPair    = 0.7 // the two words stand in one name elsewhere
	boostAcronym = 5.6 // first letters of a longer name
)

// boostShare is what the mean share of a type in the other uses of a word
// adds; unsureUses are added to their number, so that one says less than two.
var boostShare = [numTypes + 1]float32{0.75, 4.2, 4.2, 4.2, 2.1, 2.1}

const unsureUses = 0.5

// boost adds to the scores of candidate k of stretch r what the article says
// of its word elsewhere, and reports whether it says anything.
func (f *finder) boost(r stretch, k int32) bool {
	w := &f.words[k]
	own := int(f.labels[k])
	any := false
	add := func(t int, v float32) {
		if t > 0 && v != 0 {
			any = true
			q := int32(v / f.scale)
			for l := 4*t - 3; l <= 4*t; l++ {
				f.ss[k][l] += q
			}
		}
	}
	s, _ := f.mem.find(w.hash)
	if t, n := s.majority(own, true); n > 0 && capital(w.kase) {
		ends := s.ends
		if own > 0 && typeOf(own) == token.PER && placeOf(own) == placeL {
			ends--
		}
		switch {
		case s.firm > 0 && ends == 0:
			add(2, boostFirm)
		case ends > 0 && t <= 1:
			add(1, boostSurname)
		default:
			any = true
			f.lean(s, k)
		}
	}
	if k > r.at {
		t := f.pair(k-1, own > 0 && goesOn(own))
		add(t, boostPair)
	}
	if k+1 < r.at+r.n {
		t := f.pair(k, own > 0 && opens(own))
		add(t, boostPair)
	}
	if w.kase == caseUpper {
		if s, ok := f.mem.find(f.letters[k]); ok {
			t, _ := s.majority(0, false)
			add(t, boostAcronym)
		}
	}
	return any
}

// lean adds to the scores of candidate k what the other uses of its word are
// likely to be.
func (f *finder) lean(s *seen, k int32) {
	for t := range boostShare {
		mean := (s.sum[t] - f.shares[k][t]) / (float32(s.uses-1) + unsureUses)
		q := int32(boostShare[t] * mean / f.scale)
		for l := max(0, 4*t-3); l <= 4*t; l++ {
			f.ss[k][l] += q
		}
	}
}

// pair is the type of the names elsewhere that hold candidates k and k+1.
func (f *finder) pair(k int32, inside bool) int {
	s, ok := f.mem.find(HashNext(f.words[k].hash, f.words[k+1].hash))
	if !ok {
		return 0
	}
	own := 0
	if inside {
		own = int(f.labels[k])
	}
	t, _ := s.majority(own, inside)
	return t
}
