package title

import (
	"slices"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/token"
)

// enrich gives a title that has room the words of the text that it leaves out:
// between its own and behind the last. What reads worse then is taken back.
func (b *builder) enrich() {
	before := b.fault()
	for _, more := range [...]func(){func() { b.fill(wanted) }, b.extend, b.listed, func() { b.fill(enough) }} {
		b.kept = append(b.kept[:0], b.parts...)
		more()
		if len(b.parts) > len(b.kept) && b.fault() != noFault && (before == noFault || b.halved()) {
			b.parts = append(b.parts[:0], b.kept...)
		}
	}
}

// fill writes the runs of words between two parts that are plain and leave the title
// at most so many characters long: no comma stands in them and no other clause, and
// in a title longer than wanted not only an adverb. Words that turn the sense, such as
// "only" and "when", come back however long the title is.
func (b *builder) fill(most int) {
	n := b.length()
	for m := 1; m < len(b.parts); m++ {
		l, r := b.parts[m-1], b.parts[m]
		if l.behind != 0 || r.behind != 0 || r.text != "" || r.tok <= l.tok+1 || r.tok > l.tok+farthest || b.tok(l.tok).Sent != b.tok(r.tok).Sent {
			continue
		}
		gap, size, turns := b.gap(l.tok, r.tok)
		denied := b.negation(l.tok) // "not directly" is not "not"
		turns = turns || denied
		if len(gap) == 0 || most > wanted && len(gap) == 1 && b.tok(gap[0].tok).UPOS == token.ADV && !denied || n+size > most && (!turns || n+size > limit) {
			continue
		}
		n += size
		b.parts = slices.Insert(b.parts, m, gap...)
		m += len(gap)
	}
}

// gap is what the text has between tokens l and r but for dates and words that
// only turn from one sentence to the next, its length in characters, and
// whether the sense turns on it; nil where it is no plain run.
func (b *builder) gap(l, r int32) (gap []part, size int, sense bool) {
	open, last, relative := 0, l, false
	for i := b.next(l); i != token.None && i < r; i = b.next(i) {
		t := b.tok(i)
		switch {
		case b.holds(i), b.halves(last, i), t.UPOS == token.PUNCT && !b.joiner(i), b.dash(i), t.UPOS == token.INTJ, t.UPOS == token.SYM && len(gap) == 0:
			return nil, 0, false
		case t.UPOS == token.CCONJ && b.clausal(t.Head), wordTable.Has(t.Lower, classMerely) && i > 0 && b.tok(i-1).Lower == "not":
			return nil, 0, false
		case b.subordinates(i):
			open++
			relative = relative || b.relative(i) && b.tok(l).Lower != "those"
		case b.finite(i):
			if open--; open < 0 {
				return nil, 0, false
			}
		}
		last = i
		if b.turns(i) {
			continue
		}
		sense = sense || wordTable.Has(t.Lower, classSense)
		size += utf8.RuneCountInString(b.Word(i)) + 1
		gap = append(gap, part{tok: i})
	}
	if relative && open > 0 || b.halves(last, r) {
		return nil, 0, false // "the firm that sold the mill": the title says that it did
	}
	return gap, size, sense
}

// extend writes what the text has behind the last word of the title, to the end
// of its phrase and clause, as far as there is room: a phrase from before the
// subject gives way where there is none.
func (b *builder) extend() {
	end := b.end()
	if end < 0 || b.says != token.None && b.parts[end].tok < b.says || slices.ContainsFunc(b.parts[end+1:], func(p part) bool { return p.text != "" }) {
		return
	}
	if end+1 < len(b.parts) && b.parts[end].tok == b.says && wordTable.Has(b.tok(b.says).Lemma, classSaying) {
		return // what is said stands before
	}
	more := b.onward(b.parts[end].tok, b.length())
	if b.fronts(end+1) && (len(more) == 0 || b.halfFront()) {
		all := b.parts
		b.parts = all[: end+1 : end+1]
		if more = b.onward(b.parts[end].tok, b.length()); len(more) == 0 {
			b.parts = all
		}
	}
	b.parts = slices.Insert(b.parts, end+1, more...)
}

