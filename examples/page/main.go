// Command page makes one self-contained HTML page of news articles: their
// text with everything found marked in it, a timeline beside it, the actors,
// and a map. It needs no network, to make or to read.
//
//	page [-o FILE] FILE[=DATE] ...
//
// A DATE is the day of the article's publication, such as 2025-06-03. Several
// files give one timeline over all of them.
package main

import (
	"bytes"
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
	if err := run(os.Args[1:], os.Stdout); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "page:", err)
		}
		os.Exit(2)
	}
}

func run(args []string, stdout io.Writer) error {
	fs := flag.NewFlagSet("page", flag.ContinueOnError)
	out := fs.String("o", "", "write the page to this `file`")
	fs.Usage = func() {
		fmt.Fprintln(fs.Output(), "usage: page [-o FILE] FILE[=DATE] ...")
		fs.PrintDefaults()
	}
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() == 0 {
		return errors.New("no article named")
	}
	var docs []*dateline.Document
	for _, arg := range fs.Args() {
		a, err := article(arg)
		if err != nil {
			return err
		}
		d, err := dateline.Parse(a)
		if d == nil {
			return fmt.Errorf("%s: %w", a.ID, err)
		}
		docs = append(docs, d)
	}
	var page bytes.Buffer
	if err := write(&page, docs); err != nil {
		return err
	}
	if *out != "" {
		return os.WriteFile(*out, page.Bytes(), 0o644)
	}
	_, err := page.WriteTo(stdout)
	return err
}

// article reads FILE or FILE=DATE.
func article(arg string) (dateline.Article, error) {
	file := arg
	a := dateline.Article{}
	if at := strings.LastIndex(arg, "="); at >= 0 && !exists(arg) {
		var err error
		var day string
		file, day = arg[:at], arg[at+1:]
		if a.Published, err = dateline.ParseMoment(day); err != nil {
			return a, fmt.Errorf("%s: want a day such as 2025-06-03 behind =", arg)
		}
	}
	text, err := os.ReadFile(file)
	a.ID, a.Text = filepath.Base(file), string(text)
	return a, err
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
