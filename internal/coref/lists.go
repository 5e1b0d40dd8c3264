package coref

import (
	"iter"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

//go:generate go run ../gen/words

// listed reports whether w is in a class of words.txt.
func listed(w string, c wordClass) bool { return wordTable.Has(w, c) }

// texts yields the texts that class c gives to w.
func texts(w string, c wordClass) iter.Seq[string] {
	s, _ := wordTable.Text(w, c)
	return func(yield func(string) bool) {
		for s != "" {
			var t string
			if t, s, _ = strings.Cut(s, ";"); !yield(t) {
				return
			}
		}
	}
}

// What a pronoun asks of what it stands for, as words.txt has it.
const (
	pMasc = 1 << iota
	pFem
	pNeut
	pPlural
	pReflexive
	pPossessive
)

// form is what a pronoun asks of what it stands for.
type form struct {
	gender     actor.Gender
	plural     bool
	reflexive  bool
	possessive bool
}

// pronounForm is the form of a third-person pronoun.
func pronounForm(l string) (form, bool) {
	n, ok := wordTable.Int(l, classPronoun)
	f := form{plural: n&pPlural != 0, reflexive: n&pReflexive != 0, possessive: n&pPossessive != 0}
	switch {
	case n&pMasc != 0:
		f.gender = actor.Masc
	case n&pFem != 0:
		f.gender = actor.Fem
	case n&pNeut != 0:
		f.gender = actor.Neut
	}
	return f, ok
}

// broader reports whether word a names what office b is, in fewer words.
func broader(a, b string) bool {
	found := false
	for p := range texts(a, classBroader) {
		if no, ok := strings.CutPrefix(p, "!"); ok {
			found = found && b != no
		} else {
			found = found || matches(p, b)
		}
	}
	return found
}

// matches reports whether s is pattern p, in which "*" at either end stands
// for any words.
func matches(p, s string) bool {
	tail, open := strings.CutPrefix(p, "*")
	mid, closed := strings.CutSuffix(tail, "*")
	switch {
	case open && closed:
		return strings.Contains(s, mid)
	case open:
		return strings.HasSuffix(s, tail)
	}
	return p == s
}

// partyWord reports whether noun a is an adherent of party p.
func partyWord(a, p string) bool {
	for mark := range texts(a, classParty) {
		if mark == p {
			return true
		}
	}
	return false
}

// speechVerb reports whether t is a verb of saying.
func speechVerb(t *token.Token) bool { return listed(t.Lemma, classSpeech) }

func verbal(t *token.Token) bool { return t.UPOS == token.VERB || t.UPOS == token.AUX }
