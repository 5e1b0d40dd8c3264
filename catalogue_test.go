package dateline

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every constant of an open vocabulary stands in the Catalogue with a gloss,
// and its name begins with a word of its type's name.
func TestCatalogue(t *testing.T) {
	c := NewCatalogue()
	has := func(typ, word string) bool {
		switch typ {
		case "EventKind":
			return slices.ContainsFunc(c.Events, func(k CatalogueKind) bool { return string(k.Kind) == word && k.Gloss != "" })
		case "Mode":
			return slices.ContainsFunc(c.Events, func(k CatalogueKind) bool { return slices.Contains(k.Modes, Mode(word)) })
		}
		return slices.ContainsFunc(c.Words[typ], func(w CatalogueWord) bool { return w.Word == word && w.Gloss != "" })
	}
	n := 0
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(x ast.Node) bool {
			v, ok := x.(*ast.ValueSpec)
			if !ok || len(v.Values) != 1 {
				return true
			}
			typ, ok := v.Type.(*ast.Ident)
			lit, isLit := v.Values[0].(*ast.BasicLit)
			if ok && !isLit && ast.IsExported(v.Names[0].Name) && ast.IsExported(typ.Name) {
				t.Errorf("%s has no plain value: go doc shows it", v.Names[0].Name)
			}
			if !ok || !isLit || lit.Kind != token.STRING || !ast.IsExported(v.Names[0].Name) {
				return true
			}
			word, _ := strconv.Unquote(lit.Value)
			name := v.Names[0].Name
			switch typ.Name {
			case "TimeMode", "ArgumentLabel", "OffsetUnit":
				return true // of options, of syntax and of output
			}
			stem := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(typ.Name, "Kind"), "Form"), "Field")
			if !strings.HasPrefix(name, strings.TrimSuffix(stem, "Type")) {
				t.Errorf("%s is a %s", name, typ.Name)
			}
			if n++; word != "" && !has(typ.Name, word) {
				t.Errorf("%s %q has no place in the Catalogue, or no gloss", name, word)
			}
			return true
		})
	}
	if n < 150 {
		t.Errorf("%d constants, want 150", n)
	}
}

// Words that this version does not know survive JSON.
func TestUnknownWords(t *testing.T) {
	s := Span{0, 5}
	d := &Document{Article: Article{Text: "Alpha"}, Sentences: []Span{s},
		Locations:  []Location{{ID: 1, Place: Place{Name: "Alpha", Kind: "moon"}, Mentions: []LocationMention{{Span: s}}}},
		Actors:     []Actor{{ID: 1, Kind: "robot", Name: "Alpha", Mentions: []ActorMention{{Span: s, Form: "gesture"}}}},
		Statements: []Statement{{ID: 1, Kind: "sung", Content: []Span{s}, Stance: "hums", Status: "rumoured"}},
		Events: []Event{
			{ID: 1, Kind: "LEVITATE", Mode: "slowly", Trigger: s, Mentions: []Span{s}, Status: "rumoured",
				Participants: []Participant{{Role: "witness", Actor: 1}}, Relations: []Relation{{Order: "beside", Event: 2}},
				Quantities: []Quantity{{Kind: "height", Value: 2.5, Bound: "nearly", Unit: "m", Span: s}}},
			{ID: 2, Kind: "LAND", Trigger: s, Mentions: []Span{s}},
		},
	}
	if err := d.Validate(); err != nil {
		t.Fatal(err)
	}
	j, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var back Document
	if err := json.Unmarshal(j, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, &back); diff != "" {
		t.Error(diff)
	}
	tl := d.Timeline()
	var back2 Timeline
	if j, err = json.Marshal(tl); err == nil {
		err = json.Unmarshal(j, &back2)
	}
	if diff := cmp.Diff(tl, &back2); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if k := tl.Entries[0]; k.Kind != "LEVITATE" || k.Participants[0].Role != "witness" || k.Quantities[0].Bound != "nearly" {
		t.Errorf("the entry is %+v", k)
	}
}
