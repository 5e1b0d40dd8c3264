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
			if a1 != token.None && f.undergoes(h, a1) {
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
		if h.tgt == token.None {
			h.tgt = f.otherParty(h, p)
		}
	}
	if o := f.headlineSufferer(h.trig); o != token.None {
		h.src, h.tgt = token.None, f.party(o)
	}
	switch h.kind {
	case ontology.Accuse:
		f.blamed(h)
	case ontology.Court:
		f.tried(h)
	}
	if h.tgt == h.src {
		h.tgt = token.None
	}
}

// headlineSufferer is whom the verb p of a headline tells of that lacks the
// auxiliary of its passive, or None: "Man charged after robbery".
func (f *finder) headlineSufferer(p int32) int32 {
	t := &f.d.Tokens[p]
	if f.d.Sents[t.Sent].Kind != token.Headline || t.XPOS != token.VBD && t.XPOS != token.VBN || !wordTable.Has(t.Lemma, classSuffered) {
		return token.None
	}
	o := f.kid(p, token.Obj)
	switch {
	case o != token.None && f.caseOf(o) == "" || f.kid(p, token.Aux) != token.None: // "after a robbery" is no object
		return token.None
	case t.Rel == token.Acl:
		return t.Head
	}
	return f.kid(p, token.Nsubj)
}

// blamed puts those who do the deed in the place of the deed as target: who
// condemns the killings by the army condemns the army.
func (f *finder) blamed(h *hit) {
	if h.tgt == token.None || f.is(h.tgt, actorClass) || !isEventNoun(f.lemma(h.tgt)) {
		return
	}
	who := token.None
	if p, ok := f.d.PredicateAt(h.tgt); ok {
		who = f.d.Arg(p, token.ARG0)
	}
	if who == token.None {
		who = f.kid(h.tgt, token.NmodPoss)
	}
	if who = f.party(who); who != token.None && who != h.src && f.is(who, actorClass) {
		h.tgt = who
	}
}

// tried makes who appears in court, stands trial or pleads the other side, not
// the one who acts; and what is no actor is none.
func (f *finder) tried(h *hit) {
	if wordTable.Has(f.lemma(h.clause), classOnTrial) && h.src != token.None {
		if h.tgt == token.None || !f.is(h.tgt, actorClass) {
			h.src, h.tgt = token.None, h.src
		} else {
			h.src, h.tgt = h.tgt, h.src
		}
	}
	if h.tgt != token.None && !f.is(h.tgt, actorClass) && f.d.Tokens[h.trig].UPOS != token.VERB {
		h.tgt = token.None
	}
}

// otherParty is whom or what h concerns besides who does it and what it is
// done to: what a statement is about, an actor that is told, given or met.
func (f *finder) otherParty(h *hit, p *token.Predicate) int32 {
	if h.kind == ontology.Statement {
		return f.subject(p)
	}
	for _, l := range [...]token.Label{token.ARG2, token.ArgGOL, token.ArgCOM, token.ARG4, token.ARG3} {
		if a := f.party(f.d.Arg(p, l)); a != token.None && a != h.src && f.is(a, actorClass) {
			return a
		}
	}
	return token.None
}

// undergoes reports whether ARG1 goes before the target that the frame found:
// always in the news beyond PLOVER, whose targets are the other party rather
// than the thing done to.
func (f *finder) undergoes(h *hit, a1 int32) bool {
	return h.tgt == token.None || f.isPassive(h.trig) || f.known(a1) && !f.known(h.tgt) || ontology.QuadOf(h.kind) == ontology.NoQuad
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
