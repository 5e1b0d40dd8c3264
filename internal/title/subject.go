package title

import (
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// joins reports whether the singular subject s of the plural verb i is several,
// whatever the tree has: "the office, along with two shops, were closed". Its
// words then stand as they are, if they are few.
func (b *builder) joins(s, i int32) bool {
	x := b.tok(s).XPOS
	if x != token.NN && x != token.NNP || b.in.Name != nil && b.in.Name(s).Plural {
		return false
	}
	plural := b.tok(i).XPOS == token.VBP
	for k := range b.Kids(i) {
		if t := b.tok(k); t.Rel == token.Aux || t.Rel == token.AuxPass || t.Rel == token.Cop {
			plural = plural || t.Lower == "were" || t.Lower == "are" || t.Lower == "have"
		}
	}
	first, last := b.Subtree(s)
	if !plural || last > i || !b.few(s) || b.tok(first).UPOS == token.ADP {
		return false
	}
	several := false
	for m := first; m < last; m++ {
		t := b.tok(m)
		if x := t.XPOS; x == token.WP || x == token.WPS || x == token.WDT || t.UPOS == token.VERB ||
			b.in.Name != nil && t.UPOS == token.PRON && b.in.Name(m).Name != "" {
			return false
		}
		several = several || t.UPOS == token.CCONJ || t.Lower == "along"
	}
	return several
}

// heads reports whether the adjective s has the noun that is counted behind it:
// "close to 100 men".
func (b *builder) heads(s int32) bool {
	for k := range b.Kids(s) {
		if k > s && b.tok(k).Noun() {
			return true
		}
	}
	return false
}

// existential reports whether "there" stands where the subject of i would.
func (b *builder) existential(i int32) bool {
	for k := range b.Kids(i) {
		if b.tok(k).Rel == token.Expl && b.tok(k).XPOS == token.EX {
			return true
		}
	}
	return false
}

// joined reports whether "where" or "when" ties clause i to what stands before it.
func (b *builder) joined(i int32) bool {
	for k := range b.Kids(i) {
		if t := b.tok(k); t.Rel == token.Advmod && wordTable.Has(t.Lower, classJoining) {
			return true
		}
	}
	return false
}

// lend writes who does it by name where the clause has no subject and earlier
// rooms know: "was set to be released".
func (b *builder) lend(i int32) {
	s, g := b.in.Agent, syntax.Group(b.Doc, i)
	if g.Passive {
		s = b.in.Patient
	}
	if s < 0 || b.in.Name == nil || b.tok(i).UPOS != token.VERB || g.Finite == token.None {
		return
	}
	singular, plural := b.number(g.Finite)
	if n := b.in.Name(s); n.Name != "" && !(n.Plural && singular) && (n.Plural || !plural) {
		b.parts = append(b.parts, part{tok: s, text: n.Name})
	}
}

// clash reports whether a noun that the tree lends verb i as its subject is of
// another number.
func (b *builder) clash(s, i int32) bool {
	x, v := b.tok(s).XPOS, b.tok(i).XPOS
	joined := false
	for k := range b.Kids(s) {
		joined = joined || b.tok(k).Rel == token.Conj
	}
	return (x == token.NN || x == token.NNP) && v == token.VBP && !joined || (x == token.NNS || x == token.NNPS) && v == token.VBZ
}

// nearSubject is the noun right before the finite verb of i, or before an aside
// that ends there, its subject by earlier rooms, or that of a verb before it.
func (b *builder) nearSubject(i int32) int32 {
	g := syntax.Group(b.Doc, i)
	p := b.groupStart(i) - 1
	if p >= 0 && b.tok(p).XPOS == token.RRB {
		p = b.overAside(p, b.Sents[b.tok(i).Sent].First) // "the Royal Bank (RB) will"
	}
	if p < 0 || b.tok(p).Sent != b.tok(i).Sent || g.Finite == token.None {
		return b.agent(i)
	}
	if p > 0 && b.tok(p).XPOS == token.VBN && b.tok(p).Head == i && b.tok(p-1).Lower == "the" {
		return p // "the accused raped"
	}
	if a := b.agent(i); a != token.None && !b.begun(p, i) {
		return a
	}
	if n := b.subjectAt(p, i); n != token.None {
		return n
	}
	if n := b.beforeAside(p, i); n != token.None {
		return n
	}
	return b.shared(i)
}

// beforeDate is the subject of i before the date s, which is none, and what
// stands between them: "the candidates for mayor Thursday agreed"; or s.
func (b *builder) beforeDate(s, i int32) int32 {
	first, _ := b.Subtree(s)
	for range maxClimb {
		n := b.nounAt(first-1, i)
		if n == token.None {
			n = b.beforeAside(first-1, i)
		}
		if n == token.None {
			return s
		}
		in := b.preposition(n)
		if in == token.None {
			return n
		}
		first = in
	}
	return s
}

// groupStart is the first word of the verb group of predicate i.
func (b *builder) groupStart(i int32) int32 {
	first := i
	for k := range b.Kids(i) {
		if r := b.tok(k).Rel; k < first && (r == token.Aux || r == token.AuxPass || r == token.Cop) {
			first = k
		}
	}
	return first
}

// shared is the subject of the verb before i in its sentence, which i is joined
// to whatever the tree has: "was fined $90 and told to leave"; or None.
func (b *builder) shared(i int32) int32 {
	first := b.Sents[b.tok(i).Sent].First
	j := b.groupStart(i) - 1
	for j > first && b.tok(j).UPOS == token.ADV {
		j--
	}
	if x := b.tok(max(j, first)); x.UPOS != token.CCONJ && x.XPOS != token.Comma {
		return token.None
	}
	for ; j >= first; j-- {
		t := b.tok(j)
		if t.Rel.Base() != token.Nsubj || t.Head > i || b.relative(j) {
			continue
		}
		if t.Quote != b.tok(i).Quote {
			return token.None
		}
		switch h := b.tok(t.Head); h.Rel {
		case token.AclRelcl, token.Advcl, token.Acl:
		default:
			if h.UPOS == token.VERB && !b.clash(j, i) {
				return j
			}
			return token.None
		}
	}
	return token.None
}

// nounAt is the head of the name or noun that ends with token p, of the
// sentence of i; or None.
func (b *builder) nounAt(p, i int32) int32 {
	if p < 0 || b.tok(p).Sent != b.tok(i).Sent || !b.tok(p).Noun() {
		return token.None
	}
	for n := 0; b.tok(p).Rel == token.Flat && b.tok(p).Head != token.None && n < maxClimb; n++ {
		p = b.tok(p).Head
	}
	return p
}

// subjectAt is the noun that ends with token p as a subject: of "the shop in
// Larne" it is the shop.
func (b *builder) subjectAt(p, i int32) int32 {
	n := b.nounAt(p, i)
	for depth := 0; n != token.None && depth < maxClimb; depth++ {
		in := b.preposition(n)
		if in == token.None || !wordTable.Has(b.tok(in).Lower, classPlace) {
			break
		}
		n = b.nounAt(in-1, i)
	}
	return n
}

// preposition is the preposition before noun p, or None.
func (b *builder) preposition(p int32) int32 {
	for k := range b.Kids(p) {
		if t := b.tok(k); t.Rel == token.Case && k < p && t.UPOS == token.ADP {
			return k
		}
	}
	return token.None
}

// beforeAside is the noun that stands before an aside in commas that ends with
// token p, before the verb i: "a judge, after a long hearing, ordered"; or None.
func (b *builder) beforeAside(p, i int32) int32 {
	first := b.Sents[b.tok(i).Sent].First
	for p > first && b.tok(p).UPOS == token.ADV {
		p--
	}
	if p <= first || b.tok(p).XPOS != token.Comma {
		return token.None
	}
	for p--; p > first && b.tok(p).XPOS != token.Comma; p-- {
		if b.tok(p).UPOS == token.PUNCT {
			return token.None
		}
	}
	return b.subjectAt(p-1, i)
}

// antecedent is what the relative pronoun s, subject of i, stands for: by the
// tree, by earlier rooms, or the noun before it.
func (b *builder) antecedent(i, s int32) int32 {
	a, who := syntax.Antecedent(b.Doc, s), b.actor(i)
	switch {
	case a != s && (b.tok(s).Lower != "who" || who <= a || who >= s):
		return a
	case who != token.None && !b.relative(who):
		return who // "a request from a friend who ...", whatever the tree has
	case a != s:
		return a
	}
	if s == 0 {
		return s // "What upset them was ...", the first word of a text
	}
	p := s - 1
	for p > 0 && (b.tok(p).XPOS == token.Comma || b.dash(p) || b.tok(p).Is(token.QuoteMark) || b.tok(p).UPOS == token.NUM || b.tok(p).UPOS == token.ADP) { // "Ann Lowe, 59, who"
		p--
	}
	if b.tok(p).XPOS == token.RRB {
		for p > 0 && b.tok(p).XPOS != token.LRB { // "Ann Lowe (59), who"
			p--
		}
		p = max(p-1, 0)
	}
	if p > 0 && b.tok(p).UPOS == token.ADJ && b.article(p-1) {
		return p // "the independent, who"
	}
	if p = b.nounAt(p, i); p != token.None {
		return p
	}
	return s
}

// begun reports whether the noun p before the finite verb i begins its clause, though
// the tree has it behind a preposition above: "people fled since the war began".
func (b *builder) begun(p, i int32) bool {
	k := b.preposition(p)
	return k != token.None && wordTable.Has(b.tok(k).Lower, classMarks) && b.tok(p).Noun() && b.tok(p).Head == b.tok(i).Head && b.tok(i).Rel == token.Advcl
}

// agent is the subject of i by earlier rooms, where the tree has none and the
// words stand before i in its sentence; or None.
func (b *builder) agent(i int32) int32 {
	if b.tok(i).UPOS != token.VERB {
		return token.None
	}
	return b.actor(i)
}

// actor is who does predicate i by earlier rooms, or to whom it is done, in words
// before it; or None.
func (b *builder) actor(i int32) int32 {
	s := b.in.Agent
	if syntax.Group(b.Doc, i).Passive {
		s = b.in.Patient
	}
	if s < 0 || s >= i || b.tok(s).Sent != b.tok(i).Sent {
		return token.None
	}
	return s
}
