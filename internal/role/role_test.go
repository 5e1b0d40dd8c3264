package role

import (
	"os"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

func parse(text string) *token.Doc {
	d := segment.Segment(text)
	tag.Tag(d)
	syntax.Parse(d)
	return d
}

// Data that is no model must do no harm.
func TestFindCorrupt(t *testing.T) {
	d := parse("Rebels attacked the town on Friday, officials said.")
	for _, bad := range []string{"", modelMagic, data[:len(data)/2], data[:len(data)-1],
		modelMagic + strings.Repeat("\xff", 100), modelMagic + strings.Repeat("\x00", 100)} {
		FindWith(d, bad)
		check(t, d)
	}
	b := []byte(data)
	for i := 0; i < len(b); i += 1 + i/12 { // the more often, the nearer to the frame
		b[i] ^= 0x55
		FindWith(d, string(b))
		check(t, d)
		b[i] ^= 0x55
	}
}

// check tells what is wrong with the predicates of d.
func check(t *testing.T, d *token.Doc) {
	t.Helper()
	d.Settle()
	last := int32(0)
	for i := range d.Preds {
		p := &d.Preds[i]
		if p.First != last || p.Last < p.First || int(p.Last) > len(d.Args) {
			t.Fatalf("predicate %d has arguments %d to %d after %d", i, p.First, p.Last, last)
		}
		last = p.Last
		if d.Pred(p.Token) != int32(i) {
			t.Fatalf("token %d does not know its predicate %d", p.Token, i)
		}
		before := token.None
		for _, a := range d.ArgsOf(p) {
			if a.Label == token.NoLabel || a.Label >= token.NumLabels || d.Tokens[a.Head].Sent != d.Tokens[p.Token].Sent || a.Head <= before {
				t.Fatalf("predicate %d has argument %v", i, a)
			}
			before = a.Head
			if first, end := Phrase(d, p, a); first > a.Head || end <= a.Head {
				t.Fatalf("argument %v has the phrase %d to %d", a, first, end)
			}
		}
	}
	if int(last) != len(d.Args) {
		t.Fatalf("%d arguments, %d of predicates", len(d.Args), last)
	}
}

// The time of a sentence of many words is that of many sentences.
func TestFindLong(t *testing.T) {
	d := parse("Rebels attacked the town and burned it and they killed two men who said that they had seen them, ")
	toks := d.Tokens
	for len(d.Tokens) < 40_000 {
		d.Tokens = append(d.Tokens, toks...)
	}
	d.Sents[0].Last = int32(len(d.Tokens))
	d.Sents = d.Sents[:1]
	for i := range d.Tokens { // all depend on the second word, a worse tree than any
		d.Tokens[i].Head, d.Tokens[i].Sent = 1, 0
	}
	d.Tokens[1].Head = token.None
	d.Link(0)
	Find(d)
	d.Settle()
	if len(d.Preds) == 0 {
		t.Error("no predicate")
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Rebels attacked the town on Friday, officials said.")
	f.Add("What he wants is to be seen. \"Is it?\" she asked. Talks, held by X, failed.")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		d := parse(text)
		Find(d)
		check(t, d)
	})
}

func BenchmarkFind(b *testing.B) {
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
	d := parse(s.String())
	b.ReportAllocs()
	for b.Loop() {
		Find(d)
		d.Settle()
	}
	b.ReportMetric(float64(b.N)*float64(len(d.Tokens))/b.Elapsed().Seconds(), "words/s")
}
