package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// timelines writes, for each file of goldDir, the timeline over all documents
// of the entity that its first line names, under the same name into outDir.
func timelines(docs, goldDir, outDir string) error {
	f, err := os.Open(docs)
	if err != nil {
		return err
	}
	defer f.Close()
	var b dateline.TimelineBuilder
	recs := make(map[string]*record)
	err = parseEach(f, func(rec *record, d *dateline.Document) {
		recs[d.Article.ID] = rec
		b.Add(d)
	})
	if err != nil {
		return err
	}
	t := b.Timeline()
	files, err := filepath.Glob(filepath.Join(goldDir, "*.txt"))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(outDir, 0o755); err != nil {
		return err
	}
	for _, file := range files {
		entity, err := firstLine(file)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(outDir, filepath.Base(file)), []byte(entityTimeline(t, recs, entity)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func firstLine(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	l, err := bufio.NewReader(f).ReadString('\n')
	return strings.TrimSpace(l), err
}

// A row is one moment of a timeline file.
type row struct {
	date   string
	events []string
}

// entityTimeline writes what the entity has a part in, and what it says:
// dated rows with an order, the others with order 0.
func entityTimeline(t *dateline.Timeline, recs map[string]*record, entity string) string {
	event := func(article string, s dateline.Span) string {
		return article + "-" + sentenceID(recs[article], s) + "-" + strings.ReplaceAll(recs[article].Text[s.Start:s.End], "\n", " ")
	}
	var rows []row
	told := make(map[string]bool)
	for _, e := range t.Entries {
		if !takesPart(t, &e, entity) {
			continue
		}
		r := row{date: date(e.When)}
		for _, s := range e.Reports {
			ev := event(s.Article, s.Trigger)
			told[ev] = true
			r.events = append(r.events, ev)
		}
		rows = append(rows, r)
	}
	for _, s := range t.Statements {
		a, ok := t.Actor(s.Speaker)
		if s.Cue.IsZero() || !ok || !isNamed(&a, entity) {
			continue
		}
		if ev := event(s.Article, s.Cue); !told[ev] {
			told[ev] = true
			when := s.When
			if when.IsZero() {
				when = dateline.Between(dateline.Moment{}, s.Published)
			}
			rows = append(rows, row{date(when), []string{ev}})
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return strings.Compare(a.date, b.date) })
	var out strings.Builder
	out.WriteString(entity + "\n")
	order, last := 0, ""
	for _, r := range rows {
		rank := 0
		if !strings.HasPrefix(r.date, "X") {
			if r.date != last {
				order, last = order+1, r.date
			}
			rank = order
		}
		fmt.Fprintf(&out, "%d\t%s\t%s\n", rank, r.date, strings.Join(r.events, "\t"))
	}
	return out.String()
}

// date is w as the task writes dates.
func date(w dateline.When) string {
	lo, hi := w.Earliest(), w.Latest()
	if lo.IsZero() {
		// The task has what only the article's day bounds on that day.
		lo = hi
	}
	if lo.IsZero() || hi.IsZero() {
		return "XXXX-XX-XX"
	}
	y, m, d := lo.Date()
	y2, m2, d2 := hi.Date()
	switch {
	case y == y2 && m == m2 && d == d2 && d != 0:
		return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	case y == y2 && m == m2:
		return fmt.Sprintf("%04d-%02d", y, m)
	case y == y2:
		return fmt.Sprintf("%04d", y)
	}
	return "XXXX-XX-XX"
}

func takesPart(t *dateline.Timeline, e *dateline.Entry, entity string) bool {
	for _, p := range e.Participants {
		if named(p.Text, entity) {
			return true
		}
		if a, ok := t.Actor(p.Actor); ok && isNamed(&a, entity) {
			return true
		}
	}
	return false
}

func isNamed(a *dateline.TimelineActor, entity string) bool {
	return slices.ContainsFunc(append([]string{a.Name}, a.Aliases...), func(n string) bool { return named(n, entity) })
}

// named reports whether text holds the entity's name as whole words, letter case aside.
func named(text, entity string) bool {
	text, entity = " "+strings.ToLower(text)+" ", " "+strings.ToLower(entity)+" "
	// "Apple Corps" stands for "Beatles Apple Corps".
	return strings.Contains(text, entity) || strings.Count(text, " ") > 2 && strings.HasSuffix(entity, text)
}

func sentenceID(r *record, s dateline.Span) string {
	for _, x := range r.Sentences {
		if x.Start <= s.Start && s.Start < x.End {
			return strings.Trim(string(x.ID), `"`)
		}
	}
	return "0"
}
