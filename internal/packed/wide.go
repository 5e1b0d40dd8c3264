package packed

import (
	"encoding/binary"
	"math"
)

// A wide row has a weight for every label, three to a number of 64 bits, as
// signed numbers side by side, so that one addition adds three. Eight numbers
// are a block, which fills a line of a processor's cache.
const (
	laneBits  = 21
	lanes     = 3
	blockSize = 64
	blockOf   = blockSize / 8 * lanes // labels
	maxBlocks = (last + blockOf - 1) / blockOf

	half = 1 << (laneBits - 1)
	// Sums begin at half of what they can be, so that none is negative.
	start = half | half<<laneBits | half<<(2*laneBits)
)

// isWide reports whether a row of n entries is to be wide: adding a wide one
// costs as much as adding an entry for every fourth label.
func isWide(n, labels int) bool { return n > max(8, labels/4) }

// appendWide appends a row of entries as a wide one.
func appendWide(out []byte, row string, blocks int) []byte {
	from := len(out)
	out = append(out, make([]byte, blocks*blockSize)...)
	for i := 0; i < len(row); i += 2 {
		l := int(row[i] &^ last)
		at := out[from+8*(l/lanes):]
		w := int64(Square[row[i+1]]) << (laneBits * (l % lanes))
		binary.LittleEndian.PutUint64(at, binary.LittleEndian.Uint64(at)+uint64(w))
	}
	return out
}

// addWide adds wide rows, 64 at most: so many sums stay within their bits. It
// tells which is the first block that has the highest of all sums of labels in
// blocks, that sum, and the highest in other blocks; rows is changed.
func (s *Scores) addWide(wide string, blocks uint64, rows []uint32) (block int, top, others int32) {
	for j, r := range rows {
		rows[j] = r * uint32(blocks*blockSize)
	}
	top, others = math.MinInt32, math.MinInt32
	for b := range int(blocks) {
		var sums [blockSize / 8]uint64
		sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7] = sumWide(wide[min(b*blockSize, len(wide)):], rows)
		x := s.addSums(b*blockOf, &sums)
		others = max(others, min(x, top))
		if x > top {
			block, top = b, x
		}
	}
	return block, top, others
}

// addSums adds the sums of a block to the scores of the labels from l on, and
// gives the highest of these scores.
//
//go:noinline
func (s *Scores) addSums(l int, sums *[blockSize / 8]uint64) int32 {
	top := int32(math.MinInt32)
	t := s[l:][:blockOf]
	for k := range sums {
		x, t := sums[k], t[lanes*k:][:lanes]
		x0 := t[0] + int32(x&(1<<laneBits-1)) - half
		x1 := t[1] + int32(x>>laneBits&(1<<laneBits-1)) - half
		x2 := t[2] + int32(x>>(2*laneBits)) - half
		t[0], t[1], t[2] = x0, x1, x2
		top = max(top, x0, x1, x2)
	}
	return top
}

// sumWide adds the blocks that begin at places of wide, in a function of its own
// so that the sums have room in registers.
//
//go:noinline
func sumWide(wide string, places []uint32) (a0, a1, a2, a3, a4, a5, a6, a7 uint64) {
	a0, a1, a2, a3, a4, a5, a6, a7 = start, start, start, start, start, start, start, start
	for _, r := range places {
		i := uint64(r)
		if i+blockSize > uint64(len(wide)) {
			break // broken data
		}
		p := wide[i : i+blockSize]
		a0 += load64(p, 0)
		a1 += load64(p, 8)
		a2 += load64(p, 16)
		a3 += load64(p, 24)
		a4 += load64(p, 32)
		a5 += load64(p, 40)
		a6 += load64(p, 48)
		a7 += load64(p, 56)
	}
	return a0, a1, a2, a3, a4, a5, a6, a7
}
