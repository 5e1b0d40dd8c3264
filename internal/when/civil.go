package when

// civil is a date or time with parts left open: a pattern. The zero civil is
// none at all.
type civil struct {
	year      int16
	prec      uint8 // what of the year is known
	sub       uint8 // part of the year, numbered as in ISO 8601-2 where that has a number
	day       uint8 // of a month 1..31 or dayXX; of a week 1..7 or dayWE
	hour      uint8 // hour plus one, or partBase plus Part
	minute    uint8 // plus one
	second    uint8 // plus one
	offset    int16 // minutes east of UTC
	hasOffset bool
}

const (
	yearXXXX uint8 = iota + 1
	yearFull
	yearDecade
	yearCentury
	yearMillennium
	yearFiscal
)

const (
	subXX     = 13 // a month not known
	subSpring = 21 // to 24, winter
	subQ1     = 33 // to 36
	subQX     = 37
	subH1     = 40 // 41 is the second half
	subHX     = 42
	subWXX    = 100 // a week not known; 101 to 153 are weeks
	dayXX     = 32
	dayWE     = 8
	partBase  = 30
	hourTop   = 25
)

func (c civil) isMonth() bool { return c.sub >= 1 && c.sub <= subXX }
func (c civil) isWeek() bool  { return c.sub >= subWXX }
func (c civil) part() Part {
	if c.hour > partBase {
		return Part(c.hour - partBase)
	}
	return NoPart
}

// valid reports whether c is none or a well-formed pattern, in its one form.
func (c civil) valid() bool {
	return c == (civil{}) || c.validYear() && c.validDay() && c.validClock()
}

func (c civil) validYear() bool {
	y := int(c.year)
	switch c.prec {
	case yearXXXX:
		return y == 0
	case yearFull:
		return y >= MinYear && y <= MaxYear
	case yearDecade, yearCentury, yearMillennium:
		return y >= 0 && y <= MaxYear && y%yearsIn(c.prec) == 0 && c.sub == 0
	case yearFiscal:
		return y >= 1 && y <= MaxYear && (c.sub == 0 || c.sub >= subQ1 && c.sub <= subHX)
	}
	return false
}

// validDay reports whether the part of the year and the day go together.
func (c civil) validDay() bool {
	full := c.prec == yearFull
	switch {
	case c.isMonth():
		// A day of a month that is not known may be any up to 31.
		top := 31
		if c.sub <= 12 {
			top = DaysIn(2000, int(c.sub))
			if full {
				top = DaysIn(int(c.year), int(c.sub))
			}
		}
		return int(c.day) <= top || c.day == dayXX
	case c.isWeek():
		return c.day <= dayWE && c.sub <= subWXX+53 && !(full && c.sub > subWXX && int(c.sub-subWXX) > weeksIn(int(c.year)))
	case c.sub == 0, c.sub >= subSpring && c.sub < subSpring+4, c.sub >= subQ1 && c.sub <= subQX, c.sub >= subH1 && c.sub <= subHX:
		return c.day == 0
	}
	return false
}

// validClock reports whether the time or part of the day goes with the rest.
func (c civil) validClock() bool {
	switch {
	case c.hour == 0:
		return c.minute == 0 && c.second == 0 && c.offset == 0 && !c.hasOffset
	case c.day == 0 || c.offset < -18*60 || c.offset > 18*60 || !c.hasOffset && c.offset != 0:
		return false
	case c.part() != NoPart:
		return int(c.part()) < len(partNames) && c.minute == 0 && c.second == 0 && !c.hasOffset
	}
	return c.hour <= hourTop && validTime(int(c.hour)-1, int(c.minute)-1, int(c.second)-1)
}

// ordered reports whether an interval from a to b can be: b does not end
// before a starts. It can where one of the two is not known.
func ordered(a, b civil) bool {
	if !a.known() || !b.known() {
		return true
	}
	lo, _ := a.bounds()
	_, hi := b.bounds()
	return lo.IsZero() || hi.IsZero() || lo.seconds(false) <= hi.seconds(true)
}

// yearsIn is the number of years that a cut-off year stands for.
func yearsIn(prec uint8) int {
	switch prec {
	case yearDecade:
		return 10
	case yearCentury:
		return 100
	}
	return 1000
}

