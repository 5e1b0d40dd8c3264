package main

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"log"
	"math"
	"os"
	"slices"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

const (
	keep       = 450000 // weights of the model
	minFeature = 3      // a feature must be seen so often to be kept
	minWord    = 4      // a word to have an ambiguity class
	minOnly    = 60     // a word to have its only label without the model
	margin     = 30     // by which the right label must lead
	minShare   = 2      // percent of a word's occurrences for a label to be in its class
)

// label is a pair of tags.
type label struct {
	u token.UPOS
	x token.XPOS
}

// entry is the weight of one label in one feature, with what averaging needs.
type entry struct {
	label uint8
	w     float32
	g     float32 // sum of squared gradients
	last  int32   // step at which sum was brought up to date
	sum   float64
}

type trainer struct {
	labels []label
	ids    map[uint32]int32 // feature hash to index in weights
	hashes []uint32
	count  []int32 // occurrences in the corpus
	w      [][]entry
	step   int32
}

// sample is one training sentence: its atoms, gold labels and static features.
type sample struct {
	atoms  []tag.Atoms
	gold   []uint8
	only   []bool
	static [][]int32
}

// words lists the forms of a corpus, for segment.FromWords.
func words(ss []conllu.Sentence) [][]string {
	out := make([][]string, len(ss))
	for i, s := range ss {
		for _, w := range s.Words {
			out[i] = append(out[i], w.Form)
		}
	}
	return out
}

// train returns the bytes of a model trained on ss.
func train(ss []conllu.Sentence, epochs, runs int) []byte {
	ss = augment(append(ss[:len(ss):len(ss)], news()...))
	d := segment.FromWords(words(ss))
	tr := &trainer{ids: map[uint32]int32{}}
	tr.collectLabels(ss)
	lex := tr.lexicon(d, ss)
	head := tr.header(lex)
	// A model without features gives the classes.
	bare, ok := tag.OpenModel(string(tr.pack(head)))
	if !ok {
		log.Fatal("tag: bad header")
	}
	samples := tr.samples(d, ss, &bare)
	// The weights of several runs in different orders are added: the sum of
	// linear models is one, and makes fewer errors than each.
	var total [][]entry
	for run := range runs {
		tr.run(samples, epochs, uint64(run))
		if total == nil {
			total = tr.w
			continue
		}
		for f, es := range tr.w {
			for _, e := range es {
				total[f] = merge(total[f], e)
			}
		}
	}
	tr.w = total
	return tr.pack(head)
}

// merge adds the sum of e to that of its label in es.
func merge(es []entry, e entry) []entry {
	for k := range es {
		if es[k].label == e.label {
			es[k].sum += e.sum
			return es
		}
	}
	return append(es, e)
}

