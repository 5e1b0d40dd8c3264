package story

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/packed"
)

//go:generate go run ../gen/words

const day = 24 * 60 * 60

// copyWords is how many words, but those of grammar, a sentence must have for its copy to be one.
const copyWords = 5

// Cluster gives each report the number of its event, from 0, and tells why it
// is of that: the reports of the first node, of the second, and so on. Nodes
// come in the order of their articles; numbers do not tell an order.
func (x *Index) Cluster(nodes []*Node) ([]int32, []Why) {
	if x.weights == nil {
		x.weights = &Fitted
	}
	x.update(nodes)
	first := firsts(nodes)
	g := &gathering{x: x, nodes: nodes, first: first, links: newLinks(int(first[len(nodes)]))}
	return g.cluster()
}

// firsts are where the reports of each node begin among those of all, and how many
// these are.
func firsts(nodes []*Node) []int32 {
	first := make([]int32, len(nodes)+1)
	for i, n := range nodes {
		first[i+1] = first[i] + int32(len(n.reports))
	}
	return first
}

// ClusterBy is Cluster by weights of one's own, for those who fit them.
func ClusterBy(w *Weights, rs []Report, articles []Article) []int32 {
	of, _ := (&Index{weights: w}).Cluster(nodesOf(rs, articles))
	return of
}

// nodesOf are the articles that reports are from, which stand article by article.
func nodesOf(rs []Report, articles []Article) []*Node {
	out := make([]*Node, len(articles))
	i := 0
	for n := range articles {
		from := i
		for i < len(rs) && int(rs[i].Article) == n {
			i++
		}
		out[n] = NewNode(uint64(n), rs[from:i:i], articles[n].Texts)
	}
	return out
}

// A Why tells why a report is of its event; zero of the first.
type Why struct {
	Rule  string  // "copy", "alike" or "through-others"
	Score float64 // of what is alike: how likely it is one event with a report before, from 0 to 1
	// By is what speaks most for it, the strongest first.
	By []string
}

// edge is two reports or groups and the score of one or several pairs.
type edge struct {
	a, b int32
	sum  int64 // in units of 1/scale, so that it does not depend on the order of addition
}

const scale = 1 << 12

func toScore(s float64) int64 { return int64(math.Round(s * scale)) }

// links are a forest: who has been joined to whom. A root is the first of its group.
type links struct{ parent []int32 }

func newLinks(n int) links {
	l := links{make([]int32, n)}
	for i := range l.parent {
		l.parent[i] = int32(i)
	}
	return l
}

func (l *links) find(i int32) int32 {
	for l.parent[i] != i {
		l.parent[i] = l.parent[l.parent[i]]
		i = l.parent[i]
	}
	return i
}

func (l *links) join(a, b int32) {
	if a, b = l.find(a), l.find(b); a != b {
		l.parent[max(a, b)] = min(a, b)
	}
}

// A gathering is one Cluster at work. What can be joined at all is in one
// component of the graph of the pairs that are more likely one event than two,
// and of the copies; each component is linked alone, and not again as long as
// nothing in it changes.
type gathering struct {
	x     *Index
	nodes []*Node
	first []int32 // number of each node's first report
	links         // components
}

// eachTie calls f with all pairs of articles that are compared.
func (g *gathering) eachTie(f func(t *tie)) {
	for _, n := range g.x.nodes {
		for _, t := range n.ties {
			f(t)
		}
	}
}

// number is that of a report.
func (g *gathering) number(n *Node, report int32) int32 { return g.first[n.at] + report }

// eachCopy calls f with two reports of different articles that stand in one
// sentence, word for word, at the same word, unless their dates exclude each
// other: a sentence with "on Tuesday" is another one a week later.
func (g *gathering) eachCopy(f func(m, n *Node, i, j int32)) {
	for _, c := range g.x.copied {
		ps := g.x.copies[c]
		slices.SortFunc(ps, func(p, q place) int {
			return cmp.Or(cmp.Compare(g.x.nodes[p.node].at, g.x.nodes[q.node].at), cmp.Compare(p.report, q.report))
		})
		m := g.x.nodes[ps[0].node]
		r := &m.reports[ps[0].report]
		for _, p := range ps[1:] {
			n := g.x.nodes[p.node]
			if n != m && !n.reports[p.report].Time.excludes(r.Time) {
				f(m, n, ps[0].report, p.report)
			}
		}
	}
}

// A bond is an edge of a component.
type bond struct {
	edge
	tie  *tie // of two articles
	kind bondKind
}

// bondKind is where an edge comes from, and what two reports of two articles
// have in common of their own.
type bondKind uint8

