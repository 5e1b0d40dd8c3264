package dateline

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const harbour = "OSLO, May 6 (Reuters) - Prime Minister Kari Holm said on Tuesday that Norway would close the harbour. Holm met the " +
	"mayor of Bergen on Monday."

func TestUnusableInput(t *testing.T) {
	for _, c := range []struct {
		reason string
		a      Article
		want   error
	}{
		{"a stray byte", Article{Text: "He said \xff so."}, ErrInvalidUTF8},
		{"half a character", Article{Text: "caf\xc3"}, ErrInvalidUTF8},
		{"50 MB", Article{Text: strings.Repeat("a ", 25<<20)}, ErrTooLarge},
		{"the caller says German", Article{Text: "Hello.", Language: "de-AT"}, ErrLanguage},
		{"the text is German", Article{Text: "Der Kanzler hat am Dienstag erklärt, dass die Gespräche mit den Partnern nicht beendet sind " +
			"und weitergehen."}, ErrLanguage},
		{"the text is Japanese", Article{Text: "首相は火曜日に記者団に対し、協議はまだ終わっていないと述べた。水曜日にも会合が開かれる予定である。"}, ErrLanguage},
	} {
		d, err := Parse(c.a)
		if d != nil || !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, %v; want nil, %v", c.reason, d, err, c.want)
		}
	}
}

func TestEmptyResult(t *testing.T) {
	for _, text := range []string{"", " \r\n\t", "\ufeff", "...", "\"", "12345", "\u200b"} {
		d, err := Parse(Article{Text: text})
		if err != nil {
			t.Errorf("Parse(%q): %v", text, err)
			continue
		}
		if err := d.Validate(); err != nil {
			t.Errorf("Parse(%q): %v", text, err)
		}
		if n := len(d.Actors) + len(d.Events) + len(d.Statements) + len(d.Locations); n > 0 {
			t.Errorf("Parse(%q) found %d values", text, n)
		}
	}
}

func TestLanguageTags(t *testing.T) {
	for _, l := range []string{"", "en", "EN", "en-GB", "en_US", "eng"} {
		if _, err := Parse(Article{Text: harbour, Language: l}); err != nil {
			t.Errorf("Language %q: %v", l, err)
		}
	}
}

// Without a date of publication and without a year in the text, no year is made up.
func TestNoYear(t *testing.T) {
	d, err := Parse(Article{Text: "The minister resigned on August 6."})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Times) != 1 {
		t.Fatalf("times: %v", d.Times)
	}
	w := d.Times[0].When
	if got := w.TIMEX3(); got != "XXXX-08-06" {
		t.Errorf("value %q, want XXXX-08-06", got)
	}
	if !w.Earliest().IsZero() || !w.Latest().IsZero() {
		t.Errorf("bounds %v, %v, want none", w.Earliest(), w.Latest())
	}
}

func TestJSON(t *testing.T) {
	for _, name := range []string{"alaska-summit", "earthquake", "un-vote"} {
		b, err := os.ReadFile("testdata/articles/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		d, err := Parse(Article{ID: name, Text: string(b), Published: Date(2025, 8, 13)})
		if err != nil {
			t.Fatal(err)
		}
		j, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var back Document
		if err := json.Unmarshal(j, &back); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(d, &back); diff != "" {
			t.Errorf("%s changes in JSON:\n%s", name, diff)
		}
	}
}

// at finds the span of s in text.
func spanOf(text, s string) Span {
	i := strings.Index(text, s)
	if i < 0 {
		panic("no " + s)
	}
	return Span{i, i + len(s)}
}

// A failing parser costs its own results only, whether by an error, a panic,
// or values that break the contract.
func TestFailingParser(t *testing.T) {
	boom := errors.New("boom")
	for _, c := range []struct {
		reason string
		f      EventParserFunc
		want   string
	}{
		{"an error", func(*Text) ([]Event, error) { return []Event{{}}, boom }, "events parser 0 (dateline.EventParserFunc): boom"},
		{"a panic", func(*Text) ([]Event, error) { panic("broken") }, "events parser 0 (dateline.EventParserFunc): panic: broken"},
		{"a bad span", func(t *Text) ([]Event, error) {
			s := Span{5, 99999}
			return []Event{{Kind: "X", Trigger: s, Mentions: []Span{s}}}, nil
		}, "not inside the text"},
		{"a reference to nobody", func(t *Text) ([]Event, error) {
			s := spanOf(harbour, "close")
			return []Event{{Kind: "X", Trigger: s, Mentions: []Span{s}, Participants: []Participant{{Role: "agent", Actor: 99}}}}, nil
		}, "participant is 99"},
	} {
		p, err := New(WithEventParsers(append([]EventParser{c.f}, DefaultEventParsers()...)...))
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Parse(Article{Text: harbour, Published: Date(2025, 5, 6)})
		var pe *ParserError
		if !errors.As(err, &pe) || pe.Stage != "events" || pe.Index != 0 || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want a ParserError with %q", c.reason, err, c.want)
		}
		want, err := Parse(Article{Text: harbour, Published: Date(2025, 5, 6)})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, d); diff != "" {
			t.Errorf("%s: the rest of the Document suffers:\n%s", c.reason, diff)
		}
	}
}

