package columns

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"math/bits"
	"strconv"
)

// Append appends the packed form of JSON without blanks between its tokens, as
// encoding/json writes it.
func Append(out, json []byte) ([]byte, error) {
	s := scanner{json: json}
	if err := s.value(nil, 0); err != nil || s.at != len(json) {
		return nil, errBroken
	}
	w := &writer{json: json, nodes: s.nodes}
	root := &place{kind: s.nodes[0].kind}
	w.value(root)
	w.numbers = append(w.numbers, root.kind)
	w.column(root)
	data, err := join(uint64(len(json)), w.words, w.numbers)
	return append(out, data...), err
}

// join is the packed form of a text of that size. One compressor serves both
// streams, since it is large.
func join(size uint64, words, numbers []byte) ([]byte, error) {
	var z bytes.Buffer
	w, err := flate.NewWriterDict(&z, flate.DefaultCompression, []byte(dictionary))
	if err != nil {
		return nil, err
	}
	if err := deflate(w, words); err != nil {
		return nil, err
	}
	split := z.Len()
	w.Reset(&z)
	if err := deflate(w, numbers); err != nil {
		return nil, err
	}
	out := binary.AppendUvarint(binary.AppendUvarint(nil, size), uint64(split))
	return append(out, z.Bytes()...), nil
}

func deflate(w *flate.Writer, b []byte) error {
	if _, err := w.Write(b); err != nil {
		return err
	}
	return w.Close()
}

// A node is a value of the text: nodes stand in the order of the text.
type node struct {
	kind       byte
	name       []byte // of the member
	start, end int    // of the value, of a string between its marks
	next       int    // first node that is not within it
	number     int64  // of an integer or a fraction; of an array the number of its elements
}

// A scanner finds the values of a text.
type scanner struct {
	json  []byte
	at    int
	nodes []node
}

func (s *scanner) peek() byte {
	if s.at < len(s.json) {
		return s.json[s.at]
	}
	return 0
}

func (s *scanner) value(name []byte, depth int) error {
	if depth > maxDepth {
		return errBroken
	}
	n := len(s.nodes)
	s.nodes = append(s.nodes, node{name: name, start: s.at})
	x := node{name: name, start: s.at}
	var err error
	switch c := s.peek(); c {
	case '{':
		x.kind = object
		err = s.members(depth)
	case '[':
		x.kind, x.number, err = s.elements(depth)
	case '"':
		x.kind = text
		x.start++
		if _, err = s.quoted(); err == nil {
			x.end = s.at - 1
		}
	default:
		x.kind, x.number, err = s.bare()
	}
	if err != nil {
		return err
	}
	if x.kind != text {
		x.end = s.at
	}
	if x.kind == other || x.kind == empty {
		s.nodes = s.nodes[:n+1] // what is within is part of the text
	}
	x.next = len(s.nodes)
	s.nodes[n] = x
	return nil
}

// members reads an object.
func (s *scanner) members(depth int) error {
	for s.at++; s.peek() != '}'; {
		name, err := s.quoted()
		if err != nil || s.peek() != ':' {
			return errBroken
		}
		s.at++
		if err := s.value(name, depth+1); err != nil {
			return err
		}
		if s.peek() == ',' {
			s.at++
		} else if s.peek() != '}' {
			return errBroken
		}
	}
	s.at++
	return nil
}

// elements reads an array.
func (s *scanner) elements(depth int) (kind byte, n int64, err error) {
	of := byte(0)
	kind = array
	for s.at++; s.peek() != ']'; n++ {
		first := len(s.nodes)
		if err := s.value(nil, depth+1); err != nil {
			return 0, 0, err
		}
		if k := s.nodes[first].kind; n == 0 {
			of = k
		} else if k != of {
			kind = other
		}
		if s.peek() == ',' {
			s.at++
		} else if s.peek() != ']' {
			return 0, 0, errBroken
		}
	}
	s.at++
	if n == 0 {
		kind = empty
	}
	return kind, n, nil
}

// quoted reads a string, whose bytes between the marks it gives.
func (s *scanner) quoted() ([]byte, error) {
	if s.peek() != '"' {
		return nil, errBroken
	}
	s.at++
	start := s.at
	for s.at < len(s.json) {
		switch c := s.json[s.at]; {
		case c == '"':
			s.at++
			return s.json[start : s.at-1], nil
		case c < ' ':
			return nil, errBroken
		case c == '\\':
			s.at++
		}
		s.at++
	}
	return nil, errBroken
}

// bare reads a number or a constant.
func (s *scanner) bare() (kind byte, number int64, err error) {
	start := s.at
	for s.at < len(s.json) && s.json[s.at] > ' ' && bytes.IndexByte([]byte(`,]}:"[{`), s.json[s.at]) < 0 {
		s.at++
	}
	word := s.json[start:s.at]
	for k := yes; k <= null; k++ {
		if string(word) == constants[k] {
			return k, 0, nil
		}
	}
	if len(word) == 0 || word[0] != '-' && (word[0] < '0' || word[0] > '9') {
		return 0, 0, errBroken
	}
	return numberOf(word)
}

