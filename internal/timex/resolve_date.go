package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// candidates are the dates that e may be in the years that the text names, in
// order of their first mention, at most three.
func (r *resolver) candidates(e *expr) []when.Value {
	var vs []when.Value
	for k := 0; k < min(len(r.es), 200) && len(vs) < 3; k++ {
		if x := &r.es[k]; x.kind == kDate && x.year != when.XXXX {
			v := when.NewDate(x.year, int(e.month), int(e.day))
			dup := v.IsZero()
			for _, u := range vs {
				dup = dup || u == v
			}
			if !dup {
				vs = append(vs, v)
			}
		}
	}
	return vs
}

// date settles a date of which the text says some parts.
func (r *resolver) date(i int32, e *expr) (when.Value, anchor) {
	explicit := anchor{how: when.Explicit, ref: token.None}
	if e.fiscal && e.month == 0 {
		return when.NewDate(e.year, 0, 0), explicit
	}
	a := explicit
	y := e.year
	if e.day > 0 && e.month == 0 {
		// "on the 20th": of the month of the last day mentioned.
		a = r.near(e)
		if y, m, _ := a.p.Date(); m > 0 {
			if v := when.NewDate(y, m, int(e.day)); !v.IsZero() {
				return e.onDay(v), a
			}
		}
		return e.onDay(when.NewDate(when.XXXX, when.Anything, int(e.day))), anchor{ref: token.None}
	}
	if y == when.XXXX {
		y, a = r.yearOf(i, e)
	}
	v := when.NewDate(y, int(e.month), int(e.day))
	if e.month == 0 {
		v = when.NewDate(y, 0, 0)
	}
	if v.IsZero() {
		// 29 February of a year that has none.
		return when.NewDate(when.XXXX, int(e.month), int(e.day)), anchor{ref: token.None}
	}
	switch {
	case e.endDay > 0 && e.part == when.Night:
		// "the night of 5-6 June" is the night of the 5th.
		return e.onDay(v), a
	case e.endDay > 0:
		ey := y
		if e.endMonth < e.month && y != when.XXXX {
			ey++
		}
		if s := when.NewSpan(v, when.NewDate(ey, int(e.endMonth), int(e.endDay))); !s.IsZero() {
			return s, a
		}
	case e.endYear != when.XXXX:
		if s := when.NewSpan(v, when.NewDate(e.endYear, 0, 0)); !s.IsZero() {
			return s, a
		}
	case e.rule == "nth-weekday" && y != when.XXXX:
		if p := nthWeekday(y, int(e.month), int(e.wday), int(e.num)); !p.IsZero() {
			return when.FromPoint(p), a
		}
	case e.rule == "week-of":
		if p := v.Point(); !p.IsZero() {
			return when.NewWeek(when.ISOWeek(p.DayNumber())), a
		}
	case e.rule == "nth-of" && y != when.XXXX:
		if w := nthOf(v, e); !w.IsZero() {
			return w, a
		}
	}
	return e.onDay(v), a
}

// yearOf is the year of a date that does not say its own.
func (r *resolver) yearOf(i int32, e *expr) (int, anchor) {
	a := r.from(e)
	if e.dir == dirYear {
		if a.p.IsZero() {
			return when.XXXX, anchor{ref: token.None}
		}
		y, _, _ := a.p.Date()
		return y + int(e.n), a
	}
	// "May and July 2024", "from June 6 to June 9, 2024": the next one tells.
	if k := i + 1; int(k) < len(r.es) && e.dir == noDir {
		n := &r.es[k]
		if n.kind == kDate && n.month > 0 && n.year != when.XXXX && n.sent == e.sent && n.first-e.last <= 2 && (e.day > 0) == (n.day > 0) && r.joins(e.last, n.first) {
			y := n.year
			if n.month < e.month {
				y--
			}
			return y, anchor{how: when.Mention, ref: k}
		}
	}
	if a.p.IsZero() {
		return r.yearFromText(i, e)
	}
	y, m, d := a.p.Date()
	if m == 0 {
		return y, a
	}
	if e.wday > 0 && e.day > 0 {
		// The day of the week settles it.
		for _, k := range [...]int{0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5} {
			if when.DaysIn(y+k, int(e.month)) >= int(e.day) && when.ISOWeekday(when.DayNumber(y+k, int(e.month), int(e.day))) == int(e.wday) {
				return y + k, a
			}
		}
	}
	mon, day := int(e.month), int(e.day)
	switch e.dir {
	case -1:
		if mon >= m {
			y--
		}
		return y, a
	case 1:
		if mon <= m {
			y++
		}
		return y, a
	case 0:
		return y, a
	}
	if a.how == when.Mention && a.ref != token.None && (r.narrative || e.toMention) {
		g := r.out[a.ref].Value.Grain()
		switch {
		case g > when.Season:
		case m-mon >= 4:
			y++ // a story goes forward
		case mon-m >= 10 && day > 0 && g <= when.Day:
			y--
		}
		return y, a
	}
	// Around the article's date, the tense of the clause decides; where the
	// date only belongs to a noun, the nearest does.
	t := tenseAt(r.d, e)
	gap := mon - m
	over := gap < 0 || gap == 0 && (day == 0 || day <= d)
	switch {
	case over && t == future && gap <= -2:
		y++
	case over && t != past_ && day > 0 && gap < -9:
		y++
	case over || t == future || t == ahead:
	case day == 0 && (gap >= 3 || t == past_ && gap > 0 || t == nounPast && gap > 1):
		y--
	case day > 0 && (gap >= 6 || t == past_ && (gap > 0 || day-d > 14)):
		y--
	}
	return y, a
}

