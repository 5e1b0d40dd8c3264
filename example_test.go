package dateline_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

const note = `OSLO, May 6 (Reuters) - Prime Minister Kari Holm met Swedish Foreign Minister Nils Ek in Bergen on Monday.
"We agreed on the border," Holm told reporters. She will visit Stockholm on May 20.
`

func parse(text string) *dateline.Document {
	d, err := dateline.Parse(dateline.Article{ID: "note", Source: "Reuters", Published: dateline.Date(2025, 5, 6), Text: text})
	if err != nil {
		log.Fatal(err)
	}
	return d
}

func Example() {
	d, err := dateline.Parse(dateline.Article{Published: dateline.Date(2025, 5, 6), Text: note})
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range d.Timeline().Entries {
		fmt.Println(e.When.Phrase(), e.Kind, e.Mode, e.Status)
		for _, p := range e.Participants {
			fmt.Printf("  %s: %s\n", p.Role, p.Text)
		}
	}
	// Output:
	// 5 May 2025 CONSULT  occurred
	//   agent: Kari Holm
	//   patient: Nils Ek
	// by 6 May 2025 AGREE cooperate occurred
	//   agent: Kari Holm
	//   patient: the border
	// 20 May 2025 CONSULT visit planned
	//   agent: Kari Holm
	//   patient: Stockholm
}

func ExampleParse_errors() {
	_, err := dateline.Parse(dateline.Article{Text: "caf\xe9"})
	fmt.Println(errors.Is(err, dateline.ErrInvalidUTF8), err)
	// Output:
	// true dateline: text is not valid UTF-8: at byte 3
}

func ExampleDocument_Actor() {
	d := parse(note)
	for _, s := range d.Statements {
		a, _ := d.Actor(s.Actor)
		fmt.Printf("%s, %s: %s\n", a.Name, s.Kind, d.Slice(s.Content[0]))
	}
	// Output:
	// Kari Holm, direct: "We agreed on the border,"
}

func ExampleActor() {
	for _, a := range parse(note).Actors {
		fmt.Printf("%s (%s %s)", a.Name, a.Kind, a.Country)
		for _, r := range a.Roles {
			fmt.Printf(" [%s]", r.Text)
		}
		for _, m := range a.Mentions {
			fmt.Printf(" %s@%d", m.Evidence.Rule, m.Span.Start)
		}
		fmt.Println()
	}
	// Output:
	// Kari Holm (person ) [prime minister] first-mention@39 surname@134 pronoun@155
	// Nils Ek (person SE) [foreign minister] first-mention@78
	// reporters (group ) [reporters] first-mention@144
}

func ExampleLocation() {
	for _, l := range parse(note).Locations {
		fmt.Printf("%s, %s, %s: %.1f %.1f\n", l.Place.Name, l.Place.Kind, l.Place.Country, l.Place.At.Lat, l.Place.At.Lon)
	}
	// Output:
	// Oslo, city, NO: 59.9 10.7
	// Bergen, city, NO: 60.4 5.3
	// Stockholm, city, SE: 59.3 18.1
}

func ExampleWhen() {
	text := "He left on August 6 and came back two days later. Talks will resume next week."
	for _, published := range []dateline.Moment{{}, dateline.Date(2025, 8, 13)} {
		d, err := dateline.Parse(dateline.Article{Text: text, Published: published})
		if err != nil {
			log.Fatal(err)
		}
		for _, m := range d.Times {
			fmt.Printf("%q: %s, %s, anchor %q\n", d.Slice(m.Span), m.When.TIMEX3(), m.When.Phrase(), m.When.Anchor())
		}
	}
	// Output:
	// "August 6": XXXX-08-06, 6 August, anchor ""
	// "two days later": P2D, 2 days, anchor ""
	// "next week": XXXX-WXX, a week, anchor ""
	// "August 6": 2025-08-06, 6 August 2025, anchor "published"
	// "two days later": 2025-08-08, 8 August 2025, anchor "mention"
	// "next week": 2025-W34, the week of 18 August 2025, anchor "published"
}

func ExampleParseEDTF() {
	w, err := dateline.ParseEDTF("2025-08-08/..")
	fmt.Println(w.Phrase(), w.Latest().IsZero(), err)
	_, err = dateline.ParseEDTF("next Tuesday")
	fmt.Println(err)
	// Output:
	// from 8 August 2025 on true <nil>
	// dateline: "next Tuesday" is not an EDTF date
}

