package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/evaluate/stories"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/gen/fit"
	"github.com/dateline-go/dateline/internal/gen/parse"
	"github.com/dateline-go/dateline/internal/story"
	"github.com/dateline-go/dateline/internal/token"
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
	doc    *token.Doc
	in     event.Input
	events []event.Event
	view   *story.View
	first  int // its first example
	must   int // events of the gold that no timeline may lack
	worth  int // and those worth showing besides
}

// How the rooms below learn what they are sure of, as their trainers choose.
const (
	worthPenalty = 3
	pairPenalty  = 1
)

// readAll parses annotated articles. How sure the rooms are of an article's
// events is what they would be without having learnt from it.
func readAll(dir string) ([]article, []example, story.Vector, error) {
	golds, err := stories.Learning(dir)
	if err != nil {
		return nil, nil, story.Vector{}, err
	}
	cs, err := fit.Candidates(golds)
	if err != nil {
		return nil, nil, story.Vector{}, err
	}
	var as []article
	var out []example
	pairs := make([][]fit.Pair, len(golds))
	for i := range golds {
		g := &golds[i]
		a := article{first: len(out)}
		if a.doc, a.in, err = parse.Article(g); err != nil {
			return nil, nil, story.Vector{}, err
		}
		a.events = event.Find(a.doc, a.in)
		es, err := judge(g, a.events)
		if err != nil {
			return nil, nil, story.Vector{}, err
		}
		for k := range es {
			es[k].article = i
		}
		for _, e := range g.Events {
			switch e.Weight {
			case 3:
				a.must++
			case 2:
				a.worth++
			}
		}
		story.Pairs(story.Tell(a.doc, a.in.Actors, a.events), make([]story.Article, 1), func(i, j int, _ bool, v *story.Vector) {
			if es[i].weight > 0 && es[j].weight > 0 {
				pairs[len(as)] = append(pairs[len(as)], fit.Pair{V: *v, Same: es[i].gold == es[j].gold})
			}
		})
		as, out = append(as, a), append(out, es...)
	}
	for f := range folds {
		left := func(article int) bool { return article%folds != f }
		worth := fit.Worth(cs, worthPenalty, left)
		var ps []fit.Pair
		for i := range pairs {
			if left(i) {
				ps = append(ps, pairs[i]...)
			}
		}
		w := fit.Pairs(ps, pairPenalty)
		for i := f; i < len(as); i += folds {
			as[i].look(&w, &worth, cs, i)
			for k := range as[i].events {
				out[as[i].first+k].x = as[i].view.Traits[k]
			}
		}
	}
	pair := fit.Pairs(slices.Concat(pairs...), pairPenalty)
	for f := range pair {
		pair[f] = rounded(pair[f])
	}
	return as, out, pair, nil
}

// look fills the view by weights that were fitted without the article.
func (a *article) look(w *story.Vector, worth *event.Clues, cs []fit.Candidate, n int) {
	a.view = story.NewView(w, a.doc, a.in.Actors, a.events)
	for i := range cs {
		if c := &cs[i]; c.Article == n {
			for k := range a.events {
				if a.events[k].Trigger == c.Trigger {
					a.view.Traits[k][story.TraitSure] = story.SureOf(float64(int(100*worth.Worth(&c.X))) / 100)
				}
			}
		}
	}
}

// judge is what the gold says of the events of g, which it brings into the
// parser's order. That they are the parser's is checked.
func judge(g *stories.Gold, events []event.Event) ([]example, error) {
	in, err := g.Article()
	if err != nil {
		return nil, err
	}
	d, err := dateline.Parse(in)
	if err != nil {
		return nil, err
	}
	if len(events) != len(d.Events) {
		return nil, fmt.Errorf("%s: %d events, the parser finds %d", g.ID, len(events), len(d.Events))
	}
	out := make([]example, len(events))
	at := make(map[int]int, len(events)) // where the parser's events begin
	for k := range d.Events {
		at[d.Events[k].Trigger.Start] = k
	}
	slices.SortStableFunc(events, func(a, b event.Event) int {
		return cmp.Compare(at[int(a.Trigger.Start)], at[int(b.Trigger.Start)])
	})
	for k := range d.Events {
		ev := &d.Events[k]
		if t := events[k].Trigger; int(t.Start) != ev.Trigger.Start || events[k].Kind != string(ev.Kind) {
			return nil, fmt.Errorf("%s: event %d is not the parser's", g.ID, k+1)
		}
		entry := stories.EntryOf(d, ev)
		x := &out[k]
		if x.gold, x.weight = g.Match(&entry), -1; x.gold >= 0 {
			x.weight = g.Events[x.gold].Weight
			x.right = x.weight > 0 && g.Events[x.gold].Whole(&entry, g.Published)
		}
	}
	return out, nil
}
