package coref

import (
	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// predicated gives predicate i to its subject; one without a known subject is
// nobody in particular.
func (r *resolver) predicated(i int32) {
	if e := r.subject(&r.ms[i]); e != token.None && !r.inside(e, &r.ms[i]) {
		r.describe(e, i, "predicate", surePredicate)
		r.es[e].addRoles(r.ms[i].Roles)
		r.relate(e, &r.ms[i])
	}
}

// subject is the actor of whom description m is said, or None.
func (r *resolver) subject(m *actor.Mention) int32 {
	e, _ := r.subjectOf(m)
	return e
}

// subjectOf is the actor of whom description m is said, "Benning is the leader
// of the party", "she became president", and whether it is said of a body or a
// country instead.
func (r *resolver) subjectOf(m *actor.Mention) (e int32, thing bool) {
	top := r.place(m.First, m.Last).top
	if t := &r.d.Tokens[top]; t.Rel.Base() == token.Conj && t.Head != token.None && t.Head < m.First {
		top = t.Head // "a linguist and professor"
	}
	e, says := r.saidOf(top)
	if !says {
		e = r.servesAs(top)
	}
	if r.canBe(e, m) {
		return e, false
	}
	return token.None, e != token.None && (isBody(r.es[e].Kind) || r.es[e].Kind == actor.State)
}

// saidOf is of whom the noun of token t is said: "Holm is a deacon", "she
// became a deacon", "they named her deacon"; or None. It tells whether the
// sentence says it of anything.
func (r *resolver) saidOf(t int32) (e int32, says bool) {
	d := r.d
	top := t
	if x := &d.Tokens[t]; x.Rel == token.Xcomp && x.Head != token.None {
		switch l := d.Tokens[x.Head].Lemma; {
		case listed(l, classBecome):
			top, says = x.Head, true
		case listed(l, classNaming):
			return r.nameGiven(x.Head), true
		}
	}
	subject := token.None
	for k := range d.Kids(top) {
		kid := &d.Tokens[k]
		switch {
		case kid.Rel == token.Cop:
			says = true
		case kid.Rel == token.Nsubj:
			subject = k
		case top == t && (kid.Rel == token.Case || kid.Rel == token.Nummod), listed(kid.Lower, classNegation),
			kid.Rel == token.Aux && listed(kid.Lower, classUnreal):
			return token.None, false
		}
	}
	if !says || subject == token.None {
		return token.None, false
	}
	return r.calls(subject), true
}

// nameGiven is whom the verb of token v, of naming, gives a name or an office, or
// None.
func (r *resolver) nameGiven(v int32) int32 {
	for k := range r.d.Kids(v) {
		switch kid := &r.d.Tokens[k]; {
		case kid.Rel == token.Obj, kid.Rel == token.NsubjPass:
			return r.calls(k)
		case listed(kid.Lower, classNegation) || kid.Rel == token.Aux && listed(kid.Lower, classUnreal):
			return token.None
		}
	}
	return token.None
}

// calls is the actor of the phrase that token t heads: of its own mention, or
// of the name in apposition to it, "her father, Holm,".
func (r *resolver) calls(t int32) int32 {
	if e := r.spoken(t); e != token.None {
		return e
	}
	for k := range r.d.Kids(t) {
		if rel := r.d.Tokens[k].Rel.Base(); rel == token.Appos || rel == token.Flat {
			if e := r.at(k); e != token.None {
				return e
			}
		}
	}
	return token.None
}

// servesAs is the person who does something as what token t says, "Holm
// served as a deacon", "they hired her as a cook", or None.
func (r *resolver) servesAs(t int32) int32 {
	d := r.d
	as := token.None
	for k := range d.Kids(t) {
		if kid := &d.Tokens[k]; k < t && kid.Lower == "as" && (kid.Rel == token.Case || kid.Rel == token.RelMark) {
			as = k
		}
	}
	v := d.Tokens[t].Head
	if as == token.None || v == token.None || !verbal(&d.Tokens[v]) || as == d.Sents[d.Tokens[t].Sent].First ||
		listed(d.Tokens[as-1].Lower, classSuchAs) {
		return token.None
	}
	subject := token.None
	for n := 0; n < 4; n++ {
		for k := range d.Kids(v) {
			switch kid := &d.Tokens[k]; {
			case kid.Rel == token.Obj && n == 0:
				return r.spoken(k)
			case kid.Rel.Base() == token.Nsubj:
				subject = k
			case listed(kid.Lower, classNegation):
				return token.None
			}
		}
		rel, h := d.Tokens[v].Rel.Base(), d.Tokens[v].Head
		if subject != token.None || h == token.None {
			break
		}
		if rel == token.Acl {
			return r.spoken(h)
		}
		if rel != token.Conj && rel != token.Xcomp && rel != token.Advcl {
			break
		}
		v = h
	}
	if subject == token.None {
		return token.None
	}
	return r.spoken(subject)
}

// apposed is the named actor to which the tree sets m in apposition, before or
// behind it, or None.
func (r *resolver) apposed(m *actor.Mention) int32 {
	if m.Number == actor.Plur {
		return token.None
	}
	if e := r.between(m); e != token.None {
		return e
	}
	if e := r.kinNamed(m); e != token.None {
		return e
	}
	top := r.place(m.First, m.Last).top
	if t := &r.d.Tokens[top]; t.Rel == token.Appos && t.Head != token.None && t.Head < m.First {
		return r.namedAt(t.Head, m)
	}
	for k := range r.d.Kids(top) { // "the secretary of the bishops' conference (BC), Ana Holm,"
		if r.d.Tokens[k].Rel == token.Appos && k >= m.Last && r.closed(k) {
			return r.namedAt(k, m)
		}
	}
	return token.None
}

// between is the person whose name stands right before description m, which is
// set between marks: "Tom Reed, the loud talk-show host, left"; or None.
func (r *resolver) between(m *actor.Mention) int32 {
	toks := r.d.Tokens
	if m.Kind != actor.RoleOnly || m.First < 2 || int(m.Last) >= len(toks) || toks[m.First-1].Lower != "," ||
		toks[m.Last].Lower != "," && toks[m.Last].Lower != "." || toks[m.First-2].Sent != toks[m.Last].Sent {
		return token.None
	}
	if int(m.Last)+1 < len(toks) && toks[m.Last+1].UPOS == token.CCONJ {
		return token.None // "Holm, the mayor, and others"
	}
	c := r.cover[m.First-2]
	if c == 0 || r.ms[c-1].Last != m.First-1 || r.d.Tokens[r.ms[c-1].Head].Rel.Base() == token.Conj || toks[m.Head].Rel.Base() == token.Conj {
		return token.None
	}
	return r.namedAt(m.First-2, m)
}

// kinNamed is the person whose name, with its titles, stands between marks
// behind m, somebody's relation: "her husband, director Paul Quist, left"; or
// None.
func (r *resolver) kinNamed(m *actor.Mention) int32 {
	toks := r.d.Tokens
	if len(m.Roles) == 0 || relation(&m.Roles[0]) == "" || int(m.Last)+1 >= len(toks) || toks[m.Last].Lower != "," {
		return token.None
	}
	for k := m.Last + 1; int(k) < len(toks) && k <= m.Last+maxTitle; k++ {
		c := r.cover[k]
		if c == 0 {
			continue
		}
		n := &r.ms[c-1]
		if n.Form != actor.Name || n.Kind != actor.Person || n.Full.Start != toks[m.Last+1].Start || n.Full.End > toks[n.Last-1].End || int(n.Last)+1 >= len(toks) ||
			toks[n.Last].Lower != "," && toks[n.Last].Lower != "." || toks[n.Last+1].UPOS == token.CCONJ {
			return token.None
		}
		return r.namedAt(k, m)
	}
	return token.None
}

// maxTitle is how many tokens a title has before a name in apposition.
const maxTitle = 5

// closed reports whether what token k heads ends the sentence or stands before
// a mark.
func (r *resolver) closed(k int32) bool {
	_, end := r.d.Subtree(k)
	return int(end) >= len(r.d.Tokens) || r.d.Tokens[end].Sent != r.d.Tokens[k].Sent || r.d.Tokens[end].Is(token.Punct)
}

// namedAt is the actor of the name at token t, if description m can be of it,
// or None.
func (r *resolver) namedAt(t int32, m *actor.Mention) int32 {
	c := r.cover[t]
	if c == 0 || r.ms[c-1].Form != actor.Name || !r.canBe(r.of[c-1], m) {
		return token.None
	}
	return r.of[c-1]
}

// canBe reports whether description m can be of actor e: a person's of a
// person of that sex, a body's of a body.
func (r *resolver) canBe(e int32, m *actor.Mention) bool {
	if e == token.None || m.Number == actor.Plur {
		return false
	}
	x := &r.es[e]
	if x.Number == actor.Plur {
		return false
	}
	if m.Kind == actor.RoleOnly {
		return person(x.Kind) && agrees(x.Gender, m.Gender)
	}
	return isBody(m.Kind) && isBody(x.Kind)
}
