package timex

import (
	"github.com/dateline-go/dateline/internal/number"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// Directions of a day that another is counted from: that day itself counts.
const (
	dirOnOrBefore = -2 // "a year ago Tuesday"
	dirOnOrAfter  = 2  // "a week from Friday"
)

// offset makes a day of a length that counts from one: "a week from Friday",
// "a year ago Tuesday", "two days before Christmas".
func (p *scanner) offset(e *expr) bool {
	n, unit, known := e.value.Amount()
	if !known || n != float64(int16(n)) || unit < when.Day || e.value.Type() != when.Duration || e.sense == age {
		return false
	}
	j := e.last
	sign, dir := 1, int8(dirOnOrAfter)
	switch {
	case p.is(j, "from"):
	case p.w(j).class == ago && (p.w(j+1).class == weekday || p.is(j+1, "on") && p.w(j+2).class == weekday):
		sign, dir = -1, dirOnOrBefore
		if p.is(j+1, "on") {
			j++
		}
	case p.is(j, "before"):
		sign, dir = -1, noDir
	case p.is(j, "after"):
		dir = noDir
	default:
		return false
	}
	d, ok := p.core(j + 1)
	if !ok || !d.isDay() && d.kind != kHoliday || d.unit != when.NoGrain && d.kind != kRel || d.mod != when.NoMod {
		return false
	}
	switch {
	case dir == noDir && d.kind != kHoliday && (d.kind != kDate || d.month == 0):
		return false // "two days before Friday" is rare; its day may be any
	case d.kind == kRel && d.sense != dayWord, dir == dirOnOrBefore && d.kind != kWeekday:
		return false
	case d.kind == kWeekday:
		if d.unit != when.NoGrain || d.dir != noDir {
			return false
		}
		d.dir = dir
	}
	d.first, d.mod, d.rule, d.score, d.sense = e.first, e.mod, "offset-day", 85, plain
	d.plus, d.plusUnit = int16(sign*int(n)), unit
	*e = d
	return true
}

// eveOf reads "the eve of Christmas" from the token of "eve".
func (p *scanner) eveOf(first, i int32) (expr, bool) {
	if !p.is(i, "eve") || !p.is(i+1, "of") {
		return expr{}, false
	}
	d, ok := p.core(i + 2)
	if !ok || !d.isDay() && d.kind != kHoliday || d.unit != when.NoGrain && d.kind != kRel {
		return expr{}, false
	}
	d.first, d.rule = first, "eve"
	d.plus, d.plusUnit = d.plus-1, when.Day
	return d, true
}

// dayOfMonth reads "the 12th of that month", "the first of next month" from
// its article.
func (p *scanner) dayOfMonth(i int32) (expr, bool) {
	n, k, ok := p.ordinalAt(i + 1)
	if !ok || n > 31 || !p.is(k, "of") {
		return expr{}, false
	}
	d, ok := p.core(k + 1)
	if !ok || d.unit != when.Month || d.kind != kRel && d.kind != kSame || d.mod != when.NoMod {
		return expr{}, false
	}
	d.first, d.rule, d.dayOf = i, "day-of-month", int8(n)
	return d, true
}

// composed applies what stands around an expression to its value: a day of a
// month, a number of units before or after a day.
func (e *expr) composed(v when.Value) when.Value {
	if e.dayOf > 0 && !v.IsZero() {
		y, m, _ := v.Date()
		if w := when.NewDate(y, m, int(e.dayOf)); !w.IsZero() {
			v = w
		}
	}
	if e.plus == 0 {
		return v
	}
	lo := v.Earliest()
	if lo.IsZero() || v.Grain() != when.Day {
		return when.Value{}
	}
	return edgeOf(lo, float64(e.plus), e.plusUnit)
}

// decadeNamed reads "the sixties", "the late eighties" from the token after
// the article and the modifier: never an age, nor a temperature.
func (p *scanner) decadeNamed(i, j int32, modified bool) (expr, bool) {
	y, ok := wordTable.Int(p.low(j), classDecadeWord)
	if !ok || !modified && !p.in(i-1, classBeforeDecadeWord) || p.is(j+1, "and") && p.in(j+2, classDecadeWord) {
		return expr{}, false
	}
	const around = 15 // tokens of weather on each side
	for k := j - around; k < j+around; k++ {
		if p.in(k, classDegrees) {
			return expr{}, false
		}
	}
	e := newExpr(kDecade, i, j+1, "decade-in-words", 80)
	e.year, e.unit = y, when.Decade
	return e, true
}

// eraFirst reads "AD 410", "A.D. 70" from the token of the era.
func (p *scanner) eraFirst(i int32) (expr, bool) {
	n, ok := number.Integer(p.low(i + 1))
	if !ok || n < 1 || n >= 1500 || !p.flag(i, token.AllCaps) || !p.in(i, classBeforeEra) {
		return expr{}, false
	}
	e := newExpr(kDate, i, i+2, "era-year", 90)
	e.year, p.ancient = n, p.ancient || n < 1000
	return e, true
}

// fewDigits reads a year of three digits where only a year can stand: "c. 347",
// "(c. 314 - 368)"; once the text has had one, also "in 348", "about 373".
func (p *scanner) fewDigits(i int32) (expr, bool) {
	n, ok := number.Integer(p.low(i))
	if !ok || len(p.low(i)) != 3 {
		return expr{}, false
	}
	const life = 120
	first, ok := number.Integer(p.low(i - 2))
	switch {
	case p.in(i-1, classCirca):
	case p.dash(i-1) && ok && first < n && n-first < life && (p.ancient || p.in(i-3, classCirca)):
	case p.ancient && p.in(i-1, classBeforeFewDigits) && !p.quantityNext(i) && !p.in(i+1, classAfterNoYear) && p.w(i+1).class == none:
	default:
		return expr{}, false
	}
	p.ancient = true
	e := newExpr(kDate, i, i+1, "year", 80)
	e.year = n
	return e, true
}
