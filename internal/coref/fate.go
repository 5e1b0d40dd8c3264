package coref

import (
	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// A fate is what the text says was done to a person, or what they did, by which
// a noun takes them up: "the victim", "the suspect", "the gunman".
type fate uint8

const (
	harmed fate = 1 << iota
	charged
	attacks
)

// fateReach is how many sentences back who is meant may have been spoken of.
const fateReach = 10

// fateOf is what the clause says of who its tokens [first, last), placed at s,
// speak of.
func (r *resolver) fateOf(s seen) fate {
	f := fate(0)
	top := &r.d.Tokens[r.leading(s.top)]
	patient := top.Rel == token.NsubjPass || top.Rel == token.Obj
	if v := top.Head; v != token.None && (patient || top.Rel == token.Nsubj) && verbal(&r.d.Tokens[v]) && r.real(v) {
		w := wordTable.Find(r.d.Tokens[v].Lemma)
		switch {
		case patient && w.Has(classHarm), !patient && w.Has(classDying), patient && r.foundDead(v):
			f |= harmed
		case patient && w.Has(classCharging):
			f |= charged
		case !patient && w.Has(classHarm) && syntax.Object(r.d, v) != token.None:
			f |= attacks
		}
	}
	for k := range r.d.Kids(s.top) {
		kid := &r.d.Tokens[k]
		if kid.Rel.Base() != token.Acl || kid.XPOS != token.VBN {
			continue
		}
		switch w := wordTable.Find(kid.Lemma); {
		case w.Has(classHarm):
			f |= harmed
		case w.Has(classCharging):
			f |= charged
		}
	}
	return f
}

// real reports whether the clause of verb v is not denied and no mere
// possibility.
func (r *resolver) real(v int32) bool {
	for k := range r.d.Kids(v) {
		if kid := &r.d.Tokens[k]; listed(kid.Lower, classNegation) || kid.Rel == token.Aux && listed(kid.Lower, classUnreal) {
			return false
		}
	}
	return true
}

// foundDead reports whether verb v is of finding, with "dead".
func (r *resolver) foundDead(v int32) bool {
	if r.d.Tokens[v].Lemma != "find" {
		return false
	}
	for k := range r.d.Kids(v) {
		if r.d.Tokens[k].Lower == "dead" {
			return true
		}
	}
	return false
}

// fated is the one person to whom it happened that description m names somebody
// by, or None: of two it is neither.
func (r *resolver) fated(m *actor.Mention) int32 {
	want := fate(0)
	switch w := wordTable.Find(r.d.Tokens[m.Head].Lower); {
	case m.Last-m.First != 2 || !m.Definite:
		return token.None
	case w.Has(classVictim):
		want = harmed
	case w.Has(classSuspect):
		want = charged
	case w.Has(classAttacker):
		want = attacks
	default:
		return token.None
	}
	e := r.only(func(x *entity) bool {
		return x.fate == want && r.d.Tokens[m.First].Sent-x.last.sent <= fateReach && person(x.Kind)
	})
	if e != token.None && r.es[e].Number == actor.Plur {
		return token.None
	}
	return e
}
