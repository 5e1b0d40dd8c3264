package dateline_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

// This file has an example of each type and function that a user meets first
// and that example_test.go has none of.

// build is the timeline of articles, by the day of May 2025 they appeared on.
func build(texts map[int]string) *dateline.Timeline {
	var b dateline.TimelineBuilder
	for day, text := range texts {
		d, err := dateline.Parse(dateline.Article{
			ID: fmt.Sprint(day), Source: fmt.Sprint("Daily ", day), Published: dateline.Date(2025, 5, day), Text: text,
		})
		if err != nil {
			log.Fatal(err)
		}
		b.Add(d)
	}
	return b.Timeline()
}

func titles(t *dateline.Timeline) {
	for _, e := range t.Entries {
		fmt.Println(e.When.Phrase(), "-", e.Title)
	}
}

func ExampleTimeMention() {
	d := parse("The talks began on Monday and will last three days.")
	for _, m := range d.Times {
		fmt.Printf("%q %s %s, by %s\n", d.Slice(m.Span), m.When.Type(), m.When.EDTF(), m.Evidence.Rule)
	}
	// Output:
	// "Monday" DATE 2025-05-05, by weekday
	// "three days" DURATION P3D, by length
}

func ExampleStatement() {
	d := parse("The minister denied on Monday that troops had crossed the border, Kari Holm said.")
	for _, s := range d.Statements {
		fmt.Printf("%s %s: %q, by %s\n", d.Slice(s.Speaker), s.Stance, d.Slice(s.Content[0]), s.SpeakerEvidence.Rule)
	}
	// Output:
	// Kari Holm asserts: "The minister denied on Monday that troops had crossed the border", by subject
	// The minister denies: "that troops had crossed the border", by subject
}

func ExampleEvent() {
	d := parse("Gunmen killed 17 villagers near Moyale on Monday.")
	for _, e := range d.Events {
		fmt.Println(e.Kind, e.Status, e.When.Phrase())
		for _, p := range e.Participants {
			fmt.Printf("  %s: %s\n", p.Role, d.Slice(p.Span))
		}
		place, _ := d.Location(e.Location)
		fmt.Println("  in:", place.Place.Name, place.Place.Country)
	}
	// Output:
	// ASSAULT occurred 5 May 2025
	//   agent: Gunmen
	//   patient: 17 villagers
	//   in: Moyale KE
}

// What a value rests on, in words.
func ExampleEvidence() {
	c := dateline.NewCatalogue()
	d := parse(note)
	for _, e := range d.Events[:1] {
		for _, of := range []struct {
			name string
			e    dateline.Evidence
		}{{"Event", e.Evidence}, {"Event.WhenEvidence", e.WhenEvidence}, {"Event.LocationEvidence", e.LocationEvidence}} {
			gloss, _ := c.Rule(of.name, of.e.Rule)
			fmt.Printf("%s: %s: %s\n", of.name, of.e.Rule, gloss)
		}
	}
	// Output:
	// Event: verb-frame: a listed verb with the sides or words that its line asks for
	// Event.WhenEvidence: clause: the time of its clause
	// Event.LocationEvidence: clause: the place of its clause
}

func ExampleNewCatalogue() {
	c := dateline.NewCatalogue()
	for _, k := range c.Events[:2] {
		fmt.Println(k.Kind, k.CAMEO, k.Modes, k.Gloss)
	}
	for _, w := range c.Words["Role"] {
		fmt.Printf("%s: %s\n", w.Word, w.Gloss)
	}
	// Output:
	// ACCIDENT  [] crashes, collisions, explosions, fires and failures without intent
	// ACCUSE 11 [allege disapprove investigate sue] disapprove, condemn, allege, complain, sue, investigate
	// agent: who does it
	// patient: who or what it is done to; the other side of talks and deals
	// recipient: who gets what is given
}

// One event as two articles tell it.
func ExampleEntry() {
	t := build(map[int]string{
		6: "Gunmen killed 17 villagers near Moyale on Monday, the police said.",
		7: "Gunmen killed 19 villagers near Moyale on Monday, the army said.",
	})
	for _, e := range t.Entries {
		fmt.Println(e.When.Phrase(), e.Title)
		for _, r := range e.Reports {
			fmt.Printf("  %s, %s: %s\n", r.Publisher, r.Published, r.Text)
		}
		fmt.Println("  one event, for they are", e.Reports[1].MergeEvidence.Rule)
	}
	// Output:
	// 5 May 2025 Gunmen killed 19 villagers near Moyale
	//   Daily 6, 2025-05-06: Gunmen killed 17 villagers near Moyale on Monday, the police said.
	//   Daily 7, 2025-05-07: Gunmen killed 19 villagers near Moyale on Monday, the army said.
	//   one event, for they are alike
}

