package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// counted reads a number with a unit: "three days", "five-year",
// "8-month-old", "an hour and a half", "half a century", "several weeks".
func (p *scanner) counted(i int32) (expr, bool) {
	n, j, vagueN, about, ok := p.cardinal(i)
	if !ok && p.w(i).class == an && (p.w(i+1).class == unit && !p.any(i+1, "second", "min.", "sec", "sec.") || p.is(i+1, "additional") && p.w(i+2).class == unit) {
		n, j, ok = 1, i+1, true
		if p.is(j, "additional") {
			j++
		}
	}
	if !ok {
		return expr{}, false
	}
	hyphened := false
	if p.dash(j) && p.glued(j) {
		hyphened = true
		j++
	}
	switch {
	case p.any(j, "more", "consecutive", "straight", "additional", "full", "long", "short", "extra", "further", "successive", "whole", "solid", "calendar", "business", "trading", "working", "or", "to") && !hyphened:
		switch p.low(j) {
		case "or", "to":
			// "two or three days", "five to ten years".
			m, k, _, _, ok := p.cardinal(j + 1)
			if !ok || p.w(k).class != units && p.w(k).class != unit && !p.dash(k) {
				return expr{}, false
			}
			if p.is(j, "to") {
				n = m
			}
			j, n, about = k, m, true
		default:
			j++
		}
	case hyphened && p.flag(j, token.HasDigit):
		// "3-5 days".
		if m, k, _, _, ok := p.cardinal(j); ok {
			n, j, about = m, k, true
			hyphened = false
			if p.dash(j) && p.glued(j) {
				hyphened = true
				j++
			}
		}
	}
	w := p.w(j)
	singular := w.class == unit
	if w.class != unit && w.class != units {
		if w.class == part && p.any(j, "nights", "mornings", "evenings", "night") && !vagueN && n >= 2 && !hyphened {
			e := newExpr(kLength, i, j+1, "nights", 80)
			e.value = when.NewDuration(n, when.Day)
			return e, true
		}
		if w.class == season && p.any(j, "summers", "winters", "springs") && !vagueN {
			e := newExpr(kLength, i, j+1, "seasons", 60)
			e.value = when.NewDuration(n, when.Year)
			return e, true
		}
		return expr{}, false
	}
	g := when.Grain(w.n)
	if n == 0.5 && (hyphened || p.dash(j-1)) && g == when.Year {
		return expr{}, false // half-year results
	}
	if g == when.Quarter && (n < 1 || p.is(j+1, "of") || hyphened || singular && !p.any(j+1, "ago", "earlier", "later", "before", "after")) {
		return expr{}, false // fractions
	}
	if p.any(j, "second", "seconds", "sec", "min.", "mins") && singular && !hyphened && !p.flag(i, token.HasDigit) && n != 1 {
		return expr{}, false
	}
	if singular && !hyphened && p.is(j, "second") && n == 1 {
		return expr{}, false // "one second-half goal", "one second chance"
	}
	// "2 quarter" and "5 century" are not lengths.
	if singular && !hyphened && n != 1 && n != 0.5 && (g == when.Quarter || g == when.Weekend || g == when.Century && n > 10) {
		return expr{}, false
	}
	if g == when.Quarter && singular && hyphened && n != 1 {
		return expr{}, false
	}
	if p.is(j, "fortnight") || p.is(j, "fortnights") {
		n *= 2
	}
	e := newExpr(kLength, i, j+1, "length", 95)
	if hyphened && p.w(i).class == an {
		e.first++ // the article is the noun's: "a several-year tenure"
	}
	if vagueN {
		e.value, e.vague = when.NewVagueDuration(g), true
		e.rule = "vague-length"
	} else {
		e.value = when.NewDuration(n, g)
	}
	if about {
		e.value, e.mod = e.value.WithMod(when.Approx), when.Approx
	}
	if e.value.IsZero() {
		return expr{}, false
	}
	// "a year and a half", "an hour and 20 minutes", "two hours, 15 minutes".
	k := e.last
	if p.is(k, "and") && p.w(k+1).class == an && p.is(k+2, "half") && !hyphened {
		e.value, e.last = when.NewDuration(n+0.5, g), k+3
	} else if (p.any(k, "and", ",") || p.flag(k, token.HasDigit)) && !vagueN && !hyphened {
		if !p.flag(k, token.HasDigit) {
			k++
		}
		if p.is(k, "and") {
			k++
		}
		if m, k2, v2, _, ok := p.cardinal(k); ok && !v2 {
			if u := p.w(k2); (u.class == unit || u.class == units) && when.Grain(u.n) < g && (g != when.Year || when.Grain(u.n) == when.Month) {
				if c := e.value.And(when.NewDuration(m, when.Grain(u.n))); c != e.value {
					e.value, e.last = c, k2+1
				}
			}
		}
	}
	e.unit = g
	j = e.last
	// "33-year-old", "four years old", "five-year-long", "three weeks' notice".
	switch {
	case p.dash(j) && p.any(j+1, "old", "long", "olds") && p.glued(j):
		e.last = j + 2
		if p.w(e.first).class == an {
			e.first++ // the article is the noun's: "an hour-long talk"
		}
		e.rule = "age"
		if p.is(j+1, "long") {
			e.rule = "length"
		}
	case p.is(j, "old") && (g == when.Year || g == when.Month || g == when.Week || g == when.Day):
		e.last, e.rule = j+1, "age"
	case p.dash(j) && p.glued(j) && p.glued(j+1) && p.w(j+1).class == ago:
		e.last = j + 2
	}
	if n == 1 && p.w(i).class == an {
		return p.aUnit(e, i, j-1)
	}
	return e, true
}

