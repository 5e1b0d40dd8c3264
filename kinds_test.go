package dateline

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

const recalls = `# What makers take back.
kind RECALL: a maker takes a product back
class goods: car toy drug battery stroller
v recall | obj=@goods | RECALL | The firm recalled 3,000 cars on Monday.
n recall | +of=@goods | RECALL | The recall of the toys began on Monday.
v recall | obj=day | - | She recalled the day.
v sleep | | RECALL | The firm slept on Monday.
`

func readKinds(t *testing.T, text string) *Kinds {
	t.Helper()
	k, err := ReadKinds(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// kindsIn are kind and word of the events of a text.
func kindsIn(t *testing.T, text string, opts ...Option) []string {
	t.Helper()
	p, err := New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Parse(Article{Text: text, Published: Date(2025, 5, 6), Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Validate(); err != nil {
		t.Error(err)
	}
	var out []string
	for i := range d.Events {
		out = append(out, string(d.Events[i].Kind)+" "+d.Slice(d.Events[i].Trigger)+" "+string(d.Events[i].Status))
	}
	return out
}

func TestWithKinds(t *testing.T) {
	k := readKinds(t, recalls)
	if err := k.Check(); err != nil {
		t.Error(err)
	}
	if ds := k.Declared(); k.Len() != 4 || len(ds) != 1 || ds[0].Kind != "RECALL" || ds[0].Gloss == "" {
		t.Errorf("%d lines, kinds %+v", k.Len(), ds)
	}
	more := readKinds(t, "kind SLUMBER: it rests\nv sleep | | SLUMBER\nv hum | | SLUMBER\n")
	senses := readKinds(t, "v recall.01 | obj | AWARD\nv recall.02 | | DEAL\nv recall | obj=car | BIRTH\n")
	for _, c := range []struct {
		reason, text string
		ks           []*Kinds
		want         string // an event that is there
		not          string // a word that tells no event of its own
	}{
		{"a word with its object", "Acme recalled 3,000 cars on Monday.", []*Kinds{k}, "RECALL recalled occurred", ""},
		{"an operator of the built-in lexicon", "Acme plans to recall 3,000 cars.", []*Kinds{k}, "RECALL recall planned", ""},
		{"a noun", "The recall of the strollers began on Monday.", []*Kinds{k}, "RECALL recall occurred", ""},
		{"no line holds: as ever", "Chile recalled its ambassador on Monday.", []*Kinds{k}, "SANCTION recalled occurred", ""},
		{"no event", "She recalled the day.", []*Kinds{k}, "", "recalled"},
		{"a word of no event in the built-in lexicon", "The old firm slept in Oslo.", []*Kinds{k}, "RECALL slept occurred", ""},
		{"of two the last", "The old firm slept in Oslo.", []*Kinds{k, more}, "SLUMBER slept occurred", ""},
		{"both", "Acme recalled 3,000 cars on Monday. The machine hummed.", []*Kinds{k, more}, "RECALL recalled occurred", ""},
		{"both, the other", "Acme recalled 3,000 cars on Monday. The machine hummed.", []*Kinds{k, more}, "SLUMBER hummed occurred", ""},
		{"the roleset that is meant", "Acme recalled 3,000 cars on Monday.", []*Kinds{senses}, "DEAL recalled occurred", ""},
	} {
		var opts []Option
		for _, x := range c.ks {
			opts = append(opts, WithKinds(x)) // once each: options add
		}
		got := kindsIn(t, c.text, opts...)
		if c.want != "" && !slices.Contains(got, c.want) {
			t.Errorf("%s: %q gives %q, want %q", c.reason, c.text, got, c.want)
		}
		if c.not != "" && slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, c.not) }) {
			t.Errorf("%s: %q gives %q", c.reason, c.text, got)
		}
	}
	if _, err := New(WithKinds(nil)); err == nil {
		t.Error("nil Kinds are taken")
	}
}

// A kind of one's own reaches the timeline, and its filters.
func TestKindsOnTimeline(t *testing.T) {
	p, err := New(WithKinds(readKinds(t, recalls)))
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Parse(Article{ID: "a", Text: "Acme recalled 3,000 cars on Monday.", Published: Date(2025, 5, 6), Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	es := d.Timeline().Select(WhereKind("RECALL")).Entries
	if len(es) != 1 || es[0].When.EDTF() != "2025-05-05" || es[0].Participants[0].Text != "Acme" {
		t.Errorf("entries %+v", es)
	}
}

// Each wrong line is told with its number and its part; the others hold.
func TestKindsErrors(t *testing.T) {
	for text, want := range map[string]LineError{
		"\nv sleep | | RECAL\n":                {Line: 2, Column: "code"},
		"x sleep | | DEATH":                    {Line: 1, Column: "word"},
		"v Sleep | | DEATH":                    {Line: 1, Column: "word"},
		"v | | DEATH":                          {Line: 1, Column: "word"},
		"v sleep | obj=@nothing | DEATH":       {Line: 1, Column: "conditions"},
		"v sleep | boj=car | DEATH":            {Line: 1, Column: "conditions"},
		"v sleep | prt | DEATH":                {Line: 1, Column: "conditions"},
		"v sleep | | ":                         {Line: 1, Column: "code"},
		"v sleep | | =nap":                     {Line: 1, Column: "code"},
		"v sleep | | 999":                      {Line: 1, Column: "code"},
		"v sleep | | DEATH | no full stop":     {Line: 1, Column: "example"},
		"v sleep":                              {Line: 1},
		"kind death: no":                       {Line: 1},
		"kind DEATH: is there":                 {Line: 1},
		"kind NAP:":                            {Line: 1},
		"class goods":                          {Line: 1},
		"class goods: Car":                     {Line: 1},
		"class a: b\nclass a: c":               {Line: 2},
		"v sleep | | DEATH\nv sleep | | BIRTH": {Line: 2},
		"v sleep | | DEATH | \xff.":            {Line: 1},
		"v nap | " + strings.Repeat("pass ", 99) + "| DEATH":                                          {Line: 1, Column: "conditions"},
		"v nap | " + strings.Repeat("subj="+strings.Repeat("@ANY,", 50)+"x ", 8) + " | DEATH":         {Line: 1, Column: "conditions"},
		strings.Repeat("v nap | | NAP\n", 100):                                                        {Line: 1, Column: "code"},
		"v nap | obj=" + strings.Repeat("a", 100_000) + " | DEATH | A long word stands in this line.": {Line: 1, Column: "conditions"},
	} {
		k, err := ReadKinds(strings.NewReader(text + "\nv snore | | DEATH\n"))
		var le *LineError
		if !errors.As(err, &le) || le.Line != want.Line || le.Column != want.Column || le.Msg == "" {
			t.Errorf("%.60q: %v, want line %d, column %q", text, err, want.Line, want.Column)
		}
		stopped := strings.Contains(text, "NAP\nv nap") // after twenty errors
		if !stopped && !slices.Contains(kindsIn(t, "The firm snored on Monday.", WithKinds(k)), "DEATH snored occurred") {
			t.Errorf("%.60q: the good line is lost", text)
		}
	}
	if _, err := ReadKinds(strings.NewReader(strings.Repeat("#\n", 9<<20))); err == nil {
		t.Error("no limit")
	}
	if err := readKinds(t, "v nap | obj=car | DEATH | The firm sold the car.\n").Check(); err == nil {
		t.Error("an example that fails is not told of")
	}
}

// Your classes hide those of the built-in lexicon, in your lines only.
func TestKindsClasses(t *testing.T) {
	k := readKinds(t, "class vehicle: melon\nv crush | obj=@vehicle | AWARD\n")
	for text, want := range map[string]bool{"The firm crushed the melon on Monday.": true, "The firm crushed the car on Monday.": false} {
		got := kindsIn(t, text, WithKinds(k))
		if has := slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "AWARD") }); has != want {
			t.Errorf("%q gives %q", text, got)
		}
	}
}

// The lexicon that docs/extending.md shows is read, and gives its examples.
func TestKindsOfDocs(t *testing.T) {
	b, err := os.ReadFile("docs/extending.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(b), "```\n")
	text, _, _ = strings.Cut(text, "```")
	k := readKinds(t, text)
	if k.Len() != 4 {
		t.Errorf("%d lines", k.Len())
	}
	if err := k.Check(); err != nil {
		t.Error(err)
	}
}
