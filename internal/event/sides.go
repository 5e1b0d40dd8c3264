package event

import (
	"strings"

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
	f.controlled(h)
	f.headlined(h)
	f.somebody(h)
	f.quoted(h)
	f.idiom(h)
	f.undergoes(h)
	if h.kind == ontology.Court {
		f.tried(h)
	}
	if h.tgt == h.src {
		h.tgt = token.None
	}
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
	if h.tgt == token.None && f.objective(h) {
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
	if h.src == token.None || !f.person(h.src) || !wordTable.Has(f.lemma(h.trig), classDoneTo) {
		return false
	}
	t := &f.d.Tokens[h.trig]
	switch s := &f.d.Tokens[h.src]; {
	case s.Head == h.trig && s.Rel == token.NmodPoss:
		return true
	case s.Head == h.trig && s.Rel == token.Nsubj, t.Head == h.src && t.Rel == token.AclRelcl:
		c := f.caseOf(h.trig)
		return c == "on" || c == "under"
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

// controlled gives what somebody is blamed, thanked, tried or paid for to him
// as its doer: "accused him of stealing", "thanked Oslo for its support".
func (f *finder) controlled(h *hit) {
	t := &f.d.Tokens[h.trig]
	if t.Head == token.None || h.src != token.None && t.UPOS != token.VERB {
		return
	}
	switch {
	case t.Rel == token.Obl, t.Rel == token.Acl, t.Rel == token.Advcl && t.XPOS == token.VBG:
	default:
		return
	}
	if !wordTable.Has(f.markOf(h.trig), classJudgedFor) && !wordTable.Has(f.caseOf(h.trig), classJudgedFor) {
		return
	}
	v := t.Head
	if f.d.Tokens[v].UPOS != token.VERB {
		v = f.d.Tokens[v].Head
	}
	if v == token.None || !wordTable.Has(f.lemma(v), classJudges) {
		return
	}
	fr := f.frameOf(v)
	if who := f.actorParty(fr.obj); who != token.None && who != h.tgt && who != h.trig {
		h.src = who
	}
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
		if f.d.Tokens[k].Rel != token.Obl {
			continue
		}
		if a := f.agent(k); a != token.None {
			return a
		}
	}
	return token.None
}

// headlined makes the subject of a verb of a headline, which lacks the auxiliary of
// its passive, whom it is done to: "Man charged after robbery".
func (f *finder) headlined(h *hit) {
	p := h.trig
	t := &f.d.Tokens[p]
	if f.d.Sents[t.Sent].Kind != token.Headline || t.XPOS != token.VBD && t.XPOS != token.VBN || !wordTable.Has(t.Lemma, classSuffered) ||
		f.kid(p, token.Aux) != token.None || f.kid(p, token.CompoundPrt) != token.None { // "fired back"
		return
	}
	if o := f.kid(p, token.Obj); o != token.None && f.caseOf(o) == "" { // "after a robbery" is no object
		return
	}
	who := f.kid(p, token.Nsubj)
	if t.Rel == token.Acl {
		who = t.Head
	}
	if who != token.None {
		h.src, h.tgt = token.None, f.party(who)
	}
}

// undergoes turns the sides of h round where its verb has for subject whom it
// befalls or is given to, who is the first argument of its roleset: "she suffered
// injuries", "he stands trial", "the town received a loan from the bank".
func (f *finder) undergoes(h *hit) {
	v := h.clause
	kinds, ok := wordTable.Text(f.lemma(v), classUndergoes)
	if !ok {
		v = h.trig
		kinds, ok = wordTable.Text(f.lemma(v), classUndergoes)
	}
	if !ok || h.src == token.None || f.isPassive(v) || h.src != f.nearer(f.surface(v, 0)) {
		return
	}
	from := token.None
	for _, p := range [...]int32{v, h.trig} {
		for k := range f.behind(p, classGiver) {
			from = k
		}
	}
	if !undergone(kinds, h.kind) && (from == token.None || !undergone(kinds, "from")) {
		return
	}
	who, other := h.src, h.tgt
	h.src, h.tgt = f.party(from), who
	switch {
	case other == token.None || other == from || h.kind == ontology.Injury:
	case h.kind != ontology.Court:
		h.with = other // what he is given
	case f.is(other, actorClass):
		h.src = other // the court
	}
}

// undergone reports whether one of kinds is kind, or stands for all.
func undergone(kinds, kind string) bool {
	for k := range strings.FieldsSeq(kinds) {
		if k == kind || k == "any" {
			return true
		}
	}
	return false
}

// tried takes what is no actor from the target of a trial, and makes the court
// that its clause names the one who acts.
func (f *finder) tried(h *hit) {
	if h.tgt != token.None && !f.is(h.tgt, actorClass) && (f.d.Tokens[h.trig].UPOS != token.VERB || f.penal(h.tgt)) {
		h.tgt = f.compoundActor(h.tgt) // "found the Lund firm guilty", read as one phrase
	}
	if h.src == token.None {
		h.src = f.bench(h)
	}
}

// somebody makes him whom a passive verb is done to the target of h in the place of
// the thing that the tree has for it, which stands in his phrase or in the clause
// about him: "the man who robbed the bank was arrested", "man with gun charged".
func (f *finder) somebody(h *hit) {
	o := h.tgt
	if o == token.None || f.is(o, actorClass) || !wordTable.Has(f.lemma(h.trig), classDoneToPeople) || !f.isPassive(h.trig) {
		return
	}
	t := &f.d.Tokens[o]
	if k := f.kid(o, token.Nsubj); k != token.None && k < o && f.kid(o, token.Cop) != token.None && f.is(k, actorClass) {
		h.tgt = k // "a man whose house was a factory was arrested"
		return
	}
	if t.Rel == token.Nsubj || t.Rel == token.NsubjPass {
		for k := range f.kids(t.Head) {
			if r := f.d.Tokens[k].Rel; k < o && (r == token.Nsubj || r == token.NsubjPass) && f.is(k, actorClass) {
				h.tgt = k
				return
			}
		}
	}
	if f.d.Tokens[h.trig].Head != o {
		return
	}
	for range maxClimb {
		if t.Rel != token.Nmod || t.Head == token.None {
			return
		}
		if o = t.Head; f.is(o, actorClass) {
			h.tgt = o
			return
		}
		t = &f.d.Tokens[o]
	}
}

// penal reports whether i is a word for what courts impose.
func (f *finder) penal(i int32) bool { return wordTable.Has(f.lemma(i), classPenalty) }

// bench is the court that the clause of h says it was in, at or before, or None.
func (f *finder) bench(h *hit) int32 {
	for _, p := range [...]int32{h.trig, h.clause} {
		for k := range f.kids(p) {
			if r := f.d.Tokens[k].Rel; r != token.Obl && r != token.Nmod || k == h.tgt {
				continue
			}
			named := f.d.Tokens[k].UPOS == token.PROPN || f.kid(k, token.Det) != token.None // "in court" is a place
			if named && wordTable.Has(f.d.Tokens[k].Lower, classBench) && wordTable.Has(f.caseOf(k), classBenchPreps) {
				return k
			}
		}
	}
	return token.None
}

// idiom mends the sides of a verb whose object is no side: a part of the verb,
// "the law took effect", or what is paid for something.
func (f *finder) idiom(h *hit) {
	if f.d.Tokens[h.trig].UPOS != token.VERB {
		return
	}
	if wordTable.Has(f.lemma(h.trig), classIdiomInto) {
		for k := range f.kids(h.trig) {
			if f.caseOf(k) != "into" || !wordTable.Has(f.lemma(k), classIdiomObject) {
				continue
			}
			if h.tgt == k || h.tgt == token.None { // "came into force"
				if h.tgt = token.None; h.src != token.None && !f.is(h.src, actorClass) {
					h.src, h.tgt = token.None, h.src
				}
			}
			return
		}
	}
	o := h.tgt
	if o == token.None || f.d.Tokens[o].Rel != token.Obj || f.d.Tokens[o].Head != h.trig {
		return
	}
	switch {
	case wordTable.Has(f.lemma(o), classIdiomObject) && wordTable.Has(f.lemma(h.trig), classIdiomVerb) && f.d.Tokens[o].Kid == token.None:
		if h.tgt = token.None; h.src != token.None && !f.is(h.src, actorClass) {
			h.src, h.tgt = token.None, h.src
		}
	case h.kind == ontology.Deal && f.money(o):
		for k := range f.kids(h.trig) {
			if r := f.d.Tokens[k].Rel; r == token.Obl && k > o && f.caseOf(k) == "for" && f.party(k) != token.None && !f.isTime(k) {
				h.tgt, h.with = k, o // "bid $2 billion for the firm"
				return
			}
		}
	}
}

// money reports whether i is a sum of money.
func (f *finder) money(i int32) bool {
	return f.d.Tokens[i].UPOS == token.SYM && wordTable.Has(f.d.Tokens[i].Lower, classCurrency)
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
	h.src = f.nearer(h.src)
	whom := f.addressee(h, p, a1)
	words := f.aimsAtActor(h)
	switch {
	case a1 != token.None && !words:
		h.tgt, h.with = a1, whom
	case a1 != token.None && f.actorial(a1):
		h.tgt = a1
	case whom != token.None:
		h.tgt = whom
		if a1 != token.None && !isEventNoun(f.lemma(a1)) && !f.below(whom, a1) {
			h.with = a1
		}
	case h.kind == ontology.Statement:
		h.tgt = f.subject(p)
		if h.tgt == token.None && h.src != token.None && f.d.Arg(p, token.ARG1) < h.trig {
			h.tgt = f.subjectOf(f.kid(h.trig, token.Ccomp)) // "prices rose, the bank announced"
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
	return ontology.QuadOf(h.root()) != ontology.NoQuad || f.sport || wordTable.Has(h.kind, classOpponents)
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
	case isEventNoun(f.lemma(a1)) && ontology.QuadOf(h.root()) != ontology.NoQuad:
		return token.None
	case h.tgt == token.None || h.tgt == a1:
		return a1
	case !f.actorial(h.tgt) && !f.tells(a1):
		return a1 // "raised taxes on ferries"
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

// toldWhom is whom verb p of telling has for its object, or its object hung on the
// day behind it: "told the Post Tuesday morning that ...", "told a hall in Lima on
// Monday that ..."; or None. Roles have a model of the whole sentence, which errs
// where the order of words does not.
func (f *finder) toldWhom(p int32) int32 {
	if !wordTable.Has(f.lemma(p), classInforms) || f.isPassive(p) {
		return token.None
	}
	whom := token.None
	for k := range f.kids(p) {
		r := f.d.Tokens[k].Rel
		if k < p || r != token.Obj && r != token.Iobj && r != token.OblUnmarked || f.caseOf(k) != "" {
			continue
		}
		if f.isTime(k) {
			if o := f.beforeDay(p, k); o != token.None {
				return o
			}
		} else if x := &f.d.Tokens[k]; x.UPOS == token.NOUN || x.UPOS == token.PROPN {
			whom = k
		}
	}
	return f.party(whom)
}

// beforeDay is the actor between verb p and the day i that the tree took for a part
// of the day's phrase, or None.
func (f *finder) beforeDay(p, i int32) int32 {
	for range maxClimb {
		next := token.None
		for k := range f.kids(i) {
			if t := &f.d.Tokens[k]; k > p && k < i && (t.Rel == token.Nsubj || t.Rel == token.Compound) && f.caseOf(k) == "" {
				next = k
			}
		}
		if next == token.None || !f.isTime(next) {
			return f.actorParty(next)
		}
		i = next
	}
	return token.None
}

// given reports whether a is somebody, and no place, whom news of the kind of h
// may be told or given to; alone, where the verb has no other object, taken from
// or done with, too.
func (f *finder) given(h *hit, a int32, alone bool) bool {
	if !f.known(a) || f.is(a, locClass) && !wordTable.Has(h.kind, classOfTeams) {
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
