package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// hit is an event that one predicate gives, before actors, times and places
// are looked for.
type hit struct {
	kind, mode, code string
	rule             string
	trig             int32 // trigger: the noun of a light verb, else the predicate
	clause           int32 // predicate whose tense and times count
	src, tgt         int32 // heads of the source and target phrases, or None
	topic            int32
	score            int
	status           Status
	hard             bool // the operator, not the tense, gave the status
	negated          bool
	weak             bool
	own              bool // its sides are those of its trigger: no operator put it together
}

// fill sets kind, mode and code from a lexicon code and kind.
func (h *hit) fill(code, kind string) {
	h.code, h.kind, h.mode = code, kind, ""
	if c, ok := ontology.LookupCode(code); ok {
		if kind == "" {
			h.kind = c.Kind
		}
		if h.kind == c.Kind {
			h.mode = c.Mode
		}
	}
}

// root is the PLOVER type that h stands for.
func (h *hit) root() string {
	if r := ontology.RootOf(h.code); r != "" {
		return r
	}
	return h.kind
}

// predicate reads verb, adjective or noun p as an event.
func (f *finder) predicate(p int32, depth int) (hit, bool) {
	if depth > maxClimb {
		return hit{}, false
	}
	t := &f.d.Tokens[p]
	switch t.UPOS {
	case token.VERB, token.AUX:
		return f.verb(p, depth)
	case token.NOUN, token.PROPN:
		if e := f.d.Tokens[p].Ent; e != token.None && f.d.Ents[e].Type != token.MISC {
			return hit{}, false // "Amnesty International"
		}
		if f.kid(p, token.Cop) != token.None {
			if h, ok := f.copular(p, depth); ok {
				return h, ok
			}
		}
		return f.noun(p, depth)
	case token.ADJ:
		return f.copular(p, depth)
	}
	return hit{}, false
}

// copular reads a predicate adjective or noun.
func (f *finder) copular(p int32, depth int) (hit, bool) {
	fr := f.frameOf(p)
	pos := byte('a')
	if f.d.Tokens[p].UPOS != token.ADJ {
		pos = 'n'
	}
	e, ok := f.match(pos, p, &fr)
	if !ok && pos == 'a' && f.d.Tokens[p].XPOS == token.VBN {
		e, ok = f.match('v', p, &fr)
	}
	if !ok || e.code == "-" {
		return hit{}, false
	}
	if e.op() != "" {
		return f.operate(&fr, &e, depth)
	}
	h := f.simple(&fr, &e, "predicate")
	return h, true
}

// verb reads verb p.
func (f *finder) verb(p int32, depth int) (hit, bool) {
	return f.verbIn(f.frameOf(p), depth)
}

func (f *finder) verbIn(fr frame, depth int) (hit, bool) {
	p := fr.p
	e, ok := f.match('v', p, &fr)
	if !ok || e.code == "-" {
		f.used[p] = f.used[p] || ok // known not to be an event
		return hit{}, false
	}
	if e.op() != "" {
		if h, ok := f.operate(&fr, &e, depth); ok {
			return h, ok
		}
		return hit{}, false
	}
	rule := "verb"
	if e.score > 0 {
		rule = "verb-frame"
	}
	h := f.simple(&fr, &e, rule)
	if e.objUsed && fr.obj != token.None {
		f.used[fr.obj] = true
		// "mounted a rally": the noun is the trigger.
		if in, ok := f.nominal(fr.obj, false, depth+1); ok {
			f.callOff(&h, &in, &fr)
			h.trig = fr.obj
			if h.tgt == fr.obj {
				h.tgt = token.None
			}
		}
	}
	if fr.xc != token.None && h.root() != "" && ontology.QuadOf(h.root()) != ontology.NoQuad {
		f.used[fr.xc] = true
	}
	return h, true
}

// callOff makes of a cancelled meeting, election or match that event, failed,
// with the code of the refusal: it is the same as the one that was planned.
func (f *finder) callOff(h, in *hit, fr *frame) {
	switch f.lemma(fr.p) {
	case "cancel", "scrap", "axe", "call":
	default:
		return
	}
	switch in.kind {
	case ontology.Consult, ontology.Election, ontology.Sport, ontology.Culture, ontology.Launch:
		h.kind, h.mode, h.status, h.hard = in.kind, in.mode, Failed, true
	}
}

