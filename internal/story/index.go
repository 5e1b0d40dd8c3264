package story

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/packed"
)

// An Index keeps what it found out about the articles that it was shown, so
// that showing it one more costs what that one has to do with others. What it
// gives does not depend on the order in which it came to know them.
type Index struct {
	weights *Weights
	rarity  rarity
	nodes   []*Node            // in the order of their coming
	byKey   map[uint32][]int32 // places in nodes of those that have a key word
	copies  map[uint64][]place // where a sentence stands that is long enough to be copied
	copied  []uint64           // those of several articles
	known   map[[2]uint64]*outcome
	met     []int32  // while one node is put in: those that share a key word
	shared  []int64  // of each node: the weight of what it shares
	parted  []*tie   // since the last Cluster
	again   []uint64 // of copied, those that more reports stand in since then
}

// A Node is an article as an Index keeps it. It belongs to one Index.
type Node struct {
	key     uint64
	at      int32 // place in the order of the articles
	slot    int32 // place in the Index's nodes
	in      bool
	told    []Report
	reports []report
	words   []uint32 // sorted, each once
	weights []int32  // of words
	norm    int64    // their sum
	near    []neighbour
	row     row
	version int32 // changes with the weights and with who is who
	rows    int32 // changes with near
	// What of these the last Cluster saw.
	versionSeen, rowsSeen int32

	ties   []tied // with nodes of lower slots
	within []edge
	fresh  int32 // version that within is of
	// Of all ties: the pairs that are more likely one event, and those of plans.
	ones  []pair
	plans []planPair
}

// A tied is a tie, and the slot of its lower node.
type tied struct {
	slot int32
	*tie
}

// A pair is a report of a node of lower slot and one of this node.
type pair struct{ slot, low, high int32 }

// A place is a report of a node.
type place struct{ node, report int32 }

// NewNode makes an article ready. Its key is that of no other article, and
// tells nothing. texts are sentences besides those of the reports.
func NewNode(key uint64, told []Report, texts []string) *Node {
	n := &Node{key: key, told: told, reports: make([]report, len(told)), version: 1}
	var buf []wordAt
	for i := range told {
		buf = split(buf[:0], told[i].Sentence)
		for _, t := range buf {
			n.words = append(n.words, t.hash)
		}
		n.reports[i], buf = newReport(&told[i], buf)
		n.words = append(append(n.words, n.reports[i].parts...), n.reports[i].stemmed)
	}
	for _, s := range texts {
		buf = split(buf[:0], s)
		for _, t := range buf {
			n.words = append(n.words, t.hash)
		}
	}
	n.words = unique(n.words)
	return n
}

// Report is the report that may be changed in who its parties are, before Renew.
func (n *Node) Report(i int) *Report { return &n.told[i] }

// Renew takes in that parties of reports are others than they were.
func (n *Node) Renew() {
	var buf []wordAt
	for i := range n.reports {
		buf = n.reports[i].takeParties(buf)
	}
	n.version++
}

// weigh gives the node's words the weights of the day.
func (n *Node) weigh(r *rarity) {
	n.weights, n.norm = slices.Grow(n.weights[:0], len(n.words))[:len(n.words)], 0
	for i, w := range n.words {
		n.weights[i] = r.weight(w)
		n.norm += int64(n.weights[i])
	}
	for i := range n.reports {
		x := &n.reports[i]
		x.weights, x.norm = slices.Grow(x.weights[:0], len(x.words))[:len(x.words)], 0
		k := 0
		for j, w := range x.words {
			for n.words[k] != w {
				k++
			}
			x.weights[j] = n.weights[k]
			x.norm += int64(n.weights[k])
		}
		x.rare = math.Sqrt(float64(r.weight(x.stemmed)) / whole)
	}
	n.version++
}

// update makes the Index one of these nodes, which stand in their order.
func (x *Index) update(nodes []*Node) {
	old := 0
	for i, n := range nodes {
		n.at = int32(i)
		if n.in {
			old++
		}
	}
	anew := old != len(x.nodes) || stepsOf(len(nodes)) != x.rarity.steps
	if old != len(x.nodes) { // some have gone
		x.rarity.sample = nil
		for _, n := range x.nodes {
			n.in = false
		}
	}
	var fresh []*Node
	for _, n := range nodes {
		if !n.in {
			fresh = append(fresh, n)
			anew = x.rarity.take(n) || anew
		}
	}
	if anew {
		x.rarity.recount(len(nodes))
		x.nodes, x.byKey, x.copies, x.copied = nil, make(map[uint32][]int32), make(map[uint64][]place), nil
		x.parted, x.again = nil, nil
		fresh = nodes
	}
	for _, n := range fresh {
		n.weigh(&x.rarity)
		x.put(n)
	}
}

