package packed

import "math/bits"

// Scores are sums of weights by label.
type Scores [256]int32

// The last entry of a row has the high bit of its label set.
const (
	last       = 0x80
	everyEntry = 0x0001_0001_0001_0001
	everyLabel = 0x7f * everyEntry
)

// AddRows adds the rows of entries that begin at places rows, each a number of
// entries. An entry is a label and a weight, which is the square root of the
// true one, with its sign. rows is changed; heads is room for as many numbers.
//
// Where a row ends cannot be foretold, and guessing it wrong costs more than
// adding: so four entries are added at a time, with those after the end made
// nothing, and first the beginnings of all rows, then what comes next of those
// that go on. Only what is left of the few long ones is added row by row.
func (s *Scores) AddRows(entries string, rows []uint32, heads []uint64) {
	const passes = 3
	for range passes {
		heads := heads[:len(rows)]
		begin(entries, rows, heads)
		rows = rows[:s.add(heads, rows)]
	}
	s.addRest(entries, rows)
}

// begin reads four entries of each row. The loops stand in functions of their
// own, so that all they use has room in registers, and those that read memory
// at random do little else: a processor looks ahead a few hundred instructions,
// and the fewer there are to a read the more reads are under way at once.
//
//go:noinline
func begin(entries string, rows []uint32, heads []uint64) {
	heads = heads[:len(rows)]
	for j, r := range rows {
		e := uint64(last) // of broken data, a row that adds nothing
		if i := 2 * uint64(r); i+8 <= uint64(len(entries)) {
			e = load64(entries, i)
		}
		heads[j] = e
	}
}

// add adds four entries of each row and leaves in rows what goes on, so many.
//
//go:noinline
func (s *Scores) add(heads []uint64, rows []uint32) (n int) {
	rows = rows[:len(heads)]
	for j, e := range heads {
		ends := e & (last * everyEntry)
		rows[n] = rows[j] + 4
		n += int((ends - 1) >> 63) // 1 when ends is 0
		e = (e ^ ends) & (ends&-ends<<9 - 1 | everyLabel)
		s[uint8(e)] += Square[uint8(e>>8)]
		s[uint8(e>>16)] += Square[uint8(e>>24)]
		s[uint8(e>>32)] += Square[uint8(e>>40)]
		s[uint8(e>>48)] += Square[uint8(e>>56)]
	}
	return n
}

// addRest adds what is left of rows.
//
//go:noinline
func (s *Scores) addRest(entries string, rows []uint32) {
	for _, r := range rows {
		for i := 2 * uint64(r); i+8 <= uint64(len(entries)); i += 8 {
			e := load64(entries, i)
			ends := e & (last * everyEntry)
			e = (e ^ ends) & (ends&-ends<<9 - 1 | everyLabel)
			s[uint8(e)] += Square[uint8(e>>8)]
			s[uint8(e>>16)] += Square[uint8(e>>24)]
			s[uint8(e>>32)] += Square[uint8(e>>40)]
			s[uint8(e>>48)] += Square[uint8(e>>56)]
			if ends != 0 {
				break
			}
		}
	}
}

// load16 is the two bytes of s from i, which must be there.
func load16(s string, i uint64) uint16 {
	s = s[i : i+2]
	return uint16(s[0]) | uint16(s[1])<<8
}

// load64 is the eight bytes of s from i, which must be there.
func load64(s string, i uint64) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Rows are the weights of features, which are hashes of 32 bits: a row for
// each feature that is known.
//
// Layout, little-endian: uint32 mask of the bits of a hash that count, uint32
// numbers of pilots, slots and entries, of wide rows and of the blocks in each;
// the pilots, the slots, the entries, the wide rows.
//
// A perfect hash leads from a feature to its slot: the pilot, a uint16, of the
// feature's bucket chose, when the table was built, a place for all features
// of the bucket that no other has. A slot is six bytes: 20 bits of the place
// of its row among the entries and, behind them, the wide rows, below 28 bits
// of the feature's hash, to know a feature that is not in the table. Features
// of the same weights share a row, and a row of entries may be the end of
// another. An entry is two bytes, a label of seven bits, with the high bit set
// in the last entry of a row, and a weight, the square root of the true one
// with its sign. Entry 0 is a row that adds nothing, for empty slots, and the
// last three are there so that a row can be read four entries at a time. A
// long row is a wide one: see addWide.
type Rows struct {
	slots
	entries, wide string
	entered       uint32 // the number of entries
	blocks        uint64
}

// slots are where features lead to.
type slots struct {
	pilots, table string
	np, ns        uint64 // pilots, slots
	mask          uint32
}

const (
	rowsHeader = 24
	rowBits    = 20
	slotSize   = 6
)

// openSlots takes from data the pilots and slots whose mask and numbers stand
// in head.
func openSlots(head, data string) (s slots, rest string, ok bool) {
	s = slots{mask: U32(head, 0), np: uint64(U32(head, 4)), ns: uint64(U32(head, 8))}
	pilots, table := 2*s.np, slotSize*s.ns
	// A slot is read as eight bytes, the last two of which are not its own.
	if s.np == 0 || s.ns == 0 || pilots+table+2 > uint64(len(data)) {
		return slots{}, "", false
	}
	s.pilots, s.table = data[:pilots], data[pilots:pilots+table+2]
	return s, data[pilots+table:], true
}

