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
	t.d.Tokens = append(t.d.Tokens, token.Token{Span: token.Span{Start: int32(a), End: int32(b)}, Flags: f})
}

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
	s := t.d.Text
	c := s[i]
	switch {
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		return t.word(i, end)
	case c >= '0' && c <= '9':
		return t.number(i, end)
	}
	if m := t.markAt(i); m != nil && m.role != apostrophe {
		return int(m.end())
	}
	switch c {
	case '\'':
		return t.apostrophe(i, i+1, end)
	case '.':
		if j := i + 1; j < end && isDigit(rune(s[j])) && !t.gluedBefore(i) {
			return t.number(i, end)
		}
		if j := runOf(s, i, end, "."); j > i+1 {
			return j
		}
		return runOf(s, i, end, ".?!")
	case '!', '?':
		return runOf(s, i, end, "!?.")
	case '+':
		if j := i + 1; j < end && isDigit(rune(s[j])) && !t.gluedBefore(i) {
			return t.number(j, end)
		}
		return runOf(s, i, end, "+")
	case '-', '=', '*', '_', '~', '#', '<', '>', '|', '$':
		if c == '#' || c == '_' {
			if r, _ := runeAt(s, i+1, end); isLetter(r) {
				return t.word(i+1, end)
			}
		}
		j := i + 1
		for j < end && s[j] == c {
			j++
		}
		return j
	case ':', ';':
		if j := emoticon(s, i, end); j > i {
			return j
		}
		return i + 1
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
		return i + 1
	}
	if c < utf8.RuneSelf {
		return i + 1
	}
	r, size := utf8.DecodeRuneInString(s[i:end])
	switch {
	case r == '’' || r == '‘':
		return t.apostrophe(i, i+size, end)
	case isLetter(r):
		return t.word(i, end)
	case r == '…':
		j := i + size
		for j < end && s[j] == '.' {
			j++
		}
		return j
	case isDigit(r):
		return t.word(i, end)
	case r == '—' || r == '–':
		j := i + size
		for strings.HasPrefix(s[j:end], "—") {
			j += size
		}
		return j
	}
	return i + size
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
	switch strings.ToLower(w) {
	case "s", "ll", "re", "ve", "d", "m", "em", "til", "till", "cause", "cos", "cuz", "tis", "twas", "bout", "round":
		return k
	}
	return j
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
	if j < end && (s[j] == ')' || s[j] == '(' || s[j] == 'D' || s[j] == 'P') && (j+1 == end || s[j+1] <= ' ' || s[j+1] == '.' || s[j+1] == ')') {
		return j + 1
	}
	return i
}

// word ends the token that starts with a letter at i.
func (t *tokenizer) word(i, end int) int {
	s := t.d.Text
	if j := address(s, i, end); j > i {
		return j
	}
	j := i
	for j < end {
		c := s[j]
		if isWordByte(c) || c == '_' {
			j++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[j:end])
			if isLetter(r) || isDigit(r) || r == '\u00AD' || r == '\u200D' {
				j += size
				continue
			}
			if r == '’' {
				if k := t.inner(i, j, j+size, end); k > j {
					j = k
					continue
				}
			}
			break
		}
		if c == '\'' {
			if k := t.inner(i, j, j+1, end); k > j {
				j = k
				continue
			}
			break
		}
		if c == '&' && j+1 < end && j-i <= 4 && isUpper(s[j+1]) && isUpper(s[j-1]) {
			j++
			continue
		}
		if c == '-' && j+1 < end && keepHyphen(s[i:j], s[j+1:end]) {
			j++
			continue
		}
		if c == '.' {
			if k := dotted(s, i, j, end); k > j {
				j = k
				continue
			}
		}
		if c == '/' && j == i+1 && j+1 < end && (s[j-1]|32 == 'w' || s[j-1]|32 == 'b') {
			if k := j + 2; (s[j+1] == 'o' || s[j+1] == 'c') && (k == end || !isWordByte(s[k])) {
				return k // w/o, b/c
			}
		}
		if c == '$' && j-i <= 3 && j+1 < end && isDigit(rune(s[j+1])) && isUpper(s[i]) {
			return j + 1 // US$5
		}
		break
	}
	return j
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
		switch w {
		case "ll", "re", "ve", "LL", "RE", "VE":
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
	switch strings.ToLower(word) {
	case "non", "mid", "re", "anti", "co", "pre", "pro", "cross", "post", "multi", "ex", "sub", "counter", "semi", "mini", "neo", "socio", "psycho", "inter", "intra", "over", "un", "de", "bi", "tri", "quasi", "ultra", "micro", "macro", "trans", "infra", "supra", "proto", "pseudo", "super":
		return true
	}
	return false
}

// dotted is where a word that has a full stop at j goes on: j when the stop
// is not part of it.
func dotted(s string, i, j, end int) int {
	word := s[max(i, j-40):j] // enough to see: a word has no bound
	next, _ := runeAt(s, j+1, end)
	if !isWordRune(next) {
		// A final stop of letters with stops: U.S., p.m.
		if k := strings.LastIndexByte(word, '.'); k >= 0 && (len(word)-k == 2 || word[k+1:] == "Sc" || word[k+1:] == "Phil") && !isDigit(rune(word[k+1])) && next != '.' {
			return j + 1
		}
		return j
	}
	k := j + 1
	for k < end && k < j+64 && (isWordByte(s[k]) || s[k] == '-' || s[k] == '_') {
		k++
	}
	part := s[j+1 : k]
	last := word[strings.LastIndexByte(word, '.')+1:]
	switch {
	case len(part) == 1 && len(last) == 1:
		return k // U.S, p.m
	case len(last) == 1 && strings.IndexByte(word, '.') > 0:
		return j + 1 // U.S.President: the stop ends the abbreviation
	case part == "D" || part == "Sc" || part == "Phil" || part == "Ed":
		return k // Ph.D, M.Sc
	case isDigit(next):
		return k // v2.0, Sec.5 is rarer
	case topLevel(part):
		return k
	case isLower(part) && isLower(word) && (strings.IndexByte(word, '.') > 0 || k < end && s[k] == '.' && k+1 < end && isWordByte(s[k+1])):
		return k // alt.religion.scientology
	}
	return j
}

func isLower(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return false
		}
	}
	return true
}
