package golden

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Known is what testdata/known.txt names: the failures that are known. A line
// of it is "CORPUS: CASE", or "GOLDEN SECTION -LINE" and "GOLDEN SECTION
// +LINE" as Compare understands them. Empty lines and lines that begin with
// "#" say nothing.
type Known struct {
	Cases   map[string][]string // of a corpus, by its file in testdata/corpus or its room
	Goldens map[string][]string // "SECTION -LINE", by golden
}

// ReadKnown reads the known.txt of the module that the test stands in.
func ReadKnown(t testing.TB) Known {
	t.Helper()
	return parseKnown(t, Read(t, "testdata/known.txt"))
}

func parseKnown(t testing.TB, text string) Known {
	t.Helper()
	k := Known{make(map[string][]string), make(map[string][]string)}
	seen := make(map[string]bool)
	for _, l := range Lines(text) {
		if strings.HasPrefix(l, "#") {
			continue
		}
		if seen[l] && strings.Contains(l, ": ") && !strings.Contains(l[:strings.Index(l, ": ")], " ") {
			t.Errorf("known.txt: stands twice: %s", l)
		}
		seen[l] = true
		name, rest, ok := strings.Cut(l, " ")
		corpus, isCase := strings.CutSuffix(name, ":")
		switch {
		case !ok:
			t.Errorf("known.txt: %q is neither a case nor a line of a golden", l)
		case isCase:
			k.Cases[corpus] = append(k.Cases[corpus], rest)
		default:
			k.Goldens[name] = append(k.Goldens[name], rest)
		}
	}
	return k
}

// Read is a file of the module that the test stands in, by its path there.
func Read(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(root(t), path))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = up
	}
}

// Cases is one run over a corpus: each case passes or is named in known.txt,
// and each one named there fails.
type Cases struct {
	t      testing.TB
	corpus string
	known  []string
	seen   map[string]bool
}

// Corpus begins a run over the corpus that known.txt calls by that name, such
// as "time.txt". Done must end it.
func Corpus(t testing.TB, corpus string) *Cases {
	t.Helper()
	return &Cases{t, corpus, ReadKnown(t).Cases[corpus], make(map[string]bool)}
}

// Case reports the outcome of one case: what is wrong with it, or "". Its
// name is what tells it from all others of the corpus, its text first of all.
func (c *Cases) Case(name, wrong string) {
	c.t.Helper()
	name = strings.Join(strings.Fields(name), " ")
	known := slices.Contains(c.known, name)
	switch {
	case c.seen[name]:
		c.t.Errorf("the case stands twice:\n%s: %s", c.corpus, name)
	case wrong != "" && !known:
		c.t.Errorf("%s: %s\n\t%s", c.corpus, name, strings.ReplaceAll(strings.TrimSpace(wrong), "\n", "\n\t"))
	case wrong == "" && known:
		c.t.Errorf("passes now, take it out of known.txt:\n%s: %s", c.corpus, name)
	}
	c.seen[name] = true
}

// Done ends the run: it fails for what known.txt names and the corpus has not,
// and for fewer cases than least.
func (c *Cases) Done(least int) {
	c.t.Helper()
	for _, k := range c.known {
		if !c.seen[k] {
			c.t.Errorf("no such case, take it out of known.txt:\n%s: %s", c.corpus, k)
		}
	}
	if len(c.seen) < least {
		c.t.Errorf("%s: %d cases, want at least %d", c.corpus, len(c.seen), least)
	}
}
