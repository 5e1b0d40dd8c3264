package dateline

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/place"
	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/story"
	"github.com/dateline-go/dateline/internal/timex"
	"github.com/dateline-go/dateline/internal/token"
)

// This file is where the rooms are called: the built-in parsers, and
// coreference between them. What they make stays in Text as they made it.

// truth is what the rooms know of one article, plug-ins' values in the rooms'
// form included: what every later room reads. Its places are those of the
// public values: the value of ID 1 is the first.
type truth struct {
	times      []timex.Mention
	spans      []token.Span    // of times
	places     []actor.Place   // mentions of all locations, by start
	placeSpans []token.Span    // of places
	placeOf    []int32         // their locations
	sites      []event.Place   // places, as the event room has them
	found      []actor.Mention // before coreference, in text order: Index of actors' mentions
	actors     []coref.Actor
	own        []*Actor // what plug-ins say of actors; nil for the others
	statements []quote.Statement
	events     []event.Event
}

// A location is one place with all its mentions.
type location struct{ mentions []place.Mention }

func (l *location) spans() []Span {
	out := make([]Span, len(l.mentions))
	for i := range l.mentions {
		out[i] = outer(l.mentions[i].Span)
	}
	return out
}

// A foundActor is an actor as its parser tells it apart, before coreference.
type foundActor struct {
	name     string
	mentions []actor.Mention
}

func (a *foundActor) spans() []Span {
	out := make([]Span, len(a.mentions))
	for i := range a.mentions {
		out[i] = outer(a.mentions[i].Span)
	}
	return out
}

// DefaultTimeParsers are the built-in time parsers, in a fresh slice to
// append to, replace or drop from.
func DefaultTimeParsers() []TimeParser { return []TimeParser{timeRoom{}} }

// DefaultLocationParsers are the built-in location parsers, in a fresh slice
// to append to, replace or drop from.
func DefaultLocationParsers() []LocationParser { return []LocationParser{placeRoom{}} }

// DefaultActorParsers are the built-in actor parsers, in a fresh slice to
// append to, replace or drop from.
func DefaultActorParsers() []ActorParser { return []ActorParser{actorRoom{}} }

// DefaultStatementParsers are the built-in statement parsers, in a fresh
// slice to append to, replace or drop from.
func DefaultStatementParsers() []StatementParser { return []StatementParser{quoteRoom{}} }

// DefaultEventParsers are the built-in event parsers, in a fresh slice to
// append to, replace or drop from.
func DefaultEventParsers() []EventParser { return []EventParser{eventRoom{}} }

type (
	timeRoom  struct{}
	placeRoom struct{}
	actorRoom struct{}
	quoteRoom struct{}
	eventRoom struct{}
)

func (timeRoom) find(t *Text) []timex.Mention {
	return timex.Find(t.doc, timex.Options{Published: t.article.Published.p, Mode: t.config.timeMode})
}

// ParseTimes gives what the room finds in public form.
func (r timeRoom) ParseTimes(t *Text) ([]TimeMention, error) {
	return export(r.find(t), t.timeOut), nil
}

// find gives one location a place, unresolved names by name.
func (placeRoom) find(t *Text) []location {
	var out []location
	type key struct {
		Place
		derived bool
	}
	have := make(map[key]int)
	o := place.Options{Demonyms: t.config.demonyms}
	if home, ok := t.config.gazetteer.Locate(t.article.Home); ok {
		o.Home = &home
	}
	for n, m := range place.Find(t.doc, t.config.gazetteer, o) {
		t.doc.CheckAt(n)
		at := func(x timex.Mention, at int32) int { return cmp.Compare(x.Start, at) }
		if _, isTime := slices.BinarySearchFunc(t.truth.times, m.Start, at); isTime {
			continue // "Nov 12" is in November, not in Tajikistan
		}
		k := key{t.placeOut(&m), m.Demonym}
		k.At = Coordinates{} // the rest tells places apart
		i, ok := have[k]
		if !ok {
			i = len(out)
			have[k] = i
			out = append(out, location{})
		}
		out[i].mentions = append(out[i].mentions, m)
	}
	return out
}

// ParseLocations gives what the room finds in public form.
func (r placeRoom) ParseLocations(t *Text) ([]Location, error) {
	return export(r.find(t), t.locationOut), nil
}

// find gives one actor a mention: who is who is coreference's to say.
func (actorRoom) find(t *Text) []foundActor {
	ms := actor.Find(t.doc, actor.Options{Published: t.article.Published.p, Places: t.truth.places, Known: t.config.known})
	if authors := segment.Bylines(t.article.Byline); len(authors) > 0 {
		for i, a := range authors {
			authors[i] = actor.Fold(a)
		}
		ms = slices.DeleteFunc(ms, func(m actor.Mention) bool {
			return m.Kind == actor.Person && m.Form == actor.Name && slices.Contains(authors, actor.Fold(m.Name))
		})
	}
	out := make([]foundActor, len(ms))
	for i := range ms {
		t.doc.CheckAt(i)
		out[i] = foundActor{ms[i].Name, ms[i : i+1 : i+1]}
	}
	return out
}

