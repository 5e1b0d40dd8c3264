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
			entry := stories.EntryOf(d, &ev)
			if k := g.Match(&entry); k >= 0 && g.Events[k].Weight > 0 {
				t.chain[i] = fmt.Sprint(k)
			}
		}
		out = append(out, t)
	}
	return out, nil
}
