package event

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// maxPerSentence bounds the events of one sentence.
const maxPerSentence = 6

// candidate is a hit with its rank in the sentence.
type candidate struct {
	hit
	rank  int
	worth float64
}

// sentence appends the events of sentence s, the main one first.
func (f *finder) sentence(out []Event, s int32) []Event {
	f.order(s)
	var cs []candidate
	for _, i := range f.seq {
		if f.used[i] || len(cs) >= 64 {
			continue
		}
		t := &f.d.Tokens[i]
		var h hit
		ok := false
		switch t.UPOS {
		case token.VERB:
			if t.Rel == token.Amod || t.Rel == token.Case || t.Rel == token.Compound || i > 0 && isHyphen(&f.d.Tokens[i-1]) && !t.Is(token.SpaceBefore) {
				if _, ok := f.find('v', f.joined(i)); !ok {
					continue // "face-to-face"
				}
			}
			h, ok = f.predicate(i, 0)
		case token.ADJ:
			if t.Rel == token.Amod && f.kid(i, token.Cop) == token.None {
				continue
			}
			h, ok = f.predicate(i, 0)
		case token.NOUN, token.PROPN:
			h, ok = f.predicate(i, 0)
			if ok && h.rule == "noun" && !f.standsAlone(i, &h) {
				ok = false
			}
		default:
			if t.Head == token.None {
				h, ok = f.predicate(i, 0)
			}
		}
		if !ok || h.kind == "" {
			continue
		}
		f.judge(&h)
		f.retarget(&h)
		f.sides(&h)
		if !f.keep(&h) {
			continue
		}
		f.used[i] = true
		rank := h.score - 12*int(f.depth[h.clause])
		if c := &f.d.Tokens[h.clause]; c.Head == token.None && c.XPOS == token.VBG && f.kid(h.clause, token.Aux) == token.None {
			rank -= 20 // "the coalition fighting rebels has declared ...", with the wrong verb on top
		}
		cs = append(cs, candidate{hit: h, rank: rank})
	}
	if v := f.misread(s); v != token.None && !f.used[v] {
		if h, ok := f.verbIn(f.shallow(v, s), 0); ok && h.kind != "" {
			h.status, h.score = Occurred, h.score-15
			if f.keep(&h) {
				cs = append(cs, candidate{hit: h, rank: h.score + 30})
			}
		}
	}
	for _, i := range f.seq {
		if f.used[i] || len(cs) >= 64 {
			continue
		}
		var h hit
		ok := false
		switch f.d.Tokens[i].UPOS {
		case token.VERB:
			h, ok = f.plain(i)
		case token.NOUN:
			h, ok = f.plainNoun(i)
		}
		if !ok {
			continue
		}
		f.judge(&h)
		f.used[i] = true
		cs = append(cs, candidate{hit: h, rank: h.score - 12*int(f.depth[h.clause])})
	}
	for i := range cs {
		cs[i].worth = f.worth(&cs[i].hit, s)
	}
	cs = slices.DeleteFunc(cs, func(c candidate) bool { return c.worth < leastWorth })
	slices.SortStableFunc(cs, func(a, b candidate) int { return b.rank - a.rank })
	if len(cs) > 0 {
		// The main event of a sentence is wanted no less than its others.
		cs[0].worth = slices.MaxFunc(cs, func(a, b candidate) int { return cmp.Compare(a.worth, b.worth) }).worth
	}
	main := true
	n, from := 0, len(out)
	for i := range cs {
		c := &cs[i]
		if n >= maxPerSentence || dup(cs[:i], c) {
			continue
		}
		c.score = int(100 * c.worth)
		e := f.event(&c.hit, s)
		f.locate(&e)
		if e.Kind == ontology.Statement && (e.Bound != Within || e.Basis == "" || e.Basis == "governing-clause") && !f.announces(&e) {
			continue
		}
		f.refine(&e)
		if j := f.same(out, &e); j >= 0 {
			join(&out[j], &e)
			continue
		}
		if e.Kind != ontology.Statement {
			e.Main = main
			main = false
		}
		out = append(out, e)
		n++
	}
	f.echoes(out, s, from)
	return out
}

// announces reports whether a statement is an event though it bears no date
// of its own: by its verb it makes something known, and somebody known does so.
func (f *finder) announces(e *Event) bool {
	switch e.Lemma {
	case "announce", "announcement", "declare", "declaration", "reveal", "disclose", "confirm", "admit", "acknowledge", "testify", "confess", "proclaim", "unveil", "claim", "speech", "address":
	default:
		return false
	}
	return f.d.Tokens[e.Head].Quote == token.None && len(e.Roles) > 0 && e.Roles[0].Role == Agent && f.known(e.Roles[0].Head)
}

