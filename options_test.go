package dateline

import (
	"slices"
	"testing"
)

// Each Append and Prepend option adds to its own list, at the end that its
// name says.
func TestAppendPrepend(t *testing.T) {
	var ran []string
	times := func(name string) TimeParser {
		return TimeParserFunc(func(*Text) ([]TimeMention, error) { ran = append(ran, name); return nil, nil })
	}
	locations := func(name string) LocationParser {
		return LocationParserFunc(func(*Text) ([]Location, error) { ran = append(ran, name); return nil, nil })
	}
	actors := func(name string) ActorParser {
		return ActorParserFunc(func(*Text) ([]Actor, error) { ran = append(ran, name); return nil, nil })
	}
	statements := func(name string) StatementParser {
		return StatementParserFunc(func(*Text) ([]Statement, error) { ran = append(ran, name); return nil, nil })
	}
	events := func(name string) EventParser {
		return EventParserFunc(func(*Text) ([]Event, error) { ran = append(ran, name); return nil, nil })
	}
	p, err := New(
		WithTimeParsers(times("time")), AppendTimeParsers(times("time after")), PrependTimeParsers(times("time before")),
		WithLocationParsers(locations("location")), AppendLocationParsers(locations("location after")),
		PrependLocationParsers(locations("location before")),
		WithActorParsers(actors("actor")), AppendActorParsers(actors("actor after")), PrependActorParsers(actors("actor before")),
		WithStatementParsers(statements("statement")), AppendStatementParsers(statements("statement after")),
		PrependStatementParsers(statements("statement before")),
		WithEventParsers(events("event")), AppendEventParsers(events("event after")), PrependEventParsers(events("event before")),
	)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Parse(Article{Text: harbour}); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"time", "location", "actor", "statement", "event"} {
		at := slices.Index(ran, kind+" before")
		if want := []string{kind + " before", kind, kind + " after"}; at < 0 || !slices.Equal(ran[at:min(at+3, len(ran))], want) {
			t.Errorf("ran %q, want %q in a row", ran, want)
		}
	}
	if len(ran) != 15 {
		t.Errorf("%d calls: %q", len(ran), ran)
	}
}
