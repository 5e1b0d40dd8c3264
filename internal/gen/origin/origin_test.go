package origin

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestSums: each table and model of each room has its line in the room's SUMS
// and is what the line says, and no line speaks of what is not there.
func TestSums(t *testing.T) {
	files := glob(t, "../../*/*.bin")
	if len(files) < 10 {
		t.Fatalf("%d tables", len(files))
	}
	noted := make(map[string]string)
	for _, sums := range glob(t, "../../*/SUMS") {
		for l := range strings.Lines(read(t, sums)) {
			file, _, _ := strings.Cut(l, " ")
			noted[filepath.Join(filepath.Dir(sums), file)] = strings.TrimSpace(l)
		}
	}
	for _, f := range files {
		line := Line(filepath.Base(f), []byte(read(t, f)), "")
		if got, ok := noted[f]; !ok || got != line && !strings.HasPrefix(got, line+" ") {
			t.Errorf("%s: SUMS has %q, the file is %q", f, got, line)
		}
	}
	for f := range noted {
		if !slices.Contains(files, f) {
			t.Errorf("SUMS names %s, which is not there", f)
		}
	}
}

// TestSources: each generator has a SOURCES that can be read, and the files of
// the project in it are there with their sums. Where the data are, theirs are
// held to it by Data.
func TestSources(t *testing.T) {
	all := glob(t, "../*/SOURCES")
	if len(all) < 6 {
		t.Fatalf("%d SOURCES", len(all))
	}
	for _, f := range all {
		items, err := Parse(read(t, f))
		if err != nil {
			t.Errorf("%s: %v", f, err)
		}
		for _, it := range items {
			if it.External() {
				continue
			}
			for pattern := range strings.SplitSeq(it.File, ", ") {
				own := glob(t, filepath.Join(filepath.Dir(f), pattern))
				if len(own) == 0 {
					t.Errorf("%s: no %s", f, pattern)
				}
				if it.SHA256 != "" && len(own) == 1 {
					if sum := fmt.Sprintf("%x", sha256.Sum256([]byte(read(t, own[0])))); sum != it.SHA256 {
						t.Errorf("%s: %s has the sum %s", f, it.File, sum)
					}
				}
			}
		}
	}
}

// TestModelLicence: LICENSE-models names the models, which are what was trained
// on works under CC BY-SA, and no other file.
func TestModelLicence(t *testing.T) {
	text := read(t, "../../../LICENSE-models")
	for _, sums := range glob(t, "../../*/SUMS") {
		room := filepath.Base(filepath.Dir(sums))
		for l := range strings.Lines(read(t, sums)) {
			file, _, _ := strings.Cut(l, " ")
			// Tables count in such works which names are common words, no more.
			model := shareAlike(t, room) && room != "gazetteer" && file != "table.bin"
			if named := strings.Contains(text, "internal/"+room+"/"+file+"\n"); named != model {
				t.Errorf("internal/%s/%s: trained on a work under CC BY-SA: %v; named in LICENSE-models: %v", room, file, model, named)
			}
		}
	}
}

// shareAlike reports whether a source of a room's generator is under CC BY-SA.
func shareAlike(t *testing.T, room string) bool {
	items, err := Parse(read(t, "../"+room+"/SOURCES"))
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(items, func(it Item) bool { return strings.Contains(it.Licence, "SA") })
}

func TestParse(t *testing.T) {
	sum := strings.Repeat("ab", 32)
	items, err := Parse("# for readers\nfile     train/a.tsv\nwhat     words\n         and more\nsha256   " + sum +
		"\nlicence  CC0\ndate     2026-11\n\nfile     b.txt\nwhat     ours\nlicence  ours\ndate     2026-11\n")
	want := []Item{{"train/a.tsv", "words and more", sum, "CC0", "2026-11"}, {"b.txt", "ours", "", "ours", "2026-11"}}
	if err != nil || !slices.Equal(items, want) {
		t.Errorf("%v %+v", err, items)
	}
	for _, bad := range []string{
		"file a\n",
		"file a\nwhat b\nlicence c\ndate d\ncolour e\n",
		"file a\nfile b\nwhat b\nlicence c\ndate d\n",
		"file data/a\nwhat b\nlicence c\ndate d\n",
	} {
		if _, err := Parse(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

func TestData(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "train"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "train/a"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	item := func(file, sum string) string {
		return "file " + file + "\nwhat w\nsha256 " + sum + "\nlicence l\ndate d\n"
	}
	right := fmt.Sprintf("%x", sha256.Sum256([]byte("x")))
	t.Setenv(DataVar, dir)
	if got, err := Data(item("train/a", right)); got != dir || err != nil {
		t.Errorf("%q %v", got, err)
	}
	if _, err := Data(item("train/b", right)); err == nil || !strings.Contains(err.Error(), "nothing changed") {
		t.Errorf("absent: %v", err)
	}
	if _, err := Data(item("train/a", strings.Repeat("0", 64))); err == nil || strings.Contains(err.Error(), "nothing changed") {
		t.Errorf("wrong sum: %v", err)
	}
	t.Setenv(DataVar, "")
	if _, err := Data(item("train/a", right)); err == nil {
		t.Error("no folder, no error")
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	for _, w := range []struct{ file, data string }{{"b.bin", "1"}, {"a.bin", "2"}, {"b.bin", "3"}} {
		if err := Write(dir, w.file, []byte(w.data), "note"); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := read(t, filepath.Join(dir, "SUMS")), Line("a.bin", []byte("2"), "note")+"\n"+Line("b.bin", []byte("3"), "note")+
		"\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
