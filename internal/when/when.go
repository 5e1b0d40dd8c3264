// Package when holds the civil time values of dateline: Point, a moment at a
// stated precision, and Value, what a time expression of a text means. Both
// are small comparable values whose zero means unknown. A Value is written
// in three forms: EDTF (ISO 8601-2:2019), the value attribute of TIMEX3
// (ISO 24617-1), and a lossless form of its own, String.
//
// All calendars are proleptic Gregorian, weeks are those of ISO 8601, years
// are astronomical: year 0 is 1 BC.
package when

// Grain is the size of the calendar unit that a value is exact to, from the
// finest to the coarsest, and the unit of durations.
type Grain uint8

// The grains. Season, Quarter and Half are parts of a year of three, three
// and six months.
const (
	NoGrain Grain = iota
	Second
	Minute
	Hour
	DayPart
	Day
	Weekend
	Week
	Month
	Season
	Quarter
	Half
	Year
	Decade
	Century
	Millennium
)

var grainNames = [...]string{
	"", "second", "minute", "hour", "daypart", "day", "weekend", "week", "month",
	"season", "quarter", "half", "year", "decade", "century", "millennium",
}

// String is the text form: "day", "quarter"; empty for NoGrain.
func (g Grain) String() string { return nameOf(grainNames[:], int(g)) }

// ParseGrain is the grain with that text form.
func ParseGrain(s string) (Grain, bool) {
	i, ok := indexOf(grainNames[:], s)
	return Grain(i), ok
}

// Type is the TIMEX3 type of a Value.
type Type uint8

// The types of ISO-TimeML.
const (
	NoType   Type = iota
	Date          // calendar date of a day or coarser; also the vague references
	Time          // time of day, or part of a day
	Duration      // length of time
	Set           // times that recur
)

var typeNames = [...]string{"", "DATE", "TIME", "DURATION", "SET"}

// String is the TIMEX3 name: "DATE".
func (t Type) String() string { return nameOf(typeNames[:], int(t)) }

// ParseType is the type with that TIMEX3 name.
func ParseType(s string) (Type, bool) {
	i, ok := indexOf(typeNames[:], s)
	return Type(i), ok
}

// Mod is the TIMEX3 modifier of a Value.
type Mod uint8

// The modifiers of ISO-TimeML. Start, Mid and End are thirds of the unit.
const (
	NoMod Mod = iota
	Start
	Mid
	End
	Approx
	Before
	After
	OnOrBefore
	OnOrAfter
	MoreThan
	LessThan
	EqualOrMore
	EqualOrLess
)

var modNames = [...]string{
	"", "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER",
	"MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS",
}

// String is the TIMEX3 name: "ON_OR_AFTER".
func (m Mod) String() string { return nameOf(modNames[:], int(m)) }

// ParseMod is the modifier with that TIMEX3 name.
func ParseMod(s string) (Mod, bool) {
	i, ok := indexOf(modNames[:], s)
	return Mod(i), ok
}

// Anchor tells what a Value was reckoned from.
type Anchor uint8

// The anchors.
const (
	NoAnchor  Anchor = iota // nothing: the value is incomplete, or needs none
	Explicit                // the expression says it in full
	Published               // the article's date
	Mention                 // another time expression of the text
	Event                   // something that happens in the text and is not dated here
)

var anchorNames = [...]string{"", "explicit", "published", "mention", "event"}

// String is the text form: "published"; empty for NoAnchor.
func (a Anchor) String() string { return nameOf(anchorNames[:], int(a)) }

// ParseAnchor is the anchor with that text form.
func ParseAnchor(s string) (Anchor, bool) {
	i, ok := indexOf(anchorNames[:], s)
	return Anchor(i), ok
}

// Reference is a time that is only placed before, at or after the present.
type Reference uint8

// The references of ISO-TimeML.
const (
	NoReference Reference = iota
	Past
	Present
	Future
)

var refNames = [...]string{"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"}

// String is the TIMEX3 value: "PAST_REF".
func (r Reference) String() string { return nameOf(refNames[:], int(r)) }

// Part is a part of the day.
type Part uint8

// The parts of the day, and the hours that Earliest and Latest give them.
const (
	NoPart    Part = iota
	Morning        // 05 to 11
	Midday         // 11 to 13
	Afternoon      // 12 to 17
	Evening        // 17 to 21
	Night          // 20 to 05 of the next day
	Daytime        // 06 to 17
)

var partNames = [...]string{"", "MO", "MI", "AF", "EV", "NI", "DT"}

// String is the TIMEX3 code: "MO".
func (p Part) String() string { return nameOf(partNames[:], int(p)) }

func nameOf(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return ""
}

func indexOf(names []string, s string) (int, bool) {
	for i, n := range names {
		if n == s {
			return i, true
		}
	}
	return 0, false
}
