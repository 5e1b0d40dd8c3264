package main

import (
	"math/rand/v2"
	"testing"

	"github.com/dateline-go/dateline/internal/syntax/transition"
	"github.com/dateline-go/dateline/internal/token"
)

// grow is a random tree over n words, crossing arcs and all.
func grow(n int, rng *rand.Rand) *sentence {
	s := &sentence{head: make([]int32, n+1), rel: make([]token.Rel, n+1)}
	order := rng.Perm(n)
	for i, w := range order {
		d := token.Token{Word: &token.Word{Lower: string(rune('a' + rng.IntN(9)))}, XPOS: token.XPOS(1 + rng.IntN(20)), UPOS: token.NOUN}
		s.words = append(s.words, transition.MakeWord(&d))
		s.head[w+1], s.rel[w+1] = int32(n+1), token.Root
		if i > 0 {
			s.head[w+1], s.rel[w+1] = int32(order[rng.IntN(i)]+1), token.Rel(1+rng.IntN(5))
		}
	}
	return s
}

// Following the oracle from the start must give the projective tree itself.
func TestOracle(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	var trees []*sentence
	for n := 1; n < 40; n++ {
		s := grow(n, rng)
		s.projectivize()
		trees = append(trees, s)
	}
	var acts []transition.Action
	acts = append(acts, transition.Action{})
	for _, d := range []transition.Dir{transition.Left, transition.Right} {
		for r := 1; r < 6; r++ {
			acts = append(acts, transition.Action{Dir: d, Rel: token.Rel(r)})
		}
	}
	m := newModel(acts)
	var st transition.State
	for _, g := range trees {
		copy(st.Reset(len(g.words)), g.words)
		st.Begin()
		for !st.Done() {
			m.good(&st, g, m.ok)
			var good []int
			for i, ok := range m.ok {
				if ok {
					good = append(good, i)
				}
			}
			if len(good) == 0 {
				t.Fatal("no good action")
			}
			st.Do(acts[good[rng.IntN(len(good))]])
		}
		for d := 1; d < len(g.head); d++ {
			if h, r := st.Head(int32(d)); h != g.head[d] || r != g.rel[d] {
				t.Fatalf("%d words: head of %d is %d %s, want %d %s", len(g.words), d, h, r, g.head[d], g.rel[d])
			}
		}
	}
}

// A second training with the same data gives the same bytes.
func TestDeterministic(t *testing.T) {
	build := func() string {
		rng := rand.New(rand.NewPCG(3, 3))
		var trees []*sentence
		for range 60 {
			s := grow(12, rng)
			s.projectivize()
			trees = append(trees, s)
		}
		m := newModel(inventory(trees))
		m.collect(trees, 1)
		m.train(trees, nil, 2, 1)
		m = m.averaged().keep(2000)
		m.train(trees, nil, 2, 1)
		m = m.averaged()
		m.quantize()
		data, err := m.pack()
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if a, b := build(), build(); a != b {
		t.Error("two trainings differ")
	}
}
