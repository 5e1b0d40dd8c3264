package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// head is what stands before the noun of a phrase of determiner, direction
// and unit, as read.
type head struct {
	i, j    int32 // the tokens of the first word and of the noun
	det     class // the, this, that, an, or none
	d       word  // of class back, fore or adjRef, or none
	n       int   // how many units it points on
	mention bool  // from a mention, not from now
	fiscal  bool
}

// bare reports whether no direction stands before the noun.
func (h *head) bare() bool { return h.d.class == none }

// determined reads phrases of determiner, direction and unit: "last week",
// "the next morning", "this year", "the past three months", "that quarter",
// "the third quarter", "the summer of 1994".
func (p *scanner) determined(i int32) (expr, bool) {
	det, j := p.determiner(i)
	if p.is(i, "these") && p.is(j, "days") {
		e := newExpr(kRef, i, j+1, "reference", 80)
		e.ref = when.Present
		return e, true
	}
	if j == i && p.is(j, "last") && (p.pos(j, token.VERB) || p.in(j-1, classBeforeVerb)) {
		return expr{}, false // the verb
	}
	d := p.w(j)
	if d.points() {
		j++
	} else {
		d = word{}
	}
	switch {
	case j == i && !p.alone(j), det == an && d.class == none:
		return expr{}, false
	case det == that && p.is(i, "that") && d.class == back && d.n != isSame:
		return expr{}, false // "said that last week"
	case det == the && d.class == none:
		if e, ok := p.decadeAt(i, j); ok {
			return e, true
		}
	}
	last := d.class == back && d.n == isLast
	if last && p.is(j+1, "of") {
		if e, ok := p.ordinalPhrase(i, j-1); ok {
			return e, true
		}
	}
	if e, ok := p.headed(i, j, det, d); ok {
		return e, true
	}
	if det == an || d.class != none && !last {
		return expr{}, false
	}
	if last {
		j-- // "the last half" counts as an ordinal
	}
	e, ok := p.ordinalPhrase(i, j)
	if det == this || det == that {
		e.dir = 0
	}
	return e, ok
}

// points reports words that point back, ahead or to the present.
func (w word) points() bool { return w.class == back || w.class == fore || w.class == adjRef }

// determiner reads "the", "this", "that same", and the token after it.
func (p *scanner) determiner(i int32) (class, int32) {
	det, j := p.w(i).class, i+1
	switch det {
	case the:
		if p.w(j).class == that { // "the same day"
			return that, j + 1
		}
	case that:
		if p.is(i, "that") && p.w(j).class == that {
			j++
		}
	case this, an:
	default:
		return none, i
	}
	return det, j
}

// alone reports whether token j can be the noun of a time without determiner
// and direction: "summer", "third quarter".
func (p *scanner) alone(j int32) bool {
	switch p.w(j).class {
	case season, fiscal, part, ordinal:
		return true
	}
	if p.any(j, "second", "final") || p.flag(j, token.HasDigit) {
		return true
	}
	_, _, ok := p.ordinalAt(j)
	return ok
}

// direction is how many units from now dirWord and det point, and whether
// from now or from a mention.
func direction(det class, d word) (n int, mention, ok bool) {
	switch d.class {
	case back:
		switch d.n {
		case isLast, isPast:
			return -1, false, true
		case isPrevious:
			return -1, true, true
		case isLatest:
			return 0, true, true
		}
		return 0, false, false
	case fore:
		switch d.n {
		case isNext:
			return 1, false, true
		case isComing:
			return 1, false, true
		}
		return 1, true, true
	case adjRef:
		return 0, false, d.n == int16(when.Present)
	}
	switch det {
	case this:
		return 0, false, true
	case that:
		return 0, true, true
	}
	return 0, false, true
}

