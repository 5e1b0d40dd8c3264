package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// preps are the prepositions that lead to the target of a kind, best first.
func preps(kind string) []string {
	switch kind {
	case ontology.Aid:
		return []string{"to", "for", "toward", "towards", "into", "in"}
	case ontology.Assault:
		return []string{"on", "against", "at", "upon", "with", "near", "over", "into", "in", "of"}
	case ontology.Coerce:
		return []string{"on", "against", "for", "over", "to", "from", "in"}
	case ontology.Consult:
		return []string{"with", "between", "to", "at", "in"}
	case ontology.Support:
		return []string{"with", "for", "to", "toward", "towards", "behind", "by", "of", "in"}
	case ontology.Accuse:
		return []string{"against", "into", "of", "on", "at", "over", "with", "to", "about", "for", "from", "in"}
	case ontology.Request:
		return []string{"from", "to", "on", "of", "for", "with", "in"}
	case ontology.Reject:
		return []string{"from", "by", "with", "to", "of", "on", "against", "for"}
	case ontology.Concede, ontology.Retreat:
		return []string{"to", "on", "against", "with", "for", "from", "of", "in", "into", "over"}
	case ontology.Sanction:
		return []string{"from", "to", "with", "against", "for", "on", "of", "in"}
	case ontology.Threaten:
		return []string{"against", "to", "with", "on", "for", "over", "in"}
	case ontology.Protest:
		return []string{"against", "over", "on", "at", "with", "to", "for", "in"}
	case ontology.Mobilize:
		return []string{"against", "in", "to", "into", "along", "near", "on", "at"}
	case ontology.Agree, ontology.Cooperate:
		return []string{"with", "to", "between", "from", "in", "for", "on"}
	}
	return []string{"to", "with", "against", "on", "from"}
}

// target is the head of the phrase that suffers or receives the event of kind
// in fr; noun is the event noun that the verb's sense comes from, or None.
func (f *finder) target(kind string, fr *frame, e *entry, noun int32) int32 {
	objIsSense := e.objUsed || fr.obj != token.None && fr.obj == noun
	if fr.obj != token.None && !objIsSense {
		if !(kind == ontology.Agree || kind == ontology.Consult && !f.is(fr.obj, actorClass)) || fr.n == 0 {
			return fr.obj
		}
	}
	if fr.iobj != token.None {
		return fr.iobj
	}
	// A person or a body as object, though it made the sense, is the target.
	if objIsSense && fr.obj != noun && f.is(fr.obj, actorClass) {
		return fr.obj
	}
	for pass := range 2 {
		for _, p := range preps(kind) {
			for j := range fr.obls[:fr.n] {
				o := &fr.obls[j]
				if o.prep != p || f.isTime(o.head) || pass == 0 && !f.is(o.head, actorClass) && p != "against" && p != "into" {
					continue
				}
				if o.head == noun {
					continue
				}
				return o.head
			}
		}
	}
	if objIsSense {
		if p := f.kid(fr.obj, token.NmodPoss); p != token.None && p != fr.subj && f.d.Tokens[p].UPOS != token.PRON {
			return p
		}
		if c := f.compoundActor(fr.obj); c != token.None {
			return c
		}
		if fr.obj != noun {
			return fr.obj
		}
	}
	if fr.obj != token.None && !objIsSense {
		return fr.obj
	}
	if fr.xc != token.None {
		x := f.frameOf(fr.xc)
		if x.obj != token.None && x.obj != fr.subj {
			return x.obj
		}
		if x.n > 0 {
			return x.obls[0].head
		}
	}
	return token.None
}

// locative is the place phrase of a frame, or None.
func (f *finder) locative(fr *frame) int32 {
	for _, p := range []string{"in", "at", "near", "on"} {
		for j := range fr.obls[:fr.n] {
			if o := &fr.obls[j]; o.prep == p && !f.isTime(o.head) && f.is(o.head, actorClass) {
				return o.head
			}
		}
	}
	return token.None
}

// split gives a reciprocal event with a joint subject and no other side its
// second conjunct as target: "A and B met".
func (f *finder) split(h *hit, fr *frame) {
	if h.src == token.None {
		return
	}
	switch h.root() {
	case ontology.Consult, ontology.Agree, ontology.Support, ontology.Cooperate, ontology.Reject, ontology.Retreat, ontology.Assault, ontology.Sanction:
	default:
		return
	}
	c := f.kid(h.src, token.Conj)
	if c == token.None || !f.is(c, actorClass) {
		return
	}
	if h.tgt != token.None && f.is(h.tgt, actorClass) && h.tgt != h.src {
		if h.root() != ontology.Agree && h.root() != ontology.Support && h.root() != ontology.Cooperate {
			return
		}
		for j := range fr.obls[:fr.n] {
			if fr.obls[j].head == h.tgt && fr.obls[j].prep == "with" {
				return
			}
		}
		if fr.obj == h.tgt {
			return
		}
	}
	if h.root() == ontology.Assault && h.code != "1931" && h.code != "193" || h.root() == ontology.Retreat && h.code != "0871" || h.root() == ontology.Reject && h.rule != "fail" {
		return
	}
	h.tgt, h.rule = c, h.rule+"-joint"
}

// phrase is the span of the noun phrase of head, without what only adds to
// it: relative clauses, participles, appositions, its preposition and, when
// alone is set, what is joined to it.
func (f *finder) phrase(head int32, alone bool) token.Span {
	first, last := head, head+1
	n := 0
	for k := range f.d.Kids(head) {
		if n++; n > maxKids {
			break
		}
		t := &f.d.Tokens[k]
		switch t.Rel {
		case token.Case:
			if t.XPOS != token.POS {
				continue
			}
			continue
		case token.AclRelcl, token.Acl, token.Parataxis, token.RelPunct, token.Advcl, token.Nsubj, token.NsubjPass, token.Cop, token.RelMark, token.Aux, token.Csubj, token.Discourse, token.RelCC, token.CCPreconj, token.Advmod:
			continue
		case token.Appos:
			if f.kid(k, token.RelPunct) != token.None {
				continue
			}
		case token.Conj:
			if alone || f.d.Tokens[k].UPOS == token.VERB {
				continue
			}
		case token.Nmod, token.Obl:
			if k > head && t.Rel == token.Obl {
				continue
			}
			if f.isTime(k) {
				continue
			}
			// A person's name takes no phrase of place or time: "met Putin in Oslo".
			if e := f.d.Tokens[head].Ent; e != token.None && f.d.Ents[e].Type == token.PER && k > head {
				switch f.caseOf(k) {
				case "of", "", "for", "and":
				default:
					continue
				}
			}
		}
		a, b := f.d.Subtree(k)
		if k < head {
			first = min(first, a)
		} else {
			last = max(last, b)
		}
	}
	s := &f.d.Sents[f.d.Tokens[head].Sent]
	first, last = max(first, s.First), min(last, s.Last)
	return f.d.SpanOf(first, last)
}
