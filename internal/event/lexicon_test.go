package event

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/fact"
	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/role"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// parse reads text with the rooms below.
func parse(text string) (*token.Doc, Input) {
	d := segment.Segment(text)
	tag.Tag(d)
	syntax.Parse(d)
	name.Find(d)
	role.Find(d)
	fact.Judge(d)
	return d, Input{Actors: coref.Resolve(d, actor.Find(d, actor.Options{}), coref.Options{})}
}

func show(d *token.Doc, es []Event) string {
	var b strings.Builder
	for _, e := range es {
		fmt.Fprintf(&b, "\n  %s/%s %s %s %s [%s]", e.Kind, e.Mode, e.Code, e.Lemma, e.Status, e.Rule)
		for _, r := range e.Roles {
			fmt.Fprintf(&b, " %s=%q", r.Role, d.Str(r.Span))
		}
	}
	return b.String()
}

// TestExamples runs the example that stands beside each line of the lexicon:
// its code or kind must come out.
func TestExamples(t *testing.T) {
	files, _ := filepath.Glob("lexicon/*.txt")
	lines := 0
	for _, name := range files {
		cases := golden.Corpus(t, filepath.ToSlash(name))
		for _, l := range golden.Lines(golden.Read(t, "internal/event/"+name)) {
			f := strings.Split(l, "|")
			if len(f) != 4 {
				continue
			}
			lines++
			d, in := parse(strings.TrimSpace(f[3]))
			wrong := ""
			if es := Find(d, in); !wanted(es, strings.Fields(f[2])) {
				wrong = "got" + show(d, es)
			}
			cases.Case(l, wrong)
		}
		cases.Done(0)
	}
	if lines < 1000 {
		t.Errorf("%d lines", lines)
	}
}

func wanted(es []Event, code []string) bool {
	root := ""
	for _, w := range code {
		switch {
		case w == "-":
			return len(es) == 0
		case w == "R" || w == "weak":
		case w[0] == '=':
			return len(es) > 0
		case w == "010" || w == "011" || w == "016" || w == "015" || w == "017" || w == "018":
			return true // statements come out when they are dated
		case w[0] >= '0' && w[0] <= '9':
			root = ontology.RootOf(w)
		default:
			for i := range es {
				if es[i].Kind == w {
					return true
				}
			}
		}
	}
	for i := range es {
		if ontology.RootOf(es[i].Code) == root {
			return true
		}
	}
	return false
}

// A kindCase is a text, and the kind that one of its events must have.
type kindCase struct{ text, kind string }

func checkKinds(t *testing.T, cases []kindCase) {
	t.Helper()
	for _, c := range cases {
		d, in := parse(c.text)
		if es := Find(d, in); !slices.ContainsFunc(es, func(e Event) bool { return e.Kind == c.kind }) {
			t.Errorf("%s: no %s:%s", c.text, c.kind, show(d, es))
		}
	}
}

// Event nouns have the kind of what they tell.
func TestNounKinds(t *testing.T) {
	checkKinds(t, []kindCase{
		{"The coronation of the king took place in Lima on Monday.", ontology.Appoint},
		{"The abdication of the king came in May.", ontology.Resign},
		{"A snowstorm hit Lima on Monday.", ontology.Disaster},
		{"The retrial of the banker begins on Monday.", ontology.Court},
		{"The singer underwent surgery in Lima.", ontology.Injury},
		{"The derby in Lima took place on Monday.", ontology.Sport},
		{"The repatriation of two sailors took place in May.", ontology.Retreat},
		{"The firm reported the first test flight of its jet.", ontology.Launch},
		{"The nurse was on a flight from Lima on Monday.", ontology.Travel},
		{"A coup took place in Mali on Monday.", ontology.Assault},
	})
}
