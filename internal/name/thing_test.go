package name

import (
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

func TestThings(t *testing.T) {
	for _, c := range []struct {
		text, name string
		want       token.EntType
	}{
		{"Cyclone Marit hit the coast on Friday. Officials said Marit would weaken by noon.", "Marit", token.MISC},
		{"Cyclone Marit hit the coast on Friday. Officials said Marit would weaken by noon.", "Cyclone Marit", token.MISC},
		{"Cyclone Marit hit the coast. Governor Marit Olsen visited the town.", "Marit Olsen", token.PER},
		{"The USS Harold Denby sailed to Manila.", "USS Harold Denby", token.MISC},
		{"A storm hit Manila on Friday.", "Manila", token.LOC},
	} {
		d := segment.Segment(c.text)
		tag.Tag(d)
		Find(d)
		found := false
		for i := range d.Ents {
			if d.Str(d.Ents[i].Span) == c.name {
				found = true
				if d.Ents[i].Type != c.want {
					t.Errorf("%q: %q is %s, want %s", c.text, c.name, d.Ents[i].Type, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%q: no name %q", c.text, c.name)
		}
	}
}
