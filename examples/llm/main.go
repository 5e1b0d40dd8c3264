// Command llm adds to the built-in events those that a language model finds,
// and believes of the model only what stands in the article. It asks any
// endpoint that speaks OpenAI's chat completions: a server on this machine
// (llama.cpp, Ollama, vLLM) or a service.
//
//	llm -url http://localhost:11434/v1 -model NAME [flags] FILE[=DATE]
//	llm -replay ANSWER.json FILE[=DATE]
//
// When the endpoint is down, slow or talks nonsense, it says so and prints
// what the built-in parsers found.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "llm:", err)
		}
		os.Exit(2)
	}
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	fs := flag.NewFlagSet("llm", flag.ContinueOnError)
	c := client{HTTP: http.DefaultClient, Attempts: 4, Backoff: time.Second, MaxBytes: 1 << 20}
	fs.StringVar(&c.URL, "url", "", "the `address` in front of /chat/completions")
	fs.StringVar(&c.Model, "model", "", "the model's `name` there")
	keyEnv := fs.String("key-env", "OPENAI_API_KEY", "the `variable` of the environment that holds the key, if one is needed")
	timeout := fs.Duration("timeout", 2*time.Minute, "for one article, tries and waits included")
	first := fs.Bool("first", false, "where both tell an event, take the model's")
	all := fs.Bool("all", false, "print all that was found, not only what matters to the story")
	replay := fs.String("replay", "", "answer from this `file`, which a model's answer was saved in, and ask nobody")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 1 || (c.URL == "") == (*replay == "") {
		return errors.New("want one article, and -url or -replay")
	}
	a, err := article(fs.Arg(0))
	if err != nil {
		return err
	}
	if *replay != "" {
		url, stop, err := serve(*replay)
		if err != nil {
			return err
		}
		defer stop()
		c.URL = url
	} else {
		c.Key = os.Getenv(*keyEnv)
	}
	ctx, cancel := context.WithTimeout(ctx, *timeout)
	defer cancel()
	asker := newAsker(&c)
	asker.Refused = func(why string) { fmt.Fprintln(stderr, "llm: not believed:", why) }
	with := dateline.AppendEventParsers
	if *first {
		with = dateline.PrependEventParsers
	}
	p, err := dateline.New(with(asker.Parser(ctx)))
	if err != nil {
		return err
	}
	d, err := p.Parse(a)
	if d == nil {
		return err
	}
	if err != nil {
		fmt.Fprintln(stderr, "llm: built-in events only:", err)
	}
	t := d.Timeline()
	if !*all {
		t = t.Shown()
	}
	_, err = t.WriteTo(stdout)
	return err
}

// article reads FILE or FILE=DATE.
func article(arg string) (dateline.Article, error) {
	file := arg
	var a dateline.Article
	if i := strings.LastIndex(arg, "="); i >= 0 {
		var err error
		if a.Published, err = dateline.ParseMoment(arg[i+1:]); err != nil {
			return a, fmt.Errorf("%s: want a day such as 2025-06-03 behind =", arg)
		}
		file = arg[:i]
	}
	text, err := os.ReadFile(file)
	a.ID, a.Text = filepath.Base(file), string(text)
	return a, err
}

// serve is an endpoint on this machine that gives the same answer to all.
func serve(file string) (url string, stop func(), err error) {
	answer, err := os.ReadFile(file)
	if err != nil {
		return "", nil, err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	s := &http.Server{ReadHeaderTimeout: time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Write(answer)
	})}
	go s.Serve(l)
	return "http://" + l.Addr().String() + "/v1", func() { s.Close() }, nil
}
