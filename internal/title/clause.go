package title

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// clause writes the clause that i heads: its subject first, whatever the order
// of the text.
func (b *builder) clause(i int32) {
	if b.opening(i) {
		return
	}
	own := b.subject(i)
	s := own
	if s != token.None && s < i && b.dated(s) {
		s = b.beforeDate(s, i)
	}
	if n := b.whoSaid(s, i); n != token.None {
		s = n
	}
	switch {
	case s == token.None:
		s = syntax.Subject(b.Doc, i)
		// A finite clause beside another has a subject of its own, whatever the tree lends it.
		lent := (b.tok(i).Rel == token.Advcl || b.tok(i).Rel == token.Ccomp) && syntax.Group(b.Doc, i).Finite != token.None && !b.infinitive(i)
		// One in the phrase of i would be written twice.
		if s == token.None || lent || syntax.Under(b.Doc, s, i) || b.clash(s, i) {
			s = b.nearSubject(i)
		}
		if s != token.None && b.relative(s) {
			s = b.antecedent(i, s) // "who came and left"
		}
		if s != token.None {
			if s > 0 && s+1 == i && b.tok(s-1).Head == i && b.article(s-1) {
				b.put(s - 1) // "the accused raped"
			}
			b.named(s)
		} else {
			b.lend(i)
		}
	case b.relative(s): // "who flew to"
		if a := b.antecedent(i, s); a != s || b.in.Name == nil || b.in.Name(s).Name == "" {
			b.nominal(a)
			b.unquantified(a, s)
		} else {
			b.parts = append(b.parts, part{tok: s, text: b.in.Name(s).Name})
		}
	case s > i && b.existential(i):
		b.phrase(s, 1)
		b.core(i, 0)
		b.order(0, i, token.None) // "there was a discussion"
		return
	case s < i && b.dated(s) && b.holder(s): // "a court Thursday refused", whatever the tree has
	case b.joins(s, i), b.tok(s).UPOS == token.ADJ && b.few(s) && s < i && b.heads(s):
		b.whole(s)
		b.trim()
	case b.preposition(s) != token.None && b.nounAt(b.preposition(s)-1, i) != token.None:
		// "the candidates for mayor spoke", whose subject is not the mayor
		b.nominal(b.nounAt(b.preposition(s)-1, i))
	default:
		b.named(s)
	}
	from := len(b.parts)
	t := b.tok(i)
	if t.Rel == token.Conj {
		b.borrow(i)
	}
	b.core(i, 0)
	if own == token.None && s != token.None && b.in.Fact && t.Rel == token.Advcl && t.XPOS == token.VBN && t.UPOS == token.VERB && !b.hasAux(i) && syntax.Object(b.Doc, i) == token.None && b.finiteIn(b.tok(i).Sent) {
		b.was(from, i, s, false) // "when pressed, the mayor laughed"
	} else if own == s && b.absolute(i, s) {
		b.order(from, i, s)
		root := b.mainClause(i, t.Sent)
		b.was(from, i, s, root != token.None && b.now(root))
	}
	gap := t.Rel.Base() == token.Acl && (t.Head == b.in.Patient || b.zero(i)) && s != token.None && !b.relative(s)
	if first, _ := b.Subtree(i); first > 0 && b.tok(first-1).XPOS == token.Comma && !b.asks(first) {
		gap = false // "Prices rose in May, the bank said", whatever the tree has
	}
	gap = gap && !slices.ContainsFunc(b.parts[from:], func(p part) bool { return p.behind != 0 })
	if gap && b.bereft(i) && !b.joined(i) && !syntax.Group(b.Doc, i).Passive {
		if k := b.stranded(i); k != token.None {
			kept := slices.DeleteFunc(b.parts[from:], func(p part) bool { return p.tok >= k })
			b.parts = append(b.parts[:from+len(kept)], part{tok: k, behind: i + 1})
		}
		b.behind(i, t.Head, 0) // "the law that parliament passed"
	}
	b.order(from, i, s)
	if s > i && wordTable.Has(b.tok(i).Lemma, classSaying) && !b.bereft(i) {
		b.told(i, s)
	}
	b.says, b.doer = i, s
}

