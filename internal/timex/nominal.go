package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// counted reads a number with a unit: "three days", "five-year",
// "8-month-old", "an hour and a half", "half a century", "several weeks".
func (p *scanner) counted(i int32) (expr, bool) {
	n, j, vagueN, about, ok := p.cardinal(i)
	if !ok && p.w(i).class == an && (p.w(i+1).class == unit && !p.any(i+1, "second", "min.", "sec", "sec.") || p.is(i+1, "additional") && p.w(i+2).class == unit) {
		n, j, ok = 1, i+1, true
		if p.is(j, "additional") {
			j++
		}
	}
	if !ok {
		return expr{}, false
	}
	hyphened := false
	if p.dash(j) && p.glued(j) {
		hyphened = true
		j++
	}
	switch {
	case p.any(j, "more", "consecutive", "straight", "additional", "full", "long", "short", "extra", "further", "successive", "whole", "solid", "calendar", "business", "trading", "working", "or", "to") && !hyphened:
		switch p.low(j) {
		case "or", "to":
			// "two or three days", "five to ten years".
			m, k, _, _, ok := p.cardinal(j + 1)
			if !ok || p.w(k).class != units && p.w(k).class != unit && !p.dash(k) {
				return expr{}, false
			}
			if p.is(j, "to") {
				n = m
			}
			j, n, about = k, m, true
		default:
			j++
		}
	case hyphened && p.flag(j, token.HasDigit):
		// "3-5 days".
		if m, k, _, _, ok := p.cardinal(j); ok {
			n, j, about = m, k, true
			hyphened = false
			if p.dash(j) && p.glued(j) {
				hyphened = true
				j++
			}
		}
	}
	w := p.w(j)
	singular := w.class == unit
	if w.class != unit && w.class != units {
		if w.class == part && p.any(j, "nights", "mornings", "evenings", "night") && !vagueN && n >= 2 && !hyphened {
			e := newExpr(kLength, i, j+1, "nights", 80)
			e.value = when.NewDuration(n, when.Day)
			return e, true
		}
		if w.class == season && p.any(j, "summers", "winters", "springs") && !vagueN {
			e := newExpr(kLength, i, j+1, "seasons", 60)
			e.value = when.NewDuration(n, when.Year)
			return e, true
		}
		return expr{}, false
	}
	g := when.Grain(w.n)
	if g == when.Quarter && (n < 1 || p.is(j+1, "of") || hyphened || singular && !p.any(j+1, "ago", "earlier", "later", "before", "after")) {
		return expr{}, false // fractions
	}
	if p.any(j, "second", "seconds", "sec", "min.", "mins") && singular && !hyphened && !p.flag(i, token.HasDigit) && n != 1 {
		return expr{}, false
	}
	if singular && !hyphened && p.is(j, "second") && n == 1 {
		return expr{}, false // "one second-half goal", "one second chance"
	}
	// "2 quarter" and "5 century" are not lengths.
	if singular && !hyphened && n != 1 && n != 0.5 && (g == when.Quarter || g == when.Weekend || g == when.Century && n > 10) {
		return expr{}, false
	}
	if g == when.Quarter && singular && hyphened && n != 1 {
		return expr{}, false
	}
	if p.is(j, "fortnight") || p.is(j, "fortnights") {
		n *= 2
	}
	e := newExpr(kLength, i, j+1, "length", 95)
	if hyphened && p.w(i).class == an {
		e.first++ // the article is the noun's: "a several-year tenure"
	}
	if vagueN {
		e.value, e.vague = when.NewVagueDuration(g), true
		e.rule = "vague-length"
	} else {
		e.value = when.NewDuration(n, g)
	}
	if about {
		e.value, e.mod = e.value.WithMod(when.Approx), when.Approx
	}
	if e.value.IsZero() {
		return expr{}, false
	}
	// "a year and a half", "an hour and 20 minutes", "two hours, 15 minutes".
	k := e.last
	if p.is(k, "and") && p.w(k+1).class == an && p.is(k+2, "half") && !hyphened {
		e.value, e.last = when.NewDuration(n+0.5, g), k+3
	} else if (p.any(k, "and", ",") || p.flag(k, token.HasDigit)) && !vagueN && !hyphened {
		if !p.flag(k, token.HasDigit) {
			k++
		}
		if p.is(k, "and") {
			k++
		}
		if m, k2, v2, _, ok := p.cardinal(k); ok && !v2 {
			if u := p.w(k2); (u.class == unit || u.class == units) && when.Grain(u.n) < g && (g != when.Year || when.Grain(u.n) == when.Month) {
				if c := e.value.And(when.NewDuration(m, when.Grain(u.n))); c != e.value {
					e.value, e.last = c, k2+1
				}
			}
		}
	}
	e.unit = g
	j = e.last
	// "33-year-old", "four years old", "five-year-long", "three weeks' notice".
	switch {
	case p.dash(j) && p.any(j+1, "old", "long", "olds") && p.glued(j):
		e.last = j + 2
		if p.is(j+1, "olds") {
			e.last = j + 2
		}
		e.rule = "age"
		if p.is(j+1, "long") {
			e.rule = "length"
		}
	case p.is(j, "old") && (g == when.Year || g == when.Month || g == when.Week || g == when.Day):
		e.last, e.rule = j+1, "age"
	case p.dash(j) && p.glued(j) && p.glued(j+1) && p.w(j+1).class == ago:
		e.last = j + 2
	}
	if n == 1 && p.w(i).class == an {
		return p.aUnit(e, i, j-1)
	}
	return e, true
}