// ParseActors gives what the room finds in public form.
func (r actorRoom) ParseActors(t *Text) ([]Actor, error) { return export(r.find(t), t.foundOut), nil }

func (quoteRoom) find(t *Text) []quote.Statement {
	return quote.Find(t.doc, quote.Input{Actors: t.truth.actors, Times: t.truth.spans, Places: t.truth.placeSpans})
}

// ParseStatements gives what the room finds in public form.
func (r quoteRoom) ParseStatements(t *Text) ([]Statement, error) {
	return export(r.find(t), t.statementOut), nil
}

func (eventRoom) find(t *Text) []event.Event {
	in := event.Input{Actors: t.truth.actors, Places: t.truth.sites, Statements: t.truth.statements, Published: t.article.Published.p,
		Section: t.article.Section, Lexicons: t.config.kinds}
	in.Times = make([]event.Time, 0, len(t.truth.times))
	for i := range t.truth.times {
		t.doc.CheckAt(i)
		x := &t.truth.times[i]
		in.Times = append(in.Times, event.Time{Span: x.Span, Value: x.Value, Event: x.Event, Own: x.Own})
	}
	return event.Find(t.doc, in)
}

// ParseEvents gives what the room finds in public form.
func (r eventRoom) ParseEvents(t *Text) ([]Event, error) { return export(r.find(t), t.eventOut), nil }

// findTimes and its like run one stage, keep what it makes as the truth, and
// write the public values, once.
func (t *Text) findTimes(ps []TimeParser, errs *[]error) {
	vs := runStage(t, ps, timeStage(t), errs)
	t.truth.times = vs.rooms
	t.truth.spans = make([]token.Span, 0, len(vs.rooms))
	for i := range t.truth.times {
		t.doc.CheckAt(i)
		t.truth.spans = append(t.truth.spans, t.truth.times[i].Span)
	}
	t.times = publish(t, &vs, t.timeOut, ownTime)
}

func (t *Text) findLocations(ps []LocationParser, errs *[]error) {
	vs := runStage(t, ps, locationStage(t), errs)
	type at struct {
		actor.Place
		of       int32
		kind     gazetteer.Kind
		division string
		venue    bool // that no gazetteer has: it may be an actor as well, and hold another place's name
	}
	var all []at
	for i := range vs.rooms {
		for j := range vs.rooms[i].mentions {
			m := &vs.rooms[i].mentions[j]
			t.doc.CheckAt(j)
			if m.Demonym {
				continue // nothing is there
			}
			k := m.Place.Kind
			all = append(all, at{actor.Place{Span: m.Span, Country: m.Place.Country, State: k == gazetteer.Country}, int32(i), k, m.Place.Division, m.Venue()})
		}
	}
	slices.SortFunc(all, token.Looking(t.doc, func(a, b at) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) }))
	n := len(all)
	t.truth.places, t.truth.placeSpans = make([]actor.Place, 0, n), make([]token.Span, 0, n)
	t.truth.placeOf, t.truth.sites = make([]int32, 0, n), make([]event.Place, 0, n)
	for i := range all {
		t.doc.CheckAt(i)
		if !all[i].venue {
			t.truth.places = append(t.truth.places, all[i].Place)
		}
		t.truth.placeSpans = append(t.truth.placeSpans, all[i].Span)
		t.truth.placeOf = append(t.truth.placeOf, all[i].of)
		t.truth.sites = append(t.truth.sites, event.Place{Span: all[i].Span, Location: all[i].of, Country: all[i].Country, Division: all[i].division, Kind: all[i].kind})
	}
	t.locations = publish(t, &vs, t.locationOut, ownLocation)
}

// findActors runs the actor parsers and coreference, which joins the mentions
// of all parsers that are one actor, and adds pronouns and descriptions. An
// actor that came with several mentions stays one.
func (t *Text) findActors(ps []ActorParser, errs *[]error) {
	vs := runStage(t, ps, actorStage(t), errs)
	t.echo(&vs)
	type at struct{ value, mention int32 }
	order := make([]at, 0, len(vs.rooms))
	for i := range vs.rooms {
		t.doc.CheckAt(i)
		for j := range vs.rooms[i].mentions {
			order = append(order, at{int32(i), int32(j)})
		}
	}
	span := func(x at) Span { return outer(vs.rooms[x.value].mentions[x.mention].Span) }
	slices.SortFunc(order, token.Looking(t.doc, func(x, y at) int { return compareSpans(span(x), span(y)) }))
	found := make([]actor.Mention, len(order))
	one := make([][]int32, len(vs.rooms)) // mentions that are one
	for i, x := range order {
		t.doc.CheckAt(i)
		found[i] = vs.rooms[x.value].mentions[x.mention]
		one[x.value] = append(one[x.value], int32(i))
	}
	vs.rooms = nil // found has them, and they are large
	as := coref.Resolve(t.doc, found, coref.Options{Published: t.article.Published.p, Known: t.config.known})
	as = coref.Unite(as, slices.DeleteFunc(slices.Clone(one), func(l []int32) bool { return len(l) < 2 }))
	t.truth.found, t.truth.actors, t.truth.own = found, as, make([]*Actor, len(as))
	of := make([]int32, len(found)) // actor of each mention
	for i := range as {
		t.doc.CheckAt(i)
		for _, m := range as[i].Mentions {
			if m.Index != token.None {
				of[m.Index] = int32(i)
			}
		}
	}
	t.doc.Check()
	for i := range vs.owns {
		if own := vs.owns[i]; own != nil && saysMore(own) {
			t.keepOwn(own, of[one[i][0]])
		}
	}
	t.actors = slices.Grow(t.actors, len(as))
	for i := range as {
		t.doc.CheckAt(i)
		t.actors = append(t.actors, t.actorOut(i))
	}
}

