package feature

import (
	"strings"

	"github.com/dateline-go/dateline/internal/packed"

	"github.com/dateline-go/dateline/internal/token"
)

// Class is the kind of word that a predicate is. Rolesets are looked up, and
// paths told apart, by it.
type Class uint8

const (
	NoClass Class = iota // never a predicate
	Verb
	Noun
	Adjective
	Copula
	Auxiliary
)

// Letter is the class in the keys of the table of rolesets.
func (c Class) Letter() byte { return "-vnjva"[c] }

// Class is the kind of predicate that token i may be.
func (s *Sentence) Class(i int32) Class {
	t := &s.d.Tokens[i]
	switch t.UPOS {
	case token.VERB:
		return Verb
	case token.NOUN:
		return Noun
	case token.ADJ:
		return Adjective
	case token.AUX:
		switch {
		case t.XPOS == token.MD:
			return NoClass
		case t.Rel == token.Cop:
			return Copula
		case t.Rel.Base() == token.Aux:
			return Auxiliary
		}
		return Verb
	}
	return NoClass
}

// Predicate is the features by which token i of class c is told to be a
// predicate or none.
func (s *Sentence) Predicate(i int32, c Class) []uint32 {
	l, t, w := s.list(uint64(c)*r4), &s.d.Tokens[i], s.at(i)
	rel := packed.Mix(uint64(t.Rel))
	head, headTag := uint64(none), uint64(none)
	if t.Head != token.None {
		head, headTag = s.at(t.Head).lemma, s.at(t.Head).tag
	}
	form := packed.WordHash(t.Lower)
	l = l.add(0)
	l = l.add(w.lemma * r0)
	l = l.add(form * r0)
	l = l.add(w.lemma*r0 + rel*r1)
	l = l.add(w.lemma*r0 + head*r1)
	l = l.add(w.lemma*r0 + w.tag*r1)
	l = l.add(w.lemma*r0 + packed.Mix(w.kids&frameMask)*r1)
	l = l.add(w.fine * r0)
	l = l.add(w.fine*r0 + rel*r1)
	l = l.add(w.mid * r0)
	l = l.add(w.mid*r0 + rel*r1)
	l = l.add(w.tag*r0 + rel*r1)
	l = l.add(rel*r0 + head*r1)
	l = l.add(rel*r0 + headTag*r1)
	l = l.add(packed.Mix(w.kids) * r0)
	l = l.add(packed.Mix(w.kids&frameMask)*r0 + rel*r1 + w.tag*r2)
	for n := 2; n <= 4; n++ {
		if len(t.Lemma) > n+1 {
			suffix := packed.WordHash(t.Lemma[len(t.Lemma)-n:])
			l = l.add(suffix * r0)
			l = l.add(suffix*r0 + rel*r1)
		}
	}
	l.seed = uint64(c)*r4 + r2
	for k, n := t.Kid, 0; k != token.None && n < maxKids; k, n = s.d.Tokens[k].Sib, n+1 {
		r := packed.Mix(uint64(s.d.Tokens[k].Rel))
		prep := s.lemmaOf(s.at(k).prep)
		kid := l.seed
		l = l.add(s.at(k).lemma*r0 + r*r1)
		l = l.add(r*r0 + prep*r1)
		l = l.add(w.lemma*r0 + r*r1 + prep*r2)
		l = l.add(w.mid*r0 + r*r1 + prep*r2)
		l.seed = kid
	}
	l.seed = uint64(c)*r4 + r3
	prev, next := s.near(i-1), s.near(i+1)
	l = l.add(prev * r0)
	l = l.add(next * r0)
	l = l.add(w.lemma*r0 + prev*r1)
	l = l.add(w.lemma*r0 + next*r1)
	l = l.add(s.lemmaOf(w.prep)*r0 + w.lemma*r1)
	l = l.add(s.lemmaOf(w.prep)*r0 + w.mid*r1)
	l = l.add(uint64(t.Flags&(token.Capital|token.AllCaps))*r0 + w.tag*r1)
	return l.features()
}

// maxKids bounds what is looked at of a word's dependents.
const maxKids = 12

// frameMask are the relations that tell constructions apart.
const frameMask = subjects | 1<<token.Obj | 1<<token.Iobj | 1<<token.Ccomp | 1<<token.Xcomp | 1<<token.Obl | 1<<token.OblAgent |
	1<<token.Expl | 1<<token.CompoundPrt | 1<<token.AuxPass | 1<<token.Cop | 1<<token.Nmod | 1<<token.NmodPoss | 1<<token.Det | 1<<token.Acl

// near is the hashed lemma of token i, which may lie outside the sentence.
func (s *Sentence) near(i int32) uint64 {
	if i < s.first || i >= s.last {
		return none
	}
	return s.at(i).lemma
}

// Sense is the features that choose among the rolesets of predicate i, whose
// key in the table of rolesets hashes to key.
func (s *Sentence) Sense(i int32, key uint64) []uint32 {
	l, t, w := s.list(key*r3), &s.d.Tokens[i], s.at(i)
	l = l.add(0)
	l = l.add(w.tag * r0)
	l = l.add(packed.WordHash(t.Lower) * r0)
	l = l.add(packed.Mix(w.kids&frameMask) * r0)
	l = l.add(packed.Mix(uint64(t.Rel)) * r0)
	if t.Head != token.None {
		l = l.add(s.at(t.Head).lemma*r0 + packed.Mix(uint64(t.Rel))*r1)
		l = l.add(s.at(t.Head).mid * r0)
	}
	l.seed = key*r3 + r1
	l = l.add(s.near(i-1) * r0)
	l = l.add(s.near(i+1) * r0)
	l = l.add(s.near(i+2) * r0)
	l = l.add(s.near(i+1)*r0 + s.near(i+2)*r1)
	l = l.add(s.lemmaOf(w.prep) * r0)
	l.seed = key*r3 + r2
	for k, n := t.Kid, 0; k != token.None && n < maxKids; k, n = s.d.Tokens[k].Sib, n+1 {
		r := packed.Mix(uint64(s.d.Tokens[k].Rel))
		c := s.at(k)
		kid := l.seed
		l = l.add(c.lemma*r0 + r*r1)
		l = l.add(c.fine*r0 + r*r1)
		l = l.add(c.mid*r0 + r*r1)
		l = l.add(r*r0 + s.lemmaOf(c.prep)*r1)
		l = l.add(r * r0)
		l = l.add(r*r0 + c.is*r2)
		l.seed = kid
	}
	return l.features()
}

// maxParticle is how far behind its verb a particle may stand.
const maxParticle = 6

// Particle reports whether roleset r has no particle, as "kill.01", or that of
// "bust_up.04" stands behind word i.
func (s *Sentence) Particle(i int32, r string) bool {
	_, p, ok := strings.Cut(r, "_")
	if !ok {
		return true
	}
	p, _, _ = strings.Cut(p, ".")
	p, _, _ = strings.Cut(p, "_")
	for j := i + 1; j < s.last && j <= i+maxParticle; j++ {
		if s.d.Tokens[j].Lower == p {
			return true
		}
	}
	return false
}
