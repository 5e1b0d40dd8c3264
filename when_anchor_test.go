package dateline

import "testing"

// TestEventAnchors: a time that counts from something that happens says so and
// keeps its distance, and dates its event where that something has a day.
func TestEventAnchors(t *testing.T) {
	for _, c := range []struct{ text, when, trigger, date string }{
		{"They left five days after the fall of the town.", "P5D AFTER", "", ""},
		{"Rebels captured Ondo on 3 May 2024. Two days after the capture of Ondo the governor resigned.", "P2D AFTER", "resigned", "2024-05-05"},
	} {
		d, err := Parse(Article{Text: c.text, Language: "en", Published: Date(2024, 5, 20)})
		if err != nil {
			t.Fatal(err)
		}
		last := d.Times[len(d.Times)-1].When
		if got := last.TIMEX3() + " " + string(last.Mod()); last.Anchor() != AnchorEvent || got != c.when {
			t.Errorf("%s: %s by %s, want %s by the event", c.text, got, last.Anchor(), c.when)
		}
		for _, e := range d.Events {
			if d.Slice(e.Mentions[0]) == c.trigger && e.When.EDTF() != c.date {
				t.Errorf("%s: %s on %s, want %s", c.text, c.trigger, e.When.EDTF(), c.date)
			}
		}
	}
}

// TestEnds: a range in one expression is one When, and has its two ends as
// TIMEX3 would annotate them.
func TestEnds(t *testing.T) {
	d, err := Parse(Article{Text: "The 1957-58 war displaced thousands.", Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	m := d.Times[0]
	if len(m.Ends) != 2 || m.Ends[0].When.TIMEX3() != "1957" || m.Ends[1].When.TIMEX3() != "1958" || m.When.EDTF() != "1957/1958" {
		t.Errorf("%s: %v", m.When, m.Ends)
	}
}
