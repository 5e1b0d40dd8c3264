package packed

// Golden is 2^64 divided by the golden ratio: steps of it visit all slots of a
// table evenly.
const Golden = 0x9E3779B97F4A7C15

// Mix spreads x over 64 bits (the finalizer of SplitMix64).
func Mix(x uint64) uint64 {
	x += Golden
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// WordHash is the hash of a word as features have it: FNV-1a with every digit
// read as 0, so that numbers of one shape are one word, then spread.
func WordHash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c-'0' < 10 {
			c = '0'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return Mix(h)
}
