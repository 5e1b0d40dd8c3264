package event

import (
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// A climb looks for the time and the place of e from its clause upwards.
type climb struct {
	f        *finder
	e        *Event
	p        int32 // the predicate that it has come to
	basis    Basis // what p is to e
	bound    Bound // what p's time says of e's
	way      way   // which places e is in
	reported bool  // e has the time of the clause that reports it
	apart    bool  // a clause between e and p may be elsewhere
	from     int32 // the second of two joined clauses, which have a time in common only if it stands around both; or None
	dated    int32 // the predicate that e has its time from, or None
	reduced  int32 // the participle that only tells which thing is meant, whose time stands right behind it; or None
}

// take gives e the time and the place of token p, if it has none yet.
func (c *climb) take(p int32, basis Basis) {
	f, e := c.f, c.e
	if e.by == 0 {
		if j := f.timeOf(p, e.Sent); j != token.None {
			f.dateBy(e, j, basis)
			c.dated = p
		}
	}
	if e.Place == token.None {
		if j := f.placeOf(p, e.Sent, c.way); j != token.None {
			e.Place, e.placeBy = j, basis
		}
	}
}

// look takes the time and the place of the clause of p.
func (c *climb) look() {
	f, e := c.f, c.e
	if e.by == 0 && !e.vague {
		j := f.timeOf(c.p, e.Sent)
		if j == token.None {
			j = f.timeOfWhen(c.p, e.Sent)
		}
		if j == token.None && e.Status == Occurred {
			j = f.timeBelow(c.p, e.Sent)
		}
		if j == token.None && e.Status == Occurred && c.p == e.Clause {
			j = f.timeJoined(c.p, e.Sent)
		}
		switch {
		case j == token.None && (f.sinceThen(e, c.p) || c.p == e.Clause && f.overLength(e)):
		case j == token.None:
			e.vague = f.hasOwnTime(c.p)
		case !c.between(f.in.Times[j].Span):
			f.dateBy(e, j, c.basis)
			c.dated = c.p
			if c.bound != Within {
				e.Bound = c.side()
			}
			c.reported = c.basis == ByReporting
		}
	}
	if e.Place == token.None && c.bound == Within {
		if j := f.placeOf(c.p, e.Sent, c.way); j != token.None {
			e.Place, e.placeBy = j, c.basis
			if c.basis == ByGoverning && !c.apart {
				e.placeBy = ByClause
			}
		}
	}
}

// side is on which side of the time of c.p e was. What happened right before it, told
// in the same simple past, was about that day: "was held on Monday after his car was
// stopped".
func (c *climb) side() Bound {
	f, e := c.f, c.e
	if c.bound != OnOrBefore || c.basis != ByGoverning || e.When.Grain() > when.Day || f.d.Tokens[e.Clause].Head != c.p ||
		e.Status != Occurred || e.nominal || !f.simplePast(e.Clause) || !f.simplePast(c.p) || f.hasOwnTime(e.Clause) {
		return c.bound
	}
	m := f.kid(e.Clause, token.RelMark)
	if m <= 0 || f.d.Tokens[m].Lower != "after" {
		return c.bound
	}
	if j := f.time[m-1]; timeWord(f.d.Tokens[m-1].Lower) && (j == token.None || lasts(f.in.Times[j].Value)) {
		return c.bound // "a week after"
	}
	return About
}

// plan reports whether e has the time at which it was planned: "voted on Monday
// to close the school".
func (c *climb) plan() bool {
	f, e := c.f, c.e
	if c.dated == token.None || e.Bound != Within || e.Status != Planned && e.Status != Possible {
		return false
	}
	if c.dated == e.Head {
		return e.Status == Planned && f.age(e.When) > 0 && f.announced(e.Head)
	}
	if t := &f.d.Tokens[c.dated]; t.UPOS != token.VERB || wordTable.Has(t.Lemma, classScheduling) {
		return false
	}
	g := syntax.Group(f.d, c.dated)
	return g.Tense == syntax.Past && g.SemiModal == "" && g.Modal == "" && f.age(e.When) > 0
}

// announced reports whether infinitive p stands under a verb in the past that
// makes known or settles what is to come, so that a time behind both that has
// passed is that verb's: "announced plans to close the mill last week".
func (f *finder) announced(p int32) bool {
	if f.d.Tokens[p].UPOS != token.VERB || !f.infinitive(p) {
		return false
	}
	h := f.d.Tokens[p].Head
	for range maxClimb {
		if h == token.None || f.d.Tokens[h].UPOS == token.VERB {
			break
		}
		h = f.d.Tokens[h].Head
	}
	return h != token.None && f.simplePast(h) && !wordTable.Has(f.d.Tokens[h].Lemma, classScheduling)
}

// between reports whether s stands behind the first of two joined clauses and
// before the second, which it does not belong to if they are told in two
// tenses, "has met it since 2010 but will leave", or only set side by side.
func (c *climb) between(s token.Span) bool {
	d := c.f.d
	if c.reduced != token.None {
		if k, _ := d.Range(s); k < c.reduced || c.f.verbBefore(k) != c.reduced {
			return true
		}
	}
	if c.from == token.None || s.Start < d.Tokens[c.p].Start || s.Start > d.Tokens[c.from].Start {
		return false
	}
	cc := c.f.kid(c.from, token.RelCC)
	if cc == token.None || wordTable.Has(d.Tokens[cc].Lower, classClauseEnd) && c.f.above(c.f.top(d.Range(s))) != c.p {
		return true // "was to open on May 3 but was put off"
	}
	a, b := syntax.Group(d, c.p), syntax.Group(d, c.from)
	return a.Tense != b.Tense || a.Perfect != b.Perfect
}

// up goes to the clause above, if it may tell when or where e is.
func (c *climb) up() bool {
	f := c.f
	t := &f.d.Tokens[c.p]
	if t.Head == token.None {
		return false
	}
	// "a day before she meets him": not when, but on which side.
	if b, ok := wordTable.Int(f.orderOf(c.p), classClauseBound); ok {
		c.bound = Bound(b)
	}
	if f.settingRelative(c.p) {
		return c.antecedent(t.Head) // "where" and "when" tie a clause to its setting, whatever the tree calls it
	}
	c.basis = ByGoverning
	// "A bus fell from a bridge near Cusco, killing nine": one scene.
	c.apart = c.apart || t.XPOS != token.VBG || t.Rel != token.Conj && (t.Rel != token.Advcl || c.p < t.Head)
	if e := c.e; e.by == 0 && !e.vague && e.Status == Occurred {
		if j := f.happeningOf(c.p, e.Sent); j != token.None {
			f.dateBy(e, j, ByAntecedent)
		}
	}
	if t.Rel != token.Conj {
		c.from = token.None
	}
	switch t.Rel {
	case token.AclRelcl, token.AdvclRelcl:
		return false
	case token.Acl:
		if f.kid(c.p, token.Nsubj) != token.None || f.kid(c.p, token.NsubjPass) != token.None {
			return false // "a claim that he sold it", "the words he used"
		}
		if t.XPOS == token.VBN && !f.happens(&f.d.Tokens[t.Head]) {
			c.reduced = c.p // "the firm, founded by Ruiz, closed on Monday"
		}
		return c.to(t.Head)
	case token.Conj:
		if t.UPOS == token.NOUN && f.d.Tokens[t.Head].UPOS == token.NOUN {
			// "recalled the Sept. 11 attacks and her work": each has its own time.
			if !f.shares(t.Head) {
				return false
			}
			c.p = f.above(t.Head)
			return c.p != token.None && c.e.Status != Planned && c.e.Status != Possible
		}
		c.from = c.p
		c.p = t.Head
	case token.Advcl, token.Xcomp:
		c.p = t.Head
	case token.Parataxis:
		c.bound, c.p = OnOrBefore, t.Head
	case token.Ccomp:
		if c.e.Status != Occurred {
			return false
		}
		c.basis, c.bound, c.p = ByReporting, OnOrBefore, t.Head
	default:
		// An event noun inside a clause.
		if !f.shares(c.p) {
			return false
		}
		c.p = f.above(c.p)
		return c.p != token.None && c.e.Status != Planned && c.e.Status != Possible
	}
	return true
}

// to goes to h, or to the predicate above it.
func (c *climb) to(h int32) bool {
	if c.f.d.Tokens[h].UPOS != token.VERB {
		h = c.f.above(h)
	}
	if h != token.None {
		c.p = h
	}
	return h != token.None
}

// antecedent takes h for the setting of the clause that tells of it: "on
// August 6, where talks took place".
func (c *climb) antecedent(h int32) bool {
	f, e := c.f, c.e
	if j := f.timeBefore(c.p); e.by == 0 && !e.vague && j != token.None && dated(f.in.Times[j].Value) {
		f.dateBy(e, j, ByAntecedent)
		e.Bound = Within // "after 2010, when it opened"
	}
	if j := f.time[h]; e.by == 0 && !e.vague && j != token.None && dated(f.in.Times[j].Value) {
		f.dateBy(e, j, ByAntecedent)
	}
	c.take(h, ByAntecedent)
	if e.Place == token.None && f.place[h] != token.None {
		e.Place, e.placeBy = f.place[h], ByAntecedent
	}
	if e.Place == token.None {
		// "his visit to Oslo on May 3, where talks took place"
		if w := f.whereOf(c.p); w != token.None {
			if j := f.placeBack(w); j != token.None && f.d.Tokens[f.placeHead(j)].Sent == e.Sent {
				e.Place, e.placeBy = j, ByAntecedent
			}
		}
	}
	c.basis = ByAntecedent
	return c.to(h)
}

// whereOf is the word that ties the clause of p to its place, or None.
func (f *finder) whereOf(p int32) int32 {
	for k := range f.kids(p) {
		if f.d.Tokens[k].Lower == "where" {
			return k
		}
	}
	return token.None
}
