package dateline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/fact"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/lang"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/role"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/timex"
	"github.com/dateline-go/dateline/internal/token"
)

// Errors that Parse returns, wrapped, with a nil Document: the input cannot be used.
var (
	// ErrInvalidUTF8 means that Article.Text is not UTF-8.
	ErrInvalidUTF8 = errors.New("dateline: text is not valid UTF-8")
	// ErrTooLarge means that Article.Text is longer than the Parser's limit.
	ErrTooLarge = errors.New("dateline: text is too large")
	// ErrLanguage means that the article is not in English.
	ErrLanguage = errors.New("dateline: text is not in English")
)

// DefaultMaxBytes is the longest text that a Parser takes unless WithMaxBytes
// says otherwise: 512 KiB, some 80,000 words, fifty times a long article. What
// stands in it costs at most some seconds of one core and 200 MB.
const DefaultMaxBytes = 512 << 10

// A ParserError tells that one parser failed or broke its contract. The
// Document that comes with it has the results of all others.
type ParserError struct {
	// Stage is "times", "locations", "actors", "statements" or "events", or, of what
	// the Parser itself adds to events, "quantities" or "titles".
	Stage string
	// Index is the parser's place in the list of its stage, from 0.
	Index int
	// Parser is the parser's Go type, such as "main.earnings".
	Parser string
	// Err is what went wrong. Of a panic with an error, errors.Is and
	// errors.As see that error.
	Err error
	// Stack is the parser's stack when it panicked, else empty.
	Stack string
}

// Error tells the stage, the parser and what went wrong.
func (e *ParserError) Error() string {
	return fmt.Sprintf("dateline: %s parser %d (%s): %v", e.Stage, e.Index, e.Parser, e.Err)
}

// Unwrap is e.Err.
func (e *ParserError) Unwrap() error { return e.Err }

// A Parser turns Articles into Documents. It is immutable and safe for
// concurrent use; the same article always gives the same Document. The zero
// Parser is the built-in one.
//
// It runs its parsers in a fixed order of stages: times, locations, actors,
// coreference, statements, events. Once statements are known, "I" and "we"
// inside quotations become mentions of their speakers. A parser sees the
// results of the stages before its own through its *Text.
//
// The contract of all parsers, built-in ones and yours: they may run in
// several goroutines at once, for different articles. They return values in
// any order; on overlap with a value of a parser earlier in the list, the
// earlier one wins, and for actors the later one's other mentions join it.
// Values may refer to those of earlier stages by ID. Among themselves they
// refer to each other by the IDs they set, or by their place in the returned
// slice counted from 1 where ID is 0; the Parser gives final IDs afterwards.
// A value that breaks an invariant of Document.Validate is dropped, and a
// parser that fails, panics or ends its goroutine loses its own results only:
// Parse then returns a *ParserError with the Document.
type Parser struct {
	times      []TimeParser
	locations  []LocationParser
	actors     []ActorParser
	statements []StatementParser
	events     []EventParser
	config     config
}

// config is what options set and built-in parsers read.
type config struct {
	maxBytes  int
	timeMode  timex.Mode
	gazetteer *gazetteer.Gazetteer
	demonyms  bool             // are mentions of places too
	known     *actor.Knowledge // nil for none
	kinds     []*lexicon.Lexicon
	data      string // DataVersion
	tick      func() // token.Doc.Tick, for tests
}

// New builds a Parser: the built-in one, changed by opts in their order.
func New(opts ...Option) (*Parser, error) {
	p := builtin()
	for _, o := range opts {
		if o == nil {
			return nil, errors.New("dateline: nil Option")
		}
		if err := o.apply(p); err != nil {
			return nil, fmt.Errorf("dateline: %v: %w", o, err)
		}
	}
	return p, nil
}

func builtin() *Parser {
	return &Parser{
		times:      DefaultTimeParsers(),
		locations:  DefaultLocationParsers(),
		actors:     DefaultActorParsers(),
		statements: DefaultStatementParsers(),
		events:     DefaultEventParsers(),
		config:     config{maxBytes: DefaultMaxBytes, gazetteer: gazetteer.Default(), data: DataVersion()},
	}
}

// ready is p, or of the zero Parser the built-in one.
func (p *Parser) ready() *Parser {
	if p == nil || p.config.maxBytes == 0 {
		return builtin()
	}
	return p
}

// Release is the version of this package. What the parsers find is the same
// for one Release and one DataVersion.
const Release = "0.1.0-dev"

// Parse reads an article with the built-in Parser. See Parser.Parse.
func Parse(a Article) (*Document, error) { return builtin().Parse(a) }

// Analyze gives the text layers alone, without running any parser: sentences,
// tokens, syntax, quotations, names and predicates. It is what parsers build on, and what
// their tests can start from. Its errors are those of Parse with a nil Document.
func Analyze(a Article) (*Text, error) {
	t, err := analyze(a, &builtin().config, nil)
	if err != nil {
		return nil, err
	}
	t.doc.Settle()
	return t, nil
}

