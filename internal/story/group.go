package story

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"github.com/dateline-go/dateline/internal/packed"
)

// unseen is the score of a pair that nothing brought together. Such pairs
// count no more than those that were compared: in a large group most are left
// out for want of time.
const unseen = -1.5

// groups are those of one component, by the places of its members.
type groups struct {
	links
	size  []int32 // of each root
	ids   []uint64
	edges []groupEdge
	best  []int32 // edge of each root
	moved []int32 // round in which each root has last been joined
	turn  int32
	// What renew writes into, in place of memory of its own in each round.
	changed, spare []groupEdge
}

// A groupEdge is two groups, the sum of the scores of their pairs that have
// been compared, and how many these are.
type groupEdge struct {
	edge
	n    int32
	kind bondKind // the best of them
	mean float64
}

// established is of how many reports a group is an event that one more may join
// that has less of its own in common with them. With 2, pairs of ECB+ have F1
// 67.8 in place of 66.5, and of other articles a third more are joined, mostly wrongly.
const established = 3

// average is the average score of the pairs of two groups, unseen where what
// they have of their own in common is not enough.
func (l *groups) average(e *groupEdge) float64 {
	begins := l.size[e.a] == 1 && l.size[e.b] == 1
	young := l.size[e.a] < established && l.size[e.b] < established
	switch {
	case e.kind == vague, e.kind == faint && young:
		return unseen
	case e.kind == clear && begins:
		return float64(e.sum)/scale - sureFirst
	}
	rest := min(float64(l.size[e.a])*float64(l.size[e.b])-float64(e.n), float64(e.n))
	return (float64(e.sum)/scale + rest*unseen) / (float64(e.n) + rest)
}

// link joins copies, and then groups by average link as long as the average
// pair is more likely one event than two, and the first two reports of two
// articles surely so: in each round the pairs of groups that are each other's
// best are joined, which gives what joining the best of all one by one would
// give, in a few turns.
func (g *gathering) link(c *component, local []int32) *outcome {
	n := len(c.members)
	l := &groups{links: newLinks(n), size: make([]int32, n), ids: make([]uint64, n), best: make([]int32, n), moved: make([]int32, n)}
	for i, m := range c.members {
		d, r := g.place(m)
		local[m], l.ids[i] = int32(i), d.id(r)
	}
	for i := range c.bonds {
		if b := &c.bonds[i]; b.kind == copied {
			l.join(local[b.a], local[b.b])
		}
	}
	for i := range int32(n) {
		l.size[l.find(i)]++
	}
	for i := range c.bonds {
		b := &c.bonds[i]
		if x, y := l.find(local[b.a]), l.find(local[b.b]); x != y {
			l.edges = append(l.edges, groupEdge{edge: edge{min(x, y), max(x, y), b.sum}, n: 1, kind: b.kind})
		}
	}
	l.edges = sumUp(l.edges)
	for l.round() {
	}
	return g.outcome(c, l, local)
}

// round joins the groups that are each other's best, if there are any.
func (l *groups) round() bool {
	l.turn++
	for i := range l.best {
		l.best[i] = -1
	}
	for i := range l.edges {
		e := &l.edges[i]
		if e.mean = l.average(e); e.mean <= 0 {
			continue
		}
		for _, r := range [2]int32{e.a, e.b} {
			if l.best[r] < 0 || l.better(e, &l.edges[l.best[r]]) {
				l.best[r] = int32(i)
			}
		}
	}
	joined := false
	for i := range l.edges {
		if e := &l.edges[i]; l.best[e.a] == int32(i) && l.best[e.b] == int32(i) {
			l.parent[e.b] = e.a
			l.size[e.a] += l.size[e.b]
			l.moved[e.a], l.moved[e.b] = l.turn, l.turn
			joined = true
		}
	}
	if joined {
		l.renew()
	}
	return joined
}

// renew gives edges the roots of today. Those of groups that stayed as they
// were are still in order.
func (l *groups) renew() {
	stayed, changed := l.edges[:0], l.changed[:0]
	for _, e := range l.edges {
		if l.moved[e.a] != l.turn && l.moved[e.b] != l.turn {
			stayed = append(stayed, e)
		} else if x, y := l.find(e.a), l.find(e.b); x != y {
			changed = append(changed, groupEdge{edge: edge{min(x, y), max(x, y), e.sum}, n: e.n, kind: e.kind})
		}
	}
	l.changed = changed
	changed = sumUp(changed)
	out := slices.Grow(l.spare[:0], len(stayed)+len(changed))
	i, j := 0, 0
	for i < len(stayed) && j < len(changed) {
		if compareEdges(stayed[i], changed[j]) < 0 {
			out, i = append(out, stayed[i]), i+1
		} else {
			out, j = append(out, changed[j]), j+1
		}
	}
	l.edges, l.spare = append(append(out, stayed[i:]...), changed[j:]...), l.edges
}

// better orders edges by their average. Equal ones stand in an order without
// a pattern, so that of many alike many are each other's best.
func (l *groups) better(e, f *groupEdge) bool {
	if c := cmp.Compare(e.mean, f.mean); c != 0 {
		return c > 0
	}
	if x, y := packed.Mix(l.ids[e.a]^l.ids[e.b]), packed.Mix(l.ids[f.a]^l.ids[f.b]); x != y {
		return x < y
	}
	return compareEdges(*e, *f) < 0
}

