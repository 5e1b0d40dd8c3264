package gazetteer

import (
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

func (t table) blocks() int { return (t.n + blockSize - 1) / blockSize }

func (t table) block(b int) string {
	lo, hi := packed.U32(t.index, 4*b), packed.U32(t.index, 4*b+4)
	if lo > hi || int64(hi) > int64(len(t.blob)) {
		return ""
	}
	return t.blob[lo:hi]
}

// firstKey is the first name of a block, which shares nothing.
func firstKey(b string) string {
	if len(b) < 2 || 2+int(b[1]) > len(b) {
		return ""
	}
	return b[2 : 2+int(b[1])]
}

// cut reads one name's frame.
func cut(b string) (shared int, tail, recs, rest string, ok bool) {
	if len(b) < 3 || 2+int(b[1]) >= len(b) {
		return 0, "", "", "", false
	}
	shared, tail, b = int(b[0]), b[2:2+int(b[1])], b[2+int(b[1]):]
	n, w := packed.Uvarint(b)
	if w <= 0 || n > uint64(len(b)-w) {
		return 0, "", "", "", false
	}
	return shared, tail, b[w : w+int(n)], b[w+int(n):], true
}

// seek is the last block whose first name is not greater than key.
func (t table) seek(key string) int {
	lo, hi := 0, t.blocks()
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if firstKey(t.block(m)) <= key {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo - 1
}

// find is the records of a name.
func (t table) find(key string) (recs string, ok bool) {
	i := t.seek(key)
	if i < 0 {
		return "", false
	}
	// common is how much of key the name just read has; a name that shares
	// less is greater than key, one that shares more is still less.
	b, common := t.block(i), 0
	for len(b) > 0 {
		shared, tail, r, rest, ok := cut(b)
		if !ok {
			return "", false
		}
		if shared < common {
			return "", false
		}
		if shared == common && common <= len(key) {
			n := commonPrefix(tail, key[common:])
			if n == len(tail) && common+n == len(key) {
				return r, true
			}
			if n < len(tail) && (common+n == len(key) || tail[n] > key[common+n]) {
				return "", false
			}
			common += n
		}
		b = rest
	}
	return "", false
}

// prefix reports whether a name starts with key.
func (t table) prefix(key string) bool {
	i := t.seek(key)
	if i < 0 {
		return t.n > 0 && strings.HasPrefix(firstKey(t.block(0)), key)
	}
	var buf [256]byte
	name := buf[:0]
	b := t.block(i)
	for len(b) > 0 {
		shared, tail, _, rest, ok := cut(b)
		if !ok || shared > len(name) {
			return false
		}
		name = append(name[:shared], tail...)
		if len(name) >= len(key) && string(name[:len(key)]) == key {
			return true
		}
		if string(name) > key {
			return false
		}
		b = rest
	}
	return i+1 < t.blocks() && strings.HasPrefix(firstKey(t.block(i+1)), key)
}

// at is name i with its records.
func (t table) at(i int) (name, recs string) {
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
