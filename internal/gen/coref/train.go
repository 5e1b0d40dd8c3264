package main

import (
	"fmt"
	"math"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
)

// decision is a pronoun with its candidates and which of them is right.
type decision struct {
	class      int
	candidates []coref.Features
	right      int // -1 for none of them
}

const (
	rounds = 4   // the decisions of a text depend on those before: learn, look again
	epochs = 300 // over all decisions
	rate   = 0.2 // of AdaGrad
	decay  = 60  // L2 away from the weights set by hand
)

// learn learns weights from docs.
func learn(docs []document) *coref.Weights {
	w := new(coref.Weights)
	*w = coref.BuiltIn()
	for range rounds {
		var all []decision
		for i := range docs {
			all = append(all, collect(&docs[i], w)...)
		}
		w = descend(all)
	}
	return w
}

// collect is what the pronouns of d may stand for when those before them are
// resolved by w.
func collect(d *document, w *coref.Weights) []decision {
	var out []decision
	coref.Resolve(d.doc, d.mentions, coref.Options{Weights: w, Learn: func(x coref.Decision) {
		y := decision{class: x.Class, right: -1}
		want := d.chain[d.doc.Tokens[x.Token].Start]
		for i, c := range x.Candidates {
			y.candidates = append(y.candidates, c.Features)
			if y.right < 0 && want != "" && d.chainOf(c.Mentions) == want {
				y.right = i
			}
		}
		out = append(out, y)
	}})
	return out
}

// chainOf is the chain of most of the mentions.
func (d *document) chainOf(ms []coref.Mention) string {
	n := map[string]int{}
	best := ""
	for i := range ms {
		c := d.chain[d.doc.Tokens[ms[i].Head].Start]
		for t := ms[i].First; t < ms[i].Last && c == "" && ms[i].Form == actor.Name; t++ {
			c = d.chain[d.doc.Tokens[t].Start] // GUM's head of a name is its first word
		}
		if c == "" {
			continue
		}
		if n[c]++; n[c] > n[best] {
			best = c
		}
	}
	return best
}

// descend minimises the loss of a softmax over the candidates and nobody.
func descend(all []decision) *coref.Weights {
	var w, sum [coref.NumFeatures][coref.NumPronouns]float64
	var out coref.Weights
	for f := range w {
		for k := range w[f] {
			w[f][k] = float64(coref.Prior[f][k])
		}
	}
	for range epochs {
		var g [coref.NumFeatures][coref.NumPronouns]float64
		for i := range all {
			gradient(&all[i], &w, &g)
		}
		for f := range w {
			for k := range w[f] {
				d := g[f][k] + decay*(w[f][k]-float64(coref.Prior[f][k]))
				sum[f][k] += d * d
				if sum[f][k] > 0 {
					w[f][k] -= rate * d / math.Sqrt(sum[f][k])
				}
			}
		}
	}
	for f := range w {
		for k := range w[f] {
			out[f][k] = float32(math.Round(w[f][k]*1000) / 1000)
		}
	}
	return &out
}

func gradient(x *decision, w, g *[coref.NumFeatures][coref.NumPronouns]float64) {
	p := make([]float64, len(x.candidates)+1)
	total := 0.0
	for i := range p {
		s := w[coref.Nobody][x.class]
		if i > 0 {
			s = score(x.candidates[i-1], w, x.class)
		}
		p[i] = math.Exp(s)
		total += p[i]
	}
	for i := range p {
		d := p[i] / total
		if i == x.right+1 {
			d--
		}
		if i == 0 {
			g[coref.Nobody][x.class] += d
			continue
		}
		for f := coref.Feature(1); f < coref.NumFeatures; f++ {
			if x.candidates[i-1].Has(f) {
				g[f][x.class] += d
			}
		}
	}
}

func score(c coref.Features, w *[coref.NumFeatures][coref.NumPronouns]float64, class int) float64 {
	s := 0.0
	for f := coref.Feature(1); f < coref.NumFeatures; f++ {
		if c.Has(f) {
			s += w[f][class]
		}
	}
	return s
}

// floorsTried are how likely a candidate must be to be taken.
var floorsTried = []float64{0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8}

// measure learns in five folds by document, and prints how many of the
// candidates that are likely enough are right.
func measure(docs []document) {
	type count struct{ taken, right, wanted int }
	var n [coref.NumPronouns][]count
	for k := range n {
		n[k] = make([]count, len(floorsTried))
	}
	for fold := range 5 {
		var train []document
		for i := range docs {
			if i%5 != fold {
				train = append(train, docs[i])
			}
		}
		w := learn(train)
		for i := range docs {
			if i%5 != fold {
				continue
			}
			for _, x := range collect(&docs[i], w) {
				best, most, total := -1, 0.0, math.Exp(float64(w[coref.Nobody][x.class]))
				for c := range x.candidates {
					e := math.Exp(float64(w.Score(x.candidates[c], x.class)))
					total += e
					if e > most {
						best, most = c, e
					}
				}
				for k, floor := range floorsTried {
					c := &n[x.class][k]
					if x.right >= 0 {
						c.wanted++
					}
					if best >= 0 && most/total >= floor {
						c.taken++
						if best == x.right {
							c.right++
						}
					}
				}
			}
		}
	}
	for class := range n {
		for k, c := range n[class] {
			fmt.Printf("class %d floor %.1f: %d wanted, %d taken, %d right: P %.1f R %.1f\n", class, floorsTried[k], c.wanted, c.taken, c.right,
				100*float64(c.right)/float64(max(c.taken, 1)), 100*float64(c.right)/float64(max(c.wanted, 1)))
		}
	}
}