// told puts what is said before verb i of saying, whose subject s follows, behind it: of
// "Prices rose, reported the bank" that the bank reported prices rose.
func (b *builder) told(i, s int32) {
	made := slices.Clone(b.parts)
	b.parts = slices.DeleteFunc(b.parts, func(p part) bool {
		r := b.tok(p.tok).Rel
		return p.tok < i && r != token.Aux && r != token.AuxPass
	})
	if !b.ahead(i, s) {
		b.parts = made
	}
}

// named writes subject s: "former captain", "José Varga" are one, which the tree has
// as two.
func (b *builder) named(s int32) {
	b.nominal(s)
	i := b.tok(s).Head
	if i == token.None || b.tok(s).Rel.Base() != token.Nsubj {
		return
	}
	start, _ := b.Subtree(s)
	for k := range b.Kids(i) {
		first, last := b.Subtree(k)
		if k != s && k < i && b.tok(k).Rel.Base() == token.Nsubj && (k > s && b.tok(first-1).UPOS != token.PUNCT || last == start && b.tok(k).UPOS == token.NOUN) {
			b.nominal(k)
		}
	}
}

// whoSaid is the noun that the pronoun s, subject of i and nobody that earlier rooms
// know, stands for where i is what the noun says: "the firm said it would close"; or
// None.
func (b *builder) whoSaid(s, i int32) int32 {
	t := b.tok(i)
	if s == token.None || b.tok(s).XPOS != token.PRP || t.Rel != token.Ccomp || b.in.Name == nil || b.in.Name(s).Name != "" ||
		!wordTable.Has(b.tok(t.Head).Lemma, classSaying) || b.outside(i, t.Head) || !wordTable.Has(b.tok(s).Lower, classThird) {
		return token.None
	}
	n := b.subject(t.Head)
	if n == token.None || n > s || b.tok(n).XPOS == token.PRP || b.copula(i) && b.tok(s).Lower == "it" || b.relative(n) || (b.tok(s).Lower == "they") != b.many(n) {
		return token.None
	}
	if e := b.tok(n).Ent; e != token.None && b.tok(s).Lower == "it" && b.Ents[e].Type == token.PER {
		return token.None
	}
	return n
}

// unquantified takes off the phrase of a, the antecedent of relative pronoun s, how
// much of those whom its clause tells of is meant: "most of the men who fell" is not
// that most fell.
func (b *builder) unquantified(a, s int32) {
	if s == 0 || s < a || b.tok(s-1).XPOS == token.Comma {
		return
	}
	b.parts = slices.DeleteFunc(b.parts, func(p part) bool {
		return p.text == "" && p.tok < a && b.tok(p.tok).Head == a && wordTable.Has(b.tok(p.tok).Lower, classShare)
	})
}

// zero reports whether clause i modifies the noun right before it without a
// relative pronoun, as its object: "the report she commissioned", not "the day
// she left" or "former mayor Ruth Kimani left".
func (b *builder) zero(i int32) bool {
	t, s := b.tok(i), b.subject(i)
	first, _ := b.Subtree(i)
	if t.Rel != token.AclRelcl || t.Head != first-1 || s < first || b.tok(t.Head).UPOS != token.NOUN || wordTable.Has(b.tok(t.Head).Lower, classUnit) {
		return false
	}
	if k, _ := b.Subtree(s); k != first || b.asks(k) {
		return false
	}
	for k := range b.Kids(t.Head) {
		if b.tok(k).Rel == token.Det {
			return true
		}
	}
	return b.tok(s).UPOS == token.PRON
}

// stranded is the preposition of a relative clause i that has nothing behind
// it: "the club she had paid for"; or None.
func (b *builder) stranded(i int32) int32 {
	_, last := b.Subtree(i)
	for k := range b.Kids(i) {
		if t := b.tok(k); k > i && t.UPOS == token.ADP && t.Rel != token.CompoundPrt && (k+1 == last || b.tok(k+1).UPOS == token.PUNCT) {
			return k
		}
	}
	return token.None
}

