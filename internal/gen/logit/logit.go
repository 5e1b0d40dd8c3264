// Package logit fits logistic regressions of few weights, for the tables that a
// reader can check.
package logit

import "math"

// A Matrix is a logistic regression's examples: what is known of each, and
// whether it is so.
type Matrix struct {
	X       [][]float64
	Y       []bool
	Weight  []float64 // of each example; nil: all count one
	Penalty []float64 // on the square of each weight; draws one of no use to zero
}

// Fit finds the weights by Newton's method.
func (m *Matrix) Fit() []float64 {
	n := len(m.Penalty)
	w := make([]float64, n)
	for range 50 {
		g := make([]float64, n)
		h := make([][]float64, n)
		for f := range h {
			h[f] = make([]float64, n)
			g[f] = -m.Penalty[f] * w[f]
			h[f][f] = m.Penalty[f]
		}
		for k, x := range m.X {
			p := 1 / (1 + math.Exp(-dot(w, x)))
			y, weight := 0.0, 1.0
			if m.Y[k] {
				y = 1
			}
			if m.Weight != nil {
				weight = m.Weight[k]
			}
			for f := range n {
				if x[f] == 0 {
					continue
				}
				g[f] += weight * (y - p) * x[f]
				c := weight * p * (1 - p) * x[f]
				for j := f; j < n; j++ {
					h[f][j] += c * x[j]
				}
			}
		}
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
		if move < 1e-9 {
			break
		}
	}
	return w
}

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
