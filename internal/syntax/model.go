package syntax

import (
	_ "embed"
	"math"
	"math/bits"

	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/syntax/transition"
	"github.com/dateline-go/dateline/internal/token"
)

//go:embed syntax.bin
var data string

// model is the linear model that chooses the actions, read in place.
//
// Layout, little-endian: "DLS5", uint32 number of pilots, uint32 number of
// slots, uint32 number of entries, for each level of templates before the last
// uint32 the lead with which it decides; uint8 number of actions, uint8 index
// of the first Right action; for each action after Shift one byte, its
// relation; the pilots; the slots; the entries.
//
// A perfect hash leads from a feature to its slot: the pilot, a uint16, of the
// feature's bucket chose, when the table was built, a place for all features
// of the bucket that no other has. A slot is a uint32: 12 bits of the
// feature's hash, to know a feature that is not in the table, above 20 bits of
// the place of its row among the entries; 0 is empty. Features of the same
// weights share a row, and a row may be the end of another. An entry is two
// bytes: an action, with the high bit set in the last entry of a row, and a
// weight, the square root of the true one with its sign. The two numbers after
// the last action stand for the directions Left and Right as such.
type model struct {
	pilots, slots, entries string
	np, ns                 uint64 // pilots, slots
	acts, right            int
	rels                   string
	stop                   [transition.Levels]int32 // the last is never asked for
}

const (
	modelMagic = "DLS5"
	header     = 18 + 4*(transition.Levels-1)
	rowBits    = 20
	maxActs    = 128
)

// open reads the frame of a model. Data that is not a whole model gives one
// that knows no feature.
func open(data string) model {
	if len(data) < header || data[:4] != modelMagic {
		return model{}
	}
	m := model{np: uint64(packed.U32(data, 4)), ns: uint64(packed.U32(data, 8)), acts: int(data[header-2]), right: int(data[header-1])}
	entries := uint64(packed.U32(data, 12))
	for l := range transition.Levels - 1 {
		m.stop[l] = int32(packed.U32(data, 16+4*l))
	}
	if m.acts < 3 || m.acts > maxActs-2 || m.right < 2 || m.right >= m.acts || m.np == 0 || m.ns == 0 ||
		uint64(len(data)) != header+uint64(m.acts-1)+2*m.np+4*m.ns+2*entries || entries < 4 {
		return model{}
	}
	data = data[header:]
	m.rels, data = data[:m.acts-1], data[m.acts-1:]
	m.pilots, data = data[:2*m.np], data[2*m.np:]
	m.slots, m.entries = data[:4*m.ns], data[4*m.ns:]
	return m
}

// scratch is what choosing needs, kept from one step to the next.
type scratch struct {
	features [transition.NumFeatures]uint64
	at, rows [transition.NumFeatures]uint32
	heads    [transition.NumFeatures]uint64
	score    packed.Scores
}

// add adds to the scores what m knows of features fs.
func (m *model) add(x *scratch, fs []uint64) {
	// Each step is taken for all features before the next, and those that read
	// memory do little else, so that many reads are under way at once.
	at, ns := x.at[:len(fs)], m.ns
	packed.Pilots(m.pilots, m.np, fs, at)
	for j, h := range fs {
		i, _ := bits.Mul64(packed.Place(h, uint16(at[j])), ns)
		at[j] = uint32(i)
	}
	packed.Gather(m.slots, at)
	k := 0
	for j, h := range fs {
		e := at[j]
		// Most features are unknown and which are cannot be foretold: writing
		// always and counting the hits is faster than a branch.
		x.rows[k] = e & (1<<rowBits - 1)
		p := e>>rowBits ^ transition.Print(h)
		k += int((p - 1) >> 31) // 1 when p is 0
	}
	x.score.AddRows(m.entries, x.rows[:k], x.heads[:])
}

// choose is the action of highest score among those that st allows, by the
// first level of templates after which it leads by enough. Of two with one
// score the first is taken.
func (m *model) choose(st *transition.State, x *scratch) transition.Action {
	if m.acts == 0 {
		return fallback(st)
	}
	clear(x.score[:maxActs])
	best := 0
	for l := range transition.Levels {
		m.add(x, st.Features(l, &x.features))
		var lead int64
		if best, lead = m.best(st, x); lead >= int64(m.stop[l]) {
			break
		}
	}
	if best == 0 {
		return transition.Action{}
	}
	a := transition.Action{Dir: transition.Left, Rel: token.Rel(m.rels[best-1])}
	if best >= m.right {
		a.Dir = transition.Right
	}
	return a
}

// best is the action of highest score among those allowed, and how far it leads.
func (m *model) best(st *transition.State, x *scratch) (best int, lead int64) {
	// Which action leads cannot be foretold: scores are compared together with
	// the numbers of their actions, by minimum and maximum, without a branch.
	// Of two with one score the first is the larger so.
	top, second := int64(math.MinInt64), int64(math.MinInt64)
	try := func(from int, scores []int32, dir int32) {
		for i, s := range scores {
			v := int64(s+dir)<<8 | int64(maxActs-from-i)
			second = max(second, min(v, top))
			top = max(top, v)
		}
	}
	if st.Can(transition.Shift) {
		try(0, x.score[:1], 0)
	}
	if st.Can(transition.Left) {
		try(1, x.score[1:m.right], x.score[m.acts])
	}
	if st.Can(transition.Right) {
		try(m.right, x.score[m.right:m.acts], x.score[m.acts+1])
	}
	return maxActs - int(top&(1<<8-1)), top>>8 - second>>8
}

// fallback makes a flat tree, under its first word, of a sentence that no
// model reads.
func fallback(st *transition.State) transition.Action {
	if st.Can(transition.Right) {
		return transition.Action{Dir: transition.Right, Rel: token.Dep}
	}
	return transition.Action{}
}
