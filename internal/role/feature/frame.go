package feature

import (
	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/token"
)

// voice is the form in which a predicate takes its arguments.
type voice uint8

const (
	active voice = iota
	passive
	reduced // a participle of the past without auxiliary: "a deal signed in May"
	gerund
	infinitive
	noun
	adjective
	copula
)

// A Frame is of one predicate: what the features of all its arguments have in
// common.
type Frame struct {
	i     int32
	class Class
	voice voice
	own   bool // it has a subject among its dependents

	shared     int32  // the subject that it shares, or None
	antecedent int32  // of the relative clause that it stands in, or None
	gap        uint64 // the function that the antecedent has in the clause

	w       *word
	roleset uint64
	kids    uint64 // its dependents of the kinds that tell constructions apart
	v       uint64 // voice and class
	rel     uint64
	head    uint64 // the lemma that it depends on
	mark    uint64 // its own preposition or subordinator
	change  uint64 // whether its subject may be what changes
}

// Frame reads the frame of predicate i, whose roleset hashes to roleset;
// changes tells whether the subject of its lemma may be what changes.
func (s *Sentence) Frame(i int32, c Class, roleset uint64, changes bool) Frame {
	t := &s.d.Tokens[i]
	f := Frame{i: i, class: c, w: s.at(i), roleset: roleset, shared: token.None, antecedent: token.None, head: none}
	f.voice = s.voice(i, c)
	f.own = s.subject(i) != token.None
	f.kids = packed.Mix(s.at(i).kids & frameMask)
	f.v = packed.Mix(uint64(f.voice)<<8 | uint64(c))
	f.rel = packed.Mix(uint64(t.Rel))
	if t.Head != token.None {
		f.head = s.at(t.Head).lemma
	}
	f.mark = s.lemmaOf(s.at(i).prep)
	if changes {
		f.change = packed.Mix(77)
	}
	s.share(&f)
	s.relative(&f)
	return f
}

func (s *Sentence) voice(i int32, c Class) voice {
	switch c {
	case Noun:
		return noun
	case Adjective:
		return adjective
	case Copula:
		return copula
	}
	for n := 0; n < 4; n++ {
		t, w := &s.d.Tokens[i], s.at(i)
		switch {
		case w.kids&(1<<token.AuxPass|1<<token.NsubjPass|1<<token.CsubjPass) != 0:
			return passive
		case t.XPOS == token.VBG:
			return gerund
		case t.XPOS == token.VB:
			return infinitive
		case t.XPOS != token.VBN && (t.XPOS != token.VBD || t.Rel != token.Acl):
			return active
		case w.kids&(1<<token.Aux) != 0:
			return active
		case t.Rel != token.Conj || t.Head == token.None || s.d.Tokens[t.Head].XPOS != t.XPOS:
			return reduced
		}
		i = t.Head // "was signed and ratified"
	}
	return reduced
}

// share finds the subject that a predicate has in common with another: of the
// verb that it is coordinated with, of the verb or the object that controls
// it, of the clause that it modifies, of the light verb whose object it is, or
// the noun that it modifies.
func (s *Sentence) share(f *Frame) {
	v := f.i
	if f.class == Copula && s.d.Tokens[v].Head != token.None {
		v = s.d.Tokens[v].Head
	} else if f.own {
		return
	}
	for range maxUp {
		if k := s.subject(v); k != token.None {
			f.shared = k
			return
		}
		t := &s.d.Tokens[v]
		if t.Head == token.None {
			return
		}
		switch t.Rel {
		case token.Xcomp:
			if o := s.object(t.Head); o != token.None && o < v {
				f.shared = o
				return
			}
		case token.Acl, token.AclRelcl, token.Amod:
			f.shared = t.Head
			return
		case token.Conj, token.Advcl, token.Parataxis:
		case token.Obj:
			if f.class != Noun || v != f.i {
				return
			}
		default:
			return
		}
		v = t.Head
	}
}

// finite reports whether the verb i is finite, by its own tag or an auxiliary's.
func (s *Sentence) finite(i int32) bool {
	switch s.d.Tokens[i].XPOS {
	case token.VBZ, token.VBP:
		return true
	case token.VBD:
		return s.at(i).kids&subjects != 0
	}
	k := s.kid(i, token.Aux)
	return k != token.None && s.d.Tokens[k].XPOS != token.TO && s.at(i).kids&subjects != 0
}

// object is the object or recipient of i, or None.
func (s *Sentence) object(i int32) int32 {
	if k := s.kid(i, token.Obj); k != token.None {
		return k
	}
	return s.kid(i, token.Iobj)
}

// relative finds the noun whose relative clause a predicate stands in, and the
// function that the noun has there: that of the pronoun, else of what is missing.
func (s *Sentence) relative(f *Frame) {
	v := f.i
	if f.class == Copula && s.d.Tokens[v].Head != token.None {
		v = s.d.Tokens[v].Head
	}
	at, steps := v, uint64(0)
	for range maxUp {
		t := &s.d.Tokens[at]
		if t.Head == token.None {
			return
		}
		if t.Rel == token.AclRelcl || t.Rel == token.Acl && s.finite(at) {
			f.antecedent, steps = t.Head, steps*64+uint64(t.Rel)
			break
		}
		switch t.Rel {
		case token.Conj, token.Xcomp, token.Ccomp:
		default:
			return
		}
		at, steps = t.Head, steps*64+uint64(t.Rel)
	}
	if f.antecedent == token.None {
		return
	}
	for k, n := s.d.Tokens[v].Kid, 0; k != token.None && n < maxKids; k, n = s.d.Tokens[k].Sib, n+1 {
		t := &s.d.Tokens[k]
		if t.Feats.Has(token.PronTypeRel) {
			f.gap = function(t.Rel)*r0 + s.lemmaOf(s.at(k).prep)*r1
			return
		}
	}
	if f.gap = packed.Mix(900 + steps); s.subject(v) == token.None {
		f.gap += 1 << 60
		return
	}
	if s.kid(v, token.Obj) == token.None {
		f.gap += 2 << 60
	}
}

// function is the hashed grammatical function that a relation stands for.
func function(r token.Rel) uint64 { return packed.Mix(uint64(r) + 1000) }
