package syntax

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// tree makes a text of one sentence from "form/XPOS/head/relation" items, with
// "/lemma" behind where the lemma is not the form in lower case. Heads count
// from 1; without head and relation the tokens are only tagged.
func tree(t testing.TB, line string) *token.Doc {
	t.Helper()
	d := &token.Doc{}
	for f := range strings.FieldsSeq(line) {
		p := strings.Split(f, "/")
		if len(d.Tokens) > 0 {
			d.Text += " "
		}
		at := int32(len(d.Text))
		d.Text += p[0]
		tok := token.Token{Span: token.Span{Start: at, End: int32(len(d.Text))}, Head: token.None, Kid: token.None, Sib: token.None,
			Word: &token.Word{Lower: strings.ToLower(p[0])}, XPOS: token.ParseXPOS(p[1])}
		tok.Lemma, tok.UPOS = tok.Lower, universal(tok.XPOS)
		if len(p) > 3 {
			h, err := strconv.Atoi(p[2])
			if err != nil {
				t.Fatalf("item %q: %v", f, err)
			}
			tok.Head, tok.Rel = int32(h-1), token.ParseRel(p[3])
			switch tok.Rel {
			case token.Aux, token.AuxPass, token.Cop:
				tok.UPOS = token.AUX
			}
		}
		if len(p) > 4 {
			tok.Lemma = p[4]
		}
		d.Tokens = append(d.Tokens, tok)
	}
	d.Sents = []token.Sentence{{Span: token.Span{End: int32(len(d.Text))}, Last: int32(len(d.Tokens))}}
	d.Link(0)
	return d
}

// universal is the commonest universal tag of a Penn tag.
func universal(x token.XPOS) token.UPOS {
	switch x {
	case token.NN, token.NNS:
		return token.NOUN
	case token.NNP, token.NNPS:
		return token.PROPN
	case token.VB, token.VBD, token.VBG, token.VBN, token.VBP, token.VBZ:
		return token.VERB
	case token.MD:
		return token.AUX
	case token.JJ, token.JJR, token.JJS:
		return token.ADJ
	case token.RB, token.RBR, token.WRB:
		return token.ADV
	case token.IN, token.RP:
		return token.ADP
	case token.TO, token.POS:
		return token.PART
	case token.DT, token.WDT:
		return token.DET
	case token.PRP, token.WP:
		return token.PRON
	case token.CC:
		return token.CCONJ
	case token.CD:
		return token.NUM
	case token.Comma, token.Stop:
		return token.PUNCT
	}
	return token.X
}

// checkTree fails unless every sentence is a linked tree with one root.
func checkTree(t testing.TB, d *token.Doc) {
	t.Helper()
	for si, s := range d.Sents {
		roots, linked := 0, 0
		for i := s.First; i < s.Last; i++ {
			tok := &d.Tokens[i]
			if (tok.Head == token.None) != (tok.Rel == token.Root) {
				t.Fatalf("token %d: head %d, relation %s", i, tok.Head, tok.Rel)
			}
			if tok.Head == token.None {
				roots++
				continue
			}
			if tok.Head < s.First || tok.Head >= s.Last {
				t.Fatalf("token %d: head %d outside sentence %d", i, tok.Head, si)
			}
			if tok.Rel == token.NoRel {
				t.Fatalf("token %d: no relation", i)
			}
		}
		if s.First < s.Last && roots != 1 {
			t.Fatalf("sentence %d: %d roots", si, roots)
		}
		// Every token is reached from the root once: no cycle.
		var walk []int32
		for i := s.First; i < s.Last; i++ {
			if d.Tokens[i].Head == token.None {
				walk = append(walk, i)
			}
		}
		for len(walk) > 0 {
			i := walk[len(walk)-1]
			walk = walk[:len(walk)-1]
			linked++
			for k := range d.Kids(i) {
				walk = append(walk, k)
			}
		}
		if linked != int(s.Last-s.First) {
			t.Fatalf("sentence %d: %d of %d tokens reached", si, linked, s.Last-s.First)
		}
	}
}

