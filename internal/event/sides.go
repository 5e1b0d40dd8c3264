package event

import (
	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/role"
	"github.com/dateline-go/dateline/internal/token"
)

// sides gives h its sides: first the arguments of its word, of a verb in the place
// of those of the frame, of a noun beside those of its phrase; then what roles do
// not tell, by the rules below, which docs/accuracy.md lists with what each is worth.
// What other words than those of its clause tell, complete adds.
func (f *finder) sides(h *hit) {
	h.src, h.tgt = f.party(h.src), f.party(h.tgt)
	verb := f.d.Tokens[h.trig].UPOS == token.VERB
	if p, ok := f.d.PredicateAt(h.trig); ok && h.clause == h.trig && h.own {
		a0, a1 := f.party(f.d.Arg(p, token.ARG0)), f.party(f.d.Arg(p, token.ARG1))
		if verb {
			a0, a1 = f.mended(h.trig, a0, a1)
			f.ofVerb(h, p, a0, a1)
		} else {
			f.ofNominal(h, p, a0, a1)
		}
	}
	switch f.d.Tokens[h.trig].UPOS {
	case token.NOUN:
		f.ofNoun(h)
	case token.ADJ:
		if h.tgt == token.None && wordTable.Has(h.kind, classBefalls) {
			h.src, h.tgt = token.None, h.src // "one clerk is dead"
		}
	}
	f.spokenOn(h)
	f.controlled(h)
	f.heldFor(h)
	f.headlined(h)
	f.somebody(h)
	f.quoted(h)
	f.idiom(h)
	f.undergoes(h)
	f.moves(h)
	switch h.kind {
	case ontology.Court:
		f.tried(h)
	case ontology.Resign:
		f.resigned(h)
	}
	if h.tgt == h.src || h.tgt > h.trig && f.asWhat(h.tgt) && h.kind != ontology.Resign && h.kind != ontology.Appoint {
		h.tgt = token.None
	}
	h.tgt = f.content(h.tgt)
	if c := &f.d.Tokens[h.clause]; c.Rel == token.AclRelcl {
		switch c.Head {
		case h.src:
			h.src = f.apposed(h.src)
		case h.tgt:
			h.tgt = f.apposed(h.tgt)
		}
	}
}

// asWhat reports whether i only tells what something is or does as: "posed as poor
// sailors".
func (f *finder) asWhat(i int32) bool {
	first, _ := f.d.Subtree(i)
	return f.caseOf(i) == "as" || first < i && f.d.Tokens[first].Lower == "as" && !wordTable.Has(f.d.Tokens[first+1].Lower, classMuch)
}

// content is i, or of an attitude what it is about: "voiced his readiness to sign
// the treaty", "expressed confidence that the treaty will be signed".
func (f *finder) content(i int32) int32 {
	attitude, belief := wordTable.Has(f.lemma(i), classAttitudes), wordTable.Has(f.lemma(i), classBeliefs)
	if i == token.None || !attitude && !belief {
		return i
	}
	above := int32(token.None)
	if t := &f.d.Tokens[i]; belief && t.Rel == token.Obj {
		above = t.Head
	}
	for _, p := range [...]int32{i, above} {
		if p == token.None {
			break
		}
		for k := range f.kids(p) {
			if k < i {
				continue
			}
			o := token.None
			switch t := &f.d.Tokens[k]; {
			case attitude && t.Rel == token.Acl && t.XPOS == token.VB:
				o = f.party(f.kid(k, token.Obj))
			case belief && f.markOf(k) == "that":
				o = f.party(f.surface(k, 0))
			}
			if o != token.None && f.d.Tokens[o].UPOS != token.PRON {
				return o
			}
		}
	}
	return i
}

// ofNominal fills the sides of h that the phrase of its noun or adjective left open
// with its arguments.
func (f *finder) ofNominal(h *hit, p *token.Predicate, a0, a1 int32) {
	if h.src == token.None && f.ownPhrase(a0) {
		h.src = a0
	}
	if h.tgt == token.None && f.ownPhrase(a1) {
		h.tgt = a1
	}
	if h.tgt == token.None {
		if o := f.otherParty(h, p); f.ownPhrase(o) {
			h.tgt = o
		}
	}
}

