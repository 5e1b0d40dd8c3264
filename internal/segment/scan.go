package segment

import (
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/token"
)

// tokenizer cuts paragraphs into tokens.
type tokenizer struct {
	d     *token.Doc
	marks []mark
	m     int // first mark not before the current place

	para   int32 // current paragraph
	colons int   // paragraphs that begin with capitals and a colon; 0 if not counted yet

	known       Known
	authorNames []string // names of its authors
}

// tokenize appends the tokens between start and end.
func (t *tokenizer) tokenize(start, end int) {
	s := t.d.Text
	space := true
	for i := start; i < end; {
		r, size := runeAt(s, i, end)
		if isSpace(r) {
			space = true
			i += size
			continue
		}
		next := t.next(i, end)
		if next <= i {
			next = i + size
		}
		var f token.Flags
		if space {
			f = token.SpaceBefore
		}
		t.add(i, next, f)
		space = false
		i = next
	}
}

// add appends the token from a to b, cut where it is a contraction.
func (t *tokenizer) add(a, b int, f token.Flags) {
	if cut := contraction(t.d.Text[a:b]); cut > 0 {
		t.put(a, a+cut, f)
		t.put(a+cut, b, token.Joined)
		return
	}
	t.put(a, b, f)
}

func (t *tokenizer) put(a, b int, f token.Flags) {
	t.d.CheckAt(len(t.d.Tokens))
	if len(t.d.Tokens) == cap(t.d.Tokens) {
		t.grow(a)
	}
	t.d.Tokens = append(t.d.Tokens, token.Token{Span: token.Span{Start: int32(a), End: int32(b)}, Flags: f})
}

// grow makes room for the tokens of what is left of the text from byte at, if
// it has as many as the text so far.
func (t *tokenizer) grow(at int) {
	d := t.d
	n := len(d.Tokens)
	left := (len(d.Text) - at) * n / (at + 1)
	more := make([]token.Token, n, n+left+left/16+64)
	for i := 0; i < n; i += growStep {
		d.Check()
		copy(more[i:], d.Tokens[i:min(n, i+growStep)])
	}
	d.Tokens = more
}

// growStep is how many tokens are copied between two looks at the context.
const growStep = 4096

// markAt is the quotation mark that starts at i, or nil.
func (t *tokenizer) markAt(i int) *mark {
	for t.m < len(t.marks) && int(t.marks[t.m].pos) < i {
		t.m++
	}
	if t.m < len(t.marks) && int(t.marks[t.m].pos) == i {
		return &t.marks[t.m]
	}
	return nil
}

// next is the end of the token that starts at i.
func (t *tokenizer) next(i, end int) int {
	c := t.d.Text[i]
	switch {
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		return t.word(i, end)
	case c >= '0' && c <= '9':
		if j := keycap(t.d.Text, i, end); j > i {
			return j
		}
		return t.number(i, end)
	case c == '*', c == '#':
		if j := keycap(t.d.Text, i, end); j > i {
			return j
		}
	}
	if j := signs(t.d.Text, i, end); j > i {
		return j
	}
	if m := t.markAt(i); m != nil && m.role != apostrophe {
		return int(m.end())
	}
	if c >= utf8.RuneSelf {
		return t.nextRune(i, end)
	}
	return t.nextSign(i, end)
}

// longestSigns is how many signs in a row are looked at one by one: more are a
// drawing, or noise, and one token without a meaning.
const longestSigns = 16

// signs is the end of the run of signs that starts at i, if it is longer than
// longestSigns; else i.
func signs(s string, i, end int) int {
	j, n := i, 0
	for j < end {
		r, size := runeAt(s, j, end)
		if isWordRune(r) || isSpace(r) {
			break
		}
		j += size
		n++
	}
	if n > longestSigns {
		return j
	}
	return i
}

// amidSigns reports whether the sign at i, between start and end, stands in
// such a run.
func amidSigns(s string, start, i, end int) bool {
	n := 0
	for j := i; j > start && n <= longestSigns; n++ {
		r, size := runeBefore(s, start, j)
		if isWordRune(r) || isSpace(r) {
			break
		}
		j -= size
	}
	for j := i; j < end && n <= longestSigns; n++ {
		r, size := runeAt(s, j, end)
		if isWordRune(r) || isSpace(r) {
			break
		}
		j += size
	}
	return n > longestSigns
}

// nextSign ends the token that starts at i with an ASCII sign.
func (t *tokenizer) nextSign(i, end int) int {
	s := t.d.Text
	switch c := s[i]; c {
	case '\'':
		return t.apostrophe(i, i+1, end)
	case '.':
		if t.startsNumber(i, end) {
			return t.number(i, end)
		}
		if j := runOf(s, i, end, "."); j > i+1 {
			return j
		}
		return runOf(s, i, end, ".?!")
	case '!', '?':
		return runOf(s, i, end, "!?.")
	case '+':
		if t.startsNumber(i, end) {
			return t.number(i+1, end)
		}
		return runOf(s, i, end, "+")
	case '#', '_':
		if r, _ := runeAt(s, i+1, end); isLetter(r) {
			return t.word(i+1, end)
		}
		return runOf(s, i, end, s[i:i+1])
	case '-', '=', '*', '~', '<', '>', '|', '$':
		return runOf(s, i, end, s[i:i+1])
	case ':', ';':
		return max(i+1, emoticon(s, i, end))
	case '@':
		j := i + 1
		for j < end && (isWordByte(s[j]) || s[j] == '_') {
			j++
		}
		return j
	case '[':
		if strings.HasPrefix(s[i:end], "[...]") {
			return i + 5
		}
	}
	return i + 1
}

