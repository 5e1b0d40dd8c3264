package packed

import (
	"cmp"
	"encoding/binary"
	"errors"
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// AppendRows appends Rows to out: what generators call. Of each feature rows
// has the entries, a byte label and a byte weight each. The same rows give the
// same bytes.
func AppendRows(out []byte, rows map[uint32]string) ([]byte, error) {
	features := slices.Sorted(maps.Keys(rows))
	ended := make([]string, len(features))
	labels := 0
	for i, f := range features {
		r := []byte(rows[f])
		for k := 0; k < len(r); k += 2 {
			if r[k] >= last {
				return nil, errors.New("packed: a label of more than seven bits")
			}
			labels = max(labels, int(r[k])+1)
		}
		if len(r) < 2 || len(r)%2 != 0 {
			return nil, errors.New("packed: a row without entries")
		}
		r[len(r)-2] |= last
		ended[i] = string(r)
	}
	var long, short []string
	for _, r := range ended {
		if isWide(len(r)/2, labels) {
			long = append(long, r)
		} else {
			short = append(short, r)
		}
	}
	entries, at := Share(short)
	slices.Sort(long)
	long = slices.Compact(long)
	var wide []byte
	blocks := (labels + blockOf - 1) / blockOf
	for i, r := range long {
		at[r] = uint32(len(entries)/2 + i)
		wide = appendWide(wide, r, blocks)
	}
	if len(entries)/2+len(long) > 1<<rowBits {
		return nil, errors.New("packed: too many weights for the place of a row")
	}
	values := make([]uint32, len(features))
	for i, r := range ended {
		values[i] = at[r]
	}
	out = appendSlots(out, 1<<32-1, features, values, uint32(len(entries)/2), uint32(len(long)), uint32(blocks))
	return append(append(out, entries...), wide...), nil
}

// appendSlots appends the header, with what more it has, the pilots and the
// slots of features, whose values have rowBits at most.
func appendSlots(out []byte, mask uint32, features, values []uint32, more ...uint32) []byte {
	keys := make([]uint64, len(features))
	for i, f := range features {
		keys[i] = spread(f & mask)
	}
	pilots, slot, slots := Perfect(keys)
	table := make([]byte, slotSize*slots)
	for i, f := range features {
		e := uint64(values[i]) | uint64(f&mask>>4)<<rowBits
		for k := range slotSize {
			table[slotSize*int(slot[i])+k] = byte(e >> (8 * k))
		}
	}
	for _, n := range append([]uint32{mask, uint32(len(pilots)), uint32(slots)}, more...) {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	for _, p := range pilots {
		out = binary.LittleEndian.AppendUint16(out, p)
	}
	return append(out, table...)
}

// Share lays rows, whose ends are marked, one after another, each only once and
// none that another ends with, and gives the place of each, in entries. Place 0
// is an idle row, for empty slots, and three more idle ones stand at the end, so
// that a row can be read four entries at a time.
func Share(rows []string) (entries []byte, at map[string]uint32) {
	order := slices.Clone(rows)
	slices.SortFunc(order, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	entries, at = []byte{last, 0}, map[string]uint32{}
	for _, r := range order {
		if _, ok := at[r]; ok {
			continue
		}
		for i := 0; i < len(r); i += 2 {
			if _, ok := at[r[i:]]; !ok {
				at[r[i:]] = uint32((len(entries) + i) / 2)
			}
		}
		entries = append(entries, r...)
	}
	return append(entries, last, 0, last, 0, last, 0), at
}

// Perfect finds pilots for a perfect hash of keys (hash and displace: the
// largest buckets choose first), and gives the slot of each key and the number
// of slots. No pilot parts equal keys: on those it panics.
func Perfect(keys []uint64) (pilots []uint16, slot []uint32, slots int) {
	if sorted := slices.Sorted(slices.Values(keys)); len(slices.Compact(sorted)) < len(keys) {
		panic("packed: two keys have one hash")
	}
	np := uint64(len(keys)/5 + 1)
	buckets := make([][]int, np)
	for i, k := range keys {
		b, _ := bits.Mul64(k, np)
		buckets[b] = append(buckets[b], i)
	}
	order := make([]int, np)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(buckets[b]), len(buckets[a])) })
	slot = make([]uint32, len(keys))
	for slots = len(keys)*102/100 + 8; ; slots += slots / 100 {
		if pilots = place(keys, buckets, order, slot, slots); pilots != nil {
			return pilots, slot, slots
		}
	}
}

// place is nil when some bucket finds no free places with any pilot.
func place(keys []uint64, buckets [][]int, order []int, slot []uint32, slots int) []uint16 {
	pilots := make([]uint16, len(buckets))
	taken := make([]bool, slots)
	for _, b := range order {
		done := false
		for p := 0; p < 1<<16 && !done; p++ {
			done = true
			for n, k := range buckets[b] {
				i, _ := bits.Mul64(Place(keys[k], uint16(p)), uint64(slots))
				if taken[i] {
					for _, k := range buckets[b][:n] {
						taken[slot[k]] = false
					}
					done = false
					break
				}
				taken[i], slot[k] = true, uint32(i)
			}
			pilots[b] = uint16(p)
		}
		if !done {
			return nil
		}
	}
	return pilots
}
