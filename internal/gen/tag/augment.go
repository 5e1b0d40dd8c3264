package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/token"
)

// augment adds copies of some sentences as headlines and careless writers
// would have them: capitals throughout, titles, and small letters.
func augment(ss []conllu.Sentence) []conllu.Sentence {
	out := ss[:len(ss):len(ss)]
	for i := range ss {
		var f func(w *conllu.Word) string
		switch i % 50 {
		case 7:
			f = func(w *conllu.Word) string { return strings.ToUpper(w.Form) }
		case 19:
			f = func(w *conllu.Word) string { return strings.ToLower(w.Form) }
		case 31, 43:
			f = func(w *conllu.Word) string {
				if (w.UPOS == token.ADP || w.UPOS == token.DET || w.UPOS == token.CCONJ || w.XPOS == token.TO) && len(w.Form) < 5 {
					return w.Form
				}
				r, n := utf8.DecodeRuneInString(w.Form)
				return string(unicode.ToUpper(r)) + w.Form[n:]
			}
		default:
			continue
		}
		c := ss[i]
		if len(c.Words) < 4 {
			continue
		}
		c.Words = make([]conllu.Word, len(ss[i].Words))
		copy(c.Words, ss[i].Words)
		for j := range c.Words {
			c.Words[j].Form = f(&c.Words[j])
		}
		out = append(out, c)
	}
	return out
}