func analyze(a Article, c *config, done <-chan struct{}) (*Text, error) {
	if len(a.Text) > c.maxBytes {
		return nil, fmt.Errorf("%w: %d bytes, the limit is %d", ErrTooLarge, len(a.Text), c.maxBytes)
	}
	if !utf8.ValidString(a.Text) {
		i := 0
		for i < len(a.Text) {
			r, w := utf8.DecodeRuneInString(a.Text[i:])
			if r == utf8.RuneError && w == 1 {
				break
			}
			i += w
		}
		return nil, fmt.Errorf("%w: at byte %d", ErrInvalidUTF8, i)
	}
	if l := a.Language; l != "" {
		if base, _, _ := strings.Cut(strings.ReplaceAll(l, "_", "-"), "-"); !strings.EqualFold(base, "en") && !strings.EqualFold(base, "eng") {
			return nil, fmt.Errorf("%w: Article.Language is %q", ErrLanguage, l)
		}
	}
	if err := a.Page.Validate(a.Text); err != nil {
		return nil, err
	}
	known := segment.Known{Title: a.Title, Byline: a.Byline, Section: a.Section}
	doc := &token.Doc{Text: a.Text, Done: done, Tick: c.tick}
	segment.Fill(doc, known)
	if a.Language == "" {
		if other := lang.Foreign(doc); other != "" {
			return nil, fmt.Errorf("%w: %s", ErrLanguage, other)
		}
	}
	for _, layer := range []func(*token.Doc){tag.Tag, syntax.Parse, name.Find, role.Find, fact.Judge} {
		doc.Check()
		layer(doc)
	}
	doc.Title = titleOf(doc, known)
	return &Text{article: a, doc: doc, config: c}, nil
}

// Parse reads an article.
//
// The Document is nil only when the input cannot be used: ErrInvalidUTF8,
// ErrTooLarge, ErrLanguage or a *PageMapError. Otherwise an error is one *ParserError, or
// several joined, and the Document has what the other parsers found.
// An article in which there is nothing gives an empty Document.
func (p *Parser) Parse(a Article) (*Document, error) { return p.ready().parse(a, nil) }

// ParseContext is Parse that gives up when ctx is done: it then returns a nil
// Document and what context.Cause tells, within milliseconds. Work that cannot
// be left at once ends soon afterwards, or with the parser of yours that holds it.
func (p *Parser) ParseContext(ctx context.Context, a Article) (*Document, error) {
	p = p.ready()
	if ctx.Done() == nil {
		return p.parse(a, nil)
	}
	if ctx.Err() != nil {
		return nil, fmt.Errorf("dateline: %w", context.Cause(ctx))
	}
	type result struct {
		d     *Document
		err   error
		panic any
	}
	out := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			r.panic = recover()
			out <- r
		}()
		r.d, r.err = p.parse(a, ctx.Done())
	}()
	select {
	case <-ctx.Done():
	case r := <-out:
		if _, stopped := r.panic.(token.Stopped); stopped {
			break
		}
		if r.panic != nil {
			panic(r.panic)
		}
		return r.d, r.err
	}
	return nil, fmt.Errorf("dateline: %w", context.Cause(ctx))
}

func (p *Parser) parse(a Article, done <-chan struct{}) (*Document, error) {
	t, err := analyze(a, &p.config, done)
	if err != nil {
		return nil, err
	}
	if !p.onlyRooms() {
		t.doc.Settle()
	}
	a.Page = slices.Clone(a.Page)
	d := &Document{Article: a, Release: Release, Data: p.config.data}
	for s := range t.Sentences() {
		d.Sentences = append(d.Sentences, s.Span())
	}
	var errs []error
	t.findTimes(p.times, &errs)
	t.findLocations(p.locations, &errs)
	t.findActors(p.actors, &errs)
	t.findStatements(p.statements, &errs)
	t.findEvents(p.events, &errs)
	d.Times, d.Locations, d.Actors, d.Statements, d.Events = t.times, t.locations, t.actors, t.statements, t.events
	return d, errors.Join(errs...)
}

// onlyRooms reports whether all of p's parsers are built-in ones, so that nobody
// else sees the text, which may be read by several at once.
func (p *Parser) onlyRooms() bool {
	return allRooms[timex.Mention](p.times) && allRooms[location](p.locations) && allRooms[foundActor](p.actors) &&
		allRooms[quote.Statement](p.statements) && allRooms[event.Event](p.events)
}

// ParseAll reads many articles, several at a time, and yields what Parse
// gives for each, in the order of as. It holds no more than a few articles a
// processor in memory. When the loop over it ends early, it stops pulling
// from as, and its goroutines end before the loop statement does. When ctx is
// done, it yields what context.Cause tells with a nil Document, and ends.
func (p *Parser) ParseAll(ctx context.Context, as iter.Seq[Article]) iter.Seq2[*Document, error] {
	p = p.ready()
	return func(yield func(*Document, error) bool) {
		type result struct {
			d   *Document
			err error
		}
		type job struct {
			a   Article
			out chan result
		}
		workers := runtime.GOMAXPROCS(0)
		jobs := make(chan job)
		order := make(chan chan result, 2*workers)
		stop := make(chan struct{})
		var wg sync.WaitGroup
		var pulled any // what as panicked with, read after wg.Wait
		wg.Go(func() {
			defer close(order)
			defer close(jobs)
			defer func() { pulled = recover() }()
			for a := range as {
				out := make(chan result, 1)
				select {
				case order <- out:
				case <-stop:
					return
				case <-ctx.Done():
					return
				}
				select {
				case jobs <- job{a, out}:
				case <-stop:
					return
				case <-ctx.Done():
					return
				}
			}
		})
		for range workers {
			wg.Go(func() {
				for j := range jobs {
					d, err := p.ParseContext(ctx, j.a)
					j.out <- result{d, err}
				}
			})
		}
		defer func() {
			close(stop)
			wg.Wait()
			// A panic in the caller's iterator is the caller's.
			if pulled != nil {
				panic(pulled)
			}
		}()
		for out := range order {
			select {
			case r := <-out:
				if !yield(r.d, r.err) || r.d == nil && ctx.Err() != nil {
					return
				}
			case <-ctx.Done():
				// A job that no worker took gives nothing.
				yield(nil, fmt.Errorf("dateline: %w", context.Cause(ctx)))
				return
			}
		}
		if ctx.Err() != nil {
			yield(nil, fmt.Errorf("dateline: %w", context.Cause(ctx)))
		}
	}
}