// headed reads what a determiner and a direction stand before: a unit, month,
// weekday, season, part of the day, or a number of units.
func (p *scanner) headed(i, j int32, det class, d word) (expr, bool) {
	h := head{i: i, j: j, det: det, d: d}
	var ok bool
	h.n, h.mention, ok = direction(det, d)
	w := p.w(j)
	switch {
	case (w.class == fiscal || p.any(j, "financial", "tax")) && p.w(j+1).class != none && !p.flag(j+1, token.HasDigit):
		h.fiscal = true
		h.j++
	case p.in(j, classUnitAdjective) && p.w(j+1).class == unit:
		h.j++
	case w.class == fiscal && p.flag(j+1, token.HasDigit):
		y, isYear := year4(p.low(j + 1))
		e := newExpr(kDate, i, j+2, "fiscal-year", 90)
		e.year, e.fiscal = y, true
		return e, isYear
	}
	w = p.w(h.j)
	if f := d.open(); f || d.class == fore && d.n == isComing {
		if w.class == units && when.Grain(w.n) >= when.Hour {
			return p.recent(&h)
		}
		ok = ok && !f
	}
	if !ok {
		return expr{}, false
	}
	switch w.class {
	case unit:
		if when.Grain(w.n) <= when.Minute {
			return expr{}, false
		}
		return p.unitHead(&h)
	case units, numeral, vague, hundred, an, halfWord:
		return p.unitsHead(&h)
	case month:
		return p.monthHead(&h)
	case weekday:
		return p.weekdayHead(&h)
	case season:
		return p.seasonHead(&h)
	case part, noon:
		return p.partHead(&h)
	}
	if d.class != none && p.flag(h.j, token.HasDigit) {
		if _, isOrd := ordinalDigits(p.low(h.j)); !isOrd {
			return p.unitsHead(&h)
		}
	}
	return p.timeHead(&h)
}

// open reports "recent" and "future", which place nothing in the calendar.
func (w word) open() bool {
	return w.class == back && w.n == isRecent || w.class == adjRef && w.n == int16(when.Future)
}

// recent reads "recent months", "coming weeks".
func (p *scanner) recent(h *head) (expr, bool) {
	g := when.Grain(p.w(h.j).n)
	e := newExpr(kLength, h.i, h.j+1, "recent", 80)
	e.value, e.vague, e.unit = when.NewVagueDuration(g), true, g
	if h.d.class != back {
		e = newExpr(kRef, h.i, h.j+1, "coming", 80)
		e.ref = when.Future
	}
	if p.is(h.j+1, "and") && p.w(h.j+2).class == units {
		e.last = h.j + 3
	}
	return e, true
}

// monthHead reads "last March", "this April", "next May 2".
func (p *scanner) monthHead(h *head) (expr, bool) {
	if h.bare() && h.det != this && h.det != that {
		return expr{}, false
	}
	e, ok := p.monthFirst(h.j)
	if !ok && p.flag(h.j, token.Capital) {
		e, ok = newExpr(kDate, h.i, h.j+1, "month", 85), true
		e.month = int8(p.w(h.j).n)
	}
	if !ok || e.day > 0 && h.bare() || e.endDay > 0 {
		return expr{}, false
	}
	e.first = h.i
	if e.year == when.XXXX && e.day == 0 && e.dir == noDir {
		e.dir, e.rule = int8(h.n), "month-direction"
		e.toMention = h.mention
		e.score = 92
	}
	return e, true
}

// weekdayHead reads "last Friday", "that Monday".
func (p *scanner) weekdayHead(h *head) (expr, bool) {
	e, ok := p.weekdayFirst(h.j)
	if !ok || e.kind == kSet || h.det == an || h.bare() && h.det == the {
		return expr{}, false
	}
	e.first = h.i
	if e.kind == kWeekday && e.unit == when.NoGrain {
		e.dir, e.toMention, e.rule = int8(h.n), h.mention, "weekday-direction"
	}
	return e, true
}

// timeHead reads "at that time", "at this moment", "the latest period".
func (p *scanner) timeHead(h *head) (expr, bool) {
	e := newExpr(kRef, h.i, h.j+1, "reference", 70)
	e.ref = when.Past
	switch {
	case h.bare() && (h.det == this || h.det == that && !p.is(h.j-1, "same")) && p.any(h.j, "time", "moment"):
		if h.det == this {
			e.ref = when.Present
		}
		return e, p.in(h.i-1, classBeforeThatTime)
	case h.det == the && h.bare() && p.is(h.j, "time") && p.is(h.i-1, "at") && !p.is(h.j+1, "of"):
		return e, true
	case h.det == the && h.d.class == back && h.d.n == isLatest && p.is(h.j, "period"):
		e = newExpr(kSame, h.i, h.j+1, "latest-period", 60)
		e.unit, e.sense = when.Quarter, latestUnit
		return e, true
	}
	return expr{}, false
}

