package main

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/dateline-go/dateline/internal/fact"
)

// options of a training.
type options struct {
	epochs, least     int
	rate, start, drop float64
	l1                [fact.Outputs]float64
	no                float64
}

// weight of a feature for one output, with what AdaGrad and the cumulative L1
// of Tsuruoka, Tsujii and Ananiadou (2009) keep of it.
type weight struct{ w, g, cut, sum float64 }

// trainer is one logistic regression an output, over the same features.
type trainer struct {
	o       options
	data    []example
	rows    map[uint32]*[fact.Outputs]weight
	rng     *rand.Rand
	penalty [fact.Outputs]float64
	epochs  int
}

func newTrainer(data []example, o options) *trainer {
	t := &trainer{o: o, data: data, rows: map[uint32]*[fact.Outputs]weight{}, rng: rand.New(rand.NewPCG(1, 2))}
	count := map[uint32]int{}
	for _, e := range data {
		for _, f := range e.features {
			count[f]++
		}
	}
	for f, n := range count {
		if n >= o.least {
			t.rows[f] = &[fact.Outputs]weight{}
		}
	}
	return t
}

// epoch is one pass over the data in an order of its own.
func (t *trainer) epoch(n int) {
	order := t.rng.Perm(len(t.data))
	var rows []*[fact.Outputs]weight
	for _, i := range order {
		e := &t.data[i]
		rows = rows[:0]
		for _, f := range e.features {
			if r := t.rows[f]; r != nil && t.rng.Float64() >= t.o.drop {
				rows = append(rows, r)
			}
		}
		for o := range t.penalty {
			t.penalty[o] += t.o.l1[o] * t.o.rate
		}
		for o, g := range e.gold {
			if g == unknown {
				continue
			}
			z := 0.0
			for _, r := range rows {
				z += r[o].w
			}
			grad := 1 / (1 + math.Exp(-z/(1-t.o.drop)))
			if g == yes {
				grad--
			} else if o == happened {
				grad *= t.o.no
			}
			for _, r := range rows {
				r[o].step(grad, t.penalty[o], t.o)
			}
		}
	}
	t.epochs++
	for _, r := range t.rows {
		for o := range r {
			r[o].sum += r[o].w
		}
	}
}

func (w *weight) step(grad, penalty float64, o options) {
	w.g += grad * grad
	root := math.Sqrt(w.g + o.start)
	w.w -= o.rate * grad / root
	u := penalty / root
	z := w.w
	switch {
	case w.w > 0:
		w.w = max(0, w.w-max(0, u+w.cut))
	case w.w < 0:
		w.w = min(0, w.w+max(0, u-w.cut))
	}
	w.cut += w.w - z
}

// weights are the means over the passes.
func (t *trainer) weights() map[uint32][fact.Outputs]float32 {
	out := map[uint32][fact.Outputs]float32{}
	for f, r := range t.rows {
		var w [fact.Outputs]float32
		for o := range w {
			w[o] = float32(r[o].sum / float64(t.epochs))
		}
		if w != [fact.Outputs]float32{} {
			out[f] = w
		}
	}
	return out
}

// measure tells for each output the area under the ROC curve and F1 of no.
func measure(w map[uint32][fact.Outputs]float32, data []example) (s string) {
	for o, name := range []string{"happened", "event"} {
		type scored struct {
			z   float64
			yes bool
		}
		var xs []scored
		both, said, gold := 0, 0, 0
		for _, e := range data {
			if e.gold[o] == unknown {
				continue
			}
			z := 0.0
			for _, f := range e.features {
				z += float64(w[f][o])
			}
			xs = append(xs, scored{z, e.gold[o] == yes})
			if z < 0 {
				said++
			}
			if e.gold[o] == no {
				gold++
				if z < 0 {
					both++
				}
			}
		}
		slices.SortStableFunc(xs, func(a, b scored) int { return cmp.Compare(a.z, b.z) })
		pos, area, below := 0, 0, 0
		for _, x := range xs {
			if x.yes {
				pos++
				area += below
			} else {
				below++
			}
		}
		s += fmt.Sprintf("%s AUC %.3f, F1 of no %.1f; ", name, float64(area)/float64(max(1, pos*below)),
			200*float64(both)/float64(max(1, said+gold)))
	}
	return fmt.Sprintf("%s%d weights", s, len(w))
}
