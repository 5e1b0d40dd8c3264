package coref

import (
	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// describes gives a person the description whose head is token t, when the
// tree says it of that person and no table knows the noun: "Holm, keeper of
// the keys,", "she is a glassblower".
func (r *resolver) describes(t int32) {
	tok := &r.d.Tokens[t]
	if tok.UPOS != token.NOUN || tok.XPOS == token.NNS || r.cover[t] != 0 || tok.Is(token.Capital) || listed(tok.Lemma, classNobody) {
		return
	}
	first, last := r.phrase(t)
	if r.goesBeyond(last) {
		return
	}
	head, at := t, first
	if tok.Rel.Base() == token.Conj && tok.Head != token.None && tok.Head < t && r.d.Tokens[tok.Head].UPOS == token.NOUN {
		head = tok.Head // "a glassblower and surveyor"
		at, _ = r.phrase(head)
		for k := head; k < t; k++ {
			if r.d.Tokens[k].UPOS == token.ADP {
				return // "keeper of the keys and the grounds"
			}
		}
	}
	e, reason := token.None, "predicate"
	if r.d.Tokens[head].Rel.Base() == token.Appos {
		e, reason = r.beside(head, at), "apposition"
	} else {
		e, _ = r.saidOf(head)
	}
	if e == token.None || r.es[e].Kind != actor.Person || r.es[e].Number == actor.Plur || r.mentions(e, first, last) {
		return
	}
	s := r.d.SpanOf(first, last)
	x := &r.es[e]
	x.Mentions = append(x.Mentions, Mention{Span: s, Full: s, First: first, Last: last, Head: t, Form: actor.Nominal,
		Reason: reason, Score: sureDescribed, Index: token.None})
}

// goesBeyond reports whether token t goes on with the noun phrase before it:
// the tree has cut it short.
func (r *resolver) goesBeyond(t int32) bool {
	if int(t) >= len(r.d.Tokens) {
		return false
	}
	switch tok := &r.d.Tokens[t]; tok.UPOS {
	case token.NOUN, token.PROPN, token.ADJ, token.NUM:
		return true
	default:
		return tok.Lower == "-" || tok.XPOS == token.VBN && tok.Rel == token.Amod
	}
}

// mentions reports whether a mention of entity e stands among tokens [first, last).
func (r *resolver) mentions(e, first, last int32) bool {
	for t := first; t < last; t++ {
		if r.at(t) == e || r.pron[t] == e {
			return true
		}
	}
	return false
}

// beside is who the noun of token t, whose phrase begins at token first, stands
// in apposition to behind a mark, or None.
func (r *resolver) beside(t, first int32) int32 {
	d := r.d
	h := d.Tokens[t].Head
	if h == token.None || h >= first || first < 2 || !listed(d.Tokens[first-1].Lower, classAside) || !r.closed(t) {
		return token.None
	}
	c := r.cover[first-2] // of "Holm and Brandt, keeper of the keys" the nearer
	if c == 0 || r.ms[c-1].Form != actor.Name {
		c = r.cover[h]
	}
	if c == 0 || r.ms[c-1].Form != actor.Name || r.ms[c-1].Full.End > d.Tokens[first].Start {
		return token.None
	}
	return r.of[c-1]
}

// saidOf is of whom the noun of token t is said: "Holm is a deacon", "she
// became a deacon", "they named her deacon"; or None. It tells whether the
// sentence says it of anything.
func (r *resolver) saidOf(t int32) (e int32, says bool) {
	d := r.d
	top := t
	if x := &d.Tokens[t]; x.Rel == token.Xcomp && x.Head != token.None {
		switch l := d.Tokens[x.Head].Lemma; {
		case listed(l, classBecome):
			top, says = x.Head, true
		case listed(l, classNaming):
			return r.nameGiven(x.Head), true
		}
	}
	subject := token.None
	for k := range d.Kids(top) {
		kid := &d.Tokens[k]
		switch {
		case kid.Rel == token.Cop:
			says = true
		case kid.Rel == token.Nsubj:
			subject = k
		case top == t && (kid.Rel == token.Case || kid.Rel == token.Nummod), listed(kid.Lower, classNegation),
			kid.Rel == token.Aux && listed(kid.Lower, classUnreal):
			return token.None, false
		}
	}
	if !says || subject == token.None {
		return token.None, false
	}
	return r.calls(subject), true
}

// nameGiven is whom the verb of token v, of naming, gives a name or an office, or
// None.
func (r *resolver) nameGiven(v int32) int32 {
	for k := range r.d.Kids(v) {
		switch kid := &r.d.Tokens[k]; {
		case kid.Rel == token.Obj, kid.Rel == token.NsubjPass:
			return r.calls(k)
		case listed(kid.Lower, classNegation) || kid.Rel == token.Aux && listed(kid.Lower, classUnreal):
			return token.None
		}
	}
	return token.None
}

// calls is the actor of the phrase that token t heads: of its own mention, or
// of the name in apposition to it, "her father, Holm,".
func (r *resolver) calls(t int32) int32 {
	if e := r.spoken(t); e != token.None {
		return e
	}
	for k := range r.d.Kids(t) {
		if rel := r.d.Tokens[k].Rel.Base(); rel == token.Appos || rel == token.Flat {
			if e := r.at(k); e != token.None {
				return e
			}
		}
	}
	return token.None
}

// maxOf is how many phrases with prepositions a description takes in.
const maxOf = 3

// phrase is the noun phrase of head t, without clauses: its modifiers before it
// and what hangs on it with a preposition right behind it.
func (r *resolver) phrase(t int32) (first, last int32) {
	d := r.d
	first, last = t, t+1
	for k := range d.Kids(t) {
		if k < t && modifies(d.Tokens[k].Rel) {
			a, _ := d.Subtree(k)
			first = min(first, a)
		}
	}
	for n, h := 0, t; n < maxOf; n++ {
		next := token.None
		for k := range d.Kids(h) {
			if k > last && d.Tokens[k].Rel == token.Nmod && d.Tokens[last].Rel == token.Case && d.Tokens[last].Head == k {
				next = k
			}
		}
		if next == token.None {
			break
		}
		h, last = next, next+1
	}
	return first, last
}

// modifies reports whether a word of that relation before a noun is of its
// phrase.
func modifies(rel token.Rel) bool {
	switch rel.Base() {
	case token.Det, token.Amod, token.Compound:
		return true
	}
	return rel == token.NmodPoss
}

// servesAs is the person who does something as what token t says, "Holm
// served as a deacon", "they hired her as a cook", or None.
func (r *resolver) servesAs(t int32) int32 {
	d := r.d
	as := token.None
	for k := range d.Kids(t) {
		if kid := &d.Tokens[k]; k < t && kid.Lower == "as" && (kid.Rel == token.Case || kid.Rel == token.RelMark) {
			as = k
		}
	}
	v := d.Tokens[t].Head
	if as == token.None || v == token.None || !verbal(&d.Tokens[v]) || as == d.Sents[d.Tokens[t].Sent].First ||
		listed(d.Tokens[as-1].Lower, classSuchAs) {
		return token.None
	}
	subject := token.None
	for n := 0; n < 4; n++ {
		for k := range d.Kids(v) {
			switch kid := &d.Tokens[k]; {
			case kid.Rel == token.Obj && n == 0:
				return r.spoken(k)
			case kid.Rel.Base() == token.Nsubj:
				subject = k
			case listed(kid.Lower, classNegation):
				return token.None
			}
		}
		rel, h := d.Tokens[v].Rel.Base(), d.Tokens[v].Head
		if subject != token.None || h == token.None {
			break
		}
		if rel == token.Acl {
			return r.spoken(h)
		}
		if rel != token.Conj && rel != token.Xcomp && rel != token.Advcl {
			break
		}
		v = h
	}
	if subject == token.None {
		return token.None
	}
	return r.spoken(subject)
}
