package segment

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/token"
)

// check reports the first broken promise of d.
func check(d *token.Doc) string {
	for _, broken := range [...]func(*token.Doc) string{checkTokens, checkSents, checkQuotes} {
		if s := broken(d); s != "" {
			return s
		}
	}
	return ""
}

func checkTokens(d *token.Doc) string {
	s := d.Text
	pos := int32(0)
	valid := utf8.ValidString(s)
	blank := func(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return !isSpace(r) }) < 0 }
	for i := range d.Tokens {
		t := &d.Tokens[i]
		switch {
		case t.Start < pos || t.End <= t.Start || int(t.End) > len(s):
			return "tokens out of order, empty or overlapping"
		case valid && (!utf8.RuneStart(s[t.Start]) || int(t.End) < len(s) && !utf8.RuneStart(s[t.End])):
			return "token not on rune boundaries"
		case !blank(s[pos:t.Start]):
			return "text between tokens"
		case t.Lower == "":
			return "no lower-case form"
		case t.Sent < 0 || int(t.Sent) >= len(d.Sents):
			return "no sentence"
		case t.Quote != token.None && !d.Quotes[t.Quote].Content.Contains(t.Span) && d.Quotes[t.Quote].Content.Start > t.Start:
			return "token outside its quotation"
		}
		pos = t.End
	}
	if !blank(s[pos:]) {
		return "text behind the last token"
	}
	return ""
}

func checkSents(d *token.Doc) string {
	next := int32(0)
	for i := range d.Sents {
		x := &d.Sents[i]
		if x.First != next || x.Last <= x.First || x.Span != d.SpanOf(x.First, x.Last) || x.Last-x.First > maxSentence+longestSigns {
			return "sentences do not cover the tokens, or are too long"
		}
		for j := x.First; j < x.Last; j++ {
			if d.Tokens[j].Sent != int32(i) {
				return "token of another sentence"
			}
		}
		next = x.Last
	}
	if int(next) != len(d.Tokens) {
		return "tokens without a sentence"
	}
	next = 0
	for i := range d.Paras {
		p := &d.Paras[i]
		if p.First != next || p.Last < p.First || p.End <= p.Start {
			return "paragraphs do not cover the sentences"
		}
		next = p.Last
	}
	return ""
}

func checkQuotes(d *token.Doc) string {
	for i := range d.Quotes {
		q := &d.Quotes[i]
		switch {
		case q.End <= q.Start || !q.Span.Contains(q.Content) || q.Content.Len() <= 0:
			return "empty quotation"
		case i > 0 && q.Start < d.Quotes[i-1].Start:
			return "quotations out of order"
		case q.Parent != token.None && !d.Quotes[q.Parent].Span.Contains(q.Span):
			return "quotation outside its parent"
		case q.Next != token.None && d.Quotes[q.Next].Prev != int32(i):
			return "broken chain"
		}
	}
	return ""
}

func FuzzSegment(f *testing.F) {
	for _, s := range []string{
		"", " ", "\"", "“\r\n”", "''''", "``a '' b", "Mr. \"A.\" said.", "a\u2028b", "\xff\xfe\"x", "U.S.", "...",
		"he said: “a\n\n“b”", "(AP)_", "KYIV, Aug. 12 (Reuters) - x", "I'm 6'2\".", "‘a ‘b’ c’", "««»»", "1,2,3-4-5",
		"a@b.c http://", "İstanbul’da", "[3]", "x.\n1. y\n- z", "By ", "’tis “’90s”", "e\u0301.\u0301", "can't.cannot",
		"\u00ad",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<16 {
			return
		}
		if e := check(Segment(s)); e != "" {
			t.Errorf("%s in %q", e, s)
		}
	})
}

// Whatever the text is made of, the arena holds together. BenchmarkMarks
// tells whether the time stays linear.
func TestRepeated(t *testing.T) {
	for _, unit := range []string{
		"\"", "'", "“", "”", "‘", "’", "``", "''", "«", "»", "(", "[", ".", "-", "a", "A.", "1", "1,", "1-", "a.b", "@", "/",
		"\n", "\n\n", " ", "“ ", "” ", " “a", "a” ", " 'a", "s' ", "\"\n", "“a\n\n", "\xff", "é", "a'", "http://", "(A",
		"A ", "A, ", "by ", "… ", "! ",
	} {
		text := strings.Repeat(unit, 1<<16/len(unit))
		if e := check(Segment(text)); e != "" {
			t.Errorf("%q: %s", unit, e)
		}
	}
}

func BenchmarkMarks(b *testing.B) {
	for _, unit := range []string{"\"", "'", "“", "“ ” "} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		b.Run(unit, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Segment(text)
			}
		})
	}
}

func BenchmarkSegment(b *testing.B) {
	text := strings.Repeat("GENEVA, March 3 (Reuters) - The ministers met on Monday and agreed to free 20 prisoners, officials said.\n\n"+
		"Prime Minister Ana Kovač, who didn't attend, called the deal "+
		"“a first step” towards peace. “We can't wait,” she told reporters at 5 p.m. “It's time.”\n\n", 40)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n = len(Segment(text).Tokens)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
