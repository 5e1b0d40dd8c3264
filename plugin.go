package dateline

import (
	"fmt"
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/timex"
	"github.com/dateline-go/dateline/internal/token"
)

// This file is what parsers of your own ask a Text for beside its layers.

// Events are the events that the parsers before in the list have found. Their
// IDs may still change; titles and salience are still to come.
func (t *Text) Events() []Event { return t.events }

// ActorAt is the actor that the words of s speak of: of the smallest mention
// that overlaps s, names and descriptions before pronouns.
func (t *Text) ActorAt(s Span) (Actor, bool) {
	best, size := -1, 0
	for i := range t.actors {
		for _, m := range t.actors[i].Mentions {
			full := m.Full
			if full.IsZero() {
				full = m.Span
			}
			if n := full.Len(); full.Overlaps(s) && (best < 0 || n < size) {
				best, size = i, n
			}
		}
	}
	if best < 0 {
		return Actor{}, false
	}
	return t.actors[best], true
}

// LocationAt is the location that is named in s.
func (t *Text) LocationAt(s Span) (Location, bool) {
	for i := range t.locations {
		for _, m := range t.locations[i].Mentions {
			if m.Span.Overlaps(s) {
				return t.locations[i], true
			}
		}
	}
	return Location{}, false
}

// TimeAt is the time expression that stands in s.
func (t *Text) TimeAt(s Span) (TimeMention, bool) {
	for i := range t.times {
		if t.times[i].Span.Overlaps(s) {
			return t.times[i], true
		}
	}
	return TimeMention{}, false
}

// Places are the places of that name in the gazetteer, your own first, then
// the most populous, at most n.
func (t *Text) Places(name string, n int) []Place {
	var out []Place
	for e := range t.config.gazetteer.Lookup(name) {
		if len(out) >= n {
			break
		}
		if p := placeOf(t.config.gazetteer, &e); !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// ResolveTime is what the words of a time expression mean when they follow
// from: "three days later", "last Tuesday", "May 5". Of a from that is a month
// or a year no more is known than that: "two months later". What is hours from
// it is told by its day.
func (t *Text) ResolveTime(words string, from Moment) (When, bool) {
	before := tellsTime(from)
	d := segment.Segment(before + words)
	tag.Tag(d)
	syntax.Parse(d)
	for _, m := range timex.Find(d, timex.Options{Published: from.p, Mode: timex.News}) {
		if int(m.Start) >= len(before) {
			return When{m.Value}, true
		}
	}
	return When{}, false
}

// tellsTime is a sentence that tells m as exactly as it is known: time
// expressions that follow are reckoned from it, as in an article.
func tellsTime(m Moment) string {
	y, month, day := m.Date()
	switch {
	case m.IsZero() || y < 1000:
		return ""
	case day > 0:
		return fmt.Sprintf("It was %d %s %d. ", day, month, y)
	case month > 0:
		return fmt.Sprintf("It was %s %d. ", month, y)
	}
	return fmt.Sprintf("It was the year %d. ", y)
}

// echo gives plug-ins' actors the further places where their names stand, and
// persons those of their surnames, which a room finds of its own actors only.
func (t *Text) echo(vs *values[foundActor, Actor]) {
	type name struct {
		words []string
		value int
		whole bool // not a surname alone
	}
	byFirst := make(map[string][]name)
	add := func(i int, words []string, whole bool) {
		if len(words) > 0 && len(byFirst[words[0]]) < 8 {
			byFirst[words[0]] = append(byFirst[words[0]], name{words, i, whole})
		}
	}
	for i, own := range vs.owns {
		if own == nil {
			continue
		}
		for _, m := range own.Mentions {
			if m.Form != MentionNamed {
				continue
			}
			var words []string
			for k := range t.TokensIn(m.Span) {
				words = append(words, k.String())
			}
			add(i, words, true)
			if n := len(words); n > 1 && own.Kind == ActorPerson {
				add(i, words[n-1:], false)
			}
		}
	}
	if len(byFirst) == 0 {
		return
	}
	var taken spanSet
	for i := range vs.rooms {
		t.doc.CheckAt(i)
		taken.add(vs.rooms[i].spans()...)
	}
	for i := range t.doc.Tokens {
		t.doc.CheckAt(i)
		for _, n := range byFirst[t.doc.Word(int32(i))] {
			last := int32(i + len(n.words))
			if int(last) > len(t.doc.Tokens) {
				continue
			}
			k := i
			for k < int(last) && t.doc.Word(int32(k)) == n.words[k-i] {
				k++
			}
			s := t.doc.SpanOf(int32(i), last)
			x := &vs.rooms[n.value]
			if k < int(last) || taken.overlaps(outer(s)) || !n.whole && outer(s).Start < vs.owns[n.value].Mentions[0].Span.Start {
				continue
			}
			taken.add(outer(s))
			m := x.mentions[0]
			m.Span, m.Full, m.First, m.Last, m.Head = s, s, int32(i), last, last-1
			m.Form, m.Name, m.Titles, m.Roles, m.Affil, m.Definite = actor.Name, oneLine(t.doc.Str(s)), nil, nil, token.Span{}, false
			x.mentions = append(x.mentions, m)
			break
		}
	}
	for i := range vs.rooms {
		slices.SortFunc(vs.rooms[i].mentions, func(a, b actor.Mention) int { return compareSpans(outer(a.Span), outer(b.Span)) })
	}
}

// NewText is a Text with what d has: for tests of parsers, which so need
// nothing of the stages before theirs but the values that d is given by hand.
// Its errors are those of Analyze, and d's of Validate.
func NewText(d *Document) (*Text, error) {
	if err := d.Validate(); err != nil {
		return nil, err
	}
	t, err := Analyze(d.Article)
	if err != nil {
		return nil, err
	}
	var errs []error
	t.findTimes([]TimeParser{TimeParserFunc(func(*Text) ([]TimeMention, error) { return d.Times, nil })}, &errs)
	t.findLocations([]LocationParser{LocationParserFunc(func(*Text) ([]Location, error) { return d.Locations, nil })}, &errs)
	for i := range d.Actors {
		t.truth.actors = append(t.truth.actors, t.clusterIn(&d.Actors[i]))
		t.truth.own = append(t.truth.own, nil)
	}
	t.actors = d.Actors
	for i := range d.Statements {
		t.truth.statements = append(t.truth.statements, t.statementIn(&d.Statements[i]))
	}
	t.statements, t.events = d.Statements, d.Events
	for i := range d.Events {
		t.truth.events = append(t.truth.events, t.eventIn(&d.Events[i]))
	}
	return t, nil
}

// clusterIn is an actor with all its mentions, as coreference would give it.
func (t *Text) clusterIn(a *Actor) coref.Actor {
	k := kindOf(a.Kind)
	x := coref.Actor{Kind: k, Name: a.Name, Aliases: a.Aliases, Country: a.Country, Gender: genderOf(a.Gender, k), Number: actor.Sing,
		Count: int32(a.Count), Roles: t.rolesIn(a.Roles), IDs: idsIn(a.IDs)}
	if a.Plural {
		x.Number = actor.Plur
	}
	for i := range a.Mentions {
		m := t.mentionIn(a, i)
		x.Mentions = append(x.Mentions, coref.Mention{Span: m.Span, Full: m.Full, First: m.First, Last: m.Last, Head: m.Head,
			Form: m.Form, Reason: m.Rule, Score: m.Score, Index: token.None})
	}
	for _, m := range a.Members {
		x.Members = append(x.Members, int32(m)-1)
	}
	return x
}
