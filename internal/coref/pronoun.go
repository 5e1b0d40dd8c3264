package coref

import (
	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// pronoun resolves token t if it is a pronoun that refers to an actor.
func (r *resolver) pronoun(t int32) {
	tok := &r.d.Tokens[t]
	if r.tried[t] {
		return
	}
	r.tried[t] = true
	if listed(tok.Lower, classRelative) {
		r.relative(t)
		return
	}
	if tok.Lower == "both" {
		r.both(t)
		return
	}
	f, ok := pronounForm(tok.Lower)
	if !ok && (r.answers(t) || r.narrates(t)) {
		return
	}
	if !ok || tok.Is(token.AllCaps) && tok.Lower == "it" {
		return
	}
	here := r.place(t, t+1)
	if tok.Lower == "her" {
		f.possessive = here.rel == token.NmodPoss || tok.XPOS == token.PRPS
	}
	if f.gender == actor.Neut && r.pleonastic(t) {
		return
	}
	if f.plural {
		if e, ok := r.coordinated(t, here, actor.Person); ok {
			r.refer(e, t, "plural-of-two", surePair)
			return
		}
	}
	if e := r.saysOn(here, f); e != token.None {
		r.refer(e, t, "only-speaker", sureSaysOn)
		return
	}
	best, p := r.antecedent(t, here, f)
	if e, ok := r.cataphor(t, here, f, p); ok {
		r.refer(e, t, "pronoun-before-name", sureCataphor)
		return
	}
	if best == token.None || p < floors[classOf(f)] {
		if e := r.team(here, f); e != token.None {
			r.refer(e, t, "team", sureTeam)
		} else if e := r.talks(here, f); e != token.None {
			r.refer(e, t, "only-speaker", sureTeam)
		} else if e := r.acts(here, f); e != token.None {
			r.refer(e, t, "only-group", sureTeam)
		}
		return
	}
	if x := &r.es[best]; person(x.Kind) && x.Gender == 0 && f.gender != actor.Neut && here.sent-x.last.sent <= 1 {
		x.Gender = f.gender
	}
	reason := "pronoun"
	if f.reflexive {
		reason = "reflexive"
	}
	r.refer(best, t, reason, uint8(max(1, min(99, 100*p+0.5))))
}

// team is the body of several persons that a plural pronoun at here stands for
// where nobody else can be meant, or None: "The team left on Monday. They ...".
func (r *resolver) team(here seen, f form) int32 {
	if !f.plural || f.reflexive || here.quote != token.None || here.rel != token.Nsubj && here.rel != token.NmodPoss {
		return token.None
	}
	e := r.only(func(x *entity) bool {
		return here.sent-x.last.sent <= 1 && (x.Number == actor.Plur || person(x.Kind) && x.last.sent == here.sent || isBody(x.Kind))
	})
	if e == token.None {
		return e
	}
	x := &r.es[e]
	if x.last.rel != token.Nsubj || x.last.sent == here.sent && !f.possessive ||
		!listed(r.headOf(x), classTeam) && !listed(lastWord(x.Name), classTeam) {
		return token.None
	}
	for t := r.d.Sents[x.last.sent].First; t < here.first; t++ {
		if w := &r.d.Tokens[t]; w.XPOS == token.NNS && (w.Rel == token.Nsubj || w.Rel == token.Obj || w.Rel == token.NsubjPass) {
			return token.None // things or people of whom no actor was made
		}
	}
	return e
}

// talks is whom "it" or "they", at here the subject of a verb of speech, stands
// for where one alone of the sentences before can speak, or None: "The rebels
// took the town. They said ...".
func (r *resolver) talks(here seen, f form) int32 {
	if !f.plural && f.gender != actor.Neut || f.reflexive || here.quote != token.None || here.rel != token.Nsubj || here.verb == token.None ||
		!speechVerb(&r.d.Tokens[here.verb]) || r.d.Tokens[here.top].Rel == token.NsubjPass {
		return token.None
	}
	e := r.only(func(x *entity) bool {
		return here.sent-x.last.sent <= 2 && (x.Number == actor.Plur == f.plural) && (f.plural || isBody(x.Kind) || x.Kind == actor.State)
	})
	if e == token.None {
		return e
	}
	x := &r.es[e]
	if x.last.rel != token.Nsubj || x.last.sent == here.sent || x.last.quote != token.None || f.plural && here.sent-x.last.sent > 1 {
		return token.None
	}
	return e
}

// acts is the group for which "they", at here the subject of a clause, stands where
// it was the subject of the sentence before and nothing else there is many, or None:
// "The farmers gathered on Monday. They marched ...". Beside what people do, what
// only stands in a phrase with a preposition does not count.
func (r *resolver) acts(here seen, f form) int32 {
	if !f.plural || f.reflexive || here.quote != token.None || here.rel != token.Nsubj || here.verb == token.None || here.sent == 0 ||
		r.d.Tokens[here.verb].UPOS != token.VERB {
		return token.None
	}
	e := r.only(func(x *entity) bool { return here.sent-x.last.sent <= 1 && x.Number == actor.Plur })
	if e == token.None {
		return e
	}
	x := &r.es[e]
	if x.Kind != actor.Group && x.Kind != actor.ArmedGroup || x.last.rel != token.Nsubj && x.last.rel != token.Root || x.last.sent != here.sent-1 || x.last.quote != token.None {
		return token.None
	}
	deed := listed(r.d.Tokens[here.verb].Lemma, classDeed) || listed(r.d.Tokens[here.verb].Lemma, classActs)
	for t := r.d.Sents[x.last.sent].First; t < here.first; t++ {
		w := &r.d.Tokens[t]
		many := w.XPOS == token.NNS || w.XPOS == token.NNPS || w.Rel.Base() == token.Conj && w.UPOS == token.PROPN
		if many && (t < x.last.first || t >= x.last.last) && (!deed || w.Rel.Base() != token.Obl && w.Rel.Base() != token.Nmod) {
			return token.None
		}
	}
	return e
}

// saysOnReach is how many sentences back who said something goes on as "it said".
const saysOnReach = 3

// saysOn is the one body that spoke in the sentences before, for "it" that is the
// subject of a verb of speech, or None: "the ministry said ... Norway has many
// mills, it said".
func (r *resolver) saysOn(here seen, f form) int32 {
	if f.plural || f.gender != actor.Neut || f.possessive || f.reflexive || here.quote != token.None || here.rel != token.Nsubj ||
		here.verb == token.None || !speechVerb(&r.d.Tokens[here.verb]) || r.d.Tokens[here.top].Rel == token.NsubjPass {
		return token.None
	}
	return r.only(func(x *entity) bool {
		return x.speaker != token.None && here.sent > x.speaker && here.sent-x.speaker <= saysOnReach &&
			(isBody(x.Kind) || x.Kind == actor.State) && x.Number != actor.Plur
	})
}

// refer adds pronoun t to entity e.
func (r *resolver) refer(e, t int32, reason string, score uint8) {
	r.pron[t] = e
	x := &r.es[e]
	x.Mentions = append(x.Mentions, r.mention(t, t+1, t, actor.Pronoun, reason, score))
	r.touch(e, t, t+1)
}

// suits reports whether x, spoken of so many sentences before, has the number,
// gender and kind that f asks for.
func suits(x *entity, f form, dist int32) bool {
	switch {
	case f.plural:
		if len(x.Members) > 0 {
			return true
		}
		switch x.Kind {
		case actor.Group, actor.ArmedGroup:
			return true
		case actor.Organisation, actor.Company, actor.Media:
			return x.Number != actor.Sing || dist <= 2
		case actor.State:
			return false
		}
		return x.Number == actor.Plur
	case f.gender == actor.Neut:
		return (isBody(x.Kind) || x.Kind == actor.State) && x.Number != actor.Plur && dist <= 2
	}
	return person(x.Kind) && x.Number != actor.Plur && agrees(x.Gender, f.gender)
}

// bound reports whether the tree lets pronoun t stand for x: nothing refers to
// the phrase it stands in, subject and object of one clause are two, save for
// a reflexive, and who wants to see him is somebody else.
func (r *resolver) bound(x *entity, t int32, here seen, f form) bool {
	last := x.last
	if last.first <= t && t < last.last {
		return false
	}
	if here.sent != last.sent {
		return !f.reflexive
	}
	subject := last.rel == token.Nsubj
	sameClause := last.verb != token.None && last.verb == here.verb
	if f.reflexive {
		return sameClause || subject
	}
	if f.possessive {
		return true
	}
	if sameClause {
		return (!core(last.rel) || !core(here.rel)) && (!subject || here.rel != token.Obl && here.rel != token.Obj || last.quote != here.quote)
	}
	return !subject || here.rel == token.Nsubj || !r.inherits(here.verb, last.verb)
}

// maxInherited is how many verbs up a subject is taken from.
const maxInherited = 4

// inherits reports whether verb v, which has no subject of its own, takes that of
// verb w, to which it is joined or which governs it: "they raise the price or hand them
// out".
func (r *resolver) inherits(v, w int32) bool {
	for n := 0; v != token.None && w != token.None && n < maxInherited; n++ {
		t := &r.d.Tokens[v]
		if rel := t.Rel.Base(); rel != token.Xcomp && rel != token.Conj {
			return false
		}
		for k := range r.d.Kids(v) {
			if r.d.Tokens[k].Rel.Base() == token.Nsubj {
				return false
			}
		}
		h := t.Head
		if t.Rel.Base() == token.Xcomp && syntax.Object(r.d, h) != token.None {
			return false // "asked them to forgive him": they do
		}
		if v = h; v == w {
			return true
		}
	}
	return false
}

func core(rel token.Rel) bool {
	return rel == token.Nsubj || rel == token.Obj || rel == token.Iobj
}

// relation reports whether x is known only as somebody's: "her mother".
func (r *resolver) relation(x *entity) bool {
	return listed(r.d.Tokens[x.Mentions[0].First].Lower, classPersonal)
}

// pleonastic reports whether "it" at t stands for no thing: "it is clear
// that", "it rained", "makes it hard to".
func (r *resolver) pleonastic(t int32) bool {
	d := r.d
	tok := &d.Tokens[t]
	if tok.Lower != "it" {
		return false
	}
	if tok.Rel == token.Expl {
		return true
	}
	at := func(k int32) string {
		if int(k) < len(d.Tokens) && d.Tokens[k].Sent == tok.Sent {
			return d.Tokens[k].Lower
		}
		return ""
	}
	k := t + 1
	if listed(at(k), classModal) {
		k++
		if at(k) == "not" || at(k) == "n't" {
			k++
		}
	}
	if !listed(at(k), classImpersonal) {
		return false
	}
	for j := k + 1; j < k+9; j++ {
		switch w := wordTable.Find(at(j)); {
		case w.Has(classImpersonalMark):
			return true
		case at(j) == "" || w.Has(classClauseEnd):
			return false
		}
	}
	return false
}

// How far a pronoun may stand before what it stands for, in tokens.
const (
	maxCataphor = 8  // from the sentence's start to the pronoun
	maxPreposed = 25 // from there to the comma
)

// cataphor is the subject of the main clause for a pronoun in a clause set
// before it: "Before he left, Holm said".
func (r *resolver) cataphor(t int32, here seen, f form, best float32) (int32, bool) {
	d := r.d
	sent := &d.Sents[here.sent]
	if f.reflexive || f.plural || best > enoughBefore || here.quote != token.None || t-sent.First > maxCataphor ||
		!preposes(&d.Tokens[sent.First]) {
		return 0, false
	}
	comma, limit := t+1, min(sent.Last, t+maxPreposed)
	for comma < limit && d.Tokens[comma].Lower != "," {
		comma++
	}
	if comma >= limit {
		return 0, false
	}
	// the name behind it, or behind one more word
	for i := comma + 1; i <= comma+2 && i < sent.Last; i++ {
		c := r.cover[i]
		if c == 0 {
			continue
		}
		m, e := &r.ms[c-1], r.of[c-1]
		if e == token.None || m.Kind != actor.Person && !(f.gender == actor.Neut && isBody(m.Kind)) || !agrees(r.es[e].Gender, f.gender) {
			return 0, false
		}
		return e, r.place(m.First, m.Last).rel == token.Nsubj
	}
	return 0, false
}

// preposes reports whether t can begin a clause that is set before its main
// clause.
func preposes(t *token.Token) bool {
	return t.UPOS == token.SCONJ || t.UPOS == token.ADP || t.UPOS == token.ADV || t.XPOS == token.VBG
}

// relative gives who, whom and whose the phrase right before them.
func (r *resolver) relative(t int32) {
	d := r.d
	first := d.Sents[d.Tokens[t].Sent].First
	if t == first {
		return
	}
	at := t - 1
	if (listed(d.Tokens[at].Lower, classRelativeGap) || d.Tokens[at].UPOS == token.ADP) && at > first {
		at--
		if d.Tokens[at].Lower == "," && at > first {
			at--
		}
	}
	e := r.at(at)
	if e == token.None || !r.animate(e) {
		e = r.relativeHead(t)
	}
	if e != token.None {
		r.refer(e, t, "relative", sureRelative)
	}
}

// relativeHead is the phrase before relative pronoun t whose end lies behind
// its name, or on which the clause hangs: "Brandt, the union's chief, who".
func (r *resolver) relativeHead(t int32) int32 {
	head := r.clauseHead(t)
	n := 0
	for c, x := range r.recent {
		if n++; n > 6 {
			break
		}
		if x.last.sent != r.d.Tokens[t].Sent || !r.animate(c) {
			continue
		}
		m := &x.Mentions[len(x.Mentions)-1]
		if gap := r.d.Tokens[t].Start - m.Full.End; gap >= 0 && gap <= 3 || head >= m.First && head < m.Last {
			return c
		}
	}
	return token.None
}

// clauseHead is what the relative clause of token t hangs on, or None.
func (r *resolver) clauseHead(t int32) int32 {
	for n := 0; n < 8 && t != token.None; n++ {
		tok := &r.d.Tokens[t]
		if tok.Rel == token.AclRelcl {
			return tok.Head
		}
		t = tok.Head
	}
	return t
}

func (r *resolver) animate(e int32) bool {
	switch r.es[e].Kind {
	case actor.Person, actor.RoleOnly, actor.Group, actor.ArmedGroup, actor.Organisation:
		return true
	}
	return false
}
