package title

import (
	"slices"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/token"
)

// tidy puts right what a title of good words still has of what stood between them.
func (b *builder) tidy() {
	b.unplaced()
	b.except()
	for n := 1; n < len(b.parts); n++ {
		if k := b.parts[n].tok; b.parts[n].text == "" && b.tok(k).XPOS == token.Comma && b.stray(n) {
			b.parts = slices.Delete(b.parts, n, n+1)
		}
	}
	b.list()
	b.asker()
	b.today()
	b.untimed()
}

// untimed takes out an adverb of the time that a date says: "shortly" of "left shortly
// after 6 p.m. to fetch help".
func (b *builder) untimed() {
	for n := 2; n < len(b.parts); n++ {
		i := b.parts[n].tok
		if b.parts[n].text == "" && int(i)+2 < len(b.Tokens) && b.dated(i+2) && !b.holds(i+1) &&
			wordTable.Has(b.tok(i).Lower, classTurn) && wordTable.Has(b.tok(i+1).Lower, classMarks) {
			b.parts = slices.Delete(b.parts, n, n+1)
			n--
		}
	}
}

// asker puts the verb of saying that opens the title behind who says it: of "asked the
// boy" before what he asked.
func (b *builder) asker() {
	n := len(b.parts) - 1
	if p := b.parts[0]; n < 2 || p.tok != b.says || p.text != "" || !b.finite(p.tok) || b.parts[n].text == "" || b.parts[n].text[0] != ':' || !wordTable.Has(b.tok(p.tok).Lemma, classSaying) {
		return
	}
	for k := 1; k < n; k++ {
		if t := b.tok(b.parts[k].tok); b.parts[k].tok != b.says+int32(k) || !t.Noun() && t.UPOS != token.DET && t.UPOS != token.ADJ && t.UPOS != token.PRON {
			return
		}
	}
	verb := b.parts[0]
	copy(b.parts, b.parts[1:n])
	b.parts[n-1] = verb
}

// list joins by "and" the last two names of a list that stands before its verb and has
// lost its end: "the mayor, two captains" of "the mayor, two captains and a pilot".
func (b *builder) list() {
	if b.says == token.None || b.doer == token.None {
		return
	}
	last := -1
	for n, p := range b.parts {
		t := b.tok(p.tok)
		if p.tok >= b.says || b.finite(p.tok) {
			break
		}
		if p.text != "" || t.UPOS == token.CCONJ || t.UPOS == token.VERB || b.asks(p.tok) {
			return
		}
		if t.Lower == "," && n > 0 && n+1 < len(b.parts) {
			last = n
		}
	}
	if last < 0 {
		return
	}
	for k := range b.Kids(b.doer) {
		first, end := b.Subtree(k)
		if r := b.parts[last+1].tok; b.tok(k).Rel == token.Conj && first <= r && r < end && b.tok(k).Noun() {
			b.parts[last].text, b.parts[last].apart = "and", true
			return
		}
	}
}

// stray reports whether the comma that is part n has nothing to part: it stood behind a
// date, "the May 3, 2004, vote", or behind an aside between the subject and its verb.
func (b *builder) stray(n int) bool {
	l, k := b.parts[n-1], b.parts[n].tok
	if n+1 < len(b.parts) && l.tok != k-1 && l.text == "" && b.tok(l.tok).Noun() && b.tok(b.parts[n+1].tok).UPOS == token.CCONJ &&
		!slices.ContainsFunc(b.parts[:n], func(p part) bool { return b.tok(p.tok).XPOS == token.Comma }) {
		return true // "Ann Lowe, 52, and Per Lund"
	}
	if x := b.tok(l.tok); l.tok != k-1 && b.dated(k-1) && (x.UPOS == token.DET || x.UPOS == token.ADP && x.Head > k) {
		return true
	}
	if n+1 >= len(b.parts) || b.says == token.None {
		return false
	}
	r := b.parts[n+1].tok
	return (r == b.says || b.tok(r).Head == b.says) && b.finite(r) &&
		!slices.ContainsFunc(b.parts[:n], func(p part) bool { return b.finite(p.tok) || b.tok(p.tok).XPOS == token.Comma || b.asks(p.tok) })
}

// unplaced takes off the front the words before a colon that the title steps over: the
// place of a report, a speaker.
func (b *builder) unplaced() {
	if b.says == token.None {
		return
	}
	for n := 1; n < min(len(b.parts), fewest); n++ {
		l, r := b.parts[n-1], b.parts[n]
		if r.tok == l.tok+2 && b.tok(l.tok+1).Lower == ":" && b.says >= r.tok && l.text == "" && r.text == "" {
			b.parts = b.parts[n:]
			return
		}
	}
}

// except writes what the title says does not hold of, however long it is: "all roads,
// except two, are closed".
func (b *builder) except() {
	for n := 1; n <= len(b.parts); n++ {
		l := b.parts[n-1]
		last := b.Sents[b.tok(l.tok).Sent].Last
		if n < len(b.parts) {
			last = b.parts[n].tok
		} else if b.end() != n-1 {
			return
		}
		if l.behind != 0 || last <= l.tok+1 || b.tok(max(last-1, 0)).Sent != b.tok(l.tok).Sent {
			continue
		}
		if more := b.exception(l.tok+1, last, n < len(b.parts)); len(more) > 0 {
			b.parts = slices.Insert(b.parts, n, more...)
			n += len(more)
		}
	}
}

// exception is the phrase that begins with token i, at most behind a comma, and says
// of whom a clause does not hold, with the comma behind it if more follows; nil if none
// does or it is too long.
func (b *builder) exception(i, last int32, follows bool) []part {
	first := i
	for b.tok(i).XPOS == token.Comma || wordTable.Has(b.tok(i).Lower, classWith) {
		if i++; i >= last {
			return nil
		}
	}
	if !wordTable.Has(b.tok(i).Lower, classExcept) {
		return nil
	}
	n, open := b.length(), b.tok(first).XPOS == token.Comma
	var out []part
	for k := first; k < last; k++ {
		t := b.tok(k)
		if b.holds(k) || t.UPOS == token.PUNCT && t.XPOS != token.Comma && !b.joiner(k) {
			break
		}
		if t.XPOS == token.Comma && k > first {
			if follows && open {
				out = append(out, part{tok: k})
			}
			break
		}
		if n += utf8.RuneCountInString(b.Word(k)) + 1; n > limit {
			return nil
		}
		out = append(out, part{tok: k})
	}
	return out
}

// today puts an article in the place of the day that opens the title as whose something
// is: the vote of "Sunday's vote" stands below that day.
func (b *builder) today() {
	n := 0
	for n < len(b.parts) && b.parts[n].text == "" && b.dated(b.parts[n].tok) {
		n++
	}
	if n == 0 || n+2 > len(b.parts) || b.tok(b.parts[n].tok).XPOS != token.POS {
		return
	}
	b.parts = b.parts[n:]
	b.parts[0].text = "The"
}
