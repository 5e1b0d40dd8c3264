package ontology

import (
	"slices"
	"testing"
)

func TestKinds(t *testing.T) {
	plover := 0
	for i, k := range kinds {
		if i > 0 && kinds[i-1].Name >= k.Name {
			t.Errorf("%s stands after %s", k.Name, kinds[i-1].Name)
		}
		if !slices.IsSorted(k.Modes) {
			t.Errorf("%s: modes are not in order", k.Name)
		}
		if k.Gloss == "" {
			t.Errorf("%s has no gloss", k.Name)
		}
		if g, ok := LookupKind(k.Name); !ok || g.Name != k.Name {
			t.Errorf("LookupKind(%s) = %v, %v", k.Name, g, ok)
		}
		if k.Quad != NoQuad {
			plover++
		}
	}
	if plover != 16 {
		t.Errorf("%d PLOVER types, want 16", plover)
	}
	if _, ok := LookupKind("NOTHING"); ok {
		t.Error("LookupKind finds what is not there")
	}
	if !IsMode(Consult, "visit") || IsMode(Consult, "torture") {
		t.Error("IsMode")
	}
	if !slices.IsSorted(contexts[:]) || !IsContext("cyber") || IsContext("x") {
		t.Error("contexts")
	}
}

func TestCodes(t *testing.T) {
	roots := map[string]bool{}
	for i, c := range cameo {
		if i > 0 && cameo[i-1].Code >= c.Code {
			t.Errorf("%s stands after %s", c.Code, cameo[i-1].Code)
		}
		if _, ok := LookupKind(c.Kind); !ok {
			t.Errorf("%s: unknown kind %s", c.Code, c.Kind)
		}
		if c.Mode != "" && !IsMode(c.Kind, c.Mode) {
			t.Errorf("%s: %s has no mode %s", c.Code, c.Kind, c.Mode)
		}
		roots[c.Code[:2]] = true
	}
	for _, r := range []string{"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18",
		"19", "20"} {
		if !roots[r] {
			t.Errorf("no code of root %s", r)
		}
	}
	for i := range kinds {
		for _, c := range []string{Intent(kinds[i].Name), Refusal(kinds[i].Name), Demand(kinds[i].Name), Halt(kinds[i].Name)} {
			if _, ok := LookupCode(c); c != "" && !ok {
				t.Errorf("%s: derived code %s is unknown", kinds[i].Name, c)
			}
		}
	}
	if RootOf("0841") != Retreat || RootOf("010") != "" || RootOf("999") != "" {
		t.Error("RootOf")
	}
	if RootOf(Intent(Consult)) != Agree || RootOf(Halt(Sanction)) != Concede || RootOf(Refusal(Aid)) != Reject {
		t.Error("derived roots")
	}
}
