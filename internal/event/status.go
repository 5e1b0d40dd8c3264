package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// modal is the modal of predicate p, "will" for a future; empty if none.
func (f *finder) modal(p int32) string {
	g := syntax.Group(f.d, p)
	if g.Modal != "" {
		return g.Modal
	}
	if wordTable.Has(g.SemiModal, classObliges) {
		return "must"
	}
	return ""
}

// judge gives h its status from the verb group of its clause, unless an
// operator has settled it, and the code that goes with the status.
func (f *finder) judge(h *hit) {
	g := syntax.Group(f.d, h.clause)
	st := f.byFact(h.clause, &g, f.statusOf(h.clause, &g))
	if s, ok := wordTable.Int(f.lemma(h.clause), classIntends); ok && h.trig != h.clause && st == Occurred {
		st = Status(s) // "plans a strike"
	}
	if st == Occurred && h.trig == h.clause && f.alleged(h.trig) {
		st = Possible
	}
	if !h.hard {
		h.status = st
	} else if h.status == Planned && st == Possible {
		h.status = Planned
	}
	root := h.root()
	q := ontology.QuadOf(root)
	if f.denies(h, &g) && (!h.hard || h.status == Planned) {
		h.negated = true
		switch {
		case q.Cooperative():
			h.fillCode(ontology.Refusal(root))
		case q.Hostile() && h.status == Planned:
			h.fillCode("030")
		}
		h.status = Denied
		return
	}
	if h.status == Planned && !h.decided {
		if c := ontology.Intent(root); c != "" && (q.Cooperative() || q.Hostile()) {
			h.fillCode(c)
		}
		if f.hinges(h.clause) {
			h.status = Possible
		}
	}
}

// Shares of 255 from which on what a verb tells, though an infinitive, has
// happened, and below which, though told as done, it has not; chosen on the
// annotated training articles.
const (
	surelyHappened  = .6
	hardlyHappened  = .2
	wholeLikelihood = 255
)

// byFact corrects the status st of predicate p by what the fact room says and,
// since nobody told it, of what a bare question asks.
func (f *finder) byFact(p int32, g *syntax.VerbGroup, st Status) Status {
	if f.d.Tokens[p].UPOS != token.VERB || g.Modal != "" || st != Possible && (st != Occurred || g.Negated) {
		return st
	}
	happened, _ := f.d.Fact(p)
	switch x := float64(happened) / wholeLikelihood; {
	case st == Possible && x >= surelyHappened && !f.conditional(p):
		st = Occurred
	case st == Occurred && (x < hardlyHappened || f.asked(p, g)):
		st = Possible
	}
	return st
}

// asked reports whether predicate p heads a bare question: "Did you meet him?"
func (f *finder) asked(p int32, g *syntax.VerbGroup) bool {
	t := &f.d.Tokens[p]
	if f.d.Tokens[f.d.Sents[t.Sent].Last-1].Lower != "?" || t.Rel != token.Root && t.Rel != token.Ccomp && t.Rel != token.Parataxis {
		return false
	}
	s := f.kid(p, token.Nsubj)
	return s != token.None && g.Finite != token.None && g.Finite < s
}

// statusOf is the status of what predicate p, with group g, tells.
func (f *finder) statusOf(p int32, g *syntax.VerbGroup) Status {
	t := &f.d.Tokens[p]
	if f.conditional(p) {
		return Possible
	}
	if t.UPOS == token.NOUN && f.kid(p, token.Cop) == token.None {
		return f.nounStatus(p)
	}
	if s, ok := f.worded(p, g); ok {
		return s
	}
	if s, ok := wordTable.Int(g.Modal, classModal); ok {
		if Status(s) == Planned && g.Tense != syntax.Future && !f.reported(p) {
			return Possible // "would", but not as the future of the past
		}
		if Status(s) == Planned && f.foreseen(p) {
			return Possible
		}
		return Status(s)
	}
	if g.SemiModal != "" {
		if wordTable.Has(g.SemiModal, classPlans) {
			return Planned
		}
		return Possible
	}
	if s, ok := f.aboveGerund(p); ok {
		return s
	}
	if t.Rel == token.Xcomp && t.XPOS == token.VB && f.d.Tokens[t.Head].UPOS == token.VERB &&
		wordTable.Has(f.d.Tokens[t.Head].Lemma, classImplicative) {
		g := syntax.Group(f.d, t.Head)
		return f.statusOf(t.Head, &g)
	}
	if t.XPOS == token.VB && f.infinitive(p) {
		if f.toCome(p) {
			return Planned
		}
		return Possible
	}
	if t.UPOS == token.NOUN && g.Tense == syntax.Present && !g.Perfect && wordTable.Has(f.caseOf(p), classInState) {
		return Ongoing // "is on trial"
	}
	if g.Progressive && g.Tense == syntax.Present && !g.Perfect && !g.Passive && f.arranged(p) {
		return Planned // "is retiring"
	}
	if g.Progressive && !(g.Tense == syntax.Past && t.Rel != token.Ccomp && t.Rel != token.Parataxis) {
		return Ongoing // "is investigating", "said that it was investigating"
	}
	return Occurred
}

