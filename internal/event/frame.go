package event

import (
	"iter"

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
// passive is its surface subject, the subject its agent.
type frame struct {
	p               int32 // the predicate
	subj, obj, iobj int32
	xc              int32 // complement clause or predicate
	passive         bool
	obls            [maxObls]obl
	n               int
}

// kids yields the first maxKids dependents of i in text order, so that a word
// with a million of them costs no more than a common one.
func (f *finder) kids(i int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		n := 0
		for k := range f.d.Kids(i) {
			if n++; n > maxKids || !yield(k) {
				return
			}
		}
	}
}

// caseOf is the preposition of i, or empty.
func (f *finder) caseOf(i int32) string {
	for k := range f.kids(i) {
		t := &f.d.Tokens[k]
		if t.Rel == token.Case && t.XPOS != token.POS {
			return t.Lower
		}
	}
	return ""
}

// kid is the first dependent of i with relation r, or None.
func (f *finder) kid(i int32, r token.Rel) int32 {
	if i == token.None {
		return token.None
	}
	for k := range f.kids(i) {
		if f.d.Tokens[k].Rel == r {
			return k
		}
	}
	return token.None
}

// isPassive reports whether verb p is passive, with or without its auxiliary.
func (f *finder) isPassive(p int32) bool {
	t := &f.d.Tokens[p]
	if t.XPOS != token.VBN && t.XPOS != token.VBD {
		return false
	}
	if f.kid(p, token.AuxPass) != token.None || f.kid(p, token.NsubjPass) != token.None {
		return true
	}
	if t.XPOS == token.VBD && !t.Feats.Has(token.VoicePass) {
		return false
	}
	if f.kid(p, token.Aux) != token.None || f.kid(p, token.Nsubj) != token.None {
		return false
	}
	if t.Feats.Has(token.VoicePass) {
		return true
	}
	switch t.Rel {
	case token.Acl:
		// "Howard, a monarchist, promised to ...", read as a reduced relative.
		return f.kid(p, token.Obj) == token.None && f.kid(p, token.Xcomp) == token.None && f.kid(p, token.Ccomp) == token.None || takesTwo(t.Lemma)
	case token.Advcl, token.Amod:
		return true
	case token.Conj:
		return t.Head != token.None && f.d.Tokens[t.Head].XPOS == token.VBN && f.kid(p, token.Obj) == token.None && f.isPassiveHead(t.Head)
	}
	return false
}

// takesTwo reports whether a passive of lemma keeps an object or a complement:
// "a man named Howard", "a bill expected to pass".
func takesTwo(lemma string) bool {
	switch lemma {
	case "name", "call", "dub", "title", "label", "give", "offer", "award", "grant", "pay", "ask", "force", "expect", "set", "allow", "order", "require", "tell", "use", "believe",
		"say", "design", "intend", "aim", "know", "consider", "deem", "make", "elect", "appoint", "send", "schedule", "urge", "permit", "compel", "plan", "suppose", "think", "report", "charge", "deny", "teach", "leave", "keep", "find":
		return true
	}
	return false
}

// isPassiveHead is isPassive for the first of a coordination.
func (f *finder) isPassiveHead(p int32) bool {
	return f.kid(p, token.AuxPass) != token.None || f.kid(p, token.NsubjPass) != token.None || f.d.Tokens[p].Rel == token.Acl
}

// relative resolves a relative pronoun to the noun that its clause hangs on.
func (f *finder) relative(s, p int32) int32 {
	t := &f.d.Tokens[s]
	if t.XPOS != token.WDT && t.XPOS != token.WP && !(t.Lower == "that" && t.UPOS == token.PRON) {
		return s
	}
	for range maxClimb {
		c := &f.d.Tokens[p]
		if c.Head == token.None {
			return s
		}
		if c.Rel == token.AclRelcl || c.Rel == token.Acl {
			return c.Head
		}
		p = c.Head
	}
	return s
}

// surface is the surface subject of predicate p, its own or the one that it
// shares by coordination, control, participle or relative clause.
func (f *finder) surface(p int32, depth int) int32 {
	for k := range f.kids(p) {
		if r := f.d.Tokens[k].Rel; (r == token.Nsubj || r == token.NsubjPass || r == token.NsubjOuter) && !weekday(f.d.Tokens[k].Lower) {
			return f.relative(k, p)
		}
	}
	t := &f.d.Tokens[p]
	h := t.Head
	if h == token.None || depth > maxClimb {
		return token.None
	}
	ht := &f.d.Tokens[h]
	switch t.Rel {
	case token.Conj, token.Parataxis:
		return f.surface(h, depth+1)
	case token.Xcomp, token.Ccomp:
		if t.Rel == token.Ccomp && t.Feats.Has(token.VerbFormFin) {
			return token.None
		}
		if !f.isPassive(h) && ht.Lemma != "promise" && ht.Lemma != "threaten" {
			if o := f.kid(h, token.Obj); o != token.None && ht.UPOS == token.VERB {
				return o
			}
			if o := f.kid(h, token.Iobj); o != token.None {
				return o
			}
		}
		return f.surface(h, depth+1)
	case token.Advcl:
		return f.surface(h, depth+1)
	case token.AclRelcl:
		return h
	case token.Acl:
		if t.XPOS == token.VBN || t.XPOS == token.VBD || t.XPOS == token.VBG && f.kid(p, token.RelMark) == token.None && f.kid(p, token.Case) == token.None {
			return h
		}
		return f.holder(h, depth+1)
	}
	return token.None
}

