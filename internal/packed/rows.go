package packed

// Scores are sums of weights by label.
type Scores [256]int32

// Add adds four entries of a row, each a byte label below a byte weight (see
// Square). An entry of 0 adds nothing.
func (s *Scores) Add(e uint64) {
	s[uint8(e)] += Square[uint8(e>>8)]
	s[uint8(e>>16)] += Square[uint8(e>>24)]
	s[uint8(e>>32)] += Square[uint8(e>>40)]
	s[uint8(e>>48)] += Square[uint8(e>>56)]
}

// Rows are rows of labels with their weights, one for each feature that a
// model knows. The high bits of a feature's hash are the number of its bucket.
//
// The index is buckets+1 uint32, little-endian, the place of each bucket in
// the data. A row is the low 16 bits of its feature's hash, a byte n, and n
// times a byte label and a byte weight (see Square).
type Rows struct {
	index, data string
	shift       uint32
}

// OpenRows are the rows of an index of 1<<bits buckets and their data.
func OpenRows(index, data string, bits uint32) Rows {
	return Rows{index: index, data: data, shift: 32 - bits}
}

// bucket is where the row of a feature is looked for.
type bucket struct {
	at, end uint32
	head    uint32 // the first four bytes
	hash    uint16
}

// Add adds to s what is known of features.
func (r *Rows) Add(s *Scores, features []uint32) {
	// All buckets are found before any is begun, and all begun before any is
	// read, so that the reads of memory overlap.
	var buckets [64]bucket
	for len(features) > 0 {
		n := min(len(features), len(buckets))
		k := 0
		for _, h := range features[:n] {
			x := U64(r.index, 4*int(h>>r.shift))
			at, end := uint32(x), uint32(x>>32)
			buckets[k].at, buckets[k].end, buckets[k].hash = at, end, uint16(h)
			// Which buckets are empty cannot be foretold: counting is faster than a branch.
			k += int((at - end) >> 31)
		}
		features = features[n:]
		for i := range buckets[:k] {
			buckets[i].head = U32(r.data, int(buckets[i].at))
		}
		for i := range buckets[:k] {
			r.add(s, &buckets[i])
		}
	}
}

// add adds the row of b's feature among the rows of its bucket.
func (r *Rows) add(s *Scores, b *bucket) {
	if b.at >= b.end || int64(b.end) > int64(len(r.data)) {
		return // broken data
	}
	at, end := int(b.at), int(b.end)
	for head := b.head; ; head = U32(r.data, at) {
		from := at + 3
		n := int(uint8(head >> 16))
		if at = from + 2*n; at > end {
			return
		}
		if uint16(head) == b.hash {
			r.sum(s, from, n)
			return
		}
	}
}

// sum adds the n entries at a byte of the data, four at a time, with those
// after the end made nothing: where a row ends cannot be foretold.
func (r *Rows) sum(s *Scores, at, n int) {
	for ; n > 0; n -= 4 {
		s.Add(U64(r.data, at) & (^uint64(0) >> (64 - 16*uint(min(n, 4)))))
		at += 8
	}
}