// foreseen reports whether predicate p, told as to come, is no plan but what a thing is
// taken to bring about, "the tax will hurt farmers", or what somebody expects of others,
// "she believes the numbers will grow".
func (f *finder) foreseen(p int32) bool {
	t := &f.d.Tokens[p]
	s := f.kid(p, token.Nsubj)
	if s == token.None || f.is(s, actorClass) || f.is(s, locClass) || f.d.Tokens[s].UPOS != token.NOUN {
		return false
	}
	if t.Rel == token.Ccomp && t.Head != token.None && f.d.Tokens[t.Head].UPOS == token.VERB && wordTable.Has(f.d.Tokens[t.Head].Lemma, classForesees) {
		return true
	}
	return wordTable.Has(t.Lemma, classEffects)
}

// doubt makes possible what is told once and not as known, when it is dated like what
// is. What is alleged came about as the police or a court tell it, if they do.
func (f *finder) doubt(es []Event) {
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if f.hearsay(e) {
			if e.Statement == token.None {
				e.Statement = f.accuser(e)
			}
			if j := e.Statement; j != token.None && f.in.Statements[j].SpeakerHead != token.None {
				if e.Status == Possible {
					e.Status = Occurred
				}
				continue
			}
		}
		if e.real() && len(e.Mentions) == 1 && f.doubtful(e.Clause) {
			e.Status = Possible
		}
	}
}

// hearsay reports whether the text calls what e tells alleged: "allegedly took the
// purse and fled", "is accused of taking it".
func (f *finder) hearsay(e *Event) bool {
	if !e.real() {
		return e.Status == Possible && f.alleged(e.Head)
	}
	p := e.Clause
	for range maxClimb {
		for k := range f.kids(p) {
			if t := &f.d.Tokens[k]; t.Rel == token.Advmod && wordTable.Has(t.Lower, classAllegedly) {
				return true
			}
		}
		if t := &f.d.Tokens[p]; t.Rel != token.Conj || t.Head == token.None || f.kid(p, token.Nsubj) != token.None || f.kid(p, token.NsubjPass) != token.None {
			break
		}
		p = f.d.Tokens[p].Head
	}
	return false
}

// doubtful reports whether what predicate p tells is only thought, feared or hoped,
// or may be so: "it is feared that the ship has sunk", "is presumed to have fled and
// joined the rebels", "have reportedly taken the town and killed the mayor".
func (f *finder) doubtful(p int32) bool {
	for range maxClimb {
		for k := range f.kids(p) {
			if k >= p {
				break
			}
			if t := &f.d.Tokens[k]; t.Rel == token.Advmod && wordTable.Has(t.Lower, classPerhapsSo) {
				return true
			}
		}
		t := &f.d.Tokens[p]
		switch {
		case t.Head == token.None:
			return false
		case t.Rel == token.Xcomp || t.Rel == token.Ccomp:
			h := &f.d.Tokens[t.Head]
			if h.UPOS == token.VERB && wordTable.Has(h.Lemma, classOpines) {
				return true
			}
			if t.Rel == token.Ccomp {
				return false
			}
		case t.Rel != token.Conj || f.kid(p, token.Nsubj) != token.None || f.kid(p, token.NsubjPass) != token.None:
			return false
		}
		p = t.Head
	}
	return false
}

// arranged reports whether p is done in a moment, so that its present
// progressive tells what is to come, and by people.
func (f *finder) arranged(p int32) bool {
	if s := f.kid(p, token.Nsubj); s == token.None || !f.actorial(s) {
		return false
	}
	return wordTable.Has(f.phrasal(p), classArranged)
}

// phrasal is the lemma of verb p with its particle, if it has one: "call off".
func (f *finder) phrasal(p int32) string {
	if k := f.kid(p, token.CompoundPrt); k != token.None {
		return f.lemma(p) + " " + f.d.Tokens[k].Lower
	}
	return f.lemma(p)
}

// notOnly reports whether what denies p only says that there is more: "not only
// closed the school".
func (f *finder) notOnly(p int32) bool {
	for k := range f.kids(p) {
		if f.d.Tokens[k].Rel == token.Advmod && int(k)+1 < len(f.d.Tokens) && wordTable.Has(f.d.Tokens[k+1].Lower, classOnly) &&
			wordTable.Has(f.d.Tokens[k].Lower, classNot) {
			return true
		}
	}
	return false
}

