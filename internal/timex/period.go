package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// yearEnd is "year-end": the last day of the year.
func (p *scanner) yearEnd(i, last int32) (expr, bool) {
	e := newExpr(kRel, i, last, "year-end", 75)
	e.unit, e.sinceLast = when.Year, p.any(i-1, "since", "from")
	if y, ok := year4(p.low(last)); ok {
		e.kind, e.year, e.month, e.day, e.last = kDate, y, 12, 31, last+1
	}
	return e, true
}

// yearAgo reads "year-ago quarter", "year-earlier period", "the year-earlier
// third quarter" from the token of "year".
func (p *scanner) yearAgo(first, i int32) (expr, bool) {
	e := newExpr(kYearAgo, first, i+3, "year-ago", 85)
	e.n = -1
	j := i + 3
	if e2, ok := p.ordinalPhrase(j, j); ok && e2.kind == kPartOf {
		e.num, e.unit, e.last = e2.num, e2.unit, e2.last
		return e, true
	}
	if n, k, _, _, ok := p.cardinal(j); ok && p.w(k).class == units {
		l := newExpr(kLength, first, k+1, "year-ago-length", 70)
		l.value = when.NewDuration(n, when.Grain(p.w(k).n))
		return l, true
	}
	if p.is(j, "$") {
		return e, false
	}
	if p.any(j, "quarter", "period", "month", "half", "week", "day", "date") {
		e.last = j + 1
		if w := p.w(j); w.class == unit {
			e.unit = when.Grain(w.n)
		}
	}
	return e, true
}

// code reads "Q3", "3Q", "H1 2024", "FY2024".
func (p *scanner) code(i int32) (expr, bool) {
	s := p.low(i)
	e := newExpr(kPartOf, i, i+1, "quarter-code", 90)
	e.unit = when.Quarter
	if len(s) < 2 || !p.flag(i, token.Capital) && s[0] > '9' {
		return e, false
	}
	rest := ""
	switch {
	case (s[0] == 'q' || s[0] == 'h') && s[1] >= '1' && s[1] <= '4':
		e.num, rest = int8(s[1]-'0'), s[2:]
		if s[0] == 'h' {
			e.unit = when.Half
		}
	case s[0] >= '1' && s[0] <= '4' && (s[1] == 'q' || s[1] == 'h'):
		e.num, rest = int8(s[0]-'0'), s[2:]
		if s[1] == 'h' {
			e.unit = when.Half
		}
	case s[:2] == "fy" && len(s) >= 4:
		n, ok := integer(s[2:])
		e.kind, e.fiscal, e.rule = kDate, true, "fiscal-year"
		if len(s) == 4 {
			n = shortYear(n)
		}
		e.year = n
		return e, ok && n >= 1900 && n < 2200
	default:
		return e, false
	}
	if e.unit == when.Half && e.num > 2 {
		return e, false
	}
	switch len(rest) {
	case 0:
		p.yearAfter(&e)
		if e.unit == when.Half && e.year == when.XXXX {
			return e, false // the H1 visa
		}
		return e, true
	case 2:
		n, ok := integer(rest)
		e.year = shortYear(n)
		return e, ok
	}
	return e, false
}

// decadeAt reads "the 1990s", "the early 1980s", "the mid-'90s" from the token
// after the article.
func (p *scanner) decadeAt(i, j int32) (expr, bool) {
	mod := when.NoMod
	if w := p.w(j); w.class == early && !p.is(j, "middle") || p.is(j, "mid-") {
		mod = when.Mid
		if w.class == early {
			mod = when.Mod(w.n)
		}
		j++
		if p.hyphen(j) {
			j++
		}
	}
	if !p.flag(j, token.HasDigit) {
		return expr{}, false
	}
	e, ok := p.prefixed(j)
	if !ok {
		e, ok = p.yearFirst(j)
	}
	if !ok || e.kind != kDecade {
		return expr{}, false
	}
	e.first = i
	if mod != when.NoMod {
		e.mod = mod
	}
	return e, true
}

// seasonHead reads "this summer", "last fall", "the winter of 1994",
// "spring 2024", "summer".
func (p *scanner) seasonHead(i, j int32, det class, d word, n int, mention bool) (expr, bool) {
	w := p.w(j)
	e := newExpr(kPartOf, i, j+1, "season", 85)
	e.unit, e.num = when.Season, int8(w.n)
	p.yearAfter(&e)
	if e.year == when.XXXX && e.dir == noDir && p.is(j+1, "of") && p.flag(j+2, token.HasDigit) {
		if y, ok := year4(p.low(j + 2)); ok {
			e.year, e.last = y, j+3
		}
	}
	if p.is(j+1, "of") && e.year == when.XXXX {
		if y, next, ok := p.wordYear(j + 2); ok {
			e.year, e.last = y, next
		}
	}
	if k := e.last; e.year != when.XXXX && p.dash(k) && p.glued(k) && p.glued(k+1) {
		// "the winter of 1941-42".
		if n, ok := integer(p.low(k + 1)); ok && (len(p.low(k+1)) == 2 && n == (e.year+1)%100 || n == e.year+1) {
			e.last = k + 2
		}
	}
	if e.year != when.XXXX || e.dir == dirYear {
		e.score = 95
		return e, true
	}
	if d.class != none || det == this || det == that {
		e.dir, e.toMention, e.score = int8(n), mention, 92
		return e, true
	}
	s := p.low(j)
	if s[len(s)-1] == 's' {
		return e, false
	}
	// Bare: "in the summer", "during winter", "by spring".
	prev := p.low(i - 1)
	switch prev {
	case "in", "by", "during", "until", "since", "through", "early", "late", "each", "every", "throughout", "of", "for", "over":
		if p.flag(j, token.Capital) && p.flag(j+1, token.Capital) || p.pos(j, token.VERB) {
			return e, false
		}
		if w.n == 3 && s == "fall" {
			return e, det == the && (prev == "in" || prev == "by" || prev == "during" || prev == "until") && !p.is(j+1, "of") || p.w(i-1).class == early
		}
		if w.n == 1 && !(det == the || prev == "by" || prev == "in" || prev == "until" || prev == "early" || prev == "late" || prev == "of") {
			return e, false
		}
		if p.is(j+1, "of") {
			return e, false
		}
		e.score = 70
		return e, !p.plural(j + 1)
	}
	return e, false
}
