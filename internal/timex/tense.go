package timex

import (
	"strings"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// tense is where the clause of an expression looks to.
type tense uint8

const (
	unknown tense = iota
	past_
	present
	future
	ahead    // not before now, if now leaves the choice
	nounPast // hangs on a noun of a clause in the past
)

// tenseAt is the tense of the clause that e stands in: by the tree if the
// text is parsed, else by the words around it.
func tenseAt(d *token.Doc, e *expr) tense {
	s := &d.Sents[e.sent]
	if saidBefore(d, e.first, s.First) {
		return past_
	}
	k := e.first - 1
	if k > s.First && d.Tokens[k].Lower == "on" && wordTable.Has(d.Tokens[k-1].Lower, classComesNext) {
		return future
	}
	if k >= s.First && wordTable.Has(d.Tokens[k].Lower, classComesNext) {
		return future
	}
	if k > s.First && d.Tokens[k].Lower == "for" {
		if e.kind == kDate && e.day > 0 {
			return ahead // "called a strike for June 1"
		}
		if e.kind == kWeekday && setsBefore(d, k, s.First) {
			return future // "set a hearing for Monday"
		}
	}
	t := treeTense(d, e)
	if cueAhead(d, e.first, s.First) {
		switch {
		case d.Tokens[e.first-1].Lower == "as" && (t == past_ || t == nounPast):
			return past_ // "was seen as late as Friday"
		case t == past_ && e.kind != kWeekday:
			return ahead // "postponed until October", "held it until May"
		}
		return future
	}
	if e.first > s.First && d.Tokens[e.first-1].Lower == "by" {
		if t != past_ && t != nounPast {
			return future
		}
		if e.kind != kWeekday {
			return ahead
		}
	}
	if dueBefore(d, e.first, s.First) {
		return future
	}
	if t != unknown {
		return t
	}
	return wordTense(d, e, s)
}

// setsBefore reports a verb that sets a time, shortly before token k.
func setsBefore(d *token.Doc, k, lo int32) bool {
	const reach = 7
	for i := k - 1; i >= max(lo, k-reach); i-- {
		if t := &d.Tokens[i]; t.UPOS == token.VERB {
			return wordTable.Has(t.Lemma, classSetsTime)
		}
	}
	return false
}

// saidBefore reports a verb in the past right before the expression: "said
// Thursday that", "told reporters" is not close enough.
func saidBefore(d *token.Doc, i, lo int32) bool {
	i--
	if i >= lo && (d.Tokens[i].Lower == "on" || d.Tokens[i].Lower == "in") {
		i--
	}
	if i < lo {
		return false
	}
	t := &d.Tokens[i]
	return t.XPOS == token.VBD && t.UPOS == token.VERB && !wordTable.Has(t.Lemma, classIntends) || t.Lower == "said"
}

// dueBefore reports "due", "scheduled" and the like shortly before the
// expression, with no verb between.
func dueBefore(d *token.Doc, i, lo int32) bool {
	const reach = 7
	for k := i - 1; k >= max(lo, i-reach); k-- {
		t := &d.Tokens[k]
		w := wordTable.Find(t.Lower)
		if w.Has(classDue) {
			return k == lo || !wordTable.Has(d.Tokens[k-1].Lower, classWasDue)
		}
		if w.Has(classDueEnds) || t.UPOS == token.VERB || t.UPOS == token.AUX {
			return false
		}
	}
	return false
}

// cueAhead reports a preposition that points ahead: "as soon as Tuesday",
// "until Friday".
func cueAhead(d *token.Doc, i, lo int32) bool {
	w := func(k int32) string {
		if i-k < lo {
			return ""
		}
		return d.Tokens[i-k].Lower
	}
	switch w(1) {
	case "as":
		return wordTable.Has(w(2), classAsSoon) && w(3) == "as"
	case "to":
		return wordTable.Has(w(2), classPutOff) || wordTable.Has(w(2), classPutOffWhere) && wordTable.Has(w(3), classPutOff)
	case "than":
		return w(2) == "later" && w(3) == "no"
	}
	return wordTable.Has(w(1), classLimit) && w(2) != ""
}

// treeTense climbs from the expression to the verb that governs it. A past
// tense counts only if the expression hangs on the verb itself: "the meeting
// on Friday was announced" leaves Friday open.
func treeTense(d *token.Doc, e *expr) tense {
	if t := copulaTense(d, e); t != unknown {
		return t
	}
	const reach = 64
	direct := true
	i := outside(d, e)
	for n := 0; n < reach && i != token.None; n++ {
		t := &d.Tokens[i]
		switch {
		case i >= e.first && i < e.last:
		case t.UPOS == token.VERB || t.UPOS == token.AUX || hasCopula(d, i):
			if v := verbTense(d, e, i, direct); v != unknown {
				return v
			}
		case wordTable.Has(t.Lower, classFutureNoun):
			return future
		default:
			direct = false
		}
		i = t.Head
	}
	return unknown
}

// outside is the first token from which a token of e hangs on one outside it.
func outside(d *token.Doc, e *expr) int32 {
	for k := e.first; k < e.last; k++ {
		if h := d.Tokens[k].Head; h != token.None && (h < e.first || h >= e.last) {
			return k
		}
	}
	return e.first
}

// copulaTense is the tense of "The race is on Saturday."
func copulaTense(d *token.Doc, e *expr) tense {
	for k := e.first; k < e.last; k++ {
		if hasCopula(d, k) {
			g := syntax.Group(d, k)
			switch g.Tense {
			case syntax.Present, syntax.Future:
				return future
			case syntax.Past:
				return past_
			}
		}
	}
	return unknown
}

// verbTense is the tense that the verb at token i gives an expression below
// it; direct tells that no noun stands between the two.
func verbTense(d *token.Doc, e *expr, i int32, direct bool) tense {
	t := &d.Tokens[i]
	if hadBeen(d, i) {
		return past_
	}
	if wordTable.Has(t.Lower, classScheduled) || arranged(d, i) {
		return future
	}
	g := syntax.Group(d, i)
	v := groupTense(&g)
	if g.Modal == "would" && g.Negated && wordTable.Has(t.Lemma, classDeclines) {
		return past_ // "would not say on Monday who"
	}
	if !direct {
		switch v {
		case past_:
			return nounPast
		case future:
			return future
		}
		return present
	}
	if v == unknown && toInfinitive(d, i) {
		return underTense(d, i)
	}
	simple := g.Tense == syntax.Present && !g.Perfect && !g.Progressive
	switch {
	case (t.XPOS == token.VB || t.XPOS == token.VBP) && strings.HasSuffix(t.Lower, "ed") && v != future:
		return past_ // a present no verb has
	case simple && wordTable.Has(t.Lemma, classPlans):
		return future
	case v == unknown && !g.Perfect && wordTable.Has(g.Modal, classModal) && !(g.Modal == "could" && (g.Negated || g.Passive)):
		return future
	case simple && v != future && e.kind == kWeekday && !wordTable.Has(t.Lemma, classStates):
		return future
	case v == past_ && wordTable.Has(t.Lemma, classIntends):
		return present
	}
	return v
}

// toInfinitive reports whether verb i is an infinitive with "to" before it.
func toInfinitive(d *token.Doc, i int32) bool {
	return i > 0 && d.Tokens[i].XPOS == token.VB && d.Tokens[i-1].Lower == "to" && d.Tokens[i-1].Sent == d.Tokens[i].Sent
}

// underTense is what the word over the infinitive i says of a time below it:
// what is agreed or asked for lies ahead of that, and else it may lie on either
// side, "flew there to meet him in May".
func underTense(d *token.Doc, i int32) tense {
	h := d.Tokens[i].Head
	if h == token.None || d.Tokens[h].UPOS != token.VERB && d.Tokens[h].UPOS != token.ADJ {
		return unknown
	}
	switch w := wordTable.Find(d.Tokens[h].Lemma); {
	case w.Has(classCommits):
		return ahead
	case w.Has(classGoesOn):
		return unknown // it was as it is told: "went on to win in May"
	}
	return present
}

// arranged reports whether verb i is under "is to": "was to be sentenced".
func arranged(d *token.Doc, i int32) bool {
	i--
	if i > 0 && d.Tokens[i].Lower == "be" {
		i--
	}
	return i > 0 && d.Tokens[i].Lower == "to" && wordTable.Has(d.Tokens[i-1].Lower, classIsTo)
}

// hadBeen reports whether verb i is under what had been due or planned, whose
// day has passed: "the offer had been due to expire on Friday".
func hadBeen(d *token.Doc, i int32) bool {
	return i > 3 && d.Tokens[i-1].Lower == "to" && wordTable.Has(d.Tokens[i-2].Lower, classDue) &&
		d.Tokens[i-3].Lower == "been" && d.Tokens[i-4].Lower == "had"
}

func hasCopula(d *token.Doc, i int32) bool {
	n := 0
	for k := range d.Kids(i) {
		if d.Tokens[k].Rel == token.Cop {
			return true
		}
		if n++; n > 40 {
			break
		}
	}
	return false
}

func groupTense(g *syntax.VerbGroup) tense {
	switch {
	case wordTable.Has(g.Modal, classModalFuture):
		if g.Perfect {
			return past_
		}
		return future
	case wordTable.Has(g.SemiModal, classSemiFuture):
		return future
	case g.Perfect:
		return past_
	}
	switch g.Tense {
	case syntax.Past:
		return past_
	case syntax.Future:
		return future
	case syntax.Present:
		return present
	}
	return unknown
}

// wordTense looks for the nearest sign of tense in the clause, before the
// expression first.
func wordTense(d *token.Doc, e *expr, s *token.Sentence) tense {
	const reach = 25
	for i, n := e.first-1, 0; i >= s.First && n < reach; i, n = i-1, n+1 {
		if t := signAt(d, i); t != unknown {
			return t
		}
	}
	for i, n := e.last, 0; i < s.Last && n < reach; i, n = i+1, n+1 {
		if t := signAt(d, i); t != unknown {
			return t
		}
	}
	return unknown
}

// signAt is the tense that word i shows.
func signAt(d *token.Doc, i int32) tense {
	t := &d.Tokens[i]
	w := wordTable.Find(t.Lower)
	switch {
	case w.Has(classSignAhead):
		if t.Lower == "may" && t.Flags&token.Capital != 0 {
			return unknown
		}
		return future
	case w.Has(classSignBack):
		return past_
	case t.Lower == "to":
		if i+1 < int32(len(d.Tokens)) {
			if n := &d.Tokens[i+1]; n.UPOS == token.VERB || n.UPOS == token.AUX || wordTable.Has(n.Lower, classInfinitive) {
				return future
			}
		}
		return unknown
	case t.UPOS == token.NoUPOS:
		if n := len(t.Lower); n > 4 && t.Lower[n-2:] == "ed" && t.Flags&token.Capital == 0 && !wordTable.Has(t.Lower, classNoPast) {
			return past_
		}
	case (t.UPOS == token.VERB || t.UPOS == token.AUX) && (t.XPOS == token.VBD || t.XPOS == token.VBN):
		return past_
	}
	return unknown
}
