package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/token"
)

// This file knows what publishers put around a story: credits, captions,
// invitations to the reader, lists of other stories.

// What must be true of a paragraph or sentence that begins like a notice, for
// it to be one. In words.txt they stand above the phrases.
const (
	noticeAny     = 1 << iota // nothing else
	noticeShort               // fewer than shortNotice tokens
	noticeBrief               // fewer than briefNotice tokens, and nobody says anything
	noticeName                // a name follows: "Reporting by Ann Lowe", but "reporting by the agency"
	noticeColon               // a colon follows, or nothing
	noticeReader              // it names what a reader is asked to use: a newsletter, comments, an inbox
	noticeAddress             // it gives an address of the net
	noticeEdit                // it tells of an edit: "has been corrected"
	noticeHead                // it is a heading of other stories; they follow
	noticeBracket             // it stands in brackets
)

// The lengths of notices, in tokens: chosen on the texts of this room's corpus
// and of PolNeAR's training part.
const (
	longestNotice = 60
	shortNotice   = 40
	briefNotice   = 30
	longestLink   = 25 // a headline in a list of other stories
	phraseWords   = 5  // words of the longest phrase of classNotice
)

// notice reports whether the tokens from first to last are a credit, or a note
// of the publisher, rather than a part of the story.
func (t *tokenizer) notice(first, last int32) bool {
	if last-first > longestNotice {
		return false
	}
	bracket := false
	i := first
	for i < last && (t.word1(i) == "(" || wordTable.Has(t.word1(i), classBullet)) {
		bracket = bracket || t.word1(i) == "("
		i++
	}
	n := min(last-i, phraseWords)
	for p, ends := t.prefixes(i, i+n); n > 0; n-- {
		if v, ok := wordTable.Int(p[:ends[n-1]], classNotice); ok && t.fits(v, first, i+n, last, bracket) {
			return true
		}
	}
	oneSentence := t.d.Tokens[first].Sent == t.d.Tokens[last-1].Sent
	return oneSentence && last-first < shortNotice && t.signOff(first, last)
}

// notices reports whether the sentences from first to last are notices: one,
// and behind it what goes on with it. A question to the reader is one if what
// follows is: "Have you been affected? Email us".
func (t *tokenizer) notices(first, last int32) bool {
	found := false
	for s := first; s < last; s++ {
		x := &t.d.Sents[s]
		switch {
		case t.quoted(x.First):
			return false
		case t.notice(x.First, x.Last):
			found = true
		case s == first:
			if last == first+1 || t.word1(x.Last-1) != "?" || t.opening(x.First, x.Last)&noticeReader == 0 {
				return false
			}
		case x.Last-x.First > shortNotice, !t.anyOf(x.First, x.Last, classReader) && !t.address(x.First, x.Last):
			return false
		}
	}
	return found
}

// opening are the conditions of the phrase that the tokens begin with, or 0.
func (t *tokenizer) opening(first, last int32) int {
	n := min(last-first, phraseWords)
	for p, ends := t.prefixes(first, first+n); n > 0; n-- {
		if v, ok := wordTable.Int(p[:ends[n-1]], classNotice); ok {
			return v
		}
	}
	return 0
}

// correction reports whether the paragraph begins as a note about the article
// itself does, and is no longer than one.
func (t *tokenizer) correction(first, last int32) bool {
	for n := int32(1); n <= 3 && first+n < last; n++ {
		if t.word1(first+n) == ":" {
			return last-first <= 2*longestNotice && wordTable.Has(t.phrase(first, first+n), classCorrection)
		}
	}
	return false
}

// fits reports whether a notice that begins with a phrase of conditions v,
// which ends at token i, meets one of them.
func (t *tokenizer) fits(v int, first, i, last int32, bracket bool) bool {
	n := last - first
	colon := i < last && t.word1(i) == ":"
	switch {
	case v&noticeAny != 0, bracket && v&(noticeName|noticeColon|noticeShort|noticeBrief|noticeBracket) != 0:
		return true
	case v&noticeShort != 0 && n < shortNotice,
		v&noticeBrief != 0 && n < briefNotice && !t.anyOf(first, last, classAttributing),
		v&noticeName != 0 && n < shortNotice && i < last && isUpperRune(t.letter(i)),
		v&noticeColon != 0 && (colon || i == last):
		return true
	case v&noticeReader != 0 && n < shortNotice:
		return t.anyOf(i, last, classReader) || t.address(i, last)
	case v&noticeAddress != 0 && n < shortNotice:
		return t.address(i, last)
	case v&noticeEdit != 0:
		return t.anyOf(i, min(last, i+6), classEdit)
	}
	return false
}