// unitHead reads one calendar unit: "last week", "the day", "that year".
func (p *scanner) unitHead(h *head) (expr, bool) {
	i, j, d := h.i, h.j, h.d
	g := when.Grain(p.w(j).n)
	if h.fiscal && d.class == back && d.n == isLatest {
		h.n, h.mention = -1, false // the latest one is over
	}
	if h.det == none && h.bare() {
		y, ok := year4(p.low(j + 1))
		e := newExpr(kDate, i, j+2, "fiscal-year", 92)
		e.year, e.fiscal = y, true
		return e, ok && h.fiscal && g == when.Year
	}
	switch {
	case g == when.Hour || g == when.Millennium:
		return expr{}, false
	case g == when.Day && h.bare() && h.det == this && p.is(i-1, "to"):
		return expr{}, false // "to this day"
	case g == when.Day && d.class == back && d.n == isLast:
		return expr{}, false // "the last day" of something, never yesterday
	case p.hyphen(j + 1):
		return p.unitCompound(h)
	case d.class == back && d.n == isPast && (g >= when.Decade || h.det == the) && g != when.Weekend:
		// "the past year" is a length, "this past week" a week.
		return directed(i, j+1, g, -1, "past-length", 90), true
	}
	if (h.det == the || g == when.Day) && d.class == fore && d.n == isNext && g >= when.Day && g != when.Quarter {
		// "the next day" follows a day of the text; "over the next year" is a
		// length.
		if p.in(i-1, classBeforeNextLength) {
			return directed(i, j+1, g, 1, "next-length", 85), true
		}
		h.mention = true
	}
	return p.unitItself(h, g)
}

// unitItself reads a calendar unit that is no length and no compound.
func (p *scanner) unitItself(h *head, g when.Grain) (expr, bool) {
	i, j := h.i, h.j
	e := newExpr(kRel, i, j+1, "unit", 92)
	e.unit, e.n, e.fiscal = g, float64(h.n), h.fiscal
	if h.mention {
		e.kind, e.rule, e.sense = kSame, "same-unit", sameUnit
	}
	switch {
	case h.bare() && h.det == the:
		if f, done, ok := p.theUnit(h, &e); done {
			return f, ok
		}
	case h.det == an:
		return e, false
	case h.bare() && h.det == that:
		e.score = 85
		if g == when.Day && p.is(i, "that") && p.is(i-1, ",") {
			e.score = 80
		}
	}
	if p.is(j+1, "'s") && g == when.Year {
		if f, ok := p.partOfYear(h, &e); ok {
			return f, true
		}
	}
	// "next week Tuesday" is rare; "last week on Tuesday" stays two.
	return e, true
}

// directed is a length of one unit, back or ahead from now.
func directed(first, last int32, g when.Grain, dir int8, rule string, score uint8) expr {
	e := newExpr(kLength, first, last, rule, score)
	e.value, e.unit, e.n, e.dir = when.NewDuration(1, g), g, float64(dir), dir
	return e
}

// unitCompound reads what goes on with a hyphen: "the year-ago quarter", and
// not "last-minute", "a week-long".
func (p *scanner) unitCompound(h *head) (expr, bool) {
	switch {
	case !p.is(h.j, "year"):
	case h.det == the && p.any(h.j+2, "ago", "earlier"):
		return p.yearAgo(h.i, h.j)
	case p.is(h.j+2, "end"):
		return p.yearEnd(h.i, h.j+3)
	}
	return expr{}, false
}

// partOfYear reads "this year's third quarter", "last year's May" from the
// year e.
func (p *scanner) partOfYear(h *head, e *expr) (expr, bool) {
	k := h.j + 2
	if q, ok := p.ordinalPhrase(k, k); ok && q.kind == kPartOf {
		q.first, q.dir, q.n, q.toMention = h.i, dirYear, float64(h.n), e.kind == kSame
		return q, true
	}
	q := p.w(k)
	if q.class == month && p.flag(k, token.Capital) || q.class == season {
		m := newExpr(kDate, h.i, k+1, "month-of-year", 85)
		m.month, m.dir, m.n = int8(q.n), dirYear, float64(h.n)
		if q.class == season {
			m.kind, m.unit, m.num, m.month = kPartOf, when.Season, int8(q.n), 0
		}
		return m, true
	}
	return expr{}, false
}