// aUnit judges "a year", "a week", "a day": a set after a quantity, else a
// length.
func (p *scanner) aUnit(e expr, i, head int32) (expr, bool) {
	// "twice a week", "$5 a share a year", "40 hours a week".
	prev := i - 1
	w := p.w(prev)
	if p.any(prev, "miles", "kilometers", "kilometres", "km", "mile", "knots") && e.unit == when.Hour || p.pos(head, token.ADJ) || e.unit == when.Minute && p.any(e.last, "amount", "amounts", "quantity", "trace", "fraction") {
		return e, false // a speed; "a minute amount"
	}
	if e.unit == when.Day && p.any(prev, "what", "such", "was", "is", "'s", "be", "quite") {
		return e, false
	}
	rate := w.class == times || p.any(prev, "times", "share", "barrel", "people", "dollars", "tons", "once", "interviews", "%") || p.any(prev, "percent", "hours", "days", "weeks", "months", "nights", "minutes") ||
		(w.class == hundred || p.flag(prev, token.HasDigit)) && (p.d.Tokens[prev].Flags&token.HasDigit != 0 || w.class == hundred) ||
		p.plural(prev) && !p.any(prev, "lasts", "takes", "spends", "years")
	if p.any(e.last, "ago", "earlier", "later", "before", "after", "from", "old", "and") {
		rate = false
	}
	if rate && e.unit >= when.Hour {
		e.kind, e.rule, e.score = kSet, "rate", 85
		e.first = i
		e.value = when.NewSet(e.value, 0)
		if w.class == times {
			e.first, e.value = prev, when.NewSet(e.value, int(w.n))
		}
		return e, true
	}
	e.score = 80
	return e, true
}

