package name

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/token"
)

// words is an arena of sentences of words divided by blanks.
func words(lines ...string) *token.Doc {
	d := &token.Doc{Text: strings.Join(lines, "\n")}
	at := int32(0)
	for i, l := range lines {
		first := int32(len(d.Tokens))
		for w := range strings.SplitSeq(l, " ") {
			if w == "" {
				at++
				continue
			}
			end := at + int32(len(w))
			d.Tokens = append(d.Tokens, token.Token{Span: token.Span{Start: at, End: end}, Sent: int32(i), Head: token.None,
				Kid: token.None, Sib: token.None, Ent: token.None, Quote: token.None, Lower: strings.ToLower(w), Flags: token.SpaceBefore})
			at = end + 1
		}
		s := token.Sentence{First: first, Last: int32(len(d.Tokens)), Para: int32(i)}
		if s.Last > s.First {
			s.Span = d.SpanOf(s.First, s.Last)
		}
		d.Sents = append(d.Sents, s)
	}
	return d
}

func TestFind(t *testing.T) {
	d := words("French President Emmanuel Macron met executives of Siemens AG in Berlin on Monday .")
	Find(d)
	got := map[string]token.EntType{}
	for i, e := range d.Ents {
		got[d.Str(e.Span)] = e.Type
		for k := e.First; k < e.Last; k++ {
			if d.Tokens[k].Ent != int32(i) {
				t.Errorf("token %d points to %d, not %d", k, d.Tokens[k].Ent, i)
			}
		}
	}
	for s, want := range map[string]token.EntType{"French": token.NORP, "Emmanuel Macron": token.PER, "Siemens AG": token.ORG, "Berlin": token.LOC} {
		if got[s] != want {
			t.Errorf("%s: got %v, want %v", s, got[s], want)
		}
	}
	if _, ok := got["Monday"]; ok {
		t.Error("a weekday is no name")
	}
}

func TestBoilerplate(t *testing.T) {
	d := words("Reporting by Jane Smith in London")
	d.Sents[0].Kind = token.Boilerplate
	Find(d)
	if len(d.Ents) != 0 {
		t.Error("names in boilerplate")
	}
}
