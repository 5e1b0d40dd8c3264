package title

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// quote writes what verb i says, of which the title has nothing yet: the
// quotation, as told reporters: "We ...", or the clause before it. It reports
// whether there is any.
func (b *builder) quote(i int32) bool {
	k := b.quoted(i)
	if k == token.None {
		return b.fronted(i)
	}
	q := b.tok(k).Quote
	for b.Quotes[q].Parent != token.None {
		q = b.Quotes[q].Parent
	}
	first, last := b.Range(b.Quotes[q].Content)
	verb, small := false, false
	for m := first; m < last; m++ {
		t := b.tok(m)
		verb = verb || t.UPOS == token.VERB || t.UPOS == token.AUX
		small = small || m > first && t.UPOS != token.PUNCT && !t.Is(token.Capital)
	}
	if !verb || !small || last-first < sayable {
		return false // a name in marks
	}
	s := strings.TrimRight(strings.Join(strings.Fields(b.upTo(b.Quotes[q].Content)), " "), ",.")
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) {
		return false
	}
	b.parts = append(b.parts, part{tok: k, text: `: "` + s + `"`})
	return true
}

// sayable is how many words a quotation has at least that a title tells.
const sayable = 3

// upTo is what a title has room for of the quotation s, whole or to where it can end.
func (b *builder) upTo(s token.Span) string {
	first, last := b.Range(s)
	n := b.length() + len(`: ""`)
	best, fair := token.None, token.None
	for i := first; i < last; i++ {
		t := b.tok(i)
		n = n + utf8.RuneCountInString(b.Word(i))
		if t.Is(token.SpaceBefore) {
			n++
		}
		if n > enough && best != token.None || n > limit {
			break
		}
		if i+1 == last {
			return b.Str(s)
		}
		if t.UPOS == token.PUNCT || b.hangs(i) {
			continue
		}
		switch b.bond(i, i+1) {
		case loose:
			best = i
		case near:
			fair = i
		}
	}
	if best == token.None {
		best = fair
	}
	if best == token.None {
		return ""
	}
	return b.Str(token.Span{Start: s.Start, End: b.tok(best).End}) + " …"
}

// fronted writes the clause that stands before the verb of saying i and its
// subject: "Prices will rise, the bank said".
func (b *builder) fronted(i int32) bool {
	s := b.subject(i)
	if !wordTable.Has(b.tok(i).Lemma, classSaying) || s == token.None || b.relative(s) || !b.bereft(i) || syntax.Group(b.Doc, i).Passive {
		return false
	}
	return b.ahead(i, s)
}

// ahead writes behind verb i of saying the clause that stands before it and its subject
// s. It reports whether there is one.
func (b *builder) ahead(i, s int32) bool {
	if slices.ContainsFunc(b.parts, func(p part) bool { return p.behind == i+1 }) {
		return true
	}
	comma, _ := b.Subtree(s)
	first := b.Sents[b.tok(i).Sent].First
	comma = min(comma, i) - 1
	if comma > first && b.tok(comma).Is(token.QuoteMark) {
		comma--
	}
	if comma <= first || b.tok(comma).XPOS != token.Comma || b.tok(first).Is(token.QuoteMark) {
		return false
	}
	for k := first; b.tok(first).UPOS == token.ADP && k < min(comma, first+farthest); k++ { // "In May, prices rose, the bank said"
		if b.tok(k).XPOS == token.Comma {
			first = k + 1
		}
	}
	n, best, finite := b.length(), token.None, false
	for k := first; k < comma && b.tok(k).XPOS != token.Comma; k++ {
		if t := b.tok(k); t.UPOS == token.PUNCT && t.XPOS != token.HYPH && !t.Is(token.QuoteMark) || k == first && (t.UPOS == token.SCONJ || t.UPOS == token.CCONJ || t.Rel == token.Case) {
			return false
		}
		finite = finite || b.finite(k)
		if n += utf8.RuneCountInString(b.Word(k)) + 1; n > enough {
			break
		}
		if finite && b.bond(k, b.next(k)) == loose && !b.hangs(k) {
			best = k
		}
	}
	if best != token.None {
		b.parts = slices.DeleteFunc(b.parts, func(p part) bool { return p.tok >= first && p.tok <= best && p.behind == 0 }) // whatever the tree has
	}
	for k := first; k <= best; k++ {
		if !b.tok(k).Is(token.QuoteMark) {
			b.parts = append(b.parts, part{tok: k, behind: i + 1})
		}
	}
	return best != token.None
}

// quoted is the head of a quotation that tells what verb i says, which stands
// outside, or None.
func (b *builder) quoted(i int32) int32 {
	for k := range b.Kids(i) {
		if r := b.tok(k).Rel; (r == token.Ccomp || r == token.Parataxis) && b.outside(k, i) {
			return k
		}
	}
	if !wordTable.Has(b.tok(i).Lemma, classSaying) || b.tok(i).Quote != token.None || !b.bereft(i) || syntax.Group(b.Doc, i).Passive {
		return token.None
	}
	s := &b.Sents[b.tok(i).Sent]
	for k := s.First; k < s.Last; k++ {
		if b.tok(k).Quote == token.None {
			continue
		}
		// At the start of the sentence, or behind the comma or colon that opens it.
		if p := k - 2; p < s.First || b.tok(p).UPOS == token.PUNCT {
			return k
		}
		return token.None
	}
	// "Why?" the judge asked.
	if k := s.First - 2; k >= 0 && s.Last-s.First <= longest && !syntax.Group(b.Doc, i).Negated && b.tok(k+1).Is(token.QuoteMark) && b.tok(k).Quote != token.None && b.Sents[b.tok(k).Sent].Para == s.Para {
		return k
	}
	return token.None
}

// outside reports whether the clause of k stands in a quotation that i does not
// stand in; one that is quoted in part is a clause as any other.
func (b *builder) outside(k, i int32) bool {
	first, _ := b.Subtree(k)
	for first < k && b.tok(first).UPOS == token.PUNCT && b.tok(first).Quote == token.None {
		first++
	}
	return b.tok(first).Quote != token.None && b.tok(k).Quote != token.None && b.tok(i).Quote == token.None
}
