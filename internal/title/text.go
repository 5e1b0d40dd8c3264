package title

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file tells of titles and noun phrases by their words alone.

// Inside is a noun phrase as it stands inside a sentence: "The army" is "the army".
func Inside(phrase string) string {
	first, rest, _ := strings.Cut(phrase, " ")
	low := strings.ToLower(first)
	if r, _ := utf8.DecodeRuneInString(rest); wordTable.Has(low, classOpener) || (wordTable.Has(low, classPeople) || wordTable.Has(low, classAttribute)) && !unicode.IsUpper(r) {
		return strings.TrimSuffix(low+" "+rest, " ")
	}
	return phrase
}

// Denies reports whether the words of a title say that something is not so: a
// reader needs no other mark of that.
func Denies(title string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(title)) {
		w = strings.Trim(w, `,;:"“”()…`)
		if wordTable.Has(w, classDenying) || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") {
			return true
		}
	}
	return false
}

// FirstPerson reports whether a title is told by who takes part: "We won". One
// with a quotation says by whom.
func FirstPerson(title string) bool {
	if strings.Contains(title, `: "`) {
		return false
	}
	last := ""
	for w := range strings.FieldsSeq(title) {
		w, _, _ = strings.Cut(strings.Trim(w, `,;:"“”()…`), "'")
		w, _, _ = strings.Cut(w, "’")
		r, _ := utf8.DecodeRuneInString(last)
		// The capital of "I" is none of "World War I", that of "US" is another word's.
		if last == "" && wordTable.Has(strings.ToLower(w), classMine) && w != "US" || w == "I" && !unicode.IsUpper(r) || w != "i" && wordTable.Has(w, classMine) {
			return true
		}
		last = w
	}
	return false
}

// Phrase is the noun phrase s, which stands in text at offset at, as it stands
// inside a sentence and with the article before it; "" if it does not tell who
// it is without the sentences before. What follows a comma or a relative
// pronoun is left out.
func Phrase(text, s string, at int) string {
	s, _, _ = strings.Cut(s, ",")
	for _, w := range [...]string{" that ", " who ", " which "} {
		s, _, _ = strings.Cut(s, w)
	}
	for _, w := range [...]string{"and ", "or "} {
		if rest, ok := strings.CutPrefix(s, w); ok { // half of "federal and state officials"
			at, s = at+len(w), rest
		}
	}
	first, rest, more := strings.Cut(s, " ")
	low := strings.ToLower(first)
	if w := wordTable.Find(low); s == "" || w.Has(classReferring) || !more && w.Has(classNobody) {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(rest); low != first && first[1:] == low[1:] && !unicode.IsUpper(r) && strings.Contains(text, " "+low+" ") {
		s = low + s[len(first):] // a capital that only opens a sentence
	}
	before := strings.TrimRight(text[:at], " ")
	if article := strings.ToLower(before[strings.LastIndexAny(before, " \n\"“")+1:]); len(before) < at && wordTable.Has(article, classArticle) {
		s = article + " " + s
	}
	return Inside(s)
}

// Capital is s as it opens a title: with a capital, but for names such as iPhone.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
