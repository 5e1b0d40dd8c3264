package main

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"log"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

const (
	epochsQuick = 5      // times that the first pass reads the corpus
	keepQuick   = 100000 // weights of the first pass
	keepFull    = 550000 // and of the second
	minFeature  = 3      // a feature must be seen so often to be kept
	minWord     = 4      // a word to have an ambiguity class
	minOnly     = 60     // a word to have its only label without the model
	minShare    = 2      // percent of a word's occurrences for a label to be in its class
	marginQuick = 8      // by which the right label must lead in training
	marginFull  = 30
	learnError  = 0.004 // share of wrong guesses among the sure, which the second pass does not learn
	sureError   = 0.012 // and which it does not go over
	foldsQuick  = 5     // folds in which the first pass tags what the second learns from
	minSure     = 100   // guesses of a label before the first pass may be sure of it
	maxLead     = math.MaxUint16
	scale       = 500.0 // of the weights before their roots are taken
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
	g     float32 // number of updates
	last  int32   // step at which sum was brought up to date
	sum   float64
}

// trainer holds what both passes share.
type trainer struct {
	labels []label
	leads  []uint16 // by which the first pass must lead to be sure, in steps of tag.LeadUnit
}

// pass is one perceptron: the features of the first or the second pass and
// their weights.
type pass struct {
	tr      *trainer
	static  func(f []uint32, s *sample, j int) []uint32
	dynamic func(f []uint32, s *sample, j int, h *tag.History) []uint32
	margin  float32 // by which the right label must lead

	ids    map[uint32]int32 // feature hash to index in weights
	hashes []uint32
	count  []int32 // occurrences in the corpus
	w      [][]entry
	step   int32
	steps  float64 // of all runs
}

// sample is one training sentence: its atoms, gold labels, what the first
// pass guesses, and the static features of the pass at work. A token that is
// fixed is not learnt and has its label from before.
type sample struct {
	atoms  []tag.Atoms
	gold   []uint8
	guess  []tag.Guess
	fixed  []bool
	static [][]int32
	fold   int
}

func (tr *trainer) quick() *pass {
	return &pass{tr: tr, margin: marginQuick,
		static:  func(f []uint32, s *sample, j int) []uint32 { return tag.QuickStatic(f, s.atoms, j) },
		dynamic: func(f []uint32, s *sample, j int, h *tag.History) []uint32 { return tag.QuickDynamic(f, s.atoms, j, h) }}
}

func (tr *trainer) full() *pass {
	return &pass{tr: tr, margin: marginFull,
		static: func(f []uint32, s *sample, j int) []uint32 { return tag.Static(f, s.atoms, j) },
		dynamic: func(f []uint32, s *sample, j int, h *tag.History) []uint32 {
			return tag.Dynamic(f, s.atoms, s.guess, j, h)
		}}
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
	tr := &trainer{}
	tr.collectLabels(ss)
	lex := tr.lexicon(d, ss)
	head := tr.header(lex)
	empty := tr.quick().pack(nil, 0)
	open := func(quick []byte) *tag.Model {
		m, ok := tag.OpenModel(string(slices.Concat(head, quick, empty)))
		if !ok {
			log.Fatal("tag: bad model")
		}
		return &m
	}
	samples := tr.samples(d, ss, open(empty))
	// The second pass learns from what the first says of text that it has not seen.
	for k := range foldsQuick {
		var rest []*sample
		for i := range samples {
			if samples[i].fold != k {
				rest = append(rest, &samples[i])
			}
		}
		q := tr.quick()
		q.train(rest, epochsQuick, 1)
		m := open(q.pack(nil, keepQuick))
		for i := range samples {
			if s := &samples[i]; s.fold == k {
				s.guess = m.Guess(s.guess[:0], s.atoms)
			}
		}
	}
	all := make([]*sample, len(samples))
	for i := range samples {
		all[i] = &samples[i]
	}
	q := tr.quick()
	q.train(all, epochsQuick, 1) // one run as in the folds, so that leads compare
	quick := q.pack(nil, keepQuick)
	tr.setLeads(samples, learnError)
	tr.fix(samples)
	f := tr.full()
	f.train(all, epochs, runs)
	tr.setLeads(samples, sureError)
	return f.pack(append(tr.header(lex), quick...), keepFull)
}

