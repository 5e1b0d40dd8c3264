package dateline

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/golden"
)

// rulesIn calls f for each Evidence in v, with the name of the field as the
// Catalogue has it.
func rulesIn(v reflect.Value, f func(of, rule string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			rulesIn(v.Elem(), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			rulesIn(v.Index(i), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			x := v.Type().Field(i)
			switch of := v.Type().Name() + "." + x.Name; {
			case x.Type == reflect.TypeFor[Evidence]():
				f(strings.TrimSuffix(of, ".Evidence"), v.Field(i).Interface().(Evidence).Rule)
			case of == "TimelineActor.Merged", of == "Report.Merged":
				for _, rule := range v.Field(i).Interface().([]string) {
					f(of, rule)
				}
			case x.IsExported():
				rulesIn(v.Field(i), f)
			}
		}
	}
}

// Every rule that the built-in parsers name stands in the Catalogue, of all
// goldens and of all phrases of the corpora. What the Catalogue says is said once.
func TestRules(t *testing.T) {
	c := NewCatalogue()
	seen := map[string]bool{}
	for _, r := range c.Rules {
		if seen[r.Of+" "+r.Rule] || r.Gloss == "" {
			t.Errorf("%s %q stands twice, or without a gloss", r.Of, r.Rule)
		}
		seen[r.Of+" "+r.Rule] = true
	}
	unknown := map[string]string{}
	used := map[string]bool{}
	words := vocabulary{}
	see := func(where string, v any) {
		words.add(reflect.ValueOf(v))
		rulesIn(reflect.ValueOf(v), func(of, rule string) {
			used[of] = used[of] || rule != ""
			optional := of != "TimeMention" && of != "LocationMention" && of != "Actor" && of != "ActorMention" && of != "Statement" && of != "Event"
			if rule == "" && optional {
				return
			}
			if _, ok := c.Rule(of, rule); !ok {
				unknown[of+" "+rule] = where
			}
		})
	}
	var b TimelineBuilder
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d := parseGolden(t, golden.Parse(data))
		see(file, d)
		see(file, d.Timeline())
		b.Add(d)
	}
	see("all goldens", b.Timeline())
	see("a plan and what came of it", plannedMarch(t))
	d, err := Parse(Article{Text: "\"I will never vote for you,\" Ana Brandt said to Karl Holm in court.", Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	see("who is spoken to", d)
	files, err = filepath.Glob("testdata/corpus/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpora: %v", err)
	}
	p, err := New(WithDemonyms(), WithMaxBytes(4<<20))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Parse(Article{Text: string(data), Published: Date(2025, 8, 13), Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		see(file, d)
	}
	words.rest(t, p)
	words.check(t, c)
	for rule, where := range unknown {
		t.Errorf("%s: no rule %q in the Catalogue", where, rule)
	}
	for _, r := range c.Rules {
		if !used[r.Of] {
			t.Errorf("nothing has an %s", r.Of)
			used[r.Of] = true
		}
	}
	if _, ok := c.Rule("TimeMention", "clock-range-weekday-date"); !ok {
		t.Error("two rules in one are not known")
	}
	nameless := func(r CatalogueRule) bool { return r.Rule == "" }
	if _, ok := c.Rule("TimeMention", "clock-nonsense"); ok || slices.ContainsFunc(c.Rules, nameless) {
		t.Error("no rule is one")
	}
}

// TestDecisionsTellTheirRule: whatever was decided of an event, a statement or
// an entry names the rule by which, and nothing else does.
func TestDecisionsTellTheirRule(t *testing.T) {
	n := map[string]int{}
	check := func(where, what string, decided bool, e Evidence) {
		if decided {
			n[what]++
		}
		if decided != (e.Rule != "") {
			t.Errorf("%s: %s: decided is %v, the rule is %q", where, what, decided, e.Rule)
		}
	}
	for _, a := range texts(t) {
		d, err := Parse(a)
		if err != nil {
			t.Fatalf("%s: %v", a.ID, err)
		}
		for i := range d.Events {
			e := &d.Events[i]
			check(a.ID, "date of an event", !e.When.IsZero(), e.WhenEvidence)
			check(a.ID, "place of an event", e.Location != 0, e.LocationEvidence)
			check(a.ID, "mentions of an event", len(e.Mentions) > 1, e.MergeEvidence)
		}
		for i := range d.Statements {
			s := &d.Statements[i]
			check(a.ID, "speaker of a statement", s.Speaker != (Span{}), s.SpeakerEvidence)
			check(a.ID, "date of a statement", !s.When.IsZero(), s.WhenEvidence)
		}
	}
	for _, what := range []string{"date of an event", "place of an event", "mentions of an event", "speaker of a statement", "date of a statement"} {
		if n[what] == 0 {
			t.Errorf("no %s in all texts", what)
		}
	}
}
