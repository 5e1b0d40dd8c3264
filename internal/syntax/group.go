package syntax

import "github.com/dateline-go/dateline/internal/token"

// Tense is the tense of the finite verb of a group.
type Tense uint8

const (
	NoTense Tense = iota // no finite verb, or a modal other than will and shall
	Past
	Present
	Future // will, shall
)

// Mood is the mood of a verb group.
type Mood uint8

const (
	NoMood Mood = iota // no verb in the group
	Indicative
	Imperative
	Infinitive // to meet, (let him) meet
	Participle // meeting, met; gerunds too
)

// VerbGroup is a predicate with its auxiliaries and copula, read from the
// tree: "would not have been signed" is the group of "signed".
type VerbGroup struct {
	Head     int32 // the predicate: a verb, or the noun or adjective after a copula
	Finite   int32 // the finite verb or modal, or None
	Governor int32 // of an infinitive or a participle: the word it depends on; else None
	Tense    Tense
	Mood     Mood
	// Modal is the modal's form written out: will, would, can, could, may,
	// might, must, shall, should, ought; empty when there is none.
	Modal string
	// SemiModal is the lemma of a governor that works like a modal: go (is going
	// to meet), set (is set to meet), have, need, use, plan, expect and so on.
	// Tense and Negated then are those of the governor, when it is finite.
	SemiModal   string
	Perfect     bool
	Progressive bool
	Passive     bool // be or get with a past participle, or a past participle alone
	// Negated is set by not, n't, never, no longer, neither, nor and without.
	Negated bool
	// NoArgument is set by Agree when the subject or object is no one, nothing,
	// none, or has the determiner no.
	NoArgument bool
	// Person (1 to 3) and Plural are the subject's, set by Agree; Person is 0
	// without a subject.
	Person uint8
	Plural bool
}

// Group is the verb group of predicate i, but for what Agree sets. Any other
// word gives a group without a mood. The dependents of i must be linked.
func Group(d *token.Doc, i int32) VerbGroup {
	g := VerbGroup{Head: i, Finite: token.None, Governor: token.None}
	g.read(d, i)
	t := &d.Tokens[i]
	verbal := t.UPOS == token.VERB || t.UPOS == token.AUX
	if g.Mood == NoMood && verbal && t.Rel == token.Conj && t.Head != token.None {
		g.shared(d, i)
	}
	if g.Mood == NoMood && verbal {
		g.bare(d, i)
	}
	if g.Mood == Infinitive || g.Mood == Participle {
		g.govern(d, i)
	}
	return g
}

// shared reads the auxiliaries that stand with the first verb of a
// coordination: "has signed and ratified".
func (g *VerbGroup) shared(d *token.Doc, i int32) {
	t := &d.Tokens[i]
	if h := &d.Tokens[t.Head]; t.XPOS != h.XPOS || !nonFinite(t.XPOS) {
		return
	}
	neg := g.Negated
	g.read(d, t.Head)
	g.Negated = g.Negated || neg
	if g.Mood == NoMood {
		g.bare(d, t.Head)
	}
}

// govern finds the governor of infinitive or participle i, and what it says
// where it works like a modal.
func (g *VerbGroup) govern(d *token.Doc, i int32) {
	at := i
	for n := 0; d.Tokens[at].Rel == token.Conj && d.Tokens[at].Head != token.None && n < maxClimb; n++ {
		at = d.Tokens[at].Head
	}
	g.Governor = d.Tokens[at].Head
	if g.Mood != Infinitive || d.Tokens[at].Rel != token.Xcomp || g.Governor == token.None || !semiModal(d.Tokens[g.Governor].Lemma) {
		return
	}
	if t := &d.Tokens[g.Governor]; t.XPOS != token.VBG && wordTable.Has(t.Lemma, classModalGoing) {
		return // "went to sleep" is no "is going to sleep"
	}
	if kid(d, g.Governor, token.CompoundPrt) != token.None {
		return // "was set up to look into" is no "is set to look into"
	}
	gov := VerbGroup{Finite: token.None}
	gov.read(d, g.Governor)
	g.SemiModal = d.Tokens[g.Governor].Lemma
	g.Tense, g.Finite = gov.Tense, gov.Finite
	g.Negated = g.Negated || gov.Negated
	if gov.Modal != "" {
		g.Modal = gov.Modal
	}
}

// read takes what i and its dependents say. Mood stays as it is when no finite
// verb and no infinitive marker is found.
func (g *VerbGroup) read(d *token.Doc, i int32) {
	last, to := g.dependents(d, i) // the latest auxiliary
	copula := last != token.None && d.Tokens[last].Rel == token.Cop
	if t := &d.Tokens[i]; !copula && (t.UPOS == token.VERB || t.UPOS == token.AUX) {
		g.link(d, last, i)
		// Taggers take the past and its participle for each other; the tree
		// tells "a deal signed in May" from "they signed".
		switch {
		case t.XPOS == token.VBD && t.Rel == token.Acl && last == token.None && !hasSubject(d, i):
		case t.XPOS == token.VBN && last == token.None && g.Finite == token.None && kid(d, i, token.Nsubj) != token.None:
			g.Tense, g.Mood, g.Finite = Past, Indicative, i
		default:
			g.finite(d, i)
		}
	}
	if g.Mood == NoMood && to {
		g.Mood = Infinitive
	}
}

