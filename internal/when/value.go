package when

// Value is the meaning of one time expression: a date or time, whole or with
// parts left open, a span between two, a length of time, a set of recurring
// times, or a reference to past, present or future. The zero Value is
// unknown. Values are comparable with ==.
type Value struct {
	a, b   civil // the date; or the two ends of a span, a duration or a reference
	dur    [2]amount
	typ    Type
	ref    Reference
	mod    Mod
	anchor Anchor
	freq   uint8
}

// XXXX is the year of a date whose year is not known.
const XXXX = MinYear - 1

// Anything is the part of a date that the text leaves open, written XX.
const Anything = -1

// NewDate is a year, month or day. Year XXXX is a year not known, month and
// day Anything are parts not known, and 0 ends the date: NewDate(XXXX, 8, 6)
// is XXXX-08-06, NewDate(2025, 0, 0) is 2025. It is the zero Value if there
// is no such date.
func NewDate(year, month, day int) Value {
	if month < Anything || month > 12 || day < Anything || day > 31 {
		return Value{}
	}
	c := yearOf(year)
	switch c.sub = uint8(month); month {
	case Anything:
		c.sub = subXX
	}
	switch c.day = uint8(day); day {
	case Anything:
		c.day = dayXX
	}
	return dateOf(c)
}

// FromPoint is the date or time of day of a Point.
func FromPoint(p Point) Value { return dateOf(civilOf(p)) }

func yearOf(y int) civil {
	if y == XXXX {
		return civil{prec: yearXXXX}
	}
	if y < MinYear || y > MaxYear {
		return civil{}
	}
	return civil{year: int16(y), prec: yearFull}
}

func dateOf(c civil) Value {
	if c.prec == 0 || !c.valid() {
		return Value{}
	}
	v := Value{a: c, typ: Date}
	if c.hour > 0 {
		v.typ = Time
	}
	return v
}

func withSub(year, sub, day int) Value {
	c := yearOf(year)
	if c.prec == 0 || sub < 0 || sub > 255 || day < 0 || day > dayWE {
		return Value{}
	}
	c.sub, c.day = uint8(sub), uint8(day)
	return dateOf(c)
}

// NewDecade is the ten years that start in year, 1990 for the 1990s.
func NewDecade(year int) Value { return cutYear(year, yearDecade) }

// NewCentury is the hundred years that start in year, 1900 for the 20th
// century: TIMEX3 and EDTF both count so.
func NewCentury(year int) Value { return cutYear(year, yearCentury) }

// NewMillennium is the thousand years that start in year.
func NewMillennium(year int) Value { return cutYear(year, yearMillennium) }

func cutYear(year int, prec uint8) Value {
	if year < 0 || year > MaxYear {
		return Value{}
	}
	return dateOf(civil{year: int16(year - year%yearsIn(prec)), prec: prec})
}

// NewFiscalYear is the fiscal year of that number; whose it is, and so when
// it began, is not known.
func NewFiscalYear(year int) Value {
	if year < 1 || year > MaxYear {
		return Value{}
	}
	return dateOf(civil{year: int16(year), prec: yearFiscal})
}

// NewSeason is spring 1, summer 2, autumn 3 or winter 4 of a year.
func NewSeason(year, n int) Value {
	if n < 1 || n > 4 {
		return Value{}
	}
	return withSub(year, subSpring-1+n, 0)
}

// NewQuarter is quarter 1 to 4 of a year, or Anything.
func NewQuarter(year, n int) Value {
	switch {
	case n == Anything:
		return withSub(year, subQX, 0)
	case n < 1 || n > 4:
		return Value{}
	}
	return withSub(year, subQ1-1+n, 0)
}

// NewHalf is half 1 or 2 of a year, or Anything.
func NewHalf(year, n int) Value {
	switch {
	case n == Anything:
		return withSub(year, subHX, 0)
	case n < 1 || n > 2:
		return Value{}
	}
	return withSub(year, subH1-1+n, 0)
}

// NewWeek is an ISO 8601 week of a year, or Anything.
func NewWeek(year, week int) Value {
	switch {
	case week == Anything:
		return withSub(year, subWXX, 0)
	case week < 1 || week > 53:
		return Value{}
	}
	return withSub(year, subWXX+week, 0)
}

// NewWeekday is day 1, Monday, to 7, Sunday, of a week.
func NewWeekday(year, week, day int) Value {
	v := NewWeek(year, week)
	if v.IsZero() || day < 1 || day > 7 {
		return Value{}
	}
	v.a.day = uint8(day)
	return v
}