// bareUnit reads units with no determiner: "weeks", "for years", "year-end",
// "week" in hyphens.
func (p *scanner) bareUnit(i int32) (expr, bool) {
	w := p.w(i)
	g := when.Grain(w.n)
	if w.class == units {
		if g < when.Minute {
			return expr{}, false
		}
		if p.glued(i) && i > p.lo && p.dash(i-1) {
			return expr{}, false
		}
		e := newExpr(kLength, i, i+1, "vague-length", 70)
		e.value, e.vague, e.unit = when.NewVagueDuration(g), true, g
		if p.is(i+1, "and") && p.w(i+2).class == units && (p.is(i+3, "ago") || p.is(i-1, "for")) {
			e.last = i + 3
		}
		if p.hyphen(i+1) && p.any(i+2, "long", "old") {
			e.last = i + 3
			return e, true
		}
		if p.is(i+1, "of") || p.w(i-1).class == an {
			return e, p.any(i-1, "for", "after", "despite", "following") && !p.is(i, "seconds")
		}
		if p.any(i+1, "ago", "later", "earlier", "before", "after", "afterward", "afterwards", "from", "ahead") {
			return e, true
		}
		return e, p.any(i-1, "for", "in", "within", "over", "after", "of", "recent", "coming", "many", "take", "takes", "took", "last", "lasted", "spent", "spend", "the", "been", "took", "and", "through", "by") && g >= when.Hour && !p.any(i-1, "the")
	}
	switch {
	case p.is(i, "year") && p.hyphen(i+1) && p.any(i+2, "end", "ago", "earlier", "to", "over"):
		switch p.low(i + 2) {
		case "end":
			return p.yearEnd(i, i+3)
		case "ago", "earlier":
			return p.yearAgo(i, i)
		}
		return expr{}, false
	case p.is(i, "year") && p.is(i+1, "end") && p.any(i-1, "by", "at", "around", "before", "after", "until", "since", "from"):
		return p.yearEnd(i, i+2)
	case p.hyphen(i+1) && p.any(i+2, "long", "old") && g > when.Second:
		e := newExpr(kLength, i, i+3, "length", 85)
		e.value, e.unit = when.NewDuration(1, g), g
		return e, true
	case p.is(i, "weekdays"), p.is(i, "weekends"):
		return expr{}, false
	}
	return expr{}, false
}

// yearEnd is "year-end": the last day of the year.
func (p *scanner) yearEnd(i, last int32) (expr, bool) {
	e := newExpr(kRel, i, last, "year-end", 75)
	e.unit, e.sinceLast = when.Year, p.any(i-1, "since", "from")
	if y, ok := year4(p.low(last)); ok {
		e.kind, e.year, e.month, e.day, e.last = kDate, y, 12, 31, last+1
	}
	return e, true
}

// yearAgo reads "year-ago quarter", "year-earlier period", "the year-earlier
// third quarter" from the token of "year".
func (p *scanner) yearAgo(first, i int32) (expr, bool) {
	e := newExpr(kYearAgo, first, i+3, "year-ago", 85)
	e.n = -1
	j := i + 3
	if e2, ok := p.ordinalPhrase(j, j); ok && e2.kind == kPartOf {
		e.num, e.unit, e.last = e2.num, e2.unit, e2.last
		return e, true
	}
	if n, k, _, _, ok := p.cardinal(j); ok && p.w(k).class == units {
		l := newExpr(kLength, first, k+1, "year-ago-length", 70)
		l.value = when.NewDuration(n, when.Grain(p.w(k).n))
		return l, true
	}
	if p.is(j, "$") {
		return e, false
	}
	if p.any(j, "quarter", "period", "month", "half", "week", "day", "date") {
		e.last = j + 1
		if w := p.w(j); w.class == unit {
			e.unit = when.Grain(w.n)
		}
	}
	return e, true
}

// code reads "Q3", "3Q", "H1 2024", "FY2024".
func (p *scanner) code(i int32) (expr, bool) {
	s := p.low(i)
	e := newExpr(kPartOf, i, i+1, "quarter-code", 90)
	e.unit = when.Quarter
	if len(s) < 2 || !p.flag(i, token.Capital) && s[0] > '9' {
		return e, false
	}
	rest := ""
	switch {
	case (s[0] == 'q' || s[0] == 'h') && s[1] >= '1' && s[1] <= '4':
		e.num, rest = int8(s[1]-'0'), s[2:]
		if s[0] == 'h' {
			e.unit = when.Half
		}
	case s[0] >= '1' && s[0] <= '4' && (s[1] == 'q' || s[1] == 'h'):
		e.num, rest = int8(s[0]-'0'), s[2:]
		if s[1] == 'h' {
			e.unit = when.Half
		}
	case s[:2] == "fy" && len(s) >= 4:
		n, ok := integer(s[2:])
		e.kind, e.fiscal, e.rule = kDate, true, "fiscal-year"
		if len(s) == 4 {
			n = shortYear(n)
		}
		e.year = n
		return e, ok && n >= 1900 && n < 2200
	default:
		return e, false
	}
	if e.unit == when.Half && e.num > 2 {
		return e, false
	}
	switch len(rest) {
	case 0:
		p.yearAfter(&e)
		if e.unit == when.Half && e.year == when.XXXX {
			return e, false // the H1 visa
		}
		return e, true
	case 2:
		n, ok := integer(rest)
		e.year = shortYear(n)
		return e, ok
	}
	return e, false
}

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