// borrow writes the auxiliaries of the verb that i is joined to: "has signed
// and ratified".
func (b *builder) borrow(i int32) {
	t := b.tok(i)
	if t.XPOS != token.VB && t.XPOS != token.VBN && t.XPOS != token.VBG || b.hasAux(i) {
		return
	}
	first := i
	for n := 0; b.tok(first).Rel == token.Conj && b.tok(first).Head != token.None && n < maxClimb; n++ {
		first = b.tok(first).Head
	}
	if b.tok(first).XPOS != t.XPOS {
		return
	}
	for k := range b.Kids(first) {
		if r := b.tok(k).Rel; r == token.Aux || r == token.AuxPass || b.negation(k) {
			b.put(k)
		}
	}
}

// order puts the parts from index from on in the order of the text, those that
// stand before subject s behind the rest: "In Geneva, ministers met".
func (b *builder) order(from int, i, s int32) {
	const rest = 1 << 40 // more than twice any token
	place := func(p *part) int64 {
		switch {
		case p.behind != 0:
			return 2*int64(p.behind) - 1
		case s != token.None && p.tok < s && s < i && !b.inverted(p.tok, i, s):
			return 2*int64(p.tok) + rest // not "will you vote": the auxiliary stands between subject and verb
		}
		return 2 * int64(p.tok)
	}
	slices.SortStableFunc(b.parts[from:], func(x, y part) int { return cmp.Compare(place(&x), place(&y)) })
	b.parts = slices.CompactFunc(b.parts, func(x, y part) bool { return x.tok == y.tok })
	for n := from; s != token.None && n < len(b.parts); n++ {
		if p := b.parts[n]; b.touches(p.tok, s) {
			b.parts = slices.Insert(slices.Delete(b.parts, n, n+1), 0, p)
		}
	}
}

// touches reports whether the word k alone stands right before the words of
// subject s, as part of them whatever the tree has: "former governor Ana Brandt".
func (b *builder) touches(k, s int32) bool {
	first, _ := b.Subtree(s)
	t := b.tok(k)
	return k+1 == first && (t.UPOS == token.ADJ || t.UPOS == token.NUM) && t.Kid == token.None
}

// inverted reports whether k is an auxiliary or the copula of i right before
// subject s.
func (b *builder) inverted(k, i, s int32) bool {
	switch t := b.tok(k); t.Rel {
	case token.Aux, token.AuxPass, token.Cop:
		first, _ := b.Subtree(s)
		return t.Head == i && k+1 == first
	}
	return false
}

func (b *builder) put(i int32) { b.parts = append(b.parts, part{tok: i}) }

