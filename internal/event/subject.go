package event

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/words"
)

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
			return f.personBefore(s, c.Head)
		}
		p = c.Head
	}
	return s
}

// apposed is whom noun h stands behind as what he is: "Ana Silva, a guide who lived
// in Lima".
func (f *finder) apposed(h int32) int32 {
	if t := &f.d.Tokens[h]; t.Rel == token.Appos && t.Head < h && t.UPOS != token.PROPN && f.d.Tokens[t.Head].Ent != token.None &&
		f.d.Ents[f.d.Tokens[t.Head].Ent].Type == token.PER {
		return t.Head
	}
	return h
}

// whoReach is how many words before "who" those that it stands for are looked for.
const whoReach = 12

// personBefore is who "who" w stands for, where the tree hung its clause on the
// thing h: "a book by Ana Ruiz, who", "the clerks in the room who"; else h.
func (f *finder) personBefore(w, h int32) int32 {
	t := &f.d.Tokens[h]
	if f.d.Tokens[w].Lower != "who" || t.UPOS != token.NOUN && t.UPOS != token.PROPN || f.somebodyBy(h) {
		return h
	}
	if h == w-1 && (t.UPOS == token.NOUN || t.XPOS == token.NNPS) {
		return h // "sponsors who"
	}
	for i := w - 1; i > w-whoReach && i >= f.d.Sents[f.d.Tokens[w].Sent].First; i-- {
		t := &f.d.Tokens[i]
		if t.UPOS == token.VERB && t.XPOS != token.VBG && t.XPOS != token.VBN || t.Lower == ";" {
			break
		}
		if (t.UPOS == token.NOUN || t.UPOS == token.PROPN) && t.Rel != token.NmodPoss && t.Rel != token.Compound && t.Rel != token.NmodDesc &&
			(f.is(i, perClass) || f.person(i) || wordTable.Has(t.Lower, classMany)) {
			if t.Rel == token.Flat {
				return t.Head
			}
			return i
		}
	}
	return h
}

// somebodyBy reports whether noun i is a person, persons or a body of them.
func (f *finder) somebodyBy(i int32) bool {
	return f.is(i, perClass) || f.person(i) || f.d.Tokens[i].UPOS == token.NOUN && f.is(i, actorClass) && !f.isPlace(i)
}

// surface is the surface subject of predicate p, its own or the one that it
// shares by coordination, control, participle or relative clause.
func (f *finder) surface(p int32, depth int) int32 {
	day := false
	for k := range f.kids(p) {
		if r := f.d.Tokens[k].Rel; r == token.Nsubj || r == token.NsubjPass || r == token.NsubjOuter {
			if s := f.beforeDay(k); s != token.None {
				return s
			}
			if !words.Common.Has(f.d.Tokens[k].Lower, words.Weekday) {
				return f.relative(k, p)
			}
			day = true
		}
	}
	if day && f.d.Tokens[p].Rel != token.Conj {
		return token.None // "Friday will begin cloudy, the forecasters said"
	}
	if s := f.parted(p); s != token.None {
		return s
	}
	if s := f.subjoined(p); s != token.None {
		return s
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
			if o := f.kid(h, token.Obj); o != token.None && ht.UPOS == token.VERB && !f.tally(o) {
				return o
			}
			if o := f.kid(h, token.Iobj); o != token.None {
				return o
			}
		}
		return f.surface(h, depth+1)
	case token.Advcl:
		if t.XPOS == token.VBG && f.isPassive(h) && (f.markOf(p) == "by" || f.caseOf(p) == "by") {
			return f.agent(h) // "a fortune was made by renting boats"
		}
		return f.surface(h, depth+1)
	case token.AclRelcl:
		return h
	case token.Acl:
		if t.XPOS == token.VBN && f.isTime(h) && f.kid(h, token.Cop) != token.None {
			return f.kid(h, token.Nsubj) // "she was on Monday granted bail"
		}
		if t.XPOS == token.VBG && f.themOf(p) || t.XPOS == token.VBN && wordTable.Has(f.d.Tokens[h].Lower, classBench) && f.at(h) {
			return f.subjectAbove(h, depth)
		}
		if t.XPOS == token.VBN || t.XPOS == token.VBD || t.XPOS == token.VBG && f.kid(p, token.RelMark) == token.None &&
			f.kid(p, token.Case) == token.None {
			return h
		}
		return f.holder(h, depth+1)
	}
	return token.None
}

// holder is who has or does the noun h: its possessor, or the subject of the
// clause that it stands in.
func (f *finder) holder(h int32, depth int) int32 {
	if o := f.kid(h, token.NmodPoss); o != token.None {
		return o
	}
	if o := f.agent(h); o != token.None && f.is(o, actorClass) {
		return o // "an attempt by the army to take the town"
	}
	return f.subjectAbove(h, depth)
}

// themOf reports whether the object of participle p is a pronoun, for the noun that
// p was hung on: "routed the rebels forcing them to flee".
func (f *finder) themOf(p int32) bool {
	o := f.kid(p, token.Obj)
	if o == token.None || o < p {
		return false
	}
	form, ok := wordTable.Int(f.d.Tokens[o].Lower, classThirdPerson)
	return ok && f.manyOf(f.d.Tokens[p].Head) == (form == formPlural)
}

