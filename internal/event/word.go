package event

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// wordOf is the statement on which alone the event of h in sentence s is known,
// or None: the innermost around it that vouches for it.
func (f *finder) wordOf(h *hit, s int32) int32 {
	if f.presupposed(h) {
		return token.None
	}
	j := f.said[h.trig]
	if j == token.None {
		return f.account(h, s)
	}
	for j != token.None && !f.vouches(j, h) {
		j = f.in.Statements[j].Parent
	}
	for k := j; k != token.None; k = f.in.Statements[k].Parent {
		if f.in.Statements[k].SpeakerHead != token.None {
			return k // "Brandt said he was told that"
		}
	}
	return j
}

// vouches reports whether statement j tells that the event of h is so. One that
// was not made does not, nor one that only names the event, nor one that is the
// event itself.
func (f *finder) vouches(j int32, h *hit) bool {
	st := &f.in.Statements[j]
	if st.Negated && !st.Phrase && st.Stance != quote.Thinks {
		return false // against "do not think that", "reported no deaths"
	}
	return !f.performs(st, h) && !(st.Phrase && f.onlyNamed(st, h))
}

// performs reports whether the event of h is the very act of saying st: "We urge
// both sides to talk", "says it is unwilling", "said it wanted to thank them".
func (f *finder) performs(st *quote.Statement, h *hit) bool {
	if q := ontology.QuadOf(h.kind); q != ontology.VerbalCoop && q != ontology.VerbalConflict || h.kind == ontology.Consult {
		return false
	}
	if h.src == token.None || !f.isSpeaker(h.src, st) {
		return false
	}
	p := h.clause
	g := syntax.Group(f.d, p)
	if t := &f.d.Tokens[h.trig]; h.kind == ontology.Support && t.Rel == token.Xcomp && t.Head != token.None && wordTable.Has(f.lemma(t.Head), classWishes) {
		return true
	}
	if g.Perfect || g.Progressive || g.Passive && f.d.Tokens[p].UPOS == token.VERB || g.Modal != "" || g.SemiModal != "" || g.Finite == token.None {
		return false
	}
	return g.Tense == syntax.Present
}

// isSpeaker reports whether word i is who says st.
func (f *finder) isSpeaker(i int32, st *quote.Statement) bool {
	if i == st.SpeakerHead {
		return true
	}
	if t := &f.d.Tokens[i]; t.UPOS == token.PRON && t.Quote != token.None && wordTable.Has(t.Lower, classFirstPerson) {
		return true
	}
	a := f.actorAt(i)
	return a != token.None && a == st.SpeakerActor
}

// onlyNamed reports whether st, whose content is a phrase, only names the event of
// h: in a clause that tells which thing is meant, "asked for the release of those
// arrested in May", or as what is judged or talked about, "welcomed the visit".
func (f *finder) onlyNamed(st *quote.Statement, h *hit) bool {
	first, last := f.d.Range(st.Content[0])
	i := h.trig
	for range maxClimb {
		t := &f.d.Tokens[i]
		if t.Rel == token.AclRelcl || t.Rel == token.Acl && (t.XPOS == token.VBN || t.XPOS == token.VBG && f.caseOf(i) == "") {
			return true
		}
		if t.Rel == token.Acl && h.src != token.None && f.isSpeaker(h.src, st) {
			return true // "announced plans to run": his own
		}
		if t.Head < first || t.Head >= last {
			break
		}
		i = t.Head
	}
	if i != h.trig || f.d.Tokens[i].UPOS != token.NOUN {
		return false
	}
	if st.Stance == quote.Criticises && f.d.Tokens[i].Rel != token.Obj || st.Stance == quote.Describes && f.definite(i) < 0 {
		return false // "accused them of fraud", "labelled it an arson"
	}
	switch st.Stance {
	case quote.Expresses, quote.Praises, quote.Criticises, quote.Discusses, quote.Describes, quote.Refuses, quote.Agrees:
		return true
	}
	return f.another(i)
}

// another reports whether event noun i belongs to somebody that its phrase names:
// "clarified the minister's comments".
func (f *finder) another(i int32) bool {
	for k := range f.kids(i) {
		if t := &f.d.Tokens[k]; t.Rel == token.NmodPoss && t.UPOS != token.PRON {
			return true
		}
	}
	return false
}

// presupposed reports whether a noun names the event of h as known rather than
// that the clause around it says that it happened: then it is not on the word
// of whoever says the clause. "He spoke of the suspension of two members",
// against "He said that the army held talks".
func (f *finder) presupposed(h *hit) bool {
	t := &f.d.Tokens[h.trig]
	if t.Rel == token.Nmod && t.Head < h.trig && f.caseOf(h.trig) == "of" && wordTable.Has(f.lemma(t.Head), classCountOf) {
		return false // "said that the number of deaths was 17"
	}
	if p := &f.d.Tokens[h.clause]; p.Rel == token.Advcl && p.XPOS == token.VBD && p.Quote == token.None && f.since(h.clause) {
		return true // "said that no team had won since she became captain"
	}
	return t.UPOS == token.NOUN && h.clause == h.trig && t.Rel != token.Obj &&
		(t.Rel == token.Nmod && t.Quote == token.None || f.definite(h.trig) > 0)
}

// since reports whether clause c only tells from when on something is so.
func (f *finder) since(c int32) bool {
	m := f.kid(c, token.RelMark)
	return m != token.None && f.d.Tokens[m].Lower == "since"
}

