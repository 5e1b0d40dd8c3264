package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
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
	"github.com/dateline-go/dateline/internal/story"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/timex"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// An example is an event of an annotated article and what the gold says of it.
type example struct {
	article int
	x       story.Traits
	gold    int // the event of the gold that it tells, or -1
	weight  int // of that event; -1 for none
	right   bool
}

// An article is one that is annotated, with its events.
type article struct {
	events []event.Event
	view   *story.View
	first  int // its first example
	must   int // events of the gold that no timeline may lack
	worth  int // and those worth showing besides
}

// readAll parses annotated articles.
func readAll(path string) ([]article, []example, error) {
	golds, err := stories.Read(path)
	if err != nil {
		return nil, nil, err
	}
	var as []article
	var out []example
	for i := range golds {
		g := &golds[i]
		a := article{first: len(out)}
		in, err := g.Article()
		if err != nil {
			return nil, nil, err
		}
		d, err := dateline.Parse(in)
		if err != nil {
			return nil, nil, err
		}
		if a.events, a.view, err = view(g); err != nil {
			return nil, nil, err
		}
		if len(a.events) != len(d.Events) {
			return nil, nil, fmt.Errorf("%s: %d events, the parser finds %d", g.ID, len(a.events), len(d.Events))
		}
		for _, e := range g.Events {
			switch e.Weight {
			case 3:
				a.must++
			case 2:
				a.worth++
			}
		}
		for k := range d.Events {
			ev := &d.Events[k]
			if t := a.events[k].Trigger; int(t.Start) != ev.Trigger.Start || a.events[k].Kind != string(ev.Kind) {
				return nil, nil, fmt.Errorf("%s: event %d is not the parser's", g.ID, k+1)
			}
			entry := stories.EntryOf(d, ev)
			x := example{article: i, x: a.view.Traits[k], gold: g.Match(&entry), weight: -1}
			if x.gold >= 0 {
				x.weight = g.Events[x.gold].Weight
				x.right = x.weight > 0 && g.Events[x.gold].Whole(&entry, g.Published)
			}
			out = append(out, x)
		}
		as = append(as, a)
	}
	return as, out, nil
}

// view does what the built-in parser does up to the events, for what no
// Document has: tokens and trees. That it finds the same events is checked.
func view(g *stories.Gold) ([]event.Event, *story.View, error) {
	published := when.Point{}
	if g.Published != "" {
		var err error
		if published, err = when.ParsePoint(g.Published); err != nil {
			return nil, nil, err
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
		in.Times = append(in.Times, event.Time{Span: times[i].Span, Value: times[i].Value})
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
		places, placeSpans = append(places, p), append(placeSpans, m.Span)
		key := d.Str(m.Span)
		if m.Resolved {
			key = fmt.Sprint(m.Place.ID)
		}
		if _, ok := location[key]; !ok {
			location[key] = int32(len(location))
		}
		in.Places = append(in.Places, event.Place{Span: m.Span, Location: location[key], Country: p.Country, State: p.State,
			Wide: k == gazetteer.Continent || k == gazetteer.Region || k == gazetteer.Sea})
	}
	in.Actors = coref.Resolve(d, actor.Find(d, actor.Options{Published: published, Places: places}), coref.Options{Published: published})
	in.Statements = quote.Find(d, quote.Input{Actors: in.Actors, Times: spans, Places: placeSpans})
	var said []coref.Speech
	for i := range in.Statements {
		if s := &in.Statements[i]; s.SpeakerActor != token.None {
			for _, c := range s.Content {
				said = append(said, coref.Speech{Content: c, Speaker: s.SpeakerActor})
			}
		}
	}
	coref.LinkFirstPerson(d, in.Actors, said)
	es := event.Find(d, in)
	slices.SortStableFunc(es, func(a, b event.Event) int {
		return cmp.Or(cmp.Compare(a.Trigger.Start, b.Trigger.Start), cmp.Compare(b.Trigger.End, a.Trigger.End))
	})
	return es, story.NewView(d, in.Actors, es), nil
}
