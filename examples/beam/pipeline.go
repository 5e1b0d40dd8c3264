package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"reflect"
	"slices"
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
	register.DoFn2x0[string, func(string)](&partFn{})
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
// that it cannot use.
func pipeline(s beam.Scope, lines beam.PCollection, byActor bool, workers int) (timelines, letters beam.PCollection) {
	var builders, dead []beam.PCollection
	for i := range workers {
		// Without a shuffle a runner may read all parts one after another.
		part := beam.Reshuffle(s, beam.ParDo(s, &partFn{Part: uint32(i), Of: uint32(workers)}, lines))
		b, d := beam.ParDo2(s, &readFn{ByActor: byActor}, part)
		builders, dead = append(builders, b), append(dead, d)
	}
	merged := beam.CombinePerKey(s, &timelineFn{}, beam.Flatten(s, builders...))
	return beam.ParDo(s, &writeFn{ByActor: byActor}, merged), beam.Flatten(s, dead...)
}

// partFn lets through one part of the lines.
type partFn struct{ Part, Of uint32 }

// ProcessElement emits a line of the part.
func (f *partFn) ProcessElement(line string, emit func(string)) {
	h := fnv.New32a()
	h.Write([]byte(line))
	if h.Sum32()%f.Of == f.Part {
		emit(line)
	}
}

var (
	articles = beam.NewCounter("dateline", "articles")
	unusable = beam.NewCounter("dateline", "dead letters")
)

// readFn parses the article of a line and emits a builder of it alone for each
// actor that has a name, or for its story; or a dead letter.
type readFn struct{ ByActor bool }

// ProcessElement fails only when ctx is done: a bad article costs itself.
func (f *readFn) ProcessElement(ctx context.Context, line string, emit func(string, dateline.TimelineBuilder), dead func(string)) error {
	keys, b, err := read(ctx, line, f.ByActor)
	if ctx.Err() != nil {
		return context.Cause(ctx) // of no fault of the article
	}
	if err != nil {
		unusable.Inc(ctx, 1)
		letter, err := deadLetter(line, err)
		if err != nil {
			return err
		}
		dead(letter)
		return nil
	}
	articles.Inc(ctx, 1)
	for _, k := range keys {
		emit(k, b)
	}
	return nil
}

// read parses a line and tells which timelines its article belongs to.
func read(ctx context.Context, line string, byActor bool) (keys []string, b dateline.TimelineBuilder, err error) {
	if !utf8.ValidString(line) { // encoding/json would mend it without a word
		return nil, b, dateline.ErrInvalidUTF8
	}
	var a struct {
		dateline.Article
		Story string `json:"story"`
	}
	if err := json.Unmarshal([]byte(line), &a); err != nil {
		return nil, b, err
	}
	if a.Text == "" {
		return nil, b, errors.New("no text")
	}
	if a.ID == "" { // else all such would be one article
		a.ID = fmt.Sprintf("%x", sha256.Sum256([]byte(line)))[:16]
	}
	d, err := new(dateline.Parser).ParseContext(ctx, a.Article)
	if d == nil {
		return nil, b, err
	}
	b.Add(d)
	if !byActor {
		return []string{a.Story}, b, nil
	}
	seen := make(map[string]bool)
	for i := range d.Actors {
		x := &d.Actors[i]
		named := slices.ContainsFunc(x.Mentions, func(m dateline.ActorMention) bool { return m.Form == dateline.MentionNamed })
		if named && !seen[x.Name] {
			seen[x.Name] = true
			keys = append(keys, x.Name)
		}
	}
	return keys, b, nil
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

// writeFn makes the line of a timeline.
type writeFn struct{ ByActor bool }

// ProcessElement emits a line if the timeline has entries.
func (f *writeFn) ProcessElement(key string, b dateline.TimelineBuilder, emit func(string)) error {
	t := b.Timeline()
	if f.ByActor {
		a, ok := t.FindActor(key)
		if !ok {
			return nil
		}
		t = t.Select(dateline.WhereActor(a.ID))
	}
	if len(t.Entries) == 0 {
		return nil
	}
	line, err := json.Marshal(struct {
		Key      string             `json:"key"`
		Timeline *dateline.Timeline `json:"timeline"`
	}{key, t})
	if err != nil {
		return err
	}
	emit(string(line))
	return nil
}
