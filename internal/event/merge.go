package event

import (
	"slices"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// maxBack is how many earlier events a mention is compared with.
const maxBack = 64

// maxEchoes is how many nouns of one sentence are looked at as mentions.
const maxEchoes = 24

// participants are the actors of e, each once.
func participants(e *Event) []int32 {
	var out []int32
	for i := range e.Roles {
		if a := e.Roles[i].Actor; a != token.None && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

func subset(a, b []int32) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// family groups the events that may be one and the same happening.
func family(e *Event) string {
	if e.Kind == ontology.Consult && e.Mode != "" {
		if m, ok := wordTable.Text(e.Mode, classMeetingFamily); ok {
			return m
		}
	}
	switch {
	case e.Kind == ontology.Consult:
		return ontology.Consult
	case e.Kind == ontology.Support && e.Mode == "sign":
		return e.Mode
	case e.Kind == ontology.Support, e.Kind == ontology.Change:
		return e.Lemma
	case wordTable.Has(e.Kind, classModed):
		return e.Kind + e.Mode
	}
	return e.Kind
}

// firm reports whether e's time comes from the text about this very event.
func firm(e *Event) bool {
	return e.Bound == Within && e.by != 0 && e.by != ByArticle
}

// clash reports whether a and b cannot be one event by time or place.
func (f *finder) clash(a, b *Event) bool {
	if firm(a) && firm(b) && a.When != b.When && !a.When.Overlaps(b.When) {
		return true
	}
	if f.stillToCome(a, b) || f.stillToCome(b, a) {
		return true
	}
	if a.Place != token.None && b.Place != token.None && a.Place != b.Place &&
		f.d.Str(f.in.Places[a.Place].Span) != f.d.Str(f.in.Places[b.Place].Span) && a.Sent != b.Sent {
		return true
	}
	return false
}

// stillToCome reports whether a has a day to come and b is told as done: the hearing
// that is set for May is not the plea that was heard.
func (f *finder) stillToCome(a, b *Event) bool {
	return firm(a) && a.Time != token.None && !f.over(a.When) && b.Status == Occurred && f.toldDone(b)
}

// definite tells how noun n refers: +1 back ("the", "this", a possessive,
// "upcoming"), -1 to something new ("a", a number), 0 neither.
func (f *finder) definite(n int32) int {
	out := 0
	for k := range f.kids(n) {
		if k > n {
			break
		}
		t := &f.d.Tokens[k]
		switch e := wordTable.Find(t.Lower); {
		case t.Rel == token.Det:
			if e.Has(classIndefinite) {
				return -1
			}
			out = 1
		case t.Rel == token.NmodPoss, e.Has(classDue):
			out = 1
		case e.Has(classAnother), t.Rel == token.Nummod:
			return -1
		}
	}
	return out
}

// same is the index of the earlier event that e is again, or -1, and how
// surely it is.
func (f *finder) same(es []Event, e *Event) (j int, by Tie) {
	m := mention{e: e, who: participants(e), family: family(e), f: f, recent: f.news(e.When)}
	if u := f.d.Tokens[e.Head].UPOS; u == token.NOUN || u == token.PROPN {
		m.noun, m.back = true, f.definite(e.Head) > 0
	}
	best, rank := -1, Tie(0)
	latest := int32(-1) // where the best was last mentioned, by the same noun if it was
	for j := len(es) - 1; j >= 0 && j >= len(es)-maxBack; j-- {
		o := &es[j]
		if o.Kind != e.Kind || family(o) != m.family || f.clash(o, e) || o.Status == Denied != (e.Status == Denied) && !m.noun {
			continue
		}
		r := m.rank(o)
		if r == 0 || r < rank {
			continue
		}
		// "The meeting" is the one that was last called a meeting.
		at := int32(0)
		if m.noun && r <= ByBack {
			at = f.lastCalled(o, e.Lemma)
		}
		if r > rank || at > latest {
			best, rank, latest = j, r, at
		}
	}
	return best, rank
}

// Tie tells why two mentions are of one event; the surer one is the greater.
type Tie uint8

const (
	ByWider Tie = iota + 1 // it refers back, and tells of more actors than before
	ByBack                 // it refers back
	BySides                // it refers back, or has the same word and date, and names the actors
	ByAll                  // the same two or more actors
)

var tieNames = [...]string{"", "refers-back-wider", "refers-back", "same-actor", "same-actors"}

// String is the tie in a word.
func (t Tie) String() string {
	if int(t) < len(tieNames) {
		return tieNames[t]
	}
	return ""
}

// A mention is an event that may be one of the earlier ones again.
type mention struct {
	f      *finder
	e      *Event
	who    []int32
	family string
	noun   bool // a noun tells it,
	back   bool // and refers back
	recent bool // its day is one of the news
}

// rank is how surely m is the earlier event o: 0 is not at all.
func (m *mention) rank(o *Event) Tie {
	whom := participants(o)
	fits := subset(m.who, whom)
	switch {
	case len(m.who) >= 2 && len(m.who) == len(whom) && fits:
		return ByAll
	case m.back && len(m.who) > 0 && fits:
		return BySides
	case m.back && len(m.who) == 0:
		if m.known(o) {
			return 0
		}
		return ByBack
	case m.back && len(whom) > 0 && subset(whom, m.who):
		if !m.recent && m.known(o) {
			return 0
		}
		return ByWider
	case m.noun || o.Lemma != m.e.Lemma || len(m.who) == 0 || len(whom) == 0 || !fits && !subset(whom, m.who):
		return 0
	case firm(o) && firm(m.e) && o.When == m.e.When:
		return BySides
	}
	return 0
}

// known reports whether one of m and o has a day of its own by which it is another
// event: m, where o is told by another word or number, or far before, or may not
// be. "Friday's attack" is none of "the attacks on shops", but "Thursday's speech"
// is "a speech to the members". Or o, where m has none: "the storm" is none of "the
// hurricanes of 2020" in the text of another year.
func (m *mention) known(o *Event) bool {
	const reach, year = 10, 365 // sentences, days
	number := m.f.d.Tokens[m.e.Head].XPOS == m.f.d.Tokens[o.Head].XPOS
	if firm(o) {
		return !firm(m.e) && (o.nominal && !number || o.Lemma != m.e.Lemma && m.f.age(o.When) > year)
	}
	return firm(m.e) && m.e.Time != token.None && (!o.nominal || o.Lemma != m.e.Lemma || !number ||
		o.Status == Possible || o.Status == Denied || m.e.Sent-o.Sent > reach && !m.recent)
}

// lastCalled is the start of o's last mention by a word of that lemma, or 0.
func (f *finder) lastCalled(o *Event, lemma string) int32 {
	for i := len(o.Mentions) - 1; i >= 0; i-- {
		if k := f.d.At(o.Mentions[i].Start); int(k) < len(f.d.Tokens) && f.d.Tokens[k].Lemma == lemma {
			return o.Mentions[i].Start
		}
	}
	return 0
}

// tied notes why one more mention is o's: the weakest tie tells how sure all are.
func (o *Event) tied(by Tie) {
	if o.tie == 0 || by < o.tie {
		o.tie = by
	}
}

// join adds the mention e to o.
func join(o, e *Event, by Tie) {
	o.Mentions = append(o.Mentions, e.Mentions...)
	o.tied(by)
	if o.by == 0 && e.by != 0 || o.by == ByReporting && o.Bound == OnOrBefore && firm(e) && by != ByBack && !o.When.Before(e.When) {
		o.Time, o.When, o.Bound, o.by = e.Time, e.When, e.Bound, e.by
	}
	if o.Place == token.None && e.Place != token.None && (o.Kind != ontology.Election || o.nominal && e.nominal && o.Lemma == e.Lemma) {
		o.Place, o.placeBy = e.Place, e.placeBy // who runs and wins does so in many places
	}
	if len(participants(o)) < len(participants(e)) {
		for i := range e.Roles {
			r := &e.Roles[i]
			if r.Actor != token.None && !slices.ContainsFunc(o.Roles, func(x Role) bool { return x.Actor == r.Actor }) {
				o.Roles = append(o.Roles, *r)
			}
		}
	}
	switch {
	case e.nominal: // a noun names the event without saying whether it came about
	case (o.Status == Planned || o.Status == Possible) && (e.real() || e.Status == Failed):
		o.Status, o.Code = e.Status, e.Code
	}
}

// echoes adds to earlier events the nouns of sentence s that refer back to
// them and have made no event: "the implications of the meeting".
func (f *finder) echoes(es []Event, s int32, from int) {
	if from == 0 {
		return
	}
	n := 0
	for _, i := range f.seq {
		t := &f.d.Tokens[i]
		if n > maxEchoes {
			return
		}
		if t.UPOS != token.NOUN || t.Rel == token.Compound || t.Rel == token.NmodPoss {
			continue
		}
		h, ok := f.nominal(i, false, maxClimb-1)
		if !ok || slices.ContainsFunc(es[max(0, len(es)-maxBack-maxPerSentence):],
			func(e Event) bool { return slices.Contains(e.Mentions, t.Span) }) {
			continue
		}
		n++
		f.judge(&h)
		e := f.event(&h, s)
		f.locate(&e)
		if j, by := f.same(es[:from], &e); j >= 0 {
			if len(es[j].Mentions) < 256 {
				es[j].tied(by)
				es[j].Mentions = append(es[j].Mentions, t.Span)
			}
		}
	}
}
