// Package readers reads the examples of output with the programs of others:
// a calendar, a map, a graph and a knowledge graph. check.mjs does the same
// with those that npm has.
package readers

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/awalterschulze/gographviz"
	"github.com/emersion/go-ical"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
	"github.com/piprate/json-gold/ld"
)

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// records are the lines of the JSON Lines of the same timeline.
func records(t *testing.T, name string) []map[string]any {
	t.Helper()
	var out []map[string]any
	dec := json.NewDecoder(bytes.NewReader(read(t, name)))
	for dec.More() {
		var r map[string]any
		if err := dec.Decode(&r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

func calendar(t *testing.T, name string) *ical.Calendar {
	t.Helper()
	dec := ical.NewDecoder(bytes.NewReader(read(t, name)))
	c, err := dec.Decode()
	if err != nil {
		t.Fatal(err)
	}
	// Written again, all that RFC 5545 asks of a calendar is checked.
	if err := ical.NewEncoder(&bytes.Buffer{}).Encode(c); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return c
}

func text(t *testing.T, c *ical.Component, name string) string {
	t.Helper()
	s, err := c.Props.Text(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestCalendar: every planned or possible event is in the calendar, on its day
// if it has one, in its place, and as tentative.
func TestCalendar(t *testing.T) {
	c := calendar(t, "alaska-summit.ics")
	at := make(map[string]*ical.Component)
	for _, x := range c.Children {
		at[text(t, x, "DESCRIPTION")] = x
	}
	n := 0
	for _, r := range records(t, "alaska-summit.jsonl") {
		status := r["status"].(string)
		if status != "planned" && status != "possible" {
			continue
		}
		n++
		report := r["reports"].([]any)[0].(map[string]any)
		var x *ical.Component
		for d, y := range at {
			// Commas and semicolons of the sentence came through their escapes.
			if strings.Contains(d, report["text"].(string)+" (alaska-summit.txt, "+status) &&
				strings.HasPrefix(text(t, y, "SUMMARY"), r["title"].(string)) {
				x = y
			}
		}
		if x == nil {
			t.Errorf("no %s", r["title"])
			continue
		}
		when, _ := r["when"].(map[string]any)
		if when["earliest"] == nil || when["latest"] == nil {
			if x.Name != "VJOURNAL" || x.Props.Get("DTSTART") != nil {
				t.Errorf("%s has a date", r["title"])
			}
			continue
		}
		e := ical.Event{Component: x}
		start, err := e.DateTimeStart(time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		end, err := e.DateTimeEnd(time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		if start.Format("2006-01-02") != when["earliest"] || end.AddDate(0, 0, -1).Format("2006-01-02") != when["latest"] {
			t.Errorf("%s is from %v to %v, want %v", r["title"], start, end, when)
		}
		if s, err := e.Status(); s != ical.EventTentative || err != nil {
			t.Errorf("status %v, %v", s, err)
		}
		if place, ok := r["place"].(map[string]any); ok && text(t, x, "LOCATION") != place["name"] {
			t.Errorf("location %q, want %v", text(t, x, "LOCATION"), place["name"])
		}
	}
	if n == 0 || n != len(c.Children) {
		t.Errorf("%d planned or possible events, %d components", n, len(c.Children))
	}
}

// TestHardCalendar: words that need escapes and folds come back as they were.
func TestHardCalendar(t *testing.T) {
	titles := make(map[string]bool)
	for _, r := range records(t, "hard.jsonl") {
		titles[r["title"].(string)] = true
	}
	if len(titles) != 1 {
		t.Fatalf("%d titles", len(titles))
	}
	for _, c := range calendar(t, "hard.ics").Children {
		summary := text(t, c, "SUMMARY")
		for title := range titles {
			if want := strings.ReplaceAll(title, "\t", " "); !strings.HasPrefix(summary, want) {
				t.Errorf("summary %q, want %q", summary, want)
			}
		}
	}
}

func TestMap(t *testing.T) {
	for _, name := range []string{"alaska-summit", "hard"} {
		c, err := geojson.UnmarshalFeatureCollection(read(t, name+".geojson"))
		if err != nil {
			t.Fatal(err)
		}
		rs := records(t, name+".jsonl")
		if len(c.Features) != len(rs) {
			t.Errorf("%d features of %d events", len(c.Features), len(rs))
		}
		for i, f := range c.Features {
			place, _ := rs[i]["place"].(map[string]any)
			at, _ := place["at"].(map[string]any)
			p, ok := f.Geometry.(orb.Point)
			if ok != (at != nil) || ok && (p.Lat() != at["lat"] || p.Lon() != at["lon"]) {
				t.Errorf("%v is at %v, want %v", f.ID, f.Geometry, at)
			}
			if f.ID != rs[i]["id"] || f.Properties["title"] != rs[i]["title"] {
				t.Errorf("%v: %v", f.ID, f.Properties)
			}
		}
	}
}

func TestGraph(t *testing.T) {
	for _, name := range []string{"alaska-summit", "hard"} {
		g, err := gographviz.Read(read(t, name+".dot"))
		if err != nil {
			t.Fatal(err)
		}
		boxes := 0
		for _, n := range g.Nodes.Nodes {
			if n.Attrs["shape"] == "box" {
				boxes++
			}
		}
		participants := 0
		rs := records(t, name+".jsonl")
		for _, r := range rs {
			ps, _ := r["participants"].([]any)
			participants += len(ps)
		}
		said := 0
		for _, e := range g.Edges.Edges {
			if e.Attrs["style"] == "dotted" {
				said++
			}
		}
		if boxes != len(rs) || len(g.Edges.Edges)-said != participants || said == 0 && name == "hard" {
			t.Errorf("%s: %d boxes of %d events, %d edges, %d of them of who says so, %d participants",
				name, boxes, len(rs), len(g.Edges.Edges), said, participants)
		}
	}
}

// TestKnowledgeGraph: the JSON-LD expands without the network to RDF in which
// every event comes from a sentence and what is not established is no Event.
func TestKnowledgeGraph(t *testing.T) {
	const schema, prov, dl = "https://schema.org/", "http://www.w3.org/ns/prov#", "https://github.com/dateline-go/dateline#"
	for _, name := range []string{"alaska-summit", "hard"} {
		var doc any
		if err := json.Unmarshal(read(t, name+".jsonld"), &doc); err != nil {
			t.Fatal(err)
		}
		options := ld.NewJsonLdOptions("")
		options.DocumentLoader = nil // nothing may be fetched
		rdf, err := ld.NewJsonLdProcessor().ToRDF(doc, options)
		if err != nil {
			t.Fatal(err)
		}
		types, status, derived := make(map[string]string), make(map[string]string), make(map[string]bool)
		n := 0
		for _, q := range rdf.(*ld.RDFDataset).GetQuads("@default") {
			n++
			subject := q.Subject.GetValue()
			switch q.Predicate.GetValue() {
			case "http://www.w3.org/1999/02/22-rdf-syntax-ns#type":
				types[subject] = q.Object.GetValue()
			case dl + "status":
				status[subject] = q.Object.GetValue()
			case prov + "wasDerivedFrom":
				derived[subject] = true
			}
		}
		events, open := 0, 0
		for subject, s := range status {
			if !derived[subject] {
				t.Errorf("%s comes from nowhere", subject)
			}
			switch types[subject] {
			case schema + "Event":
				events++
				if s == "denied" || s == "possible" {
					t.Errorf("%s is an Event, and %s", subject, s)
				}
			case dl + "NotEstablished":
				open++
			}
		}
		if want := len(records(t, name+".jsonl")); events+open != want || open == 0 && name == "hard" {
			t.Errorf("%s: %d triples, %d events and %d not established of %d", name, n, events, open, want)
		}
		t.Logf("%s: %d triples", name, n)
	}
}
