package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// dayWord reads "today", "yesterday", "tomorrow night", "tonight",
// "overnight".
func (p *scanner) dayWord(i int32) (expr, bool) {
	w := p.w(i)
	e := newExpr(kRel, i, i+1, "day-word", 97)
	e.unit, e.n, e.sense = when.Day, float64(w.n), dayWord
	if p.is(i, "today") && (p.is(i-1, "usa") || i > p.lo && p.namePart(i) && p.w(i+1).class == none && p.flag(i-1, token.Capital)) {
		return e, false // a programme or a paper
	}
	if p.age(i) {
		e.kind, e.rule, e.ref = kRef, "reference", when.Present
		if w.n != 0 {
			e.ref = when.Future
		}
		return e, true
	}
	if w.class == tonight {
		e.part = when.Night
		if p.is(i, "overnight") {
			e.rule = "overnight"
			return e, !p.hyphen(i-1) && !p.in(i+1, classAfterNoOvernight)
		}
		return e, true
	}
	if q := p.w(i + 1); q.class == part && p.in(i+1, classNamedPart) {
		e.part, e.last = when.Part(q.n), i+2
		return e, true
	}
	p.attachClock(&e)
	return e, true
}

// age reports whether "today" and "tomorrow" at token i speak of an age rather
// than a day: "today's youth", "the cities of tomorrow".
func (p *scanner) age(i int32) bool {
	if !p.any(i, "today", "tomorrow") {
		return false
	}
	if p.is(i-1, "of") && p.w(i-2).class == none && p.pause(i+1) {
		return p.in(i-2, classOfAge)
	}
	if !p.is(i+1, "'s") {
		return false
	}
	// "today's young voters"
	j := i + 2
	if p.in(j, classAgeAdjective) {
		j++
	}
	return p.in(j, classOfAge)
}

// namePart reports whether token i and the next have capitals.
func (p *scanner) namePart(i int32) bool {
	return p.flag(i, token.Capital) && p.flag(i+1, token.Capital)
}

// set reads recurring times: "every Friday", "each month", "twice a month",
// "daily", "annually", "per day".
func (p *scanner) set(i int32) (expr, bool) {
	switch p.w(i).class {
	case setWord:
		return p.setWordAt(i)
	case times:
		return p.timesA(i)
	case per:
		e := newExpr(kSet, i, i+1, "set", 80)
		u := p.w(i + 1)
		if u.class != unit || u.n <= int16(when.Minute) {
			return e, false
		}
		e.value, e.last = when.NewSet(when.NewDuration(1, when.Grain(u.n)), 0), i+2
		return e, true
	}
	return p.every(i)
}

// setWordAt reads "daily", "annually".
func (p *scanner) setWordAt(i int32) (expr, bool) {
	e := newExpr(kSet, i, i+1, "set-word", 80)
	e.sense = setWordHere
	if p.flag(i+1, token.Capital) || p.flag(i, token.Capital) && i > p.lo && p.flag(i-1, token.Capital) {
		return e, false // the Daily Mail
	}
	e.value = when.NewSet(when.NewDuration(1, when.Grain(p.w(i).n)), 0)
	if p.is(i, "annual") {
		return e, false // mostly it names
	}
	return e, !p.is(i, "quarterly") || !p.nounAfter(i+1)
}

// timesA reads "twice a month", "once every year"; a bare "once" is no time.
func (p *scanner) timesA(i int32) (expr, bool) {
	n := int(p.w(i).n)
	j := i + 1
	c := p.w(j).class
	if c != an && c != per && c != each {
		return expr{}, false
	}
	if u := p.w(j + 1); u.class == unit && u.n > int16(when.Second) {
		e := newExpr(kSet, i, j+2, "set", 92)
		e.value = when.NewSet(when.NewDuration(1, when.Grain(u.n)), n)
		return e, true
	}
	if c != each {
		return expr{}, false
	}
	e, ok := p.set(j)
	e.first, e.value = i, when.NewSet(e.value, n)
	return e, ok
}

// every reads "every Friday", "each of the past three years", "every other week".
func (p *scanner) every(i int32) (expr, bool) {
	j := i + 1
	if p.is(j, "of") && p.is(i, "each") {
		// "each of the past three years" is its length.
		d, ok := p.core(j + 1)
		d.first = i
		return d, ok && d.kind == kLength && p.w(j+1).class == the
	}
	n := 1.0
	if p.is(j, "other") || p.is(j, "second") && p.w(j+1).class != none {
		n = 2
		j++
	} else if p.is(j, "single") {
		j++
	} else if m, k, vagueN, _, ok := p.cardinal(j); ok {
		if vagueN {
			m = 0
		}
		n, j = m, k
	} else if m, k, ok := p.ordinalAt(j); ok && m < ordinalLast && p.w(k).class != none {
		n, j = float64(m), k
	}
	e := newExpr(kSet, i, j+1, "set", 92)
	ok := true
	switch u := p.w(j); u.class {
	case unit, units:
		e.value, ok = p.everyUnit(j, n)
	case weekday:
		v := when.NewWeekday(when.XXXX, when.Anything, int(u.n))
		if q := p.w(j + 1); q.class == part {
			v = v.During(when.Part(q.n))
			e.last = j + 2
		}
		e.value = when.NewSet(v, 0)
	case month:
		v := when.NewDate(when.XXXX, int(u.n), 0)
		if d, next, ok := p.dayNumber(j + 1); ok {
			v = when.NewDate(when.XXXX, int(u.n), d)
			e.last = next
		}
		e.value = when.NewSet(v, 0)
	case season:
		e.value = when.NewSet(when.NewSeason(when.XXXX, int(u.n)), 0)
	case part:
		e.value = when.NewSet(when.NewDate(when.XXXX, when.Anything, when.Anything).During(when.Part(u.n)), 0)
	}
	return e, ok && !e.value.IsZero()
}