// aUnit judges "a year", "a week", "a day": a set after a quantity, else a
// length.
func (p *scanner) aUnit(e expr, i, head int32) (expr, bool) {
	// "twice a week", "$5 a share a year", "40 hours a week".
	prev := i - 1
	w := p.w(prev)
	if p.any(prev, "miles", "kilometers", "kilometres", "km", "mile", "knots") && e.unit == when.Hour || p.pos(head, token.ADJ) || e.unit == when.Minute && p.any(e.last, "amount", "amounts", "quantity", "trace", "fraction") {
		return e, false // a speed; "a minute amount"
	}
	if e.unit == when.Day && p.any(prev, "what", "such", "was", "is", "'s", "be", "quite") {
		return e, false
	}
	rate := w.class == times || p.any(prev, "times", "share", "barrel", "people", "dollars", "tons", "once", "interviews", "%") || p.any(prev, "percent", "hours", "days", "weeks", "months", "nights", "minutes") ||
		(w.class == hundred || p.flag(prev, token.HasDigit)) && (p.d.Tokens[prev].Flags&token.HasDigit != 0 || w.class == hundred) ||
		p.plural(prev) && !p.any(prev, "lasts", "takes", "spends", "years")
	if p.any(e.last, "ago", "earlier", "later", "before", "after", "from", "old", "and") {
		rate = false
	}
	if rate && e.unit >= when.Hour {
		e.kind, e.rule, e.score = kSet, "rate", 85
		e.first = i
		e.value = when.NewSet(e.value, 0)
		if w.class == times {
			e.first, e.value = prev, when.NewSet(e.value, int(w.n))
		}
		return e, true
	}
	e.score = 80
	return e, true
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
		if g < when.Minute {
			return expr{}, false
		}
		if p.glued(i) && i > p.lo && p.dash(i-1) {
			return expr{}, false
		}
		e := newExpr(kLength, i, i+1, "vague-length", 70)
		e.value, e.vague, e.unit = when.NewVagueDuration(g), true, g
		if p.is(i+1, "and") && p.w(i+2).class == units && (p.is(i+3, "ago") || p.is(i-1, "for")) {
			e.last = i + 3
		}
		if p.hyphen(i+1) && p.any(i+2, "long", "old") {
			e.last = i + 3
			return e, true
		}
		if p.is(i+1, "of") || p.w(i-1).class == an {
			return e, p.any(i-1, "for", "after", "despite", "following") && !p.is(i, "seconds")
		}
		if p.any(i+1, "ago", "later", "earlier", "before", "after", "afterward", "afterwards", "from", "ahead") {
			return e, true
		}
		return e, p.any(i-1, "for", "in", "within", "over", "after", "of", "recent", "coming", "many", "take", "takes", "took", "last", "lasted", "spent", "spend", "the", "been", "took", "and", "through", "by") && g >= when.Hour && !p.any(i-1, "the")
	}
	switch {
	case p.is(i, "year") && p.hyphen(i+1) && p.any(i+2, "end", "ago", "earlier", "to", "over"):
		switch p.low(i + 2) {
		case "end":
			return p.yearEnd(i, i+3)
		case "ago", "earlier":
			return p.yearAgo(i, i)
		}
		return expr{}, false
	case p.is(i, "year") && p.is(i+1, "end") && p.any(i-1, "by", "at", "around", "before", "after", "until", "since", "from"):
		return p.yearEnd(i, i+2)
	case p.hyphen(i+1) && p.any(i+2, "long", "old") && g > when.Second:
		e := newExpr(kLength, i, i+3, "length", 85)
		e.value, e.unit = when.NewDuration(1, g), g
		return e, true
	case p.is(i, "weekdays"), p.is(i, "weekends"):
		return expr{}, false
	}
	return expr{}, false
}

// unitsHead reads a number of units with a direction: "the past three
// months", "the last few days", "the next two years", "the six months".
func (p *scanner) unitsHead(i, j int32, det class, d word, n int) (expr, bool) {
	start := j
	if p.w(j).class == units {
		if d.class == none {
			return expr{}, false
		}
		g := when.Grain(p.w(j).n)
		if d.class == back && d.n == isPast && g >= when.Day {
			// "the past decades": an open number, up to now.
			e := newExpr(kLength, i, j+1, "directed-length", 80)
			e.value, e.vague, e.unit = when.NewVagueDuration(g), true, g
			e.dir, e.n = -1, -1
			return e, true
		}
		if d.class == fore && (d.n == isFollowing || d.n == isComing) || d.class == back && d.n == isPrevious {
			e := newExpr(kLength, i, j+1, "vague-length", 70)
			e.value, e.vague, e.unit = when.NewVagueDuration(g), true, g
			return e, g >= when.Day
		}
		return expr{}, false
	}
	l, ok := p.counted(start)
	if !ok || l.kind != kLength || l.rule == "age" {
		return expr{}, false
	}
	if p.dash(l.last-2) || p.dash(l.last) && p.glued(l.last) {
		return expr{}, false
	}
	if p.w(l.last-1).class == unit && p.hyphen(l.last-2) {
		return expr{}, false // "the three-day visit"
	}
	switch {
	case d.class == none && det == an:
		return expr{}, false
	case d.class == none:
		// "the six months", "those two weeks".
		if p.hyphenIn(start, l.last) {
			return expr{}, false
		}
	case d.class == adjRef:
		return expr{}, false
	}
	l.first, l.rule = i, "directed-length"
	l.dir = int8(n)
	if d.class == none || d.class == back && d.n == isPrevious || d.class == fore && d.n == isFollowing {
		l.dir = noDir
	} else {
		l.n = float64(n)
	}
	return l, true
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
