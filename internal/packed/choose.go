package packed

import (
	"math"
	"slices"
)

// atOnce is how many features Rows look up at once, and how many wide rows are
// added at once.
const atOnce = 64

// A Chooser chooses labels by the weights of features. It is room for the work,
// which is used again and again.
type Chooser struct {
	scores     Scores
	rows, wide [2 * atOnce]uint32
	room       [2 * atOnce]uint64
}

// Best is that of the labels below labels, 1 to 128, which has the highest sum of weights
// over features, the first of several, and by how much it leads the next one.
// All rows are found first, so that they are added in one go.
func (c *Chooser) Best(r *Rows, features []uint32, labels int) (label int, lead int32) {
	s := &c.scores
	clear(s[:labels])
	made := int(r.blocks) * blockOf // labels that wide rows have
	for l := labels; l < made; l++ {
		s[l] = math.MinInt32 / 2 // never the highest
	}
	var block int
	var top, others int32
	for more := true; more; more = len(features) > 0 {
		n := 0
		for n <= atOnce && len(features) > 0 {
			var known int
			known, features = r.some((*[atOnce]uint32)(c.rows[n:]), (*[atOnce]uint64)(c.room[:]), features)
			n += known
		}
		n, w := r.part(c.rows[:n], c.wide[:])
		s.AddRows(r.entries, c.rows[:n], c.room[:])
		for ; w > atOnce; w -= atOnce {
			s.addWide(r.wide, r.blocks, c.wide[w-atOnce:w])
		}
		block, top, others = s.addWide(r.wide, r.blocks, c.wide[:w])
	}
	// Which label leads cannot be foretold: it is found by maximum and without a
	// branch, most of that where the last sums are made.
	from, to := block*blockOf, min((block+1)*blockOf, labels)
	if made < labels {
		from, to = 0, labels
		top, others = highest(s[:labels]), math.MinInt32
	}
	label = from + max(0, slices.Index(s[from:to], top))
	s[label] = math.MinInt32
	return label, top - max(others, highest(s[from:to]))
}

// highest is the highest number of s.
func highest(s []int32) int32 {
	top := int32(math.MinInt32)
	for len(s) >= 4 {
		top = max(top, s[0], s[1], s[2], s[3])
		s = s[4:]
	}
	for _, x := range s {
		top = max(top, x)
	}
	return top
}
