package stories

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-go/dateline"
)

func TestSame(t *testing.T) {
	for _, c := range []struct {
		name, alternatives string
		want               bool
	}{
		{"the army", "Sudan's army|the army", true},
		{"army of Sudan", "Sudan's army", true},
		{"14 people in Moyale", "people", true},
		{"the navy", "Sudan's army|the army", false},
		{"", "the army", false},
	} {
		if got := same([]string{c.name}, c.alternatives); got != c.want {
			t.Errorf("same(%q, %q) = %v", c.name, c.alternatives, got)
		}
	}
}

// TestGold reads an annotated article and judges what the parser makes of it.
func TestGold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "gold.jsonl")
	line := `{"id":"a","published":"2025-06-12","text":"Grace Mwangi met Tesfaye Alemu in Oslo on Thursday.","events":[` +
		`{"spans":[[13,16]],"kind":["CONSULT/meet"],"agent":["Grace Mwangi"],"patient":["Tesfaye Alemu"],"where":["Oslo"],` +
		`"date":"2025-06-12","status":["occurred"],"weight":3},{"spans":[[42,50]],"weight":0}]}` + "\n"
	if err := os.WriteFile(file, []byte(line), 0o644); err != nil {
		t.Fatal(err)
	}
	gs, err := Read(file)
	if err != nil || len(gs) != 1 {
		t.Fatal(gs, err)
	}
	g := &gs[0]
	a, err := g.Article()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dateline.Parse(a)
	if err != nil {
		t.Fatal(err)
	}
	es, err := Entries(d)
	if err != nil || len(es) == 0 {
		t.Fatal(es, err)
	}
	e := &es[0]
	if k := g.Match(e); k != 0 {
		t.Fatalf("it is event %d", k)
	}
	if !g.Events[0].Whole(e, g.Published) {
		t.Errorf("not right: %+v", e)
	}
	for _, c := range []struct {
		part  string
		spoil func(e *Entry)
	}{
		{"kind", func(e *Entry) { e.Kind = "DEATH" }},
		{"status", func(e *Entry) { e.Status = "planned" }},
		{"agent", func(e *Entry) { e.Agents, e.Patients = nil, [][]string{{"nobody"}} }},
		{"date", func(e *Entry) { e.Earliest, e.Latest = "2025-06-11", "2025-06-11" }},
		{"open date", func(e *Entry) { e.Earliest, e.Latest = "", "" }},
		{"place", func(e *Entry) { e.Where = []string{"Rome"} }},
		{"missing place", func(e *Entry) { e.Where = nil }},
	} {
		x := *e
		c.spoil(&x)
		if g.Events[0].Whole(&x, g.Published) {
			t.Errorf("right though %s is wrong: %+v", c.part, x)
		}
	}
}
