package columns

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"strings"
)

// Read gives the text of a packed form, which must be all of data. Text of more
// than limit bytes is not read: ErrTooLarge.
func Read(data []byte, limit uint64) ([]byte, error) {
	size, n := binary.Uvarint(data)
	if n <= 0 {
		return nil, errBroken
	}
	if size > min(limit, math.MaxInt/16) {
		return nil, fmt.Errorf("%w: %d bytes of JSON, the limit is %d", ErrTooLarge, size, limit)
	}
	data = data[n:]
	split, n := binary.Uvarint(data)
	if n <= 0 || split > uint64(len(data)-n) {
		return nil, errBroken
	}
	data = data[n:]
	// Each word ends in one byte and stands for one at least; what a number
	// tells is no shorter than it, but for how those of its place are written.
	in := bytes.NewReader(data[:split])
	z := flate.NewReaderDict(in, []byte(dictionary))
	words, err := inflate(z, in, 2*int64(size)+1)
	if err != nil {
		return nil, err
	}
	in.Reset(data[split:])
	if err := z.(flate.Resetter).Reset(in, []byte(dictionary)); err != nil {
		return nil, err
	}
	numbers, err := inflate(z, in, 2*int64(size)+2)
	if err != nil {
		return nil, err
	}
	if len(numbers) == 0 {
		return nil, errBroken
	}
	root := &place{kind: numbers[0]}
	r := reader{numbers: numbers[1:], words: words}
	if err := r.column(root, 1, 0); err != nil {
		return nil, err
	}
	if len(r.numbers) > 0 || len(r.words) > 0 {
		return nil, errBroken
	}
	t := teller{size: int(size)}
	if err := t.value(root); err != nil {
		return nil, err
	}
	if len(t.out) != t.size {
		return nil, errBroken
	}
	return t.out, nil
}

// inflate reads all of a compressed stream, which must be all of in.
func inflate(z io.Reader, in *bytes.Reader, limit int64) ([]byte, error) {
	out, err := io.ReadAll(io.LimitReader(z, limit+1))
	if err != nil || int64(len(out)) > limit || in.Len() > 0 {
		return nil, errBroken
	}
	return out, nil
}

// A reader finds where each column begins and ends, and reads the words.
type reader struct{ numbers, words []byte }

// column finds the column of p, of so many values, and those of the places
// below it.
func (r *reader) column(p *place, values, depth int) error {
	if depth > maxDepth || p.kind < object || p.kind > empty {
		return errBroken
	}
	if isConstant(p.kind) {
		return nil
	}
	if values < 1 || values > len(r.numbers) {
		return errBroken
	}
	if p.kind == integer || p.kind == fraction {
		if !p.coding(r.numbers[0]) {
			return errBroken
		}
		r.numbers = r.numbers[1:]
	}
	p.left = r.numbers
	var counts []int // of values of the places below
	uses := []int{}  // of words
	for range values {
		n, size := binary.Uvarint(r.numbers)
		if size <= 0 {
			return errBroken
		}
		r.numbers = r.numbers[size:]
		switch p.kind {
		case object, text, other:
			if n == 0 {
				if err := r.word(p); err != nil {
					return err
				}
				uses = append(uses, 0)
				n = uint64(len(uses))
			}
			if n > uint64(len(uses)) {
				return errBroken
			}
			uses[n-1]++
		case array:
			q := p.element(byte(n) & (1<<kindBits - 1))
			counts = append(counts, make([]int, len(p.below)-len(counts))...)
			if n >>= kindBits; n < 1 || n > math.MaxInt32 {
				return errBroken
			}
			if counts[q.index] += int(n); counts[q.index] < 0 {
				return errBroken
			}
		}
	}
	p.left = p.left[:len(p.left)-len(r.numbers)]
	if p.kind == object {
		counts = make([]int, len(p.below))
		for i, s := range p.shapes {
			for _, q := range s {
				counts[q.index] += uses[i]
			}
		}
	}
	for i, q := range p.below {
		if err := r.column(q, counts[i], depth+1); err != nil {
			return err
		}
	}
	return nil
}

