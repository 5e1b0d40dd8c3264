package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// An operation is a predicate whose complement is the event: agree, refuse,
// threaten, halt. It puts the two together.
type operation struct {
	f     *finder
	fr    *frame
	e     *entry
	in    hit  // the event of the complement
	ok    bool // there is one
	depth int
	h     hit // what comes of the two
}

// verdict tells what an operator has made of its complement.
type verdict uint8

const (
	nothing verdict = iota // no event
	whole                  // h is it
	open                   // h is it and may lack its target
)

// operator is what the operator of that name does, or nil.
func operator(name string) func(*operation) verdict {
	for _, x := range [...]struct {
		name string
		do   func(*operation) verdict
	}{
		{"agree", (*operation).agree}, {"willing", (*operation).willing}, {"promise", (*operation).promise},
		{"refuse", (*operation).refuse}, {"reject", (*operation).reject}, {"ask", (*operation).ask}, {"demand", (*operation).demand},
		{"threaten", (*operation).threaten}, {"warn", (*operation).warn}, {"halt", (*operation).halt}, {"lift", (*operation).halt},
		{"aspect", (*operation).aspect}, {"light", (*operation).light}, {"occur", (*operation).occur},
		{"plan", (*operation).plan}, {"nominal", (*operation).plan}, {"possible", (*operation).possible},
		{"try", (*operation).try}, {"decide", (*operation).decide}, {"order", (*operation).order},
		{"help", (*operation).help}, {"say", (*operation).say}, {"deny", (*operation).deny}, {"favour", (*operation).favour},
		{"oppose", (*operation).oppose}, {"avoid", (*operation).avoid}, {"fail", (*operation).fail}, {"allow", (*operation).allow},
		{"approve", (*operation).approve}, {"forbid", (*operation).forbid}, {"force", (*operation).force},
	} {
		if x.name == name {
			return x.do
		}
	}
	return nil
}

// operate puts an operator and the event in its complement together.
func (f *finder) operate(fr *frame, e *entry, depth int) (hit, bool) {
	o := operation{f: f, fr: new(frame), e: new(entry), depth: depth}
	*o.fr, *o.e = *fr, *e // so that those of words without an operator stay off the heap
	o.in, o.ok = f.inner(fr, e, depth)
	o.h = hit{rule: e.op(), trig: fr.p, clause: fr.p, src: fr.subj, tgt: token.None, topic: token.None, with: token.None, score: 62}
	if o.ok {
		o.h.tgt, o.h.topic, o.h.weak = o.in.tgt, o.in.trig, o.in.weak
	}
	do := operator(e.op())
	if do == nil {
		return o.h, false
	}
	switch do(&o) {
	case whole:
		return o.h, true
	case open:
		return o.targeted(), true
	}
	if o.ok && fr.xc == token.None {
		f.used[o.in.trig] = false // a noun that may tell an event by itself: "led to talks"
	}
	return o.h, false
}

// targeted is h with the target of the operator's own frame, if it lacks one.
func (o *operation) targeted() hit {
	h := &o.h
	if h.tgt == token.None || h.tgt == h.src {
		if g := o.f.target(h.root(), o.fr, o.e, h.topic); g != token.None {
			h.tgt = g
		}
	}
	o.f.split(h, o.fr)
	return *h
}

func (o *operation) quad() ontology.Quad { return ontology.QuadOf(o.in.root()) }

// object reports whether the object is an actor.
func (o *operation) object() bool { return o.fr.obj != token.None && o.f.is(o.fr.obj, actorClass) }

// transparent makes the event inside the whole one, in the clause of the
// operator and with its subject.
func (o *operation) transparent(rule string) {
	in, fr := &o.in, o.fr
	in.rule, in.clause, in.own, in.bare = rule, fr.p, false, false
	if fr.subj != token.None && (in.src == token.None || in.src == in.tgt || fr.xc == token.None) {
		if in.src != token.None && in.tgt == token.None && in.src != fr.subj && fr.xc == token.None && !o.f.ownActs(in.src, fr.subj) {
			in.tgt = in.src
		}
		in.src = fr.subj
	}
	in.score += 2
	o.h = *in
}

