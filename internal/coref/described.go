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
	x := &r.es[e]
	x.Mentions = append(x.Mentions, r.mention(first, last, t, actor.Nominal, reason, sureDescribed))
}

// goesBeyond reports whether token t goes on with the noun phrase before it:
// the tree, or a reading without it, has cut it short.
func (r *resolver) goesBeyond(t int32) bool {
	if int(t) >= len(r.d.Tokens) || r.d.Tokens[t].Sent != r.d.Tokens[t-1].Sent {
		return false
	}
	switch tok := &r.d.Tokens[t]; tok.UPOS {
	case token.NOUN, token.PROPN, token.ADJ, token.NUM:
		return true
	default:
		return tok.Lower == "-" || tok.UPOS == token.VERB && tok.Rel == token.Amod
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
