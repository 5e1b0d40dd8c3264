package transition

// Print are the 12 bits by which a slot knows its feature.
func Print(h uint64) uint32 { return uint32(h>>28) & (1<<12 - 1) }
