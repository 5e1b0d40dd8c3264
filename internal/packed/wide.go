package packed

import "encoding/binary"

// A wide row has a weight for every label, three to a number of 64 bits, as
// signed numbers side by side, so that one addition adds three. Eight numbers
// are a block, which fills a line of a processor's cache.
const (
	laneBits  = 21
	lanes     = 3
	blockSize = 64
	blockOf   = blockSize / 8 * lanes // labels
	maxBlocks = (last + blockOf - 1) / blockOf
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

// addWide adds wide rows, 64 at most: so many sums stay within their bits.
//
//go:noinline
func (s *Scores) addWide(wide string, blocks uint64, rows []uint32) {
	const (
		half = 1 << (laneBits - 1)
		// Sums begin at half of what they can be, so that none is negative.
		start = half | half<<laneBits | half<<(2*laneBits)
	)
	for b := range blocks {
		var a0, a1, a2, a3, a4, a5, a6, a7 uint64 = start, start, start, start, start, start, start, start
		for _, r := range rows {
			i := (uint64(r)*blocks + b) * blockSize
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
		for k, x := range [...]uint64{a0, a1, a2, a3, a4, a5, a6, a7} {
			l := b*blockOf + lanes*uint64(k)
			s[l&255] += int32(x&(1<<laneBits-1)) - half
			s[(l+1)&255] += int32(x>>laneBits&(1<<laneBits-1)) - half
			s[(l+2)&255] += int32(x>>(2*laneBits)) - half
		}
	}
}
