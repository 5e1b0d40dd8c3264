// Package logit fits logistic regressions of few weights, for the tables that a
// reader can check.
package logit

import (
	"fmt"
	"math"
	"strings"
)

// A Matrix is a logistic regression's examples: what is known of each, and
// whether it is so.
type Matrix struct {
	X       [][]float64
	Y       []bool
	Weight  []float64 // of each example; nil: all count one
	Penalty []float64 // on the square of each weight; draws one of no use to zero
}

// Fit finds the weights.
func (m *Matrix) Fit() []float64 { return newton(m.Penalty, m.add) }

// add adds the examples' share of the gradient g and of the upper half of h, the
// negative matrix of second derivatives, at w.
func (m *Matrix) add(w, g []float64, h [][]float64) {
	for k, x := range m.X {
		p := 1 / (1 + math.Exp(-dot(w, x)))
		y, weight := 0.0, 1.0
		if m.Y[k] {
			y = 1
		}
		if m.Weight != nil {
			weight = m.Weight[k]
		}
		for f := range w {
			if x[f] == 0 {
				continue
			}
			g[f] += weight * (y - p) * x[f]
			c := weight * p * (1 - p) * x[f]
			for j := f; j < len(w); j++ {
				h[f][j] += c * x[j]
			}
		}
	}
}

// newton finds the weights at which the gradient that add gives, less a penalty
// on the square of each, is none.
func newton(penalty []float64, add func(w, g []float64, h [][]float64)) []float64 {
	n := len(penalty)
	w := make([]float64, n)
	for range maxRounds {
		g, h := make([]float64, n), make([][]float64, n)
		for f := range h {
			h[f] = make([]float64, n)
			g[f] = -penalty[f] * w[f]
			h[f][f] = penalty[f]
		}
		add(w, g, h)
		for f := range n {
			for j := range f {
				h[f][j] = h[j][f]
			}
		}
		move := 0.0
		for f, s := range solve(h, g) {
			w[f] += s
			move = max(move, math.Abs(s))
		}
		if move < settled {
			break
		}
	}
	return w
}

const (
	maxRounds = 60
	settled   = 1e-9 // the largest move of a weight that is none
)

func dot(w, x []float64) float64 {
	s := 0.0
	for i := range x {
		s += w[i] * x[i]
	}
	return s
}

// solve gives x of h x = g, h positive definite. It overwrites both.
func solve(h [][]float64, g []float64) []float64 {
	n := len(g)
	for i := range n {
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

// Fields are the lines of a Go literal with the weights w that are not zero, each
// by its name behind prefix.
func Fields(prefix string, names []string, w []float64) string {
	var b strings.Builder
	for f, x := range w {
		if x != 0 {
			fmt.Fprintf(&b, "\t%s%s: %.2f,\n", prefix, names[f], x)
		}
	}
	return b.String()
}
