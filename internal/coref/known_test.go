package coref_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/when"
)

func TestKnown(t *testing.T) {
	k, err := actor.ReadKnowledge(strings.NewReader("name,kind,country,gender,aliases,office,from,to\n" +
		"Amina Sow,person,SN,f,\"The Lioness;A. Sow\",president,2030-04-02,\n" +
		"Front of the North,armed group,ML,,FDN,,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	p := when.NewPoint(2031, 5, 1)
	d := analyse("Amina Sow spoke in Dakar. The Lioness said the FDN had broken the truce. The Front of the North denied it. The " +
		"Senegalese president will travel on.")
	ms := actor.Find(d, actor.Options{Published: p, Known: k})
	as := coref.Resolve(d, ms, coref.Options{Published: p, Known: k})
	for _, c := range []string{
		"same: Amina Sow = The Lioness",
		"same: FDN = Front of the North",
		"holder: Amina Sow = Amina Sow",
		"same: Amina Sow = The Senegalese president",
	} {
		if why := check(d, as, c); why != "" {
			t.Errorf("%s: %s", c, why)
		}
	}
}

// TestKnownLists joins lists: the later one wins over names and offices.
func TestKnownLists(t *testing.T) {
	read := func(csv string) *actor.Knowledge {
		k, err := actor.ReadKnowledge(strings.NewReader(csv))
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	a := read("name,kind,country,office,from,to\nAmina Sow,person,SN,president,2030-04-02,\n" +
		"Bintou Ka,person,SN,president,2020-04-02,2030-04-01\nLow Marsh,company,,,,\n")
	b := read("name,kind,country,office,from,to\nOdile Faye,person,SN,president,2030-05-01,\nLow Marsh,group,,,,\n")
	k := a.With(b)
	if i, ok := k.Lookup("Low Marsh"); !ok || k.At(i).Kind != actor.Group || k.Len() != 5 {
		t.Errorf("Low Marsh is %d %v of %d", i, ok, k.Len())
	}
	for day, want := range map[when.Point]string{
		when.NewPoint(2025, 1, 1):  "Bintou Ka",
		when.NewPoint(2030, 4, 10): "Amina Sow",
		when.NewPoint(2031, 1, 1):  "Odile Faye",
	} {
		if h, ok := k.OfficeHolder("SN", "president", day); !ok || h.Name != want {
			t.Errorf("on %v: %q, want %s", day, h.Name, want)
		}
	}
	if h, ok := (*actor.Knowledge)(nil).With(a).OfficeHolder("SN", "president", when.NewPoint(2031, 1, 1)); !ok || h.Name != "Amina Sow" {
		t.Errorf("one list: %q", h.Name)
	}
}

func TestReadKnowledgeErrors(t *testing.T) {
	for in, want := range map[string]string{
		"":                                    "line 1: no line",
		"kind\nperson\n":                      "line 1: name: no such column",
		"name,age\nA B,3\n":                   "line 1: age: unknown column",
		"name,name\n":                         "twice",
		"name,kind\nA B,wizard\n":             "line 2: kind: unknown kind \"wizard\"",
		"name,kind\n# x\nA B,person\n,person": "line 4: name: is empty",
		"name,from\nA B,1 May 2020\n":         "line 2: from",
		"name,gender\nA B,x\n":                "neither m nor f",
		"name,kind\nA B\n":                    "line 2: wrong number of fields",
	} {
		if _, err := actor.ReadKnowledge(strings.NewReader(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", in, err, want)
		}
	}
}
