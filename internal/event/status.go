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
	switch g.SemiModal {
	case "have", "need":
		return "must"
	}
	return ""
}

// judge gives h its status from the verb group of its clause, unless an
// operator has settled it, and the code that goes with the status.
func (f *finder) judge(h *hit) {
	g := syntax.Group(f.d, h.clause)
	neg := g.Negated || g.NoArgument
	t := &f.d.Tokens[h.clause]
	noun := t.UPOS == token.NOUN && f.kid(h.clause, token.Cop) == token.None
	st := Occurred
	switch {
	case noun:
		st = f.nounStatus(h.clause)
	case g.Modal == "will" || g.Modal == "shall" || g.Modal == "would" && f.reported(h.clause):
		st = Planned
	case g.Modal == "may" || g.Modal == "might" || g.Modal == "could" || g.Modal == "would" || g.Modal == "can" || g.Modal == "must" || g.Modal == "should" || g.Modal == "ought":
		st = Possible
	case g.SemiModal == "go" || g.SemiModal == "set" || g.SemiModal == "expect" || g.SemiModal == "plan" || g.SemiModal == "schedule":
		st = Planned
	case g.SemiModal != "":
		st = Possible
	case t.XPOS == token.VB && f.infinitive(h.clause):
		st = Possible
		if s := f.kid(h.clause, token.Nsubj); (t.Head == token.None || t.Rel == token.Ccomp) && s != token.None && (f.kid(h.clause, token.Cop) == token.None && t.Head == token.None || f.actorial(s)) {
			st = Planned // "Lopez to meet king", "the firm is to give"
		}
	case g.Progressive:
		st = Ongoing
	}
	if f.conditional(h.clause) {
		st = Possible
	}
	if !h.hard {
		h.status = st
	} else if h.status == Planned && st == Possible {
		h.status = Planned
	}
	root := h.root()
	q := ontology.QuadOf(root)
	if neg && !h.hard || neg && h.status == Planned {
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
	if h.status == Planned && h.rule != "decide" {
		if c := ontology.Intent(root); c != "" && (q.Cooperative() || q.Hostile()) {
			h.fillCode(c)
		}
		if f.hinges(h.clause) {
			h.status = Possible
		}
	}
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
		switch f.markOf(k) {
		case "if", "unless":
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
		switch f.markOf(p) {
		case "if", "unless", "whether", "lest":
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

// nounStatus is the status of an event noun from what governs and modifies it.
func (f *finder) nounStatus(n int32) Status {
	for k := range f.kids(n) {
		switch f.d.Tokens[k].Lower {
		case "upcoming", "planned", "scheduled", "forthcoming", "impending", "coming", "future", "next", "proposed":
			if f.d.Tokens[k].Lower == "proposed" || f.d.Tokens[k].Lower == "future" {
				return Possible
			}
			return Planned
		case "possible", "potential", "eventual", "likely", "hypothetical":
			return Possible
		case "alleged", "reported", "suspected":
			return Occurred
		case "failed", "abortive", "attempted", "thwarted", "foiled", "cancelled", "canceled":
			return Failed
		case "ongoing", "continuing", "continued":
			return Ongoing
		case "no":
			return Denied
		}
	}
	p := n
	for range 4 {
		h := f.d.Tokens[p].Head
		if h == token.None {
			break
		}
		switch f.d.Tokens[h].Lemma {
		case "possibility", "prospect", "chance", "risk", "danger", "fear", "hope", "threat", "need", "idea", "proposal", "plan", "possible", "call", "demand", "likelihood", "potential", "offer":
			return Possible
		case "preparation", "ahead", "eve", "prepare", "schedule", "upcoming", "slate", "set":
			return Planned
		}
		if f.d.Tokens[h].UPOS == token.VERB {
			switch syntax.Group(f.d, h).Modal {
			case "will", "shall":
				return Planned
			case "may", "might", "could", "would", "can", "should", "must":
				return Possible
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