// account is the statement of the police before s that the telling of a crime
// goes on from, over a sentence or two that go on, too, or None: "Police said a
// man broke in. He took a purse from a drawer. He then fled."
func (f *finder) account(h *hit, s int32) int32 {
	if !wordTable.Has(h.kind, classOnPoliceWord) && !wordTable.Has(f.lemma(h.trig), classOnPoliceWord) ||
		f.d.Tokens[h.trig].UPOS != token.VERB || f.saysIn(s) != token.None || h.src != token.None && f.police(h.src) {
		return token.None
	}
	st := &f.d.Sents[s]
	for k := s - 1; k >= max(s-accountReach, 0) && st.Kind == token.Body && f.d.Sents[k].Kind == token.Body; k-- {
		if k < s-1 && (h.src == token.None || !f.actorial(h.src) || f.d.Sents[k].Para != st.Para) {
			break
		}
		if j := f.saysIn(k); j != token.None {
			if f.accountOf(j) {
				return j
			}
			break
		}
		if !f.tellsOn(k) {
			break
		}
	}
	return token.None
}

// accuser is the statement of the police or a court on whose word alone it is that
// somebody did e, which the text only calls alleged, or None: the nearest one, which
// stands with e, goes on with the lead, or speaks of one who takes part in e.
func (f *finder) accuser(e *Event) int32 {
	if j := f.policeIn(e.Sent); j != token.None {
		return j
	}
	for n := int32(1); n < accuserReach; n++ {
		for _, s := range [...]int32{e.Sent - n, e.Sent + n} {
			if s < 0 || int(s) >= len(f.d.Sents) || f.d.Sents[s].Kind == token.Boilerplate {
				continue
			}
			if j := f.policeIn(s); j != token.None && (s == e.Sent+1 && e.Sent <= f.leadEnd || f.namesSideOf(e, s)) {
				return j
			}
		}
	}
	return token.None
}

// accuserReach is how many sentences away those speak who accuse.
const accuserReach = 6

// policeIn is the last statement of the police or a court in sentence s, or None.
func (f *finder) policeIn(s int32) int32 {
	for i := f.d.Sents[s].Last - 1; i >= f.d.Sents[s].First; i-- {
		for j := f.said[i]; j != token.None; j = f.in.Statements[j].Parent {
			if f.accountOf(j) {
				return j
			}
		}
	}
	return token.None
}

// accountOf reports whether in statement j the police or a court tell what happened,
// and do not ask for, promise or refuse something.
func (f *finder) accountOf(j int32) bool {
	st := &f.in.Statements[j]
	switch st.Stance {
	case quote.Asserts, quote.Claims, quote.Announces, quote.Admits, quote.Cites, quote.Describes, quote.Thinks:
		return !st.Negated && st.SpeakerHead != token.None && f.police(st.SpeakerHead)
	}
	return false
}

// namesSideOf reports whether sentence s speaks of one who takes part in e.
func (f *finder) namesSideOf(e *Event, s int32) bool {
	for i := f.d.Sents[s].First; i < f.d.Sents[s].Last; i++ {
		if a := f.actorAt(i); a != token.None && slices.ContainsFunc(e.Roles, func(r Role) bool { return r.Actor == a }) {
			return true
		}
	}
	return false
}

// accountReach is how many sentences before the police speak whose account goes on.
const accountReach = 3

// tellsOn reports whether the main verb of sentence s tells a past act, and not
// one of the police, who then may have told nothing of what follows.
func (f *finder) tellsOn(s int32) bool {
	for i := f.d.Sents[s].First; i < f.d.Sents[s].Last; i++ {
		if t := &f.d.Tokens[i]; t.Head == token.None {
			src := syntax.Subject(f.d, i)
			return t.UPOS == token.VERB && f.simplePast(i) && !(src != token.None && (f.police(src) || wordTable.Has(f.lemma(src), classPolice)))
		}
	}
	return false
}

// saysIn is the last statement that sentence s has a word of, or None.
func (f *finder) saysIn(s int32) int32 {
	for i := f.d.Sents[s].Last - 1; i >= f.d.Sents[s].First; i-- {
		if f.said[i] != token.None {
			return f.said[i]
		}
	}
	return token.None
}

// police reports whether i is a word for the police, prosecutors or a court, or
// somebody of theirs.
func (f *finder) police(i int32) bool {
	e := wordTable.Find(f.d.Tokens[i].Lower)
	if x := wordTable.Find(f.lemma(i)); x.Has(classPolice) {
		e = x // "prosecutors"
	}
	if e.Has(classPolice) && !(e.Has(classRank) && i > 0 && f.qualifies(i-1, i)) {
		return true
	}
	if i > 0 && e.Has(classPapers) && wordTable.Has(f.d.Tokens[i-1].Lower, classPapersOf) {
		return true // "arrest report", "court records"
	}
	a := f.actorAt(i)
	if a == token.None {
		return false
	}
	x := &f.in.Actors[a]
	if ofPolice(x.Name) {
		return true
	}
	for k := range x.Roles {
		if ofPolice(f.d.Str(x.Roles[k].Span)) {
			return true
		}
	}
	return false
}

// qualifies reports whether word k says of what kind noun i is.
func (f *finder) qualifies(k, i int32) bool {
	t := &f.d.Tokens[k]
	return t.Head == i && (t.Rel == token.Compound || t.Rel == token.Amod) && !wordTable.Has(t.Lower, classPolice)
}

// ofPolice reports whether a name or an office is one of the police: "sheriff's
// deputy", against "deputy minister", "chief executive officer".
func ofPolice(s string) bool {
	words, rank := 0, false
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		words++
		if e := wordTable.Find(strings.TrimSuffix(w, "'s")); e.Has(classPolice) {
			if !e.Has(classRank) {
				return true
			}
			rank = true
		}
	}
	return rank && words == 1
}
