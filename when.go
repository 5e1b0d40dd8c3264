package dateline

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline/internal/when"
)

// A Moment is a civil moment at a precision from a year to a second, with an
// offset from UTC where one is known. The zero Moment is unknown. Moments are
// comparable with ==. The calendar is the proleptic Gregorian one.
type Moment struct{ p when.Point }

// Date is a day; day 0 makes it a month, month 0 a year. It is the zero
// Moment if there is no such date.
func Date(year int, month time.Month, day int) Moment {
	return Moment{when.NewPoint(year, int(month), day)}
}

// MomentOf is the moment t in t's zone, to the second.
func MomentOf(t time.Time) Moment { return Moment{when.PointOf(t, when.Second)} }

// ParseMoment reads the ISO 8601 form that String writes: "2025", "2025-08",
// "2025-08-06", "2025-08-06T15:04", "2025-08-06T15:04:05+02:00"; and the forms
// of feeds and headers: RFC 3339 with fractions of a second, which are cut,
// RFC 1123, 822, 5322, 850 and asctime. A named zone that RFC 822 does not
// name has no offset that is known.
func ParseMoment(s string) (Moment, error) {
	s = strings.TrimSpace(s)
	if p, err := when.ParsePoint(s); err == nil {
		return Moment{p}, nil
	}
	feed, known := feedForm(s)
	for _, layout := range momentLayouts {
		t, err := time.Parse(layout, feed)
		if err != nil {
			continue
		}
		if !known {
			p, err := when.ParsePoint(t.Format("2006-01-02T15:04:05"))
			return Moment{p}, err
		}
		return MomentOf(t), nil
	}
	return Moment{}, fmt.Errorf("dateline: %q is not a moment", s)
}

// momentLayouts are the forms of RFC 3339, 822, 850, 1123 and 5322 and of
// asctime, as feedForm leaves them.
var momentLayouts = [...]string{
	time.RFC3339Nano, "2006-01-02 15:04:05Z07:00", "2006-01-02T15:04:05Z0700", time.DateTime,
	"2 Jan 2006 15:04:05 -0700", "2 Jan 06 15:04:05 -0700", "2 Jan 2006 15:04 -0700", "2 Jan 06 15:04 -0700",
	"2-Jan-06 15:04:05 -0700", "2-Jan-2006 15:04:05 -0700",
	time.ANSIC, "Mon Jan _2 15:04:05 -0700 2006",
}

// feedForm is a date of a feed or a header without the day of the week before
// a comma and without a comment, with its zone as an offset. It reports
// whether that is known: of no other name than those below it is.
func feedForm(s string) (form string, known bool) {
	if at := strings.IndexByte(s, '('); at > 0 && strings.HasSuffix(s, ")") {
		s = strings.TrimSpace(s[:at])
	}
	if s != "" && s[0] >= '0' && s[0] <= '9' && !strings.Contains(s, " ") {
		return strings.ToUpper(s), true // RFC 3339 in small letters
	}
	if day, rest, ok := strings.Cut(s, ","); ok && isDayName(day) {
		s = strings.TrimSpace(rest)
	}
	words := strings.Fields(s)
	for i := len(words) - 1; i >= max(1, len(words)-2); i-- {
		name := strings.ToUpper(words[i])
		if strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
			continue
		}
		offset := "+0000" // of a zone that is not known to be read and left out
		k := slices.IndexFunc(zones[:], func(z zone) bool { return z.name == name })
		if k >= 0 {
			offset = zones[k].offset
		}
		words[i] = offset
		return strings.Join(words, " "), k >= 0
	}
	return s, true
}

// isDayName reports whether s is the name of a day of the week, or its first letters.
func isDayName(s string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if name := d.String(); len(s) >= 3 && len(s) <= len(name) && strings.EqualFold(s, name[:len(s)]) {
			return true
		}
	}
	return false
}

type zone struct{ name, offset string }

// zones are those that RFC 822 names, and UTC.
var zones = [...]zone{
	{"UT", "+0000"}, {"UTC", "+0000"}, {"GMT", "+0000"}, {"Z", "+0000"}, {"EST", "-0500"}, {"EDT", "-0400"}, {"CST", "-0600"},
	{"CDT", "-0500"}, {"MST", "-0700"}, {"MDT", "-0600"}, {"PST", "-0800"}, {"PDT", "-0700"},
}

// IsZero reports whether p is unknown.
func (p Moment) IsZero() bool { return p.p.IsZero() }

// Grain is the precision of p.
func (p Moment) Grain() Grain { return Grain(p.p.Grain().String()) }

// Date is the calendar date of p; a part that p does not have is 0.
func (p Moment) Date() (year int, month time.Month, day int) {
	y, m, d := p.p.Date()
	return y, time.Month(m), d
}

// Clock is the time of day of p; a part that p does not have is -1.
func (p Moment) Clock() (hour, minute, second int) { return p.p.Clock() }

// Offset is the offset from UTC in minutes, if it is known.
func (p Moment) Offset() (minutes int, ok bool) { return p.p.Offset() }