// ownActs reports whether the possessor p of an event noun is the subject s of
// its verb: "they continued their attacks".
func (f *finder) ownActs(p, s int32) bool {
	a := f.actorAt(p)
	return f.d.Tokens[p].UPOS == token.PRON && (a == token.None || a == f.actorAt(s))
}

// settled makes the event inside the whole one, with a status of its own.
func (o *operation) settled(s Status) verdict {
	o.in.status, o.in.hard = s, true
	o.h = o.in
	return whole
}

func (o *operation) aspect() verdict {
	if !o.ok {
		return nothing
	}
	o.transparent(o.h.rule)
	o.h = o.f.withTarget(o.h, o.fr, o.e)
	return whole
}

func (o *operation) light() verdict {
	fr := o.fr
	if fr.xc != token.None && (!o.ok || o.f.d.Tokens[fr.xc].Rel == token.Ccomp) {
		if o.f.d.Tokens[fr.xc].Rel == token.Xcomp && wordTable.Has(o.f.lemma(fr.p), classMakes) {
			o.f.used[fr.xc] = false
			return nothing // "made him happy", "have to pay"
		}
		return o.say()
	}
	if !o.ok && fr.obj != token.None {
		o.in, o.ok = o.f.eventNoun(fr.obj)
	}
	if !o.ok || fr.obj == token.None {
		if !wordTable.Has(o.f.lemma(fr.p), classDeclares) {
			return nothing
		}
		o.h.fill("010", "")
		return whole
	}
	o.transparent("light-verb")
	if fr.passive && fr.subj == token.None && fr.obj != o.h.trig && wordTable.Has(o.f.lemma(fr.p), classTakesPart) {
		o.h.src = fr.obj // "are engaged in a war"
	}
	o.h = o.f.withTarget(o.h, fr, o.e)
	return whole
}

func (o *operation) occur() verdict {
	fr := o.fr
	if fr.subj == token.None {
		return nothing
	}
	in, ok := o.f.nominal(fr.subj, false, o.depth+1)
	if !ok {
		in, ok = o.f.eventNoun(fr.subj)
	}
	if !ok {
		return nothing
	}
	o.f.used[fr.subj] = true
	in.clause, in.rule, in.own, in.bare = fr.p, o.h.rule, false, false
	if in.tgt == token.None {
		in.tgt = o.f.locative(fr)
	}
	o.h = in
	return whole
}

// clausal is the event inside with a status, if a clause tells it.
func (o *operation) clausal(s Status) verdict {
	if !o.ok || o.fr.xc == token.None {
		return nothing
	}
	o.transparent(o.h.rule)
	if s != 0 {
		o.h.status, o.h.hard = s, true
	}
	return whole
}

func (o *operation) possible() verdict { return o.clausal(Possible) }

// try is what somebody tries: what was tried and is not told to have been done
// came to nothing, what is being tried goes on.
func (o *operation) try() verdict {
	f, p := o.f, o.fr.p
	g := syntax.Group(f.d, p)
	if h := f.d.Tokens[p].Head; g.Mood == syntax.Participle && g.Tense == 0 && f.d.Tokens[p].Rel == token.Advcl && h != token.None {
		g.Tense = syntax.Group(f.d, h).Tense // "was shot while trying to escape"
	}
	switch {
	case g.Modal != "" || g.SemiModal != "" || g.Mood == syntax.Infinitive:
	case g.Progressive:
		if g.Tense == syntax.Present {
			return o.clausal(Ongoing)
		}
	case (g.Tense == syntax.Past || g.Perfect) && wordTable.Has(f.lemma(p), classAttempts):
		return o.clausal(Failed)
	}
	return o.clausal(Possible)
}

// plan is what is planned, or only proposed.
func (o *operation) plan() verdict {
	switch {
	case o.f.notHere(o.fr.xc):
		return o.clausal(Denied) // "plans not to sign"
	case wordTable.Has(o.f.lemma(o.fr.p), classProposes), o.ofOthers():
		return o.clausal(Possible)
	}
	return o.clausal(Planned)
}

// ofOthers reports whether somebody only wants another to act: "wants the mayor
// to resign".
func (o *operation) ofOthers() bool {
	if o.fr.passive || o.fr.xc == token.None || !wordTable.Has(o.f.lemma(o.fr.p), classWants) {
		return false
	}
	s := o.f.surface(o.fr.xc, 0)
	return o.fr.obj != token.None || s != token.None && s != o.fr.subj
}

