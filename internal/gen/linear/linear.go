// Package linear trains multiclass logistic regression with sparse weights,
// for trainers of models that packed.Linear reads. The same examples in the
// same order give the same weights.
package linear

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/dateline-go/dateline/internal/packed"
)

// Example is one decision to learn from.
type Example struct {
	Features []uint32
	Label    int
	Labels   int     // how many labels it has to choose from; 0 is all
	Weight   float32 // 0 is 1
}

// Options are the settings of a training.
type Options struct {
	Labels  int
	Epochs  int
	Rate    float64 // of learning
	L1, L2  float64
	Least   int  // a feature must occur this often
	NoZero  bool // label 0 has no weights: its score is always 0
	Seed    uint64
	Average bool // of the weights after each epoch but the first
	Runs    int  // trainings in orders of their own, whose weights are averaged; 0 is 1
}

// Model is the weights, trained or in training.
type Model struct {
	o     Options
	ids   map[uint32]int32
	keys  []uint32
	count []int32
	z, n  []float32 // FTRL-proximal: the sum of gradients, adjusted, and of their squares
	w     []float32
	sum   []float32
	steps int
	score []float32
}

// Train learns from examples by FTRL-proximal (McMahan et al. 2013), which
// leaves most weights at zero.
func Train(examples []Example, o Options) *Model {
	m := &Model{o: o, ids: map[uint32]int32{}, score: make([]float32, o.Labels)}
	m.collect(examples)
	rows := make([][]int32, len(examples))
	for i, e := range examples {
		for _, f := range e.Features {
			if id, ok := m.ids[f]; ok {
				rows[i] = append(rows[i], id)
			}
		}
	}
	n := len(m.keys) * o.Labels
	m.sum = make([]float32, n)
	for run := range max(1, o.Runs) {
		m.z, m.n, m.w = make([]float32, n), make([]float32, n), make([]float32, n)
		m.run(examples, rows, rand.New(rand.NewPCG(o.Seed+uint64(run)*100, 7)))
	}
	for i := range m.w {
		m.w[i] = m.sum[i] / float32(m.steps)
	}
	m.z, m.n, m.sum = nil, nil, nil
	return m
}

// run trains once and adds the weights to the sum.
func (m *Model) run(examples []Example, rows [][]int32, rng *rand.Rand) {
	p := make([]float64, m.o.Labels)
	for epoch := range m.o.Epochs {
		for _, i := range rng.Perm(len(examples)) {
			m.step(&examples[i], rows[i], p)
		}
		if m.o.Average && epoch > 0 || epoch == m.o.Epochs-1 {
			for i, w := range m.w {
				m.sum[i] += w
			}
			m.steps++
		}
	}
}

// collect numbers the features that occur often enough, in order of their hash.
func (m *Model) collect(examples []Example) {
	count := map[uint32]int32{}
	for _, e := range examples {
		for _, f := range e.Features {
			count[f]++
		}
	}
	for f, n := range count {
		if int(n) >= m.o.Least {
			m.keys = append(m.keys, f)
		}
	}
	slices.Sort(m.keys)
	for i, f := range m.keys {
		m.ids[f] = int32(i)
		m.count = append(m.count, count[f])
	}
}

// step learns from one example.
func (m *Model) step(e *Example, row []int32, p []float64) {
	L := m.o.Labels
	k := L
	if e.Labels > 0 {
		k = e.Labels
	}
	p = p[:k]
	sum := m.score[:k]
	clear(sum)
	for _, id := range row {
		w := m.w[int(id)*L : int(id)*L+k]
		for l := range sum {
			sum[l] += w[l]
		}
	}
	for l := range p {
		p[l] = float64(sum[l])
	}
	softmax(p)
	weight := e.Weight
	if weight == 0 {
		weight = 1
	}
	alpha, l1, l2 := float32(m.o.Rate), float32(m.o.L1), float32(m.o.L2)
	for l := range p {
		if l == 0 && m.o.NoZero {
			continue
		}
		g := float32(p[l])
		if l == e.Label {
			g--
		}
		if g *= weight; g < least && g > -least {
			continue
		}
		for _, id := range row {
			i := int(id)*L + l
			n := m.n[i] + g*g
			root := sqrt(n)
			m.z[i] += g - (root-sqrt(m.n[i]))/alpha*m.w[i]
			m.n[i] = n
			switch z := m.z[i]; {
			case z > l1:
				m.w[i] = (l1 - z) / ((1+root)/alpha + l2)
			case z < -l1:
				m.w[i] = (-l1 - z) / ((1+root)/alpha + l2)
			default:
				m.w[i] = 0
			}
		}
	}
}

// least is the smallest gradient that is learnt from.
const least = 1e-3

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }

func softmax(p []float64) {
	top := slices.Max(p)
	sum := 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
}

// Keep leaves the n weights that matter most, which are large and belong to
// frequent features.
func (m *Model) Keep(n int) {
	var ranks []float64
	rank := func(i int) float64 {
		return math.Abs(float64(m.w[i])) * math.Pow(float64(m.count[i/m.o.Labels]), 0.3)
	}
	for i, w := range m.w {
		if w != 0 {
			ranks = append(ranks, rank(i))
		}
	}
	if len(ranks) <= n {
		return
	}
	slices.Sort(ranks)
	least := ranks[len(ranks)-n]
	for i, w := range m.w {
		if w != 0 && rank(i) < least {
			m.w[i] = 0
		}
	}
}

// Weights is the number of weights that are not zero.
func (m *Model) Weights() (n int) {
	for _, w := range m.w {
		if w != 0 {
			n++
		}
	}
	return n
}

// Pack writes the weights in the form that packed.Linear reads.
func (m *Model) Pack() ([]byte, error) {
	rows := map[uint32][]packed.Weight{}
	for id, f := range m.keys {
		var r []packed.Weight
		for l, w := range m.w[id*m.o.Labels : (id+1)*m.o.Labels] {
			if w != 0 {
				r = append(r, packed.Weight{Label: uint8(l), W: float64(w)})
			}
		}
		if r != nil {
			rows[f] = r
		}
	}
	return packed.BuildLinear(rows)
}
