package tag

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/token"
)

func TestTag(t *testing.T) {
	d := segment.FromWords([][]string{strings.Fields("The ministers met in Geneva on Monday and agreed to release 20 prisoners .")})
	Tag(d)
	want := "DET NOUN VERB ADP PROPN ADP PROPN CCONJ VERB PART VERB NUM NOUN PUNCT"
	lemmas := "the minister meet in Geneva on Monday and agree to release 20 prisoner ."
	var got, gotLemmas []string
	for i := range d.Tokens {
		got = append(got, d.Tokens[i].UPOS.String())
		gotLemmas = append(gotLemmas, d.Tokens[i].Lemma)
	}
	if g := strings.Join(got, " "); g != want {
		t.Errorf("tags %s\nwant %s", g, want)
	}
	if g := strings.Join(gotLemmas, " "); g != lemmas {
		t.Errorf("lemmas %s\nwant   %s", g, lemmas)
	}
	if !d.Tokens[2].Feats.Has(token.TensePast) {
		t.Errorf("met has features %s", d.Tokens[2].Feats)
	}
}

// The first pass settles most tokens, but leaves what depends on what follows.
func TestSure(t *testing.T) {
	m, ok := Default()
	if !ok {
		t.Fatal("no model")
	}
	d := segment.Segment("The ministers met in Geneva on Monday and agreed to free 20 prisoners, officials said. " +
		"The old man the boats while a complex houses soldiers.")
	sure, all := 0, 0
	for i := range d.Sents {
		for _, g := range m.Guess(nil, m.Atoms(nil, d, &d.Sents[i])) {
			all++
			if m.sure(g) {
				sure++
			}
		}
	}
	if sure*2 < all || sure == all {
		t.Errorf("sure of %d tokens of %d", sure, all)
	}
}

func BenchmarkTag(b *testing.B) {
	text := strings.Repeat("The ministers met in Geneva on Monday and agreed to free 20 prisoners, officials said. "+
		"Prime Minister Ana Kovač, who didn't attend, called the deal \"a first step\" towards peace. ", 40)
	d := segment.Segment(text)
	b.ReportAllocs()
	for b.Loop() {
		Tag(d)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// A corrupt model is refused, or read without a panic.
func TestCorrupt(t *testing.T) {
	for _, n := range []int{0, 3, 23, 24, 100, 5000, len(modelData) / 2, len(modelData) - 1} {
		if _, ok := OpenModel(modelData[:n]); ok {
			t.Errorf("a model cut to %d bytes was opened", n)
		}
	}
}

// A headline without a verb has one where a noun stands in its place.
func TestHeadline(t *testing.T) {
	for _, c := range []struct{ headline, word, want string }{
		{"Kenya and Ethiopia sign border deal", "sign", "VBP"},
		{"Ministers sign border deal", "sign", "VBP"},
		{"Traffic sign hits bus", "sign", "NN"},
		{"A sign of hope for border towns", "sign", "NN"},
	} {
		d := segment.Segment(c.headline + "\n\nThe ministers met in the capital on Monday.\n")
		Tag(d)
		for i := range d.Tokens {
			if d.Word(int32(i)) != c.word {
				continue
			}
			if got := d.Tokens[i].XPOS.String(); got != c.want {
				t.Errorf("%q: %s is %s, want %s", c.headline, c.word, got, c.want)
			}
		}
	}
}