func TestParseEmpty(t *testing.T) {
	Parse(&token.Doc{})
	Parse(&token.Doc{Sents: []token.Sentence{{}}})
	d := tree(t, "Go/VB")
	Parse(d)
	checkTree(t, d)
}

// Data that is no model must still give trees.
func TestParseCorrupt(t *testing.T) {
	for _, bad := range []string{"", "DLS1", data[:len(data)/2], "DLS1" + strings.Repeat("\xff", 100), "DLS1" + strings.Repeat("\x03", 100)} {
		m := open(bad)
		d := tree(t, news)
		parse(d, &m)
		checkTree(t, d)
	}
}

// A sentence of 200,000 words has its tree too, and in the time of a test.
func TestParseLong(t *testing.T) {
	d := tree(t, news)
	toks := d.Tokens
	for len(d.Tokens) < 200_000 {
		d.Tokens = append(d.Tokens, toks...)
	}
	d.Sents[0].Last = int32(len(d.Tokens))
	Parse(d)
	checkTree(t, d)
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("\x10\x20\x30\x40\x50\x60"))
	f.Add([]byte(strings.Repeat("\x05\x2b", 40)))
	f.Fuzz(func(t *testing.T, in []byte) {
		words := [...]string{"the", "of", "said", "Brandt", ",", "“", "that", "to", "is", "12", "and", "xqzzy"}
		d := &token.Doc{}
		for len(in) > 1 {
			if in[0] >= 250 { // a sentence ends
				d.Sents = append(d.Sents, token.Sentence{First: lastToken(d), Last: int32(len(d.Tokens))})
			}
			w := words[int(in[0])%len(words)]
			d.Tokens = append(d.Tokens, token.Token{Word: &token.Word{Lower: w, Lemma: w}, XPOS: token.XPOS(in[1]), UPOS: token.UPOS(in[0] % 19)})
			in = in[2:]
		}
		d.Sents = append(d.Sents, token.Sentence{First: lastToken(d), Last: int32(len(d.Tokens))})
		Parse(d)
		checkTree(t, d)
		for i := range d.Tokens {
			Group(d, int32(i))
			Subject(d, int32(i))
			Clause(d, int32(i))
		}
	})
}

func lastToken(d *token.Doc) int32 {
	if len(d.Sents) == 0 {
		return 0
	}
	return d.Sents[len(d.Sents)-1].Last
}

const news = "Estonian/JJ Premier/NNP Kadri/NNP Tamm/NNP answered/VBD/0/dep/answer at/IN a/DT briefing/NN ,/, " +
	"voicing/VBG/0/dep/voice a/DT wish/NN to/TO work/VB with/IN Holm/NNP and/CC foreign/JJ " +
	"lenders/NNS/0/dep/lender on/IN a/DT new/JJ loan/NN ./."

func BenchmarkParse(b *testing.B) {
	d := segment.Segment(corpusText(b))
	tag.Tag(d)
	b.ReportAllocs()
	for b.Loop() {
		Parse(d)
	}
	b.ReportMetric(float64(b.N)*float64(len(d.Tokens))/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkText goes from raw text to trees.
func BenchmarkText(b *testing.B) {
	text := corpusText(b)
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		d := segment.Segment(text)
		tag.Tag(d)
		Parse(d)
		n += len(d.Tokens)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}

// corpusText is the sentences of the corpus, each a paragraph.
func corpusText(b *testing.B) string {
	corpus, err := os.ReadFile("../../testdata/corpus/syntax.txt")
	if err != nil {
		b.Fatal(err)
	}
	var s strings.Builder
	for line := range strings.Lines(string(corpus)) {
		if text, _, ok := strings.Cut(line, " | "); ok && text[0] != '#' {
			s.WriteString(text + "\n\n")
		}
	}
	return s.String()
}

// What is no prose gets a flat tree, in place of what the model finds.
func TestCrammed(t *testing.T) {
	d := segment.Segment("The minister met the president.")
	tag.Tag(d)
	d.Sents[0].Crammed = true
	Parse(d)
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; (h == token.None) != (i == 0) || h > 0 {
			t.Errorf("%s: head %d", d.Word(int32(i)), h)
		}
	}
}
