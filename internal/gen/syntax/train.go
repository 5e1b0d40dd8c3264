package main

import (
	"log"
	"math/rand/v2"

	"github.com/dateline-go/dateline/internal/syntax/transition"
	"github.com/dateline-go/dateline/internal/token"
)

// entry is the weight of one action in the row of one feature.
type entry struct {
	act int32
	w   float32
	sum float32 // for the average: the sum of update times step
}

// cell is a slot of the table of features; the row is one more than its
// index, 0 for an empty slot.
type cell struct {
	key uint64
	row int32
}

// model is a linear model in training: for each kept feature a sparse row.
type model struct {
	acts  []transition.Action
	has   [3][token.NumRel]bool
	table []cell // open addressing
	rows  [][]entry
	count []uint32 // how often each feature occurs on the way to the gold trees
	steps float32
	fixed bool // no weight is added

	score []float32
	ok    []bool
	ids1  []int32
	feats [transition.NumFeatures]uint64
}

func newModel(acts []transition.Action) *model {
	m := &model{acts: acts, score: make([]float32, len(acts)+2), ok: make([]bool, len(acts))}
	for _, a := range acts {
		m.has[a.Dir][a.Rel] = true
	}
	return m
}

// find is the row of feature key, or -1.
func (m *model) find(key uint64) int32 {
	mask := uint64(len(m.table) - 1)
	for i := key >> 20 & mask; ; i = (i + 1) & mask {
		if p := &m.table[i]; p.key == key || p.row == 0 {
			return p.row - 1
		}
	}
}

func (m *model) insert(key uint64, id int32) {
	mask := uint64(len(m.table) - 1)
	i := key >> 20 & mask
	for m.table[i].row != 0 {
		i = (i + 1) & mask
	}
	m.table[i] = cell{key, id + 1}
}

// size makes an empty table for n features.
func (m *model) size(n int) {
	size := 1
	for size < 2*n {
		size *= 2
	}
	m.table = make([]cell, size)
}

// collect keeps the features that occur at least least times on the way to
// the gold trees.
func (m *model) collect(sents []*sentence, least int) {
	// A counting filter first: it never counts too little, and takes away
	// most of what occurs once.
	count := make([]uint8, 1<<27)
	var st transition.State
	walk := func(f func(key uint64)) {
		for _, g := range sents {
			copy(st.Reset(len(g.words)), g.words)
			st.Begin()
			for !st.Done() {
				n := st.Features(&m.feats)
				for _, k := range m.feats[:n] {
					f(k)
				}
				m.good(&st, g, m.ok)
				for i, ok := range m.ok {
					if ok {
						st.Do(m.acts[i])
						break
					}
				}
			}
		}
	}
	walk(func(k uint64) {
		if c := &count[k>>37]; *c < 255 {
			*c++
		}
	})
	n := 0
	for _, c := range count {
		if int(c) >= least {
			n++
		}
	}
	m.size(n + n/4)
	id := int32(0)
	walk(func(k uint64) {
		if int(count[k>>37]) < least {
			return
		}
		at := m.find(k)
		if at < 0 {
			at = id
			m.insert(k, id)
			m.count = append(m.count, 0)
			id++
		}
		m.count[at]++
	})
	m.rows = make([][]entry, id)
	log.Println(id, "features")
}

// evaluate fills m.score for the state, and m.ids1 with its rows.
func (m *model) evaluate(st *transition.State) {
	n := st.Features(&m.feats)
	m.ids1 = m.ids1[:0]
	clear(m.score)
	for _, k := range m.feats[:n] {
		if id := m.find(k); id >= 0 {
			m.ids1 = append(m.ids1, id)
		}
	}
	for _, id := range m.ids1 {
		for _, e := range m.rows[id] {
			m.score[e.act] += e.w
		}
	}
	// The two last scores are of the directions Left and Right as such: what
	// is learnt there holds for every relation.
	l, r := m.score[len(m.acts)], m.score[len(m.acts)+1]
	for i := range m.acts {
		switch m.acts[i].Dir {
		case transition.Left:
			m.score[i] += l
		case transition.Right:
			m.score[i] += r
		}
	}
}

