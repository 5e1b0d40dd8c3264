package dateline

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"iter"
	"path/filepath"
	"runtime"
	"slices"
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
// it. Every room but fact, which goes through no text, looks at least once in
// lookEvery tokens, whatever the text, no more than lookObjects are made between
// two looks however long it is, and the first look after the end is the last.
func TestChecks(t *testing.T) {
	const (
		lookEvery   = 1000
		lookObjects = 6000
	)
	rooms := []string{"segment", "tag", "syntax", "name", "role", "timex", "place", "actor", "coref", "quote", "event"}
	texts := map[string]string{"story": harbour + "\n\n"}
	for _, c := range adversarial {
		texts[c.name] = c.piece
	}
	for name, piece := range texts {
		a := Article{Text: adversary(piece, 24<<10), Language: "en"}
		x, err := Analyze(a)
		if err != nil {
			t.Fatal(err)
		}
		looks := map[string]int{}
		all := 0
		most, last := uint64(0), uint64(0)
		var from, worst string // the looks around most
		p := builtin()
		p.config.tick = func() {
			here, line := looker()
			if n := madeSoFar(); all > 0 && n-last > most {
				most, worst = n-last, from+" and "+line
			}
			all++
			looks[here]++
			from = line
			last = madeSoFar()
		}
		d, err := p.Parse(a)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if most > lookObjects {
			t.Errorf("%s: %d objects are made between looks at %s", name, most, worst)
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

// madeSoFar is the number of objects that were ever made. Unlike what package
// runtime/metrics tells, it is exact: that counts small objects when the memory
// set aside for their size is used up, or a collection ends, some thousands at once.
func madeSoFar() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Mallocs
}

// looker is the room that looks at the context, and the line where it does.
func looker() (room, line string) {
	var pc [12]uintptr
	frames := runtime.CallersFrames(pc[:runtime.Callers(3, pc[:])])
	for {
		f, more := frames.Next()
		if line == "" && !strings.Contains(f.Function, "internal/token.") {
			line = fmt.Sprintf("%s:%d", f.Function, f.Line)
		}
		if _, room, ok := strings.Cut(f.Function, "/internal/"); ok && !strings.HasPrefix(room, "token.") {
			room, _, _ = strings.Cut(room, ".")
			return room, line
		}
		if !more {
			return "", line
		}
	}
}

// asLongAsTheText are the slices that grow with the text: those of token.Doc,
// and what rooms make of them.
var asLongAsTheText = []string{"Tokens", "Sents", "Paras", "Quotes", "Ents", "Preds",
	"names", "nameAt", "phrases", "spots", "senses", "drafts", "regions", "ms", "es", "said", "actors", "Times", "Places", "Statements"}

// A loop over them in a room that Parse calls looks at the context.
func TestLoopsLook(t *testing.T) {
	loops := 0
	for room := range ranks {
		switch room {
		case "golden", "conllu", "lines", "token", "when": // nothing there is as long as a text
			continue
		}
		files, err := filepath.Glob("internal/" + room + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			set := gotoken.NewFileSet()
			f, err := parser.ParseFile(set, file, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				over, body := loopOver(n)
				if !slices.Contains(asLongAsTheText, over) {
					return true
				}
				loops++
				if !callsCheck(body) {
					t.Errorf("%s: a loop over %s without CheckAt", set.Position(n.Pos()), over)
				}
				return true
			})
		}
	}
	if loops < 100 {
		t.Errorf("%d loops found", loops)
	}
}

// loopOver is the field that loop n runs over from one end to the other, or "".
func loopOver(n ast.Node) (field string, body *ast.BlockStmt) {
	var x ast.Expr
	switch l := n.(type) {
	case *ast.RangeStmt:
		x, body = l.X, l.Body
		if c, ok := x.(*ast.CallExpr); ok && len(c.Args) == 1 {
			x = c.Args[0] // len(x)
		}
	case *ast.ForStmt:
		// Up from a number, or down from the length.
		init, ok := l.Init.(*ast.AssignStmt)
		if !ok || l.Post == nil || l.Cond == nil {
			return "", nil
		}
		body = l.Body
		start := init.Rhs[len(init.Rhs)-1]
		if c, ok := start.(*ast.CallExpr); ok && len(c.Args) == 1 {
			start = c.Args[0] // int32(0)
		}
		switch start := start.(type) {
		case *ast.BasicLit:
			if c, ok := l.Cond.(*ast.BinaryExpr); ok && c.Op == gotoken.LSS {
				x = lenIn(c.Y)
			}
		case *ast.BinaryExpr:
			if step, ok := l.Post.(*ast.IncDecStmt); ok && step.Tok == gotoken.DEC && plainBound(l.Cond) {
				x = lenIn(start)
			}
		}
	}
	switch x := x.(type) {
	case *ast.SelectorExpr:
		return x.Sel.Name, body
	case *ast.Ident:
		return x.Name, body
	}
	return "", nil
}

// plainBound reports whether a condition is one comparison with a number.
func plainBound(cond ast.Expr) bool {
	b, ok := cond.(*ast.BinaryExpr)
	if !ok {
		return false
	}
	_, ok = b.Y.(*ast.BasicLit)
	return ok
}

// lenIn is what x asks the length of, or nil.
func lenIn(x ast.Expr) (of ast.Expr) {
	ast.Inspect(x, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok && of == nil {
			if f, ok := c.Fun.(*ast.Ident); ok && f.Name == "len" {
				of = c.Args[0]
			}
		}
		return true
	})
	return of
}

func callsCheck(body *ast.BlockStmt) (found bool) {
	ast.Inspect(body, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok {
			if f, ok := c.Fun.(*ast.SelectorExpr); ok && (f.Sel.Name == "Check" || f.Sel.Name == "CheckAt") {
				found = true
			}
		}
		return !found
	})
	return found
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
