package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gen/fit"
	"github.com/dateline-go/dateline/internal/story"
)

// A topic is articles, and what the gold says of their reports.
type topic struct {
	name     string
	articles []story.Article
	reports  []story.Report
	events   []dateline.EventID // of the reports
	chain    []string           // of each report; "" where the gold is silent
	pairs    []fit.Pair         // see strangers
	from     [][2]string        // the topics of each of pairs
}

// lines calls f with each line of a file.
func lines(path string, f func([]byte) error) error {
	r, err := os.Open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		if err := f(sc.Bytes()); err != nil {
			return err
		}
	}
	return sc.Err()
}

type goldDoc struct {
	Topic    string `json:"topic"`
	Doc      string `json:"doc"`
	Text     string `json:"text"`
	Mentions []struct {
		Start, End  int
		Type, Chain string
	} `json:"mentions"`
}

// readTopics parses the articles of a file of topics of two stories that are
// alike.
func readTopics(path string, others []*dateline.Document) ([]*topic, *topic, error) {
	byTopic := make(map[string][]*dateline.Document)
	var order []string
	docs := make(map[string][]goldDoc)
	err := lines(path, func(b []byte) error {
		var g goldDoc
		if err := json.Unmarshal(b, &g); err != nil {
			return err
		}
		if docs[g.Topic] == nil {
			order = append(order, g.Topic)
		}
		docs[g.Topic] = append(docs[g.Topic], g)
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	var out []*topic
	for _, name := range order {
		var parsed []*dateline.Document
		for _, g := range docs[name] {
			d, err := dateline.Parse(dateline.Article{ID: g.Doc, Text: g.Text})
			if err != nil {
				return nil, nil, err
			}
			parsed = append(parsed, d)
		}
		byTopic[name] = parsed
		t := newTopic(name, parsed)
		i := 0
		for n := range parsed {
			from := i
			for i < len(t.reports) && int(t.reports[i].Article) == n {
				i++
			}
			chains(&docs[name][n], parsed[n], t.events[from:i], t.chain[from:i])
		}
		out = append(out, t)
	}
	return out, together(byTopic, order, docs, others), nil
}

// other is the topic of articles of which nothing is known but that no two tell
// of one event, unless their sentences are alike.
const other = "other"

// readOthers parses articles of many stories.
func readOthers(path string) ([]*dateline.Document, error) {
	var out []*dateline.Document
	seen := make(map[string]bool) // several have annotated some
	err := lines(path, func(b []byte) error {
		var g struct{ Doc, Text string }
		if err := json.Unmarshal(b, &g); err != nil || len(out) == otherArticles || seen[g.Doc] {
			return err
		}
		seen[g.Doc] = true
		d, err := dateline.Parse(dateline.Article{ID: g.Doc, Text: g.Text})
		out = append(out, d)
		return err
	})
	return out, err
}

// otherArticles is how many of them are read.
const otherArticles = 300

// together is the topics of readTopics, and other articles, as one archive.
func together(parsed map[string][]*dateline.Document, order []string, docs map[string][]goldDoc, others []*dateline.Document) *topic {
	var all []*dateline.Document
	var golds []goldDoc
	var of []string
	for _, name := range order {
		for i, d := range parsed[name] {
			all = append(all, d)
			golds = append(golds, docs[name][i])
			of = append(of, name)
		}
	}
	told := len(all)
	all = append(all, others...)
	t := newTopic("all", all)
	i := 0
	for n := range all {
		from := i
		for i < len(t.reports) && int(t.reports[i].Article) == n {
			i++
		}
		if n < told {
			chains(&golds[n], all[n], t.events[from:i], t.chain[from:i])
		}
		for k := from; k < i; k++ {
			if n >= told {
				t.chain[k] = fmt.Sprintf("%s %d", other, k)
			} else if t.chain[k] != "" {
				t.chain[k] = of[n] + " " + t.chain[k]
			}
		}
	}
	return t
}

// newTopic takes the reports of documents, in their order.
func newTopic(name string, docs []*dateline.Document) *topic {
	t := &topic{name: name}
	var b dateline.TimelineBuilder
	for _, d := range docs {
		b.Add(d)
	}
	tl := b.Timeline()
	named := make(map[dateline.ActorID]bool)
	for _, a := range tl.Actors {
		named[a.ID] = len(a.Merged) > 0 || a.Name != strings.ToLower(a.Name) && a.Kind != dateline.ActorGroup && a.Kind != dateline.ActorRoleOnly
	}
	sources := make(map[string][]dateline.Report)
	for _, e := range tl.Entries {
		for _, s := range e.Reports {
			sources[s.Article] = append(sources[s.Article], s)
		}
	}
	for n, d := range docs {
		ss := sources[d.Article.ID]
		slices.SortFunc(ss, func(a, b dateline.Report) int { return int(a.Event - b.Event) })
		art := story.Article{}
		for _, s := range tl.Statements {
			if s.Article == d.Article.ID {
				art.Texts = append(art.Texts, s.Text)
			}
		}
		for i := range ss {
			ev, _ := d.Event(ss[i].Event)
			r := report(&ev, &ss[i], named)
			r.Article = int32(n)
			t.reports = append(t.reports, r)
			t.events = append(t.events, ev.ID)
		}
		t.articles = append(t.articles, art)
	}
	t.chain = make([]string, len(t.reports))
	return t
}

// chains fills the chain of each report of d: that of the gold mention that it
// is the closest to, as the scorer has it.
func chains(g *goldDoc, d *dateline.Document, events []dateline.EventID, out []string) {
	for _, m := range g.Mentions {
		if m.Type != "event" {
			continue
		}
		best, far := -1, 1<<30
		for i, id := range events {
			ev, _ := d.Event(id)
			for _, s := range ev.Mentions {
				if s.Start < m.End && m.Start < s.End {
					if off := abs(s.Start-m.Start) + abs(s.End-m.End); off < far {
						best, far = i, off
					}
				}
			}
		}
		if best >= 0 && out[best] == "" {
			out[best] = m.Chain
		}
	}
}

func abs(n int) int { return max(n, -n) }

// report is what comparison is told of a source, as the root tells it.
func report(ev *dateline.Event, s *dateline.Report, named map[dateline.ActorID]bool) story.Report {
	r := story.Report{Kind: string(ev.Kind), Mode: string(ev.Mode), Lemma: ev.Lemma,
		Sentence: s.Text, At: s.Trigger.Start - s.Sentence.Start, From: s.Sentence.Start,
		Status: story.ParseStatus(string(s.Status)), Dated: !s.Published.IsZero(), Published: seconds(s.Published)}
	for _, p := range s.Participants {
		r.Parts = append(r.Parts, story.Part{
			Role: string(p.Role), Actor: int32(p.Actor), Named: named[p.Actor], Text: p.Text, Count: int32(p.Count),
		})
	}
	if p := s.When.Earliest(); !p.IsZero() {
		r.Time.First, r.Time.HasFirst = seconds(p), true
	}
	if p := s.When.Latest(); !p.IsZero() {
		r.Time.Last, r.Time.HasLast = seconds(p)+day-1, true
	}
	if p := &s.Place; !p.IsZero() {
		r.Place = story.Place{Name: p.Name, Kind: string(p.Kind), Country: p.Country, Division: p.Division}
		if !p.At.IsZero() {
			r.Place.Lat, r.Place.Lon, r.Place.HasPoint = p.At.Lat, p.At.Lon, true
		}
	}
	return r
}

const day = 24 * 60 * 60

func seconds(p dateline.Moment) int64 {
	if p.IsZero() {
		return 0
	}
	return p.Time().Unix()
}
