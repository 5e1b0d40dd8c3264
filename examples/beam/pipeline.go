package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/dateline-go/dateline"
)

func init() {
	// A builder travels in its binary form. Beam's own coder of structs sees
	// exported fields only, and a builder has none.
	beam.RegisterCoder(reflect.TypeFor[dateline.TimelineBuilder](), encode, decode)
	register.DoFn4x1[context.Context, string, func(string, dateline.TimelineBuilder), func(string), error](&readFn{})
	register.Combiner1[dateline.TimelineBuilder](&timelineFn{})
	register.DoFn3x1[string, dateline.TimelineBuilder, func(string), error](&writeFn{})
	register.Emitter1[string]()
	register.Emitter2[string, dateline.TimelineBuilder]()
}

func encode(b dateline.TimelineBuilder) ([]byte, error) { return b.MarshalBinary() }

func decode(data []byte) (dateline.TimelineBuilder, error) {
	var b dateline.TimelineBuilder
	err := b.UnmarshalBinary(data)
	return b, err
}

// pipeline makes timelines of lines of JSON, and dead letters of the lines
// that it cannot use. Each bundle has that many of its articles, and of its
// timelines, worked on at once.
func pipeline(s beam.Scope, articles beam.PCollection, byActor bool, workers int) (timelines, letters beam.PCollection) {
	builders, letters := beam.ParDo2(s, &readFn{ByActor: byActor, Workers: workers}, articles)
	merged := beam.CombinePerKey(s, &timelineFn{}, builders)
	return beam.ParDo(s, &writeFn{ByActor: byActor, Workers: workers}, merged), letters
}

// perWorker is how many elements a worker is given at a time.
const perWorker = 16

// atOnce applies f to all of in, n at a time, and keeps their order.
func atOnce[T, R any](n int, in []T, f func(T) R) []R {
	out := make([]R, len(in))
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(n, len(in)) {
		all.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(in)); i = next.Add(1) - 1 {
				out[i] = f(in[i])
			}
		})
	}
	all.Wait()
	return out
}

var (
	usable   = beam.NewCounter("dateline", "articles")
	unusable = beam.NewCounter("dateline", "dead letters")
)

// readFn parses the articles of lines and emits a builder of each alone for
// each actor that has a name, or for its story; or a dead letter.
type readFn struct {
	ByActor bool
	Workers int
	lines   []string
}

type (
	emitBuilder = func(string, dateline.TimelineBuilder)
	emitLine    = func(string)
)

// ProcessElement takes a line. Like FinishBundle it fails only when ctx is
// done: a bad article costs itself.
func (f *readFn) ProcessElement(ctx context.Context, line string, emit emitBuilder, dead emitLine) error {
	if f.lines = append(f.lines, line); len(f.lines) < perWorker*f.Workers {
		return nil
	}
	return f.FinishBundle(ctx, emit, dead)
}

// FinishBundle parses the lines that were taken.
func (f *readFn) FinishBundle(ctx context.Context, emit emitBuilder, dead emitLine) error {
	lines := f.lines
	f.lines = nil
	for i, a := range atOnce(f.Workers, lines, func(line string) parsed { return read(ctx, line, f.ByActor) }) {
		if ctx.Err() != nil {
			return context.Cause(ctx) // of no fault of the article
		}
		if a.err != nil {
			unusable.Inc(ctx, 1)
			letter, err := deadLetter(lines[i], a.err)
			if err != nil {
				return err
			}
			dead(letter)
			continue
		}
		usable.Inc(ctx, 1)
		for _, k := range a.keys {
			emit(k, a.builder)
		}
	}
	return nil
}

// parsed is what became of a line: a builder and the timelines that it belongs to.
type parsed struct {
	keys    []string
	builder dateline.TimelineBuilder
	err     error
}

