package story

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// What is found in the table is what the lists have in common: also of words that
// are alike in their low bits, of the word 0, of reports of no word or too many,
// and after other reports.
func TestOverlapper(t *testing.T) {
	rnd := rand.New(rand.NewPCG(9, 10))
	words := func(n int) []uint32 {
		set := map[uint32]bool{}
		for range n {
			set[rnd.Uint32N(3)<<30|rnd.Uint32N(4)<<10|rnd.Uint32N(40)] = true
		}
		return slices.Sorted(maps.Keys(set))
	}
	some := func() *report {
		n := [...]int{0, 1, 5, 30, 400}[rnd.IntN(5)]
		return &report{words: words(n), parts: words(n / 3)}
	}
	var o overlapper
	shared := 0
	for range 500 {
		x := some()
		o.set(x)
		for range 5 {
			y := some()
			got, want := o.of(y), overlapOf(y, x)
			if shared += want.told; got != want {
				t.Fatalf("%v of %v and %v, want %v", got, y, x, want)
			}
		}
	}
	if shared == 0 {
		t.Error("nothing in common")
	}
}
