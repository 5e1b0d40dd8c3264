package packed

import (
	"math/rand/v2"
	"testing"
)

func TestU64(t *testing.T) {
	const s = "\x01\x02\x03\x04\x05\x06\x07\x08\xff"
	for off, want := range map[int]uint64{
		0: 0x0807060504030201, 1: 0xff08070605040302, 2: 0x00ff080706050403, 8: 0xff, 9: 0, 100: 0, -100: 0,
	} {
		if got := U64(s, off); got != want {
			t.Errorf("%d: %x, want %x", off, got, want)
		}
	}
}

// Rows of every length, the last at the end of the data, add what their
// weights add one by one, however many features are asked for at once.
func TestRows(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	rows := map[uint32][]Weight{}
	var features []uint32
	var want Scores
	for n := range 200 {
		f := rnd.Uint32()
		if n%3 == 0 {
			f |= 0xffff0000 // many in one bucket
		}
		var row []Weight
		for i := range n % 17 {
			q := float64(rnd.IntN(255) - 127)
			w := q * max(q, -q)
			row = append(row, Weight{Label: uint8(15*i + n%15), W: w})
			want[15*i+n%15] += int32(w)
		}
		rows[f] = row
		features = append(features, f, rnd.Uint32())
	}
	rows[0] = []Weight{{Label: 255, W: 127 * 127}} // so that a unit is 1
	l, _, ok := OpenLinear(string(BuildLinear(rows)))
	if !ok {
		t.Fatal("not a model")
	}
	var got Scores
	l.Add(&got, features)
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
