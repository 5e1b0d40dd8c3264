// Package tag gives tokens their part of speech, morphology and lemma: a
// greedy averaged perceptron over hashed features, and rules with exceptions
// for what follows from the tag.
package tag

import (
	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/token"
)

// Tag fills UPOS, XPOS, Feats and Lemma of every token of d.
func Tag(d *token.Doc) {
	m, ok := OpenModel(modelData)
	if !ok {
		return
	}
	m.Tag(d)
	Morphology(d)
}

// Morphology fills Lemma and Feats of every token of d from its tags.
func Morphology(d *token.Doc) {
	t, err := packed.Open(lemmaData, LemmaVersion)
	if err != nil {
		return
	}
	l := lemmatizer{t}
	for i := range d.Tokens {
		d.Tokens[i].Lemma = l.lemma(d, i)
	}
	feats(d)
}

// Tag fills UPOS and XPOS of every token of d with what m says.
func (m *Model) Tag(d *token.Doc) {
	var atoms []Atoms
	buf := make([]uint32, 0, 80)
	for i := range d.Sents {
		s := &d.Sents[i]
		atoms = m.Atoms(atoms[:0], d, s)
		t1, t2 := uint32(1), uint32(1)
		for j := range atoms {
			t := &d.Tokens[int(s.First)+j]
			l := -1
			if _, l = m.Class(atoms[j].Low); l < 0 {
				buf = Dynamic(Static(buf[:0], atoms, j), atoms, j, t1, t2)
				l = m.best(buf)
			}
			t.UPOS, t.XPOS = m.Label(l)
			t1, t2 = uint32(l)+2, t1
		}
	}
}

// Atoms appends the atoms of sentence s.
func (m *Model) Atoms(a []Atoms, d *token.Doc, s *token.Sentence) []Atoms {
	caps := Capitals(d, s)
	for i := s.First; i < s.Last; i++ {
		a = append(a, Atoms{})
		w := &a[len(a)-1]
		SetAtoms(w, d.Word(i), &d.Tokens[i], i == s.First, caps)
		w.Class, _ = m.Class(w.Low)
	}
	return a
}

// Capitals reports whether most words of s are capitalised, so that capitals
// do not tell names.
func Capitals(d *token.Doc, s *token.Sentence) bool {
	words, caps := 0, 0
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if t.Flags&(token.Punct|token.HasDigit|token.Joined) != 0 {
			continue
		}
		words++
		if t.Is(token.Capital) {
			caps++
		}
	}
	return words >= 4 && caps*4 >= words*3
}

func (m *Model) best(f []uint32) int {
	var s [MaxLabels]int32
	for _, h := range f {
		m.score(&s, h)
	}
	best := 0
	for l := 1; l < m.labels; l++ {
		if s[l] > s[best] {
			best = l
		}
	}
	return best
}

// Default is the embedded model.
func Default() (Model, bool) { return OpenModel(modelData) }
