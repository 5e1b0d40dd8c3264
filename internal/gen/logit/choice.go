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
	return newton(penalty, func(w, g []float64, h [][]float64) {
		for k := range cs {
			cs[k].add(w, g, h)
		}
	})
}

// add adds the choice's share to g and h, as Matrix.add does.
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
