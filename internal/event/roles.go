package event

import (
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// preps are the prepositions that lead to the target of a kind, best first,
// with blanks between them.
func preps(kind string) string {
	if s, ok := wordTable.Text(kind, classTargetPreps); ok {
		return s
	}
	s, _ := wordTable.Text("other", classTargetPreps)
	return s
}

// target is the head of the phrase that suffers or receives the event of kind
// in fr; noun is the event noun that the verb's sense comes from, or None.
func (f *finder) target(kind string, fr *frame, e *entry, noun int32) int32 {
	objIsSense := e.objUsed || fr.obj != token.None && fr.obj == noun
	if fr.obj != token.None && !objIsSense {
		if !(kind == ontology.Agree || kind == ontology.Consult && !f.is(fr.obj, actorClass)) || fr.n == 0 {
			return fr.obj
		}
	}
	if fr.iobj != token.None {
		return fr.iobj
	}
	// A person or a body as object, though it made the sense, is the target.
	if objIsSense && fr.obj != noun && f.is(fr.obj, actorClass) {
		return fr.obj
	}
	if e.prep != token.None {
		f.budget = maxKids
		f.nest(fr, e.prep, 1)
	}
	if o := f.prepTarget(kind, fr, noun); o != token.None {
		return o
	}
	if objIsSense {
		if o := f.senseTarget(fr, noun); o != token.None {
			return o
		}
	} else if fr.obj != token.None {
		return fr.obj
	}
	if fr.xc == token.None {
		return token.None
	}
	x := f.frameOf(fr.xc)
	switch {
	case x.obj != token.None && x.obj != fr.subj:
		return x.obj
	case x.n > 0:
		return x.obls[0].head
	}
	return token.None
}

// prepTarget is the target by the prepositions of the kind: an actor first.
func (f *finder) prepTarget(kind string, fr *frame, noun int32) int32 {
	for pass := range 2 {
		for p := range strings.FieldsSeq(preps(kind)) {
			for j := range fr.obls[:fr.n] {
				o := &fr.obls[j]
				if o.prep != p || o.head == noun || f.isTime(o.head) {
					continue
				}
				if pass == 1 && !wordTable.Has(p, classOnlyToActor) || f.is(o.head, actorClass) || wordTable.Has(p, classToTarget) {
					return o.head
				}
			}
		}
	}
	return token.None
}

// senseTarget is the target in the phrase of an object that made the sense:
// who has it, a name before it, or it itself.
func (f *finder) senseTarget(fr *frame, noun int32) int32 {
	if p := f.kid(fr.obj, token.NmodPoss); p != token.None && p != fr.subj && f.d.Tokens[p].UPOS != token.PRON {
		return p
	}
	if c := f.compoundActor(fr.obj); c != token.None {
		return c
	}
	if fr.obj != noun {
		return fr.obj
	}
	return token.None
}

// locative is the place phrase of a frame, or None.
func (f *finder) locative(fr *frame) int32 {
	for _, p := range []string{"in", "at", "near", "on"} {
		for j := range fr.obls[:fr.n] {
			if o := &fr.obls[j]; o.prep == p && !f.isTime(o.head) && f.is(o.head, actorClass) {
				return o.head
			}
		}
	}
	return token.None
}

// split gives a reciprocal event with a joint subject and no other side its
// second conjunct as target: "A and B met".
func (f *finder) split(h *hit, fr *frame) {
	if h.src == token.None {
		return
	}
	if h.vow || !reciprocal(h) {
		return
	}
	c := f.kid(h.src, token.Conj)
	if c == token.None || !f.is(c, actorClass) {
		return
	}
	if cc := f.kid(c, token.RelCC); cc != token.None && f.d.Tokens[cc].Lower == "&" {
		return // a firm
	}
	if h.tgt != token.None && f.actorial(h.tgt) && h.tgt != h.src {
		if h.root() != ontology.Agree && h.root() != ontology.Support && h.root() != ontology.Cooperate {
			return
		}
		for j := range fr.obls[:fr.n] {
			if fr.obls[j].head == h.tgt && fr.obls[j].prep == "with" {
				return
			}
		}
		if fr.obj == h.tgt {
			return
		}
	}
	h.tgt, h.rule = c, h.rule+"-joint"
}

// reciprocal reports whether those who do h together may do it to each other.
func reciprocal(h *hit) bool {
	switch h.root() {
	case ontology.Consult, ontology.Agree, ontology.Cooperate, ontology.Sanction:
		return true
	case ontology.Support:
		return h.code == "057" // signed an agreement
	case ontology.Assault:
		return h.code == "193" || h.code == "1931" // fought
	case ontology.Retreat:
		return h.code == "0871" // a truce
	case ontology.Reject:
		return h.mutual
	}
	return false
}

// phrase is the span of the noun phrase of head, without what only adds to
// it: relative clauses, participles, appositions, its preposition and, when
// alone is set, what is joined to it.
func (f *finder) phrase(head int32, alone bool) token.Span {
	first, last := head, head+1
	whoever := f.whoever(head) // whose clause is all that it tells
	for k := range f.kids(head) {
		t := &f.d.Tokens[k]
		if k < head && t.UPOS == token.VERB && f.kid(k, token.OblAgent) != token.None {
			continue // "backed by the union, nurses"
		}
		switch t.Rel {
		case token.Case:
			if t.XPOS != token.POS {
				continue
			}
			continue
		case token.Acl, token.AclRelcl, token.Advcl:
			if !f.fills(k, head) && !(whoever && t.Rel != token.Advcl) {
				continue
			}
		case token.Parataxis, token.RelPunct, token.Nsubj, token.NsubjPass, token.Cop, token.RelMark,
			token.Aux, token.Csubj, token.Discourse, token.RelCC, token.CCPreconj, token.Advmod:
			continue
		case token.Appos:
			if f.kid(k, token.RelPunct) != token.None {
				continue
			}
		case token.Conj:
			if alone || f.d.Tokens[k].UPOS == token.VERB {
				continue
			}
		case token.Nmod, token.Obl, token.OblUnmarked, token.NmodUnmarked, token.Dep, token.List, token.Vocative:
			if k < head && f.caseOf(k) != "" || t.Rel != token.Nmod && !(t.Rel == token.Obl && f.caseOf(k) == "of") {
				continue
			}
			if f.isTime(k) || f.caseOf(k) == accordingTo {
				continue
			}
			// A person's name takes no phrase of place or time: "met Brandt in Oslo".
			if k > head && f.person(head) {
				if c := f.caseOf(k); c != "" && !wordTable.Has(c, classOfPerson) {
					continue
				}
			}
		}
		a, b := f.d.Subtree(k)
		if k < head {
			first = min(first, a)
		} else {
			last = max(last, b)
		}
	}
	s := &f.d.Sents[f.d.Tokens[head].Sent]
	first, last = max(first, s.First), min(last, s.Last)
	for first < head && (f.d.Tokens[first].UPOS == token.CCONJ || f.d.Tokens[first].UPOS == token.ADP && !f.counts(first+1)) {
		first++
	}
	if w := f.d.Tokens[first].Lower; first > s.First && first < head && !wordTable.Has(w, classParticle) && particle(f.d.Tokens[first-1].Lemma, w) {
		first++ // "handed over ten boats"
	}
	if !whoever {
		last = f.clauseless(head, last)
	}
	return f.d.SpanOf(first, f.quotedOut(first, f.undated(head, f.brief(head, first, last))))
}

// undated is the end of the phrase of head that ends at last, without a day that
// ends it and belongs to the clause: "a letter Friday", "a victory on Tuesday".
func (f *finder) undated(head, last int32) int32 {
	j := f.time[last-1]
	if j == token.None || f.time[head] != token.None || f.in.Times[j].Value.Grain() < when.Day || f.d.Tokens[last-1].Rel == token.Flat {
		return last
	}
	i := last
	for i > head+1 && f.time[i-1] == j {
		i--
	}
	switch t := &f.d.Tokens[i-1]; {
	case i == head+1:
	case t.UPOS == token.ADP && t.Lower == "on" && i-1 > head:
		i--
	case t.UPOS == token.ADP || t.UPOS == token.CCONJ || t.UPOS == token.DET || t.UPOS == token.PROPN && t.Is(token.Capital) && t.Ent != token.None && f.d.Tokens[i].Rel == token.Flat:
		return last // "the events of Tuesday"
	}
	if i <= head {
		return last
	}
	return i
}

// quotedOut is the end of the phrase from first to last with the mark that closes a
// quotation in it.
func (f *finder) quotedOut(first, last int32) int32 {
	if int(last) >= len(f.d.Tokens) || !isQuote(f.d.Tokens[last].Lower) {
		return last
	}
	open := false
	for i := first; i < last; i++ {
		if isQuote(f.d.Tokens[i].Lower) {
			open = !open
		}
	}
	if open {
		last++
	}
	return last
}

// isQuote reports whether w is a double quotation mark.
func isQuote(w string) bool { return w == `"` || w == "“" || w == "”" || w == "''" || w == "``" }

// counts reports whether the preposition before word i belongs to a number: "at
// least ten", "over 40".
func (f *finder) counts(i int32) bool {
	t := &f.d.Tokens[i]
	return t.UPOS == token.NUM || t.XPOS == token.JJS || t.XPOS == token.RBS || t.UPOS == token.DET || t.UPOS == token.SYM
}

// A phrase of more than longPhrase words is cut to less than shortPhrase: nobody
// reads a side that is a sentence.
const longPhrase, shortPhrase = 18, 15

// brief is the end of the phrase of head from first to last without what is too
// long: it ends before a comma, or before a phrase that hangs on head.
func (f *finder) brief(head, first, last int32) int32 {
	if last-first <= longPhrase {
		return last
	}
	own, any := last, last
	for i := head + 1; i < last && i-first < shortPhrase; i++ {
		t := &f.d.Tokens[i]
		switch {
		case t.Rel == token.RelPunct && t.Lower == "," && i > head+1:
			return i
		case (t.Rel != token.Case && t.Rel != token.RelCC) || t.Head <= i || t.Lower == "of" || t.XPOS == token.POS || !t.Is(token.SpaceBefore):
		case f.d.Tokens[t.Head].Head == head:
			own = i
		default:
			any = i
		}
	}
	if own < last {
		any = own
	}
	for any > head+1 && f.d.Tokens[any-1].UPOS == token.CCONJ {
		any--
	}
	return any
}

// fills reports whether the clause of k says which thing the noun head is: "the
// goal of cutting costs".
func (f *finder) fills(k, head int32) bool {
	return k > head && f.markOf(k) == "of" && f.d.Tokens[k].XPOS == token.VBG && f.d.Tokens[head].UPOS == token.NOUN && !f.is(head, actorClass) &&
		!wordTable.Has(f.lemma(head), classBench)
}

// clauseless is the end of the phrase of head that ends at last, before the
// first clause or aside inside it and the marks that lead there.
func (f *finder) clauseless(head, last int32) int32 {
	for i := head + 1; i < last; i++ {
		switch t := &f.d.Tokens[i]; t.Rel {
		case token.Advcl:
			if t.Head == head && f.fills(i, head) {
				continue
			}
		case token.Appos: // "a court in Lima, the capital"
			if m := f.kid(i, token.RelPunct); t.Head == head || m == token.None || m > i || f.d.Tokens[m].Lower != "," || f.place[i] != token.None {
				continue
			}
		case token.AclRelcl, token.Parataxis, token.Ccomp:
		case token.Conj:
			if f.kid(i, token.Nsubj) == token.None && f.kid(i, token.Cop) == token.None {
				continue
			}
		default:
			continue
		}
		if a, _ := f.d.Subtree(i); a > head && a < last {
			last = a
		}
	}
	for last > head+1 {
		if t := &f.d.Tokens[last-1]; t.UPOS != token.CCONJ && !wordTable.Has(t.Lower, classPhraseEnd) {
			break
		}
		last--
	}
	return last
}

// person reports whether i heads the name of a person, or stands before it.
func (f *finder) person(i int32) bool {
	if e := f.d.Tokens[i].Ent; e != token.None && f.d.Ents[e].Type == token.PER {
		return true
	}
	k := f.kindOf(f.actorAt(i))
	return k == actor.Person || k == actor.RoleOnly
}

// actorial reports whether i may be who suffers or receives an event: an
// actor or a place, and nothing that the source has ("its troops").
func (f *finder) actorial(i int32) bool {
	if !f.is(i, actorClass) && !f.is(i, locClass) || f.isTime(i) {
		return false
	}
	if o := f.kid(i, token.NmodPoss); o != token.None && f.d.Tokens[o].UPOS == token.PRON {
		return false
	}
	return true
}

// aims tells of kinds that are done to somebody: a thing as target gives way
// to an actor further off.
func aims(root string) bool {
	switch root {
	case ontology.Agree, ontology.Aid, ontology.Consult, ontology.Concede,
		ontology.Retreat, ontology.Sanction, ontology.Mobilize, ontology.Threaten, ontology.Request, ontology.Cooperate:
		return true
	}
	return false
}

// maxDeep bounds how many words of a clause are searched for a target.
const maxDeep = 120

// Ranks of an actor as target where no preposition of its kind leads to it.
const (
	rankPlain      = 40 // without a preposition
	rankOther      = 100
	rankPossessive = 150
	rankNone       = 1000
)

// A search looks for the best actor in a clause.
type search struct {
	f     *finder
	h     *hit
	order string // prepositions, best first
	best  int32
	rank  int
	seen  int
}

// deepTarget is the best actor in the clause of h after its trigger that is
// not its source: by preposition, then by order.
func (f *finder) deepTarget(h *hit) int32 {
	s := search{f: f, h: h, order: preps(h.root()), best: token.None, rank: rankNone}
	s.walk(h.clause, 0)
	return s.best
}

// walk looks at the dependents of i, and at theirs.
func (s *search) walk(i int32, depth int) {
	if depth > maxClimb {
		return
	}
	for k := range s.f.d.Kids(i) {
		if s.seen++; s.seen > maxDeep {
			return
		}
		if k == s.h.src || k == s.h.trig && i != s.h.clause || !s.enters(i, k) {
			continue
		}
		s.weigh(k)
		s.walk(k, depth+1)
	}
}

// enters reports whether dependent k of i may be, or hold, the target.
func (s *search) enters(i, k int32) bool {
	t := &s.f.d.Tokens[k]
	switch t.Rel {
	case token.NsubjPass:
		return i == s.h.clause
	case token.AclRelcl, token.AdvclRelcl, token.Nsubj, token.OblAgent, token.Appos, token.Parataxis, token.Csubj:
		return false
	case token.Advcl:
		return t.XPOS == token.VB
	case token.Conj:
		return t.UPOS != token.VERB && i != s.h.src
	}
	return true
}

// weigh takes k as the target if it is an actor and better than the best.
func (s *search) weigh(k int32) {
	f, t := s.f, &s.f.d.Tokens[k]
	if k <= s.h.clause || t.UPOS != token.NOUN && t.UPOS != token.PROPN || t.Rel == token.Compound || t.Rel == token.Amod ||
		t.Rel == token.Flat {
		return
	}
	if !f.actorial(k) || wordTable.Has(s.h.code, classForces) && wordTable.Has(t.Lemma, classMeans) {
		return
	}
	c := f.caseOf(k)
	r := s.rankOf(c)
	if c == "" {
		r = rankPlain
	}
	if t.Rel == token.NmodPoss {
		r = rankPossessive
	}
	if r < s.rank && !wordTable.Has(c, classToNoTarget) {
		s.best, s.rank = k, r
	}
}

// rankOf is how good a target behind preposition c is.
func (s *search) rankOf(c string) int {
	r := 0
	for p := range strings.FieldsSeq(s.order) {
		if p == c {
			return r
		}
		r++
	}
	return rankOther
}

// retarget puts an actor in the place of a thing, or of nothing, as target.
func (f *finder) retarget(h *hit) {
	root := h.root()
	if ontology.QuadOf(root) == ontology.NoQuad || h.bare {
		return
	}
	if h.tgt != token.None && h.tgt != h.src {
		if !aims(root) {
			return
		}
		if f.actorial(h.tgt) && !(wordTable.Has(h.code, classForces) && wordTable.Has(f.lemma(h.tgt), classMeans)) ||
			f.d.Tokens[h.tgt].UPOS == token.PRON {
			return
		}
	}
	if d := f.deepTarget(h); d != token.None && d != h.src {
		if t := h.tgt; h.with == token.None && t != token.None && t != h.trig && f.d.Tokens[t].Head == h.clause && !isEventNoun(f.lemma(t)) &&
			(f.d.Tokens[t].Rel == token.Obj || f.d.Tokens[t].Rel == token.NsubjPass) {
			h.with = f.party(t) // the thing, too: "sent its troops into Chad"
		}
		h.tgt = d
	}
}
