package title

import (
	"slices"

	"github.com/dateline-go/dateline/internal/token"
)

// refer makes a title that lives on the sentences before it stand alone: a
// description of somebody named and whose something is give way to the name,
// and what only ties the sentence to another falls.
func (b *builder) refer() {
	b.unlink()
	if b.in.Name == nil {
		return
	}
	for n := 0; n < len(b.parts); n++ {
		p := b.parts[n]
		switch t := b.tok(p.tok); {
		case p.text != "":
		case t.XPOS == token.PRPS && n > 0:
			if k := b.in.Name(p.tok); k.Name != "" && !k.Described && !k.Plural && !b.elsewhere(k.Name, n, n+1, true) && !b.owned(n) {
				b.parts[n].text = possessive(k.Name)
			}
		case t.UPOS == token.NOUN && b.in.Known != nil:
			b.known(n)
		}
	}
}

// owned reports whether the title has somebody or something before part n, a pronoun of
// who owns, that it may stand for, whatever earlier rooms found.
func (b *builder) owned(n int) bool {
	w := b.tok(b.parts[n].tok).Lower
	for _, p := range b.parts[:n] {
		t := b.tok(p.tok)
		if p.text != "" {
			return true
		}
		many := t.XPOS == token.NNS || t.XPOS == token.NNPS || t.XPOS == token.PRP && b.many(p.tok)
		if (t.Noun() || t.XPOS == token.PRP) && (w == "their" && b.many(p.tok) || w != "their" && !many) {
			return true
		}
	}
	return false
}

// known puts the name of somebody known in the place of the description whose
// head is part n, where the title has all of it from its article on.
func (b *builder) known(n int) {
	k := b.in.Known(b.parts[n].tok)
	if k.Name == "" || b.copula(b.parts[n].tok) {
		return
	}
	from, to := n, n+1
	for from > 0 && b.parts[from-1].tok >= k.First && b.parts[from-1].tok < b.parts[from].tok {
		from--
	}
	for to < len(b.parts) && b.parts[to].tok < k.Last && b.parts[to].tok > b.parts[to-1].tok {
		to++
	}
	if to < len(b.parts) && b.tok(b.parts[to].tok).UPOS == token.CCONJ && b.parts[to].tok == k.Last || b.as(b.parts[n].tok) {
		return
	}
	if b.parts[from].tok != k.First || b.elsewhere(k.Name, from, to, false) || b.extended(b.parts[n].tok, k.Last) {
		return
	}
	p := part{tok: b.parts[n].tok, text: k.Name, behind: b.parts[n].behind}
	if to < len(b.parts) && b.tok(b.parts[to].tok).XPOS == token.POS {
		p.text, to = possessive(k.Name), to+1
	}
	b.parts = slices.Replace(b.parts, from, to, p)
}

// as reports whether noun i says what somebody is or becomes: "as the acting governor".
func (b *builder) as(i int32) bool {
	in := b.preposition(i)
	return in != token.None && b.tok(in).Lower == "as" || b.tok(i).Rel == token.Xcomp || b.tok(i).Rel == token.Appos
}

// extended reports whether the title has words that belong to noun i behind
// token last: "the head of the bank".
func (b *builder) extended(i, last int32) bool {
	for k := range b.Kids(i) {
		if t := b.tok(k); k >= last && (t.Rel == token.Nmod || t.Rel.Base() == token.Acl || t.Rel == token.Conj) && b.holds(k) {
			return true
		}
	}
	return false
}

// elsewhere reports whether the title has that name, or another word for whom it
// names, before its parts [from, to), or a name behind them; pronouns count for owners.
func (b *builder) elsewhere(name string, from, to int, pronouns bool) bool {
	for n, p := range b.parts {
		if n >= from && n < to {
			continue
		}
		if p.text != "" {
			if p.text == name || p.text == possessive(name) {
				return true
			}
			continue
		}
		t := b.tok(p.tok)
		if (t.Noun() || pronouns && t.UPOS == token.PRON) && b.in.Name(p.tok).Name == name {
			return true
		}
	}
	return false
}

// unlink takes out the words that only tie a sentence to those before it:
// "also", "for his part", "on that front".
func (b *builder) unlink() {
	for n := 0; n < len(b.parts); n++ {
		p := b.parts[n]
		t := b.tok(p.tok)
		from := n
		switch {
		case p.text != "" || len(b.parts) < fewest+1:
			continue
		case t.Rel == token.Advmod && t.UPOS == token.ADV && wordTable.Has(t.Lower, classLinking) && !(n > 0 && b.tok(b.parts[n-1].tok).UPOS == token.CCONJ):
		case n > 1 && t.UPOS == token.NOUN && wordTable.Has(t.Lower, classTie) && b.parts[n-2].tok+2 == p.tok &&
			b.tok(b.parts[n-2].tok).UPOS == token.ADP && b.points(b.parts[n-1]) && (n+1 == len(b.parts) || b.tok(b.parts[n+1].tok).Lower != "of"):
			from = n - 2
		default:
			continue
		}
		to := n + 1
		if from > 0 && to < len(b.parts) && b.tok(b.parts[from-1].tok).XPOS == token.Comma && b.tok(b.parts[to].tok).XPOS == token.Comma {
			to++ // "In May, however, prices rose"
		}
		b.parts = slices.Delete(b.parts, from, to)
		n = from - 1
	}
}

// points reports whether part p is this, that or a pronoun of who owns.
func (b *builder) points(p part) bool {
	t := b.tok(p.tok)
	return t.XPOS == token.PRPS || t.Lower == "that" || t.Lower == "this"
}
