package dateline

import (
	"encoding/json"
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

// A When is what a time expression means: a date or time of day, a span, a
// length of time, something that recurs, or a vague reference. It keeps how
// exactly that is known, its bounds, its modifier and what it was reckoned
// from. The zero When is unknown. Whens are comparable with ==.
type When struct{ v when.Value }

// On is the day, month, year or moment p.
func On(p Point) When { return When{when.FromPoint(p.p)}.anchored() }

// Between is the time from the first moment of a to the last of b. A zero
// Point leaves that side open: "on or after a", "on or before b". If b ends
// before a starts, the result is the zero When.
func Between(a, b Point) When {
	return When{when.NewSpan(when.FromPoint(a.p), when.FromPoint(b.p))}.anchored()
}

func (w When) anchored() When { return When{w.v.WithAnchor(when.Explicit)} }

// ParseEDTF reads what EDTF writes, and what else of EDTF (ISO 8601-2:2019)
// can be a When. Its Anchor is AnchorNone.
func ParseEDTF(s string) (When, error) {
	v, err := when.ParseEDTF(s)
	if err != nil {
		return When{}, fmt.Errorf("dateline: %q is not an EDTF date", s)
	}
	return When{v}, nil
}

// ParseTIMEX3 reads the type ("DATE", "TIME", "DURATION", "SET"), value and
// mod attributes of a TIMEX3 tag (ISO 24617-1); mod may be "". Its Anchor is
// AnchorNone.
func ParseTIMEX3(typ, value, mod string) (When, error) {
	t, ok := when.ParseType(typ)
	m, ok2 := when.ParseMod(mod)
	if ok && ok2 {
		if v, err := when.ParseTIMEX3(t, value, m); err == nil {
			return When{v}, nil
		}
	}
	return When{}, fmt.Errorf("dateline: type %q, value %q, mod %q are not a TIMEX3 time", typ, value, mod)
}

// IsZero reports whether w is unknown.
func (w When) IsZero() bool { return w.v.IsZero() }

// Earliest is the first Point that w may mean, inclusive; zero if w is open
// there or has no place in the calendar.
func (w When) Earliest() Point { return Point{w.v.Earliest()} }

// Latest is the last Point that w may mean, inclusive, like Earliest.
func (w When) Latest() Point { return Point{w.v.Latest()} }

// Grain is what w is exact to; of a length of time, its unit.
func (w When) Grain() Grain { return Grain(w.v.Grain()) }

// Anchor tells what w was reckoned from.
func (w When) Anchor() Anchor { return Anchor(w.v.Anchor()) }

// Type is the TIMEX3 type: "DATE", "TIME", "DURATION", "SET", or "".
func (w When) Type() string { return w.v.Type().String() }

// Mod is the TIMEX3 modifier, such as "APPROX" or "ON_OR_AFTER", or "".
func (w When) Mod() string { return w.v.Mod().String() }

// EDTF is the form of ISO 8601-2:2019: "2025-08-06", "XXXX-08-06",
// "2025-08-08/.."; "" where EDTF has none, as for "recently".
func (w When) EDTF() string { return w.v.EDTF() }

// TIMEX3 is the value attribute of TIMEX3: "2025-W32", "P3D", "PAST_REF".
func (w When) TIMEX3() string { return w.v.TIMEX3() }

// Before reports whether all of w is surely before all of x.
func (w When) Before(x When) bool { return w.v.Before(x.v) }

// Overlaps reports whether w and x may share a moment. It is false when one
// of them has no bounds.
func (w When) Overlaps(x When) bool { return w.v.Overlaps(x.v) }

// Equal reports whether w and x are the same in every part: w == x.
func (w When) Equal(x When) bool { return w == x }

// Phrase is w as a newspaper would write it: "15 August 2025", "Q3 2025",
// "the night of 9 November 2016", "from 8 August 2025 on", "about 6 p.m., a
// Wednesday", "undated". It cannot be read back: see EDTF and String.
func (w When) Phrase() string { return w.v.Phrase() }

// String is a lossless form: TIMEX3 type, value and modifier, and "@" with
// the anchor: "DATE 2025-08-06 @published". It is "" for the zero When.
func (w When) String() string { return w.v.String() }

// MarshalText writes what String gives.
func (w When) MarshalText() ([]byte, error) { return []byte(w.v.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (w *When) UnmarshalText(b []byte) error {
	v, err := when.Parse(string(b))
	if err != nil {
		return fmt.Errorf("dateline: %q is not a When", b)
	}
	w.v = v
	return nil
}

// MarshalJSON writes an object. Its "value" is the text form, which alone is
// read back; "edtf", "earliest", "latest" and "grain" are there for programs
// in other languages.
func (w When) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Value    string `json:"value"`
		EDTF     string `json:"edtf,omitzero"`
		Earliest Point  `json:"earliest,omitzero"`
		Latest   Point  `json:"latest,omitzero"`
		Grain    Grain  `json:"grain,omitzero"`
	}{w.String(), w.EDTF(), w.Earliest(), w.Latest(), w.Grain()})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (w *When) UnmarshalJSON(b []byte) error {
	var x struct {
		Value string `json:"value"`
	}
	if err := json.Unmarshal(b, &x); err != nil {
		return err
	}
	return w.UnmarshalText([]byte(x.Value))
}

// Grain is a size of the calendar, from the finest to the coarsest.
type Grain uint8

// The grains. A Season, Quarter and Half are parts of a year.
const (
	NoGrain    = Grain(when.NoGrain)
	Second     = Grain(when.Second)
	Minute     = Grain(when.Minute)
	Hour       = Grain(when.Hour)
	DayPart    = Grain(when.DayPart)
	Day        = Grain(when.Day)
	Weekend    = Grain(when.Weekend)
	Week       = Grain(when.Week)
	Month      = Grain(when.Month)
	Season     = Grain(when.Season)
	Quarter    = Grain(when.Quarter)
	Half       = Grain(when.Half)
	Year       = Grain(when.Year)
	Decade     = Grain(when.Decade)
	Century    = Grain(when.Century)
	Millennium = Grain(when.Millennium)
)

// String is the name of g in lower case; "" for NoGrain.
func (g Grain) String() string { return when.Grain(g).String() }

// MarshalText writes what String gives.
func (g Grain) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (g *Grain) UnmarshalText(b []byte) error {
	x, ok := when.ParseGrain(string(b))
	if !ok {
		return fmt.Errorf("dateline: no grain %q", b)
	}
	*g = Grain(x)
	return nil
}

// Anchor tells what a When was reckoned from.
type Anchor uint8

const (
	// AnchorNone is the anchor of an incomplete When, or one that needs none.
	AnchorNone = Anchor(when.NoAnchor)
	// AnchorExplicit means that the text gives it in full.
	AnchorExplicit = Anchor(when.Explicit)
	// AnchorPublished means that Article.Published settled it.
	AnchorPublished = Anchor(when.Published)
	// AnchorMention means that another time expression settled it.
	AnchorMention = Anchor(when.Mention)
	// AnchorEvent means that it is placed by something that happens in the
	// text and is not dated where it stands: "five days after the fall of the
	// town" is P5D then, with the modifier AFTER.
	AnchorEvent = Anchor(when.Event)
)

// String is "explicit", "published", "mention", "event" or "".
func (a Anchor) String() string { return when.Anchor(a).String() }

// MarshalText writes what String gives.
func (a Anchor) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (a *Anchor) UnmarshalText(b []byte) error {
	x, ok := when.ParseAnchor(string(b))
	if !ok {
		return fmt.Errorf("dateline: no anchor %q", b)
	}
	*a = Anchor(x)
	return nil
}

// TimeID names a TimeMention inside one Document. The first is 1; 0 is none.
type TimeID int

// A TimeMention is a time expression of the article.
type TimeMention struct {
	ID   TimeID `json:"id"`
	Span Span   `json:"span"`
	When When   `json:"when"`
	// Anchor is the mention that When was reckoned from, if it was one.
	Anchor TimeID `json:"anchor,omitzero"`
	// Candidates are the possible meanings when nothing settles which it is.
	Candidates []When `json:"candidates,omitempty"`
	// Ends are the two ends of a range that one expression tells, "Aug. 6" and
	// "8" of "Aug. 6-8", which TIMEX3 annotates one by one. When is the range.
	Ends     []TimeEnd `json:"ends,omitempty"`
	Evidence Evidence  `json:"evidence,omitzero"`
}

// A TimeEnd is one end of a range.
type TimeEnd struct {
	Span Span `json:"span"`
	When When `json:"when"`
}

// A TimeParser finds time expressions. See Parser for the contract of all parsers.
type TimeParser interface {
	ParseTimes(t *Text) ([]TimeMention, error)
}

// TimeParserFunc is a function as a TimeParser.
type TimeParserFunc func(t *Text) ([]TimeMention, error)

// ParseTimes calls f(t).
func (f TimeParserFunc) ParseTimes(t *Text) ([]TimeMention, error) { return f(t) }