// OpenRows opens the rows that data begins with, and gives the rest of data.
func OpenRows(data string) (r Rows, rest string, ok bool) {
	if len(data) < rowsHeader {
		return Rows{}, "", false
	}
	r = Rows{entered: U32(data, 12), blocks: uint64(U32(data, 20))}
	entries, wide := 2*uint64(r.entered), uint64(U32(data, 16))*min(r.blocks, maxBlocks)*blockSize
	if r.slots, data, ok = openSlots(data, data[rowsHeader:]); !ok {
		return Rows{}, "", false
	}
	if entries < 8 || r.blocks > maxBlocks || entries+wide > uint64(len(data)) {
		return Rows{}, "", false
	}
	r.entries, data = data[:entries], data[entries:]
	r.wide, rest = data[:wide], data[wide:]
	return r, rest, true
}

// Add adds to the scores what is known of features.
func (r *Rows) Add(s *Scores, features []uint32) {
	var rows, wide [64]uint32
	var room [64]uint64
	for len(features) > 0 {
		var n int
		n, features = r.some(&rows, &room, features)
		n, w := r.part(rows[:n], wide[:])
		s.AddRows(r.entries, rows[:n], room[:])
		if w > 0 {
			s.addWide(r.wide, r.blocks, wide[:w])
		}
	}
}

// Single reports whether all rows have one entry, and that of one label: Rows
// share their entries, so that there are few to look at.
func (r *Rows) Single() bool {
	if r.wide != "" {
		return false
	}
	// The last three are no row's, as the first is not.
	for i := 2; i < len(r.entries)-6; i += 2 {
		if r.entries[i]&last == 0 || r.entries[i] != r.entries[2] {
			return false
		}
	}
	return true
}

// Sum is what features add to the label of a table whose rows are Single.
func (r *Rows) Sum(features []uint32) (sum int32) {
	var rows [64]uint32
	var room [64]uint64
	for len(features) > 0 {
		var n int
		n, features = r.some(&rows, &room, features)
		for _, at := range rows[:n] {
			if i := 2*uint64(at) + 1; i < uint64(len(r.entries)) {
				sum += Square[r.entries[i]]
			}
		}
	}
	return sum
}

// some finds the rows of the first features, as many as there is room for, and
// gives how many of these are known, and the other features.
func (s *slots) some(rows *[64]uint32, room *[64]uint64, features []uint32) (n int, rest []uint32) {
	fs := features[:min(len(features), len(rows))]
	found := room[:len(fs)]
	s.find(found, fs)
	return s.known(rows, found, fs), features[len(fs):]
}

// find reads the slots of features, step by step as begin does.
func (s *slots) find(found []uint64, features []uint32) {
	found = found[:len(features)]
	pilots, np, ns, mask := s.pilots, s.np, s.ns, s.mask
	for j, h := range features {
		b, _ := bits.Mul64(spread(h&mask), np)
		found[j] = uint64(load16(pilots, 2*uint64(uint32(b))))
	}
	for j, h := range features {
		found[j], _ = bits.Mul64(Place(spread(h&mask), uint16(found[j])), ns)
	}
	table := s.table
	for j, i := range found {
		found[j] = load64(table, slotSize*uint64(uint32(i)))
	}
}

// differs tells how what slot e knows its feature by differs from feature h: 0
// if it is the same.
func differs(e uint64, h, mask uint32) uint32 { return uint32(e>>rowBits)&(1<<28-1) ^ h&mask>>4 }

// known gives the rows of those features that are known, so many.
func (s *slots) known(rows *[64]uint32, found []uint64, features []uint32) (n int) {
	found = found[:len(features)]
	mask := s.mask
	for j, h := range features {
		e := found[j]
		// Which features are known cannot be foretold: writing always and
		// counting those that are is faster than a branch.
		rows[n&63] = uint32(e) & (1<<rowBits - 1)
		n += int((uint64(differs(e, h, mask)) - 1) >> 63) // 1 when it is 0
	}
	return n
}

// part moves the wide ones among rows to wide: n rows of entries are left, w are wide.
func (r *Rows) part(rows, wide []uint32) (n, w int) {
	wide = wide[:len(rows)]
	entered := uint64(r.entered)
	for _, at := range rows {
		rows[n], wide[w] = at, at-uint32(entered)
		few := int((uint64(at) - entered) >> 63) // 1 when at < entered
		n += few
		w += 1 - few
	}
	return n, w
}

// Pilots reads the pilots of keys, whose number of buckets is np, into places.
//
//go:noinline
func Pilots(pilots string, np uint64, keys []uint64, places []uint32) {
	places = places[:len(keys)]
	for j, h := range keys {
		b, _ := bits.Mul64(h, np)
		places[j] = uint32(load16(pilots, 2*uint64(uint32(b))))
	}
}

// Gather reads the number of four bytes at each of places of table.
//
//go:noinline
func Gather(table string, places []uint32) {
	for j, i := range places {
		t := table[4*uint64(i) : 4*uint64(i)+4]
		places[j] = uint32(t[0]) | uint32(t[1])<<8 | uint32(t[2])<<16 | uint32(t[3])<<24
	}
}

// spread makes 64 bits of a hash of 32, of which the high ones are even.
func spread(h uint32) uint64 { return uint64(h) * 0xD6E8FEB86659FD93 }

// Place is a number whose high bits choose the slot of a key, given the pilot
// of its bucket.
func Place(key uint64, pilot uint16) uint64 {
	return (key ^ uint64(pilot)*0xC2B2AE3D27D4EB4F) * Golden
}