// listed writes the rest of the list of which the title ends with an item: "opened ways
// through Larne" of "through Larne, Antrim and Bangor".
func (b *builder) listed() {
	end := b.end()
	if end < 0 || end != len(b.parts)-1 {
		return
	}
	l := b.parts[end].tok
	stop := b.lastItem(l)
	if stop == token.None {
		return
	}
	n := b.length()
	var more []part
	for i := l + 1; i <= stop; i++ {
		t := b.tok(i)
		if b.dated(i) || t.UPOS == token.PUNCT && t.XPOS != token.Comma && !b.joiner(i) && !t.Is(token.QuoteMark) || b.finite(i) {
			return
		}
		if t.Is(token.QuoteMark) {
			continue
		}
		if n += utf8.RuneCountInString(b.Word(i)) + 1; n > limit {
			return
		}
		more = append(more, part{tok: i})
	}
	b.parts = append(b.parts, more...)
	b.extend()
}

// lastItem is the last noun of the list that goes on behind a comma and token l, its
// first noun or one of those between; or None.
func (b *builder) lastItem(l int32) int32 {
	if int(l)+2 >= len(b.Tokens) || b.tok(l+1).XPOS != token.Comma {
		return token.None
	}
	for n, a := 0, l; n < maxClimb && a != token.None && b.holds(a); n++ {
		follows, last, two := false, token.None, b.tok(l+2).UPOS == token.CCONJ // two: "the mill, and shops"
		for k := range b.Kids(a) {
			t := b.tok(k)
			if t.Rel != token.Conj || !t.Noun() || b.clausal(k) {
				continue
			}
			if k <= l {
				two = false
				continue
			}
			first, _ := b.Subtree(k)
			follows = follows || first == l+1 || first == l+2
			last = k
		}
		follows = follows && !two
		if follows {
			for k := range b.Kids(last) {
				if b.tok(k).Rel == token.RelCC && k < last {
					return last
				}
			}
			return token.None
		}
		a = b.tok(a).Head
	}
	return token.None
}

// fronts reports whether the parts from index n on are a phrase from before the subject
// that can be spared: one without a finite verb.
func (b *builder) fronts(n int) bool {
	return n < len(b.parts) && b.parts[n].tok < b.parts[0].tok && !slices.ContainsFunc(b.parts[n:], func(p part) bool { return b.finite(p.tok) })
}

// halfFront reports whether the phrase from before the subject that ends the title has
// lost its own end: "in a letter" of "in a letter to the mayor".
func (b *builder) halfFront() bool {
	l := b.parts[len(b.parts)-1]
	n := b.next(l.tok)
	return l.text == "" && l.behind == 0 && n != token.None && b.tok(n).UPOS == token.ADP
}

// onward is what the text has behind token i, where the title has n characters so
// far: to the end of the clause where a title may be so long, or to the last place
// within what is wanted where it can end.
func (b *builder) onward(i int32, n int) []part {
	best, fair, weak, open, last := 0, 0, 0, 0, i
	edge := b.edge()
	var more []part
	for i = b.next(i); i != token.None; i = b.next(i) {
		t := b.tok(i)
		if b.breaks(i) || b.halves(last, i) || b.finite(i) && open == 0 || b.above(i) {
			break
		}
		if t.UPOS == token.CCONJ && t.Head != token.None && b.clausal(t.Head) || t.UPOS == token.SCONJ && b.byDoing(i) {
			fair = best // the clause is whole without what follows
		}
		if n += utf8.RuneCountInString(b.Word(i)) + 1; n > limit {
			if fair == 0 {
				fair = weak // "agreed to sell the mill", of "to sell the mill to pay for ..."
			}
			return more[:fair]
		}
		last = i
		more = append(more, part{tok: i})
		open = b.opened(open, i)
		if open == 0 && (b.ends(i) || i == edge) && !b.turns(i) && !b.whenOnly(i) {
			if best = len(more); n <= wanted {
				fair = best
			}
		} else if open == 0 && n <= enough && len(more) > 2 && t.Noun() && !b.hangs(i) && b.bond(i, b.next(i)) == near && b.clauseOf(b.next(i)) {
			weak = len(more)
		}
	}
	if best == 0 {
		best = weak
	}
	return more[:best]
}