// numberOf is what a number is: other, if it is not written as appendNumber
// writes it.
func numberOf(word []byte) (kind byte, number int64, err error) {
	digits := word
	kind = integer
	if i := bytes.IndexByte(word, '.'); i > 0 {
		places := len(word) - i - 1
		if places > 4 || len(word) > 14 {
			return other, 0, nil
		}
		kind = fraction
		digits = append(append(append(make([]byte, 0, 20), word[:i]...), word[i+1:]...), "0000"[places:]...)
	}
	number, err = strconv.ParseInt(string(digits), 10, 64)
	if err != nil || !bytes.Equal(appendNumber(nil, kind, number), word) {
		return other, 0, nil
	}
	return kind, number, nil
}

// appendNumber appends an integer, or a fraction of so many ten-thousandths.
func appendNumber(out []byte, kind byte, v int64) []byte {
	if kind == integer {
		return strconv.AppendInt(out, v, 10)
	}
	whole, rest := v/1e4, v%1e4
	if v < 0 {
		out = append(out, '-')
		whole, rest = -whole, -rest
	}
	out = append(strconv.AppendInt(out, whole, 10), '.')
	at := len(out)
	out = strconv.AppendInt(out, rest+1e4, 10)
	out = append(out[:at], out[at+1:]...) // the 1 that keeps zeros before the digits
	for len(out) > at+1 && out[len(out)-1] == '0' {
		out = out[:len(out)-1]
	}
	return out
}

// A writer puts the values of a text into columns, and writes these.
type writer struct {
	json           []byte
	nodes          []node
	at             int   // next node
	last           int64 // last integer
	buf            []byte
	words, numbers []byte
}

// value puts the next value, which stands at p, where it belongs.
func (w *writer) value(p *place) {
	x := &w.nodes[w.at]
	w.at++
	switch x.kind {
	case object:
		for _, q := range w.members(p, x) {
			w.value(q)
		}
	case array:
		q := p.element(w.nodes[w.at].kind)
		p.numbers = append(p.numbers, x.number<<kindBits|int64(q.kind))
		for range x.number {
			w.value(q)
		}
	case integer:
		p.numbers, p.before = append(p.numbers, x.number), append(p.before, w.last)
		w.last = x.number
	case fraction:
		p.numbers = append(p.numbers, x.number)
	case text, other:
		p.word(w.json[x.start:x.end])
	}
}

// word adds a word, and reports whether it is a new one.
func (p *place) word(word []byte) bool {
	n, ok := p.known[string(word)]
	if !ok {
		if p.known == nil {
			p.known = make(map[string]int64)
		}
		s := string(word)
		p.words = append(p.words, s)
		p.known[s] = int64(len(p.words))
	}
	p.numbers = append(p.numbers, n)
	return !ok
}

// members gives the places of the members of an object at p.
func (w *writer) members(p *place, x *node) []*place {
	w.buf = w.buf[:0]
	for i := w.at; i < x.next; i = w.nodes[i].next {
		m := &w.nodes[i]
		w.buf = append(append(w.buf, m.name...), '"', letters[m.kind])
	}
	if !p.word(w.buf) {
		return p.shapes[p.numbers[len(p.numbers)-1]-1]
	}
	s, _ := p.shape(p.words[len(p.words)-1]) // cannot be wrong: it has just been written
	p.shapes = append(p.shapes, s)
	return s
}

// column writes the columns of p and of the places below it.
func (w *writer) column(p *place) {
	switch {
	case p.kind == integer || p.kind == fraction:
		w.code(p)
	case !isConstant(p.kind):
		for _, n := range p.numbers {
			w.numbers = binary.AppendUvarint(w.numbers, uint64(n))
		}
	}
	for _, s := range p.words {
		w.words = append(append(w.words, s...), endOfWord)
	}
	for _, q := range p.below {
		w.column(q)
	}
}

// code writes numbers in the way that takes least room.
func (w *writer) code(p *place) {
	unit, c := int64(100), hundreds
	negative := false
	for _, n := range p.numbers {
		if n%100 != 0 {
			unit, c = 1, 0
		}
		negative = negative || n < 0
	}
	var best []byte
	chosen, least, room := coding(0), 0, 0
	for k := range codings {
		if k == plain && negative || k == onward && p.kind != integer {
			continue
		}
		w.buf = w.buf[:0]
		before := int64(0)
		for i, n := range p.numbers {
			n /= unit
			switch k {
			case plain:
				w.buf = binary.AppendUvarint(w.buf, uint64(n))
				continue
			case steps:
				n, before = n-before, n
			case onward:
				n -= p.before[i] / unit
			}
			w.buf = binary.AppendUvarint(w.buf, zigzag(n))
		}
		// Nothing is longer than without differences, so that the text bounds it.
		if room == 0 {
			room = len(w.buf)
		}
		if size := size(w.buf); best == nil || size < least && len(w.buf) <= room {
			chosen, least = k, size
			best = append(best[:0], w.buf...)
		}
	}
	w.numbers = append(append(w.numbers, byte(chosen+c)), best...)
}

// size is about how many 256ths of a bit b takes when it is compressed: each
// byte by how often it stands there, and a little for each other one.
func size(b []byte) int {
	const another = 6 << 8
	var count [256]int
	for _, c := range b {
		count[c]++
	}
	sum := len(b) * log2(len(b))
	for _, n := range count {
		if n > 0 {
			sum += another - n*log2(n)
		}
	}
	return sum
}

// log2 is about 256 times the binary logarithm of n, which is no less than 1:
// in integers, so that it is the same on every machine.
func log2(n int) int {
	whole := bits.Len(uint(n)) - 1
	return whole<<8 + (n<<8>>whole - 1<<8)
}