func ExampleParseMoment() {
	p, _ := dateline.ParseMoment("2025-08-06T15:04+02:00")
	fmt.Println(p, p.Grain(), p.Time().UTC())
	// Output:
	// 2025-08-06T15:04+02:00 minute 2025-08-06 13:04:00 +0000 UTC
}

func ExampleBetween() {
	w := dateline.Between(dateline.Date(2025, 8, 6), dateline.Date(2025, 8, 8))
	fmt.Println(w.EDTF(), w.Overlaps(dateline.On(dateline.Date(2025, 8, 7))))
	// Output:
	// 2025-08-06/2025-08-08 true
}

// A time parser for a company's fiscal quarters, which begin in October.
func ExampleWithTimeParsers() {
	fiscal := dateline.TimeParserFunc(func(t *dateline.Text) ([]dateline.TimeMention, error) {
		var out []dateline.TimeMention
		for s := range t.Sentences() {
			text := s.String()
			for q := range 4 {
				name := fmt.Sprintf("Q%d FY2025", q+1)
				if i := strings.Index(text, name); i >= 0 {
					start := s.Span().Start + i
					first := dateline.Date(2024+(q+3)/4, [...]time.Month{10, 1, 4, 7}[q], 1)
					y, m, d := first.Time().AddDate(0, 3, -1).Date()
					out = append(out, dateline.TimeMention{
						Span:     dateline.Span{Start: start, End: start + len(name)},
						When:     dateline.Between(first, dateline.Date(y, m, d)),
						Evidence: dateline.Evidence{Rule: "fiscal-quarter", Score: 1},
					})
				}
			}
		}
		return out, nil
	})
	p, err := dateline.New(dateline.WithTimeParsers(append([]dateline.TimeParser{fiscal}, dateline.DefaultTimeParsers()...)...))
	if err != nil {
		log.Fatal(err)
	}
	d, err := p.Parse(dateline.Article{Text: "Sales fell in Q2 FY2025 after a strong December 2024."})
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range d.Times {
		fmt.Println(d.Slice(m.Span), m.When.Phrase(), m.Evidence.Rule)
	}
	// Output:
	// Q2 FY2025 January to March 2025 fiscal-quarter
	// December 2024 December 2024 month-year
}

func ExampleParser_ParseAll() {
	p, err := dateline.New()
	if err != nil {
		log.Fatal(err)
	}
	texts := []string{"Norway closed the border on May 1.", "Bad \xff text.", "Sweden protested."}
	articles := func(yield func(dateline.Article) bool) {
		for i, t := range texts {
			if !yield(dateline.Article{ID: fmt.Sprint(i), Text: t}) {
				return
			}
		}
	}
	for d, err := range p.ParseAll(context.Background(), articles) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(d.Article.ID, len(d.Events), "event")
	}
	// Output:
	// 0 1 event
	// dateline: text is not valid UTF-8: at byte 4
	// 2 1 event
}

func ExampleParserError() {
	broken := dateline.EventParserFunc(func(*dateline.Text) ([]dateline.Event, error) {
		return nil, errors.New("the model server is down")
	})
	p, err := dateline.New(dateline.WithEventParsers(broken))
	if err != nil {
		log.Fatal(err)
	}
	d, err := p.Parse(dateline.Article{Text: note})
	var pe *dateline.ParserError
	fmt.Println(errors.As(err, &pe), err)
	fmt.Println("actors all the same:", len(d.Actors) > 0)
	// Output:
	// true dateline: events parser 0 (dateline.EventParserFunc): the model server is down
	// actors all the same: true
}

func ExampleAnalyze() {
	t, err := dateline.Analyze(dateline.Article{Text: "The ministers didn't sign the treaty."})
	if err != nil {
		log.Fatal(err)
	}
	for k := range t.Tokens() {
		head := "-"
		if h, ok := k.Head(); ok {
			head = h.String()
		}
		fmt.Printf("%-9s %-5s %-4s %-9s %-6s of %s\n", k, k.UPOS(), k.XPOS(), k.Lemma(), k.Relation(), head)
	}
	// Output:
	// The       DET   DT   the       det    of ministers
	// ministers NOUN  NNS  minister  nsubj  of sign
	// did       AUX   VBD  do        aux    of sign
	// n't       PART  RB   not       advmod of sign
	// sign      VERB  VB   sign      root   of -
	// the       DET   DT   the       det    of treaty
	// treaty    NOUN  NN   treaty    obj    of sign
	// .         PUNCT .    .         punct  of sign
}

