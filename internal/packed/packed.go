// Package packed holds the tables that dateline carries: constants in a
// string, searched in place, never decoded, which costs no allocation and
// nothing at start-up. internal/gen writes what it reads.
//
// A table is sorted by key. A key is found by a perfect hash, and the place
// where a key would stand by binary search over an index of offsets.
//
// Layout, little-endian: "DLT2", uint32 version, uint32 numbers of records,
// pilots and slots; uint32 offsets of the records in the blob, and its length;
// a uint16 for each pilot, a uint32 for each slot; the blob. A slot is 24 bits
// of the number of its record below 8 bits of the key's hash. A record is a
// uvarint length of the key, the key, and the value's bytes.
package packed

import (
	"encoding/binary"
	"errors"
	"maps"
	"math"
	"math/bits"
	"slices"
)

const (
	magic       = "DLT2"
	tableHeader = 20
	recordBits  = 24
)

// ErrCorrupt is what Open returns for data that is not a whole table.
var ErrCorrupt = errors.New("packed: corrupt table")

// Table is a sorted map from string keys to byte strings.
// The zero Table is empty.
type Table struct {
	index         string // (n+1)*4 bytes of offsets
	pilots, slots string
	blob          string
	n             int
}

// Open checks the frame of data, in time independent of its size, and returns the table in it.
func Open(data string, version uint32) (Table, error) {
	if len(data) < tableHeader || data[:4] != magic || U32(data, 4) != version {
		return Table{}, ErrCorrupt
	}
	n, np, ns := int64(U32(data, 8)), int64(U32(data, 12)), int64(U32(data, 16))
	data = data[tableHeader:]
	if np == 0 || ns == 0 || 4*(n+1)+2*np+4*ns > int64(len(data)) {
		return Table{}, ErrCorrupt
	}
	t := Table{n: int(n)}
	t.index, data = data[:4*(n+1)], data[4*(n+1):]
	t.pilots, data = data[:2*np], data[2*np:]
	t.slots, t.blob = data[:4*ns], data[4*ns:]
	if U32(t.index, 0) != 0 || int64(U32(t.index, 4*t.n)) != int64(len(t.blob)) {
		return Table{}, ErrCorrupt
	}
	return t, nil
}

// Len is the number of records.
func (t Table) Len() int { return t.n }

// At is record i. A corrupt record reads as two empty strings.
func (t Table) At(i int) (key, value string) {
	a, b := U32(t.index, 4*i), U32(t.index, 4*i+4)
	if a > b || int64(b) > int64(len(t.blob)) {
		return "", ""
	}
	r := t.blob[a:b]
	n, w := Uvarint(r)
	if w <= 0 || n > uint64(len(r)-w) {
		return "", ""
	}
	return r[w : w+int(n)], r[w+int(n):]
}

// Find is the value of key.
func (t Table) Find(key string) (value string, ok bool) {
	if t.n == 0 {
		return "", false
	}
	h := keyHash(key)
	b, _ := bits.Mul64(h, uint64(len(t.pilots)/2))
	i, _ := bits.Mul64(Place(h, load16(t.pilots, 2*b)), uint64(len(t.slots)/4))
	e := U32(t.slots, 4*int(i))
	if e>>recordBits != uint32(uint8(h)) {
		return "", false
	}
	r := int(e & (1<<recordBits - 1))
	if r >= t.n {
		return "", false // broken data
	}
	k, v := t.At(r)
	if k != key {
		return "", false
	}
	return v, true
}

// keyHash is the hash of a key. Two keys of one length, of at most eight bytes,
// never have the same.
func keyHash(s string) uint64 {
	n := len(s)
	h := uint64(n) * Golden
	switch {
	case n >= 8:
		for i := 0; i < n-8; i += 8 {
			h = (h ^ load64(s, uint64(i))) * 0xD6E8FEB86659FD93
			h ^= h >> 32
		}
		h ^= load64(s, uint64(n-8))
	case n >= 4:
		h ^= uint64(U32(s, 0)) | uint64(U32(s, n-4))<<32
	case n > 0:
		h ^= uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16
	}
	return Mix(h)
}

// Search is the first record whose key is not less than key, and whether it is key.
func (t Table) Search(key string) (int, bool) {
	want := bits.ReverseBytes64(U64(key, 0))
	lo, hi := 0, t.n
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if t.less(m, key, want) {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == t.n {
		return lo, false
	}
	k, _ := t.At(lo)
	return lo, k == key
}

// less reports whether the key of record i is less than key, whose first eight
// bytes are want: they tell nearly always.
func (t *Table) less(i int, key string, want uint64) bool {
	if at := int(U32(t.index, 4*i)); at >= 0 && at < len(t.blob)-8 && t.blob[at] < 0x80 {
		if have := First8(t.blob[at+1:at+9], int(t.blob[at])); have != want {
			return have < want
		}
	}
	k, _ := t.At(i)
	return k < key
}

// First8 are the first n bytes of s, eight at most, as a number that sorts like
// them. s has eight or more.
func First8(s string, n int) uint64 {
	x := binary.BigEndian.Uint64([]byte(s[:8])) // copies nothing
	if n < 8 {
		x &^= math.MaxUint64 >> (8 * n & 63)
	}
	return x
}

// U32 reads a little-endian uint32 at off; past the end it is 0.
func U32(s string, off int) uint32 {
	if off < 0 || off+4 > len(s) {
		return 0
	}
	s = s[off : off+4] // one check
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// U64 reads a little-endian uint64 at off; bytes past the end are 0.
func U64(s string, off int) uint64 {
	if off < 0 || off+8 > len(s) {
		return tail(s, off)
	}
	return binary.LittleEndian.Uint64([]byte(s[off:])) // copies nothing
}

// tail is U64 where fewer than eight bytes are left.
//
//go:noinline
func tail(s string, off int) (x uint64) {
	for i := range 8 {
		if at := off + i; at >= 0 && at < len(s) {
			x |= uint64(s[at]) << (8 * i)
		}
	}
	return x
}

// Uvarint reads a varint from the start of s, as binary.Uvarint does.
func Uvarint(s string) (uint64, int) {
	var x uint64
	for i := 0; i < len(s) && i < binary.MaxVarintLen64; i++ {
		if b := s[i]; b < 0x80 {
			return x | uint64(b)<<(7*i), i + 1
		} else {
			x |= uint64(b&0x7f) << (7 * i)
		}
	}
	return 0, 0
}

// Build writes a table: what generators call. The same records give the same
// bytes. It panics when there are more than 1<<24 records or two keys have one hash.
func Build(version uint32, records map[string]string) []byte {
	if len(records) > 1<<recordBits {
		panic("packed: too many records for their number in a slot")
	}
	keys := slices.Sorted(maps.Keys(records))
	hashes := make([]uint64, len(keys))
	for i, k := range keys {
		hashes[i] = keyHash(k)
	}
	pilots, slot, slots := Perfect(hashes)
	table := make([]uint32, slots)
	for i, at := range slot {
		table[at] = uint32(i) | uint32(uint8(hashes[i]))<<recordBits
	}
	out := []byte(magic)
	for _, n := range []int{int(version), len(keys), len(pilots), slots, 0} {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	var blob []byte
	for _, k := range keys {
		blob = append(append(binary.AppendUvarint(blob, uint64(len(k))), k...), records[k]...)
		out = binary.LittleEndian.AppendUint32(out, uint32(len(blob)))
	}
	for _, p := range pilots {
		out = binary.LittleEndian.AppendUint16(out, p)
	}
	for _, e := range table {
		out = binary.LittleEndian.AppendUint32(out, e)
	}
	return append(out, blob...)
}
