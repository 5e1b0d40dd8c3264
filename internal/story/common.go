package story

import (
	_ "embed"
	"math"

	"github.com/dateline-go/dateline/internal/packed"
)

// commonData is uint32s, little-endian, in order: 28 bits of the hash of a
// word's stem above 4 bits of its class: one article of general English in
// 2^class has it.
//
//go:embed common.bin
var commonData string

// CommonClasses is the rarest class of common.bin.
const CommonClasses = 8

// commonness is the share of articles of general English that have a word, 0 where
// it is rare.
func commonness(word uint32) float64 {
	lo, hi := 0, len(commonData)/4
	for lo < hi {
		if mid := (lo + hi) / 2; packed.U32(commonData, 4*mid)>>4 < word>>4 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if 4*lo < len(commonData) {
		if e := packed.U32(commonData, 4*lo); e>>4 == word>>4 {
			return math.Ldexp(1, -int(e&15))
		}
	}
	return 0
}

// Words are the hashes of the stems of the words of s, but those of grammar.
func Words(s string) []uint32 {
	var out []uint32
	for _, t := range split(nil, s) {
		out = append(out, t.hash)
	}
	return out
}
