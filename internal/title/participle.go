package title

import "github.com/dateline-go/dateline/internal/token"

// participle writes a noun with the participle i that modifies it.
func (b *builder) participle(i int32) {
	b.nominal(b.tok(i).Head)
	from := len(b.parts)
	b.marks(i)
	b.core(i, 0)
	b.order(from, i, token.None)
	if !b.said(i) {
		return
	}
	// "the dam, built in 1950," tells of the dam, not which one.
	was := "was "
	if b.many(b.tok(i).Head) {
		was = "were "
	}
	for n := range b.parts[from:] {
		if p := &b.parts[from+n]; p.tok == i {
			p.text = was + b.Word(i)
		}
	}
}

// many reports whether noun i is plural or joined to another.
func (b *builder) many(i int32) bool {
	for k := range b.Kids(i) {
		if b.tok(k).Rel == token.Conj {
			return true
		}
	}
	return b.tok(i).XPOS == token.NNS
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
