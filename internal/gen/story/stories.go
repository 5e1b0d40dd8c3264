package main

import (
	"encoding/json"
	"fmt"

	"github.com/dateline-go/dateline"
)

// readStories parses annotated articles, each a topic of its own: which of its
// reports are one event, as a reader sees it.
func readStories(path string) ([]*topic, error) {
	var out []*topic
	err := lines(path, func(b []byte) error {
		var g struct {
			ID, Published, Text string
			Events              []struct {
				Spans  [][2]int
				Weight int
			}
		}
		if err := json.Unmarshal(b, &g); err != nil {
			return err
		}
		a := dateline.Article{ID: g.ID, Text: g.Text}
		if g.Published != "" {
			p, err := dateline.ParseMoment(g.Published)
			if err != nil {
				return err
			}
			a.Published = p
		}
		d, err := dateline.Parse(a)
		if err != nil {
			return err
		}
		t := newTopic(g.ID, []*dateline.Document{d})
		for i := range t.reports {
			ev, _ := d.Event(t.events[i])
			chain, most := "", 0
			for k, e := range g.Events {
				n := 0
				for _, s := range e.Spans {
					for _, m := range ev.Mentions {
						if s[0] < m.End && m.Start < s[1] {
							n++
						}
					}
				}
				if n > most && e.Weight > 0 {
					chain, most = fmt.Sprint(k), n
				}
			}
			t.chain[i] = chain
		}
		out = append(out, t)
		return nil
	})
	return out, err
}