func compareEdges(e, f groupEdge) int {
	return cmp.Compare(int64(e.a)<<32|int64(e.b), int64(f.a)<<32|int64(f.b))
}

// sumUp sorts edges and adds up those of one pair of groups.
func sumUp(edges []groupEdge) []groupEdge {
	slices.SortFunc(edges, compareEdges)
	out := edges[:0]
	for _, e := range edges {
		if k := len(out) - 1; k >= 0 && out[k].a == e.a && out[k].b == e.b {
			out[k].n += e.n
			out[k].sum += e.sum
			out[k].kind = min(out[k].kind, e.kind)
		} else {
			out = append(out, e)
		}
	}
	return out
}

// place is where a report stands by its number.
func (g *gathering) place(m int32) (*Node, int32) {
	i := sort.Search(len(g.nodes), func(i int) bool { return g.first[i+1] > m })
	return g.nodes[i], m - g.first[i]
}

// outcome numbers the groups of a component, and tells why its reports are of them.
func (g *gathering) outcome(c *component, l *groups, local []int32) *outcome {
	n := len(c.members)
	o := &outcome{make([]int32, n), make([]Why, n)}
	number := make([]int32, n)
	next := int32(0)
	for i := range int32(n) {
		if r := l.find(i); r == i {
			number[i], o.group[i] = next, next
			next++
		} else {
			o.group[i], o.why[i].Rule = number[r], "through-others"
		}
	}
	best := make([]*bond, n)
	for i := range c.bonds {
		b := &c.bonds[i]
		x, y := local[b.a], local[b.b]
		if b.kind == copied || o.group[x] != o.group[y] {
			continue
		}
		if best[y] == nil || b.sum > best[y].sum || b.sum == best[y].sum && b.a < best[y].a {
			best[y] = b
		}
	}
	for i, b := range best {
		if b == nil || o.why[i].Rule == "" {
			continue
		}
		o.why[i] = Why{Rule: "alike", Score: 1 / (1 + math.Exp(-float64(b.sum)/scale)), By: g.reasons(b)}
	}
	told := make(map[groupCopy]bool)
	for i, m := range c.members {
		d, r := g.place(m)
		x := &d.reports[r]
		if len(x.words) < copyWords {
			continue
		}
		k := groupCopy{o.group[i], x.copy}
		if told[k] {
			o.why[i] = Why{Rule: "copy", Score: 1}
		}
		told[k] = true
	}
	for i := range o.why {
		o.why[i].sum()
	}
	return o
}

// sum fills Sum.
func (w *Why) sum() {
	h := math.Float64bits(w.Score)
	for _, s := range append([]string{w.Rule}, w.By...) {
		for i := range len(s) {
			h = packed.Mix(h ^ uint64(s[i]))
		}
		h++
	}
	w.Sum = h
}

// groupCopy is an event and a sentence that tells it.
type groupCopy struct {
	group int32
	copy  uint64
}

// reasons are what speaks most for a bond.
func (g *gathering) reasons(b *bond) []string {
	m, i := g.place(b.a)
	n, j := g.place(b.b)
	v := compare(&m.reports[i], &n.reports[j], m == n)
	if b.tie != nil {
		v.takeArticles(b.tie.thread, b.tie.story)
	}
	return g.x.weights.reasons(&v, m != n)
}

// Pairs calls f with the features of all pairs of reports, and whether they
// are of two articles: for fitting, where what brings pairs together must not
// hide what speaks for them.
func Pairs(rs []Report, articles []Article, f func(i, j int, across bool, v *Vector)) {
	nodes := nodesOf(rs, articles)
	(&Index{}).update(nodes)
	first := 0
	for b, n := range nodes {
		i := 0
		for _, m := range nodes[:b+1] {
			like := storyOf(cosine(m.words, n.words, m.weights, m.norm, n.norm))
			thread := m.rowOf().thread(n.rowOf())
			for k := range m.reports {
				for j := range n.reports {
					if m == n && k >= j {
						continue
					}
					v := compare(&m.reports[k], &n.reports[j], m == n)
					if m != n {
						v.takeArticles(thread, like)
					}
					f(i+k, first+j, m != n, &v)
				}
			}
			i += len(m.reports)
		}
		first += len(n.reports)
	}
}

// Candidates calls f with the features of the pairs of reports of two articles
// that are compared in an archive.
func Candidates(rs []Report, articles []Article, f func(i, j int, v *Vector)) {
	x := &Index{weights: &Weights{}}
	nodes := nodesOf(rs, articles)
	x.update(nodes)
	first := firsts(nodes)
	for _, n := range nodes {
		for _, t := range n.ties {
			t.refresh(x)
			for _, e := range t.edges {
				v := compare(&t.low.reports[e.low], &t.high.reports[e.high], false)
				v.takeArticles(t.thread, t.story)
				f(int(first[t.low.at]+e.low), int(first[t.high.at]+e.high), &v)
			}
		}
	}
}
