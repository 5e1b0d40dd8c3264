package segment

import (
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/internal/token"
)

// abbrev is what a full stop behind a word can be.
type abbrev uint8

const (
	noAbbrev abbrev = iota
	titleAbbrev
	midAbbrev // never ends a sentence before a name, number or lower case: Mr., vs., No.
	endAbbrev // ends one as often as not: Inc., p.m., etc.

	needsDigit abbrev = 1 << 4 // only before a number: No. 5, Mar. 3
	needsDate  abbrev = 1 << 5 // only before a number or a month: Sat. 3 May
)

// sentences cuts the tokens from first to the end into sentences of paragraph p.
// Stops of abbreviations are joined to their words here, because whether they
// are depends on where the sentence ends: tokens are read at r and written at
// w, which is never beyond.
func (t *tokenizer) sentences(p int32, first int32) {
	d := t.d
	toks := d.Tokens
	c := cutter{tokenizer: t, para: p, w: first, begin: first}
	n := int32(len(toks))
	head := first
	t.para = p
	if first < n {
		head = t.dateline(first)
	}
	for r := first; r < n; r++ {
		t.d.CheckAt(int(r))
		toks[c.w] = toks[r]
		c.w++
		if r < head {
			c.inDateline(r, r+1 == head)
			continue
		}
		if !c.ends(r, n) {
			if c.w-c.begin >= maxSentence {
				c.flush()
			}
			continue
		}
		// Closing marks and brackets behind the stop belong to the sentence.
		for r+1 < n {
			k := t.closes(r+1, toks[r].End, c.begin)
			if k == 0 {
				break
			}
			for ; k > 0; k-- {
				r++
				toks[c.w] = toks[r]
				c.w++
			}
		}
		c.flush()
		// A title may stand before the dateline in one paragraph.
		if p == 0 && len(d.Sents) <= 2 && r+1 < n {
			head = t.dateline(r + 1)
		}
	}
	c.flush()
	d.Tokens = toks[:c.w]
}

// maxSentence is where a run of tokens without an end is cut all the same. No
// sentence of news is near it; it bounds the work of every room that looks at
// each token of a sentence for each other one.
const maxSentence = 500

// cutter writes the sentences of one paragraph.
type cutter struct {
	*tokenizer
	para  int32
	w     int32 // next token to write
	begin int32 // first token of the current sentence
}

// flush ends the current sentence before token w.
func (c *cutter) flush() {
	if c.w <= c.begin {
		return
	}
	d := c.d
	n := int32(len(d.Sents))
	for i := c.begin; i < c.w; i++ {
		d.Tokens[i].Sent = n
	}
	d.Sents = append(d.Sents, token.Sentence{Span: d.SpanOf(c.begin, c.w), First: c.begin, Last: c.w, Para: c.para})
	c.begin = c.w
}

// glued reports whether the last written token stands right behind the one before.
func (c *cutter) glued() bool {
	return c.w-1 > c.begin && c.d.Tokens[c.w-1].Start == c.d.Tokens[c.w-2].End
}

// join makes the last written token, a stop, the end of the one before.
func (c *cutter) join() {
	c.d.Tokens[c.w-2].End = c.d.Tokens[c.w-1].End
	c.w--
}

// inDateline reads token r of a dateline, whose last one it may be.
func (c *cutter) inDateline(r int32, last bool) {
	if c.word1(r) == "." && c.glued() { // Aug.
		c.join()
	}
	if last {
		c.flush()
		c.d.Sents[len(c.d.Sents)-1].Kind = token.Dateline
	}
}

