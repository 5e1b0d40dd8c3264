// Package packed holds the tables that dateline carries: constants in a
// string, searched in place, never decoded. A table is sorted by key; a key
// is looked up by binary search over an index of offsets, which costs no
// allocation and nothing at start-up. internal/gen writes what it reads.
//
// Layout, little-endian: "DLT1", uint32 version, uint32 count, count+1 uint32
// offsets of records in the blob, then the blob. A record is a uvarint length
// of the key, the key, and the value's bytes.
package packed

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"
	"strings"
)

const magic = "DLT1"

// ErrCorrupt is what Open returns for data that is not a whole table.
var ErrCorrupt = errors.New("packed: corrupt table")

// Table is a sorted map from string keys to byte strings.
// The zero Table is empty.
type Table struct {
	index string // (n+1)*4 bytes of offsets
	blob  string
	n     int
}

// Open checks the frame of data, in time independent of its size, and returns the table in it.
func Open(data string, version uint32) (Table, error) {
	if len(data) < 16 || data[:4] != magic || U32(data, 4) != version {
		return Table{}, ErrCorrupt
	}
	n := int(U32(data, 8))
	if n < 0 || n > (len(data)-16)/4 {
		return Table{}, ErrCorrupt
	}
	end := 12 + 4*(n+1)
	t := Table{index: data[12:end], blob: data[end:], n: n}
	if U32(t.index, 0) != 0 || int64(U32(t.index, 4*n)) != int64(len(t.blob)) {
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
	i, ok := t.Search(key)
	if !ok {
		return "", false
	}
	_, v := t.At(i)
	return v, true
}

// Search is the first record whose key is not less than key, and whether it is key.
func (t Table) Search(key string) (int, bool) {
	want := first8(key, len(key))
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
func (t Table) less(i int, key string, want uint64) bool {
	if at := int(U32(t.index, 4*i)); at >= 0 && at < len(t.blob)-8 && t.blob[at] < 0x80 {
		if have := first8(t.blob[at+1:], int(t.blob[at])); have != want {
			return have < want
		}
	}
	k, _ := t.At(i)
	return k < key
}

// first8 are the first eight bytes of the first n of s, as a number that sorts
// like them.
func first8(s string, n int) uint64 {
	x := bits.ReverseBytes64(U64(s, 0))
	if n >= 8 {
		return x
	}
	return x &^ (1<<(64-8*n) - 1)
}

// U32 reads a little-endian uint32 at off; past the end it is 0.
func U32(s string, off int) uint32 {
	if off < 0 || off+4 > len(s) {
		return 0
	}
	return uint32(s[off]) | uint32(s[off+1])<<8 | uint32(s[off+2])<<16 | uint32(s[off+3])<<24
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

// Build writes a table: what generators call. The same records give the same bytes.
func Build(version uint32, records map[string]string) []byte {
	keys := make([]string, 0, len(records))
	for k := range records {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	out := []byte(magic)
	out = binary.LittleEndian.AppendUint32(out, version)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(keys)))
	var blob strings.Builder
	out = binary.LittleEndian.AppendUint32(out, 0)
	var tmp []byte
	for _, k := range keys {
		tmp = binary.AppendUvarint(tmp[:0], uint64(len(k)))
		blob.Write(tmp)
		blob.WriteString(k)
		blob.WriteString(records[k])
		out = binary.LittleEndian.AppendUint32(out, uint32(blob.Len()))
	}
	return append(out, blob.String()...)
}
