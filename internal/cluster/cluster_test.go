package cluster

import (
	"strings"
	"testing"
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

func BenchmarkOf(b *testing.B) {
	words := strings.Fields("the president said on monday that ministers would meet their unknownish counterparts in geneva")
	for i := 0; b.Loop(); i++ {
		Of(words[i%len(words)])
	}
}