// dependents reads the auxiliaries, markers and negations of i: the latest
// auxiliary, and whether "to" marks an infinitive.
func (g *VerbGroup) dependents(d *token.Doc, i int32) (last int32, to bool) {
	t := &d.Tokens[i]
	last = token.None
	for k := range d.Kids(i) {
		c := &d.Tokens[k]
		if q := c.Quote; q >= 0 && int(q) < len(d.Quotes) && !d.Quotes[q].Contains(t.Span) {
			continue // what is said is no part of the verb that says it, whatever the tree has
		}
		switch c.Rel {
		case token.Aux, token.AuxPass, token.Cop:
			g.link(d, last, k)
			last = k
			g.Passive = g.Passive || c.Rel == token.AuxPass
			g.finite(d, k)
		case token.RelMark, token.Case:
			to = to || c.Rel == token.RelMark && c.Lower == "to"
			g.Negated = g.Negated || c.Lower == "without" && (c.Rel == token.RelMark || t.XPOS == token.VBG)
		case token.Advmod, token.RelCC, token.CCPreconj, token.Det:
			g.Negated = g.Negated || negative(d, k)
		}
	}
	return last, to
}

// link reads the aspect from an auxiliary and the verb after it.
func (g *VerbGroup) link(d *token.Doc, aux, next int32) {
	if aux == token.None {
		return
	}
	x := d.Tokens[next].XPOS
	switch d.Tokens[aux].Lemma {
	case "have":
		g.Perfect = g.Perfect || x == token.VBN || x == token.VBD
	case "be":
		switch x {
		case token.VBG:
			g.Progressive = true
		case token.VBN:
			g.Passive = g.Passive || d.Tokens[aux].Rel != token.Cop && d.Tokens[next].Rel != token.Cop
		}
	}
}

// finite takes tense and mood from verb k when it is the first finite one.
func (g *VerbGroup) finite(d *token.Doc, k int32) {
	if g.Finite != token.None {
		return
	}
	t := &d.Tokens[k]
	switch t.XPOS {
	case token.VBD:
		g.Tense = Past
	case token.VBZ, token.VBP:
		g.Tense = Present
	case token.MD:
		g.Modal = modal(t)
		if g.Modal == "will" || g.Modal == "shall" {
			g.Tense = Future
		}
	default:
		return
	}
	g.Mood, g.Finite = Indicative, k
}

// bare gives the mood of a verb without a finite auxiliary.
func (g *VerbGroup) bare(d *token.Doc, i int32) {
	t := &d.Tokens[i]
	switch t.XPOS {
	case token.VB:
		g.Mood = Infinitive
		main := t.Rel == token.Root || t.Rel == token.Parataxis || t.Rel == token.Ccomp
		if t.Feats.Has(token.MoodImp) || main && !t.Feats.Has(token.VerbFormInf) && !hasSubject(d, i) {
			g.Mood = Imperative
		}
	case token.VBG:
		g.Mood = Participle
	case token.VBN, token.VBD:
		g.Mood = Participle
		g.Passive = g.Passive || !g.Perfect
	}
}

// Agree takes person and number from the subject, else from the finite verb, and
// sees whether subject or object names nothing: few ask for that.
func (g *VerbGroup) Agree(d *token.Doc) {
	if s := Subject(d, g.Head); s != token.None {
		t := &d.Tokens[s]
		g.Person = 3
		e := wordTable.Find(t.Lower)
		g.Plural = e.Has(classPlural)
		if e.Has(classSpeaker) {
			g.Person = 1
		} else if t.Lower == "you" {
			g.Person = 2
		}
		switch t.XPOS {
		case token.NNS, token.NNPS:
			g.Plural = true
		}
		for k := range d.Kids(s) {
			g.Plural = g.Plural || d.Tokens[k].Rel == token.Conj
		}
		g.NoArgument = nobody(d, s)
	} else if g.Finite != token.None && d.Tokens[g.Finite].XPOS == token.VBZ {
		g.Person = 3
	}
	if o := kid(d, g.Head, token.Obj); o != token.None && nobody(d, o) {
		g.NoArgument = true
	}
}

func nonFinite(x token.XPOS) bool { return x == token.VB || x == token.VBG || x == token.VBN }

// negative reports whether dependent k negates its head.
func negative(d *token.Doc, k int32) bool {
	if wordTable.Has(d.Tokens[k].Lower, classNegation) {
		return true
	}
	if d.Tokens[k].Lower == "longer" {
		for c := range d.Kids(k) {
			if d.Tokens[c].Lower == "no" {
				return true
			}
		}
	}
	return false
}

// nobody reports whether argument i names nothing: no one, none, no deal.
func nobody(d *token.Doc, i int32) bool {
	if wordTable.Has(d.Tokens[i].Lower, classNoOne) {
		return true
	}
	for k := range d.Kids(i) {
		t := &d.Tokens[k]
		if t.Rel.Base() == token.Det && (t.Lower == "no" || t.Lower == "neither") {
			return true
		}
	}
	return false
}

// modal is the full form of a modal.
func modal(t *token.Token) string {
	if m, ok := wordTable.Text(t.Lower, classModal); ok {
		return m
	}
	return t.Lower
}

// semiModal reports whether a verb with a bare infinitive clause after it only
// tells how sure, due or wanted the infinitive is.
func semiModal(lemma string) bool { return wordTable.Has(lemma, classSemiModal) }
