package title

import (
	"slices"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/token"
)

// repair writes the title again where it does not read well: its subject and,
// from the verb on, the words of the text in one piece. What is no better is
// not kept.
func (b *builder) repair(f fault) {
	made := slices.Clone(b.parts)
	if b.says != token.None && b.parts[0].tok > b.says || slices.ContainsFunc(made, func(p part) bool { return p.behind != 0 }) {
		return // the text has another order
	}
	// A phrase from before the subject is what can be spared first.
	b.parts = slices.DeleteFunc(b.parts, func(p part) bool { return p.tok < made[0].tok })
	if len(b.parts) < len(made) && b.fault() == noFault {
		return
	}
	need := b.parts[0].tok
	if b.says == token.None {
		if f != headless && f != dependent && b.piece(nil, need, need) && b.better(made) {
			return
		}
	} else {
		start := b.groupStart(b.says)
		need = b.need(b.says)
		for _, lead := range b.subjects(start, f) {
			if lead != nil && b.piece(lead, start, need) && b.better(made) {
				return
			}
		}
		// At last all words from the first on: "A man who they say ran was shot".
		if p := made[0]; p.tok < start && f != headless && f != dependent && b.piece(made[:1:1], p.tok+1, need) && b.better(made) {
			return
		}
	}
	b.parts = made
	if f == headless || f == dependent || !b.settle(need) {
		b.parts = made
	}
}

// better reports whether the title reads well now, and tells something.
func (b *builder) better(made []part) bool {
	return len(b.parts) >= min(fewest, len(made)) && b.fault() == noFault
}

// need is the last word that predicate i cannot do without: itself, or the head
// of what it acts on.
func (b *builder) need(i int32) int32 {
	n := i
	for k := range b.Kids(i) {
		switch b.tok(k).Rel {
		case token.Obj, token.Iobj, token.Xcomp, token.Ccomp:
			n = max(n, k)
		}
	}
	for k := i; k < n; k++ {
		if b.tok(k).XPOS == token.Comma {
			return i // whatever the tree has
		}
	}
	return n
}

// subjects are what may be the subject of the verb group from start on, the
// likeliest first: that of the title, the words of the text in its place, those
// right before the verb.
func (b *builder) subjects(start int32, f fault) [3][]part {
	var out [3][]part
	if f != headless && f != dependent {
		n := 0
		for n < len(b.parts) && b.parts[n].tok < start && (n == 0 || !b.faultySeam(b.parts[n-1], b.parts[n])) {
			n++
		}
		if n > 0 && (n == len(b.parts) || b.parts[n].tok >= start) {
			out[0] = slices.Clone(b.parts[:n])
		}
		if s := b.subject(b.says); s != token.None && s < start && !b.relative(s) {
			out[1] = b.stretch(s, start)
		}
	}
	out[2] = b.before(start)
	return out
}

// stretch is all words from the first of subject s to token i, if they are few
// and of one phrase.
func (b *builder) stretch(s, i int32) []part {
	k, _ := b.Subtree(s)
	switch b.tok(k).UPOS {
	case token.ADP, token.PUNCT, token.CCONJ:
		return nil
	}
	if i-k > 2*longest {
		return nil
	}
	return b.keep(k, i)
}

// keep are the tokens from k to i as parts, dates, brackets and quotation marks left out,
// with the names that the title has for them; nil if they are of several runs.
func (b *builder) keep(k, i int32) []part {
	var out []part
	for ; k < i; k++ {
		switch t := b.tok(k); {
		case t.Is(token.QuoteMark), b.dated(k) && !b.owns(k, i, false):
			continue
		case t.XPOS == token.LRB:
			if k = b.bracket(k); k == token.None {
				return nil
			}
			continue
		case t.UPOS == token.PUNCT && t.XPOS != token.Comma && !b.joiner(k) || b.dash(k):
			return nil
		}
		p := part{tok: k}
		if n := slices.IndexFunc(b.parts, func(p part) bool { return p.tok == k }); n >= 0 {
			p = b.parts[n] // perhaps with a name
		}
		out = append(out, p)
	}
	return out
}