// On overlap the earlier parser wins, in either order.
func TestPrecedence(t *testing.T) {
	mine := TimeParserFunc(func(t *Text) ([]TimeMention, error) {
		s := spanOf(t.Article().Text, "on Tuesday")
		return []TimeMention{{Span: s, When: On(Date(1999, 1, 1)), Evidence: Evidence{Rule: "mine", Score: 1}}}, nil
	})
	rules := func(ps ...TimeParser) (mine, builtin int) {
		p, err := New(WithTimeParsers(ps...))
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Parse(Article{Text: harbour, Published: Date(2025, 5, 6)})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range d.Times {
			if !m.Span.Overlaps(spanOf(harbour, "on Tuesday")) {
				continue
			}
			if m.Evidence.Rule == "mine" {
				mine++
			} else {
				builtin++
			}
		}
		return mine, builtin
	}
	def := DefaultTimeParsers()[0]
	if m, b := rules(mine, def); m != 1 || b != 0 {
		t.Errorf("mine first: %d of mine, %d built-in", m, b)
	}
	if m, b := rules(def, mine); m != 0 || b != 1 {
		t.Errorf("built-in first: %d of mine, %d built-in", m, b)
	}
}

// Values of one parser refer to each other by the IDs they set, or by place.
func TestReferences(t *testing.T) {
	text := "Alpha beta gamma delta."
	ev := func(id EventID, word string, after ...EventID) Event {
		s := spanOf(text, word)
		e := Event{ID: id, Kind: "X", Lemma: word, Trigger: s, Mentions: []Span{s}}
		for _, a := range after {
			e.Relations = append(e.Relations, Relation{Order: OrderAfter, Event: a})
		}
		return e
	}
	for _, c := range []struct {
		reason string
		evs    []Event
		want   string
	}{
		{"by ID, out of text order", []Event{ev(70, "delta", 50), ev(50, "beta")}, "beta[] delta[1]"},
		{"by place", []Event{ev(0, "delta", 2), ev(0, "beta")}, "beta[] delta[1]"},
		{"to what was dropped", []Event{ev(1, "delta", 2), {ID: 2, Kind: "", Trigger: Span{0, 1}, Mentions: []Span{{0, 1}}}}, "delta[]"},
		{"to itself and to nothing", []Event{ev(1, "delta", 1, 9)}, "delta[]"},
	} {
		p, err := New(WithEventParsers(EventParserFunc(func(*Text) ([]Event, error) { return c.evs, nil })))
		if err != nil {
			t.Fatal(err)
		}
		given := slices.Clone(c.evs[0].Relations)
		d, _ := p.Parse(Article{Text: text, Language: "en"})
		if err := d.Validate(); err != nil {
			t.Errorf("%s: %v", c.reason, err)
		}
		var got []string
		for _, e := range d.Events {
			var to []EventID
			for _, r := range e.Relations {
				to = append(to, r.Event)
			}
			got = append(got, fmt.Sprintf("%s%v", e.Lemma, to))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.reason, s, c.want)
		}
		if diff := cmp.Diff(given, c.evs[0].Relations); diff != "" {
			t.Errorf("%s: the parser's own slice was changed:\n%s", c.reason, diff)
		}
	}
}

// A custom actor keeps its name and kind, and built-in mentions join it.
func TestCustomActor(t *testing.T) {
	mine := ActorParserFunc(func(t *Text) ([]Actor, error) {
		s := spanOf(t.Article().Text, "Kari Holm")
		return []Actor{{Kind: "boss", Name: "K. Holm (custom)", Aliases: []string{"KH"}, Mentions: []ActorMention{{Span: s}}}}, nil
	})
	p, err := New(WithActorParsers(append([]ActorParser{mine}, DefaultActorParsers()...)...))
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Parse(Article{Text: harbour})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range d.Actors {
		if a.Kind != "boss" {
			continue
		}
		if a.Name != "K. Holm (custom)" || !slices.Contains(a.Aliases, "KH") {
			t.Errorf("the actor became %+v", a)
		}
		return
	}
	t.Errorf("the custom actor is gone: %+v", d.Actors)
}

