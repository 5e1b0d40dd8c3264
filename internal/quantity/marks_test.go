package quantity

import (
	"slices"
	"testing"

	"github.com/dateline-go/dateline/internal/token"
)

// Of each word the first mark counts, words of other sentences have none, and
// marks that stand nowhere are passed over.
func TestMarks(t *testing.T) {
	all := []mark{{token.None, 9}, {1, 5}, {1, 6}, {3, 2}, {4, 7}, {99, 1}}
	var m marks
	for _, c := range []struct {
		first, last int32
		want        []int32 // of words 0 to 5
		any         bool
	}{
		{0, 2, []int32{-1, 5, -1, -1, -1, -1}, true},
		{2, 3, []int32{-1, -1, -1, -1, -1, -1}, false},
		{3, 6, []int32{-1, -1, -1, 2, 7, -1}, true},
	} {
		all = m.begin(&token.Sentence{First: c.first, Last: c.last}, all)
		var got []int32
		for i := range int32(6) {
			got = append(got, m.of(i))
		}
		if !slices.Equal(got, c.want) || m.any != c.any {
			t.Errorf("words %d to %d: %v, %v, want %v, %v", c.first, c.last, got, m.any, c.want, c.any)
		}
	}
	m.set(5, 3)
	if m.of(5) != 3 {
		t.Error("set")
	}
}
