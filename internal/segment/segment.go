// Package segment cuts a news text into paragraphs, quotations, sentences and
// tokens. It pairs quotation marks on characters before it looks for
// sentences, because a mark tells where a sentence can end and a sentence
// does not tell which mark belongs to which. Tokens are the syntactic words of
// the English UD treebanks (don't is do and n't, hyphenated words are split),
// each with the bytes it stands on.
package segment

//go:generate go run ../gen/words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/token"
)

// Segment cuts text. Paras, Quotes, Sents and Tokens of the result are filled;
// heads, dependents and entities are token.None. The time is linear in the
// length of text whatever stands in it; text need not be valid UTF-8.
func Segment(text string) *token.Doc {
	d := &token.Doc{Text: text}
	Fill(d, Known{})
	return d
}

// Fill is Segment of d, which has its Text, with what the caller knows besides.
func Fill(d *token.Doc, k Known) {
	text := d.Text
	paragraphs(d)
	marks := pairQuotes(d)
	t := &tokenizer{d: d, marks: marks, known: k.short(), authorNames: Bylines(k.Byline)}
	d.Tokens = make([]token.Token, 0, len(text)/5+8)
	d.Sents = make([]token.Sentence, 0, len(text)/80+8)
	for p := range d.Paras {
		d.CheckAt(p)
		para := &d.Paras[p]
		first := int32(len(d.Tokens))
		t.tokenize(int(para.Start), int(para.End))
		para.First = int32(len(d.Sents))
		t.sentences(int32(p), first)
		para.Last = int32(len(d.Sents))
	}
	t.kinds()
	finish(d, t)
	cram(d)
}

const (
	// proseToken is what a token of prose has at least on average, in bytes with
	// the blank behind it: less than half of what it has in news.
	proseToken = 3
	// maxCrammed is how many tokens of sentences that are no prose (a table of
	// scores, a formula, words without a stop) are read like all others. No
	// article has so many. It bounds the work on texts that have a token in each
	// byte, or every other one a verb.
	maxCrammed = 1 << 14
)

// cram marks the sentences behind so many that are crammed.
func cram(d *token.Doc) {
	n := int32(0)
	for i := range d.Sents {
		d.CheckAt(i)
		s := &d.Sents[i]
		if size := s.Last - s.First; s.End-s.Start+1 < proseToken*size || size >= maxSentence {
			n += size
			s.Crammed = n > maxCrammed
		}
	}
}

// FromWords makes a Doc of given tokens: they are joined by blanks, and each
// sentence is a paragraph of its own on its own line. Empty words are passed over.
func FromWords(sents [][]string) *token.Doc {
	var b strings.Builder
	d := &token.Doc{}
	for _, s := range sents {
		first := int32(len(d.Tokens))
		for _, w := range s {
			if w == "" {
				continue
			}
			if b.Len() > 0 {
				if int32(len(d.Tokens)) == first {
					b.WriteByte('\n')
				} else {
					b.WriteByte(' ')
				}
			}
			start := int32(b.Len())
			b.WriteString(w)
			d.Tokens = append(d.Tokens, token.Token{Span: token.Span{Start: start, End: int32(b.Len())},
				Sent: int32(len(d.Sents)), Flags: token.SpaceBefore})
		}
		last := int32(len(d.Tokens))
		if last == first {
			continue
		}
		span, n := d.SpanOf(first, last), int32(len(d.Sents))
		d.Sents = append(d.Sents, token.Sentence{Span: span, First: first, Last: last, Para: n})
		d.Paras = append(d.Paras, token.Paragraph{Span: span, First: n, Last: n + 1})
	}
	d.Text = b.String()
	t := &tokenizer{d: d, marks: pairQuotes(d)}
	for i := range d.Tokens {
		d.CheckAt(i)
		tok := &d.Tokens[i]
		if i > 0 && isClitic(d.Text[tok.Start:tok.End]) {
			tok.Flags |= token.Joined
		}
	}
	finish(d, t)
	return d
}

