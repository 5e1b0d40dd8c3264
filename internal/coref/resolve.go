package coref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// entity is an actor under construction.
type entity struct {
	Actor
	words   []string // folded words of the name
	last    seen     // its last mention outside pronouns of its own phrase
	seen    bool
	weight  float32 // how much the text has spoken of it, fading with distance
	at      int32   // sentence of weight
	speaker int32   // sentence in which it last was the subject of a verb of speech, or None
	sure    bool    // its gender is stated, not guessed
	full    []int32 // first tokens of its full names, in order
	lone    int32   // first token of its last lone name so far
	lones   int
	offices []string // offices that its names carry, a few
}

// seen is where and how a mention stands.
type seen struct {
	first, last int32 // tokens
	sent        int32
	top         int32 // token that carries the mention's relation
	rel         token.Rel
	verb        int32 // head of the clause
	quote       int32
}

type resolver struct {
	d      *token.Doc
	ms     []actor.Mention
	o      Options
	es     []entity
	of     []int32 // mention: entity, or None
	active []int32 // entities by last mention, most recent last
	parsed bool
	cover  []int32 // token: mention that covers it plus one (the smallest)
	said   []int32 // quotation: entity that speaks, or None
}

// Resolve groups ms, the mentions that actor.Find gave, into actors, by first
// mention in the text, and adds the pronouns that refer to them. First- and
// second-person pronouns inside quotations are left to LinkFirstPerson, which
// needs to know who speaks.
func Resolve(d *token.Doc, ms []actor.Mention, o Options) []Actor {
	if len(ms) == 0 {
		return nil
	}
	r := &resolver{d: d, ms: ms, o: o, of: make([]int32, len(ms))}
	for i := range d.Tokens {
		if d.Tokens[i].Rel != token.NoRel && d.Tokens[i].UPOS != token.NoUPOS {
			r.parsed = true
			break
		}
	}
	for i := range r.of {
		r.of[i] = token.None
	}
	r.cover = make([]int32, len(d.Tokens))
	r.said = make([]int32, len(d.Quotes))
	for i := range r.said {
		r.said[i] = token.None
	}
	for i := range ms {
		for t := ms[i].First; t < ms[i].Last; t++ {
			r.cover[t] = int32(i) + 1
		}
	}
	r.persons()
	r.bodies()
	r.walk()
	return r.finish()
}

// newEntity makes an entity of mention i.
func (r *resolver) newEntity(i int32) int32 {
	m := &r.ms[i]
	e := entity{speaker: token.None, Actor: Actor{Kind: m.Kind, Name: m.Name, Country: m.Country, Gender: m.Gender, Number: m.Number, Count: m.Count}}
	e.words = strings.Fields(actor.Fold(m.Name))
	e.sure = m.Gender != 0 && (len(m.Titles) > 0 || len(m.Roles) > 0)
	r.es = append(r.es, e)
	r.of[i] = int32(len(r.es) - 1)
	return r.of[i]
}

// add puts mention i of the list into entity e.
func (r *resolver) add(e int32, i int32, reason string, score uint8) {
	m := &r.ms[i]
	r.of[i] = e
	x := &r.es[e]
	x.Mentions = append(x.Mentions, Mention{Span: m.Span, Full: m.Full, First: m.First, Last: m.Last, Head: m.Head, Form: m.Form, Reason: reason, Score: score, Index: i})
	for _, ro := range m.Roles {
		if m.Form == actor.Name || x.Kind == actor.RoleOnly || x.Kind == actor.Group {
			x.Roles = append(x.Roles, ro)
		}
	}
	if x.Country == "" && (m.Form == actor.Name || x.Kind != actor.Person) {
		x.Country = m.Country
	}
	if x.Gender == 0 {
		x.Gender = m.Gender
	}
	if x.Count == 0 {
		x.Count = m.Count
	}
	r.touch(e, m.First, m.Last)
}

// touch notes that entity e was last spoken of at tokens [first, last).
func (r *resolver) touch(e, first, last int32) {
	x := &r.es[e]
	x.last = r.place(first, last)
	if !x.seen {
		x.seen, x.at = true, x.last.sent
	}
	x.weight = x.weight*fade(x.last.sent-x.at) + 1
	x.at = x.last.sent
	if x.last.rel == token.Nsubj && x.last.verb != token.None && speechVerb(&r.d.Tokens[x.last.verb]) {
		x.speaker = x.last.sent
		r.speaks(e, x.last.sent)
	}
	if k := slices.Index(r.active, e); k >= 0 {
		r.active = slices.Delete(r.active, k, k+1)
	} else if len(r.active) >= maxActive {
		r.active = slices.Delete(r.active, 0, 1)
	}
	r.active = append(r.active, e)
}

