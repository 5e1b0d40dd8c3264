package coref

import (
	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// form is what a pronoun asks of what it stands for.
type form struct {
	gender     actor.Gender
	plural     bool
	reflexive  bool
	possessive bool
}

// pronounForm is the form of a third-person pronoun.
func pronounForm(l string) (form, bool) {
	switch l {
	case "he", "him":
		return form{gender: actor.Masc}, true
	case "his":
		return form{gender: actor.Masc, possessive: true}, true
	case "himself":
		return form{gender: actor.Masc, reflexive: true}, true
	case "she", "her", "hers":
		return form{gender: actor.Fem, possessive: l == "hers"}, true
	case "herself":
		return form{gender: actor.Fem, reflexive: true}, true
	case "it":
		return form{gender: actor.Neut}, true
	case "its":
		return form{gender: actor.Neut, possessive: true}, true
	case "itself":
		return form{gender: actor.Neut, reflexive: true}, true
	case "they", "them":
		return form{plural: true}, true
	case "their", "theirs":
		return form{plural: true, possessive: true}, true
	case "themselves":
		return form{plural: true, reflexive: true}, true
	}
	return form{}, false
}

// pronoun resolves token t if it is a pronoun that refers to an actor.
func (r *resolver) pronoun(t int32) {
	d := r.d
	tok := &d.Tokens[t]
	switch tok.Lower {
	case "who", "whom", "whose":
		r.relative(t)
		return
	case "both":
		r.both(t)
		return
	}
	f, ok := pronounForm(tok.Lower)
	if !ok || tok.Is(token.AllCaps) && tok.Lower == "it" {
		return
	}
	here := r.place(t, t+1)
	if tok.Lower == "her" {
		f.possessive = here.rel == token.NmodPoss || tok.XPOS == token.PRPS || !r.parsed && int(t)+1 < len(d.Tokens) && !d.Tokens[t+1].Is(token.Punct) && !prepositionLike(&d.Tokens[t+1]) && !d.Tokens[t+1].Is(token.Capital)
	}
	if f.gender == actor.Neut && r.pleonastic(t) {
		return
	}
	if f.plural {
		if e, ok := r.pair(t, here, f); ok {
			r.refer(e, t, "plural-of-two", 60)
			return
		}
	}
	best, bestScore, second := token.None, float32(-1e9), float32(-1e9)
	for k := len(r.active) - 1; k >= 0; k-- {
		c := r.active[k]
		s, ok := r.score(c, t, here, f)
		if !ok {
			continue
		}
		if s > bestScore {
			best, bestScore, second = c, s, bestScore
		} else if s > second {
			second = s
		}
	}
	if e, ok := r.cataphor(t, here, f, bestScore); ok {
		r.refer(e, t, "pronoun-before-name", 65)
		return
	}
	floor := float32(-0.5)
	if f.gender == actor.Neut {
		floor = 1.2
	} else if f.plural {
		floor = 0.4
	}
	if best == token.None || bestScore < floor {
		return
	}
	reason := "pronoun"
	if f.reflexive {
		reason = "reflexive"
	}
	margin := bestScore - second
	x := &r.es[best]
	if x.Kind <= actor.Person && x.Gender == 0 && f.gender != 0 || x.Kind == actor.RoleOnly && x.Gender == 0 && f.gender != 0 {
		if f.gender != actor.Neut && here.sent-x.last.sent <= 1 {
			x.Gender = f.gender
		}
	}
	r.refer(best, t, reason, uint8(max(35, min(90, 55+margin*15))))
}

// refer adds pronoun t to entity e.
func (r *resolver) refer(e, t int32, reason string, score uint8) {
	s := r.d.Tokens[t].Span
	x := &r.es[e]
	x.Mentions = append(x.Mentions, Mention{Span: s, Full: s, First: t, Last: t + 1, Head: t, Form: actor.Pronoun, Reason: reason, Score: score, Index: token.None})
	r.touch(e, t, t+1)
}

// score tells how well entity c suits pronoun t, and whether it can at all.
func (r *resolver) score(c, t int32, here seen, f form) (float32, bool) {
	d := r.d
	x := &r.es[c]
	dist := here.sent - x.last.sent
	if dist > 8 || dist < 0 {
		return 0, false
	}
	switch {
	case f.plural:
		switch x.Kind {
		case actor.Group, actor.ArmedGroup:
		case actor.Organisation, actor.Company, actor.Media:
			if x.Number == actor.Sing && dist > 2 {
				return 0, false
			}
		case actor.State:
			return 0, false
		default:
			if x.Number != actor.Plur && (len(x.Members) == 0) {
				return 0, false
			}
		}
	case f.gender == actor.Neut:
		if !isBody(x.Kind) && x.Kind != actor.State || x.Number == actor.Plur || dist > 2 {
			return 0, false
		}
	default:
		if x.Kind != actor.Person && x.Kind != actor.RoleOnly || x.Number == actor.Plur || x.Gender == actor.Neut {
			return 0, false
		}
		if x.Gender != 0 && x.Gender != f.gender {
			return 0, false
		}
	}
	// nothing refers to the phrase it stands in, save a reflexive's subject
	if x.last.first <= t && t < x.last.last {
		return 0, false
	}
	last := x.last
	sameClause := dist == 0 && last.verb != token.None && last.verb == here.verb
	// "Trump wants to see him": who wants is who sees
	if dist == 0 && !sameClause && last.rel == token.Nsubj && here.verb != token.None && last.verb != token.None && d.Tokens[here.verb].Rel == token.Xcomp && d.Tokens[here.verb].Head == last.verb && !f.possessive && !f.reflexive && here.rel != token.Nsubj {
		return 0, false
	}
	s := float32(0)
	if f.reflexive {
		if !sameClause && !(dist == 0 && last.rel == token.Nsubj) {
			return 0, false
		}
		if last.rel == token.Nsubj {
			s += 3
		}
	} else if sameClause && !f.possessive && r.parsed {
		// subject and object of one clause are two
		if core(last.rel) && core(here.rel) || last.rel == token.Nsubj && (here.rel == token.Obl || here.rel == token.Obj) && last.quote == here.quote {
			return 0, false
		}
	}
	s -= 0.9 * float32(min(dist, 3))
	if dist > 3 {
		s -= 0.3 * float32(dist-3)
	}
	switch last.rel {
	case token.Nsubj:
		s += 1.1
		if here.rel == token.Nsubj {
			s += 0.5
		}
	case token.Obj, token.Iobj:
		s += 0.3
	case token.Root:
		s += 0.3
	case token.NmodPoss:
		s += 0.2
	case token.Nmod, token.Obl:
		s -= 0.1
	}
	s += 0.35 * min(x.weight*fade(here.sent-x.at), 3)
	switch {
	case f.plural:
		if x.Number == actor.Plur || x.Kind == actor.Group {
			s += 0.8
		}
	case x.Gender == f.gender:
		s += 0.6
	default:
		s -= 0.3
	}
	switch {
	case x.Kind == actor.Person && f.gender != actor.Neut:
		s += 0.5
	case x.Kind == actor.RoleOnly && r.relation(x):
		s -= 0.4
	}
	// quotations: outside of one, what is spoken of inside is farther; inside
	// one, he is not who speaks
	switch {
	case here.quote == token.None && last.quote != token.None:
		s -= 0.8
	case here.quote != token.None && r.saidBy(here.quote) == c:
		s -= 3
	case here.quote == token.None:
		// the speaker goes on speaking
		if here.rel == token.Nsubj && here.verb != token.None && speechVerb(&d.Tokens[here.verb]) && x.speaker >= 0 && here.sent-x.speaker <= 4 {
			s += 0.9 - 0.15*float32(here.sent-x.speaker)
		}
	}
	return s, true
}

// relation reports whether x is known only as somebody's: "her mother".
func (r *resolver) relation(x *entity) bool {
	m := &x.Mentions[0]
	switch r.d.Tokens[m.First].Lower {
	case "his", "her", "their", "my", "our":
		return true
	}
	return false
}

func core(rel token.Rel) bool {
	return rel == token.Nsubj || rel == token.Obj || rel == token.Iobj
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
	n := func(k int32) string {
		if int(t+k) < len(d.Tokens) && d.Tokens[t+k].Sent == tok.Sent {
			return d.Tokens[t+k].Lower
		}
		return ""
	}
	k := int32(1)
	switch n(k) {
	case "would", "will", "could", "may", "might", "should", "must", "can":
		k++
		if n(k) == "not" || n(k) == "n't" {
			k++
		}
	}
	switch n(k) {
	case "is", "was", "be", "'s", "has", "seems", "seemed", "appears", "appeared", "seem", "appear", "takes", "took", "remains", "remained", "became", "becomes", "turns", "turned", "emerged", "rained", "snowed", "follows", "happens", "happened", "matters", "looks", "looked":
		for j := k + 1; j < k+9; j++ {
			switch n(j) {
			case "that", "to", "whether", "if", "how", "why", "what", "who", "when", "because", "time", "clear", "possible", "likely", "unlikely", "important", "unclear", "impossible", "necessary", "difficult", "hard", "easy", "as", "like":
				return true
			case "", ".", ",":
				return false
			}
		}
	}
	return false
}

// cataphor is the subject of the main clause for a pronoun in a clause set
// before it: "Before he left, Trump said".
func (r *resolver) cataphor(t int32, here seen, f form, best float32) (int32, bool) {
	d := r.d
	if !r.parsed || f.reflexive || best > 1.2 || here.quote != token.None {
		return 0, false
	}
	sent := &d.Sents[here.sent]
	if t-sent.First > 8 {
		return 0, false
	}
	w := &d.Tokens[sent.First]
	if w.UPOS != token.SCONJ && w.UPOS != token.ADP && w.XPOS != token.VBG && w.UPOS != token.ADV {
		return 0, false
	}
	// the first comma after t, then a name
	for i := t + 1; i < sent.Last && i < t+25; i++ {
		if d.Tokens[i].Lower != "," {
			continue
		}
		if i+1 >= sent.Last {
			return 0, false
		}
		for _, k := range [2]int32{1, 2} {
			if i+k >= sent.Last {
				break
			}
			c := r.cover[i+k]
			if c == 0 {
				continue
			}
			m := &r.ms[c-1]
			e := r.of[c-1]
			if e == token.None || m.Kind != actor.Person && !(f.gender == actor.Neut && isBody(m.Kind)) || f.plural || !agrees(r.es[e].Gender, f.gender) {
				return 0, false
			}
			p := r.place(m.First, m.Last)
			if p.rel == token.Nsubj {
				return e, true
			}
			return 0, false
		}
		return 0, false
	}
	return 0, false
}

// relative gives who, whom and whose the phrase right before them.
func (r *resolver) relative(t int32) {
	d := r.d
	sent := &d.Sents[d.Tokens[t].Sent]
	if t == sent.First {
		return
	}
	at := t - 1
	if p := d.Tokens[at].Lower; (p == "," || prepositionLike(&d.Tokens[at]) || p == "all" || p == "–" || p == "—" || p == "(") && at > sent.First {
		at--
		if d.Tokens[at].Lower == "," && at > sent.First {
			at--
		}
	}
	best := token.None
	c := r.cover[at]
	if c != 0 {
		best = r.of[c-1]
	}
	// the phrase's own end may lie behind its name: "Kallas, the EU's chief, who"
	if best == token.None || !r.animate(best) {
		best = token.None
		for k := len(r.active) - 1; k >= 0 && k >= len(r.active)-6; k-- {
			x := &r.es[r.active[k]]
			if x.last.sent != d.Tokens[t].Sent || !r.animate(r.active[k]) {
				continue
			}
			m := &x.Mentions[len(x.Mentions)-1]
			if m.Full.End <= d.Tokens[t].Start && d.Tokens[t].Start-m.Full.End <= 3 {
				best = r.active[k]
				break
			}
			if r.parsed && d.Tokens[t].Rel != token.NoRel {
				// the relative clause hangs on the mention
				h := t
				for n := 0; n < 8 && h != token.None; n++ {
					if d.Tokens[h].Rel == token.AclRelcl {
						h = d.Tokens[h].Head
						break
					}
					h = d.Tokens[h].Head
				}
				if h != token.None && h >= m.First && h < m.Last {
					best = r.active[k]
					break
				}
			}
		}
	}
	if best == token.None || !r.animate(best) {
		return
	}
	r.refer(best, t, "relative", 85)
}

func (r *resolver) animate(e int32) bool {
	switch r.es[e].Kind {
	case actor.Person, actor.RoleOnly, actor.Group, actor.ArmedGroup, actor.Organisation:
		return true
	}
	return false
}

// pair finds two persons coordinated shortly before plural pronoun t, and
// makes or finds the actor that is both of them.
func (r *resolver) pair(t int32, here seen, f form) (int32, bool) {
	d := r.d
	// the nearest "A and B" in this sentence or the one before
	lo := max(d.Sents[max(here.sent-1, 0)].First, t-80)
	for i := t - 1; i > lo; i-- {
		if d.Tokens[i].Lower != "and" {
			continue
		}
		a, b := r.ending(i), r.starting(i+1)
		if a == token.None || b == token.None || a == b {
			continue
		}
		if d.Tokens[i].Quote != token.None && here.quote == token.None {
			continue
		}
		// a group nearer than the pair is the likelier
		for k := len(r.active) - 1; k >= 0; k-- {
			x := &r.es[r.active[k]]
			if x.last.first <= i {
				break
			}
			if x.Number == actor.Plur && len(x.Members) == 0 && x.last.rel != token.Obl && x.last.rel != token.Nmod {
				return 0, false
			}
		}
		return r.both2(a, b), true
	}
	return 0, false
}

// ending is the person whose mention ends before token i.
func (r *resolver) ending(i int32) int32 {
	if i == 0 {
		return token.None
	}
	if c := r.cover[i-1]; c != 0 && r.ms[c-1].Kind == actor.Person && r.ms[c-1].Last == i && r.of[c-1] != token.None {
		return r.of[c-1]
	}
	return token.None
}

// starting is the person whose mention, with titles, starts at token i.
func (r *resolver) starting(i int32) int32 {
	d := r.d
	for k := i; k < i+8 && int(k) < len(d.Tokens) && d.Tokens[k].Sent == d.Tokens[i].Sent; k++ {
		if c := r.cover[k]; c != 0 {
			m := &r.ms[c-1]
			if m.Kind == actor.Person && r.of[c-1] != token.None && m.Full.Start <= d.Tokens[i].Start {
				return r.of[c-1]
			}
		}
	}
	return token.None
}

// both2 is the actor made of a and b.
func (r *resolver) both2(a, b int32) int32 {
	for k := len(r.es) - 1; k >= 0 && k > len(r.es)-30; k-- {
		if m := r.es[k].Members; len(m) == 2 && (m[0] == a && m[1] == b || m[0] == b && m[1] == a) {
			return int32(k)
		}
	}
	r.es = append(r.es, entity{speaker: token.None, Actor: Actor{Kind: actor.Group, Name: r.es[a].Name + " and " + r.es[b].Name, Number: actor.Plur, Count: 2, Members: []int32{a, b}}})
	return int32(len(r.es) - 1)
}

// both resolves "both" that stands alone to the two persons named last.
func (r *resolver) both(t int32) {
	d := r.d
	if int(t)+1 < len(d.Tokens) && d.Tokens[t+1].Sent == d.Tokens[t].Sent {
		n := &d.Tokens[t+1]
		if n.UPOS == token.NOUN || n.UPOS == token.PROPN || n.UPOS == token.DET || n.UPOS == token.ADJ || n.UPOS == token.PRON || n.Is(token.Capital) || n.UPOS == token.ADP && n.Lower != "of" {
			return
		}
		if n.UPOS == token.NoUPOS && !verbLike(n) {
			return
		}
		if n.Lower == "of" {
			return
		}
	} else {
		return
	}
	here := r.place(t, t+1)
	if e, ok := r.pair(t, here, form{plural: true}); ok {
		r.refer(e, t, "both", 65)
	}
}
