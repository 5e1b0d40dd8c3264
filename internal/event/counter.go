package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// worded is the status that words around predicate p give it, whatever its
// tense: "has yet to sign", "should have signed", "would later sign".
func (f *finder) worded(p int32, g *syntax.VerbGroup) (Status, bool) {
	t := &f.d.Tokens[p]
	switch {
	case f.raisesNot(p):
		return Denied, true
	case t.XPOS == token.VB && f.dueTo(p):
		return Planned, true
	case t.XPOS == token.VB && f.isTo(p):
		if s := f.anySubject(p); s != token.None && wordTable.Has(f.d.Tokens[s].Lemma, classPurpose) {
			return Possible, true // "the aim was to sign"
		}
		return Planned, true
	case t.Rel.Base() == token.Acl && t.XPOS == token.VBN && wordTable.Has(t.Lemma, classHeld) && f.markOf(p) == "to":
		return Planned, true // "a summit to be held in Oslo"
	case g.Modal == "":
		return 0, false
	case g.Perfect && wordTable.Has(g.Modal, classOughtTo):
		if g.Negated {
			return Occurred, true // "should not have signed"
		}
		return Denied, true
	case wordTable.Has(g.Modal, classWould):
		if t.Rel != token.Ccomp && t.Rel != token.Parataxis && f.later(p) {
			return Occurred, true // the future of the past, told when it is past
		}
		if g.Perfect {
			return Possible, true
		}
	}
	return 0, false
}

// denies reports whether the clause of h, with group g, says that it did not
// happen.
func (f *finder) denies(h *hit, g *syntax.VerbGroup) bool {
	p := h.clause
	g.Agree(f.d)
	switch {
	case f.yetTo(p), wordTable.Has(h.kind, classNarrow) && f.advKid(p, classNearly):
		return true
	case g.NoArgument && !(g.Perfect && g.Modal != "") && (g.Passive || !f.findsNone(h)):
		return true
	case !g.Negated, f.notOnly(p), !g.Perfect && f.notUntil(p, g.Modal != ""), g.Perfect && wordTable.Has(g.Modal, classOughtTo):
		return false
	case g.Perfect && wordTable.Has(g.Modal, classPerhaps):
		return false // "may not have signed"
	}
	return true
}

// alleged reports whether gerund p is what somebody is accused of, nobody knows by
// whom: "he is accused of posing as a doctor".
func (f *finder) alleged(p int32) bool {
	t := &f.d.Tokens[p]
	if t.XPOS == token.VBG && t.Rel == token.Conj && f.d.Tokens[t.Head].XPOS == token.VBG {
		t = &f.d.Tokens[t.Head] // "of selling heroin and hiding a gun"
		p = f.d.Tokens[p].Head
	}
	if t.XPOS != token.VBG || t.Head == token.None || !wordTable.Has(f.lemma(t.Head), classAlleges) || f.markOf(p) != "of" && f.caseOf(p) != "of" {
		return false
	}
	return (f.isPassive(t.Head) || f.d.Tokens[t.Head].Rel == token.Acl) && f.agent(t.Head) == token.None
}

// yetTo reports whether infinitive p is still to come: "has yet to sign".
func (f *finder) yetTo(p int32) bool {
	t := &f.d.Tokens[p]
	if t.XPOS != token.VB {
		return false
	}
	for k := range f.kids(p) {
		if k >= p {
			break
		}
		if f.d.Tokens[k].Lower == "to" {
			return k > f.d.Sents[t.Sent].First && wordTable.Has(f.d.Tokens[k-1].Lower, classYet)
		}
	}
	return false
}

// dueTo reports whether infinitive p is what its noun is due for: "a bridge, due
// to open in May".
func (f *finder) dueTo(p int32) bool {
	for k := range f.kids(p) {
		if t := &f.d.Tokens[k]; (t.Rel == token.Case || t.Rel == token.RelMark) && wordTable.Has(t.Lower, classDueTo) {
			return true
		}
	}
	return false
}

// isTo reports whether infinitive p has a form of "be" before its "to": "was to
// sign".
func (f *finder) isTo(p int32) bool {
	be := token.None
	for k := range f.kids(p) {
		if k >= p {
			break
		}
		t := &f.d.Tokens[k]
		switch {
		case t.Rel == token.Cop || t.Rel == token.Aux:
			be = token.None
			if t.Lemma == "be" && t.XPOS != token.VB {
				be = k
			}
		case t.Lower == "to":
			return be != token.None && be == k-1
		}
	}
	return false
}

// anySubject is the surface subject of p, or None.
func (f *finder) anySubject(p int32) int32 {
	for k := range f.kids(p) {
		if f.d.Tokens[k].Rel.Base() == token.Nsubj {
			return k
		}
	}
	return token.None
}

// later reports whether an adverb before verb p says that it came later.
func (f *finder) later(p int32) bool {
	for k := range f.kids(p) {
		if t := &f.d.Tokens[k]; k < p && t.Rel == token.Advmod && wordTable.Has(t.Lower, classLater) {
			return true
		}
	}
	return false
}

// advKid reports whether an adverb of class c stands with p.
func (f *finder) advKid(p int32, c wordClass) bool {
	for k := range f.kids(p) {
		if t := &f.d.Tokens[k]; t.Rel == token.Advmod && wordTable.Has(t.Lower, c) {
			return true
		}
	}
	return false
}

// raisesNot reports whether clause p is what somebody does not think: "I do not
// think that he signed".
func (f *finder) raisesNot(p int32) bool {
	t := &f.d.Tokens[p]
	if t.Rel != token.Ccomp || t.Head == token.None || !wordTable.Has(f.d.Tokens[t.Head].Lemma, classRaisesNot) {
		return false
	}
	g := syntax.Group(f.d, t.Head)
	g.Agree(f.d)
	return g.Negated || g.NoArgument
}

// notUntil reports whether what denies p only says that it was or will be late:
// "did not open until May". Who will not act until others do refuses.
func (f *finder) notUntil(p int32, future bool) bool {
	for k := range f.kids(p) {
		t := &f.d.Tokens[k]
		if k > p && t.Rel.Base() == token.Obl && (!future || f.isTime(k)) && wordTable.Has(f.caseOf(k), classUntil) ||
			!future && t.Rel == token.Advcl && wordTable.Has(f.markOf(k), classUntil) {
			return true
		}
	}
	return false
}

// findsNone reports whether h has happened though it came upon nothing: "found
// no trace", "reported no losses".
func (f *finder) findsNone(h *hit) bool {
	if h.trig != h.clause || !wordTable.Has(f.lemma(h.clause), classFindsNone) {
		return false
	}
	if s := f.kid(h.clause, token.Nsubj); s != token.None && wordTable.Has(f.d.Tokens[s].Lower, classNobodyAtAll) {
		return false
	}
	switch h.kind {
	case ontology.Statement, ontology.Science, ontology.Accuse, ontology.Change, ontology.Court:
		return true
	}
	return false
}

// notHere reports whether predicate p itself is denied, whatever is above it:
// "decided not to sign".
func (f *finder) notHere(p int32) bool { return p != token.None && f.advKid(p, classNot) }
