package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// count is a number before a unit, as read.
type count struct {
	n        float64
	open     bool  // "several"
	about    bool  // "a couple of", "two or three"
	hyphened bool  // "five-year"
	at       int32 // the token of the unit
}

// counted reads a number with a unit: "three days", "five-year",
// "8-month-old", "an hour and a half", "half a century", "several weeks".
func (p *scanner) counted(i int32) (expr, bool) {
	c, ok := p.countAt(i)
	if !ok {
		return expr{}, false
	}
	w := p.w(c.at)
	if w.class != unit && w.class != units {
		return p.countedOther(i, c)
	}
	if p.uncounted(i, c) {
		return expr{}, false
	}
	g := when.Grain(w.n)
	if p.any(c.at, "fortnight", "fortnights") {
		c.n *= 2
	}
	e := newExpr(kLength, i, c.at+1, "length", 95)
	e.unit = g
	if c.hyphened && p.w(i).class == an {
		e.first++ // the article is the noun's: "a several-year tenure"
	}
	if c.open {
		e.value, e.vague = when.NewVagueDuration(g), true
		e.rule = "vague-length"
	} else {
		e.value = when.NewDuration(c.n, g)
	}
	if c.about {
		e.value, e.mod = e.value.WithMod(when.Approx), when.Approx
	}
	if e.value.IsZero() {
		return expr{}, false
	}
	p.lengthMore(&e, c)
	head := e.last - 1
	p.lengthTail(&e)
	if c.n == 1 && p.w(i).class == an {
		return p.aUnit(e, i, head)
	}
	return e, true
}

// countAt reads the number of a length and what stands between it and its unit.
func (p *scanner) countAt(i int32) (c count, ok bool) {
	c.n, c.at, c.open, c.about, ok = p.cardinal(i)
	if !ok && p.w(i).class == an {
		c.n, c.at = 1, i+1
		if p.is(c.at, "additional") {
			c.at++
		}
		ok = p.w(c.at).class == unit && (c.at > i+1 || !p.in(c.at, classSecond))
	}
	if !ok {
		return c, false
	}
	if p.dash(c.at) && p.glued(c.at) {
		c.hyphened = true
		c.at++
	}
	switch {
	case p.any(c.at, "or", "to") && !c.hyphened:
		// "two or three days", "five to ten years".
		m, k, _, _, ok := p.cardinal(c.at + 1)
		if !ok || p.w(k).class != units && p.w(k).class != unit && !p.dash(k) || m < c.n {
			return c, false // "in 2021 to 20 years in prison"
		}
		c.n, c.at, c.about = m, k, true
	case p.in(c.at, classNumberAdjective) && !c.hyphened:
		c.at++
	case c.hyphened && p.flag(c.at, token.HasDigit):
		// "3-5 days".
		if m, k, _, _, ok := p.cardinal(c.at); ok {
			c.n, c.at, c.about = m, k, true
			c.hyphened = p.dash(k) && p.glued(k)
			if c.hyphened {
				c.at++
			}
		}
	}
	return c, true
}

// countedOther reads numbers of parts of days and of seasons: "three nights",
// "four winters".
func (p *scanner) countedOther(i int32, c count) (expr, bool) {
	w := p.w(c.at)
	switch {
	case c.open:
	case w.class == part && p.in(c.at, classNights) && c.n >= 2 && !c.hyphened:
		e := newExpr(kLength, i, c.at+1, "nights", 80)
		e.value = when.NewDuration(c.n, when.Day)
		return e, true
	case w.class == season && p.any(c.at, "summers", "winters", "springs"):
		e := newExpr(kLength, i, c.at+1, "seasons", 60)
		e.value = when.NewDuration(c.n, when.Year)
		return e, true
	}
	return expr{}, false
}

