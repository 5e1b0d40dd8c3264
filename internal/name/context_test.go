package name

import (
	"slices"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

func TestContext(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // bodies
	}{
		{"He joined the Norfield Content Development and Review Board (NCDRB) in May.",
			[]string{"Norfield Content Development and Review Board", "NCDRB"}},
		{"The report praised Halden Marine Aluminium Industries for its work.", []string{"Halden Marine Aluminium Industries"}},
		{"It was reported by the newspaper Kovacs on Monday.", []string{"Kovacs"}},
		{"She studied at the Universidad de Santiago before she left.", []string{"Universidad de Santiago"}},
		{"The company Anna Lowell founded failed.", nil},
		{"The Ministry of Fisheries and Forests said so.", []string{"Ministry of Fisheries and Forests"}},
		{"The Ministry of Agriculture and Anna Lowell said so.", []string{"Ministry of Agriculture"}},
		{"", nil},
	} {
		d := segment.Segment(c.text)
		tag.Tag(d)
		syntax.Parse(d)
		Find(d)
		var got []string
		for i := range d.Ents {
			if d.Ents[i].Type == token.ORG {
				got = append(got, d.Str(d.Ents[i].Span))
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: bodies %q, want %q", c.text, got, c.want)
		}
	}
}
