package timex

import (
	"github.com/dateline-go/dateline/internal/number"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// yearEnd is "year-end": the last day of the year.
func (p *scanner) yearEnd(i, last int32) (expr, bool) {
	e := newExpr(kRel, i, last, "year-end", 75)
	e.unit, e.sense, e.sinceLast = when.Year, yearEnd, p.any(i-1, "since", "from")
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
	if p.in(j, classYearAgoHead) {
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
	case s[:2] == "fy":
		return p.fiscalCode(i)
	default:
		return e, false
	}
	if e.unit == when.Half && e.num > 2 {
		return e, false
	}
	switch len(rest) {
	case 0:
		p.yearAfter(&e)
		if s := p.low(e.last); e.year == when.XXXX && len(s) >= 4 && s[:2] == "fy" {
			if f, ok := p.code(e.last); ok { // "Q3 FY24"
				e.year, e.fiscal, e.last = f.year, true, f.last
			}
		}
		if e.unit == when.Half && e.year == when.XXXX {
			return e, false // the H1 visa
		}
		return e, true
	case 2:
		n, ok := number.Integer(rest)
		e.year = shortYear(n)
		return e, ok
	}
	return e, false
}

// fiscalCode reads "FY2024", "FY24", "FY 2024-25".
func (p *scanner) fiscalCode(i int32) (expr, bool) {
	e := newExpr(kDate, i, i+1, "fiscal-year", 90)
	e.fiscal = true
	s := p.low(i)[2:]
	if s == "" {
		y, ok := year4(p.low(i + 1))
		e.year, e.last = y, i+2
		if n, ok := p.yearRange(i+1, y); ok {
			p.cut(&e, i+3)
			e.endYear, e.last, e.fiscal = n, i+4, false
		}
		return e, ok
	}
	n, ok := number.Integer(s)
	if len(s) == 2 {
		n = shortYear(n)
	}
	e.year = n
	return e, ok && n >= 1900 && n < 2200
}

// decadeAt reads "the 1990s", "the early 1980s", "the mid-'90s" from the token
// after the article.
func (p *scanner) decadeAt(i, j int32) (expr, bool) {
	mod := when.NoMod
	both := false
	if k, ok := p.modTo(j); ok {
		j, both = k, true
	}
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
	e, ok := p.decadeNamed(i, j, mod != when.NoMod)
	if !ok && p.flag(j, token.HasDigit) {
		if e, ok = p.prefixed(j); !ok {
			e, ok = p.yearFirst(j)
		}
	}
	if !ok || e.kind != kDecade {
		return expr{}, false
	}
	e.first = i
	if mod != when.NoMod && !both {
		e.mod = mod
	}
	return e, true
}

// seasonHead reads "this summer", "last fall", "the winter of 1994",
// "spring 2024", "summer".
func (p *scanner) seasonHead(h *head) (expr, bool) {
	j := h.j
	e := newExpr(kPartOf, h.i, j+1, "season", 85)
	e.unit, e.num = when.Season, int8(p.w(j).n)
	p.yearAfter(&e)
	p.seasonYear(&e)
	if e.year != when.XXXX || e.dir == dirYear {
		e.score = 95
		return e, true
	}
	if !h.bare() || h.det == this || h.det == that {
		e.dir, e.toMention, e.score = int8(h.n), h.mention, 92
		return e, true
	}
	e.score = 70
	return e, p.seasonAlone(h)
}

// seasonYear reads the year of a season: "of 1994", "of nineteen ninety-four",
// and the rest of "the winter of 1941-42".
func (p *scanner) seasonYear(e *expr) {
	if j := e.last; p.is(j, "season") && p.is(j+1, "of") && p.flag(j+2, token.HasDigit) {
		e.last++ // "the winter season of 2011-2012"
	}
	if j := e.last; p.is(j, "of") && e.year == when.XXXX {
		if y, ok := year4(p.low(j + 1)); ok && e.dir == noDir {
			e.year, e.last = y, j+2
		} else if y, next, ok := p.wordYear(j + 1); ok {
			e.year, e.last = y, next
		}
	}
	if k := e.last; e.year != when.XXXX && p.dash(k) && p.glued(k) && p.glued(k+1) {
		if n, ok := number.Integer(p.low(k + 1)); ok && (len(p.low(k+1)) == 2 && n == (e.year+1)%100 || n == e.year+1) {
			e.last = k + 2
		}
	}
}

// seasonAlone judges "in the summer", "during winter", "by spring".
func (p *scanner) seasonAlone(h *head) bool {
	j := h.j
	s := p.low(j)
	season := p.w(j).n
	prev := p.low(h.i - 1)
	switch {
	case s[len(s)-1] == 's', !wordTable.Has(prev, classBeforeSeason):
		return false
	case p.namePart(j), p.pos(j, token.VERB):
		return false
	case s == "fall":
		return h.det == the && wordTable.Has(prev, classBeforeFall) && !p.is(j+1, "of") || p.w(h.i-1).class == early
	case season == 1 && h.det != the && !wordTable.Has(prev, classBeforeSpring), p.is(j+1, "of"):
		return false
	}
	return !p.plural(j + 1)
}