func (o *operation) decide() verdict {
	s := Status(0)
	switch {
	case o.f.notHere(o.fr.xc):
		s = Denied
	case o.f.unanswered(o.fr.p, o.fr.xc):
		s = Possible
	}
	v := o.clausal(s)
	o.h.decided = true
	return v
}

// unanswered reports whether what infinitive xc of verb p tells is a question that
// is not settled: "has not decided when to sell", "to decide whether to sell".
func (f *finder) unanswered(p, xc int32) bool {
	if xc == token.None {
		return false
	}
	for k := range f.kids(xc) {
		if t := &f.d.Tokens[k]; k < xc && t.Rel == token.RelMark && t.Lower == "whether" {
			return true
		} else if k < xc && t.XPOS == token.WRB {
			g := syntax.Group(f.d, p)
			return g.Negated
		}
	}
	return false
}

func (o *operation) order() verdict {
	if !o.ok {
		o.h.fill("100", "")
		o.h.tgt = o.f.target(ontology.Request, o.fr, o.e, token.None)
		if !o.object() {
			return nothing
		}
		return whole
	}
	o.transparent(o.h.rule)
	return whole
}

func (o *operation) help() verdict {
	o.h.fill("070", "")
	if !o.ok && o.fr.xc == token.None {
		return nothing
	}
	if o.ok && o.fr.obj == token.None && (o.quad().Hostile() || o.in.kind == ontology.Crime) {
		o.transparent(o.h.rule) // "helped to rob the bank"
		return whole
	}
	if o.fr.obj != token.None {
		o.h.tgt = o.fr.obj
	}
	o.h.weak = true
	return open
}

func (o *operation) say() verdict {
	h, ok := o.f.saying(o.fr, o.in, o.ok)
	if o.h = h; !ok {
		return nothing
	}
	return whole
}

func (o *operation) deny() verdict {
	if !o.ok {
		o.h.fill("016", "")
		return whole
	}
	o.in.rule, o.in.bare = o.h.rule, false
	return o.settled(Denied)
}

func (o *operation) favour() verdict {
	o.h.fill("051", "")
	return open
}

func (o *operation) oppose() verdict {
	o.h.fill("110", "")
	o.h.tgt = o.fr.obj
	return open
}

func (o *operation) avoid() verdict {
	if !o.ok {
		return nothing
	}
	return o.settled(Failed)
}

func (o *operation) agree() verdict {
	o.h.weak = false
	return o.assent()
}

// assent is agreement, or readiness, to do what is inside.
func (o *operation) assent() verdict {
	o.h.fill("030", "")
	switch c := ontology.Intent(o.in.root()); {
	case !o.ok:
	case c != "" && o.quad().Cooperative():
		o.h.fill(c, "")
	case c != "" && o.e.code == "=agree" && o.quad().Hostile() && o.f.d.Tokens[o.fr.p].UPOS == token.NOUN:
		o.h.fill(c, "") // "a promise to kill"
	}
	return open
}

func (o *operation) willing() verdict {
	if !o.ok && o.fr.xc == token.None && o.fr.obj == token.None || o.ok && o.quad() == ontology.VerbalConflict {
		return nothing
	}
	return o.assent()
}

func (o *operation) promise() verdict {
	o.h.fill("030", "")
	o.h.vow = true
	if !o.ok {
		return open
	}
	if c := ontology.Intent(o.in.root()); c != "" {
		if o.in.root() != ontology.Sanction || o.in.code == embargo || o.in.tgt == token.None || o.f.is(o.in.tgt, actorClass) {
			o.h.fill(c, "") // and no "promised to cut the costs"
		}
	} else if o.quad() == ontology.VerbalConflict {
		o.h.fill("130", "")
	}
	if c := ontology.Refusal(o.in.root()); c != "" && o.f.notHere(o.fr.xc) {
		o.h.fill(c, "")
	}
	return open
}

// embargo is CAMEO's code of trade sanctions, which take goods from somebody.
const embargo = "163"

func (o *operation) threaten() verdict {
	o.h.fill("130", "")
	if c := ontology.Intent(o.in.root()); o.ok && c != "" && o.quad().Hostile() {
		o.h.fill(c, "")
	}
	return open
}

