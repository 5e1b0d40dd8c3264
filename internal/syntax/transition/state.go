package transition

import (
	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/token"
)

// Dir is the kind of an action.
type Dir uint8

const (
	Shift Dir = iota // the first word of the buffer goes to the stack
	Left             // the top of the stack becomes a dependent of the first word of the buffer
	Right            // the top of the stack becomes a dependent of the word under it
)

// Action is one step: a direction and, for an arc, its relation.
type Action struct {
	Dir Dir
	Rel token.Rel
}

// node is a word's place in the tree as built so far. Index 0 is no word, 1 to
// n are the words, n+1 is the root.
type node struct {
	head       int32
	l1, l2     int32 // leftmost two dependents on the left
	ln         int32 // the nearest one
	r1, r2     int32 // rightmost two dependents on the right
	nl, nr     uint8 // their numbers
	rel        token.Rel
	lset, rset uint64 // sums of the hashed relations of the dependents
}

// prefix counts what stands before a word, to tell what lies between two.
type prefix struct{ comma, verb, cc, quote int32 }

// following is the first word of a kind at a place or after it, else the root.
type following struct{ verb, mark int32 }

// State is the state of a parse. Reset makes it ready for a sentence; its
// slices are kept from one sentence to the next.
type State struct {
	words []Word
	nodes []node
	pre   []prefix
	next  []following
	stack []int32
	b     int32 // first word of the buffer
	n     int32
}

// Reset makes s the initial state for a sentence of n words, and gives the
// slice that the caller fills with them, before the first step.
func (s *State) Reset(n int) []Word {
	s.n = int32(n)
	if cap(s.words) < n+2 {
		s.words = make([]Word, n+2, 2*n+64)
		s.nodes = make([]node, n+2, 2*n+64)
		s.pre = make([]prefix, n+2, 2*n+64)
		s.next = make([]following, n+2, 2*n+64)
		s.stack = make([]int32, 0, 2*n+64)
	}
	s.words, s.nodes, s.pre, s.next = s.words[:n+2], s.nodes[:n+2], s.pre[:n+2], s.next[:n+2]
	s.stack = append(s.stack[:0], 0, 0, 0) // three times no word under the bottom
	clear(s.nodes)
	s.words[0], s.words[n+1] = nothing, root
	s.b = 1
	return s.words[1 : n+1]
}

// Begin makes ready what depends on the words and takes the steps that have no
// alternative. Call it after filling the words.
func (s *State) Begin() {
	var p prefix
	for i := range s.words {
		s.pre[i] = p
		switch token.XPOS(s.words[i].tagID) {
		case token.Comma, token.Colon, token.LRB, token.RRB:
			p.comma++
		case token.OpenQuote, token.CloseQuote:
			p.quote++
		case token.CC:
			p.cc++
		case token.VB, token.VBD, token.VBG, token.VBN, token.VBP, token.VBZ:
			p.verb++
		}
	}
	f := following{s.n + 1, s.n + 1}
	for i := s.n + 1; i > 0; i-- {
		switch token.XPOS(s.words[i].tagID) {
		case token.MD, token.VB, token.VBD, token.VBG, token.VBN, token.VBP, token.VBZ:
			f.verb = i
		case token.Comma, token.Colon, token.CC:
			f.mark = i
		}
		s.next[i] = f
	}
	s.forced()
}

// forced takes the steps that have no alternative: with nothing on the stack
// only Shift is possible, and the last word left is the root's dependent.
func (s *State) forced() {
	if len(s.stack) == 3 && s.b <= s.n {
		s.step(Action{})
	}
	if len(s.stack) == 4 && s.b > s.n {
		s.step(Action{Dir: Left, Rel: token.Root})
	}
}

// Stack is the i-th word from the top of the stack, 0 when there is none.
func (s *State) Stack(i int) int32 { return s.stack[max(len(s.stack)-1-i, 0)] }

// Below are the words of the stack from the bottom.
func (s *State) Below() []int32 { return s.stack[3:] }

// Buffer is the first word of the buffer; Len()+1 is the root.
func (s *State) Buffer() int32 { return s.b }

// Len is the number of words of the sentence.
func (s *State) Len() int32 { return s.n }

// Head is the head of word i found so far, and the relation; 0 is none.
func (s *State) Head(i int32) (int32, token.Rel) { return s.nodes[i].head, s.nodes[i].rel }

// Done reports whether the tree is whole.
func (s *State) Done() bool { return s.b > s.n && len(s.stack) == 3 }

// Can reports whether an action of direction d may be taken. The root takes
// one dependent only, the last word left.
func (s *State) Can(d Dir) bool {
	switch d {
	case Shift:
		return s.b <= s.n
	case Left:
		return len(s.stack) > 3 && s.b <= s.n
	default:
		return len(s.stack) > 4
	}
}

// Do takes an action that Can allows, and then those that have no alternative.
func (s *State) Do(a Action) {
	s.step(a)
	s.forced()
}

func (s *State) step(a Action) {
	switch a.Dir {
	case Shift:
		s.stack = append(s.stack, s.b)
		s.b++
	case Left:
		d := s.pop()
		h := &s.nodes[s.b]
		s.nodes[d].head, s.nodes[d].rel = s.b, a.Rel
		if h.nl == 0 {
			h.ln = d
		}
		h.l1, h.l2 = d, h.l1
		if h.nl < 255 {
			h.nl++
		}
		h.lset += packed.Mix(uint64(a.Rel))
	case Right:
		d := s.pop()
		hi := s.stack[len(s.stack)-1]
		h := &s.nodes[hi]
		s.nodes[d].head, s.nodes[d].rel = hi, a.Rel
		h.r1, h.r2 = d, h.r1
		if h.nr < 255 {
			h.nr++
		}
		h.rset += packed.Mix(uint64(a.Rel))
	}
}

func (s *State) pop() int32 {
	i := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	return i
}
