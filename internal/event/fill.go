package event

import (
	"iter"
	"slices"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// on reports whether r stands on the side s, Agent or Patient; who is given
// something stands with the patients.
func (r *Role) on(s RoleName) bool { return (r.Role == Agent) == (s == Agent) }

// side is the first role of e on the side s, or nil.
func (e *Event) side(s RoleName) *Role {
	for i := range e.Roles {
		if e.Roles[i].on(s) {
			return &e.Roles[i]
		}
	}
	return nil
}

// head is the word of the first role of e on the side s, or None.
func (e *Event) head(s RoleName) int32 {
	if r := e.side(s); r != nil {
		return r.Head
	}
	return token.None
}

// has reports whether the word head, or actor if it is not None, is a side of e.
func (e *Event) has(head, actor int32) bool {
	return slices.ContainsFunc(e.Roles, func(r Role) bool { return r.Head == head || actor != token.None && r.Actor == actor })
}

// clear takes all roles on the side s from e.
func (e *Event) clear(s RoleName) {
	e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool { return r.on(s) })
}

// drop takes the roles of the word head from e.
func (e *Event) drop(head int32) {
	e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool { return r.Head == head })
}

// give adds i, with those joined to it, to the side s of e, unless it may be no
// side or e has it; it reports whether it did.
func (f *finder) give(e *Event, s RoleName, i int32) bool {
	if i == token.None || i == e.Head || len(e.Roles) >= maxRoles || f.party(i) == token.None {
		return false
	}
	x := f.role(s, i, false)
	if e.has(i, x.Actor) {
		return false
	}
	e.put(x)
	f.others(e, s, i)
	f.members(e)
	return true
}

// put adds a side: who does it first.
func (e *Event) put(r Role) {
	if r.Role == Agent {
		e.Roles = slices.Insert(e.Roles, 0, r)
	} else {
		e.Roles = append(e.Roles, r)
	}
}

// real reports whether e is told as something that is so.
func (e *Event) real() bool { return e.Status == Occurred || e.Status == Ongoing }

// behind yields the dependents of p that name an actor behind a preposition of
// class preps, in text order.
func (f *finder) behind(p int32, preps wordClass) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for k := range f.kids(p) {
			if wordTable.Has(f.caseOf(k), preps) && f.is(k, actorClass) && !f.isTime(k) && !yield(k) {
				return
			}
		}
	}
}

// fill gives e sides that the words around it tell, where its own do not.
func (f *finder) fill(e *Event) {
	f.spoken(e)
	f.stoodFor(e)
	if e.nominal || f.d.Tokens[e.Head].UPOS == token.NOUN {
		f.nounSides(e)
	} else {
		f.verbSides(e)
	}
}

// scoring takes from the sides of a match what is counted in it: the other side is
// whom it is done to.
func (e *Event) scoring(f *finder) {
	e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool {
		return r.on(Patient) && r.Actor == token.None && wordTable.Has(f.lemma(r.Head), classTallies)
	})
}

// verbSides fills the sides of a verb.
func (f *finder) verbSides(e *Event) {
	if f.d.Tokens[e.Head].UPOS != token.VERB {
		return
	}
	f.author(e)
	f.settled(e)
	if e.Kind == ontology.Assault {
		f.harm(e)
	}
	if e.Kind == ontology.Request && e.side(Agent) == nil && f.isPassive(e.Head) {
		f.called(e)
	}
	if e.side(Patient) != nil {
		return
	}
	if e.Status == Denied && e.side(Agent) == nil && wordTable.Has(e.Kind, classBefalls) {
		f.spared(e)
		return
	}
	if f.give(e, Patient, f.thing(e.Head)) || f.give(e, Patient, f.sharedObject(e.Head)) {
		return
	}
	if !f.give(e, Patient, f.concerned(e)) && e.Kind == ontology.Law {
		f.give(e, Patient, f.voted(e.Head))
	}
}

// voted is what the infinitive behind verb p of voting is about: "voted 7-2 to sell the mill"; or None.
func (f *finder) voted(p int32) int32 {
	for k := range f.kids(p) {
		if t := &f.d.Tokens[k]; k > p && t.XPOS == token.VB && (t.Rel == token.Xcomp || t.Rel == token.Advcl) {
			return f.kid(k, token.Obj)
		}
	}
	return token.None
}

// author puts who wrote a document in the place of it, where it asks, says or
// blames: "sent a letter asking the board to resign", "the order of the court
// bans it".
func (f *finder) author(e *Event) {
	a := e.side(Agent)
	q := ontology.QuadOf(e.Kind)
	if a == nil || a.Actor != token.None || !wordTable.Has(f.lemma(a.Head), classDocuments) ||
		e.Kind != ontology.Statement && e.Kind != ontology.Court && q != ontology.VerbalCoop && q != ontology.VerbalConflict {
		return
	}
	document := a.Head
	who := f.actorParty(f.writer(document, e.Head))
	if who != token.None && !f.isTime(who) && f.give(e, Agent, who) {
		e.drop(document)
	}
}