// subjectAbove is who does what the clause that the noun h stands in tells, unless h
// is its subject; or None.
func (f *finder) subjectAbove(h int32, depth int) int32 {
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
			if f.isPassive(c) {
				return f.agent(c)
			}
			return f.surface(c, depth+1)
		}
	}
	return token.None
}

// agent is the "by" phrase of a passive, or None.
func (f *finder) agent(p int32) int32 {
	for k := range f.kids(p) {
		switch c := f.caseOf(k); f.d.Tokens[k].Rel {
		case token.OblAgent:
			if c != "by" && c != "" {
				continue
			}
		case token.Obl, token.Nmod:
			if c != "by" || f.isTime(k) {
				continue
			}
		default:
			continue
		}
		if !f.gerund(k) && !f.adverbialBy(k) {
			return k
		}
	}
	return token.None
}

// gerund reports whether noun i is the act by which something is done: "cheated by
// meeting her rivals".
func (f *finder) gerund(i int32) bool {
	t := &f.d.Tokens[i]
	return i > 0 && t.UPOS == token.NOUN && strings.HasSuffix(t.Lemma, "ing") && f.tells(i) && f.d.Tokens[i-1].Head == i && f.d.Tokens[i-1].Rel == token.Case
}

// adverbialBy reports whether the noun i behind "by" tells when, where or by how
// much: "by the end of the day", "by mistake", "cut by $2 million".
func (f *finder) adverbialBy(i int32) bool {
	if f.money(i) || f.measure(i) || f.d.Tokens[i].Lower == "%" {
		return true
	}
	return wordTable.Has(f.lemma(i), classByNobody) && !f.is(i, actorClass)
}

// maxAside bounds how many words may stand between a subject and its verb.
const maxAside = 40

// parted is the subject of verb p that commas part from it and the tree has
// elsewhere: "Ana Ruiz, a clerk who had seen it, told the board"; or None. It
// stands at the head of its clause, and what is between tells who it is.
func (f *finder) parted(p int32) int32 {
	first := f.groupStart(p)
	sent := &f.d.Sents[f.d.Tokens[p].Sent]
	if first == token.None || first-3 <= sent.First || sent.Kind != token.Body || f.d.Tokens[first-1].Lower != "," {
		return token.None
	}
	for i := first - 3; i > sent.First && i > first-maxAside; i-- {
		if f.d.Tokens[i].Lower != "," || !f.opensAside(i+1) {
			continue
		}
		s, a := f.heads(i-1, sent.First)
		if s == token.None {
			continue
		}
		if a-1 > sent.First && f.d.Tokens[a-1].Lower == "," && !f.known(s) {
			// "Ana Ruiz, the mayor, who ..."
			if n, _ := f.heads(a-2, sent.First); n != token.None && f.person(n) {
				return n
			}
		}
		return s
	}
	return token.None
}

// subjoined is the subject right before verb p that the tree has behind a preposition,
// which is a conjunction: "after the council ignored the plan"; or None.
func (f *finder) subjoined(p int32) int32 {
	t := &f.d.Tokens[p]
	if t.UPOS != token.VERB || t.XPOS == token.VB || t.XPOS == token.VBG {
		return token.None
	}
	first, who, finite := p, int32(token.None), t.XPOS != token.VBN
	for k := range f.kids(p) {
		switch c := &f.d.Tokens[k]; c.Rel {
		case token.Aux, token.AuxPass:
			first, finite = min(first, k), true
		case token.Obj:
			finite = finite || k > p // no participle has one
		case token.Nsubj, token.NsubjPass, token.Csubj, token.RelCC, token.RelMark:
			return token.None
		case token.Obl:
			if k < p && (c.UPOS == token.NOUN || c.UPOS == token.PROPN) && !f.isTime(k) && wordTable.Has(f.caseOf(k), classSubordinates) {
				who = k
			}
		}
	}
	if who == token.None || !finite || !f.is(who, actorClass) {
		return token.None
	}
	for first > 0 && f.d.Tokens[first-1].UPOS == token.ADV && f.d.Tokens[first-1].Head == p {
		first--
	}
	if _, last := f.d.Subtree(who); last != first {
		return token.None
	}
	return who
}

// groupStart is the first word of the finite verb p, its first auxiliary or
// itself, if it has no subject and no conjunction of its own; else None.
func (f *finder) groupStart(p int32) int32 {
	first := p
	x := f.d.Tokens[p].XPOS
	finite := x == token.VBD || x == token.VBZ
	for k := range f.kids(p) {
		switch t := &f.d.Tokens[k]; t.Rel {
		case token.Aux, token.AuxPass:
			first, finite = min(first, k), true
		case token.Nsubj, token.NsubjPass, token.Csubj, token.Expl, token.RelCC, token.RelMark:
			return token.None
		}
	}
	for first > 0 && f.d.Tokens[first-1].UPOS == token.ADV && f.d.Tokens[first-1].Head == p {
		first--
	}
	if !finite {
		return token.None
	}
	return first
}

