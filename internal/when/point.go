package when

import (
	"errors"
	"time"
)

// ErrSyntax is what the parsers of this package return for text that they do
// not read.
var ErrSyntax = errors.New("when: not a time value")

// The years that a Point or a Value can hold.
const (
	MinYear = -9998 // 9999 BC
	MaxYear = 9999
)

// Point is a civil moment at a precision from a year to a second, with an
// offset from UTC where one is known. The zero Point is unknown. Points are
// comparable with ==.
type Point struct {
	year         int16
	month, day   uint8
	hour, minute uint8 // plus one; 0 is not set
	second       uint8 // plus one; 0 is not set
	grain        Grain
	offset       int16 // minutes east of UTC
	hasOffset    bool
}

// NewPoint is a year, a month or a day: month 0 makes it a year, day 0 a
// month. It is the zero Point if there is no such date.
func NewPoint(year, month, day int) Point {
	if year < MinYear || year > MaxYear || month < 0 || month > 12 || day < 0 || month == 0 && day != 0 {
		return Point{}
	}
	p := Point{year: int16(year), month: uint8(month), day: uint8(day), grain: Day}
	switch {
	case month == 0:
		p.grain = Year
	case day == 0:
		p.grain = Month
	case day > DaysIn(year, month):
		return Point{}
	}
	return p
}

// PointOfDay is the day with that DayNumber.
func PointOfDay(n int) Point { return NewPoint(FromDayNumber(n)) }

// PointOf is the moment t in t's zone, cut to grain g, which is Second,
// Minute, Hour, Day, Month or Year.
func PointOf(t time.Time, g Grain) Point {
	if t.IsZero() {
		return Point{}
	}
	p := NewPoint(t.Year(), int(t.Month()), t.Day())
	_, off := t.Zone()
	switch g {
	case Year:
		return NewPoint(t.Year(), 0, 0)
	case Month:
		return NewPoint(t.Year(), int(t.Month()), 0)
	case Hour:
		return p.At(t.Hour(), -1, -1).In(off / 60)
	case Minute:
		return p.At(t.Hour(), t.Minute(), -1).In(off / 60)
	case Second:
		return p.At(t.Hour(), t.Minute(), t.Second()).In(off / 60)
	}
	return p
}

// At is day p at a time of day; minute or second -1 is not set. Hour 24 is
// the end of the day. It is the zero Point if p is no day or there is no such
// time.
func (p Point) At(hour, minute, second int) Point {
	if p.day == 0 || !validTime(hour, minute, second) {
		return Point{}
	}
	p.hour, p.minute, p.second = uint8(hour+1), uint8(minute+1), uint8(second+1)
	switch {
	case minute < 0:
		p.grain = Hour
	case second < 0:
		p.grain = Minute
	default:
		p.grain = Second
	}
	return p
}

func validTime(h, m, s int) bool {
	if h < 0 || h > 24 || m < -1 || m > 59 || s < -1 || s > 60 || m < 0 && s >= 0 {
		return false
	}
	return h < 24 || m <= 0 && s <= 0
}

// In is p with an offset from UTC in minutes; a Point without a time of day
// or an offset of more than 18 hours is left as it is.
func (p Point) In(minutes int) Point {
	if p.hour == 0 || minutes < -18*60 || minutes > 18*60 {
		return p
	}
	p.offset, p.hasOffset = int16(minutes), true
	return p
}

// IsZero reports whether p is unknown.
func (p Point) IsZero() bool { return p.grain == NoGrain }

// Grain is the precision of p: Year, Month, Day, Hour, Minute or Second.
func (p Point) Grain() Grain { return p.grain }

// Date is the calendar date of p; a part that p does not have is 0.
func (p Point) Date() (year, month, day int) { return int(p.year), int(p.month), int(p.day) }

// Clock is the time of day of p; a part that p does not have is -1.
func (p Point) Clock() (hour, minute, second int) {
	return int(p.hour) - 1, int(p.minute) - 1, int(p.second) - 1
}

// Offset is the offset from UTC in minutes, if it is known.
func (p Point) Offset() (minutes int, ok bool) { return int(p.offset), p.hasOffset }

// Truncate is p cut to Year, Month or Day. A p that is coarser stays, as does the zero Point.
func (p Point) Truncate(g Grain) Point {
	switch {
	case p.grain >= g, p.IsZero():
		return p
	case g == Year:
		return NewPoint(int(p.year), 0, 0)
	case g == Month:
		return NewPoint(int(p.year), int(p.month), 0)
	case g == Day:
		return NewPoint(int(p.year), int(p.month), int(p.day))
	}
	return p
}