// aboveGerund is what the noun that gerund p completes makes of it: "an
// agreement on opening the border".
func (f *finder) aboveGerund(p int32) (Status, bool) {
	t := &f.d.Tokens[p]
	if t.XPOS != token.VBG || t.Rel != token.Acl || t.Head == token.None || f.markOf(p) == "" {
		return 0, false
	}
	s, ok := wordTable.Int(f.d.Tokens[t.Head].Lemma, classAboveStatus)
	return Status(s), ok
}

// toCome reports whether infinitive p tells what is to come: "Lopez to meet
// king", "the firm is to give".
func (f *finder) toCome(p int32) bool {
	t := &f.d.Tokens[p]
	s := f.kid(p, token.Nsubj)
	if s == token.None || t.Head != token.None && t.Rel != token.Ccomp {
		return false
	}
	return f.kid(p, token.Cop) == token.None && t.Head == token.None || f.actorial(s)
}

// markOf is the conjunction that subordinates clause p, in lower case, or "".
func (f *finder) markOf(p int32) string {
	if m := f.kid(p, token.RelMark); m != token.None {
		return f.d.Tokens[m].Lower
	}
	return ""
}

// hinges reports whether clause p holds only if something else does.
func (f *finder) hinges(p int32) bool {
	for k := range f.kids(p) {
		if f.d.Tokens[k].Rel != token.Advcl {
			continue
		}
		if wordTable.Has(f.markOf(k), classCondition) {
			return true
		}
	}
	return false
}

// fillCode sets the code and leaves kind and mode as they are: the kind tells
// what is planned or refused, the code that it is.
func (h *hit) fillCode(code string) {
	if code != "" {
		h.code = code
	}
}

// reported reports whether clause p hangs on a verb: "said it would".
func (f *finder) reported(p int32) bool {
	for range maxClimb {
		t := &f.d.Tokens[p]
		if t.Rel == token.Ccomp || t.Rel == token.Parataxis || t.Head == token.None {
			return true
		}
		if t.Rel != token.Conj && t.Rel != token.Xcomp {
			return false
		}
		p = t.Head
	}
	return false
}

// infinitive reports whether p is a to-infinitive.
func (f *finder) infinitive(p int32) bool {
	for k := range f.d.Kids(p) {
		if k >= p {
			break
		}
		if f.d.Tokens[k].Lower == "to" {
			return true
		}
	}
	return false
}

// conditional reports whether p stands in a clause with if, unless, whether.
func (f *finder) conditional(p int32) bool {
	for range maxClimb {
		if f.marked(p) {
			return true
		}
		t := &f.d.Tokens[p]
		if t.Head == token.None || t.Rel != token.Conj && t.Rel != token.Xcomp && t.Rel != token.Ccomp {
			return false
		}
		p = t.Head
	}
	return false
}

// marked reports whether a conjunction leaves open that clause p holds.
func (f *finder) marked(p int32) bool {
	for k := range f.kids(p) {
		if t := &f.d.Tokens[k]; t.Rel == token.RelMark && (wordTable.Has(t.Lower, classCondition) || wordTable.Has(t.Lower, classOpenQuestion)) {
			return true
		}
	}
	return false
}

// nounStatus is the status of an event noun from what modifies and governs it.
func (f *finder) nounStatus(n int32) Status {
	for k := range f.kids(n) {
		if s, ok := wordTable.Int(f.d.Tokens[k].Lower, classNounStatus); ok {
			return Status(s)
		}
	}
	p := n
	for range 4 {
		h := f.d.Tokens[p].Head
		if h == token.None || f.d.Tokens[p].Rel == token.Obl && wordTable.Has(f.caseOf(p), classPresupposing) {
			break
		}
		if f.d.Tokens[h].UPOS == token.VERB && f.d.Tokens[p].Rel == token.Obj && wordTable.Has(f.d.Tokens[h].Lemma, classPlans) {
			return Planned
		}
		if s, ok := wordTable.Int(f.d.Tokens[h].Lemma, classAboveStatus); ok {
			return Status(s)
		}
		if f.d.Tokens[h].UPOS == token.VERB {
			if s, ok := wordTable.Int(syntax.Group(f.d, h).Modal, classModal); ok {
				if Status(s) == Planned && syntax.Group(f.d, h).Tense != syntax.Future {
					return Possible
				}
				return Status(s)
			}
			if f.infinitive(h) {
				return Possible
			}
			break
		}
		p = h
	}
	return Occurred
}
