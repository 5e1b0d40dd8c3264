package title

import (
	"slices"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// fault is what keeps a title from reading well.
type fault uint8

const (
	noFault   fault = iota
	headless        // it begins with a verb that asks for a subject
	dependent       // it begins with a word that ties a clause to another
	seamed          // words stand side by side that do not in the text, and cannot
	second          // a finite verb that nothing joins to the title
	bereft          // a verb has lost what it acts on
	cut             // it ends with a word that asks for another
)

// fault is what keeps the title so far from reading well.
func (b *builder) fault() fault {
	l := b.look()
	if !l.judged {
		l.fault, l.judged = b.judge(), true
	}
	return l.fault
}

// judge looks over the parts, from the front.
func (b *builder) judge() fault {
	if f := b.faultyStart(); f != noFault {
		return f
	}
	for n := 1; n < len(b.parts); n++ {
		if p := b.parts[n]; p.tok < b.parts[0].tok && p.tok < b.parts[n-1].tok && p.text == "" && p.behind == 0 && b.bare(n) {
			return seamed
		}
		if b.faultySeam(b.parts[n-1], b.parts[n]) || b.parts[n-1].tok == b.says && b.caseless(n) {
			return seamed
		}
	}
	if b.says != token.None {
		for _, p := range b.parts {
			if p.tok == b.says {
				break
			}
			if p.tok > b.says && p.text == "" && p.behind == 0 && b.doer < b.says {
				return seamed
			}
		}
	}
	finite, open := false, false // open: a clause has begun that still lacks its verb
	for n, p := range b.parts {
		t := b.tok(p.tok)
		if p.text == "" && b.unfilled(p.tok) {
			return bereft
		}
		open = (open || n > 0 && p.text == "" && (b.asks(p.tok) || t.Rel == token.RelMark && t.Lower == "that" && t.UPOS == token.SCONJ)) && !b.finite(p.tok) && t.XPOS != token.VB && t.XPOS != token.VBG
		if (t.UPOS != token.VERB && t.UPOS != token.AUX || p.text != "") && !p.was {
			continue
		}
		if p.was || b.finite(p.tok) {
			if finite && !b.licensed(n) {
				return second
			}
			finite = true
		}
		if t.UPOS == token.VERB && (b.robbed(p.tok) || b.orphaned(p.tok)) {
			return bereft
		}
	}
	if b.says != token.None && (b.disagrees(b.says) || !finite && b.verbless(b.says)) {
		return headless
	}
	if open || b.faultyEnd() {
		return cut
	}
	return noFault
}

// verbless reports whether predicate i, of a title without a finite verb, asks for one.
func (b *builder) verbless(i int32) bool {
	t := b.tok(i)
	if b.Sents[t.Sent].Kind == token.Headline || t.Rel == token.Root {
		return false
	}
	switch t.XPOS {
	case token.VBG:
		return true
	case token.JJ, token.JJR:
		return b.doer == token.None
	case token.VBN:
		return b.subject(i) == token.None
	case token.VB:
		return b.parts[0].tok == i || b.doer != token.None && !b.many(b.doer) && !wordTable.Has(t.Lower, classPast) &&
			!slices.ContainsFunc(b.parts, func(p part) bool { return b.tok(p.tok).XPOS == token.TO })
	}
	return false
}

// unfilled reports whether noun i says little without the infinitive that the text has
// right behind it: "the need" of "the need to wait".
func (b *builder) unfilled(i int32) bool {
	n := i + 1
	if b.tok(i).Head != b.says || b.says == token.None || int(n) >= len(b.Tokens) || b.tok(n).XPOS != token.TO || b.holds(n) {
		return false
	}
	return wordTable.Has(b.tok(i).Lower, classUnfilled) && b.fills(i, n)
}

func (b *builder) holds(i int32) bool {
	return slices.ContainsFunc(b.parts, func(p part) bool { return p.tok == i })
}

func (b *builder) faultyStart() fault {
	p := b.parts[0]
	t := b.tok(p.tok)
	if p.text != "" || b.Sents[t.Sent].Kind == token.Headline {
		return noFault
	}
	switch t.XPOS {
	case token.WDT, token.WP, token.WPS:
		if t.Rel != token.Det && b.Sents[t.Sent].First != p.tok {
			return dependent
		}
	case token.WRB:
		if !wordTable.Has(t.Lower, classAsking) {
			return dependent
		}
	case token.VBN:
		if t.UPOS == token.VERB && t.Rel != token.Amod {
			return headless
		}
	case token.PRP:
		if wordTable.Has(t.Lower, classObjective) {
			return headless
		}
	}
	switch {
	case b.says != token.None && b.dated(p.tok) && len(b.parts) > 1 && !b.tok(b.parts[1].tok).Noun() && b.tok(b.parts[1].tok).XPOS != token.POS && b.parts[1].tok > p.tok && b.parts[1].tok <= b.says:
		return headless // a day does nothing
	case len(b.parts) > 3 && b.tok(b.parts[1].tok).UPOS == token.ADP && b.asks(b.parts[2].tok):
		return dependent // "most of which"
	case b.finite(p.tok) && (t.UPOS == token.VERB && (t.XPOS == token.VBD || t.XPOS == token.VBZ) || t.UPOS == token.AUX && b.says != token.None):
		return headless
	case t.UPOS == token.SCONJ, t.UPOS == token.CCONJ && t.Rel != token.CCPreconj:
		return dependent
	case t.UPOS == token.ADP && t.Rel == token.Case && b.says != token.None && t.Head != token.None && b.tok(t.Head).Noun():
		return dependent
	}
	return noFault
}

// faultySeam reports whether two parts that are no neighbours in the text
// cannot be neighbours in a title.
func (b *builder) faultySeam(l, r part) bool {
	if l.text != "" || r.text != "" || l.behind != 0 || r.behind != 0 || r.tok <= l.tok+1 || b.next(l.tok) == r.tok {
		return false
	}
	if x := b.tok(l.tok); x.UPOS == token.AUX {
		return false // "will you go", whose subject comes first; "was fined and told"
	} else if g := b.tok(l.tok + 1); x.Rel == token.RelMark && x.Head >= r.tok && (g.XPOS == token.Comma || g.UPOS == token.SCONJ || g.UPOS == token.ADP) {
		return false // "that, while few came, nobody left"
	}
	if n := l.tok + 1; b.tok(l.tok).Noun() && b.tok(n).UPOS == token.NOUN && b.tok(n).Rel.Base() != token.Nsubj && !b.dated(n) && !b.dated(l.tok) {
		return true // "the station | master", whatever the tree has
	}
	for k := l.tok + 1; k < r.tok; k++ {
		if w := b.tok(k).Lower; w == ":" || w == ";" {
			return true
		}
	}
	return b.clashing(l.tok, r.tok) || b.torn(l.tok, r.tok) && !b.wants(l.tok, b.next(l.tok))
}

// bare reports whether the phrase from part n on, from before the subject, is a
// noun without a preposition, and no clause.
func (b *builder) bare(n int) bool {
	i := b.parts[n].tok
	t := b.tok(i)
	if b.dated(i) || !t.Noun() && t.UPOS != token.DET && t.UPOS != token.ADJ && t.UPOS != token.NUM {
		return false
	}
	return !slices.ContainsFunc(b.parts[n:], func(p part) bool { return b.finite(p.tok) || p.text != "" })
}

// caseless reports whether part n, right behind the predicate, begins a phrase that has
// lost its preposition.
func (b *builder) caseless(n int) bool {
	i := b.parts[n].tok
	for range maxClimb {
		t := b.tok(i)
		if b.parts[n].text != "" || b.parts[n].behind != 0 || i < b.says || t.Head == token.None || t.UPOS == token.ADP {
			return false
		}
		if r := t.Rel.Base(); r == token.Obl && t.Rel != token.OblUnmarked {
			k := b.preposition(i)
			return k != token.None && k > b.says && !b.holds(k)
		} else if !t.Noun() && t.UPOS != token.DET && t.UPOS != token.ADJ && t.UPOS != token.NUM || t.Head < i {
			return false
		}
		i = t.Head
	}
	return false
}

// licensed reports whether something ties the clause of the finite verb that
// is part n to what the title has before it.
func (b *builder) licensed(n int) bool {
	v := b.parts[n].tok
	if m := slices.IndexFunc(b.parts[:n], func(p part) bool { return p.behind == b.says+1 }); m > 0 && b.parts[m-1].tok == b.says {
		return true // "The bank said prices rose", from "Prices rose, the bank said"
	}
	for m := n - 1; m >= 0 && !b.finite(b.parts[m].tok); m-- {
		switch t := b.tok(b.parts[m].tok); {
		case t.UPOS == token.CCONJ && t.Head != token.None && b.clausal(t.Head), t.UPOS == token.SCONJ, wordTable.Has(t.Lower, classMarks), t.Rel == token.RelMark, t.XPOS == token.Comma && !b.splices(m, v), b.asks(b.parts[m].tok):
			return true
		}
	}
	switch t := b.tok(v); t.Rel {
	case token.Aux, token.AuxPass, token.Cop:
		v = t.Head
	}
	if v == b.says {
		return true
	}
	switch t := b.tok(v); t.Rel.Base() {
	case token.Ccomp, token.Acl:
		return t.Head != token.None && b.holds(t.Head)
	case token.Xcomp:
		return true
	}
	// "the men that fled were caught": all verbs before it stand in its subject.
	s := b.subject(v)
	if s == token.None {
		return false
	}
	first, last := b.Subtree(s)
	return !slices.ContainsFunc(b.parts[:n], func(p part) bool { return b.finite(p.tok) && (p.tok < first || p.tok >= last) })
}

// splices reports whether the finite verb v has a subject of its own behind the comma
// that is part m, and what stands before it is a clause: "two men died, three were hurt".
func (b *builder) splices(m int, v int32) bool {
	n := m - 1
	for n >= 0 && !b.finite(b.parts[n].tok) {
		n--
	}
	if n < 0 || b.parts[n].tok != b.says && b.tok(b.parts[n].tok).Head != b.says {
		return false
	}
	if h := b.tok(v); h.Rel == token.Aux || h.Rel == token.AuxPass || h.Rel == token.Cop {
		v = h.Head
	}
	s := b.subject(v)
	if s < b.parts[m].tok || v == b.says || s > v || b.relative(s) || !b.holds(s) {
		return false
	}
	for k := s; k < v; k++ {
		if b.asks(k) {
			return false // "one of whom had"
		}
	}
	return true
}

// asks reports whether i is a relative pronoun or one of questions.
func (b *builder) asks(i int32) bool {
	t := b.tok(i)
	switch t.XPOS {
	case token.WDT, token.WP, token.WPS, token.WRB:
		return !t.Is(token.AllCaps)
	}
	return false
}

// robbed reports whether verb v, of which the title has no object and no
// clause, has one in the text.
func (b *builder) robbed(v int32) bool {
	if n := len(b.parts); v == b.says && b.parts[n-1].text != "" && b.parts[n-1].text[0] == ':' {
		return false
	}
	lost, has, aim := false, false, false
	for k := range b.Kids(v) {
		switch b.tok(k).Rel {
		case token.Obj, token.Iobj, token.Xcomp, token.Ccomp:
			if k < v {
				continue
			}
			first, last := b.Subtree(k)
			if slices.ContainsFunc(b.parts, func(p part) bool { return p.tok >= first && p.tok < last }) {
				if has = true; b.tok(k).Rel == token.Obj && b.speech(v, k, last) {
					return true
				}
			} else {
				lost = true
				aim = aim || b.tok(k).Rel == token.Xcomp && b.infinitive(k) // "ordered the firm to pay"
			}
		}
	}
	if has || lost {
		return !has || aim
	}
	n := b.next(v)
	if n != token.None && b.holds(n) && (b.tok(n).Rel == token.CompoundPrt || wordTable.Has(b.tok(n).Lower, classKept)) && b.tok(n).UPOS != token.ADP {
		n = b.next(n) // "put together a plan"
	}
	if n == token.None || b.holds(n) || v == b.parts[0].tok || syntax.Group(b.Doc, v).Passive {
		return false
	}
	y := b.tok(n)
	switch {
	case y.UPOS == token.DET, y.Noun(), y.UPOS == token.PRON, y.UPOS == token.NUM, y.UPOS == token.SCONJ && y.Lower == "that", wordTable.Has(y.Lower, classAsking):
		return true
	}
	return false
}

// orphaned reports whether verb v, which is not what the title is about, has
// lost its subject or the "to" before it.
func (b *builder) orphaned(v int32) bool {
	if v == b.says || b.holds(v-1) {
		return false
	}
	for k := range b.Kids(v) {
		t := b.tok(k)
		if k < v && (t.Rel.Base() == token.Nsubj && t.Head == v && !b.near(k) || t.XPOS == token.TO && t.Rel == token.RelMark ||
			t.Rel == token.AuxPass && b.tok(v).XPOS == token.VBN && b.tok(v).Rel != token.Conj && b.finite(k)) && !b.holds(k) {
			return true
		}
	}
	return false
}

// near reports whether the title has a word of the phrase of k.
func (b *builder) near(k int32) bool {
	first, last := b.Subtree(k)
	return slices.ContainsFunc(b.parts, func(p part) bool { return p.tok >= first && p.tok < last })
}

// speech reports whether what verb v says is a clause of which the title has
// the subject, which the tree takes for the object k that ends before token i.
func (b *builder) speech(v, k, i int32) bool {
	if !wordTable.Has(b.tok(v).Lemma, classSaying) {
		return false
	}
	for m := range b.Kids(k) {
		if b.tok(m).Rel == token.Conj && b.clausal(m) && !b.holds(m) {
			return true
		}
	}
	return int(i) < len(b.Tokens) && b.tok(i).Sent == b.tok(v).Sent && b.finite(i) && !b.holds(i)
}

// disagrees reports whether the subject of predicate i is of many and its verb
// of one, or the other way round.
func (b *builder) disagrees(i int32) bool {
	s, g := b.doer, syntax.Group(b.Doc, i)
	if s == token.None || s > i || g.Finite == token.None {
		return false
	}
	singular, plural := b.number(g.Finite)
	if b.tok(s).Is(token.Capital) { // a firm or a team may be many
		e := b.tok(s).Ent
		return plural && b.tok(s).XPOS == token.NNP && e != token.None && b.Ents[e].Type == token.PER &&
			!slices.ContainsFunc(b.parts, func(p part) bool { return p.tok < i && b.tok(p.tok).UPOS == token.CCONJ })
	}
	switch b.tok(s).XPOS {
	case token.NNS:
		return singular
	case token.NN:
		for k := range b.Kids(s) {
			if b.tok(k).Rel == token.Conj {
				return false
			}
		}
		return plural && !wordTable.Has(b.tok(s).Lower, classCollective)
	}
	return false
}

func (b *builder) faultyEnd() bool {
	last := b.end()
	if last < 0 {
		return false
	}
	p := b.parts[last]
	t := b.tok(p.tok)
	n := b.next(p.tok)
	if t.UPOS == token.AUX || b.negation(p.tok) || t.UPOS == token.CCONJ || t.UPOS == token.SCONJ || b.article(p.tok) || t.UPOS == token.ADP && t.Rel != token.CompoundPrt || t.UPOS == token.PUNCT || t.XPOS == token.TO {
		return true
	}
	if t.Head > p.tok && !b.holds(t.Head) {
		switch t.Rel {
		case token.Amod, token.Compound, token.Nummod, token.NmodPoss:
			return true
		}
	}
	if t.XPOS == token.PRP && n == p.tok+1 && b.tok(n).UPOS == token.ADJ {
		return true // "making it" of "making it clear"
	}
	if b.dangling(p.tok) || b.halved() {
		return true
	}
	if l := len(b.parts) - 1; last == l && l > 2 && t.XPOS == token.VBG && t.UPOS == token.VERB && p.tok != b.parts[l-1].tok+1 && b.next(b.parts[l-1].tok) != p.tok && p.tok != b.says && !b.hasAux(p.tok) {
		return true // "vowed to help speaking"
	}
	if n != token.None && (b.bond(p.tok, n) == tight || n == p.tok+1 && t.Noun() && b.tok(n).Rel.Base() != token.Nsubj &&
		(b.tok(n).Noun() || b.tok(n).UPOS == token.ADJ)) {
		return true // "the middle-class" of "the middle-class white men"
	}
	if (t.XPOS == token.VBN || t.XPOS == token.VBG) && t.UPOS == token.VERB && t.Rel.Base() == token.Acl && len(b.parts) > 1 && !b.hasAux(p.tok) && b.subject(p.tok) == token.None && n != token.None && b.tok(n).UPOS != token.PUNCT && !b.finite(n) {
		return true
	}
	if l := len(b.parts); last == l-1 && l > fewest && b.tok(b.parts[l-2].tok).XPOS == token.Comma && n == p.tok+1 && !b.tok(n).Is(token.QuoteMark) && b.tok(n).UPOS != token.PUNCT && b.tok(n).UPOS != token.CCONJ {
		return true // ", thanks" of ", thanks to the rain"
	}
	return t.Lower == "those"
}

// dangling reports whether the title, which ends with token i, ends with the
// subject of a verb that it leaves out.
func (b *builder) dangling(i int32) bool {
	a := i
	for range maxClimb {
		t := b.tok(a)
		if t.Head == token.None || !b.holds(a) {
			return false
		}
		if t.Rel.Base() == token.Nsubj {
			first, last := b.Subtree(a)
			return t.Head > i && last <= t.Head && !b.holds(t.Head) && first > b.parts[0].tok && slices.ContainsFunc(b.parts, func(p part) bool { return p.tok < first && b.tok(p.tok).UPOS == token.VERB })
		}
		a = t.Head
	}
	return false
}

// halved reports whether the title has "between" or "both" without the "and" that
// follows in the text.
func (b *builder) halved() bool {
	for n, p := range b.parts {
		if w := b.tok(p.tok).Lower; p.text != "" || w != "between" && w != "both" {
			continue
		}
		if h := b.tok(p.tok).Head; slices.ContainsFunc(b.parts[n:], func(p part) bool { return b.tok(p.tok).Lower == "and" }) ||
			b.tok(p.tok).UPOS == token.ADP && h != token.None && b.many(h) && b.holds(h) {
			continue // "between the two firms"
		}
		for i := p.tok + 1; i < min(p.tok+farthest/2, b.Sents[b.tok(p.tok).Sent].Last) && b.tok(i).UPOS != token.PUNCT; i++ {
			if b.tok(i).Lower == "and" {
				return true
			}
		}
	}
	return false
}