// phrase is the tokens from first to last in small letters, joined by blanks.
func (t *tokenizer) phrase(first, last int32) string {
	var buf [64]byte
	b := buf[:0]
	for i := first; i < last; i++ {
		b = t.appendWord(b, i)
	}
	return string(b)
}

// appendWord appends token i in small letters, after a blank unless it is the first.
func (t *tokenizer) appendWord(b []byte, i int32) []byte {
	if len(b) > 0 {
		b = append(b, ' ')
	}
	return appendLower(b, t.word1(i))
}

// prefixes is phrase for no more than phraseWords tokens, and where each of
// them ends in it.
func (t *tokenizer) prefixes(first, last int32) (p string, ends [phraseWords]int) {
	var buf [64]byte
	b := buf[:0]
	for i := first; i < last; i++ {
		b = t.appendWord(b, i)
		ends[i-first] = len(b)
	}
	return string(b), ends
}

// endsWith reports whether the last tokens of those from first to end, the
// first or a later one and least or more of them, are a phrase of class c.
func (t *tokenizer) endsWith(first, end, least int32, c wordClass) bool {
	p, ends := t.prefixes(first, end)
	for i := first; i <= end-least; i++ {
		from := 0
		if i > first {
			from = ends[i-first-1] + 1
		}
		if wordTable.Has(p[from:], c) {
			return true
		}
	}
	return false
}

