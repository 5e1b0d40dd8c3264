package dateline

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestTitles holds the titles of all texts' events to what they promise: one
// short line that begins with a capital or a number, of the article's own
// words and its actors' names, and ends with no word that asks for another.
func TestTitles(t *testing.T) {
	events, titled := 0, 0
	unfinished := map[string]bool{"a": true, "an": true, "the": true, "and": true, "or": true, "but": true, "of": true, "than": true,
		"from": true, "into": true, "because": true, "whose": true, "my": true, "its": true, "their": true, "our": true}
	for _, a := range texts(t) {
		d, err := Parse(a)
		if err != nil {
			t.Fatalf("%s: %v", a.ID, err)
		}
		known := strings.ToLower(a.Text) + " have has had is are am will would was were allegedly reportedly" // clitics written out, and what a participle leaves unsaid
		for i := range d.Actors {
			known += " " + strings.ToLower(d.Actors[i].Name)
		}
		for i := range d.Events {
			s := d.Events[i].Title
			if events++; s == "" {
				continue
			}
			titled++
			first, _ := utf8.DecodeRuneInString(s)
			if strings.ContainsAny(s, "\n\t") || strings.TrimSpace(s) != s || strings.Contains(s, "  ") {
				t.Errorf("%s: %q is not one line", a.ID, s)
			}
			if n := utf8.RuneCountInString(s); n > 150 {
				t.Errorf("%s: %q has %d characters", a.ID, s, n)
			}
			if words := strings.Fields(strings.ToLower(s)); unfinished[words[len(words)-1]] {
				t.Errorf("%s: %q ends too soon", a.ID, s)
			}
			if unicode.IsLower(first) && !strings.Contains(a.Text, strings.Fields(s)[0]) {
				t.Errorf("%s: %q begins with a small letter", a.ID, s)
			}
			for w := range strings.FieldsSeq(strings.ToLower(s)) {
				if w = strings.Trim(w, `'":…,`); !strings.Contains(known, strings.TrimSuffix(w, "'s")) {
					t.Errorf("%s: %q is not said in the article: %q", a.ID, w, s)
				}
			}
		}
	}
	if titled*100 < events*99 {
		t.Errorf("%d of %d events have a title", titled, events)
	}
}

// A title stands alone: who is meant is named, whose word it is stays.
func TestTitlesAlone(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Norvold Bank sold two branches in May. The bank closed a third office in June.", "Norvold Bank closed a third office"},
		{"The Larne Harbour Board met on Monday. It heard from two captains. The board rejected the plan.", "The Larne Harbour Board rejected the plan"},
		{"Mayor Ida Holm visited the flooded school on Monday. The mayor promised help for all families.", "Ida Holm promised help for all families"},
		{"The Norvold Bank met the Oslo Savings Bank on Monday. The bank closed a third office in June.", "The bank closed a third office"},
		{"Mayor Ida Holm left the town hall on Monday. Hundreds of protesters surrounded her house on Tuesday.", "Hundreds of protesters surrounded Ida Holm's house"},
		{"Mayor Ida Holm visited the school on Monday. The mayor also opened a bridge.", "Ida Holm opened a bridge"},
		{"A former sailor, Per Lund, rescued two children on Monday.", "Per Lund rescued two children"},
		{"The Larne Harbour Board says it holds the old pier. The Larne Harbour Board met on Monday, and the anglers denied having lost it.", "The anglers denied having lost it"},
		{"Norvold Electric makes lamps and sensors. Norvold Electric sold the lamp business in June.", "Norvold Electric sold the lamp business"},
		{"Hundreds of people have fled since the war began in April.", "The war began"},
		{"A lawyer noted that reports alleged that the miller had robbed a widow.", "The miller had allegedly robbed a widow"},
	} {
		d, err := Parse(Article{Text: c.text, Language: "en", Published: Date(2025, 8, 6)})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i := range d.Events {
			got = append(got, d.Events[i].Title)
		}
		if !slices.Contains(got, c.want) {
			t.Errorf("%s\ngot  %q\nwant %q", c.text, got, c.want)
		}
	}
}