// simple is the hit of a line that is no operator.
func (f *finder) simple(fr *frame, e *entry, rule string) hit {
	h := hit{rule: rule, trig: fr.p, clause: fr.p, src: fr.subj, topic: token.None, score: 60 + 3*e.score, weak: e.weak, own: !e.reverse}
	h.fill(e.code, e.kind)
	h.tgt = f.target(h.root(), fr, e, token.None)
	if e.reverse {
		h.src, h.tgt = h.tgt, h.src
		if fr.obj != token.None {
			h.tgt = fr.obj
		}
		if s := fr.prepObj("from", "by", "in"); s != token.None {
			h.src, h.tgt = s, fr.subj
		}
	}
	f.split(&h, fr)
	return h
}

// prepObj is the object of the first phrase with one of the prepositions.
func (fr *frame) prepObj(preps ...string) int32 {
	for _, p := range preps {
		for j := range fr.obls[:fr.n] {
			if fr.obls[j].prep == p {
				return fr.obls[j].head
			}
		}
	}
	return token.None
}

// inner is the event of an operator's complement: clause, object, or the
// object of a preposition.
func (f *finder) inner(fr *frame, e *entry, depth int) (hit, bool) {
	if fr.xc != token.None {
		f.used[fr.xc] = true
		if h, ok := f.predicate(fr.xc, depth+1); ok {
			return h, true
		}
	}
	if e.prep != token.None {
		if h, ok := f.nominal(e.prep, true, depth+1); ok {
			f.used[e.prep] = true
			return h, true
		}
	}
	if fr.obj != token.None {
		if h, ok := f.nominal(fr.obj, true, depth+1); ok {
			f.used[fr.obj] = true
			return h, true
		}
	}
	for j := range fr.obls[:fr.n] {
		o := &fr.obls[j]
		switch o.prep {
		case "to", "on", "for", "with", "in", "of":
			if o.nested && !partitiveOp(f.lemma(fr.obj)) {
				continue
			}
			if h, ok := f.nominal(o.head, true, depth+1); ok {
				f.used[o.head] = true
				return h, true
			}
		}
	}
	return hit{}, false
}

// partitiveOp reports whether lemma is a part of an event: "a suspension of
// aid", "the start of talks".
func partitiveOp(lemma string) bool {
	switch lemma {
	case "suspension", "cut", "start", "end", "halt", "beginning", "resumption", "continuation", "extension", "series", "round", "number", "wave", "launch", "cessation", "withdrawal", "plan", "lifting", "easing", "state":
		return true
	}
	return false
}

func (f *finder) lemma(i int32) string {
	if i == token.None {
		return ""
	}
	return f.d.Tokens[i].Lemma
}

