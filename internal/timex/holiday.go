package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// holiday is a named day.
type holiday struct {
	calendar   uint8
	month, day int8 // of a fixed day
	wday, nth  int8 // of a movable day: nth weekday of the month, -1 the last
	after      int8 // how many days after Easter, or after the nth weekday
	dates      string
}

// How the date of a named day is found.
const (
	fixedDay uint8 = iota
	nthDay
	easterDay
	electionDay // the Tuesday after the first Monday of November
	feastDay    // a moving feast: by a table, from firstFeast
	feastMonth
)

// firstFeast is the first year of the tables of moving feasts.
const firstFeast = 1990

// maxHoliday is how many tokens the longest name of a day has: "Martin Luther King Jr. Day".
const maxHoliday = 5

// holidayAt is the named day that starts at token i, and its number of tokens.
func (p *scanner) holidayAt(i int32) (h holiday, n int32, ok bool) {
	var buf [48]byte
	key := buf[:0]
	for k := range int32(maxHoliday) {
		l := p.low(i + k)
		if l == "" || len(key)+1+len(l) > len(buf) {
			break
		}
		if k > 0 {
			key = append(key, ' ')
		}
		key = append(key, l...)
		if g, found := p.holidayNamed(string(key), i+k); found {
			h, n, ok = g, k+1, true
		}
	}
	if n == 1 && p.in(i+1, classNoHoliday) || p.in(i+n, classTreaty) {
		return holiday{}, 0, false // "Christmas trees"
	}
	return h, n, ok
}

// holidayNamed is the day with a name that ends at token last.
func (p *scanner) holidayNamed(name string, last int32) (holiday, bool) {
	e := wordTable.Find(name)
	if !e.Known() || e.Has(classHolidayInCapitals) && !p.flag(last, token.Capital) {
		return holiday{}, false
	}
	if n, ok := e.Int(classFixedDay); ok {
		return holiday{month: int8(n / 100), day: int8(n % 100)}, true
	}
	if n, ok := e.Int(classNthDay); ok {
		h := holiday{calendar: nthDay, month: int8(n / 1000), wday: int8(n / 100 % 10), nth: int8(n / 10 % 10), after: int8(n % 10)}
		if h.nth == 0 {
			h.nth = -1
		}
		return h, true
	}
	if n, ok := e.Int(classEasterDay); ok {
		return holiday{calendar: easterDay, after: int8(n)}, true
	}
	if s, ok := e.Text(classFeast); ok {
		h := holiday{calendar: feastDay, dates: s}
		if e.Has(classFeastMonth) {
			h.calendar = feastMonth
		}
		return h, true
	}
	return holiday{calendar: electionDay}, e.Has(classElectionDay)
}

// holiday reads a named day, with its year: "Christmas Eve", "last Easter",
// "Thanksgiving Day 1999".
func (p *scanner) holiday(i int32) (expr, bool) {
	j := i
	d := p.w(j)
	if d.class == back || d.class == fore || d.class == this {
		j++
	}
	if !p.flag(j, token.Capital) {
		return expr{}, false
	}
	h, n, ok := p.holidayAt(j)
	if !ok {
		return expr{}, false
	}
	e := newExpr(kHoliday, i, j+n, "holiday", 85)
	e.month, e.day, e.wday, e.num, e.calendar = h.month, h.day, h.wday, h.nth, h.calendar
	e.n, e.dates = float64(h.after), h.dates
	if j > i {
		m, mention, _ := direction(none, d)
		if d.class == this {
			m = 0
		}
		e.dir, e.toMention = int8(m), mention
	}
	if w := p.w(e.last); p.is(e.last, "week") || w.class == unit && p.is(e.last, "weekend") {
		e.unit = when.Grain(w.n)
		e.last++
	} else if w.class == part {
		e.part = when.Part(w.n)
		e.last++
	}
	if p.is(e.last, "in") { // "Eid al-Fitr in 2023"
		if y, ok := year4(p.low(e.last + 1)); ok && h.calendar >= feastDay {
			e.year, e.last = y, e.last+2
		}
	}
	if y, next, ok := p.yearAt(e.last, false); ok && (!p.is(e.last, ",") || h.calendar != easterDay) {
		e.year, e.last = y, next
	}
	return e, true
}