func ExampleToken_Subtree() {
	t, err := dateline.Analyze(dateline.Article{Text: "A spokesman for the ministry denied the report."})
	if err != nil {
		log.Fatal(err)
	}
	s := t.Sentence(0)
	verb, _ := s.Root()
	for k := range verb.Children() {
		if k.Relation() == "nsubj" || k.Relation() == "obj" {
			fmt.Printf("%s: %s\n", k.Relation(), t.Slice(k.Subtree()))
		}
	}
	// Output:
	// nsubj: A spokesman for the ministry
	// obj: the report
}

// What happened and what was only planned.
func ExamplePredicate_Happened() {
	show := dateline.EventParserFunc(func(t *dateline.Text) ([]dateline.Event, error) {
		for p := range t.Predicates() {
			if p.Happened() > 0 && p.Roleset() != "be.03" {
				fmt.Printf("%s happened: %t\n", p.Roleset(), p.Happened() >= 0.5)
			}
		}
		return nil, nil
	})
	p, err := dateline.New(dateline.WithEventParsers(show))
	if err != nil {
		log.Fatal(err)
	}
	_, err = p.Parse(dateline.Article{Text: "The firm closed a mill on Monday. It plans to sell the yard."})
	if err != nil {
		log.Fatal(err)
	}
	// Output:
	// close.01 happened: true
	// plan.01 happened: true
	// sell.01 happened: false
}

// An event parser of one's own: who acquires whom, and for how much.
func ExampleText_Predicates() {
	deals := dateline.EventParserFunc(func(t *dateline.Text) ([]dateline.Event, error) {
		for p := range t.Predicates() {
			buyer, _ := p.Argument(dateline.ArgumentARG0)
			firm, ok := p.Argument(dateline.ArgumentARG1)
			if p.Roleset() != "acquire.01" && p.Roleset() != "buy.01" || !ok {
				continue
			}
			fmt.Printf("%s | %s | %s", p.Roleset(), t.Slice(buyer.Span), t.Slice(firm.Span))
			for a := range p.Arguments() {
				if price := t.Slice(a.Span); strings.HasPrefix(price, "for ") {
					fmt.Print(" | ", price)
				}
			}
			fmt.Println()
		}
		return nil, nil
	})
	p, err := dateline.New(dateline.WithEventParsers(deals))
	if err != nil {
		log.Fatal(err)
	}
	_, err = p.Parse(dateline.Article{Text: "Lunden Steel agreed to buy a shipyard. The mill was acquired by Kors for 9 million euros."})
	if err != nil {
		log.Fatal(err)
	}
	// Output:
	// buy.01 | Lunden Steel | a shipyard
	// acquire.01 | by Kors | The mill | for 9 million euros
}

func ExampleText_Entities() {
	t, err := dateline.Analyze(dateline.Article{Text: "Angela Merkel flew to Paris for Siemens."})
	if err != nil {
		log.Fatal(err)
	}
	for e := range t.Entities() {
		fmt.Println(t.Slice(e.Span), e.Type)
	}
	// Output:
	// Angela Merkel PER
	// Paris LOC
	// Siemens ORG
}

func ExampleDocument_Validate() {
	d := parse(note)
	fmt.Println(d.Validate())
	d.Events[0].Trigger.End = 9999
	fmt.Println(d.Validate() != nil)
	// Output:
	// <nil>
	// true
}

func ExampleDocument_json() {
	d := parse("Norway closed the border on May 1.")
	b, err := json.Marshal(d.Times)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(b))
	// Output:
	// [{"id":1,"span":{"start":28,"end":33},"when":{"value":"DATE 2025-05-01 @published","edtf":"2025-05-01","earliest":"2025-05-01","latest":"2025-05-01","grain":"day"},"evidence":{"rule":"month-day","score":0.96}}]
}

func ExampleTimelineBuilder() {
	var b dateline.TimelineBuilder
	for i, text := range []string{
		"Prime Minister Kari Holm met Foreign Minister Nils Ek in Bergen on Monday.",
		"Kari Holm and Nils Ek met in Bergen on May 5, 2025.",
	} {
		d, err := dateline.Parse(dateline.Article{ID: fmt.Sprint("article ", i+1), Published: dateline.Date(2025, 5, 6), Text: text})
		if err != nil {
			log.Fatal(err)
		}
		b.Add(d)
	}
	t := b.Timeline()
	for _, e := range t.Entries {
		fmt.Println(e.When.Phrase(), e.Kind, e.Status, len(e.Reports), "sources")
	}
	// Output:
	// 5 May 2025 CONSULT occurred 2 sources
}