// operate puts an operator and the event in its complement together.
func (f *finder) operate(fr *frame, e *entry, depth int) (hit, bool) {
	op := e.op()
	in, ok := f.inner(fr, e, depth)
	t := &f.d.Tokens[fr.p]
	h := hit{rule: op, trig: fr.p, clause: fr.p, src: fr.subj, tgt: token.None, topic: token.None, score: 62}
	q := ontology.QuadOf(in.root())
	if ok {
		h.tgt = in.tgt
		h.topic = in.trig
		h.weak = in.weak && op != "agree" && op != "refuse"
	}
	transparent := func(rule string) hit {
		in.rule, in.clause = rule, fr.p
		if fr.subj != token.None && (in.src == token.None || in.src == in.tgt || fr.xc == token.None) {
			if in.src != token.None && in.tgt == token.None && in.src != fr.subj && fr.xc == token.None {
				in.tgt = in.src
			}
			in.src = fr.subj
		}
		in.score += 2
		return in
	}
	switch op {
	case "aspect":
		if !ok {
			return h, false
		}
		return f.withTarget(transparent("aspect"), fr, e), true
	case "light":
		if fr.xc != token.None && (!ok || f.d.Tokens[fr.xc].Rel == token.Ccomp) {
			return f.saying(fr, in, ok)
		}
		if !ok || fr.obj == token.None {
			if t.Lemma == "announce" || t.Lemma == "declare" {
				h.fill("010", "")
				return h, true
			}
			return h, false
		}
		return f.withTarget(transparent("light-verb"), fr, e), true
	case "occur":
		if fr.subj == token.None {
			return h, false
		}
		in, ok = f.nominal(fr.subj, false, depth+1)
		if !ok {
			return h, false
		}
		f.used[fr.subj] = true
		in.clause, in.rule = fr.p, "occur"
		if in.tgt == token.None {
			in.tgt = f.locative(fr)
		}
		return in, true
	case "nominal", "plan", "possible", "try", "decide":
		if !ok || fr.xc == token.None && op != "plan" {
			return h, false
		}
		r := transparent(op)
		switch op {
		case "plan", "nominal":
			r.status, r.hard = Planned, true
			if op == "plan" && fr.xc == token.None {
				return h, false
			}
		case "possible":
			r.status, r.hard = Possible, true
		case "try":
			r.status, r.hard = Possible, true
		}
		return r, true
	case "order":
		if !ok {
			h.fill("100", "")
			h.tgt = f.target(ontology.Request, fr, e, token.None)
			return h, fr.obj != token.None && f.is(fr.obj, actorClass)
		}
		return transparent("order"), true
	case "help":
		h.fill("070", "")
		if !ok && fr.xc == token.None {
			return h, false
		}
		if fr.obj != token.None {
			h.tgt = fr.obj
		}
		h.weak = true
	case "say":
		return f.saying(fr, in, ok)
	case "deny":
		if !ok {
			h.fill("016", "")
			return h, true
		}
		in.status, in.hard, in.rule = Denied, true, "deny"
		return in, true
	case "favour":
		h.fill("051", "")
	case "oppose":
		h.fill("110", "")
		h.tgt = fr.obj
	case "avoid":
		if !ok {
			return h, false
		}
		in.status, in.hard = Failed, true
		return in, true
	case "agree", "willing":
		h.fill("030", "")
		if ok {
			if c := ontology.Intent(in.root()); c != "" && q.Cooperative() {
				h.fill(c, "")
			}
		} else if op == "willing" && fr.xc == token.None && fr.obj == token.None {
			return h, false
		}
	case "promise":
		h.fill("030", "")
		if ok {
			if c := ontology.Intent(in.root()); c != "" {
				h.fill(c, "")
			} else if q == ontology.VerbalConflict {
				h.fill("130", "")
			}
			if in.negated {
				h.fill(ontology.Refusal(in.root()), "")
			}
		}
	case "threaten":
		h.fill("130", "")
		if ok {
			if c := ontology.Intent(in.root()); c != "" && q.Hostile() {
				h.fill(c, "")
			}
		}
	case "warn":
		if fr.xc == token.None && fr.obj == token.None {
			return h, false
		}
		h.fill("130", "")
		if fr.obj != token.None {
			h.tgt = fr.obj
		}
	case "refuse", "reject":
		h.fill("120", "")
		if ok {
			h.fill(ontology.Refusal(in.root()), "")
		}
	case "demand", "ask":
		h.fill("020", "")
		if op == "demand" {
			h.fill("100", "")
		}
		if ok {
			if op == "demand" {
				h.fill(ontology.Demand(in.root()), "")
			}
			if in.src != token.None && in.src != fr.subj && fr.xc != token.None {
				h.tgt = in.src
			}
		} else if fr.xc != token.None {
			if s := f.surface(fr.xc, 0); s != fr.subj {
				h.tgt = s
			}
		}
		if fr.obj != token.None && f.is(fr.obj, actorClass) {
			h.tgt = fr.obj
		} else if o := fr.prepObj("on", "upon", "from", "to"); o != token.None && f.is(o, actorClass) {
			h.tgt = o
		}
	case "halt", "lift":
		if !ok {
			return h, false
		}
		c := ontology.Halt(in.root())
		if c == "" {
			if fr.xc == token.None && t.Lemma == "postpone" || t.Lemma == "delay" || t.Lemma == "cancel" {
				in.status, in.hard, in.clause = Failed, true, fr.p
				if t.Lemma != "cancel" {
					in.status = Planned
				}
				return in, true
			}
			return h, false
		}
		h.fill(c, "")
		f.callOff(&h, &in, fr)
	case "fail":
		if !ok {
			return h, false
		}
		if q.Cooperative() {
			h.fill(ontology.Refusal(in.root()), "")
			break
		}
		in.status, in.hard, in.clause, in.rule = Failed, true, fr.p, "fail"
		return in, true
	case "allow":
		h.fill("080", "")
		if ok && (in.root() == ontology.Aid || in.root() == ontology.Consult) {
			h.fill("086", "")
		}
		if fr.obj != token.None && f.is(fr.obj, actorClass) {
			h.tgt = fr.obj
		}
	case "approve":
		if ok {
			r := transparent("approve")
			if r.kind == ontology.Request || r.kind == ontology.Reject {
				r.fill("080", "")
			}
			return f.withTarget(r, fr, e), true
		}
		h.fill("051", "")
		if fr.obj == token.None || f.is(fr.obj, anyWord) && !f.is(fr.obj, actorClass) && f.kid(fr.obj, token.Acl) == token.None {
			h.weak = true
		}
	case "forbid":
		if fr.obj == token.None && fr.xc == token.None {
			return h, false
		}
		h.fill("172", "")
	case "force":
		h.fill("170", "")
	default:
		return h, false
	}
	if h.tgt == token.None || h.tgt == h.src {
		if g := f.target(h.root(), fr, e, h.topic); g != token.None {
			h.tgt = g
		}
	}
	f.split(&h, fr)
	return h, true
}