// DayNumber is the day number of the first day of p.
func (p Point) DayNumber() int {
	return DayNumber(int(p.year), max(int(p.month), 1), max(int(p.day), 1))
}

// seconds is the first or the last second of p, counted from 1970 in UTC; an
// unknown offset counts as UTC.
func (p Point) seconds(last bool) int64 {
	m, d := int(p.month), int(p.day)
	if m == 0 {
		m = 1
		if last {
			m = 12
		}
	}
	if d == 0 {
		d = 1
		if last {
			d = DaysIn(int(p.year), m)
		}
	}
	h, mi, s := p.Clock()
	fill := func(v, top int) int {
		if v >= 0 {
			return v
		}
		if last && h != 24 {
			return top
		}
		return 0
	}
	s = fill(s, 59)
	mi = fill(mi, 59)
	if h < 0 {
		h = fill(h, 23)
	}
	return int64(DayNumber(int(p.year), m, d))*86400 + int64(h*3600+mi*60+s) - int64(p.offset)*60
}

// Compare orders points by their first second, then by their last, the
// longer after. An unknown offset counts as UTC, and the zero Point comes
// before all others. The result is -1, 0 or 1.
func (p Point) Compare(q Point) int {
	if p.IsZero() || q.IsZero() {
		switch {
		case p.IsZero() && q.IsZero():
			return 0
		case p.IsZero():
			return -1
		}
		return 1
	}
	for _, last := range [...]bool{false, true} {
		switch a, b := p.seconds(last), q.seconds(last); {
		case a < b:
			return -1
		case a > b:
			return 1
		}
	}
	return 0
}

// Time is the first moment of p, in UTC or at its offset; the zero Time for
// the zero Point.
func (p Point) Time() time.Time {
	if p.IsZero() {
		return time.Time{}
	}
	t := time.Unix(p.seconds(false), 0).UTC()
	if p.hasOffset && p.offset != 0 {
		t = t.In(time.FixedZone("", int(p.offset)*60))
	}
	return t
}

// String is the ISO 8601 form: "2025", "2025-08", "2025-08-06",
// "2025-08-06T15:04:05+02:00"; empty for the zero Point.
func (p Point) String() string { return string(p.append(nil)) }

func (p Point) append(b []byte) []byte {
	if p.IsZero() {
		return b
	}
	b = appendYear(b, int(p.year))
	if p.month > 0 {
		b = append2(append(b, '-'), int(p.month))
	}
	if p.day > 0 {
		b = append2(append(b, '-'), int(p.day))
	}
	if h, m, s := p.Clock(); h >= 0 {
		b = appendClock(b, h, m, s)
		if p.hasOffset {
			b = appendOffset(b, int(p.offset))
		}
	}
	return b
}

// ParsePoint reads what String writes.
func ParsePoint(s string) (Point, error) {
	if s == "" {
		return Point{}, nil
	}
	c, rest, ok := parseCivil(s, true)
	if ok && rest == "" {
		if p := c.point(); !p.IsZero() && p.String() == s {
			return p, nil
		}
	}
	return Point{}, ErrSyntax
}

// MarshalText writes the form of String.
func (p Point) MarshalText() ([]byte, error) { return p.append(nil), nil }

// UnmarshalText reads the form of String.
func (p *Point) UnmarshalText(b []byte) error {
	q, err := ParsePoint(string(b))
	if err == nil {
		*p = q
	}
	return err
}

func appendYear(b []byte, y int) []byte {
	if y < 0 {
		b = append(b, '-')
		y = -y
	}
	return append2(append2(b, y/100), y%100)
}

func append2(b []byte, n int) []byte { return append(b, byte('0'+n/10%10), byte('0'+n%10)) }

func appendClock(b []byte, h, m, s int) []byte {
	b = append2(append(b, 'T'), h)
	if m >= 0 {
		b = append2(append(b, ':'), m)
	}
	if s >= 0 {
		b = append2(append(b, ':'), s)
	}
	return b
}

func appendOffset(b []byte, minutes int) []byte {
	if minutes == 0 {
		return append(b, 'Z')
	}
	sign := byte('+')
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	return append2(append(append2(append(b, sign), minutes/60), ':'), minutes%60)
}
