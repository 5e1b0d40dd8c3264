package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// partyNames is how many names of a party the scorer of stories reads.
const partyNames = 5

// A storyEntry is an entry of a timeline as the scorer of stories reads it.
type storyEntry struct {
	Spans    [][2]int   `json:"spans"`
	Kind     string     `json:"kind"`
	Status   string     `json:"status"`
	Agents   [][]string `json:"agents"`
	Patients [][]string `json:"patients"`
	Where    []string   `json:"where"`
	Earliest string     `json:"earliest"`
	Latest   string     `json:"latest"`
	EDTF     string     `json:"edtf"`
	By       []string   `json:"by"`
	Salience float64    `json:"salience"`
	Shown    bool       `json:"shown"`
}

// writeStory writes the timeline of one article in the order of its entries.
func writeStory(enc *json.Encoder, d *dateline.Document) error {
	entries := []storyEntry{}
	for _, e := range d.Timeline().Entries {
		x := storyEntry{Kind: string(e.Kind), Status: e.Status.String(), EDTF: e.When.EDTF(), Salience: e.Salience,
			Shown: e.Salience >= dateline.ShownSalience, Spans: [][2]int{},
			Agents: [][]string{}, Patients: [][]string{}, Where: []string{}, By: []string{}}
		if lo, hi := e.When.Earliest(), e.When.Latest(); !lo.IsZero() {
			// What is only known by the day of publication has no day of its own.
			x.Earliest, x.Latest = isoDay(lo), isoDay(hi)
		}
		for _, s := range e.Reports {
			ev, ok := d.Event(s.Event)
			if !ok {
				return fmt.Errorf("%s: entry %d has no event", d.Article.ID, e.ID)
			}
			x.Spans = append(x.Spans, pairs(ev.Mentions...)...)
			x.addSides(d, &ev)
			if len(x.Where) == 0 {
				x.Where = where(d, ev.Location)
			}
			if st, ok := d.Statement(ev.Statement); ok && len(x.By) == 0 {
				x.By = names(d, st.Speaker, st.Actor)
			}
		}
		entries = append(entries, x)
	}
	return enc.Encode(struct {
		ID      string       `json:"id"`
		Entries []storyEntry `json:"entries"`
	}{d.Article.ID, entries})
}

func (x *storyEntry) addSides(d *dateline.Document, ev *dateline.Event) {
	for _, p := range ev.Participants {
		ns := names(d, p.Span, p.Actor)
		if len(ns) == 0 {
			continue
		}
		switch p.Role {
		case "agent":
			x.Agents = append(x.Agents, ns)
		case "patient", "recipient":
			x.Patients = append(x.Patients, ns)
		}
	}
}

// isoDay is the day, month or year of p, or "" when it is not known.
func isoDay(p dateline.Moment) string {
	switch y, m, d := p.Date(); {
	case p.IsZero():
		return ""
	case m == 0:
		return fmt.Sprintf("%04d", y)
	case d == 0:
		return fmt.Sprintf("%04d-%02d", y, m)
	default:
		return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	}
}

// names are the words at s, and the name and the aliases of the actor.
func names(d *dateline.Document, s dateline.Span, id dateline.ActorID) []string {
	var out []string
	add := func(n string) {
		if n != "" && len(out) < partyNames && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	a, ok := d.Actor(id)
	if ok {
		add(a.Name)
	}
	add(strings.Join(strings.Fields(d.Slice(s)), " "))
	if ok {
		for _, n := range a.Aliases {
			add(n)
		}
	}
	return out
}

// where is the place's name, its words in the text, its division and its country.
func where(d *dateline.Document, id dateline.LocationID) []string {
	l, ok := d.Location(id)
	if !ok {
		return []string{}
	}
	out := []string{cmp.Or(l.Place.Name, d.Slice(l.Mentions[0].Span)), d.Slice(l.Mentions[0].Span)}
	if l.Place.Division != "" {
		out = append(out, l.Place.Division)
	}
	if c, ok := gazetteer.Default().Country(l.Place.Country); ok {
		out = append(out, c.Name)
	}
	return out
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
// entries and actors has in each article. Actors are looked up by name, as a
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
	for _, d := range docs {
		for i := range d.Actors {
			a := &d.Actors[i]
			id := fmt.Sprintf("%s/%s/%d", topic, d.Article.ID, a.ID)
			if x, ok := t.FindActor(a.Name); ok {
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
