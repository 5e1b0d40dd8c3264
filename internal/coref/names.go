package coref

import (
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// name gives mention i, whose entity is known, its reason.
func (r *resolver) name(i int32) {
	m := &r.ms[i]
	e := r.of[i]
	x := &r.es[e]
	reason, score := "first-mention", m.Score
	if len(x.Mentions) > 0 {
		reason, score = r.whyName(x, m)
	}
	r.add(e, i, reason, score)
	r.es[e].para = r.d.Sents[r.d.Tokens[m.First].Sent].Para
}

// leastMain is how often an article names its main person at least; the next
// one it names at most half as often.
const leastMain = 4

// mainPerson is the person whom the article names most by far, or None. It
// counts the names of every actor.
func (r *resolver) mainPerson() int32 {
	for i := range r.ms {
		r.d.CheckAt(i)
		if e := r.of[i]; e != token.None && r.ms[i].Form == actor.Name {
			r.es[e].names++
		}
	}
	who, most, next := token.None, int32(0), int32(0)
	for e := range r.es {
		r.d.CheckAt(e)
		x := &r.es[e]
		if x.Kind != actor.Person {
			continue
		}
		if x.names > most {
			who, most, next = int32(e), x.names, most
		} else {
			next = max(next, x.names)
		}
	}
	if most < leastMain || most < 2*next {
		return token.None
	}
	if r.es[who].Gender == 0 {
		r.es[who].Gender = r.prevailing()
	}
	return who
}

// How many pronouns of one sex, to one of the other, tell the sex of whom an
// article is about.
const (
	leastPrevailing = 4
	timesPrevailing = 4
)

// prevailing is the sex of most pronouns outside quotations, if it is most by
// far.
func (r *resolver) prevailing() actor.Gender {
	var n [actor.Neut + 1]int
	for t := range r.d.Tokens {
		r.d.CheckAt(t)
		if tok := &r.d.Tokens[t]; tok.Quote == token.None {
			if f, ok := pronounForm(tok.Lower); ok {
				n[f.gender]++
			}
		}
	}
	switch m, f := n[actor.Masc], n[actor.Fem]; {
	case m >= leastPrevailing && m >= timesPrevailing*f:
		return actor.Masc
	case f >= leastPrevailing && f >= timesPrevailing*m:
		return actor.Fem
	}
	return 0
}

// whyName tells why m, which is not the first, is a name of x.
func (r *resolver) whyName(x *entity, m *actor.Mention) (reason string, score uint8) {
	key := actor.Fold(m.Name)
	switch {
	case m.Metonym:
		return "capital-for-state", sureOther
	case m.Form != actor.Name:
		return m.Rule, sureShort
	case r.named(x, key):
		return "same-name", sureSame
	case m.Kind == actor.Person:
		return r.whyPerson(x, m)
	case m.Kind == actor.State:
		return "same-country", sureSame
	case acronym(x.Name) == key || acronym(m.Name) == actor.Fold(x.Name) || upper(m.Name) && !strings.Contains(key, " ") ||
		len(m.Name) < 6 && strings.Contains(x.Name, " "):
		return "acronym", sureSurname
	case strings.HasPrefix(key, bodyKey(x.Name)) || strings.HasPrefix(actor.Fold(x.Name), key):
		return "short-name", sureShort
	}
	return "other-name", sureOther
}

// whyPerson tells why m is a name of person x.
func (r *resolver) whyPerson(x *entity, m *actor.Mention) (reason string, score uint8) {
	w := nameWords(m.Name)
	if len(w) == 0 {
		return "other-name", sureOther
	}
	if len(w) > 1 && surnameOnly(w) {
		w = w[len(w)-1:]
	}
	_, known := r.o.Known.Lookup(m.Name)
	last := w[len(w)-1] == x.words[len(x.words)-1]
	switch {
	case len(w) == 1 && last:
		return "surname", sureSurname
	case len(w) == 1 && w[0] == x.words[0]:
		return "given-name", sureGiven
	case known:
		return "alias", sureSurname
	case len(w) > 1 && last:
		return "full-name", sureSurname
	}
	return "spelling-variant", sureSpelling
}

// named reports whether x was called so before, in folded words.
func (r *resolver) named(x *entity, key string) bool {
	for n, k := 0, len(x.Mentions)-1; k >= 0 && n < 30; n, k = n+1, k-1 {
		m := &x.Mentions[k]
		if m.Index != token.None && m.Form == actor.Name && actor.Fold(r.ms[m.Index].Name) == key {
			return true
		}
	}
	return false
}
