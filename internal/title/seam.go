package title

import (
	"slices"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// maxGap is how many words a title takes back where it would not read well
// without them; longer asides cost more room than they are worth.
const maxGap = 9

// mend gives back words of the text between two parts that cannot stand side
// by side. Where the tree is right there are none: a title that ran over such
// a seam follows a mistake of the tree, and the text's own words are better.
func (b *builder) mend() {
	aside := false // a comma came back that asks for another
	for n := 1; n < len(b.parts); n++ {
		l, r := b.parts[n-1], b.parts[n]
		if aside && r.tok > l.tok+1 && b.tok(l.tok+1).XPOS == token.Comma {
			b.parts = slices.Insert(b.parts, n, part{tok: l.tok + 1})
			aside = false
			continue
		}
		if l.text != "" || r.text != "" || l.behind != 0 || r.behind != 0 || r.tok <= l.tok+1 || r.tok-l.tok > maxGap+1 ||
			!b.clashing(l.tok, r.tok) && !b.torn(l.tok, r.tok) || !b.plainGap(l.tok+1, r.tok) {
			continue
		}
		gap := make([]part, 0, maxGap)
		for i := l.tok + 1; i < r.tok; i++ {
			gap = append(gap, part{tok: i})
		}
		b.parts = slices.Insert(b.parts, n, gap...)
		n += len(gap)
		aside = b.tok(gap[0].tok).XPOS == token.Comma
	}
}

// torn reports whether a word that l or r cannot do without stands between them.
func (b *builder) torn(l, r int32) bool {
	n := b.next(l)
	return n != token.None && n < r && b.bond(l, n) == tight && b.tok(n).XPOS != token.POS || b.calls(r)
}

// plainGap reports whether the words from i to j are of one run that a title
// can hold: no quotation mark, bracket or stop among them, and none that the
// title has elsewhere.
func (b *builder) plainGap(i, j int32) bool {
	for ; i < j; i++ {
		t := b.tok(i)
		if t.UPOS == token.PUNCT && t.XPOS != token.Comma && (t.XPOS != token.HYPH || t.Is(token.SpaceBefore)) || t.Flags&token.QuoteMark != 0 {
			return false
		}
		if slices.ContainsFunc(b.parts, func(p part) bool { return p.tok == i }) {
			return false
		}
	}
	return true
}

// clashing reports whether words l and r, which do not stand side by side in
// the text, do not read well so.
func (b *builder) clashing(l, r int32) bool {
	x, y := b.tok(l), b.tok(r)
	if y.Head == l && y.Rel.Base() != token.Acl || x.Head == r && x.Rel != token.Compound {
		return false // "the capital Juba"
	}
	switch {
	case x.Noun():
		return y.Noun() && y.Rel != token.Conj && !b.relative(r) || y.UPOS == token.DET || y.UPOS == token.NUM || b.nominative(r)
	case x.UPOS == token.VERB:
		return y.UPOS == token.AUX || y.UPOS == token.VERB && syntax.Group(b.Doc, r).Finite == r && y.XPOS != token.VB
	case x.UPOS == token.ADP, x.UPOS == token.SCONJ:
		return y.UPOS == token.ADP || y.UPOS == token.AUX || y.UPOS == token.SCONJ
	case x.UPOS == token.DET:
		return y.UPOS == token.VERB || y.UPOS == token.AUX || y.UPOS == token.DET || y.UPOS == token.ADP
	}
	return false
}

// nominative reports whether i is a pronoun that opens a clause: he, they.
func (b *builder) nominative(i int32) bool {
	t := b.tok(i)
	return t.XPOS == token.PRP || t.XPOS == token.PRPS || t.XPOS == token.EX
}

// introduces reports whether "that", token i, only joins a clause to a verb of saying,
// whatever the tagger says: "said that Monday's vote".
func (b *builder) introduces(i, next int32) bool {
	return b.tok(i).Lower == "that" && i > 0 && b.tok(i-1).UPOS == token.VERB && wordTable.Has(b.tok(i-1).Lemma, classSaying) &&
		next == i+1 && b.dated(next)
}

// open takes off the front what only joins the clause to another: after, that,
// where.
func (b *builder) open() {
	for len(b.parts) > 1 {
		t := b.tok(b.parts[0].tok)
		joins := t.Rel == token.RelMark || t.Rel == token.RelCC || t.UPOS == token.PUNCT ||
			t.Rel == token.Advmod && (wordTable.Has(t.Lower, classJoining) || wordTable.Has(t.Lower, classTurn))
		if b.parts[0].text != "" || !(joins || b.introduces(b.parts[0].tok, b.parts[1].tok)) || t.XPOS == token.TO {
			return
		}
		b.parts = b.parts[1:]
	}
}