// appendLower appends a word in small letters, with straight apostrophes.
func appendLower(b []byte, w string) []byte {
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf {
			return append(b[:len(b)-i], strings.ReplaceAll(strings.ToLower(w), "’", "'")...)
		}
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

// anyOf reports whether a word of class c, in small letters, is among the tokens.
func (t *tokenizer) anyOf(first, last int32, c wordClass) bool {
	for i := first; i < last; i++ {
		if wordTable.Has(strings.ToLower(t.word1(i)), c) {
			return true
		}
	}
	return false
}

// address reports whether an address of the net, or the name of a network, is
// among the tokens.
func (t *tokenizer) address(first, last int32) bool {
	for i := first; i < last; i++ {
		w := t.word1(i)
		if len(w) > 1 && strings.IndexByte(w, '@') >= 0 || strings.HasPrefix(w, "http") || strings.HasPrefix(w, "www.") {
			return true
		}
		if k := strings.LastIndexByte(w, '.'); k > 0 && topLevel(w[k+1:]) || wordTable.Has(strings.ToLower(w), classNetwork) {
			return true
		}
	}
	return false
}

// signOff reports whether the tokens tell, at their end, who else worked on
// the story, or that it is nobody else's.
func (t *tokenizer) signOff(first, last int32) bool {
	end := last
	for end > first && wordTable.Has(t.word1(end-1), classSignOffMark) {
		end--
	}
	if end-first < 2 {
		return false
	}
	if t.endsWith(max(first, end-phraseWords), end, 2, classSignOff) {
		return true
	}
	// "Ann Lowe reported from Rome", and nothing else.
	for i := first + 1; i < end-2 && i < first+10; i++ {
		if t.word1(i) == "reported" && t.word1(i+1) == "from" {
			return end-i < 10 && isUpperRune(t.letter(first)) && !t.has(first, last, ",")
		}
	}
	// "(sp/eml)": initials of editors.
	return end-first <= 4 && t.word1(first) == "(" && t.has(first, end, "/") && !t.anyCapital(first, end)
}

func (t *tokenizer) has(first, last int32, w string) bool {
	for i := first; i < last; i++ {
		if t.word1(i) == w {
			return true
		}
	}
	return false
}

func (t *tokenizer) anyCapital(first, last int32) bool {
	for i := first; i < last; i++ {
		if isUpperRune(t.letter(i)) {
			return true
		}
	}
	return false
}

// caption reports whether the tokens end with the credit of a picture:
// "... in Rome. REUTERS/Ann Lowe", "... [Ann Lowe/Reuters]", "... (Getty Images)".
func (t *tokenizer) caption(first, last int32) bool {
	const longest = 70
	if last-first > longest || last-first < 3 {
		return false
	}
	end := last
	for end > first && wordTable.Has(t.word1(end-1), classSignOffMark) {
		end--
	}
	if t.endsWith(max(first, end-3), end, 1, classCaptionEnd) {
		return true
	}
	// Names, strokes and an agency beside a stroke, back from the end.
	for i := end - 1; i >= first && i > end-10; i-- {
		w := t.word1(i)
		stroke := i > first && t.word1(i-1) == "/" || i+1 < end && t.word1(i+1) == "/" || i > first && t.word1(i-1) == "via"
		if stroke && wordTable.Has(w, classPhotoAgency) {
			return true
		}
		if w != "/" && w != "via" && w != "-" && !isUpperRune(t.letter(i)) {
			break
		}
	}
	return false
}

// chrome reports whether the paragraph is a button or a line of the page
// around the story: "Share", "5 min read".
func (t *tokenizer) chrome(first, last int32) bool {
	n := last - first
	if n > phraseWords {
		return false
	}
	p := t.phrase(first, last)
	return wordTable.Has(p, classChrome) ||
		n >= 3 && unicode.IsDigit(t.letter(first)) && (strings.HasSuffix(p, " min read") || strings.HasSuffix(p, " minute read"))
}

// heads reports whether the paragraph is a heading above links to other stories.
func (t *tokenizer) heads(first, last int32) bool {
	if last > first && t.word1(last-1) == ":" {
		last--
	}
	if last-first > phraseWords {
		return false
	}
	v, _ := wordTable.Int(t.phrase(first, last), classNotice)
	return v&noticeHead != 0
}

// link reports whether the paragraph may be a headline in a list of other
// stories: short, and no sentence.
func (t *tokenizer) link(first, last int32) bool {
	return last-first <= longestLink && !t.hasStop(first, last)
}

// bio reports whether the paragraph says who wrote the story: "Ann Lowe is a
// political reporter at the Herald."
func (t *tokenizer) bio(first, last int32) bool {
	if last-first > shortNotice {
		return false
	}
	i := first
	for i < last && i < first+4 && isUpperRune(t.letter(i)) {
		i++
	}
	if i == first || i+2 >= last || t.word1(i) != "is" {
		return false
	}
	for j := i + 1; j < min(last-1, i+8); j++ {
		if wordTable.Has(strings.ToLower(t.word1(j)), classWriter) {
			return wordTable.Has(t.word1(j+1), classWritesFor)
		}
	}
	return false
}

// quoted reports whether token i stands in a quotation: what is said to a
// reader there is said to somebody of the story.
func (t *tokenizer) quoted(i int32) bool {
	at := t.d.Tokens[i].Start
	lo, hi := 0, len(t.d.Quotes)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if t.d.Quotes[m].Content.Start <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for n := lo - 1; n >= 0 && n > lo-1-maxDepth; n-- {
		if t.d.Quotes[n].Content.Start <= at && at < t.d.Quotes[n].Content.End {
			return true
		}
	}
	return false
}

// kindOf is the kind of paragraph p, and whether it heads a list of other
// stories. Title says that no paragraph of the story has come, list that such
// a list has begun.
func (t *tokenizer) kindOf(p int, title, list bool) (kind token.Kind, head bool) {
	d := t.d
	para := &d.Paras[p]
	first, last := d.Sents[para.First].First, d.Sents[para.Last-1].Last
	if k, ok := t.callers(p, first, last, title); ok {
		return k, false
	}
	switch {
	case d.Sents[para.First].Kind == token.Dateline && para.First+1 == para.Last, t.onlyDate(first, last):
		return token.Dateline, false
	case p > 0 && t.heads(first, last):
		return token.Boilerplate, true
	case list && t.link(first, last):
		return token.Boilerplate, true
	case t.byline(first, last), t.rule(first, last), t.chrome(first, last),
		t.notices(para.First, para.Last), t.correction(first, last),
		p > 0 && para.Last-para.First <= 3 && t.caption(first, last),
		p > 0 && p+1 == len(d.Paras) && t.bio(first, last):
		return token.Boilerplate, false
	case t.headline(p, first, last, title):
		return token.Headline, false
	}
	return token.Body, false
}

// noticeIn reports whether sentence s of a paragraph of the story is none of
// it: a credit in brackets, a caption, an invitation or a credit at the end.
func (t *tokenizer) noticeIn(s, end int32) bool {
	d := t.d
	x := &d.Sents[s]
	if t.quoted(x.First) {
		return false
	}
	const credit = 6 // tokens of "Photo: Ann Lowe/AP"
	edge := s+1 == end || s == d.Paras[x.Para].First || x.Last-x.First <= credit
	return (edge || t.word1(x.First) == "(") && t.notice(x.First, x.Last) || t.caption(x.First, x.Last)
}
