package dateline

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// ranks are the rooms from the ground up. A room imports only rooms of a
// lower rank; golden and evaluate serve tests and measurements and nothing
// but tests and programs may import them.
var ranks = map[string]int{
	"token": 0, "words": 0, "packed": 0, "when": 0, "ontology": 0, "golden": 0,
	"conllu":  5,
	"segment": 10, "gazetteer": 10, "cluster": 10, "lang": 10,
	"tag":    20,
	"syntax": 30, "name": 30,
	"role":  35,
	"fact":  36,
	"timex": 40, "place": 40, "actor": 40,
	"coref": 50,
	"quote": 60,
	"event": 70,
	"title": 75,
	"story": 80,
}

const module = "github.com/dateline-go/dateline"

// TestLayers holds the dependency rule: who may import whom, and nothing
// from outside but what go.mod is meant to have.
func TestLayers(t *testing.T) {
	seen := make(map[string]bool)
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		file = filepath.ToSlash(file)
		if d.IsDir() {
			if _, err := os.Stat(filepath.Join(file, "go.mod")); err == nil && file != "." {
				return filepath.SkipDir // a module of its own
			}
			if name := d.Name(); name != "." && (strings.HasPrefix(name, ".") || name == "testdata") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(file, ".go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		test := strings.HasSuffix(file, "_test.go")
		room, internal := strings.CutPrefix(path.Dir(file), "internal/")
		program := strings.HasPrefix(file, "examples/") || room == "gen" || strings.HasPrefix(room, "gen/") || room == "evaluate"
		room, _, _ = strings.Cut(room, "/") // a room may have chambers
		if internal && !program {
			if _, ok := ranks[room]; !ok {
				t.Errorf("%s: room %q has no rank", file, room)
			}
			seen[room] = true
		}
		for _, im := range f.Imports {
			p, _ := strconv.Unquote(im.Path.Value)
			first, _, _ := strings.Cut(p, "/")
			target, ours := strings.CutPrefix(p, module+"/internal/")
			switch {
			case p == module:
				if internal && room != "evaluate" && room != "gen" {
					t.Errorf("%s imports the root", file)
				}
			case ours && internal && !program && !test:
				target, _, _ = strings.Cut(target, "/")
				if target != room && ranks[target] >= ranks[room] || target == "golden" {
					t.Errorf("%s (rank %d) imports %s (rank %d)", file, ranks[room], target, ranks[target])
				}
			case ours && strings.HasPrefix(file, "examples/"):
				t.Errorf("%s: an example imports internal/%s", file, target)
			case ours && !internal && !test && target == "golden":
				t.Errorf("%s imports golden outside a test", file)
			case ours || !strings.Contains(first, "."):
				// Ours and in order, or the standard library.
			case strings.HasPrefix(p, "golang.org/x/text/"):
			case test && strings.HasPrefix(p, "github.com/google/go-cmp/"):
			default:
				t.Errorf("%s imports %s", file, p)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room := range ranks {
		if !seen[room] {
			t.Errorf("room %q has a rank and no files", room)
		}
	}
}
