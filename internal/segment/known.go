package segment

import (
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/internal/token"
)

// Known is what the caller of an article knows of its make-up, each empty if
// it knows nothing.
type Known struct {
	Title   string // the headline
	Byline  string // who wrote it
	Section string // where the publisher has it: "world/europe"
}

// The lengths of what makes an article up, set by hand: longer than any of
// which a reader would say that it is one.
const (
	longestByline = 24   // tokens of "Ann Smith in Kyiv and Bob Lowe, chief reporter"
	longestKnown  = 1000 // bytes of a title, byline or section
)

// short is k without what is too long to be what it says.
func (k Known) short() Known {
	for _, s := range []*string{&k.Title, &k.Byline, &k.Section} {
		if len(*s) > longestKnown {
			*s = ""
		}
	}
	return k
}

// Bylines are the names of persons and bodies in a byline: "By Ann Smith in
// Kyiv and Bob Lowe, AP" has Ann Smith, Bob Lowe and AP.
func Bylines(byline string) []string {
	if len(byline) > longestKnown {
		return nil
	}
	var out []string
	var name []string
	flush := func() {
		if len(name) > 0 {
			out = append(out, strings.Join(name, " "))
			name = nil
		}
	}
	skip := false // what follows "in" or "at" is no author
	for _, w := range strings.Fields(byline) {
		bare := strings.TrimRight(w, ",;|/")
		c, _ := runeAt(bare, 0, len(bare))
		switch e := wordTable.Find(strings.ToLower(bare)); {
		case e.Has(classBylineOf):
			flush()
			skip = true
			continue
		case bare == "", e.Has(classBylineMark):
			flush()
			skip = false
			continue
		case !isUpperRune(c) && !e.Has(classNameParticle):
			flush()
			skip = true
			continue
		}
		if !skip {
			name = append(name, bare)
		}
		if bare != w {
			flush()
			skip = false
		}
	}
	flush()
	return out
}

// IsTitle reports whether a paragraph repeats the title.
func (k Known) IsTitle(paragraph string) bool { return sameLetters(paragraph, k.Title) }

// callers is what the caller knows of the paragraph, if anything. Title says
// that no paragraph of the story has come.
func (t *tokenizer) callers(p int, first, last int32, title bool) (kind token.Kind, ok bool) {
	k := &t.known
	if *k == (Known{}) {
		return 0, false
	}
	text := t.d.Str(t.d.Paras[p].Span)
	switch {
	case title && p+1 < len(t.d.Paras) && k.IsTitle(text):
		return token.Headline, true
	case last-first <= longestByline && (sameLetters(text, k.Byline) || t.authors(first, last)):
		return token.Boilerplate, true
	case title && last-first <= longestByline && t.sectionName(text):
		return token.Boilerplate, true
	}
	return 0, false
}

// authors reports whether the tokens begin with the name of an author, are no
// sentence, and a mark, "in" or "and" follows, or nothing.
func (t *tokenizer) authors(first, last int32) bool {
	if len(t.authorNames) == 0 || t.hasStop(first, last) {
		return false
	}
	text := t.d.Str(t.d.SpanOf(first, last))
	for _, name := range t.authorNames {
		rest, ok := strings.CutPrefix(text, name)
		if c, _ := runeAt(rest, 0, len(rest)); !ok || isLetter(c) || !strings.Contains(name, " ") {
			continue
		}
		next, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
		e := wordTable.Find(next)
		c, _ := runeAt(next, 0, len(next))
		return !isLetter(c) || e.Has(classBylineOf) || e.Has(classBylineMark)
	}
	return false
}

// sectionName reports whether text is the section's name, or its last part.
func (t *tokenizer) sectionName(text string) bool {
	if sameLetters(text, t.known.Section) {
		return true
	}
	for part := range strings.FieldsFuncSeq(t.known.Section, func(r rune) bool { return strings.ContainsRune("/>|:", r) }) {
		if sameLetters(text, part) {
			return true
		}
	}
	return false
}

// sameLetters reports whether a and b have the same letters and digits, in
// capitals or not, and at least one.
func sameLetters(a, b string) bool {
	any := false
	for {
		x, restA := nextLetter(a)
		y, restB := nextLetter(b)
		if x != y {
			return false
		}
		if x == 0 {
			return any
		}
		any = true
		a, b = restA, restB
	}
}

// nextLetter is the first letter or digit of s in small form, and what follows; 0 at the end.
func nextLetter(s string) (rune, string) {
	for i, r := range s {
		if isLetter(r) || isDigit(r) {
			_, size := runeAt(s, i, len(s))
			return unicode.ToLower(r), s[i+size:]
		}
	}
	return 0, ""
}