// theUnit judges "the week", "the quarter": the one talked of, e, or another
// expression. If done is false, e stands and more of it may follow.
func (p *scanner) theUnit(h *head, e *expr) (f expr, done, ok bool) {
	j, g := h.j, e.unit
	e.kind, e.rule, e.score, e.toMention, e.sense = kSame, "the-unit", 60, true, theUnit
	if p.any(j+1, "before", "after") {
		if f, done, ok := p.unitBefore(h, *e); done {
			return f, true, ok
		}
	}
	switch g {
	case when.Weekend:
		e.kind, e.rule, e.score, e.sense, e.dir = kRel, "weekend", 85, theWeekend, 0
		if p.is(h.i-1, "of") && p.is(h.i-2, "ahead") || p.is(h.i-1, "before") {
			e.rule, e.sense = "unit", plain
		}
	case when.Century, when.Decade:
		e.kind, e.rule, e.sense = kRel, "unit", plain
		if p.is(h.i-2, "turn") {
			return *e, true, false
		}
	case when.Day:
		// "the day" is mostly no date.
		return *e, true, p.is(h.i-1, "in") && p.in(h.i-2, classEarlyLate) || p.w(h.i-1).class == early
	case when.Month, when.Week:
		if f, done, ok := p.theMonth(h, *e); done {
			return f, true, ok
		}
	case when.Year:
		if f, done, ok := p.theYear(h); done {
			return f, true, ok
		}
	case when.Quarter:
		if p.is(j+1, "of") {
			return *e, true, false
		}
	}
	return *e, false, true
}

// unitBefore reads a unit with "before" or "after" after it: "the week before
// last", "the day before", "the day after the attack".
func (p *scanner) unitBefore(h *head, e expr) (f expr, done, ok bool) {
	j, g := h.j, e.unit
	if p.any(j+2, "last", "next") && p.w(j+3).class != unit && g != when.Day {
		e.kind, e.rule, e.last, e.score, e.sense, e.n = kRel, "before-last", j+3, 90, plain, -2
		if p.is(j+2, "next") {
			e.n = 2
		}
		return e, true, true
	}
	switch {
	case g < when.Day || g > when.Year || g == when.Weekend:
		return e, false, false
	case p.pause(j + 2), p.in(j+2, classAfterDayBefore):
		f, ok = p.dayBefore(h, e)
		return f, true, ok
	case g == when.Day && p.is(h.i-1, "in"):
		return e, false, false // "earlier in the day before the vote"
	}
	f, ok = p.eventUnit(h, e)
	return f, true, ok
}

// theMonth reads "the month of May", "the week of June 2"; done is false where
// "the month", "the week" is the one talked of.
func (p *scanner) theMonth(h *head, e expr) (f expr, done, ok bool) {
	j := h.j
	if e.unit == when.Month {
		if p.is(j+1, "of") && p.w(j+2).class == month {
			f, ok = p.core(j + 2)
			f.first = h.i
			return f, true, ok
		}
		return e, !p.in(h.i-1, classBeforeTheMonth), false
	}
	if p.is(j+1, "of") {
		if f, ok := p.core(j + 2); ok && f.kind == kDate && f.day > 0 {
			f.first, f.unit, f.rule, f.sense = h.i, when.Week, "week-of", weekOf
			return f, true, true
		}
	}
	return e, !p.in(h.i-1, classBeforeTheWeek) && !p.is(j+1, "'s"), false
}

// theYear reads "the year 2000", "the year ended"; done is false where "the
// year" is the one talked of.
func (p *scanner) theYear(h *head) (e expr, done, ok bool) {
	j := h.j
	y, next, found := 0, j+2, false
	if p.flag(j+1, token.HasDigit) {
		y, found = year4(p.low(j + 1))
	}
	if !found {
		y, next, found = p.wordYear(j + 1)
	}
	switch {
	case found:
		e = newExpr(kDate, h.i, next, "the-year", 92)
		e.year = y
		return e, true, true
	case p.is(j+1, "ended"):
		e = newExpr(kLength, h.i, j+1, "year-ended", 75)
		e.value, e.unit = when.NewDuration(1, when.Year), when.Year
		return e, true, true
	case p.is(j+1, "of"):
		return e, true, false
	}
	return e, !p.in(h.i-1, classBeforeTheYear) && !p.is(j+1, "'s") && !h.fiscal, false
}

// dayBefore reads "the day before", one unit from the last mention unless a
// noun follows, and "the day before yesterday", "the week after next week".
func (p *scanner) dayBefore(h *head, e expr) (expr, bool) {
	j := h.j
	e.n, e.sense = -1, plain
	if p.is(j+1, "after") {
		e.n = 1
	}
	if p.pause(j + 2) {
		e.last, e.rule, e.score, e.kind = j+2, "day-before", 85, kSame
		return e, true
	}
	if !p.in(j+2, classAfterDayBefore) {
		return e, false
	}
	e.kind, e.rule, e.last, e.score = kShift, "day-before-yesterday", j+3, 90
	e.toMention = false
	if p.any(j+2, "yesterday", "last") {
		e.n--
	} else {
		e.n++
	}
	if p.any(j+2, "last", "next") {
		e.last++
		return e, p.w(j+3).class == unit
	}
	return e, true
}
