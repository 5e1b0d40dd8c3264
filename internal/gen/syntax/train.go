package main

import (
	"log"
	"math"
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
	fixed bool    // no weight is added
	scale float32 // size of a weight beside that of one training

	ok    []bool
	score [transition.Levels][]float32 // after each level of templates
	ids   []int32                      // rows of the features at hand
	upTo  [transition.Levels]int       // of these, those of each level and the levels before it
	feats [transition.NumFeatures]uint64
}

func newModel(acts []transition.Action) *model {
	m := &model{acts: acts, scale: 1, ok: make([]bool, len(acts))}
	for l := range m.score {
		m.score[l] = make([]float32, len(acts)+2)
	}
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
				for l := range transition.Levels {
					for _, k := range st.Features(l, &m.feats) {
						f(k)
					}
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

// evaluate fills m.score for the state, and m.ids with its rows.
func (m *model) evaluate(st *transition.State) {
	m.ids = m.ids[:0]
	for l := range transition.Levels {
		score := m.score[l]
		for _, k := range st.Features(l, &m.feats) {
			if id := m.find(k); id >= 0 {
				m.ids = append(m.ids, id)
			}
		}
		m.upTo[l] = len(m.ids)
		from := 0
		if l > 0 {
			from = m.upTo[l-1]
			copy(score, m.score[l-1])
		} else {
			clear(score)
		}
		for _, id := range m.ids[from:] {
			for _, e := range m.rows[id] {
				score[e.act] += e.w
			}
		}
	}
	// The two last scores are of the directions Left and Right as such: what
	// is learnt there holds for every relation.
	for _, score := range m.score {
		left, right := score[len(m.acts)], score[len(m.acts)+1]
		for i := range m.acts {
			switch m.acts[i].Dir {
			case transition.Left:
				score[i] += left
			case transition.Right:
				score[i] += right
			}
		}
	}
}

// best is the action of highest score at level l among those allowed, and how
// far it leads.
func (m *model) best(st *transition.State, l int) (best int, lead float32) {
	can := [3]bool{st.Can(0), st.Can(1), st.Can(2)}
	top, second := float32(math.Inf(-1)), float32(math.Inf(-1))
	best = -1
	for i, s := range m.score[l] {
		if i < len(m.acts) && can[m.acts[i].Dir] && s > second {
			if s > top {
				best, top, second = i, s, top
			} else {
				second = s
			}
		}
	}
	return best, top - second
}

// rivals are the actions of highest score at level l among those marked good
// and among the others, -1 when there are none.
func (m *model) rivals(st *transition.State, l int) (good, rival int) {
	can := [3]bool{st.Can(0), st.Can(1), st.Can(2)}
	good, rival = -1, -1
	score := m.score[l]
	for i, a := range m.acts {
		switch {
		case !can[a.Dir]:
		case m.ok[i]:
			if good < 0 || score[i] > score[good] {
				good = i
			}
		case rival < 0 || score[i] > score[rival]:
			rival = i
		}
	}
	return good, rival
}

// update changes the weights of an action in the rows at hand up to level l.
func (m *model) update(l, act int, by float32) {
	dir := int32(-1)
	switch m.acts[act].Dir {
	case transition.Left:
		dir = int32(len(m.acts))
	case transition.Right:
		dir = int32(len(m.acts) + 1)
	}
	for _, id := range m.ids[:m.upTo[l]] {
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

// epoch goes once over sents in a random order. Each level of templates learns
// to decide with the levels before it, whether or not later ones would put it
// right: the parser stops at the first that is sure.
func (m *model) epoch(sents []*sentence, rng *rand.Rand, explore float64) (wrong int) {
	var st transition.State
	for _, at := range rng.Perm(len(sents)) {
		g := sents[at]
		words := g.words
		if g.gold != nil && rng.Float64() < *truth {
			words = g.gold
		}
		copy(st.Reset(len(words)), words)
		st.Begin()
		for !st.Done() {
			m.evaluate(&st)
			m.good(&st, g, m.ok)
			m.steps++
			next := -1
			for l := transition.Levels - 1; l >= 0; l-- {
				lead := *early
				good, rival := m.rivals(&st, l)
				if l == transition.Levels-1 {
					lead, next = *margin, good
				}
				if rival < 0 {
					continue
				}
				by := m.score[l][good] - m.score[l][rival]
				if by <= float32(lead) {
					m.update(l, good, 1)
					m.update(l, rival, -1)
				}
				if l == transition.Levels-1 && by < 0 {
					wrong++
					if rng.Float64() < explore {
						next = rival
					}
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
	m.scale += o.scale
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

// stops are the leads by which the first levels decide.
func (m *model) stops() [transition.Levels - 1]float32 {
	return [...]float32{float32(*stop) * m.scale, float32(*stopNext) * m.scale}
}

// las parses sents and gives UAS and LAS over base relations and the shares of
// steps that the first levels decide, all in percent. A level decides when its
// best action leads by as much as stop says.
func (m *model) las(sents []*sentence, stop [transition.Levels - 1]float32) (uas, las float64, decided [transition.Levels - 1]float64) {
	var st transition.State
	heads, rels, n, steps := 0, 0, 0, 0
	for _, g := range sents {
		copy(st.Reset(len(g.words)), g.words)
		st.Begin()
		for !st.Done() {
			m.evaluate(&st)
			best, _ := m.best(&st, transition.Levels-1)
			for l := range stop {
				if b, lead := m.best(&st, l); lead >= stop[l] {
					best = b
					decided[l]++
					break
				}
			}
			steps++
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
	for l := range decided {
		decided[l] *= 100 / float64(steps)
	}
	return 100 * float64(heads) / float64(n), 100 * float64(rels) / float64(n), decided
}