// uncounted reports units that the number before them does not count:
// fractions, half-year results, a second half.
func (p *scanner) uncounted(i int32, c count) bool {
	g := when.Grain(p.w(c.at).n)
	singular := p.w(c.at).class == unit
	loose := singular && !c.hyphened
	switch {
	case c.n == 0.5 && p.dash(c.at-1) && g == when.Year:
		return true
	case g == when.Quarter:
		return c.n < 1 && !c.open || p.is(c.at+1, "of") || c.hyphened || singular && (c.n != 1 || !p.in(c.at+1, classAfterQuarter))
	case g == when.Day && p.is(i, "one") && i == p.lo && !p.in(c.at+1, classAfterUnits):
		return true // "One day he will return"
	case !loose:
		return false
	case p.in(c.at, classSeconds) && !p.flag(i, token.HasDigit) && c.n != 1:
		return true
	case p.is(c.at, "second") && c.n == 1:
		return true // "one second-half goal", "one second chance"
	case c.n >= 100 && g >= when.Day:
		return true // "the 2018 day of protest"
	}
	// "2 weekend" and "15 century" are not lengths.
	return c.n != 1 && c.n != 0.5 && (g == when.Weekend || g == when.Century && c.n > 10)
}

// lengthMore reads the rest of "a year and a half", "an hour and 20 minutes",
// "two hours, 15 minutes".
func (p *scanner) lengthMore(e *expr, c count) {
	k := e.last
	if c.hyphened {
		return
	}
	if p.is(k, "and") && p.w(k+1).class == an && p.is(k+2, "half") {
		e.value, e.last = when.NewDuration(c.n+0.5, e.unit), k+3
		return
	}
	if c.open || !p.any(k, "and", ",") && !p.flag(k, token.HasDigit) {
		return
	}
	if !p.flag(k, token.HasDigit) {
		k++
	}
	if p.is(k, "and") {
		k++
	}
	m, k, open, _, ok := p.cardinal(k)
	if !ok || open {
		return
	}
	u := p.w(k)
	g := when.Grain(u.n)
	if u.class != unit && u.class != units || g >= e.unit || e.unit == when.Year && g != when.Month {
		return
	}
	if v := e.value.And(when.NewDuration(m, g)); v != e.value {
		e.value, e.last = v, k+1
	}
}

// lengthTail reads "33-year-old", "four years old", "five-year-long".
func (p *scanner) lengthTail(e *expr) {
	j := e.last
	switch {
	case p.dash(j) && p.any(j+1, "old", "long", "olds") && p.glued(j):
		e.last = j + 2
		if p.w(e.first).class == an {
			e.first++ // the article is the noun's: "an hour-long talk"
		}
		e.rule, e.sense = "age", age
		if p.is(j+1, "long") {
			e.rule, e.sense = "length", plain
		}
	case p.is(j, "old") && (e.unit == when.Year || e.unit == when.Month || e.unit == when.Week || e.unit == when.Day):
		e.last, e.rule, e.sense = j+1, "age", age
	case p.dash(j) && p.glued(j) && p.glued(j+1) && p.w(j+1).class == ago:
		e.last = j + 2
	}
}

// aUnit judges "a year", "a week", "a day": a set after a quantity, else a
// length.
func (p *scanner) aUnit(e expr, i, head int32) (expr, bool) {
	prev := i - 1
	w := p.w(prev)
	switch {
	case e.unit == when.Hour && p.in(prev, classSpeed), p.pos(head, token.ADJ):
		return e, false
	case e.unit == when.Minute && p.in(e.last, classAmount):
		return e, false // "a minute amount"
	case e.unit == when.Day && p.in(prev, classBeforeADay):
		return e, false
	}
	e.score = 80
	if e.unit < when.Hour || p.in(e.last, classAfterLength) || !p.rated(prev) {
		return e, true
	}
	// "twice a week", "$5 a share a year", "40 hours a week".
	e.kind, e.rule, e.score = kSet, "rate", 85
	e.first = i
	e.value = when.NewSet(e.value, 0)
	if w.class == times {
		e.first, e.value = prev, when.NewSet(e.value, int(w.n))
	}
	return e, true
}

// rated reports whether what ends at token i can be so much a day, a year.
func (p *scanner) rated(i int32) bool {
	c := p.w(i).class
	return c == times || c == hundred || p.flag(i, token.HasDigit) || p.in(i, classRated) || p.plural(i) && !p.in(i, classNotRated)
}

