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
	runs     int
	dropTags float64 // chance to leave out the tags of a stretch
}

// stretch is a run of candidate words: what the field labels at once.
type stretch struct {
	feats  [][]int32 // of each word
	kinds  [][]uint8 // of each feature
	gold   []uint8
	weight float32
}

type pair struct{ a, b int }

// trainer is a linear-chain conditional random field, trained by AdaGrad with
// L1 by cumulative clipping (Tsuruoka, Tsujii and Ananiadou, ACL 2009).
type trainer struct {
	o           options
	index       map[uint64]int32
	keys        []uint64
	w, g        []float32 // features * NumLabels
	tr, trg     [name.NumLabels][name.NumLabels]float32
	mean        []float32
	meanTr      [name.NumLabels][name.NumLabels]float32
	meanOf      float32
	data        []stretch
	rng         *rand.Rand
	pairs       []pair // labels that may follow each other
	joint       []float64
	et          [nl][nl]float64
	steps       int
	alpha, beta []float64
	emit        []float64
	used        []int32
	usedAt      []int32
}

const nl = name.NumLabels

// extract makes the stretches of the articles. With private, each feature has a
// twin of the corpus's own, which the model leaves out in the end: what a
// corpus does in its own way goes there, and what it shares with the others
// into the features proper (Daume, ACL 2007).
func (t *trainer) extract(as []article, weight float32, private uint64) {
	x := name.Extractor{Loose: true}
	for _, a := range as {
		x.Gather(a.doc, 0, math.MaxInt)
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
					fs, lex, tag := x.Features(j)
					ids := make([]int32, len(fs), 2*len(fs))
					for k, f := range fs {
						ids[k] = t.id(uint64(f))
					}
					if private != 0 {
						for _, f := range fs {
							ids = append(ids, t.id(uint64(f)|private<<32))
						}
					}
					kinds := make([]uint8, len(ids))
					for k := range ids {
						switch q := k % len(fs); {
						case q < lex:
							kinds[k] = 1
						case q >= tag:
							kinds[k] = 2
						}
					}
					st.kinds = append(st.kinds, kinds)
					st.feats = append(st.feats, ids)
					st.gold = append(st.gold, gold[j])
				}
				repair(st.gold)
				t.data = append(t.data, st)
				i = j
			}
		}
	}
}

// id is the number of feature f: a hash, with a corpus above it when private.
func (t *trainer) id(f uint64) int32 {
	id, ok := t.index[f]
	if !ok {
		id = int32(len(t.keys))
		t.index[f] = id
		t.keys = append(t.keys, f)
	}
	return id
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
	var keys []uint64
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
			n := 0
			for i, f := range fs {
				if r := renum[f]; r >= 0 {
					s.kinds[k][n] = s.kinds[k][i]
					fs[n] = r
					n++
				}
			}
			s.feats[k], s.kinds[k] = fs[:n], s.kinds[k][:n]
		}
	}
}

// train is the mean of the weights of several runs, in different orders and
// with different features left out: it varies less than one.
func (t *trainer) train(log io.Writer) *name.Weights {
	t.prune()
	t.mean = make([]float32, len(t.keys)*nl)
	for r := range t.o.runs {
		t.run(uint64(1+r), log)
	}
	out := &name.Weights{Features: map[uint32][nl]float32{}}
	for i, k := range t.keys {
		if k>>32 != 0 {
			continue
		}
		var v [nl]float32
		for l, w := range t.mean[i*nl : i*nl+nl] {
			v[l] = w / t.meanOf
		}
		out.Features[uint32(k)] = v
	}
	for a := range nl {
		for b := range nl {
			out.Trans[a][b] = t.meanTr[a][b] / t.meanOf
		}
	}
	return out
}

// run trains once, and adds the weights of its later epochs to the mean.
func (t *trainer) run(seed uint64, log io.Writer) {
	t.rng = rand.New(rand.NewPCG(seed, 2))
	t.w = make([]float32, len(t.keys)*nl)
	t.g = make([]float32, len(t.keys)*nl)
	t.tr, t.trg = [nl][nl]float32{}, [nl][nl]float32{}
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
		fmt.Fprintf(log, "epoch %d loss %.4f features %d\n", e, loss/float64(len(order)), len(t.keys))
	}
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
	l := lattice{t.alpha[:n*nl], t.beta[:n*nl], t.emit[:n*nl]}
	t.score(s, l.emit)
	et := t.potentials()
	logz := t.forward(&l, n, et)
	logz += math.Log(t.backward(&l, n, et))
	loss := logz - t.goldScore(s) // before the step
	tg := t.transitions(s, &l, et)
	t.words(s, &l, tg)
	for _, p := range t.pairs {
		if v := tg[p.a][p.b]; v != 0 {
			t.update(&t.tr[p.a][p.b], &t.trg[p.a][p.b], v*float64(s.weight))
		}
	}
	return loss
}

// A lattice is what forward and backward make of the words of a stretch, nl
// values a word, in the exponential domain and scaled by word.
type lattice struct{ alpha, beta, emit []float64 }

