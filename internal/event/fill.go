package event

import (
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

// clear takes all roles on the side s from e.
func (e *Event) clear(s RoleName) {
	e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool { return r.on(s) })
}

// give adds i, with those joined to it, to the side s of e, unless it may be no
// side or e has it; it reports whether it did.
func (f *finder) give(e *Event, s RoleName, i int32) bool {
	if i == token.None || i == e.Head || len(e.Roles) >= maxRoles || f.party(i) == token.None && !f.somebodyAtAll(i) {
		return false
	}
	x := f.role(s, i, false)
	if slices.ContainsFunc(e.Roles, func(r Role) bool { return r.Head == i || x.Actor != token.None && r.Actor == x.Actor }) {
		return false
	}
	if s == Agent {
		e.Roles = slices.Insert(e.Roles, 0, x)
	} else {
		e.Roles = append(e.Roles, x)
	}
	f.others(e, s, i)
	f.members(e)
	return true
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

// verbSides fills the sides of a verb.
func (f *finder) verbSides(e *Event) {
	if f.d.Tokens[e.Head].UPOS != token.VERB {
		return
	}
	f.byPhrase(e)
	f.author(e)
	if e.Kind == ontology.Assault {
		f.harm(e)
	}
	f.aimedAt(e)
	if e.Kind == ontology.Statement && e.side(Agent) == nil && !f.isPassive(e.Head) {
		// "the front-runner predicted", whose role is that of what is predicted
		if s := f.surface(e.Head, 0); s != token.None && f.is(s, actorClass) {
			if p := e.side(Patient); p != nil && p.Head == s {
				e.clear(Patient)
			}
			f.give(e, Agent, s)
		}
	}
	if e.Kind == ontology.Request && f.isPassive(e.Head) {
		f.appeal(e)
	}
	f.turned(e)
	if e.side(Patient) != nil {
		return
	}
	if e.Status == Denied && e.side(Agent) == nil && wordTable.Has(e.Kind, classBefalls) {
		f.spared(e)
		return
	}
	if f.give(e, Patient, f.sharedObject(e.Head)) {
		return
	}
	f.give(e, Patient, f.concerned(e))
}

// byPhrase makes the "by" phrase of a participle, which was read for another verb
// form, who does it: "the plan, announced on Monday by the mayor".
func (f *finder) byPhrase(e *Event) {
	p, t := e.side(Patient), &f.d.Tokens[e.Head]
	if p == nil || t.XPOS != token.VBN && t.XPOS != token.VBD || f.d.Tokens[p.Head].Head != e.Head || f.caseOf(p.Head) != "by" || !f.is(p.Head, actorClass) {
		return
	}
	by := p.Head
	e.Roles = e.Roles[:0]
	f.give(e, Agent, by)
	if t.Rel == token.Acl {
		f.give(e, Patient, t.Head)
	}
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
	n := &f.d.Tokens[a.Head]
	who := f.kid(a.Head, token.NmodPoss)
	for k := range f.kids(a.Head) {
		if c := f.caseOf(k); who == token.None && (c == "by" || c == "of" || c == "from") && f.d.Tokens[k].Rel != token.Acl {
			who = k
		}
	}
	if who == token.None && (n.Rel == token.Obj || n.Rel == token.Obl) && n.Head != e.Head && f.d.Tokens[n.Head].UPOS == token.VERB &&
		wordTable.Has(f.lemma(n.Head), classSends) && !f.isPassive(n.Head) {
		who = f.surface(n.Head, 0)
	}
	if who == token.None || !f.is(who, actorClass) || f.isTime(who) || f.party(who) == token.None {
		return
	}
	head := a.Head
	if f.give(e, Agent, who) {
		e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool { return r.Head == head })
	}
}