// core writes predicate i without its subject, in any order.
func (b *builder) core(i int32, depth int) {
	if depth > maxClimb {
		return
	}
	b.put(i)
	cop := b.copula(i)
	extras := 0
	if j := b.sharing(i); j != token.None {
		b.put(j - 1)
		b.core(j, depth+1)
	}
	for k := range b.Kids(i) {
		t := b.tok(k)
		if t.Rel.Base() == token.Nsubj || b.epithet(i, k) {
			continue
		}
		if b.marked(k) || b.aim(i, k) || b.urges(i, k) || b.spends(i, k) || b.gerund(k) && (b.keeps(extras) || b.bereft(i)) {
			b.comma(k)
			b.marks(k)
			b.complement(k, depth)
			extras++
			continue
		}
		switch t.Rel {
		case token.Aux, token.AuxPass, token.Cop, token.CompoundPrt, token.Expl, token.Fixed, token.Goeswith, token.Flat:
			b.put(k)
		case token.Obj, token.Iobj:
			if b.dated(k) && b.few(k) { // "spent Monday", "held a vigil Monday", whatever the tree has as object
				b.whole(k)
			} else {
				b.object(k, depth)
			}
		case token.Xcomp, token.Ccomp:
			if t.Rel == token.Xcomp && b.dated(k) && b.few(k) {
				b.whole(k)
			} else if t.Rel == token.Xcomp || t.Rel == token.Ccomp && !b.outside(k, i) && !b.another(i, k) {
				b.complement(k, depth)
			}
		case token.Obl, token.OblAgent, token.OblUnmarked:
			if b.relative(k) && depth == 0 && t.Rel == token.Obl {
				b.through(i, k)
				continue
			}
			governed := b.governs(i, k)
			if b.dated(k) && t.Rel == token.OblUnmarked && b.bereft(i) && b.holder(k) {
				continue
			}
			if b.dated(k) || b.beyond(i, k) || b.aside(k) && !governed || b.relative(k) {
				continue
			}
			if governed || b.needs(i, k, extras) {
				b.phrase(k, depth+1)
			}
			extras++
		case token.Advmod:
			how := k == i+1 && b.bereft(i) && !wordTable.Has(b.tok(i).Lemma, classSaying) && !wordTable.Has(t.Lower, classTurn) // "performed poorly"
			opens := k < i && b.subject(i) > k                                                                                  // "Back in the town, the mayor left"
			open := t.XPOS == token.WRB && k < i && b.infinitive(i)                                                             // "decided when to sell"
			if b.negation(k) || how || open || wordTable.Has(t.Lower, classKept) && !opens {
				b.put(k)
			}
		case token.RelMark:
			if t.XPOS == token.TO || t.Lower == "to" && b.infinitive(i) {
				b.put(k)
			}
		default:
			if cop || b.tok(i).UPOS != token.VERB {
				b.modifier(i, k, depth+1)
			}
		}
	}
}

// sharing is the verb right behind i and a conjunction whose object is that of
// i, too: "checked and signed the lists"; or None.
func (b *builder) sharing(i int32) int32 {
	j := i + 2
	if int(j) >= len(b.Tokens) || !b.bereft(i) || b.tok(i).UPOS != token.VERB || b.tok(i+1).UPOS != token.CCONJ {
		return token.None
	}
	t := b.tok(j)
	if t.Rel != token.Conj || t.Head != i || t.UPOS != token.VERB || t.XPOS != b.tok(i).XPOS || syntax.Object(b.Doc, j) < j || b.subject(j) != token.None {
		return token.None
	}
	return j
}

// holder writes the words before the date k that the tree has below it, though they
// are no part of it: "its work" of "do its work today". It reports whether there are any.
func (b *builder) holder(k int32) bool {
	first, _ := b.Subtree(k)
	last := k
	for last > first && b.dated(last) {
		last--
	}
	if b.dated(last) || !b.tok(last).Noun() || b.tok(last).Head != k || b.tok(first).UPOS == token.ADP {
		return false
	}
	for m := first; m <= last; m++ {
		b.put(m)
	}
	return true
}

// through writes what the relative pronoun k of predicate i stands for, with
// the preposition before it: "an issue with which the firm has struggled".
func (b *builder) through(i, k int32) {
	a, in := syntax.Antecedent(b.Doc, k), b.preposition(k)
	if a == k || in == token.None || !b.bereft(i) || !wordTable.Has(b.tok(in).Lower, classTaken) || wordTable.Has(b.tok(in).Lower, classPlace) {
		return
	}
	b.parts = append(b.parts, part{tok: in, behind: i + 1})
	b.behind(i, a, 0)
}

// epithet reports whether the noun k only says who the subject of i is, whatever
// the tree has: "the minister, Conor Bell, rejected".
func (b *builder) epithet(i, k int32) bool {
	s := b.subject(i)
	if s == token.None || k > s || s > i || !b.tok(k).Noun() || b.preposition(k) != token.None || b.dated(k) || b.clausal(k) || b.marked(k) ||
		wordTable.Has(b.tok(i).Lemma, classSaying) { // "Prices, the bank said"
		return false
	}
	first, _ := b.Subtree(s)
	_, last := b.Subtree(k)
	return first > 0 && b.tok(first-1).XPOS == token.Comma && (last == first || last == first-1)
}