// clauseOf reports whether a clause that says more of the noun before begins with token k:
// "the mill to pay", "a letter sent", "the men who".
func (b *builder) clauseOf(k int32) bool {
	t := b.tok(k)
	return t.XPOS == token.TO || b.asks(k) || t.UPOS == token.VERB && (t.XPOS == token.VBN || t.XPOS == token.VBG)
}

// edge is the last word of the participle's or the relative clause that the title tells,
// behind which the clause around goes on; or None.
func (b *builder) edge() int32 {
	i := b.says
	for _, p := range b.parts {
		if i == token.None && p.was {
			i = p.tok
		}
	}
	if i == token.None || b.tok(i).Rel.Base() != token.Acl {
		return token.None
	}
	_, last := b.Subtree(i)
	if int(last) >= len(b.Tokens) || !b.finite(last) || b.tok(last-1).UPOS == token.PUNCT {
		return token.None
	}
	return last - 1
}

// above reports whether verb i is no word of the relative clause that the title tells:
// "saw the man who lost the ring leave".
func (b *builder) above(i int32) bool {
	if b.says == token.None || b.tok(b.says).Rel != token.AclRelcl || b.tok(i).UPOS != token.VERB {
		return false
	}
	_, last := b.Subtree(b.says)
	return i >= last && b.tok(i).Head < b.says && !b.holds(b.tok(i).Head)
}

// turns reports whether adverb i only turns from one sentence to the next: "instead",
// not "instead of".
func (b *builder) turns(i int32) bool {
	t, n := b.tok(i), i+1
	return t.UPOS == token.ADV && wordTable.Has(t.Lower, classTurn) && !(int(n) < len(b.Tokens) && (b.tok(n).Lower == "of" || b.tok(n).Lower == "than"))
}

// whenOnly reports whether i is a verb or a noun of time that a date follows: "the war
// that ended in 1990" tells little without.
func (b *builder) whenOnly(i int32) bool {
	n := i + 1
	if t := b.tok(i); t.UPOS != token.VERB && t.XPOS != token.VBG && !wordTable.Has(t.Lower, classUnit) {
		return false
	}
	if n+1 < b.Sents[b.tok(i).Sent].Last && b.tok(n).UPOS == token.ADP {
		n++
	}
	return int(n) < len(b.Tokens) && b.dated(n)
}

// breaks reports whether another clause or an aside begins with token i.
func (b *builder) breaks(i int32) bool {
	t := b.tok(i)
	switch t.UPOS {
	case token.PUNCT:
		return !b.joiner(i) || b.dash(i)
	case token.CCONJ:
		return t.Head != token.None && b.clausal(t.Head) && (b.tok(t.Head).Rel != token.Conj || !b.leans(t.Head)) // "to rent and run the mill"
	case token.SCONJ:
		return t.Lower != "that" && t.XPOS != token.TO && !wordTable.Has(t.Lower, classAsking) && !wordTable.Has(t.Lower, classCondition) && !b.byDoing(i)
	}
	return t.XPOS == token.WRB && !wordTable.Has(t.Lower, classAsking) || t.Lower == "according"
}

// byDoing reports whether i is a preposition before a gerund that tells how, why or
// after what: by selling, after entering.
func (b *builder) byDoing(i int32) bool {
	t := b.tok(i)
	return wordTable.Has(t.Lower, classTaken) || wordTable.Has(t.Lower, classOrder) && t.Head != token.None && b.tok(t.Head).XPOS == token.VBG
}

// halves reports whether the date between l and r, which a title leaves out,
// would leave half of its phrase there: "Monday and Tuesday", "in recent years",
// "a report released on Friday".
func (b *builder) halves(l, r int32) bool {
	if r <= l+1 || !b.dated(r-1) {
		return false
	}
	x, y, d := b.tok(l), b.tok(r), b.tok(r-1)
	if x.UPOS == token.CCONJ || y.UPOS == token.CCONJ || !y.Is(token.SpaceBefore) && y.UPOS != token.PUNCT {
		return true
	}
	if x.XPOS == token.VBN && x.Rel.Base() == token.Acl && b.finite(r) && !b.holds(l) {
		return true
	}
	if b.tok(l+1).UPOS != token.ADP {
		return false
	}
	switch d.Rel.Base() {
	case token.Amod, token.Compound, token.Nummod, token.Det, token.NmodPoss:
		return d.Head >= r
	}
	return false
}
