package coref

import (
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// identified is the person as whom somebody known by description m is
// identified or named, or None: "the man was named as Tom Reed".
func (r *resolver) identified(m *actor.Mention) int32 {
	d := r.d
	t := &d.Tokens[r.place(m.First, m.Last).top]
	v := t.Head
	if v == token.None || !listed(d.Tokens[v].Lemma, classIdentify) || t.Rel != token.NsubjPass && t.Rel != token.Obj {
		v = r.identifiedBehind(m)
	}
	if v == token.None {
		return token.None
	}
	for k := range d.Kids(v) {
		if k < m.Last || !r.as(k) {
			continue
		}
		if e := r.namedAt(k, m); e != token.None {
			return e
		}
	}
	return token.None
}

// maxIdentified is how many tokens stand between a description and the
// participle that tells its name: ", later".
const maxIdentified = 4

// identifiedBehind is the participle right behind m that tells its name: "a
// gunman, later identified as Tom Reed,", or None.
func (r *resolver) identifiedBehind(m *actor.Mention) int32 {
	toks := r.d.Tokens
	for k := m.Last; int(k) < len(toks) && k < m.Last+maxIdentified && toks[k].Sent == toks[m.First].Sent; k++ {
		switch t := &toks[k]; {
		case t.XPOS == token.VBN && listed(t.Lemma, classIdentify):
			return k
		case t.Lower != "," && t.UPOS != token.ADV:
			return token.None
		}
	}
	return token.None
}

// maxLead is how many sentences behind the headline tell the same again.
const maxLead = 3

// leadNames is the person by name of whom the first sentences say what the
// headline says of description i: "Climber falls from tower", "Tom Reed fell from
// a tower"; or None.
func (r *resolver) leadNames(i int32) int32 {
	d := r.d
	m := &r.ms[i]
	sent := d.Tokens[m.First].Sent
	if d.Sents[sent].Kind != token.Headline || m.Definite || m.Country != "" && m.Affil.Len() > 0 {
		return token.None
	}
	here := r.place(m.First, m.Last)
	if here.rel != token.Nsubj || here.verb == token.None {
		return token.None
	}
	for j := i + 1; int(j) < len(r.ms) && j < i+maxLater; j++ {
		o := &r.ms[j]
		if d.Tokens[o.First].Sent > sent+maxLead {
			break
		}
		if o.Kind != actor.Person || o.Form != actor.Name {
			continue
		}
		if d.Tokens[o.First].Sent == sent {
			return token.None // the headline names somebody
		}
		there := r.place(o.First, o.Last)
		if there.rel == token.Nsubj && there.verb != token.None && d.Tokens[there.verb].Lemma == d.Tokens[here.verb].Lemma &&
			d.Tokens[there.top].Rel == d.Tokens[here.top].Rel && !speechVerb(&d.Tokens[here.verb]) && agrees(r.es[r.of[j]].Gender, m.Gender) {
			return r.of[j]
		}
	}
	return token.None
}

// as reports whether "as" stands before token t or the titles of its name.
func (r *resolver) as(t int32) bool {
	for k := range r.d.Kids(t) {
		if r.d.Tokens[k].Lower == "as" {
			return true
		}
	}
	return false
}

// maxTurned bounds how often somebody turns out to be somebody: each time it is
// looked for in the whole text.
const maxTurned = 64

// turnsOut makes actor e, known by descriptions alone, the person x.
func (r *resolver) turnsOut(e, x int32) {
	for _, l := range [...][]int32{r.of, r.pron, r.said} {
		for i := range l {
			r.d.CheckAt(i)
			if l[i] == e {
				l[i] = x
			}
		}
	}
	for i := range r.kin {
		if r.kin[i].e == e {
			r.kin[i].e = x
		}
		if r.kin[i].of == e {
			r.kin[i].of = x
		}
	}
	from, to := &r.es[e], &r.es[x]
	to.Mentions = append(to.Mentions, from.Mentions...)
	to.addRoles(from.Roles)
	if to.Gender == 0 {
		to.Gender = from.Gender
	}
	from.Mentions = nil
	for i := range r.es {
		r.d.CheckAt(i)
		for k := range r.es[i].Members {
			if r.es[i].Members[k] == e {
				r.es[i].Members[k] = x
			}
		}
	}
	if k := slices.Index(r.active, e); k >= 0 {
		r.active = slices.Delete(r.active, k, k+1)
	}
}
