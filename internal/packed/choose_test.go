package packed

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Best is the first label with the highest of the sums that Add makes, its lead
// that over the next one, however many features and labels there are.
func TestBest(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	for _, known := range []int{12, 24, 25, 95, 120} {
		rows := map[uint32]string{}
		var features []uint32
		for n := range 300 {
			var row []byte
			for l := range known {
				if rnd.IntN(known) < n%known+1 {
					row = append(row, byte(l), byte(rnd.IntN(7)-3))
				}
			}
			if row != nil {
				features = append(features, rnd.Uint32())
				rows[features[len(features)-1]] = string(row)
			}
		}
		data, err := AppendRows(nil, rows)
		if err != nil {
			t.Fatal(err)
		}
		r, _, ok := OpenRows(string(data))
		if !ok {
			t.Fatal("not a model")
		}
		var c Chooser
		for _, labels := range []int{2, known, min(known+3, 128)} {
			for range 100 {
				rnd.Shuffle(len(features), func(i, j int) { features[i], features[j] = features[j], features[i] })
				fs := features[:rnd.IntN(len(features))]
				var s Scores
				r.Add(&s, fs)
				want, next := 0, int32(math.MinInt32)
				for l := 1; l < labels; l++ {
					if s[l] > s[want] {
						want, next = l, s[want]
					} else {
						next = max(next, s[l])
					}
				}
				if got, lead := c.Best(&r, fs, labels); got != want || lead != s[want]-next {
					t.Fatalf("%d features, %d labels of %d: got %d by %d, want %d by %d", len(fs), labels, known, got, lead, want, s[want]-next)
				}
			}
		}
	}
}
