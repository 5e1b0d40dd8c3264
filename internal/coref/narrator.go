package coref

import (
	"github.com/dateline-go/dateline/internal/token"
)

// A narrator is the one person whose own words an article is: a speech, a
// statement, a column.
type narrator struct {
	who  int32 // entity, or None
	from int32 // first token of the words
}

// leastOwn is in how many sentences of the narrator's own words "I" stands at
// least, outside quotations.
const leastOwn = 3

// findNarrator finds whose words the article is, when one person is sure: the
// text says "my name is ...", an opening line ends in a colon behind who
// delivers the remarks, or the headline gives "remarks by ...".
func (r *resolver) findNarrator() narrator {
	none := narrator{who: token.None}
	if r.interview.who != token.None || r.ownSentences() < leastOwn || r.turns() > 1 {
		return none
	}
	if n := r.delivered(); n.who != token.None {
		return n
	}
	named, several := r.selfNamed()
	if several {
		return none
	}
	if named != token.None {
		return narrator{who: named}
	}
	return narrator{who: r.headlineSpeaker()}
}

// ownSentences counts the sentences with an "I" outside quotations.
func (r *resolver) ownSentences() int {
	n, last := 0, token.None
	for t := range r.d.Tokens {
		r.d.CheckAt(t)
		if tok := &r.d.Tokens[t]; tok.Lower == "i" && tok.Quote == token.None && tok.Rel.Base() == token.Nsubj && tok.Sent != last {
			last = tok.Sent
			n++
		}
	}
	return n
}

// turns counts the paragraphs that begin with a name or words in capitals and
// a colon, as a transcript's do.
func (r *resolver) turns() int {
	n := 0
	for p := range r.d.Paras {
		r.d.CheckAt(p)
		para := &r.d.Paras[p]
		if para.First >= para.Last || para.Kind == token.Headline {
			continue
		}
		sent := &r.d.Sents[para.First]
		for t := sent.First; t < sent.Last && t < sent.First+6; t++ {
			tok := &r.d.Tokens[t]
			if tok.Lower == ":" && t > sent.First {
				n++
			}
			if !tok.Is(token.Capital) && !tok.Is(token.Punct) {
				break
			}
		}
	}
	return n
}

// selfNamed is the person who gives their own name outside quotations, "my
// name is Ann Lee", "I'm Ann Lee", or None, and whether several do.
func (r *resolver) selfNamed() (who int32, several bool) {
	who = token.None
	for t := range r.d.Tokens {
		r.d.CheckAt(t)
		tok := &r.d.Tokens[t]
		if tok.Rel != token.Cop || tok.Quote != token.None || tok.Head == token.None {
			continue
		}
		e := r.personAt(tok.Head)
		if e == token.None || e == who || !r.ofSelf(tok.Head) {
			continue
		}
		if who != token.None {
			return token.None, true
		}
		who = e
	}
	return who, false
}

// ofSelf reports whether the clause of predicate t is said of "I" or "my name".
func (r *resolver) ofSelf(t int32) bool {
	self := false
	for k := range r.d.Kids(t) {
		tok := &r.d.Tokens[k]
		switch {
		case listed(tok.Lower, classNegation):
			return false
		case tok.Rel == token.Nsubj && tok.Lower == "i":
			self = true
		case tok.Rel == token.Nsubj && (tok.Lower == "it" || tok.Lower == "this"):
			self = self || r.greets(t)
		case tok.Rel == token.Nsubj && tok.Lower == "name":
			for o := range r.d.Kids(k) {
				self = self || r.d.Tokens[o].Lower == "my"
			}
		}
	}
	return self
}

// greets reports whether "here", "speaking" or "and welcome" follows the name that
// holds token t: "it's Ann Lee here".
func (r *resolver) greets(t int32) bool {
	c := r.cover[t]
	if c == 0 {
		return false
	}
	for k := r.ms[c-1].Last; int(k) < len(r.d.Tokens) && k < r.ms[c-1].Last+2; k++ {
		if listed(r.d.Tokens[k].Lower, classGreeting) {
			return true
		}
	}
	return false
}

// maxOpening is how many paragraphs from the start who speaks is introduced.
const maxOpening = 6

// delivered finds the paragraph that ends in a colon, before words without
// marks, in which one person is the subject of what is said: "Ann Lee delivered
// remarks at the conference. Below are the remarks:".
func (r *resolver) delivered() narrator {
	for p := 0; p+1 < len(r.d.Paras) && p < maxOpening; p++ {
		r.d.CheckAt(p)
		para := &r.d.Paras[p]
		if para.First >= para.Last || para.Kind == token.Headline {
			continue
		}
		first, last := r.d.Sents[para.First].First, r.d.Sents[para.Last-1].Last
		if last <= first || r.d.Tokens[last-1].Lower != ":" || int(last) >= len(r.d.Tokens) || r.d.Tokens[last].Quote != token.None {
			continue
		}
		if e := r.speaking(first, last); e != token.None {
			return narrator{who: e, from: last}
		}
	}
	return narrator{who: token.None}
}

// speaking is the one person who is the subject of a clause with words for a
// speech among tokens [first, last), or None.
func (r *resolver) speaking(first, last int32) int32 {
	who := token.None
	for t := first; t < last; t++ {
		if !listed(r.d.Tokens[t].Lemma, classAddress) {
			continue
		}
		v := r.d.Tokens[t].Head
		if v == token.None || r.d.Tokens[t].Rel.Base() != token.Obj {
			continue
		}
		for k := range r.d.Kids(v) {
			if r.d.Tokens[k].Rel != token.Nsubj {
				continue
			}
			e := r.personAt(k)
			if e != token.None && who != token.None && e != who {
				return token.None
			}
			if e != token.None {
				who = e
			}
		}
	}
	return who
}

// headlineSpeaker is the one person of whom the headline says that these are
// the remarks, the speech or the like, or None: "Remarks by Ann Lee", "Ann
// Lee's inaugural address".
func (r *resolver) headlineSpeaker() int32 {
	who := token.None
	for t := range r.d.Tokens {
		r.d.CheckAt(t)
		tok := &r.d.Tokens[t]
		sent := &r.d.Sents[tok.Sent]
		if sent.Kind != token.Headline || sent.Para >= maxOpening {
			break
		}
		if !listed(tok.Lemma, classAddress) {
			continue
		}
		for k := range r.d.Kids(int32(t)) {
			if !r.delivers(k) {
				continue
			}
			e := r.personAt(k)
			if e == token.None {
				continue
			}
			if who != token.None && e != who || r.coordinatedAt(k, e) {
				return token.None
			}
			who = e
		}
	}
	return who
}

// delivers reports whether token k, which hangs on a word for a speech, is who
// delivers it.
func (r *resolver) delivers(k int32) bool {
	rel := r.d.Tokens[k].Rel
	if rel == token.NmodPoss {
		return true
	}
	if rel.Base() != token.Nmod && rel.Base() != token.Obl {
		return false
	}
	for c := range r.d.Kids(k) {
		if r.d.Tokens[c].Rel == token.Case && listed(r.d.Tokens[c].Lower, classBy) {
			return true
		}
	}
	return false
}

// narrates links pronoun t, an "I" of the narrator's own words.
func (r *resolver) narrates(t int32) bool {
	tok := &r.d.Tokens[t]
	if r.narrator.who == token.None || t < r.narrator.from || tok.Quote != token.None || !listed(tok.Lower, classFirstSingular) {
		return false
	}
	r.refer(r.narrator.who, t, "narrator", sureNarrator)
	return true
}
