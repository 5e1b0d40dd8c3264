package main

import (
	"math"

	"github.com/dateline-go/dateline/internal/story"
)

// An example is a pair of reports and whether they are one event.
type example struct {
	v    story.Vector
	same bool
}

// fit finds the weights of a logistic regression by Newton's method. A weight
// of no use is drawn to zero by l2, so that the table can be read.
func fit(es []example, l2 float64) story.Vector {
	const n = int(story.NumFeatures)
	var w story.Vector
	for range 30 {
		var g [n]float64
		var h [n][n]float64
		for k := range es {
			e := &es[k]
			s := 0.0
			for f := range n {
				s += w[f] * e.v[f]
			}
			p := 1 / (1 + math.Exp(-s))
			y := 0.0
			if e.same {
				y = 1
			}
			c := p * (1 - p)
			for f := range n {
				if e.v[f] == 0 {
					continue
				}
				g[f] += (y - p) * e.v[f]
				for k := f; k < n; k++ {
					h[f][k] += c * e.v[f] * e.v[k]
				}
			}
		}
		for f := range n {
			r := l2
			if f == int(story.Always) {
				r = 1e-6
			}
			g[f] -= r * w[f]
			h[f][f] += r
			for k := range f {
				h[f][k] = h[k][f]
			}
		}
		step := solve(h, g)
		move := 0.0
		for f := range n {
			w[f] += step[f]
			move = max(move, math.Abs(step[f]))
		}
		if move < 1e-9 {
			break
		}
	}
	return w
}

// solve gives x of h x = g, h positive definite.
func solve(h [story.NumFeatures][story.NumFeatures]float64, g [story.NumFeatures]float64) [story.NumFeatures]float64 {
	n := len(g)
	for i := range n {
		p := i
		for r := i + 1; r < n; r++ {
			if math.Abs(h[r][i]) > math.Abs(h[p][i]) {
				p = r
			}
		}
		h[i], h[p] = h[p], h[i]
		g[i], g[p] = g[p], g[i]
		for r := i + 1; r < n; r++ {
			f := h[r][i] / h[i][i]
			if f == 0 {
				continue
			}
			for c := i; c < n; c++ {
				h[r][c] -= f * h[i][c]
			}
			g[r] -= f * g[i]
		}
	}
	for i := n - 1; i >= 0; i-- {
		for c := i + 1; c < n; c++ {
			g[i] -= h[i][c] * g[c]
		}
		g[i] /= h[i][i]
	}
	return g
}