// ofNoun mends the sides that the phrase of a noun gives: the place where
// something happens does not do it ("the Kansas storm"), and who has a death
// dies.
func (f *finder) ofNoun(h *hit) {
	if f.scenery(h, h.src) {
		h.src = token.None
	}
	if f.scenery(h, h.tgt) {
		h.tgt = token.None
	}
	if wordTable.Has(h.kind, classNobodyDoes) && h.src != token.None && f.is(h.src, actorClass) && !f.below(h.src, h.trig) {
		if v := f.d.Tokens[h.trig].Head; h.tgt == token.None && f.d.Tokens[h.trig].Rel == token.Obj && wordTable.Has(f.lemma(v), classBurns) {
			h.tgt = h.src // "the bank caught fire"
		}
		h.src = token.None // "residents escape fire"
	}
	if wordTable.Has(h.kind, classBefalls) { // "deaths from the flu"
		for _, side := range [...]*int32{&h.src, &h.tgt} {
			if *side != token.None && f.caseOf(*side) == "from" {
				*side = token.None
			}
		}
	}
	if h.src == token.None {
		h.src = f.doer(h)
	}
	if (h.tgt == token.None || h.tgt == h.src) && f.objective(h) {
		h.src, h.tgt = token.None, h.src
	}
	if wordTable.Has(h.kind, classBefalls) && (h.tgt == token.None || h.tgt == h.src) && h.src != token.None && f.d.Tokens[h.src].Head == h.trig {
		if c := f.caseOf(h.src); c == "" || c == "of" {
			h.src, h.tgt = token.None, h.src
		}
	}
}

// objective reports whether the source of h is whom its noun is done to: the
// possessor of "his arrest", the subject of "he is on trial".
func (f *finder) objective(h *hit) bool {
	if h.src == token.None || !wordTable.Has(f.lemma(h.trig), classDoneTo) {
		return false
	}
	t := &f.d.Tokens[h.trig]
	if s := &f.d.Tokens[h.src]; s.Head == h.trig && s.Rel == token.Nmod && f.caseOf(h.src) == "of" {
		return f.is(h.src, actorClass) // "the arrest of two men"
	}
	if _, pronoun := wordTable.Int(f.d.Tokens[h.src].Lower, classThirdPerson); !pronoun && !f.is(h.src, perClass) && !f.person(h.src) {
		return false
	}
	switch s := &f.d.Tokens[h.src]; {
	case s.Head == h.trig && s.Rel == token.NmodPoss:
		return true
	case s.Head == h.trig && s.Rel == token.Nsubj, t.Head == h.src && t.Rel == token.AclRelcl:
		c := f.caseOf(h.trig)
		return c == "on" || c == "under" || c == "in"
	}
	return false
}

// scenery reports whether i, before the noun of h, only tells where it was.
func (f *finder) scenery(h *hit, i int32) bool {
	return i != token.None && f.d.Tokens[i].Head == h.trig && f.d.Tokens[i].Rel != token.NmodPoss && f.caseOf(i) == "" && f.isPlace(i)
}

// isPlace reports whether i names a place that is no state, so that nothing is
// done by it.
func (f *finder) isPlace(i int32) bool {
	if !f.is(i, locClass) || f.d.Tokens[i].UPOS == token.ADJ {
		return false
	}
	return f.kindOf(f.actorAt(i)) != actor.State
}

// doer is who does what the noun of h tells, by the participle that tells how
// it came about, or as who takes part in it: "a suit filed by Oslo", "two men
// were involved in a fight".
func (f *finder) doer(h *hit) int32 {
	fits := func(i int32) bool { return i != token.None && i != h.tgt && f.is(i, actorClass) }
	for k := range f.kids(h.trig) {
		if t := &f.d.Tokens[k]; k > h.trig && t.Rel == token.Acl && t.XPOS == token.VBN {
			if a := f.party(f.nestedAgent(k)); fits(a) {
				return a
			}
		}
	}
	t := &f.d.Tokens[h.trig]
	if t.Rel != token.Obl || t.Head == token.None || f.caseOf(h.trig) != "in" || !wordTable.Has(f.lemma(t.Head), classTakesPart) {
		return token.None
	}
	if fr := f.frameOf(t.Head); fr.passive && fits(f.party(fr.obj)) {
		return fr.obj
	} else if !fr.passive && fits(f.party(fr.subj)) {
		return fr.subj
	}
	return token.None
}

// nestedAgent is the "by" phrase of participle p, though it was hung on the
// phrase before it: "filed in court by Oslo".
func (f *finder) nestedAgent(p int32) int32 {
	if a := f.agent(p); a != token.None {
		return a
	}
	for k := range f.kids(p) {
		if r := f.d.Tokens[k].Rel; r != token.Obj && (r != token.Obl || f.tells(k)) {
			continue
		}
		if a := f.agent(k); a != token.None {
			return a
		}
	}
	return token.None
}

// otherParty is whom or what h concerns besides who does it and what it is
// done to: what a statement is about, an actor that is told, given or met.
func (f *finder) otherParty(h *hit, p *token.Predicate) int32 {
	if h.kind == ontology.Statement {
		return f.subject(p)
	}
	for _, l := range [...]token.Label{token.ARG2, token.ArgGOL, token.ArgCOM, token.ARG4, token.ARG3} {
		if a := f.actorParty(f.d.Arg(p, l)); a != token.None && a != h.src {
			return a
		}
	}
	return token.None
}

