package tag

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/token"
)

func TestCorpus(t *testing.T) {
	cases := golden.Corpus(t, "tag.txt")
	defer cases.Done(70)
	var d *token.Doc
	for _, l := range golden.Lines(golden.Read(t, "testdata/corpus/tag.txt")) {
		switch {
		case strings.HasPrefix(l, "# "):
		case strings.HasPrefix(l, "< "):
			d = segment.Segment(l[2:])
			Tag(d)
		default:
			cases.Case(d.Text+" | "+l, tagged(d, strings.Fields(l)))
		}
	}
}

// tagged says how the first word of the form want[0] differs from its tags,
// lemma and features, or "".
func tagged(d *token.Doc, want []string) string {
	i := 0
	for i < len(d.Tokens) && d.Word(int32(i)) != want[0] {
		i++
	}
	if i == len(d.Tokens) {
		return "no such word"
	}
	w := &d.Tokens[i]
	if w.UPOS.String() != want[1] || w.XPOS.String() != want[2] || w.Lemma != want[3] {
		return fmt.Sprintf("is %s %s %s", w.UPOS, w.XPOS, w.Lemma)
	}
	for _, v := range want[4:] {
		f := token.ParseFeats(strings.TrimPrefix(v, "!")).String()
		if slices.Contains(strings.Split(w.Feats.String(), "|"), f) == strings.HasPrefix(v, "!") {
			return fmt.Sprintf("has features %s", w.Feats)
		}
	}
	return ""
}

// FuzzTag asks that whatever is segmented gets tags and lemmas.
func FuzzTag(f *testing.F) {
	for _, s := range []string{"", "He said.", "’s ’s ’s", "\xff\xfe", "A B C D. E'd", "12/3 ing ed s es ies'"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			return
		}
		d := segment.Segment(s)
		Tag(d)
		for i := range d.Tokens {
			if w := &d.Tokens[i]; w.UPOS == token.NoUPOS || w.XPOS == token.NoXPOS || w.Lemma == "" {
				t.Fatalf("%q has tags %s %s, lemma %q", d.Word(int32(i)), w.UPOS, w.XPOS, w.Lemma)
			}
		}
	})
}
