// Command archive is a newsroom's archive on one machine: it reads feeds,
// saved pages, web archives and texts into one SQLite file, and serves pages to
// search them, to follow an actor or a story, and to see what was known when.
//
//	archive [-db FILE] import [-source NAME] [-published DAY] PATH|URL ...
//	archive [-db FILE] serve [-addr HOST:PORT]
//	archive [-db FILE] problems
//	archive [-db FILE] sample [-n COUNT] FOLDER
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/term"

	"github.com/dateline-go/dateline"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(os.Stderr, "archive: stopped: what was stored is kept, and the same command goes on from there")
		os.Exit(1)
	case err != nil && !errors.Is(err, flag.ErrHelp):
		fmt.Fprintln(os.Stderr, "archive:", err)
		os.Exit(1)
	}
}

const usage = `usage: archive [-db FILE] [-wait TIME] COMMAND
  import [-source NAME] [-published DAY] PATH|URL ...   read feeds, pages, WARC files, texts, folders of them
  serve [-addr HOST:PORT]                               show the archive in a browser
  problems                                              list what could not be read
  sample [-n COUNT] FOLDER                              make articles to try it with from the texts of a folder
`

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	top := flag.NewFlagSet("archive", flag.ContinueOnError)
	top.SetOutput(stderr)
	top.Usage = func() { fmt.Fprint(stderr, usage); top.PrintDefaults() }
	db := top.String("db", "archive.db", "the archive's `file`")
	wait := top.Duration("wait", 10*time.Second, "how long to wait for another program that writes to it")
	quiet := top.Bool("quiet", !isTerminal(stderr), "draw no progress")
	if err := top.Parse(args); err != nil {
		return err
	}
	commands := map[string]func(context.Context, *command) error{
		"import": importCommand, "serve": serveCommand, "problems": problemsCommand, "sample": sampleCommand}
	do := commands[top.Arg(0)]
	if do == nil {
		top.Usage()
		return fmt.Errorf("no such command: %q", top.Arg(0))
	}
	s, err := openStore(*db, *wait)
	if err != nil {
		return err
	}
	c := &command{store: s, args: top.Args()[1:], stdout: stdout, stderr: stderr, quiet: *quiet,
		flags: flag.NewFlagSet(top.Arg(0), flag.ContinueOnError)}
	c.flags.SetOutput(stderr)
	return errors.Join(do(ctx, c), s.Close())
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// A command has what one needs.
type command struct {
	store          *store
	flags          *flag.FlagSet
	args           []string
	stdout, stderr io.Writer
	quiet          bool
}

func importCommand(ctx context.Context, c *command) error {
	var o options
	c.flags.StringVar(&o.source, "source", "", "the `name` of the publisher, in place of what the input says")
	published := c.flags.String("published", "", "the `day` of publication of what does not tell it, such as 2025-06-03")
	if err := c.flags.Parse(c.args); err != nil {
		return err
	}
	if *published != "" {
		var err error
		if o.published, err = dateline.ParseMoment(*published); err != nil {
			return fmt.Errorf("-published %q: want a day such as 2025-06-03", *published)
		}
	}
	ins, err := inputs(c.flags.Args())
	if err != nil {
		return err
	}
	if len(ins) == 0 {
		return errors.New("nothing to import: name files, folders or addresses")
	}
	var size int64
	for _, in := range ins {
		size += in.size
	}
	t, err := newImporter(c.store, c.stderr, c.quiet).run(ctx, all(ctx, ins, &o), size)
	fmt.Fprintln(c.stdout, t.String())
	return err
}

func problemsCommand(ctx context.Context, c *command) error {
	if err := c.flags.Parse(c.args); err != nil {
		return err
	}
	ps, err := c.store.problems(ctx, "", 1<<30)
	for _, p := range ps {
		fmt.Fprintf(c.stdout, "%s: %s\n", p.Place, p.Message)
	}
	return err
}
