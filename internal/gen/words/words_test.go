package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/words"
)

// TestRooms holds every words_gen.go to its words.txt, and every class of a
// room's own to a file of the room that names it.
func TestRooms(t *testing.T) {
	lists, _ := filepath.Glob("../../*/words.txt")
	if len(lists) == 0 {
		t.Fatal("no room has a words.txt")
	}
	for _, l := range lists {
		dir := filepath.Dir(l)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			want, err := generate(dir)
			if err != nil {
				t.Fatal(err)
			}
			got, err := os.ReadFile(filepath.Join(dir, "words_gen.go"))
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("words_gen.go is not made from words.txt: run go generate there (%v)", err)
			}
			classes, err := read(dir)
			if err != nil {
				t.Fatal(err)
			}
			used, prefix := identifiers(t, dir), "class"
			if filepath.Base(dir) == "words" {
				used, prefix = sharedUses(t, lists), ""
			}
			for _, c := range classes {
				if !used[prefix+constant(c.name)] {
					t.Errorf("nothing asks for class %s", c.name)
				}
			}
		})
	}
}

// sharedUses are the constants of the shared classes that rooms name, in their
// files as words.Month, in their lists as @words.month.
func sharedUses(t *testing.T, lists []string) map[string]bool {
	used := map[string]bool{}
	for _, l := range lists {
		text, err := os.ReadFile(l)
		if err != nil {
			t.Fatal(err)
		}
		for w := range strings.FieldsSeq(string(text)) {
			if name, ok := strings.CutPrefix(w, "@words."); ok {
				used[constant(name)] = true
			}
		}
		if filepath.Base(filepath.Dir(l)) != "words" {
			for id := range identifiers(t, filepath.Dir(l)) {
				used[id] = true
			}
		}
	}
	return used
}

// identifiers are those of a room's files, without the generated one and the tests.
func identifiers(t *testing.T, dir string) map[string]bool {
	used := map[string]bool{}
	files, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") || filepath.Base(f) == "words_gen.go" {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), f, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				used[id.Name] = true
			}
			return true
		})
	}
	return used
}

func room(t *testing.T, list string) string {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "words.txt"), []byte(list), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestPack(t *testing.T) {
	classes, err := read(room(t, `# three classes
= road: a comment
street lane prime_minister \#
= plain text: verbs
think: reckon deem
"": say
= all: more
@road avenue a\_b
`))
	if err != nil {
		t.Fatal(err)
	}
	data, ints, err := pack(classes)
	if err != nil || len(ints) != 0 {
		t.Fatal(err, ints)
	}
	type class uint16
	const road, plain, all, none class = 0, 1, 2, 3
	table := words.Table[class]{Data: string(data)}
	for _, w := range []string{"street", "lane", "prime minister", "#"} {
		if !table.Has(w, road) || !table.Has(w, all) || table.Has(w, plain) || table.Has(w, none) {
			t.Errorf("%q: not what the list says", w)
		}
	}
	if table.Has("avenue", road) || !table.Has("avenue", all) || !table.Has("a_b", all) || table.Find("minister").Known() {
		t.Error("words of class all are not what the list says")
	}
	for w, want := range map[string]string{"reckon": "think", "deem": "think", "say": ""} {
		if got, ok := table.Text(w, plain); !ok || got != want {
			t.Errorf("%q: %q %v", w, got, ok)
		}
		if _, ok := table.Int(w, plain); ok {
			t.Errorf("%q has a number", w)
		}
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct{ list, why string }{
		{"= a: x\nb b\n", "stands twice"},
		{"= a: x\nb\n= a: y\nc\n", "stands twice"},
		{"= a: x\nb\n= c: y\nb @a\n", "stands twice"},
		{"= a: x\n", "is empty"},
		{"b\n= a: x\n", "before the first class"},
		{"= a int: x\nb\n", "wants"},
		{"= a word: x\nb\n", "unknown kind"},
		{"= a\nb\n", "want"},
		{"= a: x\n@b\n", "no class"},
		{"= a: x\nb\\\n", "ends with"},
	} {
		if _, err := read(room(t, c.list)); err == nil || !strings.Contains(err.Error(), c.why) {
			t.Errorf("%q: error %v, want one with %q", c.list, err, c.why)
		}
	}
}
