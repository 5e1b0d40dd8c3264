package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// plain reads verb p, which the lexicon does not have in this frame, as a
// happening of no kind of its own: a dynamic verb with somebody or something
// that it befalls. How far to trust it, worth tells.
func (f *finder) plain(p int32) (hit, bool) {
	t := &f.d.Tokens[p]
	if t.Lemma == "" || !lowerWord(t.Lemma) {
		return hit{}, false
	}
	if wordTable.Has(t.Lemma, classStative) && !(wordTable.Has(t.Lemma, classOccurring) && f.timeOf(p, t.Sent) != token.None) {
		return hit{}, false
	}
	switch t.Rel {
	case token.Amod, token.Case, token.Compound, token.RelMark, token.Aux, token.AuxPass, token.Cop, token.Advmod, token.Discourse:
		return hit{}, false
	}
	if f.conditional(p) {
		return hit{}, false
	}
	fr := f.frameOf(p)
	if t.Rel == token.Acl && fr.n == 0 && t.XPOS == token.VBN && f.timeOf(p, t.Sent) == token.None {
		return hit{}, false // "the men wanted"
	}
	clause := p
	for range maxClimb {
		x := f.begun(p, &fr)
		if x == token.None {
			break
		}
		p, fr = x, f.frameOf(x)
	}
	h := hit{rule: "verb-only", trig: p, clause: clause, src: f.party(fr.subj), tgt: f.party(fr.obj), topic: token.None, with: token.None}
	f.plainKind(&h, &fr)
	h.own = true
	f.sides(&h)
	f.atPlay(&h)
	if h.kind == ontology.Statement && !f.speaks(&h) {
		return hit{}, false
	}
	return h, h.src != token.None || h.tgt != token.None
}

// speaks reports whether statement h is an act of somebody: "the book explains"
// and "they think" are none.
func (f *finder) speaks(h *hit) bool {
	return !wordTable.Has(f.lemma(h.trig), classStative) && (h.src == token.None || f.is(h.src, actorClass))
}

// begun is the infinitive or participle of which verb p only tells that it is
// begun, tried or managed, if it may tell something itself; else None.
func (f *finder) begun(p int32, fr *frame) int32 {
	if !wordTable.Has(f.d.Tokens[p].Lemma, classAspectual) || fr.xc == token.None {
		return token.None
	}
	x := &f.d.Tokens[fr.xc]
	if x.UPOS != token.VERB || x.Rel != token.Xcomp || wordTable.Has(x.Lemma, classStative) {
		return token.None
	}
	return fr.xc
}

// plainKind gives h, which verb fr.p tells, its kind: by what the lexicon
// knows, by the event noun that is its object, by its roleset or its lemma.
func (f *finder) plainKind(h *hit, fr *frame) {
	p := fr.p
	e, ok := f.match('v', p, fr)
	switch {
	case ok && e.op() == "" && e.code != "-" && (!e.weak || f.bothActors(fr)):
		h.fill(e.code, e.kind)
		h.given = e.given
		if h.tgt == token.None {
			h.tgt = f.party(f.target(h.root(), fr, &e, token.None))
		}
		return
	case e.op() == "say":
		h.fill("010", "")
		return
	}
	if o := fr.obj; o != token.None && wordTable.Has(f.d.Tokens[p].Lemma, classHandling) && isEventNoun(f.d.Tokens[o].Lemma) {
		// "undergo surgery", "face trial": the noun tells it
		if n, ok := f.eventNoun(o); ok {
			h.kind, h.mode, h.code, h.trig = n.kind, n.mode, n.code, o
			if h.tgt = n.tgt; h.tgt == token.None {
				h.tgt = f.party(f.target(h.root(), fr, &entry{prep: token.None, objUsed: true}, o))
			}
			if h.src == token.None {
				h.src = n.src
			}
			return
		}
	}
	h.kind = f.verbKind(p)
}

// atPlay makes of what moves in a game that game.
func (f *finder) atPlay(h *hit) {
	if f.sport && !h.given && wordTable.Has(h.kind, classSportlike) {
		h.kind, h.mode, h.code = ontology.Sport, "", ""
	}
}

// bothActors reports whether both sides of a frame are actors, as a weak line
// of the lexicon asks for.
func (f *finder) bothActors(fr *frame) bool {
	return fr.subj != token.None && fr.obj != token.None && f.is(fr.subj, actorClass) && f.is(fr.obj, actorClass)
}

