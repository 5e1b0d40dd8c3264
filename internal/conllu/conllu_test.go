package conllu

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/token"
	"github.com/google/go-cmp/cmp"
)

const text = "# newdoc id = d1\n# sent_id = s1\n# text = Dogs don't bark.\n" +
	"1\tDogs\tdog\tNOUN\tNNS\tNumber=Plur\t4\tnsubj\t_\t_\n" +
	"2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
	"2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n" +
	"3\tn't\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\t_\n" +
	"3.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_\n" +
	"4\tbark\tbark\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n" +
	"5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"

func TestRead(t *testing.T) {
	var got []*Sentence
	if err := Read(strings.NewReader(text), func(s *Sentence) error { got = append(got, s); return nil }); err != nil {
		t.Fatal(err)
	}
	want := []*Sentence{{ID: "s1", Text: "Dogs don't bark.", DocID: "d1", NewPar: true, Words: []Word{
		{Form: "Dogs", Lemma: "dog", UPOS: token.NOUN, XPOS: token.NNS, Feats: token.ParseFeats("Number=Plur"), Head: 4, Rel: token.Nsubj},
		{Form: "do", Lemma: "do", UPOS: token.AUX, XPOS: token.VBP, Head: 4, Rel: token.Aux, NoSpace: true},
		{Form: "n't", Lemma: "not", UPOS: token.PART, XPOS: token.RB, Feats: token.ParseFeats("Polarity=Neg"), Head: 4, Rel: token.Advmod},
		{Form: "bark", Lemma: "bark", UPOS: token.VERB, XPOS: token.VB, Feats: token.ParseFeats("VerbForm=Inf"), Rel: token.Root, NoSpace: true},
		{Form: ".", Lemma: ".", UPOS: token.PUNCT, XPOS: token.Stop, Head: 4, Rel: token.RelPunct},
	}}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for _, bad := range []string{"1\ttoo\tfew\n", "a-b\tx\t_\t_\t_\t_\t_\t_\t_\t_\n"} {
		if err := Read(strings.NewReader(bad), func(*Sentence) error { return nil }); err == nil {
			t.Errorf("%q gives no error", bad)
		}
	}
}

func TestWrite(t *testing.T) {
	d := &token.Doc{Text: "Go on.", Sents: []token.Sentence{{Span: token.Span{Start: 0, End: 6}, First: 0, Last: 3}}}
	for i, s := range []token.Span{{Start: 0, End: 2}, {Start: 3, End: 5}, {Start: 5, End: 6}} {
		d.Tokens = append(d.Tokens, token.Token{Span: s, Word: &token.Word{}, Head: []int32{token.None, 0, 0}[i], UPOS: token.VERB, Rel: token.Root})
	}
	var b strings.Builder
	if err := Write(&b, d, 0); err != nil {
		t.Fatal(err)
	}
	want := "# text = Go on.\n1\tGo\t_\tVERB\t_\t_\t0\troot\t_\t_\n2\ton\t_\tVERB\t_\t_\t1\troot\t_\tSpaceAfter=No\n" +
		"3\t.\t_\tVERB\t_\t_\t1\troot\t_\t_\n\n"
	if b.String() != want {
		t.Errorf("got %q", b.String())
	}
}
