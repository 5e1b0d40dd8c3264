package dateline

import (
	"slices"
	"testing"
)

// TestBodies: a university or a hospital is a place where the text puts
// something there, and none where it only tells whose somebody is.
func TestBodies(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Students occupied the library at the University of Nairobi on Monday.", "University of Nairobi"},
		{"The minister gave a speech at Kyoto University in May.", "Kyoto University"},
		{"Nine people were treated at Kenyatta National Hospital.", "Kenyatta National Hospital"},
		{"Anna Holm, a professor of law at Lund University, disagreed.", ""},
		{"Lund University said that it would close the laboratory.", ""},
	} {
		d, err := Parse(Article{Text: c.text, Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(d.Locations, func(l Location) bool { return l.Place.Kind == LocationSite })
		if c.want == "" && i >= 0 {
			t.Errorf("%s: %s", c.text, d.Locations[i].Place.Name)
		} else if c.want != "" && (i < 0 || d.Locations[i].Place.Name != c.want || d.Locations[i].Place.At.IsZero()) {
			t.Errorf("%s: no %s with a point in %+v", c.text, c.want, d.Locations)
		}
	}
}