// setLeads finds for each label the least lead with which no more than a share
// of the guesses is wrong.
func (tr *trainer) setLeads(samples []sample, share float64) {
	type guess struct {
		lead  int32
		right bool
	}
	by := make([][]guess, len(tr.labels))
	for i := range samples {
		s := &samples[i]
		for j, g := range s.guess {
			if g.Lead < math.MaxInt32 {
				by[g.Label] = append(by[g.Label], guess{g.Lead, g.Label == s.gold[j]})
			}
		}
	}
	sure, wrong, total := 0, 0, 0
	for l, gs := range by {
		slices.SortFunc(gs, func(a, b guess) int { return cmp.Compare(b.lead, a.lead) })
		tr.leads[l] = maxLead
		bad, at, badAt := 0, 0, 0
		for n, g := range gs {
			if !g.right {
				bad++
			}
			if n+1 >= minSure && float64(bad) <= share*float64(n+1) {
				tr.leads[l], at, badAt = uint16(min(int(g.lead)/tag.LeadUnit+1, maxLead)), n+1, bad
			}
		}
		sure, wrong, total = sure+at, wrong+badAt, total+len(gs)
	}
	fmt.Fprintf(os.Stderr, "first pass sure of %.1f%%, wrong in %.2f%% of them\n", 100*float64(sure)/float64(max(total, 1)),
		100*float64(wrong)/float64(max(sure, 1)))
}

// fix marks the tokens that the second pass need not learn.
func (tr *trainer) fix(samples []sample) {
	n, right, total := 0, 0, 0
	for i := range samples {
		s := &samples[i]
		for j, g := range s.guess {
			s.fixed[j] = s.fixed[j] || int(g.Lead) >= tag.LeadUnit*int(tr.leads[g.Label])
			total++
			if !s.fixed[j] {
				n++
			}
			if g.Label == s.gold[j] {
				right++
			}
		}
	}
	fmt.Fprintf(os.Stderr, "first pass right in %.2f%%, second learns %.1f%%\n", 100*float64(right)/float64(total),
		100*float64(n)/float64(total))
}

