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
	pair    bool    // it is two others
	weight  float32 // how much the text has spoken of it, fading with distance
	at      int32   // sentence of weight
	speaker int32   // sentence in which it last was the subject of a verb of speech, or None
	sure    bool    // its gender is stated, not guessed
	full    []int32 // first tokens of its full names, in order
	lone    int32   // first token of its last lone name so far
	lones   int
	names   int32    // how often the article names it
	para    int32    // paragraph that named it last so far, or None
	offices []string // offices that its names carry, a few
	titles  []int32  // words with a capital right before its names, a few
	fate    fate
	age     string  // in years, as the text gives it
	aside   int     // how many of its roles definite descriptions beside its name told
	told    []int32 // of its roles, those that no other before says the same as, a few
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
	cover  []int32 // token: mention that covers it plus one (the smallest)
	said   []int32 // quotation: entity that speaks, or None
	pron   []int32 // token: entity that the pronoun there refers to, or None
	tried  []bool  // token: a pronoun that was looked at
	kin    []kin
	buf    []Candidate

	turned    int   // how often somebody turned out to be somebody
	main      int32 // the person whom the article names most by far, or None
	interview interview
	narrator  narrator
}

// Resolve groups ms, the mentions that actor.Find gave, into actors, by first
// mention in the text, and adds the pronouns that refer to them. First- and
// second-person pronouns inside quotations are left to LinkFirstPerson, which
// needs to know who speaks.
func Resolve(d *token.Doc, ms []actor.Mention, o Options) []Actor {
	if len(ms) == 0 {
		return nil
	}
	r := &resolver{d: d, ms: ms, o: o, of: none(len(ms)), said: none(len(d.Quotes)),
		pron: none(len(d.Tokens)), tried: make([]bool, len(d.Tokens)), cover: make([]int32, len(d.Tokens))}
	for i := range ms {
		d.CheckAt(i)
		for t := ms[i].First; t < ms[i].Last; t++ {
			r.cover[t] = int32(i) + 1
		}
	}
	r.persons()
	r.bodies()
	r.main = r.mainPerson()
	r.interview = r.findInterview()
	r.narrator = r.findNarrator()
	r.walk()
	return r.finish()
}

func none(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = token.None
	}
	return out
}

// newEntity makes an entity of mention i.
func (r *resolver) newEntity(i int32) int32 {
	m := &r.ms[i]
	e := entity{speaker: token.None, para: token.None, Actor: Actor{Kind: m.Kind, Name: m.Name, Country: m.Country, Gender: m.Gender,
		Number: m.Number, Count: m.Count, IDs: m.IDs}}
	e.words = strings.Fields(actor.Fold(m.Name))
	e.sure = m.Gender != 0 && (len(m.Titles) > 0 || len(m.Roles) > 0)
	r.es = append(r.es, e)
	r.of[i] = int32(len(r.es) - 1)
	return r.of[i]
}

// add puts mention i of the list into entity e.
func (r *resolver) add(e int32, i int32, reason string, score uint8) {
	r.describe(e, i, reason, score)
	r.touch(e, r.ms[i].First, r.ms[i].Last)
}

// mention is what a phrase of tokens [first, last) says of an actor: one that
// actor.Find did not give.
func (r *resolver) mention(first, last, head int32, form actor.Form, reason string, score uint8) Mention {
	s := r.d.SpanOf(first, last)
	return Mention{Span: s, Full: s, First: first, Last: last, Head: head, Form: form, Reason: reason, Score: score, Index: token.None}
}