func TestOptions(t *testing.T) {
	for _, o := range []Option{nil, WithMaxBytes(0), WithMaxBytes(-1), WithTimeMode("noon"), WithEventParsers(nil)} {
		if p, err := New(o); p != nil || err == nil {
			t.Errorf("New(%v) = %v, %v; want an error", o, p, err)
		}
	}
	if got := WithMaxBytes(7).String(); got != "WithMaxBytes(7)" {
		t.Errorf("String = %q", got)
	}
	p, err := New(WithMaxBytes(7))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Parse(Article{Text: "12345678"}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("8 bytes of 7: %v", err)
	}
	// Parsers dropped are not run.
	p, err = New(WithEventParsers(), WithStatementParsers())
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Parse(Article{Text: harbour})
	if err != nil || len(d.Events) > 0 || len(d.Statements) > 0 || len(d.Actors) == 0 {
		t.Errorf("without events and statements: %v, %+v", err, d)
	}
}

// The kinds that the constants of ActorKind name, and their British spelling,
// can be read.
func TestReadActorsKinds(t *testing.T) {
	for _, k := range []ActorKind{ActorPerson, ActorOrganization, "organisation", ActorState, ActorArmedGroup, ActorCompany, ActorMedia,
		ActorGroup} {
		if _, err := ReadActorsCSV(strings.NewReader("name,kind\nOld Harbour,\nNew Harbour," + string(k) + "\n")); err != nil {
			t.Errorf("%s: %v", k, err)
		}
	}
	known, err := ReadActorsCSV(strings.NewReader("name,kind\nLow Marsh,organization\n"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(WithKnownActors(known))
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Parse(Article{Text: "Workers of Low Marsh went home on Monday."})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(d.Actors, func(a Actor) bool { return a.Name == "Low Marsh" && a.Kind == ActorOrganization }) {
		t.Errorf("actors: %+v", d.Actors)
	}
}

// WithKnownActors and WithGazetteer add to what stands before; the later entry wins.
func TestOptionsAdd(t *testing.T) {
	actors := func(csv string) *KnownActors {
		k, err := ReadActorsCSV(strings.NewReader(csv))
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	a := actors("name,kind\nLow Marsh,company\nFlat Marsh,company\n")
	b := actors("name,kind\nHigh Marsh,media\nLow Marsh,group\n")
	const text = "Low Marsh sued High Marsh on Monday. Flat Marsh was silent."
	for _, opts := range [][]Option{{WithKnownActors(a), WithKnownActors(b)}, {WithKnownActors(a, b)}} {
		p, err := New(opts...)
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Parse(Article{Text: text, Published: Date(2024, 5, 2)})
		if err != nil {
			t.Fatal(err)
		}
		got := make(map[string]ActorKind)
		for _, x := range d.Actors {
			got[x.Name] = x.Kind
		}
		want := map[string]ActorKind{"Low Marsh": ActorGroup, "High Marsh": ActorMedia, "Flat Marsh": ActorCompany}
		for name, kind := range want {
			if got[name] != kind {
				t.Errorf("%v: %s is %q, want %q", opts, name, got[name], kind)
			}
		}
	}
	places := func(csv string) *Places {
		p, err := ReadPlacesCSV(strings.NewReader(csv))
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	x, y := places("name,lat,lon\nLow Camp,1,2\nFlat Camp,3,4\n"), places("name,lat,lon\nHigh Camp,5,6\nLow Camp,7,8\n")
	for _, opts := range [][]Option{{WithGazetteer(x), WithGazetteer(y)}, {WithGazetteer(x, y)}} {
		p, err := New(opts...)
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Parse(Article{Text: "Floods hit Low Camp, then High Camp and Flat Camp.", Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		got := make(map[string]float64)
		for _, l := range d.Locations {
			got[l.Place.Name] = l.Place.At.Lat
		}
		if got["Low Camp"] != 7 || got["High Camp"] != 5 || got["Flat Camp"] != 3 {
			t.Errorf("%v: %v", opts, got)
		}
	}
	if _, err := New(WithKnownActors(a, nil)); err == nil {
		t.Error("nil KnownActors is taken")
	}
}

func TestParseAll(t *testing.T) {
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	const n = 40
	articles := func(pulled *int) iter.Seq[Article] {
		return func(yield func(Article) bool) {
			for i := range n {
				*pulled = i + 1
				a := Article{ID: fmt.Sprint(i), Text: harbour}
				if i == 3 {
					a.Text = "\xff"
				}
				if !yield(a) {
					return
				}
			}
		}
	}
	pulled, i := 0, 0
	for d, err := range p.ParseAll(t.Context(), articles(&pulled)) {
		switch {
		case i == 3:
			if d != nil || !errors.Is(err, ErrInvalidUTF8) {
				t.Errorf("article 3: %v, %v", d, err)
			}
		case err != nil:
			t.Errorf("article %d: %v", i, err)
		case d.Article.ID != fmt.Sprint(i):
			t.Errorf("article %d comes out as %s", i, d.Article.ID)
		}
		i++
	}
	if i != n {
		t.Errorf("%d of %d articles", i, n)
	}
	before := runtime.NumGoroutine()
	for range p.ParseAll(t.Context(), articles(&pulled)) {
		break
	}
	if pulled == n && runtime.GOMAXPROCS(0) < 8 {
		t.Errorf("all %d articles were pulled for one", n)
	}
	// A goroutine that has done its work may still be counted for a moment.
	for n := 0; runtime.NumGoroutine() > before; n++ {
		if n == 10000 {
			t.Fatalf("%d goroutines before, %d after an early end", before, runtime.NumGoroutine())
		}
		time.Sleep(time.Millisecond)
	}
	func() {
		defer func() {
			if r := recover(); r != "mine" {
				t.Errorf("a panic of the iterator comes out as %v", r)
			}
		}()
		for range p.ParseAll(t.Context(), func(func(Article) bool) { panic("mine") }) {
		}
	}()
}

// One Parser serves many goroutines, and gives each the same.
func TestConcurrent(t *testing.T) {
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	want, err := p.Parse(Article{Text: harbour})
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 5 {
				if got, err := p.Parse(Article{Text: harbour}); err != nil || !cmp.Equal(want, got) {
					t.Errorf("got %v, %v", got, err)
				}
			}
		})
	}
	wg.Wait()
}

// TestDemonyms holds that demonyms are places of their own, without a point,
// where they are asked for, and that nothing else changes.
func TestDemonyms(t *testing.T) {
	a := Article{Text: "Russian troops met South Korean diplomats in Geneva. Russia said that Texans were there too."}
	p, err := New(WithDemonyms())
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Parse(a)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := Parse(a)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"Russian": "RU", "South Korean": "KR", "Texans": "US"}
	for _, l := range d.Locations {
		for _, m := range l.Mentions {
			word := a.Text[m.Span.Start:m.Span.End]
			if country, derived := want[word]; derived != m.Derived || derived && (l.Place.Country != country || !l.Place.At.IsZero()) {
				t.Errorf("%s: derived %v, %+v", word, m.Derived, l.Place)
			}
			delete(want, word)
		}
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
	if len(d.Locations) != len(plain.Locations)+3 || len(d.Actors) != len(plain.Actors) || len(d.Events) != len(plain.Events) {
		t.Errorf("%d locations, %d actors, %d events; without demonyms %d, %d, %d",
			len(d.Locations), len(d.Actors), len(d.Events), len(plain.Locations), len(plain.Actors), len(plain.Events))
	}
}

// TestHome holds that where the source is at home tells places of one name apart.
func TestHome(t *testing.T) {
	const text = "Two men were hurt in a fire in Springfield on Friday, police said."
	for home, want := range map[string]string{"Worcester, Massachusetts": "Massachusetts", "Dayton, Ohio": "Ohio", "Missouri": "Missouri",
		"": ""} {
		d, err := Parse(Article{Text: text, Home: home})
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Locations) != 1 || d.Locations[0].Place.Division != want {
			t.Errorf("%q: %+v", home, d.Locations)
		}
	}
}

// TestHourBeforeItsDay: the hour of a headline may take the day of a line behind it,
// which has not been resolved yet.
func TestHourBeforeItsDay(t *testing.T) {
	d, err := Parse(Article{Text: "Mayor ends midnight works\n\nFriday 9 May 2014 21. 17 BST\n\nThe mayor ended them today.", Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Times) == 0 {
		t.Error("no time is found")
	}
}

// TestCutAnywhere: a text may end anywhere in a sentence.
func TestCutAnywhere(t *testing.T) {
	every := 2
	if testing.Short() {
		every = 7
	}
	n := 0
	texts := []string{"She sleeps in someone else's tent.", "What angered the abbot was the theft of a bell, according to the cook, a monk."}
	for _, f := range articleFiles(t) {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	for _, text := range texts {
		for line := range strings.Lines(text) {
			for i, r := range line {
				if n++; r != ' ' && r != ',' && r != '.' || n%every != 0 {
					continue
				}
				d, err := Parse(Article{Text: line[:i+1], Language: "en"})
				if err == nil {
					err = d.Validate()
				}
				if err != nil {
					t.Errorf("%q: %v", line[:i+1], err)
				}
			}
		}
	}
}
