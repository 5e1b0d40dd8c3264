package coref

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// speechVerb reports whether t is a verb of saying.
func speechVerb(t *token.Token) bool {
	w := t.Lemma
	if w == "" {
		w = t.Lower
		if s, ok := strings.CutSuffix(w, "ed"); ok {
			w = s
		}
	}
	switch w {
	case "say", "said", "says", "tell", "told", "add", "adds", "note", "not", "explain", "claim", "argue", "argu", "insist", "warn", "announce", "announc", "declare", "declar", "state", "stat", "stress", "emphasize", "emphasiz", "ask", "reply", "respond", "write", "wrote", "tweet", "report", "suggest", "admit", "acknowledge", "acknowledg", "assert", "maintain", "contend", "remark", "observe", "comment", "continue", "continu", "conclude", "recall", "joke", "quip", "reiterate", "reiterat", "confirm", "deny", "complain", "describe", "describ", "urge", "urg", "vow", "promise", "boast", "believe", "think", "thought", "predict", "testify", "allege", "caution", "call", "express", "tout", "concede", "declined", "lament", "point", "agree", "hint", "indicate", "characterize":
		return true
	}
	return false
}

// verbLike guesses a finite verb where there are no tags.
func verbLike(t *token.Token) bool {
	if t.UPOS != token.NoUPOS {
		return t.UPOS == token.VERB || t.UPOS == token.AUX
	}
	switch t.Lower {
	case "is", "was", "are", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "should", "must", "does", "did", "said", "says", "told", "met", "won", "lost", "went", "came", "left", "made", "took", "gave", "became", "spoke", "wrote", "thinks", "wants":
		return true
	}
	return strings.HasSuffix(t.Lower, "ed") && len(t.Lower) > 4
}

func prepositionLike(t *token.Token) bool {
	if t.UPOS != token.NoUPOS {
		return t.UPOS == token.ADP
	}
	switch t.Lower {
	case "of", "in", "on", "at", "by", "for", "from", "to", "with", "against", "about", "near", "between":
		return true
	}
	return false
}
