package dateline

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Later parsers see the events of those before, and attributes reach the timeline.
func TestAttributesAndEarlierEvents(t *testing.T) {
	text := "Acme closed its plant in Oslo on Tuesday. It earned 1.24 dollars a share."
	earned := spanOf(text, "earned")
	seen := 0
	earnings := EventParserFunc(func(t *Text) ([]Event, error) {
		seen = len(t.Events())
		for i := range t.Events() {
			if e := &t.Events()[i]; e.ID != EventID(i+1) || t.Slice(e.Trigger) == "" {
				return nil, errors.New("an event that is none")
			}
		}
		a, _ := t.ActorAt(spanOf(text, "Acme"))
		return []Event{{Kind: EventResults, Lemma: "earn", Trigger: earned, Mentions: []Span{earned}, Status: StatusOccurred,
			Participants: []Participant{{Role: RoleAgent, Actor: a.ID}},
			Attributes:   []Attribute{{Name: "earnings per share", Value: "1.24", Unit: "USD", Span: spanOf(text, "1.24")}}}}, nil
	})
	for _, o := range []Option{AppendEventParsers(earnings), PrependEventParsers(earnings)} {
		seen = -1
		p, err := New(o)
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Parse(Article{Text: text, Published: Date(2025, 5, 6)})
		if err != nil {
			t.Fatal(err)
		}
		if want := strings.HasPrefix(o.String(), "Append"); (seen > 0) != want || seen < 0 {
			t.Errorf("%v: saw %d events", o, seen)
		}
		if seen > 0 {
			continue // the built-in parser has the word already
		}
		e := d.Timeline().Select(WhereKind(EventResults)).Entries
		if len(e) != 1 || len(e[0].Attributes) != 1 || e[0].Attributes[0].Value != "1.24" || e[0].Participants[0].Text != "Acme" {
			t.Errorf("%v: entries %+v", o, e)
		}
	}
}

func TestPluginQuestions(t *testing.T) {
	d, err := Parse(Article{Text: harbour, Published: Date(2025, 5, 6)})
	if err != nil {
		t.Fatal(err)
	}
	tx, err := NewText(d)
	if err != nil {
		t.Fatal(err)
	}
	if a, ok := tx.ActorAt(spanOf(harbour, "Holm")); !ok || a.Name != "Kari Holm" {
		t.Errorf("ActorAt gives %+v", a)
	}
	if _, ok := tx.ActorAt(Span{}); ok {
		t.Error("an actor at no place")
	}
	if m, ok := tx.TimeAt(spanOf(harbour, "Tuesday")); !ok || m.When.IsZero() {
		t.Errorf("TimeAt gives %+v", m)
	}
	for i := range d.Locations {
		if l, ok := tx.LocationAt(d.Locations[i].Mentions[0].Span); !ok || l.ID != d.Locations[i].ID {
			t.Errorf("LocationAt gives %+v", l)
		}
	}
	if ps := tx.Places("Paris", 2); len(ps) != 2 || ps[0].Country != "FR" {
		t.Errorf("Places gives %+v", ps)
	}
	for words, want := range map[string]string{"three days later": "2025-05-09", "last Friday": "2025-05-02", "no time at all": ""} {
		if w, ok := tx.ResolveTime(words, Date(2025, 5, 6)); w.EDTF() != want || ok != (want != "") {
			t.Errorf("%q means %v", words, w)
		}
	}
	month, year := Moment{}, Moment{}
	if err := errors.Join(month.UnmarshalText([]byte("2025-05")), year.UnmarshalText([]byte("2025"))); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		from        Moment
		words, want string
	}{
		{month, "two months later", "2025-07"},
		{month, "the following month", "2025-06"},
		{year, "a year earlier", "2024"},
		{Moment{}, "three days later", "P3D"},
		{Moment{}, "2019", "2019"},
		{Date(2025, 5, 6), " \n three  days\tlater", "2025-05-09"},
		{Date(2025, 5, 6), "\xff", ""},
	} {
		if w, _ := tx.ResolveTime(c.words, c.from); w.EDTF() != c.want {
			t.Errorf("%q after %v means %v, want %s", c.words, c.from, w, c.want)
		}
	}
	for _, n := range []int{-1, 0} {
		if ps := tx.Places("Paris", n); len(ps) != 0 {
			t.Errorf("%d places: %v", n, ps)
		}
	}
	// Spans of anywhere have an answer, or none.
	for _, s := range []Span{{-5, -1}, {1 << 29, 1 << 30}, {9, 3}} {
		_, ok1 := tx.ActorAt(s)
		_, ok2 := tx.LocationAt(s)
		_, ok3 := tx.TimeAt(s)
		if ok1 || ok2 || ok3 {
			t.Errorf("something stands at %v", s)
		}
	}
	// The parsers of a late stage find on it what they found in Parse.
	es, err := DefaultEventParsers()[0].ParseEvents(tx)
	if err != nil || len(es) == 0 {
		t.Fatal(es, err)
	}
	kinds := func(es []Event) map[string]bool {
		out := make(map[string]bool)
		for i := range es {
			out[string(es[i].Kind)+" "+d.Slice(es[i].Trigger)] = true
		}
		return out
	}
	if diff := cmp.Diff(kinds(d.Events), kinds(es)); diff != "" {
		t.Error(diff)
	}
}