// another reports whether the clause k behind verb i, which is none of saying,
// is one of its own, whatever the tree has: "polls closed, the firm admitted".
func (b *builder) another(i, k int32) bool {
	first, _ := b.Subtree(k)
	return first > i+1 && b.tok(first-1).XPOS == token.Comma && !wordTable.Has(b.tok(i).Lemma, classSaying)
}

// few reports whether k has few words below it.
func (b *builder) few(k int32) bool {
	first, last := b.Subtree(k)
	return last-first <= 12
}

// whole writes all words below k as they stand.
func (b *builder) whole(k int32) {
	first, last := b.Subtree(k)
	for m := first; m < last; m++ {
		b.put(m)
	}
}

// object writes object k; of a relative pronoun, what it stands for.
func (b *builder) object(k int32, depth int) {
	if !b.relative(k) {
		b.phrase(k, depth+1)
		return
	}
	if a := syntax.Antecedent(b.Doc, k); a != k {
		b.behind(b.tok(k).Head, a, depth)
	} else if depth > 0 && k < b.tok(k).Head && b.tok(k).Lower == "what" {
		b.put(k) // "declined to say what he would sell"
	}
}

// behind writes phrase a, of another clause, right behind predicate i.
func (b *builder) behind(i, a int32, depth int) {
	from := len(b.parts)
	b.phrase(a, depth+1)
	b.order(from, i, token.None)
	b.strip(from, a)
	for n := from; n < len(b.parts); n++ {
		b.parts[n].behind = i + 1
	}
}

// relative reports whether k is a relative pronoun.
func (b *builder) relative(k int32) bool {
	x := b.tok(k).XPOS
	return x == token.WP || x == token.WDT || syntax.Antecedent(b.Doc, k) != k
}

// beyond reports whether phrase k stands behind a verb that is joined to i, to
// which it belongs whatever the tree has: "arrested and booked into jail".
func (b *builder) beyond(i, k int32) bool {
	for j := range b.Kids(i) {
		if j > i && j < k && b.tok(j).Rel == token.Conj && b.tok(j).UPOS == token.VERB {
			return wordTable.Has(syntax.Marker(b.Doc, k), classOwn)
		}
	}
	return false
}

// bereft reports whether predicate i has nothing behind it but such phrases:
// without the first it would tell little.
func (b *builder) bereft(i int32) bool {
	for k := range b.Kids(i) {
		switch b.tok(k).Rel {
		case token.Obj, token.Iobj, token.Xcomp, token.Ccomp:
			return false
		}
	}
	return !b.copula(i)
}

// needs reports whether phrase k of predicate i stays, where n such phrases
// stand before it.
func (b *builder) needs(i, k int32, n int) bool {
	if k < i && (b.level != full || b.trails(i)) {
		return false
	}
	return b.tok(k).Rel == token.OblAgent || b.keeps(n) || n == 0 && b.bereft(i)
}

// trails reports whether phrases stand behind predicate i that a title may
// keep: they tell more than those before its subject.
func (b *builder) trails(i int32) bool {
	for k := range b.Kids(i) {
		if k > i && (b.tok(k).Rel.Base() == token.Obl && !b.dated(k) && !b.aside(k) || b.gerund(k)) {
			return true
		}
	}
	return false
}

// keeps reports whether a phrase beside what a clause or noun needs stays, the
// n-th of its kind.
func (b *builder) keeps(n int) bool { return b.level == full && n < 2 || b.level == less && n < 1 }

// comma writes the comma before a participle that a title keeps: "struck the
// coast, killing 41".
func (b *builder) comma(k int32) {
	if t := b.tok(k); t.XPOS != token.VBG || t.Rel == token.Xcomp || t.Rel == token.Conj {
		return
	}
	if first, _ := b.Subtree(k); first > 0 && b.tok(first-1).XPOS == token.Comma {
		b.put(first - 1)
	} else if b.tok(first).XPOS == token.Comma {
		b.put(first)
	}
}

