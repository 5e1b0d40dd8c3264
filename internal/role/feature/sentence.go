// Package feature makes the features by which predicates, their senses and
// their arguments are told: the room role reads a text with them and its
// trainer learns from them, so that both see the very same.
package feature

import (
	"slices"

	"github.com/dateline-go/dateline/internal/cluster"
	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/token"
)

// word is what features see of one token, each atom already spread.
type word struct {
	lemma, tag, fine, mid uint64
	kids                  uint64 // the set of its dependents' relations, a bit each
	prep                  int32  // its first preposition or subordinator, or None
	is                    uint64 // whether it is a predicate, once Mark told so
}

// Sentence is the view of one sentence that features are made from. It is
// meant to be kept from one sentence to the next.
type Sentence struct {
	d           *token.Doc
	first, last int32
	words       []word
	features    [maxFeatures]uint32 // of the list made last
	cands       []Candidate
}

// Reset makes s a view of sentence i of d.
func (s *Sentence) Reset(d *token.Doc, i int32) {
	s.d, s.first, s.last = d, d.Sents[i].First, d.Sents[i].Last
	s.words = slices.Grow(s.words[:0], int(s.last-s.first))[:s.last-s.first]
	for j := range s.words {
		s.words[j].fill(&d.Tokens[int(s.first)+j])
	}
	for j := s.first; j < s.last; j++ {
		t := &d.Tokens[j]
		if t.Head < s.first || t.Head >= s.last {
			continue
		}
		h := s.at(t.Head)
		h.kids |= 1 << t.Rel
		if (t.Rel == token.Case || t.Rel == token.RelMark) && h.prep == token.None {
			h.prep = j
		}
	}
}

// Holds reports whether token i is of the sentence.
func (s *Sentence) Holds(i int32) bool { return s.first <= i && i < s.last }

func (s *Sentence) at(i int32) *word { return &s.words[i-s.first] }

// fill makes w of t, but for its dependents.
func (w *word) fill(t *token.Token) {
	w.tag, w.kids, w.prep, w.is = packed.Mix(uint64(t.XPOS)<<8|uint64(t.UPOS)), 0, token.None, 0
	if t.Lemma != "" && t.UPOS != token.PROPN {
		w.lemma = packed.WordHash(t.Lemma)
	} else {
		w.lemma = packed.WordHash(t.Lower)
	}
	if c, ok := cluster.OfToken(t); ok {
		w.mid, w.fine = packed.Mix(1<<20|uint64(c.Mid())), packed.Mix(2<<20|uint64(c))
	} else {
		w.mid = packed.Mix(3<<20 | uint64(t.UPOS)<<1 | uint64(t.Flags&token.Capital)>>1)
		w.fine = w.mid
	}
}

// Mark notes that token i is a predicate, which the senses and arguments of
// others depend on: "held talks", "made a promise".
func (s *Sentence) Mark(i int32) { s.at(i).is = packed.Mix(55) }

// kid is the first dependent of i with relation r, or None.
func (s *Sentence) kid(i int32, r token.Rel) int32 {
	if s.at(i).kids>>r&1 == 0 {
		return token.None
	}
	for k := s.d.Tokens[i].Kid; k != token.None; k = s.d.Tokens[k].Sib {
		if s.d.Tokens[k].Rel == r {
			return k
		}
	}
	return token.None
}

const subjects = 1<<token.Nsubj | 1<<token.NsubjPass | 1<<token.Csubj | 1<<token.CsubjPass | 1<<token.NsubjOuter | 1<<token.CsubjOuter

// subject is the subject of i among its dependents, or None.
func (s *Sentence) subject(i int32) int32 {
	if s.at(i).kids&subjects == 0 {
		return token.None
	}
	for k := s.d.Tokens[i].Kid; k != token.None; k = s.d.Tokens[k].Sib {
		if uint64(1)<<s.d.Tokens[k].Rel&subjects != 0 {
			return k
		}
	}
	return token.None
}

// lemmaOf is the hashed lemma of token i, or a number of its own for None.
func (s *Sentence) lemmaOf(i int32) uint64 {
	if i == token.None {
		return none
	}
	return s.at(i).lemma
}

const none = 0x5851F42D4C957F2D

// maxFeatures is more than any list has.
const maxFeatures = 128

// list collects features. A feature is the sum of its atoms, each times an odd
// number of its role, and of a number of the template.
type list struct {
	room *[maxFeatures]uint32
	n    int
	seed uint64
}

// list is an empty one, whose templates are told from those of others by salt.
func (s *Sentence) list(salt uint64) list { return list{room: &s.features, seed: salt} }

// add is l with one more feature. It gives l anew, so that l needs no memory.
func (l list) add(x uint64) list {
	l.seed += packed.Golden
	x = (x + l.seed) * 0xD6E8FEB86659FD93
	l.room[l.n&(maxFeatures-1)] = uint32(x >> 32)
	l.n++
	return l
}

func (l list) features() []uint32 { return l.room[:l.n] }

// The numbers of the roles.
const (
	r0 = 0xA0761D6478BD642F | 1
	r1 = 0xE7037ED1A0B428DB | 1
	r2 = 0x8EBC6AF09C88C6E3 | 1
	r3 = 0x589965CC75374CC3 | 1
	r4 = 0x1D8E4E27C47D124F | 1
)