// Your own places are among those that a parser can ask for, before the
// built-in ones of their name; and the events it sees have their quantities.
func TestPluginSeesOptions(t *testing.T) {
	own, err := ReadPlacesCSV(strings.NewReader("name,lat,lon,kind,country\nParis,10,20,city,KE\n"))
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	p, err := New(WithGazetteer(own), AppendEventParsers(EventParserFunc(func(t *Text) ([]Event, error) {
		if ps := t.Places("Paris", 2); len(ps) != 2 || ps[0].Country != "KE" || ps[1].Country != "FR" {
			return nil, fmt.Errorf("places %+v", ps)
		}
		for _, e := range t.Events() {
			for _, q := range e.Quantities {
				if q.Kind == QuantityDeaths && q.Value == 12 {
					asked++
				}
			}
		}
		return nil, nil
	})))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Parse(Article{Text: "The storm killed 12 people on Monday.", Language: "en"}); err != nil || asked != 1 {
		t.Errorf("%v, %d quantities seen", err, asked)
	}
}

func TestParseMoment(t *testing.T) {
	for text, want := range map[string]string{
		"2025-08-06":                          "2025-08-06",
		"2025":                                "2025",
		"2025-08-06T15:04":                    "2025-08-06T15:04",
		"2025-08-06T15:04:05.123Z":            "2025-08-06T15:04:05Z",
		"2025-08-06T15:04:05.123+02:00":       "2025-08-06T15:04:05+02:00",
		"2025-08-06T15:04:05+0200":            "2025-08-06T15:04:05+02:00",
		"2025-08-06 15:04:05":                 "2025-08-06T15:04:05Z",
		"Wed, 06 Aug 2025 15:04:05 +0200":     "2025-08-06T15:04:05+02:00",
		"Wed, 6 Aug 2025 15:04:05 GMT":        "2025-08-06T15:04:05Z",
		"06 Aug 25 15:04 +0200":               "2025-08-06T15:04:00+02:00",
		"Wed, 06 Aug 2025 15:04:05 XYZ":       "2025-08-06T15:04:05",
		"2025-08-06t15:04:05z":                "2025-08-06T15:04:05Z",
		"2025-08-06T15:04:05-00:00":           "2025-08-06T15:04:05Z",
		"2016-12-31T23:59:60Z":                "2016-12-31T23:59:60Z",
		"2025-08-06 15:04:05+02:00":           "2025-08-06T15:04:05+02:00",
		"Wednesday, 06-Aug-25 15:04:05 GMT":   "2025-08-06T15:04:05Z",
		"Wed, 06 Aug 2025 15:04:05 EDT":       "2025-08-06T15:04:05-04:00",
		"Wed, 06 Aug 2025 15:04:05 UT":        "2025-08-06T15:04:05Z",
		"Wed, 06 Aug 2025 15:04:05 Z":         "2025-08-06T15:04:05Z",
		"6 Aug 2025 15:04 GMT":                "2025-08-06T15:04:00Z",
		"6 Aug 99 15:04:05 gmt":               "1999-08-06T15:04:05Z",
		"Wed, 6 Aug 2025 15:04 +0000":         "2025-08-06T15:04:00Z",
		"wed, 06 aug 2025 15:04:05 pst":       "2025-08-06T15:04:05-08:00",
		"Wed, 06 Aug 2025 15:04:05 +0200 (X)": "2025-08-06T15:04:05+02:00",
		"Wed, 06 Aug 2025 15:04:05 -0000":     "2025-08-06T15:04:05Z",
		"Wed Aug  6 15:04:05 2025":            "2025-08-06T15:04:05Z",
		"Wed Aug  6 15:04:05 EST 2025":        "2025-08-06T15:04:05-05:00",
		"Wed, 31 Jun 2025 15:04:05 GMT":       "",
		"2025-08-06T15:04:61Z":                "",
		"2025-08-06T25:04:05Z":                "",
		"Nonsense, 6 Aug 2025 15:04 GMT":      "",
		"yesterday":                           "",
		"2025-13-01":                          "",
	} {
		m, err := ParseMoment(text)
		if m.String() != want || (err != nil) != (want == "") {
			t.Errorf("%q is %q, %v, want %q", text, m, err, want)
		}
	}
}

// A plug-in's actor catches its later names and pronouns, as a built-in's does.
func TestEcho(t *testing.T) {
	text := "Zorblax Quimby, a poet, read on Monday. Quimby then left. She was tired. Nobody saw Zorblax Quimby again."
	mine := ActorParserFunc(func(*Text) ([]Actor, error) {
		return []Actor{{Kind: ActorPerson, Name: "Zorblax Quimby", Gender: "female", Aliases: []string{"ZQ"},
			Mentions: []ActorMention{{Span: spanOf(text, "Zorblax Quimby")}}}}, nil
	})
	for _, o := range []Option{WithActorParsers(mine), PrependActorParsers(mine)} {
		p, err := New(o)
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Parse(Article{Text: text, Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Validate(); err != nil {
			t.Error(err)
		}
		var got []string
		for _, a := range d.Actors {
			if a.Name == "Zorblax Quimby" {
				for _, m := range a.Mentions {
					if m.Form != MentionNominal {
						got = append(got, d.Slice(m.Span))
					}
				}
			}
		}
		if s := strings.Join(got, ", "); s != "Zorblax Quimby, Quimby, She, Zorblax Quimby" {
			t.Errorf("%v: mentions %s", o, s)
		}
	}
}
