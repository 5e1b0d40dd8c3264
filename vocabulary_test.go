package dateline

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/golden"
)

// A vocabulary is which words of each type have been seen.
type vocabulary map[string]map[string]bool

func (x vocabulary) see(typ, word string) {
	if x[typ] == nil {
		x[typ] = make(map[string]bool)
	}
	x[typ][word] = true
}

// add looks at all that v holds.
func (x vocabulary) add(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			x.add(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			x.add(v.Index(i))
		}
	case reflect.Struct:
		if w, ok := v.Interface().(When); ok {
			x.see("Grain", string(w.Grain()))
			x.see("Anchor", string(w.Anchor()))
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				x.add(v.Field(i))
			}
		}
	case reflect.String:
		if n := v.Type().Name(); n != "string" {
			x.see(n, v.String())
		}
	}
}

// rest adds what no golden and no corpus has: of the examples of the lexicon,
// of some sentences, of the text's layers, and of articles that disagree.
func (x vocabulary) rest(t *testing.T, p *Parser) {
	t.Helper()
	texts := []string{"Troops crossed the Sahara Desert on Monday.", "It lasted two millennia.",
		"Port strike ends\n\nThe strike ended on Monday.",
		"A GCHQ report said so.", "(Reporting by Ann Lee; Editing by Bo Ek)"}
	files, err := filepath.Glob("internal/event/lexicon/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var examples []string
	for _, file := range files {
		for _, l := range golden.Lines(golden.Read(t, filepath.ToSlash(file))) {
			if f := strings.Split(l, "|"); len(f) == 4 {
				examples = append(examples, strings.TrimSpace(f[3]))
			}
		}
	}
	for _, text := range append(texts, strings.Join(examples, "\n\n"), golden.Read(t, "testdata/corpus/name-newswire.txt"), harbour) {
		a := Article{Text: text, Published: Date(2025, 8, 13), Language: "en"}
		d, err := p.Parse(a)
		if err != nil {
			t.Fatal(err)
		}
		x.add(reflect.ValueOf(d))
		tx, err := analyze(a, &p.config, nil)
		if err != nil {
			t.Fatal(err)
		}
		for e := range tx.Entities() {
			x.see("EntityType", string(e.Type))
		}
		for s := range tx.Sentences() {
			x.see("SentenceKind", string(s.Kind()))
		}
	}
	var b TimelineBuilder
	for i, text := range []string{"Gunmen killed 12 villagers in Oslo on 4 August 2025, the mayor said.",
		"Gunmen killed 15 villagers in Bergen on 5 August 2025.",
		"Soldiers killed villagers in Oslo on 4 August 2025."} {
		a := Article{ID: string(rune('a' + i)), Source: string(rune('A' + i)), Text: text, Published: Date(2025, 8, 6), Language: "en"}
		d, err := p.Parse(a)
		if err != nil {
			t.Fatal(err)
		}
		b.Add(d)
	}
	x.add(reflect.ValueOf(b.Timeline()))
}

// check wants every word of the Catalogue to be produced. What reports
// disagree about, the tests of timelines produce.
func (x vocabulary) check(t *testing.T, c *Catalogue) {
	t.Helper()
	for name, words := range c.Words {
		for _, w := range words {
			if name != "ConflictField" && !x[name][w.Word] {
				t.Errorf("nothing produces the %s %q", name, w.Word)
			}
		}
	}
	for _, k := range c.Events {
		if !x["EventKind"][string(k.Kind)] {
			t.Errorf("nothing produces the kind %s", k.Kind)
		}
		for _, m := range k.Modes {
			if !x["Mode"][string(m)] {
				t.Errorf("nothing produces the mode %s of %s", m, k.Kind)
			}
		}
	}
}
