package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestSources holds SOURCES to the lists that stand beside it.
func TestSources(t *testing.T) {
	sums := map[string]string{}
	if err := rows("SOURCES", 5, func(c []string) {
		if c[4] != "sha256" { // the heading
			sums[c[1]] = c[4]
		}
	}); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("*.tsv")
	if len(files) == 0 {
		t.Fatal("no lists")
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if sum := fmt.Sprintf("%x", sha256.Sum256(b)); sums[f] != sum {
			t.Errorf("%s: SOURCES has %q, the file %s", f, sums[f], sum)
		}
	}
	for f := range sums {
		if filepath.Dir(f) == "." && !slices.Contains(files, f) {
			t.Errorf("SOURCES has %s, which is not there", f)
		}
	}
}
