package dateline

import (
	"fmt"
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
	"token": 0, "words": 0, "packed": 0, "lines": 0, "columns": 0, "when": 0, "number": 5, "ontology": 0, "golden": 0,
	"conllu": 5, "lexicon": 10,
	"segment": 10, "gazetteer": 10, "cluster": 10, "lang": 10,
	"tag":    20,
	"syntax": 30, "name": 30,
	"role":  35,
	"fact":  36,
	"timex": 40, "place": 40, "actor": 40,
	"coref":    50,
	"quote":    60,
	"event":    70,
	"quantity": 72,
	"title":    75,
	"story":    80,
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
			return foreign(file, d.Name())
		}
		if !strings.HasSuffix(file, ".go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		s := sourceOf(file)
		if s.internal && !s.program {
			if _, ok := ranks[s.room]; !ok {
				t.Errorf("%s: room %q has no rank", file, s.room)
			}
			seen[s.room] = true
		}
		for _, im := range f.Imports {
			p, _ := strconv.Unquote(im.Path.Value)
			if wrong := s.wrong(p); wrong != "" {
				t.Errorf("%s: %s", file, wrong)
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

// foreign is fs.SkipDir for folders that the rule is not for: modules of their
// own, test data, hidden ones.
func foreign(dir, name string) error {
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil && dir != "." {
		return fs.SkipDir
	}
	if name != "." && (strings.HasPrefix(name, ".") || name == "testdata") {
		return fs.SkipDir
	}
	return nil
}

// A source is what the rule asks of a file.
type source struct {
	room                             string // below internal; a room may have chambers
	internal, program, example, test bool
}

func sourceOf(file string) source {
	room, internal := strings.CutPrefix(path.Dir(file), "internal/")
	room, _, _ = strings.Cut(room, "/")
	example := strings.HasPrefix(file, "examples/")
	return source{
		room: room, internal: internal, example: example, program: example || internal && (room == "gen" || room == "evaluate"),
		test: strings.HasSuffix(file, "_test.go"),
	}
}

// wrong tells why s must not import p; it is empty where s may.
func (s source) wrong(p string) string {
	if p == module {
		if s.internal && !s.program {
			return "imports the root"
		}
		return ""
	}
	if target, ours := strings.CutPrefix(p, module+"/internal/"); ours {
		target, _, _ = strings.Cut(target, "/")
		switch {
		case s.example:
			return "an example imports internal/" + target
		case s.test || s.program:
		case target == "golden":
			return "imports golden outside a test"
		case !ranked(target):
			return "imports a program, " + target
		case s.internal && target != s.room && ranks[target] >= ranks[s.room]:
			return fmt.Sprintf("rank %d imports %s, of rank %d", ranks[s.room], target, ranks[target])
		}
		return ""
	}
	first, _, _ := strings.Cut(p, "/")
	standard := !strings.Contains(first, ".")
	if standard || strings.HasPrefix(p, "golang.org/x/text/") || s.test && strings.HasPrefix(p, "github.com/google/go-cmp/") {
		return ""
	}
	return "imports " + p
}

func ranked(room string) bool {
	_, ok := ranks[room]
	return ok
}