// read parses a line and tells which timelines its article belongs to.
func read(ctx context.Context, line string, byActor bool) parsed {
	if !utf8.ValidString(line) { // encoding/json would mend it without a word
		return parsed{err: dateline.ErrInvalidUTF8}
	}
	var a struct {
		dateline.Article
		Story string `json:"story"`
	}
	if err := json.Unmarshal([]byte(line), &a); err != nil {
		return parsed{err: err}
	}
	if a.Text == "" {
		return parsed{err: errors.New("no text")}
	}
	if a.ID == "" { // else all such would be one article
		a.ID = fmt.Sprintf("%x", sha256.Sum256([]byte(line)))[:16]
	}
	d, err := new(dateline.Parser).ParseContext(ctx, a.Article)
	if d == nil {
		return parsed{err: err}
	}
	var out parsed
	out.builder.Add(d)
	if !byActor {
		out.keys = []string{a.Story}
		return out
	}
	for i := range d.Actors {
		x := &d.Actors[i]
		named := slices.ContainsFunc(x.Mentions, func(m dateline.ActorMention) bool { return m.Form == dateline.MentionNamed })
		if named && !slices.Contains(out.keys, x.Name) {
			out.keys = append(out.keys, x.Name)
		}
	}
	return out
}

// deadLetter is a line and why it is dead; no byte of the line is lost.
func deadLetter(line string, why error) (string, error) {
	x := struct {
		Error string `json:"error"`
		Line  string `json:"line,omitempty"`
		Bytes []byte `json:"line_base64,omitempty"`
	}{Error: why.Error(), Line: line}
	if !utf8.ValidString(line) {
		x.Line, x.Bytes = "", []byte(line)
	}
	out, err := json.Marshal(x)
	return string(out), err
}

// timelineFn puts builders together. It does not matter in which order, or on
// which machine: a TimelineBuilder comes out the same.
type timelineFn struct{}

// CreateAccumulator is a builder of nothing.
func (*timelineFn) CreateAccumulator() dateline.TimelineBuilder { return dateline.TimelineBuilder{} }

// AddInput adds an article.
func (*timelineFn) AddInput(b, one dateline.TimelineBuilder) dateline.TimelineBuilder {
	b.Merge(&one)
	return b
}

// MergeAccumulators joins what two workers have.
func (*timelineFn) MergeAccumulators(b, other dateline.TimelineBuilder) dateline.TimelineBuilder {
	b.Merge(&other)
	return b
}

// ExtractOutput leaves the timeline to writeFn, which knows whose it is.
func (*timelineFn) ExtractOutput(b dateline.TimelineBuilder) dateline.TimelineBuilder { return b }

// writeFn makes the lines of timelines.
type writeFn struct {
	ByActor bool
	Workers int
	of      []keyed
}

type keyed struct {
	key     string
	builder dateline.TimelineBuilder
}

// ProcessElement takes the builder of a key.
func (f *writeFn) ProcessElement(key string, b dateline.TimelineBuilder, emit emitLine) error {
	if f.of = append(f.of, keyed{key, b}); len(f.of) < perWorker*f.Workers {
		return nil
	}
	return f.FinishBundle(emit)
}

// FinishBundle emits a line for each timeline that has entries.
func (f *writeFn) FinishBundle(emit emitLine) error {
	of := f.of
	f.of = nil
	type written struct {
		line string
		err  error
	}
	for _, w := range atOnce(f.Workers, of, func(k keyed) (w written) { w.line, w.err = k.line(f.ByActor); return w }) {
		if w.err != nil {
			return w.err
		}
		if w.line != "" {
			emit(w.line)
		}
	}
	return nil
}

// line is the timeline as JSON, or "" if it has no entries.
func (k *keyed) line(byActor bool) (string, error) {
	t := k.builder.Timeline()
	if byActor {
		a, ok := t.FindActor(k.key)
		if !ok {
			return "", nil
		}
		t = t.Select(dateline.WhereActor(a.ID))
	}
	if len(t.Entries) == 0 {
		return "", nil
	}
	line, err := json.Marshal(struct {
		Key      string             `json:"key"`
		Timeline *dateline.Timeline `json:"timeline"`
	}{k.key, t})
	return string(line), err
}