func ExampleWhereActor() {
	t := parse(note).Timeline()
	holm, ok := t.FindActor("Kari Holm")
	fmt.Println(ok)
	for _, e := range t.Select(dateline.WhereActor(holm.ID)).Entries {
		fmt.Println(e.When.Phrase(), e.Kind, e.Status)
	}
	// Output:
	// true
	// 5 May 2025 CONSULT occurred
	// by 6 May 2025 AGREE occurred
	// 20 May 2025 CONSULT planned
}

func ExampleTimeline_AsOf() {
	var b dateline.TimelineBuilder
	for day, text := range map[int]string{
		10: "Kari Holm will meet Nils Ek in Bergen on August 15.",
		16: "Kari Holm met Nils Ek in Bergen on Friday.",
	} {
		d, err := dateline.Parse(dateline.Article{ID: fmt.Sprint(day), Published: dateline.Date(2025, 8, day), Text: text})
		if err != nil {
			log.Fatal(err)
		}
		b.Add(d)
	}
	t := b.Timeline()
	for _, day := range []int{12, 17} {
		for _, e := range t.AsOf(dateline.Date(2025, 8, day)).Entries {
			fmt.Println("as of August", day, e.Kind, e.Status, e.When.Phrase())
		}
	}
	// Output:
	// as of August 12 CONSULT planned 15 August 2025
	// as of August 17 CONSULT occurred 15 August 2025
}

func ExampleWhereTime() {
	t := parse(note).Timeline()
	es := t.Select(dateline.WhereTime(dateline.Date(2025, 5, 20), dateline.Date(2025, 5, 31))).Entries
	for _, e := range es {
		fmt.Println(e.When.Phrase(), e.Kind, e.Mode, e.Status)
	}
	// Output:
	// 20 May 2025 CONSULT visit planned
}

func ExampleWithGazetteer() {
	places, err := dateline.ReadPlacesCSV(strings.NewReader(`name,lat,lon,kind,country,aliases
Camp Alder,3.12,35.61,site,KE,Alder Base
Nowhere,north,0,city,KE,
`))
	fmt.Println(places.Len(), err)
	p, err := dateline.New(dateline.WithGazetteer(places))
	if err != nil {
		log.Fatal(err)
	}
	d, err := p.Parse(dateline.Article{Text: "The troops arrived at Camp Alder on Monday and left for Alder Base in Kenya."})
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range d.Locations {
		fmt.Println(l.Place.Name, l.Place.Kind, l.Place.Country, l.Place.At.Lat, len(l.Mentions))
	}
	// Output:
	// 1 dateline: line 3: column "lat": "north" is no number
	// Camp Alder site KE 3.12 2
	// Kenya country KE 1 1
}

func ExampleReadPlacesJSON() {
	places, err := dateline.ReadPlacesJSON(strings.NewReader(`{"name": "Camp Alder", "lat": 3.12, "lon": 35.61, "kind": "site", ` +
		`"aliases": ["Alder Base"]}`))
	fmt.Println(places.Len(), err)
	// Output:
	// 1 <nil>
}

func ExampleWithKnownActors() {
	known, err := dateline.ReadActorsCSV(strings.NewReader(`name,kind,country,gender,aliases,office,from,to
Kari Holm,person,NO,f,K. Holm,prime minister,2024-10-01,
Blue Ridge Front,armed group,,,BRF,,,
`))
	if err != nil {
		log.Fatal(err)
	}
	p, err := dateline.New(dateline.WithKnownActors(known))
	if err != nil {
		log.Fatal(err)
	}
	d, err := p.Parse(dateline.Article{Published: dateline.Date(2025, 5, 6),
		Text: "The Norwegian prime minister condemned the Blue Ridge Front on Monday. The BRF did not answer."})
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range d.Actors {
		fmt.Print(a.Name, ", ", a.Kind, ", ", len(a.Mentions), " mentions")
		if a.Link != nil {
			fmt.Print(", by the table ", a.Link.Name)
		}
		fmt.Println()
	}
	// Output:
	// Norwegian prime minister, role, 1 mentions, by the table Kari Holm
	// Blue Ridge Front, armed group, 2 mentions, by the table Blue Ridge Front
}

func ExampleWithKinds() {
	kinds, err := dateline.ReadKinds(strings.NewReader(`
kind RECALL: a maker takes a product back
class goods: car toy drug battery
v recall | obj=@goods | RECALL | The firm recalled 3,000 cars.
`))
	if err != nil {
		log.Fatal(err)
	}
	p, err := dateline.New(dateline.WithKinds(kinds))
	if err != nil {
		log.Fatal(err)
	}
	text := "Acme recalled 3,000 cars on Monday. Chile recalled its ambassador."
	d, err := p.Parse(dateline.Article{Text: text, Published: dateline.Date(2025, 5, 6)})
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range d.Events {
		fmt.Printf("%s, %s: %s\n", e.Kind, e.When.Phrase(), e.Title)
	}
	// Output:
	// RECALL, 5 May 2025: Acme recalled 3,000 cars
	// SANCTION, about 5 May 2025: Chile recalled its ambassador
}

