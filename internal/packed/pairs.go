package packed

import (
	"maps"
	"slices"
)

// Pairs are two weights of a byte for each feature that is known, a hash of 32
// bits of which those in a mask count.
//
// Layout, little-endian: uint32 mask, uint32 numbers of pilots and slots, the
// pilots, the slots, two bytes of nothing. A slot is as in Rows, with the
// weights instead of the place of a row.
type Pairs struct{ slots }

const pairsHeader = 12

// OpenPairs opens data, which is Pairs and nothing else.
func OpenPairs(data string) (p Pairs, ok bool) {
	if len(data) < pairsHeader {
		return Pairs{}, false
	}
	var rest string
	p.slots, rest, ok = openSlots(data, data[pairsHeader:])
	return p, ok && len(rest) == 2
}

// Add adds the weights of features to s.
func (p *Pairs) Add(s *[2]int32, features []uint32) {
	var room [64]uint64
	for len(features) > 0 {
		fs := features[:min(len(features), len(room))]
		features = features[len(fs):]
		found := room[:len(fs)]
		p.find(found, fs)
		for j, h := range fs {
			e := found[j]
			known := int32((int64(differs(e, h, p.mask)) - 1) >> 63) // all bits when it is 0
			s[0] += int32(int8(e)) & known
			s[1] += int32(int8(e>>8)) & known
		}
	}
}

// BuildPairs writes Pairs of features that the bits in mask tell apart: what
// generators call. The same weights give the same bytes. It panics when the mask
// does not tell two features apart.
func BuildPairs(mask uint32, weights map[uint32][2]int8) []byte {
	features := slices.Sorted(maps.Keys(weights))
	values := make([]uint32, len(features))
	for i, f := range features {
		w := weights[f]
		values[i] = uint32(uint8(w[0])) | uint32(uint8(w[1]))<<8
	}
	return append(appendSlots(nil, mask, features, values), 0, 0)
}
