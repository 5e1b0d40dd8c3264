package syntax

import (
	_ "embed"
	"math/bits"

	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/syntax/transition"
	"github.com/dateline-go/dateline/internal/token"
)

//go:generate go run ../gen/syntax

//go:embed syntax.bin
var data string

// model is the linear model that chooses the actions, read in place.
//
// Layout, little-endian: "DLS1", uint32 number of slots, uint32 number of
// entries, uint8 number of actions, uint8 index of the first Right action, two
// bytes of nothing; for each action after Shift one byte, its relation; padding
// to four bytes; the slots; the entries.
//
// A slot is a uint32: 12 bits of a feature's hash above 20 bits of the place of
// its row among the entries; 0 is empty. A feature stands in the slot of its
// hash or, when that is taken, in one after it. An entry is two bytes: an
// action, with the high bit set in the last entry of a row, and a weight, the
// square root of the true one with its sign. The two numbers after the last
// action stand for the directions Left and Right as such.
type model struct {
	slots, entries string
	n              uint64 // slots
	acts, right    int
	rels           string
}

const (
	modelMagic = "DLS1"
	rowBits    = 20
	last       = 0x80
	maxActs    = 128
)

// open reads the frame of a model. Data that is not a whole model gives one
// that knows no feature.
func open(data string) model {
	if len(data) < 16 || data[:4] != modelMagic {
		return model{}
	}
	slots, entries := uint64(packed.U32(data, 4)), uint64(packed.U32(data, 8))
	m := model{n: slots, acts: int(data[12]), right: int(data[13])}
	at := (16 + m.acts - 1 + 3) &^ 3
	if m.acts < 3 || m.acts > maxActs-2 || m.right < 2 || m.right >= m.acts || slots == 0 || uint64(len(data)) != uint64(at)+4*slots+2*entries {
		return model{}
	}
	m.rels = data[16 : 16+m.acts-1]
	m.slots, m.entries = data[at:at+4*int(slots)], data[at+4*int(slots):]
	return m
}

// find is the place in m.entries of the row of a feature, or 0.
func (m *model) find(h uint64) uint32 {
	i, _ := bits.Mul64(h, m.n)
	fp := uint32(h>>8) >> rowBits
	for {
		e := packed.U32(m.slots, int(4*i))
		if e == 0 || e>>rowBits == fp {
			return e & (1<<rowBits - 1)
		}
		if i++; i == m.n {
			i = 0
		}
	}
}

// choose is the action of highest score among those that st allows. Of two
// with one score the first is taken.
func (m *model) choose(st *transition.State, f *[transition.NumFeatures]uint64) transition.Action {
	if m.acts == 0 {
		return fallback(st)
	}
	var score [maxActs]int32
	st.Features(f)
	for _, h := range f {
		at := 2 * int(m.find(h))
		if at == 0 {
			continue
		}
		for ; at+1 < len(m.entries); at += 2 {
			a, w := m.entries[at], int32(int8(m.entries[at+1]))
			score[a&^last] += w * max(w, -w)
			if a >= last {
				break
			}
		}
	}
	best, top := 0, int32(-1<<31)
	if st.Can(transition.Shift) {
		top = score[0]
	}
	if st.Can(transition.Left) {
		for i, s := range score[1:m.right] {
			if s += score[m.acts]; s > top {
				best, top = i+1, s
			}
		}
	}
	if st.Can(transition.Right) {
		for i, s := range score[m.right:m.acts] {
			if s += score[m.acts+1]; s > top {
				best, top = m.right+i, s
			}
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

// fallback makes a chain of a sentence when there is no model.
func fallback(st *transition.State) transition.Action {
	if st.Can(transition.Right) {
		return transition.Action{Dir: transition.Right, Rel: token.Dep}
	}
	return transition.Action{}
}
