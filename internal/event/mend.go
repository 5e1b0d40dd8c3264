package event

import (
	"strings"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/role"
	"github.com/dateline-go/dateline/internal/token"
)

// What mends the sides that roles and frames give, in the order in which sides
// asks for it.

// controlled gives what somebody is blamed, thanked, tried or paid for to him
// as its doer: "accused him of stealing", "thanked Oslo for its support".
func (f *finder) controlled(h *hit) {
	t := &f.d.Tokens[h.trig]
	if t.Head == token.None || h.src != token.None && t.UPOS != token.VERB && f.d.Tokens[h.src].UPOS != token.PRON {
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
	who := f.actorParty(fr.obj)
	if who == token.None || who == h.tgt || who == h.trig {
		return
	}
	if t.UPOS == token.NOUN && h.tgt != token.None && f.d.Tokens[h.tgt].UPOS == token.PRON && (f.actorAt(h.tgt) == token.None || f.actorAt(h.tgt) == f.actorAt(who)) {
		return // "was fired after his arrest"
	}
	h.src = who
}

// heldFor gives a deed that is behind a noun of guilt to him whom that is said of:
// "held on suspicion of a murder", "serves a sentence for the theft", "claimed
// responsibility for the attack".
func (f *finder) heldFor(h *hit) {
	t := &f.d.Tokens[h.trig]
	if t.Head == token.None || t.UPOS != token.NOUN || h.src != token.None && f.d.Tokens[h.src].UPOS != token.PRON || !wordTable.Has(f.caseOf(h.trig), classJudgedFor) {
		return
	}
	n, v := t.Head, token.None
	switch {
	case t.Rel == token.Nmod && wordTable.Has(f.lemma(n), classGuilt):
		v = f.d.Tokens[n].Head
	case t.Rel == token.Obl && wordTable.Has(f.lemma(f.kid(n, token.Obj)), classGuilt):
		v = n
	}
	if v == token.None || f.d.Tokens[v].UPOS != token.VERB {
		return
	}
	who := token.None
	switch {
	case f.isPassive(v):
		who = f.passiveActor(v)
	case wordTable.Has(f.lemma(v), classJudges):
		who = f.actorParty(f.kid(v, token.Obj))
	case wordTable.Has(f.lemma(v), classBearsGuilt):
		who = f.actorParty(f.surface(v, 0))
	}
	if who != token.None && who != h.tgt {
		h.src = who
	}
}

// spokenOn makes who says something the doer of a further act that the tree joined to
// what he says: one of words, where its subject is a thing, "said the plan was wrong and
// called on the mayor to resign"; one that is past, where what he says is due or
// possible, "said the firm must pay and dismissed the appeal".
func (f *finder) spokenOn(h *hit) {
	t := &f.d.Tokens[h.trig]
	if h.src == token.None || t.Rel != token.Conj || t.UPOS != token.VERB || f.d.Tokens[h.src].Head != t.Head ||
		f.d.Tokens[t.Head].Rel != token.Ccomp {
		return
	}
	q := ontology.QuadOf(h.kind)
	words := (q == ontology.VerbalCoop || q == ontology.VerbalConflict) && !f.is(h.src, actorClass)
	if !words && !(t.XPOS == token.VBD && f.modal(t.Head) != "" && !f.isPassive(t.Head) && !f.isPassive(h.trig)) {
		return
	}
	if who := f.actorParty(f.surface(f.d.Tokens[t.Head].Head, 0)); who != token.None {
		h.src = who
	}
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

// moves makes a thing that rises or falls by itself what that befalls, wherever its
// verb stands: "spending is expected to grow despite the cuts".
func (f *finder) moves(h *hit) {
	if h.src == token.None || f.d.Tokens[h.trig].UPOS != token.VERB || !wordTable.Has(h.kind, classBefalls) || f.isPassive(h.trig) ||
		f.is(h.src, actorClass) || !role.Changes(f.lemma(h.trig)) || f.kid(h.trig, token.Obj) != token.None {
		return
	}
	h.src, h.tgt = token.None, h.src
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

// resigned makes who leaves the source of a resignation that another's verb takes up:
// "the board accepted the resignation of its chief". Roles have the board for who
// accepts.
func (f *finder) resigned(h *hit) {
	if f.d.Tokens[h.trig].UPOS != token.NOUN || h.clause == h.trig || h.src == token.None {
		return
	}
	for k := range f.kids(h.trig) {
		t := &f.d.Tokens[k]
		theirs := t.Rel == token.Nmod && f.caseOf(k) == "of" ||
			t.Rel == token.NmodPoss && (t.UPOS != token.PRON || wordTable.Has(f.lemma(h.clause), classReceivesOffer) && f.actorAt(k) != f.actorAt(h.src))
		if theirs && f.is(k, actorClass) {
			if h.src = k; h.tgt == k {
				h.tgt = token.None
			}
			return
		}
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
				f.inForce(h)
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
		f.inForce(h)
	case h.kind == ontology.Deal && f.money(o):
		for k := range f.kids(h.trig) {
			if r := f.d.Tokens[k].Rel; r == token.Obl && k > o && f.caseOf(k) == "for" && f.party(k) != token.None && !f.isTime(k) {
				h.tgt, h.with = k, o // "bid $2 billion for the firm"
				return
			}
		}
	}
}

// inForce takes the object of such a verb from the sides of h. A thing, and a law
// whatever its name, does not do it.
func (f *finder) inForce(h *hit) {
	h.tgt = token.None
	if h.src != token.None && (h.kind == ontology.Law || !f.is(h.src, actorClass)) {
		h.src, h.tgt = token.None, h.src
	}
}

// money reports whether i is a sum of money.
func (f *finder) money(i int32) bool {
	return f.d.Tokens[i].UPOS == token.SYM && wordTable.Has(f.d.Tokens[i].Lower, classCurrency)
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
			if o := f.beforeDay(k); o > p {
				return o
			}
		} else if x := &f.d.Tokens[k]; x.UPOS == token.NOUN || x.UPOS == token.PROPN {
			whom = k
		}
	}
	return f.party(whom)
}

// beforeDay is the actor before the day or its part i that the tree took for a part of
// the day's phrase: "[told] the Post Tuesday morning", "the court yesterday [ruled]"; or
// None.
func (f *finder) beforeDay(i int32) int32 {
	if !f.isTime(i) || !wordTable.Has(f.d.Tokens[i].Lower, classDayWords) {
		return token.None
	}
	day := i
	for f.isTime(i) {
		next := token.None
		for k := range f.kids(i) {
			t := &f.d.Tokens[k]
			if k < i && (t.Rel == token.Nsubj || t.Rel == token.Compound) && f.caseOf(k) == "" && (next == token.None || f.isTime(next)) {
				next = k
			}
		}
		if next == token.None {
			break
		}
		i = next
	}
	if !f.isTime(i) {
		return f.actorParty(i)
	}
	if i--; i >= 0 && f.d.Tokens[i].Head == f.d.Tokens[day].Head && wordTable.Has(f.caseOf(i), classSubordinates) {
		return f.actorParty(i) // "after the court Thursday ruled"
	}
	return token.None
}