// finish fills what all tokens need whatever cut them: links, lower-case form,
// flags and quotation.
func finish(d *token.Doc, t *tokenizer) {
	forms := forms{have: make(map[string]*token.Word, min(len(d.Tokens)/2, maxFormsAhead))}
	var open []int32 // quotations that hold the current place, innermost last
	q, m := 0, 0
	for i := range d.Tokens {
		d.CheckAt(i)
		tok := &d.Tokens[i]
		tok.Head, tok.Kid, tok.Sib, tok.Ent, tok.Quote = token.None, token.None, token.None, token.None, token.None
		w := d.Text[tok.Start:tok.End]
		tok.Word = forms.of(w)
		tok.Flags |= surface(w)
		for q < len(d.Quotes) && d.Quotes[q].Content.Start <= tok.Start {
			open = append(open, int32(q))
			q++
		}
		for len(open) > 0 && d.Quotes[open[len(open)-1]].Content.End <= tok.Start {
			open = open[:len(open)-1]
		}
		if n := len(open); n > 0 {
			tok.Quote = open[n-1]
		}
		for m < len(t.marks) && t.marks[m].pos < tok.Start {
			m++
		}
		if m < len(t.marks) && t.marks[m].pos == tok.Start && t.marks[m].end() == tok.End && t.marks[m].role != apostrophe {
			tok.Flags |= token.QuoteMark
		}
	}
}

// surface is the flags that the form alone gives.
func surface(w string) token.Flags {
	var f token.Flags
	letters, upper, digits, other := 0, 0, 0, 0
	for i := 0; i < len(w); {
		r, size := rune(w[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(w[i:])
		}
		switch {
		case r >= 'a' && r <= 'z':
			letters++
		case isDigit(r):
			digits++
		case isLetter(r):
			if unicode.IsUpper(r) {
				upper++
				if letters == 0 {
					f |= token.Capital
				}
			}
			letters++
		case r == ',' || r == '.' || r == ':' || r == '/' || r == '-' || r == '–':
			if i == 0 || i+size == len(w) {
				other++
			}
		default:
			other++
		}
		i += size
	}
	if letters >= 2 && upper == letters {
		f |= token.AllCaps
	}
	if digits > 0 {
		f |= token.HasDigit
		if letters == 0 && other == 0 {
			f |= token.Numeric
		}
	} else if letters == 0 {
		f |= token.Punct
	}
	return f
}

// forms are the Words of a text, one for each lower-case form.
type forms struct {
	have  map[string]*token.Word
	words token.Words
	buf   []byte
}

// maxFormsAhead bounds for how many forms room is made before they are seen.
const maxFormsAhead = 1 << 12

// of is the Word of what is written w. A form that is in lower case already is
// shared with the text.
func (f *forms) of(w string) *token.Word {
	if plainLower(w) {
		if x, ok := f.have[w]; ok {
			return x
		}
		return f.add(w)
	}
	f.buf = lower(f.buf[:0], w)
	if x, ok := f.have[string(f.buf)]; ok {
		return x
	}
	return f.add(string(f.buf))
}

func (f *forms) add(low string) *token.Word {
	x := f.words.New(low)
	f.have[low] = x
	return x
}

// plainLower reports whether w is its own lower-case form, and ASCII.
func plainLower(w string) bool {
	for i := range len(w) {
		if c := w[i]; c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// lower appends the lower-case form of w.
func lower(b []byte, w string) []byte {
	start := len(b)
	for i := 0; i < len(w); {
		c := w[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			if c != ' ' || !strings.HasSuffix(w[:i], "’") { // a blank between an apostrophe and its clitic
				b = append(b, c)
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(w[i:])
		switch {
		case r == '’' || r == '‘' || r == 'ʼ':
			if len(w) > size {
				r = '\''
			}
			b = utf8.AppendRune(b, r)
		case r == utf8.RuneError && size == 1:
			b = append(b, c)
		case r == '\u00AD':
		default:
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
		i += size
	}
	if len(b) == start {
		return append(b, w...) // nothing but soft hyphens
	}
	return b
}

func isDigit(r rune) bool {
	return r >= '0' && r <= '9' || r >= utf8.RuneSelf && unicode.IsDigit(r)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|32 && r|32 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\v', '\f', 0x85, 0xA0, 0x200B, 0xFEFF:
		return true
	}
	return r >= 0x1680 && unicode.IsSpace(r)
}

// runeAt is the rune at i and its length, 0 and 0 at end.
func runeAt(s string, i, end int) (rune, int) {
	if i >= end {
		return 0, 0
	}
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:end])
}

// runeBefore is the rune that ends at i and its length, 0 and 0 at start.
func runeBefore(s string, start, i int) (rune, int) {
	if i <= start {
		return 0, 0
	}
	if c := s[i-1]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeLastRuneInString(s[start:i])
}
