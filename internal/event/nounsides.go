package event

import (
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// nounSides fills the sides of an event noun.
func (f *finder) nounSides(e *Event) {
	e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool { return r.Role == Agent && f.bystander(e, &r) })
	f.setting(e)
	f.answered(e)
	f.received(e)
	f.harm(e)
	if e.side(Patient) == nil && wordTable.Has(e.Lemma, classFire) {
		f.give(e, Patient, f.onFire(e.Head))
	}
	if e.Kind == ontology.Statement && e.side(Patient) == nil {
		f.give(e, Patient, f.declared(e))
	}
	if e.side(Agent) == nil {
		f.give(e, Agent, f.undertaker(e))
	}
}

// bystander reports whether r does not do what the noun of e tells: it is the noun, a thing
// that is said to be one ("the result was a strike"), or a body that only reports deaths
// or an outbreak ("the city registered ten deaths").
func (f *finder) bystander(e *Event, r *Role) bool {
	switch {
	case r.Head == e.Head:
		return true
	case f.d.Tokens[e.Head].UPOS == token.NOUN && f.kid(e.Head, token.Cop) != token.None && f.d.Tokens[r.Head].UPOS != token.PRON && !f.is(r.Head, actorClass):
		return true
	case e.Kind == ontology.Death || e.Kind == ontology.Outbreak:
		switch f.kindOf(r.Actor) {
		case actor.State, actor.Organisation, actor.Company, actor.Media:
			return !f.below(r.Head, e.Head)
		}
	}
	return false
}

// setting takes the place where something of no kind of PLOVER's was from its
// patients: "the crash near Oslo".
func (f *finder) setting(e *Event) {
	if p := e.side(Patient); p != nil && e.nominal && ontology.QuadOf(e.Kind) == ontology.NoQuad && f.at(p.Head) && f.isPlace(p.Head) {
		e.clear(Patient)
	}
	f.settled(e)
	e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool {
		return r.Role != Agent && !wordTable.Has(e.Kind, classHarms) && f.where(e, r.Head)
	})
}

// settled takes a place from the patients of what is in it and not done to it, though
// PLOVER's kinds have places for targets: "visited a factory in Lima", "protests in
// Lima". A visit that has no other patient has the place.
func (f *finder) settled(e *Event) {
	p := e.side(Patient)
	if p == nil || !f.at(p.Head) || !f.isPlace(p.Head) || ontology.QuadOf(e.Kind) == ontology.NoQuad || wordTable.Has(e.Kind, classHarms) ||
		!wordTable.Has(e.Kind, classSettled) && p.Head > e.Head {
		return
	}
	head := p.Head
	if e.Mode != "visit" || slices.ContainsFunc(e.Roles, func(r Role) bool { return r.on(Patient) && r.Head != head }) {
		e.drop(head)
	}
}

// where reports whether i only tells where e was.
func (f *finder) where(e *Event, i int32) bool {
	if !f.at(i) {
		return false
	}
	for _, h := range [...]int32{e.Head, e.Clause} {
		p, ok := f.d.PredicateAt(h)
		if !ok {
			continue
		}
		for _, a := range f.d.ArgsOf(p) {
			if a.Head == i && a.Label == token.ArgLOC {
				return true
			}
		}
	}
	return false
}

// received turns round what somebody is said to receive: "drew criticism from
// the council", "came under investigation".
func (f *finder) received(e *Event) {
	who := f.actorParty(f.receiver(e))
	if who == token.None {
		return
	}
	p := e.head(Patient)
	if p != token.None && p != who && f.is(p, actorClass) && !f.at(p) {
		return
	}
	if a := e.side(Agent); a != nil && (a.Head == who || a.Actor != token.None && a.Actor == f.actorAt(who)) {
		e.drop(a.Head)
	}
	if p != who {
		e.clear(Patient)
		f.give(e, Patient, who)
	}
	if e.side(Agent) != nil {
		return
	}
	for _, h := range [...]int32{e.Head, f.d.Tokens[e.Head].Head} {
		if h == token.None {
			continue
		}
		for k := range f.behind(h, classReceivedFrom) {
			if f.give(e, Agent, k) {
				return
			}
		}
	}
}

// receiver is the subject that the noun of e is said to befall, or None.
func (f *finder) receiver(e *Event) int32 {
	t := &f.d.Tokens[e.Head]
	v := t.Head
	under := wordTable.Has(f.caseOf(e.Head), classUnder)
	switch {
	case under && f.kid(e.Head, token.Cop) != token.None:
		return f.surface(e.Head, 0)
	case v == token.None || f.d.Tokens[v].UPOS != token.VERB:
	case under && wordTable.Has(f.lemma(v), classComesUnder):
		if f.isPassive(v) {
			return f.frameOf(v).obj
		}
		return f.surface(v, 0)
	case t.Rel == token.Obj && !f.isPassive(v):
		if kinds, ok := wordTable.Text(f.lemma(v), classUndergoes); ok && wordTable.Has(e.Kind, classReceived) && undergone(kinds, e.Kind) {
			return f.surface(v, 0)
		}
	}
	return token.None
}