// opensAside reports whether what may be said of a subject between commas may
// begin with word i.
func (f *finder) opensAside(i int32) bool {
	switch t := &f.d.Tokens[i]; t.UPOS {
	case token.DET, token.PRON:
		return t.Lower != "that"
	case token.NOUN, token.PROPN, token.NUM, token.ADJ, token.ADV, token.ADP:
		return true
	case token.VERB:
		return t.XPOS == token.VBG || t.XPOS == token.VBN
	}
	return false
}

// heads is the head of the phrase that ends with word i, and the phrase's first
// word. The phrase must begin a clause of the sentence from first on, and name an
// actor or begin the sentence; else s is None.
func (f *finder) heads(i, first int32) (s, a int32) {
	if f.d.Tokens[i].Lower == ")" {
		for i > first && f.d.Tokens[i].Lower != "(" {
			i--
		}
		i--
	}
	a = i + 1
	for a > first && f.inPhrase(a-1, a <= i) {
		a--
	}
	if a > first+1 && a <= i && f.d.Tokens[a].UPOS == token.PROPN && f.d.Tokens[a-1].UPOS == token.ADP && f.d.Tokens[a-2].UPOS == token.NOUN {
		// "a court in Lima, ..., ruled"
		for a--; a > first && f.inPhrase(a-1, true); {
			a--
		}
	}
	if a > i || f.d.Tokens[a].UPOS == token.ADP || !f.begins(a, first) {
		return token.None, a
	}
	s = i
	for h, n := f.d.Tokens[s].Head, 0; h >= a && h <= i && n < maxClimb; n++ {
		s, h = h, f.d.Tokens[h].Head
	}
	t := &f.d.Tokens[s]
	named := t.UPOS == token.NOUN || t.UPOS == token.PROPN
	if !named || f.isTime(s) || !f.is(s, actorClass) && (a > first || f.kid(s, token.Det) == token.None) {
		return token.None, a
	}
	return s, a
}

// inPhrase reports whether word i may stand in the phrase of a noun; more means
// that more of the phrase follows it.
func (f *finder) inPhrase(i int32, more bool) bool {
	switch t := &f.d.Tokens[i]; t.UPOS {
	case token.NOUN, token.PROPN, token.NUM:
		return true
	case token.DET, token.ADJ:
		return more
	case token.ADP, token.CCONJ:
		return more && i > 0 && (t.UPOS == token.CCONJ || t.Lower == "of") &&
			(f.d.Tokens[i-1].UPOS == token.NOUN || f.d.Tokens[i-1].UPOS == token.PROPN)
	case token.PRON:
		return more && t.XPOS == token.PRPS
	default:
		return more && (t.XPOS == token.POS || isHyphen(t))
	}
}

// begins reports whether a clause may begin with word a of the sentence from first
// on.
func (f *finder) begins(a, first int32) bool {
	if a == first {
		return true
	}
	switch t := &f.d.Tokens[a-1]; t.UPOS {
	case token.SCONJ:
		return true
	case token.ADP:
		return wordTable.Has(t.Lower, classSubordinates)
	case token.PUNCT:
		return !isHyphen(t) && t.Lower != "(" && t.Lower != ";"
	case token.CCONJ, token.ADV:
		return a-1 == first
	}
	return false
}

// mended is the first two arguments of verb p by its roles, with the subject that
// the tree has elsewhere in the place of a wrong one.
func (f *finder) mended(p, a0, a1 int32) (int32, int32) {
	t := &f.d.Tokens[p]
	if a0 != token.None && (f.caseOf(a0) == accordingTo || f.caseOf(a0) == "by" && (f.gerund(a0) || f.adverbialBy(a0))) {
		a0 = token.None
	}
	if wordTable.Has(t.Lemma, classPatientFirst) {
		a0, a1 = a1, a0
	}
	if o := f.party(f.parted(p)); o != token.None {
		if passive := f.isPassive(p); passive && o != a0 {
			return a0, o
		} else if !passive && o != a1 {
			return o, a1
		}
		return a0, a1
	}
	if s := f.passiveActor(p); s != token.None && a1 != token.None && s < a1 && a1 < p && f.d.Tokens[a1].Head != p && !f.actorNoPlace(a1) {
		return a0, s // "the man who robbed the bank was arrested"
	}
	if t.Rel != token.AclRelcl {
		return a0, a1
	}
	if s := f.surface(p, 0); a1 != token.None && a1 == t.Head && s != token.None && f.ofWhom(s) {
		a1 = s // "owners whose boat sank"
	}
	if who := f.who(p); who != token.None {
		if o := f.party(f.relative(who, p)); a0 == t.Head {
			a0 = o
		} else if a1 == t.Head {
			a1 = o
		}
	}
	return a0, a1
}

// who is the "who" that is the subject of verb p, or None.
func (f *finder) who(p int32) int32 {
	for k := range f.kids(p) {
		if t := &f.d.Tokens[k]; (t.Rel == token.Nsubj || t.Rel == token.NsubjPass) && t.Lower == "who" {
			return k
		}
	}
	return token.None
}
