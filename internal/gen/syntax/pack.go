package main

import (
	"cmp"
	"encoding/binary"
	"errors"
	"log"
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/packed"
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
	all := make([]entry, 0, n+n/8) // of all rows, side by side
	kept := make([]int32, len(m.rows))
	for id, r := range m.rows {
		kept[id] = -1
		from := len(all)
		for _, e := range r {
			if by := rank(id, e); by > 0 && by >= least {
				all = append(all, entry{act: e.act})
			}
		}
		if len(all) > from {
			kept[id] = int32(len(k.rows))
			k.rows, k.count = append(k.rows, all[from:len(all):len(all)]), append(k.count, m.count[id])
		}
	}
	k.size(len(k.rows))
	for _, p := range m.table {
		if p.row > 0 && kept[p.row-1] >= 0 {
			k.insert(p.key, kept[p.row-1])
		}
	}
	log.Println("kept:", len(k.rows), "features", k.weights(), "weights")
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

// quantize rounds the weights to what the packed form holds; those that round
// to nothing go.
func (m *model) quantize() {
	top := 0.0
	for _, r := range m.rows {
		for _, e := range r {
			top = max(top, math.Abs(float64(e.w)))
		}
	}
	unit := top / (127 * 127)
	m.scale /= float32(unit)
	for i, r := range m.rows {
		q := r[:0]
		for _, e := range r {
			if c := code(e.w, unit); c != 0 {
				e.w = float32(c) * float32(max(c, -c))
				q = append(q, e)
			}
		}
		m.rows[i] = q
	}
}

// pack writes a quantized model in the form that the parser reads in place.
func (m *model) pack() ([]byte, error) {
	type feature struct {
		key uint64
		id  int32
	}
	var fs []feature
	for _, p := range m.table {
		if p.row > 0 && len(m.rows[p.row-1]) > 0 {
			fs = append(fs, feature{p.key, p.row - 1})
		}
	}
	slices.SortFunc(fs, func(a, b feature) int { return cmp.Compare(a.key, b.key) })
	keys := make([]uint64, len(fs))
	rows := make([]string, len(fs))
	for i, f := range fs {
		keys[i], rows[i] = f.key, m.row(f.id)
	}
	entries, at := packed.Share(rows)
	if len(entries) > 2<<20 {
		return nil, errors.New("too many weights for 20 bits")
	}
	pilots, slot, slots := packed.Perfect(keys)
	table := make([]uint32, slots)
	for k, f := range fs {
		table[slot[k]] = transition.Print(f.key)<<20 | at[rows[k]]
	}
	right := slices.IndexFunc(m.acts, func(a transition.Action) bool { return a.Dir == transition.Right })
	out := []byte("DLS5")
	out = binary.LittleEndian.AppendUint32(out, uint32(len(pilots)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(table)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(entries)/2))
	for _, lead := range m.stops() {
		out = binary.LittleEndian.AppendUint32(out, uint32(lead))
	}
	out = append(out, byte(len(m.acts)), byte(right))
	for _, a := range m.acts[1:] {
		out = append(out, byte(a.Rel))
	}
	for _, p := range pilots {
		out = binary.LittleEndian.AppendUint16(out, p)
	}
	for _, e := range table {
		out = binary.LittleEndian.AppendUint32(out, e)
	}
	return append(out, entries...), nil
}

// row is the packed form of row id: its entries, the last one marked.
func (m *model) row(id int32) string {
	r := m.rows[id]
	slices.SortFunc(r, func(a, b entry) int { return cmp.Compare(a.act, b.act) })
	var b []byte
	for _, e := range r {
		b = append(b, byte(e.act), byte(code(e.w, 1)))
	}
	b[len(b)-2] |= 0x80
	return string(b)
}

// weights is the number of weights in m.
func (m *model) weights() (n int) {
	for _, r := range m.rows {
		n += len(r)
	}
	return n
}

// features is the number of features that have weights.
func (m *model) features() (n int) {
	for _, r := range m.rows {
		if len(r) > 0 {
			n++
		}
	}
	return n
}
