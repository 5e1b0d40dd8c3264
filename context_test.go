package dateline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestZeroParser(t *testing.T) {
	var p Parser
	d, err := p.Parse(Article{Text: harbour, Published: Date(2025, 5, 6)})
	if err != nil || len(d.Events) == 0 {
		t.Fatalf("the zero Parser gives %v, %v", d, err)
	}
	for range p.ParseAll(t.Context(), func(yield func(Article) bool) { yield(Article{Text: harbour}) }) {
		return
	}
	t.Error("ParseAll gives nothing")
}

// A parser that ends its goroutine or panics costs its own results, and its
// error tells where.
func TestGoexitAndPanic(t *testing.T) {
	boom := errors.New("boom")
	for _, c := range []struct {
		reason string
		f      EventParserFunc
		stack  bool
	}{
		{"Goexit", func(*Text) ([]Event, error) { runtime.Goexit(); return nil, nil }, false},
		{"panic with an error", func(*Text) ([]Event, error) { panic(fmt.Errorf("deep: %w", boom)) }, true},
		{"nil dereference", func(*Text) ([]Event, error) { var e *Event; return []Event{*e}, nil }, true},
	} {
		p, err := New(WithEventParsers(append([]EventParser{c.f}, DefaultEventParsers()...)...))
		if err != nil {
			t.Fatal(err)
		}
		for d, err := range p.ParseAll(t.Context(), func(yield func(Article) bool) { yield(Article{Text: harbour}) }) {
			var pe *ParserError
			if !errors.As(err, &pe) || d == nil || len(d.Events) == 0 || len(d.Actors) == 0 {
				t.Fatalf("%s: %v, %v", c.reason, d, err)
			}
			if pe.Parser != "dateline.EventParserFunc" || (pe.Stack != "") != c.stack ||
				c.stack && !strings.Contains(pe.Stack, "TestGoexitAndPanic") {
				t.Errorf("%s: parser %q, stack %q", c.reason, pe.Parser, pe.Stack)
			}
			if strings.Contains(c.reason, "an error") && !errors.Is(err, boom) {
				t.Errorf("%s: %v does not know its error", c.reason, err)
			}
		}
	}
}

func TestParseContext(t *testing.T) {
	cause := errors.New("enough")
	large := Article{Text: strings.Repeat(harbour+"\n\n", (4<<20)/len(harbour)), Language: "en"}
	// Tags alone take longer than any of the waits: what follows them must not run.
	var reached atomic.Bool
	p, err := New(WithMaxBytes(8<<20), WithTimeParsers(TimeParserFunc(func(*Text) ([]TimeMention, error) {
		reached.Store(true)
		return nil, nil
	})))
	if err != nil {
		t.Fatal(err)
	}
	before := runtime.NumGoroutine()
	for _, after := range []time.Duration{0, 5 * time.Millisecond, 100 * time.Millisecond} {
		ctx, cancel := context.WithCancelCause(t.Context())
		time.AfterFunc(after, func() { cancel(cause) })
		d, err := p.ParseContext(ctx, large)
		if d != nil || !errors.Is(err, cause) || reached.Load() {
			t.Errorf("after %v: %v, %v, times sought: %v", after, d != nil, err, reached.Load())
		}
	}
	for range 1200 { // a minute, for a busy machine
		if runtime.NumGoroutine() <= before {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines, %d before", n, before)
	}
	// A parser that never returns is not waited for.
	hang := make(chan struct{})
	defer close(hang)
	p, err = New(WithTimeParsers(TimeParserFunc(func(*Text) ([]TimeMention, error) { <-hang; return nil, nil })))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if d, err := p.ParseContext(ctx, Article{Text: harbour}); d != nil || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a parser that hangs: %v, %v", d, err)
	}
	if d, err := p.ParseContext(ctx, Article{Text: harbour}); d != nil || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("done before: %v, %v", d, err)
	}
}

// What is done after the end of a context is what lies between two looks at
// it. Every room looks at least once in lookEvery tokens, whatever the text,
// and the first look after the end is the last.
func TestChecks(t *testing.T) {
	const lookEvery = 1000
	rooms := []string{"segment", "tag", "syntax", "name", "role", "fact", "timex", "place", "actor", "coref", "quote", "event"}
	texts := map[string]string{"story": harbour + "\n\n"}
	for _, c := range adversarial {
		texts[c.name] = c.piece
	}
	for name, piece := range texts {
		a := Article{Text: strings.Repeat(piece, (16<<10)/len(piece)), Language: "en"}
		x, err := Analyze(a)
		if err != nil {
			t.Fatal(err)
		}
		looks := map[string]int{}
		all := 0
		p := builtin()
		p.config.tick = func() {
			all++
			looks[looker()]++
		}
		d, err := p.Parse(a)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, room := range rooms {
			if room == "coref" && len(d.Actors) == 0 {
				continue // has nothing to do
			}
			if n := x.NumTokens(); looks[room] < n/lookEvery {
				t.Errorf("%s: %s looks %d times at %d tokens", name, room, looks[room], n)
			}
		}
		for _, at := range []int{1, all / 3, all - 1} {
			ctx, cancel := context.WithCancel(t.Context())
			n, done := 0, make(chan struct{})
			p.config.tick = func() {
				if n++; n == at {
					cancel()
				}
			}
			go func() {
				defer close(done)
				defer func() { recover() }()
				p.parse(a, ctx.Done())
			}()
			<-done
			if n != at {
				t.Errorf("%s: %d looks after the end at look %d", name, n-at, at)
			}
			cancel()
		}
	}
}

// looker is the room that looks at the context.
func looker() string {
	var pc [12]uintptr
	frames := runtime.CallersFrames(pc[:runtime.Callers(3, pc[:])])
	for {
		f, more := frames.Next()
		if _, room, ok := strings.Cut(f.Function, "/internal/"); ok && !strings.HasPrefix(room, "token.") {
			room, _, _ = strings.Cut(room, ".")
			return room
		}
		if !more {
			return ""
		}
	}
}

func TestParseAllStops(t *testing.T) {
	var p Parser
	forever := func(yield func(Article) bool) {
		for yield(Article{Text: harbour}) {
		}
	}
	for _, as := range []iter.Seq[Article]{forever} {
		ctx, cancel := context.WithCancel(t.Context())
		n, failed := 0, 0
		for d, err := range p.ParseAll(ctx, as) {
			if n++; n == 3 {
				cancel()
			}
			if err != nil {
				failed++
				if d != nil || !errors.Is(err, context.Canceled) {
					t.Errorf("%v, %v", d, err)
				}
			}
		}
		if failed != 1 {
			t.Errorf("%d errors after the end, want one", failed)
		}
		cancel()
	}
}
