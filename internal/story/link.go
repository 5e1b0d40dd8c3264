package story

import (
	"math"

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
	// Sum is a hash of the rest.
	Sum uint64
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

// number is that of a report.
func (g *gathering) number(n *Node, report int32) int32 { return g.first[n.at] + report }

// eachCopy calls f with two reports of different articles that stand in one
// sentence, word for word, at the same word, unless their dates exclude each
// other: a sentence with "on Tuesday" is another one a week later.
func (g *gathering) eachCopy(copied []uint64, f func(m, n *Node, i, j int32)) {
	for _, c := range copied {
		ps := g.x.copies[c]
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
	var news []*tie
	for _, n := range g.x.nodes {
		n.refresh(g.x, func(t *tie) { news = append(news, t) })
	}
	for _, n := range g.x.nodes {
		n.versionSeen, n.rowsSeen = n.version, n.rows
		first := g.first[n.at]
		for _, p := range n.ones {
			g.join(g.number(g.x.nodes[p.slot], p.low), first+p.high)
		}
		for _, e := range n.within {
			if e.sum > 0 {
				g.join(first+e.a, first+e.b)
			}
		}
	}
	g.eachCopy(g.x.copied, func(m, n *Node, i, j int32) { g.join(g.number(m, i), g.number(n, j)) })
	return g.parts(append(news, g.x.parted...))
}

// A component is reports that may be one event, and what is known of their pairs.
type component struct {
	members []int32
	bonds   []bond
	sum     [2]uint64 // of the hashes of its reports and their nodes' versions, whatever their order
	known   *outcome
}

// An outcome is how a component's reports, in order, were grouped.
type outcome struct {
	group []int32
	why   []Why
}

// parts links each component that is not as it was: others have joined it or
// left it, an article is compared otherwise, or what it has in common with
// another has changed, as it has of the ties in news.
func (g *gathering) parts(news []*tie) ([]int32, []Why) {
	n := len(g.parent)
	of, why := make([]int32, n), make([]Why, n)
	at, cs := g.components()
	for _, d := range g.nodes {
		for i := range d.reports {
			if k := at[g.number(d, int32(i))]; k > 0 {
				h := packed.Mix(d.id(int32(i)) + uint64(d.version))
				cs[k-1].sum[0] += h
				cs[k-1].sum[1] += packed.Mix(h)
			}
		}
	}
	for k := range cs {
		cs[k].known = g.x.known[cs[k].sum]
	}
	forget := func(a, b int32) {
		for _, k := range [2]int32{at[a], at[b]} {
			if k > 0 {
				cs[k-1].known = nil
			}
		}
	}
	for _, t := range news {
		for k := range t.edges {
			forget(g.number(t.low, t.edges[k].low), g.number(t.high, t.edges[k].high))
		}
	}
	g.eachCopy(g.x.again, func(m, n *Node, i, j int32) { forget(g.number(m, i), g.number(n, j)) })
	g.x.parted, g.x.again = nil, nil
	g.eachBond(at, cs)
	known, next := make(map[[2]uint64]*outcome, len(cs)), int32(0)
	local := make([]int32, n) // place of a report in its component
	for k := range cs {
		c := &cs[k]
		o := c.known
		if o == nil {
			o = g.link(c, local)
			c.bonds = nil
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
		if at[i] == 0 {
			of[i] = next
			next++
		}
	}
	return of, why
}

// components are those of several reports, and for each report the number of
// its own, from 1, or 0.
func (g *gathering) components() ([]int32, []component) {
	at := make([]int32, len(g.parent))
	var size []int32
	for i := range at {
		if r := g.find(int32(i)); r != int32(i) { // after its root
			if at[r] == 0 {
				size = append(size, 1)
				at[r] = int32(len(size))
			}
			at[i] = at[r]
			size[at[r]-1]++
		}
	}
	cs := make([]component, len(size))
	for k := range cs {
		cs[k].members = make([]int32, 0, size[k])
	}
	for i, k := range at {
		if k > 0 {
			cs[k-1].members = append(cs[k-1].members, int32(i))
		}
	}
	return at, cs
}

// eachBond gives the components that are not known all edges inside them; at
// is as components gives it.
func (g *gathering) eachBond(at []int32, cs []component) {
	w := g.x.weights
	add := func(m, n *Node, i, j int32, b bond) {
		b.a, b.b = g.number(m, i), g.number(n, j)
		if k := at[b.a]; k > 0 && k == at[b.b] && cs[k-1].known == nil {
			b.a, b.b = min(b.a, b.b), max(b.a, b.b)
			cs[k-1].bonds = append(cs[k-1].bonds, b)
		}
	}
	for _, n := range g.x.nodes {
		wanted := false
		for i := range n.reports {
			k := at[g.number(n, int32(i))]
			wanted = wanted || k > 0 && cs[k-1].known == nil
		}
		if !wanted {
			continue
		}
		for _, t := range n.ties {
			for k := range t.edges {
				e := &t.edges[k]
				add(t.low, n, e.low, e.high, bond{edge: edge{sum: toScore(w.score(e.likeness, t.thread, t.story))}, tie: t.tie, kind: e.own})
			}
		}
		for _, e := range n.within {
			add(n, n, e.a, e.b, bond{edge: edge{sum: e.sum}, kind: within})
		}
	}
	g.eachCopy(g.x.copied, func(m, n *Node, i, j int32) { add(m, n, i, j, bond{kind: copied}) })
}