// ends reports whether token r of n, the last one written, ends its sentence.
func (c *cutter) ends(r, n int32) bool {
	s := c.word1(r)
	switch {
	case s == ".":
		kind := c.abbreviation(c.w-1, c.begin, r)
		if kind == noAbbrev || !c.glued() {
			return c.endsAfterStop(c.begin, c.w-1, r+1, n)
		}
		end := c.endsAfterAbbrev(kind, c.w-2, r+1, n)
		if !end || c.lastOf(r+1, n) && kind == titleAbbrev {
			c.join()
		}
		return end
	case isTerminator(s):
		return c.endsAfterMark(s, c.w-1, r+1, n)
	case len(s) > 2 && s[len(s)-1] == '.' && isLetter(rune(s[0])): // U.S., p.m.
		return c.endsAfterAbbrev(dottedKind(s), c.w-1, r+1, n) || c.isCredit(r+1)
	}
	return r+1 < n && c.endsAfterStamp(s, c.w-1, c.begin, r+1)
}

// endsAfterStamp reports whether written token w, which is no stop, ends a
// sentence all the same: a stamp like "08/12/2025 11:20 AM", a smiley before a
// capital, an address in a list of addresses.
func (t *tokenizer) endsAfterStamp(s string, w, begin, next int32) bool {
	c, _ := runeAt(s, 0, len(s))
	switch {
	case wordTable.Has(s, classStampEnd):
		return w >= begin+2 && t.isStamp(w-2) && !unicode.IsLower(t.letter(next))
	case !isLetter(c) && wordTable.Has(s, classSmiley):
		return isUpperRune(t.letter(next))
	case len(s) > 10 && strings.HasPrefix(s, "http") && (strings.HasPrefix(t.word1(next), "http") || starter(t.word1(next))):
		return true
	case t.endsCredit(s, w, begin, next):
		return true
	case isRule(s) || isRule(t.word1(next)):
		return true
	case s == ",":
		return t.endsGreeting(begin, w, next)
	case t.isStamp(next):
		return w > begin && (isLetter(c) || strings.IndexByte(s, '@') > 0) && !isLink(s)
	case w == begin+1 && isDigit(c):
		// "Figure 1.3 This map shows".
		n := t.letter(next)
		return isFigure(t.word1(begin)) && isUpperRune(n)
	case w == begin+dateLen-1 && isDigit(c):
		// "Thursday, May 7, 2015 On Tuesday, ministers".
		n := t.letter(next)
		return isUpperRune(n) && t.fullDate(begin)
	case w >= begin+2 && (isLetter(c) || isDigit(c)):
		// A date line under a headline, and whose a picture is.
		return (t.fullDate(next) && t.endsPara(next+dateLen) || t.isCredit(next)) && !isLink(s)
	}
	return false
}

// endsCredit reports whether written token w ends a picture's credit before a
// sentence: "(AP Photo/Ann Lowe) The pilot survived", "Photo: AP The army said".
func (t *tokenizer) endsCredit(s string, w, begin, next int32) bool {
	switch {
	case s != ")" && w != begin+2 || !isUpperRune(t.letter(next)):
		return false
	case s == ")":
		return t.word1(begin) == "(" && t.notice(begin, w+1)
	}
	return t.word1(begin+1) == ":" && wordTable.Has(s, classPhotoAgency) && wordTable.Has(t.word1(begin), classPicture)
}

// isRule reports whether s is a line drawn with signs.
func isRule(s string) bool {
	return len(s) > 4 && (s[0] == '-' || s[0] == '=' || s[0] == '*' || s[0] == '_') && strings.Trim(s, s[:1]) == ""
}

// isStamp reports whether a stamp like "08/12/2025 11:20" starts at token i.
func (t *tokenizer) isStamp(i int32) bool {
	if int(i)+1 >= len(t.d.Tokens) {
		return false
	}
	c := t.word1(i)[0]
	return c >= '0' && c <= '9' && strings.Count(t.word1(i), "/") == 2 && strings.IndexByte(t.word1(i+1), ':') > 0
}

// endsGreeting reports whether the comma w ends a line of a letter: "Dear Ms.
// Lowe, I write to you", "Thanks, Ann".
func (t *tokenizer) endsGreeting(begin, w, next int32) bool {
	c := t.letter(next)
	if w-begin > 4 || !isUpperRune(c) {
		return false
	}
	if t.word1(begin) == "Dear" {
		return w > begin+1
	}
	if !wordTable.Has(t.word1(begin), classFarewell) {
		return false
	}
	// Only a name may follow.
	n := int32(len(t.d.Tokens))
	for i := next; i < n; i++ {
		if c := t.letter(i); i > next+3 || !isUpperRune(c) && t.word1(i) != "." {
			return false
		}
	}
	return true
}

