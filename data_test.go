package dateline

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A Document tells the release and the data that made it, and the data are
// those of all rooms that have tables.
func TestDataVersion(t *testing.T) {
	d := parseArticle(t, Article{Text: harbour, Published: Date(2025, 5, 6)})
	if d.Release != Release || d.Data != DataVersion() || !regexp.MustCompile(`^[0-9a-f]{12}$`).MatchString(d.Data) {
		t.Errorf("release %q, data %q", d.Release, d.Data)
	}
	tables, err := filepath.Glob("internal/*/*.bin")
	if err != nil || len(tables) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	for _, file := range tables {
		b, err := sums.ReadFile(filepath.ToSlash(filepath.Join(filepath.Dir(file), "SUMS")))
		lines := strings.Split(string(b), "\n")
		if err != nil || !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, filepath.Base(file)+" ") }) {
			t.Errorf("%s is not among the sums: %v", file, err)
		}
		if on, err := os.ReadFile(filepath.Join(filepath.Dir(file), "SUMS")); err != nil || string(on) != string(b) {
			t.Errorf("%s: the sums embedded are not those on disk: %v", file, err)
		}
	}
}

func BenchmarkDataVersion(b *testing.B) {
	for b.Loop() {
		DataVersion()
	}
}
