package dateline

import (
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
		known := strings.ToLower(a.Text) + " have has had is are am will would was were" // clitics written out, and what a participle leaves unsaid
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
