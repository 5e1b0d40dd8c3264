package story

import (
	"cmp"
	"math"
	"slices"
)

//go:generate go run ../gen/words

const day = 24 * 60 * 60

// Cluster gives each report the number of its event, from 0. Reports come
// article by article; numbers do not tell an order.
func Cluster(rs []Report, articles []Article) []int32 { return ClusterBy(&Fitted, rs, articles) }

// ClusterBy is Cluster by weights of one's own, for those who fit them.
func ClusterBy(w *Weights, rs []Report, articles []Article) []int32 {
	a := newArchive(rs, articles)
	l, _ := a.link(w, a.candidates())
	return l.numbers()
}

// A Why tells why a report is of its event; zero of the first.
type Why struct {
	Rule  string  // "copy", "alike" or "through-others"
	Score float64 // of what is alike: how likely it is one event with a report before, from 0 to 1
	// By is what speaks most for it, the strongest first.
	By []string
}

// ClusterWhy is Cluster with reasons.
func ClusterWhy(rs []Report, articles []Article) ([]int32, []Why) {
	w := &Fitted
	a := newArchive(rs, articles)
	pairs := a.candidates()
	l, _ := a.link(w, pairs)
	of := l.numbers()
	why, best := make([]Why, len(rs)), make([]int32, len(rs))
	first := make(map[int32]bool, len(rs))
	for i := range rs {
		if first[of[i]] {
			why[i].Rule = "through-others"
		}
		first[of[i]] = true
	}
	for _, p := range pairs {
		if of[p.i] == of[p.j] && why[p.j].Rule != "" {
			if s := 1 / (1 + math.Exp(-w.score(a, p.i, p.j))); s > why[p.j].Score {
				why[p.j], best[p.j] = Why{Rule: "alike", Score: s}, p.i
			}
		}
	}
	for j := range why {
		if why[j].Rule == "alike" {
			why[j].By = w.reasons(a, best[j], int32(j))
		}
	}
	copies := make(map[copyKey]bool)
	for i := range rs {
		x := &a.reports[i]
		k := copyKey{of[i], x.copy}
		if len(x.words) < copyWords {
			continue
		}
		if copies[k] {
			why[i] = Why{Rule: "copy", Score: 1}
		}
		copies[k] = true
	}
	return of, why
}

// copyKey is an event and a sentence that tells it.
type copyKey struct {
	event int32
	copy  uint64
}

// numbers gives each report the number of its group.
func (l *links) numbers() []int32 {
	out := make([]int32, len(l.parent))
	number := make(map[int32]int32)
	for i := range out {
		root := l.find(int32(i))
		id, ok := number[root]
		if !ok {
			id = int32(len(number))
			number[root] = id
		}
		out[i] = id
	}
	return out
}

// links are a forest of reports: who has been joined to whom.
type links struct {
	parent []int32
	size   []int32 // of each root
}

func (l *links) find(i int32) int32 {
	for l.parent[i] != i {
		l.parent[i] = l.parent[l.parent[i]]
		i = l.parent[i]
	}
	return i
}

// An edge is two groups, the sum of the scores of their pairs that have been
// compared, and how many these are.
type edge struct {
	a, b int32 // roots, a < b
	n    int32
	sum  int64 // in units of 1/scale, so that it does not depend on the order of addition
}

const scale = 1 << 12

// unseen is the score of a pair that nothing brought together. Such pairs
// count no more than those that were compared: in a large group most are left
// out for want of time.
const unseen = -1.5

func (l *links) average(e *edge) float64 {
	rest := min(float64(l.size[e.a])*float64(l.size[e.b])-float64(e.n), float64(e.n))
	return (float64(e.sum)/scale + rest*unseen) / (float64(e.n) + rest)
}

// rounds bounds how often groups choose each other; a handful is usual.
const rounds = 400

// link joins copies, and then groups by average link as long as the average
// pair is more likely one event than two: in each round the pairs of groups
// that are each other's best are joined, which gives what joining the best of
// all one by one would give, in a few turns.
func (a *archive) link(w *Weights, pairs []pair) (l *links, turns int) {
	n := int32(len(a.reports))
	l = &links{make([]int32, n), make([]int32, n)}
	for i := range l.parent {
		l.parent[i] = int32(i)
	}
	a.joinCopies(l)
	for i := range n {
		l.size[l.find(i)]++
	}
	var edges []edge
	for _, p := range pairs {
		if x, y := l.find(p.i), l.find(p.j); x != y {
			edges = append(edges, edge{min(x, y), max(x, y), 1, int64(math.Round(w.score(a, p.i, p.j) * scale))})
		}
	}
	edges = sumUp(edges)
	best := make([]int32, n) // edge of each root
	for turns < rounds {
		turns++
		for i := range best {
			best[i] = -1
		}
		for i := range edges {
			e := &edges[i]
			if l.average(e) <= 0 {
				continue
			}
			for _, r := range [2]int32{e.a, e.b} {
				if best[r] < 0 || l.better(e, &edges[best[r]]) {
					best[r] = int32(i)
				}
			}
		}
		joined := false
		for i := range edges {
			if e := &edges[i]; best[e.a] == int32(i) && best[e.b] == int32(i) {
				l.parent[e.b] = e.a
				l.size[e.a] += l.size[e.b]
				joined = true
			}
		}
		if !joined {
			break
		}
		kept := edges[:0]
		for _, e := range edges {
			if x, y := l.find(e.a), l.find(e.b); x != y {
				kept = append(kept, edge{min(x, y), max(x, y), e.n, e.sum})
			}
		}
		edges = sumUp(kept)
	}
	return l, turns
}

// better orders edges by their average. Equal ones stand in an order without
// a pattern, so that of many alike many are each other's best.
func (l *links) better(e, f *edge) bool {
	if c := cmp.Compare(l.average(e), l.average(f)); c != 0 {
		return c > 0
	}
	return mix(e.a, e.b) < mix(f.a, f.b)
}

// mix is a number for two groups, different for different ones.
func mix(a, b int32) uint64 {
	h := uint64(uint32(a))<<32 | uint64(uint32(b))
	h = (h ^ h>>30) * 0xBF58476D1CE4E5B9
	h = (h ^ h>>27) * 0x94D049BB133111EB
	return h ^ h>>31
}

// sumUp sorts edges and adds up those of one pair of groups.
func sumUp(edges []edge) []edge {
	slices.SortFunc(edges, func(e, f edge) int { return cmp.Compare(int64(e.a)<<32|int64(e.b), int64(f.a)<<32|int64(f.b)) })
	out := edges[:0]
	for _, e := range edges {
		if k := len(out) - 1; k >= 0 && out[k].a == e.a && out[k].b == e.b {
			out[k].n += e.n
			out[k].sum += e.sum
		} else {
			out = append(out, e)
		}
	}
	return out
}
