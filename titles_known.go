package dateline

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/title"
	"github.com/dateline-go/dateline/internal/token"
)

// This file tells which descriptions a title can replace by a name.

// named is how the titles of a text call an actor.
type named struct {
	name  string // with the article that the text gives it: "the World Bank"
	times int    // how often the text names it
}

// nameActors tells how titles call each actor.
func (t *Text) nameActors() []named {
	out := make([]named, len(t.truth.actors))
	for i := range t.truth.actors {
		t.doc.CheckAt(i)
		a := &t.truth.actors[i]
		out[i].name = a.Name
		for k := range a.Mentions {
			t.doc.CheckAt(k)
			m := &a.Mentions[k]
			if m.Form != actor.Name {
				continue
			}
			if out[i].times++; a.Kind == actor.Person || m.First == 0 || len(out[i].name) > len(a.Name) || t.doc.Str(m.Span) != a.Name {
				continue
			}
			if x := &t.doc.Tokens[m.First-1]; x.Lower == "the" && x.Rel == token.Det && x.Head == m.Head {
				out[i].name = "the " + a.Name
			}
		}
	}
	return out
}

// rivals are the two actors of a set that the text names most, by index and one; 0 is none.
type rivals [2]int

func (f *rivals) add(i int, as []named) {
	switch i++; {
	case f[0] == i || f[1] == i:
	case f[0] == 0 || as[i-1].times > as[f[0]-1].times:
		f[0], f[1] = i, f[0]
	case f[1] == 0 || as[i-1].times > as[f[1]-1].times:
		f[1] = i
	}
}

// rival is how often the text names who is named most of those that are not i.
func (f *rivals) rival(i int, as []named) int {
	k := f[0]
	if k == i+1 {
		k = f[1]
	}
	if k == 0 {
		return 0
	}
	return as[k-1].times
}

// known tells whom a description stands for: somebody whom the text names, if
// the description fits nobody else whom it names half as often.
func (t *Text) known(as []named) func(i int32) title.Described {
	d := t.doc
	fits, kinds := t.callable(as)
	by := make(map[int32]title.Described)
	for i := range t.truth.actors {
		t.doc.CheckAt(i)
		a := &t.truth.actors[i]
		if as[i].times == 0 {
			continue
		}
		for k := range a.Mentions {
			t.doc.CheckAt(k)
			m := &a.Mentions[k]
			if m.Form != actor.Nominal {
				continue
			}
			at := m.First
			if at > 0 && d.Tokens[at-1].Rel == token.Det && d.Tokens[at-1].Head == m.Head {
				at--
			}
			f, of := fits[d.Tokens[m.Head].Lemma], kinds[a.Kind]
			switch {
			case !t.refers(at, a, m), 2*f.rival(i, as) > as[i].times:
			case m.Reason == "kind" && of.rival(i, as) >= as[i].times: // not the one that the text names most
			default:
				by[m.Head] = title.Described{Name: as[i].name, First: at, Last: m.Last}
			}
		}
	}
	return func(i int32) title.Described { return by[i] }
}

// callable are the actors with names that each lemma of a description may mean, and
// those of each kind.
func (t *Text) callable(as []named) (fits map[string]rivals, kinds map[actor.Kind]rivals) {
	fits, kinds = make(map[string]rivals), make(map[actor.Kind]rivals)
	for i := range t.truth.actors {
		a := &t.truth.actors[i]
		if as[i].times == 0 {
			continue
		}
		add := func(w string) {
			f := fits[w]
			f.add(i, as)
			fits[w] = f
		}
		k := kinds[a.Kind]
		k.add(i, as)
		kinds[a.Kind] = k
		for k := range a.Mentions {
			t.doc.CheckAt(k)
			if m := &a.Mentions[k]; m.Form == actor.Nominal {
				add(t.doc.Tokens[m.Head].Lemma)
			}
		}
		for _, r := range a.Roles {
			add(r.Text[strings.LastIndexByte(r.Text, ' ')+1:])
		}
		if a.Kind != actor.Person {
			for w := range strings.FieldsSeq(strings.ToLower(a.Name)) {
				add(w)
			}
		}
	}
	return fits, kinds
}

// refers reports whether m, with its article at token first, tells of a as of somebody
// known, or has the name beside it.
func (t *Text) refers(first int32, a *coref.Actor, m *coref.Mention) bool {
	switch t.doc.Tokens[first].Lower {
	case "a", "an":
		return m.Reason == "apposition"
	case "the", "this", "that":
	default:
		return false
	}
	head := &t.doc.Tokens[m.Head]
	switch {
	case m.Reason == "kind" && t.bodyBefore(m.First), m.Reason == "generic-noun":
		return false
	case m.Reason == "first-mention", m.Reason == "government", a.Kind == actor.State && m.Reason != "kind" && m.Reason != "nation",
		strings.EqualFold(a.Name, head.Lower):
		return false
	}
	for i := first + 1; i < m.Head; i++ { // "the sensor business" is a part of the company
		x := &t.doc.Tokens[i]
		if a.Kind != actor.Person && m.Reason != "apposition" && x.UPOS == token.NOUN && x.Rel == token.Compound && !strings.Contains(strings.ToLower(a.Name), x.Lower) {
			return false
		}
	}
	// "The president" need not be a former one.
	return !slices.ContainsFunc(a.Roles, func(r actor.Role) bool {
		return r.Standing != actor.Current && strings.HasSuffix(r.Text, head.Lower)
	}) || strings.Contains(t.doc.Str(m.Span), "former")
}

// bodyBefore reports whether the sentence of token i has the name of a body not far
// before it, which a description of its kind may mean as well.
func (t *Text) bodyBefore(i int32) bool {
	d := t.doc
	for k := i - 1; k >= max(0, i-nearBody) && d.Tokens[k].Sent == d.Tokens[i].Sent; k-- {
		if e := d.Tokens[k].Ent; e != token.None && d.Ents[e].Type == token.ORG {
			return true
		}
	}
	return false
}

// nearBody is how many words back that name stands at most.
const nearBody = 30
