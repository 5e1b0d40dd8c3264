package segment

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/token"
)

// corpus reads the texts of a file in testdata/corpus and compares what comes
// of each with the lines below it.
func corpus(t *testing.T, file string, read func(text string) (got []string)) {
	cases := golden.Corpus(t, file)
	defer cases.Done(20)
	name := ""
	var want []string
	flush := func() {
		if name == "" {
			return
		}
		text, err := strconv.Unquote(`"` + strings.ReplaceAll(name, `"`, `\"`) + `"`)
		if err != nil {
			t.Fatalf("%s: %s: %v", file, name, err)
		}
		wrong := ""
		if g, w := strings.Join(read(text), "\n"), strings.Join(want, "\n"); g != w {
			wrong = "got\n" + g + "\nwant\n" + w
		}
		cases.Case(name, wrong)
		want = nil
	}
	for l := range strings.SplitSeq(golden.Read(t, "testdata/corpus/"+file), "\n") {
		switch {
		case strings.HasPrefix(l, "# ") || l == "":
		case strings.HasPrefix(l, "< "):
			flush()
			name = l[2:]
		default:
			want = append(want, l)
		}
	}
	flush()
}

func TestSentences(t *testing.T) {
	corpus(t, "segment.txt", func(text string) (got []string) {
		d := Segment(text)
		if e := check(d); e != "" {
			t.Errorf("%q: %s", text, e)
		}
		for i := range d.Sents {
			s := &d.Sents[i]
			var b strings.Builder
			b.WriteByte("=HDB"[s.Kind])
			for j := s.First; j < s.Last; j++ {
				b.WriteString(" " + d.Word(j))
			}
			got = append(got, b.String())
		}
		return got
	})
}

func TestQuotations(t *testing.T) {
	corpus(t, "segment-quotes.txt", func(text string) (got []string) {
		d := Segment(text)
		if e := check(d); e != "" {
			t.Errorf("%q: %s", text, e)
		}
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
		return got
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
	if d.Word(7) != "New York" || d.Tokens[3].Lower != "n't" || !d.Tokens[8].Is(token.Joined) ||
		!d.Tokens[9].Is(token.AllCaps) || !d.Tokens[0].Is(token.QuoteMark|token.Punct) {
		t.Errorf("tokens %+v", d.Tokens)
	}
	if d.Tokens[1].Quote != 0 || d.Tokens[6].Quote != token.None {
		t.Error("tokens of the quotation do not name it")
	}
}

// Tokens of one lower-case form share their Word.
func TestForms(t *testing.T) {
	d := Segment("Ankara ÄRZTE O’Neill plain Ⱥ Plain o'neill PLAIN ANKARA")
	low := []string{"ankara", "ärzte", "o'neill", "plain", "ⱥ", "plain", "o'neill", "plain", "ankara"}
	if len(d.Tokens) != len(low) {
		t.Fatalf("%d tokens", len(d.Tokens))
	}
	for i, want := range low {
		if got := d.Tokens[i].Lower; got != want {
			t.Errorf("%q in lower case is %q, want %q", d.Word(int32(i)), got, want)
		}
		if j := slices.Index(low, want); d.Tokens[i].Word != d.Tokens[j].Word {
			t.Errorf("%q is there twice", want)
		}
	}
	if b := lower(nil, "\xffA"); string(b) != "\xffa" {
		t.Errorf("%q", b)
	}
}

// A text of more crumbs, or of more words without a stop, than any article has
// is read in full only as far as that bound; prose behind them is read like all prose.
func TestCrammed(t *testing.T) {
	for _, crumbs := range []string{strings.Repeat("a-", 3*maxCrammed/4), strings.Repeat("Lopez met ", maxCrammed)} {
		crammed(t, crumbs)
	}
	for _, table := range []string{strings.Repeat("6-4, 6-3, 7-6. ", 200), strings.Repeat("1 2 3 4 5 6\n", 500), strings.Repeat("Lopez met ", 1000)} {
		d := Segment(table)
		for i := range d.Sents {
			if d.Sents[i].Crammed {
				t.Errorf("%q is crammed", table[:20])
			}
		}
	}
}

func crammed(t *testing.T, crumbs string) {
	const prose = "The ministers of both countries met in the capital on Monday."
	d := Segment(prose + "\n\n" + crumbs + "\n\n" + prose)
	full, n := int32(0), 0
	for i := range d.Sents {
		s := &d.Sents[i]
		switch words := d.Text[s.Start:s.End]; {
		case words == prose:
			if n++; s.Crammed {
				t.Errorf("prose is crammed")
			}
		case s.Crammed:
			if full < maxCrammed-maxSentence {
				t.Fatalf("crammed behind %d tokens", full)
			}
		default:
			full += s.Last - s.First
		}
	}
	if n != 2 || full > maxCrammed {
		t.Errorf("%d sentences of prose, %d tokens read in full", n, full)
	}
}