// dateLen is the number of tokens of a date like "Thursday, May 7, 2015".
const dateLen = 6

// fullDate reports whether such a date starts at token i.
func (t *tokenizer) fullDate(i int32) bool {
	if int(i)+dateLen > len(t.d.Tokens) || t.word1(i+1) != "," || t.word1(i+4) != "," {
		return false
	}
	y := t.word1(i + 5)
	return wordTable.Has(t.word1(i), classDayName) && month(t.word1(i+2)) > 0 && isDigit(rune(t.word1(i + 3)[0])) &&
		len(y) == 4 && isDigit(rune(y[0]))
}

// endsPara reports whether no unread token is left at r.
func (t *tokenizer) endsPara(r int32) bool { return int(r) >= len(t.d.Tokens) }

// isCredit reports whether "Image:" or the like stands at token i.
func (t *tokenizer) isCredit(i int32) bool {
	if int(i)+2 >= len(t.d.Tokens) || t.word1(i+1) != ":" {
		return false
	}
	return wordTable.Has(t.word1(i), classPicture)
}

// isLink reports whether s ties what follows to what stands before.
func isLink(s string) bool {
	return wordTable.Has(strings.ToLower(s), classLink)
}

// isFigure reports whether s heads the number of a figure.
func isFigure(s string) bool { return wordTable.Has(s, classFigure) }

// letter is the first rune of the unread token r.
func (t *tokenizer) letter(r int32) rune {
	w := t.word1(r)
	c, _ := runeAt(w, 0, len(w))
	return c
}

// word1 is the surface of the unread token r.
func (t *tokenizer) word1(r int32) string { return t.d.Word(r) }

func isTerminator(s string) bool {
	switch s[0] {
	case '!', '?', '.':
		return true
	}
	return strings.HasPrefix(s, "…")
}