// score fills emit with what the features of each word say for each label,
// and t.used with the features that were not dropped.
func (t *trainer) score(s *stretch, emit []float64) {
	t.used, t.usedAt = t.used[:0], t.usedAt[:0]
	drop := [3]bool{}
	drop[2] = t.rng.Float64() < t.o.dropTags
	for i, fs := range s.feats {
		e := emit[i*nl : i*nl+nl]
		clear(e)
		drop[1] = t.rng.Float64() < t.o.drop
		t.usedAt = append(t.usedAt, int32(len(t.used)))
		for k, f := range fs {
			if drop[s.kinds[i][k]] || t.o.dropAny > 0 && t.rng.Float64() < t.o.dropAny {
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
}

// forward fills l.alpha, makes exponentials of l.emit, and is the logarithm
// of all that was scaled away.
func (t *trainer) forward(l *lattice, n int, et *[nl][nl]float64) float64 {
	logz := 0.0
	for i := range n {
		e := l.emit[i*nl : i*nl+nl]
		top := e[0]
		for _, v := range e {
			top = max(top, v)
		}
		logz += top
		al := l.alpha[i*nl : i*nl+nl]
		clear(al)
		if i == 0 {
			for b := range nl {
				al[b] = et[0][b]
			}
		} else {
			before := l.alpha[(i-1)*nl : i*nl]
			for _, p := range t.pairs {
				al[p.b] += before[p.a] * et[p.a][p.b]
			}
		}
		sum := 0.0
		for b := range nl {
			e[b] = math.Exp(e[b] - top)
			al[b] *= e[b]
			sum += al[b]
		}
		for b := range al {
			al[b] /= sum
		}
		logz += math.Log(sum)
	}
	return logz
}

// backward fills l.beta and is the scaled sum over all labellings.
func (t *trainer) backward(l *lattice, n int, et *[nl][nl]float64) float64 {
	z := 0.0
	for a := range nl {
		z += l.alpha[(n-1)*nl+a] * et[a][0]
		l.beta[(n-1)*nl+a] = et[a][0]
	}
	for i := n - 2; i >= 0; i-- {
		be, e, after := l.beta[i*nl:i*nl+nl], l.emit[(i+1)*nl:(i+2)*nl], l.beta[(i+1)*nl:(i+2)*nl]
		clear(be)
		for _, p := range t.pairs {
			be[p.a] += et[p.a][p.b] * e[p.b] * after[p.b]
		}
		sum := 0.0
		for _, v := range be {
			sum += v
		}
		for a := range be {
			be[a] /= sum
		}
	}
	return z
}

// goldScore is what the weights say for the right labels of s.
func (t *trainer) goldScore(s *stretch) float64 {
	gold := 0.0
	prev := uint8(0)
	for i, g := range s.gold {
		for _, f := range t.used[t.usedAt[i]:t.usedAt[i+1]] {
			gold += float64(t.w[int(f)*nl+int(g)])
		}
		gold += float64(t.tr[prev][g])
		prev = g
	}
	return gold + float64(t.tr[prev][0])
}

// transitions is the gradient of the transitions between the words of s.
func (t *trainer) transitions(s *stretch, l *lattice, et *[nl][nl]float64) *[nl][nl]float64 {
	tg := new([nl][nl]float64)
	for i := 0; i+1 < len(s.feats); i++ {
		al, e, be := l.alpha[i*nl:i*nl+nl], l.emit[(i+1)*nl:(i+2)*nl], l.beta[(i+1)*nl:(i+2)*nl]
		sum := 0.0
		for k, p := range t.pairs {
			v := al[p.a] * et[p.a][p.b] * e[p.b] * be[p.b]
			t.joint[k] = v
			sum += v
		}
		for k, p := range t.pairs {
			tg[p.a][p.b] += t.joint[k] / sum
		}
		tg[s.gold[i]][s.gold[i+1]]--
	}
	return tg
}

// words takes the step of the words' features, and adds the transitions at
// both ends of s to tg.
func (t *trainer) words(s *stretch, l *lattice, tg *[nl][nl]float64) {
	n := len(s.feats)
	for i := range n {
		var m [nl]float64
		sum := 0.0
		for a := range nl {
			m[a] = l.alpha[i*nl+a] * l.beta[i*nl+a]
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
				t.update(&t.w[int(f)*nl+a], &t.g[int(f)*nl+a], grad)
			}
		}
	}
}

// update takes weight w a step against its gradient; g is the sum of the
// squares of its gradients.
func (t *trainer) update(w, g *float32, grad float64) {
	*g += float32(grad * grad)
	*w -= float32(t.o.rate * grad / math.Sqrt(float64(*g)+t.o.start))
}

// potentials are the exponentials of the transitions, made anew every eighth
// step: in between they hardly change.
func (t *trainer) potentials() *[nl][nl]float64 {
	if t.pairs == nil {
		for a := range nl {
			for b := range nl {
				if name.Allowed(a, b) {
					t.pairs = append(t.pairs, pair{a, b})
				}
			}
		}
		t.joint = make([]float64, len(t.pairs))
	}
	if t.steps%8 == 0 {
		for _, p := range t.pairs {
			t.et[p.a][p.b] = math.Exp(float64(t.tr[p.a][p.b]))
		}
	}
	t.steps++
	return &t.et
}
