package title

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// Phrasal reports whether a title of a sentence is a mere noun phrase: it has no verb
// that a clause has, neither by itself nor as one of the sentence.
func Phrasal(title, sentence string) bool {
	has := strings.Fields(strings.ToLower(title))
	return !slices.ContainsFunc(tagged(title), clausal) &&
		!slices.ContainsFunc(tagged(sentence), func(t token.Token) bool { return clausal(t) && slices.Contains(has, t.Lower) })
}

// tagged are the tokens of s with their parts of speech.
func tagged(s string) []token.Token {
	d := segment.Segment(s)
	tag.Tag(d)
	return d.Tokens
}

// clausal reports whether t may be the verb of a clause.
func clausal(t token.Token) bool {
	switch t.XPOS {
	case token.VBD, token.VBZ, token.VBP, token.MD, token.VBN:
		return true
	}
	return false
}

// Retells reports whether title y says no more than title x of the same sentence
// does: its words stand in x in that order, or nearly all of them do, or both
// have one clause and go on with asides alone: "The mayor made a statement on the
// fire", "The mayor made a statement while visiting the school".
func Retells(x, y string) bool {
	a, b := strings.Fields(strings.ToLower(x)), strings.Fields(strings.ToLower(y))
	if len(a) > limit || len(b) > limit || len(a) == 0 || len(b) == 0 {
		return false
	}
	n := common(a, b)
	return n == len(b) || n >= clauseWords && 10*n >= alike*len(b) || oneClause(a, b)
}

// alike is of ten words of a title how many stand in another that tells all of it;
// chosen by reading pairs of titles of unseen texts.
const alike = 8

// common is how many words a and b have in the same order.
func common(a, b []string) int {
	var row [limit + 1]int // of the words of a so far, with the first of b
	for _, w := range a {
		left := 0
		for j, v := range b {
			old := row[j+1]
			if word(w) == word(v) {
				row[j+1] = left + 1
			} else {
				row[j+1] = max(old, row[j])
			}
			left = old
		}
	}
	return row[len(b)]
}

// word is w without the comma behind it.
func word(w string) string { return strings.TrimSuffix(w, ",") }

// oneClause reports whether two titles begin with the same clause and go on with
// asides alone.
func oneClause(a, b []string) bool {
	n := 0
	for n < min(len(a), len(b)) && word(a[n]) == word(b[n]) {
		n++
	}
	return n >= clauseWords && (n == len(a) || beginsAside(a[n-1], a[n])) && (n == len(b) || beginsAside(b[n-1], b[n]))
}

// clauseWords is of how many words a clause is at least: subject, verb, and the
// object with its article.
const clauseWords = 4

// beginsAside reports whether word begins an aside behind the word before it.
func beginsAside(before, word string) bool {
	return strings.HasSuffix(before, ",") && strings.HasSuffix(word, "ing") || wordTable.Has(word, classAside)
}
