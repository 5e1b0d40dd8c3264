// Actor writes the tables of package actor: the words for people, offices and
// bodies, given names, names of countries and their people, and dated office
// holders. SOURCES names what they are made of.
package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/gen/origin"
	"github.com/dateline-go/dateline/internal/packed"
)

//go:embed SOURCES
var sources string

//go:embed lexicon.txt
var lexicon string

//go:embed names.txt
var names string

//go:embed countries.txt
var countries string

//go:embed holders.txt
var holders string

func main() {
	dir := origin.Start("actor", sources)
	list := holderList(dir)
	for _, t := range []struct {
		name    string
		records map[string]string
	}{
		{"words", wordTable(lexicon)},
		{"given", givenTable(dir)},
		{"nations", nationTable(dir)},
		{"holders", holderTable(list)},
		{"ids", idTable(dir, list)},
	} {
		b := packed.Build(actor.TableVersion, t.records)
		if err := origin.Write(".", t.name+".bin", b, fmt.Sprintf("version %d", actor.TableVersion)); err != nil {
			log.Fatal(err)
		}
	}
}

// givenTable maps a folded given name to "m", "f" or "b" (both).
func givenTable(dir string) map[string]string {
	m := map[string]string{}
	add := func(name, g string, sure bool) {
		k := actor.Fold(name)
		if len(k) < 2 || strings.ContainsRune(k, ' ') {
			return
		}
		switch old := m[k]; {
		case sure || old == "" || old == g:
			m[k] = g
		default:
			m[k] = "b"
		}
	}
	for _, f := range []struct{ file, g string }{{"first-names-female.json", "f"}, {"first-names-male.json", "m"}} {
		var list []string
		mustJSON(filepath.Join(dir, "data/actors", f.file), &list)
		for _, n := range list {
			add(n, f.g, false)
		}
	}
	own := map[string]bool{} // names of names.txt overrule the lists
	g := ""
	for l := range strings.Lines(names) {
		l = strings.TrimSpace(l)
		switch {
		case l == "" || l[0] == '#':
		case l[0] == '[':
			g = l[1:2]
		default:
			for n := range strings.FieldsSeq(l) {
				k := actor.Fold(n)
				add(n, g, g == "b" || !own[k] || m[k] == g)
				own[k] = true
			}
		}
	}
	return m
}

func mustJSON(file string, v any) {
	b, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(b, v)
	}
	if err != nil {
		log.Fatal(err)
	}
}
