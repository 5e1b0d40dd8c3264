package quantity

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/fact"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/role"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// read reads text with the rooms below.
func read(text string) (*token.Doc, Input) {
	d := segment.Segment(text)
	tag.Tag(d)
	syntax.Parse(d)
	name.Find(d)
	role.Find(d)
	fact.Judge(d)
	es := event.Find(d, event.Input{Actors: coref.Resolve(d, actor.Find(d, actor.Options{}), coref.Options{})})
	return d, Input{Events: es, Gazetteer: gazetteer.Default()}
}

// Each quantity stands inside the sentence that tells an event, once a kind
// and unit; without events there are none. testdata/corpus/quantity.txt has
// what is found in which sentence.
func TestFind(t *testing.T) {
	text := "The storm killed 12 people and injured 30 in Oslo. The army killed 12 people. " +
		"Rovers won 3-1. He paid $3 million, then $4 million."
	d, in := read(text)
	found := 0
	for i, qs := range Find(d, in) {
		seen := map[string]bool{}
		for _, q := range qs {
			found++
			if k := q.Kind + " " + q.Unit; seen[k] {
				t.Errorf("event %d has two of %s", i, k)
			} else {
				seen[k] = true
			}
			if q.Span.Len() <= 0 || q.Rule == "" || d.Tokens[d.At(q.Span.Start)].Sent != d.Tokens[in.Events[i].Head].Sent {
				t.Errorf("event %d: %+v", i, q)
			}
		}
	}
	if found < 6 {
		t.Errorf("%d quantities", found)
	}
	if qs := Find(d, Input{}); qs != nil {
		t.Errorf("of no events: %v", qs)
	}
}

// A sentence of any length costs in proportion, and no more than its first
// numbers are read.
func TestLongSentence(t *testing.T) {
	for _, piece := range []string{"1,2-3 ", "killed 12 people and ", "3 to 4 ", "$3 million deal of ", "12 "} {
		d, in := read("Gunmen killed " + strings.Repeat(piece, 3000))
		for _, qs := range Find(d, in) {
			if len(qs) > maxOfEvent {
				t.Errorf("%q: %d quantities", piece, len(qs))
			}
		}
	}
}