func ExampleTimelineActor() {
	t := build(map[int]string{
		6: "Prime Minister Kari Holm met Foreign Minister Nils Ek in Bergen on Monday.",
		7: "Holm, the Norwegian prime minister, flew to Stockholm on Wednesday.",
	})
	for _, a := range t.Actors {
		fmt.Println(a.Name, a.Kind, a.Articles, a.Roles, a.Merged)
	}
	// Output:
	// Kari Holm person 2 [prime minister] [surname]
	// Nils Ek person 1 [foreign minister] []
}

func ExampleTimeline_StatementsBy() {
	t := parse(note).Timeline()
	holm, _ := t.FindActor("Kari Holm")
	for s := range t.StatementsBy(holm.ID) {
		fmt.Println(s.Stance, s.Text)
	}
	// Output:
	// asserts "We agreed on the border,"
}

func ExampleDate() {
	day, month := dateline.Date(2025, 8, 6), dateline.Date(2025, 8, 0)
	fmt.Println(day, day.Grain(), month, month.Grain(), dateline.Moment{}.IsZero())
	// Output:
	// 2025-08-06 day 2025-08 month true
}

func ExampleOn() {
	w := dateline.On(dateline.Date(2025, 8, 6))
	fmt.Println(w.EDTF(), w.TIMEX3(), w.Phrase())
	// Output:
	// 2025-08-06 2025-08-06 6 August 2025
}

func ExampleMoment() {
	a, b := dateline.Date(2025, 8, 0), dateline.Date(2025, 8, 6)
	fmt.Println(a.Compare(b), a.Time().Format(time.DateOnly), a.Equal(dateline.Date(2025, 8, 0)))
	// Output:
	// -1 2025-08-01 true
}

func ExampleWhen_Phrase() {
	for _, s := range []string{"2025-08-06", "2025-08", "2025-08-06~", "2025-08-06/2025-08-08", "1990/1999", "2025-35"} {
		w, err := dateline.ParseEDTF(s)
		fmt.Println(s, "is", w.Phrase(), err)
	}
	// Output:
	// 2025-08-06 is 6 August 2025 <nil>
	// 2025-08 is August 2025 <nil>
	// 2025-08-06~ is about 6 August 2025 <nil>
	// 2025-08-06/2025-08-08 is 6-8 August 2025 <nil>
	// 1990/1999 is 1990 to 1999 <nil>
	// 2025-35 is Q3 2025 <nil>
}

func ExampleSpan() {
	d := parse(note)
	m := d.Actors[0].Mentions[0]
	fmt.Println(m.Span, m.Span.Len(), d.Slice(m.Span), d.Slice(m.Full))
	fmt.Println(d.Sentence(m.Span).Contains(m.Span), m.Span.Overlaps(m.Full))
	// Output:
	// {39 48} 9 Kari Holm Prime Minister Kari Holm
	// true true
}

func ExamplePlace() {
	d := parse("Floods hit Tyler, Texas, on Monday.")
	for _, l := range d.Locations {
		p := l.Place
		fmt.Println(p.Name, p.Kind, p.Division, p.Country, p.GeoNamesID, l.Evidence.Rule)
	}
	// Output:
	// Tyler city Texas US 4738214 containment
	// Texas division  US 4736286 unique-name
}

func ExampleSentence() {
	t, err := dateline.Analyze(dateline.Article{Text: note})
	if err != nil {
		log.Fatal(err)
	}
	for s := range t.Sentences() {
		root, _ := s.Root()
		fmt.Println(s.Index(), s.Kind(), root)
	}
	// Output:
	// 0 dateline OSLO
	// 1 body met
	// 2 body told
	// 3 body visit
}

func ExampleToken() {
	t, err := dateline.Analyze(dateline.Article{Text: "She will visit Stockholm.", Language: "en"})
	if err != nil {
		log.Fatal(err)
	}
	for k := range t.Tokens() {
		head, _ := k.Head()
		fmt.Println(k, k.Lemma(), k.UPOS(), k.Relation(), head.Index())
	}
	// Output:
	// She she PRON nsubj 2
	// will will AUX aux 2
	// visit visit VERB root 0
	// Stockholm Stockholm PROPN obj 2
	// . . PUNCT punct 2
}

func ExampleText_Quotations() {
	t, err := dateline.Analyze(dateline.Article{Text: note})
	if err != nil {
		log.Fatal(err)
	}
	for q := range t.Quotations() {
		fmt.Println(t.Slice(q.Span), "/", t.Slice(q.Content))
	}
	// Output:
	// "We agreed on the border," / We agreed on the border,
}