// Bounds on what is compared, which keep time in proportion to the reports.
const (
	nearest    = 24    // articles whose reports are compared with an article's
	neighbours = 64    // articles that an article is compared with by way of
	budget     = 24000 // what the key words of an article may cost: 1, and 4 for each article of the sample that has it
	perDoc     = 64    // reports of one article among which pairs are sought
)

// A neighbour is an article and how like it is, in parts of likeWhole.
type neighbour struct {
	slot int32
	like int32
}

const likeWhole = 1 << 20

// put finds the articles that a node is near to.
func (x *Index) put(n *Node) {
	n.in, n.slot, n.near, n.ties, n.fresh = true, int32(len(x.nodes)), n.near[:0], nil, 0
	n.ones, n.plans = nil, nil
	n.rows++
	x.nodes, x.shared = append(x.nodes, n), append(x.shared[:len(x.nodes)], 0)
	for _, k := range x.keys(n) {
		w := n.words[k]
		for _, m := range x.byKey[w] {
			if x.shared[m] == 0 {
				x.met = append(x.met, m)
			}
			x.shared[m] += int64(n.weights[k])
		}
		x.byKey[w] = append(x.byKey[w], n.slot)
	}
	for _, s := range x.met {
		m := x.nodes[s]
		like := int32(float64(x.shared[s]) / math.Sqrt(float64(n.norm)*float64(m.norm)) * likeWhole)
		x.shared[s] = 0
		x.approach(n, m, like)
		x.approach(m, n, like)
	}
	x.met = x.met[:0]
	for i := range n.reports {
		if r := &n.reports[i]; len(r.words) >= copyWords {
			ps := x.copies[r.copy]
			if len(ps) == 1 {
				x.copied = append(x.copied, r.copy)
			}
			if len(ps) > 0 {
				x.again = append(x.again, r.copy)
			}
			k := len(ps)
			for k > 0 && x.nodes[ps[k-1].node].at > n.at {
				k--
			}
			x.copies[r.copy] = slices.Insert(ps, k, place{n.slot, int32(i)})
		}
	}
}

// keys are the places of a node's words by which it is found: its rarest ones.
func (x *Index) keys(n *Node) []int32 {
	ks := make([]int32, len(n.words))
	for i := range ks {
		ks[i] = int32(i)
	}
	slices.SortFunc(ks, func(i, j int32) int {
		return cmp.Or(cmp.Compare(n.weights[j], n.weights[i]), cmp.Compare(n.words[i], n.words[j]))
	})
	cost := 0
	for i, k := range ks {
		if cost += 1 + 4*int(x.rarity.count[n.words[k]]); cost > budget>>x.rarity.steps && i > 0 {
			return ks[:i]
		}
	}
	return ks
}

// approach puts m among the neighbours of n if it is one of the likest; of
// equally like ones the first in order is.
func (x *Index) approach(n, m *Node, like int32) {
	nearer := func(a neighbour) bool { return like > a.like || like == a.like && m.at < x.nodes[a.slot].at }
	if len(n.near) == neighbours && !nearer(n.near[neighbours-1]) {
		return
	}
	i, _ := slices.BinarySearchFunc(n.near, like, func(a neighbour, _ int32) int {
		if nearer(a) {
			return 1
		}
		return -1
	})
	if i < nearest && len(n.near) >= nearest {
		x.part(n, x.nodes[n.near[nearest-1].slot])
	}
	n.near = slices.Insert(n.near[:min(len(n.near), neighbours-1)], i, neighbour{m.slot, like})
	n.rows++
	if i < nearest {
		n.meet(m)
	}
}

// nears reports whether m is among the nearest of n.
func (n *Node) nears(m *Node) bool {
	return slices.ContainsFunc(n.near[:min(nearest, len(n.near))], func(a neighbour) bool { return a.slot == m.slot })
}

// A tie is two articles one of which is among the nearest of the other.
type tie struct {
	low, high      *Node // by slot
	versions, rows [2]int32
	story, thread  float64
	edges          []tieEdge
}

