package stories

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAnnotated holds that the annotations can be read without their texts.
func TestAnnotated(t *testing.T) {
	seen := make(map[string]bool)
	for n, line := range strings.Split(strings.TrimSpace(annotated), "\n") {
		var a standoff
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatalf("line %d: %v", n+1, err)
		}
		if key := a.File + " " + a.Doc; seen[key] || len(a.Sum) != 12 {
			t.Errorf("line %d: %s twice, or no sum", n+1, key)
		} else {
			seen[key] = true
		}
		must := false
		for k, e := range a.Events {
			must = must || e.Weight == 3
			if e.Weight < 0 || e.Weight > 3 || len(e.At) == 0 || e.Weight > 0 && (len(e.Kind) == 0 || len(e.Status) == 0) {
				t.Errorf("line %d: event %d: weight, kind, status or mentions are missing", n+1, k+1)
			}
			for _, s := range e.Status {
				if !slices.Contains(strings.Fields("occurred ongoing planned possible denied failed"), s) {
					t.Errorf("line %d: event %d: status %q", n+1, k+1, s)
				}
			}
			for _, s := range e.At {
				if s[0] < 0 || s[0] >= s[1] {
					t.Errorf("line %d: event %d: span %v", n+1, k+1, s)
				}
			}
			if _, _, ok := dayRange(e.Date); e.Date != "" && !ok && !slices.ContainsFunc([]string{"..", "X", "-2"}, func(s string) bool { return strings.Contains(e.Date, s) }) {
				t.Errorf("line %d: event %d: date %q", n+1, k+1, e.Date)
			}
		}
		if !must {
			t.Errorf("line %d: no event that no timeline may lack", n+1)
		}
	}
}

func TestStandoff(t *testing.T) {
	const text = "Grace Mwangi met Tesfaye Alemu in Oslo."
	line := fmt.Sprintf(`{"file":"f","doc":"d","sum":"%.6x","events":[{"at":[[13,16]],"weight":3,"kind":["CONSULT"],"status":["occurred"],`+
		`"agent":[[[0,12],[6,12]]],"where":[[[34,38]],["Norway"]],"by":[[17,30]]}]}`, sha256.Sum256([]byte(text)))
	var a standoff
	if err := json.Unmarshal([]byte(line), &a); err != nil {
		t.Fatal(err)
	}
	got, err := a.gold(text)
	want := Gold{ID: "d", Text: text, Events: []Event{{Spans: [][2]int{{13, 16}}, Kind: []string{"CONSULT"}, Agent: []string{"Grace Mwangi|Mwangi"},
		Where: []string{"Oslo", "Norway"}, Status: []string{"occurred"}, By: "Tesfaye Alemu", Weight: 3}}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if _, err := a.gold(text + " "); err == nil {
		t.Error("another text is taken for the one that was annotated")
	}
}

// TestTexts reads a text from each form of file.
func TestTexts(t *testing.T) {
	const word = "\n1\tx\tx\tX\t_\t_\t0\troot\t_\t_\n\n"
	dir := t.TempDir()
	for _, c := range []struct{ file, content, path, doc, want string }{
		{"a.jsonl", `{"topic":"1","doc":"x","text":"She left."}` + "\n", "a.jsonl", "x", "She left."},
		{"t/a.tml", "<T><TEXT>She <E>left</E> &amp; <TIMEX3 tid=\"t1\">today</TIMEX3>.\r\n</TEXT></T>", "t", "a", "She left & today.\n"},
		{"a.conllu", "# newdoc id = g\n# text = She left." + word + "# text = He stayed." + word + "# newpar\n# text = So." + word + "# newdoc id = h\n# text = No." + word,
			"a.conllu", "g", "She left. He stayed.\nSo.\n"},
	} {
		file := filepath.Join(dir, c.file)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(c.content), 0o644); err != nil {
			t.Fatal(err)
		}
		got, err := readTexts(filepath.Join(dir, c.path))
		if err != nil || got[c.doc] != c.want {
			t.Errorf("%s: %v %q, want %q", c.file, err, got[c.doc], c.want)
		}
	}
	if _, err := readTexts(filepath.Join(dir, "none")); err == nil {
		t.Error("no error for a folder that is not there")
	}
}
