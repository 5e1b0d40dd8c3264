package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// dayNumber reads the day of a month: "6", "6th", "sixth".
func (p *scanner) dayNumber(i int32) (int, int32, bool) {
	if p.flag(i, token.HasDigit) {
		s := p.low(i)
		n, ok := integer(s)
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
		if n, ok := integer(s[1:]); ok {
			return shortYear(n), j + 1, true
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
	if !p.flag(i, token.Capital) {
		// Lower-case names of months only where nothing else is meant.
		if m == 3 || m == 5 || m == 8 && !p.flag(i+1, token.HasDigit) || !p.flag(i+1, token.HasDigit) && len(p.low(i)) < 4 {
			return expr{}, false
		}
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
				e.day, e.last, e.rule, e.score = int8(d), next, "month-day", 95
				p.yearAfter(&e)
				p.attachClock(&e)
				return e, true
			}
		}
	}
	d, next, ok := p.dayNumber(j)
	// "May 2 percent", "March 31 people".
	if ok && p.any(next, "%", "percent") {
		ok = false
	}
	if ok && p.w(next).class == hundred {
		ok = false
	}
	if ok && p.is(next, "-") && p.glued(next) && p.w(next+1).class == unit {
		ok = false // "a July 10-year note"
	}
	if ok {
		e.day, e.last, e.rule, e.score = int8(d), next, "month-day", 96
		p.rangeAfter(&e)
		p.yearAfter(&e)
		if m == 9 && d == 11 && e.year == when.XXXX && p.any(e.last, "attacks", "attack", "terrorist", "terror", "hijackers", "hijackings", "victims", "commission") {
			e.year = 2001
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

// nextDay reads the second day of "April 24 and 25".
func (p *scanner) nextDay(e *expr) (expr, bool) {
	j := e.last
	if e.kind != kDate || e.rule != "month-day" || e.year != when.XXXX || e.hour >= 0 || !p.any(j, "and", "or") || !p.flag(j+1, token.HasDigit) {
		return expr{}, false
	}
	d, next, ok := p.dayNumber(j + 1)
	if !ok || d <= int(e.day) || next < p.hi && !p.flag(next, token.Punct) && !p.any(next, "in", "at", "for", "to", "by", "and", "with", "when", "as", "but") {
		return expr{}, false
	}
	f := *e
	f.first, f.last, f.day, f.rule, f.score = j+1, next, int8(d), "next-day", 85
	f.mod = when.NoMod
	p.yearAfter(&f)
	return f, true
}

// dayAlone reads "on the 20th", a day of the month that the text is in.
func (p *scanner) dayAlone(i int32) (expr, bool) {
	d, ok := ordinalDigits(p.low(i + 1))
	if !ok || d < 1 || d > 31 || !p.any(i-1, "on", "of", "by", "until", "from", "since") {
		return expr{}, false
	}
	if j := i + 2; j < p.hi && !p.flag(j, token.Punct) && !p.any(j, "at", "when", "and", "to", "after", "with") || p.dash(i+2) {
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
		(p.dash(j) || p.any(next, ",", ".", "", "in", "at", "of", ")", ";", "and", "for") || p.w(next).class == month) {
		e.endMonth, e.endDay, e.last = mon, int8(d), next
		e.rule = "day-range"
	}
}

// monthAlone reports whether a month's name with nothing after it is meant as
// one: always for the unmistakable, with a hint for May, March and the like.
func (p *scanner) monthAlone(i int32) bool {
	s := p.low(i)
	switch s {
	case "may", "march", "mar.", "april", "june", "august":
	case "jan", "jun", "sep", "dec", "jul", "feb", "apr", "aug", "oct", "nov", "sept":
		return p.any(i-1, "in", "since", "by", "until", "of", "last", "early", "late", "this", "next", "from") && !p.flag(i+1, token.Capital)
	default:
		return len(s) >= 4 || s[len(s)-1] == '.' || p.any(i-1, "in", "since", "by", "until", "of", "last", "early", "late")
	}
	if p.any(i+1, "'s") && p.flag(i+1, token.Joined) && s != "may" && s != "march" && p.any(i-1, "in", "since", "by", "from", "of", "with", "to", "than") {
		return true
	}
	prev := p.low(i - 1)
	switch prev {
	case "in", "since", "until", "till", "by", "of", "last", "next", "this", "early", "late", "mid", "from", "before", "after", "through", "during", "for", "to", "between", "each", "every", "past", "coming", "previous", "following", "and", "or", "the", "around", "about", "than", "with", "on", "at", "-", "–", "—", ",", "(", "over", "per":
		switch s {
		case "may":
			return p.flag(i, token.Capital) && !p.flag(i, token.AllCaps) && prev != "," && prev != "the" && (prev != "and" && prev != "or" || p.w(i-2).class == month)
		case "march":
			return prev != "the" && prev != "on" && prev != "," || p.w(i-2).class == month
		case "april", "june", "august":
			// Given names too: "with June Carter".
			if p.flag(i+1, token.Capital) && !p.flag(i+1, token.HasDigit) && p.w(i+1).class == none && prev != "in" && prev != "since" {
				return false
			}
		}
		return true
	}
	switch s {
	case "may":
		return p.pos(i, token.PROPN) && i > p.lo && !p.flag(i-1, token.Capital)
	case "march":
		return p.pos(i, token.PROPN) && !p.any(i-1, "the", "a", "annual", "'s") && !p.flag(i-1, token.Capital) && !(p.flag(i+1, token.Capital) && p.w(i+1).class == none)
	case "april", "june", "august":
		return !(p.flag(i+1, token.Capital) && p.w(i+1).class == none)
	}
	return true
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
	j := i + 1
	if p.is(j, ".") && p.flag(j+1, token.Capital) {
		j++
	}
	if s[len(s)-1] == 's' && len(s) > 5 {
		e.kind, e.rule = kSet, "weekdays"
		e.value = when.NewSet(when.NewWeekday(when.XXXX, when.Anything, int(w.n)), 0)
		if q := p.w(j); q.class == part && p.low(j)[len(p.low(j))-1] == 's' {
			e.last = j + 1
		}
		return e, true
	}
	if p.is(j, ",") || p.is(j, "the") {
		j++
	}
	if p.is(j, "the") {
		j++
	}
	if p.w(j).class == month && j+1 < p.hi {
		if m, ok := p.monthFirst(j); ok && m.day > 0 && m.endDay == 0 {
			m.first, m.wday, m.rule, m.score = i, int8(w.n), "weekday-date", 98
			return m, true
		}
	}
	if d, ok := p.dayMonth(j); ok && d.endDay == 0 {
		d.first, d.wday, d.rule, d.score = i, int8(w.n), "weekday-date", 98
		return d, true
	}
	if j > i+1 && p.is(j-1, "the") {
		if n, isOrd := ordinalDigits(p.low(j)); isOrd && n <= 31 {
			e.last = j + 1
			return e, true
		}
	}
	if len(s) < 5 && s != "mon." && s[len(s)-1] != '.' {
		return expr{}, false
	}
	if q := p.w(i + 1); q.class == part {
		if p.any(i+1, "nights", "mornings", "evenings", "afternoons") {
			e.kind, e.rule = kSet, "weekdays"
			e.value = when.NewSet(when.NewWeekday(when.XXXX, when.Anything, int(w.n)).During(when.Part(q.n)), 0)
			e.last = i + 2
			return e, true
		}
		e.part, e.last, e.rule = when.Part(q.n), i+2, "weekday-part"
	}
	if p.any(e.last, "last", "next") && p.is(e.last+1, "week") {
		e.dir = -1
		if p.is(e.last, "next") {
			e.dir = 1
		}
		e.unit = when.Week
		e.last += 2
	} else if p.is(e.last, "of") && p.any(e.last+1, "last", "next", "this") && p.is(e.last+2, "week") {
		e.unit = when.Week
		e.dir = weekOffset(p.low(e.last + 1))
		e.last += 3
	}
	p.attachClock(&e)
	return e, true
}

// weekOffset is how many weeks from now "last", "this" and "next" are.
func weekOffset(s string) int8 {
	switch s {
	case "last":
		return -1
	case "next":
		return 1
	}
	return 0
}

// dayMonth reads "6 August 2025", "6th of August", "6-8 August", "the sixth
// of August".
func (p *scanner) dayMonth(i int32) (expr, bool) {
	d, next, ok := p.dayNumber(i)
	second := 0
	if s := p.low(i); !ok {
		// "the night of 12/13 February".
		if k := indexByte(s, '/'); k > 0 && len(s) <= 5 && p.w(i+1).class == month {
			d, _ = integer(s[:k])
			second, ok = integer(s[k+1:])
			ok = ok && d >= 1 && second > d && second <= 31
			next = i + 1
		}
	}
	if !ok {
		return expr{}, false
	}
	e := newExpr(kDate, i, next, "day-month", 96)
	e.day, e.endDay = int8(d), int8(second)
	_, isOrd := ordinalDigits(p.low(i))
	isOrd = isOrd || !p.flag(i, token.HasDigit)
	j := next
	if p.dash(j) || p.any(j, "to") && p.flag(j+1, token.HasDigit) && p.w(j+2).class == month {
		if d2, n2, ok := p.dayNumber(j + 1); ok && d2 > d && p.flag(j+1, token.HasDigit) {
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
