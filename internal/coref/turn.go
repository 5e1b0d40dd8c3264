package coref

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// TurnKind is what a turn of an interview or a transcript is.
type TurnKind uint8

const (
	Named    TurnKind = iota // it begins with who speaks: "HOLM: I do."
	Question                 // "Q: Do you?"
	Answer                   // "A: I do."
)

// A Turn begins a line of speech that is set off by who speaks.
type Turn struct {
	First, Colon int32 // the label and the mark behind it, tokens
	Kind         TurnKind
}

const (
	maxLabel  = 6  // tokens
	maxLabels = 16 // different names

	leastAlone = 3 // answers, where no letter begins a question
)

// Turns finds the turns of d: those that a letter or a word for question or
// answer begins, where questions are asked of somebody, and those that a name begins
// that begins others too, or one in capitals among such.
func Turns(d *token.Doc) []Turn {
	var all []Turn
	var names []string
	var times []int
	var has [Answer + 1]int // turns, of names that begin others too
	var which []int         // turn: its name, or -1
	for s := range d.Sents {
		d.CheckAt(s)
		t, ok := label(d, int32(s), has[Question] > 0)
		if !ok {
			continue
		}
		k := -1
		if t.Kind == Named {
			name := d.Tokens[t.Colon-1].Lower // "Ann Lee:", then "Lee:"
			if k = slices.Index(names, name); k < 0 {
				if len(names) == maxLabels {
					continue
				}
				k = len(names)
				names, times = append(names, name), append(times, 0)
			}
			times[k]++
		}
		if k < 0 || times[k] > 1 {
			has[t.Kind]++
		}
		all, which = append(all, t), append(which, k)
	}
	letters := has[Question] > 1 || has[Question] == 1 && has[Answer] > 0 || has[Answer] >= leastAlone
	kept := all[:0]
	for i, t := range all {
		if k := which[i]; k < 0 && letters || k >= 0 && (times[k] > 1 || has[Named] > 1 && d.Tokens[t.Colon-1].Is(token.AllCaps)) {
			kept = append(kept, t)
		}
	}
	return kept
}

// label is the turn that sentence s begins, if it is the first of its line;
// asked tells that a question was seen before.
func label(d *token.Doc, s int32, asked bool) (Turn, bool) {
	sent := &d.Sents[s]
	if sent.Kind == token.Boilerplate || !d.StartsLine(s) {
		return Turn{}, false
	}
	first := sent.First
	for first < sent.Last && d.Tokens[first].Is(token.Punct) && first < sent.First+2 {
		first++ // "**Q:**"
	}
	if first >= sent.Last || !d.Tokens[first].Is(token.Capital) || int(first)+1 >= len(d.Tokens) {
		return Turn{}, false
	}
	word, mark := &d.Tokens[first], &d.Tokens[first+1]
	colon := mark.Lower == ":" || mark.Lower == "." && word.Span.Len() == 1
	w := word.Lower
	if mark.Lower == ":" && len(w) <= 3 {
		w = strings.TrimRight(w, "0123456789") // "Q12:"
	}
	switch {
	case colon && listed(w, classQuestionLabel):
		return Turn{first, first + 1, Question}, true
	case colon && listed(w, classAnswerLabel):
		return Turn{first, first + 1, Answer}, asked || mark.Lower == ":"
	case sent.Kind != token.Body:
		return Turn{}, false
	}
	for t := first; t < sent.Last && t < first+maxLabel; t++ {
		switch tok := &d.Tokens[t]; {
		case tok.Lower == ":":
			return Turn{first, t, Named}, t+1 < sent.Last
		case !tok.Is(token.Capital) && tok.Lower != ".":
			return Turn{}, false
		}
	}
	return Turn{}, false
}
