package main

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"os"
	"slices"

	"github.com/dateline-go/dateline/internal/syntax/transition"
)

// keep leaves in a model, which must be of averages, only the n weights that
// matter most, all at zero, for a training that changes no others.
func (m *model) keep(n int) *model {
	rank := func(id int, e entry) float64 {
		return math.Abs(float64(e.w)) * math.Pow(float64(m.count[id]), *rankPower)
	}
	var ranks []float64
	for id, r := range m.rows {
		for _, e := range r {
			ranks = append(ranks, rank(id, e))
		}
	}
	slices.Sort(ranks)
	least := 0.0
	if n < len(ranks) {
		least = ranks[len(ranks)-n]
	}
	k := newModel(m.acts)
	k.fixed = true
	kept := make([]int32, len(m.rows))
	for id, r := range m.rows {
		kept[id] = -1
		var q []entry
		for _, e := range r {
			if by := rank(id, e); by > 0 && by >= least {
				q = append(q, entry{act: e.act})
			}
		}
		if len(q) > 0 {
			kept[id] = int32(len(k.rows))
			k.rows, k.count = append(k.rows, q), append(k.count, m.count[id])
		}
	}
	k.size(len(k.rows))
	for i, id := range m.ids {
		if id >= 0 && kept[id] >= 0 {
			k.insert(m.keys[i], kept[id])
		}
	}
	fmt.Fprintln(os.Stderr, "kept:", len(k.rows), "features", k.weights(), "weights")
	return k
}

// code is the byte for weight w: its square root, with its sign.
func code(w float32, unit float64) int8 {
	c := math.Round(math.Sqrt(math.Abs(float64(w)) / unit))
	if c > 127 {
		c = 127
	}
	if w < 0 {
		c = -c
	}
	return int8(c)
}

// quantize rounds the weights to what the packed form holds, and drops those
// below least.
func (m *model) quantize(least float64) {
	top := 0.0
	for _, r := range m.rows {
		for _, e := range r {
			top = max(top, math.Abs(float64(e.w)))
		}
	}
	unit := top / (127 * 127)
	for i, r := range m.rows {
		q := r[:0]
		for _, e := range r {
			if c := code(e.w, unit); c != 0 && math.Abs(float64(e.w)) >= least {
				e.w = float32(c) * float32(max(c, -c))
				q = append(q, e)
			}
		}
		m.rows[i] = q
	}
}

// pack writes a quantized model in the form that the parser reads in place.
func (m *model) pack() ([]byte, error) {
	n := 0
	for _, r := range m.rows {
		if len(r) > 0 {
			n++
		}
	}
	slots := uint64(n) * 100 / 64
	table := make([]uint32, slots)
	entries := []byte{0, 0} // place 0 is no row
	type feature struct {
		key uint64
		id  int32
	}
	var fs []feature
	for i, id := range m.ids {
		if id >= 0 && len(m.rows[id]) > 0 {
			fs = append(fs, feature{m.keys[i], id})
		}
	}
	slices.SortFunc(fs, func(a, b feature) int { return cmp.Compare(a.key, b.key) })
	for _, f := range fs {
		r := m.rows[f.id]
		slices.SortFunc(r, func(a, b entry) int { return cmp.Compare(a.act, b.act) })
		at := uint32(len(entries) / 2)
		if at >= 1<<20 {
			return nil, errors.New("too many weights for 20 bits")
		}
		for i, e := range r {
			a := byte(e.act)
			if i == len(r)-1 {
				a |= 0x80
			}
			c := code(e.w, 1)
			entries = append(entries, a, byte(c))
		}
		i, _ := bits.Mul64(f.key, slots)
		for table[i] != 0 {
			i = (i + 1) % slots
		}
		table[i] = uint32(f.key>>8)>>20<<20 | at
	}
	right := slices.IndexFunc(m.acts, func(a transition.Action) bool { return a.Dir == transition.Right })
	out := []byte("DLS1")
	out = binary.LittleEndian.AppendUint32(out, uint32(slots))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(entries)/2))
	out = append(out, byte(len(m.acts)), byte(right), 0, 0)
	for _, a := range m.acts[1:] {
		out = append(out, byte(a.Rel))
	}
	for len(out)%4 != 0 {
		out = append(out, 0)
	}
	for _, e := range table {
		out = binary.LittleEndian.AppendUint32(out, e)
	}
	return append(out, entries...), nil
}

// weights is the number of weights in m.
func (m *model) weights() (n int) {
	for _, r := range m.rows {
		n += len(r)
	}
	return n
}
