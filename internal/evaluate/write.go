package main

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ontology"
)

func writeTimes(enc *json.Encoder, d *dateline.Document) error {
	write := func(s dateline.Span, w dateline.When) error {
		return enc.Encode(struct {
			Doc   string `json:"doc"`
			Start int    `json:"start"`
			End   int    `json:"end"`
			Type  string `json:"type"`
			Value string `json:"value"`
		}{d.Article.ID, s.Start, s.End, w.Type(), w.TIMEX3()})
	}
	for _, m := range d.Times {
		ends := m.Ends // a range is two TIMEX3
		if len(ends) == 0 {
			ends = []dateline.TimeEnd{{Span: m.Span, When: m.When}}
		}
		for _, e := range ends {
			if err := write(bare(d, e), e.When); err != nil {
				return err
			}
		}
	}
	return nil
}

// listed reports whether the gazetteer has a place of that name.
func listed(name string) bool {
	for range gazetteer.Default().Lookup(name) {
		return true
	}
	return false
}

// aroundLength are words that TimeML's annotators mostly leave outside a length
// of time, though they change what it means.
var aroundLength = []string{"about ", "almost ", "at least ", "over ", "as long as "}

// bare is the span of t without such a word before it.
func bare(d *dateline.Document, t dateline.TimeEnd) dateline.Span {
	s := t.Span
	if t.When.Type() != "DURATION" {
		return s
	}
	low := strings.ToLower(d.Slice(s))
	for _, w := range aroundLength {
		if strings.HasPrefix(low, w) {
			s.Start += len(w)
			break
		}
	}
	return s
}

func writePlaces(enc *json.Encoder, d *dateline.Document) error {
	type toponym struct {
		Start int      `json:"start"`
		End   int      `json:"end"`
		Name  string   `json:"name"`
		Lat   *float64 `json:"lat"`
		Lon   *float64 `json:"lon"`
		ID    string   `json:"geonameid,omitempty"`
	}
	out := struct {
		Doc      string    `json:"doc"`
		Toponyms []toponym `json:"toponyms"`
	}{d.Article.ID, []toponym{}}
	for i := range d.Locations {
		l := &d.Locations[i]
		if l.Place.Kind == dateline.LocationSite && !listed(l.Place.Name) {
			continue // the corpora have no buildings that no gazetteer has
		}
		for _, m := range l.Mentions {
			t := toponym{Start: m.Span.Start, End: m.Span.End, Name: l.Place.Name}
			if !l.Place.At.IsZero() {
				t.Lat, t.Lon = &l.Place.At.Lat, &l.Place.At.Lon
			}
			if l.Place.GeoNamesID != 0 {
				t.ID = strconv.Itoa(l.Place.GeoNamesID)
			}
			out.Toponyms = append(out.Toponyms, t)
		}
	}
	slices.SortFunc(out.Toponyms, func(a, b toponym) int { return cmp.Compare(a.Start, b.Start) })
	return enc.Encode(out)
}

func writeQuotes(enc *json.Encoder, d *dateline.Document) error {
	type quote struct {
		Kind    string   `json:"kind"`
		Spans   [][2]int `json:"spans"`
		Speaker [][2]int `json:"speaker_spans"`
		Cue     [][2]int `json:"cue_spans"`
		Name    string   `json:"speaker_name,omitempty"`
		Ref     [][2]int `json:"speaker_ref_spans,omitempty"`
	}
	out := struct {
		Doc    string  `json:"doc"`
		Quotes []quote `json:"quotes"`
	}{d.Article.ID, []quote{}}
	for i := range d.Statements {
		s := &d.Statements[i]
		if s.Parent != 0 {
			continue // the set counts what stands inside another statement neither way
		}
		q := quote{Kind: string(s.Kind), Spans: pairs(s.Content...), Speaker: pairs(s.Speaker), Cue: pairs(s.Cue)}
		if a, ok := d.Actor(s.Actor); ok {
			for _, m := range a.Mentions {
				if m.Form == dateline.MentionNamed {
					q.Name, q.Ref = a.Name, pairs(m.Span)
					break
				}
			}
		}
		out.Quotes = append(out.Quotes, q)
	}
	return enc.Encode(out)
}

// pairs are the ends of spans; there is always a list, if an empty one.
func pairs(ss ...dateline.Span) [][2]int {
	out := [][2]int{}
	for _, s := range ss {
		if !s.IsZero() {
			out = append(out, [2]int{s.Start, s.End})
		}
	}
	return out
}

// writeEvents gives each event the words of its agent and its patient, the
// event of the sentence's main word first.
func writeEvents(enc *json.Encoder, d *dateline.Document) error {
	type event struct {
		Root   string `json:"root"`
		Source string `json:"source"`
		Target string `json:"target"`
	}
	id, err := strconv.Atoi(d.Article.ID)
	if err != nil {
		return err
	}
	out := struct {
		ID     int     `json:"id"`
		Events []event `json:"events"`
	}{id, []event{}}
	evs := slices.Clone(d.Events)
	slices.SortStableFunc(evs, func(a, b dateline.Event) int {
		if a.Main != b.Main {
			if a.Main {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.Salience, a.Salience)
	})
	for i := range evs {
		e := &evs[i]
		x := event{Root: cmp.Or(ontology.RootOf(e.Code), string(e.Kind))} // the code knows intentions, refusals and threats
		if ontology.QuadOf(x.Root) == ontology.NoQuad {
			continue
		}
		switch x.Root {
		case "CONCEDE", "RETREAT":
			x.Root = "YIELD" // as the set has it
		}
		for _, p := range e.Participants {
			text := d.Slice(p.Span)
			if a, ok := d.Actor(p.Actor); text == "" && ok {
				text = a.Name
			}
			switch {
			case p.Role == "agent" && x.Source == "":
				x.Source = text
			case p.Role != "agent" && x.Target == "":
				x.Target = text
			}
		}
		if l, ok := d.Location(e.Location); ok && x.Target == "" {
			x.Target = l.Place.Name // PLOVER's target is where it was, if nobody else is
		}
		out.Events = append(out.Events, x)
	}
	return enc.Encode(out)
}
