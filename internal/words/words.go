package words

// A Table holds the words of one room and the classes they belong to, packed
// by internal/gen/words into a string that is read in place: nothing is
// decoded, nothing allocated, nothing done at start-up. C is the room's own
// type of classes, so that one room's class cannot be asked of another's table.
//
// Data begins with five little-endian uint32: the number of hash slots that a
// word's hash may name, the bytes of a row, where the slots, the rows and the
// texts begin. Sieves follow, SieveSize bytes for each class: the bits that its
// words have by SieveKey, so that most words that a class does not have are told
// by one bit. Then slots, each a uint32: 8 bits of the word's hash, 24 bits
// of the offset of its entry; 0 is none. A word has the first free slot from
// that of its hash on; the last slot is free. Rows are bit sets of classes. An
// entry is the word's length, the word, uint16 row, and the number of its
// values, each a uint16 class and a uint32: an index in Ints, or, if the class
// has its top bit set, the offset of a text in 24 bits and its length in 8.
type Table[C ~uint16] struct {
	Data string
	Ints []int32
}

// Entry is what a table says of one word. The zero Entry is in no class.
type Entry[C ~uint16] struct {
	table       *Table[C]
	row, values int32 // where in its data they are; 0: the word is not there
}

// SievesAt is where the sieves begin in a table's data, and SieveSize the bytes of
// each, one a class.
const (
	SievesAt  = 20
	SieveSize = 32
)

const (
	valueSize = 6
	textFlag  = 1 << 15
)

// Has reports whether word is in class c.
func (t *Table[C]) Has(word string, c C) bool {
	if !sieved(t.Data, word, uint(c)) {
		return false
	}
	row, _ := find(t.Data, word)
	return row != 0 && bit(t.Data, row, uint(c))
}

// Int is the number that class c gives to word.
func (t *Table[C]) Int(word string, c C) (int, bool) {
	if !sieved(t.Data, word, uint(c)) {
		return 0, false
	}
	return t.Find(word).Int(c)
}

// Text is the text that class c gives to word.
func (t *Table[C]) Text(word string, c C) (string, bool) {
	if !sieved(t.Data, word, uint(c)) {
		return "", false
	}
	return t.Find(word).Text(c)
}

// Find is all that the table knows of word: for a caller that asks for several classes.
func (t *Table[C]) Find(word string) Entry[C] {
	row, values := find(t.Data, word)
	return Entry[C]{t, int32(row), int32(values)}
}

// Known reports whether the word is in any class.
func (e Entry[C]) Known() bool { return e.row != 0 }

// Has reports whether the word is in class c.
func (e Entry[C]) Has(c C) bool { return e.row != 0 && bit(e.table.Data, int(e.row), uint(c)) }

// Int is the number that class c gives to the word.
func (e Entry[C]) Int(c C) (int, bool) {
	if n, ok := e.value(uint16(c)); ok && n < uint32(len(e.table.Ints)) {
		return int(e.table.Ints[n]), true
	}
	return 0, false
}

// Text is the text that class c gives to the word.
func (e Entry[C]) Text(c C) (string, bool) {
	n, ok := e.value(uint16(c) | textFlag)
	if !ok {
		return "", false
	}
	d := e.table.Data
	from := int(u32(d, 16)) + int(n&0xffffff)
	return d[from : from+int(n>>24)], true
}

// value is what the values of the entry say of class c.
func (e Entry[C]) value(c uint16) (uint32, bool) {
	if !e.Known() {
		return 0, false
	}
	values := e.table.Data[e.values:]
	for n := values[0]; n > 0; n-- {
		if u16(values, 1) == c {
			return u32(values, 3), true
		}
		values = values[valueSize:]
	}
	return 0, false
}

func bit(data string, row int, c uint) bool { return data[row+int(c>>3)]>>(c&7)&1 != 0 }

// sieved reports whether word may be in class c.
func sieved(data, word string, c uint) bool {
	if word == "" {
		return false
	}
	k := SieveKey(word)
	at := SievesAt + SieveSize*c + k>>3
	return at < uint(len(data)) && data[at]>>(k&7)&1 != 0
}

// SieveKey is the bit that a word has in a sieve: its length and both its ends.
func SieveKey(word string) uint {
	n := len(word)
	return uint((uint32(word[0]) | uint32(word[n-1])<<8 | uint32(n)<<16) * 0x9e3779b1 >> 24)
}

// find tells where in data the row and the values of word are, 0 if it is not there.
func find(data, word string) (row, values int) {
	if len(data) < SievesAt {
		return 0, 0
	}
	h := Hash(word)
	for slot := int(u32(data, 8)) + 4*int(uint64(h)*uint64(u32(data, 0))>>32); ; slot += 4 {
		s := u32(data, slot)
		if s == 0 {
			return 0, 0
		}
		if s>>24 != h&0xff {
			continue
		}
		at := int(s & 0xffffff)
		n := int(data[at])
		if n != len(word) || data[at+1:at+1+n] != word {
			continue
		}
		at += 1 + n
		return int(u32(data, 12)) + int(u32(data, 4))*int(u16(data, at)), at + 2
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