func (o *operation) warn() verdict {
	if o.fr.xc == token.None && o.fr.obj == token.None {
		return nothing
	}
	o.h.fill("130", "")
	if o.fr.obj != token.None {
		o.h.tgt = o.fr.obj
	}
	return open
}

func (o *operation) refuse() verdict {
	o.h.weak, o.h.mutual = false, true
	return o.reject()
}

func (o *operation) reject() verdict {
	o.h.fill("120", "")
	if c := ontology.Refusal(o.in.root()); o.ok && c != "" {
		o.h.fill(c, "")
	}
	return open
}

func (o *operation) ask() verdict {
	o.h.fill("020", "")
	return o.asked()
}

func (o *operation) demand() verdict {
	o.h.fill("100", "")
	if o.ok {
		o.h.fill(ontology.Demand(o.in.root()), "")
	}
	return o.asked()
}

// asked finds who is asked: who is to do what is asked for, or the operator's
// own object.
func (o *operation) asked() verdict {
	f, fr, in := o.f, o.fr, &o.in
	switch {
	case o.ok:
		if in.src != token.None && in.src != fr.subj && fr.xc != token.None {
			o.h.tgt = in.src
		}
	case fr.xc != token.None:
		if s := f.surface(fr.xc, 0); s != fr.subj {
			o.h.tgt = s
		}
	}
	if o.object() {
		o.h.tgt = fr.obj
	} else if p := fr.prepObj("on", "upon", "from", "to"); p != token.None && f.is(p, actorClass) {
		o.h.tgt = p
	}
	return open
}

func (o *operation) halt() verdict {
	if !o.ok && o.fr.obj != token.None {
		o.in, o.ok = o.f.eventNoun(o.fr.obj)
	}
	if !o.ok {
		return nothing
	}
	if c := ontology.Halt(o.in.root()); c != "" {
		o.h.fill(c, "")
		o.f.callOff(&o.h, &o.in, o.fr)
		return open
	}
	s, ok := wordTable.Int(o.f.lemma(o.fr.p), classPutsOff)
	if !ok {
		return nothing
	}
	o.in.clause, o.in.own = o.fr.p, false
	return o.settled(Status(s))
}

func (o *operation) fail() verdict {
	if !o.ok {
		return nothing
	}
	if o.quad().Cooperative() && ontology.QuadOf(o.in.kind) != ontology.NoQuad {
		o.h.fill(ontology.Refusal(o.in.root()), "")
		o.h.mutual = true
		return open
	}
	o.in.clause, o.in.rule, o.in.own, o.in.bare = o.fr.p, o.h.rule, false, false
	return o.settled(Failed)
}

func (o *operation) allow() verdict {
	if o.fr.subj != token.None && !o.f.is(o.fr.subj, actorClass) {
		return nothing // what makes possible lets nobody do anything
	}
	o.h.fill("080", "")
	if r := o.in.root(); o.ok && (r == ontology.Aid || r == ontology.Consult) {
		o.h.fill("086", "")
	}
	if o.object() {
		o.h.tgt = o.fr.obj
	}
	return open
}

func (o *operation) approve() verdict {
	f, fr := o.f, o.fr
	if o.ok {
		o.transparent(o.h.rule)
		if o.h.kind == ontology.Request || o.h.kind == ontology.Reject {
			o.h.fill("080", "")
		}
		o.h = f.withTarget(o.h, fr, o.e)
		return whole
	}
	o.h.fill("051", "")
	if fr.obj == token.None || !f.is(fr.obj, actorClass) && f.kid(fr.obj, token.Acl) == token.None {
		o.h.weak = true
	}
	return open
}

func (o *operation) forbid() verdict {
	if o.fr.obj == token.None && o.fr.xc == token.None {
		return nothing
	}
	o.h.fill("172", "")
	return open
}

// force is a coercion if somebody forces; else what one is forced to do is
// what happens.
func (o *operation) force() verdict {
	fr := o.fr
	if fr.xc != token.None && o.f.d.Tokens[fr.xc].Rel == token.Xcomp && (fr.subj == token.None || !o.f.is(fr.subj, actorClass)) {
		if o.ok {
			return o.clausal(0)
		}
		o.f.used[fr.xc] = false
		return nothing
	}
	o.h.fill("170", "")
	if o.object() {
		o.h.tgt = fr.obj
	}
	return open
}