// findStatements adds the first persons inside quotations to who speaks there.
func (t *Text) findStatements(ps []StatementParser, errs *[]error) {
	vs := runStage(t, ps, statementStage(t), errs)
	t.truth.statements = vs.rooms
	t.statements = publish(t, &vs, t.statementOut, ownStatement)
	var said []coref.Speech
	for i := range t.truth.statements {
		t.doc.CheckAt(i)
		if s := &t.truth.statements[i]; s.SpeakerActor != token.None {
			for _, c := range s.Content {
				said = append(said, coref.Speech{Content: c, Speaker: s.SpeakerActor, Addressee: s.AddresseeActor})
			}
		}
	}
	if len(said) > 0 {
		t.speakers(said)
	}
	t.truth.found = nil // the public actors hold what is wanted of it
}

// speakers adds to the actors the first persons in what they said.
func (t *Text) speakers(said []coref.Speech) {
	had := make([]int, len(t.truth.actors))
	for i := range t.truth.actors {
		t.doc.CheckAt(i)
		had[i] = len(t.truth.actors[i].Mentions)
	}
	coref.LinkFirstPerson(t.doc, t.truth.actors, said)
	t.actors = slices.Clone(t.actors) // parsers may hold the old
	for i := range t.truth.actors {
		t.doc.CheckAt(i)
		if a := &t.truth.actors[i]; len(a.Mentions) > had[i] {
			a.Mentions = slices.CompactFunc(a.Mentions, func(x, y coref.Mention) bool { return x.Span == y.Span })
			sure := t.actors[i].Evidence
			t.actors[i] = t.actorOut(i)
			t.actors[i].Evidence = sure
		}
	}
}

func (t *Text) findEvents(ps []EventParser, errs *[]error) {
	vs := runStage(t, ps, eventStage(t), errs)
	t.truth.events = vs.rooms
	days := t.dates()
	// Only event parsers ask for these.
	t.truth.times, t.truth.statements, t.truth.places, t.truth.placeSpans, t.truth.sites = nil, nil, nil, nil, nil
	worth := story.Weigh(t.doc, t.truth.actors, t.truth.events)
	t.events = publish(t, &vs, t.eventOut, ownEvent)
	for i, w := range worth {
		t.doc.CheckAt(i)
		e := &t.events[i]
		if vs.own(i) == nil {
			e.Evidence.Score = digits(w.Right)
		} else if e.Salience != 0 {
			continue // a parser knows its own events best
		}
		e.Salience = digits(w.Salience())
	}
	t.aside(errs, "quantities", t.measure)
	t.aside(errs, "titles", func() { t.titleEvents(days) })
}

// aside adds to the events what is no parser's: if that fails, it costs nothing else.
func (t *Text) aside(errs *[]error, what string, add func()) {
	if _, err := protect(func() []Event { add(); return nil }); err != nil {
		*errs = append(*errs, parserError(what, 0, (*Parser)(nil), err))
	}
}

// digits is a score to four digits: the last bits of an exponential are not the
// same on all processors.
func digits(score float64) float64 { return math.Round(1e4*score) / 1e4 }

// export is the public form of what a room found.
func export[R, V any](rs []R, out func(i int, r *R) V) []V {
	vs := make([]V, len(rs))
	for i := range rs {
		vs[i] = out(i, &rs[i])
	}
	return vs
}

// publish is the public form of what a stage made: of a room's value as out
// writes it, of a plug-in's its own, brought up to date by own.
func publish[R, V any](t *Text, vs *values[R, V], out func(i int, r *R) V, own func(x *V, i int, r *R)) []V {
	if len(vs.rooms) == 0 {
		return nil
	}
	list := make([]V, len(vs.rooms))
	for i := range list {
		t.doc.CheckAt(i)
		if x := vs.own(i); x != nil {
			list[i] = *x
			own(&list[i], i, &vs.rooms[i])
		} else {
			list[i] = out(i, &vs.rooms[i])
		}
	}
	return list
}