// joins reports whether only "and", "to", "or", a dash or a comma stands
// between tokens a and b.
func (r *resolver) joins(a, b int32) bool {
	for k := a; k < b; k++ {
		switch r.d.Tokens[k].Lower {
		case "and", "or", "to", "-", "–", "—", ",", "through", "until", "&":
		default:
			return false
		}
	}
	return b > a
}

// fullDate reports whether e says its year and more than that.
func (e *expr) fullDate() bool {
	return e.year != when.XXXX && (e.kind == kDate && e.month > 0 || e.kind == kPartOf)
}

// startMonth is the first month of a full date.
func (e *expr) startMonth() int {
	if e.kind == kDate {
		return int(e.month)
	}
	switch e.unit {
	case when.Season:
		return 3 * int(e.num)
	case when.Half:
		return 6*int(e.num) - 5
	}
	return 3*int(e.num) - 2
}

// firstFull is the first full date of the text, or None.
func (r *resolver) firstFull() int32 {
	if !r.looked {
		r.looked, r.full = true, token.None
		for i := range r.es {
			if r.es[i].fullDate() {
				r.full = int32(i)
				break
			}
		}
	}
	return r.full
}

// yearFromText settles the year of a date by the nearest full date of the
// text when the article's own is not known: the year that brings the two
// closest.
func (r *resolver) yearFromText(i int32, e *expr) (int, anchor) {
	best := token.None
	for k := i - 1; k >= max(0, i-50) && best == token.None; k-- {
		if r.es[k].fullDate() {
			best = k
		}
	}
	if best == token.None {
		best = r.firstFull()
	}
	if best == token.None {
		return when.XXXX, anchor{ref: token.None}
	}
	x := &r.es[best]
	y := x.year
	at := when.DayNumber(y, x.startMonth(), max(int(x.day), 1))
	dist := func(y int) int {
		n := when.DayNumber(y, int(e.month), max(int(e.day), 1)) - at
		return max(n, -n)
	}
	for _, k := range [...]int{y - 1, y + 1} {
		if dist(k) < dist(y) {
			y = k
		}
	}
	return y, anchor{how: when.Mention, ref: best}
}

// weekday settles a day of the week.
func (r *resolver) weekday(i int32, e *expr) (when.Value, anchor) {
	a := r.from(e)
	if r.narrative {
		a = r.near(e)
	}
	if a.p.IsZero() || a.p.Grain() > when.Day {
		return when.NewWeekday(when.XXXX, when.Anything, int(e.wday)), anchor{ref: token.None}
	}
	day := a.p.DayNumber()
	wd := int(e.wday)
	today := when.ISOWeekday(day)
	back := (today - wd + 7) % 7
	ahead := (wd - today + 7) % 7
	switch {
	case e.unit == when.Week:
		day += 7*int(e.dir) + wd - today
	case e.dir == -1:
		if back == 0 {
			back = 7
		}
		day -= back
	case e.dir == 1:
		if ahead == 0 {
			ahead = 7
		}
		day += ahead
	case e.dir == 0 && !e.toMention:
		if tenseAt(r.d, e) == past_ {
			day -= back
		} else {
			day += ahead
		}
	case a.how == when.Mention && r.narrative:
		day += ahead
	case i > 0 && r.es[i-1].kind == kWeekday && r.es[i-1].sent == e.sent && r.joins(r.es[i-1].last, e.first) && !r.now.IsZero() && r.out[i-1].Value.Earliest().DayNumber() > r.now.DayNumber():
		// "on Saturday and Sunday": both lie ahead.
		prev := r.out[i-1].Value.Earliest().DayNumber()
		day = prev + (wd-when.ISOWeekday(prev)+7)%7
	default:
		if tenseAt(r.d, e) == future {
			day += ahead
		} else {
			day -= back
		}
	}
	return when.FromPoint(when.PointOfDay(day)), a
}

// holiday settles a named day.
func (r *resolver) holiday(e *expr) (when.Value, anchor) {
	a := anchor{how: when.Explicit, ref: token.None}
	in := func(y int) when.Point {
		switch e.calendar {
		case nthDay:
			p := nthWeekday(y, int(e.month), int(e.wday), int(e.num))
			if e.n != 0 && !p.IsZero() {
				p = when.PointOfDay(p.DayNumber() + int(e.n))
			}
			return p
		case easterDay:
			return when.PointOfDay(easter(y) + int(e.n))
		case electionDay:
			return when.PointOfDay(nthWeekday(y, 11, 1, 1).DayNumber() + 1)
		}
		return when.NewPoint(y, int(e.month), int(e.day))
	}
	y := e.year
	if y == when.XXXX {
		a = r.from(e)
		if a.p.IsZero() {
			if e.calendar == fixedDay {
				return e.onDay(when.NewDate(when.XXXX, int(e.month), int(e.day))), anchor{ref: token.None}
			}
			return when.Value{}, anchor{ref: token.None}
		}
		y, _, _ = a.p.Date()
		day, at := in(y).DayNumber(), a.p.DayNumber()
		switch {
		case e.dir == -1:
			if day >= at {
				y--
			}
		case e.dir == 1:
			if day <= at {
				y++
			}
		case e.dir == 0, r.narrative:
		default:
			switch tenseAt(r.d, e) {
			case future:
				if day < at-31 {
					y++
				}
			case past_:
				if day > at+10 {
					y--
				}
			default:
				if day > at+120 {
					y--
				} else if day < at-245 {
					y++
				}
			}
		}
	}
	p := in(y)
	if p.IsZero() {
		return when.Value{}, a
	}
	switch e.unit {
	case when.Week:
		return when.NewWeek(when.ISOWeek(p.DayNumber())), a
	case when.Weekend:
		return when.NewWeekend(when.ISOWeek(p.DayNumber())), a
	}
	return e.onDay(when.FromPoint(p)), a
}
