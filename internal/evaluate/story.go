package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/evaluate/stories"
)

// writeStory writes the timeline of one article in the order of its entries.
func writeStory(enc *json.Encoder, d *dateline.Document) error {
	entries, err := stories.Entries(d)
	if err != nil {
		return err
	}
	return enc.Encode(struct {
		ID      string          `json:"id"`
		Entries []stories.Entry `json:"entries"`
	}{d.Article.ID, entries})
}

// writeCoref writes the mentions of each actor.
func writeCoref(enc *json.Encoder, d *dateline.Document) error {
	type actor struct {
		Mentions [][2]int `json:"mentions"`
	}
	out := struct {
		Doc    string  `json:"doc"`
		Actors []actor `json:"actors"`
	}{d.Article.ID, []actor{}}
	shared := make(map[dateline.Span]int) // roles of several: "writers Ann Lee and Bob Ray"
	for i := range d.Actors {
		for _, r := range d.Actors[i].Roles {
			shared[r.Span]++
		}
	}
	for i := range d.Actors {
		out.Actors = append(out.Actors, actor{corefMentions(d, &d.Actors[i], shared)})
	}
	return enc.Encode(out)
}

func mentions(a *dateline.Actor) [][2]int {
	var out [][2]int
	for _, m := range a.Mentions {
		out = append(out, [2]int{m.Span.Start, m.Span.End})
	}
	return out
}

// corefMentions are the mentions of a as the gold has them: a name with the
// titles and the bare role before it ("President Lee"), and every other role
// ("Lee, [the mayor],", "[her husband] Lee") as a description of its own.
func corefMentions(d *dateline.Document, a *dateline.Actor, shared map[dateline.Span]int) [][2]int {
	var out [][2]int
	taken := make([]bool, len(a.Roles))
	for _, m := range a.Mentions {
		start := m.Span.Start
		for again := true; again && m.Form == dateline.MentionNamed; {
			again = false
			for _, t := range m.Titles {
				if adjoins(d, t, start) {
					start, again = t.Start, true
				}
			}
			for i := range a.Roles {
				if r := a.Roles[i].Span; !taken[i] && adjoins(d, r, start) && bareRole(d.Slice(r)) {
					start, again, taken[i] = r.Start, true, true
				}
			}
		}
		out = append(out, [2]int{start, m.Span.End})
	}
	for i := range a.Roles {
		r := a.Roles[i].Span
		overlaps := func(m [2]int) bool { return r.Start < m[1] && m[0] < r.End }
		if !taken[i] && a.Roles[i].Party == "" && shared[r] == 1 && !slices.ContainsFunc(out, overlaps) {
			out = append(out, [2]int{r.Start, r.End})
		}
	}
	return out
}

// adjoins reports whether only blanks stand between s and start.
func adjoins(d *dateline.Document, s dateline.Span, start int) bool {
	return s.End <= start && s.Len() > 0 && strings.TrimSpace(d.Slice(dateline.Span{Start: s.End, End: start})) == "" && s.Start < start
}

var determiners = []string{"the", "a", "an", "his", "her", "its", "their", "our", "my", "your"}

// bareRole reports whether a role has no determiner, so that it is one phrase
// with the name behind it.
func bareRole(s string) bool {
	first, _, _ := strings.Cut(strings.ToLower(s), " ")
	return !slices.Contains(determiners, first) && !strings.Contains(s, "'s ") && !strings.Contains(s, "’s ")
}

// crossdoc builds a timeline a topic and writes which mentions each of its
// entries and actors has in each article. Actors are those of the events and
// statements that they take part in; others are looked up by name, as a
// program does that knows no more.
func crossdoc(r io.Reader, w io.Writer) error {
	topics := make(map[string][]*dateline.Document)
	var order []string
	err := parseEach(r, func(rec *record, d *dateline.Document) {
		if topics[rec.Topic] == nil {
			order = append(order, rec.Topic)
		}
		topics[rec.Topic] = append(topics[rec.Topic], d)
	})
	if err != nil {
		return err
	}
	enc := json.NewEncoder(w)
	for _, topic := range order {
		if err := writeTopic(enc, topic, topics[topic]); err != nil {
			return err
		}
	}
	return nil
}

func writeTopic(enc *json.Encoder, topic string, docs []*dateline.Document) error {
	type cluster struct {
		Doc   string   `json:"doc"`
		Spans [][2]int `json:"spans"`
		Type  string   `json:"type"`
		ID    string   `json:"id"`
	}
	var b dateline.TimelineBuilder
	byID := make(map[string]*dateline.Document)
	for _, d := range docs {
		b.Add(d)
		byID[d.Article.ID] = d
	}
	t := b.Timeline()
	for _, e := range t.Entries {
		for _, s := range e.Reports {
			ev, _ := byID[s.Article].Event(s.Event)
			err := enc.Encode(cluster{s.Article, pairs(ev.Mentions...), "event", fmt.Sprintf("%s/%d", topic, e.ID)})
			if err != nil {
				return err
			}
		}
	}
	known := actorsOf(t, byID)
	for _, d := range docs {
		for i := range d.Actors {
			a := &d.Actors[i]
			id := fmt.Sprintf("%s/%s/%d", topic, d.Article.ID, a.ID)
			if x, ok := known[docActor{d.Article.ID, a.ID}]; ok {
				id = fmt.Sprintf("%s/%d", topic, x)
			} else if x, ok := t.FindActor(a.Name); ok {
				id = fmt.Sprintf("%s/%d", topic, x.ID)
			} else if slices.ContainsFunc(a.Mentions, func(m dateline.ActorMention) bool { return m.Form == dateline.MentionNamed }) {
				id = topic + "/" + a.Name
			}
			if err := enc.Encode(cluster{d.Article.ID, mentions(a), "actor", id}); err != nil {
				return err
			}
		}
	}
	return nil
}

// docActor is an actor of an article.
type docActor struct {
	article string
	id      dateline.ActorID
}

// actorsOf is which actor of the timeline each actor of an article is that
// takes part in an event or says something.
func actorsOf(t *dateline.Timeline, byID map[string]*dateline.Document) map[docActor]dateline.ActorID {
	out := make(map[docActor]dateline.ActorID)
	for i := range t.Entries {
		for _, r := range t.Entries[i].Reports {
			ev, _ := byID[r.Article].Event(r.Event)
			for k, p := range ev.Participants {
				if p.Actor != 0 && k < len(r.Participants) && r.Participants[k].Actor != 0 {
					out[docActor{r.Article, p.Actor}] = r.Participants[k].Actor
				}
			}
		}
	}
	for _, s := range t.Statements {
		if st, ok := byID[s.Article].Statement(s.Statement); ok && st.Actor != 0 && s.Speaker != 0 {
			out[docActor{s.Article, st.Actor}] = s.Speaker
		}
	}
	return out
}
