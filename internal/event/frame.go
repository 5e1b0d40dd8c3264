package event

import (
	"iter"
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// maxKids bounds how many dependents of one word are looked at, and maxClimb
// how far up a tree one goes, so that no tree makes the work quadratic.
const (
	maxKids  = 200
	maxClimb = 12
	maxObls  = 12
)

// obl is one prepositional phrase of a frame.
type obl struct {
	prep   string // lower-case preposition; several are their first ("out of" is "out")
	head   int32
	nested bool // it hangs on the object, not on the verb
}

// frame is a predicate with its arguments by deep role: the object of a
// passive is its surface subject, the subject its agent. The lexicon's lines
// ask it for prepositions and clauses, which roles do not tell. Of the sides
// it gives only what roles leave open, and the actor of an act of PLOVER that
// is no argument of the verb (with that, 79.7 % of PLOVER's targets are right,
// without 75.1): see finder.sides.
type frame struct {
	p               int32 // the predicate
	subj, obj, iobj int32
	xc              int32 // complement clause or predicate
	passive         bool
	obls            [maxObls]obl
	n               int
}

// kids yields the first maxKids dependents of i in text order.
func (f *finder) kids(i int32) iter.Seq[int32] { return f.d.FirstKids(i, maxKids) }

// caseOf is the preposition of i, or empty.
func (f *finder) caseOf(i int32) string {
	n := 0
	for k := f.d.Tokens[i].Kid; k != token.None && n < maxKids; n++ {
		t := &f.d.Tokens[k]
		if t.Rel == token.Case && t.XPOS != token.POS {
			return t.Lower
		}
		k = t.Sib
	}
	return ""
}

// kid is the first dependent of i with relation r, or None.
func (f *finder) kid(i int32, r token.Rel) int32 {
	if i == token.None {
		return token.None
	}
	n := 0
	for k := f.d.Tokens[i].Kid; k != token.None && n < maxKids; n++ {
		t := &f.d.Tokens[k]
		if t.Rel == r {
			return k
		}
		k = t.Sib
	}
	return token.None
}

// isPassive reports whether verb p is passive, with or without its auxiliary.
func (f *finder) isPassive(p int32) bool {
	t := &f.d.Tokens[p]
	if t.XPOS != token.VBN && t.XPOS != token.VBD {
		return false
	}
	if f.kid(p, token.AuxPass) != token.None {
		return true
	}
	if wordTable.Has(t.Lemma, classIntransitive) {
		return false
	}
	if f.kid(p, token.NsubjPass) != token.None {
		return true
	}
	if f.bare(p) && f.actorParty(f.agent(p)) != token.None {
		return true // "a plan backed by the mayor", read as a past tense
	}
	if t.XPOS == token.VBD && !t.Feats.Has(token.VoicePass) {
		return false
	}
	if f.kid(p, token.Aux) != token.None || f.kid(p, token.Nsubj) != token.None {
		return false
	}
	if f.joinsActive(p) {
		return false // "claimed the title and then assured them"
	}
	if t.Feats.Has(token.VoicePass) {
		return true
	}
	switch t.Rel {
	case token.Acl:
		// "Howard, a monarchist, promised to ...", read as a reduced relative.
		return f.kid(p, token.Obj) == token.None && f.kid(p, token.Xcomp) == token.None && f.kid(p, token.Ccomp) == token.None ||
			wordTable.Has(t.Lemma, classTakesTwo)
	case token.Advcl, token.Amod:
		return true
	case token.Conj:
		return t.Head != token.None && f.d.Tokens[t.Head].XPOS == token.VBN && f.kid(p, token.Obj) == token.None && f.isPassiveHead(t.Head)
	}
	return false
}

// bare reports whether verb p, which tells of another word, has no auxiliary,
// subject or object.
func (f *finder) bare(p int32) bool {
	switch f.d.Tokens[p].Rel {
	case token.Acl, token.Advcl, token.Amod:
	default:
		return false
	}
	for k := range f.kids(p) {
		switch f.d.Tokens[k].Rel {
		case token.Aux, token.Nsubj, token.Obj:
			return false
		}
	}
	return true
}

// joinsActive reports whether a conjunction joins verb p to a past tense that is
// active.
func (f *finder) joinsActive(p int32) bool {
	t := &f.d.Tokens[p]
	if t.Rel != token.Conj || f.kid(p, token.RelCC) == token.None {
		return false
	}
	last := t.Head // the verb that p is joined to
	for k := range f.kids(t.Head) {
		if k < p && k > last && f.d.Tokens[k].Rel == token.Conj {
			last = k
		}
	}
	if f.isPassiveHead(last) {
		return false
	}
	have := f.kid(last, token.Aux) // "has killed two and hurt four"
	return f.d.Tokens[last].XPOS == token.VBD || f.d.Tokens[last].XPOS == token.VBN && have != token.None && f.d.Tokens[have].Lemma == "have"
}

// isPassiveHead is isPassive for the first of a coordination.
func (f *finder) isPassiveHead(p int32) bool {
	return f.kid(p, token.AuxPass) != token.None || f.kid(p, token.NsubjPass) != token.None || f.d.Tokens[p].Rel == token.Acl
}

// frameOf reads the arguments of predicate p: a verb, or a noun or adjective
// that is one.
func (f *finder) frameOf(p int32) frame {
	fr := frame{p: p, subj: token.None, obj: token.None, iobj: token.None, xc: token.None}
	fr.passive = f.isPassive(p)
	s := f.surface(p, 0)
	for k := range f.kids(p) {
		f.argument(&fr, k)
	}
	if !fr.passive && fr.obj == token.None {
		f.mendObject(&fr)
	}
	if fr.passive {
		if fr.obj != token.None {
			fr.iobj = s
		} else {
			fr.obj = s
		}
		fr.subj = f.agent(p)
	} else {
		fr.subj = s
		t := &f.d.Tokens[p]
		if fr.obj == token.None && t.Rel == token.AclRelcl && t.Head != token.None && s != t.Head && s != token.None && fr.xc == token.None &&
			!f.gapless(p, s) {
			fr.obj = t.Head
		}
	}
	f.budget = maxKids
	f.nest(&fr, fr.obj, 0)
	return fr
}

// ofWhom reports whether the subject s is somebody's, whom its clause tells of:
// "owners whose boat sank".
func (f *finder) ofWhom(s int32) bool {
	o := f.kid(s, token.NmodPoss)
	return o != token.None && f.d.Tokens[o].XPOS == token.WPS
}

// gapless reports whether relative clause p with the subject s takes up the noun
// before it otherwise than as its object: "owners whose boat sank", "the man who
// paid", "the town where they met".
func (f *finder) gapless(p, s int32) bool {
	if f.ofWhom(s) || f.who(p) != token.None {
		return true
	}
	for k := range f.kids(p) {
		if k < p && f.d.Tokens[k].XPOS == token.WRB {
			return true
		}
	}
	return false
}

// argument adds dependent k of the predicate to the frame.
func (f *finder) argument(fr *frame, k int32) {
	t := &f.d.Tokens[fr.p]
	switch f.d.Tokens[k].Rel {
	case token.Obj:
		if c := f.caseOf(k); c != "" {
			f.addTo(fr, c, k, false)
		} else if fr.obj == token.None {
			fr.obj = f.relative(k, fr.p)
		}
	case token.Iobj:
		fr.iobj = k
	case token.Xcomp:
		if fr.xc == token.None || f.d.Tokens[fr.xc].Rel != token.Xcomp {
			fr.xc = k
		}
	case token.Ccomp:
		if fr.xc == token.None {
			fr.xc = k
		}
	case token.Obl, token.OblAgent, token.Nmod, token.OblUnmarked:
		f.addTo(fr, f.leadIn(fr.p, k), k, false)
	case token.Advcl:
		f.adverbial(fr, k)
	case token.Acl:
		if (t.UPOS == token.NOUN || t.UPOS == token.PROPN) && fr.xc == token.None &&
			(f.d.Tokens[k].XPOS == token.VB || f.kid(k, token.RelMark) != token.None) {
			fr.xc = k
		}
	}
}

// leadIn is the preposition of phrase k of predicate p, though the parser took
// it for the predicate's particle: "went on strike".
func (f *finder) leadIn(p, k int32) string {
	if c := f.caseOf(k); c != "" {
		return c
	}
	if prev := k - 1; prev > p {
		if t := &f.d.Tokens[prev]; t.Head == p && (t.Rel == token.CompoundPrt || t.UPOS == token.ADP) {
			return t.Lower
		}
	}
	return ""
}

// adverbial adds adverbial clause k, which may be what the predicate is about,
// its preposition a mark: "open to hosting", "accused of spying".
func (f *finder) adverbial(fr *frame, k int32) {
	m := f.kid(k, token.RelMark)
	if m == token.None {
		return
	}
	t, mark := &f.d.Tokens[fr.p], f.d.Tokens[m].Lower
	about := mark == "from" || mark == "to" && (t.UPOS != token.VERB || wordTable.Has(t.Lemma, classAsks))
	switch {
	case about && fr.xc == token.None:
		fr.xc = k
	case f.d.Tokens[k].XPOS == token.VBG && wordTable.Has(mark, classGerundMark):
		f.addTo(fr, mark, k, false)
	}
}

// mendObject finds the object of an active verb that the parser gave none, as
// the roles go by the same tree.
func (f *finder) mendObject(fr *frame) {
	t := &f.d.Tokens[fr.p]
	if t.UPOS == token.VERB {
		// "called off the strike", with the particle read as a preposition.
		for j := range fr.obls[:fr.n] {
			if o := &fr.obls[j]; particle(t.Lemma, o.prep) && f.d.Tokens[fr.p+1].Lower == o.prep && !f.isTime(o.head) {
				fr.obj = o.head
			}
		}
	}
	if fr.obj == token.None {
		fr.obj = f.toldWhom(fr.p)
	}
	if fr.obj != token.None || fr.xc == token.None || f.d.Tokens[fr.xc].Rel != token.Ccomp || f.kid(fr.xc, token.RelMark) != token.None {
		return
	}
	// "arrested a man wanted in Spain", read as if the man wanted.
	if o := f.kid(fr.xc, token.Nsubj); o != token.None && f.d.Tokens[o].UPOS != token.PRON {
		fr.obj = o
	}
}

// nest adds the phrases that hang on the object, and on what hangs on it.
func (f *finder) nest(fr *frame, i int32, depth int) {
	if i == token.None || depth > 2 || fr.n == maxObls {
		return
	}
	for k := range f.d.Kids(i) {
		if f.budget--; f.budget < 0 {
			return
		}
		switch f.d.Tokens[k].Rel {
		case token.Nmod, token.Obl:
			f.addTo(fr, f.caseOf(k), k, true)
			f.nest(fr, k, depth+1)
		case token.Conj, token.Acl, token.AclRelcl, token.Obj:
			f.nest(fr, k, depth+1)
		}
	}
}

// particle reports whether prep after verb lemma is a particle when what
// follows would otherwise lack: "took over the town", "cut off aid".
func particle(lemma, prep string) bool {
	if wordTable.Has(prep, classParticle) {
		return true
	}
	p, ok := wordTable.Text(lemma, classTakesParticle)
	return ok && p != "" && prep != "" && strings.Contains(p, " "+prep+" ")
}

func (f *finder) addTo(fr *frame, prep string, head int32, nested bool) {
	if prep != "" && fr.n < maxObls && !wordTable.Has(f.lemma(head), classLeadsOn) {
		fr.obls[fr.n] = obl{prep, head, nested}
		fr.n++
	}
}
