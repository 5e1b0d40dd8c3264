package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/token"
)

// options of a training.
type options struct {
	epochs   int
	rate     float64
	l1       float64 // per example and epoch
	l2       float64
	drop     float64 // chance to leave out a word's own form
	dropAny  float64 // chance to leave out any feature
	start    float64 // what AdaGrad's sums begin with
	minCount int
}

// stretch is a run of candidate words: what the field labels at once.
type stretch struct {
	feats  [][]int32 // of each word; the first lex[i] are lexical
	lex    []int32
	gold   []uint8
	weight float32
}

// trainer is a linear-chain conditional random field, trained by AdaGrad with
// L1 by cumulative clipping (Tsuruoka, Tsujii and Ananiadou, ACL 2009).
type trainer struct {
	o           options
	index       map[uint32]int32
	keys        []uint32
	w, g        []float32 // features * NumLabels
	tr, trg     [name.NumLabels][name.NumLabels]float32
	mean        []float32
	meanTr      [name.NumLabels][name.NumLabels]float32
	meanOf      float32
	data        []stretch
	rng         *rand.Rand
	alpha, beta []float64
	emit        []float64
	used        []int32
	usedAt      []int32
}

const nl = name.NumLabels

// extract makes the stretches of the articles, with features seen at least
// minCount times.
func (t *trainer) extract(as []article, weight float32) {
	var x name.Extractor
	for _, a := range as {
		for s := range a.sents {
			x.Begin(a.doc, s)
			gold := a.sents[s].labels
			for i := 0; i < x.Len(); {
				if !x.Candidate(i) {
					i++
					continue
				}
				j := i
				st := stretch{weight: weight}
				for ; j < x.Len() && x.Candidate(j); j++ {
					fs, lex := x.Features(j)
					ids := make([]int32, len(fs))
					for k, f := range fs {
						id, ok := t.index[f]
						if !ok {
							id = int32(len(t.keys))
							t.index[f] = id
							t.keys = append(t.keys, f)
						}
						ids[k] = id
					}
					st.feats = append(st.feats, ids)
					st.lex = append(st.lex, int32(lex))
					st.gold = append(st.gold, gold[j])
				}
				repair(st.gold)
				t.data = append(t.data, st)
				i = j
			}
		}
	}
}

// repair makes a stretch's gold labels a sequence that the scheme allows, when
// a name goes over the stretch's edge.
func repair(g []uint8) {
	for i := 0; i < len(g); {
		l := int(g[i])
		if l == 0 {
			i++
			continue
		}
		j := i + 1
		for j < len(g) && name.Allowed(int(g[j-1]), int(g[j])) && !name.Allowed(0, int(g[j])) {
			j++
		}
		typ := token.EntType((l-1)/4 + 1)
		for k := i; k < j; k++ {
			g[k] = uint8(name.Label(typ, k-i, j-i))
		}
		i = j
	}
}

// prune drops the features seen fewer than minCount times.
func (t *trainer) prune() {
	count := make([]int32, len(t.keys))
	for _, s := range t.data {
		for _, fs := range s.feats {
			for _, f := range fs {
				count[f]++
			}
		}
	}
	renum := make([]int32, len(t.keys))
	var keys []uint32
	for i, c := range count {
		renum[i] = -1
		if int(c) >= t.o.minCount {
			renum[i] = int32(len(keys))
			keys = append(keys, t.keys[i])
		}
	}
	t.keys, t.index = keys, nil
	for _, s := range t.data {
		for k, fs := range s.feats {
			n, lex := 0, int32(0)
			for i, f := range fs {
				if r := renum[f]; r >= 0 {
					if int32(i) < s.lex[k] {
						lex++
					}
					fs[n] = r
					n++
				}
			}
			s.feats[k], s.lex[k] = fs[:n], lex
		}
	}
}

func (t *trainer) train(log io.Writer) *name.Weights {
	t.rng = rand.New(rand.NewPCG(1, 2))
	t.prune()
	t.w = make([]float32, len(t.keys)*nl)
	t.g = make([]float32, len(t.keys)*nl)
	t.mean = make([]float32, len(t.keys)*nl)
	order := make([]int, len(t.data))
	for i := range order {
		order[i] = i
	}
	for e := range t.o.epochs {
		t.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for _, i := range order {
			loss += t.step(&t.data[i])
		}
		t.shrink()
		if e >= t.o.epochs/2 {
			// The mean of the later epochs' weights varies less than the last.
			t.meanOf++
			for i, v := range t.w {
				t.mean[i] += v
			}
			for a := range nl {
				for b := range nl {
					t.meanTr[a][b] += t.tr[a][b]
				}
			}
		}
		if log != nil {
			nz := 0
			for _, v := range t.w {
				if v != 0 {
					nz++
				}
			}
			fmt.Fprintf(log, "epoch %d loss %.4f features %d weights %d\n", e, loss/float64(len(order)), len(t.keys), nz)
		}
	}
	for i := range t.mean {
		t.w[i] = t.mean[i] / t.meanOf
	}
	for a := range nl {
		for b := range nl {
			t.tr[a][b] = t.meanTr[a][b] / t.meanOf
		}
	}
	out := &name.Weights{Trans: t.tr, Features: map[uint32][nl]float32{}}
	for i, k := range t.keys {
		out.Features[k] = [nl]float32(t.w[i*nl : i*nl+nl])
	}
	return out
}