// everyUnit is every n units of token j, an open number if n is 0.
func (p *scanner) everyUnit(j int32, n float64) (when.Value, bool) {
	g := when.Grain(p.w(j).n)
	switch {
	case p.is(j, "second") && p.is(j-1, "every") && p.w(j+1).class != none:
		return when.Value{}, false // "every second Friday"
	case p.is(j, "weekend"):
		return when.NewSet(when.NewWeekend(when.XXXX, when.Anything), 0), true
	}
	v := when.NewDuration(n, g)
	if n == 0 {
		v = when.NewVagueDuration(g)
	}
	return when.NewSet(v, 0), !p.any(j, "day", "week") || !p.hyphen(j+1)
}

// reference reads the vague times: "now", "currently", "recently", "the
// past", "the future", "at the same time".
func (p *scanner) reference(i int32) (expr, bool) {
	e := newExpr(kRef, i, i+1, "reference", 75)
	w := p.w(i)
	switch {
	case w.class == nowWord:
		e.ref = when.Reference(w.n)
		return e, !(p.is(i, "now") && p.discourse(i)) && !(p.is(i, "soon") && (p.any(i-1, "as", "too") || p.in(i+1, classAfterNoSoon)))
	case w.class == adjRef:
		e.ref = when.Reference(w.n)
		return e, p.adjective(i)
	case w.class == back && w.n == isRecent:
		e.ref = when.Past
		return e, !(p.flag(i, token.Capital) && i > p.lo) && !p.is(i-1, "most")
	case w.class == the:
		return p.theFuture(i, e)
	case w.class == that && p.is(i, "that") && p.is(i+1, "time"):
		e.ref, e.last = when.Past, i+2
		return e, p.in(i-1, classBeforeThatTime)
	case w.class == this && p.any(i+1, "time", "moment"):
		e.ref, e.last = when.Present, i+2
		return e, p.in(i-1, classBeforeThisTime)
	case p.is(i, "present"):
		e.ref = when.Present
		return e, p.is(i-1, "at") && p.ends(i+1, classAfterPresent)
	}
	return e, false
}

// discourse reports a "now" that tells no time: "Now, let me say", "now that".
func (p *scanner) discourse(i int32) bool {
	switch {
	case i == p.lo && p.is(i+1, ","):
		return true
	case p.is(i+1, "that") && !p.pos(i+1, token.PRON):
		return true
	}
	return p.flag(i, token.AllCaps) || p.namePart(i) && p.any(i-1, "the", "a")
}

// adjective reports whether "current", "future" at token i place something in time.
func (p *scanner) adjective(i int32) bool {
	switch {
	case p.flag(i, token.Capital) && i > p.lo:
		return false
	case p.is(i, "future"):
		// As an adjective it places nothing.
		return p.is(i-1, "in") && !p.nounAfter(i+1) || p.is(i-1, "near")
	case p.is(i, "current"):
		return !p.in(i+1, classAfterNoCurrent) && !p.pos(i, token.NOUN)
	}
	return true
}

// theFuture reads "the future", "the past", "the moment", "the near term"
// from its article.
func (p *scanner) theFuture(i int32, e expr) (expr, bool) {
	j := i + 1
	near := p.in(j, classBeforeFuture)
	if near {
		j++
	}
	q := p.w(j)
	switch {
	case p.is(j, "future"):
		e.ref, e.last = when.Future, j+1
		if p.is(j+1, "of") || p.hyphen(j+1) {
			return e, false
		}
		return e, !p.nounAfter(j+1) || p.is(i-1, "in")
	case q.class == back && q.n == isPast && p.is(j, "past"):
		e.ref, e.last = when.Past, j+1
		u := p.w(j + 1).class
		return e, p.in(i-1, classBeforeThePast) && u != unit && u != units && !p.nounAfter(j+1)
	case p.any(j, "present", "moment") && p.in(i-1, classBeforeThePresent):
		e.ref, e.last = when.Present, j+1
		return e, !p.is(j+1, "of")
	case p.in(j, classTerm) && p.is(j+1, "term"):
		e.ref, e.last = when.Future, j+2
		return e, p.in(i-1, classBeforeNextLength) && !p.is(j, "long")
	case near && p.is(j, "term"):
		e.ref, e.last = when.Future, j+1
		return e, p.any(i-1, "in", "over", "for")
	}
	return e, false
}