// NewWeekend is the Saturday and Sunday of a week.
func NewWeekend(year, week int) Value {
	v := NewWeek(year, week)
	if v.IsZero() {
		return v
	}
	v.a.day = dayWE
	return v
}

// At is day v at a time of day; minute or second -1 is not set. It is the
// zero Value if v is no day or there is no such time.
func (v Value) At(hour, minute, second int) Value {
	if v.a.day == 0 || !v.plain() || !validTime(hour, minute, second) {
		return Value{}
	}
	v.a.hour, v.a.minute, v.a.second = uint8(hour+1), uint8(minute+1), uint8(second+1)
	return v.retype()
}

// In is v with an offset from UTC in minutes; unchanged if v has no hour.
func (v Value) In(minutes int) Value {
	w := v
	w.a.offset, w.a.hasOffset = int16(minutes), true
	if v.a.hour == 0 || minutes < -18*60 || minutes > 18*60 || !w.a.valid() {
		return v
	}
	return w
}

// During is day v at a part of the day, or the zero Value if v is no day.
func (v Value) During(p Part) Value {
	if v.a.day == 0 || !v.plain() || p == NoPart || int(p) >= len(partNames) {
		return Value{}
	}
	v.a.hour, v.a.minute, v.a.second, v.a.offset, v.a.hasOffset = partBase+uint8(p), 0, 0, 0, false
	return v.retype()
}

// plain reports whether v is one date or time and no span, set or length.
func (v Value) plain() bool {
	return v.a.prec != 0 && v.b == (civil{}) && v.dur[0].unit == NoGrain && v.typ != Set
}

func (v Value) retype() Value {
	v.typ = Date
	if v.a.hour > 0 {
		v.typ = Time
	}
	if !v.a.valid() {
		return Value{}
	}
	return v
}

// NewSpan is the time from the first moment of one date to the last of
// another. If one is the zero Value, the result is the other with the
// modifier OnOrAfter or OnOrBefore; if the second ends before the first
// starts, it is zero.
func NewSpan(from, to Value) Value {
	switch {
	case from.IsZero() && to.IsZero(), !from.IsZero() && !from.plain(), !to.IsZero() && !to.plain():
		return Value{}
	case to.IsZero():
		return from.WithMod(OnOrAfter)
	case from.IsZero():
		return to.WithMod(OnOrBefore)
	case !ordered(from.a, to.a):
		return Value{}
	}
	from.b = to.a
	if to.typ == Time {
		from.typ = Time
	}
	from.mod = NoMod
	return from
}

// NewReference is a time placed only against the present.
func NewReference(r Reference) Value {
	if r == NoReference || int(r) >= len(refNames) {
		return Value{}
	}
	return Value{typ: Date, ref: r}
}

// NewSet is what recurs: a length of time, for once in each such length, or
// a date with open parts. Times is how often in each, if the text says so,
// else 0.
func NewSet(v Value, times int) Value {
	if v.IsZero() || v.ref != NoReference || v.b != (civil{}) || times < 0 || times > 255 {
		return Value{}
	}
	if v.dur[0].unit != NoGrain {
		v.a = civil{}
	}
	v.typ, v.freq = Set, uint8(times)
	return v
}

// WithEnds is a duration or reference with the dates that it runs between;
// either may be the zero Value. It is v as it was if they do not go together.
func (v Value) WithEnds(from, to Value) Value {
	if v.dur[0].unit == NoGrain && v.ref == NoReference || v.typ == Set ||
		!from.IsZero() && !from.plain() || !to.IsZero() && !to.plain() || !ordered(from.a, to.a) {
		return v
	}
	v.a, v.b = from.a, to.a
	return v
}

// WithMod is v with another modifier.
func (v Value) WithMod(m Mod) Value {
	if !v.IsZero() && int(m) < len(modNames) {
		v.mod = m
	}
	return v
}

// WithAnchor is v with another anchor.
func (v Value) WithAnchor(a Anchor) Value {
	if !v.IsZero() && int(a) < len(anchorNames) {
		v.anchor = a
	}
	return v
}

// WithType is v with another TIMEX3 type where conventions ask for one, such
// as DATE for a part of a day or DURATION for a span; unchanged if the two do
// not go together.
func (v Value) WithType(t Type) Value {
	w := v
	w.typ = t
	if v.typ == Set || t == Set || !w.valid() {
		return v
	}
	return w
}

// IsZero reports whether v is unknown.
func (v Value) IsZero() bool { return v.typ == NoType }

// Type is the TIMEX3 type.
func (v Value) Type() Type { return v.typ }

