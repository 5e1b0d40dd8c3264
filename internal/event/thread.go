package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// Chosen on the annotated training articles.
const (
	threadReach = 3        // sentences after the last act of a day that may go on with it unsaid
	looseReach  = 1        // the same, where that day is the one of publication, the text's own, or older than news: what follows is as often its background
	never       = -1 << 20 // a sentence farther back than any reach
	storyDays   = 31       // days before the publication that a story may begin on
	newsDays    = 7        // days before the publication that are news: of older ones only a single day goes on, into the next sentence
)

// thread dates what the story goes on to tell by the day that it told last:
// "On Monday they met. The minister signed a treaty."
func (f *finder) thread(es []Event) {
	var day when.Value
	at := int32(never)
	var source *Event   // what told the day
	var term when.Value // the quarter or half of the last results
	termAt := at
	sole := f.soleDay(es)
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if e.Status != Occurred && e.Status != Failed {
			continue
		}
		if e.Kind == ontology.Results {
			if f.term(e) {
				term, termAt = e.When, e.Sent
			} else if e.by == 0 && !e.vague && e.Sent-termAt <= threadReach && f.d.Tokens[e.Head].Quote == token.None && !f.otherTerm(termAt, e.Sent) {
				e.When, e.Time, e.Bound, e.by = term, token.None, About, ByThread
				termAt = e.Sent
			}
			continue
		}
		if f.ownDay(e) {
			switch own := toDay(e.When); {
			case f.oneOfMany(own, e.Sent):
				at = never
			case own.Grain() <= when.Weekend:
				day, at, source = own, e.Sent, e
			case !f.sport || e.Kind != ontology.Sport:
				at = never // the story has gone on to a longer time; that of a match comes back
			}
			continue
		}
		if e.by == 0 && f.ofOldThing(e.Clause) {
			continue
		}
		if e.by == 0 && !e.vague && !sole.IsZero() && f.newly(e) {
			e.When, e.Time, e.Bound, e.by = sole, token.None, About, ByThread
			continue
		}
		if e.by != 0 || e.vague || at < 0 || !f.narrated(e) || f.d.Tokens[e.Clause].UPOS != token.VERB {
			continue
		}
		game := f.sport && e.Kind == ontology.Sport // a report tells one match from end to end
		if !game && (f.gap(at, e) > f.reach(day) || f.tellsOf(e) || f.offScene(e.Clause) || f.inAnother(e.Clause) || f.otherScene(source, e)) {
			continue
		}
		e.When, e.Time, e.Bound, e.by = day, token.None, About, ByThread
		if f.age(day) <= newsDays {
			at = e.Sent
		}
	}
}

// otherScene reports whether the sentence of e begins by going elsewhere than o was, so
// that e is of another day as likely: "In Lima, drivers agreed to a cut."
func (f *finder) otherScene(o, e *Event) bool {
	const words = 2 // "In the Andes"
	if o.Place == token.None || e.Place == token.None || o.Place == e.Place || o.Sent == e.Sent {
		return false
	}
	a, b := f.in.Places[o.Place].Span, f.in.Places[e.Place].Span
	first := f.d.Sents[e.Sent].First
	i := f.d.At(b.Start)
	return i > first && i-first <= words && f.d.Tokens[first].UPOS == token.ADP && f.d.Str(a) != f.d.Str(b)
}

// term reports whether e tells results of the quarter or the half that is news:
// the one that has ended last, not the one that it is compared with.
func (f *finder) term(e *Event) bool {
	const days = 200 // the longest that the results of a term take to come out
	g, n := e.When.Grain(), f.age(e.When)
	return e.Time != token.None && e.Bound == Within && (g == when.Quarter || g == when.Half) && n > 0 && n <= days
}

// otherTerm reports whether a sentence after one and up to the other speaks of a
// length of time, as of "the nine months": what it tells is not of the quarter.
func (f *finder) otherTerm(after, upTo int32) bool {
	for i := f.d.Sents[after].Last; i < f.d.Sents[upTo].Last; i++ {
		if j := f.time[i]; j != token.None && lasts(f.in.Times[j].Value) {
			return true
		}
	}
	return false
}

