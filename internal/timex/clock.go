package timex

import (
	"github.com/dateline-go/dateline/internal/number"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// hourMinute reads "15:00", "9.30" or "9:05:30".
func hourMinute(s string, sep byte) (h, m, sec int, ok bool) {
	k := indexByte(s, sep)
	if k < 1 || k > 2 || len(s) < k+3 {
		return 0, 0, -1, false
	}
	h, ok1 := number.Integer(s[:k])
	m, ok2 := number.Integer(s[k+1 : k+3])
	sec = -1
	if len(s) == k+6 && s[k+3] == sep {
		n, ok3 := number.Integer(s[k+4:])
		if !ok3 || n > 59 {
			return 0, 0, -1, false
		}
		sec = n
	} else if len(s) != k+3 {
		return 0, 0, -1, false
	}
	return h, m, sec, ok1 && ok2 && h <= 24 && m <= 59
}

// clock reads a time of day from token i, and the day it is on if that
// follows: "9 p.m.", "9:30 a.m. EST Tuesday", "15:00 GMT", "0700 GMT",
// "noon", "five o'clock", "half past nine", "4 in the morning".
func (p *scanner) clock(i int32) (expr, bool) {
	e, ok := p.bareClock(i)
	if !ok {
		return e, false
	}
	p.attachDay(&e)
	return e, true
}

func (p *scanner) bareClock(i int32) (expr, bool) {
	w := p.w(i)
	switch {
	case w.class == noon:
		e := newExpr(kClock, i, i+1, "noon", 95)
		e.hour, e.min = int8(w.n), 0
		p.zoneAfter(&e)
		return e, true
	case p.flag(i, token.HasDigit):
		return p.clockDigits(i)
	case w.class == numeral && w.n >= 1 && w.n <= 12:
		return p.clockWords(i)
	case w.class == halfWord && p.is(i+1, "past"):
		return p.halfPast(i)
	}
	return expr{}, false
}

// clockDigits reads a time of day that begins with digits.
func (p *scanner) clockDigits(i int32) (expr, bool) {
	s := p.low(i)
	h, m, sec, ok := hourMinute(s, ':')
	colon := ok
	if !ok {
		h, m, sec, ok = hourMinute(s, '.')
	}
	if !ok {
		n, isInt := number.Integer(s)
		switch {
		case isInt && len(s) <= 2 && n <= 24:
			h, m = n, -1
		case isInt && len(s) == 4:
			return p.clock24(i, n)
		default:
			return expr{}, false
		}
	}
	e := newExpr(kClock, i, i+1, "clock", 95)
	e.hour, e.min, e.sec = int8(h), int8(m), int8(sec)
	j := i + 1
	switch q := p.w(j); {
	case q.class == meridiem && h <= 12 && h > 0 && (colon || p.meridiemAt(j)):
		e.hour, e.last, e.score = int8(h%12+int(q.n)), j+1, 99
	case q.class == oclock && h <= 12:
		e.last = j + 1
		e.min = 0
		p.partOfDay(&e)
	case p.is(j, "in") && p.is(j+1, "the") && p.w(j+2).class == part && h <= 12 && (colon || p.in(i-1, classBeforeHour)):
		p.partOfDay(&e)
	case p.dash(j) && p.clockRange(&e):
	case p.any(j, "to", "until", "and") && p.any(i-1, "from", "between") && p.clockRange(&e):
		// The end's half of the day holds for the start too.
		e.last = j
	case colon && m >= 0:
		return p.clockColon(e)
	default:
		// "at 9 on Tuesday", "by 6 tomorrow" are left alone: too rare against scores and ages.
		return e, false
	}
	p.zoneAfter(&e)
	return e, true
}

// meridiemAt reports whether "am" at token j is none of the verb.
func (p *scanner) meridiemAt(j int32) bool {
	return p.low(j) != "am" || p.flag(j, token.AllCaps) || p.glued(j) || p.pos(j, token.NOUN) || p.d.Tokens[j].UPOS == token.NoUPOS
}

// clock24 reads "0700 GMT", "1530 local time", "0900 hours".
func (p *scanner) clock24(i int32, n int) (expr, bool) {
	hours := p.any(i+1, "hrs", "hours")
	switch {
	case n/100 > 24 || n%100 >= 60:
		return expr{}, false
	case p.is(i+1, "local") && p.is(i+2, "time"), p.w(i+1).class == zone && !p.in(i+1, classZoneOpen):
	case hours && (n < 1000 || p.in(i-1, classBeforeHour)) && n%5 == 0:
	default:
		return expr{}, false
	}
	e := newExpr(kClock, i, i+1, "clock-24", 95)
	e.hour, e.min = int8(n/100), int8(n%100)
	if hours {
		e.last++
	}
	p.zoneAfter(&e)
	return e, true
}

// clockColon judges "9:30" with nothing after it but perhaps a zone: scores
// and verses look the same.
func (p *scanner) clockColon(e expr) (expr, bool) {
	i, j := e.first, e.last
	p.zoneAfter(&e)
	e.score = 80
	if e.offset != noOffset {
		return e, true
	}
	if e.last == j && !p.in(i-1, classBeforeClock) && p.w(i-1).class != weekday && !p.any(j, "local", "on", "in") {
		return e, false
	}
	return e, !p.any(i-1, "by", ",") || len(p.low(i)) >= 5 || p.w(i-2).class == weekday
}

// clockWords reads "five o'clock", "nine thirty a.m.", "at six in the morning".
func (p *scanner) clockWords(i int32) (expr, bool) {
	e := newExpr(kClock, i, i+1, "clock-words", 95)
	h, m, j := int(p.w(i).n), 0, i+1
	q := p.w(j)
	if q.class == numeral && (q.n >= 10 && p.w(j+1).class == meridiem || p.w(j+2).class == meridiem) {
		m = int(q.n)
		j++
		if u := p.w(j); u.class == numeral {
			m += int(u.n)
			j++
		}
	}
	switch q := p.w(j); {
	case q.class == oclock:
		e.hour, e.min, e.last = int8(h), 0, j+1
		p.partOfDay(&e)
	case q.class == meridiem && !p.is(j, "am"):
		e.hour, e.min, e.last = int8(h%12+int(q.n)), int8(m), j+1
	case j == i+1 && p.is(j, "in") && p.is(j+1, "the") && p.w(j+2).class == part && p.in(i-1, classBeforeHour):
		e.hour, e.min = int8(h), -1
		p.partOfDay(&e)
	default:
		return e, false
	}
	p.zoneAfter(&e)
	return e, true
}

// halfPast reads "half past nine".
func (p *scanner) halfPast(i int32) (expr, bool) {
	e := newExpr(kClock, i, i+3, "clock-words", 95)
	q := p.w(i + 2)
	n, isInt := number.Integer(p.low(i + 2))
	if q.class == numeral {
		n, isInt = int(q.n), true
	}
	if !isInt || n < 1 || n > 12 {
		return e, false
	}
	e.hour, e.min = int8(n), 30
	if q := p.w(e.last); q.class == meridiem {
		e.hour = int8(n%12 + int(q.n))
		e.last++
	}
	p.partOfDay(&e)
	return e, true
}

// clockRange reads the other end of "9 - 11 a.m." and gives the first its
// half of the day.
func (p *scanner) clockRange(e *expr) bool {
	j := e.last + 1
	h, m := 0, -1
	if a, b, _, ok := hourMinute(p.low(j), ':'); ok {
		h, m = a, b
	} else if n, ok := number.Integer(p.low(j)); ok && n <= 12 && n > 0 {
		h = n
	} else {
		return false
	}
	q := p.w(j + 1)
	if q.class != meridiem {
		return false
	}
	end := h%12 + int(q.n)
	start := int(e.hour)%12 + int(q.n)
	if start > end {
		start -= 12
	}
	if start < 0 {
		return false
	}
	e.hour = int8(start)
	if p.dash(e.last) {
		p.cut(e, j)
		e.last = j + 2
		e.endHour, e.endMin = int8(end), int8(m)
		e.rule = "clock-range"
	}
	return true
}

// partOfDay reads "in the morning", "at night" after an hour and settles the
// half of the day.
func (p *scanner) partOfDay(e *expr) {
	j := e.last
	switch {
	case p.is(j, "in") && p.is(j+1, "the") && p.w(j+2).class == part:
		j += 2
	case p.is(j, "at") && p.is(j+1, "night"):
		j++
	default:
		return
	}
	q := when.Part(p.w(j).n)
	if e.hour < 12 && (q == when.Afternoon || q == when.Evening || q == when.Night && e.hour >= 6) {
		e.hour += 12
	}
	if e.hour == 12 && (q == when.Morning || q == when.Night) {
		e.hour = 0
	}
	e.last = j + 1
}

// zoneAfter reads a zone: "GMT", "Eastern time", "local time", "(0700 GMT)"
// stays an expression of its own.
func (p *scanner) zoneAfter(e *expr) {
	j := e.last
	switch {
	case p.w(j).class == zone && (p.flag(j, token.AllCaps)):
		e.offset, e.last = p.w(j).n, j+1
	case p.is(j, "local") && p.is(j+1, "time"):
		e.last = j + 2
	case p.is(j+1, "time") && p.flag(j, token.Capital) && (!p.flag(j+1, token.Capital) && p.w(j).class == none || p.in(j, classZoneName)):
		e.last = j + 2
		if n, ok := wordTable.Int(p.low(j), classZoneCity); ok {
			e.offset = int16(n)
		}
	case p.in(j+1, classZoneKind) && p.is(j+2, "time") && p.flag(j, token.Capital):
		e.last = j + 3
	}
}

// attachDay reads the day after a time or part of the day: "9 p.m. Tuesday",
// "noon Thursday", "5 p.m. EST, Nov. 9", "midnight yesterday".
func (p *scanner) attachDay(e *expr) {
	j := e.last
	comma := p.is(j, ",")
	if comma {
		j++
	}
	switch w := p.w(j); {
	case w.class == month && p.flag(j+1, token.HasDigit):
	case w.class == weekday && !(comma && !p.flag(j+1, token.Punct)):
	case w.class == dayRel && !comma:
	case p.flag(j, token.HasDigit) && p.w(j+1).class == month && !comma:
	default:
		return
	}
	d, ok := p.core(j)
	if !ok || !d.isDay() {
		return
	}
	d.first, d.hour, d.min, d.sec, d.offset, d.part = e.first, e.hour, e.min, e.sec, e.offset, e.part
	d.endHour, d.endMin, d.split, d.rest = e.endHour, e.endMin, e.split, e.rest
	d.rule, d.score = e.rule+"-"+d.rule, min(d.score, e.score)
	d.mod = e.mod
	*e = d
}

// attachClock reads a time of day after a date: "Aug. 6 at 9 p.m." stays two
// expressions, "Aug. 6, 2025 9:30 GMT" and "2025-08-06 09:30" are one.
func (p *scanner) attachClock(e *expr) {
	if e.hour >= 0 || e.part != when.NoPart || e.endDay > 0 {
		return
	}
	j := e.last
	if q := p.w(j); q.class == part && e.kind != kShift && !p.in(j, classSun) && (e.kind != kDate || e.day > 0) {
		e.part, e.last = when.Part(q.n), j+1
		return
	}
	if e.kind == kShift {
		return
	}
	if p.is(j, ",") || p.is(j, "at") && e.kind != kWeekday {
		return
	}
	if c, ok := p.bareClock(j); ok && c.kind == kClock && e.kind == kDate && e.day > 0 {
		e.hour, e.min, e.sec, e.offset, e.last = c.hour, c.min, c.sec, c.offset, c.last
	}
}
