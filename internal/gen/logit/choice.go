package logit

import "math"

// A Choice is one of several: what is known of each, and which of them are
// right.
type Choice struct {
	X     [][]float64
	Right []bool
}

// Chances is how likely each of xs is to be chosen by the weights w.
func Chances(w []float64, xs [][]float64) []float64 {
	out := make([]float64, len(xs))
	most := math.Inf(-1)
	for i, x := range xs {
		out[i] = dot(w, x)
		most = max(most, out[i])
	}
	sum := 0.0
	for i := range out {
		out[i] = math.Exp(out[i] - most)
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}

// FitChoices finds the weights under which the right ones are likeliest, with
// a penalty on the square of each. Where several are right, it is enough that
// one is chosen: they share the choice by the weights found so far.
func FitChoices(cs []Choice, penalty []float64) []float64 {
	n := len(penalty)
	w := make([]float64, n)
	for range 60 {
		g, h := make([]float64, n), make([][]float64, n)
		for f := range h {
			h[f] = make([]float64, n)
			g[f] = -penalty[f] * w[f]
			h[f][f] = penalty[f]
		}
		for k := range cs {
			cs[k].add(w, g, h)
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
		if move < 1e-7 {
			break
		}
	}
	return w
}

// add adds the choice's share of the gradient g and of the upper half of h, the
// negative matrix of second derivatives, at w.
func (c *Choice) add(w, g []float64, h [][]float64) {
	p := Chances(w, c.X)
	right := 0.0
	for i := range p {
		if c.Right[i] {
			right += p[i]
		}
	}
	mean := make([]float64, len(w))
	for i, x := range c.X {
		q := -p[i]
		if c.Right[i] {
			q += p[i] / right
		}
		for f, v := range x {
			if v == 0 {
				continue
			}
			g[f] += q * v
			mean[f] += p[i] * v
			for j := f; j < len(x); j++ {
				h[f][j] += p[i] * v * x[j]
			}
		}
	}
	for f, v := range mean {
		if v == 0 {
			continue
		}
		for j := f; j < len(mean); j++ {
			h[f][j] -= v * mean[j]
		}
	}
}