// A tieEdge is two reports, one of each article.
type tieEdge struct {
	low, high int32
	likeness
}

// meet ties n to m.
func (n *Node) meet(m *Node) {
	if n.slot < m.slot {
		n, m = m, n
	}
	if !slices.ContainsFunc(n.ties, func(t tied) bool { return t.slot == m.slot }) {
		n.ties = append(n.ties, tied{m.slot, &tie{low: m, high: n}})
	}
}

// part unties m, which is the last of the nearest of n, unless n is among its nearest.
func (x *Index) part(n, m *Node) {
	if m.nears(n) {
		return
	}
	if n.slot < m.slot {
		n, m = m, n
	}
	if i := slices.IndexFunc(n.ties, func(t tied) bool { return t.slot == m.slot }); i >= 0 {
		x.parted = append(x.parted, n.ties[i].tie)
		n.ties = slices.Delete(n.ties, i, i+1)
		n.rows++ // or ones and plans would keep the tie's pairs
	}
}

// refresh finds out again what has changed about n's ties, and calls f with
// those about which something has.
func (n *Node) refresh(x *Index, f func(t *tie)) {
	changed := n.changed() || slices.ContainsFunc(n.ties, func(t tied) bool { return x.nodes[t.slot].changed() })
	if !changed && n.fresh == n.version {
		return
	}
	n.compareWithin(x.weights)
	n.ones, n.plans = n.ones[:0], n.plans[:0]
	for _, t := range n.ties {
		if t.refresh(x) {
			f(t.tie)
		}
		for k := range t.edges {
			e := &t.edges[k]
			if x.weights.score(e.likeness, t.thread, t.story) > 0 {
				n.ones = append(n.ones, pair{t.slot, e.low, e.high})
			}
			n.addPlan(t.low, e.low, e.high)
		}
	}
	for _, e := range n.within {
		n.addPlan(n, e.a, e.b)
	}
	n.ones, n.plans = slices.Clip(n.ones), slices.Clip(n.plans)
}

// changed reports whether n is another than the last Cluster saw.
func (n *Node) changed() bool { return n.version != n.versionSeen || n.rows != n.rowsSeen }

// refresh finds out again what has changed about a tie, and reports whether
// anything has.
func (t *tie) refresh(x *Index) bool {
	changed := false
	if v := [2]int32{t.low.version, t.high.version}; v != t.versions {
		t.versions, changed = v, true
		like := cosine(t.low.words, t.high.words, t.low.weights, t.low.norm, t.high.norm)
		t.story = storyOf(like)
		t.edges = t.edges[:0]
		for i := range t.low.reports {
			for j := range t.high.reports {
				if r, s := &t.low.reports[i], &t.high.reports[j]; mayBeOne(r, s) {
					t.edges = append(t.edges, tieEdge{int32(i), int32(j), x.weights.likeness(r, s)})
				}
			}
		}
		t.edges = slices.Clip(t.edges)
	}
	if v := [2]int32{t.low.rows, t.high.rows}; v != t.rows || changed {
		t.rows = v
		thread := min(t.story, t.low.rowOf().thread(t.high.rowOf()))
		changed = changed || thread != t.thread
		t.thread = thread
	}
	return changed
}

// mayBeOne reports whether the words or the sides of two reports are alike.
func mayBeOne(x, y *report) bool {
	return x.word == y.word || x.stem == y.stem || x.hasGroup && y.hasGroup && x.group.Mid() == y.group.Mid() ||
		x.Kind == y.Kind && (common(x.who, y.who) > 0 || common(x.heads, y.heads) > 0)
}

// compareWithin finds out again what pairs of one article are worth.
func (n *Node) compareWithin(w *Weights) {
	if n.fresh == n.version {
		return
	}
	n.fresh, n.within = n.version, n.within[:0]
	for j := range n.reports {
		for i := max(0, j-perDoc); i < j; i++ {
			x, y := &n.reports[i], &n.reports[j]
			near := mayBeOne(x, y)
			if !near && x.Kind != y.Kind {
				continue
			}
			if s := toScore(w.scoreWithin(x, y)); near || s > 0 {
				n.within = append(n.within, edge{int32(i), int32(j), s})
			}
		}
	}
	n.within = slices.Clip(n.within)
}

// id is a number of a report that no order of coming changes.
func (n *Node) id(report int32) uint64 { return packed.Mix(n.key + uint64(report)*packed.Golden) }