// soleDay is the one day that the text names, if that is the day of its news
// and it names no other time: then there is nothing else that it tells of.
func (f *finder) soleDay(es []Event) when.Value {
	var day when.Value
	for j := range f.in.Times {
		f.d.CheckAt(j)
		v := f.in.Times[j].Value
		if v = toDay(v); !dated(v) {
			continue
		}
		if v.Grain() != when.Day || !day.IsZero() && !sameDay(day, v) {
			return when.Value{}
		}
		day = v
	}
	if n := f.age(day); n < 0 || n > newsDays {
		return when.Value{}
	}
	for i := range es {
		f.d.CheckAt(i)
		if e := &es[i]; e.Time != token.None && e.Sent <= f.leadEnd && e.Status == Occurred && f.ownDay(e) {
			return day
		}
	}
	return when.Value{}
}

// ofOldThing reports whether the subject of clause p has a time before the news: "the
// decision in 2011 to sell the mill was praised".
func (f *finder) ofOldThing(p int32) bool {
	for k := range f.kids(p) {
		if r := f.d.Tokens[k].Rel; r != token.Nsubj && r != token.NsubjPass {
			continue
		}
		for i, last := f.d.Subtree(k); i < last; i++ {
			if j := f.time[i]; j != token.None && f.age(f.in.Times[j].Value) > newsDays {
				return true
			}
		}
	}
	return false
}

// tellsOf reports whether the clause of e only tells which person or thing is
// meant: "the film, directed by Rojas".
func (f *finder) tellsOf(e *Event) bool {
	r := f.d.Tokens[e.Clause].Rel
	return r == token.AclRelcl || r == token.Acl
}

// offScene reports whether clause p, though told in the past, is no act of the
// story: a gerund after a preposition, "paid for repairing it", what was before or
// has been since, or what a paper or a rule says, "the letter says he sold it".
func (f *finder) offScene(p int32) bool {
	t := &f.d.Tokens[p]
	for range maxClimb {
		if f.offMark(p) {
			return true
		}
		if t.Rel != token.Conj || t.Head == token.None {
			break
		}
		p, t = t.Head, &f.d.Tokens[t.Head]
	}
	if t.Rel != token.Ccomp || t.Head == token.None {
		return false
	}
	g := syntax.Group(f.d, t.Head)
	return g.Tense == syntax.Present && !g.Perfect
}

// inAnother reports whether clause p was part of something new to the reader, which has
// its own day: "she was robbed in a raid".
func (f *finder) inAnother(p int32) bool {
	for k := range f.kids(p) {
		t := &f.d.Tokens[k]
		if t.Rel == token.Obl && t.UPOS == token.NOUN && f.at(k) && f.definite(k) < 0 && f.happens(t) && nounKind(t.Lemma) != ontology.Statement {
			return true
		}
	}
	return false
}

// inTenure reports whether clause p is told of a time in office or the like, whose days
// are none of the story's: "during his tenure, the king built two schools".
func (f *finder) inTenure(p int32) bool {
	for k := range f.kids(p) {
		if t := &f.d.Tokens[k]; t.Rel == token.Obl && wordTable.Has(t.Lemma, classTenure) && wordTable.Has(f.caseOf(k), classSettingPrep) && f.definite(k) > 0 {
			return true
		}
	}
	return false
}

// offMark reports whether a word sets clause p apart from the story's time.
func (f *finder) offMark(p int32) bool {
	if f.inTenure(p) {
		return true
	}
	m := f.markOf(p)
	return f.d.Tokens[p].XPOS == token.VBG && (wordTable.Has(m, classOffGerund) || wordTable.Has(f.caseOf(p), classOffGerund)) || wordTable.Has(m, classOffScene)
}

// sameDay reports whether a and b are one day, whatever they were counted from.
func sameDay(a, b when.Value) bool {
	a, b = toDay(a), toDay(b)
	return a.WithAnchor(b.Anchor()) == b
}

// newly reports whether e is told as news: no perfect, nothing in quotation
// marks, no aside in a relative clause, no noun but in the headline.
func (f *finder) newly(e *Event) bool {
	if !f.narrated(e) && f.d.Sents[e.Sent].Kind != token.Headline {
		return false
	}
	return f.d.Tokens[e.Head].Quote == token.None && !f.tellsOf(e) && !f.offScene(e.Clause) && !syntax.Group(f.d, e.Clause).Perfect
}

