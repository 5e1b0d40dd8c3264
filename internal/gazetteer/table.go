package gazetteer

import (
	"math/bits"
	"strings"

	"github.com/dateline-go/dateline/internal/packed"
)

// blockSize is the number of names that share one entry of the index.
const blockSize = 16

// table is the name table: sorted names, front-coded in blocks, each with its
// records. Layout, little-endian: "DLG1", uint32 version, uint32 number of
// names, one uint32 offset a block and one for the end, then the blocks. A
// name is a byte of length shared with the name before it in the block, a
// byte of length of the rest, the rest, a uvarint of length of what follows:
// a byte that says what else the name is (1 a common word, 2 a given name),
// and the records.
type table struct {
	index, blob string
	n           int
}

func openTable(s string) table {
	if len(s) < 16 || s[:4] != "DLG1" || packed.U32(s, 4) != Version {
		return table{}
	}
	n := int(packed.U32(s, 8))
	blocks := (n + blockSize - 1) / blockSize
	if n <= 0 || blocks+1 > (len(s)-12)/4 {
		return table{}
	}
	end := 12 + 4*(blocks+1)
	t := table{index: s[12:end], blob: s[end:], n: n}
	if int64(packed.U32(t.index, 4*blocks)) != int64(len(t.blob)) {
		return table{}
	}
	return t
}

func (t *table) blocks() int { return (t.n + blockSize - 1) / blockSize }

func (t *table) block(b int) string {
	lo, hi := packed.U32(t.index, 4*b), packed.U32(t.index, 4*b+4)
	if lo > hi || int64(hi) > int64(len(t.blob)) {
		return ""
	}
	return t.blob[lo:hi]
}

// first is the first name of block b, which shares nothing.
func (t *table) first(b int) string {
	at := uint64(packed.U32(t.index, 4*b)) + 2
	if at > uint64(len(t.blob)) {
		return ""
	}
	return t.blob[at:min(at+uint64(t.blob[at-1]), uint64(len(t.blob)))]
}

// upTo reports whether the first name of block b is not greater than key, whose
// first eight bytes are want: they tell nearly always.
func (t *table) upTo(b int, key string, want uint64) bool {
	if at := uint64(packed.U32(t.index, 4*b)) + 2; at+8 <= uint64(len(t.blob)) {
		if have := packed.First8(t.blob[at:at+8], int(t.blob[at-1])); have != want {
			return have < want
		}
	}
	return t.first(b) <= key
}

// opens reports whether there is a block b whose first name begins with key.
func (t *table) opens(b int, key string) bool {
	return b < t.blocks() && strings.HasPrefix(t.first(b), key)
}

// cut reads one name's frame.
func cut(b string) (shared int, tail, recs, rest string, ok bool) {
	if len(b) < 3 || 2+int(b[1]) >= len(b) {
		return 0, "", "", "", false
	}
	shared, tail, b = int(b[0]), b[2:2+int(b[1])], b[2+int(b[1]):]
	n, w := uint64(b[0]), 1
	if n >= 0x80 {
		n, w = packed.Uvarint(b)
	}
	if w <= 0 || n > uint64(len(b)-w) {
		return 0, "", "", "", false
	}
	return shared, tail, b[w : w+int(n)], b[w+int(n):], true
}

// seek is the last block whose first name is not greater than key.
func (t *table) seek(key string) int {
	want := bits.ReverseBytes64(packed.U64(key, 0))
	lo, hi := 0, t.blocks()
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if t.upTo(m, key, want) {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo - 1
}

// look is the records of the name that key is, with ok false and no matter what
// records if it is none, and whether any name begins with it.
func (t *table) look(key string) (recs string, ok, begins bool) {
	i := t.seek(key)
	if i < 0 {
		return "", false, t.opens(0, key)
	}
	// common is how much of key the name just read has; a name that shares
	// less is greater than key, one that shares more is still less.
	b, common := t.block(i), 0
	for len(b) > 0 {
		shared, tail, r, rest, ok := cut(b)
		if !ok || shared < common {
			return "", false, false
		}
		if shared == common {
			n := commonPrefix(tail, key[common:])
			common += n
			switch {
			case common == len(key):
				return r, n == len(tail), true
			case n < len(tail) && tail[n] > key[common]:
				return "", false, false
			}
		}
		b = rest
	}
	return "", false, t.opens(i+1, key)
}

// at is name i with its records.
func (t *table) at(i int) (name, recs string) {
	if i < 0 || i >= t.n {
		return "", ""
	}
	var buf [256]byte
	k := buf[:0]
	b := t.block(i / blockSize)
	for j := 0; ; j++ {
		shared, tail, r, rest, ok := cut(b)
		if !ok || shared > len(k) {
			return "", ""
		}
		k = append(k[:shared], tail...)
		if j == i%blockSize {
			return string(k), r
		}
		b = rest
	}
}

func commonPrefix(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}