// marks writes what marks the clause of k.
func (b *builder) marks(k int32) {
	for m := range b.Kids(k) {
		if b.tok(m).Rel == token.RelMark {
			b.put(m)
		}
	}
}

// aim reports whether k is an infinitive without a comma before it, of a
// predicate that has nothing else: "voted to demand a ceasefire".
func (b *builder) aim(i, k int32) bool {
	if k < i || b.tok(k).Rel != token.Advcl || !b.infinitive(k) || b.level == bare || !b.bereft(i) {
		return false
	}
	first, _ := b.Subtree(k)
	return first > 0 && b.tok(first-1).UPOS != token.PUNCT
}

// urges reports whether k is what the object of verb i is let or told to do:
// "allow children to ask", whatever the tree has.
func (b *builder) urges(i, k int32) bool {
	return k > i && b.tok(k).Rel == token.Advcl && b.infinitive(k) && wordTable.Has(b.tok(i).Lemma, classUrging) && b.subject(k) == token.None &&
		syntax.Object(b.Doc, i) > i
}

// spends reports whether k is a gerund right behind a predicate that has
// nothing else but dates: "spent Monday campaigning".
func (b *builder) spends(i, k int32) bool {
	if t := b.tok(k); k < i || t.XPOS != token.VBG || t.Rel != token.Advcl || !b.bereft(i) {
		return false
	}
	first, _ := b.Subtree(k)
	if first != k || b.tok(first-1).UPOS == token.PUNCT {
		return false
	}
	for j := first - 1; j > i; j-- {
		if !b.dated(j) {
			return false
		}
	}
	return true
}

// gerund reports whether k is a gerund behind a preposition, which a verb
// takes as it takes an object: "used to mending", "accused of lying".
func (b *builder) gerund(k int32) bool {
	if t := b.tok(k); t.XPOS != token.VBG || t.Rel != token.Advcl {
		return false
	}
	return wordTable.Has(syntax.Marker(b.Doc, k), classTaken)
}

// complement writes a clause that another needs, or that the title is about.
func (b *builder) complement(k int32, depth int) {
	t := b.tok(k)
	if s := b.subject(k); s != token.None && (t.Rel == token.Ccomp || t.Rel == token.Advcl) {
		b.phrase(s, depth+1)
	}
	if t.Rel == token.Ccomp {
		b.marks(k)
	}
	if (t.UPOS == token.NOUN || t.UPOS == token.PROPN || t.UPOS == token.PRON) && !b.copula(k) {
		b.phrase(k, depth+1)
		return
	}
	b.core(k, depth+1)
	if t.Rel == token.Conj {
		for m := range b.Kids(k) {
			if b.tok(m).Rel == token.RelCC {
				b.put(m)
			}
		}
	}
}

// negation reports whether k denies.
func (b *builder) negation(k int32) bool {
	return wordTable.Has(b.tok(k).Lower, classNegation) &&
		!(int(k)+1 < len(b.Tokens) && b.tok(k).Lower == "not" && wordTable.Has(b.tok(k+1).Lower, classMerely)) // "not only closed the school"
}

// aside reports whether phrase k only says whose word it is, or is too little
// without the clause that a title leaves out: "in a deal that ...".
func (b *builder) aside(k int32) bool {
	if _, last := b.Subtree(k); b.tok(k).Rel == token.OblUnmarked && int(last) < len(b.Tokens) && wordTable.Has(b.tok(last).Lower, classMarks) {
		return true // "one week before they met"
	}
	vague, clause := false, false
	for m := range b.Kids(k) {
		t := b.tok(m)
		if t.Rel == token.Case && t.Lower == "according" {
			return true
		}
		vague = vague || t.Rel == token.Det && t.Lower != "the" && b.article(m)
		clause = clause || t.Rel.Base() == token.Acl && !b.infinitive(m)
	}
	return vague && clause
}
