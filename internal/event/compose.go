package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
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
	sense            bool  // the verb's object made the kind: "expressed concern"
	with             int32 // beside tgt, who is given the thing or the thing that somebody is given, or None
	score            int
	status           Status
	hard             bool // the operator, not the tense, gave the status
	negated          bool
	weak             bool
	given            bool // a user's lexicon gives its kind
	own              bool // its sides are those of its trigger: no operator put it together
	bare             bool // a noun tells it that no verb takes up
	decided          bool // somebody has decided it, which is no plan of a kind of its own
	mutual           bool // each of two sides refuses or fails the other
	vow              bool // an act is promised, by all of a joint subject and not among them
}

// ruleGiven names what a user's lexicon gives.
const ruleGiven = "own-lexicon"

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
		if h, ok := f.entersOffice(p); ok {
			return h, ok
		}
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
	case token.ADV: // "profits are up"
		if f.kid(p, token.Cop) != token.None {
			return f.copular(p, depth)
		}
	}
	return hit{}, false
}

// entersOffice reads "X is the new editor" and "the winner is X".
func (f *finder) entersOffice(p int32) (hit, bool) {
	c := f.kid(p, token.Cop)
	s := f.kid(p, token.Nsubj)
	if c == token.None || s == token.None {
		return hit{}, false
	}
	h := hit{rule: "predicate", trig: p, clause: p, src: token.None, tgt: s, topic: token.None, with: token.None, score: 60, own: true}
	t := &f.d.Tokens[p]
	switch {
	case wordTable.Has(t.Lemma, classOffice) && f.kidIs(p, classNewly) && f.is(s, perClass):
		h.fill("", ontology.Appoint)
	case wordTable.Has(f.d.Tokens[s].Lemma, classWinner) && t.UPOS == token.PROPN:
		h.fill("", ontology.Award)
		switch {
		case f.sport:
			h.kind = ontology.Sport
		case f.vote:
			h.kind = ontology.Election
		}
		h.trig, h.tgt = s, p
	default:
		return hit{}, false
	}
	return h, true
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
			if h.kind == ontology.Accuse && wordTable.Has(in.kind, classBlows) {
				f.used[fr.obj] = false // "treats the fire as arson": two events
			} else {
				h.trig = fr.obj
				if h.tgt == fr.obj {
					h.tgt = token.None
				}
			}
		}
	}
	if fr.obj != token.None && h.trig == p && wordTable.Has(f.lemma(p), classCancels) {
		if in, ok := f.eventNoun(fr.obj); ok {
			f.callOff(&h, &in, &fr)
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
	if !wordTable.Has(f.phrasal(fr.p), classCallsOff) {
		return
	}
	switch in.kind {
	case ontology.Consult, ontology.Election, ontology.Sport, ontology.Culture, ontology.Launch:
		h.kind, h.mode, h.status, h.hard = in.kind, in.mode, Failed, true
		if s, ok := wordTable.Int(f.lemma(fr.p), classPutsOff); ok {
			h.status = Status(s)
		}
	}
}

// simple is the hit of a line that is no operator.
func (f *finder) simple(fr *frame, e *entry, rule string) hit {
	h := hit{rule: rule, trig: fr.p, clause: fr.p, src: fr.subj, topic: token.None, with: token.None,
		score: 60 + 3*e.score, weak: e.weak, given: e.given, own: !e.reverse, sense: e.objUsed}
	if h.given {
		h.rule = ruleGiven
	}
	h.fill(e.code, e.kind)
	h.tgt = f.target(h.root(), fr, e, token.None)
	if e.reverse {
		h.src, h.tgt = h.tgt, h.src
		if h.src == fr.obj {
			h.src = token.None // "received support" says not whose
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
		if w := wordTable.Find(f.lemma(fr.p)); wordTable.Has(e.op(), classLeavesOpen) && (w.Has(classStative) || !w.Has(classAspectual)) && f.d.Tokens[fr.xc].UPOS == token.VERB {
			if h, ok := f.plain(fr.xc); ok {
				return h, true // "plans to repaint the school"
			}
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
		if wordTable.Has(o.prep, classComplement) {
			if o.nested && !wordTable.Has(f.lemma(fr.obj), classEventPart) {
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

func (f *finder) lemma(i int32) string {
	if i == token.None {
		return ""
	}
	return f.d.Tokens[i].Lemma
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
		r := f.d.Tokens[k].Rel
		part := r == token.Nmod || r == token.NmodPoss || r == token.Compound || r == token.Amod
		if part && (f.d.Tokens[k].UPOS == token.PROPN || f.actorAt(k) != token.None) {
			return true
		}
	}
	return false
}

// saying reads a verb of saying with its clause: what is said counts, with who
// says it in place of a pronoun; "X says Y must" is a demand.
func (f *finder) saying(fr *frame, in hit, ok bool) (hit, bool) {
	h := hit{rule: "say", trig: fr.p, clause: fr.p, src: fr.subj, tgt: token.None, topic: token.None, with: token.None, score: 50, own: true}
	h.fill("010", "")
	if fr.xc == token.None {
		return h, true
	}
	x := fr.xc
	f.used[x] = false
	if wordTable.Has(f.lemma(fr.p), classTells) && f.d.Tokens[x].Rel == token.Xcomp && f.infinitive(x) && fr.obj != token.None && f.is(fr.obj, actorClass) {
		h.fill("100", "") // "told the crew to leave"
		h.tgt = fr.obj
		return h, true
	}
	m := f.modal(x)
	if syntax.Group(f.d, x).Perfect {
		m = "" // "should have resigned"
	}
	s := f.surface(x, 0)
	if s != token.None && f.isTime(s) {
		s = token.None
	}
	if f.lemma(fr.p) == "insist" && f.d.Tokens[x].XPOS == token.VB && f.kid(x, token.Aux) == token.None {
		m = "must" // "insisted that the minister resign"
	}
	if wordTable.Has(m, classMust) && s != token.None && fr.subj != token.None && f.d.Tokens[s].UPOS != token.PRON {
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
			(q == ontology.MaterialConflict || in.kind == ontology.Crime) && wordTable.Has(f.lemma(fr.p), classContends):
			h.fill("112", "")
			h.rule, h.tgt, h.score = "say-wrong", in.src, 62
			f.used[x] = in.kind != ontology.Crime // which is told itself
			return h, true
		}
	}
	// The speaker's own act: "said it would release".
	if s == token.None || f.d.Tokens[s].UPOS == token.PRON && f.d.Tokens[s].Lower != "who" {
		f.speaker[x] = f.whose(fr.subj)
	}
	return h, true
}