func ExampleReadKinds() {
	_, err := dateline.ReadKinds(strings.NewReader("v recall | | RECAL\n"))
	fmt.Println(err)
	// Output:
	// dateline: line 1: column "code": unknown kind RECAL: one of your own needs a line "kind RECAL: what counts"
}

func ExampleQuantity() {
	d := parse("An explosion in Oslo left at least 14 people dead on Tuesday. The Senate voted 52 to 48 to confirm the judge. " +
		"Acme agreed to buy Beta for $3.2 billion.")
	for _, e := range d.Events {
		for _, q := range e.Quantities {
			low, high := q.Range()
			fmt.Printf("%s %q: %s, %.0f to %.0f\n", e.Kind, d.Slice(q.Span), q.String(), low, high)
		}
	}
	// Output:
	// ACCIDENT "at least 14": deaths at least 14, 14 to +Inf
	// DEATH "at least 14": deaths at least 14, 14 to +Inf
	// LAW "52 to 48": votes 52, 52 to 52
	// LAW "52 to 48": votes against 48, 48 to 48
	// DEAL "$3.2 billion": money 3200000000 USD, 3200000000 to 3200000000
	// DEAL "$3.2 billion": money 3200000000 USD, 3200000000 to 3200000000
}

func ExampleMomentOf() {
	t := time.Date(2025, 8, 6, 15, 4, 5, 0, time.FixedZone("", 2*60*60))
	fmt.Println(dateline.MomentOf(t))
	// Output:
	// 2025-08-06T15:04:05+02:00
}

func ExampleParseTIMEX3() {
	w, err := dateline.ParseTIMEX3("DATE", "2025-Q3", "")
	fmt.Println(w.Earliest(), w.Latest(), w.Grain(), err)
	// Output:
	// 2025-07-01 2025-09-30 quarter <nil>
}

// What the publisher's page tells beside the text, and where the text stands on it.
func ExampleArticle() {
	d, err := dateline.Parse(dateline.Article{
		ID:        "a1",
		Source:    "Harbour Daily",
		Title:     "Kari Holm opens bridge.",
		Byline:    "By Ann Smith in Bergen",
		Section:   "world/europe",
		Published: dateline.Date(2025, 5, 7),
		Text:      "Kari Holm opens bridge.\n\nAnn Smith\n\nPrime Minister Kari Holm opened the bridge on Tuesday.",
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range d.Actors {
		fmt.Println(a.Name)
	}
	for _, e := range d.Timeline().Entries {
		fmt.Println(e.When.Phrase(), e.Title)
	}
	// Output:
	// Kari Holm
	// 6 May 2025 Prime Minister Kari Holm opened the bridge
}

// Marks on the page what stands in the text.
func ExamplePageMap() {
	const page = `<p>Holt &amp; <b>Ek</b> sold ships.</p>`
	a := dateline.Article{Text: "Holt & Ek sold ships.", Page: dateline.PageMap{
		{Text: dateline.Span{Start: 0, End: 5}, Page: dateline.Span{Start: 3, End: 8}},    // "Holt "
		{Text: dateline.Span{Start: 5, End: 6}, Page: dateline.Span{Start: 8, End: 13}},   // "&"
		{Text: dateline.Span{Start: 6, End: 7}, Page: dateline.Span{Start: 13, End: 14}},  // " "
		{Text: dateline.Span{Start: 7, End: 9}, Page: dateline.Span{Start: 17, End: 19}},  // "Ek"
		{Text: dateline.Span{Start: 9, End: 21}, Page: dateline.Span{Start: 23, End: 35}}, // " sold ships."
	}}
	s := dateline.Span{Start: 0, End: 9} // "Holt & Ek"
	whole := a.Page.ToPage(s)
	fmt.Println(page[whole.Start:whole.End])
	for _, p := range a.Page.Pieces(s) {
		fmt.Printf("%q\n", page[p.Start:p.End])
	}
	fmt.Println(a.Page.ToText(whole))
	// Output:
	// Holt &amp; <b>Ek
	// "Holt &amp; "
	// "Ek"
	// {0 9}
}
