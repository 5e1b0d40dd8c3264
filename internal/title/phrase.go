package title

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// nominal writes the phrase of head i in the order of the text, without its
// own preposition.
func (b *builder) nominal(i int32) {
	from := len(b.parts)
	office := b.subject(i) // "the head of the bank", upside down
	if office != token.None && !b.copula(i) {
		b.phrase(office, 1)
	} else {
		office = token.None
	}
	b.phrase(i, 0)
	b.order(from, i, token.None)
	if office == token.None {
		b.strip(from, i)
	}
}

// strip takes the preposition of phrase i out of the parts from index from on, and
// what stands before it: "only to".
func (b *builder) strip(from int, i int32) {
	in := b.preposition(i)
	kept := slices.DeleteFunc(b.parts[from:], func(p part) bool {
		t := b.tok(p.tok)
		if t.Rel == token.Advmod && t.Head == i && p.tok < in {
			return true
		}
		if t.Rel == token.Fixed && t.Head != token.None {
			t = b.tok(t.Head) // "because of"
		}
		return (t.Rel == token.Case || t.Rel == token.RelMark) && t.Head == i && p.tok < i
	})
	b.parts = b.parts[:from+len(kept)]
}

// phrase writes the noun phrase of head i: what makes it known, not what is
// said of it besides.
func (b *builder) phrase(i int32, depth int) {
	if depth > maxClimb {
		return
	}
	if name := b.name(i); name != "" {
		b.parts = append(b.parts, part{tok: i, text: name})
		for k := range b.Kids(i) {
			switch {
			case b.tok(k).Rel == token.Case:
				b.put(k)
			case b.tok(k).Rel == token.Conj && !b.clausal(k):
				b.conjunct(k, depth) // "he and two others"
			}
		}
		return
	}
	if b.tok(i).Lower == "those" && b.few(i) && b.restricted(i) {
		b.whole(i) // "those living on the river"
		return
	}
	b.put(i)
	extras, joined := 0, 0 // phrases and conjuncts so far
	for k := range b.Kids(i) {
		switch t := b.tok(k); {
		case b.marked(k):
			b.complement(k, depth)
		case t.Rel == token.Obj: // of a preposition that the tree has as head
			b.phrase(k, depth+1)
		case t.Rel == token.Nmod && !b.set(k, i), t.Rel == token.Acl && b.infinitive(k) && b.follows(k, i):
			if b.extra(k, extras, depth) {
				extras++
			}
		case t.Rel == token.Conj:
			if b.clausal(k) {
				continue
			}
			if joined++; b.level < bare && joined <= 3 || joined == 1 {
				b.conjunct(k, depth)
			}
		default:
			b.modifier(i, k, depth)
		}
	}
}

// restricted reports whether a clause right behind i tells which are meant.
func (b *builder) restricted(i int32) bool {
	for k := range b.Kids(i) {
		if first, _ := b.Subtree(k); first == i+1 && b.tok(k).Rel.Base() == token.Acl {
			return true
		}
	}
	return false
}

// extra writes what noun has behind it, a phrase or "ways to end the strike",
// if it stays, where n such phrases stand before it. It reports whether k counts.
func (b *builder) extra(k int32, n, depth int) bool {
	if b.tok(k).Rel == token.Acl {
		if b.level < bare && b.keeps(n) {
			b.complement(k, depth)
		}
		return true
	}
	if b.dated(k) || b.aside(k) && !b.closely(k) {
		return false
	}
	if b.closely(k) && (b.level < bare || depth < 3) || b.keeps(n) && depth < 3 || b.level < bare && b.governs(b.tok(k).Head, k) {
		b.phrase(k, depth+1)
	}
	return true
}

// clausal reports whether k heads a clause, not a phrase.
func (b *builder) clausal(k int32) bool {
	return b.tok(k).UPOS == token.VERB || b.copula(k) || b.subject(k) != token.None
}

