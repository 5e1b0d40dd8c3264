package logit

import (
	"math"
	"testing"
)

// Three of four with the trait are so, one of four without it.
func TestFit(t *testing.T) {
	m := Matrix{Penalty: []float64{0, 0}}
	for i := range 8 {
		m.X = append(m.X, []float64{1, float64(i % 2)})
		m.Y = append(m.Y, i%2 == 1 && i > 1 || i == 0)
	}
	w := m.Fit()
	if want := math.Log(3); math.Abs(w[0]+want) > 1e-6 || math.Abs(w[1]-2*want) > 1e-6 {
		t.Errorf("%v, want %v and %v", w, -want, 2*want)
	}
	m.Penalty[1] = 1e6
	if w := m.Fit(); math.Abs(w[1]) > 1e-3 {
		t.Errorf("a weight of no use is %v", w[1])
	}
}

// An example of half the weight counts as half of one.
func TestWeight(t *testing.T) {
	whole := Matrix{X: [][]float64{{1}, {1}, {1}}, Y: []bool{true, true, false}, Penalty: []float64{0}}
	halves := Matrix{X: [][]float64{{1}, {1}}, Y: []bool{true, false}, Weight: []float64{1, .5}, Penalty: []float64{0}}
	if v, w := whole.Fit()[0], halves.Fit()[0]; math.Abs(v-w) > 1e-9 {
		t.Errorf("%v and %v, want the same", v, w)
	}
}

func TestFields(t *testing.T) {
	got := Fields("Trait", []string{"Near", "Far", "Same"}, []float64{1.234, 0, -2})
	if want := "\tTraitNear: 1.23,\n\tTraitSame: -2.00,\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
