package title

import (
	"slices"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// participle writes a noun with the participle i that modifies it.
func (b *builder) participle(i int32) {
	b.nominal(b.tok(i).Head)
	from := len(b.parts)
	b.marks(i)
	b.core(i, 0)
	b.order(from, i, token.None)
	if b.said(i) {
		b.was(from, i, b.tok(i).Head) // "the dam, built in 1950," tells of the dam, not which one
	}
}

// was makes the participle i, among the parts from index from on, the verb of
// the noun s.
func (b *builder) was(from int, i, s int32) {
	was := "was "
	if b.many(s) {
		was = "were "
	}
	for n := range b.parts[from:] {
		if p := &b.parts[from+n]; p.tok == i {
			p.text = was + b.tok(i).Lower
		}
	}
}

// opening writes the clause of a past participle that opens its sentence: of
// "Asked about the gates, the mayors laughed" that the mayors were asked. It
// reports whether i is one.
func (b *builder) opening(i int32) bool {
	t := b.tok(i)
	sent := &b.Sents[t.Sent]
	first := sent.First
	for first < i && (b.tok(first).Is(token.QuoteMark) || wordTable.Has(b.tok(first).Lower, classWhen)) {
		first++
	}
	if first != i || !b.in.Fact || t.XPOS != token.VBN && t.XPOS != token.VBD || t.UPOS != token.VERB || sent.Kind == token.Headline || b.hasAux(i) || syntax.Object(b.Doc, i) != token.None {
		return false
	}
	s, comma := b.main(i)
	if s == token.None {
		return false
	}
	b.nominal(s)
	from := len(b.parts)
	b.core(i, 0)
	kept := slices.DeleteFunc(b.parts[from:], func(p part) bool { return p.tok >= comma })
	b.parts = b.parts[:from+len(kept)]
	b.order(from, i, token.None)
	b.was(from, i, s)
	for n := range b.parts[from:] {
		b.parts[from+n].behind = s + 1
	}
	return true
}

// main is the subject behind the phrase of participle i, which opens the
// sentence, and the comma that ends the phrase; or None.
func (b *builder) main(i int32) (s, comma int32) {
	comma = token.None
	for k := i + 1; k < b.Sents[b.tok(i).Sent].Last; k++ {
		switch u := b.tok(k); {
		case u.XPOS == token.Comma && comma == token.None:
			comma = k
		case u.UPOS == token.PUNCT && u.XPOS != token.Comma && u.XPOS != token.HYPH, comma == token.None && b.finite(k):
			return token.None, comma
		case u.Rel.Base() == token.Nsubj && !b.relative(k):
			if first, _ := b.Subtree(k); comma == token.None || b.tok(first-1).XPOS != token.Comma {
				return token.None, comma
			}
			return k, comma
		}
	}
	return token.None, comma
}

// many reports whether noun i is plural or joined to another.
func (b *builder) many(i int32) bool {
	for k := range b.Kids(i) {
		if b.tok(k).Rel == token.Conj {
			return true
		}
	}
	t := b.tok(i)
	return t.XPOS == token.NNS || t.XPOS == token.PRP && wordTable.Has(t.Lower, classMany)
}

// root reports whether i is the main word of its sentence or stands beside it: a
// participle after it is the finite verb that the sentence lacks.
func (b *builder) root(i int32) bool {
	t := b.tok(i)
	return t.Rel == token.Root || t.Rel == token.Appos && b.tok(t.Head).Rel == token.Root
}

// said reports whether the participle i, behind a comma, says of its noun what
// was done to it: a passive with a phrase behind it, outside headlines.
func (b *builder) said(i int32) bool {
	first, _ := b.Subtree(i)
	if b.tok(i).XPOS != token.VBN || first == 0 || b.root(b.tok(i).Head) ||
		b.tok(first).XPOS != token.Comma && b.tok(first-1).XPOS != token.Comma || b.Sents[b.tok(i).Sent].Kind == token.Headline {
		return false
	}
	phrase := false
	for k := range b.Kids(i) {
		switch b.tok(k).Rel.Base() {
		case token.Obj, token.Xcomp, token.Ccomp, token.Advcl:
			return false // "the mayor, apologized if": a finite verb
		case token.Obl:
			phrase = true
		}
	}
	return phrase
}
