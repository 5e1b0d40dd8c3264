package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// spoken puts the speaker in the place of his "we" or "I" that stands for nobody
// known. Of what is not so, or only may be, we all may be meant.
func (f *finder) spoken(e *Event) {
	if !e.real() && e.Status != Planned {
		return
	}
	for i := range e.Roles {
		r := &e.Roles[i]
		t := &f.d.Tokens[r.Head]
		if r.Actor != token.None || t.UPOS != token.PRON || t.Quote == token.None || !wordTable.Has(t.Lower, classFirstPerson) {
			continue
		}
		j := f.said[r.Head]
		if j == token.None || f.in.Statements[j].SpeakerActor == token.None || f.in.Statements[j].SpeakerHead == token.None {
			continue
		}
		x := Role{r.Role, f.in.Statements[j].SpeakerActor, f.in.Statements[j].Speaker, f.in.Statements[j].SpeakerHead}
		if !e.has(token.None, x.Actor) {
			*r = x
		}
	}
}

// quoted puts who says the statement that the word of h reports in the place of
// somebody inside what is said: "..., said a clerk", read otherwise.
func (f *finder) quoted(h *hit) {
	j := f.cue[h.trig]
	if j == token.None || h.src != token.None && !f.within(h.src, j) {
		return
	}
	if x := f.d.Tokens[h.trig].XPOS; h.src == token.None && (h.kind != ontology.Statement || x != token.VBD && x != token.VBZ && x != token.VBP) {
		return
	}
	s := f.party(f.in.Statements[j].SpeakerHead)
	if s == token.None || f.within(s, j) {
		return
	}
	if h.tgt == s {
		h.tgt = token.None
	}
	h.src = s
}

// within reports whether word i stands in what statement j says.
func (f *finder) within(i, j int32) bool {
	for k := f.said[i]; k != token.None; k = f.in.Statements[k].Parent {
		if k == j {
			return true
		}
	}
	return false
}

// stoodFor puts in the place of a pronoun whom or what it stands for, where
// nobody known is meant: "neared the boats and ordered them to stop".
func (f *finder) stoodFor(e *Event) {
	for i := range e.Roles {
		r := &e.Roles[i]
		t := &f.d.Tokens[r.Head]
		if r.Actor != token.None || t.UPOS != token.PRON {
			continue
		}
		if o := f.antecedent(e, r.Head); o != token.None && (r.Role != Agent || f.is(o, actorClass)) {
			x := f.role(r.Role, o, false)
			if !e.has(o, x.Actor) {
				*r = x
			}
		}
	}
	// Whoever does something to "him" does it to another.
	if a := e.side(Agent); a != nil && a.Actor != token.None && e.side(Patient) == nil && f.d.Tokens[e.Head].UPOS == token.VERB {
		o := f.kid(e.Head, token.Obj)
		if o != token.None && f.d.Tokens[o].UPOS == token.PRON && !wordTable.Has(f.d.Tokens[o].Lower, classReflexive) && f.actorAt(o) == a.Actor {
			f.give(e, Patient, f.antecedent(e, o))
		}
	}
}

// antecedent is the noun that pronoun p of e stands for, by where it stands: in
// the clause that p's is joined to, or in the sentence before; or None.
func (f *finder) antecedent(e *Event, p int32) int32 {
	many, ok := wordTable.Int(f.d.Tokens[p].Lower, classThirdPerson)
	if !ok {
		return token.None
	}
	r := f.d.Tokens[p].Rel
	object := r == token.Obj || r == token.Iobj || r == token.NsubjPass
	fits := func(i int32) bool {
		if i == token.None || i >= p || f.party(i) == token.None || f.d.Tokens[i].UPOS == token.PRON || e.has(i, f.actorAt(i)) {
			return false
		}
		return f.manyOf(i) == (many == formPlural) && (many != formPerson || f.is(i, actorClass))
	}
	v := f.above(p)
	for range maxClimb {
		if v == token.None {
			break
		}
		t := &f.d.Tokens[v]
		if t.Rel == token.Acl && object && f.themOf(v) && fits(t.Head) {
			return t.Head
		}
		if t.Head == token.None || f.d.Tokens[t.Head].UPOS != token.VERB || t.Rel != token.Conj && t.Rel != token.Advcl && t.Rel != token.Xcomp {
			break
		}
		v = t.Head
		if o := f.argumentOf(v, object, fits); o != token.None {
			return o
		}
	}
	s := f.d.Tokens[p].Sent
	if s == 0 || f.d.Sents[s].Para != f.d.Sents[s-1].Para && f.d.Sents[s].Kind != token.Body {
		return token.None
	}
	for i := f.d.Sents[s-1].First; i < f.d.Sents[s-1].Last; i++ {
		if f.d.Tokens[i].Head == token.None && f.d.Tokens[i].UPOS == token.VERB {
			return f.argumentOf(i, object, fits)
		}
	}
	return token.None
}

// argumentOf is what fits of the arguments of verb v: of an object the object
// first, of a subject the subject; or None.
func (f *finder) argumentOf(v int32, object bool, fits func(int32) bool) int32 {
	subject, other := token.None, token.None
	for k := range f.kids(v) {
		switch f.d.Tokens[k].Rel {
		case token.Nsubj, token.NsubjPass:
			if subject == token.None && fits(k) {
				subject = k
			}
		case token.Obj:
			if fits(k) {
				other = k
			}
		case token.Obl:
			if other == token.None && fits(k) && !f.isPlace(k) {
				other = k
			}
		}
	}
	if object && other != token.None {
		return other
	}
	return subject
}

// What a pronoun of the third person stands for.
const (
	formPlural = iota + 1
	formPerson
)

// manyOf reports whether i speaks of several.
func (f *finder) manyOf(i int32) bool {
	t := &f.d.Tokens[i]
	return t.XPOS == token.NNS || t.XPOS == token.NNPS || t.UPOS == token.NUM || f.kid(i, token.Conj) != token.None || wordTable.Has(t.Lower, classMany)
}
