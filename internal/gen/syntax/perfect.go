package main

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/dateline-go/dateline/internal/syntax/transition"
)

// perfect finds pilots for a perfect hash of keys (hash and displace: the
// largest buckets choose first), and gives the slot of each key and the number
// of slots.
func perfect(keys []uint64) (pilots []uint16, slot []uint32, slots int) {
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
				i, _ := bits.Mul64(transition.Place(keys[k], uint16(p)), uint64(slots))
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
