package title

import (
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// joins reports whether the singular subject s of the plural verb i is several,
// whatever the tree has: "the office, along with two shops, were closed". Its
// words then stand as they are, if they are few.
func (b *builder) joins(s, i int32) bool {
	const few = 12
	x := b.tok(s).XPOS
	if x != token.NN && x != token.NNP || b.in.Name != nil && b.in.Name(s).Plural {
		return false
	}
	plural := b.tok(i).XPOS == token.VBP
	for k := range b.Kids(i) {
		if t := b.tok(k); t.Rel == token.Aux || t.Rel == token.AuxPass || t.Rel == token.Cop {
			plural = plural || t.Lower == "were" || t.Lower == "are" || t.Lower == "have"
		}
	}
	first, last := b.Subtree(s)
	if !plural || last > i || last-first > few || b.tok(first).UPOS == token.ADP {
		return false
	}
	several := false
	for m := first; m < last; m++ {
		t := b.tok(m)
		if x := t.XPOS; x == token.WP || x == token.WPS || x == token.WDT || t.UPOS == token.VERB ||
			b.in.Name != nil && t.UPOS == token.PRON && b.in.Name(m).Name != "" {
			return false
		}
		several = several || t.UPOS == token.CCONJ || t.Lower == "along"
	}
	return several
}

// existential reports whether "there" stands where the subject of i would.
func (b *builder) existential(i int32) bool {
	for k := range b.Kids(i) {
		if b.tok(k).Rel == token.Expl && b.tok(k).XPOS == token.EX {
			return true
		}
	}
	return false
}

// joined reports whether "where" or "when" ties clause i to what stands before it.
func (b *builder) joined(i int32) bool {
	for k := range b.Kids(i) {
		if t := b.tok(k); t.Rel == token.Advmod && wordTable.Has(t.Lower, classJoining) {
			return true
		}
	}
	return false
}

// lend writes who does it by name where the clause has no subject and earlier
// rooms know: "was set to be released".
func (b *builder) lend(i int32) {
	s, g := b.in.Agent, syntax.Group(b.Doc, i)
	if g.Passive {
		s = b.in.Patient
	}
	if s < 0 || b.in.Name == nil || b.tok(i).UPOS != token.VERB || g.Finite == token.None {
		return
	}
	singular, plural := b.number(g.Finite)
	if n := b.in.Name(s); n.Name != "" && !(n.Plural && singular) && (n.Plural || !plural) {
		b.parts = append(b.parts, part{tok: s, text: n.Name})
	}
}

// under reports whether subject s stands in the phrase of predicate i, where
// to write it first would write it twice.
func (b *builder) under(i, s int32) bool { return syntax.Under(b.Doc, s, i) }

// clash reports whether a noun that the tree lends verb i as its subject is of
// another number.
func (b *builder) clash(s, i int32) bool {
	x, v := b.tok(s).XPOS, b.tok(i).XPOS
	joined := false
	for k := range b.Kids(s) {
		joined = joined || b.tok(k).Rel == token.Conj
	}
	return (x == token.NN || x == token.NNP) && v == token.VBP && !joined || (x == token.NNS || x == token.NNPS) && v == token.VBZ
}

// nearSubject is the noun right before the finite verb i, or its subject by
// earlier rooms.
func (b *builder) nearSubject(i int32) int32 {
	p := i - 1
	if p < 0 || b.tok(p).Sent != b.tok(i).Sent || syntax.Group(b.Doc, i).Finite != i {
		return b.agent(i)
	}
	if p > 0 && b.tok(p).XPOS == token.VBN && b.tok(p).Head == i && b.tok(p-1).Lower == "the" {
		return p // "the accused raped"
	}
	if b.tok(p).UPOS != token.NOUN && b.tok(p).UPOS != token.PROPN {
		return b.agent(i)
	}
	for n := 0; b.tok(p).Rel == token.Flat && b.tok(p).Head != token.None && n < maxClimb; n++ {
		p = b.tok(p).Head
	}
	return p
}

// antecedent is what the relative pronoun s, subject of i, stands for: by the
// tree, by earlier rooms, or the noun before it.
func (b *builder) antecedent(i, s int32) int32 {
	if a := syntax.Antecedent(b.Doc, s); a != s {
		return a
	}
	if a := b.agent(i); a != token.None && !b.relative(a) {
		return a
	}
	p := s - 1
	for p > 0 && (b.tok(p).XPOS == token.Comma || b.tok(p).UPOS == token.NUM) { // "Ann Lowe, 59, who"
		p--
	}
	for n := 0; p >= 0 && b.tok(p).Rel == token.Flat && b.tok(p).Head != token.None && n < maxClimb; n++ {
		p = b.tok(p).Head
	}
	if p >= 0 && b.tok(p).Sent == b.tok(s).Sent && (b.tok(p).UPOS == token.NOUN || b.tok(p).UPOS == token.PROPN) {
		return p
	}
	return s
}

// agent is the subject of i by earlier rooms, where the tree has none and the
// words stand before i in its sentence; or None.
func (b *builder) agent(i int32) int32 {
	s := b.in.Agent
	if syntax.Group(b.Doc, i).Passive {
		s = b.in.Patient
	}
	if s < 0 || s >= i || b.tok(s).Sent != b.tok(i).Sent || b.tok(i).UPOS != token.VERB {
		return token.None
	}
	return s
}