func ExampleNew() {
	p, err := dateline.New(dateline.WithMaxBytes(64<<10), dateline.WithTimeMode(dateline.TimeModeNarrative))
	if err != nil {
		log.Fatal(err)
	}
	d, err := p.Parse(dateline.Article{Text: "In May 1990 the bridge fell. Two months later the town built another."})
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range d.Times {
		fmt.Println(d.Slice(m.Span), "is", m.When.Phrase())
	}
	_, err = dateline.New(dateline.WithMaxBytes(-1))
	fmt.Println(err)
	// Output:
	// May 1990 is May 1990
	// Two months later is July 1990
	// dateline: WithMaxBytes(-1): want 1 to 1<<30
}

func ExampleParser_ParseContext() {
	var p dateline.Parser
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d, err := p.ParseContext(ctx, dateline.Article{Text: note})
	fmt.Println(d == nil, errors.Is(err, context.Canceled))
	// Output:
	// true true
}

func ExampleWithDemonyms() {
	p, err := dateline.New(dateline.WithDemonyms())
	if err != nil {
		log.Fatal(err)
	}
	d, err := p.Parse(dateline.Article{Text: "Russian tanks stood near Kharkiv on Monday.", Language: "en"})
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range d.Locations {
		fmt.Println(d.Slice(l.Mentions[0].Span), l.Place.Name, l.Mentions[0].Derived)
	}
	// Output:
	// Russian Russia true
	// Kharkiv Kharkiv false
}

// A parser of events for a company's results, behind the built-in ones.
func ExampleAppendEventParsers() {
	results := dateline.EventParserFunc(func(t *dateline.Text) ([]dateline.Event, error) {
		var out []dateline.Event
		for k := range t.Tokens() {
			if k.Lower() != "eps" {
				continue
			}
			at := k.Span()
			out = append(out, dateline.Event{Kind: dateline.EventResults, Lemma: "EPS", Trigger: at, Mentions: []dateline.Span{at},
				Attributes: []dateline.Attribute{{Name: "earnings per share", Value: "1.24", Unit: "USD", Span: at}}})
		}
		return out, nil
	})
	p, err := dateline.New(dateline.AppendEventParsers(results))
	if err != nil {
		log.Fatal(err)
	}
	d, err := p.Parse(dateline.Article{Text: "Holt Inc. had an EPS of 1.24 dollars.", Language: "en"})
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range d.Events {
		for _, a := range e.Attributes {
			fmt.Println(e.Kind, a.Name, a.Value, a.Unit)
		}
	}
	// Output:
	// RESULTS earnings per share 1.24 USD
}

// A test of an event parser needs nothing of the stages before it.
func ExampleNewText() {
	d := &dateline.Document{Article: dateline.Article{Text: "Ann Smith won.", Language: "en"}}
	d.Actors = []dateline.Actor{{ID: 1, Kind: dateline.ActorPerson, Name: "Ann Smith",
		Mentions: []dateline.ActorMention{{Span: dateline.Span{Start: 0, End: 9}, Form: dateline.MentionNamed}}}}
	t, err := dateline.NewText(d)
	if err != nil {
		log.Fatal(err)
	}
	a, ok := t.ActorAt(dateline.Span{Start: 4, End: 9})
	fmt.Println(a.Name, ok)
	// Output:
	// Ann Smith true
}

func ExampleText_ResolveTime() {
	t, err := dateline.Analyze(dateline.Article{Text: note})
	if err != nil {
		log.Fatal(err)
	}
	w, ok := t.ResolveTime("three days later", dateline.Date(2025, 5, 6))
	fmt.Println(w.Phrase(), ok)
	// Output:
	// 9 May 2025 true
}

func ExampleReadActorsCSV() {
	known, err := dateline.ReadActorsCSV(strings.NewReader(`name,kind,aliases,ids
Northfield Holding,company,NFH;Northfield,crm:4711
Nobody,robot,,
`))
	fmt.Println(err)
	p, err := dateline.New(dateline.WithKnownActors(known))
	if err != nil {
		log.Fatal(err)
	}
	d, err := p.Parse(dateline.Article{Text: "NFH bought two ships on Monday.", Language: "en"})
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range d.Actors {
		fmt.Println(a.Name, a.Kind, a.IDs[0].Scheme, a.IDs[0].ID)
	}
	// Output:
	// dateline: line 3: column "kind": unknown kind "robot"
	// NFH company crm 4711
}

func ExampleReadActorsJSON() {
	_, err := dateline.ReadActorsJSON(strings.NewReader(`{"name": "Ann Smith", "aliases": ["A. Smith"], "ids": {"crm": "4711"}}
{"name": "Bob Lowe", "born": "1970"}
`))
	fmt.Println(err)
	// Output:
	// dateline: line 2: column "born": unknown member
}

func ExampleLineError() {
	_, err := dateline.ReadPlacesCSV(strings.NewReader("name,lat,lon\nCamp Alder,3.12,35.61\nNowhere,north,0\n"))
	var wrong *dateline.LineError
	if errors.As(err, &wrong) {
		fmt.Println(wrong.Line, wrong.Column, wrong.Msg)
	}
	// Output:
	// 3 lat "north" is no number
}

