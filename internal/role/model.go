package role

import (
	"math"

	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/role/feature"
	"github.com/dateline-go/dateline/internal/token"
)

// model is the tables that predicates, rolesets and arguments are found with,
// read in place.
//
// Layout, little-endian: "DLR4"; float32 bias; uint32 bytes of the table of rolesets, the
// table (packed.Table: from key to rolesets, each ended by a line feed); uint32
// number of paths' slots, a power of two, the slots; three packed.Linear:
// predicate or not, which roleset, which label.
//
// A slot is 30 bits of a path's hash above two flags; 0 is an empty one.
type model struct {
	rolesets packed.Table
	paths    string
	is       packed.Linear // label 1: a predicate
	sense    packed.Linear // labels are places among the key's rolesets
	bias     float32       // added to the score of being no argument
	args     packed.Linear // labels are token.Label; those from token.NumLabels on are no output
}

const (
	// Version is the version of the table of rolesets.
	Version = 1

	modelMagic = "DLR4"
	// maxSenses is the most rolesets of one key that are told apart.
	maxSenses = 32
)

// What words are to the predicate that yet are none of its arguments:
// relative pronouns, whose antecedents are, and parts of split phrases.
const (
	RelARG0   = token.NumLabels + iota
	RelARG1   // as ARG1
	RelOther  // as any other
	Continued // the second part of an argument
	NumClasses
)

// The flags of a slot.
const (
	PathKept = 1
	PathMore = 2
)

// open reads the frame of a model. Data that is not a whole model gives one
// that finds nothing.
func open(data string) (m model, ok bool) {
	if len(data) < 12 || data[:4] != modelMagic {
		return model{}, false
	}
	m.bias, data = math.Float32frombits(packed.U32(data, 4)), data[4:]
	n := int64(packed.U32(data, 4))
	if n > int64(len(data)-8) {
		return model{}, false
	}
	var err error
	if m.rolesets, err = packed.Open(data[8:8+n], Version); err != nil {
		return model{}, false
	}
	data = data[8+n:]
	n = int64(packed.U32(data, 0))
	if n < 1 || n&(n-1) != 0 || 4*n > int64(len(data)-4) {
		return model{}, false
	}
	m.paths, data = data[4:4+4*n], data[4+4*n:]
	for _, l := range []*packed.Linear{&m.is, &m.sense, &m.args} {
		if *l, data, ok = packed.OpenLinear(data); !ok {
			return model{}, false
		}
	}
	return m, len(data) == 0 && m.is.Single()
}

// Find implements feature.Paths.
func (m *model) Find(p feature.Path) (kept, more bool) {
	n := len(m.paths) / 4
	for i, tries := int(p)&(n-1), 0; tries < n; i, tries = (i+1)&(n-1), tries+1 {
		e := packed.U32(m.paths, 4*i)
		if e == 0 {
			break
		}
		if e>>2 == uint32(p)>>2 {
			return e&PathKept != 0, e&PathMore != 0
		}
	}
	return false, false
}

// Most implements feature.Paths.
func (m *model) Most() int { return feature.Taken }
