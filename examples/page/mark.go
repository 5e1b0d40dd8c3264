package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// A markKind is what a stretch of text stands for.
type markKind string

const (
	markTime  markKind = "time"
	markPlace markKind = "place"
	markActor markKind = "actor"
	markSaid  markKind = "said"
	markEvent markKind = "event"
)

// A mark is one span of an article with what it stands for.
type mark struct {
	span dateline.Span
	kind markKind
	id   string // of the element that it leads to
	note string // what a reader is told of it
}

// A piece is a stretch of text that the same marks cover.
type piece struct {
	Text  string
	Class string // kinds of the marks, for the style
	Note  string // what is told of them, for a pointer and a screen reader
	Link  string // element that the innermost event or actor leads to
	ID    string // of an event's word: where the timeline leads back to
}

// cut cuts the text at every end of a mark, so that marks may cross.
func cut(text string, marks []mark) []piece {
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End))
	})
	ends := []int{0, len(text)}
	for _, m := range marks {
		ends = append(ends, m.span.Start, m.span.End)
	}
	slices.Sort(ends)
	ends = slices.Compact(ends)
	var out []piece
	var open []mark
	next := 0
	seen := make(map[string]bool)
	for i := 0; i+1 < len(ends); i++ {
		from, to := ends[i], ends[i+1]
		open = slices.DeleteFunc(open, func(m mark) bool { return m.span.End <= from })
		for next < len(marks) && marks[next].span.Start == from {
			open = append(open, marks[next])
			next++
		}
		out = append(out, newPiece(text[from:to], open, seen))
	}
	return out
}

func newPiece(text string, open []mark, seen map[string]bool) piece {
	p := piece{Text: text}
	var kinds, notes []string
	for _, m := range open {
		if !slices.Contains(kinds, string(m.kind)) {
			kinds = append(kinds, string(m.kind))
		}
		if m.note != "" {
			notes = append(notes, m.note)
		}
		if m.id != "" {
			p.Link = m.id
		}
		if m.kind == markEvent && !seen[m.id] {
			seen[m.id] = true
			p.ID = "in-" + m.id
		}
	}
	p.Class, p.Note = strings.Join(kinds, " "), strings.Join(notes, "; ")
	return p
}
