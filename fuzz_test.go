package dateline

import (
	"encoding/json"
	"errors"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzParse holds for any text: a typed error or a valid Document, the same
// again, that survives JSON, and a Timeline that does so too.
func FuzzParse(f *testing.F) {
	for _, file := range articleFiles(f) {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b[:min(len(b), 700)]), "2025-08-13")
	}
	for _, s := range []string{"", " ", "\"", "''''", "“‘\"'„«", "\r\n\r\n", "May will march.", "\xff", "Ğ\u0301 \u202e said",
		"1/1/1 1:1:1 1.1.1", "(((((", "A said B said C said D.", "\"a\n\n\"b\n\n\"c\""} {
		f.Add(s, "")
	}
	f.Fuzz(func(t *testing.T, text, published string) {
		pub, err := ParseMoment(published)
		if err != nil {
			pub = Moment{}
		}
		a := Article{ID: "x", Text: text, Published: pub}
		d, err := Parse(a)
		if err != nil {
			if d != nil || !errors.Is(err, ErrInvalidUTF8) && !errors.Is(err, ErrLanguage) && !errors.Is(err, ErrTooLarge) {
				t.Fatalf("Parse(%q): %v", text, err)
			}
			return
		}
		if err := d.Validate(); err != nil {
			t.Fatalf("Parse(%q) is not valid: %v", text, err)
		}
		again, err := Parse(a)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(d, again); diff != "" {
			t.Fatalf("Parse(%q) twice:\n%s", text, diff)
		}
		b, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var back Document
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(d, &back); diff != "" {
			t.Fatalf("Parse(%q) through JSON:\n%s", text, diff)
		}
		tl := d.Timeline()
		bin, err := tl.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		var tl2 Timeline
		if err := tl2.UnmarshalBinary(bin); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tl, &tl2); diff != "" {
			t.Fatalf("timeline of %q through its binary form:\n%s", text, diff)
		}
	})
}

// FuzzWhen holds for the text forms of When.
func FuzzWhen(f *testing.F) {
	for _, s := range []string{"", "DATE 2025-08-06 @explicit", "DURATION P3M 2025-05/2025-07 APPROX @published", "SET P1W 3x",
		"DATE PAST_REF", "2025-08-08/..", "XXXX-08-06", "../2025", "199X"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, read := range []func() (When, error){
			func() (When, error) {
				var w When
				err := w.UnmarshalText([]byte(s))
				return w, err
			},
			func() (When, error) { return ParseEDTF(s) },
		} {
			w, err := read()
			if err != nil {
				continue
			}
			b, err := json.Marshal(w)
			if err != nil {
				t.Fatal(err)
			}
			var back When
			if err := json.Unmarshal(b, &back); err != nil || back != w {
				t.Fatalf("%q: %v became %v (%v)", s, w, back, err)
			}
			if lo, hi := w.Earliest(), w.Latest(); !lo.IsZero() && !hi.IsZero() && lo.Compare(hi) > 0 {
				t.Fatalf("%q: bounds %v, %v", s, lo, hi)
			}
		}
	})
}

// FuzzMoment holds for the text form of Moment.
func FuzzMoment(f *testing.F) {
	for _, s := range []string{"2025", "2025-08", "2025-08-06", "2025-08-06T15:04", "2025-08-06T15:04:05+02:00", "-0044-03-15", "2025-02-30"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParseMoment(s)
		if err != nil {
			return
		}
		q, err := ParseMoment(p.String())
		if err != nil || p != q {
			t.Fatalf("%q: %v became %v (%v)", s, p, q, err)
		}
		if p.first() > p.last() {
			t.Fatalf("%q ends before it begins", s)
		}
	})
}

// FuzzTimelineJSON holds for bytes from anywhere: an error, or a builder that works.
func FuzzTimelineJSON(f *testing.F) {
	f.Add([]byte(`[]`))
	f.Add([]byte(`[null]`))
	f.Add([]byte(`[{"key":"a","actors":[{"name":"X","kind":"person"}],` +
		`"events":[{"kind":"K","lemma":"k","source":{"participants":[{"role":"agent","actor":1}]}}]}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var b TimelineBuilder
		if json.Unmarshal(data, &b) != nil {
			return
		}
		out, err := json.Marshal(&b)
		if err != nil {
			t.Fatal(err)
		}
		var c TimelineBuilder
		if err := json.Unmarshal(out, &c); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(b.Timeline(), c.Timeline()); diff != "" {
			t.Fatal(diff)
		}
	})
}