// speaks notes entity e as who speaks in the quotations that reach into
// sentence s.
func (r *resolver) speaks(e, s int32) {
	sent := &r.d.Sents[s]
	if sent.Last-sent.First > 1000 {
		return // no sentence of an article
	}
	q := -1
	for t := sent.First; t < sent.Last; t++ {
		if k := r.d.Tokens[t].Quote; k != token.None && int(k) != q {
			q = int(k)
			for n := 0; k != token.None && n < 4; n, k = n+1, r.d.Quotes[k].Parent {
				if r.said[k] == token.None {
					r.said[k] = e
				}
			}
		}
	}
}

// guessSpeaker finds who speaks in sentence s, whose tree did not tell: of
// the people outside its quotations the one nearest to a verb of speech; or,
// when all of it is quoted, who spoke last in the paragraph.
func (r *resolver) guessSpeaker(s int32, from, to int) {
	d := r.d
	sent := &d.Sents[s]
	open, outside, verb := token.None, false, token.None
	for t := sent.First; t < sent.Last; t++ {
		tok := &d.Tokens[t]
		if tok.Quote != token.None {
			if r.said[tok.Quote] != token.None {
				return
			}
			open = tok.Quote
			continue
		}
		if !tok.Is(token.Punct) {
			outside = true
			if verb == token.None && speechVerb(tok) && verbLike(tok) {
				verb = t
			}
		}
	}
	if open == token.None {
		return
	}
	if !outside {
		// a quotation of its own in the speaker's paragraph
		for q := open - 1; q >= 0 && q >= open-6; q-- {
			p := &d.Quotes[q]
			if p.End > d.Quotes[open].Start {
				continue
			}
			if p.Parent != token.None {
				continue
			}
			if d.Sents[d.Tokens[min(d.At(p.Start), int32(len(d.Tokens)-1))].Sent].Para == sent.Para {
				r.said[open] = r.said[q]
			}
			return
		}
		return
	}
	if verb == token.None {
		return
	}
	best, near := token.None, int32(12)
	for i := from; i < to; i++ {
		m := &r.ms[i]
		if r.of[i] == token.None || d.Tokens[m.First].Quote != token.None || m.Kind != actor.Person && m.Kind != actor.RoleOnly {
			continue
		}
		dist := verb - m.Last
		if dist < 0 {
			dist = m.First - verb
		}
		if dist < near {
			best, near = r.of[i], dist
		}
	}
	if best != token.None {
		r.es[best].speaker = s
		r.speaks(best, s)
	}
}

// saidBy is who speaks in quotation q, as far as is known, or token.None.
func (r *resolver) saidBy(q int32) int32 {
	for n := 0; q != token.None && n < 8; n++ {
		if r.said[q] != token.None {
			return r.said[q]
		}
		q = r.d.Quotes[q].Prev
	}
	return token.None
}

// maxActive bounds how many actors can be referred back to by a pronoun.
const maxActive = 40

// fade is what is left of a weight n sentences later.
func fade(n int32) float32 {
	w := float32(1)
	for ; n > 0 && w > 0.01; n-- {
		w *= 0.75
	}
	return w
}

// place tells how tokens [first, last) stand in their sentence.
func (r *resolver) place(first, last int32) seen {
	d := r.d
	s := seen{first: first, last: last, sent: d.Tokens[first].Sent, top: last - 1, verb: token.None, quote: d.Tokens[first].Quote}
	if !r.parsed {
		s.rel = token.Obl
		sent := &d.Sents[s.sent]
		if last < sent.Last && verbLike(&d.Tokens[last]) && (first == sent.First || !prepositionLike(&d.Tokens[first-1])) {
			s.rel, s.verb = token.Nsubj, last
		} else if first > sent.First && verbLike(&d.Tokens[first-1]) {
			s.rel, s.verb = token.Obj, first-1
			if speechVerb(&d.Tokens[first-1]) {
				s.rel = token.Nsubj
			}
		}
		return s
	}
	for t := first; t < last; t++ {
		if h := d.Tokens[t].Head; h == token.None || h < first || h >= last {
			s.top = t
			break
		}
	}
	t := s.top
	for n := 0; n < 4; n++ {
		rel := d.Tokens[t].Rel.Base()
		h := d.Tokens[t].Head
		if h == token.None || rel != token.Conj && rel != token.Appos && rel != token.Flat && rel != token.Compound {
			break
		}
		if rel == token.Conj && d.Tokens[h].UPOS == token.VERB || rel == token.Compound && d.Tokens[h].UPOS != token.PROPN {
			break
		}
		t = h
	}
	s.rel = d.Tokens[t].Rel.Base()
	if d.Tokens[t].Rel == token.NmodPoss {
		s.rel = token.NmodPoss
	}
	h := d.Tokens[t].Head
	for n := 0; h != token.None && n < 12; n++ {
		p := d.Tokens[h].UPOS
		if p == token.VERB || p == token.AUX || clausal(d.Tokens[h].Rel) {
			break
		}
		h = d.Tokens[h].Head
	}
	s.verb = h
	return s
}

