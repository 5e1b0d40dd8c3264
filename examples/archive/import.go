package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/schollz/progressbar/v3"

	"github.com/dateline-go/dateline"
)

// An importer reads articles, parses several at a time, and stores them in the
// order in which they were found, some in each transaction. Killed at any
// moment it leaves whole articles only, and the same import goes on from there.
type importer struct {
	store  *store
	parser *dateline.Parser
	bar    func(most int64, what string) *progressbar.ProgressBar
	note   func(format string, args ...any) // tells a problem while it runs
	// batch is how many articles one transaction holds at most, pause how
	// long it waits for the next one.
	batch int
	pause time.Duration
}

func newImporter(s *store, stderr io.Writer, quiet bool) *importer {
	im := &importer{store: s, parser: new(dateline.Parser), batch: 50, pause: 300 * time.Millisecond}
	im.bar = func(most int64, what string) *progressbar.ProgressBar {
		if most == 0 {
			most = -1 // not known
		}
		return progressbar.NewOptions64(most, progressbar.OptionSetDescription(what), progressbar.OptionSetWriter(stderr),
			progressbar.OptionSetVisibility(!quiet), progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionShowCount(),
			progressbar.OptionSetPredictTime(true), progressbar.OptionSetWidth(30), progressbar.OptionOnCompletion(func() { fmt.Fprintln(stderr) }))
	}
	im.note = func(format string, args ...any) {
		if !quiet {
			fmt.Fprint(stderr, "\r\033[K")
		}
		fmt.Fprintf(stderr, format+"\n", args...)
	}
	return im
}

// A tally counts outcomes.
type tally [outcomeProblem + 1]int

func (t *tally) String() string {
	return fmt.Sprintf("%d new, %d corrected, %d as they were, %d not later than what is stored, %d problems",
		t[outcomeNew], t[outcomeCorrected], t[outcomeSame], t[outcomeOlder], t[outcomeProblem])
}

// A job is a found article on its way.
type job struct {
	found
	skip bool // it is stored as it is
	rows *rows
	err  error
	done chan struct{} // closed when rows or err is there
}

// all chains what the readers of several inputs find.
func all(ctx context.Context, ins []input, o *options) iter.Seq[found] {
	return func(yield func(found) bool) {
		for _, in := range ins {
			for f := range in.read(ctx, in, o) {
				if f.Err == nil && strings.IndexFunc(f.Text, unicode.IsLetter) < 0 {
					f.Err = errors.New("there is no text in it")
				}
				if !yield(f) {
					return
				}
			}
		}
	}
}

// run stores all of fs, size bytes in all, then brings the stories up to date.
func (im *importer) run(ctx context.Context, fs iter.Seq[found], size int64) (tally, error) {
	ctx, cancel := context.WithCancel(ctx)
	var hands sync.WaitGroup
	defer hands.Wait()
	defer cancel()
	order, work := make(chan *job, 4*runtime.GOMAXPROCS(0)), make(chan *job)
	hands.Go(func() {
		defer close(order)
		defer close(work)
		for f := range fs {
			j := &job{found: f, done: make(chan struct{})}
			to := work
			if j.skip, j.err = im.known(&j.found); j.skip || j.err != nil || j.Err != nil {
				close(j.done)
				to = nil
			}
			select {
			case order <- j:
			case <-ctx.Done():
				return
			}
			if to == nil {
				continue
			}
			select {
			case work <- j:
			case <-ctx.Done():
				return
			}
		}
	})
	for range runtime.GOMAXPROCS(0) {
		hands.Go(func() {
			for j := range work {
				j.rows, j.Err = im.parse(ctx, &j.found)
				close(j.done)
			}
		})
	}
	t, err := im.storeAll(ctx, order, size)
	if err == nil {
		err = im.refresh(ctx)
	}
	return t, im.store.explain(err)
}

// known reports whether f is stored just as it is, without waiting for the
// writer; the last word is the writer's.
func (im *importer) known(f *found) (bool, error) {
	if f.Err != nil {
		return false, nil
	}
	for _, k := range f.Keys {
		s, err := scanStored(im.store.read.QueryRow(storedByKey, k))
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return false, err
		}
		return s.judge(f) == outcomeSame, nil
	}
	return false, nil
}

