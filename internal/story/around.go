package story

import (
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/internal/words"
)

// How far around a report's word its sentence is read, in words.
const (
	beforeNoun  = 3 // for what determines it
	figuresBack = 6 // for figures
	figuresOn   = 8
)

// takeSetting fills what the words around x's word tell of it, which ends at
// end in its sentence.
func (x *report) takeSetting(end int) {
	left, right := x.Sentence[:x.At], x.Sentence[end:]
	w := strings.ToLower(x.Sentence[x.At:end])
	noun := w == x.Lemma || strings.HasSuffix(w, "s") && strings.HasPrefix(w, x.Lemma) // "attacks", no "attacked"
	determined := false
	for n := range figuresBack {
		var v string
		if left, v = lastWord(left); v == "" {
			break
		}
		if noun && !determined && n < beforeNoun {
			e := wordTable.Find(v)
			x.back = e.Has(classRefers) || strings.HasSuffix(v, "'s") || strings.HasSuffix(v, "’s")
			determined = x.back || e.Has(classAnew) || e.Has(classGrammar) || isFigure(v)
		}
		x.also = x.also || n < beforeNoun && wordTable.Has(v, classAlso)
		x.addFigure(v)
	}
	for n := range figuresOn {
		var v string
		if right, v = firstWord(right); v == "" {
			break
		}
		if n == 0 {
			x.way, _ = wordTable.Int(v, classWay)
		}
		x.addFigure(v)
	}
	x.figures = unique(x.figures)
}

// contrary reports whether two particles are: 1 and 2, 3 and 4, and so on; 0 is none.
func contrary(a, b int) bool { return a > 0 && b > 0 && (a-1)^1 == b-1 }

// addFigure takes in a word if it is a number and no year.
func (x *report) addFigure(w string) {
	if isFigure(w) && !(len(w) == 4 && (w[:2] == "19" || w[:2] == "20")) {
		x.figures = append(x.figures, hash(w))
	}
}

func isFigure(w string) bool {
	return w[0] >= '0' && w[0] <= '9' || w != "one" && words.Common.Has(w, words.Number)
}

// lastWord cuts the last word, in lower case, off s.
func lastWord(s string) (rest, word string) {
	s = strings.TrimRightFunc(s, isMark)
	i := strings.LastIndexFunc(s, unicode.IsSpace) + 1
	return s[:i], strings.ToLower(strings.TrimFunc(s[i:], isMark))
}

// firstWord cuts the first word, in lower case, off s.
func firstWord(s string) (rest, word string) {
	s = strings.TrimLeftFunc(s, isMark)
	i := strings.IndexFunc(s, unicode.IsSpace)
	if i < 0 {
		i = len(s)
	}
	return s[i:], strings.ToLower(strings.TrimFunc(s[:i], isMark))
}

// isMark reports whether r is no part of a word's beginning or end.
func isMark(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