func (c civil) grain() Grain {
	switch {
	case c.prec == 0:
		return NoGrain
	case c.part() != NoPart:
		return DayPart
	case c.second > 0:
		return Second
	case c.minute > 0:
		return Minute
	case c.hour > 0:
		return Hour
	case c.isWeek() && c.day == dayWE:
		return Weekend
	case c.day > 0:
		return Day
	case c.isWeek():
		return Week
	case c.isMonth():
		return Month
	case c.sub >= subH1:
		return Half
	case c.sub >= subQ1:
		return Quarter
	case c.sub >= subSpring:
		return Season
	case c.prec == yearDecade:
		return Decade
	case c.prec == yearCentury:
		return Century
	case c.prec == yearMillennium:
		return Millennium
	}
	return Year
}

// point is c as a Point, or the zero Point if a part is open or c is no
// plain date.
func (c civil) point() Point {
	if c.prec != yearFull || c.sub > 12 || c.day == dayXX || c.part() != NoPart {
		return Point{}
	}
	p := NewPoint(int(c.year), int(c.sub), int(c.day))
	if c.hour > 0 {
		p = p.At(int(c.hour)-1, int(c.minute)-1, int(c.second)-1)
		if c.hasOffset {
			p = p.In(int(c.offset))
		}
	}
	return p
}

func civilOf(p Point) civil {
	if p.IsZero() {
		return civil{}
	}
	return civil{
		year: p.year, prec: yearFull, sub: p.month, day: p.day,
		hour: p.hour, minute: p.minute, second: p.second, offset: p.offset, hasOffset: p.hasOffset,
	}
}

// known reports whether the bounds of c are.
func (c civil) known() bool {
	switch c.prec {
	case yearFull, yearDecade, yearCentury, yearMillennium:
		return true
	}
	return false
}

// bounds are the inclusive first and last Point of c: days, or hours and
// finer for a time of day; zero if they are not known. A part that is open
// widens them.
func (c civil) bounds() (lo, hi Point) {
	if !c.known() {
		return Point{}, Point{}
	}
	y := int(c.year)
	months := func(first, n int) (Point, Point) {
		ly, lm := y, first+n-1
		if lm > 12 {
			ly, lm = y+1, lm-12
		}
		return NewPoint(y, first, 1), NewPoint(ly, lm, DaysIn(ly, lm))
	}
	switch {
	case c.prec != yearFull:
		return NewPoint(y, 1, 1), NewPoint(y+yearsIn(c.prec)-1, 12, 31)
	case c.sub == 0, c.sub == subXX, c.sub == subQX, c.sub == subHX:
		return months(1, 12)
	case c.sub >= subSpring && c.sub < subSpring+4:
		return months(3*int(c.sub-subSpring)+3, 3) // meteorological; winter ends in the next year
	case c.sub >= subQ1 && c.sub < subQX:
		return months(3*int(c.sub-subQ1)+1, 3)
	case c.sub >= subH1 && c.sub < subHX:
		return months(6*int(c.sub-subH1)+1, 6)
	case c.isWeek():
		if c.sub == subWXX {
			return months(1, 12)
		}
		d := WeekStart(y, int(c.sub-subWXX))
		switch c.day {
		case 0:
			return PointOfDay(d), PointOfDay(d + 6)
		case dayWE:
			return PointOfDay(d + 5), PointOfDay(d + 6)
		}
		return c.clock(PointOfDay(d + int(c.day) - 1))
	case c.day == 0, c.day == dayXX:
		return months(int(c.sub), 1)
	}
	return c.clock(NewPoint(y, int(c.sub), int(c.day)))
}

// clock narrows a day to the time of day of c.
func (c civil) clock(day Point) (lo, hi Point) {
	h := func(p Point, h int) Point { return p.At(h, -1, -1) }
	switch c.part() {
	case Morning:
		return h(day, 5), h(day, 11)
	case Midday:
		return h(day, 11), h(day, 13)
	case Afternoon:
		return h(day, 12), h(day, 17)
	case Evening:
		return h(day, 17), h(day, 21)
	case Night:
		return h(day, 20), h(PointOfDay(day.DayNumber()+1), 5)
	case Daytime:
		return h(day, 6), h(day, 17)
	}
	if c.hour > 0 {
		day = day.At(int(c.hour)-1, int(c.minute)-1, int(c.second)-1)
		if c.hasOffset {
			day = day.In(int(c.offset))
		}
	}
	return day, day
}
