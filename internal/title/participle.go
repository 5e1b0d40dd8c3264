package title

import (
	"slices"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// participle writes a noun with the participle i that modifies it: of "the deal
// signed in May" that the deal was signed, where it is a fact.
func (b *builder) participle(i int32) {
	n := b.tok(i).Head
	b.nominal(n)
	from := len(b.parts)
	b.marks(i)
	b.core(i, 0)
	b.order(from, i, token.None)
	if !b.finish(i) && (b.said(i) || b.in.Fact && b.states(i)) {
		b.was(from, i, n, false)
	}
}

// finiteIn reports whether a sentence has a finite verb: in one without, what passes for
// a participle may be it.
func (b *builder) finiteIn(sent int32) bool {
	for k := b.Sents[sent].First; k < b.Sents[sent].Last; k++ {
		if b.finite(k) {
			return true
		}
	}
	return false
}

// absolute reports whether the participle i of subject s tells in a phrase what a
// clause would: "with two men held", "two men being held".
func (b *builder) absolute(i, s int32) bool {
	t := b.tok(i)
	if s == token.None || s > i || t.UPOS != token.VERB || t.XPOS != token.VBG && t.XPOS != token.VBN || t.Rel != token.Advcl && t.Rel != token.Conj || b.relative(s) || b.Sents[t.Sent].Kind == token.Headline {
		return false
	}
	with, being := false, false
	for k := range b.Kids(i) {
		switch x := b.tok(k); x.Rel {
		case token.Aux, token.AuxPass:
			if x.XPOS != token.VBG || x.Lower != "being" {
				return false
			}
			being = true
		case token.RelMark, token.Case:
			if with = x.Lower == "with"; !with {
				return false
			}
		case token.Cop:
			return false
		}
	}
	for k := s; k < i; k++ {
		if b.tok(k).XPOS == token.Comma {
			return false // "with Ann Lowe, praising the crews"
		}
	}
	return with || being
}

// finish writes the clause whose subject the noun of participle i is where the
// title has nothing behind i: "a study printed in May found that ...". It reports
// whether there is one.
func (b *builder) finish(i int32) bool {
	n := b.tok(i).Head
	if last := b.parts[len(b.parts)-1]; !b.in.Fact || last.tok != i || last.text != "" || b.hasAux(i) || b.tok(n).Rel.Base() != token.Nsubj || b.relative(n) {
		return false
	}
	c := b.tok(n).Head
	if !b.predicate(c) || !wordTable.Has(b.tok(c).Lemma, classSaying) && !wordTable.Has(b.tok(c).Lemma, classShowing) {
		return false
	}
	b.parts = b.parts[:0]
	b.clause(c)
	return true
}

// states reports whether the participle i may be the verb of the noun that it
// modifies: "the men arrested", not "any man arrested" or "the first man arrested".
func (b *builder) states(i int32) bool {
	n := b.tok(i).Head
	if b.Sents[b.tok(i).Sent].Kind == token.Headline || b.root(n, i) || i < n || b.dated(n) || b.tok(i).XPOS != token.VBG && (b.in.Agent == n || wordTable.Has(b.tok(i).Lemma, classActive)) || !b.tok(n).Noun() && b.tok(n).UPOS != token.NUM {
		return false
	}
	for k := range b.Kids(n) {
		if t := b.tok(k); k < n && (wordTable.Has(t.Lower, classAny) || t.Feats.Has(token.NumTypeOrd)) {
			return false
		}
	}
	for k := range b.Kids(i) {
		switch t := b.tok(k); {
		case k < i && (t.UPOS == token.ADP || t.Rel == token.RelMark || b.negation(k)), t.Rel == token.Aux, t.Rel == token.AuxPass && t.XPOS != token.VBG:
			return false // "a record of lying", "the man to be tried"
		case b.tok(i).XPOS != token.VBG && t.Rel == token.Obj:
			return false // "the mayor sold the shops": a finite verb
		}
	}
	return !b.finite(i) || b.tok(i).XPOS == token.VBD && b.in.Patient == n // whatever the tagger has
}

// was makes the participle i, among the parts from index from on, the verb of
// the noun s, of the past or of now.
func (b *builder) was(from int, i, s int32, now bool) {
	was := "was "
	switch many := b.many(s); {
	case many && now:
		was = "are "
	case many:
		was = "were "
	case now:
		was = "is "
	}
	for n := from; n < len(b.parts); n++ {
		if p := &b.parts[n]; p.tok == i || p.tok < i && (b.tok(p.tok).Rel == token.Advmod || b.tok(p.tok).Rel == token.AuxPass) && b.tok(p.tok).Head == i {
			p.text, p.was = was+b.tok(p.tok).Lower, true
			return
		}
	}
}

// now reports whether predicate i is of the present or the future.
func (b *builder) now(i int32) bool {
	f := syntax.Group(b.Doc, i).Finite
	return f != token.None && b.tok(f).XPOS != token.VBD
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
	s, comma := b.subjectBehind(i)
	if s == token.None {
		return false
	}
	b.nominal(s)
	from := len(b.parts)
	b.core(i, 0)
	kept := slices.DeleteFunc(b.parts[from:], func(p part) bool { return p.tok >= comma })
	b.parts = b.parts[:from+len(kept)]
	b.order(from, i, token.None)
	b.was(from, i, s, false)
	for n := range b.parts[from:] {
		b.parts[from+n].behind = s + 1
	}
	return true
}

// subjectBehind is the subject behind the phrase of participle i, which opens the
// sentence, and the comma that ends the phrase; or None.
func (b *builder) subjectBehind(i int32) (s, comma int32) {
	end := b.Sents[b.tok(i).Sent].Last
	// Its clauses have subjects of their own, if the tree does not have more below it.
	if _, last := b.Subtree(i); last > i+2 {
		if s, comma = b.subjectFrom(last-1, end); s != token.None {
			return s, comma
		}
	}
	return b.subjectFrom(i+1, end)
}

// subjectFrom is the first subject from token k on and before end, if a comma
// stands before it, and the comma; or None.
func (b *builder) subjectFrom(k, end int32) (s, comma int32) {
	comma = token.None
	for ; k < end; k++ {
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
	switch t := b.tok(i); t.XPOS {
	case token.NNS, token.NNPS:
		return true
	case token.PRP:
		return wordTable.Has(t.Lower, classMany)
	case token.CD:
		return t.Lower != "one"
	}
	return false
}

// root reports whether i is the main word of its sentence or stands beside it: a
// participle p after it is the finite verb that the sentence lacks, but for a copula.
func (b *builder) root(i, p int32) bool {
	t := b.tok(i)
	return t.Rel == token.Root && !(b.copula(i) && b.tok(p-1).XPOS == token.Comma) || t.Rel == token.Appos && b.tok(t.Head).Rel == token.Root
}

// said reports whether the participle i, behind a comma, says of its noun what
// was done to it: a passive with a phrase behind it, outside headlines.
func (b *builder) said(i int32) bool {
	first, _ := b.Subtree(i)
	if b.tok(i).XPOS != token.VBN || first == 0 || b.root(b.tok(i).Head, i) ||
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
