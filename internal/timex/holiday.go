package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// holiday is a named day.
type holiday struct {
	month, day int8 // of a fixed day
	rule       uint8
	wday, nth  int8 // of a movable day: nth weekday of the month, -1 the last
	easter     int8 // how many days after Easter, or after the nth weekday
}

// How the date of a named day is found.
const (
	fixedDay uint8 = iota
	nthDay
	easterDay
	unknownDay  // by another calendar: left alone
	electionDay // the Tuesday after the first Monday of November
)

// holidayAt is the named day that starts at token i.
func (p *scanner) holidayAt(i int32) (h holiday, n int32, ok bool) {
	two := p.low(i + 1)
	one := p.low(i)
	day := two == "day"
	f := func(m, d int8, k int32) (holiday, int32, bool) { return holiday{month: m, day: d}, k, true }
	nth := func(m, wd, k int8, n int32) (holiday, int32, bool) {
		return holiday{rule: nthDay, month: m, wday: wd, nth: k}, n, true
	}
	east := func(d int8, n int32) (holiday, int32, bool) { return holiday{rule: easterDay, easter: d}, n, true }
	switch one {
	case "christmas":
		switch {
		case day:
			return f(12, 25, 2)
		case two == "eve":
			return f(12, 24, 2)
		case p.any(i+1, "tree", "trees", "card", "cards", "carol", "carols", "party", "shopping", "island", "lights", "present", "presents", "gift", "gifts", "decorations", "market", "bombing"):
			return h, 0, false
		}
		return f(12, 25, 1)
	case "new":
		if two == "year" || two == "years" {
			k := int32(2)
			if p.any(i+2, "'s", "'") {
				k = 3
			}
			switch p.low(i + k) {
			case "eve":
				return f(12, 31, k+1)
			case "day":
				return f(1, 1, k+1)
			}
		}
	case "boxing":
		if day {
			return f(12, 26, 2)
		}
	case "halloween":
		return f(10, 31, 1)
	case "valentine":
		if p.is(i+1, "'s") && p.is(i+2, "day") {
			return f(2, 14, 3)
		}
	case "st.":
		if p.is(i+1, "patrick") && p.is(i+2, "'s") && p.is(i+3, "day") {
			return f(3, 17, 4)
		}
		if p.is(i+1, "valentine") && p.is(i+2, "'s") && p.is(i+3, "day") {
			return f(2, 14, 4)
		}
	case "independence":
		if day {
			return f(7, 4, 2)
		}
	case "bastille":
		if day {
			return f(7, 14, 2)
		}
	case "veterans":
		if day || two == "'" && p.is(i+2, "day") {
			k := int32(2)
			if !day {
				k = 3
			}
			return f(11, 11, k)
		}
	case "armistice", "remembrance":
		if day {
			return f(11, 11, 2)
		}
	case "may":
		if day && p.flag(i+1, token.Capital) {
			return f(5, 1, 2)
		}
	case "juneteenth":
		return f(6, 19, 1)
	case "groundhog":
		if day {
			return f(2, 2, 2)
		}
	case "inauguration":
		if day {
			return f(1, 20, 2)
		}
	case "victory", "ve", "v-e":
		if day && one != "victory" {
			return f(5, 8, 2)
		}
		if day {
			return f(5, 9, 2)
		}
	case "earth":
		if day && p.flag(i+1, token.Capital) {
			return f(4, 22, 2)
		}
	case "australia":
		if day {
			return f(1, 26, 2)
		}
	case "canada":
		if day {
			return f(7, 1, 2)
		}
	case "april":
		if two == "fool" && p.is(i+2, "'s") || two == "fools" && p.any(i+2, "'", "day") {
			if p.is(i+2, "day") {
				return f(4, 1, 3)
			}
			if p.is(i+3, "day") {
				return f(4, 1, 4)
			}
		}
	case "thanksgiving":
		if day {
			return nth(11, 4, 4, 2)
		}
		return nth(11, 4, 4, 1)
	case "labor":
		if day {
			return nth(9, 1, 1, 2)
		}
	case "memorial":
		if day {
			return nth(5, 1, -1, 2)
		}
	case "columbus":
		if day {
			return nth(10, 1, 2, 2)
		}
	case "presidents":
		if two == "'" && p.is(i+2, "day") {
			return nth(2, 1, 3, 3)
		}
		if day {
			return nth(2, 1, 3, 2)
		}
	case "martin":
		if two == "luther" && p.is(i+2, "king") {
			k := int32(3)
			if p.any(k+i, "jr.", "jr") {
				k++
			}
			if p.is(i+k, "day") {
				return nth(1, 1, 3, k+1)
			}
		}
	case "mlk":
		if day {
			return nth(1, 1, 3, 2)
		}
	case "mother":
		if two == "'s" && p.is(i+2, "day") {
			return nth(5, 7, 2, 3)
		}
	case "father":
		if two == "'s" && p.is(i+2, "day") {
			return nth(6, 7, 3, 3)
		}
	case "election":
		if day {
			return holiday{rule: electionDay}, 2, true
		}
	case "black":
		if two == "friday" {
			return holiday{rule: nthDay, month: 11, wday: 4, nth: 4, easter: 1}, 2, true
		}
	case "cyber":
		if two == "monday" {
			return holiday{rule: nthDay, month: 11, wday: 4, nth: 4, easter: 4}, 2, true
		}
	case "easter":
		switch two {
		case "sunday":
			return east(0, 2)
		case "monday":
			return east(1, 2)
		case "egg", "eggs", "bunny", "rising", "island":
			return h, 0, false
		}
		return east(0, 1)
	case "good":
		if two == "friday" && p.flag(i+1, token.Capital) {
			return east(-2, 2)
		}
	case "palm":
		if two == "sunday" {
			return east(-7, 2)
		}
	case "holy":
		switch two {
		case "saturday":
			return east(-1, 2)
		case "thursday":
			return east(-3, 2)
		}
	case "maundy":
		if two == "thursday" {
			return east(-3, 2)
		}
	case "ash":
		if two == "wednesday" {
			return east(-46, 2)
		}
	case "shrove", "fat":
		if two == "tuesday" {
			return east(-47, 2)
		}
	case "mardi":
		if two == "gras" {
			return east(-47, 2)
		}
	case "pentecost":
		return east(49, 1)
	case "ramadan", "passover", "hanukkah", "diwali", "nowruz", "purim", "rosh", "yom", "eid":
		k := int32(1)
		switch one {
		case "rosh":
			if two != "hashanah" && two != "hashana" {
				return h, 0, false
			}
			k = 2
		case "yom":
			if two != "kippur" {
				return h, 0, false
			}
			k = 2
		case "eid":
			if !p.any(i+1, "al-fitr", "al-adha", "ul-fitr") {
				return h, 0, false
			}
			k = 2
		}
		return holiday{rule: unknownDay}, k, true
	}
	return h, 0, false
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
	if !ok || h.rule == unknownDay {
		return expr{}, false
	}
	e := newExpr(kHoliday, i, j+n, "holiday", 85)
	e.month, e.day, e.wday, e.num, e.calendar = h.month, h.day, h.wday, h.nth, h.rule
	e.n = float64(h.easter)
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
	} else if w.class == part && h.rule != unknownDay {
		e.part = when.Part(w.n)
		e.last++
	}
	if y, next, ok := p.yearAt(e.last, false); ok && (!p.is(e.last, ",") || h.rule != easterDay) {
		e.year, e.last = y, next
	}
	return e, true
}