// nextRune ends the token that starts at i with a character beyond ASCII.
func (t *tokenizer) nextRune(i, end int) int {
	s := t.d.Text
	r, size := utf8.DecodeRuneInString(s[i:end])
	j := i + size
	switch {
	case r == '’' || r == '‘':
		return t.apostrophe(i, j, end)
	case isLetter(r), isDigit(r):
		return t.word(i, end)
	case r == '…':
		return runOf(s, j, end, ".")
	case r == '—' || r == '–':
		for strings.HasPrefix(s[j:end], "—") {
			j += size
		}
	case r >= firstSymbol:
		return emoji(s, r, j, end)
	}
	return j
}

// Code points that make one sign of several (Unicode Technical Standard 51).
const (
	firstSymbol = 0x2190 // arrows; the signs below are never part of an emoji
	joiner      = 0x200D
	variation   = 0xFE0F
	keyCap      = 0x20E3
)

func isRegional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// isEmojiTail reports whether r changes the emoji before it: a variation, a
// tone of skin, a letter of a flag's tag, a key's cap.
func isEmojiTail(r rune) bool {
	return r == variation || r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xE0020 && r <= 0xE007F || r == keyCap
}

// emoji is the end of the emoji that begins with r, which ends at i: a flag is
// two letters, a family several people.
func emoji(s string, r rune, i, end int) int {
	next, size := runeAt(s, i, end)
	if isRegional(r) && isRegional(next) {
		return i + size
	}
	for i < end {
		if next, size = runeAt(s, i, end); next == joiner {
			_, after := runeAt(s, i+size, end)
			i += size + after
		} else if isEmojiTail(next) {
			i += size
		} else {
			break
		}
	}
	return i
}

// keycap is the end of the key that the character at i is on: "1️⃣"; i if it is on none.
func keycap(s string, i, end int) int {
	r, size := runeAt(s, i+1, end)
	if j := i + 1 + size; r == variation {
		if r, size := runeAt(s, j, end); r == keyCap {
			return j + size
		}
	} else if r == keyCap {
		return j
	}
	return i
}

// startsNumber reports whether the sign at i is the first of a number: .5, +3.
func (t *tokenizer) startsNumber(i, end int) bool {
	return i+1 < end && isDigit(rune(t.d.Text[i+1])) && !t.gluedBefore(i)
}

// gluedBefore reports whether a letter or digit stands right before i.
func (t *tokenizer) gluedBefore(i int) bool {
	r, _ := runeBefore(t.d.Text, 0, i)
	return isWordRune(r)
}

// apostrophe ends the token of an apostrophe that stands at i and whose
// character ends at j: a clitic behind its host, 'em, '90s, or itself.
func (t *tokenizer) apostrophe(i, j, end int) int {
	s := t.d.Text
	k := j
	for k < end && isWordByte(s[k]) {
		k++
	}
	if k == j {
		if t.gluedBefore(i) {
			return apart(s, j, end)
		}
		return j
	}
	w := s[j:k]
	if isDigit(rune(w[0])) {
		return k
	}
	if w == "n" || w == "N" { // rock 'n' roll
		if r, size := runeAt(s, k, end); r == '\'' || r == '’' {
			return k + size
		}
		return k
	}
	if wordTable.Has(strings.ToLower(w), classClipped) {
		return k
	}
	return j
}

