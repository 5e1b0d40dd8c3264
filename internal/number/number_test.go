package number

import (
	"fmt"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/token"
)

// The first number of each phrase, with what bounds it and the words it takes.
func TestAt(t *testing.T) {
	for phrase, want := range map[string]string{
		"12 people":                       "12 [12]",
		"1,204 people":                    "1204 [1,204]",
		"1.5 million people":              "1.5e+06 [1.5 million]",
		"3.2bn":                           "3.2e+09 [3.2bn]",
		"3m":                              "3e+06 [3m]",
		"2 1/2":                           "2.5 [2 1/2]",
		"two hundred and ten people":      "210 [two hundred and ten]",
		"twenty-five people":              "25 [twenty-five]",
		"two and a half tonnes":           "2.5 [two and a half]",
		"a dozen people":                  "12 about [a dozen]",
		"half a dozen people":             "6 about [half a dozen]",
		"two dozen people":                "24 [two dozen]",
		"a hundred people":                "100 about [a hundred]",
		"several hundred people":          "200 at least [several hundred]",
		"dozens of people":                "24 at least [Dozens]",
		"hundreds of thousands of people": "200000 at least [Hundreds of thousands]",
		"at least 12 people":              "12 at least [At least 12]",
		"no fewer than 12 people":         "12 at least [No fewer than 12]",
		"more than a dozen people":        "12 more than [More than a dozen]",
		"up to 50 people":                 "50 at most [Up to 50]",
		"fewer than ten people":           "10 less than [Fewer than ten]",
		"nearly 300 people":               "300 about [Nearly 300]",
		"an estimated 300 people":         "300 about [An estimated 300]",
		"20 or more people":               "20 at least [20 or more]",
		"1,000-plus people":               "1000 at least [1,000-plus]",
		"2,000+ people":                   "2000 at least [2,000+]",
		"10 to 15 people":                 "10 and 15 [10 to 15]",
		"between 10 and 15 people":        "10 and 15 range [Between 10 and 15]",
		"3-1":                             "3 and 1 [3-1]",
		"2–0":                             "2 and 0 [2–0]",
		"12-year-old boy":                 "12 glued [12]",
		"a few people":                    "",
		"many people":                     "",
		"1.2-billion deal":                "1.2e+09 [1.2-billion]",
		"no one":                          "",
		"3rd place":                       "",
		"a man":                           "",
	} {
		if got := show(phrase); got != want && got != lowered(want) {
			t.Errorf("%q is %q, want %q", phrase, got, want)
		}
	}
}

func lowered(s string) string {
	b := []byte(s)
	for i := range b {
		if i > 0 && b[i-1] == '[' && b[i] >= 'A' && b[i] <= 'Z' {
			b[i] |= 0x20
		}
	}
	return string(b)
}

func show(text string) string {
	d := segment.Segment(text)
	for i := range d.Tokens {
		// Without a tree "about" is no preposition of a noun.
		d.Tokens[i].Head = token.None
	}
	p := Tokens{D: d, Hi: int32(len(d.Tokens))}
	for i := range int32(len(d.Tokens)) {
		x, ok := p.At(i)
		if !ok {
			continue
		}
		s := fmt.Sprint(x.N)
		if x.Pair {
			s += fmt.Sprint(" and ", x.To)
		}
		if x.Range {
			s += " range"
		}
		if x.Glued {
			s += " glued"
		}
		if n := [...]string{"", " at least", " more than", " at most", " less than", " about"}[x.Bound]; n != "" {
			s += n
		}
		return s + " [" + d.Str(d.SpanOf(x.First, x.Last)) + "]"
	}
	return ""
}

func FuzzAt(f *testing.F) {
	f.Add("between 10 and a half dozen-plus or more tens of thousands of 1,2,3.4.5bn to 6")
	f.Fuzz(func(t *testing.T, text string) {
		d := segment.Segment(text)
		p := Tokens{D: d, Hi: int32(len(d.Tokens))}
		for i := range p.Hi {
			if x, ok := p.At(i); ok && (x.First > i || x.Last <= i || x.Last > p.Hi || x.First < 0 || x.N < 0) {
				t.Errorf("%q: %+v", text, x)
			}
		}
	})
}
