package fit

import (
	"testing"

	"github.com/dateline-go/dateline/internal/story"
)

// What can only speak for one event is left out where the examples have it
// speak against it.
func TestPairs(t *testing.T) {
	var ps []Pair
	for i := range 40 {
		var v story.Vector
		v[story.Always], v[story.SameLemma], v[story.SameKind] = 1, float64(i%2), float64(i/2%2)
		ps = append(ps, Pair{V: v, Same: i%2 == 1 && i/2%2 == 0})
	}
	w := Pairs(ps, 1)
	if w[story.SameLemma] <= 0 || w[story.SameKind] != 0 {
		t.Errorf("same lemma %v, same kind %v, want more than nothing and nothing", w[story.SameLemma], w[story.SameKind])
	}
	if w := Pairs(ps, 1, story.SameLemma); w[story.SameLemma] > 1e-6 {
		t.Errorf("without the same lemma it has %v", w[story.SameLemma])
	}
}