// Mod is the modifier.
func (v Value) Mod() Mod { return v.mod }

// Anchor tells what v was reckoned from.
func (v Value) Anchor() Anchor { return v.anchor }

// Reference is past, present or future for a mere reference, else NoReference.
func (v Value) Reference() Reference { return v.ref }

// Times is how often in each period a set recurs, 0 if that is not said.
func (v Value) Times() int { return int(v.freq) }

// Grain is what v is exact to: of a date or time its finest part, of a span
// the finer of its ends, of a duration or set the unit. It is NoGrain for a
// reference.
func (v Value) Grain() Grain {
	switch {
	case v.dur[0].unit != NoGrain:
		if v.dur[1].unit != NoGrain {
			return v.dur[1].unit
		}
		return v.dur[0].unit
	case v.ref != NoReference:
		return NoGrain
	case v.b.prec != 0:
		return min(v.a.grain(), v.b.grain())
	}
	return v.a.grain()
}

// Date is the year, month and day of a date or time: XXXX or Anything for a
// part that is open, 0 for one that v does not have. The day of a week comes
// as month and day if the week is known.
func (v Value) Date() (year, month, day int) {
	c := v.a
	switch {
	case c.prec == yearXXXX:
		year = XXXX
	case c.prec != 0:
		year = int(c.year)
	}
	switch {
	case c.sub == subXX:
		month = Anything
	case c.isMonth():
		month = int(c.sub)
	case c.isWeek() && c.day >= 1 && c.day <= 7 && c.known() && c.sub > subWXX:
		if lo, _ := c.bounds(); !lo.IsZero() {
			return lo.Date()
		}
	}
	if c.isMonth() {
		day = int(c.day)
		if c.day == dayXX {
			day = Anything
		}
	}
	return year, month, day
}

// Clock is the time of day; a part that v does not have is -1.
func (v Value) Clock() (hour, minute, second int) {
	if v.a.part() != NoPart {
		return -1, -1, -1
	}
	return int(v.a.hour) - 1, int(v.a.minute) - 1, int(v.a.second) - 1
}

// Whole is the day of a time of day, and any other value as it is.
func (v Value) Whole() Value {
	if v.typ != Time || !v.plain() {
		return v
	}
	v.a.hour, v.a.minute, v.a.second, v.a.offset, v.a.hasOffset = 0, 0, 0, 0, false
	v.typ, v.mod = Date, NoMod
	return v
}

// Part is the part of the day.
func (v Value) Part() Part { return v.a.part() }

// Point is v as one moment, or the zero Point if v is not a plain date or
// time with all its parts known.
func (v Value) Point() Point {
	if !v.plain() {
		return Point{}
	}
	if v.a.isWeek() && v.a.day > 0 && v.a.day < dayWE && v.a.part() == NoPart {
		lo, _ := v.a.bounds()
		return lo
	}
	return v.a.point()
}

// Ends are the two ends of a span, a duration or a reference, as dates of
// their own; zero Values where there are none.
func (v Value) Ends() (from, to Value) {
	if v.plain() && v.ref == NoReference || v.typ == Set {
		return Value{}, Value{}
	}
	return dateOf(v.a), dateOf(v.b)
}

// Underspecified reports whether v is a date or time with a part left open.
func (v Value) Underspecified() bool {
	c := v.a
	open := c.prec == yearXXXX || c.sub == subXX || c.sub == subQX || c.sub == subHX || c.sub == subWXX || c.isMonth() && c.day == dayXX
	return open && v.plain() && v.ref == NoReference
}

// valid reports whether v is zero or in the one form that its meaning has.
func (v Value) valid() bool {
	if v.typ == NoType {
		return v == Value{}
	}
	if int(v.typ) >= len(typeNames) || int(v.mod) >= len(modNames) || int(v.anchor) >= len(anchorNames) || int(v.ref) >= len(refNames) ||
		!v.a.valid() || !v.b.valid() || !ordered(v.a, v.b) || v.typ != Set && v.freq != 0 {
		return false
	}
	hasLen := v.dur[0].unit != NoGrain
	if !v.dur[0].valid() || !v.dur[1].valid() || v.dur[1].unit != NoGrain && v.dur[1].unit >= v.dur[0].unit {
		return false
	}
	switch {
	case hasLen && v.ref != NoReference:
		return false
	case v.typ == Set:
		return v.ref == NoReference && v.b == (civil{}) && hasLen == (v.a.prec == 0)
	case hasLen, v.ref != NoReference:
		return true
	}
	return v.a.prec != 0
}
