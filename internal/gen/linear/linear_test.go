package linear

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dateline-go/dateline/internal/packed"
)

// examples are decisions among three labels that one feature each settles,
// and a feature that says nothing.
func examples() (ex []Example) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 600 {
		l := rng.IntN(3)
		ex = append(ex, Example{Features: []uint32{uint32(l+1) * 0x9E3779B1, uint32(rng.IntN(5)) * 0x85EBCA6B}, Label: l})
	}
	return ex
}

// What is learnt must survive packing, and a second training give the same bytes.
func TestTrain(t *testing.T) {
	o := Options{Labels: 3, Epochs: 4, Rate: 0.2, L1: 0.5, Least: 2, Seed: 1, Average: true}
	m := Train(examples(), o)
	data, err := m.Pack()
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := Train(examples(), o).Pack(); !slices.Equal(data, again) {
		t.Error("two trainings differ")
	}
	l, _, ok := packed.OpenLinear(string(data))
	if !ok {
		t.Fatal("cannot open the model")
	}
	for want := range 3 {
		var s packed.Scores
		l.Add(&s, []uint32{uint32(want+1) * 0x9E3779B1})
		if s[want] != slices.Max(s[:]) || s[want] <= 0 {
			t.Errorf("label %d has scores %v", want, s)
		}
	}
	n := m.Weights()
	if m.Keep(n - 2); m.Weights() > n-1 {
		t.Errorf("%d weights kept of %d", m.Weights(), n)
	}
}
