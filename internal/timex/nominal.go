package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// determined reads phrases of determiner, direction and unit: "last week",
// "the next morning", "this year", "the past three months", "that quarter",
// "the third quarter", "the summer of 1994".
func (p *scanner) determined(i int32) (expr, bool) {
	j := i
	det := p.w(j).class
	switch det {
	case the, this, that, an:
		j++
		if det == the && p.w(j).class == that { // "the same day"
			det = that
			j++
		}
		if det == this && p.is(i, "these") || det == that && p.is(i, "those") {
			// "these days" is now.
			if p.is(i, "these") && p.is(j, "days") {
				e := newExpr(kRef, i, j+1, "reference", 80)
				e.ref = when.Present
				return e, true
			}
		}
		if det == that && p.is(i, "that") && p.w(j).class == that {
			j++
		}
	default:
		det = none
	}
	if p.is(j, "last") && j == i && (p.pos(j, token.VERB) || p.any(j-1, "may", "will", "to", "could", "would", "can", "should", "might", "must", "not", "'ll", "n't", "did", "does", "do")) {
		return expr{}, false // the verb
	}
	dirWord := word{}
	if w := p.w(j); w.class == back || w.class == fore || w.class == adjRef {
		dirWord = w
		j++
	}
	if j == i && p.w(j).class != season && p.w(j).class != fiscal && p.w(j).class != part && p.w(j).class != ordinal && !p.any(j, "second", "final") && !p.flag(j, token.HasDigit) {
		if _, _, ok := p.ordinalAt(j); !ok {
			return expr{}, false
		}
	}
	if det == an && dirWord.class == none {
		return expr{}, false
	}
	if det == that && p.is(i, "that") && dirWord.class == back && dirWord.n != isSame {
		return expr{}, false // "said that last week"
	}
	if det == the && dirWord.class == none {
		if e, ok := p.decadeAt(i, j); ok {
			return e, true
		}
	}
	if dirWord.class == back && dirWord.n == isLast && p.is(j+1, "of") {
		if e, ok := p.ordinalPhrase(i, j-1); ok {
			return e, true
		}
	}
	if e, ok := p.headed(i, j, det, dirWord); ok {
		return e, true
	}
	if det == an {
		return expr{}, false
	}
	k := j
	if dirWord.class == back && dirWord.n == isLast {
		k = j - 1 // "the last half" counts as an ordinal
	}
	if e, ok := p.ordinalPhrase(i, k); ok {
		if dirWord.class != none && k == j {
			return expr{}, false
		}
		if det == this || det == that {
			e.dir = 0
		}
		return e, true
	}
	return expr{}, false
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
	n, mention, ok := direction(det, d)
	w := p.w(j)
	isFiscal := false
	if (w.class == fiscal || p.any(j, "financial", "tax")) && p.w(j+1).class != none && !p.flag(j+1, token.HasDigit) {
		isFiscal = true
		j++
		w = p.w(j)
	} else if p.any(j, "calendar", "school", "academic", "trading", "business", "election", "coming", "crop", "marketing", "first", "full", "entire", "whole", "very", "current") && p.w(j+1).class == unit && !p.is(j, "first") {
		j++
		w = p.w(j)
	} else if w.class == fiscal && p.flag(j+1, token.HasDigit) {
		y, isYear := year4(p.low(j + 1))
		e := newExpr(kDate, i, j+2, "fiscal-year", 90)
		e.year, e.fiscal = y, true
		return e, isYear
	}
	if d.class == back && d.n == isRecent || d.class == adjRef && d.n == int16(when.Future) || d.class == fore && d.n == isComing && p.w(j).class == units {
		// "recent months", "coming weeks".
		if w.class == units && when.Grain(w.n) >= when.Hour {
			e := newExpr(kLength, i, j+1, "recent", 80)
			e.value, e.vague, e.unit = when.NewVagueDuration(when.Grain(w.n)), true, when.Grain(w.n)
			if d.class != back {
				e = newExpr(kRef, i, j+1, "coming", 80)
				e.ref = when.Future
			}
			if p.is(j+1, "and") && p.w(j+2).class == units {
				e.last = j + 3
			}
			return e, true
		}
		if d.class != fore {
			return expr{}, false
		}
	}
	if !ok {
		return expr{}, false
	}
	switch w.class {
	case unit:
		g := when.Grain(w.n)
		if g < when.Minute || g == when.Minute {
			return expr{}, false
		}
		if p.is(j, "second") {
			return expr{}, false
		}
		return p.unitHead(i, j, det, d, n, mention, isFiscal)
	case units, number, vague, hundred, an, halfWord:
		return p.unitsHead(i, j, det, d, n)
	case month:
		if d.class == none && det != this && det != that {
			return expr{}, false
		}
		e, ok := p.monthFirst(j)
		if !ok && p.flag(j, token.Capital) {
			e, ok = newExpr(kDate, i, j+1, "month", 85), true
			e.month = int8(w.n)
		}
		if !ok || e.day > 0 && d.class == none || e.endDay > 0 {
			return expr{}, false
		}
		e.first = i
		if e.year == when.XXXX && e.day == 0 && e.dir == noDir {
			e.dir, e.rule = int8(n), "month-direction"
			e.toMention = mention
			e.score = 92
		}
		return e, true
	case weekday:
		e, ok := p.weekdayFirst(j)
		if !ok || e.kind == kSet {
			return expr{}, false
		}
		if d.class == none && det == the || det == an {
			return expr{}, false
		}
		e.first = i
		if e.kind == kWeekday && e.unit == when.NoGrain {
			e.dir, e.toMention, e.rule = int8(n), mention, "weekday-direction"
		}
		return e, true
	case season:
		return p.seasonHead(i, j, det, d, n, mention)
	case part, noon:
		return p.partHead(i, j, det, d, n, mention)
	}
	if d.class != none && p.flag(j, token.HasDigit) {
		if _, isOrd := ordinalDigits(p.low(j)); !isOrd {
			return p.unitsHead(i, j, det, d, n)
		}
	}
	if p.is(j, "year") || p.is(j, "comparable") {
		return expr{}, false
	}
	switch {
	case (det == this || det == that && !p.is(j-1, "same")) && p.any(j, "time", "moment") && p.any(i-1, "at", "by", "since", "until", "during", "from") && d.class == none:
		e := newExpr(kRef, i, j+1, "reference", 70)
		e.ref = when.Past
		if det == this {
			e.ref = when.Present
		}
		return e, true
	case det == the && d.class == none && p.any(j, "time") && p.is(i-1, "at") && !p.is(j+1, "of"):
		e := newExpr(kRef, i, j+1, "reference", 70)
		e.ref = when.Past
		return e, true
	case det == the && d.class == back && d.n == isLatest && p.is(j, "period"):
		e := newExpr(kSame, i, j+1, "latest-period", 60)
		e.unit = when.Quarter
		return e, true
	}
	return expr{}, false
}

