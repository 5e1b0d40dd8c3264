// Package parse runs the rooms on annotated articles for generators, which need
// what no Document has.
package parse

import (
	"fmt"
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/evaluate/stories"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/fact"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/place"
	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/role"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/timex"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// Article is what the built-in parser gives the room of events of g.
func Article(g *stories.Gold) (*token.Doc, event.Input, error) {
	published := when.Point{}
	if g.Published != "" {
		var err error
		if published, err = when.ParsePoint(g.Published); err != nil {
			return nil, event.Input{}, err
		}
	}
	d := segment.Segment(g.Text)
	for _, layer := range []func(*token.Doc){tag.Tag, syntax.Parse, name.Find, role.Find, fact.Judge} {
		layer(d)
	}
	times := timex.Find(d, timex.Options{Published: published})
	in := event.Input{Published: published}
	var spans, placeSpans []token.Span
	for i := range times {
		in.Times = append(in.Times, event.Time{Span: times[i].Span, Value: times[i].Value, Event: times[i].Event, Own: times[i].Own})
		spans = append(spans, times[i].Span)
	}
	var places []actor.Place
	location := make(map[string]int32)
	for _, m := range place.Find(d, gazetteer.Default(), place.Options{}) {
		if slices.ContainsFunc(times, func(t timex.Mention) bool { return t.Start == m.Start }) || m.Demonym {
			continue
		}
		k := m.Place.Kind
		p := actor.Place{Span: m.Span, Country: m.Place.Country, State: k == gazetteer.Country}
		if !m.Venue() {
			places = append(places, p)
		}
		placeSpans = append(placeSpans, m.Span)
		key := d.Str(m.Span)
		if m.Resolved {
			key = fmt.Sprint(m.Place.ID)
		}
		if _, ok := location[key]; !ok {
			location[key] = int32(len(location))
		}
		in.Places = append(in.Places, event.Place{Span: m.Span, Location: location[key], Country: p.Country, Division: m.Place.Division, Kind: k})
	}
	in.Actors = coref.Resolve(d, actor.Find(d, actor.Options{Published: published, Places: places}), coref.Options{Published: published})
	in.Statements = quote.Find(d, quote.Input{Actors: in.Actors, Times: spans, Places: placeSpans})
	var said []coref.Speech
	for i := range in.Statements {
		if s := &in.Statements[i]; s.SpeakerActor != token.None {
			for _, c := range s.Content {
				said = append(said, coref.Speech{Content: c, Speaker: s.SpeakerActor, Addressee: s.AddresseeActor})
			}
		}
	}
	coref.LinkFirstPerson(d, in.Actors, said)
	return d, in, nil
}
