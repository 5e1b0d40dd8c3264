package feature

import (
	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/token"
)

// function is what candidate c is to the predicate: the relation of a
// dependent; that of a subject for the subject it shares; that of the pronoun
// for an antecedent; else the path itself. deep is the same with the passive
// undone.
func (s *Sentence) function(f *Frame, c *Candidate) (surface, deep uint64) {
	t := &s.d.Tokens[c.Token]
	rel := token.NoRel
	switch {
	case c.Token == f.antecedent && c.Token != f.shared:
		return f.gap, f.gap
	case c.Token == f.shared:
		rel = token.Nsubj
		if f.voice == passive || f.voice == reduced {
			rel = token.NsubjPass
		}
	case c.up == 0 && c.down == 1:
		rel = t.Rel
	case f.class == Copula && c.up == 1 && c.down == 1:
		rel = t.Rel
	default:
		x := packed.Mix(uint64(c.Path))
		return x, x
	}
	surface = function(rel)
	switch rel {
	case token.NsubjPass:
		rel = token.Obj
	case token.OblAgent:
		rel = token.Nsubj
	}
	return surface, function(rel)
}

// Argument is the features of candidate c of the predicate with frame f.
func (s *Sentence) Argument(f *Frame, c *Candidate) []uint32 {
	l, p, w, t := s.list(7), f.w, s.at(c.Token), &s.d.Tokens[c.Token]
	path := packed.Mix(uint64(c.Path))
	surface, deep := s.function(f, c)
	prep := s.lemmaOf(w.prep)
	e, d := surface*r0+prep*r4, deep*r0+prep*r4
	side := uint64(1)
	if c.Token < f.i {
		side = 2
	}
	own := side
	if f.own {
		own += 4
	}
	first := s.leftmost(c.Token)

	l = l.add(0)
	l = l.add(path * r0)
	l = l.add(path*r0 + f.v*r1)
	l = l.add(path*r0 + packed.Mix(own)*r1)
	l = l.add(path*r0 + p.lemma*r1)
	l = l.add(path*r0 + p.tag*r1)
	l = l.add(path*r0 + w.tag*r1)
	l = l.add(path*r0 + f.kids*r1 + f.v*r2)
	l = l.add(path*r0 + f.mark*r1)
	l = l.add(path*r0 + f.head*r1)
	l = l.add(path*r0 + f.rel*r1 + packed.Mix(own)*r2)

	l = l.add(e + f.v*r1)
	l = l.add(d + f.roleset*r1)
	l = l.add(d + p.lemma*r1 + f.v*r2)
	l = l.add(e + p.fine*r1 + f.v*r2)
	l = l.add(d + p.mid*r1 + f.v*r2)
	l = l.add(surface*r0 + w.tag*r1 + f.v*r2)
	l = l.add(e + packed.Mix(side)*r1 + w.tag*r2)
	l = l.add(e + w.mid*r1)
	l = l.add(e + w.fine*r1)
	l = l.add(e + w.lemma*r1)
	l = l.add(deep*r0 + f.kids*r1 + f.v*r2)
	l = l.add(deep*r0 + f.kids*r1 + f.roleset*r2)
	l = l.add(deep*r0 + f.kids*r1 + p.mid*r2)
	l = l.add(deep*r0 + f.kids*r1 + f.v*r2 + f.change*r3)
	l = l.add(deep*r0 + w.mid*r1 + f.roleset*r2)
	l = l.add(deep*r0 + w.mid*r1 + p.mid*r2)
	l = l.add(deep*r0 + w.tag*r1 + f.roleset*r2)

	l = l.add(e + w.is*r1 + f.roleset*r2)
	l = l.add(e + w.is*r1 + p.lemma*r2 + f.v*r3)
	l = l.add(e + w.is*r1 + p.mid*r2 + f.v*r3)
	l = l.add(path*r0 + w.is*r1 + f.head*r2)

	l = l.add(prep*r0 + w.lemma*r1)
	l = l.add(prep*r0 + w.fine*r1)
	l = l.add(prep*r0 + w.mid*r1)
	l = l.add(prep*r0 + f.roleset*r1)
	l = l.add(prep*r0 + p.fine*r1)
	l = l.add(w.lemma * r0)
	l = l.add(w.lemma*r0 + p.lemma*r1)
	l = l.add(w.fine * r0)
	l = l.add(first*r0 + surface*r1)
	l = l.add(first*r0 + w.lemma*r1)
	l = l.add(packed.Mix(w.kids)*r0 + surface*r1)
	l = l.add(packed.Mix(distance(f.i, c.Token))*r0 + surface*r1)
	l = l.add(uint64(t.UPOS)*r0 + uint64(t.Flags&(token.Capital|token.HasDigit))*r1 + prep*r2)
	if f.antecedent == c.Token {
		l = l.add(f.gap*r0 + f.v*r1)
		l = l.add(f.gap*r0 + p.lemma*r1)
	} else if f.shared == c.Token {
		l = l.add(f.rel*r0 + f.v*r1 + path*r2)
		l = l.add(f.rel*r0 + f.head*r1 + path*r2)
	}
	return l.features()
}

// leftmost is the hashed lemma of the first word of i's subtree, as far as
// first dependents tell.
func (s *Sentence) leftmost(i int32) uint64 {
	for range maxUp {
		k := s.d.Tokens[i].Kid
		if k == token.None || k > i {
			break
		}
		i = k
	}
	return s.at(i).lemma
}

// distance is the bucketed number of words from i to j, with its direction.
func distance(i, j int32) uint64 {
	n := j - i
	side := uint64(0)
	if n < 0 {
		n, side = -n, 16
	}
	switch {
	case n > 16:
		n = 8
	case n > 8:
		n = 7
	case n > 5:
		n = 6
	}
	return uint64(n) + side
}