// dup reports whether c has the trigger of an earlier one.
func dup(cs []candidate, c *candidate) bool {
	for i := range cs {
		if cs[i].trig == c.trig {
			return true
		}
	}
	return false
}

// order fills f.seq with the tokens of s from the root down, and f.depth with
// how deep below the main clause each stands: what is said or begun is as high
// as the saying.
func (f *finder) order(s int32) {
	sent := &f.d.Sents[s]
	f.seq = f.seq[:0]
	for i := sent.First; i < sent.Last; i++ {
		if h := f.d.Tokens[i].Head; h == token.None {
			f.seq = append(f.seq, i)
			f.depth[i] = 0
		}
	}
	for j := 0; j < len(f.seq); j++ {
		i := f.seq[j]
		for k := f.d.Tokens[i].Kid; k != token.None; k = f.d.Tokens[k].Sib {
			if k < sent.First || k >= sent.Last || len(f.seq) >= int(sent.Last-sent.First) {
				break
			}
			d := f.depth[i]
			switch f.d.Tokens[k].Rel {
			case token.Advcl, token.AdvclRelcl, token.Acl, token.AclRelcl, token.Csubj:
				d += 2
			case token.Conj, token.Parataxis:
				d++
			case token.Nsubj, token.NsubjPass, token.Obj, token.Obl, token.Nmod, token.NmodPoss, token.OblAgent:
				d++
			}
			f.depth[k] = min(d, 100)
			f.seq = append(f.seq, k)
		}
	}
}

// standsAlone reports whether an event noun that no verb governs is worth an
// event: it says who, whom, where or when.
func (f *finder) standsAlone(n int32, h *hit) bool {
	if h.src == token.None && h.tgt == token.None {
		return false
	}
	t := &f.d.Tokens[n]
	if t.Rel == token.Compound || t.Rel == token.NmodPoss || t.Rel == token.Nmod && f.caseOf(n) == "" || t.Rel == token.Appos || t.Rel == token.Flat {
		return false
	}
	for k := range f.kids(n) {
		if k > n {
			break
		}
		switch f.d.Tokens[k].Lower {
		case "any", "no", "every", "such":
			return false
		}
	}
	return (h.src != token.None && f.is(h.src, actorClass)) || (h.tgt != token.None && f.is(h.tgt, actorClass))
}

// keep reports whether h is an event that the text tells, and not background,
// aim or manner.
func (f *finder) keep(h *hit) bool {
	t := &f.d.Tokens[h.clause]
	if h.kind == ontology.Statement {
		return h.src != token.None && h.status == Occurred // and dated: see sentence
	}
	if h.weak && (h.src == token.None || h.tgt == token.None || !f.is(h.src, actorClass) || !f.is(h.tgt, actorClass)) {
		return false
	}
	// Aims: "to discuss", "aimed at resolving".
	if h.clause == h.trig && h.rule != "noun" && (t.Rel == token.Advcl || t.Rel == token.Acl || t.Rel == token.Csubj || t.Rel == token.Xcomp) && t.XPOS == token.VB && f.infinitive(h.clause) {
		return false
	}
	if f.conditional(h.clause) || h.status == Possible && t.XPOS == token.VB && f.kid(h.clause, token.Cop) != token.None {
		return false
	}
	if t.Rel == token.Conj && t.XPOS == token.VB && t.Head != token.None && !h.hard {
		// "wants to pose and delay": the second of two aims.
		switch c := &f.d.Tokens[t.Head]; c.Rel {
		case token.Xcomp, token.Advcl, token.Acl:
			if c.XPOS == token.VB && f.infinitive(t.Head) {
				return false
			}
		}
	}
	// Inside a direct quotation only what is told as done.
	if t.Quote != token.None && h.status != Occurred && h.status != Ongoing {
		return false
	}
	return true
}

