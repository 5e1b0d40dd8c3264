package event

import (
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// told reports whether the words of h tell an event where they stand, and are
// not part of a name, a body that acts, a name given, or a figure of speech.
// Who calls somebody something has said so.
func (f *finder) told(h *hit) bool {
	if f.d.Tokens[h.trig].UPOS != token.VERB {
		return f.time[h.trig] == token.None && // "in March"
			!f.inName(h.trig) &&
			!f.acts(h.trig) &&
			!f.sized(h) &&
			!f.standing(h) &&
			!f.duty(h) &&
			!f.reason(h) &&
			!f.setPhrase(h.trig)
	}
	switch {
	case f.verbInName(h.trig),
		f.describes(h),
		f.general(h),
		f.enabled(h),
		f.habitual(h),
		f.byThing(h),
		h.kind == ontology.Change && f.manner(h.clause),
		wordTable.Has(f.markOf(h.clause), classLacking),
		f.byline(h),
		f.invites(h),
		f.bounds(h.trig),
		f.holding(h),
		f.portrays(h),
		f.next(h),
		f.extraposed(h),
		f.courtesy(h),
		f.legal(h),
		f.reason(h),
		f.serves(h),
		f.comments(h.trig),
		f.sum(h.trig),
		h.clause == h.trig && f.activity(h.trig):
		return false
	case h.kind == ontology.Protest && wordTable.Has(f.lemma(h.trig), classShowing) && f.kid(h.trig, token.Obj) != token.None:
		return false // "demonstrate its capability"
	case h.kind == ontology.Mobilize && h.src == token.None && h.tgt != token.None && !f.is(h.tgt, actorClass) && !f.armed(h.tgt):
		return false // "the cause that mobilizes migration"
	case (h.kind == ontology.Consult || h.kind == ontology.Change && !h.given) && f.names(h.trig):
		if h.src == token.None || !f.known(h.src) || f.d.Tokens[h.clause].Rel == token.AclRelcl {
			return false // "the years that they call the Hunger"
		}
		h.kind, h.mode, h.code = ontology.Statement, "", ""
	case h.kind == ontology.Marriage && f.isPassive(h.trig):
		g := syntax.Group(f.d, h.clause)
		return g.Tense != syntax.Present || g.Perfect // "is married"
	case h.kind == ontology.Travel && f.isPassive(h.trig):
		return wordTable.Has(f.lemma(h.trig), classCarried) // "headed by"
	}
	return true
}

// byline reports whether h only tells which paper or agency has the news: "the
// bridge is closed, the Post reported".
func (f *finder) byline(h *hit) bool {
	t := &f.d.Tokens[h.trig]
	return h.kind == ontology.Statement && wordTable.Has(f.lemma(h.trig), classNewswriting) && h.src != token.None &&
		(f.kindOf(f.actorAt(h.src)) == actor.Media || wordTable.Has(f.d.Tokens[h.src].Lemma, classNewspaper)) &&
		(f.timeOf(h.clause, t.Sent) == token.None || t.XPOS == token.VBG || t.Rel == token.Parataxis || t.Rel == token.Advcl) // "quoted her as saying"
}

// serves reports whether h is what a body does all the time: "the shop sells tea".
func (f *finder) serves(h *hit) bool {
	t := &f.d.Tokens[h.trig]
	return (t.XPOS == token.VBZ || t.XPOS == token.VBP) && h.clause == h.trig && wordTable.Has(t.Lemma, classService) && !f.inLead(h.trig) &&
		f.d.Sents[t.Sent].Kind != token.Headline && f.timeOf(h.trig, t.Sent) == token.None
}

// bounds reports whether participle i only tells until when or from when a span of
// time is counted: "the year ended June 30".
func (f *finder) bounds(i int32) bool {
	t := &f.d.Tokens[i]
	return (t.Rel == token.Acl || t.Rel == token.Amod) && t.Head != token.None && wordTable.Has(t.Lemma, classBounding) &&
		wordTable.Has(f.d.Tokens[t.Head].Lemma, classAccounted)
}

// holding reports whether h is what somebody has, and no getting of it: "the fund
// owns 12,000 shares", "a plant that employs 90 people".
func (f *finder) holding(h *hit) bool {
	t := &f.d.Tokens[h.trig]
	return (t.XPOS == token.VBZ || t.XPOS == token.VBP) && h.clause == h.trig && wordTable.Has(t.Lemma, classHolding) && !h.given
}

// portrays reports whether h is what a book or a film is about: "the novel follows a
// nurse". A work that opens or wins does so on some day.
func (f *finder) portrays(h *hit) bool {
	t := &f.d.Tokens[h.trig]
	return (t.XPOS == token.VBZ || t.XPOS == token.VBP) && h.clause == h.trig && h.src != token.None && wordTable.Has(t.Lemma, classPortrays) &&
		wordTable.Has(f.lemma(h.src), classWork) && f.timeOf(h.trig, t.Sent) == token.None
}

// next reports whether h only brings what somebody did next: "went on to praise him".
func (f *finder) next(h *hit) bool {
	t := &f.d.Tokens[h.trig]
	if h.kind != ontology.Travel || h.clause != h.trig || t.Lemma != "go" || h.trig+1 >= f.d.Sents[t.Sent].Last {
		return false
	}
	return f.d.Tokens[h.trig+1].Lower == "on" && (f.kid(h.trig, token.Xcomp) != token.None || f.kid(h.trig, token.Advcl) != token.None)
}

// extraposed reports whether h is what it would be wise, hard or wrong to do, of
// nobody in particular: "it is not a good idea to threaten a clerk".
func (f *finder) extraposed(h *hit) bool {
	t := &f.d.Tokens[h.clause]
	if t.XPOS != token.VB || t.Head == token.None || f.kid(h.clause, token.Nsubj) != token.None || f.markOf(h.clause) != "to" {
		return false
	}
	p := &f.d.Tokens[t.Head]
	if p.UPOS != token.ADJ && p.UPOS != token.NOUN || f.kid(t.Head, token.Cop) == token.None {
		return false
	}
	for _, r := range [...]token.Rel{token.Expl, token.Nsubj} {
		if s := f.kid(t.Head, r); s != token.None && f.d.Tokens[s].Lower == "it" {
			return syntax.Group(f.d, t.Head).Tense == syntax.Present && f.timeOf(h.clause, t.Sent) == token.None
		}
	}
	return false
}

// sized reports whether noun h only tells how large a firm is: "a firm with sales
// of $2 billion", "earned $3 million on revenue of $40 million".
func (f *finder) sized(h *hit) bool {
	t := &f.d.Tokens[h.trig]
	return (h.kind == ontology.Results || t.XPOS == token.NNS) && h.clause == h.trig && wordTable.Has(f.caseOf(h.trig), classAttributing) && wordTable.Has(t.Lemma, classTurnover)
}

// courtesy reports whether h only praises what it speaks of: "highlighted the benefits
// of trade", "underlined that the tunnel is an opportunity".
func (f *finder) courtesy(h *hit) bool {
	if h.kind != ontology.Statement || !wordTable.Has(f.lemma(h.trig), classStresses) || f.timeOf(h.clause, f.d.Tokens[h.clause].Sent) != token.None {
		return false
	}
	for k := range f.kids(h.trig) {
		switch t := &f.d.Tokens[k]; {
		case t.Rel == token.Obj, t.Rel == token.Ccomp && f.kid(k, token.Cop) != token.None:
			return wordTable.Has(t.Lemma, classPraise)
		}
	}
	return false
}

// legal reports whether h is what a law or a body is there for: "the Act regulates the
// supply".
func (f *finder) legal(h *hit) bool {
	t := &f.d.Tokens[h.trig]
	return t.XPOS == token.VBZ && h.clause == h.trig && h.src != token.None && wordTable.Has(t.Lemma, classLaysDown) &&
		wordTable.Has(strings.ToLower(f.lemma(h.src)), classLawText) && f.timeOf(h.trig, t.Sent) == token.None
}

// duty reports whether noun h is what somebody is there to do: "the board is
// responsible for the award of contracts", and not who did what is bad.
func (f *finder) duty(h *hit) bool {
	n := h.trig
	for i := 0; i < maxClimb && f.d.Tokens[n].Rel == token.Nmod && f.d.Tokens[f.d.Tokens[n].Head].UPOS == token.NOUN; i++ {
		n = f.d.Tokens[n].Head // "for the approval of the award"
	}
	v := f.d.Tokens[n].Head
	if v == token.None || !wordTable.Has(f.d.Tokens[v].Lemma, classEntrusted) || f.caseOf(n) != "for" && f.caseOf(n) != "with" {
		return false
	}
	return syntax.Group(f.d, v).Tense == syntax.Present && !ontology.QuadOf(h.kind).Hostile() && !wordTable.Has(h.kind, classTallied)
}

// reason reports whether h, in the words of somebody, is only the reason for what he
// says: "there is no danger because we have closed the mine".
func (f *finder) reason(h *hit) bool {
	for c, n := h.clause, 0; c != token.None && n < maxClimb; c, n = f.d.Tokens[c].Head, n+1 {
		t := &f.d.Tokens[c]
		if t.Quote == token.None {
			return false
		}
		if t.Rel == token.Advcl && wordTable.Has(f.markOf(c), classBecause) {
			return true
		}
	}
	return false
}

// comments reports whether participle i only tells what a saying is about:
// "commenting on the strike, she said", "Asked about it, she said".
func (f *finder) comments(i int32) bool {
	t := &f.d.Tokens[i]
	return t.Rel == token.Advcl && wordTable.Has(t.Lower, classCommenting) && (t.XPOS == token.VBG || i == f.d.Sents[t.Sent].First)
}

// sum reports whether i is no verb but a currency behind a number: "a billion won".
func (f *finder) sum(i int32) bool {
	t := &f.d.Tokens[i]
	return i > f.d.Sents[t.Sent].First && f.d.Tokens[i-1].UPOS == token.NUM && wordTable.Has(t.Lower, classCurrencyWon)
}

// invites reports whether h only tells the reader where to ask: "Call Maria Lopez
// at 555-0100".
func (f *finder) invites(h *hit) bool {
	t := &f.d.Tokens[h.trig]
	return t.XPOS == token.VB && h.clause == h.trig && (t.Rel == token.Root || t.Rel == token.Conj || t.Rel == token.Parataxis) && wordTable.Has(t.Lemma, classContacts) &&
		f.kid(h.trig, token.Nsubj) == token.None && f.kid(h.trig, token.Aux) == token.None && !f.infinitive(h.trig)
}

// verbInName reports whether participle i is a word of a name: "the Emerging Markets
// Committee", "Acting Governor Hale".
func (f *finder) verbInName(i int32) bool {
	t, s := &f.d.Tokens[i], &f.d.Sents[f.d.Tokens[i].Sent]
	if t.XPOS == token.VBG && wordTable.Has(t.Lower, classInsteadOf) && i+1 < s.Last && wordTable.Has(f.lemma(i+1), classOffice) {
		return true // "acting director of the bank"
	}
	if t.XPOS != token.VBG || s.Kind == token.Headline || t.Quote != token.None || !t.Is(token.Capital) || t.Is(token.AllCaps) ||
		i+1 >= s.Last || !f.d.Tokens[i+1].Is(token.Capital) {
		return false
	}
	return i > s.First || wordTable.Has(t.Lower, classActing)
}

// manner reports whether clause c only tells how or in what circumstances
// another thing happens: "while jogging", "by cutting costs".
func (f *finder) manner(c int32) bool {
	t := &f.d.Tokens[c]
	if t.XPOS != token.VBG || t.Rel != token.Advcl {
		return false
	}
	m := f.kid(c, token.RelMark)
	return m != token.None && wordTable.Has(f.d.Tokens[m].Lower, classMannerMark)
}

// activity reports whether gerund c names something that one does, and no time that
// it was done: "the aim of promoting trade", "restoring peace will not be easy".
func (f *finder) activity(c int32) bool {
	t := &f.d.Tokens[c]
	if t.XPOS != token.VBG || t.Head == token.None || f.kid(c, token.Aux) != token.None || f.kid(c, token.Nsubj) != token.None ||
		f.d.Sents[t.Sent].Kind == token.Headline || f.timeOf(c, t.Sent) != token.None {
		return false
	}
	switch t.Rel {
	case token.Acl:
		return f.markOf(c) != "" && wordTable.Has(f.d.Tokens[t.Head].Lemma, classActivity)
	case token.Xcomp, token.Ccomp:
		return wordTable.Has(f.lemma(t.Head), classComprising) // "the work includes cutting trees"
	case token.Advcl:
		return wordTable.Has(f.markOf(c), classGerundMark) && wordTable.Has(f.lemma(t.Head), classAboutDoing) // "focused on cutting costs"
	case token.Csubj:
		g := syntax.Group(f.d, t.Head)
		return g.Modal != "" || g.Tense == syntax.Present && !g.Perfect && !g.Progressive
	}
	return false
}

// inName reports whether noun i is a word of a name: "World War II", "the
// Institute for Trade".
func (f *finder) inName(i int32) bool {
	t, s := &f.d.Tokens[i], &f.d.Sents[f.d.Tokens[i].Sent]
	if s.Kind == token.Headline || !t.Is(token.Capital) || t.Is(token.AllCaps) || i == s.First {
		return false
	}
	beside := func(j int32) bool {
		return j > s.First && j < s.Last && f.d.Tokens[j].Is(token.Capital)
	}
	if beside(i+1) || beside(i-1) {
		return true
	}
	j := i - 1
	if j > s.First && f.d.Tokens[j].UPOS == token.DET && wordTable.Has(f.d.Tokens[j-1].Lower, classOfPerson) {
		j-- // "the Fund for the Promotion of Trade"
	}
	return j-1 > s.First && f.d.Tokens[j].UPOS == token.ADP && beside(j-1)
}

// acts reports whether noun i stands for those who act: "the campaign says".
func (f *finder) acts(i int32) bool {
	t := &f.d.Tokens[i]
	if t.Rel != token.Nsubj || t.Head == token.None {
		return false
	}
	return wordTable.Has(f.d.Tokens[t.Head].Lemma, classSpeaks)
}

// setPhrase reports whether noun i, behind its preposition, tells no event: what there
// was not, "without warning", "a lack of approval", how something was done, "in
// cooperation with the bank", or where it stands, "according to a release".
func (f *finder) setPhrase(i int32) bool {
	t := &f.d.Tokens[i]
	switch c := f.caseOf(i); {
	case c == accordingTo, // "said in a release"
		wordTable.Has(c, classLacking),
		c == "in" && wordTable.Has(t.Lemma, classLinking) && f.kid(i, token.Det) == token.None,
		c == "in" && wordTable.Has(t.Lemma, classSettingFree) && f.kid(i, token.Nmod) == token.None:
		return true
	case c == "of" && t.Head != token.None:
		return wordTable.Has(f.lemma(t.Head), classLacking)
	case wordTable.Has(c, classAlongside):
		return wordTable.Has(t.Lemma, classAlongside) && f.kid(i, token.Det) == token.None && f.kid(i, token.Amod) == token.None && f.kid(i, token.NmodPoss) == token.None
	}
	return false
}

// accordingTo brings where something stands: "according to a release".
const accordingTo = "according"

// standing reports whether noun h is what a candidate has or wants, and not its
// beginning or end: "an adviser to her campaign", "the path to the nomination".
func (f *finder) standing(h *hit) bool {
	t := &f.d.Tokens[h.trig]
	if h.clause != h.trig || h.given {
		return false
	}
	owned := h.src != token.None && f.person(h.src) || h.tgt != token.None && f.person(h.tgt)
	switch {
	case wordTable.Has(t.Lemma, classCandidacy):
		return owned || t.Rel == token.Compound || t.Rel == token.Nsubj || f.kidIs(h.trig, classElectoral)
	case wordTable.Has(t.Lemma, classSought):
		return !owned
	}
	return false
}

// describes reports whether participle h only tells which persons or things
// are meant: "the senators seeking the White House", "a firm linked to the bank".
func (f *finder) describes(h *hit) bool {
	t := &f.d.Tokens[h.clause]
	if t.Rel != token.Acl || h.clause != h.trig || t.Head == token.None || f.d.Tokens[t.Head].Head == token.None ||
		f.d.Sents[t.Sent].Kind == token.Headline || f.timeOf(h.clause, t.Sent) != token.None {
		return false
	}
	return (t.XPOS == token.VBN || t.XPOS == token.VBG) && wordTable.Has(t.Lemma, classDescribing) ||
		t.XPOS == token.VBG && !f.inLead(h.clause) && f.anybody(t.Head)
}

// general reports whether h is what people or things of a sort do, and nothing that
// one of them did: "nurses work at night", "you pay at the door". In the lead, and
// of words, plain plurals of people are certain ones: "Officials warn of floods".
func (f *finder) general(h *hit) bool {
	t := &f.d.Tokens[h.clause]
	if h.kind == ontology.Change && t.Rel == token.AclRelcl && (t.XPOS == token.VBZ || t.XPOS == token.VBP) && f.timeOf(h.clause, t.Sent) == token.None &&
		f.d.Sents[t.Sent].Kind != token.Headline {
		return true // "the firm, which runs the port"
	}
	if t.XPOS != token.VBP && t.XPOS != token.VBZ || h.src == token.None || f.inLead(h.clause) || f.timeOf(h.clause, t.Sent) != token.None {
		return false
	}
	if q := ontology.QuadOf(h.kind); q == ontology.VerbalCoop || q == ontology.VerbalConflict || h.kind == ontology.Statement {
		return t.XPOS == token.VBP && f.anybody(h.src) && !f.is(h.src, actorClass)
	}
	return t.XPOS == token.VBP && f.anybody(h.src) || f.d.Tokens[h.src].Lower == "you"
}

// enabled reports whether h is what people of a sort can do: "visitors can ride a bus".
func (f *finder) enabled(h *hit) bool {
	t := &f.d.Tokens[h.clause]
	g := syntax.Group(f.d, h.clause)
	return wordTable.Has(g.Modal, classCan) && !g.Perfect && h.src != token.None && f.anybody(h.src) && !f.inLead(h.clause) && f.timeOf(h.clause, t.Sent) == token.None
}

// byThing reports whether h is an act of people that the text says of a thing: "his
// stance has defied the rules", "the delay prompted the board". Papers and
// gatherings speak for those who wrote them and who meet.
func (f *finder) byThing(h *hit) bool {
	if h.given || !h.own || h.src == token.None || h.kind == ontology.Assault || ontology.QuadOf(h.kind) == ontology.NoQuad {
		return false
	}
	s := &f.d.Tokens[h.src]
	return s.UPOS == token.NOUN && s.Ent == token.None && f.actorAt(h.src) == token.None && !f.is(h.src, actorClass) &&
		f.place[h.src] == token.None && isThing(s.Lemma)
}

// isThing reports whether lemma is a noun for what is no body and no paper: a thing
// without a will, a quality or what somebody does.
func isThing(lemma string) bool {
	w := wordTable.Find(lemma)
	switch {
	case w.Has(classSpeaksFor), w.Has(classDocuments):
		return false
	case w.Has(classThing):
		return true
	}
	for _, end := range [...]string{"ness", "ity", "tion", "sion", "ance", "ence", "ism", "ing", "ment"} {
		if strings.HasSuffix(lemma, end) {
			return true
		}
	}
	return false
}

// habitual reports whether h is what somebody does again and again, and no one
// time of it: "she often blames the banks".
func (f *finder) habitual(h *hit) bool {
	for k := range f.kids(h.clause) {
		t := &f.d.Tokens[k]
		if t.Rel == token.Advmod && wordTable.Has(t.Lower, classHabitual) {
			return f.timeOf(h.clause, t.Sent) == token.None
		}
	}
	return false
}

// anybody reports whether noun i speaks of no certain ones: a bare plural.
func (f *finder) anybody(i int32) bool {
	t := &f.d.Tokens[i]
	if t.XPOS != token.NNS || t.Is(token.Capital) && i > f.d.Sents[t.Sent].First {
		return false
	}
	for k := range f.kids(i) {
		switch f.d.Tokens[k].Rel {
		case token.Det, token.Nummod, token.NmodPoss:
			return wordTable.Has(f.d.Tokens[k].Lower, classGeneric)
		}
	}
	return true
}

// names reports whether verb p only gives something a name or a title.
func (f *finder) names(p int32) bool {
	r, ok := f.d.PredicateAt(p)
	return ok && f.kid(p, token.CompoundPrt) == token.None && wordTable.Has(f.d.Roleset(r), classNaming) // not "called off"
}

// armed reports whether i names troops, police or arms.
func (f *finder) armed(i int32) bool {
	l := strings.ToLower(f.lemma(i))
	return wordTable.Has(l, classMeans) || wordTable.Has(l, classForce)
}
