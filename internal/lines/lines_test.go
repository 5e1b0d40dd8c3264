package lines

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

var columns = []Column{{"name", Text, true}, {"size", Number, false}, {"old", Bool, false}, {"also", List, false}, {"ids", Pairs, false}}

// Both forms give the same rows and the same errors, but for what only one can have.
func TestForms(t *testing.T) {
	for _, c := range []struct{ reason, csv, json, want string }{
		{"all forms", "ids,name,size,old,also\nx:1; y:2, A ,3.5,true,B; C\n",
			`{"name": " A ", "size": 3.5, "old": true, "also": ["B", " C"], "ids": {"y": "2", "x": "1"}}`, "[[A] [3.5] [true] [B C] [x:1 y:2]]"},
		{"a mark at the start, a line for readers, an empty one",
			"\ufeffName\n# note\n\nA\n", "\ufeff" + `{"name": "A"}` + "\n\n", "[[A] [] [] [] []]"},
		{"a wrong line, and a right one", "name\nbad\nA\n", `{"name": "bad"}` + "\n" + `{"name": "A"}`, "name: bad; [[A] [] [] [] []]"},
		{"no name", "size\n1\n", `{"size": 1}`, "name: "},
		{"unknown", "name,hue\nA,red\n", `{"name": "A", "hue": "red"}`, "hue: unknown"},
		{"a number that is text", "", `{"name": "A", "size": "3"}`, "size: is no number"},
		{"a list that is text", "", `{"name": "A", "also": "B"}`, "also: is no array of strings"},
		{"twice", "name,name\n", "", "name: stands twice"},
		{"nothing", "", "", ""},
	} {
		for form, text := range map[string]string{"CSV": c.csv, "JSON": c.json} {
			if text == "" {
				continue
			}
			read := CSV
			if form == "JSON" {
				read = JSON
			}
			got := ""
			err := read(strings.NewReader(text), columns, func(r Row) *Error {
				if r.Value(0) == "bad" {
					return Wrong("name", "bad")
				}
				got = fmt.Sprint([][]string(r))
				return nil
			})
			for _, want := range strings.Split(c.want, "; ") {
				if !strings.Contains(got, want) && (err == nil || !strings.Contains(err.Error(), want)) {
					t.Errorf("%s, %s: %s, %v; want %s", c.reason, form, got, err, want)
				}
			}
			var e *Error
			if err != nil && (!errors.As(err, &e) || e.Line == 0) {
				t.Errorf("%s, %s: %v has no line", c.reason, form, err)
			}
		}
	}
	if err := CSV(strings.NewReader(""), columns, nil); err == nil {
		t.Error("CSV without a heading is read")
	}
}

func TestMaxErrors(t *testing.T) {
	n := 0
	err := CSV(strings.NewReader("name\n"+strings.Repeat("x\n", 100)), columns, func(Row) *Error { n++; return Wrong("name", "bad") })
	if n != MaxErrors || strings.Count(err.Error(), "\n")+1 != MaxErrors {
		t.Errorf("%d rows, %v", n, err)
	}
}
