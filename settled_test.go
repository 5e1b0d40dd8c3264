package dateline

import (
	"fmt"
	"sync"
	"testing"
)

// readAtOnce is all that a Text tells of its predicates, read by several at once: the
// race detector sees whether any of it is found only then.
func readAtOnce(t *Text) string {
	var told [4]string
	var all sync.WaitGroup
	for i := range told {
		all.Go(func() {
			for p := range t.Predicates() {
				told[i] += fmt.Sprintln(p.Roleset(), p.Score(), p.Happened(), p.Dynamic())
				for a := range p.Arguments() {
					told[i] += fmt.Sprintln(a.Label, a.Span, a.Score)
				}
			}
		})
	}
	all.Wait()
	for _, s := range told[1:] {
		if s != told[0] {
			return ""
		}
	}
	return told[0]
}

// A Text that others see no more changes: that of Analyze, and that of a Parser
// with a parser of any kind that is not built in. All tell the same.
func TestSettled(t *testing.T) {
	a := Article{Text: harbour, Published: Date(2025, 5, 6)}
	tx, err := Analyze(a)
	if err != nil {
		t.Fatal(err)
	}
	want := readAtOnce(tx)
	if want == "" {
		t.Fatal("nothing told, or not the same")
	}
	var got string
	look := func(t *Text) { got = readAtOnce(t) }
	for _, o := range []Option{
		AppendTimeParsers(TimeParserFunc(func(t *Text) ([]TimeMention, error) { look(t); return nil, nil })),
		AppendLocationParsers(LocationParserFunc(func(t *Text) ([]Location, error) { look(t); return nil, nil })),
		AppendActorParsers(ActorParserFunc(func(t *Text) ([]Actor, error) { look(t); return nil, nil })),
		AppendStatementParsers(StatementParserFunc(func(t *Text) ([]Statement, error) { look(t); return nil, nil })),
		AppendEventParsers(EventParserFunc(func(t *Text) ([]Event, error) { look(t); return nil, nil })),
	} {
		p, err := New(o)
		if err != nil {
			t.Fatal(err)
		}
		got = ""
		if _, err := p.Parse(a); err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("%v: %q, want %q", o, got, want)
		}
	}
}
