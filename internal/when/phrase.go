package when

import (
	"strconv"
	"strings"
)

// Phrase is v as a newspaper would write it: "6 August 2025", "early 2025",
// "Q3 2025", "the night of 9 November 2016", "7-9 March 2025", "from 8 August
// 2025 on", "about 6 p.m., a Wednesday", "3 days", "undated". It is for people
// to read and cannot be read back.
func (v Value) Phrase() string {
	switch {
	case v.typ == NoType:
		return "undated"
	case v.typ == Set:
		return v.setPhrase()
	case v.b.prec != 0:
		if s := v.partPhrase(); s != "" {
			return s
		}
		s := rangePhrase(v.a, v.b)
		if v.mod == Approx {
			s = "about " + s
		}
		return s
	case v.ref != NoReference && v.a.prec == 0:
		return refPhrases[v.ref]
	case v.dur[0].unit != NoGrain && v.a.prec == 0:
		return v.lengthPhrase()
	}
	return modified(v.a, v.mod)
}

// partPhrase is the time from the start of a year, month or week to a day in it, or
// from a day to its end, where the modifier says so: "earlier in 2025". It is
// empty for other values.
func (v Value) partPhrase() string {
	lo, hi := v.Earliest(), v.Latest()
	if v.mod != Start && v.mod != End || lo.IsZero() || hi.IsZero() || lo.Grain() != Day || hi.Grain() != Day {
		return ""
	}
	word := "earlier in "
	y, m, d := lo.Date()
	week := lo
	whole := d == 1
	if v.mod == End {
		word = "later in "
		y, m, d = hi.Date()
		week = PointOfDay(hi.DayNumber() - 6)
		whole = d == DaysIn(y, m)
	}
	switch {
	case whole && (m == 1 && v.mod == Start || m == 12 && v.mod == End):
		return word + NewDate(y, 0, 0).Phrase()
	case whole:
		return word + NewDate(y, m, 0).Phrase()
	}
	return word + "the week of " + FromPoint(week).Phrase()
}

// Split is the date of a time of day, and the time in words; v itself and ""
// where v is no time of a known day.
func (v Value) Split() (day Value, clock string) {
	if v.typ != Time || !v.plain() || v.Earliest().IsZero() || v.mod != NoMod && v.mod != Approx || v.a.dayPhrase() == "" {
		return v, ""
	}
	clock = v.a.clockPhrase()
	if v.a.part() != NoPart {
		clock = "in the " + clock
		if p := v.a.part(); p == Night || p == Midday {
			clock = "at " + partWords[p]
		}
	}
	if v.mod == Approx {
		clock = "about " + clock
	}
	return v.Whole(), clock
}