// clausal reports whether a word of that relation heads a clause of its own.
func clausal(rel token.Rel) bool {
	switch rel.Base() {
	case token.Root, token.Ccomp, token.Xcomp, token.Advcl, token.Acl, token.Parataxis, token.Csubj:
		return true
	}
	return false
}

// walk goes through the mentions and pronouns in text order.
func (r *resolver) walk() {
	// Of a sentence with a quotation, what stands outside comes first: who
	// speaks must be known before who is spoken of.
	next := 0
	for s := range r.d.Sents {
		sent := &r.d.Sents[s]
		from := next
		for next < len(r.ms) && r.ms[next].First < sent.Last {
			next++
		}
		quoted := false
		for t := sent.First; t < sent.Last && !quoted; t++ {
			quoted = r.d.Tokens[t].Quote != token.None
		}
		if !quoted {
			r.run(sent, from, next, func(int32) bool { return true })
			continue
		}
		r.run(sent, from, next, func(t int32) bool { return r.d.Tokens[t].Quote == token.None })
		r.guessSpeaker(int32(s), from, next)
		r.run(sent, from, next, func(t int32) bool { return r.d.Tokens[t].Quote != token.None })
	}
}

// run goes through those mentions and pronouns of a sentence that want allows.
func (r *resolver) run(sent *token.Sentence, from, to int, want func(t int32) bool) {
	for t := sent.First; t < sent.Last; t++ {
		for from < to && r.ms[from].First <= t {
			i := int32(from)
			from++
			m := &r.ms[i]
			switch {
			case !want(m.First):
			case r.of[i] != token.None:
				r.name(i)
			case m.Form == actor.Nominal:
				r.nominal(i)
			default:
				r.newEntity(i)
				r.add(r.of[i], i, "first-mention", m.Score)
			}
		}
		if (sent.Kind == token.Body || sent.Kind == token.Headline) && want(t) {
			r.pronoun(t)
		}
	}
}

// finish puts the actors in order of first mention and settles their names.
func (r *resolver) finish() []Actor {
	out := make([]Actor, 0, len(r.es))
	index := make([]int32, len(r.es)) // entity: place in order
	order := make([]int32, 0, len(r.es))
	for i := range r.es {
		if len(r.es[i].Mentions) > 0 {
			order = append(order, int32(i))
		}
	}
	for _, i := range order {
		slices.SortStableFunc(r.es[i].Mentions, func(a, b Mention) int {
			return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
		})
		// "WHO" is a name, and looks like a pronoun.
		r.es[i].Mentions = slices.CompactFunc(r.es[i].Mentions, func(a, b Mention) bool { return a.Span == b.Span })
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		x, y := r.es[a].Mentions[0].Span, r.es[b].Mentions[0].Span
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	for n, i := range order {
		index[i] = int32(n)
	}
	for _, i := range order {
		e := &r.es[i]
		a := e.Actor
		for k, m := range a.Members {
			a.Members[k] = index[m]
		}
		slices.Sort(a.Members)
		r.settleName(&a)
		r.holder(&a)
		out = append(out, a)
	}
	return out
}

// settleName sets the fullest form as the name, and the others as aliases.
func (r *resolver) settleName(a *Actor) {
	best, bestWords := -1, -1
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Index == token.None {
			continue
		}
		s := r.ms[m.Index].Name
		w := 0
		if m.Form == actor.Name {
			w = 100 + min(4, 1+strings.Count(s, " "))*10
			if strings.ToUpper(s) == s && len(s) > 6 {
				w -= 30 // a headline in capitals
			}
			if r.ms[m.Index].Rule == "capital-for-state" {
				w -= 90
			}
		}
		if w > bestWords {
			best, bestWords = i, w
		}
	}
	if best < 0 {
		return
	}
	if len(a.Members) == 2 && (a.Mentions[0].Reason == "both" || a.Mentions[0].Reason == "plural-of-two") {
		a.Aliases = append(a.Aliases, r.ms[a.Mentions[best].Index].Name)
		return // "A and B" says more than "both men"
	}
	a.Name = r.ms[a.Mentions[best].Index].Name
	seen := map[string]bool{a.Name: true}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Index == token.None {
			continue
		}
		if s := r.ms[m.Index].Name; !seen[s] {
			seen[s] = true
			a.Aliases = append(a.Aliases, s)
		}
	}
}
