package name

import (
	"slices"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/token"
)

// TestUses holds that an unclear use of a name takes the type that its clear
// uses show.
func TestUses(t *testing.T) {
	for _, c := range []struct {
		text, word string
		want       token.EntType
	}{
		{"Nobody at the Velmora works on Sundays. Velmora Shipping Ltd. said it would hire. Shares of Velmora rose.", "Velmora", token.ORG},
		{"He is a member of the KLMT. The KLMT said it would strike. KLMT chairman Peter Osei agreed.", "KLMT", token.ORG},
		{"Mr Dreyloh was late. Anna Dreyloh, a teacher, said so. Dreyloh left.", "Dreyloh", token.PER},
	} {
		d, n := named(c.text), 0
		for i := range d.Ents {
			e := &d.Ents[i]
			last := d.Tokens[e.Last-1]
			if d.Str(last.Span) == c.word || d.Str(d.Tokens[e.First].Span) == c.word {
				n++
				if e.Type != c.want {
					t.Errorf("%q: %q is %s, want %s", c.text, d.Str(e.Span), e.Type, c.want)
				}
			}
		}
		if n != 3 {
			t.Errorf("%q: %d names with %q, want 3", c.text, n, c.word)
		}
	}
}

func TestGather(t *testing.T) {
	d := segment.Segment("Mr Dreyloh slept. The dreyloh is a bird. Then Dreyloh rose.")
	var x Extractor
	x.Gather(d, 0, articleLen)
	u, _ := x.uses.find(HashWord("dreyloh"))
	if u.n != 2 || !u.small {
		t.Fatalf("uses %d, small %v, want 2, true", u.n, u.small)
	}
	var before, next []uint64
	for _, v := range u.kept[:u.n] {
		before, next = append(before, v.before), append(next, v.next)
	}
	if want := []uint64{HashWord("mr"), HashWord("then")}; !slices.Equal(before, want) {
		t.Errorf("before %v, want %v", before, want)
	}
	if want := []uint64{HashWord("slept"), HashWord("rose")}; !slices.Equal(next, want) {
		t.Errorf("next %v, want %v", next, want)
	}
}
