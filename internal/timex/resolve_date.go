package timex

import (
	"github.com/dateline-go/dateline/internal/number"
	"github.com/dateline-go/dateline/internal/syntax"
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
	if y == when.XXXX && e.month > 0 && r.recurs(i, e) {
		return e.onDay(when.NewDate(when.XXXX, int(e.month), int(e.day))), anchor{ref: token.None}
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
	case e.sense == nthWeekday && y != when.XXXX:
		if p := weekdayOf(y, int(e.month), int(e.wday), int(e.num)); !p.IsZero() {
			return when.FromPoint(p), a
		}
	case e.sense == weekOf:
		if p := v.Point(); !p.IsZero() {
			return when.NewWeek(when.ISOWeek(p.DayNumber())), a
		}
	case e.sense == nthOf && y != when.XXXX:
		if w := unitOf(v, e); !w.IsZero() {
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
	if y, k := r.yearAfter(i, e); k != token.None {
		return y, anchor{how: when.Mention, ref: k}
	}
	if k := r.yearOver(i, e); k != token.None {
		return r.es[k].year, anchor{how: when.Mention, ref: k}
	}
	if a.p.IsZero() {
		return r.yearFromText(i, e)
	}
	y, m, d := a.p.Date()
	if m == 0 {
		return y, a
	}
	if e.wday > 0 && e.day > 0 {
		// The day of the week settles it, but a slip of the writer's is likelier
		// than news of years away without their number.
		for _, k := range [...]int{0, -1, 1} {
			if when.DaysIn(y+k, int(e.month)) >= int(e.day) && when.ISOWeekday(when.DayNumber(y+k, int(e.month), int(e.day))) == int(e.wday) {
				return y + k, a
			}
		}
	}
	mon := int(e.month)
	switch {
	case e.dir == -1 && mon >= m:
		return y - 1, a
	case e.dir == 1 && mon <= m:
		return y + 1, a
	case e.dir >= -1 && e.dir <= 1:
		return y, a
	case a.how == when.Mention && a.ref != token.None && int(a.ref) < len(r.out): // not a time further on
		return y + yearOn(mon-m, e.day > 0, r.out[a.ref].Value.Grain()), a
	}
	if z, ok := r.listYear(i, e); ok {
		return z, a
	}
	return y + r.yearNear(e, mon-m, d), a
}

// listYear is the year of a month in a list of months ahead that goes on past
// December: "in Rome in November, in Oslo in January".
func (r *resolver) listYear(i int32, e *expr) (int, bool) {
	const (
		near = 12 // tokens between two of the list
		wrap = 3  // months that it must fall back to go on in the next year
	)
	if i == 0 || e.day > 0 || r.now.IsZero() {
		return 0, false
	}
	b := &r.es[i-1]
	v := r.out[i-1].Value
	if b.kind != kDate || b.month <= 0 || b.day > 0 || b.year != when.XXXX || b.sent != e.sent || e.first-b.last > near {
		return 0, false
	}
	y, _, _ := v.Date()
	lo := v.Earliest()
	if lo.IsZero() || lo.DayNumber() <= r.now.DayNumber() {
		return 0, false
	}
	for k := b.last; k < e.first; k++ {
		if t := &r.d.Tokens[k]; t.Is(token.Punct) && t.Lower != "," && t.Lower != "-" {
			return 0, false
		}
	}
	switch {
	case b.month-e.month >= wrap:
		return y + 1, true
	case e.month < b.month:
		return 0, false
	}
	return y, true
}

// yearOver is the year that opens the sentence of e, if that is told in the past:
// "In 2008, the party lost its majority in May"; or None.
func (r *resolver) yearOver(i int32, e *expr) int32 {
	if e.dir != noDir || !notAhead(tenseAt(r.d, e)) {
		return token.None
	}
	for k := i - 1; k >= 0 && r.es[k].sent == e.sent; k-- {
		if x := &r.es[k]; x.kind == kDate && x.year != when.XXXX && x.endYear == when.XXXX && x.month == 0 && !x.fiscal && r.opens(x) && !r.since(x) {
			return k
		}
	}
	return token.None
}

// yearAfter is the year that the next date of the sentence gives e, "May and
// July 2024", "from June 6 to June 9, 2024", and that date.
func (r *resolver) yearAfter(i int32, e *expr) (int, int32) {
	k := i + 1
	if int(k) >= len(r.es) || e.dir != noDir {
		return 0, token.None
	}
	n := &r.es[k]
	if n.kind != kDate || n.sent != e.sent || n.first-e.last > 2 {
		return 0, token.None
	}
	if n.month == 0 && n.year != when.XXXX && n.first-e.last == 1 && wordTable.Has(r.d.Tokens[e.last].Lower, classOfYear) {
		return n.year, k // "June in 1981"
	}
	if n.month <= 0 || (e.day > 0) != (n.day > 0) || !r.joins(e.last, n.first) {
		return 0, token.None
	}
	y := n.year
	if y == when.XXXX && n.dir == noDir && n.month > e.month {
		y, k = r.yearAfter(k, n) // "between May and June in 1981"
	}
	switch {
	case y == when.XXXX || k == token.None:
		return 0, token.None
	case n.month < e.month:
		return y - 1, k
	}
	return y, k
}

// Gaps in months between a date without a year and what it is reckoned from,
// chosen on the odd half of TBAQ and the train half of the histories in it.
const (
	storyGoesOn   = 4  // a story goes forward: a month so much before the last one is next year's
	plannedAhead  = 6  // "the Nov. 5 election" lies ahead, if by no more months
	storyGoesBack = 10 // a day so much after the last one is last year's
)

// yearOn is how many years after the mention it is reckoned from a date lies in a story.
func yearOn(gap int, day bool, g when.Grain) int {
	switch {
	case g > when.Season:
	case -gap >= storyGoesOn:
		return 1
	case gap >= storyGoesBack && day && g <= when.Day:
		return -1
	}
	return 0
}

// yearNear is how many years from the article's own a date lies that is gap
// months from the article's: the tense of the clause decides; where the date
// only belongs to a noun, the nearest does.
func (r *resolver) yearNear(e *expr, gap, today int) int {
	day := int(e.day)
	t := tenseAt(r.d, e)
	if r.planned(e) && (day > 0 && gap <= plannedAhead || day == 0 && r.toCome(e, t)) {
		t = ahead
	}
	if day == 0 && e.first > 0 && r.d.Tokens[e.first-1].Lower == "through" { // "has extended the loan through January"
		switch {
		case gap < 0 && gap+12 <= plannedAhead:
			return 1
		case gap > 0 && gap <= plannedAhead:
			return 0
		}
	}
	if gap < 0 || gap == 0 && (day == 0 || day <= today) { // over
		if t == future && gap <= -2 || t != past_ && day > 0 && gap < -9 {
			return 1
		}
		return 0
	}
	switch {
	case r.happened(e):
		return -1
	case t == future || t == ahead:
	case t == present && day == 0 && gap >= plannedAhead && r.direct(e): // "she needs their votes in November"
	case day == 0 && (gap >= 3 || t == past_ && gap > 0 || t == nounPast && gap > 1):
		return -1
	case day > 0 && (gap >= 6 || t == past_ && (gap > 0 || day-today > 14)):
		return -1
	}
	return 0
}

// direct reports whether a month hangs on a verb in the simple present itself.
func (r *resolver) direct(e *expr) bool {
	h := r.d.Tokens[outside(r.d, e)].Head
	if h == token.None || r.d.Tokens[h].UPOS != token.VERB && !hasCopula(r.d, h) {
		return false
	}
	g := syntax.Group(r.d, h)
	return g.Tense == syntax.Present && !g.Perfect && !g.Progressive
}

// planned reports a date before what is announced with its date: "the Nov. 5
// election", "the November presidential election".
func (r *resolver) planned(e *expr) bool {
	last := r.d.Sents[e.sent].Last
	k := e.last
	if k < last && r.d.Tokens[k].UPOS == token.ADJ {
		k++
	}
	return k < last && wordTable.Has(r.d.Tokens[k].Lower, classPlanned)
}

// toCome reports that what is planned for a month, in a clause of tense t, is
// still to come: "the November election is a test", "fell ill ahead of the
// November election", but not "lost the November election".
func (r *resolver) toCome(e *expr, t tense) bool {
	k, first := e.first-1, r.d.Sents[e.sent].First
	if k < first || r.d.Tokens[k].UPOS != token.DET {
		return false
	}
	return t != past_ && t != nounPast || r.awaited(e) || k > first && wordTable.Has(r.d.Tokens[k-1].Lower, classTowards)
}

// recurs reports a date of every year: "every year in June", "annually on May 9".
func (r *resolver) recurs(i int32, e *expr) bool {
	if i == 0 || r.es[i-1].kind != kSet || r.es[i-1].sent != e.sent || e.first-r.es[i-1].last != 1 {
		return false
	}
	_, g, _ := r.es[i-1].value.Amount()
	return g == when.Year
}

// happened reports a date before what nobody plans, or after "since": "the Oct. 7
// attack", "since Oct. 7".
func (r *resolver) happened(e *expr) bool {
	t := r.d.Tokens
	s := &r.d.Sents[e.sent]
	if e.last < s.Last && wordTable.Has(t[e.last].Lower, classUnplanned) {
		return true
	}
	k := e.first - 1
	if k > s.First && t[k].Lower == "the" {
		k--
	}
	return k >= s.First && t[k].Lower == "since"
}

// joins reports whether only "and", "to", "or", a dash or a comma stands
// between tokens a and b.
func (r *resolver) joins(a, b int32) bool {
	for k := a; k < b; k++ {
		if !wordTable.Has(r.d.Tokens[k].Lower, classJoins) {
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

// weekday settles a day of the week.
func (r *resolver) weekday(i int32, e *expr) (when.Value, anchor) {
	a := r.from(e)
	if b, ok := r.spoken(e); ok {
		a = b
	}
	told := r.told(e)
	if told {
		a = r.near(e)
	}
	if a.p.IsZero() && !told && e.day == 0 && r.ownDay.wday > 0 {
		if v, b := r.byOwnDay(r.weekdayFrom(i, e, r.ownPoint(), false)); !v.IsZero() {
			return v, b
		}
	}
	if a.p.IsZero() || a.p.Grain() > when.Day {
		return when.NewWeekday(when.XXXX, when.Anything, int(e.wday)), anchor{ref: token.None}
	}
	if e.day > 0 {
		return r.weekdayOfMonth(e, a)
	}
	return when.FromPoint(when.PointOfDay(r.weekdayFrom(i, e, a.p, a.how == when.Mention && told))), a
}

// weekdayFrom is the number of the day that a day of the week is, reckoned from
// p, which a story has come to if told.
func (r *resolver) weekdayFrom(i int32, e *expr, p when.Point, told bool) int {
	day := p.DayNumber()
	wd := int(e.wday)
	today := when.ISOWeekday(day)
	back := (today - wd + 7) % 7
	ahead := (wd - today + 7) % 7
	switch {
	case e.unit == when.Week:
		day += 7*int(e.dir) + wd - today
	case e.dir == dirOnOrBefore:
		day -= back
	case e.dir == dirOnOrAfter:
		day += ahead
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
	case told:
		day += ahead
	case r.joinsAhead(i, e):
		// "on Saturday and Sunday": both lie ahead.
		prev := r.out[i-1].Value.Earliest().DayNumber()
		day = prev + (wd-when.ISOWeekday(prev)+7)%7
	case r.awaited(e):
		if back < ahead {
			day -= back
		} else {
			day += ahead
		}
	case tenseAt(r.d, e) == future:
		day += ahead
	default:
		day -= back
	}
	return day
}

// awaited reports a day that what is told comes before, whatever its tense:
// "heading into Tuesday's primary", "ahead of Friday's vote".
func (r *resolver) awaited(e *expr) bool {
	k := e.first - 1
	if k > 0 && r.d.Tokens[k].Lower == "the" {
		k--
	}
	if k <= r.d.Sents[e.sent].First {
		return false
	}
	w := r.d.Tokens[k].Lower
	return (w == "into" || w == "of" || w == "to") && wordTable.Has(r.d.Tokens[k-1].Lower, classAwaits)
}

// weekdayOfMonth settles "Friday the 13th": the nearest that there was, or
// that there will be.
func (r *resolver) weekdayOfMonth(e *expr, a anchor) (when.Value, anchor) {
	const months = 14 // a day of the month falls on each weekday within so many
	y, m, _ := a.p.Date()
	step := -1
	if tenseAt(r.d, e) == future {
		step = 1
	}
	for k := range months {
		ky, km := addMonths(y, m, step*k)
		p := when.NewPoint(ky, km, int(e.day))
		if !p.IsZero() && when.ISOWeekday(p.DayNumber()) == int(e.wday) && (p.DayNumber()-a.p.DayNumber())*step >= 0 {
			return when.FromPoint(p), a
		}
	}
	return when.NewWeekday(when.XXXX, when.Anything, int(e.wday)), anchor{ref: token.None}
}

// joinsAhead reports whether a weekday follows the one before it: the end of a
// range, or one of two that lie ahead.
func (r *resolver) joinsAhead(i int32, e *expr) bool {
	if i == 0 || r.now.IsZero() {
		return false
	}
	b := &r.es[i-1]
	if b.kind != kWeekday || b.sent != e.sent || !r.joins(b.last, e.first) {
		return false
	}
	lo := r.out[i-1].Value.Earliest()
	return !lo.IsZero() && (lo.DayNumber() > r.now.DayNumber() || wordTable.Has(r.d.Tokens[b.last].Lower, classThrough))
}

// dayIn is the date of a named day in year y.
func (e *expr) dayIn(y int) when.Point {
	switch e.calendar {
	case nthDay:
		p := weekdayOf(y, int(e.month), int(e.wday), int(e.num))
		if e.n != 0 && !p.IsZero() {
			p = when.PointOfDay(p.DayNumber() + int(e.n))
		}
		return p
	case easterDay:
		return when.PointOfDay(easter(y) + int(e.n))
	case electionDay:
		return when.PointOfDay(weekdayOf(y, 11, 1, 1).DayNumber() + 1)
	case feastDay, feastMonth:
		k := 4 * (y - firstFeast)
		if k < 0 || k+4 > len(e.dates) {
			return when.Point{}
		}
		n, _ := number.Integer(e.dates[k : k+4])
		return when.NewPoint(y, n/100, n%100)
	}
	return when.NewPoint(y, int(e.month), int(e.day))
}

// holiday settles a named day.
func (r *resolver) holiday(e *expr) (when.Value, anchor) {
	a := anchor{how: when.Explicit, ref: token.None}
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
		p := e.dayIn(y)
		if p.IsZero() {
			return when.Value{}, anchor{ref: token.None}
		}
		y += r.holidayYear(e, p.DayNumber()-a.p.DayNumber())
	}
	p := e.dayIn(y)
	if p.IsZero() {
		return when.NewDate(y, 0, 0), a // a feast whose day that year is not known
	}
	if e.calendar == feastMonth && e.unit == when.NoGrain {
		const days = 30
		return when.NewSpan(when.FromPoint(p), when.FromPoint(when.PointOfDay(p.DayNumber()+days-1))), a
	}
	switch e.unit {
	case when.Week:
		return when.NewWeek(when.ISOWeek(p.DayNumber())), a
	case when.Weekend:
		return when.NewWeekend(when.ISOWeek(p.DayNumber())), a
	}
	return e.onDay(when.FromPoint(p)), a
}

// Gaps in days between a named day and the article's, chosen on the odd half of TBAQ.
const (
	holidayOver = 31  // a day that comes, if it lies so long back, is next year's
	holidayDue  = 10  // a day that was, if it lies so far ahead, is last year's
	holidayNext = 120 // without a tense, a day so far ahead is last year's
	holidayLast = 245 // without a tense, a day so long back is next year's
)

// holidayYear is how many years from the one of its anchor a named day lies
// that is gap days from it.
func (r *resolver) holidayYear(e *expr, gap int) int {
	switch {
	case e.dir == -1 && gap >= 0:
		return -1
	case e.dir == 1 && gap <= 0:
		return 1
	case e.dir >= -1 && e.dir <= 1, r.told(e):
		return 0
	}
	next, last := -holidayLast, holidayNext
	switch tenseAt(r.d, e) {
	case future:
		next, last = -holidayOver, 1000
	case past_:
		next, last = -1000, holidayDue
	}
	switch {
	case gap > last:
		return -1
	case gap < next:
		return 1
	}
	return 0
}
