package main

import "github.com/dateline-go/dateline/internal/syntax/transition"

// costs gives the number of gold arcs that each direction makes out of reach
// (Goldberg and Nivre 2013, arc-hybrid).
func costs(st *transition.State, g *sentence) (cost [3]int) {
	b, n := st.Buffer(), st.Len()
	stack := st.Below()
	if len(stack) > 0 {
		s0 := stack[len(stack)-1]
		under := int32(-1)
		if len(stack) > 1 {
			under = stack[len(stack)-2]
		}
		lost := 0 // dependents of s0 still in the buffer
		for _, k := range g.kids[s0] {
			if k >= b {
				lost++
			}
		}
		h := g.head[s0]
		cost[transition.Left], cost[transition.Right] = lost, lost
		if h > b || h == under {
			cost[transition.Left]++
		}
		if h >= b {
			cost[transition.Right]++
		}
	}
	if b <= n {
		for i, w := range stack {
			if g.head[w] == b {
				cost[transition.Shift]++
			}
			if i < len(stack)-1 && g.head[b] == w {
				cost[transition.Shift]++
			}
		}
	}
	return cost
}

// good marks the actions that lose nothing: of those allowed, the ones of
// least cost, and for an arc that is in the tree only its own relation.
func (m *model) good(st *transition.State, g *sentence, ok []bool) {
	cost := costs(st, g)
	least := 1 << 30
	for d := transition.Shift; d <= transition.Right; d++ {
		if st.Can(d) {
			least = min(least, cost[d])
		}
	}
	s0, s1, b := st.Stack(0), st.Stack(1), st.Buffer()
	for i, a := range m.acts {
		ok[i] = st.Can(a.Dir) && cost[a.Dir] == least
		if !ok[i] || a.Dir == transition.Shift {
			continue
		}
		h := b
		if a.Dir == transition.Right {
			h = s1
		}
		if g.head[s0] == h && m.has[a.Dir][g.rel[s0]] {
			ok[i] = a.Rel == g.rel[s0]
		}
	}
}
