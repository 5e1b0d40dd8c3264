package quote

import (
	"testing"

	"github.com/dateline-go/dateline/internal/token"
)

func TestForms(t *testing.T) {
	for f := thatClause; f <= nounLightVerb; f++ {
		if forms[f].rule == "" || forms[f].score == 0 || forms[f].score > 100 {
			t.Errorf("form %d: %+v", f, forms[f])
		}
	}
	for s := bySubject; s <= byGoingOn; s++ {
		if sourceNames[s] == "" {
			t.Errorf("source %d has no name", s)
		}
	}
}

func TestCues(t *testing.T) {
	for _, c := range []struct {
		lemma string
		verb  cue
		noun  cue
	}{
		{"say", cue{Asserts, fQuote | fClause | fPassive | fBare, ""}, cue{}},
		{"call", cue{Describes, fQuote | fAs | fNames | fLong | fDemands, "for on"}, cue{Demands, fInf, "for"}},
		{"vouch", cue{Asserts, 0, "for"}, cue{}},
		{"tweet", cue{Asserts, fQuote | fClause | fNoun | fPersona, ""}, cue{Asserts, fClause, "about"}},
		{"rebuke", cue{Criticises, fNoun, ""}, cue{Criticises, 0, "of to"}},
		{"walk", cue{}, cue{}},
		{"", cue{}, cue{}},
	} {
		if got := verbCue(c.lemma); got != c.verb {
			t.Errorf("verb %q: %+v, want %+v", c.lemma, got, c.verb)
		}
		if got := nounCue(c.lemma); got != c.noun {
			t.Errorf("noun %q: %+v, want %+v", c.lemma, got, c.noun)
		}
	}
	for c, want := range map[string]bool{"say": true, "warn": true, "think": false, "show": false, "slam": false} {
		if verbCue(c).tells() != want {
			t.Errorf("%q tells: %v", c, !want)
		}
	}
}

func TestAgentNoun(t *testing.T) {
	for w, want := range map[string]bool{"minister": true, "spokeswoman": true, "representative": true, "police": true, "committee": true,
		"table": false, "border": true, "a": false, "": false, "treaty": false} {
		if agentNoun(w) != want {
			t.Errorf("%q means people: %v", w, !want)
		}
	}
}

func TestRun(t *testing.T) {
	for _, c := range []struct{ r, o, a, b run }{
		{run{2, 8}, run{4, 6}, run{2, 4}, run{6, 8}},
		{run{2, 8}, run{8, 9}, run{2, 8}, run{}},
		{run{2, 8}, run{0, 5}, run{2, 0}, run{5, 8}},
	} {
		if a, b := c.r.minus(c.o); a != c.a || b != c.b {
			t.Errorf("%v minus %v: %v %v, want %v %v", c.r, c.o, a, b, c.a, c.b)
		}
	}
}

func TestHasWord(t *testing.T) {
	for _, c := range []struct {
		list, w string
		want    bool
	}{{"of about against", "about", true}, {"of about", "bout", false}, {"", "", false}, {"for", "for", true}} {
		if hasWord(c.list, c.w) != c.want {
			t.Errorf("%q in %q: %v", c.w, c.list, !c.want)
		}
	}
}

// Trees that are none, cycles among them, keep each token's own range.
func TestExtents(t *testing.T) {
	d := &token.Doc{Text: "a b c", Tokens: make([]token.Token, 3), Sents: []token.Sentence{{First: 0, Last: 3}},
		Paras: make([]token.Paragraph, 1)}
	for i, h := range []int32{1, 0, token.None} {
		d.Tokens[i] = token.Token{Span: token.Span{Start: int32(2 * i), End: int32(2*i + 1)}, Head: h, Ent: token.None, Quote: token.None}
	}
	d.Link(0)
	f := newFinder(d, Input{})
	for i := range int32(3) {
		if f.lo[i] != i || f.hi[i] != i+1 {
			t.Errorf("token %d: %d-%d", i, f.lo[i], f.hi[i])
		}
	}
}
