package segment

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/token"
)

// corpus yields the texts of a file in testdata/corpus and what is expected of each.
func corpus(t *testing.T, name string, f func(line int, text string, want []string)) {
	b, err := os.ReadFile("../../testdata/corpus/" + name)
	if err != nil {
		t.Fatal(err)
	}
	text, at := "", 0
	var want []string
	flush := func() {
		if at > 0 {
			f(at, text, want)
		}
		at, want = 0, nil
	}
	for i, l := range strings.Split(string(b), "\n") {
		switch {
		case strings.HasPrefix(l, "# ") || l == "":
		case strings.HasPrefix(l, "< "):
			flush()
			at = i + 1
			text, err = strconv.Unquote(`"` + strings.ReplaceAll(l[2:], `"`, `\"`) + `"`)
			if err != nil {
				t.Fatalf("%s:%d: %v", name, i+1, err)
			}
		default:
			want = append(want, l)
		}
	}
	flush()
}

func compare(t *testing.T, name string, line int, text string, got, want []string) {
	t.Helper()
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("%s:%d: %q\ngot\n%s\nwant\n%s", name, line, text, g, w)
	}
}

func TestSentences(t *testing.T) {
	corpus(t, "segment.txt", func(line int, text string, want []string) {
		d := Segment(text)
		if e := check(d); e != "" {
			t.Errorf("line %d: %s", line, e)
		}
		var got []string
		for i := range d.Sents {
			s := &d.Sents[i]
			var b strings.Builder
			b.WriteByte("=HDB"[s.Kind])
			for j := s.First; j < s.Last; j++ {
				b.WriteString(" " + d.Word(j))
			}
			got = append(got, b.String())
		}
		compare(t, "segment.txt", line, text, got, want)
	})
}

func TestQuotations(t *testing.T) {
	corpus(t, "segment-quotes.txt", func(line int, text string, want []string) {
		d := Segment(text)
		if e := check(d); e != "" {
			t.Errorf("line %d: %s", line, e)
		}
		var got []string
		for _, q := range d.Quotes {
			depth := 0
			for p := q.Parent; p != token.None; p = d.Quotes[p].Parent {
				depth++
			}
			flags := ""
			if q.Unclosed {
				flags += "! "
			}
			if q.Prev != token.None {
				flags += "+ "
			}
			got = append(got, fmt.Sprintf("q %d %s%s", depth, flags, strings.ReplaceAll(d.Str(q.Span), "\n", `\n`)))
		}
		if len(got) == 0 {
			got = []string{"none"}
		}
		compare(t, "segment-quotes.txt", line, text, got, want)
	})
}

func TestFromWords(t *testing.T) {
	d := FromWords([][]string{{"“", "We", "do", "n’t", "know", ".", "”"}, {}, {"New York", "", "'s", "TV"}})
	if e := check(d); e != "" {
		t.Error(e)
	}
	if len(d.Sents) != 2 || len(d.Paras) != 2 || len(d.Tokens) != 10 || len(d.Quotes) != 1 {
		t.Fatalf("%d sentences, %d paragraphs, %d tokens, %d quotations", len(d.Sents), len(d.Paras), len(d.Tokens), len(d.Quotes))
	}
	if d.Word(7) != "New York" || d.Tokens[3].Lower != "n't" || !d.Tokens[8].Is(token.Joined) || !d.Tokens[9].Is(token.AllCaps) || !d.Tokens[0].Is(token.QuoteMark|token.Punct) {
		t.Errorf("tokens %+v", d.Tokens)
	}
	if d.Tokens[1].Quote != 0 || d.Tokens[6].Quote != token.None {
		t.Error("tokens of the quotation do not name it")
	}
}
