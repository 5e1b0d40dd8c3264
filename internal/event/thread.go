package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// Chosen on the annotated training articles.
const (
	threadReach = 3 // sentences after the last act of a day that may go on with it unsaid
	newsDays    = 7 // days before the publication that are news: older ones are background, told one by one
)

// thread dates what the story goes on to tell by the day that it told last:
// "On Monday they met. The minister signed a treaty."
func (f *finder) thread(es []Event) {
	var day when.Value
	at := int32(-1 << 20)
	k, other := 0, false // the next time to look at, and whether the text has named another one than day since
	sole, strict := f.soleDay(es)
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if e.Status != Occurred {
			continue
		}
		if f.ownDay(e) {
			day, at, other = toDay(e.When), e.Sent, false
			k = f.timesBefore(k, e.Sent)
			continue
		}
		for ; at >= 0 && k < len(f.in.Times) && f.in.Times[k].Span.Start < f.endOf(e.Sent); k++ {
			v := f.in.Times[k].Value
			other = other || dated(v) && !sameDay(day, v)
		}
		if e.by == 0 && !e.vague && !sole.IsZero() && f.newly(e) && (strict || f.goesOn(e) && !other) {
			e.When, e.Time, e.Bound, e.by = sole, token.None, About, ByThread
			continue
		}
		if e.by != 0 || e.vague || at < 0 || !f.narrated(e) || f.d.Tokens[e.Clause].UPOS != token.VERB {
			continue
		}
		game := f.sport && e.Kind == ontology.Sport // a report tells one match from end to end
		near := e.Sent-at <= threadReach
		if !game && (f.tellsOf(e) || !f.news(day) || !near && (other || !f.goesOn(e))) {
			continue
		}
		e.When, e.Time, e.Bound, e.by = day, token.None, About, ByThread
		if near || game {
			at = e.Sent
		}
	}
}

// goesOn reports whether e is told as the next act of a story: by a finite verb
// in the simple past that no clause holds but one of whose word it is.
func (f *finder) goesOn(e *Event) bool {
	g := syntax.Group(f.d, e.Clause)
	if e.nominal || g.Tense != syntax.Past || g.Perfect || g.Progressive || g.Modal != "" || f.d.Tokens[e.Head].Quote != token.None {
		return false
	}
	p := e.Clause
	for range maxClimb {
		switch t := &f.d.Tokens[p]; {
		case t.Head == token.None:
			return true
		case t.Rel == token.Conj || t.Rel == token.Ccomp || t.Rel == token.Parataxis:
			p = t.Head
		default:
			return false
		}
	}
	return false
}

// endOf is the byte at which sentence s ends.
func (f *finder) endOf(s int32) int32 { return f.d.Tokens[f.d.Sents[s].Last-1].End }

// timesBefore is the first of the times from k on that stands behind sentence s.
func (f *finder) timesBefore(k int, s int32) int {
	for k < len(f.in.Times) && f.in.Times[k].Span.Start < f.endOf(s) {
		k++
	}
	return k
}

// soleDay is the one day of the text's events, if that is the day of its news:
// then there is little else that it tells of, and if strict, nothing, since it
// names no other time at all.
func (f *finder) soleDay(es []Event) (day when.Value, strict bool) {
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if e.Time == token.None {
			continue
		}
		v := toDay(e.When)
		if v.Grain() != when.Day || !day.IsZero() && !sameDay(day, v) {
			return when.Value{}, false
		}
		day = v
	}
	if n := f.age(day); n < 0 || n > newsDays {
		return when.Value{}, false
	}
	strict = true
	for j := range f.in.Times {
		f.d.CheckAt(j)
		if v := f.in.Times[j].Value; dated(v) && !sameDay(day, v) {
			strict = false
		}
	}
	for i := range es {
		f.d.CheckAt(i)
		if e := &es[i]; e.Time != token.None && e.Sent <= f.leadEnd && e.Status == Occurred && f.ownDay(e) {
			return day, strict
		}
	}
	return when.Value{}, false
}

// tellsOf reports whether the clause of e only tells which person or thing is
// meant: "the film, directed by Rojas".
func (f *finder) tellsOf(e *Event) bool {
	r := f.d.Tokens[e.Clause].Rel
	return r == token.AclRelcl || r == token.Acl
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
	return f.d.Tokens[e.Head].Quote == token.None && !f.tellsOf(e) && !syntax.Group(f.d, e.Clause).Perfect
}

// ownDay reports whether e, told in the past, names its own day.
func (f *finder) ownDay(e *Event) bool {
	if e.Bound != Within || e.Time == token.None || e.When.Mod() != when.NoMod || !f.narrated(e) {
		return false
	}
	return e.When.Grain() != when.NoGrain && !e.When.Latest().IsZero()
}

// narrated reports whether e is told as an act of the past, one after the
// other: no perfect, no quotation, no word of somebody.
func (f *finder) narrated(e *Event) bool {
	if f.d.Tokens[e.Head].Quote != token.None {
		return false
	}
	g := syntax.Group(f.d, e.Clause)
	return !g.Perfect && (g.Tense == syntax.Past || g.Mood == syntax.Participle)
}

// news reports whether day is one of the week before the publication. What
// follows the news of the day itself is as often its background.
func (f *finder) news(day when.Value) bool {
	n := f.age(day)
	return n > 0 && n <= newsDays
}

// age is how many days before the publication day was, -1 where that is not known.
func (f *finder) age(day when.Value) int {
	p, d := f.in.Published, day.Latest()
	if p.IsZero() || d.IsZero() {
		return -1
	}
	return p.DayNumber() - d.DayNumber()
}

// toDay is the day of a time of day, and any other value as it is.
func toDay(v when.Value) when.Value {
	if lo := v.Earliest(); v.Grain() < when.Day && !lo.IsZero() {
		return when.FromPoint(lo.Truncate(when.Day))
	}
	return v
}