// answered makes those who answer what somebody asks or says of them those of whom
// it was asked: "did not respond to the board's request".
func (f *finder) answered(e *Event) {
	if ontology.QuadOf(e.Kind) != ontology.VerbalConflict || e.side(Patient) != nil && f.is(e.side(Patient).Head, actorClass) {
		return
	}
	t := &f.d.Tokens[e.Head]
	v := t.Head
	if v == token.None || f.d.Tokens[v].UPOS != token.VERB || !wordTable.Has(f.lemma(v), classAnswers) || f.isPassive(v) ||
		t.Rel != token.Obj && !(t.Rel == token.Obl && wordTable.Has(f.caseOf(e.Head), classAnsweredBehind)) {
		return
	}
	asked := e.head(Patient)
	if f.give(e, Patient, f.actorParty(f.surface(v, 0))) {
		e.drop(asked)
	}
}

// harm puts whom the event is said to have harmed in the place of where it was.
func (f *finder) harm(e *Event) {
	if p := e.side(Patient); p != nil {
		scene := f.at(p.Head) && !f.known(p.Head) && f.caseOf(p.Head) != "on"
		if e.Kind == ontology.Assault && !scene || !scene && f.is(p.Head, actorClass) {
			return
		}
	}
	if o := f.harmed(e); o != token.None && !e.has(o, token.None) {
		e.clear(Patient)
		f.give(e, Patient, o)
	}
}

// harmed is whom or what the event of a noun is said to have killed, hurt or
// destroyed: "the blast killed two clerks", "opened fire, killing two clerks"; or
// None.
func (f *finder) harmed(e *Event) int32 {
	if !wordTable.Has(e.Kind, classHarms) {
		return token.None
	}
	t := &f.d.Tokens[e.Head]
	object := func(v int32) int32 {
		if v == token.None || f.d.Tokens[v].UPOS != token.VERB || !wordTable.Has(f.lemma(v), classHarming) || f.isPassive(v) {
			return token.None
		}
		return f.party(f.kid(v, token.Obj))
	}
	if t.Rel == token.Nsubj {
		if o := object(t.Head); o != token.None {
			return o
		}
	}
	if o := f.victim(e.Head); o != token.None {
		return o
	}
	of := f.kid(e.Head, token.Nmod) // "an outbreak of cholera that killed two clerks", hung on the cholera
	if of == token.None || f.caseOf(of) != "of" || f.is(of, actorClass) {
		of = e.Head
	}
	for _, p := range [...]int32{e.Head, of, e.Clause} {
		for k := range f.kids(p) {
			switch r := f.d.Tokens[k].Rel; {
			case r == token.AclRelcl && (p == e.Head || p == of) && f.surface(k, 0) == p,
				(r == token.Acl || r == token.Advcl) && f.d.Tokens[k].XPOS == token.VBG,
				r == token.Conj && p != e.Head && p == t.Head, r == token.Conj && t.UPOS == token.VERB && k > e.Head:
				if o := object(k); o != token.None {
					return o
				}
			}
		}
	}
	return token.None
}

// victim is who is said to have been killed or hurt in what noun n tells: "two men
// died in the crash"; or None.
func (f *finder) victim(n int32) int32 {
	t := &f.d.Tokens[n]
	if t.Rel != token.Obl || t.UPOS != token.NOUN || !wordTable.Has(f.caseOf(n), classAtOccasion) || wordTable.Has(t.Lemma, classLasting) {
		return token.None
	}
	v := t.Head
	if k := f.verbKind(v); f.d.Tokens[v].UPOS != token.VERB || !wordTable.Has(f.lemma(v), classHarming) && k != ontology.Death && k != ontology.Injury {
		return token.None
	}
	fr := f.frameOf(v)
	if o := fr.obj; o != token.None {
		return f.party(o)
	}
	if fr.subj != token.None && f.is(fr.subj, actorClass) {
		return f.party(fr.subj)
	}
	return token.None
}

// onFire is the building or vehicle that the fire or blast n was in, or None.
func (f *finder) onFire(n int32) int32 {
	for k := range f.kids(n) {
		t := &f.d.Tokens[k]
		if t.Rel != token.Nmod && t.Rel != token.Obl || k < n || !wordTable.Has(f.caseOf(k), classScene) {
			continue
		}
		if f.party(k) != token.None && !f.isPlace(k) && (f.place[k] == token.None || f.in.Places[f.place[k]].Site()) && !f.person(k) {
			return k
		}
	}
	return token.None
}

// undertaker is who does what the noun of e tells, as the subject of the clause
// in which it is undertaken: "seized two boats in the operation", "plans a series
// of protests"; or None.
func (f *finder) undertaker(e *Event) int32 {
	n, t := e.Head, &f.d.Tokens[e.Head]
	if t.Rel == token.Nmod && f.caseOf(n) == "of" && wordTable.Has(f.lemma(t.Head), classPartitive) {
		n, t = t.Head, &f.d.Tokens[t.Head]
	}
	v := t.Head
	if v == token.None || f.d.Tokens[v].UPOS != token.VERB || f.isPassive(v) {
		return token.None
	}
	switch t.Rel {
	case token.Obl:
		if f.kid(v, token.Obj) == token.None || !wordTable.Has(e.Lemma, classUndertaking) || !wordTable.Has(f.caseOf(n), classAtOccasion) {
			return token.None
		}
	case token.Obj:
		if !wordTable.Has(f.lemma(v), classUndertakes) {
			return token.None
		}
	default:
		return token.None
	}
	return f.actorParty(f.surface(v, 0))
}
