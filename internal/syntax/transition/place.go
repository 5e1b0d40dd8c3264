package transition

import "github.com/dateline-go/dateline/internal/packed"

// Place is a number whose high bits choose the slot of feature h, given the
// pilot of its bucket.
func Place(h uint64, pilot uint16) uint64 {
	return (h ^ uint64(pilot)*0xC2B2AE3D27D4EB4F) * packed.Golden
}

// Print are the 12 bits by which a slot knows its feature.
func Print(h uint64) uint32 { return uint32(h>>28) & (1<<12 - 1) }