func ExampleSchemaError() {
	var d dateline.Document
	err := json.Unmarshal([]byte(`{"schema": 99}`), &d)
	var other *dateline.SchemaError
	fmt.Println(errors.As(err, &other), err)
	// Output:
	// true dateline: JSON of a Document has schema 99, this version reads 1
}

func ExampleDocument_PortableJSON() {
	d := parse("“Ja,” said Kari Holm.")
	data, err := d.PortableJSON(dateline.OffsetRunes)
	if err != nil {
		log.Fatal(err)
	}
	var x struct {
		Offsets string
		Actors  []struct {
			Mentions []struct {
				Span struct {
					Start, End int
					Text       string
				}
			}
		}
	}
	if err := json.Unmarshal(data, &x); err != nil {
		log.Fatal(err)
	}
	fmt.Println(x.Offsets, x.Actors[0].Mentions[0].Span)
	// Output:
	// runes {11 20 Kari Holm}
}

func ExampleTimeline_Select() {
	t := build(map[int]string{6: note, 7: "Gunmen killed 17 villagers near Moyale on Tuesday. The army sent troops to Moyale."})
	fmt.Println("in Kenya:")
	titles(t.Select(dateline.WherePlace("KE", "")))
	fmt.Println("meetings that are to come:")
	titles(t.Select(dateline.WhereKind(dateline.EventConsult), dateline.WhereStatus(dateline.StatusPlanned)))
	fmt.Println("neither meetings nor by Daily 6:")
	titles(t.Select(dateline.WhereNot(dateline.WhereAny(dateline.WhereKind(dateline.EventConsult), dateline.WherePublisher("Daily 6")))))
	fmt.Println("within 50 km of Bergen:")
	titles(t.Select(dateline.WhereNear(dateline.Coordinates{Lat: 60.4, Lon: 5.3}, 50)))
	fmt.Println("undated or disputed:")
	titles(t.Select(dateline.WhereAny(dateline.WhereUndated(), dateline.WhereDisputed())))
	// Output:
	// in Kenya:
	// 6 May 2025 - Gunmen killed 17 villagers near Moyale
	// about 6 May 2025 - The army sent troops to Moyale
	// meetings that are to come:
	// 20 May 2025 - Kari Holm will visit Stockholm
	// neither meetings nor by Daily 6:
	// 6 May 2025 - Gunmen killed 17 villagers near Moyale
	// about 6 May 2025 - The army sent troops to Moyale
	// within 50 km of Bergen:
	// 5 May 2025 - Prime Minister Kari Holm met Swedish Foreign Minister Nils Ek in Bergen
	// by 6 May 2025 - We agreed on the border
	// undated or disputed:
}

func ExampleTimeline_Top() {
	titles(parse(note).Timeline().Select(dateline.WhereShown()).Top(1))
	// Output:
	// 5 May 2025 - Prime Minister Kari Holm met Swedish Foreign Minister Nils Ek in Bergen
}

func ExampleTimeline_WriteTo() {
	if _, err := parse(note).Timeline().WriteTo(os.Stdout); err != nil {
		log.Fatal(err)
	}
	// Output:
	// 5 May 2025
	//   Prime Minister Kari Holm met Swedish Foreign Minister Nils Ek in Bergen
	//     "Prime Minister Kari Holm met Swedish Foreign Minister Nils Ek in Bergen on Monday."
	//
	// Reported 6 May 2025
	//   Kari Holm: We agreed on the border
	//     "We agreed on the border," Holm told reporters.
	//
	// 20 May 2025
	//   Kari Holm will visit Stockholm (planned)
	//     "She will visit Stockholm on May 20."
}

// A correction takes the place of what it corrects, and a retraction stays.
func ExampleTimelineBuilder_Remove() {
	var b, other dateline.TimelineBuilder
	for hour, killed := range []int{17, 12} {
		text := fmt.Sprintf("Gunmen killed %d villagers near Moyale on Monday.", killed)
		published := dateline.MomentOf(time.Date(2025, 5, 6, hour, 0, 0, 0, time.UTC))
		d, err := dateline.Parse(dateline.Article{ID: "a", Published: published, Text: text})
		if err != nil {
			log.Fatal(err)
		}
		b.Add(d)
	}
	titles(b.Timeline())
	other.Remove("a")
	b.Merge(&other)
	fmt.Println(b.Len(), "articles")
	// Output:
	// 5 May 2025 - Gunmen killed 12 villagers near Moyale
	// 0 articles
}

func ExampleDataVersion() {
	d := parse(note)
	fmt.Println(d.Release == dateline.Release, d.Data == dateline.DataVersion())
	// Output:
	// true true
}