// roleAt is the role of the quotation mark at token r.
func (t *tokenizer) roleAt(r int32) role {
	lo, hi := 0, len(t.marks)
	pos := t.d.Tokens[r].Start
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if t.marks[m].pos < pos {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(t.marks) && t.marks[lo].pos == pos {
		return t.marks[lo].role
	}
	return apostrophe
}

// closes is the number of tokens from r on, behind a stop that ends at end,
// that still belong to the sentence: a mark or bracket that closes something,
// or a reference like [3].
func (t *tokenizer) closes(r int32, end int32, begin int32) int {
	s := t.word1(r)
	e := wordTable.Find(s)
	ok := false
	switch {
	case e.Has(classBracket):
		ok = t.d.Tokens[r].Start == end || t.opened(begin, r)
	case e.Has(classClosingMark):
		// A stray mark right behind the stop can only close.
		ok = t.roleAt(r) == closing || t.d.Tokens[r].Start == end && (int(r)+1 == len(t.d.Tokens) || t.d.Tokens[r+1].Is(token.SpaceBefore))
	case s == "[":
		return t.reference(r, end)
	case len(s) < 3 && isDigit(rune(s[0])) && listNumber(s) && int(r)+1 < len(t.d.Tokens):
		// The number of a note: "a yearly fee. 8 Yet some".
		ok = starter(t.word1(r + 1))
	default:
		ok = isTerminator(s) && s != "..." && s != ".." && s[0] != 0xE2
	}
	if ok {
		return 1
	}
	return 0
}

// reference is the number of tokens of a reference that starts with the
// bracket r, behind a stop that ends at end: [3], [citation needed]; or 0.
func (t *tokenizer) reference(r, end int32) int {
	if int(r)+2 < len(t.d.Tokens) && isDigit(rune(t.word1(r + 1)[0])) && t.word1(r+2) == "]" {
		return 3
	}
	for i := r + 2; i < r+6 && int(i) < len(t.d.Tokens); i++ {
		if t.word1(i) == "]" && (t.d.Tokens[r].Start == end || t.word1(i-1) == "needed") {
			return int(i + 1 - r)
		}
	}
	return 0
}

// opened reports whether a bracket stands open in the sentence before r.
func (t *tokenizer) opened(begin, r int32) bool {
	depth := 0
	for i := max(begin, r-60); i < r; i++ {
		switch t.word1(i) {
		case "(", "[":
			depth++
		case ")", "]":
			depth--
		}
	}
	return depth > 0
}

// follow is the first token from r on that is no closing mark, and whether an
// opening mark or bracket stands before it, and whether a closing one did.
func (t *tokenizer) follow(r, n int32) (at int32, opens, closed bool) {
	for ; r < n; r++ {
		switch t.word1(r) {
		case ")", "]", "}":
			closed = true
			continue
		case "(", "[":
			opens = true
			continue
		}
		switch t.roleAt(r) {
		case closing:
			closed = true
			continue
		case opening:
			opens = true
			continue
		}
		break
	}
	return r, opens, closed
}

func (t *tokenizer) lastOf(r, n int32) bool {
	at, _, _ := t.follow(r, n)
	return at >= n
}

// endsAfterStop decides for a full stop behind a plain word.
func (t *tokenizer) endsAfterStop(begin, stop, r, n int32) bool {
	at, _, closed := t.follow(r, n)
	if at >= n {
		return true
	}
	next := t.word1(at)
	c, _ := runeAt(next, 0, len(next))
	switch {
	case unicode.IsLower(c):
		// Careless writers start sentences in small letters. Behind a closing
		// mark it is the attribution of a quotation.
		return !closed && t.d.Tokens[r].Is(token.SpaceBefore)
	case isTail(c) || isDash(c) && t.d.Tokens[at].Start == t.d.Tokens[at-1].End:
		return false
	}
	// "1." before a list item, "2.1." before a heading, "Figure 1."
	if stop == begin+1 && stop > 0 && (listNumber(t.word1(begin)) || sectionNumber(t.word1(begin))) {
		return false
	}
	if stop == begin+2 && isFigure(t.word1(begin)) && isDigit(rune(t.word1(begin + 1)[0])) {
		return false
	}
	return true
}

// sectionNumber reports whether s is like 2.1.
func sectionNumber(s string) bool {
	return len(s) > 2 && len(s) < 8 && strings.Trim(s, "0123456789.") == "" && strings.Contains(s, ".") && isDigit(rune(s[0]))
}

func listNumber(s string) bool {
	if len(s) > 2 {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return len(s) == 1 && isUpper(s[0])
		}
	}
	return true
}

// endsAfterMark decides for ! ? and an ellipsis.
func (t *tokenizer) endsAfterMark(s string, w, r, n int32) bool {
	at, opens, closed := t.follow(r, n)
	if at >= n {
		return true
	}
	next := t.word1(at)
	c, _ := runeAt(next, 0, len(next))
	switch {
	case unicode.IsLower(c):
		// "Yahoo! said" has a name before the mark.
		return s[0] != '.' && s[0] != 0xE2 && !closed && t.d.Tokens[r].Is(token.SpaceBefore) && !t.capitalBefore(w)
	case isTail(c) || isDash(c):
		return false
	}
	dots := s[0] == '.' && !strings.ContainsAny(s, "!?") || s[0] == 0xE2
	if dots && !isUpperRune(c) && !opens {
		return false
	}
	// "Viva Maria! (1965)".
	if opens && isDigit(c) && len(next) == 4 && t.capitalBefore(w) {
		return false
	}
	// "Why?" Smith asked: the quotation is part of the sentence.
	if closed && !opens && t.attributed(at, n) {
		return false
	}
	return true
}

func isUpperRune(r rune) bool { return unicode.IsUpper(r) || unicode.IsTitle(r) }