// Time is the first moment of p, in UTC or at its offset.
func (p Moment) Time() time.Time { return p.p.Time() }

// Compare orders moments by their first second, then by their last. An
// unknown offset counts as UTC; the zero Moment comes before all others.
func (p Moment) Compare(q Moment) int { return p.p.Compare(q.p) }

// Equal reports whether p and q are the same in every part: p == q.
func (p Moment) Equal(q Moment) bool { return p == q }

// String is the ISO 8601 form, or "" for the zero Moment.
func (p Moment) String() string { return p.p.String() }

// MarshalText writes what String gives.
func (p Moment) MarshalText() ([]byte, error) { return p.p.MarshalText() }

// UnmarshalText reads what MarshalText writes.
func (p *Moment) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*p = Moment{}
		return nil
	}
	q, err := ParseMoment(string(b))
	if err == nil {
		*p = q
	}
	return err
}

// first and last are the ends of p in seconds since 1970.
func (p Moment) first() int64 { return p.p.First() }
func (p Moment) last() int64  { return p.p.Last() }

// A When is what a time expression means: a date or time of day, a span, a
// length of time, something that recurs, or a vague reference. It keeps how
// exactly that is known, its bounds, its modifier and what it was reckoned
// from. The zero When is unknown. Whens are comparable with ==.
type When struct{ v when.Value }

// On is the day, month, year or moment p.
func On(p Moment) When { return When{when.FromPoint(p.p)}.anchored() }

// Between is the time from the first moment of a to the last of b. A zero
// Moment leaves that side open: "on or after a", "on or before b". If b ends
// before a starts, the result is the zero When.
func Between(a, b Moment) When {
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

// Earliest is the first Moment that w may mean, inclusive; zero if w is open
// there or has no place in the calendar.
func (w When) Earliest() Moment { return Moment{w.v.Earliest()} }

// Latest is the last Moment that w may mean, inclusive, like Earliest.
func (w When) Latest() Moment { return Moment{w.v.Latest()} }

// Grain is what w is exact to; of a length of time, its unit.
func (w When) Grain() Grain { return Grain(w.v.Grain().String()) }

// Anchor tells what w was reckoned from.
func (w When) Anchor() Anchor { return Anchor(w.v.Anchor().String()) }

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
		Earliest Moment `json:"earliest,omitzero"`
		Latest   Moment `json:"latest,omitzero"`
		Grain    Grain  `json:"grain,omitzero"`
	}{w.String(), w.EDTF(), w.Earliest(), w.Latest(), w.Grain()})
}

// UnmarshalJSON reads what MarshalJSON writes, and an object with "edtf" alone.
func (w *When) UnmarshalJSON(b []byte) error {
	var x struct {
		Value string `json:"value"`
		EDTF  string `json:"edtf"`
	}
	if err := json.Unmarshal(b, &x); err != nil {
		return err
	}
	if x.Value == "" && x.EDTF != "" {
		v, err := ParseEDTF(x.EDTF)
		if err == nil {
			*w = v
		}
		return err
	}
	return w.UnmarshalText([]byte(x.Value))
}

// Grain is a size of the calendar. The set is open; the built-in grains are
// the constants below, from the finest to the coarsest.
type Grain string

// The grains. A season, a quarter and a half are parts of a year.
const (
	GrainNone       Grain = ""
	GrainSecond     Grain = "second"
	GrainMinute     Grain = "minute"
	GrainHour       Grain = "hour"
	GrainDayPart    Grain = "daypart" // a morning, an afternoon, a night
	GrainDay        Grain = "day"
	GrainWeekend    Grain = "weekend"
	GrainWeek       Grain = "week"
	GrainMonth      Grain = "month"
	GrainSeason     Grain = "season"
	GrainQuarter    Grain = "quarter"
	GrainHalf       Grain = "half"
	GrainYear       Grain = "year"
	GrainDecade     Grain = "decade"
	GrainCentury    Grain = "century"
	GrainMillennium Grain = "millennium"
)

// Compare orders grains from the finest to the coarsest; one that is not
// known comes before all others.
func (g Grain) Compare(h Grain) int {
	a, _ := when.ParseGrain(string(g))
	b, _ := when.ParseGrain(string(h))
	return int(a) - int(b)
}

// Anchor tells what a When was reckoned from. The set is open; the built-in
// anchors are the constants below.
type Anchor string

// The anchors.
const (
	// AnchorNone is the anchor of an incomplete When, or one that needs none.
	AnchorNone Anchor = ""
	// AnchorExplicit means that the text gives it in full.
	AnchorExplicit Anchor = "explicit"
	// AnchorPublished means that Article.Published settled it.
	AnchorPublished Anchor = "published"
	// AnchorMention means that another time expression settled it.
	AnchorMention Anchor = "mention"
	// AnchorEvent means that it is placed by something that happens in the
	// text and is not dated where it stands: "five days after the fall of the
	// town" is P5D then, with the modifier AFTER.
	AnchorEvent Anchor = "event"
)

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
