package token

import (
	"slices"
	"strings"
	"testing"
	"unsafe"
)

// doc is "the old man slept" with its tree.
func doc() *Doc {
	d := &Doc{Text: "the old man slept", Sents: []Sentence{{First: 0, Last: 4}}}
	at := int32(0)
	for i, w := range []string{"the", "old", "man", "slept"} {
		d.Tokens = append(d.Tokens, Token{Span: Span{at, at + int32(len(w))}, Head: []int32{2, 2, 3, None}[i]})
		at += int32(len(w)) + 1
	}
	d.Link(0)
	return d
}

func TestTree(t *testing.T) {
	d := doc()
	if got := slices.Collect(d.Kids(2)); !slices.Equal(got, []int32{0, 1}) {
		t.Errorf("Kids(man) = %v", got)
	}
	for i, want := range [][2]int32{{0, 1}, {1, 2}, {0, 3}, {0, 4}} {
		if a, b := d.Subtree(int32(i)); a != want[0] || b != want[1] {
			t.Errorf("Subtree(%d) = %d, %d, want %v", i, a, b, want)
		}
	}
	if got := d.Str(d.SpanOf(d.Subtree(2))); got != "the old man" {
		t.Errorf("phrase %q", got)
	}
}

func TestAtAndRange(t *testing.T) {
	d := doc()
	for off, want := range map[int32]int32{0: 0, 2: 0, 3: 1, 4: 1, 8: 2, 16: 3, 17: 4, 99: 4} {
		if got := d.At(off); got != want {
			t.Errorf("At(%d) = %d, want %d", off, got, want)
		}
	}
	if a, b := d.Range(Span{5, 9}); a != 1 || b != 3 {
		t.Errorf("Range = %d, %d", a, b)
	}
}

func TestPred(t *testing.T) {
	d := doc()
	d.Preds = []Predicate{{Token: 1}, {Token: 3}}
	d.Sense = func(p *Predicate) string { return []string{1: "old.01", 3: "sleep.01"}[p.Token] }
	for i, want := range []int32{None, 0, None, 1, None} {
		if got := d.Pred(int32(i)); got != want {
			t.Errorf("Pred(%d) = %d, want %d", i, got, want)
		}
	}
	if p, ok := d.PredicateAt(3); !ok || d.Roleset(p) != "sleep.01" {
		t.Errorf("PredicateAt(3) = %v, %v", p, ok)
	}
	if _, ok := d.PredicateAt(2); ok {
		t.Error("a noun is a predicate")
	}
}

// Words of one form, lemma and morphology are one, unless the form has too many.
func TestWords(t *testing.T) {
	var ws Words
	past := Feats(0).With(TensePast)
	low := ws.New("found")
	find, found := ws.With(low, "find", past), ws.With(low, "found", 0)
	if find == found || find.Lower != "found" || find.Lemma != "find" || !find.Feats.Has(TensePast) || found.Lemma != "found" || found.Feats != 0 {
		t.Errorf("%+v, %+v", find, found)
	}
	if ws.With(low, "find", past) != find || ws.With(low, "found", 0) != found {
		t.Error("a Word is made twice")
	}
	for n := range 2 * maxForms {
		lemma := strings.Repeat("x", n+1)
		w := ws.With(low, lemma, 0)
		if shared := ws.With(low, lemma, 0) == w; w.Lemma != lemma || shared != (n < maxForms-2) {
			t.Errorf("form %d: %q, shared: %v", n, w.Lemma, shared)
		}
	}
}

// Tokens are most of what a Parse needs.
func TestSize(t *testing.T) {
	if n := unsafe.Sizeof(Token{}); n > 48 {
		t.Errorf("a Token has %d bytes", n)
	}
}

func TestLabels(t *testing.T) {
	for i := range uposNames {
		if u := UPOS(i); ParseUPOS(u.String()) != u {
			t.Errorf("UPOS %d is %q", i, u)
		}
	}
	for i := range NumXPOS {
		if x := XPOS(i); ParseXPOS(x.String()) != x {
			t.Errorf("XPOS %d is %q", i, x)
		}
	}
	for i := range NumRel {
		if r := Rel(i); ParseRel(r.String()) != r {
			t.Errorf("Rel %d is %q", i, r)
		}
	}
	if NsubjPass.Base() != Nsubj || Ccomp.Base() != Ccomp {
		t.Error("Base")
	}
}

func TestFeats(t *testing.T) {
	const s = "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin"
	f := ParseFeats(s)
	if f.String() != s {
		t.Errorf("%q became %q", s, f)
	}
	if !f.Has(TensePast) || f.Has(TensePres) || f.Has(VoicePass) {
		t.Error("Has")
	}
	if g := f.With(TensePres); !g.Has(TensePres) || g.Has(TensePast) || !g.Has(NumberPlur) {
		t.Errorf("With: %v", g)
	}
	if ParseFeats("_") != 0 || Feats(0).String() != "_" || ParseFeats("Strange=Yes|Tense") != 0 {
		t.Error("empty and unknown features")
	}
}

// What is set of one token is not of others of its form.
func TestSetFeats(t *testing.T) {
	var ws Words
	w := ws.With(ws.New("cut"), "cut", Feats(0).With(TensePast))
	a, b := Token{Word: w}, Token{Word: w}
	a.SetFeats(Feats(0).With(TensePres))
	if !a.Feats.Has(TensePres) || a.Lemma != "cut" || !b.Feats.Has(TensePast) || b.Feats.Has(TensePres) {
		t.Errorf("%v, %v", a.Feats, b.Feats)
	}
}
