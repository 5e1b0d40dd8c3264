package event

import (
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// refineMarket keeps what is told of prices, and what is told of figures as
// results; things that fall have an accident.
func (f *finder) refineMarket(e *Event) {
	known := false // a body goes up or down itself
	moved := false // it moves something that is no price
	for _, r := range e.Roles {
		w := wordTable.Find(f.d.Tokens[r.Head].Lemma)
		if !w.Known() {
			w = wordTable.Find(f.d.Tokens[r.Head].Lower) // "the Nikkei"
		}
		switch {
		case w.Has(classPriced) && f.figured(r.Head):
			e.become(ontology.Results) // "the unemployment rate"
			return
		case w.Has(classPriced):
			return
		case w.Has(classFigure):
			e.become(ontology.Results)
			return
		case w.Has(classMassive) && e.Status == Occurred && (e.side(Agent) == nil || r.Role == Agent): // not "she climbed a wall"
			e.become(ontology.Accident)
			return
		}
		switch {
		case f.d.Tokens[e.Head].UPOS == token.VERB && wordTable.Has(e.Lemma, classPriceMove) && f.ofMoney(r.Head):
			known = true // "the brewer fell 75 cents"
		case r.Role != Agent:
			moved = true
		}
		switch f.kindOf(r.Actor) {
		case actor.Company, actor.Organisation, actor.State:
			known = true
		}
	}
	if moved || !known && len(e.Roles) > 0 {
		e.become(ontology.Change)
	}
}

// ofMoney reports whether noun i is an amount of money.
func (f *finder) ofMoney(i int32) bool {
	t := &f.d.Tokens[i]
	return t.UPOS == token.SYM && t.Lower != "%" || wordTable.Has(t.Lemma, classCents)
}

// figured reports whether a figure stands before noun i: "the growth rate".
func (f *finder) figured(i int32) bool {
	for k := range f.kids(i) {
		if k < i && wordTable.Has(f.d.Tokens[k].Lemma, classFigure) {
			return true
		}
	}
	return false
}

// byPercent reports whether a company moves in e by a part of its price:
// "the bank fell 3% in Lima".
func (f *finder) byPercent(e *Event) bool {
	if !slices.ContainsFunc(e.Roles, func(r Role) bool { return f.kindOf(r.Actor) == actor.Company }) {
		return false
	}
	for k := range f.kids(e.Head) {
		if k > e.Head && wordTable.Has(f.d.Tokens[k].Lemma, classPercent) {
			return true
		}
	}
	return false
}

// ofPrices reports whether what falls in e is a company or a price, or falls by
// money.
func (f *finder) ofPrices(e *Event) bool {
	for _, r := range e.Roles {
		t := &f.d.Tokens[r.Head]
		if wordTable.Has(t.Lemma, classPriced) || t.UPOS == token.SYM || f.kindOf(r.Actor) == actor.Company {
			return true
		}
	}
	o := f.kid(e.Head, token.Obj)
	return o != token.None && f.d.Tokens[o].UPOS == token.SYM
}

// goesDown reports whether e tells that a thing goes down, and not that
// somebody declines.
func (f *finder) goesDown(e *Event) bool {
	p, ok := f.d.PredicateAt(e.Head)
	if !ok || len(e.Roles) == 0 {
		return false
	}
	r := f.d.Roleset(p)
	return (r == goesDown || r == turnsDown) &&
		!slices.ContainsFunc(e.Roles, func(r Role) bool { return r.Role != Agent || r.Actor != token.None || f.is(r.Head, actorClass) })
}