// verbKind is the kind of verb p by its roleset, else by its lemma.
func (f *finder) verbKind(p int32) string {
	if r, ok := f.d.PredicateAt(p); ok {
		if k, ok := wordTable.Text(f.d.Roleset(r), classVerbKind); ok {
			return k
		}
	}
	if k, ok := wordTable.Text(f.d.Tokens[p].Lemma, classVerbKind); ok {
		return k
	}
	return ontology.Change
}

// isEventNoun reports whether lemma is a noun that tells a happening.
func isEventNoun(lemma string) bool {
	return wordTable.Has(lemma, classEventNoun) || nounKind(lemma) != ontology.Change
}

// nounKind is the kind of an event noun.
func nounKind(lemma string) string {
	if k, ok := wordTable.Text(lemma, classNounKind); ok {
		return k
	}
	return ontology.Change
}

// plainNoun reads event noun n, which the lexicon does not have, with the
// sides that its own phrase names; it tells an event if that phrase says who,
// whom, when or where.
func (f *finder) plainNoun(n int32) (hit, bool) {
	t := &f.d.Tokens[n]
	switch t.Rel {
	case token.Compound, token.NmodPoss, token.Flat, token.Appos, token.Amod, token.OblUnmarked:
		return hit{}, false
	}
	h, ok := f.eventNoun(n)
	return h, ok && (f.exists(n) || f.amid(n, &h) || f.counted(n, h.kind) || h.src != token.None || h.tgt != token.None || f.timeOf(n, t.Sent) != token.None ||
		f.placeOf(n, t.Sent, rests) != token.None || wordTable.Has(h.kind, classBlows) && f.taken(n))
}

// counted reports whether event noun n, of that kind, tells how many there were:
// "led to 41 detentions".
func (f *finder) counted(n int32, kind string) bool {
	return f.kid(n, token.Nummod) != token.None && f.d.Tokens[n].XPOS == token.NNS && wordTable.Has(kind, classTallied) && !wordTable.Has(f.d.Tokens[n].Lemma, classLasting)
}

// amid reports whether event noun n is where or when another thing happens,
// and speaks of one such event: "died in a boating accident".
func (f *finder) amid(n int32, h *hit) bool {
	return h.kind != ontology.Change && f.d.Tokens[n].Rel == token.Obl && wordTable.Has(f.caseOf(n), classAmid) &&
		f.kid(n, token.Det) != token.None && (f.kid(n, token.Compound) != token.None || f.kid(n, token.Amod) != token.None)
}

// taken reports whether event noun n is what a verb is done to, and speaks of one
// such event: "put out the fire", and no "violence". A fire that does
// something is told by its verb.
func (f *finder) taken(n int32) bool {
	t := &f.d.Tokens[n]
	if t.Rel != token.NsubjPass && t.Rel != token.Obj || t.Head == token.None || f.d.Tokens[t.Head].UPOS != token.VERB {
		return false
	}
	return !wordTable.Has(t.Lemma, classLasting) && (f.kid(n, token.Det) != token.None || f.kid(n, token.Nummod) != token.None)
}

// eventNoun is the event that noun n tells, with the sides of its phrase.
func (f *finder) eventNoun(n int32) (hit, bool) {
	t := &f.d.Tokens[n]
	if t.UPOS != token.NOUN || !isEventNoun(t.Lemma) {
		return hit{}, false
	}
	for k := range f.kids(n) {
		if k < n && wordTable.Has(f.d.Tokens[k].Lower, classGeneric) {
			return hit{}, false
		}
	}
	h := hit{kind: nounKind(t.Lemma), rule: "noun-only", trig: n, clause: n,
		src: token.None, tgt: token.None, topic: token.None, with: token.None}
	fr := f.frameOf(n)
	if e, ok := f.match('n', n, &fr); ok && e.op() == "" {
		if e.code == "-" {
			return hit{}, false
		}
		h.fill(e.code, e.kind)
	}
	h.src = f.party(f.kid(n, token.NmodPoss))
	if o := fr.prepObj("by"); o != token.None {
		h.src = f.party(o)
	}
	if o := fr.prepObj("of"); o != token.None && !f.isTime(o) {
		if h.src == token.None && wordTable.Has(t.Lemma, classAgentive) {
			h.src = f.party(o)
		} else {
			h.tgt = f.party(o)
		}
	}
	if h.src == token.None {
		h.src = f.party(f.compoundActor(n))
	}
	h.own = true
	f.sides(&h)
	f.atPlay(&h)
	return h, true
}