// withTarget looks for the target in the operator's own frame, when the event
// inside has none.
func (f *finder) withTarget(h hit, fr *frame, e *entry) hit {
	if h.tgt == token.None || h.tgt == h.trig || h.tgt == h.src {
		h.tgt = f.target(h.root(), fr, e, h.trig)
	}
	f.split(&h, fr)
	return h
}

// concerns reports whether the phrase of i is or names an actor.
func (f *finder) concerns(i int32) bool {
	if f.is(i, actorClass) {
		return true
	}
	for k := range f.kids(i) {
		if r := f.d.Tokens[k].Rel; (r == token.Nmod || r == token.NmodPoss || r == token.Compound || r == token.Amod) && (f.d.Tokens[k].UPOS == token.PROPN || f.actorAt(k) != token.None) {
			return true
		}
	}
	return false
}

// saying reads a verb of saying with its clause: what is said counts, with who
// says it in place of a pronoun; "X says Y must" is a demand.
func (f *finder) saying(fr *frame, in hit, ok bool) (hit, bool) {
	h := hit{rule: "say", trig: fr.p, clause: fr.p, src: fr.subj, tgt: token.None, topic: token.None, score: 50, own: true}
	h.fill("010", "")
	if fr.xc == token.None {
		return h, true
	}
	x := fr.xc
	f.used[x] = false
	m := f.modal(x)
	s := f.surface(x, 0)
	if s != token.None && f.isTime(s) {
		s = token.None
	}
	if f.lemma(fr.p) == "insist" && f.d.Tokens[x].XPOS == token.VB && f.kid(x, token.Aux) == token.None {
		m = "must" // "insisted that the minister resign"
	}
	if (m == "must" || m == "should" || m == "need" || m == "ought") && s != token.None && fr.subj != token.None && f.d.Tokens[s].UPOS != token.PRON {
		h.fill("100", "")
		h.rule, h.tgt = "say-must", s
		if f.concerns(s) {
			f.used[x] = true
			return h, true
		}
		h.fill("010", "")
		h.rule, h.tgt = "say", token.None
		return h, true
	}
	if !ok || fr.subj == token.None {
		return h, true
	}
	if in.src != token.None && in.src != fr.subj && f.d.Tokens[in.src].UPOS != token.PRON && !in.negated {
		// To claim that another does wrong is to accuse.
		switch q := ontology.QuadOf(in.root()); {
		case in.code == "128", in.code == "1822", in.code == "202", in.code == "112",
			q == ontology.MaterialConflict && (f.lemma(fr.p) == "allege" || f.lemma(fr.p) == "claim" || f.lemma(fr.p) == "contend"):
			h.fill("112", "")
			h.rule, h.tgt, h.score = "say-wrong", in.src, 62
			f.used[x] = true
			return h, true
		}
	}
	// The speaker's own act: "said it would release".
	if s == token.None || f.d.Tokens[s].UPOS == token.PRON && f.d.Tokens[s].Lower != "who" {
		f.speaker[x] = fr.subj
	}
	return h, true
}