// event makes the event of a hit.
func (f *finder) event(h *hit, s int32) Event {
	t := &f.d.Tokens[h.trig]
	e := Event{Kind: h.kind, Mode: h.mode, Code: h.code, Lemma: t.Lemma, Trigger: t.Span, Head: h.trig, Clause: h.clause, Mentions: []token.Span{t.Span},
		Status: h.status, Time: token.None, Place: token.None, Statement: f.said[h.trig], Sent: s, Score: uint8(max(1, min(99, h.score))), Rule: h.rule, nominal: t.UPOS != token.VERB && h.clause == h.trig}
	src := h.src
	if sp, ok := f.speakerOf(h.clause, src); ok {
		src = sp
	}
	joint := src != token.None && h.tgt != token.None && f.d.Tokens[h.tgt].Rel == token.Conj && f.d.Tokens[h.tgt].Head == src
	if src != token.None {
		e.Roles = append(e.Roles, f.role(Agent, src, joint))
	}
	r := Patient
	if h.kind == ontology.Aid {
		r = Recipient
	}
	if h.tgt != token.None && h.tgt != src {
		e.Roles = append(e.Roles, f.role(r, h.tgt, false))
	}
	// The others of a list, and the names that stand before or around a noun.
	if src != token.None {
		f.others(&e, Agent, src)
	}
	if h.tgt != token.None && h.tgt != src {
		f.others(&e, r, h.tgt)
	}
	if t.UPOS == token.NOUN {
		f.others(&e, Agent, h.trig)
		if k := f.kid(t.Head, token.Advcl); t.Rel == token.Obj && k > h.trig && f.d.Tokens[k].Lemma == "involve" {
			// "hosting a summit involving ...", hung on the verb.
			for o := range f.d.Kids(k) {
				if r := f.d.Tokens[o].Rel; r == token.Obj || r == token.Conj {
					f.addActor(&e, Agent, o)
					f.others(&e, Agent, o)
				}
			}
		}
	}
	return e
}

// maxRoles bounds the participants of one event.
const maxRoles = 12

// others adds the actors that are joined to head, and for the trigger itself
// those that its phrase names: "a Trump-Putin meeting", "talks between",
// "a summit involving".
func (f *finder) others(e *Event, r RoleName, head int32) {
	for k := range f.kids(head) {
		if len(e.Roles) >= maxRoles {
			return
		}
		t := &f.d.Tokens[k]
		switch {
		case t.Rel == token.Conj && head != e.Head:
			f.addActor(e, r, k)
		case t.Rel == token.Compound && head != e.Head && f.d.Tokens[head].Rel == token.Compound:
			f.addActor(e, r, k)
		case head != e.Head:
		case t.Rel == token.Compound || t.Rel == token.NmodPoss || t.Rel == token.Amod:
			f.addActor(e, r, k)
			f.others(e, r, k)
		case t.Rel == token.Nmod:
			switch f.caseOf(k) {
			case "between", "with", "of", "by", "among", "involving", "":
				f.addActor(e, r, k)
				f.others(e, r, k)
			}
		case (t.Rel == token.Acl || t.Rel == token.Advcl) && t.Lemma == "involve":
			for o := range f.d.Kids(k) {
				if f.d.Tokens[o].Rel == token.Obj {
					f.addActor(e, r, o)
					f.others(e, r, o)
				}
			}
		}
	}
}

// addActor adds the actor at head, unless e has it.
func (f *finder) addActor(e *Event, r RoleName, head int32) {
	a := f.hyphenated(head)
	if a == token.None || len(e.Roles) >= maxRoles {
		return
	}
	for i := range e.Roles {
		if e.Roles[i].Actor == a || e.Roles[i].Head == head {
			return
		}
	}
	x := f.role(r, head, true)
	x.Actor = a
	e.Roles = append(e.Roles, x)
}

// maxNames is how many actors, from the first on, are looked at for a name
// inside a hyphenated word.
const maxNames = 500

// hyphenated is the actor of token i; in "Trump-Putin" each of the two names
// is the actor whose name ends with it.
func (f *finder) hyphenated(i int32) int32 {
	t := f.d.Tokens
	if t[i].UPOS != token.PROPN || !(i > 0 && isHyphen(&t[i-1]) || int(i)+1 < len(t) && isHyphen(&t[i+1])) {
		return f.actorAt(i)
	}
	w := f.d.Word(i)
	for a := range f.in.Actors[:min(len(f.in.Actors), maxNames)] {
		if n := f.in.Actors[a].Name; n == w || strings.HasSuffix(n, w) && n[len(n)-len(w)-1] == ' ' {
			return int32(a)
		}
	}
	return f.actorAt(i)
}

func isHyphen(t *token.Token) bool { return t.Lower == "-" || t.Lower == "–" }

// speakerOf replaces a pronoun subject, or none, by who says the clause.
func (f *finder) speakerOf(clause, src int32) (int32, bool) {
	if src != token.None && f.d.Tokens[src].UPOS != token.PRON {
		return 0, false
	}
	p := clause
	for range maxClimb {
		if s, ok := f.speaker[p]; ok {
			return s, true
		}
		t := &f.d.Tokens[p]
		if t.Head == token.None || t.Rel != token.Xcomp && t.Rel != token.Conj && t.Rel != token.Advcl {
			break
		}
		p = t.Head
	}
	return 0, false
}

func (f *finder) role(r RoleName, head int32, alone bool) Role {
	return Role{r, f.hyphenated(head), f.phrase(head, alone), head}
}