// follows reports whether the infinitive k stands right behind the words of
// noun i, without a comma or a conjunction between them.
func (b *builder) follows(k, i int32) bool {
	first, _ := b.Subtree(k)
	return first > i && b.tok(first).XPOS == token.TO && b.tok(first-1).UPOS != token.PUNCT && b.tok(first-1).UPOS != token.CCONJ
}

// closely reports whether a phrase behind a noun belongs to it as its object
// does: with "of", or between two.
func (b *builder) closely(k int32) bool {
	for m := range b.Kids(k) {
		if t := b.tok(m); t.Rel == token.Case {
			return wordTable.Has(t.Lower, classClose)
		}
	}
	return false
}

// conjunct writes a phrase joined to another, with its comma and conjunction.
func (b *builder) conjunct(k int32, depth int) {
	for m := range b.Kids(k) {
		if t := b.tok(m); t.Rel == token.RelCC || t.XPOS == token.Comma && m < k {
			b.put(m)
		}
	}
	b.phrase(k, depth+1)
}

// modifier writes dependent k of noun i where it is part of its name or tells
// which or how many.
func (b *builder) modifier(i, k int32, depth int) {
	t := b.tok(k)
	if b.set(k, i) {
		return // "Lopez, 82, left"
	}
	switch t.Rel {
	case token.Det, token.DetPredet, token.Case, token.Fixed, token.Goeswith, token.CompoundPrt, token.CCPreconj:
		b.put(k)
		b.inside(k, depth)
	case token.Amod, token.Compound, token.Flat, token.Nummod, token.NmodDesc, token.NmodUnmarked:
		if !b.dated(k) {
			b.put(k)
			b.inside(k, depth)
		}
	case token.NmodPoss:
		b.possessor(k, depth)
	case token.Appos, token.Vocative:
		// "trade chief Ana Brandt" has no comma before the name.
		if first, _ := b.Subtree(k); first > 0 && k > i && b.tok(first).UPOS != token.PUNCT && b.tok(first-1).UPOS != token.PUNCT {
			b.put(k)
			b.inside(k, depth)
		}
	case token.Advmod:
		if k < i && !(t.Is(token.Joined) && b.negation(k)) { // not of "didn't the firms come", which says that they came
			b.put(k) // "nearly all"
			b.inside(k, depth)
		}
	case token.RelPunct:
		// A dash with nothing of the phrase behind it only ends an aside.
		if _, last := b.Subtree(i); (t.XPOS == token.HYPH || t.UPOS == token.SYM) && (!b.dash(k) || k > i && k+1 < last) {
			b.put(k)
		}
	}
}

// set reports whether a comma sets k off from the noun i before it.
func (b *builder) set(k, i int32) bool {
	first, _ := b.Subtree(k)
	return first > i && (b.tok(first-1).XPOS == token.Comma || b.tok(first).XPOS == token.Comma)
}

// inside writes what stands in a modifier: "more than 600", "Klamath River's".
func (b *builder) inside(i int32, depth int) {
	if depth > maxClimb {
		return
	}
	for k := range b.Kids(i) {
		switch t := b.tok(k); {
		case b.dated(k):
		case t.Rel == token.Advmod, t.Rel.Base() == token.Obl, t.Rel == token.Nmod, t.Rel == token.RelCC:
			b.put(k)
			b.inside(k, depth+1)
		case t.Rel == token.Conj:
			b.conjunct(k, depth+1)
		default:
			b.modifier(i, k, depth+1)
		}
	}
}

// possessor writes who owns: a pronoun that opens the title gives way to the
// name it stands for.
func (b *builder) possessor(k int32, depth int) {
	t := b.tok(k)
	if t.XPOS == token.WPS {
		if n := b.owner(k); n != "" {
			b.parts = append(b.parts, part{tok: k, text: n})
		}
		return
	}
	if t.XPOS == token.PRPS && len(b.parts) <= 1 {
		if n := b.owning(k); n != "" {
			b.parts = append(b.parts, part{tok: k, text: n})
			return
		}
	}
	b.phrase(k, depth+1)
}

