package name

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// plain is decode without any short cut.
func plain(tr *transitions, ss []scores) []uint8 {
	back := make([][NumLabels]int, len(ss))
	var cur scores
	for b := range cur {
		cur[b] = impossible
		if Allowed(0, b) {
			cur[b] = ss[0][b] + tr.of[0][b]
		}
	}
	best := func(cur *scores, b int) (score int32, from int) {
		score = impossible
		for a := range NumLabels {
			if v := cur[a] + tr.of[a][b]; Allowed(a, b) && v > score {
				score, from = v, a
			}
		}
		return score, from
	}
	for i := 1; i < len(ss); i++ {
		var next scores
		for b := range next {
			var v int32
			v, back[i][b] = best(&cur, b)
			next[b] = v + ss[i][b]
		}
		cur = next
	}
	out := make([]uint8, len(ss))
	_, at := best(&cur, 0)
	for i := len(ss) - 1; i >= 0; i-- {
		out[i] = uint8(at)
		at = back[i][at]
	}
	return out
}

// The search that leaves out what cannot be the best finds what the plain one does.
func TestDecode(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	var c chain
	for n := range 3000 {
		most := 1 + rnd.IntN(1<<(n%12)) // few numbers, many of one score
		var w Weights
		for a := range w.Trans {
			for b := range w.Trans[a] {
				w.Trans[a][b] = float32(rnd.IntN(2*most) - most)
			}
		}
		w.Features = map[uint32][NumLabels]float32{1: {127}}
		var tr transitions
		tr.read(string(BuildModel(&w)))
		ss := make([]scores, 1+rnd.IntN(9))
		for i := range ss {
			for b := range ss[i] {
				ss[i][b] = int32(rnd.IntN(2*most) - most)
			}
		}
		got, want := make([]uint8, len(ss)), plain(&tr, ss)
		if c.decode(&tr, ss, got); !slices.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	}
}
