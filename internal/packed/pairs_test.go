package packed

import (
	"math/rand/v2"
	"testing"
)

// Pairs are read as they were packed, whatever the bits that do not count, and
// nothing is known of other features.
func TestPairs(t *testing.T) {
	const mask = 1<<32 - 1<<3
	rnd := rand.New(rand.NewPCG(5, 6))
	weights := map[uint32][2]int8{}
	var features []uint32
	var want [2]int32
	for len(weights) < 1000 {
		f := rnd.Uint32() & mask
		if _, ok := weights[f]; ok {
			continue
		}
		w := [2]int8{int8(rnd.Uint32()), int8(rnd.Uint32())}
		weights[f] = w
		features = append(features, f|rnd.Uint32()&^mask)
		want[0], want[1] = want[0]+int32(w[0]), want[1]+int32(w[1])
	}
	data := string(BuildPairs(mask, weights))
	if data != string(BuildPairs(mask, weights)) {
		t.Error("two builds differ")
	}
	p, ok := OpenPairs(data)
	if !ok {
		t.Fatal("not opened")
	}
	var got [2]int32
	if p.Add(&got, features); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	got = [2]int32{}
	for range 1000 {
		if f := rnd.Uint32(); weights[f&mask] == [2]int8{} {
			p.Add(&got, []uint32{f})
		}
	}
	if got != [2]int32{} {
		t.Errorf("unknown features add %v", got)
	}
	for _, bad := range []string{"", data[:pairsHeader], data[:len(data)-1], data + "x"} {
		if _, ok := OpenPairs(bad); ok {
			t.Errorf("%d bytes were taken", len(bad))
		}
	}
}
