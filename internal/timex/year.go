package timex

import (
	"github.com/dateline-go/dateline/internal/number"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// shortYear is the year that two digits stand for in news.
func shortYear(n int) int {
	if n < 40 {
		return 2000 + n
	}
	return 1900 + n
}

// decadeWord reads "1990s", "'90s", "90s"; short is true if the century is
// not written.
func decadeWord(s string) (year int, short, ok bool) {
	if len(s) > 0 && s[0] == '\'' {
		s, short = s[1:], true
	}
	if len(s) < 3 || s[len(s)-1] != 's' {
		return 0, false, false
	}
	s = s[:len(s)-1]
	if s[len(s)-1] == '\'' {
		s = s[:len(s)-1]
	}
	n, ok := number.Integer(s)
	switch {
	case !ok || n%10 != 0:
		return 0, false, false
	case len(s) == 4 && n >= 1000 && n < 2100:
		return n, false, true
	case len(s) == 2:
		if n <= 20 {
			return 2000 + n, true, short
		}
		return 1900 + n, true, true
	}
	return 0, false, false
}

// yearFirst reads a bare year, a decade and ranges of years.
func (p *scanner) yearFirst(i int32) (expr, bool) {
	s := p.low(i)
	if y, short, ok := decadeWord(s); ok {
		return p.decadeFirst(i, y, short)
	}
	if s[0] == '\'' && len(s) == 3 {
		n, ok := number.Integer(s[1:])
		e := newExpr(kDate, i, i+1, "short-year", 75)
		e.year = shortYear(n)
		return e, ok && p.in(i-1, classBeforeShortYear)
	}
	if indexByte(s, '/') == 4 || indexByte(s, '-') == 4 {
		return p.slashYears(i)
	}
	y, ok := year4(s)
	if !ok {
		return p.eraYear(i)
	}
	if (p.is(i+1, "'s") && p.glued(i+1) || p.is(i+1, "s")) && y%10 == 0 && (p.in(i-1, classBeforeDecade) || p.w(i-1).class == early) {
		e := newExpr(kDecade, i, i+2, "decade", 90)
		e.year, e.unit = y, when.Decade
		return e, true
	}
	if !p.yearContext(i) {
		return expr{}, false
	}
	e := newExpr(kDate, i, i+1, "year", 90)
	e.year = y
	if p.in(i+1, classEraBefore) {
		e.year, e.last = 1-y, i+2
	} else if p.in(i+1, classEra) {
		e.last = i + 2
	}
	if n, ok := p.yearRange(i, y); ok {
		p.cut(&e, i+2)
		e.endYear, e.last, e.rule = n, i+3, "year-range"
	}
	return e, true
}

// decadeFirst judges "1990s", "'90s", "90s".
func (p *scanner) decadeFirst(i int32, y int, short bool) (expr, bool) {
	switch {
	case short && p.ofAges(i):
		return expr{}, false
	case short && (y < 1920 || y%100 == 0):
		return expr{}, false
	case short && p.low(i)[0] != '\'' && !p.in(i-1, classBeforeShortDecade):
		return expr{}, false
	case y%100 == 0 && y < 2000:
		e := newExpr(kDecade, i, i+1, "century", 80)
		e.year, e.unit = y, when.Century
		return e, true
	}
	e := newExpr(kDecade, i, i+1, "decade", 95)
	e.year, e.unit = y, when.Decade
	return e, true
}

// ofAges reports whether "30s" at i is an age or a temperature: "in their late
// 20s and 30s", "men in the 40s", "highs in the 60s and 70s".
func (p *scanner) ofAges(i int32) bool {
	j := i - 1
	for ; j >= p.lo; j-- {
		if _, short, _ := decadeWord(p.low(j)); !short && !p.in(j, classBetweenDecades) && p.w(j).class != early {
			break
		}
	}
	if p.in(j, classPossessive) {
		return true
	}
	if p.low(i)[0] == '\'' {
		return false // "the '90s" is no number
	}
	if p.is(j, "the") {
		j--
	}
	if p.is(j, "in") && p.in(j-1, classAged) {
		return true
	}
	k := i - 1 // "the low-50s" are a number
	if p.hyphen(k) {
		k--
	}
	if p.in(k, classLevel) {
		return true
	}
	for k := p.lo; k < i; k++ {
		if p.in(k, classScale) {
			return true
		}
	}
	return false
}

// eraYear reads "44 BC", "AD" with few digits.
func (p *scanner) eraYear(i int32) (expr, bool) {
	s := p.low(i)
	n, ok := number.Integer(s)
	if !ok && len(s) > 3 && s[:2] == "ad" && p.flag(i, token.AllCaps) {
		n, ok = number.Integer(s[2:]) // "AD842", "in AD79", but not "AD52", a virus or a road
		ok = ok && (n > 99 || p.in(i-1, classBeforeFewDigits))
		e := newExpr(kDate, i, i+1, "era-year", 80)
		e.year = n
		return e, ok && n > 0 && n < 1500
	}
	if !ok || n <= 0 || n >= 1500 || len(s) > 4 || !p.in(i+1, classEra) {
		return p.fewDigits(i)
	}
	e := newExpr(kDate, i, i+2, "era-year", 90)
	e.year, p.ancient = n, p.ancient || n < 1000
	if p.in(i+1, classEraBefore) {
		e.year = 1 - n
	}
	return e, true
}

// yearRange reads the end of "2014-16", "2014–2016".
func (p *scanner) yearRange(i int32, y int) (int, bool) {
	if !p.dash(i+1) || !p.flag(i+2, token.HasDigit) || (!p.glued(i+1) || !p.glued(i+2)) && !(p.is(i-1, "(") && p.is(i+3, ")")) {
		return 0, false
	}
	t := p.low(i + 2)
	n, ok := number.Integer(t)
	switch {
	case !ok:
	case len(t) == 2 && n > y%100:
		return n + y - y%100, true
	case len(t) == 4 && n > y && n < 2200:
		return n, true
	}
	return 0, false
}

// slashYears reads "1997/98".
func (p *scanner) slashYears(i int32) (expr, bool) {
	s := p.low(i)
	y, ok := year4(s[:4])
	if !ok || len(s) != 7 && len(s) != 9 {
		return expr{}, false
	}
	n, ok := number.Integer(s[5:])
	if len(s) == 7 {
		n += y - y%100
	}
	e := newExpr(kDate, i, i+1, "year-range", 85)
	e.year, e.endYear = y, n
	e.split = p.d.Tokens[i].Start + 4
	e.rest = e.split + 1
	return e, ok && n > y && n-y < 100 && y < 2100
}

// yearContext reports whether the number at i, which could be a year, is one.
func (p *scanner) yearContext(i int32) bool {
	y, isDigits := year4(p.low(i))
	if isDigits && y > 2150 {
		return false
	}
	plausible := !isDigits || y >= 1900 && y <= 2059
	if p.glued(i) && !p.in(i-1, classGluedYear) || p.noYearAfter(i, plausible) {
		return false
	}
	if isDigits && (p.yearsJoined(i, y) || p.yearsFollow(i, y)) {
		return true
	}
	return p.yearAfterWord(i, y, plausible)
}

// yearAfterWord judges a number that could be a year by the word before it.
func (p *scanner) yearAfterWord(i int32, y int, plausible bool) bool {
	counts := p.quantityNext(i)
	prev := p.low(i - 1)
	w := wordTable.Find(prev)
	switch {
	case w.Has(classNoYear):
		return false
	case w.Has(classLaw) && p.flag(i-1, token.Capital):
		return false // "the Elections Act 1958"
	case w.Has(classBeforeYear):
		// "In 1965 troops landed", but "lights in 2000 homes".
		return !counts || plausible && (w.Has(classBeforeSureYear) || prev == "in" && (i-1 == p.lo || p.is(i-2, ",") || !p.plural(i+1)))
	case w.Has(classBeforeNumber):
		return plausible && ((prev == "a" || prev == "an") && !p.plural(i+1) || prev == "around" && !counts)
	case !plausible:
		return y >= 1500 && y < 2100 && p.in(i-1, classBeforeOldYear) && p.ends(i+1, classAfterOldYear) && !counts
	}
	return !counts || prev == "the" && !p.plural(i+1)
}

// yearsJoined reports whether year y at token i is the second of two: "between
// 1914 and 1918", "in 1687 and 1689", "1710 - 1774".
func (p *scanner) yearsJoined(i int32, y int) bool {
	const apart = 300 // years of one thought
	if !p.in(i-1, classJoins) {
		return false
	}
	first, ok := year4(p.low(i - 2))
	return ok && first <= y && y-first <= apart && first <= 2150 && (p.dash(i-1) || p.in(i-3, classBeforeYears))
}

// yearsFollow reports whether year y at token i is the first of "2000 - 2050",
// or stands alone in brackets.
func (p *scanner) yearsFollow(i int32, y int) bool {
	const apart = 120
	if p.in(i-1, classNoYear) {
		return false
	}
	second, ok := year4(p.low(i + 2))
	sure := y >= 1500 || p.is(i-1, "(") || p.in(i-1, classCirca)
	return sure && p.dash(i+1) && ok && second > y && second-y <= apart || p.is(i-1, "(") && p.is(i+1, ")") && y <= 2100
}

// noYearAfter reports whether what follows the number at i shows it to be no
// year: a unit, a compound, a street.
func (p *scanner) noYearAfter(i int32, plausible bool) bool {
	if p.in(i+1, classAfterNoYear) && !p.dash(i+1) {
		return true
	}
	if p.hyphen(i+1) && !p.flag(i+2, token.HasDigit) && p.w(i+2).class != unit && !p.in(i+2, classAfterYearHyphenNoun) {
		// "1990-model cars" is a year; "1500-mile" is not.
		if !plausible || p.in(i+2, classMeasured) {
			return true
		}
	}
	return p.flag(i+1, token.Capital) && p.in(i+2, classStreet)
}

// plural reports whether token i looks like a plural noun.
func (p *scanner) plural(i int32) bool {
	if i < p.lo || i >= p.hi {
		return false
	}
	t := &p.d.Tokens[i]
	if t.UPOS != token.NoUPOS {
		return t.UPOS == token.NOUN && (t.Feats.Has(token.NumberPlur) || t.XPOS == token.NNS)
	}
	s := t.Lower
	if t.Flags&(token.Punct|token.Joined|token.Capital) != 0 || len(s) < 4 {
		return s == "men"
	}
	if w := wordTable.Find(s); w.Has(classNoPlural) || w.Has(classPlural) {
		return w.Has(classPlural)
	}
	return s[len(s)-1] == 's' && s[len(s)-2] != 's'
}

// quantityNext reports whether the number at i counts what follows it.
func (p *scanner) quantityNext(i int32) bool {
	j := i + 1
	if j >= p.hi {
		return false
	}
	t := &p.d.Tokens[j]
	if t.UPOS == token.ADJ || t.UPOS == token.NoUPOS && p.in(j, classQuantityAdjective) {
		if p.plural(j + 1) {
			return true
		}
	}
	return p.plural(j) && !p.in(j, classYearly)
}
