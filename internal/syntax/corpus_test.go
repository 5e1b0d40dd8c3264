package syntax

import (
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// TestCorpus reads sentences with relations that the later rooms rely on.
func TestCorpus(t *testing.T) {
	cases := golden.Corpus(t, "syntax.txt")
	defer cases.Done(100)
	for _, line := range golden.Lines(golden.Read(t, "testdata/corpus/syntax.txt")) {
		text, relations, ok := strings.Cut(line, " | ")
		if !ok || text[0] == '#' {
			continue
		}
		d := segment.Segment(text)
		tag.Tag(d)
		Parse(d)
		checkTree(t, d)
		for r := range strings.SplitSeq(relations, ") ") {
			r = strings.TrimSuffix(r, ")")
			plain := strings.TrimPrefix(r, "!")
			wrong := ""
			if holds(t, d, plain) != (plain == r) {
				wrong = show(d)
			}
			cases.Case(text+" | "+r+")", wrong)
		}
	}
}

// holds reports whether "relation(head, dependent" is in the tree.
func holds(t *testing.T, d *token.Doc, s string) bool {
	t.Helper()
	rel, args, ok := strings.Cut(s, "(")
	if !ok || token.ParseRel(rel) == token.NoRel {
		t.Fatalf("bad relation %q", s)
	}
	head, dep, ok := strings.Cut(args, ", ")
	if !ok {
		return d.Tokens[word(t, d, head)].Rel == token.Root
	}
	h, k := word(t, d, head), word(t, d, dep)
	got := d.Tokens[k].Rel
	return d.Tokens[k].Head == h && (got.String() == rel || got.Base().String() == rel)
}

// word is the token of that form; "form/2" is its second occurrence.
func word(t *testing.T, d *token.Doc, form string) int32 {
	t.Helper()
	form, nth, _ := strings.Cut(form, "/")
	n, _ := strconv.Atoi(nth)
	for i := range d.Tokens {
		if d.Word(int32(i)) == form {
			if n--; n <= 0 {
				return int32(i)
			}
		}
	}
	t.Fatalf("no token %q in %q", form, d.Text)
	return 0
}

func show(d *token.Doc) string {
	var b strings.Builder
	for i := range d.Tokens {
		tok := &d.Tokens[i]
		h := "-"
		if tok.Head != token.None {
			h = d.Word(tok.Head)
		}
		b.WriteString(d.Word(int32(i)) + "/" + tok.XPOS.String() + " " + tok.Rel.String() + "(" + h + ")  ")
	}
	return b.String()
}