// writer is who wrote the document n, by its phrase or as the subject of another
// verb than p that sends it; or None.
func (f *finder) writer(n, p int32) int32 {
	if who := f.kid(n, token.NmodPoss); who != token.None {
		return who
	}
	for k := range f.kids(n) {
		if wordTable.Has(f.caseOf(k), classWrittenBy) && f.d.Tokens[k].Rel != token.Acl {
			return k
		}
	}
	t := &f.d.Tokens[n]
	if v := t.Head; (t.Rel == token.Obj || t.Rel == token.Obl) && v != p && f.d.Tokens[v].UPOS == token.VERB &&
		wordTable.Has(f.lemma(v), classSends) && !f.isPassive(v) {
		return f.surface(v, 0)
	}
	return token.None
}

// spared gives a harm that is denied those whom it did not befall: "nobody was
// hurt".
func (f *finder) spared(e *Event) {
	fr := f.frameOf(e.Head)
	o := fr.obj
	if o == token.None {
		o = fr.subj
	}
	if o == token.None || f.d.Tokens[o].UPOS != token.PRON && f.d.Tokens[o].UPOS != token.NOUN {
		return
	}
	d := f.kid(o, token.Det)
	if wordTable.Has(f.d.Tokens[o].Lower, classNobodyAtAll) || d != token.None && wordTable.Has(f.d.Tokens[d].Lower, classNobodyAtAll) {
		e.Roles = append(e.Roles, f.role(Patient, o, false))
	}
}

// called makes those who are to be called who makes a request that the passive tells
// without them: "anyone with information is asked to call the police".
func (f *finder) called(e *Event) {
	if x := f.frameOf(e.Head).xc; x != token.None && wordTable.Has(f.lemma(x), classContacts) {
		f.give(e, Agent, f.actorParty(f.kid(x, token.Obj)))
	}
}

// thing is the noun that is the object of verb p, or its subject in the passive, and
// an argument of it, which no rule for its kind took: "lifted the ban"; or None.
func (f *finder) thing(p int32) int32 {
	q, ok := f.d.PredicateAt(p)
	if !ok {
		return token.None
	}
	o := f.d.Arg(q, token.ARG1)
	if o == token.None || f.d.Tokens[o].Head != p || f.d.Tokens[o].UPOS == token.PRON || o > p && f.asWhat(o) || (f.d.Tokens[o].Rel != token.Obj || f.isPassive(p)) && f.d.Tokens[o].Rel != token.NsubjPass {
		return token.None
	}
	return o
}

// sharedObject is the object that verb p has in common with one that is joined
// to it: "arrested and questioned the student"; or None.
func (f *finder) sharedObject(p int32) int32 {
	if f.isPassive(p) || int(p)+1 >= len(f.d.Tokens) || f.d.Tokens[p+1].UPOS != token.CCONJ {
		return token.None
	}
	q, ok := f.d.PredicateAt(p)
	if !ok || f.d.Arg(q, token.ARG1) != token.None || f.kid(p, token.Obj) != token.None {
		return token.None
	}
	for k := range f.kids(p) {
		if t := &f.d.Tokens[k]; t.Rel == token.Conj && t.UPOS == token.VERB && t.XPOS == f.d.Tokens[p].XPOS && k <= p+3 {
			return f.kid(k, token.Obj)
		}
	}
	return token.None
}

// concerned is what the verb of e is about by the phrase that its sense asks for:
// "pulled back from the boats", "flirted with a run"; or None.
func (f *finder) concerned(e *Event) int32 {
	if e.side(Agent) == nil || f.isPassive(e.Head) || !wordTable.Has(e.Kind, classConcerns) {
		return token.None
	}
	q, ok := f.d.PredicateAt(e.Head)
	if !ok {
		return token.None
	}
	for _, l := range [...]token.Label{token.ARG1, token.ARG2} {
		i := f.d.Arg(q, l)
		if i == token.None || i < e.Head || f.d.Tokens[i].Head != e.Head || f.d.Tokens[i].Rel != token.Obl && f.d.Tokens[i].Rel != token.OblAgent {
			continue
		}
		t := &f.d.Tokens[i]
		if t.UPOS != token.NOUN && t.UPOS != token.PROPN || f.isPlace(i) || f.place[i] != token.None || !wordTable.Has(f.caseOf(i), classConcerning) {
			continue
		}
		return i
	}
	return token.None
}