// shrink applies a whole epoch's L1 and L2 at once: proximal steps scaled by
// AdaGrad's rates.
func (t *trainer) shrink() {
	for i, v := range t.w {
		if v == 0 {
			continue
		}
		r := t.o.rate / math.Sqrt(float64(t.g[i])+t.o.start)
		w := float64(v) * (1 - min(0.5, r*t.o.l2))
		d := r * t.o.l1
		if w > d {
			w -= d
		} else if w < -d {
			w += d
		} else {
			w = 0
		}
		t.w[i] = float32(w)
	}
}

// step does one stochastic gradient step on s and is its loss.
func (t *trainer) step(s *stretch) float64 {
	n := len(s.feats)
	if need := n * nl; cap(t.alpha) < need {
		t.alpha, t.beta, t.emit = make([]float64, need*2), make([]float64, need*2), make([]float64, need*2)
	}
	alpha, beta, emit := t.alpha[:n*nl], t.beta[:n*nl], t.emit[:n*nl]
	t.used, t.usedAt = t.used[:0], t.usedAt[:0]
	for i, fs := range s.feats {
		e := emit[i*nl : i*nl+nl]
		clear(e)
		drop := t.rng.Float64() < t.o.drop
		t.usedAt = append(t.usedAt, int32(len(t.used)))
		for k, f := range fs {
			if drop && int32(k) < s.lex[i] || t.o.dropAny > 0 && t.rng.Float64() < t.o.dropAny {
				continue
			}
			t.used = append(t.used, f)
			w := t.w[int(f)*nl : int(f)*nl+nl]
			for l, v := range w {
				e[l] += float64(v)
			}
		}
	}
	t.usedAt = append(t.usedAt, int32(len(t.used)))
	// Forward and backward in the exponential domain, scaled by word.
	var et [nl][nl]float64
	for a := range nl {
		for b := range nl {
			if name.Allowed(a, b) {
				et[a][b] = math.Exp(float64(t.tr[a][b]))
			}
		}
	}
	logz := 0.0
	for i := range n {
		e := emit[i*nl : i*nl+nl]
		top := e[0]
		for _, v := range e {
			top = max(top, v)
		}
		logz += top
		al := alpha[i*nl : i*nl+nl]
		sum := 0.0
		for b := range nl {
			v := 0.0
			if i == 0 {
				v = et[0][b]
			} else {
				for a := range nl {
					v += alpha[(i-1)*nl+a] * et[a][b]
				}
			}
			e[b] = math.Exp(e[b] - top)
			al[b] = v * e[b]
			sum += al[b]
		}
		for b := range al {
			al[b] /= sum
		}
		logz += math.Log(sum)
	}
	z := 0.0
	for a := range nl {
		z += alpha[(n-1)*nl+a] * et[a][0]
		beta[(n-1)*nl+a] = et[a][0]
	}
	logz += math.Log(z)
	for i := n - 2; i >= 0; i-- {
		sum := 0.0
		for a := range nl {
			v := 0.0
			for b := range nl {
				v += et[a][b] * emit[(i+1)*nl+b] * beta[(i+1)*nl+b]
			}
			beta[i*nl+a] = v
			sum += v
		}
		for a := range nl {
			beta[i*nl+a] /= sum
		}
	}
	// The loss, before the step.
	gold := 0.0
	prev := uint8(0)
	for i, g := range s.gold {
		for _, f := range t.used[t.usedAt[i]:t.usedAt[i+1]] {
			gold += float64(t.w[int(f)*nl+int(g)])
		}
		gold += float64(t.tr[prev][g])
		prev = g
	}
	gold += float64(t.tr[prev][0])
	// Transitions.
	up := func(w, g *float32, grad float64) {
		grad *= float64(s.weight)
		*g += float32(grad * grad)
		*w -= float32(t.o.rate * grad / math.Sqrt(float64(*g)+t.o.start))
	}
	var tg [nl][nl]float64
	for i := 0; i+1 < n; i++ {
		sum := 0.0
		var p [nl][nl]float64
		for a := range nl {
			if alpha[i*nl+a] == 0 {
				continue
			}
			for b := range nl {
				v := alpha[i*nl+a] * et[a][b] * emit[(i+1)*nl+b] * beta[(i+1)*nl+b]
				p[a][b] = v
				sum += v
			}
		}
		for a := range nl {
			for b := range nl {
				tg[a][b] += p[a][b] / sum
			}
		}
		tg[s.gold[i]][s.gold[i+1]]--
	}
	// Words.
	for i := range n {
		var m [nl]float64
		sum := 0.0
		for a := range nl {
			m[a] = alpha[i*nl+a] * beta[i*nl+a]
			sum += m[a]
		}
		for a := range nl {
			m[a] /= sum
		}
		if i == 0 {
			for a := range nl {
				tg[0][a] += m[a]
			}
			tg[0][s.gold[0]]--
		}
		if i == n-1 {
			for a := range nl {
				tg[a][0] += m[a]
			}
			tg[s.gold[i]][0]--
		}
		m[s.gold[i]]--
		for a := range nl {
			if math.Abs(m[a]) < 1e-4 {
				continue
			}
			grad := m[a] * float64(s.weight)
			for _, f := range t.used[t.usedAt[i]:t.usedAt[i+1]] {
				k := int(f)*nl + a
				t.g[k] += float32(grad * grad)
				t.w[k] -= float32(t.o.rate * grad / math.Sqrt(float64(t.g[k])+t.o.start))
			}
		}
	}
	for a := range nl {
		for b := range nl {
			if tg[a][b] != 0 && name.Allowed(a, b) {
				up(&t.tr[a][b], &t.trg[a][b], tg[a][b])
			}
		}
	}
	return logz - gold
}
