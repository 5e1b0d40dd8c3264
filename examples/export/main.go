// Command export writes what happened in news articles in the formats of
// other tools: tables, maps, calendars, timelines, graphs.
//
//	export -format FORMAT [-o FILE] [-all] [-top n] FILE[=DATE] ...
//
// A DATE is the day of the article's publication, such as 2025-06-03. Several
// files give one timeline over all of them. Each format is one file of plain
// functions over a Timeline; shared.go is what they have in common.
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
	"time"

	"github.com/dateline-go/dateline"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, time.Now()); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "export:", err)
		}
		os.Exit(2)
	}
}

// formats are what it can write, in the order of the help.
var formats = []struct {
	name, help string
	write      func(io.Writer, *dateline.Timeline) error
}{
	{"jsonl", "JSON Lines, an event a line, of the schema event.schema.json", writeJSONLines},
	{"csv", "a table for DuckDB, pandas, R or a spreadsheet", writeCSV},
	{"geojson", "GeoJSON (RFC 7946) for QGIS, Leaflet, geojson.io", writeGeoJSON},
	{"ics", "iCalendar (RFC 5545) of what is planned", nil}, // it alone needs a clock
	{"timelinejs", "JSON for TimelineJS3", writeTimelineJS},
	{"jsonld", "JSON-LD: schema.org and PROV-O", writeJSONLD},
	{"dot", "Graphviz: actors and events", writeDOT},
	{"gdelt", "tab-separated rows in the columns of GDELT 2.0", writeGDELT},
}

func run(args []string, stdout io.Writer, now time.Time) error {
	fs := flag.NewFlagSet("export", flag.ContinueOnError)
	format := fs.String("format", "jsonl", "the `format`, see below")
	out := fs.String("o", "", "write into this `file`")
	all := fs.Bool("all", false, "all that was found, not only what matters to the story")
	top := fs.Int("top", 0, "only the `n` events that matter most")
	fs.Usage = func() {
		fmt.Fprintln(fs.Output(), "usage: export -format FORMAT [flags] FILE[=DATE] ...")
		fs.PrintDefaults()
		fmt.Fprintln(fs.Output(), "formats:")
		for _, f := range formats {
			fmt.Fprintf(fs.Output(), "  %-10s  %s\n", f.name, f.help)
		}
	}
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() == 0 {
		return errors.New("no article named")
	}
	t, err := timeline(fs.Args())
	if err != nil {
		return err
	}
	switch {
	case *top > 0:
		t = t.Top(*top)
	case !*all:
		t = t.Shown()
	}
	var data bytes.Buffer
	if err := write(&data, *format, t, now); err != nil {
		return err
	}
	if *out != "" {
		return os.WriteFile(*out, data.Bytes(), 0o644)
	}
	_, err = data.WriteTo(stdout)
	return err
}

func write(w io.Writer, format string, t *dateline.Timeline, now time.Time) error {
	if format == "ics" {
		return writeICalendar(w, t, now)
	}
	for _, f := range formats {
		if f.name == format {
			return f.write(w, t)
		}
	}
	return fmt.Errorf("no format %q (see -help)", format)
}

// timeline is the timeline of the articles FILE or FILE=DATE.
func timeline(args []string) (*dateline.Timeline, error) {
	var b dateline.TimelineBuilder
	for _, arg := range args {
		file := arg
		var a dateline.Article
		if i := strings.LastIndex(arg, "="); i >= 0 {
			day, err := dateline.ParseMoment(arg[i+1:])
			if err == nil {
				file, a.Published = arg[:i], day
			} else if _, missing := os.Stat(arg); missing != nil {
				return nil, fmt.Errorf("%s: want a day such as 2025-06-03 behind =", arg)
			}
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		a.ID, a.Text = filepath.Base(file), string(text)
		d, err := dateline.Parse(a)
		if d == nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		b.Add(d)
	}
	return b.Timeline(), nil
}