func weekday(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

// holder is who has or does the noun h: its possessor, or the subject of the
// clause that it stands in.
func (f *finder) holder(h int32, depth int) int32 {
	if o := f.kid(h, token.NmodPoss); o != token.None {
		return o
	}
	for c := h; depth < maxClimb; depth++ {
		t := &f.d.Tokens[c]
		if t.Head == token.None {
			break
		}
		if t.Rel == token.Nsubj || t.Rel == token.NsubjPass {
			return token.None
		}
		c = t.Head
		if f.d.Tokens[c].UPOS == token.VERB {
			s := f.surface(c, depth+1)
			if f.isPassive(c) {
				return f.agent(c)
			}
			return s
		}
	}
	return token.None
}

// agent is the "by" phrase of a passive, or None.
func (f *finder) agent(p int32) int32 {
	for k := range f.kids(p) {
		if r := f.d.Tokens[k].Rel; r == token.OblAgent || r == token.Obl && f.caseOf(k) == "by" && !f.isTime(k) {
			return k
		}
	}
	return token.None
}

// frameOf reads the arguments of predicate p: a verb, or a noun or adjective
// that is one.
func (f *finder) frameOf(p int32) frame {
	fr := frame{p: p, subj: token.None, obj: token.None, iobj: token.None, xc: token.None}
	t := &f.d.Tokens[p]
	fr.passive = f.isPassive(p)
	s := f.surface(p, 0)
	for k := range f.kids(p) {
		switch kt := &f.d.Tokens[k]; kt.Rel {
		case token.Obj:
			if c := f.caseOf(k); c != "" {
				fr.add(c, k, false)
			} else if fr.obj == token.None {
				fr.obj = f.relative(k, p)
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
			c := f.caseOf(k)
			if prev := k - 1; c == "" && prev > p && f.d.Tokens[prev].Head == p && (f.d.Tokens[prev].Rel == token.CompoundPrt || f.d.Tokens[prev].UPOS == token.ADP) {
				c = f.d.Tokens[prev].Lower // "went on strike" with its preposition read as a particle
			}
			fr.add(c, k, false)
		case token.Advcl:
			// "open to hosting", "accused of spying": the preposition is a mark.
			if m := f.kid(k, token.RelMark); m != token.None && fr.xc == token.None && (f.d.Tokens[m].Lower == "to" && (t.UPOS != token.VERB || asks(t.Lemma)) || f.d.Tokens[m].Lower == "from") {
				fr.xc = k
			} else if m != token.None && f.d.Tokens[k].XPOS == token.VBG {
				switch c := f.d.Tokens[m].Lower; c {
				case "of", "for", "with", "against", "over", "by", "on":
					fr.add(c, k, false) // "accused of spying"
				}
			}
		case token.Acl:
			if (t.UPOS == token.NOUN || t.UPOS == token.PROPN) && fr.xc == token.None && (f.d.Tokens[k].XPOS == token.VB || f.kid(k, token.RelMark) != token.None) {
				fr.xc = k
			}
		}
	}
	if !fr.passive && fr.obj == token.None && t.UPOS == token.VERB {
		// "called off the strike", with the particle read as a preposition.
		for j := range fr.obls[:fr.n] {
			if o := &fr.obls[j]; particle(t.Lemma, o.prep) && f.d.Tokens[p+1].Lower == o.prep && !f.isTime(o.head) {
				fr.obj = o.head
			}
		}
	}
	if !fr.passive && fr.obj == token.None && fr.xc != token.None && f.d.Tokens[fr.xc].Rel == token.Ccomp && f.kid(fr.xc, token.RelMark) == token.None {
		// "arrested a man wanted in Spain", read as if the man wanted.
		if o := f.kid(fr.xc, token.Nsubj); o != token.None && f.d.Tokens[o].UPOS != token.PRON {
			fr.obj = o
		}
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
		if fr.obj == token.None && t.Rel == token.AclRelcl && t.Head != token.None && s != t.Head && s != token.None && fr.xc == token.None {
			fr.obj = t.Head
		}
	}
	f.budget = maxKids
	f.nest(&fr, fr.obj, 0)
	return fr
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
			fr.add(f.caseOf(k), k, true)
			f.nest(fr, k, depth+1)
		case token.Conj, token.Acl, token.AclRelcl, token.Obj:
			f.nest(fr, k, depth+1)
		}
	}
}

// particle reports whether prep after verb lemma is a particle when what
// follows would otherwise lack: "took over the town", "cut off aid".
func particle(lemma, prep string) bool {
	switch prep {
	case "off", "up", "down", "back":
		return true
	case "over":
		return lemma == "take" || lemma == "hand" || lemma == "turn"
	case "out":
		return lemma == "carry" || lemma == "call" || lemma == "throw" || lemma == "kick" || lemma == "wipe"
	case "in":
		return lemma == "take" || lemma == "bring"
	}
	return false
}

// asks reports whether an infinitive after lemma's phrase is what is asked for:
// "called on the king to leave".
func asks(lemma string) bool {
	switch lemma {
	case "call", "appeal", "plead", "press", "push", "lobby", "pray", "campaign":
		return true
	}
	return false
}

func (fr *frame) add(prep string, head int32, nested bool) {
	if prep != "" && fr.n < maxObls {
		fr.obls[fr.n] = obl{prep, head, nested}
		fr.n++
	}
}
