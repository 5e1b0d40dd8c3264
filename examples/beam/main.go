// Command beam makes timelines of a whole archive, one an actor or one a
// story, with Apache Beam: on this machine by default, or on any runner of
// portable pipelines by Beam's own flags.
//
//	beam --input=articles.jsonl --output=timelines.jsonl --dead=dead.jsonl [--by=actor|story] [--workers=n]
//
// A line of the input is an article as JSON: {"id": ..., "source": ...,
// "published": "2025-08-13", "text": ..., "story": ...}. A line of the output
// is {"key": ..., "timeline": ...}; the lines come in any order. An article
// that cannot be used is a line of the dead letters, with the reason.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

var (
	input   = flag.String("input", "", "articles as JSON Lines: a `file` or a pattern of files")
	output  = flag.String("output", "", "the `file` for the timelines")
	dead    = flag.String("dead", "", "the `file` for articles that cannot be used")
	by      = flag.String("by", "actor", "what a timeline is of: `actor` or story")
	workers = flag.Int("workers", 2, "how many articles a bundle reads at once")
)

func main() {
	flag.Parse()
	beam.Init() // a worker stays in here
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})))
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	if *input == "" || *output == "" || *dead == "" || flag.NArg() > 0 {
		return errors.New("want --input, --output and --dead")
	}
	if *by != "actor" && *by != "story" || *workers < 1 {
		return fmt.Errorf("--by=%s --workers=%d: want actor or story, and one worker or more", *by, *workers)
	}
	p, s := beam.NewPipelineWithRoot()
	timelines, letters := pipeline(s, textio.Read(s, *input), *by == "actor", *workers)
	textio.Write(s, *output, timelines)
	textio.Write(s, *dead, letters)
	return beamx.Run(ctx, p)
}
