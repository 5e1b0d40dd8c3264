package role

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/token"
)

// tree reads words of the form form/UPOS/head/relation.
func tree(t *testing.T, s string) *token.Doc {
	t.Helper()
	var words []string
	c := &conllu.Sentence{}
	for f := range strings.FieldsSeq(s) {
		p := strings.Split(f, "/")
		head := 0
		for _, r := range p[2] {
			head = 10*head + int(r-'0')
		}
		words = append(words, p[0])
		c.Words = append(c.Words, conllu.Word{Form: p[0], Lemma: p[0], UPOS: token.ParseUPOS(p[1]), Head: head, Rel: token.ParseRel(p[3])})
	}
	d := segment.FromWords([][]string{words})
	conllu.Fill(d, []*conllu.Sentence{c})
	return d
}

func TestPhrase(t *testing.T) {
	for _, c := range []struct {
		text       string
		pred, head int32
		others     []int32
		want       string
	}{
		{"The/DET/2/det envoy/NOUN/5/nsubj ,/PUNCT/4/punct Lind/PROPN/2/appos left/VERB/0/root", 4, 1, nil, "The envoy , Lind"},
		{"the/DET/2/det deal/NOUN/0/root that/PRON/5/obj they/PRON/5/nsubj signed/VERB/2/acl:relcl", 4, 1, nil, "the deal"},
		{"He/PRON/5/nsubj is/AUX/5/cop the/DET/5/det new/ADJ/5/amod leader/NOUN/0/root of/ADP/7/case Spain/PROPN/5/nmod", 1, 4, []int32{0},
			"the new leader of Spain"},
		{"They/PRON/2/nsubj met/VERB/0/root in/ADP/4/case Rome/PROPN/2/obl ,/PUNCT/2/punct too/ADV/2/advmod", 1, 3, nil, "in Rome"},
		{"from/ADP/3/case a/DET/3/det couple/NOUN/0/root who/PRON/5/nsubj live/VERB/3/acl:relcl there/ADV/5/advmod", 4, 2, nil, "a couple"},
		{"the/DET/2/det death/NOUN/0/root of/ADP/5/case a/DET/5/det judge/NOUN/2/nmod", 1, 4, nil, "of a judge"},
	} {
		d := tree(t, c.text)
		p := token.Predicate{Token: c.pred}
		for _, o := range c.others {
			d.Args = append(d.Args, token.Argument{Head: o, Label: token.ARG1})
		}
		d.Args = append(d.Args, token.Argument{Head: c.head, Label: token.ARG2})
		p.Last = int32(len(d.Args))
		first, last := Phrase(d, &p, d.Args[p.Last-1])
		if got := d.Str(d.SpanOf(first, last)); got != c.want {
			t.Errorf("%s: %q, want %q", d.Text, got, c.want)
		}
	}
}
