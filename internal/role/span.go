package role

import "github.com/dateline-go/dateline/internal/token"

// maxClimb bounds every walk towards the root.
const maxClimb = 256

// Phrase is the half-open range of tokens of argument a of predicate p: the
// subtree of its head less what belongs to others, which is the branch that
// holds the predicate (of an antecedent its relative clause), the predicate's
// other arguments, and of a copula's complement the clause around it. The
// preposition or conjunction that leads it in is a part of it, as in PropBank,
// unless it belongs to another word's phrase ("from a couple who live there");
// punctuation at its ends is not.
func Phrase(d *token.Doc, p *token.Predicate, a token.Argument) (first, last int32) {
	first, last = d.Subtree(a.Head)
	x := phrase{d: d, p: p, head: a.Head, branch: branch(d, p.Token, a.Head)}
	from, to := a.Head, a.Head+1
	for from > first && x.holds(from-1) {
		from--
	}
	for to < last && x.holds(to) {
		to++
	}
	if h := d.Tokens[a.Head].Head; h != p.Token && (h == token.None || h != d.Tokens[p.Token].Head) {
		for k := d.Tokens[a.Head].Kid; k != token.None && k < a.Head; k = d.Tokens[k].Sib {
			if t := &d.Tokens[k]; t.Rel == token.Case && k >= from {
				_, from = d.Subtree(k)
			}
		}
	}
	for from < a.Head && d.Tokens[from].Rel == token.RelPunct && !d.Tokens[from].Is(token.QuoteMark) {
		from++
	}
	for to-1 > a.Head && d.Tokens[to-1].Rel == token.RelPunct && !d.Tokens[to-1].Is(token.QuoteMark) {
		to--
	}
	return from, to
}

// branch is the dependent of h whose subtree holds i, or None.
func branch(d *token.Doc, i, h int32) int32 {
	for range maxClimb {
		if i == token.None {
			break
		}
		if d.Tokens[i].Head == h {
			return i
		}
		i = d.Tokens[i].Head
	}
	return token.None
}

type phrase struct {
	d            *token.Doc
	p            *token.Predicate
	head, branch int32
}

// holds reports whether token i, of the subtree of the head, is in the phrase.
func (x *phrase) holds(i int32) bool {
	for range maxClimb {
		if i == x.head || i == token.None {
			return true
		}
		if i == x.branch || x.taken(i) {
			return false
		}
		up := x.d.Tokens[i].Head
		if up == x.head && x.branch == x.p.Token && x.d.Tokens[x.branch].Rel == token.Cop && aroundCopula(x.d, i) {
			return false
		}
		i = up
	}
	return true
}

// taken reports whether i heads another argument.
func (x *phrase) taken(i int32) bool {
	if i == x.p.Token {
		return true
	}
	for _, a := range x.d.ArgsOf(x.p) {
		if a.Head == i {
			return true
		}
	}
	return false
}

// aroundCopula reports whether dependent i of a copula's complement is of the
// clause rather than of the complement.
func aroundCopula(d *token.Doc, i int32) bool {
	switch d.Tokens[i].Rel.Base() {
	case token.Nsubj, token.Csubj, token.Aux, token.Cop, token.RelMark, token.RelCC, token.Expl, token.Advcl,
		token.Parataxis, token.Discourse, token.Vocative, token.Dislocated:
		return true
	case token.Conj:
		for k := range d.Kids(i) {
			if r := d.Tokens[k].Rel.Base(); r == token.Nsubj || r == token.Cop {
				return true
			}
		}
	}
	return false
}