// bareUnit reads units with no determiner: "weeks", "for years", "year-end",
// "week" in hyphens.
func (p *scanner) bareUnit(i int32) (expr, bool) {
	w := p.w(i)
	g := when.Grain(w.n)
	if p.is(i, "weekends") && p.any(i-1, "on", "at", "and") {
		e := newExpr(kSet, i, i+1, "weekends", 90)
		e.value = when.NewSet(when.NewWeekend(when.XXXX, when.Anything), 0)
		return e, true
	}
	if w.class == units {
		return p.bareUnits(i, g)
	}
	switch {
	case p.is(i, "year") && p.hyphen(i+1) && p.in(i+2, classAfterYearHyphen):
		switch p.low(i + 2) {
		case "end":
			return p.yearEnd(i, i+3)
		case "ago", "earlier":
			return p.yearAgo(i, i)
		}
		return expr{}, false
	case p.is(i, "year") && p.is(i+1, "end") && p.in(i-1, classBeforeYearEnd):
		return p.yearEnd(i, i+2)
	case p.hyphen(i+1) && p.is(i+2, "long") && g > when.Second:
		e := newExpr(kLength, i, i+3, "length", 85)
		e.value, e.unit = when.NewDuration(1, g), g
		return e, true
	}
	return expr{}, false
}

// bareUnits reads a plural without a number: "weeks", "for years".
func (p *scanner) bareUnits(i int32, g when.Grain) (expr, bool) {
	if g < when.Minute || p.glued(i) && i > p.lo && p.dash(i-1) {
		return expr{}, false
	}
	e := newExpr(kLength, i, i+1, "vague-length", 70)
	e.value, e.vague, e.unit = when.NewVagueDuration(g), true, g
	if p.is(i+1, "and") && p.w(i+2).class == units && (p.is(i+3, "ago") || p.is(i-1, "for")) {
		e.last = i + 3
	}
	switch {
	case p.hyphen(i+1) && p.is(i+2, "long"):
		e.last = i + 3
		return e, true
	case p.is(i+1, "of"), p.w(i-1).class == an:
		return e, p.in(i-1, classBeforeUnitsOf) && !p.is(i, "seconds")
	case p.in(i+1, classAfterUnits):
		return e, true
	}
	return e, p.in(i-1, classBeforeUnits) && g >= when.Hour
}

// unitsHead reads a number of units with a direction: "the past three
// months", "the last few days", "the next two years", "the six months".
func (p *scanner) unitsHead(h *head) (expr, bool) {
	d := h.d
	if p.w(h.j).class == units {
		return p.openUnits(h)
	}
	l, ok := p.counted(h.j)
	if !ok || l.kind != kLength || l.sense == age {
		return expr{}, false
	}
	switch {
	case p.dash(l.last - 2), p.dash(l.last) && p.glued(l.last):
		return expr{}, false
	case p.w(l.last-1).class == unit && p.hyphen(l.last-2):
		return expr{}, false // "the three-day visit"
	case d.class == adjRef, h.bare() && h.det == an:
		return expr{}, false
	case h.bare() && p.hyphenIn(h.j, l.last):
		return expr{}, false // "the six months", "those two weeks" go
	}
	l.first, l.rule = h.i, "directed-length"
	l.dir = int8(h.n)
	if h.bare() || d.class == back && d.n == isPrevious || d.class == fore && d.n == isFollowing {
		l.dir = noDir
	} else {
		l.n = float64(h.n)
	}
	return l, true
}

// openUnits reads "the past decades", an open number up to now, and "the
// following weeks".
func (p *scanner) openUnits(h *head) (expr, bool) {
	g := when.Grain(p.w(h.j).n)
	d := h.d
	e := newExpr(kLength, h.i, h.j+1, "vague-length", 70)
	e.value, e.vague, e.unit = when.NewVagueDuration(g), true, g
	switch {
	case g < when.Day:
	case d.class == back && d.n == isPast:
		e.rule, e.score = "directed-length", 80
		e.dir, e.n = -1, -1
		return e, true
	case d.class == fore && (d.n == isFollowing || d.n == isComing), d.class == back && d.n == isPrevious:
		return e, true
	}
	return expr{}, false
}

// hyphenIn reports whether a hyphen stands between tokens a and b.
func (p *scanner) hyphenIn(a, b int32) bool {
	for k := a; k < b; k++ {
		if p.dash(k) && p.w(k+1).class == unit {
			return true
		}
	}
	return false
}
