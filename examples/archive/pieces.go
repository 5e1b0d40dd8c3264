package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

func timeUnix(seconds int64) time.Time { return time.Unix(seconds, 0).UTC() }

// A piece is a stretch of text with one look: Class "" is plain.
type piece struct {
	Text, Class, Link, Note string
	Anchors                 []int // sentences that begin here
}

// snippet is the part of a text around the first of the words, marked.
func snippet(text string, ws []string) []piece {
	const before, length = 60, 240
	text = strings.Join(strings.Fields(text), " ")
	var spans []dateline.Span
	for start, end := range wordsIn(text) {
		if slices.Contains(ws, strings.ToLower(text[start:end])) {
			spans = append(spans, dateline.Span{Start: start, End: end})
		}
	}
	from := 0
	if len(spans) > 0 && spans[0].Start > before {
		from = spans[0].Start - before
		if i := strings.IndexByte(text[from:spans[0].Start], ' '); i >= 0 {
			from += i + 1
		} else {
			from = spans[0].Start
		}
	}
	to := min(len(text), from+length)
	for to < len(text) && text[to] != ' ' && to < from+2*length || to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	var out []piece
	if from > 0 {
		out = append(out, piece{Text: "… "})
	}
	at := from
	for _, s := range spans {
		if s.Start >= at && s.End <= to {
			out = append(out, piece{Text: text[at:s.Start]}, piece{Text: text[s.Start:s.End], Class: "hit"})
			at = s.End
		}
	}
	out = append(out, piece{Text: text[at:to]})
	if to < len(text) {
		out = append(out, piece{Text: " …"})
	}
	return out
}

// wordsIn yields where the words of s begin and end.
func wordsIn(s string) func(yield func(int, int) bool) {
	return func(yield func(int, int) bool) {
		start := -1
		for i, c := range s {
			in := unicode.IsLetter(c) || unicode.IsDigit(c)
			if in && start < 0 {
				start = i
			} else if !in && start >= 0 {
				if !yield(start, i) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(start, len(s))
		}
	}
}

// A mark is a stretch of an article that is shown as something.
type mark struct {
	dateline.Span
	class, link, note string
}

// marksOf are what an article's page shows in its text: what tells events,
// then names with links to their pages, then times. Links go by the names' keys.
func marksOf(d *dateline.Document, links map[string]string) []mark {
	var out []mark
	for i := range d.Events {
		e := &d.Events[i]
		if e.Salience >= dateline.ShownSalience {
			out = append(out, mark{e.Trigger, "event", "", e.Title})
		}
	}
	for i := range d.Actors {
		a := &d.Actors[i]
		link := links[actorKey(usualName(a), a.IDs)]
		for _, m := range a.Mentions {
			if m.Form == dateline.MentionNamed && link != "" {
				out = append(out, mark{m.Span, "actor", link, string(a.Kind) + ": " + usualName(a)})
			}
		}
	}
	for i := range d.Locations {
		l := &d.Locations[i]
		if link := links[placeKey(&l.Place)]; link != "" {
			for _, m := range l.Mentions {
				out = append(out, mark{m.Span, "place", link, "place: " + l.Place.Name})
			}
		}
	}
	for i := range d.Times {
		out = append(out, mark{d.Times[i].Span, "time", "", "time: " + d.Times[i].When.Phrase()})
	}
	return out
}

// cut parts a text by marks; of two that overlap the one that begins first
// stays, or the earlier in the list. Each sentence gets an anchor.
func cut(text string, marks []mark, sentences []dateline.Span) []piece {
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.Start, b.Start) })
	kept, end := marks[:0], 0
	for _, m := range marks {
		if m.Len() > 0 && m.Start >= end && m.End <= len(text) {
			kept, end = append(kept, m), m.End
		}
	}
	var out []piece
	var anchors []int
	at := 0
	plain := func(to int) { // with the sentences that begin before to
		for len(sentences) > 0 && sentences[0].Start <= to {
			s := sentences[0].Start
			if s > at {
				out = append(out, piece{Text: text[at:s], Anchors: anchors})
				anchors, at = nil, s
			}
			anchors = append(anchors, s)
			sentences = sentences[1:]
		}
		if to > at {
			out = append(out, piece{Text: text[at:to], Anchors: anchors})
			anchors, at = nil, to
		}
	}
	for _, m := range kept {
		plain(m.Start)
		out = append(out, piece{Text: text[m.Start:m.End], Class: m.class, Link: m.link, Note: m.note, Anchors: anchors})
		anchors, at = nil, m.End
	}
	plain(len(text))
	return out
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
