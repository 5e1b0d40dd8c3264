package actor

import (
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
)

func TestParty(t *testing.T) {
	for _, c := range []struct{ text, party, of, country string }{
		{"Lowell (R-Ohio) left.", "R", "Ohio", "US"},
		{"Lowell (D) left.", "D", "", "US"},
		{"Lowell (D, N.J.) left.", "D", "N.J.", "US"},
		{"Lowell, D-Mass., left.", "D", "Mass.", "US"},
		{"Lowell (Labour, Leeds) left.", "Labour", "Leeds", ""},
		{"Lowell (SNP) left.", "SNP", "", ""},
		{"Lowell (I think) left.", "", "", ""},
		{"Lowell, D", "", "", ""},
		{"Lowell, Labour, left.", "", "", ""},
		{"Lowell (R", "", "", ""},
		{"Lowell (52) left.", "", "", ""},
	} {
		d := segment.Segment(c.text)
		f := &finder{d: d}
		r, end, ok := f.party(1)
		if r.Party != c.party || d.Str(r.Of) != c.of || r.Country != c.country || ok != (c.party != "") {
			t.Errorf("%q: party %q of %q in %q, %v; want %q of %q in %q", c.text, r.Party, d.Str(r.Of), r.Country, ok, c.party, c.of, c.country)
		}
		if ok && (end <= 1 || int(end) > len(d.Tokens)) {
			t.Errorf("%q: ends at token %d", c.text, end)
		}
	}
}

func TestNumber(t *testing.T) {
	for text, want := range map[string]int32{
		"3": 3, "1,200": 1200, "twelve": 12, "ninety": 90, "two hundred": 200, "dozen": 12, "three dozen": 36,
		"9999999999": 0, "apples": 0, "2.5": 0,
	} {
		d := segment.Segment(text)
		f := &finder{d: d}
		if got := f.number(int32(len(d.Tokens)) - 1); got != want {
			t.Errorf("number(%q) = %d, want %d", text, got, want)
		}
	}
}
