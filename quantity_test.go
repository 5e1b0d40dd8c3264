package dateline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/golden"
)

// TestQuantityCorpus wants the quantities of each sentence, those of all its
// events together and each once, exactly.
func TestQuantityCorpus(t *testing.T) {
	cases := golden.Corpus(t, "quantity.txt")
	for _, l := range golden.Lines(golden.Read(t, "testdata/corpus/quantity.txt")) {
		if l[0] == '#' {
			continue
		}
		want, text, ok := strings.Cut(l, " : ")
		if !ok {
			t.Errorf("no sentence in %q", l)
			continue
		}
		want, home, _ := strings.Cut(strings.TrimSpace(want), " @")
		d, err := Parse(Article{Text: text, Language: "en", Home: home, Published: Date(2025, 5, 6)})
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Validate(); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		var got []string
		for i := range d.Events {
			for k := range d.Events[i].Quantities {
				q := &d.Events[i].Quantities[k]
				if s := q.String(); !slices.Contains(got, s) {
					got = append(got, s)
				}
				if q.Evidence.Rule == "" || q.Span.IsZero() {
					t.Errorf("%s: %+v has no rule, or no place", text, q)
				}
			}
		}
		wanted := strings.Split(strings.TrimSpace(want), "; ")
		if want == "-" {
			wanted = nil
		}
		slices.Sort(got)
		slices.Sort(wanted)
		wrong := ""
		if !slices.Equal(got, wanted) {
			wrong = "got " + strings.Join(got, "; ")
		}
		cases.Case(l, wrong)
	}
	cases.Done(100)
}

// tolls are articles about one event, each with its dead.
func tolls(t *testing.T, publishers []string, published []Moment, qs ...Quantity) Entry {
	t.Helper()
	var b TimelineBuilder
	for i, q := range qs {
		d := tell(publishers[i]+published[i].String(), published[i], "ERUPT", "erupt", StatusOccurred, On(aug(1)), nil, "P Q", "R S")
		d.Article.Source = publishers[i]
		q.Span = d.Events[0].Trigger
		d.Events[0].Quantities = []Quantity{q}
		b.Add(d)
	}
	es := b.Timeline().Entries
	if len(es) != 1 {
		t.Fatalf("%d entries", len(es))
	}
	return es[0]
}

