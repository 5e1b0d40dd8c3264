package name

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// words is a tagged arena of sentences of words divided by blanks.
func tokens(lines ...string) *token.Doc {
	var sents [][]string
	for _, l := range lines {
		sents = append(sents, strings.Fields(l))
	}
	d := segment.FromWords(sents)
	tag.Tag(d)
	return d
}

func TestFind(t *testing.T) {
	d := tokens("French President Emmanuel Macron met executives of Siemens AG in Berlin on Monday .")
	Find(d)
	got := map[string]token.EntType{}
	for i, e := range d.Ents {
		got[d.Str(e.Span)] = e.Type
		for k := e.First; k < e.Last; k++ {
			if d.Tokens[k].Ent != int32(i) {
				t.Errorf("token %d points to %d, not %d", k, d.Tokens[k].Ent, i)
			}
		}
	}
	for s, want := range map[string]token.EntType{
		"French": token.NORP, "Emmanuel Macron": token.PER, "Siemens AG": token.ORG, "Berlin": token.LOC,
	} {
		if got[s] != want {
			t.Errorf("%s: got %v, want %v", s, got[s], want)
		}
	}
	if _, ok := got["Monday"]; ok {
		t.Error("a weekday is no name")
	}
}

func TestBoilerplate(t *testing.T) {
	d := tokens("Reporting by Jane Smith in London")
	d.Sents[0].Kind = token.Boilerplate
	Find(d)
	if len(d.Ents) != 0 {
		t.Error("names in boilerplate")
	}
}

// TestRules holds what is written small, and what "&" joins.
func TestRules(t *testing.T) {
	for l, want := range map[string]string{
		"where can i find a good hotel in san francisco ?": "LOC 8-10",
		// A known phrase in small letters is no name in a text with capitals.
		"The interior ministry said no more on Monday .":                  "",
		"Analysts at Corbin & Lowe warned that regulators might object .": "ORG 2-5",
		"The bank has branches in London & Paris .":                       "LOC 5-6, LOC 7-8",
	} {
		d := tokens(l)
		Find(d)
		if got := strings.Join(found(d, 0), ", "); got != want {
			t.Errorf("%s: got %q, want %q", l, got, want)
		}
	}
}