// owning is the name of whom the pronoun k, "his", stands for, as an owner; or "".
func (b *builder) owning(k int32) string {
	if b.in.Name == nil {
		return ""
	}
	own := strings.HasPrefix(strings.ToLower(b.in.Name(k).Name), b.tok(k).Lower+" ") // "his children" are not whose they are
	if n := b.in.Name(k); n.Name != "" && !own && !b.has(n.Name) {
		return possessive(n.Name)
	}
	return ""
}

// owner is the name of whom "whose", token k, stands for, as an owner; or "".
func (b *builder) owner(k int32) string {
	if b.in.Name == nil {
		return ""
	}
	a := b.antecedent(k, k)
	if a == k {
		return ""
	}
	if n := b.in.Name(a); n.Name != "" && !n.Described {
		return possessive(n.Name)
	}
	return ""
}

// name is who the pronoun i stands for, where the name can take its place.
func (b *builder) name(i int32) string {
	t := b.tok(i)
	if t.XPOS != token.PRP || b.in.Name == nil || t.Feats.Has(token.ReflexYes) {
		return ""
	}
	if t.Lower == "her" && int(i)+1 < len(b.Tokens) {
		// Perhaps whose the next word is, which the tagger missed.
		if u := b.tok(i + 1).UPOS; u == token.NOUN || u == token.VERB {
			return ""
		}
	}
	n := b.in.Name(i)
	if n.Name == "" || t.Head == token.None || b.has(n.Name) {
		return ""
	}
	if t.Lower == "it" && t.Rel.Base() != token.Nsubj {
		return "" // what is done to a body is seldom what "it" says: "the army denied having lost it"
	}
	if n.Described && (t.Rel.Base() != token.Nsubj || len(b.parts) > 0) || t.Rel.Base() == token.Nsubj && !b.agrees(t, n) {
		return ""
	}
	return n.Name
}

// has reports whether the title names somebody already.
func (b *builder) has(name string) bool { return b.elsewhere(name, 0, 0, false) }

// agrees reports whether the verb of subject t takes the name n as well: "they
// were" does not let a firm in, "I have" nobody.
func (b *builder) agrees(t *token.Token, n Named) bool {
	singular, plural := b.number(t.Head)
	for k := range b.Kids(t.Head) {
		s, p := b.number(k)
		singular, plural = singular || s, plural || p
	}
	if n.Plural {
		return !singular
	}
	return !plural
}

// number reports whether the form of verb i is of one, or of many.
func (b *builder) number(i int32) (singular, plural bool) {
	t := b.tok(i)
	return t.XPOS == token.VBZ || t.Lower == "was", t.XPOS == token.VBP || t.Lower == "were"
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

// glue writes the hyphens and signs that join words of the title without a blank,
// and the comma before another verb.
func (b *builder) glue() {
	for n := 1; n < len(b.parts); n++ {
		l, r := b.parts[n-1].tok, b.parts[n].tok
		if r != l+2 {
			continue
		}
		m := b.tok(l + 1)
		list := m.XPOS == token.Comma && (b.finite(r) || b.tok(r).XPOS == token.VBN && b.tok(r).Rel == token.Conj) && b.tok(l).Noun() && // "shut doors, cut wires"
			slices.ContainsFunc(b.parts[:n], func(p part) bool { return b.finite(p.tok) || b.tok(p.tok).XPOS == token.Comma })
		if list || m.UPOS == token.PUNCT && (m.Flags|b.tok(r).Flags)&token.SpaceBefore == 0 && m.Flags&token.QuoteMark == 0 {
			b.parts = slices.Insert(b.parts, n, part{tok: l + 1})
		}
	}
}

// article reports whether i is an article: a, an, the.
func (b *builder) article(i int32) bool { return b.tok(i).Feats.Has(token.PronTypeArt) }

// governs reports whether verb or noun i asks for the phrase of k behind it by its
// preposition: describe as, apology for.
func (b *builder) governs(i, k int32) bool {
	p := b.preposition(k)
	return p > i && b.wants(i, p)
}