// aimedAt gives a verb, whose object is only what it is done with, him to whom it
// is done, too: "poked fun at the mayor".
func (f *finder) aimedAt(e *Event) {
	p := e.side(Patient)
	if p == nil || p.Actor != token.None || !wordTable.Has(f.lemma(p.Head), classAbstract) || f.d.Tokens[p.Head].Rel != token.Obj || f.d.Tokens[p.Head].Head != e.Head {
		return
	}
	for _, h := range [...]int32{p.Head, e.Head} {
		for k := range f.kids(h) {
			if k > p.Head && wordTable.Has(f.caseOf(k), classAtTarget) && f.is(k, actorClass) && !f.isTime(k) && f.give(e, Patient, k) {
				return
			}
		}
	}
}

// turned makes who is said to receive or to suffer something the one to whom it is
// done: "the club received praise from the mayor".
func (f *finder) turned(e *Event) {
	a := e.side(Agent)
	if a == nil || !wordTable.Has(e.Lemma, classUndergoes) || f.isPassive(e.Head) || ontology.QuadOf(e.Kind) != ontology.NoQuad ||
		a.Head != f.surface(e.Head, 0) {
		return
	}
	from := token.None
	for k := range f.kids(e.Head) {
		if f.caseOf(k) == "from" && f.is(k, actorClass) && !f.isTime(k) {
			from = k
		}
	}
	if from == token.None && wordTable.Has(e.Lemma, classGranted) {
		return // "the controllers received a signal"
	}
	for i := range e.Roles {
		if e.Roles[i].Role == Agent {
			e.Roles[i].Role = Patient
		}
	}
	e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool { return r.Head == from })
	f.give(e, Agent, from)
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
	if wordTable.Has(f.d.Tokens[o].Lower, classNobodyAtAll) || d != token.None && f.d.Tokens[d].Lower == "no" {
		e.Roles = append(e.Roles, f.role(Patient, o, false))
	}
}

// appeal gives a request in the passive to those who are to be called: "anyone
// with information is asked to call the police".
func (f *finder) appeal(e *Event) {
	fr := f.frameOf(e.Head)
	if e.side(Agent) == nil && fr.xc != token.None && wordTable.Has(f.lemma(fr.xc), classContacts) {
		if o := f.kid(fr.xc, token.Obj); o != token.None && f.is(o, actorClass) {
			f.give(e, Agent, o)
		}
	}
	if e.side(Patient) == nil && fr.obj != token.None && f.somebodyAtAll(fr.obj) {
		f.give(e, Patient, fr.obj)
	}
}