// best is the action of highest score among those allowed, and among those
// marked good.
func (m *model) best(st *transition.State, withGood bool) (best, good int) {
	can := [3]bool{st.Can(0), st.Can(1), st.Can(2)}
	best, good = -1, -1
	for i, a := range m.acts {
		if !can[a.Dir] {
			continue
		}
		if best < 0 || m.score[i] > m.score[best] {
			best = i
		}
		if withGood && m.ok[i] && (good < 0 || m.score[i] > m.score[good]) {
			good = i
		}
	}
	return best, good
}

func (m *model) update(act int, by float32) {
	dir := int32(-1)
	switch m.acts[act].Dir {
	case transition.Left:
		dir = int32(len(m.acts))
	case transition.Right:
		dir = int32(len(m.acts) + 1)
	}
	for _, id := range m.ids1 {
		m.bump(id, int32(act), by)
		if dir >= 0 {
			m.bump(id, dir, by)
		}
	}
}

func (m *model) bump(id, act int32, by float32) {
	r := m.rows[id]
	for i := range r {
		if r[i].act == act {
			r[i].w += by
			r[i].sum += by * m.steps
			return
		}
	}
	if m.fixed {
		return
	}
	m.rows[id] = append(r, entry{act, by, by * m.steps})
}

// epoch goes once over sents in a random order.
func (m *model) epoch(sents []*sentence, rng *rand.Rand, explore float64) (wrong int) {
	var st transition.State
	for _, at := range rng.Perm(len(sents)) {
		g := sents[at]
		copy(st.Reset(len(g.words)), g.words)
		st.Begin()
		for !st.Done() {
			m.evaluate(&st)
			m.good(&st, g, m.ok)
			best, good := m.best(&st, true)
			rival := -1 // the best of those not good
			for i, a := range m.acts {
				if !m.ok[i] && st.Can(a.Dir) && (rival < 0 || m.score[i] > m.score[rival]) {
					rival = i
				}
			}
			m.steps++
			if rival >= 0 && m.score[good]-m.score[rival] <= float32(*margin) {
				m.update(good, 1)
				m.update(rival, -1)
			}
			next := good
			if best != good && !m.ok[best] {
				wrong++
				if rng.Float64() < explore {
					next = best
				}
			}
			st.Do(m.acts[next])
		}
	}
	return wrong
}

// average replaces the weights by their averages over the training.
func (m *model) averaged() *model {
	a := *m
	a.score, a.ok, a.ids1 = make([]float32, len(m.score)), make([]bool, len(m.ok)), nil
	a.rows = make([][]entry, len(m.rows))
	for i, r := range m.rows {
		q := make([]entry, len(r))
		for j, e := range r {
			q[j] = entry{act: e.act, w: e.w - e.sum/m.steps}
		}
		a.rows[i] = q
	}
	return &a
}

// add adds the weights of o, which has the same features.
func (m *model) add(o *model) {
	for id, r := range o.rows {
	next:
		for _, e := range r {
			for i := range m.rows[id] {
				if m.rows[id][i].act == e.act {
					m.rows[id][i].w += e.w
					continue next
				}
			}
			m.rows[id] = append(m.rows[id], e)
		}
	}
}

// las parses sents and gives UAS and LAS over base relations, in percent.
func (m *model) las(sents []*sentence) (uas, las float64) {
	var st transition.State
	heads, rels, n := 0, 0, 0
	for _, g := range sents {
		copy(st.Reset(len(g.words)), g.words)
		st.Begin()
		for !st.Done() {
			m.evaluate(&st)
			best, _ := m.best(&st, false)
			st.Do(m.acts[best])
		}
		for d := 1; d < len(g.head); d++ {
			h, r := st.Head(int32(d))
			n++
			if h == g.head[d] {
				heads++
				if r.Base() == g.rel[d].Base() {
					rels++
				}
			}
		}
	}
	return 100 * float64(heads) / float64(n), 100 * float64(rels) / float64(n)
}
