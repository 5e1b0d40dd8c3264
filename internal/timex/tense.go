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
	if k := e.first - 1; k >= s.First && (comesNext(d.Tokens[k].Lower) || d.Tokens[k].Lower == "on" && k > s.First && comesNext(d.Tokens[k-1].Lower)) {
		return future
	}
	t := treeTense(d, e)
	if cueAhead(d, e.first, s.First) {
		if t == past_ && e.kind != kWeekday {
			return ahead // "postponed until October", "held it until May"
		}
		return future
	}
	if e.first > s.First && d.Tokens[e.first-1].Lower == "by" {
		if t != past_ {
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
	return t.XPOS == token.VBD && t.UPOS == token.VERB && !intends(t.Lemma) || t.Lower == "said"
}

// dueBefore reports "due", "scheduled" and the like shortly before the
// expression, with no verb between.
func dueBefore(d *token.Doc, i, lo int32) bool {
	for k := i - 1; k >= max(lo, i-7); k-- {
		t := &d.Tokens[k]
		switch t.Lower {
		case "due", "scheduled", "slated", "upcoming", "forthcoming":
			return k == lo || d.Tokens[k-1].Lower != "had" && d.Tokens[k-1].Lower != "was" && d.Tokens[k-1].Lower != "been"
		case ",", ";", ":", "-", "after", "to":
			return false
		}
		if t.UPOS == token.VERB || t.UPOS == token.AUX {
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
	return w(1) == "as" && (w(2) == "soon" || w(2) == "early" || w(2) == "late") && w(3) == "as" || (w(1) == "until" || w(1) == "till" || w(1) == "effective") && w(2) != "" || w(1) == "to" && w(2) == "extended" ||
		w(1) == "than" && w(2) == "later" && w(3) == "no"
}

// treeTense climbs from the expression to the verb that governs it. A past
// tense counts only if the expression hangs on the verb itself: "the meeting
// on Friday was announced" leaves Friday open.
func treeTense(d *token.Doc, e *expr) tense {
	i := e.first
	for k := e.first; k < e.last; k++ {
		if h := d.Tokens[k].Head; h != token.None && (h < e.first || h >= e.last) {
			i = k
			break
		}
	}
	direct := true
	for k := e.first; k < e.last; k++ {
		if hasCopula(d, k) {
			// "The race is on Saturday."
			g := syntax.Group(d, k)
			switch g.Tense {
			case syntax.Present, syntax.Future:
				return future
			case syntax.Past:
				return past_
			}
		}
	}
	for n := 0; n < 64 && i != token.None; n++ {
		if i < e.first || i >= e.last {
			t := &d.Tokens[i]
			if t.UPOS == token.VERB || t.UPOS == token.AUX || hasCopula(d, i) {
				switch t.Lower {
				case "scheduled", "set", "due", "expected", "planned", "slated":
					return future
				}
				if i > 1 && d.Tokens[i-1].Lower == "to" && (d.Tokens[i-2].Lower == "is" || d.Tokens[i-2].Lower == "are" || d.Tokens[i-2].Lower == "'s") {
					return future
				}
				g := syntax.Group(d, i)
				switch v := groupTense(&g); {
				case direct && (t.XPOS == token.VB || t.XPOS == token.VBP) && strings.HasSuffix(t.Lower, "ed") && v != future:
					return past_ // a present no verb has
				case direct && g.Tense == syntax.Present && !g.Perfect && !g.Progressive && plansAhead(t.Lemma):
					return future
				case direct && v == unknown && !g.Perfect && modal(g.Modal) && !(g.Modal == "could" && (g.Negated || g.Passive)):
					return future
				case v == past_ && !direct:
					return nounPast
				case v != future && !direct:
					return present
				case direct && g.Tense == syntax.Present && !g.Perfect && !g.Progressive && e.kind == kWeekday && !states(t.Lemma):
					return future
				case direct && v == past_ && intends(t.Lemma):
					return present
				case v != unknown:
					return v
				}
			} else if futureNoun(t.Lower) {
				return future
			} else {
				direct = false
			}
		}
		i = d.Tokens[i].Head
	}
	return unknown
}

// plansAhead reports verbs whose simple present with a date tells the future:
// "They meet Monday", "he plans a news conference on Tuesday".
func plansAhead(lemma string) bool {
	switch lemma {
	case "meet", "open", "begin", "start", "leave", "arrive", "travel", "face", "vote", "visit", "host", "head", "play", "fly", "address", "gather", "plan", "intend", "expect", "hope", "expire", "end", "resume", "return", "go", "take", "report", "release", "publish", "launch", "mark", "celebrate", "hold", "close":
		return true
	}
	return false
}

// states reports verbs whose present tells what is said or so by now.
func states(lemma string) bool {
	switch lemma {
	case "say", "tell", "show", "be", "have", "think", "believe", "know", "want", "need", "seem", "appear", "mean", "suggest", "indicate", "like", "see", "understand", "remain", "continue":
		return true
	}
	return false
}

// modal reports modals of what may come.
func modal(s string) bool {
	switch s {
	case "may", "might", "could", "can", "must", "should", "shall", "ought":
		return true
	}
	return false
}

// comesNext reports verbs that announce, even where the tagger takes them for
// nouns: "The trial resumes Wednesday".
func comesNext(s string) bool {
	switch s {
	case "opens", "begins", "starts", "resumes", "meets", "expires", "arrives", "leaves", "returns", "votes", "goes", "airs", "convenes", "debuts":
		return true
	}
	return false
}

// intends reports verbs whose complement lies ahead of them.
func intends(lemma string) bool {
	switch lemma {
	case "plan", "intend", "expect", "hope", "schedule", "promise", "vow":
		return true
	}
	return false
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

// futureNoun reports words that look ahead to their time.
func futureNoun(s string) bool {
	switch s {
	case "upcoming", "scheduled", "deadline", "expected", "forthcoming", "planned", "due":
		return true
	}
	return false
}

func groupTense(g *syntax.VerbGroup) tense {
	switch g.Modal {
	case "will", "shall", "would":
		if g.Perfect {
			return past_
		}
		return future
	}
	switch g.SemiModal {
	case "go", "set", "plan", "expect", "schedule", "intend", "slate", "aim", "hope", "due", "about":
		return future
	}
	if g.Perfect {
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
	switch t.Lower {
	case "will", "'ll", "shall", "wo", "would", "may", "scheduled", "plans", "expects", "expected", "upcoming", "due", "slated", "should", "intends", "planned", "deadline", "begins", "starts", "expires", "until", "must", "can":
		if t.Lower == "may" && t.Flags&token.Capital != 0 {
			return unknown
		}
		return future
	case "was", "were", "had", "did", "said", "came", "went", "began", "took", "made", "rose", "fell", "held", "left", "got", "saw", "told", "gave", "found", "became", "won", "lost", "since", "met", "killed", "died", "has", "have", "sold", "bought", "led", "sent", "ended", "ran", "put", "grew", "spoke", "brought", "kept", "wrote", "paid", "hit", "shot", "fled", "broke", "been":
		return past_
	case "to":
		if i+1 < int32(len(d.Tokens)) {
			n := &d.Tokens[i+1]
			if n.UPOS == token.VERB || n.UPOS == token.AUX || n.Lower == "be" || n.Lower == "meet" || n.Lower == "begin" || n.Lower == "start" || n.Lower == "hold" {
				return future
			}
		}
		return unknown
	}
	if t.UPOS != token.NoUPOS {
		if t.UPOS == token.VERB || t.UPOS == token.AUX {
			if t.XPOS == token.VBD || t.XPOS == token.VBN {
				return past_
			}
		}
		return unknown
	}
	if n := len(t.Lower); n > 4 && t.Lower[n-2:] == "ed" && t.Flags&token.Capital == 0 && t.Lower != "united" && t.Lower != "need" {
		return past_
	}
	return unknown
}