// Of one quantity by several sources the latest stands; what differs on one
// day is a conflict, what comes later an update.
func TestQuantityFold(t *testing.T) {
	dead := func(n float64, b Bound) Quantity { return Quantity{Kind: QuantityDeaths, Value: n, Bound: b} }
	lost := func(n float64) Quantity { return Quantity{Kind: QuantityMissing, Value: n} }
	cost := func(n float64, unit string) Quantity { return Quantity{Kind: QuantityMoney, Value: n, Unit: unit} }
	at := func(s string) Moment {
		m, err := ParseMoment(s)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	for _, c := range []struct {
		reason     string
		publishers string
		published  []Moment
		qs         []Quantity
		want       string // quantities | sides of the conflict
	}{
		{"agreement", "A B", []Moment{aug(2), aug(2)}, []Quantity{dead(12, ""), dead(12, "")}, "deaths 12 |"},
		{"two on one day", "A B", []Moment{aug(2), aug(2)}, []Quantity{dead(12, ""), dead(15, "")}, "deaths 15 | deaths 12, deaths 15"},
		{"an update", "A B", []Moment{aug(2), aug(3)}, []Quantity{dead(12, ""), dead(15, "")}, "deaths 15 |"},
		{"its own correction", "A A", []Moment{aug(2), aug(3)}, []Quantity{dead(15, ""), dead(12, "")}, "deaths 12 |"},
		{"the dead grow no fewer", "A B", []Moment{aug(2), aug(3)}, []Quantity{dead(15, ""), dead(12, "")}, "deaths 12 | deaths 15, deaths 12"},
		{"the missing do", "A B", []Moment{aug(2), aug(3)}, []Quantity{lost(15), lost(12)}, "missing 12 |"},
		{"a bound that is met", "A B", []Moment{aug(2), aug(2)}, []Quantity{dead(12, ""), dead(10, BoundAtLeast)}, "deaths 12 |"},
		{"a bound that is not", "A B", []Moment{aug(2), aug(2)}, []Quantity{dead(12, ""), dead(20, BoundMoreThan)},
			"deaths more than 20 | deaths 12, deaths more than 20"},
		{"two currencies", "A B", []Moment{aug(2), aug(2)}, []Quantity{cost(5, "EUR"), cost(6, "USD")}, "money 5 EUR; money 6 USD |"},
		{"two hours of one day", "A B", []Moment{at("2025-08-02T09:00Z"), at("2025-08-02T17:00Z")}, []Quantity{dead(12, ""), dead(15, "")},
			"deaths 15 | deaths 12, deaths 15"},
		{"three, two of them on one day", "A B C", []Moment{aug(2), aug(3), aug(3)}, []Quantity{dead(12, ""), dead(15, ""), dead(17, "")},
			"deaths 17 | deaths 15, deaths 17"},
	} {
		e := tolls(t, strings.Fields(c.publishers), c.published, c.qs...)
		var qs, sides []string
		for i := range e.Quantities {
			qs = append(qs, e.Quantities[i].String())
			if !e.Quantities[i].Span.IsZero() {
				t.Errorf("%s: an Entry's quantity has the span of some article", c.reason)
			}
		}
		for _, x := range e.Conflicts {
			if x.Field != ConflictQuantity {
				t.Errorf("%s: conflict about %s", c.reason, x.Field)
			}
			for _, s := range x.Sides {
				sides = append(sides, s.Value)
			}
		}
		if got := strings.TrimSpace(strings.Join(qs, "; ") + " | " + strings.Join(sides, ", ")); got != c.want {
			t.Errorf("%s: %q, want %q", c.reason, got, c.want)
		}
	}
}

func TestQuantityRange(t *testing.T) {
	for want, q := range map[string]Quantity{
		"[12 12]":     {Value: 12},
		"[10 15]":     {Value: 10, To: 15},
		"[-4 -3]":     {Value: -3, To: -4},
		"[12 +Inf]":   {Value: 12, Bound: BoundAtLeast},
		"[-Inf 50]":   {Value: 50, Bound: BoundAtMost},
		"[270 330]":   {Value: 300, Bound: BoundAbout},
		"[-330 -270]": {Value: -300, Bound: BoundAbout},
		"[7 7]":       {Value: 7, Bound: "give or take"}, // a bound that this version does not know
	} {
		if low, high := q.Range(); fmt.Sprint([]float64{low, high}) != want {
			t.Errorf("%+v is %v to %v, want %s", q, low, high, want)
		}
	}
}

// A parser's own quantities stand, and where it gives none the built-in ones do.
func TestQuantityOfPlugin(t *testing.T) {
	text := "The storm killed 12 people in Oslo on Tuesday."
	killed := spanOf(text, "killed")
	for _, own := range [][]Quantity{nil, {{Kind: QuantityDeaths, Value: 13, Span: spanOf(text, "12")}}, {}} {
		mine := EventParserFunc(func(*Text) ([]Event, error) {
			return []Event{{Kind: EventDeath, Lemma: "kill", Trigger: killed, Mentions: []Span{killed}, Quantities: own}}, nil
		})
		p, err := New(WithEventParsers(mine))
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Parse(Article{Text: text, Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		var got float64
		for _, q := range d.Events[0].Quantities {
			got = q.Value
		}
		want := map[bool]float64{true: 12, false: 0}[own == nil]
		if len(own) > 0 {
			want = own[0].Value
		}
		if got != want {
			t.Errorf("%v becomes %v", own, d.Events[0].Quantities)
		}
	}
	bad := EventParserFunc(func(*Text) ([]Event, error) {
		return []Event{{Kind: EventDeath, Trigger: killed, Mentions: []Span{killed}, Quantities: []Quantity{{Value: 1}}}}, nil
	})
	p, err := New(WithEventParsers(bad))
	if err != nil {
		t.Fatal(err)
	}
	if d, err := p.Parse(Article{Text: text, Language: "en"}); err == nil || len(d.Events) != 0 {
		t.Errorf("a quantity without a kind is taken: %v, %v", d.Events, err)
	}
}
