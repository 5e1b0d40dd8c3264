package title

import (
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// verbatim puts the words of the sentence of i as they stand in the place of a title
// that does not read well: all of them where there is room, or to where a clause
// ends behind i, if not all are asked for. Whose word it is and a bracket stay away, as do dates.
func (b *builder) verbatim(i int32, all bool) {
	root := b.mainClause(token.None, b.tok(i).Sent)
	if !b.in.Fact && root != i && b.tok(i).Head != root && !b.infinitive(i) {
		return // that the sentence is true is not that i is
	}
	made := *b
	first, last := b.span(i)
	b.parts, b.around, b.says, b.doer = make([]part, 0, 32), false, token.None, token.None
	whole, finite := b.stand(first, last, i)
	if !whole && len(b.parts) > 0 {
		b.listed()
	}
	if b.holds(root) {
		b.says = root
	}
	if !finite || !b.reaches(i) || all && !(whole && b.nameable()) || root == token.None && b.mainless() || !whole && b.severed() || b.faultyEnd() {
		*b = made
		return
	}
	p := &b.parts[0]
	switch b.tok(p.tok).XPOS {
	case token.PRP:
		p.text = b.name(p.tok)
	case token.PRPS:
		if k := b.owning(p.tok); k != "" {
			p.text = k
		}
	}
}

// severed reports whether the words of the text that the title has in one piece lack
// what the last of them ask for; what stands before is as the text has it.
func (b *builder) severed() bool {
	f := b.fault()
	return f == cut || f == bereft || f == dependent || b.mainless() || b.end() >= 0 && b.lastItem(b.parts[b.end()].tok) != token.None
}

// reaches reports whether the title has words enough, opens with none that is a verb,
// and begins no later than with i.
func (b *builder) reaches(i int32) bool {
	if len(b.parts) < fewest {
		return false
	}
	k := b.parts[0].tok
	return k <= i && (!b.finite(k) || b.tok(k).UPOS == token.NOUN)
}

// nameable reports whether the title opens with no pronoun, or one whose name is known.
func (b *builder) nameable() bool {
	k := b.parts[0].tok
	return b.tok(k).XPOS != token.PRP || b.name(k) != ""
}

// mainless reports whether each finite verb of the title is that of a relative clause.
func (b *builder) mainless() bool {
	open := 0 // relative clauses that have no verb
	for _, p := range b.parts {
		if b.asks(p.tok) {
			open++
		} else if b.finite(p.tok) {
			open--
		}
	}
	return open >= 0
}

// stand writes the words from first to last as they stand, if not all of them to the
// end of a clause behind i. It reports whether all are there, and whether a verb is
// among them.
func (b *builder) stand(first, last, i int32) (whole, finite bool) {
	n, best, fair := 0, 0, 0 // characters; parts to the end of a clause, and to another place to end
	before := first - 1      // the word written last
	cut := func() {
		if best < fewest {
			best = fair
		}
		b.parts = b.parts[:best]
	}
	for k := first; k < last; k++ {
		t := b.tok(k)
		if t.XPOS == token.LRB {
			if k = b.bracket(k); k == token.None {
				cut()
				return false, finite
			}
			continue
		}
		if t.Is(token.QuoteMark) || len(b.parts) > 0 && b.skips(before, k, last) {
			continue
		}
		comma := t.XPOS == token.Comma
		switch {
		case comma && (len(b.parts) == 0 || b.tok(before).XPOS == token.Comma || before != k-1 && !b.tok(before).Noun()):
			continue // of a date
		case t.UPOS == token.PUNCT && !comma && !b.joiner(k) && k+1 < last:
			if k > i && finite && len(b.parts) > 0 && !b.hangs(before) {
				return true, true // a dash
			}
			return false, false
		case k > i && finite && (comma || b.breaks(k)) && b.tok(before).UPOS != token.PUNCT && !b.hangs(before):
			best = len(b.parts)
		}
		if n += utf8.RuneCountInString(b.Word(k)) + 1; n > limit {
			cut()
			return false, finite
		}
		b.parts = append(b.parts, part{tok: k})
		finite, before = finite || b.finite(k), k
		if k >= i && finite && b.ends(k) {
			fair = len(b.parts)
		}
	}
	for len(b.parts) > 0 && b.tok(b.parts[len(b.parts)-1].tok).UPOS == token.PUNCT {
		b.parts = b.parts[:len(b.parts)-1]
	}
	return true, finite
}

// span is where the words of the sentence of i begin and end that tell what it does,
// without those that tie it to another and those of somebody who says so.
func (b *builder) span(i int32) (first, last int32) {
	s := &b.Sents[b.tok(i).Sent]
	first, last = s.First, s.Last
	for k := first; k < last; k++ {
		if w := b.tok(k).Lower; w != ";" && w != ":" {
			continue
		} else if k > i {
			last = k
		} else {
			first = k + 1 // a clause of its own
		}
	}
	if b.in.Said {
		first = max(first, b.behindSaying(i, first))
		last = b.beforeSaying(i, last)
	}
	for first+1 < i {
		switch t, n := b.tok(first), b.tok(first+1); {
		case t.UPOS == token.PUNCT, t.UPOS == token.CCONJ && t.Rel == token.RelCC, b.dated(first) && n.XPOS == token.Comma:
		case t.UPOS == token.ADP && b.dated(first+1):
			k := first + 1
			for k < i && b.dated(k) {
				k++
			}
			if t := b.tok(k); t.XPOS != token.Comma && !t.Noun() && t.UPOS != token.DET && t.UPOS != token.PRON {
				return first, last
			}
			first = k - 1
		case t.UPOS == token.ADV && wordTable.Has(t.Lower, classTurn) && n.XPOS == token.Comma:
		default:
			return first, last
		}
		first++
	}
	return first, last
}

// behindSaying is the first word behind what says that i is so, in words from first on:
// "The bank said in May that"; or first.
func (b *builder) behindSaying(i, first int32) int32 {
	for n, k := 0, i; n < maxClimb && b.tok(k).Head != token.None; n++ {
		h := b.tok(k).Head
		if b.tok(k).Rel != token.Ccomp || h > i || h < first || !wordTable.Has(b.tok(h).Lemma, classSaying) {
			k = h
			continue
		}
		m := h + 1
		for m < i && (b.dated(m) || b.tok(m).UPOS == token.ADP && b.dated(m+1) || b.tok(m).XPOS == token.IN && b.tok(m).Lower == "that" || b.tok(m).UPOS == token.PUNCT) {
			m++
		}
		if b.finite(m) || syntax.Object(b.Doc, h) > h || b.tok(m).UPOS == token.ADP {
			return first
		}
		return m
	}
	return first
}

// beforeSaying is the comma behind which somebody says that i is so, in the words
// before last: ", the bank said"; or last.
func (b *builder) beforeSaying(i, last int32) int32 {
	k, said, verbs := last-1, false, 0
	for ; k > i && b.tok(k).XPOS != token.Comma; k-- {
		if b.finite(k) {
			said = wordTable.Has(b.tok(k).Lemma, classSaying)
			verbs++
		}
	}
	if k > i && (said && verbs == 1 || k+1 < last && b.tok(k+1).Lower == "according") {
		return k
	}
	return last
}

// skips reports whether word k is of a date, or the preposition of one, that can be left
// out between word l and the end.
func (b *builder) skips(l, k, last int32) bool {
	if !b.dated(k) && !(b.tok(k).UPOS == token.ADP && b.tok(k).Lower != "of" && k+1 < last && b.dated(k+1)) {
		return false
	}
	n := k
	for n < last && (b.dated(n) || n == k) {
		n++
	}
	return b.next(l) == n && (n == last || !b.halves(l, n))
}
