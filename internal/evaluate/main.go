// Command evaluate writes predictions for a scorer to read:
//
//	evaluate time DOCS.jsonl            {doc, dct, text} to {doc, start, end, type, value}
//	evaluate quotes GOLD.jsonl          {doc, text} to {doc, quotes: [{kind, spans, ...}]}
//	evaluate places GOLD.jsonl          {doc, text} to {doc, toponyms: [{start, end, name, lat, lon, geonameid}]}
//	evaluate events GOLD.jsonl          {sentence} or {text} to {id, events: [{root, source, target}]}
//	evaluate stories GOLD.jsonl         {id, published, text} to {id, entries: [{spans, kind, agents, ...}]}
//	evaluate coref GOLD.jsonl           {doc, published, text} to {doc, actors: [{mentions}]}
//	evaluate crossdoc GOLD.jsonl        {topic, doc, text} to {doc, spans, type, id}, a timeline a topic
//	evaluate names GOLD                 iob2 or CoNLL columns to token<TAB>tag
//	evaluate syntax [-raw] GOLD.conllu  CoNLL-U, from gold tokens or from "# text"
//	evaluate facts GOLD.conllu          sent_id, token, happened, event, for every verb, noun and adjective
//	evaluate roles [-goldtrees] GOLD.conllu  sent_id, token, roleset, "LABEL:head ...", on our trees or those of the file
//	evaluate timeline DOCS.jsonl GOLD_DIR OUT_DIR
//
// Offsets are bytes. Of a gold file it reads the texts, and of a folder of
// gold timelines the first line, the entity's name, never a label.
package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/dateline-go/dateline"
)

func main() {
	w := bufio.NewWriter(os.Stdout)
	err := run(os.Args[1:], w)
	if err == nil {
		err = w.Flush()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "evaluate:", err)
		os.Exit(1)
	}
}

func run(args []string, w io.Writer) error {
	if len(args) < 2 {
		return fmt.Errorf("usage: evaluate TASK GOLD > PRED, or evaluate timeline DOCS GOLD_DIR OUT_DIR")
	}
	task, args := args[0], args[1:]
	if task == "timeline" {
		if len(args) != 3 {
			return fmt.Errorf("usage: evaluate timeline DOCS GOLD_DIR OUT_DIR")
		}
		return timelines(args[0], args[1], args[2])
	}
	flag := false
	if task == "syntax" && args[0] == "-raw" || task == "roles" && args[0] == "-goldtrees" {
		flag, args = true, args[1:]
	}
	if len(args) != 1 {
		return fmt.Errorf("%s: want one gold file, got %d", task, len(args))
	}
	f, err := os.Open(args[0])
	if err != nil {
		return err
	}
	defer f.Close()
	switch task {
	case "time":
		return documents(f, w, writeTimes,
			dateline.WithLocationParsers(), dateline.WithActorParsers(), dateline.WithStatementParsers(), dateline.WithEventParsers())
	case "places":
		return documents(f, w, writePlaces, dateline.WithActorParsers(), dateline.WithStatementParsers(), dateline.WithEventParsers())
	case "quotes":
		return documents(f, w, writeQuotes, dateline.WithEventParsers())
	case "events":
		return documents(f, w, writeEvents)
	case "stories":
		return documents(f, w, writeStory)
	case "coref":
		return documents(f, w, writeCoref, dateline.WithEventParsers())
	case "crossdoc":
		return crossdoc(f, w)
	case "names":
		return tagNames(f, w)
	case "syntax":
		return syntaxes(f, w, flag)
	case "roles":
		return roles(f, w, flag)
	case "facts":
		return facts(f, w)
	}
	return fmt.Errorf("no task %q", task)
}

// A record is a line of a gold file without its labels.
type record struct {
	Doc       json.RawMessage `json:"doc"`
	ID        string          `json:"id"` // for Doc
	Topic     string          `json:"topic"`
	DCT       string          `json:"dct"`
	Published string          `json:"published"` // for DCT
	Text      string          `json:"text"`
	Sentence  string          `json:"sentence"`

	Sentences []struct {
		ID         json.RawMessage `json:"id"`
		Start, End int
	} `json:"sentences"`
}

func (r *record) article(line int) (dateline.Article, error) {
	a := dateline.Article{ID: cmp.Or(strings.Trim(string(r.Doc), `"`), r.ID), Text: r.Text, Language: "en"}
	if a.ID == "" {
		a.ID = fmt.Sprint(line)
	}
	if r.Sentence != "" {
		a.Text = r.Sentence
	}
	if day := cmp.Or(r.DCT, r.Published); day != "" {
		var err error
		if a.Published, err = dateline.ParseMoment(day); err != nil {
			return a, fmt.Errorf("published: %w", err)
		}
	}
	return a, nil
}

// records yields the lines of a JSON Lines file. The first error ends it and is left in *err.
func records(r io.Reader, err *error) iter.Seq2[int, *record] {
	return func(yield func(int, *record) bool) {
		in := bufio.NewReaderSize(r, 1<<20)
		for n := 0; ; n++ {
			line, rerr := in.ReadBytes('\n')
			if len(line) > 1 {
				var rec record
				if *err = json.Unmarshal(line, &rec); *err != nil {
					*err = fmt.Errorf("line %d: %w", n+1, *err)
					return
				}
				if !yield(n, &rec) {
					return
				}
			}
			if rerr != nil {
				if rerr != io.EOF {
					*err = rerr
				}
				return
			}
		}
	}
}

// parseEach parses the texts of a file one after the other, for tasks that
// need all of them together.
func parseEach(r io.Reader, take func(*record, *dateline.Document)) error {
	p, err := dateline.New()
	if err != nil {
		return err
	}
	var readErr error
	for n, rec := range records(r, &readErr) {
		a, err := rec.article(n)
		if err != nil {
			return err
		}
		d, err := p.Parse(a)
		if err != nil {
			return fmt.Errorf("%s: %w", a.ID, err)
		}
		take(rec, d)
	}
	return readErr
}

// documents parses the texts of a file, several at a time, and writes each in its order.
func documents(r io.Reader, w io.Writer, write func(*json.Encoder, *dateline.Document) error, opts ...dateline.Option) error {
	p, err := dateline.New(opts...)
	if err != nil {
		return err
	}
	var readErr error
	articles := func(yield func(dateline.Article) bool) {
		for n, rec := range records(r, &readErr) {
			a, err := rec.article(n)
			if err != nil {
				readErr = fmt.Errorf("line %d: %w", n+1, err)
				return
			}
			if !yield(a) {
				return
			}
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for d, err := range p.ParseAll(context.Background(), articles) {
		if err != nil {
			return err
		}
		if err := write(enc, d); err != nil {
			return err
		}
	}
	return readErr
}
