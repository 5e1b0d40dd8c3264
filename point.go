package dateline

import (
	"fmt"
	"time"

	"github.com/dateline-go/dateline/internal/when"
)

// A Point is a civil moment at a precision from a year to a second, with an
// offset from UTC where one is known. The zero Point is unknown. Points are
// comparable with ==. The calendar is the proleptic Gregorian one.
type Point struct{ p when.Point }

// Date is a day; day 0 makes it a month, month 0 a year. It is the zero
// Point if there is no such date.
func Date(year int, month time.Month, day int) Point {
	return Point{when.NewPoint(year, int(month), day)}
}

// PointOf is the moment t in t's zone, to the second.
func PointOf(t time.Time) Point { return Point{when.PointOf(t, when.Second)} }

// ParsePoint reads the ISO 8601 form that String writes: "2025", "2025-08",
// "2025-08-06", "2025-08-06T15:04", "2025-08-06T15:04:05+02:00".
func ParsePoint(s string) (Point, error) {
	p, err := when.ParsePoint(s)
	if err != nil {
		return Point{}, fmt.Errorf("dateline: %q is not a point in time", s)
	}
	return Point{p}, nil
}

// IsZero reports whether p is unknown.
func (p Point) IsZero() bool { return p.p.IsZero() }

// Grain is the precision of p.
func (p Point) Grain() Grain { return Grain(p.p.Grain()) }

// Date is the calendar date of p; a part that p does not have is 0.
func (p Point) Date() (year int, month time.Month, day int) {
	y, m, d := p.p.Date()
	return y, time.Month(m), d
}

// Clock is the time of day of p; a part that p does not have is -1.
func (p Point) Clock() (hour, minute, second int) { return p.p.Clock() }

// Offset is the offset from UTC in minutes, if it is known.
func (p Point) Offset() (minutes int, ok bool) { return p.p.Offset() }

// Time is the first moment of p, in UTC or at its offset.
func (p Point) Time() time.Time { return p.p.Time() }

// Compare orders points by their first second, then by their last. An
// unknown offset counts as UTC; the zero Point comes before all others.
func (p Point) Compare(q Point) int { return p.p.Compare(q.p) }

// Equal reports whether p and q are the same in every part: p == q.
func (p Point) Equal(q Point) bool { return p == q }

// String is the ISO 8601 form, or "" for the zero Point.
func (p Point) String() string { return p.p.String() }

// MarshalText writes what String gives.
func (p Point) MarshalText() ([]byte, error) { return p.p.MarshalText() }

// UnmarshalText reads what MarshalText writes.
func (p *Point) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*p = Point{}
		return nil
	}
	q, err := ParsePoint(string(b))
	if err == nil {
		*p = q
	}
	return err
}

// first and last are the ends of p in seconds since 1970.
func (p Point) first() int64 { return p.p.First() }
func (p Point) last() int64  { return p.p.Last() }