// word reads the next new word of p, and of an object the shape that it is.
func (r *reader) word(p *place) error {
	end := bytes.IndexByte(r.words, endOfWord)
	if end < 0 {
		return errBroken
	}
	word := string(r.words[:end])
	p.words, r.words = append(p.words, word), r.words[end+1:]
	if p.kind != object {
		return nil
	}
	shape, err := p.shape(word)
	p.shapes = append(p.shapes, shape)
	return err
}

// shape is the places of the members of a shape.
func (p *place) shape(word string) (shape []*place, err error) {
	for word != "" {
		end := nameEnd(word)
		if end+1 >= len(word) {
			return nil, errBroken
		}
		kind := strings.IndexByte(letters, word[end+1])
		if kind < int(object) {
			return nil, errBroken
		}
		shape = append(shape, p.under(word[:end+2], word[:end], byte(kind)))
		word = word[end+2:]
	}
	return shape, nil
}

// nameEnd is where the mark behind the first name of a shape stands: one that no
// backslash is before; or the length of it all.
func nameEnd(word string) int {
	for i := 0; i < len(word); i++ {
		switch word[i] {
		case '"':
			return i
		case '\\':
			i++
		}
	}
	return len(word)
}

// coding takes in how the numbers of p are written.
func (p *place) coding(how byte) bool {
	p.how, p.unit = coding(how), 1
	if p.how >= hundreds {
		p.how, p.unit = p.how-hundreds, 100
	}
	return p.how < codings && (p.how != onward || p.kind == integer)
}

// A teller writes the text.
type teller struct {
	out  []byte
	size int
	last int64 // last integer
}

// value writes the next value of p.
func (t *teller) value(p *place) error {
	if len(t.out) > t.size {
		return errBroken
	}
	if isConstant(p.kind) {
		t.out = append(t.out, constants[p.kind]...)
		return nil
	}
	n, size := binary.Uvarint(p.left)
	p.left = p.left[size:]
	switch p.kind {
	case object:
		return t.object(p, n)
	case array:
		return t.array(p, n)
	case integer, fraction:
		t.out = appendNumber(t.out, p.kind, t.number(p, n))
	case text:
		t.out = append(append(append(t.out, '"'), p.words[p.named(n)]...), '"')
	default:
		t.out = append(t.out, p.words[p.named(n)]...)
	}
	return nil
}

// named is the index of a word by its number in the column.
func (p *place) named(n uint64) int {
	if n == 0 {
		p.next++
		return p.next - 1
	}
	return int(n) - 1
}

func (t *teller) object(p *place, n uint64) error {
	t.out = append(t.out, '{')
	for i, q := range p.shapes[p.named(n)] {
		if i > 0 {
			t.out = append(t.out, ',')
		}
		t.out = append(append(append(t.out, '"'), q.name...), '"', ':')
		if err := t.value(q); err != nil {
			return err
		}
	}
	t.out = append(t.out, '}')
	return nil
}

func (t *teller) array(p *place, n uint64) error {
	q := p.element(byte(n) & (1<<kindBits - 1))
	t.out = append(t.out, '[')
	for i := range n >> kindBits {
		if i > 0 {
			t.out = append(t.out, ',')
		}
		if err := t.value(q); err != nil {
			return err
		}
	}
	t.out = append(t.out, ']')
	return nil
}

// number is the number that u in the column of p stands for.
func (t *teller) number(p *place, u uint64) int64 {
	n := int64(u)
	if p.how != plain {
		n = unzigzag(u)
	}
	switch p.how {
	case steps:
		n += p.last
		p.last = n
	case onward:
		n += t.last / p.unit
	}
	n *= p.unit
	if p.kind == integer {
		t.last = n
	}
	return n
}
