package title

import (
	"slices"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// bond is how much a word needs the one that the text has behind it.
type bond uint8

const (
	loose bond = iota // a title can end between the two
	near              // it says more with the second
	tight             // it does not read well without it
)

// next is the first token behind l, of its sentence, that is no date and no
// preposition of one; or None.
func (b *builder) next(l int32) int32 {
	last := b.Sents[b.tok(l).Sent].Last
	i := l + 1
	if i < last && (b.tok(l).UPOS == token.ADP && b.tok(l).Rel != token.CompoundPrt || bound(b.tok(l).Lower) || b.dated(l)) {
		return i // the date behind a word that stays, "than in May", stays
	}
	for i < last {
		switch {
		case b.tok(i).Is(token.QuoteMark):
			i++
		case b.dated(i) && b.owns(i, last, false):
			return i
		case b.dated(i):
			i++
		case b.tok(i).UPOS == token.ADP && b.tok(i).Lower != "of" && i+1 < last && b.dated(i+1) && !b.owns(i+1, last, true) && !b.notUntil(i):
			i += 2
		default:
			return i
		}
	}
	return token.None
}

// notUntil reports whether i is "until" behind what a title denies: "did not pay until
// May" is that somebody paid.
func (b *builder) notUntil(i int32) bool {
	w := b.tok(i).Lower
	return (w == "until" || w == "till") && b.says != token.None && i > b.says && syntax.Group(b.Doc, b.says).Negated
}

// owns reports whether the date that begins with token i stands before a noun as
// whose it is, "Sunday's vote", or, if words are asked for too, as one of its
// words: "for the spring sowing".
func (b *builder) owns(i, last int32, words bool) bool {
	for ; i < last && b.dated(i); i++ {
		if n := i + 1; n < last && !b.dated(n) {
			t := b.tok(i)
			return b.tok(n).XPOS == token.POS || words && t.Head >= n && b.tok(n).Noun() && t.Noun()
		}
	}
	return false
}

// bond is how much word l needs r, which the text has right behind it or
// behind a date.
func (b *builder) bond(l, r int32) bond {
	if r == token.None {
		return loose
	}
	x, y := b.tok(l), b.tok(r)
	if r == l+1 && b.hyphened(l, r) {
		return tight
	}
	if y.UPOS == token.PUNCT || y.UPOS == token.SYM && y.XPOS != token.Dollar && r != l+1 {
		return loose
	}
	if y.Is(token.Joined) {
		return tight // n't, 's
	}
	if b.leads(l, r) {
		return tight
	}
	switch {
	case x.Lower == "as" && (y.UPOS == token.ADV || y.UPOS == token.ADJ), y.Lower == "as" && l > 0 && b.tok(l-1).Lower == "as" && (x.UPOS == token.ADV || x.UPOS == token.ADJ): // "as far as"
		return tight
	case wordTable.Has(x.Lower, classUnit) && wordTable.Has(y.Lower, classMarks): // "an hour after"
		return tight
	case y.Lower == "of" && (x.Noun() || x.UPOS == token.NUM || x.UPOS == token.ADJ || wordTable.Has(x.Lower, classShare)), bound(y.Lower):
		return tight
	case y.Rel == token.RelMark && y.XPOS == token.IN && y.Lower == "that" && (x.UPOS == token.NOUN || x.UPOS == token.ADJ): // "evidence that"
		return tight
	case x.UPOS == token.VERB && (y.XPOS == token.IN && y.Lower == "that" || wordTable.Has(y.Lower, classAsking)):
		return tight
	case y.UPOS == token.ADP && (b.wants(l, r) || b.goesOn(l, r) || b.notUntil(r)):
		return tight
	case y.XPOS == token.TO && wordTable.Has(x.Lower, classUnfilled) && b.fills(l, r):
		return tight
	case x.UPOS == token.VERB && y.UPOS == token.ADV && y.Head == l && wordTable.Has(y.Lower, classKept): // "get along"
		return tight
	case x.Ent != token.None && x.Ent == y.Ent, x.UPOS == token.NUM && y.UPOS == token.NOUN && r == l+1 && b.counts(l):
		return tight
	case y.XPOS == token.TO, y.Rel == token.RelMark && y.Lower == "that", y.XPOS == token.WDT, y.XPOS == token.WP, y.XPOS == token.WPS:
		return near
	case y.XPOS == token.VB && y.UPOS == token.VERB && y.Rel != token.Conj:
		if x.Noun() || x.UPOS == token.PRON {
			return near // "help them build"
		}
	case y.XPOS == token.VBN, y.XPOS == token.VBG:
		if x.Noun() || x.UPOS == token.NUM || x.UPOS == token.PRON || x.UPOS == token.DET {
			return near
		}
	case y.Noun(), y.UPOS == token.DET, y.UPOS == token.PRON, y.UPOS == token.NUM, y.UPOS == token.ADJ:
		if x.Noun() || x.UPOS == token.VERB || x.Rel == token.CompoundPrt || x.UPOS == token.NUM && y.UPOS == token.DET {
			return near
		}
	case y.UPOS == token.ADP && y.Rel == token.RelMark && (y.Lower == "to" || b.tok(y.Head).XPOS == token.VBG): // before a verb
		return near
	case y.UPOS == token.ADP:
		if x.UPOS == token.VERB || x.UPOS == token.ADJ {
			return near
		}
	}
	return loose
}

// bound reports whether w needs what stands before it and what follows.
func bound(w string) bool { return w == "than" || w == "worth" }

// counts reports whether the number l, of money or with an article before it, tells of
// the noun behind it how much it is: "its $2 million rebuilding".
func (b *builder) counts(l int32) bool {
	for k := l - 1; k >= max(0, l-3); k-- {
		switch t := b.tok(k); {
		case t.UPOS == token.NUM, t.XPOS == token.Dollar:
		default:
			return t.XPOS == token.POS || t.XPOS == token.PRPS || b.article(k)
		}
	}
	return false
}

// wants reports whether word l asks for the preposition r: leverage over, resistant to.
func (b *builder) wants(l, r int32) bool {
	return r != token.None && wordTable.Has(b.tok(l).Lemma+" "+b.tok(r).Lower, classGoverned)
}

// goesOn reports whether the preposition r stands within the name that ends with l as
// far as it was found: "League for" of "League for Peace".
func (b *builder) goesOn(l, r int32) bool {
	e := b.tok(l).Ent
	if e == token.None || b.Ents[e].Type != token.ORG || b.tok(r).Lower != "for" {
		return false
	}
	n := r + 1
	if int(n) < len(b.Tokens) && b.tok(n).Lower == "the" {
		n++
	}
	return int(n) < len(b.Tokens) && b.tok(n).UPOS == token.PROPN
}

// fills reports whether "to", token r, marks an infinitive of noun l.
func (b *builder) fills(l, r int32) bool {
	v := b.tok(r).Head
	return v != token.None && b.tok(v).Head == l
}

// hyphened reports whether the words around the end of l are written as one:
// go-ahead, 8-1, 24/25.
func (b *builder) hyphened(l, r int32) bool {
	y := b.tok(r)
	if y.Is(token.SpaceBefore) || y.Is(token.Joined) || y.UPOS == token.AUX {
		return false
	}
	if y.UPOS != token.PUNCT && y.UPOS != token.SYM {
		return !y.Is(token.QuoteMark) && b.tok(l).UPOS != token.PUNCT || b.joiner(l)
	}
	return b.joiner(r) && int(r)+1 < len(b.Tokens) && !b.tok(r+1).Is(token.SpaceBefore) && b.tok(r+1).UPOS != token.PUNCT
}

// joiner reports whether i is a sign inside a word.
func (b *builder) joiner(i int32) bool {
	t := b.tok(i)
	return t.XPOS == token.HYPH || wordTable.Has(t.Lower, classJoiner)
}

// leads reports whether word l leads to r and cannot do without it.
func (b *builder) leads(l, r int32) bool {
	x, y := b.tok(l), b.tok(r)
	if y.UPOS == token.ADV {
		return false
	}
	switch x.XPOS {
	case token.DT, token.PDT, token.PRPS, token.POS, token.CC, token.TO, token.MD, token.Dollar, token.WPS, token.WDT:
		return x.UPOS != token.PRON || x.XPOS != token.DT
	case token.IN:
		return x.Rel != token.CompoundPrt && x.UPOS != token.ADV
	}
	if y.Head == l {
		switch y.Rel {
		case token.Flat, token.Fixed, token.Goeswith, token.CompoundPrt:
			return true
		case token.Obj, token.Xcomp, token.Ccomp:
			if x.UPOS == token.VERB && y.XPOS == token.VBG {
				return true // "favoured selling"
			}
		}
	}
	if x.UPOS == token.AUX {
		return true
	}
	if x.Head >= r {
		switch x.Rel.Base() {
		case token.Det, token.Amod, token.Nummod, token.Compound, token.NmodPoss, token.Case, token.RelMark:
			return true
		case token.Advmod:
			return x.Head == r && gradable(y)
		}
	}
	return bound(x.Lower)
}

// calls reports whether word r, which a title has, needs the word before it.
func (b *builder) calls(r int32) bool {
	p := b.tok(r - 1)
	if b.hyphened(r-1, r) || b.tok(r).XPOS == token.POS || b.tok(r).XPOS == token.VB && p.Lower == "to" {
		return true
	}
	if b.dated(r - 1) {
		return b.dated(r) // "next month's"
	}
	if p.Head < r {
		return false
	}
	if p.Rel == token.RelCC && p.UPOS == token.CCONJ && b.tok(r).Noun() && !b.clausal(p.Head) && b.tok(p.Head).Rel == token.Conj && b.holds(b.tok(p.Head).Head) && !b.holds(r-1) {
		return true // "fish and meat"
	}
	if (p.UPOS == token.ADV || b.Sents[p.Sent].First == r-1) && b.tok(r).UPOS == token.NUM && wordTable.Has(p.Lower, classRough) {
		return true // "around 40 kinds"
	}
	switch p.Rel.Base() {
	case token.Det, token.Amod, token.Nummod, token.Compound, token.NmodPoss:
		return true
	case token.Advmod:
		return p.Head == r && gradable(b.tok(r)) || b.negation(r-1)
	}
	return false
}

// gradable reports whether an adverb before t can say how much of it: very
// late, nearly 40.
func gradable(t *token.Token) bool {
	return t.UPOS == token.ADJ || t.UPOS == token.ADV || t.UPOS == token.NUM
}

// front gives the title what its first word needs before it: "K-" of "K-5".
func (b *builder) front() {
	if i := b.parts[0].tok; b.parts[0].text == "" && i > b.Sents[b.tok(i).Sent].First+1 && b.tok(i-1).Lower == "but" && wordTable.Has(b.tok(i-2).Lower, classWhole) {
		b.parts = slices.Insert(b.parts, 0, part{tok: i - 2}, part{tok: i - 1}) // "all but two roads"
	}
	for range maxClimb {
		i := b.parts[0].tok
		if b.parts[0].text != "" || i <= b.Sents[b.tok(i).Sent].First || !b.calls(i) && !b.halfName(i) || b.negation(i-1) || wordTable.Has(b.tok(i-1).Lower, classShare) ||
			b.tok(i-1).UPOS == token.PUNCT && b.tok(i-1).XPOS != token.HYPH || b.tok(i-1).UPOS == token.SYM ||
			slices.ContainsFunc(b.parts, func(p part) bool { return p.tok == i-1 }) {
			return
		}
		b.parts = slices.Insert(b.parts, 0, part{tok: i - 1})
	}
}

// halfName reports whether the word before i, of the same name or whose it is, belongs to
// it whatever the tree has: "Deputy" of "Deputy Mayor Ann Lowe".
func (b *builder) halfName(i int32) bool {
	t, p := b.tok(i), b.tok(i-1)
	if p.XPOS == token.POS {
		return i > 1 && !b.dated(i-2) && t.UPOS == token.NOUN
	}
	if b.dated(i-1) || b.Sents[t.Sent].Kind == token.Headline || !t.Noun() || !t.Is(token.Capital) || !p.Is(token.Capital) || !p.Noun() && p.UPOS != token.ADJ || p.Rel.Base() == token.Nsubj && p.Head != t.Head {
		return false
	}
	k := i - 1 // the first word of the name
	for first := b.Sents[t.Sent].First; k > first && b.tok(k-1).Is(token.Capital) && (b.tok(k-1).Noun() || b.tok(k-1).UPOS == token.ADJ); {
		k--
	}
	return k == b.Sents[t.Sent].First || b.tok(k-1).UPOS != token.ADP // "in Larne Ann Lowe spoke"
}

// retreat takes off the end a phrase that is the subject of what the title
// leaves out: "as the number" of "as the number grew".
func (b *builder) retreat() {
	end := b.end()
	if end < 0 || end != len(b.parts)-1 || !b.hangs(b.parts[end].tok) ||
		b.says == token.None || b.tok(b.says).Rel.Base() == token.Acl { // what follows is the clause around
		return
	}
	for n := end; n > max(2, end-longest); n-- {
		if t := b.tok(b.parts[n].tok); t.UPOS != token.SCONJ && t.UPOS != token.CCONJ && !wordTable.Has(t.Lower, classMarks) {
			continue
		}
		if slices.ContainsFunc(b.parts[:n], func(p part) bool { return b.finite(p.tok) }) {
			b.parts = b.parts[:n]
			b.trim()
		}
		return
	}
}

// longest is how many words a phrase has at most that gives way at the end.
const longest = 9

// tail writes more of the text behind the last word of the title where it
// would tell too little, or not read well, without.
func (b *builder) tail() {
	end := b.end()
	if end < 0 {
		return
	}
	l := b.parts[end].tok
	r := b.next(l)
	if b.bond(l, r) == loose {
		b.retreat()
		return
	}
	stop := b.reach(l, r)
	if stop == token.None {
		b.retreat()
		return
	}
	more := make([]part, 0, 16)
	for i := b.next(l); i != token.None && i <= stop; i = b.next(i) {
		if !b.tok(i).Is(token.QuoteMark) {
			more = append(more, part{tok: i})
		}
	}
	made := slices.Clone(b.parts)
	b.parts = slices.Insert(b.parts, end+1, more...)
	if b.halved() {
		b.parts = made
	}
}

// end is the index of the part that stands last in the text; or -1 where that
// is a name in place of a word, or a part has left its place in the text.
func (b *builder) end() int {
	end := -1
	for n, p := range b.parts {
		if p.behind != 0 {
			return -1
		}
		if end < 0 || p.tok > b.parts[end].tok {
			end = n
		}
	}
	if end >= 0 && b.parts[end].text != "" && !b.parts[end].was {
		return -1
	}
	return end
}

// reach is the last token of what a title can take from r on: as far as there
// is room, to where it can end; or None.
func (b *builder) reach(l, r int32) int32 {
	n := b.length()
	most, clause, fair := enough, false, token.None
	needs := b.bond(l, r) == tight
	if needs {
		most = limit
	} else {
		clause = b.clauseAt(l, r)
	}
	best := token.None
	for i := r; i != token.None; i = b.next(i) {
		t := b.tok(i)
		if t.UPOS == token.PUNCT && !t.Is(token.QuoteMark) && !b.joiner(i) || b.above(i) {
			break
		}
		n += utf8.RuneCountInString(b.Word(i)) + 1
		if n > most || n > wanted && best != token.None {
			break
		}
		clause = (clause || b.subordinates(i)) && !b.finite(i)
		if !clause && b.ends(i) {
			best = i
		} else if k := b.next(i); needs && !clause && k != token.None && t.Noun() && !b.hangs(i) && b.bond(i, k) == near && b.clauseOf(k) {
			fair = i
		}
	}
	if best == token.None {
		return fair
	}
	return best
}

// opened is the number of clauses that lack their verb behind word i, where
// there were n before it.
func (b *builder) opened(n int, i int32) int {
	switch {
	case b.subordinates(i):
		return n + 1
	case b.finite(i):
		return max(n-1, 0)
	}
	return n
}

// ends reports whether a title can end with word i.
func (b *builder) ends(i int32) bool {
	n := b.next(i)
	k := b.bond(i, n)
	return (k == loose || k == near && b.tok(n).UPOS == token.ADP && b.tok(i).Noun()) && !b.hangs(i)
}

// clauseAt reports whether r begins a clause, which needs its verb: that he
// left; the law that passed; the law the king signed.
func (b *builder) clauseAt(l, r int32) bool {
	y := b.tok(r)
	switch y.UPOS {
	case token.PRON:
		return true
	case token.DET, token.NOUN, token.PROPN, token.NUM, token.ADJ:
		return b.tok(l).Noun()
	}
	return b.subordinates(r)
}

// finite reports whether i is a verb that a clause has: goes, went, will.
func (b *builder) finite(i int32) bool {
	switch b.tok(i).XPOS {
	case token.VBD, token.VBZ, token.VBP, token.MD:
		return true
	}
	return false
}

// subordinates reports whether i opens a clause: if, who, where.
func (b *builder) subordinates(i int32) bool {
	t := b.tok(i)
	switch t.XPOS {
	case token.WDT, token.WP, token.WPS, token.WRB:
		return true
	}
	switch t.Rel {
	case token.Obj, token.Nsubj, token.Det:
		return false // "called that report a lie", whatever the tagger says
	}
	if b.zeroAt(i) {
		return true
	}
	return t.UPOS == token.SCONJ && (t.Lower == "that" || t.Rel == token.RelMark && t.Head != token.None && b.tok(t.Head).XPOS != token.VBG)
}

// zeroAt reports whether a clause without a relative pronoun begins with i: "the way
// the town votes".
func (b *builder) zeroAt(i int32) bool {
	v := b.tok(i).Head
	if b.tok(i).UPOS == token.ADP || b.asks(i) {
		return false
	}
	for n := 0; n < 3 && v > i; n++ {
		if t := b.tok(v); t.Rel == token.AclRelcl {
			s := b.subject(v)
			first, _ := b.Subtree(v)
			return first == i && t.Head == i-1 && s != token.None && s < v && !b.relative(s)
		}
		v = b.tok(v).Head
	}
	return false
}

// hangs reports whether a title that ends with word i lacks something: a noun
// behind an article, a verb behind an auxiliary or a subject.
func (b *builder) hangs(i int32) bool {
	t := b.tok(i)
	if n := b.next(i); t.Noun() || t.UPOS == token.PRON {
		if n != token.None && (b.finite(n) || t.Rel.Base() == token.Nsubj && t.Head > i) {
			return true // the subject of what follows
		}
	}
	if n := i + 1; t.UPOS == token.ADV && int(n) < len(b.Tokens) && wordTable.Has(b.tok(n).Lower, classMarks) && wordTable.Has(t.Lower, classTurn) {
		return true // "shortly after"
	}
	if t.UPOS == token.AUX || b.negation(i) || t.Head > i && (t.Rel == token.Advmod || t.Rel == token.Amod || t.Rel == token.Compound || t.Rel == token.Nummod) {
		return true
	}
	return t.UPOS == token.PUNCT || t.XPOS == token.TO || t.UPOS == token.CCONJ || t.UPOS == token.SCONJ || b.article(i) || t.UPOS == token.ADP && t.Rel != token.CompoundPrt
}
