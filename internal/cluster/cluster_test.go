package cluster

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/token"
)

func TestOf(t *testing.T) {
	same := func(a, b string) bool {
		x, ok1 := Of(a)
		y, ok2 := Of(b)
		return ok1 && ok2 && x.Mid() == y.Mid()
	}
	if !same("aaron", "kyle") || same("aaron", "elephants") {
		t.Error("clusters do not group first names")
	}
	if _, ok := Of("xqzzyv-no-word"); ok {
		t.Error("unknown word has a cluster")
	}
	if _, ok := Of(""); ok {
		t.Error("the empty word has a cluster")
	}
}

// What a token's form was asked for once is said again.
func TestOfToken(t *testing.T) {
	for _, w := range []string{"aaron", "xqzzyv-no-word"} {
		c, ok := Of(w)
		tok := token.Token{Word: &token.Word{Lower: w}}
		for range 2 {
			if d, known := OfToken(&tok); known != ok || ok && d != c {
				t.Errorf("%s: %d, %v, want %d, %v", w, d, known, c, ok)
			}
		}
	}
}

func BenchmarkOf(b *testing.B) {
	words := strings.Fields("the president said on monday that ministers would meet their unknownish counterparts in geneva")
	for i := 0; b.Loop(); i++ {
		Of(words[i%len(words)])
	}
}