// before is the run of words before token i in which its subject stands: back
// to what opens a clause, over an aside that ends before i.
func (b *builder) before(i int32) []part {
	first := b.Sents[b.tok(i).Sent].First
	if i <= first {
		return nil
	}
	k := i - 1
	for k > first && b.tok(k).UPOS == token.ADV {
		k--
	}
	k = b.overAside(k, first)
	end := k
	for k >= first && end-k <= longest+1 && !b.opensClause(k) {
		k--
	}
	if end-k > longest+1 || k > first && b.tok(k).UPOS == token.CCONJ && b.tok(k-1).Noun() {
		return nil
	}
	out := b.keep(k+1, end+1)
	if len(out) == 0 {
		return nil
	}
	last := out[len(out)-1].tok
	if t := b.tok(last); !t.Noun() && t.XPOS != token.PRP {
		return nil
	}
	for n, p := range out { // of "farmers in the town" it is the farmers
		if n > 0 && b.tok(p.tok).UPOS == token.ADP {
			last = out[n-1].tok
			break
		}
	}
	if b.clash(last, i) {
		return nil
	}
	return out
}

// opensClause reports whether the words of a clause begin behind token k.
func (b *builder) opensClause(k int32) bool {
	t := b.tok(k)
	if t.UPOS == token.PUNCT {
		return !b.joiner(k) && !t.Is(token.QuoteMark) || b.dash(k)
	}
	return b.finite(k) || t.UPOS == token.SCONJ || t.Rel == token.RelMark || t.UPOS == token.CCONJ || t.XPOS == token.WRB || t.XPOS == token.WDT || t.XPOS == token.WP
}

// dash reports whether k is a sign with blanks around it.
func (b *builder) dash(k int32) bool {
	return b.joiner(k) && b.tok(k).Is(token.SpaceBefore) && int(k)+1 < len(b.Tokens) && b.tok(k+1).Is(token.SpaceBefore)
}

// overAside is the token before the aside that ends with token k, in commas,
// dashes or brackets; or k.
func (b *builder) overAside(k, first int32) int32 {
	t := b.tok(k)
	if t.UPOS != token.PUNCT && !b.dash(k) || t.Is(token.QuoteMark) {
		return k
	}
	for m := k - 1; m > max(first, k-farthest); m-- {
		x := b.tok(m)
		if x.Lower == t.Lower && x.Lower != ")" || t.XPOS == token.RRB && x.XPOS == token.LRB {
			return m - 1
		}
	}
	return k
}

// piece makes the title of lead and the words from start on, to the last place
// where it can end that is not before need.
func (b *builder) piece(lead []part, start, need int32) bool {
	out := slices.Clone(lead)
	b.parts = out
	n, best, fit := 0, 0, 0 // characters so far; parts and characters to where it can end
	if len(out) > 0 {
		n = b.length()
	}
	open := 0 // clauses that have begun and still lack their verb
	for i := start; i != token.None; i = b.next(i) {
		t := b.tok(i)
		if t.XPOS == token.LRB {
			after := b.bracket(i)
			if after == token.None {
				break
			}
			if best == len(out) && b.tok(after+1).Noun() {
				best = 0
			}
			i = after
			continue
		}
		if t.UPOS == token.PUNCT && !b.joiner(i) && (t.XPOS != token.Comma || best > 0) {
			break
		}
		if best > 0 && t.UPOS == token.CCONJ && b.clausal(t.Head) {
			break
		}
		n += utf8.RuneCountInString(b.Word(i)) + 1
		if n > limit || n > wanted && best > 0 && fit >= short {
			break
		}
		out = append(out, part{tok: i})
		open = b.opened(open, i)
		if i >= need && open == 0 && b.ends(i) {
			best, fit = len(out), n
		}
	}
	b.parts = out[:best]
	return best > 0
}

// short is how many characters a title has that takes more than wanted to get on.
const short = 50

// farthest is how many words an aside has at most that a subject stands before.
const farthest = 60

// bracket is the end of the short aside in brackets that token i opens, behind
// which its sentence goes on; or None.
func (b *builder) bracket(i int32) int32 {
	for k := i + 1; k < min(i+longest, b.Sents[b.tok(i).Sent].Last-1); k++ {
		if b.tok(k).XPOS == token.RRB {
			return k
		}
	}
	return token.None
}

// settle takes words off the end, but not need, until the title reads well.
func (b *builder) settle(need int32) bool {
	for n := len(b.parts) - 1; n >= fewest; n-- {
		if b.parts[n].tok <= need {
			return false
		}
		b.parts = b.parts[:n]
		if b.ends(b.parts[n-1].tok) && b.fault() == noFault {
			return true
		}
	}
	return false
}

// fewest is how many words a title keeps that is cut back.
const fewest = 4
