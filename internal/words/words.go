package words

// A Table holds the words of one room and the classes they belong to, packed
// by internal/gen/words into a string that is read in place: nothing is
// decoded, nothing allocated, nothing done at start-up. C is the room's own
// type of classes, so that one room's class cannot be asked of another's table.
//
// Data begins with four little-endian uint32: the number of hash slots minus
// one, the bytes of a row, where the rows begin, where the texts begin. Slots
// follow, each a uint32: the top 8 bits of the word's hash, 24 bits of the
// offset of its entry; 0 is none. Rows are bit sets of classes. An entry is
// the word's length, the word, uint16 row, and the number of its values, each
// a uint16 class and a uint32: an index in Ints, or, if the class has its top
// bit set, the offset of a text in 24 bits and its length in 8.
type Table[C ~uint16] struct {
	Data string
	Ints []int32
}

// Entry is what a table says of one word. The zero Entry is in no class.
type Entry[C ~uint16] struct {
	row, values string
	table       *Table[C]
}

const (
	slotsAt   = 16
	valueSize = 6
	textFlag  = 1 << 15
)

// Has reports whether word is in class c.
func (t *Table[C]) Has(word string, c C) bool {
	row, _ := find(t.Data, word)
	return bit(row, uint(c))
}

// Int is the number that class c gives to word.
func (t *Table[C]) Int(word string, c C) (int, bool) { return t.Find(word).Int(c) }

// Text is the text that class c gives to word.
func (t *Table[C]) Text(word string, c C) (string, bool) { return t.Find(word).Text(c) }

// Find is all that the table knows of word: for a caller that asks for several classes.
func (t *Table[C]) Find(word string) Entry[C] {
	row, values := find(t.Data, word)
	return Entry[C]{row, values, t}
}

// Known reports whether the word is in any class.
func (e Entry[C]) Known() bool { return e.row != "" }

// Has reports whether the word is in class c.
func (e Entry[C]) Has(c C) bool { return bit(e.row, uint(c)) }

// First is the class of the word that stands first in the room's list.
func (e Entry[C]) First() (C, bool) {
	for i := 0; i < len(e.row); i++ {
		for b := range 8 {
			if e.row[i]>>b&1 != 0 {
				return C(i*8 + b), true
			}
		}
	}
	return 0, false
}

// Int is the number that class c gives to the word.
func (e Entry[C]) Int(c C) (int, bool) {
	if n, ok := value(e.values, uint16(c)); ok && n < uint32(len(e.table.Ints)) {
		return int(e.table.Ints[n]), true
	}
	return 0, false
}

// Text is the text that class c gives to the word.
func (e Entry[C]) Text(c C) (string, bool) {
	n, ok := value(e.values, uint16(c)|textFlag)
	if !ok {
		return "", false
	}
	d := e.table.Data
	from := int(u32(d, 12)) + int(n&0xffffff)
	return d[from : from+int(n>>24)], true
}

func bit(row string, c uint) bool {
	return c>>3 < uint(len(row)) && row[c>>3]>>(c&7)&1 != 0
}

// value is what the values of an entry say of class c.
func value(values string, c uint16) (uint32, bool) {
	for ; len(values) >= valueSize; values = values[valueSize:] {
		if u16(values, 0) == c {
			return u32(values, 2), true
		}
	}
	return 0, false
}

// find is the row and the values of word in data.
func find(data, word string) (row, values string) {
	if len(data) < slotsAt {
		return "", ""
	}
	h := Hash(word)
	mask := u32(data, 0)
	for i := h & mask; ; i = (i + 1) & mask {
		s := u32(data, slotsAt+4*int(i))
		if s == 0 {
			return "", ""
		}
		if s>>24 != h>>24 {
			continue
		}
		at := int(s & 0xffffff)
		n := int(data[at])
		if n != len(word) || data[at+1:at+1+n] != word {
			continue
		}
		at += 1 + n
		size := int(u32(data, 4))
		r := int(u32(data, 8)) + size*int(u16(data, at))
		return data[r : r+size], data[at+3 : at+3+valueSize*int(data[at+2])]
	}
}

// Hash is the hash of a word in a table: its length and both its ends.
func Hash(s string) uint32 {
	const k = 0x9e3779b97f4a7c15
	n := len(s)
	h := uint64(n) * k
	switch {
	case n >= 8:
		h ^= u64(s, 0) ^ u64(s, n-8)*k
	case n >= 4:
		h ^= uint64(u32(s, 0)) | uint64(u32(s, n-4))<<32
	case n > 0:
		h ^= uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16
	}
	h *= k
	return uint32(h>>32) ^ uint32(h>>57)
}

func u16(s string, at int) uint16 { return uint16(s[at]) | uint16(s[at+1])<<8 }

func u32(s string, at int) uint32 {
	s = s[at : at+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func u64(s string, at int) uint64 {
	s = s[at : at+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
