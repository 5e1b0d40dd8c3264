package dateline

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite what is wanted by what is got: read the difference")

// TestAPI compares the exported surface, a feature a line, with api/next.txt,
// so that no change of it goes unseen.
func TestAPI(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, file, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			got = append(got, features(t, fset, d)...)
		}
	}
	slices.Sort(got)
	const golden = "api/next.txt"
	text := strings.Join(got, "\n") + "\n"
	if *update {
		if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(text, "\n")); d != "" {
		t.Errorf("the exported API differs from %s (go test -run TestAPI -update accepts it):\n%s", golden, d)
	}
}

// features are the exported features of a declaration, which must all be documented.
func features(t *testing.T, fset *token.FileSet, d ast.Decl) []string {
	text := func(n any) string {
		var b strings.Builder
		if err := printer.Fprint(&b, fset, n); err != nil {
			t.Fatal(err)
		}
		return strings.Join(strings.Fields(b.String()), " ")
	}
	documented := func(name string, docs ...*ast.CommentGroup) {
		if !slices.ContainsFunc(docs, func(c *ast.CommentGroup) bool { return c != nil }) {
			t.Errorf("%s: %s has no doc comment", fset.Position(d.Pos()).Filename, name)
		}
	}
	var out []string
	switch d := d.(type) {
	case *ast.FuncDecl:
		if !d.Name.IsExported() {
			return nil
		}
		sig := strings.TrimPrefix(text(d.Type), "func")
		if d.Recv == nil {
			documented(d.Name.Name, d.Doc)
			return []string{"func " + d.Name.Name + sig}
		}
		recv := text(d.Recv.List[0].Type)
		if ast.IsExported(strings.TrimPrefix(recv, "*")) {
			documented(recv+"."+d.Name.Name, d.Doc)
			out = append(out, "method ("+recv+") "+d.Name.Name+sig)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.ValueSpec:
				for _, n := range s.Names {
					if n.IsExported() {
						documented(n.Name, d.Doc, s.Doc, s.Comment)
						line := d.Tok.String() + " " + n.Name
						if s.Type != nil {
							line += " " + text(s.Type)
						}
						out = append(out, line)
					}
				}
			case *ast.TypeSpec:
				if !s.Name.IsExported() {
					continue
				}
				documented(s.Name.Name, d.Doc, s.Doc)
				head := "type " + s.Name.Name
				switch x := s.Type.(type) {
				case *ast.StructType:
					out = append(out, head+" struct")
					for _, f := range x.Fields.List {
						tag := ""
						if f.Tag != nil {
							tag = " " + f.Tag.Value
						}
						if len(f.Names) == 0 {
							out = append(out, head+" struct, embedded "+text(f.Type)+tag)
						}
						for _, n := range f.Names {
							if n.IsExported() {
								out = append(out, head+" struct, "+n.Name+" "+text(f.Type)+tag)
							}
						}
					}
				case *ast.InterfaceType:
					out = append(out, head+" interface")
					for _, m := range x.Methods.List {
						for _, n := range m.Names {
							out = append(out, head+" interface, "+n.Name+strings.TrimPrefix(text(m.Type), "func"))
						}
					}
				default:
					out = append(out, head+" "+text(s.Type))
				}
			}
		}
	}
	return out
}

// The documentation shows values and plain words: no constant of the public
// API is written by one of a room.
func TestDocumentedValues(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST && g.Tok != token.VAR {
				continue
			}
			for _, s := range g.Specs {
				v := s.(*ast.ValueSpec)
				if !v.Names[0].IsExported() {
					continue
				}
				for _, x := range v.Values {
					ast.Inspect(x, func(n ast.Node) bool {
						if sel, ok := n.(*ast.SelectorExpr); ok {
							if pkg, ok := sel.X.(*ast.Ident); ok && pkg.Name != "errors" {
								t.Errorf("%s: %s is %s.%s", file, v.Names[0].Name, pkg.Name, sel.Sel.Name)
							}
						}
						return true
					})
				}
			}
		}
	}
}