// ownDay reports whether e, told in the past, names its own day.
func (f *finder) ownDay(e *Event) bool {
	near := e.When.Grain() < when.Day // "around 7 p.m. on Sunday", "late on Sunday morning"
	if e.Bound != Within || e.Time == token.None || e.When.Mod() != when.NoMod && !near || !f.narrated(e) {
		return false
	}
	return e.When.Grain() != when.NoGrain && (!e.When.Latest().IsZero() || f.reach(toDay(e.When)) > 0)
}

// narrated reports whether e is told as an act of the past, one after the
// other: no perfect, no quotation, no word of somebody.
func (f *finder) narrated(e *Event) bool {
	if f.d.Tokens[e.Head].Quote != token.None {
		return false
	}
	g := syntax.Group(f.d, e.Clause)
	if g.Mood == syntax.Participle && g.Governor != token.None && f.d.Tokens[g.Governor].UPOS == token.VERB && syntax.Group(f.d, g.Governor).Perfect {
		return false // "has proposed closing the school"
	}
	return !g.Perfect && (g.Tense == syntax.Past || g.Mood == syntax.Participle)
}

// oneOfMany reports whether sentence s tells of another day of the news than day too, so
// that what follows may be of either.
func (f *finder) oneOfMany(day when.Value, s int32) bool {
	if !oneDay(day) {
		return false
	}
	for i := f.d.Sents[s].First; i < f.d.Sents[s].Last; i++ {
		j := f.time[i]
		if j == token.None || f.in.Times[j].Own {
			continue
		}
		v := toDay(f.in.Times[j].Value)
		if n := f.age(v); n >= 0 && n <= newsDays && oneDay(v) && !sameDay(day, v) {
			return true
		}
	}
	return false
}

// oneDay reports whether v is a day of the calendar.
func oneDay(v when.Value) bool {
	lo, hi := v.Earliest(), v.Latest()
	return v.Grain() == when.Day && !lo.IsZero() && lo.DayNumber() == hi.DayNumber()
}

// gap is how many sentences e is behind sentence at, but for those between them that
// tell what its agent says.
func (f *finder) gap(at int32, e *Event) int32 {
	const most = 8 // sentences that are looked at
	n := e.Sent - at
	if n > most || len(e.Roles) == 0 || e.Roles[0].Actor == token.None {
		return n
	}
	for i := at + 1; i < e.Sent; i++ {
		if j := f.said[f.d.Sents[i].First]; j != token.None && f.in.Statements[j].SpeakerActor == e.Roles[0].Actor {
			n--
		}
	}
	return n
}

// reach is how many sentences go on with what was told on day: fewest where it is that
// of the publication or a single one before the news, none where it is longer ago or to
// come. In a text whose year is not known its own day counts, and a day of the week.
func (f *finder) reach(day when.Value) int32 {
	switch {
	case f.news(day):
		return threadReach
	case f.age(day) == 0,
		f.today.IsZero() && (!f.own.IsZero() && sameDay(day, f.own) || weekday(day)),
		f.age(day) > 0 && f.age(day) <= storyDays && oneDay(day):
		return looseReach
	}
	return -1
}

// weekday reports whether day is one of a week that is not known.
func weekday(day when.Value) bool {
	_, n, _ := day.Date()
	return day.Underspecified() && day.Grain() == when.Day && n == 0
}

// news reports whether day is one of the week before the publication.
func (f *finder) news(day when.Value) bool {
	n := f.age(day)
	return n > 0 && n <= newsDays
}

// age is how many days before the publication day was, -1 where that is not known.
func (f *finder) age(day when.Value) int {
	p, d := f.today, day.Latest()
	if p.IsZero() || d.IsZero() {
		return -1
	}
	return p.DayNumber() - d.DayNumber()
}

// toDay is the day of a time of day, and any other value as it is.
func toDay(v when.Value) when.Value {
	if v.Underspecified() {
		return v.Whole()
	}
	if lo := v.Earliest(); v.Grain() < when.Day && !lo.IsZero() {
		return when.FromPoint(lo.Truncate(when.Day))
	}
	return v
}
