package logit

import (
	"math"
	"testing"
)

// A choice of three: the first trait speaks for what is right, the second says nothing.
func TestFitChoices(t *testing.T) {
	var cs []Choice
	for k := range 60 {
		right := k % 3
		c := Choice{X: make([][]float64, 3), Right: make([]bool, 3)}
		for i := range 3 {
			c.X[i] = []float64{0, float64((k / 3) % 2 * i)}
		}
		c.X[right][0], c.Right[right] = 1, true
		if k%10 == 0 { // one in ten is not where the trait is
			c.Right[right], c.Right[(right+1)%3] = false, true
		}
		cs = append(cs, c)
	}
	w := FitChoices(cs, []float64{.01, .01})
	// Of three, nine tenths for the one and a tenth for two others.
	if want := math.Log(.9 / .05); math.Abs(w[0]-want) > .2 || math.Abs(w[1]) > .5 {
		t.Errorf("weights %.2f, want about %.2f and 0", w, want)
	}
	p := Chances(w, cs[1].X)
	if sum := p[0] + p[1] + p[2]; math.Abs(sum-1) > 1e-12 || p[1] < .8 {
		t.Errorf("chances %v", p)
	}
}

// Of several right ones, one is enough.
func TestFitChoicesSeveral(t *testing.T) {
	c := Choice{X: [][]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, Right: []bool{true, true, false}}
	w := FitChoices([]Choice{c, c, c, c}, []float64{.1, .1, .1})
	if p := Chances(w, c.X); p[0]+p[1] < .9 || p[2] > .1 {
		t.Errorf("chances %v", p)
	}
}