var (
	refPhrases = [...]string{"", "in the past", "at present", "in the future"}
	monthNames = [...]string{"", "January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December"}
	dayNames    = [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	seasonWords = [...]string{"spring", "summer", "autumn", "winter"}
	partWords   = [...]string{"", "morning", "midday", "afternoon", "evening", "night", "daytime"}
	modWords    = [...]string{
		Start: "early ", Mid: "mid-", End: "late ", Approx: "about ", Before: "before ", After: "after ", OnOrBefore: "by ", OnOrAfter: "from ",
		MoreThan: "more than ", LessThan: "less than ", EqualOrMore: "at least ", EqualOrLess: "at most ",
	}
	unitWords = [...]string{
		"", "second", "minute", "hour", "part of a day", "day", "weekend", "week", "month",
		"season", "quarter", "half-year", "year", "decade", "century", "millennium",
	}
)

// modified is a date with its modifier.
func modified(c civil, m Mod) string {
	s := c.phrase()
	if m == NoMod {
		return s
	}
	w := modWords[m]
	rest, isThe := strings.CutPrefix(s, "the ")
	switch m {
	case Start, Mid, End:
		switch {
		case m == Mid && (c.hour > 0 || c.day > 0 || c.isWeek()):
			w = "the middle of "
		case c.part() == Night:
			w += "on " // early on the night of 9 November
		case c.part() != NoPart, c.hour == 0 && c.isWeek() && (c.day == 0 || c.day == dayWE):
			w += "in "
		case c.hour > 0:
			w = [...]string{Start: "the start of ", End: "the end of "}[m]
		case c.day > 0:
			w += "on "
		case isThe: // the early 1990s, the mid-19th century
			return "the " + w + rest
		}
	case OnOrAfter:
		return w + s + " on"
	}
	return w + s
}

// phrase is a date, with what it leaves open left out.
func (c civil) phrase() string {
	day := c.dayPhrase()
	clock := c.clockPhrase()
	switch {
	case clock == "":
		return day
	case day == "":
		if p := c.part(); p != NoPart {
			return indefinite(clock)
		}
		return clock
	case c.part() == Midday || c.part() == Daytime:
		return clock + " of " + day
	case c.part() != NoPart && c.isWeek() && !c.known():
		return day + " " + clock // "a Monday night"
	case c.part() != NoPart:
		return "the " + clock + " of " + day
	}
	return clock + ", " + day
}

// clockPhrase is the time or part of the day: "4:17 a.m.", "night".
func (c civil) clockPhrase() string {
	if c.hour == 0 {
		return ""
	}
	if p := c.part(); p != NoPart {
		return partWords[p]
	}
	h, m, s := int(c.hour)-1, int(c.minute)-1, int(c.second)-1
	var out string
	switch {
	case m <= 0 && s <= 0 && h == 12:
		out = "noon"
	case m <= 0 && s <= 0 && h%24 == 0:
		out = "midnight"
	default:
		out = strconv.Itoa((h+11)%12 + 1)
		if m > 0 || s > 0 {
			out += ":" + string(append2(nil, max(m, 0)))
		}
		if s > 0 {
			out += ":" + string(append2(nil, s))
		}
		if h%24 < 12 {
			out += " a.m."
		} else {
			out += " p.m."
		}
	}
	if c.hasOffset {
		out += " UTC"
		if n := int(c.offset); n != 0 {
			sign := "+"
			if n < 0 {
				sign, n = "-", -n
			}
			out += sign + strconv.Itoa(n/60)
			if n%60 != 0 {
				out += ":" + string(append2(nil, n%60))
			}
		}
	}
	return out
}

// dayPhrase is the date without the time of day.
func (c civil) dayPhrase() string {
	year := c.yearPhrase()
	switch {
	case c.isWeek():
		return c.weekPhrase(year)
	case c.sub == subXX:
		switch {
		case c.day >= 1 && c.day <= 31:
			return joinOf("the "+ordinal(int(c.day))+" of a month", year)
		case c.day == dayXX:
			return joinOf("", year)
		}
		return joinOf("a month", year)
	case c.isMonth():
		month := spaced(monthNames[c.sub], year)
		switch {
		case c.day == dayXX:
			return "a day in " + month
		case c.day > 0:
			return strconv.Itoa(int(c.day)) + " " + month
		}
		return month
	case c.sub == subQX:
		return joinOf("a quarter", year)
	case c.sub == subHX:
		return joinOf("a half", year)
	case c.sub >= subH1:
		return joinOf("the "+[...]string{"first", "second"}[c.sub-subH1]+" half", year)
	case c.sub >= subQ1:
		return spaced("Q"+strconv.Itoa(int(c.sub-subQ1)+1), year)
	case c.sub >= subSpring:
		if c.sub-subSpring == 3 && c.prec == yearFull && c.year > 0 { // it ends in the next year
			year = toNext(int(c.year))
		}
		return spaced(seasonWords[c.sub-subSpring], year)
	}
	return year
}

// weekPhrase is a week by its Monday, a weekend by its Saturday, a day of a
// week as any day.
func (c civil) weekPhrase(year string) string {
	unknown := !c.known() || c.sub == subWXX
	day := c
	day.hour, day.minute, day.second, day.offset, day.hasOffset = 0, 0, 0, 0, false
	lo, _ := day.bounds()
	switch {
	case unknown && c.day >= 1 && c.day <= 7:
		return joinOf("a "+dayNames[c.day], year)
	case unknown && c.day == dayWE:
		return joinOf("a weekend", year)
	case unknown || lo.IsZero():
		return joinOf("a week", year)
	}
	first := civilOf(lo).dayPhrase()
	switch c.day {
	case 0:
		return "the week of " + first
	case dayWE:
		return "the weekend of " + first
	}
	return first
}

func (c civil) yearPhrase() string {
	y := int(c.year)
	switch c.prec {
	case yearFull:
		if y <= 0 {
			return strconv.Itoa(1-y) + " BC"
		}
		return strconv.Itoa(y)
	case yearDecade:
		return "the " + strconv.Itoa(y) + "s"
	case yearCentury:
		return "the " + ordinal(y/100+1) + " century"
	case yearMillennium:
		return "the " + ordinal(y/1000+1) + " millennium"
	case yearFiscal:
		return "fiscal " + strconv.Itoa(y)
	}
	return ""
}

// rangePhrase is the time from a to b, what they share said once.
func rangePhrase(a, b civil) string {
	a, b = months(a, b)
	x, y := a.phrase(), b.phrase()
	switch {
	case x == y:
		return x
	case x == "" || y == "":
		return x + y
	}
	if a.prec == b.prec && a.year == b.year && a.prec == yearFull && a.isMonth() && b.isMonth() {
		p, q := a.clockPhrase(), b.clockPhrase()
		switch {
		case p != "" && q != "" && a.sub == b.sub && a.day == b.day:
			for _, half := range [...]string{" a.m.", " p.m."} {
				if strings.HasSuffix(p, half) && strings.HasSuffix(q, half) {
					p = strings.TrimSuffix(p, half)
				}
			}
			return p + " to " + q + ", " + b.dayPhrase()
		case p != "" || q != "":
		case a.sub == b.sub && a.day > 0 && a.day < dayXX && b.day > 0 && b.day < dayXX:
			return strconv.Itoa(int(a.day)) + "-" + y
		default:
			x = strings.TrimSuffix(x, " "+a.yearPhrase())
		}
	}
	if a.onlyYear() && b.onlyYear() && b.year == a.year+1 && a.year > 0 {
		return toNext(int(a.year))
	}
	return x + " to " + y
}

// toNext is a year and the next: "1957-58", "1999-2000".
func toNext(y int) string {
	s := strconv.Itoa(y + 1)
	if (y+1)%100 != 0 && y >= 1000 {
		s = s[len(s)-2:]
	}
	return strconv.Itoa(y) + "-" + s
}

// onlyYear reports whether c is a year and nothing finer.
func (c civil) onlyYear() bool { return c.prec == yearFull && c.sub == 0 && c.day == 0 && c.hour == 0 }

// months makes days that begin and end months the months, and months that
// begin and end years the years.
func months(a, b civil) (civil, civil) {
	plain := func(c civil) bool { return c.prec == yearFull && c.hour == 0 && c.isMonth() && c.sub != subXX }
	if !plain(a) || !plain(b) {
		return a, b
	}
	if a.day == 1 && int(b.day) == DaysIn(int(b.year), int(b.sub)) {
		a.day, b.day = 0, 0
	}
	if a.day == 0 && b.day == 0 && a.sub == 1 && b.sub == 12 {
		a.sub, b.sub = 0, 0
	}
	return a, b
}

// lengthPhrase is a length of time: "3 days", "1 year 6 months".
func (v Value) lengthPhrase() string {
	s := amountPhrase(v.dur[0])
	if v.dur[1].unit != NoGrain {
		s += " " + amountPhrase(v.dur[1])
	} else {
		unit := unitWords[v.dur[0].unit]
		switch string(v.dur[0].appendNumber(nil)) {
		case "1":
			s = indefinite(unit)
		case "0.5":
			s = "half " + indefinite(unit)
		case "1.5":
			s = indefinite(unit) + " and a half"
		}
	}
	switch v.mod {
	case NoMod, OnOrAfter, OnOrBefore, Start, Mid, End:
		return s
	}
	return modWords[v.mod] + s
}

func amountPhrase(a amount) string {
	if a.exp == expX {
		return "some " + plural(unitWords[a.unit])
	}
	n := string(a.appendNumber(nil))
	if n == "1" {
		return n + " " + unitWords[a.unit]
	}
	return n + " " + plural(unitWords[a.unit])
}

func plural(unit string) string {
	switch {
	case strings.HasPrefix(unit, "part "):
		return "parts of a day"
	case strings.HasSuffix(unit, "y") && unit != "day":
		return unit[:len(unit)-1] + "ies"
	}
	return unit + "s"
}

// setPhrase is what recurs: "every week", "every Monday", "every 6 August".
func (v Value) setPhrase() string {
	var s string
	switch {
	case v.dur[0].unit == NoGrain:
		s = v.a.phrase()
		for _, article := range [...]string{"a ", "an ", "the "} {
			s = strings.TrimPrefix(s, article)
		}
	case v.dur[0].n == 1 && v.dur[0].exp == 0 && v.dur[1].unit == NoGrain:
		s = unitWords[v.dur[0].unit]
	default:
		s = v.lengthPhrase()
	}
	switch v.freq {
	case 0, 1:
		return "every " + s
	}
	times := strconv.Itoa(int(v.freq)) + " times "
	if v.freq == 2 {
		times = "twice "
	}
	if v.dur[0].n == 1 && v.dur[0].exp == 0 && v.dur[1].unit == NoGrain {
		return times + indefinite(s)
	}
	return times + "every " + s
}

func ordinal(n int) string {
	end := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			end = "st"
		case 2:
			end = "nd"
		case 3:
			end = "rd"
		}
	}
	return strconv.Itoa(n) + end
}

func indefinite(w string) string {
	if w == "midday" || w == "daytime" {
		return w
	}
	if strings.IndexByte("aeio", w[0]) >= 0 || strings.HasPrefix(w, "hour") {
		return "an " + w
	}
	return "a " + w
}

func spaced(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// joinOf is "a of b", or a alone.
func joinOf(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " of " + b
}
