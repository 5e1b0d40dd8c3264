// Package columns packs JSON into a third of what compressing its text gives:
// what stands at one place of the objects of one sort (all starts of the spans
// of all mentions of all actors) is a column, in which neighbours are alike.
// Reading gives the same text, byte for byte.
//
// Every value has a kind: object, array, string, number, ... A place is where
// values of one kind stand: the member of that name of the objects at another
// place, or the elements of the arrays there. The first place is the whole
// text. A place has a column of numbers, one of each value:
//
//   - of an object: which of the shapes at the place it has, from 1, or 0 for
//     the next new one. A shape is names and kinds of its members in order:
//     id"inames"a for {"id":1,"names":["x"]}.
//   - of an array, whose elements are of one kind: how many there are, above
//     four bits of that kind.
//   - of a string: which of those at the place it is, from 1, or 0 for the next
//     new one.
//   - of an integer: itself; of a fraction of up to four places: its
//     ten-thousandths. Before them stands how they are written, see coding.
//   - of what else there is (arrays of several kinds, other numbers), which is
//     kept as text: as of strings.
//
// Written are, one behind another, first the numbers of a place, then those of
// the places below it, in the order in which they first come; and apart from
// these, in the same order, the words: new strings and names of shapes. Both
// are compressed with DEFLATE, with one dictionary.
package columns

import (
	_ "embed"
	"errors"
)

// dictionary is what words often are: shapes, and words of vocabularies, of the
// stored forms of testdata/articles, each on a line of its own, the commonest
// last, where to refer to them is cheapest. It belongs to the form: data that
// were written with another one cannot be read.
//
//go:embed dictionary.txt
var dictionary string

// The kinds of values.
const (
	object byte = iota + 1
	array
	text
	integer
	fraction
	other
	yes
	no
	null
	empty // an array without elements
)

// constants are the values of the kinds that have but one.
var constants = [...]string{yes: "true", no: "false", null: "null", empty: "[]"}

// isConstant reports whether the kind tells the value.
func isConstant(kind byte) bool { return kind >= yes && kind <= empty }

// letters are the kinds in shapes. They stand behind a quotation mark, which no
// name of a member has in JSON.
const letters = "?oasidrtfne"

const (
	kindBits = 4
	// endOfWord ends a word. No string of JSON has such a byte.
	endOfWord = '\n'
	// maxDepth is how deep values may be nested; encoding/json reads none that
	// are nested deeper.
	maxDepth = 10000
)

// coding is how the numbers of a column are written.
type coding byte

const (
	plain    coding = iota // as they are, none is negative
	signed                 // as they are
	steps                  // as differences from the one before in the column
	onward                 // as differences from the integer before in the text
	codings                // how many there are
	hundreds coding = 8    // added to them: all are multiples of a hundred, and divided by it
)

// ErrTooLarge means that the text would be longer than the caller allows.
var ErrTooLarge = errors.New("too large")

var errBroken = errors.New("broken columns")

// A place is where values of one kind stand.
type place struct {
	kind   byte
	name   string // of the member; of elements none
	index  int    // among the places below the one above
	words  []string
	shapes [][]*place // of objects: the members of each of words
	below  []*place   // in the order in which they first come
	member map[string]*place
	column
}

// A column is the numbers of a place.
type column struct {
	// To write:
	numbers []int64
	before  []int64          // of integers: the integer before in the text
	known   map[string]int64 // the numbers of words
	// To read:
	left []byte // what is still to be told
	next int    // the next new word
	how  coding
	unit int64
	last int64 // of steps: the number before
}

// under is the place of a member of a shape, whose name and kind are given as
// they stand in it.
func (p *place) under(member, name string, kind byte) *place {
	q := p.member[member]
	if q == nil {
		q = p.add(kind, name)
		if p.member == nil {
			p.member = make(map[string]*place)
		}
		p.member[member] = q
	}
	return q
}

// element is the place of elements of a kind.
func (p *place) element(kind byte) *place {
	for _, q := range p.below {
		if q.kind == kind {
			return q
		}
	}
	return p.add(kind, "")
}

func (p *place) add(kind byte, name string) *place {
	q := &place{kind: kind, name: name, index: len(p.below)}
	p.below = append(p.below, q)
	return q
}

func zigzag(v int64) uint64 { return uint64(v)<<1 ^ uint64(v>>63) }

func unzigzag(u uint64) int64 { return int64(u>>1) ^ -int64(u&1) }
