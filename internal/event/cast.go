package event

import (
	"strings"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// event makes the event of a hit.
func (f *finder) event(h *hit, s int32) Event {
	t := &f.d.Tokens[h.trig]
	e := Event{Kind: h.kind, Mode: h.mode, Code: h.code, Lemma: t.Lemma,
		Trigger: t.Span, Head: h.trig, Clause: h.clause, Mentions: []token.Span{t.Span},
		Status: h.status, Time: token.None, Place: token.None, Statement: f.wordOf(h, s),
		Sent: s, Score: uint8(max(1, min(99, h.score))), Rule: h.rule, nominal: t.UPOS != token.VERB && h.clause == h.trig, given: h.given}
	src := h.src
	if src != token.None || !f.isPassive(h.clause) {
		if sp, ok := f.speakerOf(h.clause, src); ok {
			src = sp
		}
	}
	joint := src != token.None && h.tgt != token.None && f.d.Tokens[h.tgt].Rel == token.Conj && f.d.Tokens[h.tgt].Head == src
	if src != token.None {
		e.Roles = append(e.Roles, f.role(Agent, src, joint))
	}
	r := Patient
	if h.kind == ontology.Aid && !f.isGiven(h) {
		r = Recipient
	}
	if h.tgt != token.None && h.tgt != src {
		e.Roles = append(e.Roles, f.role(r, h.tgt, false))
	}
	if w := h.with; w != token.None && w != src && w != h.tgt {
		r := Recipient // who is given what the target is
		if h.kind == ontology.Aid || !f.actorial(w) {
			r = Patient
		}
		if x := f.role(r, w, false); !e.has(w, x.Actor) {
			e.Roles = append(e.Roles, x)
		}
	}
	// The others of a list, and the names that stand before or around a noun.
	switch {
	case joint:
		f.others(&e, r, src)
	case src != token.None:
		f.others(&e, Agent, src)
	}
	if h.tgt != token.None && h.tgt != src {
		f.others(&e, r, h.tgt)
	}
	if t.UPOS == token.NOUN {
		r := Agent
		if h.src != token.None && h.clause != h.trig && wordTable.Has(h.kind, classAimedAt) {
			r = Patient // "demanded his resignation"
		}
		f.others(&e, r, h.trig)
	}
	f.members(&e)
	f.officer(&e, h)
	return e
}

// officer gives an arrest or a charge that the passive tells without its doer
// to the police or prosecutors on whose word it is.
func (f *finder) officer(e *Event, h *hit) {
	if e.Status == Denied || len(e.Roles) > 0 && e.Roles[0].Role == Agent || !f.isPassive(h.trig) || !wordTable.Has(e.Lemma, classPoliceActs) {
		return
	}
	j := e.Statement
	if j == token.None {
		return
	}
	if i := f.in.Statements[j].SpeakerHead; i != token.None && f.actorAt(i) != token.None && !wordTable.Has(f.lemma(i), classDocuments) && f.police(i) {
		e.put(f.role(Agent, i, false))
	}
}

// isGiven reports whether the target of h is the thing that its verb gives.
func (f *finder) isGiven(h *hit) bool {
	p, ok := f.d.PredicateAt(h.trig)
	return ok && h.tgt != token.None && f.d.Arg(p, token.ARG1) == h.tgt && !f.actorial(h.tgt)
}

// members puts the persons and bodies that "they", "both" or "the two sides"
// stand for in the place of the word.
func (f *finder) members(e *Event) {
	var out []Role
	for i := range e.Roles {
		r := e.Roles[i]
		if r.Actor == token.None || len(f.in.Actors[r.Actor].Members) == 0 {
			out = append(out, r)
			continue
		}
		for _, m := range f.in.Actors[r.Actor].Members {
			x := r
			x.Actor = m
			out = append(out, x)
		}
	}
	e.Roles = out[:min(len(out), maxRoles)]
}

// maxRoles bounds the participants of one event.
const maxRoles = 12

// others adds the actors that are joined to head, and for the trigger itself
// those that its phrase names: "a Holm-Brandt meeting", "talks between",
// "a round involving".
func (f *finder) others(e *Event, r RoleName, head int32) {
	f.besides(e, r, head)
	for k := range f.kids(head) {
		if len(e.Roles) >= maxRoles {
			return
		}
		t := &f.d.Tokens[k]
		switch {
		case t.Rel == token.Conj && head != e.Head, t.Rel == token.Appos && f.listed(head, k):
			f.addActor(e, r, k)
		case t.Rel == token.Compound && head != e.Head && f.d.Tokens[head].Rel == token.Compound:
			f.addActor(e, r, k)
		case head != e.Head:
		case t.Rel == token.Compound || t.Rel == token.NmodPoss || t.Rel == token.Amod:
			f.addActor(e, r, k)
			f.others(e, r, k)
		case t.Rel == token.Nmod:
			if c := f.caseOf(k); c == "" || wordTable.Has(c, classOfSides) {
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

// apart takes what stands in the phrase of one side and is another, or the event, out
// of that phrase: "gave [money] to [the school]", "[the city], in talks with the bank".
func (f *finder) apart(e *Event) {
	for i := range e.Roles {
		r := &e.Roles[i]
		if f.whoever(r.Head) {
			continue
		}
		f.cutOff(r, e.Head, e.Trigger)
		for j := range e.Roles {
			f.cutOff(r, e.Roles[j].Head, e.Roles[j].Span)
		}
	}
}

// cutOff ends the phrase of r before the preposition of the word head, whose phrase s is
// a part of it.
func (f *finder) cutOff(r *Role, head int32, s token.Span) {
	if head <= r.Head || s.Start < r.Span.Start || s.End > r.Span.End {
		return
	}
	c := f.kid(head, token.Case)
	if c <= r.Head || c >= head || !wordTable.Has(f.d.Tokens[c].Lower, classApart) {
		return
	}
	for c > r.Head+1 && f.d.Tokens[c-1].Is(token.Punct) {
		c--
	}
	r.Span.End = f.d.Tokens[c-1].End
}

// besides adds the other subject of the verb above the subject head: "Brandt
// and Finance Minister Ortega met voters" may be read as two subjects.
func (f *finder) besides(e *Event, r RoleName, head int32) {
	t := &f.d.Tokens[head]
	if head == e.Head || t.Head == token.None || t.Rel != token.Nsubj && t.Rel != token.NsubjPass {
		return
	}
	for k := range f.kids(t.Head) {
		if k >= t.Head {
			break
		}
		o := &f.d.Tokens[k]
		if k == head || o.Rel != t.Rel || o.UPOS != token.PROPN {
			continue
		}
		if f.person(k) && f.joins(min(k, head), max(k, head)) || k < head && f.lists(k, head) {
			f.addActor(e, r, k)
		}
	}
}

// lists reports whether name i stands, with a comma behind it, before the last two
// names of a list, the first of which is j: "Norway, Sweden and Peru".
func (f *finder) lists(i, j int32) bool {
	c := f.kid(j, token.Conj)
	if c == token.None || f.kid(c, token.RelCC) == token.None || f.d.Tokens[j].UPOS != token.PROPN || f.d.Tokens[c].UPOS != token.PROPN {
		return false
	}
	_, last := f.d.Subtree(i)
	first, _ := f.d.Subtree(j)
	comma := last-1 > i && f.d.Tokens[last-1].Lower == ","
	return last == first && comma && f.kindOf(f.actorAt(i)) == f.kindOf(f.actorAt(j)) && f.kindOf(f.actorAt(i)) == f.kindOf(f.actorAt(c))
}

// listed reports whether name k, read as another name of head, is the second of a
// list: "Norway, Sweden, and Peru".
func (f *finder) listed(head, k int32) bool {
	c := f.kid(head, token.Conj)
	if c < k || f.d.Tokens[k].UPOS != token.PROPN || f.kid(c, token.RelCC) == token.None || f.d.Tokens[c].UPOS != token.PROPN {
		return false
	}
	a := f.kindOf(f.actorAt(k))
	return a != 0 && a == f.kindOf(f.actorAt(head)) && a == f.kindOf(f.actorAt(c))
}

// joins reports whether a conjunction and no verb stands between words i and j.
func (f *finder) joins(i, j int32) bool {
	joined := false
	for i++; i < j; i++ {
		switch f.d.Tokens[i].UPOS {
		case token.CCONJ:
			joined = true
		case token.VERB:
			return false
		}
	}
	return joined
}

// addActor adds the actor at head, unless e has it.
func (f *finder) addActor(e *Event, r RoleName, head int32) {
	a := f.hyphenated(head)
	if a == token.None || len(e.Roles) >= maxRoles {
		return
	}
	if e.has(head, a) {
		return
	}
	x := f.role(r, head, true)
	x.Actor = a
	e.Roles = append(e.Roles, x)
}

// maxNames is how many actors, from the first on, are looked at for a name
// inside a hyphenated word.
const maxNames = 500

// hyphenated is the actor of token i; in "Holm-Brandt" each of the two names
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