// party is i if it may be a side of an event: no time, no clause, no adverb,
// no bare "it" or "what" that stands for nobody; else None.
func (f *finder) party(i int32) int32 {
	if i = f.whose(i); i == token.None {
		return i
	}
	t := &f.d.Tokens[i]
	switch t.UPOS {
	case token.NOUN, token.PROPN:
		if (f.isTime(i) || f.measure(i)) && f.actorAt(i) == token.None {
			return token.None
		}
		return i
	case token.PRON:
		if wordTable.Has(t.Lower, classNobody) && f.actorAt(i) == token.None && !f.whoever(i) {
			return token.None
		}
		return i
	case token.NUM, token.ADJ, token.SYM, token.DET:
		if f.measure(i) || f.tally(i) || f.time[i] != token.None || t.UPOS == token.ADJ && f.kid(i, token.Det) == token.None && !f.some(i) && !f.ofName(i) {
			return token.None
		}
		return i
	}
	return token.None
}

// tally reports whether number i is one of two that tell how a vote or a match went:
// "voted 7-2".
func (f *finder) tally(i int32) bool {
	t := f.d.Tokens
	return int(i)+2 < len(t) && isHyphen(&t[i+1]) && t[i+2].UPOS == token.NUM || i > 1 && isHyphen(&t[i-1]) && t[i-2].UPOS == token.NUM
}

// whoever reports whether i is a pronoun for persons of whom its phrase tells who
// they are: "anyone with information", "those who came".
func (f *finder) whoever(i int32) bool {
	t := &f.d.Tokens[i]
	those := t.Lower == "those" // which may be things, too
	if !those && !wordTable.Has(t.Lower, classAnybody) {
		return false
	}
	if n := i + 1; n < f.d.Sents[t.Sent].Last && (f.d.Tokens[n].Lower == "who" || f.d.Tokens[n].XPOS == token.VBG) {
		return true
	}
	for k := range f.kids(i) {
		switch f.d.Tokens[k].Rel {
		case token.Nmod, token.Acl, token.AclRelcl:
			return !those
		}
	}
	return false
}

// ofName reports whether adjective i is a word of a name: "the Safety Executive".
func (f *finder) ofName(i int32) bool {
	t := &f.d.Tokens[i]
	s := &f.d.Sents[t.Sent]
	return t.Is(token.Capital) && s.Kind != token.Headline && i > s.First && f.d.Tokens[i-1].UPOS == token.PROPN && f.kid(i, token.Cop) == token.None
}

// whose is i, or the person whom it only tells of: the one named behind the state of
// his office, "U.S. Senator Ana Holm", or before his age, "Ana Holm, aged 40, ...".
func (f *finder) whose(i int32) int32 {
	if i == token.None {
		return i
	}
	t := &f.d.Tokens[i]
	if wordTable.Has(t.Lower, classAge) {
		if s := &f.d.Sents[t.Sent]; i >= s.First+2 && i+1 < s.Last && f.d.Tokens[i-1].Lower == "," && f.d.Tokens[i+1].UPOS == token.NUM {
			if who, _ := f.heads(i-2, s.First); who != token.None {
				return who
			}
		}
		return i
	}
	if t.UPOS != token.PROPN || t.Ent == token.None || f.d.Ents[t.Ent].Type != token.LOC {
		return i
	}
	for k := range f.kids(i) {
		x := &f.d.Tokens[k]
		if k > i && (x.Rel == token.Flat || x.Rel == token.Appos) && x.Ent != token.None && f.d.Ents[x.Ent].Type == token.PER && f.titles(i+1, k) {
			return k
		}
	}
	return i
}

// titles reports whether the words from i on before k are capital and stand one
// behind the other without a mark.
func (f *finder) titles(i, k int32) bool {
	if i >= k {
		return false
	}
	for ; i < k; i++ {
		if t := &f.d.Tokens[i]; t.Is(token.Punct) || !t.Is(token.Capital) && t.UPOS != token.ADP {
			return false
		}
	}
	return true
}

// actorParty is i if it may be a side of an event and an actor; else None.
func (f *finder) actorParty(i int32) int32 {
	if i = f.party(i); i == token.None || !f.is(i, actorClass) {
		return token.None
	}
	return i
}

// some reports whether the adjective i stands for many, most or several of
// something, and not of a time.
func (f *finder) some(i int32) bool {
	if !wordTable.Has(f.d.Tokens[i].Lower, classPartitive) {
		return false
	}
	for k := range f.kids(i) {
		if f.caseOf(k) == "of" && f.isTime(k) {
			return false
		}
	}
	return true
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
