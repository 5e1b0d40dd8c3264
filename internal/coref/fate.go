package coref

import (
	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// A fate is what the text says was done to persons, or what they did, by which
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
	f := fateWord(r.d.Tokens[s.top].Lemma)
	top := &r.d.Tokens[r.leading(s.top)]
	patient := top.Rel == token.NsubjPass || top.Rel == token.Obj
	if v := top.Head; v != token.None && (patient || top.Rel == token.Nsubj || top.Rel == token.OblAgent) && verbal(&r.d.Tokens[v]) && r.real(v) {
		w := wordTable.Find(r.d.Tokens[v].Lemma)
		switch {
		case top.Rel == token.OblAgent && w.Has(classHarm):
			f |= attacks
		case patient && w.Has(classHarm), top.Rel == token.Nsubj && w.Has(classDying), patient && r.foundDead(v):
			f |= harmed
		case patient && w.Has(classCharging):
			f |= charged
		case top.Rel == token.Nsubj && w.Has(classHarm) && syntax.Object(r.d, v) != token.None:
			f |= attacks
		}
	}
	for k := range r.d.Kids(s.top) {
		kid := &r.d.Tokens[k]
		if kid.Rel.Base() != token.Acl || kid.UPOS != token.VERB || !r.real(k) {
			continue
		}
		passive := kid.XPOS == token.VBN && kid.Rel != token.AclRelcl
		active := kid.XPOS == token.VBG
		for c := range r.d.Kids(k) {
			if who := &r.d.Tokens[c]; listed(who.Lower, classRelative) || who.Lower == "that" {
				passive, active = passive || who.Rel == token.NsubjPass, active || who.Rel == token.Nsubj
			}
		}
		switch w := wordTable.Find(kid.Lemma); {
		case passive && w.Has(classHarm), active && w.Has(classDying):
			f |= harmed
		case passive && w.Has(classCharging):
			f |= charged
		case active && w.Has(classHarm) && syntax.Object(r.d, k) != token.None:
			f |= attacks
		}
	}
	return f
}

// fateWord is what the noun itself says: "a gunman", "the suspect".
func fateWord(lemma string) fate {
	switch w := wordTable.Find(lemma); {
	case w.Has(classVictim):
		return harmed
	case w.Has(classSuspect):
		return charged
	case w.Has(classAttacker):
		return attacks
	}
	return 0
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

// fated is the one actor to whom it happened that description m names somebody
// by, or None: of two it is neither. A suspect is one who is held, or else who
// attacked.
func (r *resolver) fated(m *actor.Mention) int32 {
	want := fateWord(r.d.Tokens[m.Head].Lemma)
	if want == 0 || !m.Definite || m.Last-m.First > 3 || m.Last-m.First == 3 && m.Count == 0 {
		return token.None
	}
	many := m.Number == actor.Plur
	told := func(f fate) int32 {
		return r.only(func(x *entity) bool {
			return x.fate&f != 0 && (want != harmed || x.fate&attacks == 0) && r.d.Tokens[m.First].Sent-x.last.sent <= fateReach &&
				(x.Number == actor.Plur) == many && person(x.Kind) != many && (m.Count == 0 || x.Count == 0 || m.Count == x.Count)
		})
	}
	e := told(want)
	if e == token.None && want == charged {
		e = told(attacks)
	}
	return e
}
