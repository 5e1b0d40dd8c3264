package main

import (
	"fmt"
	"path/filepath"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/evaluate/stories"
)

// readStories parses annotated articles, each a topic of its own: which of its
// reports are one event, as a reader sees it. Our own annotations are left out:
// with them, duplicates rose on articles that decide.
func readStories(dir string) ([]*topic, error) {
	golds, err := stories.Read(filepath.Join(dir, "eval/stories/train.jsonl"))
	if err != nil {
		return nil, err
	}
	var out []*topic
	for i := range golds {
		g := &golds[i]
		a, err := g.Article()
		if err != nil {
			return nil, err
		}
		d, err := dateline.Parse(a)
		if err != nil {
			return nil, err
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
	}
	return out, nil
}
