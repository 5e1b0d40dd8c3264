package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// sides checks and mends the sides of h. Of a verb the roles go before the
// frame: who does it always, what it is done to where the verb is passive or
// the frame has found nothing. Of a noun they fill what its phrase left open.
func (f *finder) sides(h *hit) {
	h.src, h.tgt = f.party(h.src), f.party(h.tgt)
	if p, ok := f.d.PredicateAt(h.trig); ok && h.clause == h.trig && h.own {
		a0, a1 := f.party(f.d.Arg(p, token.ARG0)), f.party(f.d.Arg(p, token.ARG1))
		if f.d.Tokens[h.trig].UPOS == token.VERB {
			if a0 != token.None {
				h.src = a0
			}
			if a1 != token.None && (f.isPassive(h.trig) || h.tgt == token.None) {
				h.tgt = a1
			}
		} else {
			if h.src == token.None && f.ownPhrase(a0) {
				h.src = a0
			}
			if h.tgt == token.None && f.ownPhrase(a1) {
				h.tgt = a1
			}
		}
		if h.kind == ontology.Statement && h.tgt == token.None {
			h.tgt = f.subject(p)
		}
	}
	if h.tgt == h.src {
		h.tgt = token.None
	}
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

// subject is what a statement is about: its content, or the subject of the
// clause that is its content.
func (f *finder) subject(p *token.Predicate) int32 {
	c := f.d.Arg(p, token.ARG1)
	if c == token.None {
		return c
	}
	if f.d.Tokens[c].UPOS == token.VERB || f.kid(c, token.Cop) != token.None || f.kid(c, token.Nsubj) != token.None {
		s := f.surface(c, 0)
		if s != token.None && f.d.Tokens[s].UPOS != token.PRON {
			return f.party(s)
		}
		return token.None
	}
	return f.party(c)
}
