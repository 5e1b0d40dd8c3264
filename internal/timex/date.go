package timex

import (
	"github.com/dateline-go/dateline/internal/number"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// dayNumber reads the day of a month: "6", "6th", "sixth".
func (p *scanner) dayNumber(i int32) (int, int32, bool) {
	if p.flag(i, token.HasDigit) {
		s := p.low(i)
		n, ok := number.Integer(s)
		if !ok {
			n, ok = ordinalDigits(s)
		}
		return n, i + 1, ok && n >= 1 && n <= 31 && len(s) <= 4
	}
	n, next, ok := p.ordinalAt(i)
	return n, next, ok && n <= 31 && !p.any(i, "second") || ok && n == 2 && next == i+1 && !p.any(next, "half", "quarter")
}

// yearAt reads a year after a month: "2025", ", 2025", "'98", "of 2025",
// "last year", "this year", "next year". The comma and the like are part of it.
func (p *scanner) yearAt(i int32, hasDay bool) (y int, next int32, ok bool) {
	j := i
	if p.is(j, ",") {
		j++
	}
	if p.is(j, "of") && p.flag(j+1, token.HasDigit) && !hasDay {
		j++
	}
	s := p.low(j)
	if y, ok := year4(s); ok && !p.any(j+1, "%", "percent") {
		if !hasDay && j > i && p.is(i, ",") && p.quantityNext(j) {
			return 0, i, false
		}
		return y, j + 1, true
	}
	if j == i && len(s) == 3 && s[0] == '\'' {
		if n, ok := number.Integer(s[1:]); ok {
			return shortYear(n), j + 1, true
		}
	}
	if j == i || p.is(i, "of") {
		// "30 September 420)", "December of 384,": three digits only at the end.
		if n, ok := number.Integer(s); ok && len(s) == 3 && n >= 100 && (hasDay || j > i) && p.pause(j+1) {
			p.ancient = true
			return n, j + 1, true
		}
	}
	if y, next, ok := p.wordYear(j); ok && y > 1000 {
		return y, next, true
	}
	return 0, i, false
}

func (p *scanner) yearAfter(e *expr) {
	if y, next, ok := p.yearAt(e.last, e.day > 0); ok {
		e.year, e.last = y, next
		return
	}
	p.relativeYear(e)
}

// relativeYear reads "last year", "of this year", "next year" after a month,
// season, quarter or half.
func (p *scanner) relativeYear(e *expr) {
	j := e.last
	if p.is(j, "of") {
		j++
	}
	if p.w(j).class == the {
		j++
	}
	if !p.is(j+1, "year") && !(p.w(j+1).class == fiscal && p.is(j+2, "year")) {
		return
	}
	switch w := p.w(j); {
	case w.class == back && w.n == isLast, w.class == back && w.n == isPrevious:
		e.dir, e.n = dirYear, -1
		e.toMention = w.n == isPrevious
	case w.class == this, p.is(j, "current"):
		e.dir, e.n = dirYear, 0
	case w.class == fore:
		e.dir, e.n = dirYear, 1
		e.toMention = w.n == isFollowing
	case w.class == that:
		e.dir, e.n, e.toMention = dirYear, 0, true
	default:
		return
	}
	e.last = j + 2
	if p.w(j+1).class == fiscal {
		e.last++
	}
}

// dirYear marks an expression whose year is said against another: n years.
const dirYear = 5

// monthFirst reads "August 6, 2025", "Aug. 6-8", "August 2025", "August".
func (p *scanner) monthFirst(i int32) (expr, bool) {
	m := p.w(i).n
	if !p.flag(i, token.Capital) && !p.lowerMonth(i, m) {
		return expr{}, false
	}
	e := newExpr(kDate, i, i+1, "month", 85)
	e.month = int8(m)
	j := i + 1
	if p.is(j, ".") && p.flag(j+1, token.HasDigit) {
		j++
	}
	if p.is(j, "the") {
		if d, next, ok := p.dayNumber(j + 1); ok {
			if _, isOrd := ordinalDigits(p.low(j + 1)); isOrd || !p.flag(j+1, token.HasDigit) {
				e.day, e.last, e.rule, e.score, e.sense = int8(d), next, "month-day", 95, monthDay
				p.yearAfter(&e)
				p.attachClock(&e)
				return e, true
			}
		}
	}
	if d, next, ok := p.dayNumber(j); ok && !p.counts(next) {
		e.day, e.last, e.rule, e.score, e.sense = int8(d), next, "month-day", 96, monthDay
		p.rangeAfter(&e)
		p.yearAfter(&e)
		if m == 9 && d == 11 && e.year == when.XXXX && p.in(e.last, classSeptember11) {
			e.year, e.sense = 2001, namedDay
		}
		p.attachClock(&e)
		return e, true
	}
	if y, next, ok := p.yearAt(i+1, false); ok {
		e.year, e.last, e.rule, e.score = y, next, "month-year", 96
		return e, true
	}
	p.relativeYear(&e)
	if e.dir == dirYear {
		e.rule = "month-of-year"
		return e, true
	}
	return e, p.monthAlone(i)
}

// lowerMonth reports whether month m without a capital at token i is one:
// only where nothing else is meant.
func (p *scanner) lowerMonth(i int32, m int16) bool {
	digits := p.flag(i+1, token.HasDigit)
	return m != 3 && m != 5 && (m != 8 || digits) && (digits || len(p.low(i)) >= 4)
}

// counts reports whether the number before token i, after a month, is no day:
// "May 2 percent", "March 31 million", "a July 10-year note".
func (p *scanner) counts(i int32) bool {
	return p.any(i, "%", "percent") || p.w(i).class == hundred || p.is(i, "-") && p.glued(i) && p.w(i+1).class == unit
}

// nextDay reads the second day of "April 24 and 25".
func (p *scanner) nextDay(e *expr) (expr, bool) {
	j := e.last
	if e.sense != monthDay || e.endDay > 0 || e.year != when.XXXX || e.hour >= 0 || !p.any(j, "and", "or") || !p.flag(j+1, token.HasDigit) {
		return expr{}, false
	}
	d, next, ok := p.dayNumber(j + 1)
	if !ok || d <= int(e.day) || next < p.hi && !p.flag(next, token.Punct) && !p.in(next, classAfterNextDay) {
		return expr{}, false
	}
	f := *e
	f.first, f.last, f.day, f.rule, f.score = j+1, next, int8(d), "next-day", 85
	f.mod, f.sense = when.NoMod, plain
	p.yearAfter(&f)
	return f, true
}

// dayAlone reads "on the 20th", a day of the month that the text is in.
func (p *scanner) dayAlone(i int32) (expr, bool) {
	d, ok := ordinalDigits(p.low(i + 1))
	if !ok || d < 1 || d > 31 || !p.in(i-1, classBeforeDayNumber) {
		return expr{}, false
	}
	if p.centuryAfter(i + 2) {
		return expr{}, false
	}
	if j := i + 2; j < p.hi && !p.flag(j, token.Punct) && !p.in(j, classAfterDayNumber) || p.dash(i+2) {
		return expr{}, false
	}
	e := newExpr(kDate, i, i+2, "day-of-month", 70)
	e.day = int8(d)
	return e, true
}

// rangeAfter reads the other end of a range of days: "6-8", "28 - Sept. 3",
// "6 to 8".
func (p *scanner) rangeAfter(e *expr) {
	j := e.last
	if !p.dash(j) && !p.any(j, "to", "through", "thru") {
		return
	}
	if !p.dash(j) && (e.month == 0 || p.w(j+1).class == month) {
		return
	}
	k := j + 1
	mon := e.month
	if w := p.w(k); w.class == month && p.flag(k+1, token.HasDigit) {
		mon = int8(w.n)
		k++
	}
	if d, next, ok := p.dayNumber(k); ok && p.flag(k, token.HasDigit) && (mon != e.month || d > int(e.day)) && !p.any(next, "%", "percent") &&
		(p.dash(j) || p.ends(next, classAfterDayRange) || p.w(next).class == month || p.is(e.first-1, "from") && !p.quantityNext(k)) {
		p.cut(e, j+1)
		e.endMonth, e.endDay, e.last = mon, int8(d), next
		e.rule = "day-range"
	}
}

// monthAlone reports whether a month's name with nothing after it is meant as
// one: always for the unmistakable, with a hint for May, March and the like.
func (p *scanner) monthAlone(i int32) bool {
	s := p.low(i)
	w := wordTable.Find(s)
	switch {
	case w.Has(classShortMonth):
		return p.in(i-1, classBeforeShortMonth) && !p.flag(i+1, token.Capital)
	case !w.Has(classNameMonth):
		return len(s) >= 4 || s[len(s)-1] == '.' || p.in(i-1, classBeforeAbbreviated)
	case p.is(i+1, "'s") && p.flag(i+1, token.Joined) && s != "may" && s != "march" && p.in(i-1, classBeforePossessedMonth):
		return true
	}
	nameAfter := p.flag(i+1, token.Capital) && p.w(i+1).class == none
	if p.in(i-1, classBeforeMonth) {
		return p.monthAfter(i, s, p.low(i-1), nameAfter)
	}
	switch s {
	case "may":
		return p.pos(i, token.PROPN) && i > p.lo && !p.flag(i-1, token.Capital)
	case "march":
		return p.pos(i, token.PROPN) && !p.in(i-1, classMarchNoun) && !p.flag(i-1, token.Capital) && !nameAfter
	case "mar.":
		return true
	}
	return !nameAfter
}

// monthAfter judges month s, which is a name or another word too, after a
// word that months follow.
func (p *scanner) monthAfter(i int32, s, prev string, nameAfter bool) bool {
	switch s {
	case "may":
		return p.flag(i, token.Capital) && !p.flag(i, token.AllCaps) && prev != "," && prev != "the" &&
			(prev != "and" && prev != "or" || p.w(i-2).class == month)
	case "march":
		return prev != "the" && prev != "on" && prev != "," || p.w(i-2).class == month
	case "mar.":
		return true
	}
	// Given names too: "with June Carter", but "in late April French officials".
	return !nameAfter || p.flag(i+1, token.HasDigit) || wordTable.Has(prev, classBeforeSureMonth)
}

// pos reports whether the tagger, if it ran, gave token i that part of speech.
func (p *scanner) pos(i int32, u token.UPOS) bool {
	return i >= p.lo && i < p.hi && p.d.Tokens[i].UPOS == u
}

// weekdayFirst reads "Friday", "Friday, Oct. 23", "Friday morning",
// "Friday at 9 a.m.".
func (p *scanner) weekdayFirst(i int32) (expr, bool) {
	w := p.w(i)
	s := p.low(i)
	if !p.flag(i, token.Capital) && len(s) < 6 {
		return expr{}, false
	}
	e := newExpr(kWeekday, i, i+1, "weekday", 95)
	e.wday = int8(w.n)
	if s[len(s)-1] == 's' && len(s) > 5 {
		return p.weekdays(e), true
	}
	if d, ok := p.weekdayDate(i); ok {
		return d, true
	}
	if k := i + 1; p.is(k, "the") || p.is(k, ",") && p.is(k+1, "the") {
		if p.is(k, ",") {
			k++
		}
		if n, isOrd := ordinalDigits(p.low(k + 1)); isOrd && n <= 31 {
			e.day, e.last = int8(n), k+2
			return e, true
		}
	}
	if len(s) < 5 && s != "mon." && s[len(s)-1] != '.' {
		return expr{}, false
	}
	if q := p.w(i + 1); q.class == part {
		if p.in(i+1, classNights) && !p.is(i+1, "night") {
			return p.weekdays(e), true
		}
		e.part, e.last, e.rule = when.Part(q.n), i+2, "weekday-part"
	}
	p.weekAfter(&e)
	if p.is(i-1, "the") {
		// "the Monday before the vote"
		if head, mod, ok := p.afterEvent(e.last); ok {
			e.kind, e.rule, e.score = kLiteral, "event-weekday", 75
			e.value = e.onDay(when.NewWeekday(when.XXXX, when.Anything, int(w.n)))
			e.placed(head, mod)
			return e, true
		}
	}
	p.attachClock(&e)
	return e, true
}

// weekdays makes a set of a weekday: "Fridays", "Friday nights".
func (p *scanner) weekdays(e expr) expr {
	e.kind, e.rule = kSet, "weekdays"
	j := e.first + 1
	s := p.low(e.first)
	v := when.NewWeekday(when.XXXX, when.Anything, int(e.wday))
	if q := p.w(j); q.class == part && p.low(j)[len(p.low(j))-1] == 's' {
		e.last = j + 1
		if s[len(s)-1] != 's' {
			v = v.During(when.Part(q.n))
		}
	}
	e.value = when.NewSet(v, 0)
	return e
}

// weekdayDate reads "Friday, Oct. 23", "Friday the 23rd of October".
func (p *scanner) weekdayDate(i int32) (expr, bool) {
	j := i + 1
	if p.is(j, ".") && p.flag(j+1, token.Capital) {
		j++
	}
	if p.any(j, ",", "the") {
		j++
	}
	if p.is(j, "the") {
		j++
	}
	e, ok := expr{}, false
	if p.w(j).class == month && j+1 < p.hi {
		e, ok = p.monthFirst(j)
		ok = ok && e.day > 0 && e.endDay == 0
	}
	if !ok {
		e, ok = p.dayMonth(j)
		ok = ok && e.endDay == 0
	}
	e.first, e.wday, e.rule, e.score, e.sense = i, int8(p.w(i).n), "weekday-date", 98, plain
	return e, ok
}

// weekAfter reads the week of a weekday: "Tuesday last week", "Tuesday of this week".
func (p *scanner) weekAfter(e *expr) {
	j := e.last
	if p.is(j, "of") && p.in(j+1, classWeekOffset) && p.is(j+2, "week") {
		j++
	} else if !p.any(j, "last", "next") || !p.is(j+1, "week") {
		return
	}
	n, _ := wordTable.Int(p.low(j), classWeekOffset)
	e.dir, e.unit, e.last = int8(n), when.Week, j+2
}

// dayMonth reads "6 August 2025", "6th of August", "6-8 August", "the sixth
// of August".
func (p *scanner) dayMonth(i int32) (expr, bool) {
	d, next, ok := p.dayNumber(i)
	second := 0
	if !ok {
		d, second, ok = p.twoDays(i)
		next = i + 1
	}
	if !ok || p.dash(i-1) && p.glued(i) && p.flag(i-2, token.HasDigit) && p.flag(i, token.HasDigit) {
		return expr{}, false // "lost 3 -2 March 2014"
	}
	e := newExpr(kDate, i, next, "day-month", 96)
	e.day, e.endDay = int8(d), int8(second)
	if second > 0 {
		e.split = p.d.Tokens[i].Start + int32(indexByte(p.low(i), '/'))
		e.rest = e.split + 1
	}
	_, isOrd := ordinalDigits(p.low(i))
	isOrd = isOrd || !p.flag(i, token.HasDigit)
	j := next
	if e, ok := p.hyphened(i, j, d); ok {
		return e, true
	}
	joined := p.is(j, "to") || p.is(j, "and") && p.is(i-1, "between")
	if p.dash(j) || joined && p.flag(j+1, token.HasDigit) && p.w(j+2).class == month {
		if d2, n2, ok := p.dayNumber(j + 1); ok && d2 > d && p.flag(j+1, token.HasDigit) {
			p.cut(&e, j+1)
			e.endDay, j = int8(d2), n2
		}
	}
	if isOrd && p.is(j, "of") {
		j++
	} else if isOrd && !p.flag(i, token.HasDigit) {
		return expr{}, false
	}
	w := p.w(j)
	if w.class != month || !p.flag(j, token.Capital) {
		return expr{}, false
	}
	// "the 15 May protesters": a day, too. "6 March" after a month is not: "Aug. 6 March".
	e.month, e.last = int8(w.n), j+1
	if e.endDay > 0 {
		e.endMonth, e.rule = e.month, "day-range"
	}
	// "6 May 15" is the second's day.
	p.yearAfter(&e)
	p.attachClock(&e)
	return e, true
}

// twoDays reads "12/13" before a month.
func (p *scanner) twoDays(i int32) (d, second int, ok bool) {
	s := p.low(i)
	k := indexByte(s, '/')
	if k <= 0 || len(s) > 5 || p.w(i+1).class != month {
		return 0, 0, false
	}
	d, _ = number.Integer(s[:k])
	second, ok = number.Integer(s[k+1:])
	return d, second, ok && d >= 1 && second > d && second <= 31
}

// hyphened reads "10-May-2024" from day d at token i and its hyphen.
func (p *scanner) hyphened(i, j int32, d int) (expr, bool) {
	w := p.w(j + 1)
	if !p.hyphen(j) || w.class != month {
		return expr{}, false
	}
	e := newExpr(kDate, i, j+2, "day-month", 96)
	e.month, e.day = int8(w.n), int8(d)
	if y, ok := year4(p.low(j + 3)); ok && p.hyphen(j+2) {
		e.year, e.last = y, j+4
	}
	return e, true
}

// digits reads what starts with a token that holds a digit.
func (p *scanner) digits(i int32) (expr, bool) {
	if e, ok := p.numericDate(i); ok {
		p.attachClock(&e)
		return e, true
	}
	if e, ok := p.clock(i); ok {
		return e, true
	}
	if e, ok := p.dayMonth(i); ok {
		return e, true
	}
	if e, ok := p.code(i); ok {
		return e, true
	}
	if e, ok := p.counted(i); ok {
		return e, true
	}
	if e, ok := p.determined(i); ok {
		return e, true
	}
	return p.yearFirst(i)
}
