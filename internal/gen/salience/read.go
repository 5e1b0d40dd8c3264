package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/evaluate/stories"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/gen/parse"
	"github.com/dateline-go/dateline/internal/story"
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
	d, in, err := parse.Article(g)
	if err != nil {
		return nil, nil, err
	}
	es := event.Find(d, in)
	slices.SortStableFunc(es, func(a, b event.Event) int {
		return cmp.Or(cmp.Compare(a.Trigger.Start, b.Trigger.Start), cmp.Compare(b.Trigger.End, a.Trigger.End))
	})
	return es, story.NewView(d, in.Actors, es), nil
}
