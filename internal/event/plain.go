package event

import (
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// static reports whether lemma tells a state, an opinion, a course or a way
// of being rather than a happening: such verbs make no event by themselves.
func static(lemma string) bool {
	switch lemma {
	case "be", "have", "seem", "appear", "look", "sound", "feel", "know", "want", "like", "love", "hate", "need", "believe", "think", "mean", "own", "possess", "belong",
		"contain", "include", "consist", "comprise", "constitute", "represent", "remain", "stay", "live", "lie", "stand", "sit", "exist", "depend", "deserve", "matter", "resemble",
		"cost", "weigh", "fit", "suit", "involve", "require", "concern", "regard", "consider", "expect", "hope", "wish", "prefer", "understand", "realize", "realise", "remember", "forget",
		"see", "hear", "watch", "notice", "wonder", "doubt", "suppose", "imagine", "guess", "assume", "agree", "disagree", "enjoy", "fear", "care", "worry", "try", "tend", "continue",
		"keep", "do", "make", "get", "go", "come", "take", "put", "use", "give", "let", "seek", "allow", "enable", "help", "cause", "lead", "result", "follow", "base", "locate", "situate",
		"become", "turn", "happen", "occur", "work", "serve", "act", "function", "operate", "apply", "relate", "refer", "date", "deal", "cover", "face", "share", "vary", "differ", "range",
		"call", "name", "title", "describe", "show", "suggest", "indicate", "prove", "demonstrate", "reflect", "mark", "say", "tell", "ask", "add", "note", "state", "explain", "argue", "claim",
		"write", "read", "quote", "report", "mention", "begin", "start", "end", "stop", "bring", "set", "run", "play", "hold", "carry", "leave", "find", "dub", "estimate", "support", "hang", "can", "will", "plan", "intend", "aim", "speak", "talk", "focus", "rely", "view", "treat", "deem", "wear", "spend", "wait", "lack", "survive", "grow", "stem", "surround", "last", "enter", "contribute", "emerge", "provide", "offer", "feature", "boast", "house", "border", "cite":
		return true
	}
	return false
}

// plain reads a verb that the lexicon does not have, or has only in other
// frames, as a happening with its lemma as its kind: a dynamic verb, told as
// done or as going to be done, with somebody that the text names in it.
func (f *finder) plain(p int32) (hit, bool) {
	t := &f.d.Tokens[p]
	if static(t.Lemma) || t.Quote != token.None || t.Lemma == "" || !lowerWord(t.Lemma) {
		return hit{}, false
	}
	switch t.Rel {
	case token.Root, token.Conj, token.Ccomp, token.AclRelcl, token.Advcl, token.Parataxis, token.Acl:
	default:
		return hit{}, false
	}
	g := syntax.Group(f.d, p)
	st := Occurred
	switch {
	case g.Modal == "will":
		st = Planned
	case g.Modal != "" || g.SemiModal != "" || g.Negated || g.NoArgument || f.conditional(p):
		return hit{}, false
	case t.XPOS == token.VBD || t.XPOS == token.VBN || g.Perfect:
	case g.Progressive && t.XPOS == token.VBG && g.Finite != token.None:
		st = Ongoing
	default:
		return hit{}, false
	}
	fr := f.frameOf(p)
	if t.Rel == token.Acl && (t.XPOS != token.VBN || fr.n == 0) {
		return hit{}, false
	}
	who := fr.subj != token.None && f.known(fr.subj) || fr.obj != token.None && f.known(fr.obj)
	if !who {
		return hit{}, false
	}
	h := hit{kind: t.Lemma, rule: "verb-only", trig: p, clause: p, src: fr.subj, tgt: fr.obj, topic: token.None, score: 0, status: st, hard: true}
	return h, true
}

func lowerWord(w string) bool {
	for i := 0; i < len(w); i++ {
		if (w[i] < 'a' || w[i] > 'z') && w[i] != '-' {
			return false
		}
	}
	return true
}

// known reports whether i is a name, or a word for an actor that has one.
func (f *finder) known(i int32) bool {
	t := &f.d.Tokens[i]
	if t.Ent != token.None || t.UPOS == token.PROPN {
		return true
	}
	return f.actorAt(i) != token.None
}