// describe is add for what the sentence says of e besides: it does not make e
// more spoken of.
func (r *resolver) describe(e int32, i int32, reason string, score uint8) {
	m := &r.ms[i]
	r.of[i] = e
	x := &r.es[e]
	x.Mentions = append(x.Mentions, Mention{Span: m.Span, Full: m.Full, First: m.First, Last: m.Last, Head: m.Head, Form: m.Form,
		Reason: reason, Score: score, Index: i})
	if m.Form == actor.Name || x.Kind == actor.RoleOnly || x.Kind == actor.Group {
		x.addRoles(m.Roles)
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
	x.IDs = actor.AddIDs(x.IDs, m.IDs)
}

// touch notes that entity e was last spoken of at tokens [first, last).
func (r *resolver) touch(e, first, last int32) {
	x := &r.es[e]
	x.last = r.place(first, last)
	if person(x.Kind) || x.Kind == actor.Group || x.Kind == actor.ArmedGroup {
		x.fate |= r.fateOf(x.last)
		if x.age == "" {
			x.age = r.ageOf(first, last)
		}
	}
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

// recent yields the entities that can be referred back to, the last one first.
func (r *resolver) recent(yield func(c int32, x *entity) bool) {
	for k := len(r.active) - 1; k >= 0; k-- {
		if !yield(r.active[k], &r.es[r.active[k]]) {
			return
		}
	}
}

// only is the one entity that can be referred back to and is wanted, or None:
// of two it is neither.
func (r *resolver) only(wanted func(x *entity) bool) int32 {
	found := token.None
	for c, x := range r.recent {
		if !wanted(x) {
			continue
		}
		if found != token.None {
			return token.None
		}
		found = c
	}
	return found
}

// maxActive bounds how many actors can be referred back to by a pronoun.
const maxActive = 40

// maxTold bounds how many different roles of one actor are asked whether a
// description means it: a text can call one actor the same a thousand times.
const maxTold = 64

// addRoles gives x what a mention calls it.
func (x *entity) addRoles(rs []actor.Role) {
	for i := range rs {
		same := func(k int32) bool {
			a, b := &x.Roles[k], &rs[i]
			return a.Text == b.Text && a.Office == b.Office && a.Country == b.Country && a.Party == b.Party && a.Standing == b.Standing
		}
		if len(x.told) < maxTold && !slices.ContainsFunc(x.told, same) {
			x.told = append(x.told, int32(len(x.Roles)))
		}
		x.Roles = append(x.Roles, rs[i])
	}
}

// fade is what is left of a weight n sentences later.
func fade(n int32) float32 {
	w := float32(1)
	for ; n > 0 && w > 0.01; n-- {
		w *= fadeStep
	}
	return w
}

// place tells how tokens [first, last) stand in their sentence.
func (r *resolver) place(first, last int32) seen {
	d := r.d
	s := seen{first: first, last: last, sent: d.Tokens[first].Sent, top: last - 1, verb: token.None, quote: d.Tokens[first].Quote}
	for t := first; t < last; t++ {
		if h := d.Tokens[t].Head; h == token.None || h < first || h >= last {
			s.top = t
			break
		}
	}
	t := r.leading(s.top)
	s.rel = d.Tokens[t].Rel.Base()
	if d.Tokens[t].Rel == token.NmodPoss {
		s.rel = token.NmodPoss
	}
	h := d.Tokens[t].Head
	for n := 0; h != token.None && n < 12; n++ {
		if verbal(&d.Tokens[h]) || clausal(d.Tokens[h].Rel) {
			break
		}
		h = d.Tokens[h].Head
	}
	s.verb = h
	return s
}

// leading is the noun that carries the relation of token t: the first of a
// list, the one in apposition to which t stands.
func (r *resolver) leading(t int32) int32 {
	for n := 0; n < 4; n++ {
		rel := r.d.Tokens[t].Rel.Base()
		h := r.d.Tokens[t].Head
		if h == token.None {
			break
		}
		p := r.d.Tokens[h].UPOS
		switch {
		case rel == token.Conj && p != token.VERB, rel == token.Appos, rel == token.Flat, rel == token.Compound && p == token.PROPN:
			t = h
			continue
		}
		break
	}
	return t
}

// clausal reports whether a word of that relation heads a clause of its own.
func clausal(rel token.Rel) bool {
	switch rel.Base() {
	case token.Root, token.Ccomp, token.Xcomp, token.Advcl, token.Acl, token.Parataxis, token.Csubj:
		return true
	}
	return false
}

// walk goes through the mentions and pronouns in text order. Of a sentence
// with a quotation, what stands outside comes first: who speaks must be known
// before who is spoken of.
func (r *resolver) walk() {
	next := 0
	for s := range r.d.Sents {
		r.d.Check()
		sent := &r.d.Sents[s]
		from := next
		for next < len(r.ms) && r.ms[next].First < sent.Last {
			next++
		}
		quoted := func(t int32) bool { return r.d.Tokens[t].Quote != token.None }
		any := false
		for t := sent.First; t < sent.Last && !any; t++ {
			any = quoted(t)
		}
		if !any {
			r.run(sent, from, next, func(int32) bool { return true })
			continue
		}
		r.run(sent, from, next, func(t int32) bool { return !quoted(t) })
		r.guessSpeaker(int32(s), from, next)
		r.run(sent, from, next, quoted)
	}
}

// run goes through those mentions and pronouns of a sentence that want allows.
func (r *resolver) run(sent *token.Sentence, from, to int, want func(t int32) bool) {
	for t := sent.First; t < sent.Last; t++ {
		for from < to && r.ms[from].First <= t {
			i := int32(from)
			from++
			r.d.CheckAt(from * 8) // each costs
			m := &r.ms[i]
			switch {
			case !want(m.First), r.lettersTurn(m):
			case r.of[i] != token.None:
				r.name(i)
				r.relate(r.of[i], m)
			case m.Predicate:
				r.predicated(i)
			case m.Form == actor.Nominal:
				r.nominal(i)
			default:
				r.newEntity(i)
				r.add(r.of[i], i, "first-mention", m.Score)
			}
		}
		if (sent.Kind == token.Body || sent.Kind == token.Headline) && want(t) {
			r.pronoun(t)
			r.byAge(t, sent.Last)
			r.byTwo(t, sent.Last)
			r.describes(t)
			r.byHead(t)
		}
	}
}

// finish puts the actors in order of first mention and settles their names.
func (r *resolver) finish() []Actor {
	order := make([]int32, 0, len(r.es))
	for i := range r.es {
		r.d.CheckAt(i)
		if len(r.es[i].Mentions) > 0 {
			order = append(order, int32(i))
		}
	}
	for at, i := range order {
		r.d.CheckAt(at)
		slices.SortStableFunc(r.es[i].Mentions, compareMentions)
		// "WHO" is a name, and looks like a pronoun.
		r.es[i].Mentions = slices.CompactFunc(r.es[i].Mentions, func(a, b Mention) bool { return a.Span == b.Span })
	}
	slices.SortStableFunc(order, token.Looking(r.d, func(a, b int32) int {
		return compareMentions(r.es[a].Mentions[0], r.es[b].Mentions[0])
	}))
	index := make([]int32, len(r.es)) // entity: place in order
	for n, i := range order {
		index[i] = int32(n)
	}
	out := make([]Actor, 0, len(order))
	for at, i := range order {
		r.d.CheckAt(at)
		a := r.es[i].Actor
		for k, m := range a.Members {
			a.Members[k] = index[m]
		}
		slices.Sort(a.Members)
		r.settleName(&a, r.es[i].pair)
		r.holder(&a)
		a.tableIDs()
		out = append(out, a)
	}
	return out
}

func compareMentions(a, b Mention) int {
	return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
}

// settleName sets the fullest form as the name, and the others as aliases. A
// pair keeps "A and B", which says more than "both men".
func (r *resolver) settleName(a *Actor, pair bool) {
	best, most := "", -1
	for i := range a.Mentions {
		if m := &a.Mentions[i]; m.Index != token.None {
			if w := fullness(&r.ms[m.Index]); w > most {
				best, most = r.ms[m.Index].Name, w
			}
		}
	}
	if most < 0 {
		return
	}
	if pair {
		a.Aliases = append(a.Aliases, best)
		return
	}
	a.Name = best
	known := map[string]bool{a.Name: true}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Index == token.None {
			continue
		}
		if s := r.ms[m.Index].Name; !known[s] {
			known[s] = true
			a.Aliases = append(a.Aliases, s)
		}
	}
}

// fullness ranks a mention as the name of its actor: a name of several words
// first, a capital for its state after every other name.
func fullness(m *actor.Mention) int {
	if m.Form != actor.Name {
		return 0
	}
	w := 100 + min(4, 1+strings.Count(m.Name, " "))*10
	if upper(m.Name) && len(m.Name) > 6 {
		w -= 30 // a headline in capitals
	}
	if m.Metonym {
		w -= 90
	}
	return w
}
