package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
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
	p, err := dateline.New()
	if err != nil {
		return err
	}
	var b dateline.TimelineBuilder
	recs := make(map[string]*record)
	var readErr error
	for n, rec := range records(f, &readErr) {
		a, err := rec.article(n)
		if err != nil {
			return err
		}
		d, err := p.Parse(a)
		if err != nil {
			return fmt.Errorf("%s: %w", a.ID, err)
		}
		recs[a.ID] = rec
		b.Add(d)
	}
	if readErr != nil {
		return readErr
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

// entityTimeline writes the entries that the entity has a part in: dated ones
// with an order, the others with order 0.
func entityTimeline(t *dateline.Timeline, recs map[string]*record, entity string) string {
	var out strings.Builder
	out.WriteString(entity + "\n")
	order, last := 0, ""
	for e := range t.All() {
		if !takesPart(t, &e, entity) {
			continue
		}
		date := "XXXX-XX-XX"
		rank := 0
		if lo, hi := e.When.Earliest(), e.When.Latest(); !lo.IsZero() && !hi.IsZero() {
			date = e.When.EDTF()
			if y, m, d := lo.Date(); lo == hi || e.When.Grain() <= dateline.Day {
				date = fmt.Sprintf("%04d-%02d-%02d", y, m, d)
			}
			if len(date) > 10 || strings.ContainsAny(date, "/~") {
				date = lo.String()
			}
			if date != last {
				order, last = order+1, date
			}
			rank = order
		}
		fmt.Fprintf(&out, "%d\t%s", rank, date)
		for _, s := range e.Sources {
			rec := recs[s.Article]
			fmt.Fprintf(&out, "\t%s-%s-%s", s.Article, sentenceID(rec, s.Trigger), rec.Text[s.Trigger.Start:s.Trigger.End])
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func takesPart(t *dateline.Timeline, e *dateline.Entry, entity string) bool {
	for _, p := range e.Participants {
		if named(p.Text, entity) {
			return true
		}
		if a, ok := t.Actor(p.Actor); ok {
			for _, n := range append(a.Aliases, a.Name) {
				if named(n, entity) {
					return true
				}
			}
		}
	}
	return false
}

// named reports whether text holds the entity's name as whole words, letter case aside.
func named(text, entity string) bool {
	text, entity = " "+strings.ToLower(text)+" ", " "+strings.ToLower(entity)+" "
	return strings.Contains(text, entity)
}

func sentenceID(r *record, s dateline.Span) string {
	for _, x := range r.Sentences {
		if x.Start <= s.Start && s.Start < x.End {
			return strings.Trim(string(x.ID), `"`)
		}
	}
	return "0"
}