// apart is where the clitic ends that a blank parts from its apostrophe, which ends
// at j, as some conversions of texts leave it: ’ s, don’ t; or j.
func apart(s string, j, end int) int {
	k := j + 1
	for k < end && k < j+4 && isWordByte(s[k]) {
		k++
	}
	if k-j < 2 || s[j] != ' ' || !strings.HasSuffix(s[:j], "’") || !wordTable.Has(s[j+1:k], classApart) {
		return j
	}
	if r, _ := runeAt(s, k, end); isWordRune(r) {
		return j
	}
	return k
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

func runOf(s string, i, end int, set string) int {
	for i < end && strings.IndexByte(set, s[i]) >= 0 {
		i++
	}
	return i
}

// emoticon is the end of an emoticon at i, or i.
func emoticon(s string, i, end int) int {
	if i > 0 && s[i-1] > ' ' {
		return i
	}
	j := i + 1
	if j < end && (s[j] == '-' || s[j] == '\'') {
		j++
	}
	ends := j+1 >= end || s[j+1] <= ' ' || s[j+1] == '.' || s[j+1] == ')'
	if j < end && ends && strings.IndexByte(")(DP", s[j]) >= 0 {
		return j + 1
	}
	return i
}

// word ends the token that starts with a letter at i.
func (t *tokenizer) word(i, end int) int {
	s := t.d.Text
	j := i
	for j < end && isWordByte(s[j]) {
		j++
	}
	if j < end && signOfAddress(s[j]) {
		if j := address(s, i, end); j > i {
			return j
		}
	}
	for j < end {
		if c := s[j]; isWordByte(c) || c == '_' {
			j++
			continue
		}
		k, more := t.inWord(i, j, end)
		if !more {
			return k
		}
		j = k
	}
	return j
}

// inWord is where the word that starts at i goes on behind the sign at j, or
// where it ends.
func (t *tokenizer) inWord(i, j, end int) (k int, more bool) {
	s := t.d.Text
	c := s[j]
	if c >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s[j:end])
		if isLetter(r) || isDigit(r) || r == '\u00AD' || r == '\u200D' {
			return j + size, true
		}
		if r == '’' {
			k = t.inner(i, j, j+size, end)
			return k, k > j
		}
		return j, false
	}
	if j+1 >= end && c != '\'' && c != '.' {
		return j, false
	}
	switch c {
	case '\'':
		k = t.inner(i, j, j+1, end)
		return k, k > j
	case '.':
		k = dotted(s, i, j, end)
		return k, k > j
	case '&':
		if j-i <= 4 && isUpper(s[j+1]) && isUpper(s[j-1]) {
			return j + 1, true
		}
	case '-':
		if keepHyphen(s[i:j], s[j+1:end]) {
			return j + 1, true
		}
	case '/':
		if k := j + 2; j == i+1 && wordTable.Has(s[i:k], classSlashed) && (k == end || !isWordByte(s[k])) {
			return k, false
		}
	case '$':
		if j-i <= 3 && isDigit(rune(s[j+1])) && isUpper(s[i]) {
			return j + 1, false // US$5
		}
	}
	return j, false
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

// inner is where a word that has an apostrophe from j to k goes on: j when
// the apostrophe ends it, as before a clitic.
func (t *tokenizer) inner(start, j, k, end int) int {
	s := t.d.Text
	if m := t.markAt(j); m != nil && m.role != apostrophe {
		return j
	}
	e := k
	for e < end && isWordByte(s[e]) {
		e++
	}
	w := s[k:e]
	host := s[start:j]
	if r, _ := runeAt(s, e, end); e < end && r >= utf8.RuneSelf && isLetter(r) {
		return e // D’Étienne
	}
	switch len(w) {
	case 0:
		if e = apart(s, k, end); e > k && s[e-1] == 't' && host[len(host)-1] == 'n' {
			return e
		}
		return j
	case 1:
		switch w[0] | 32 {
		case 't': // n't is cut later
			if h := host[len(host)-1] | 32; h == 'n' {
				return e
			}
		case 's', 'd', 'm':
			return j
		}
	case 2:
		if wordTable.Has(w, classVerbClitic) {
			return j
		}
	}
	return e // O'Connor, d'état, Qa'ida
}

// keepHyphen reports whether the hyphen after word binds: behind a prefix
// that is no word, in letters of one name, never between words.
func keepHyphen(word, rest string) bool {
	r, _ := runeAt(rest, 0, len(rest))
	if !isLetter(r) && !isDigit(r) {
		return false
	}
	switch len(word) {
	case 1:
		return word[0] == 'e' || word[0] == 'E'
	}
	if len(word) > 7 {
		return false
	}
	return wordTable.Has(strings.ToLower(word), classPrefix)
}

// dotted is where a word that has a full stop at j goes on: j when the stop
// is not part of it.
func dotted(s string, i, j, end int) int {
	word := s[max(i, j-40):j] // enough to see: a word has no bound
	last := word[strings.LastIndexByte(word, '.')+1:]
	inner := len(last) < len(word) // a stop stands in the word already
	next, _ := runeAt(s, j+1, end)
	if !isWordRune(next) {
		// A final stop of letters with stops: U.S., p.m.
		if inner && (len(last) == 1 || last == "Sc" || last == "Phil") && !isDigit(rune(last[0])) && next != '.' {
			return j + 1
		}
		return j
	}
	k := j + 1
	for k < end && k < j+64 && (isWordByte(s[k]) || s[k] == '-' || s[k] == '_') {
		k++
	}
	if len(last) == 1 && k != j+2 && strings.IndexByte(word, '.') > 0 {
		return j + 1 // U.S.President: the stop ends the abbreviation
	}
	if isDigit(next) || joinsStop(word, last, s[j+1:k], k+1 < end && s[k] == '.' && isWordByte(s[k+1])) {
		return k // v2.0; Sec.5 is rarer
	}
	return j
}

// joinsStop reports whether a stop between word, whose part behind its last
// stop is last, and part makes them one: U.S, Ph.D, example.com. More says that
// a further stop and word follow.
func joinsStop(word, last, part string, more bool) bool {
	if len(part) == 1 && len(last) == 1 || wordTable.Has(part, classDegree) || topLevel(part) {
		return true
	}
	// alt.religion.scientology
	return (more || strings.IndexByte(word, '.') > 0) && isLower(part) && isLower(word)
}

func isLower(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return false
		}
	}
	return true
}