// run trains the weights from nothing in the order that seed gives.
func (tr *trainer) run(samples []sample, epochs int, seed uint64) {
	tr.w, tr.step = make([][]entry, len(tr.hashes)), 0
	order := make([]int, len(samples))
	for i := range order {
		order[i] = i
	}
	rng := 88172645463325252 + 7919*seed
	for e := range epochs {
		for i := len(order) - 1; i > 0; i-- {
			rng ^= rng << 13
			rng ^= rng >> 7
			rng ^= rng << 17
			j := int(rng % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		right, n := 0, 0
		for _, i := range order {
			right += tr.learn(&samples[i])
			n += len(samples[i].gold)
		}
		fmt.Fprintf(os.Stderr, "epoch %d: %.2f\n", e+1, 100*float64(right)/float64(n))
	}
	for f := range tr.w {
		for k := range tr.w[f] {
			w := &tr.w[f][k]
			w.sum += float64(w.w) * float64(tr.step-w.last)
		}
	}
}

func (tr *trainer) collectLabels(ss []conllu.Sentence) {
	count := map[label]int{}
	for _, s := range ss {
		for _, w := range s.Words {
			count[label{w.UPOS, w.XPOS}]++
		}
	}
	for l, n := range count {
		if n >= 3 {
			tr.labels = append(tr.labels, l)
		}
	}
	slices.SortFunc(tr.labels, func(a, b label) int { return int(a.u)*256 + int(a.x) - int(b.u)*256 - int(b.x) })
	if len(tr.labels) > tag.MaxLabels {
		log.Fatalf("tag: %d labels", len(tr.labels))
	}
}

// index is the number of the label of w; a label too rare to keep is the
// commonest one with the same UPOS or XPOS that is kept.
func (tr *trainer) index(w *conllu.Word) uint8 {
	for i, l := range tr.labels {
		if l.u == w.UPOS && l.x == w.XPOS {
			return uint8(i)
		}
	}
	for i, l := range tr.labels {
		if l.u == w.UPOS {
			return uint8(i)
		}
	}
	return 0
}

// lexEntry is a word of the lexicon: its hash and its class.
type lexEntry struct{ hash, class uint32 }

type lexicon struct {
	words []lexEntry
	only  []byte // per class: its only label + 1, or 0
}

// lexicon gives each frequent word its ambiguity class: the labels that it
// bears, the commonest first.
func (tr *trainer) lexicon(d *token.Doc, ss []conllu.Sentence) lexicon {
	counts := map[uint32]map[uint8]int{}
	bare, _ := tag.OpenModel(string(tr.pack(tr.header(lexicon{}))))
	var atoms []tag.Atoms
	for i := range d.Sents {
		atoms = bare.Atoms(atoms[:0], d, &d.Sents[i])
		for j := range atoms {
			c := counts[atoms[j].Low]
			if c == nil {
				c = map[uint8]int{}
				counts[atoms[j].Low] = c
			}
			c[tr.index(&ss[i].Words[j])]++
		}
	}
	var hashes []uint32
	for h := range counts {
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	lex := lexicon{only: []byte{0}}
	classes := map[string]uint32{}
	for _, h := range hashes {
		total, sum := 0, counts[h]
		var ls []uint8
		for l, n := range sum {
			total += n
			ls = append(ls, l)
		}
		if total < minWord {
			continue
		}
		slices.SortFunc(ls, func(a, b uint8) int {
			if sum[a] != sum[b] {
				return sum[b] - sum[a]
			}
			return int(a) - int(b)
		})
		top := sum[ls[0]]
		key := []byte{0}
		only := byte(0)
		if total >= minOnly && (total-top)*400 <= total {
			key[0], only = 1, ls[0]+1
		}
		for _, l := range ls {
			if sum[l]*100 >= total*minShare && len(key) < 5 {
				key = append(key, l)
			}
		}
		id, ok := classes[string(key)]
		if !ok {
			id = uint32(len(lex.only))
			if id >= 1<<12 {
				continue
			}
			classes[string(key)] = id
			lex.only = append(lex.only, only)
		}
		lex.words = append(lex.words, lexEntry{h * 0x9E3779B1, id})
	}
	slices.SortFunc(lex.words, func(a, b lexEntry) int { return cmp.Compare(a.hash, b.hash) })
	return lex
}

func (tr *trainer) samples(d *token.Doc, ss []conllu.Sentence, m *tag.Model) []sample {
	out := make([]sample, len(ss))
	count := map[uint32]int32{}
	var buf []uint32
	each := func(f func(i, j int, static, dynamic []uint32)) {
		for i := range out {
			s := &out[i]
			h := tag.Start()
			for j := range s.atoms {
				if !s.only[j] {
					buf = tag.Static(buf[:0], s.atoms, j)
					n := len(buf)
					buf = tag.Dynamic(buf, s.atoms, j, &h)
					f(i, j, buf[:n], buf[n:])
				}
				h = tr.next(h, &s.atoms[j], s.gold[j])
			}
		}
	}
	for i := range ss {
		s := &out[i]
		s.atoms = m.Atoms(nil, d, &d.Sents[i])
		for j := range s.atoms {
			_, l := m.Class(s.atoms[j].Low)
			s.only = append(s.only, l >= 0)
			s.gold = append(s.gold, tr.index(&ss[i].Words[j]))
		}
		s.static = make([][]int32, len(s.atoms))
	}
	each(func(i, j int, static, dynamic []uint32) {
		for _, h := range static {
			count[h]++
		}
		for _, h := range dynamic {
			count[h]++
		}
	})
	intern := func(h uint32) int32 {
		if count[h] < minFeature {
			return -1
		}
		id, ok := tr.ids[h]
		if !ok {
			id = int32(len(tr.w))
			tr.ids[h] = id
			tr.w = append(tr.w, nil)
			tr.hashes = append(tr.hashes, h)
			tr.count = append(tr.count, count[h])
		}
		return id
	}
	each(func(i, j int, static, dynamic []uint32) {
		for _, h := range static {
			if id := intern(h); id >= 0 {
				out[i].static[j] = append(out[i].static[j], id)
			}
		}
		for _, h := range dynamic {
			intern(h)
		}
	})
	fmt.Fprintf(os.Stderr, "%d features, %d labels\n", len(tr.w), len(tr.labels))
	return out
}

// learn tags s with the weights as they are, corrects them, and returns the
// number of right tags.
func (tr *trainer) learn(s *sample) int {
	right := 0
	h := tag.Start()
	var buf []uint32
	var ids []int32
	for j := range s.atoms {
		guess := s.gold[j]
		if !s.only[j] {
			buf = tag.Dynamic(buf[:0], s.atoms, j, &h)
			ids = append(ids[:0], s.static[j]...)
			for _, h := range buf {
				if id, ok := tr.ids[h]; ok {
					ids = append(ids, id)
				}
			}
			var score [tag.MaxLabels]float32
			for _, f := range ids {
				for k := range tr.w[f] {
					score[tr.w[f][k].label] += tr.w[f][k].w
				}
			}
			best := 0
			for l := range tr.labels {
				if score[l] > score[best] {
					best = l
				}
			}
			guess = uint8(best)
			g := s.gold[j]
			if best == int(g) {
				second := -1
				for l := range tr.labels {
					if l != int(g) && (second < 0 || score[l] > score[second]) {
						second = l
					}
				}
				if score[g]-score[second] < margin {
					for _, f := range ids {
						tr.update(f, g, 1)
						tr.update(f, uint8(second), -1)
					}
				}
			}
			if guess != s.gold[j] {
				for _, f := range ids {
					tr.update(f, s.gold[j], 1)
					tr.update(f, guess, -1)
				}
			}
			tr.step++
		}
		if guess == s.gold[j] {
			right++
		}
		h = tr.next(h, &s.atoms[j], guess)
	}
	return right
}

func (tr *trainer) next(h tag.History, w *tag.Atoms, l uint8) tag.History {
	return h.Next(w, int(l), tag.IsVerb(tr.labels[l].u, tr.labels[l].x))
}

func (tr *trainer) update(f int32, l uint8, by float32) {
	es := tr.w[f]
	k := 0
	for k < len(es) && es[k].label != l {
		k++
	}
	if k == len(es) {
		tr.w[f] = append(es, entry{label: l, last: tr.step})
		es = tr.w[f]
	}
	e := &es[k]
	e.sum += float64(e.w) * float64(tr.step-e.last)
	e.g++
	e.w += by / float32(math.Sqrt(float64(e.g)))
	e.last = tr.step
}

// header is the model file up to the features.
func (tr *trainer) header(lex lexicon) []byte {
	const wordBits = 11
	b := []byte("DLTG")
	u32 := func(x int) { b = binary.LittleEndian.AppendUint32(b, uint32(x)) }
	u32(tag.ModelVersion)
	u32(len(tr.labels))
	u32(0) // bucket bits: pack sets it
	u32(len(lex.words))
	u32(wordBits)
	for _, l := range tr.labels {
		b = append(b, byte(l.u), byte(l.x))
	}
	i := 0
	for k := 0; k <= 1<<wordBits; k++ {
		for i < len(lex.words) && int(lex.words[i].hash>>(32-wordBits)) < k {
			i++
		}
		u32(i)
	}
	for _, w := range lex.words {
		u32(int(w.hash<<12 | w.class))
	}
	u32(len(lex.only))
	return append(b, lex.only...)
}

// pack appends the averaged weights to head: the most important ones, which
// are large and belong to frequent features.
func (tr *trainer) pack(head []byte) []byte {
	type feature struct {
		hash uint32
		b    []byte
	}
	top := 0.0
	var all []float64
	importance := func(f int, e *entry) float64 {
		return math.Abs(e.sum) * math.Sqrt(math.Sqrt(float64(tr.count[f])))
	}
	for f, es := range tr.w {
		for k := range es {
			top = max(top, math.Abs(es[k].sum))
			all = append(all, importance(f, &es[k]))
		}
	}
	least := 0.0
	if n := len(all) - keep; n > 0 {
		slices.Sort(all)
		least = all[n]
	}
	unit := top / (127 * 127)
	var fs []feature
	entries := 0
	for f, es := range tr.w {
		es = slices.Clone(es)
		slices.SortFunc(es, func(a, b entry) int { return int(a.label) - int(b.label) })
		var b []byte
		for k := range es {
			e := &es[k]
			q := int(math.Round(math.Sqrt(math.Abs(e.sum) / unit)))
			if q == 0 || importance(f, e) < least {
				continue
			}
			q = min(q, 127)
			if e.sum < 0 {
				q = -q
			}
			b = append(b, e.label, byte(int8(q)))
			entries++
		}
		if len(b) > 0 {
			fs = append(fs, feature{tr.hashes[f], b})
		}
	}
	slices.SortFunc(fs, func(a, b feature) int { return cmp.Compare(a.hash, b.hash) })
	bits := 4
	for len(fs) > 4<<bits {
		bits++
	}
	if len(fs) > 0 {
		fmt.Fprintf(os.Stderr, "kept %d features, %d weights, %d bits\n", len(fs), entries, bits)
	}
	out := slices.Clone(head)
	binary.LittleEndian.PutUint32(out[12:], uint32(bits))
	var blob []byte
	i := 0
	for k := range 1 << bits {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(blob)))
		for i < len(fs) && int(fs[i].hash>>(32-bits)) == k {
			blob = append(blob, byte(fs[i].hash), byte(fs[i].hash>>8), byte(len(fs[i].b)/2))
			blob = append(blob, fs[i].b...)
			i++
		}
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(len(blob)))
	return append(out, blob...)
}