// unitHead reads one calendar unit: "last week", "the day", "that year".
func (p *scanner) unitHead(i, j int32, det class, d word, n int, mention, isFiscal bool) (expr, bool) {
	g := when.Grain(p.w(j).n)
	e := newExpr(kRel, i, j+1, "unit", 92)
	if isFiscal && d.class == back && d.n == isLatest {
		n, mention = -1, false // the latest one is over
	}
	e.unit, e.n, e.fiscal = g, float64(n), isFiscal
	if det == none && d.class == none {
		y, ok := year4(p.low(j + 1))
		e.kind, e.year, e.last, e.rule = kDate, y, j+2, "fiscal-year"
		return e, ok && isFiscal && g == when.Year
	}
	if g == when.Hour || g == when.Millennium {
		return e, false
	}
	if g == when.Day && d.class == back && d.n == isLast {
		return e, false // "the last day" of something, never yesterday
	}
	// A compound goes on: "last-minute", "the year-ago quarter", "a week-long".
	if p.hyphen(j + 1) {
		if p.is(j, "year") && p.any(j+2, "ago", "earlier") && det == the {
			return p.yearAgo(i, j)
		}
		if p.is(j, "year") && p.is(j+2, "end") {
			return p.yearEnd(i, j+3)
		}
		return e, false
	}
	if d.class == back && d.n == isPast && (g >= when.Decade || det == the) && g != when.Weekend {
		// "the past year" is a length, "this past week" a week.
		e = newExpr(kLength, i, j+1, "past-length", 90)
		e.value, e.unit, e.n = when.NewDuration(1, g), g, -1
		e.dir = -1
		return e, true
	}
	if (det == the || g == when.Day) && d.class == fore && d.n == isNext && g >= when.Day && g != when.Quarter {
		// "the next day" follows a day of the text; "over the next year" is a
		// length.
		if p.any(i-1, "in", "over", "within", "for", "during") {
			e = newExpr(kLength, i, j+1, "next-length", 85)
			e.value, e.unit, e.n, e.dir = when.NewDuration(1, g), g, 1, 1
			return e, true
		}
		mention = true
	}
	if mention {
		e.kind, e.rule = kSame, "same-unit"
	}
	switch {
	case d.class == none && det == the:
		// "the week", "the quarter": the one talked of.
		e.kind, e.rule, e.score, e.toMention = kSame, "the-unit", 60, true
		if p.any(j+1, "before", "after") && p.any(j+2, "last", "next") && p.w(j+3).class != unit && g != when.Day {
			e.kind, e.rule, e.last, e.score = kRel, "before-last", j+3, 90
			e.n = -2
			if p.is(j+2, "next") {
				e.n = 2
			}
			return e, true
		}
		switch g {
		case when.Weekend:
			e.kind, e.rule, e.score = kRel, "weekend", 85
			if p.is(i-1, "of") && p.is(i-2, "ahead") || p.is(i-1, "before") {
				e.rule = "unit"
			}
			e.dir = 0
		case when.Day:
			// "the day" is mostly no date.
			if p.any(j+1, "before", "after") {
				break
			}
			return e, p.any(i-1, "in") && (p.any(i-2, "later", "earlier", "early", "late") || p.w(i-1).class == early) || p.w(i-1).class == early
		case when.Century, when.Decade:
			e.kind, e.rule = kRel, "unit"
			if p.is(i-2, "turn") {
				return e, false
			}
		case when.Month:
			if p.any(j+1, "of") && p.w(j+2).class == month {
				m, ok := p.core(j + 2)
				m.first = i
				return m, ok
			}
			if !p.any(i-1, "in", "of", "for", "during", "by", "this", "earlier", "later", "throughout") {
				return e, false
			}
		case when.Week:
			if p.is(j+1, "of") {
				if m, ok := p.core(j + 2); ok && m.kind == kDate && m.day > 0 {
					m.first, m.unit, m.rule = i, when.Week, "week-of"
					return m, true
				}
			}
			if !p.any(i-1, "in", "of", "for", "during", "by", "throughout", "over") && !p.is(j+1, "'s") {
				return e, false
			}
		case when.Year:
			if p.flag(j+1, token.HasDigit) {
				if y, ok := year4(p.low(j + 1)); ok {
					e = newExpr(kDate, i, j+2, "the-year", 92)
					e.year = y
					return e, true
				}
			}
			if y, next, ok := p.wordYear(j + 1); ok {
				e = newExpr(kDate, i, next, "the-year", 92)
				e.year = y
				return e, true
			}
			if p.is(j+1, "ended") {
				e = newExpr(kLength, i, j+1, "year-ended", 75)
				e.value, e.unit = when.NewDuration(1, g), g
				return e, true
			}
			if p.is(j+1, "of") {
				return e, false
			}
			if !p.any(i-1, "in", "of", "for", "during", "by", "throughout", "earlier", "later", "this", "over", "until") && !p.is(j+1, "'s") && !isFiscal {
				return e, false
			}
		case when.Quarter:
			if p.is(j+1, "of") {
				return e, false
			}
		}
		if p.any(j+1, "before", "after") && (g == when.Day || g == when.Week || g == when.Month || g == when.Year) {
			// "the day before": one unit from the last mention, unless a noun
			// follows: "the day before the vote".
			if p.any(j+2, ",", ".", "", ";", ")", ":") {
				e.n, e.last, e.rule, e.score = -1, j+2, "day-before", 85
				e.kind = kSame
				if p.is(j+1, "after") {
					e.n = 1
				}
				return e, true
			}
			if p.any(j+2, "yesterday", "tomorrow", "last", "next") {
				e.n = -1
				if p.is(j+1, "after") {
					e.n = 1
				}
				e.kind, e.rule, e.last, e.score = kShift, "day-before-yesterday", j+3, 90
				e.unit, e.toMention = g, false
				switch p.low(j + 2) {
				case "yesterday":
					e.n--
				case "tomorrow":
					e.n++
				case "last":
					if p.w(j+3).class != unit {
						return e, false
					}
					e.n--
					e.last++
				default:
					if p.w(j+3).class != unit {
						return e, false
					}
					e.n++
					e.last++
				}
				return e, true
			}
			return e, false
		}
	case det == an:
		return e, false
	case d.class == none && det == that && g == when.Day && p.is(i, "that") && p.any(i-1, ","):
		e.score = 80
	case d.class == none && det == that:
		e.score = 85
	}
	// "this year's third quarter", "last week's".
	if p.is(j+1, "'s") && g == when.Year {
		k := j + 2
		if q, ok := p.ordinalPhrase(k, k); ok && q.kind == kPartOf {
			q.first, q.dir, q.n, q.toMention = i, dirYear, float64(n), e.kind == kSame
			return q, true
		}
		if q := p.w(k); q.class == month && p.flag(k, token.Capital) || q.class == season {
			m := newExpr(kDate, i, k+1, "month-of-year", 85)
			m.month, m.dir, m.n = int8(q.n), dirYear, float64(n)
			if q.class == season {
				m.kind, m.unit, m.num, m.month = kPartOf, when.Season, int8(q.n), 0
			}
			return m, true
		}
	}
	// "next week Tuesday" is rare; "last week on Tuesday" stays two.
	return e, true
}