// decadeAt reads "the 1990s", "the early 1980s", "the mid-'90s" from the token
// after the article.
func (p *scanner) decadeAt(i, j int32) (expr, bool) {
	mod := when.NoMod
	if w := p.w(j); w.class == early && !p.is(j, "middle") || p.is(j, "mid-") {
		mod = when.Mid
		if w.class == early {
			mod = when.Mod(w.n)
		}
		j++
		if p.hyphen(j) {
			j++
		}
	}
	if !p.flag(j, token.HasDigit) {
		return expr{}, false
	}
	e, ok := p.prefixed(j)
	if !ok {
		e, ok = p.yearFirst(j)
	}
	if !ok || e.kind != kDecade {
		return expr{}, false
	}
	e.first = i
	if mod != when.NoMod {
		e.mod = mod
	}
	return e, true
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
	case quarterCode:
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
	e.unit, e.n, e.fiscal = g, float64(n), isFiscal
	if det == none && d.class == none {
		y, ok := year4(p.low(j + 1))
		e.kind, e.year, e.last, e.rule = kDate, y, j+2, "fiscal-year"
		return e, ok && isFiscal && g == when.Year
	}
	if g == when.Hour || g == when.Millennium {
		return e, false
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
	if det == the && d.class == fore && d.n == isNext && g >= when.Day && g != when.Quarter {
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

// unitsHead reads a number of units with a direction: "the past three
// months", "the last few days", "the next two years", "the six months".
func (p *scanner) unitsHead(i, j int32, det class, d word, n int) (expr, bool) {
	start := j
	if p.w(j).class == units {
		if d.class == none {
			return expr{}, false
		}
		g := when.Grain(p.w(j).n)
		if d.class == fore && (d.n == isFollowing || d.n == isComing) || d.class == back && d.n == isPrevious {
			e := newExpr(kLength, i, j+1, "vague-length", 70)
			e.value, e.vague, e.unit = when.NewVagueDuration(g), true, g
			return e, g >= when.Day
		}
		return expr{}, false
	}
	l, ok := p.counted(start)
	if !ok || l.kind != kLength || l.rule == "age" {
		return expr{}, false
	}
	if p.dash(l.last-2) || p.dash(l.last) && p.glued(l.last) {
		return expr{}, false
	}
	if p.w(l.last-1).class == unit && p.hyphen(l.last-2) {
		return expr{}, false // "the three-day visit"
	}
	switch {
	case d.class == none && det == an:
		return expr{}, false
	case d.class == none:
		// "the six months", "those two weeks".
		if p.hyphenIn(start, l.last) {
			return expr{}, false
		}
	case d.class == adjRef:
		return expr{}, false
	}
	l.first, l.rule = i, "directed-length"
	l.dir = int8(n)
	if d.class == none || d.class == back && d.n == isPrevious || d.class == fore && d.n == isFollowing {
		l.dir = noDir
	} else {
		l.n = float64(n)
	}
	return l, true
}

// hyphenIn reports whether a hyphen stands between tokens a and b.
func (p *scanner) hyphenIn(a, b int32) bool {
	for k := a; k < b; k++ {
		if p.dash(k) && p.w(k+1).class == unit {
			return true
		}
	}
	return false
}

// seasonHead reads "this summer", "last fall", "the winter of 1994",
// "spring 2024", "summer".
func (p *scanner) seasonHead(i, j int32, det class, d word, n int, mention bool) (expr, bool) {
	w := p.w(j)
	e := newExpr(kPartOf, i, j+1, "season", 85)
	e.unit, e.num = when.Season, int8(w.n)
	p.yearAfter(&e)
	if e.year == when.XXXX && e.dir == noDir && p.is(j+1, "of") && p.flag(j+2, token.HasDigit) {
		if y, ok := year4(p.low(j + 2)); ok {
			e.year, e.last = y, j+3
		}
	}
	if p.is(j+1, "of") && e.year == when.XXXX {
		if y, next, ok := p.wordYear(j + 2); ok {
			e.year, e.last = y, next
		}
	}
	if k := e.last; e.year != when.XXXX && p.dash(k) && p.glued(k) && p.glued(k+1) {
		// "the winter of 1941-42".
		if n, ok := integer(p.low(k + 1)); ok && (len(p.low(k+1)) == 2 && n == (e.year+1)%100 || n == e.year+1) {
			e.last = k + 2
		}
	}
	if e.year != when.XXXX || e.dir == dirYear {
		e.score = 95
		return e, true
	}
	if d.class != none || det == this || det == that {
		e.dir, e.toMention, e.score = int8(n), mention, 92
		return e, true
	}
	s := p.low(j)
	if s[len(s)-1] == 's' {
		return e, false
	}
	// Bare: "in the summer", "during winter", "by spring".
	prev := p.low(i - 1)
	switch prev {
	case "in", "by", "during", "until", "since", "through", "early", "late", "each", "every", "throughout", "of", "for", "over":
		if p.flag(j, token.Capital) && p.flag(j+1, token.Capital) || p.pos(j, token.VERB) {
			return e, false
		}
		if w.n == 3 && s == "fall" {
			return e, det == the && (prev == "in" || prev == "by" || prev == "during" || prev == "until") && !p.is(j+1, "of") || p.w(i-1).class == early
		}
		if w.n == 1 && !(det == the || prev == "by" || prev == "in" || prev == "until" || prev == "early" || prev == "late" || prev == "of") {
			return e, false
		}
		if p.is(j+1, "of") {
			return e, false
		}
		e.score = 70
		return e, !p.plural(j + 1)
	}
	return e, false
}

// partHead reads "this morning", "last night", "the next morning", "that
// evening", "the night before", "in the morning".
func (p *scanner) partHead(i, j int32, det class, d word, n int, mention bool) (expr, bool) {
	w := p.w(j)
	e := newExpr(kPart, i, j+1, "part-of-day", 90)
	if w.class == noon {
		return e, false
	}
	e.part = when.Part(w.n)
	if p.hyphen(j+1) || p.flag(j, token.Capital) && p.flag(j+1, token.Capital) && p.w(j+1).class == none && j > p.lo {
		return e, false
	}
	s := p.low(j)
	if s[len(s)-1] == 's' {
		return e, false
	}
	switch {
	case d.class == back && d.n == isLast:
		e.kind, e.unit, e.n = kRel, when.Day, -1
	case d.class == none && det == this:
		e.kind, e.unit = kRel, when.Day
	case d.class != none:
		e.kind, e.unit, e.n, e.toMention = kSame, when.Day, float64(n), true
	case det == that:
		e.kind, e.unit, e.toMention = kSame, when.Day, true
	case det == the && p.any(j+1, "before", "after") && p.any(j+2, ",", ".", "", ";"):
		e.kind, e.unit, e.toMention, e.n, e.last = kSame, when.Day, true, -1, j+2
		if p.is(j+1, "after") {
			e.n = 1
		}
	case det == the && p.is(j+1, "of"):
		// "the morning of January 31".
		m, ok := p.core(j + 2)
		if !ok || m.hour >= 0 || m.part != when.NoPart || m.kind != kDate && m.kind != kWeekday || m.kind == kDate && m.day == 0 {
			return e, false
		}
		m.first, m.part = i, e.part
		return m, true
	case det == the:
		if !p.any(i-1, "in", "during", "through", "throughout", "of", "by") || p.any(j+1, "of", "session", "rush", "sky", "star") {
			return e, false
		}
		e.score = 70
		p.attachDay(&e)
		return e, true
	case det == none:
		// "morning" alone is mostly no date; with a day after it is.
		p.attachDay(&e)
		if e.kind == kPart {
			return e, p.w(i-1).class == early && (p.any(i-2, "in", "by", "until", "the", "on", "since"))
		}
		return e, true
	default:
		return e, false
	}
	return e, true
}