// somebodyAtAll reports whether i is a pronoun for anybody of whom its phrase
// tells more: "anyone with information".
func (f *finder) somebodyAtAll(i int32) bool {
	if !wordTable.Has(f.d.Tokens[i].Lower, classAnybody) {
		return false
	}
	for k := range f.kids(i) {
		switch f.d.Tokens[k].Rel {
		case token.Nmod, token.Acl, token.AclRelcl:
			return true
		}
	}
	return false
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

// nounSides fills the sides of an event noun.
func (f *finder) nounSides(e *Event) {
	n := e.Head
	f.setting(e)
	f.suffered(e)
	f.answered(e)
	f.received(e)
	if p := e.side(Patient); p != nil && e.side(Agent) == nil && p.Role == Patient && f.d.Tokens[p.Head].Head == n && f.caseOf(p.Head) == "of" &&
		wordTable.Has(f.d.Tokens[p.Head].Lower, classBench) {
		p.Role = Agent // "the sentence of the court"
	}
	f.harm(e)
	if e.side(Patient) == nil && wordTable.Has(e.Lemma, classFire) {
		f.give(e, Patient, f.onFire(n))
	}
	if e.Kind == ontology.Statement && e.side(Patient) == nil {
		f.give(e, Patient, f.declared(e))
	}
	if e.side(Agent) == nil {
		f.give(e, Agent, f.undertaker(e))
	}
}

// setting takes the place where something of no kind of PLOVER's was from its
// patients: "the crash near Oslo".
func (f *finder) setting(e *Event) {
	if p := e.side(Patient); p != nil && e.nominal && ontology.QuadOf(e.Kind) == ontology.NoQuad && f.at(p.Head) && f.isPlace(p.Head) {
		e.clear(Patient)
	}
}

// suffered makes those whom the event of a noun befell its patients: "the victims of
// the attack".
func (f *finder) suffered(e *Event) {
	a, t := e.side(Agent), &f.d.Tokens[e.Head]
	if t.Rel != token.Nmod || f.caseOf(e.Head) != "of" || !wordTable.Has(f.lemma(t.Head), classSufferers) {
		return
	}
	if a != nil && a.Head == t.Head {
		e.clear(Agent)
	}
	if p := e.side(Patient); p == nil {
		f.give(e, Patient, t.Head)
	}
}

// received turns round what somebody is said to receive: "drew criticism from
// the council", "came under investigation".
func (f *finder) received(e *Event) {
	t := &f.d.Tokens[e.Head]
	v := t.Head
	who := token.None
	switch {
	case f.caseOf(e.Head) == "under" && f.kid(e.Head, token.Cop) != token.None:
		who = f.surface(e.Head, 0)
	case v == token.None || f.d.Tokens[v].UPOS != token.VERB || f.isPassive(v) && f.caseOf(e.Head) != "under":
		return
	case f.caseOf(e.Head) == "under" && wordTable.Has(f.lemma(v), classComesUnder):
		if who = f.surface(v, 0); f.isPassive(v) {
			who = f.frameOf(v).obj
		}
	case t.Rel == token.Obj && wordTable.Has(f.lemma(v), classReceives) && wordTable.Has(e.Kind, classReceived):
		who = f.surface(v, 0)
	default:
		return
	}
	if who = f.party(who); who == token.None || !f.is(who, actorClass) {
		return
	}
	p := e.side(Patient)
	if p != nil && f.is(p.Head, actorClass) && p.Head != who && !f.at(p.Head) {
		return
	}
	if a := e.side(Agent); a != nil && (a.Head == who || a.Actor != token.None && a.Actor == f.actorAt(who)) {
		e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool { return r.Head == a.Head })
	}
	if p == nil || p.Head != who {
		e.clear(Patient)
		f.give(e, Patient, who)
	}
	if e.side(Agent) == nil {
		for _, p := range [...]int32{e.Head, v} {
			if p == token.None {
				continue
			}
			for k := range f.kids(p) {
				if c := f.caseOf(k); (c == "from" || c == "by") && f.is(k, actorClass) && !f.isTime(k) && f.give(e, Agent, k) {
					return
				}
			}
		}
	}
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
		t.Rel != token.Obj && !(t.Rel == token.Obl && (f.caseOf(e.Head) == "to" || f.caseOf(e.Head) == "with")) {
		return
	}
	who := f.party(f.surface(v, 0))
	if who == token.None || !f.is(who, actorClass) {
		return
	}
	old := e.side(Patient)
	if f.give(e, Patient, who) && old != nil {
		head := old.Head
		e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool { return r.Role == Patient && r.Head == head })
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
	if o := f.harmed(e); o != token.None && !slices.ContainsFunc(e.Roles, func(r Role) bool { return r.Head == o }) {
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
	for _, p := range [...]int32{e.Head, e.Clause} {
		for k := range f.kids(p) {
			switch r := f.d.Tokens[k].Rel; {
			case r == token.AclRelcl && p == e.Head && f.surface(k, 0) == e.Head,
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

// onFire is the building or vehicle that the fire or blast n was in, or None.
func (f *finder) onFire(n int32) int32 {
	for k := range f.kids(n) {
		t := &f.d.Tokens[k]
		if t.Rel != token.Nmod && t.Rel != token.Obl || k < n || !wordTable.Has(f.caseOf(k), classScene) {
			continue
		}
		if f.party(k) != token.None && !f.isPlace(k) && (f.place[k] == token.None || f.in.Places[f.place[k]].Site) && !f.person(k) {
			return k
		}
	}
	return token.None
}

// declared is what the noun of a statement says it is about: "a statement
// condemning the raid"; or None.
func (f *finder) declared(e *Event) int32 {
	speaker := token.None
	if a := e.side(Agent); a != nil {
		speaker = a.Head
	}
	t := &f.d.Tokens[e.Head]
	for _, p := range [...]int32{e.Head, t.Head} {
		if p == token.None || p != e.Head && (t.Rel != token.Obj || f.d.Tokens[p].UPOS != token.VERB) {
			continue
		}
		for k := range f.kids(p) {
			c := &f.d.Tokens[k]
			if k < e.Head || c.UPOS != token.VERB || c.XPOS != token.VBG || c.Rel != token.Acl && c.Rel != token.Advcl && c.Rel != token.AclRelcl {
				continue
			}
			q, ok := f.d.PredicateAt(k)
			if !ok {
				continue
			}
			if o := f.topic(f.d.Arg(q, token.ARG1), speaker); o != token.None {
				return o
			}
		}
	}
	return token.None
}

// undertaker is who does what the noun of e tells, as the subject of the clause
// in which it is undertaken: "seized two boats in the operation", "plans a series
// of protests"; or None.
func (f *finder) undertaker(e *Event) int32 {
	t := &f.d.Tokens[e.Head]
	if t.Rel == token.Nmod && f.caseOf(e.Head) == "of" && wordTable.Has(f.lemma(t.Head), classPartitive) {
		t = &f.d.Tokens[t.Head]
	}
	v := t.Head
	if v == token.None || f.d.Tokens[v].UPOS != token.VERB || f.isPassive(v) {
		return token.None
	}
	switch t.Rel {
	case token.Obl:
		if f.kid(v, token.Obj) == token.None || !wordTable.Has(e.Lemma, classUndertaking) || !wordTable.Has(f.caseOf(f.d.At(t.Start)), classAtOccasion) {
			return token.None
		}
	case token.Obj:
		if !wordTable.Has(f.lemma(v), classUndertakes) {
			return token.None
		}
	default:
		return token.None
	}
	if s := f.party(f.surface(v, 0)); s != token.None && f.is(s, actorClass) {
		return s
	}
	return token.None
}

// spoken puts the speaker in the place of his "we" or "I" that stands for nobody
// known. Of what is not so, or only may be, we all may be meant.
func (f *finder) spoken(e *Event) {
	if e.Status != Occurred && e.Status != Ongoing && e.Status != Planned {
		return
	}
	for i := range e.Roles {
		r := &e.Roles[i]
		t := &f.d.Tokens[r.Head]
		if r.Actor != token.None || t.UPOS != token.PRON || t.Quote == token.None || !wordTable.Has(t.Lower, classFirstPerson) {
			continue
		}
		j := f.said[r.Head]
		if j == token.None || f.in.Statements[j].SpeakerActor == token.None || f.in.Statements[j].SpeakerHead == token.None {
			continue
		}
		x := Role{r.Role, f.in.Statements[j].SpeakerActor, f.in.Statements[j].Speaker, f.in.Statements[j].SpeakerHead}
		if !slices.ContainsFunc(e.Roles, func(y Role) bool { return y.Actor == x.Actor }) {
			*r = x
		}
	}
}

// stoodFor puts in the place of a pronoun whom or what it stands for, where
// nobody known is meant: "neared the boats and ordered them to stop".
func (f *finder) stoodFor(e *Event) {
	for i := range e.Roles {
		r := &e.Roles[i]
		t := &f.d.Tokens[r.Head]
		if r.Actor != token.None || t.UPOS != token.PRON {
			continue
		}
		if o := f.antecedent(e, r.Head); o != token.None && (r.Role != Agent || f.is(o, actorClass)) {
			x := f.role(r.Role, o, false)
			if !slices.ContainsFunc(e.Roles, func(y Role) bool { return y.Head == o || x.Actor != token.None && y.Actor == x.Actor }) {
				*r = x
			}
		}
	}
	// Whoever does something to "him" does it to another.
	if a := e.side(Agent); a != nil && a.Actor != token.None && e.side(Patient) == nil && f.d.Tokens[e.Head].UPOS == token.VERB {
		o := f.kid(e.Head, token.Obj)
		if o != token.None && f.d.Tokens[o].UPOS == token.PRON && !wordTable.Has(f.d.Tokens[o].Lower, classReflexive) && f.actorAt(o) == a.Actor {
			f.give(e, Patient, f.antecedent(e, o))
		}
	}
}

// antecedent is the noun that pronoun p of e stands for, by where it stands: in
// the clause that p's is joined to, or in the sentence before; or None.
func (f *finder) antecedent(e *Event, p int32) int32 {
	many, ok := wordTable.Int(f.d.Tokens[p].Lower, classThirdPerson)
	if !ok {
		return token.None
	}
	r := f.d.Tokens[p].Rel
	object := r == token.Obj || r == token.Iobj || r == token.NsubjPass
	taken := func(i int32) bool {
		a := f.actorAt(i)
		return slices.ContainsFunc(e.Roles, func(r Role) bool { return r.Head == i || a != token.None && r.Actor == a })
	}
	fits := func(i int32) bool {
		if i == token.None || i >= p || f.party(i) == token.None || f.d.Tokens[i].UPOS == token.PRON || taken(i) {
			return false
		}
		return f.manyOf(i) == (many == formPlural) && (many != formPerson || f.is(i, actorClass))
	}
	v := f.above(p)
	for range maxClimb {
		if v == token.None {
			break
		}
		t := &f.d.Tokens[v]
		if t.Head == token.None || f.d.Tokens[t.Head].UPOS != token.VERB || t.Rel != token.Conj && t.Rel != token.Advcl && t.Rel != token.Xcomp {
			break
		}
		v = t.Head
		if o := f.argumentOf(v, object, fits); o != token.None {
			return o
		}
	}
	s := f.d.Tokens[p].Sent
	if s == 0 || f.d.Sents[s].Para != f.d.Sents[s-1].Para && f.d.Sents[s].Kind != token.Body {
		return token.None
	}
	for i := f.d.Sents[s-1].First; i < f.d.Sents[s-1].Last; i++ {
		if f.d.Tokens[i].Head == token.None && f.d.Tokens[i].UPOS == token.VERB {
			return f.argumentOf(i, object, fits)
		}
	}
	return token.None
}

// argumentOf is what fits of the arguments of verb v: of an object the object
// first, of a subject the subject; or None.
func (f *finder) argumentOf(v int32, object bool, fits func(int32) bool) int32 {
	subject, other := token.None, token.None
	for k := range f.kids(v) {
		switch f.d.Tokens[k].Rel {
		case token.Nsubj, token.NsubjPass:
			if subject == token.None && fits(k) {
				subject = k
			}
		case token.Obj:
			if fits(k) {
				other = k
			}
		case token.Obl:
			if other == token.None && fits(k) && !f.isPlace(k) {
				other = k
			}
		}
	}
	if object && other != token.None {
		return other
	}
	return subject
}

// What a pronoun of the third person stands for.
const (
	formPlural = iota + 1
	formPerson
)

// manyOf reports whether i speaks of several.
func (f *finder) manyOf(i int32) bool {
	t := &f.d.Tokens[i]
	return t.XPOS == token.NNS || t.XPOS == token.NNPS || t.UPOS == token.NUM || f.kid(i, token.Conj) != token.None || wordTable.Has(t.Lower, classMany)
}
