package dateline

import (
	"iter"
	"runtime"
	"sync"
)

// ParseAll reads many articles, several at a time, and yields what Parse
// gives for each, in the order of as. It holds no more than a few articles a
// processor in memory. When the loop over it ends early, it stops pulling
// from as, and its goroutines end before the loop statement does.
func (p *Parser) ParseAll(as iter.Seq[Article]) iter.Seq2[*Document, error] {
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
				}
				select {
				case jobs <- job{a, out}:
				case <-stop:
					return
				}
			}
		})
		for range workers {
			wg.Go(func() {
				for j := range jobs {
					d, err := p.Parse(j.a)
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
			r := <-out
			if !yield(r.d, r.err) {
				return
			}
		}
	}
}
