package event

import (
	"fmt"
	"path/filepath"
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
