package event

import (
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// timeBelow is the time of predicate p, told as done, that stands at the end of
// its clause, where the tree has it for a part of the clause without a tense of
// its own: "signed a law banning traps in 2007", "flew there to see her on
// Monday"; or None. What is to come lies on one side of p only.
func (f *finder) timeBelow(p, s int32) int32 {
	if f.d.Tokens[p].UPOS != token.VERB || !f.simplePast(p) {
		return token.None
	}
	q := p
	for range maxClimb {
		if q = f.tail(q); q == token.None {
			return token.None
		}
		if j := f.timeOf(q, s); j != token.None {
			if a, _ := f.d.Range(f.in.Times[j].Span); a < q || f.asideTime(j) || !f.over(f.in.Times[j].Value) {
				return token.None
			}
			return j
		}
	}
	return token.None
}

// timeJoined is the day at the end of the last of several acts of one subject, which
// p begins: "entered the shop and took nine watches on Monday"; or None.
func (f *finder) timeJoined(p, s int32) int32 {
	if f.d.Tokens[p].UPOS != token.VERB || !f.simplePast(p) || f.hasOwnTime(p) {
		return token.None
	}
	last := int32(token.None)
	for k := range f.kids(p) {
		if t := &f.d.Tokens[k]; t.Rel == token.Conj && t.UPOS == token.VERB {
			last = k
		}
	}
	if last == token.None || f.kid(last, token.Nsubj) != token.None || f.kid(last, token.NsubjPass) != token.None || !f.simplePast(last) {
		return token.None
	}
	if cc := f.kid(last, token.RelCC); cc == token.None || wordTable.Has(f.d.Tokens[cc].Lower, classClauseEnd) {
		return token.None
	}
	j := f.timeOf(last, s)
	if j == token.None {
		return token.None
	}
	if a, _ := f.d.Range(f.in.Times[j].Span); a < last || f.asideTime(j) || f.in.Times[j].Value.Grain() > when.Day || !f.over(f.in.Times[j].Value) {
		return token.None
	}
	return j
}

// simplePast reports whether p is told in the past, not in the perfect, as
// neither due nor possible.
func (f *finder) simplePast(p int32) bool {
	g := syntax.Group(f.d, p)
	return g.Tense == syntax.Past && !g.Perfect && g.Modal == "" && g.SemiModal == ""
}

// tail is the last clause without a tense that verb p has behind it as a part
// of what it tells, or None: what is agreed, wanted or laid at somebody's door
// has its own time.
func (f *finder) tail(p int32) int32 {
	w := wordTable.Find(f.d.Tokens[p].Lemma)
	if w.Has(classScheduling) || w.Has(classJudges) || w.Has(classAims) {
		return token.None
	}
	last := token.None
	for k := range f.kids(p) {
		t := &f.d.Tokens[k]
		switch {
		case k < p:
		case t.Rel == token.Obj:
			last = token.None
			for c := range f.kids(k) {
				if f.d.Tokens[c].Rel == token.Acl && f.untensed(c) {
					last = c
				}
			}
		case t.Rel == token.Xcomp || t.Rel == token.Advcl:
			last = token.None
			if t.UPOS == token.VERB && f.untensed(k) {
				last = k
			}
		}
	}
	return last
}

// untensed reports whether verb k is a to-infinitive or a bare gerund, without a
// subject of its own.
func (f *finder) untensed(k int32) bool {
	if f.kid(k, token.Nsubj) != token.None || f.kid(k, token.NsubjPass) != token.None || f.caseOf(k) != "" {
		return false
	}
	switch f.d.Tokens[k].XPOS {
	case token.VB:
		return f.infinitive(k)
	case token.VBG:
		return f.markOf(k) == ""
	}
	return false
}

// asideTime reports whether a word before time j puts what happens on one side
// of it, or sets it for something else.
func (f *finder) asideTime(j int32) bool {
	w := f.timePrep(j)
	return wordTable.Has(w, classBound) || wordTable.Has(w, classDeadline) || wordTable.Has(w, classOfOther)
}

// over reports whether v is not after the day of publication, as far as that is known.
func (f *finder) over(v when.Value) bool {
	lo := v.Earliest()
	return f.today.IsZero() || lo.IsZero() || lo.Truncate(when.Day).Compare(f.today) <= 0
}

// happeningOf is the time of what relative clause p tells of, if that is a
// happening with a day: "the 2008 outbreak that killed nine", "the crash on Monday,
// which hurt two"; or None.
func (f *finder) happeningOf(p, s int32) int32 {
	k := f.kid(p, token.Nsubj)
	if f.d.Tokens[p].UPOS != token.VERB || k == token.None || k == 0 || f.d.Tokens[k].XPOS != token.WDT || !f.simplePast(p) {
		return token.None
	}
	if k--; f.d.Tokens[k].Lower == "," && k > 0 {
		k--
	}
	if j := f.time[k]; j != token.None { // whatever the tree hangs on the day
		n, _ := f.d.Range(f.in.Times[j].Span)
		if n--; f.timePrep(j) != "" {
			n--
		}
		if n < 0 || f.asideTime(j) || !dated(f.in.Times[j].Value) || f.d.Tokens[n].UPOS != token.NOUN || !f.happens(&f.d.Tokens[n]) {
			return token.None
		}
		return j
	}
	h := f.d.Tokens[p].Head
	if n := &f.d.Tokens[h]; n.UPOS != token.NOUN || !f.happens(n) {
		return token.None
	}
	j := f.timeOf(h, s)
	if j == token.None || f.asideTime(j) {
		return token.None
	}
	return j
}
