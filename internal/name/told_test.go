package name

import (
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// named is text with its names.
func named(text string) *token.Doc {
	d := segment.Segment(text)
	tag.Tag(d)
	Find(d)
	return d
}

// typed is a name in a text, and the type that it must have there.
type typed struct {
	text, name string
	want       token.EntType
}

// checkTypes reports each of list whose name is not found, or has another type.
func checkTypes(t *testing.T, list []typed) {
	t.Helper()
	for _, c := range list {
		d := named(c.text)
		found := false
		for i := range d.Ents {
			if d.Str(d.Ents[i].Span) != c.name {
				continue
			}
			if found = true; d.Ents[i].Type != c.want {
				t.Errorf("%q: %q is %s, want %s", c.text, c.name, d.Ents[i].Type, c.want)
			}
		}
		if !found {
			t.Errorf("%q: no name %q", c.text, c.name)
		}
	}
}

// TestTold holds bodies that no list has to what the words around them tell.
func TestTold(t *testing.T) {
	checkTypes(t, []typed{
		{"Volari said on Monday that it would cut jobs. The company has 300 workers.", "Volari", token.ORG},
		{"Volari said on Monday that it was late. The company had cut his job.", "Volari", token.PER},
		{"Marit Olsen said on Monday that it was late. The company was closed.", "Marit Olsen", token.PER},
		{"Al-Nur, a militant group, claimed the attack.", "Al-Nur", token.ORG},
		{"Police took DNA from the car.", "DNA", token.MISC},
		{"The Danish Nurses Association (DNA) said it would strike. The DNA met on Monday.", "DNA", token.ORG},
		{"Tatra, a Czech carmaker based in Brno, sold 300 cars.", "Tatra", token.ORG},
		{"Marit Olsen, an airline pilot, left.", "Marit Olsen", token.PER},
		{"The ship belongs to Baharo Logistics and left on Monday.", "Baharo Logistics", token.ORG},
		{"Pupils of the school were sent to TGKL on Monday for help.", "TGKL", token.ORG},
		{"The envoy flew to the UAE on Monday for talks.", "UAE", token.LOC},
		{"Marit Olsen, a founder of a company, left.", "Marit Olsen", token.PER},
	})
}