const (
	within bondKind = iota // two reports of one article
	clear                  // of two: enough to begin an event with
	faint                  // enough to join one
	vague                  // nothing
	copied                 // one sentence in two articles; without sum
)

func (g *gathering) cluster() ([]int32, []Why) {
	w := g.x.weights
	g.eachTie(func(t *tie) {
		t.refresh(g.x)
		for k := range t.edges {
			if e := &t.edges[k]; w.score(e.likeness, t.thread, t.story) > 0 {
				g.join(g.number(t.low, e.low), g.number(t.high, e.high))
			}
		}
	})
	for _, n := range g.nodes {
		n.compareWithin(w)
		for _, e := range n.within {
			if e.sum > 0 {
				g.join(g.number(n, e.a), g.number(n, e.b))
			}
		}
	}
	g.eachCopy(func(m, n *Node, i, j int32) { g.join(g.number(m, i), g.number(n, j)) })
	return g.parts()
}

// A component is reports that may be one event, and what is known of their pairs.
type component struct {
	members []int32
	bonds   []bond
	sum     [2]uint64 // of the hashes of all that an outcome depends on, whatever their order
}

func (c *component) add(a, b uint64, e bond) {
	c.bonds = append(c.bonds, e)
	if b < a {
		a, b = b, a
	}
	h := packed.Mix(a ^ packed.Mix(b^packed.Mix(uint64(e.sum))) + uint64(e.kind))
	if e.tie != nil { // reasons tell of it
		h ^= packed.Mix(math.Float64bits(e.tie.thread) ^ packed.Mix(math.Float64bits(e.tie.story)))
	}
	c.sum[0] += h
	c.sum[1] += packed.Mix(h ^ packed.Golden)
}

// An outcome is how a component's reports, in order, were grouped.
type outcome struct {
	group []int32
	why   []Why
}

// parts links each component.
func (g *gathering) parts() ([]int32, []Why) {
	n := len(g.parent)
	of, why := make([]int32, n), make([]Why, n)
	at := make([]int32, n) // number of the component of each root, from 1
	var cs []component
	var size []int32
	for i := range int32(n) {
		of[i] = -1
		if r := g.find(i); r != i {
			if at[r] == 0 {
				cs, size = append(cs, component{}), append(size, 1)
				at[r] = int32(len(cs))
			}
			size[at[r]-1]++
		}
	}
	for k := range cs {
		cs[k].members = make([]int32, 0, size[k])
	}
	for i := range int32(n) {
		if k := at[g.find(i)]; k > 0 {
			cs[k-1].members = append(cs[k-1].members, i)
		}
	}
	for _, d := range g.nodes {
		for i := range d.reports {
			if k := at[g.find(g.number(d, int32(i)))]; k > 0 {
				h := packed.Mix(d.id(int32(i)) + uint64(d.version))
				cs[k-1].sum[0] += h
				cs[k-1].sum[1] += packed.Mix(h)
			}
		}
	}
	g.eachBond(func(m, n *Node, i, j int32, b bond) {
		if r := g.find(b.a); r == g.find(b.b) {
			cs[at[r]-1].add(m.id(i), n.id(j), b)
		}
	})
	known, next := make(map[[2]uint64]*outcome, len(cs)), int32(0)
	local := at // of what is in a component: its place there
	for k := range cs {
		c := &cs[k]
		o := g.x.known[c.sum]
		if o == nil {
			o = g.link(c, local)
		}
		known[c.sum] = o
		most := int32(0)
		for i, m := range c.members {
			of[m], why[m] = next+o.group[i], o.why[i]
			most = max(most, o.group[i])
		}
		next += most + 1
	}
	g.x.known = known
	for i := range of {
		if of[i] < 0 {
			of[i] = next
			next++
		}
	}
	return of, why
}

// eachBond calls f with all edges inside components.
func (g *gathering) eachBond(f func(m, n *Node, i, j int32, b bond)) {
	w := g.x.weights
	g.eachTie(func(t *tie) {
		for k := range t.edges {
			e := &t.edges[k]
			a, b := g.number(t.low, e.low), g.number(t.high, e.high)
			if g.find(a) == g.find(b) {
				s := toScore(w.score(e.likeness, t.thread, t.story))
				f(t.low, t.high, e.low, e.high, bond{edge{min(a, b), max(a, b), s}, t, e.own})
			}
		}
	})
	for _, n := range g.nodes {
		for _, e := range n.within {
			f(n, n, e.a, e.b, bond{edge: edge{g.number(n, e.a), g.number(n, e.b), e.sum}, kind: within})
		}
	}
	g.eachCopy(func(m, n *Node, i, j int32) {
		f(m, n, i, j, bond{edge: edge{a: g.number(m, i), b: g.number(n, j)}, kind: copied})
	})
}
