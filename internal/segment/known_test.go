package segment

import (
	"slices"
	"testing"

	"github.com/dateline-go/dateline/internal/token"
)

func TestBylines(t *testing.T) {
	for _, c := range []struct {
		byline string
		want   []string
	}{
		{"", nil},
		{"Ann Smith", []string{"Ann Smith"}},
		{"By Ann Smith", []string{"Ann Smith"}},
		{"BY ANN SMITH", []string{"ANN SMITH"}},
		{"By Ann Smith in Kyiv and Bob Lowe, AP", []string{"Ann Smith", "Bob Lowe", "AP"}},
		{"Ann Smith, chief political correspondent, and Bob van der Lowe", []string{"Ann Smith", "Bob van der Lowe"}},
		{"Ann Smith | Associated Press", []string{"Ann Smith", "Associated Press"}},
		{"Ann Smith; Bob Lowe", []string{"Ann Smith", "Bob Lowe"}},
		{"reporting from Kyiv by Ann Smith", []string{"Ann Smith"}},
	} {
		if got := Bylines(c.byline); !slices.Equal(got, c.want) {
			t.Errorf("%q has %q, want %q", c.byline, got, c.want)
		}
	}
}

// What the caller knows settles what a paragraph is.
func TestArticleKinds(t *testing.T) {
	const (
		H = token.Headline
		B = token.Body
		O = token.Boilerplate
	)
	story := "\n\nThree miners were found alive on Tuesday, the rescuers said.\n\nThe shaft had been flooded for a week."
	for _, c := range []struct {
		reason string
		known  Known
		text   string
		want   []token.Kind
	}{
		{"a headline that ends with a stop, and a line above it", Known{Title: "Miners are found. All of them live.", Section: "world/Asia"},
			"Asia\n\nMiners are found. All of them live." + story, []token.Kind{O, H, H, B, B}},
		{"marks and capitals differ", Known{Title: "‘Miners are found’"}, "MINERS ARE FOUND!" + story, []token.Kind{H, B, B}},
		{"a title that the text lacks", Known{Title: "Something else"}, "Miners are found" + story, []token.Kind{H, B, B}},
		{"the author's name, and the author's place", Known{Byline: "Ann Smith and Bob Lowe"},
			"Ann Smith in Kyiv" + story + "\n\nBob Lowe, chief reporter", []token.Kind{O, B, B, O}},
		{"a name that a verb follows is no byline", Known{Byline: "Ann Smith"},
			"Ann Smith finds three miners alive" + story, []token.Kind{H, B, B}},
		{"a longer name", Known{Byline: "Ann Smith"}, "Ann Smithson" + story, []token.Kind{H, B, B}},
		{"the title is all there is", Known{Title: "Miners are found alive."}, "Miners are found alive.", []token.Kind{B}},
		{"a section's name within the story is none", Known{Section: "Asia"}, "Miners are found" + story + "\n\nAsia",
			[]token.Kind{H, B, B, B}},
	} {
		d := &token.Doc{Text: c.text}
		Fill(d, c.known)
		var got []token.Kind
		for i := range d.Sents {
			got = append(got, d.Sents[i].Kind)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: kinds %v, want %v", c.reason, got, c.want)
		}
	}
}