// ofVerb takes the sides of h from the arguments of its verb. What it is done
// to is, of the acts of PLOVER, an actor who is told, asked, given or fought
// before a thing; of other news, the thing, and beside it who is given it.
func (f *finder) ofVerb(h *hit, p *token.Predicate, a0, a1 int32) {
	if a0 != token.None {
		h.src = a0
	} else if a1 != token.None && f.d.Tokens[a1].Rel == token.Nsubj && f.d.Tokens[a1].Head == h.trig && wordTable.Has(h.kind, classBefalls) {
		h.src = a1 // of two subjects the one that the roles have
	}
	if h.kind == ontology.Statement && a1 != token.None && f.clausal(a1) && f.subjectOf(a1) != token.None {
		a1 = token.None // "said the bridge is a ruin" is about the bridge
	}
	if h.sense && a1 != token.None && a1 == f.kid(h.trig, token.Obj) {
		a1 = f.madeKind(h, a1)
	}
	if a1 == h.src && a1 != token.None {
		if f.unaccusative(h) {
			h.src, h.tgt = token.None, a1
			return
		}
		a1 = token.None
	}
	if h.src = f.nearer(h.src); h.src == token.None && f.isPassive(h.trig) {
		if a := f.actorParty(f.nestedAgent(h.trig)); f.actorNoPlace(a) {
			h.src = a // "fined $2 million by the regulator"
		}
	}
	if s := f.passiveActor(h.trig); s != token.None && a1 > h.trig && s != h.src {
		if h.tgt, h.with = a1, s; isEventNoun(f.lemma(a1)) && f.aimsAtActor(h) {
			h.tgt, h.with = s, token.None // "she was offered help", "she was awarded a medal"
		}
		return
	}
	if wordTable.Has(f.lemma(h.trig), classBlamesOn) && a1 != token.None {
		for _, i := range [...]int32{h.trig, a1} {
			for k := range f.kids(i) {
				if f.caseOf(k) == "on" && f.actorParty(k) != token.None {
					h.tgt, h.with = k, token.None // "blamed the fire on the rebels"
					return
				}
			}
		}
	}
	whom := f.addressee(h, p, a1)
	words := f.aimsAtActor(h)
	switch {
	case a1 != token.None && !words:
		amid := f.d.Tokens[a1].Rel == token.Obl && f.at(a1) // "resigned in protest from the bank"
		if o := h.tgt; whom == token.None && o != a1 && f.actorNoPlace(o) && (amid || wordTable.Has(f.caseOf(o), classToRecipient)) {
			whom = o
		}
		if h.tgt, h.with = a1, whom; amid && whom != token.None {
			h.tgt, h.with = whom, token.None
		}
	case a1 != token.None && f.actorial(a1):
		h.tgt = a1
	case whom != token.None:
		h.tgt = whom
		if a1 != token.None && (!isEventNoun(f.lemma(a1)) || ontology.QuadOf(h.kind) == ontology.NoQuad) && !f.below(whom, a1) {
			h.with = a1
		}
	case h.kind == ontology.Statement:
		h.tgt = f.subject(p)
		if h.tgt == token.None && h.src != token.None && f.d.Arg(p, token.ARG1) < h.trig && f.d.Tokens[h.trig].Rel != token.AclRelcl {
			if c := f.kid(h.trig, token.Ccomp); c != token.None && !wordTable.Has(f.markOf(c), classNotSaid) {
				h.tgt = f.subjectOf(c) // "prices rose, the bank announced"
			}
		}
	case a1 == token.None:
	case words && h.tgt != token.None && f.actorial(h.tgt) && !f.isPassive(h.trig):
		// Here the frame sees more than the arguments: the actor inside the
		// thing or further off ("cut ties with Oslo").
		if !isEventNoun(f.lemma(a1)) && !f.below(h.tgt, a1) {
			h.with = a1
		}
	default:
		h.tgt = a1
	}
}

// actorNoPlace reports whether i is an actor and no place.
func (f *finder) actorNoPlace(i int32) bool {
	return i != token.None && f.is(i, actorClass) && !f.isPlace(i)
}

// passiveActor is the actor that is the subject of verb p in the passive, or None.
func (f *finder) passiveActor(p int32) int32 { return f.actorParty(f.kid(p, token.NsubjPass)) }

// measure reports whether i tells how much: "fell 3.1 %", "ran 12 miles".
func (f *finder) measure(i int32) bool {
	if !wordTable.Has(f.d.Tokens[i].Lower, classMeasure) {
		return false
	}
	if k := f.kid(i, token.Nmod); k > i && f.caseOf(k) == "of" {
		return false // "laid 12 miles of pipe"
	}
	return f.kid(i, token.Nummod) != token.None || i > 0 && f.d.Tokens[i-1].UPOS == token.NUM
}

