// Package tag gives tokens their part of speech, morphology and lemma: two
// greedy averaged perceptrons over hashed features, the second for what the
// first is not sure of, and rules with exceptions for what follows from the tag.
package tag

//go:generate go run ../gen/words

import (
	"math"
	"slices"
	"strings"

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
	for i := range d.Sents {
		d.CheckAt(i)
		condition(d, int(d.Sents[i].First), int(d.Sents[i].Last))
		headline(d, &d.Sents[i])
	}
	Morphology(d)
}

// Morphology fills Lemma and Feats of every token of d from its tags.
func Morphology(d *token.Doc) {
	t, err := packed.Open(lemmaData, LemmaVersion)
	if err != nil {
		return
	}
	l := lemmatizer{t}
	var words token.Words
	var own, forms = []token.Word(nil), []*token.Word(nil) // of the sentence's tokens
	for k := range d.Sents {
		d.CheckAt(k)
		s := &d.Sents[k]
		n := int(s.Last - s.First)
		own, forms = slices.Grow(own[:0], n)[:n], forms[:0]
		for j := range own {
			t := &d.Tokens[int(s.First)+j]
			forms = append(forms, t.Word)
			own[j] = token.Word{Lower: t.Lower}
			t.Word = &own[j]
			t.Lemma = l.lemma(d, int(s.First)+j)
		}
		feats(d, int(s.First), int(s.Last))
		for j := range own {
			d.Tokens[int(s.First)+j].Word = words.With(forms[j], own[j].Lemma, own[j].Feats)
		}
	}
}

// Tag fills UPOS and XPOS of every token of d with what m says. A first pass
// with few features tags all; a second with many, which sees the tags on both
// sides, goes over those of which the first is not sure.
func (m *Model) Tag(d *token.Doc) {
	var atoms []Atoms
	var guesses []Guess
	var c packed.Chooser
	buf := make([]uint32, 0, 80)
	for i := range d.Sents {
		d.Check()
		s := &d.Sents[i]
		atoms = m.Atoms(atoms[:0], d, s)
		guesses = m.Guess(guesses[:0], atoms)
		h := Start()
		for j := range atoms {
			t := &d.Tokens[int(s.First)+j]
			l := int(guesses[j].Label)
			if !s.Crammed && !m.sure(guesses[j]) {
				buf = Dynamic(Static(buf[:0], atoms, j), atoms, guesses, j, &h)
				l = int(m.full.best(&c, buf).Label)
			}
			t.UPOS, t.XPOS = m.Label(l)
			h = h.Next(&atoms[j], l, IsVerb(t.UPOS, t.XPOS))
		}
		repair(d, int(s.First), int(s.Last))
	}
}

// Guess appends what the first pass says of a sentence.
func (m *Model) Guess(g []Guess, a []Atoms) []Guess {
	var c packed.Chooser
	var space [32]uint32
	h := Start()
	for j := range a {
		var x Guess
		if l := a[j].only; l >= 0 {
			x = Guess{uint8(l), math.MaxInt32}
		} else {
			x = m.quick.best(&c, QuickDynamic(QuickStatic(space[:0], a, j), a, j, &h))
		}
		g = append(g, x)
		h = h.Next(&a[j], int(x.Label), IsVerb(m.Label(int(x.Label))))
	}
	return g
}

// Atoms appends the atoms of sentence s.
func (m *Model) Atoms(a []Atoms, d *token.Doc, s *token.Sentence) []Atoms {
	caps := capitals(d, s)
	for i := s.First; i < s.Last; i++ {
		a = append(a, Atoms{})
		w := &a[len(a)-1]
		setAtoms(w, d.Word(i), &d.Tokens[i], i == s.First, caps)
		w.Class, w.only = m.Class(w.Low)
	}
	return a
}

// capitals reports whether most words of s are capitalised, so that capitals
// do not tell names.
func capitals(d *token.Doc, s *token.Sentence) bool {
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

// Default is the embedded model.
func Default() (Model, bool) { return OpenModel(modelData) }

// repair mends tags that grammar rules out: 'd before a participle is had, a
// base form right behind he, she or it is a subjunctive, no adjective stands
// between "and" and a determiner or number ("and injured 20"), nor do some forms
// stand behind a noun as one.
func repair(d *token.Doc, first, last int) {
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		switch {
		case t.XPOS == token.MD && t.Lower == "'d":
			j := i + 1
			for j < last && d.Tokens[j].UPOS == token.ADV {
				j++
			}
			if j < last && d.Tokens[j].XPOS == token.VBN {
				t.XPOS = token.VBD
			}
		case t.XPOS == token.JJ && i > first && i+1 < last && d.Tokens[i-1].UPOS == token.CCONJ && strings.HasSuffix(t.Lower, "ed"):
			if startsObject(&d.Tokens[i+1]) {
				t.UPOS, t.XPOS = token.VERB, token.VBD
			}
		case t.XPOS == token.JJ && i > first && wordTable.Has(t.Lower, classPastVerb):
			if p := &d.Tokens[i-1]; p.UPOS == token.NOUN || p.UPOS == token.PROPN || p.XPOS == token.PRP {
				t.UPOS, t.XPOS = token.VERB, token.VBD
			}
		case t.XPOS == token.VBZ && i > first && i+1 < last && d.Tokens[i+1].XPOS == token.VBD && d.Tokens[i-1].UPOS == token.PROPN:
			t.UPOS, t.XPOS = token.NOUN, token.NNS // "Mayor Holm aides said"
		case t.XPOS == token.VBP && i > first && t.Flags&token.Joined == 0:
			p := &d.Tokens[i-1]
			if i > first+1 && p.XPOS == token.PRP && d.Tokens[i-2].UPOS == token.SCONJ && wordTable.Has(p.Lower, classThirdPerson) {
				t.XPOS = token.VB
			}
		}
	}
}

// condition makes a verb of the plural that ends a clause with "if" or the like
// in front of a sentence when that clause has none ("If the army attacks, ...").
func condition(d *token.Doc, first, last int) {
	if first == last || !wordTable.Has(d.Tokens[first].Lower, classCondition) {
		return
	}
	for i := first + 1; i < last; i++ {
		t := &d.Tokens[i]
		switch t.UPOS {
		case token.VERB, token.AUX:
			return
		}
		if t.XPOS != token.Comma {
			continue
		}
		if w := &d.Tokens[i-1]; i > first+2 && w.XPOS == token.NNS {
			switch d.Tokens[i-2].UPOS {
			case token.NOUN, token.PROPN:
				w.UPOS, w.XPOS = token.VERB, token.VBZ
			}
		}
		return
	}
}

// startsObject reports whether t opens a noun phrase that no adjective can
// stand before.
func startsObject(t *token.Token) bool {
	switch t.XPOS {
	case token.DT, token.CD, token.PRP, token.PRPS:
		return true
	}
	return wordTable.Has(t.Lower, classQuantity)
}