// train learns from ss in several runs.
func (p *pass) train(ss []*sample, epochs, runs int) {
	p.intern(ss)
	// The weights of several runs in different orders are added: the sum of
	// linear models is one, and makes fewer errors than each.
	var total [][]entry
	for run := range runs {
		p.run(ss, epochs, uint64(run))
		p.steps += float64(p.step)
		if total == nil {
			total = p.w
			continue
		}
		for f, es := range p.w {
			for _, e := range es {
				total[f] = merge(total[f], e)
			}
		}
	}
	p.w = total
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
func (p *pass) run(samples []*sample, epochs int, seed uint64) {
	p.w, p.step = make([][]entry, len(p.hashes)), 0
	order := make([]int, len(samples))
	for i := range order {
		order[i] = i
	}
	rng := 88172645463325252 + 7919*seed
	for range epochs {
		for i := len(order) - 1; i > 0; i-- {
			rng ^= rng << 13
			rng ^= rng >> 7
			rng ^= rng << 17
			j := int(rng % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, i := range order {
			p.learn(samples[i])
		}
	}
	for f := range p.w {
		for k := range p.w[f] {
			w := &p.w[f][k]
			w.sum += float64(w.w) * float64(p.step-w.last)
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
	tr.leads = make([]uint16, len(tr.labels))
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
	empty := tr.quick().pack(nil, 0)
	bare, _ := tag.OpenModel(string(slices.Concat(tr.header(lexicon{}), empty, empty)))
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
	for i := range ss {
		s := &out[i]
		s.fold = fold(ss[i].ID, i)
		s.atoms = m.Atoms(nil, d, &d.Sents[i])
		for j := range s.atoms {
			_, l := m.Class(s.atoms[j].Low)
			s.fixed = append(s.fixed, l >= 0)
			s.gold = append(s.gold, tr.index(&ss[i].Words[j]))
		}
		s.static = make([][]int32, len(s.atoms))
	}
	return out
}

// fold is the same for all sentences of a document.
func fold(id string, i int) int {
	if id == "" {
		return i % foldsQuick
	}
	h := fnv.New32a()
	h.Write([]byte(id[:max(strings.LastIndexByte(id, '-'), 0)]))
	return int(h.Sum32() % foldsQuick)
}

// intern numbers the features of ss that are frequent enough.
func (p *pass) intern(ss []*sample) {
	p.ids = map[uint32]int32{}
	count := map[uint32]int32{}
	var buf []uint32
	each := func(f func(s *sample, j int, static, dynamic []uint32)) {
		for _, s := range ss {
			h := tag.Start()
			for j := range s.atoms {
				if !s.fixed[j] {
					buf = p.static(buf[:0], s, j)
					n := len(buf)
					buf = p.dynamic(buf, s, j, &h)
					f(s, j, buf[:n], buf[n:])
				}
				h = p.tr.next(h, &s.atoms[j], s.gold[j])
			}
		}
	}
	each(func(_ *sample, _ int, static, dynamic []uint32) {
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
		id, ok := p.ids[h]
		if !ok {
			id = int32(len(p.hashes))
			p.ids[h] = id
			p.hashes = append(p.hashes, h)
			p.count = append(p.count, count[h])
		}
		return id
	}
	each(func(s *sample, j int, static, dynamic []uint32) {
		s.static[j] = s.static[j][:0]
		for _, h := range static {
			if id := intern(h); id >= 0 {
				s.static[j] = append(s.static[j], id)
			}
		}
		for _, h := range dynamic {
			intern(h)
		}
	})
}

// learn tags s with the weights as they are and corrects them.
func (p *pass) learn(s *sample) {
	h := tag.Start()
	var buf []uint32
	var ids []int32
	for j := range s.atoms {
		guess := s.gold[j]
		if s.fixed[j] && s.guess != nil {
			guess = s.guess[j].Label
		}
		if !s.fixed[j] {
			buf = p.dynamic(buf[:0], s, j, &h)
			ids = append(ids[:0], s.static[j]...)
			for _, h := range buf {
				if id, ok := p.ids[h]; ok {
					ids = append(ids, id)
				}
			}
			var score [tag.MaxLabels]float32
			for _, f := range ids {
				for k := range p.w[f] {
					score[p.w[f][k].label] += p.w[f][k].w
				}
			}
			g, rival := s.gold[j], uint8(0)
			if g == 0 {
				rival = 1
			}
			for l := range p.tr.labels {
				if uint8(l) != g && score[l] > score[rival] {
					rival = uint8(l)
				}
			}
			if score[g]-score[rival] < p.margin {
				for _, f := range ids {
					p.update(f, g, 1)
					p.update(f, rival, -1)
				}
			}
			if score[rival] > score[g] || score[rival] == score[g] && rival < g {
				guess = rival
			}
			p.step++
		}
		h = p.tr.next(h, &s.atoms[j], guess)
	}
}

func (tr *trainer) next(h tag.History, w *tag.Atoms, l uint8) tag.History {
	return h.Next(w, int(l), tag.IsVerb(tr.labels[l].u, tr.labels[l].x))
}

func (p *pass) update(f int32, l uint8, by float32) {
	es := p.w[f]
	k := 0
	for k < len(es) && es[k].label != l {
		k++
	}
	if k == len(es) {
		p.w[f] = append(es, entry{label: l, last: p.step})
		es = p.w[f]
	}
	e := &es[k]
	e.sum += float64(e.w) * float64(p.step-e.last)
	e.g++
	e.w += by / float32(math.Sqrt(float64(1+e.g))) // AdaGrad
	e.last = p.step
}