func (im *importer) parse(ctx context.Context, f *found) (*rows, error) {
	d, err := im.parser.ParseContext(ctx, dateline.Article{ID: f.Keys[0], Source: f.Source, Published: f.Published, Text: f.Text,
		Title: f.Title, Byline: f.Byline})
	if d == nil {
		return nil, err
	}
	return rowsOf(d)
}

// storeAll stores jobs in their order. A transaction ends when it is full,
// and when the next article lets wait for itself.
func (im *importer) storeAll(ctx context.Context, order <-chan *job, size int64) (t tally, err error) {
	bar := im.bar(size, "articles")
	b := batch{store: im.store, names: make(map[string]knownName)}
	broken := false // what the open transaction holds is not whole
	defer func() {
		err = errors.Join(err, b.end(!broken))
		t = b.stored
	}()
	timer := time.NewTimer(im.pause)
	for {
		timer.Reset(im.pause)
		select {
		case <-ctx.Done():
			return t, context.Cause(ctx)
		case <-timer.C:
			if err := b.end(true); err != nil {
				return t, err
			}
		case j, ok := <-order:
			if !ok {
				return t, bar.Finish()
			}
			select {
			case <-j.done:
			case <-ctx.Done():
				return t, context.Cause(ctx)
			}
			if err := errors.Join(j.err, ctx.Err()); err != nil {
				return t, err
			}
			o, err := im.storeOne(ctx, &b, j)
			if err != nil {
				broken = true
				return t, err
			}
			b.tally[o]++
			if b.n >= im.batch {
				if err := b.end(true); err != nil {
					return t, err
				}
			}
			_ = bar.Add64(j.Size) // only drawing can fail
		}
	}
}

func (im *importer) storeOne(ctx context.Context, b *batch, j *job) (outcome, error) {
	if j.skip {
		return outcomeSame, nil
	}
	w, err := b.begin(ctx)
	if err != nil {
		return 0, err
	}
	b.n++
	if j.Err != nil {
		message := strings.TrimPrefix(j.Err.Error(), "dateline: ")
		im.note("%s: %s", j.Where, message)
		return outcomeProblem, w.problem(j.Where, message)
	}
	o, err := w.whole(func() (outcome, error) { return w.put(&j.found, j.rows) })
	switch {
	case ofArticle(err):
		im.note("%s: %v", j.Where, err)
		return outcomeProblem, w.problem(j.Where, err.Error())
	case err != nil:
		return 0, fmt.Errorf("%s: %w", j.Where, err)
	case o == outcomeOlder:
		message := "differs from the version in the archive and is not dated later: left out"
		im.note("%s: %s", j.Where, message)
		return o, w.problem(j.Where, message)
	}
	return o, w.exec("DELETE FROM problem WHERE place = ?", j.Where)
}

// A batch is a transaction that begins with the first article in it.
type batch struct {
	store *store
	names map[string]knownName
	w     *writer
	n     int

	stored, tally tally // of all batches, of this one
}

// mostNames bounds the names whose numbers are kept at hand.
const mostNames = 200_000

func (b *batch) begin(ctx context.Context) (*writer, error) {
	if b.w == nil {
		tx, err := b.store.write.BeginTx(context.WithoutCancel(ctx), nil)
		if err != nil {
			return nil, err
		}
		if len(b.names) > mostNames {
			clear(b.names)
		}
		b.w = newWriter(tx, b.names)
	}
	return b.w, nil
}

// end stores what the batch holds, if it is good, and counts it.
func (b *batch) end(good bool) error {
	var err error
	if b.w != nil {
		tx := b.w.tx
		b.w, b.n = nil, 0
		if good {
			err = tx.Commit()
		} else {
			err = tx.Rollback()
		}
	}
	if good && err == nil {
		for i, n := range b.tally {
			b.stored[i] += n
		}
	}
	b.tally = tally{}
	return err
}
