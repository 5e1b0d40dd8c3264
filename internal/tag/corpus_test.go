package tag

import (
	"os"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/token"
)

func TestCorpus(t *testing.T) {
	b, err := os.ReadFile("../../testdata/corpus/tag.txt")
	if err != nil {
		t.Fatal(err)
	}
	var d *token.Doc
	for n, l := range strings.Split(string(b), "\n") {
		switch {
		case l == "" || strings.HasPrefix(l, "# "):
		case strings.HasPrefix(l, "< "):
			d = segment.Segment(l[2:])
			Tag(d)
		default:
			f := strings.Fields(l)
			i := 0
			for i < len(d.Tokens) && d.Word(int32(i)) != f[0] {
				i++
			}
			if i == len(d.Tokens) {
				t.Errorf("line %d: no word %q", n+1, f[0])
				continue
			}
			w := &d.Tokens[i]
			if w.UPOS.String() != f[1] || w.XPOS.String() != f[2] || w.Lemma != f[3] {
				t.Errorf("line %d: %q is %s %s %s, want %s in %q", n+1, f[0], w.UPOS, w.XPOS, w.Lemma, strings.Join(f[1:4], " "), d.Text)
			}
			for _, v := range f[4:] {
				want := token.ParseFeats(strings.TrimPrefix(v, "!"))
				has := false
				for _, x := range strings.Split(w.Feats.String(), "|") {
					has = has || x == want.String()
				}
				if has == strings.HasPrefix(v, "!") {
					t.Errorf("line %d: %q has features %s, want %s in %q", n+1, f[0], w.Feats, v, d.Text)
				}
			}
		}
	}
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