// attributed reports whether the words from at are the speaker and the verb of
// a quotation that has just been closed: "Smith said", "President Smith asked".
func (t *tokenizer) attributed(at, n int32) bool {
	for i := at; i < n && i < at+5; i++ {
		w := t.word1(i)
		if wordTable.Has(strings.ToLower(w), classAttributing) {
			return i > at
		}
		if len(w) == 1 && strings.Contains(".,:;!?", w) {
			return false
		}
	}
	return false
}

// abbreviation is the kind of the word before the stop at written token stop.
func (t *tokenizer) abbreviation(stop, begin, r int32) abbrev {
	if stop <= begin {
		return noAbbrev
	}
	w := t.word1(stop - 1)
	c, size := runeAt(w, 0, len(w))
	if size == len(w) && isUpperRune(c) {
		// An initial, but "Vitamin C." and "Plan B." at the end of all.
		if c == 'I' && !t.nameAround(stop-1, r+1) {
			return noAbbrev
		}
		return midAbbrev
	}
	if len(w) > 6 || !isLetter(c) {
		return noAbbrev
	}
	if len(w) == 1 && stop-1 > begin && t.word1(stop-2) == "(" || w == "div" && t.digitAfter(r) {
		return midAbbrev // (b. 1949)
	}
	return abbrevKind(w, t.digitAfter(r), int(r)+1 < len(t.d.Tokens) && month(t.word1(r+1)) > 0)
}

// nameAround reports whether capitalised words stand on both sides.
func (t *tokenizer) nameAround(i, next int32) bool {
	if i == 0 || int(next) >= len(t.d.Tokens) {
		return false
	}
	a, b := t.word1(i-1), t.word1(next)
	return isUpper(a[0]) && isUpper(b[0])
}

func (t *tokenizer) digitAfter(r int32) bool {
	return int(r)+1 < len(t.d.Tokens) && isDigit(rune(t.word1(r + 1)[0]))
}

// endsAfterAbbrev decides for the stop of an abbreviation that is token w;
// unread tokens start at r.
func (t *tokenizer) endsAfterAbbrev(kind abbrev, w, r, n int32) bool {
	at, opens, closed := t.follow(r, n)
	if at >= n {
		return true
	}
	next := t.word1(at)
	c, _ := runeAt(next, 0, len(next))
	if !isUpperRune(c) && !isDigit(c) && !opens || isDigit(c) && kind != endAbbrev {
		return false
	}
	if kind == titleAbbrev || kind == midAbbrev && !(closed && !opens) {
		// "in group C. The": an initial before a word that starts sentences.
		return kind == midAbbrev && t.d.Tokens[w].Len() == 1 && starter(next) && !t.capitalBefore(w)
	}
	if isDigit(c) {
		return false
	}
	return opens && isUpperRune(c) && t.roleAt(at-1) == opening || starter(next) || closed
}

func (t *tokenizer) capitalBefore(w int32) bool {
	if w == 0 {
		return false
	}
	s := t.word1(w - 1)
	return isUpper(s[0])
}

// dottedKind is the kind of an abbreviation with inner stops.
func dottedKind(s string) abbrev {
	if wordTable.Has(strings.ToLower(s), classMidDotted) {
		return midAbbrev
	}
	if len(s) == 4 && isUpper(s[0]) && isUpper(s[2]) && !wordTable.Has(s, classDottedPlace) {
		return midAbbrev // J.D. Vance
	}
	return endAbbrev
}

// starter reports whether a capitalised s starts a sentence rather than a name.
func starter(s string) bool {
	return wordTable.Has(s, classStarter)
}

// abbrevKind is the kind of w followed by a stop, behind which stands a number
// or a month or neither.
func abbrevKind(w string, digit, month bool) abbrev {
	n, _ := wordTable.Int(w, classAbbreviation)
	kind := abbrev(n)
	if kind&needsDigit != 0 && !digit || kind&needsDate != 0 && !digit && !month {
		return noAbbrev
	}
	return kind &^ (needsDigit | needsDate)
}
