package story

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// Articles of one story are not only like each other, they are like the same
// third articles: what two of them say of all others tells two alike stories
// apart where their words do not.

const (
	neighbours = 64   // articles that an article is compared with by way of
	budget     = 6000 // entries of the index of words that are read for one article
	fewThirds  = 8    // third articles that make the likeness to them count by half
)

// A neighbour is an article and how like it is.
type neighbour struct {
	doc  int32
	like float64
}

// nearer orders neighbours: the likest first, of equally like ones the first.
func (x neighbour) nearer(y neighbour) bool {
	return x.like > y.like || x.like == y.like && x.doc < y.doc
}

// A row is an article's neighbours in the order of the articles, with
// likenesses from their mean; far is that of all others.
type row struct {
	nearest []int32 // the best of them, best first
	near    []neighbour
	far     float64
	norm    float64
}

// rows finds the neighbours of every article, by way of its rarest words.
func (a *archive) findRows() {
	index := make(map[uint32][]int32)
	for n := range a.docs {
		for _, w := range a.docs[n].words {
			index[w] = append(index[w], int32(n))
		}
	}
	a.rows = make([]row, len(a.docs))
	weight := make([]float64, len(a.docs))
	var met []int32
	var words []uint32
	for n := range a.docs {
		d := &a.docs[n]
		words = append(words[:0], d.words...)
		slices.SortFunc(words, func(x, y uint32) int { return cmp.Or(cmp.Compare(len(index[x]), len(index[y])), cmp.Compare(x, y)) })
		met = met[:0]
		read := 0
		for _, w := range words {
			l := index[w]
			if read += len(l); read > budget && len(met) > 0 {
				break
			}
			f := float64(a.idf[w])
			for _, m := range l {
				if weight[m] == 0 {
					met = append(met, m)
				}
				weight[m] += f * f
			}
		}
		a.rows[n] = a.newRow(int32(n), met, weight)
		for _, m := range met {
			weight[m] = 0
		}
	}
}

// newRow chooses the nearest of the articles that were met.
func (a *archive) newRow(n int32, met []int32, weight []float64) row {
	var r row
	d := &a.docs[n]
	near := make([]neighbour, 0, neighbours+2) // the nearest so far, in their order
	for _, m := range met {
		if m == n || a.docs[m].norm == 0 {
			continue
		}
		x := neighbour{m, weight[m] / (d.norm * a.docs[m].norm)}
		if len(near) == neighbours && !x.nearer(near[neighbours-1]) {
			continue
		}
		i := sort.Search(len(near), func(i int) bool { return x.nearer(near[i]) })
		near = slices.Insert(near, i, x)
		near = near[:min(len(near), neighbours)]
	}
	if len(near) == 0 {
		return r
	}
	r.near = near
	best := r.near[0].like
	for _, x := range r.near[:min(nearest, len(r.near))] {
		r.nearest = append(r.nearest, x.doc)
	}
	if far := r.near[len(r.near)-1].like; len(r.near) == neighbours {
		r.far = far
	}
	r.near = append(r.near, neighbour{n, best}) // an article is as like itself as the next one
	mean := 0.0
	for _, x := range r.near {
		mean += x.like
	}
	mean /= float64(len(r.near))
	for i := range r.near {
		r.near[i].like -= mean
		r.norm += r.near[i].like * r.near[i].like
	}
	r.far -= mean
	r.norm = math.Sqrt(r.norm)
	slices.SortFunc(r.near, func(x, y neighbour) int { return cmp.Compare(x.doc, y.doc) })
	return r
}

// thread is how alike two articles are to all others, from -1 to 1.
func (a *archive) thread(m, n int32) float64 {
	x, y := &a.rows[m], &a.rows[n]
	if x.norm == 0 || y.norm == 0 {
		return 0
	}
	s := 0.0
	i, j := 0, 0
	for i < len(x.near) || j < len(y.near) {
		switch {
		case j == len(y.near) || i < len(x.near) && x.near[i].doc < y.near[j].doc:
			s += x.near[i].like * y.far
			i++
		case i == len(x.near) || y.near[j].doc < x.near[i].doc:
			s += y.near[j].like * x.far
			j++
		default:
			s += x.near[i].like * y.near[j].like
			i, j = i+1, j+1
		}
	}
	thirds := float64(max(len(x.near), len(y.near)))
	return max(-1, min(1, s/(x.norm*y.norm))) * thirds / (thirds + fewThirds)
}
