// Command brief prints what happened in news articles: who did what, when,
// where, whether it happened or is only planned, and the sentence that says so.
//
//	brief [flags] [file ...]
//
// It reads standard input where no file is named. Several files give one
// timeline over all of them.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "brief:", err)
		}
		os.Exit(2)
	}
}

func run(args []string, stdin io.Reader, stdout io.Writer) error {
	fs := flag.NewFlagSet("brief", flag.ContinueOnError)
	asJSON := fs.Bool("json", false, "print each article's Document as one line of JSON")
	all := fs.Bool("all", false, "print all that was found, not only what matters to the story")
	top := fs.Int("top", 0, "print only the `n` entries that matter most")
	details := fs.Bool("v", false, "print kinds, roles, codes of dates and offsets, too")
	statements := fs.Bool("statements", false, "list what was said, too")
	published := fs.String("published", "", "the `day` of publication, such as 2025-08-13: it settles \"on Tuesday\"")
	fs.Usage = func() {
		fmt.Fprintln(fs.Output(), "usage: brief [flags] [file ...]    (no file: standard input)")
		fs.PrintDefaults()
	}
	if err := fs.Parse(args); err != nil {
		return err
	}
	var day dateline.Moment
	if *published != "" {
		var err error
		if day, err = dateline.ParseMoment(*published); err != nil {
			return fmt.Errorf("-published %q: want a day such as 2025-08-13, or a moment such as 2025-08-13T09:30", *published)
		}
	}
	articles, err := read(fs.Args(), stdin)
	if err != nil {
		return err
	}
	var timeline dateline.TimelineBuilder
	for _, a := range articles {
		a.Published = day
		d, err := dateline.Parse(a)
		switch {
		case errors.Is(err, dateline.ErrInvalidUTF8):
			return fmt.Errorf("%s: %w (convert it first: iconv -f windows-1252 -t utf-8)", a.ID, err)
		case err != nil:
			return fmt.Errorf("%s: %w", a.ID, err)
		}
		if *asJSON {
			if err := json.NewEncoder(stdout).Encode(d); err != nil {
				return err
			}
			continue
		}
		timeline.Add(d)
	}
	if *asJSON {
		return nil
	}
	t := timeline.Timeline()
	switch {
	case *top > 0:
		t = t.Top(*top)
	case !*all:
		t = t.Shown()
	}
	return print(stdout, t, *details, *statements)
}

// read makes an article of each file, named by its base name.
func read(files []string, stdin io.Reader) ([]dateline.Article, error) {
	if len(files) == 0 {
		b, err := io.ReadAll(stdin)
		return []dateline.Article{{ID: "standard input", Text: string(b)}}, err
	}
	var out []dateline.Article
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		out = append(out, dateline.Article{ID: filepath.Base(f), Text: string(b)})
	}
	return out, nil
}

func print(w io.Writer, t *dateline.Timeline, details, statements bool) error {
	write := t.WriteTo
	if details {
		write = t.WriteDetails
	}
	if _, err := write(w); err != nil {
		return err
	}
	if !statements {
		return nil
	}
	if len(t.Statements) > 0 {
		fmt.Fprintln(w, "\nSTATEMENTS")
	}
	for _, s := range t.Statements {
		who := s.SpeakerText
		if a, ok := t.Actor(s.Speaker); ok {
			who = a.Name
		}
		if who == "" {
			who = "unknown speaker"
		}
		when := ""
		if !s.When.IsZero() {
			when = ", " + s.When.Phrase()
		}
		if _, err := fmt.Fprintf(w, "  %s (%s%s): %s\n", who, s.Kind, when, strings.TrimSpace(s.Text)); err != nil {
			return err
		}
	}
	return nil
}
