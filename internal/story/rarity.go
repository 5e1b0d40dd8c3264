package story

import (
	"math"
	"math/bits"
	"slices"

	"github.com/dateline-go/dateline/internal/packed"
)

// How rare a word is decides how much it says, and that is a matter of all
// articles. So that one more article does not change it for all others, words
// are counted in a sample of the articles: those whose keys have the least
// hashes, whatever the order in which they came. One more article seldom
// changes the sample of many. To it is added what general English has, so that
// an archive of few articles has a notion of what is common too.

const (
	sampled    = 256  // articles of the sample
	background = 1000 // articles of general English that are thought to be beside them
)

// A rarity tells how rare words are.
type rarity struct {
	sample []*Node          // in the order of their hashes
	count  map[uint32]int32 // how many articles of the sample have a word
	steps  int              // the articles are 2^steps times as many as the sample can hold
}

// take puts a node into the sample if it belongs there, and reports whether it does.
func (r *rarity) take(n *Node) bool {
	i, _ := slices.BinarySearchFunc(r.sample, n, func(a, b *Node) int { return compareNodes(a, b) })
	if i >= sampled {
		return false
	}
	r.sample = slices.Insert(r.sample, i, n)
	r.sample = r.sample[:min(len(r.sample), sampled)]
	return true
}

// compareNodes orders nodes by the hashes of their keys.
func compareNodes(a, b *Node) int {
	if x, y := packed.Mix(a.key), packed.Mix(b.key); x != y {
		if x < y {
			return -1
		}
		return 1
	}
	return int(a.at - b.at)
}

// recount counts the sample's words, of n articles in all.
func (r *rarity) recount(n int) {
	r.steps = stepsOf(n)
	r.count = make(map[uint32]int32)
	for _, d := range r.sample {
		for _, w := range d.words {
			r.count[w]++
		}
	}
}

func stepsOf(n int) int { return max(0, bits.Len(uint(n/sampled))-1) }

// weight is the square of how rare a word is, from 0 to whole.
func (r *rarity) weight(w uint32) int32 {
	all := float64(len(r.sample) + background)
	n := max(1, float64(r.count[w])+background*commonness(w))
	f := math.Log(1+all/n) / math.Log(1+all)
	return int32(math.Round(f * f * whole))
}
