// Command story follows one story through several articles: it merges them
// into one timeline, shows where they disagree, and what was news when.
//
//	story FILE=DATE ...
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// The articles that it reads when none are named: the news itself, a copy and
// a rewrite of it, a correction, a rumour and its denial, a plan put off and
// what came of it, and two accidents that are alike.
var story = []string{
	"testdata/story/1-announcement.txt=2025-06-03",
	"testdata/story/2-eve.txt=2025-06-11",
	"testdata/story/3-event.txt=2025-06-12",
	"testdata/story/5-wire.txt=2025-06-12",
	"testdata/story/6-rewrite.txt=2025-06-14",
	"testdata/story/4-aftermath.txt=2025-06-16",
	"testdata/story/7-rumour.txt=2025-06-17",
	"testdata/story/8-denial.txt=2025-06-18",
	"testdata/story/9-crash.txt=2025-06-20",
	"testdata/story/10-second-crash.txt=2025-06-25",
	"testdata/story/11-postponed.txt=2025-06-27",
	"testdata/story/12-opening.txt=2025-07-15",
}

func main() {
	args := story
	if len(os.Args) > 1 && !strings.HasPrefix(os.Args[1], "-") {
		args = os.Args[1:]
	}
	if err := run(args); err != nil {
		fmt.Fprintln(os.Stderr, "story:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	var b dateline.TimelineBuilder
	var days []dateline.Moment
	for _, arg := range args {
		file, date, ok := strings.Cut(arg, "=")
		if !ok {
			return fmt.Errorf("%s: want FILE=DATE", arg)
		}
		day, err := dateline.ParseMoment(date)
		if err != nil {
			return err
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		d, err := dateline.Parse(dateline.Article{ID: filepath.Base(file), Published: day, Text: string(text)})
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		b.Add(d)
		days = append(days, day)
	}
	t := b.Timeline()
	fmt.Println("What happened:")
	for _, e := range t.Top(12).Entries {
		fmt.Println(" ", line(&e))
	}
	fmt.Println("What the articles disagree about, the first answer first:")
	for _, e := range t.Select(dateline.WhereDisputed()).Entries {
		for _, c := range e.Conflicts {
			fmt.Printf("  %s, %s:", e.Title, c.Field)
			for _, s := range c.Sides {
				fmt.Printf(" %s by", s.Value)
				for _, i := range s.Reports {
					fmt.Printf(" %s", e.Reports[i].Article)
				}
				fmt.Print(";")
			}
			fmt.Println()
		}
	}
	fmt.Println("What came before or after what, or was part of it:")
	for _, e := range t.Entries {
		for _, r := range e.Relations {
			o, _ := t.Entry(r.Event)
			fmt.Printf("  %s: %s %s (%s)\n", e.Title, r.Order, o.Title, o.When.Phrase())
		}
	}
	known := make(map[string]bool)
	for _, day := range slices.Compact(days) {
		fmt.Printf("News of %v:\n", day)
		for _, e := range t.AsOf(day).Top(10).Entries {
			if l := fmt.Sprintf("%s: %s (%s)", e.When.Phrase(), e.Title, e.Status); !known[l] {
				known[l] = true
				fmt.Println(" ", l)
			}
		}
	}
	return nil
}

func line(e *dateline.Entry) string {
	s := fmt.Sprintf("%s: %s (%s, told by %d)", e.When.Phrase(), e.Title, e.Status, len(e.Reports))
	for i := range e.Quantities {
		s += ", " + e.Quantities[i].String()
	}
	return s
}