// aimsAtActor reports whether what h does is done to somebody before something.
func (f *finder) aimsAtActor(h *hit) bool {
	return ontology.QuadOf(h.kind) != ontology.NoQuad || f.sport || wordTable.Has(h.kind, classOpponents)
}

// nearer is the person whose name follows on subject i, read as a subject of
// its own, or i: "NBC's Ana Brandt asked", "Commissioners Ana Brandt and ...".
func (f *finder) nearer(i int32) int32 {
	if i == token.None || f.d.Tokens[i].Rel != token.Nsubj || f.d.Tokens[i].Head == token.None {
		return i
	}
	_, last := f.d.Subtree(i)
	v := f.d.Tokens[i].Head
	for k := range f.kids(v) {
		if t := &f.d.Tokens[k]; k > i && k < v && t.Rel == token.Nsubj && f.person(k) {
			if first, _ := f.d.Subtree(k); first == last {
				return k
			}
		}
	}
	return i
}

// madeKind is the object a1 of the verb of h, which made its kind, if it is the
// target yet, or None: "destroyed the store in Oslo", against "expressed concern
// over the vote", "made demands".
func (f *finder) madeKind(h *hit, a1 int32) int32 {
	switch {
	case isEventNoun(f.lemma(a1)) && ontology.QuadOf(h.kind) != ontology.NoQuad:
		return token.None
	case h.tgt == token.None || h.tgt == a1:
		return a1
	case (!f.actorial(h.tgt) || ontology.QuadOf(h.kind) == ontology.NoQuad) && !f.tells(a1):
		return a1 // "raised taxes on ferries", "smuggled drugs into Lima"
	case h.kind == ontology.Aid, f.is(h.tgt, locClass) && f.at(h.tgt):
		h.with = a1 // PLOVER has the town for its target
	}
	return token.None
}

// tells reports whether noun i has something to say by itself, an act or an
// attitude: "concern", against "tax".
func (f *finder) tells(i int32) bool {
	_, ok := f.d.PredicateAt(i)
	return ok
}

// unaccusative reports whether the subject of an intransitive verb is what the
// event befalls rather than who acts: "three people died", "prices rose".
func (f *finder) unaccusative(h *hit) bool {
	return !f.isPassive(h.trig) && (wordTable.Has(h.kind, classBefalls) || !f.is(h.src, actorClass) && role.Changes(f.lemma(h.trig)))
}

// below reports whether i stands in the phrase of h.
func (f *finder) below(i, h int32) bool {
	for range maxClimb {
		if i == h {
			return true
		}
		if i == token.None {
			break
		}
		i = f.d.Tokens[i].Head
	}
	return false
}

// addressee is the actor besides the one who acts and the one acted on whom a
// verb concerns: who is told or given something, met, or fought with.
func (f *finder) addressee(h *hit, p *token.Predicate, a1 int32) int32 {
	if o := f.toldWhom(h.trig); o != token.None && o != h.src && o != a1 {
		return o
	}
	if h.kind == ontology.Sport && a1 != token.None {
		for _, i := range [...]int32{h.trig, a1} { // "won the final over Oslo"
			for k := range f.behind(i, classAgainst) {
				return k
			}
		}
	}
	news := !f.aimsAtActor(h)
	if news && !wordTable.Has(h.kind, classBetweenTwo) && (a1 == token.None || h.kind != ontology.Change) {
		return token.None
	}
	for _, l := range [...]token.Label{token.ARG2, token.ArgGOL, token.ArgCOM, token.ARG3, token.ARG4} {
		a := f.party(f.d.Arg(p, l))
		if a == token.None || a == h.src || !f.actorial(a) {
			continue
		}
		if news && !f.given(h, a, a1 == token.None) {
			continue
		}
		return a
	}
	return token.None
}

// given reports whether a is somebody, and no place, whom news of the kind of h
// may be told or given to; alone, where the verb has no other object, taken from
// or done with, too.
func (f *finder) given(h *hit, a int32, alone bool) bool {
	if !f.known(a) && f.d.Tokens[a].Rel != token.Iobj || f.isPlace(a) && f.kindOf(f.actorAt(a)) != actor.Organisation && !wordTable.Has(h.kind, classOfTeams) {
		return false
	}
	c := f.caseOf(a)
	return c == "" || wordTable.Has(c, classToRecipient) || alone && wordTable.Has(c, classToWhom)
}

// ownPhrase reports whether i is a side with a phrase of its own, not just the
// first part of a compound: "prison sentence".
func (f *finder) ownPhrase(i int32) bool {
	if i == token.None {
		return false
	}
	r := f.d.Tokens[i].Rel
	return r != token.Compound && r != token.Amod || f.known(i)
}
