package when

import (
	"testing"
	"time"
	"unsafe"
)

func TestForms(t *testing.T) {
	for _, c := range []struct {
		v                        Value
		text, timex3, edtf, span string
	}{
		{NewDate(2025, 8, 6), "DATE 2025-08-06", "2025-08-06", "2025-08-06", "2025-08-06 2025-08-06"},
		{NewDate(XXXX, 8, 6), "DATE XXXX-08-06", "XXXX-08-06", "XXXX-08-06", " "},
		{NewDate(2024, 2, 0), "DATE 2024-02", "2024-02", "2024-02", "2024-02-01 2024-02-29"},
		{NewDate(2024, 0, 0).WithMod(Start).WithAnchor(Published), "DATE 2024 START @published", "2024", "2024-01-01/2024-04-30",
			"2024-01-01 2024-04-30"},
		{NewDate(-43, 3, 15), "DATE BC0044-03-15", "BC0044-03-15", "-0043-03-15", "-0043-03-15 -0043-03-15"},
		{NewDecade(1994), "DATE 199", "199", "199X", "1990-01-01 1999-12-31"},
		{NewCentury(1900), "DATE 19", "19", "19XX", "1900-01-01 1999-12-31"},
		{NewQuarter(1998, 2), "DATE 1998-Q2", "1998-Q2", "1998-34", "1998-04-01 1998-06-30"},
		{NewHalf(1998, 1), "DATE 1998-H1", "1998-H1", "1998-40", "1998-01-01 1998-06-30"},
		{NewSeason(1998, 2), "DATE 1998-SU", "1998-SU", "1998-22", "1998-06-01 1998-08-31"},
		{NewWeekend(1998, 5), "DATE 1998-W05-WE", "1998-W05-WE", "1998-01-31/1998-02-01", "1998-01-31 1998-02-01"},
		{NewWeekday(XXXX, Anything, 5), "DATE XXXX-WXX-5", "XXXX-WXX-5", "XXXX-WXX-5", " "},
		{NewSet(NewWeekday(XXXX, Anything, 5), 0), "SET XXXX-WXX-5", "XXXX-WXX-5", "XXXX-WXX-5", " "},
		{NewSet(NewDuration(1, Month), 2), "SET P1M 2x", "P1M", "R/P1M", " "},
		{NewDate(2025, 8, 6).During(Evening), "TIME 2025-08-06TEV", "2025-08-06TEV", "2025-08-06T17/2025-08-06T21",
			"2025-08-06T17 2025-08-06T21"},
		{NewDate(2025, 8, 6).At(15, 0, -1).In(0), "TIME 2025-08-06T15:00Z", "2025-08-06T15:00", "2025-08-06T15:00Z",
			"2025-08-06T15:00Z 2025-08-06T15:00Z"},
		{NewDuration(36, Hour), "DURATION PT36H", "PT36H", "PT36H", " "},
		{NewDuration(1.5, Year), "DURATION P1.5Y", "P1.5Y", "P1.5Y", " "},
		{NewDuration(4.5e9, Year), "DURATION P4500000000Y", "P4500000000Y", "P4500000000Y", " "},
		{NewDuration(2, Decade), "DURATION P2DE", "P20Y", "P20Y", " "},
		{NewDuration(1, Hour).And(NewDuration(30, Minute)), "DURATION PT1H30M", "PT1H30M", "PT1H30M", " "},
		{NewVagueDuration(Year), "DURATION PXY", "PXY", "PXY", " "},
		{NewDuration(3, Month).WithEnds(NewDate(2025, 5, 0), NewDate(2025, 7, 0)).WithMod(Approx),
			"DURATION P3M 2025-05/2025-07 APPROX", "P3M", "2025-05~/2025-07~", "2025-05-01 2025-07-31"},
		{NewSpan(NewDate(2025, 8, 6), NewDate(2025, 8, 8)), "DATE 2025-08-06/2025-08-08", "2025-08-06/2025-08-08",
			"2025-08-06/2025-08-08", "2025-08-06 2025-08-08"},
		{NewSpan(NewDate(2025, 8, 8), Value{}), "DATE 2025-08-08 ON_OR_AFTER", "2025-08-08", "2025-08-08/..", "2025-08-08 "},
		{NewDate(2025, 8, 8).WithMod(Before), "DATE 2025-08-08 BEFORE", "2025-08-08", "../2025-08-07", " 2025-08-07"},
		{NewReference(Past), "DATE PAST_REF", "PAST_REF", "", " "},
		{NewFiscalYear(1998), "DATE FY1998", "FY1998", "", " "},
		{Value{}, "", "", "", " "},
	} {
		if got := c.v.String(); got != c.text {
			t.Errorf("String: got %q, want %q", got, c.text)
		}
		if got := c.v.TIMEX3(); got != c.timex3 {
			t.Errorf("%s: TIMEX3 %q, want %q", c.text, got, c.timex3)
		}
		if got := c.v.EDTF(); got != c.edtf {
			t.Errorf("%s: EDTF %q, want %q", c.text, got, c.edtf)
		}
		if got := c.v.Earliest().String() + " " + c.v.Latest().String(); got != c.span {
			t.Errorf("%s: bounds %q, want %q", c.text, got, c.span)
		}
		if got, err := Parse(c.text); err != nil || got != c.v {
			t.Errorf("Parse(%q) = %v, %v", c.text, got, err)
		}
	}
}

func TestInvalid(t *testing.T) {
	for _, v := range []Value{NewDate(2025, 2, 29), NewDate(2025, 13, 1), NewDate(2025, 0, 3), NewWeek(2025, 53),
		NewDate(2025, 1, 1).At(25, 0, 0),
		NewDate(2025, 1, 0).At(5, 0, 0), NewDuration(-1, Day), NewDuration(1, NoGrain), NewDate(20250, 1, 1), NewQuarter(2025, 5)} {
		if !v.IsZero() {
			t.Errorf("%v should be zero", v)
		}
	}
	for _, s := range []string{"DATE", "DATE 2025-02-30", "FOO 2025", "DATE 2025 NEVER", "SET PAST_REF", "DATE 2025/",
		"DURATION P", "DATE 2025-08-06T", "DATE  2025"} {
		if v, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %v", s, v)
		}
	}
}

func TestIntervalsInOrder(t *testing.T) {
	late, soon := NewDate(2025, 8, 8), NewDate(2025, 8, 6)
	if v := NewSpan(late, soon); !v.IsZero() {
		t.Errorf("a span that ends before it starts: %v", v)
	}
	if v := NewDuration(2, Day); v.WithEnds(late, soon) != v {
		t.Errorf("a duration that ends before it starts: %v", v.WithEnds(late, soon))
	}
	for _, s := range []string{"2025-08-08/2025-08-06", "2025/2024", "2025-08-06T15:00/2025-08-06T14:00", "199X/198X"} {
		if v, err := ParseEDTF(s); err == nil {
			t.Errorf("ParseEDTF(%q) = %v", s, v)
		}
	}
	for _, s := range []string{"DATE 2025-08-08/2025-08-06", "DURATION P2D 2025-08-08/2025-08-06"} {
		if v, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %v", s, v)
		}
	}
	if v, err := ParseTIMEX3(Date, "2025-08-08/2025-08-06", NoMod); err == nil {
		t.Errorf("ParseTIMEX3: %v", v)
	}
	for _, s := range []string{"2025-08-06/2025-08-06", "2025-08-06/2025-08", "2025-08/2025-08-06", "XXXX-12-24/XXXX-01-06"} {
		if _, err := ParseEDTF(s); err != nil {
			t.Errorf("ParseEDTF(%q): %v", s, err)
		}
	}
}

func TestRelations(t *testing.T) {
	d := func(y, m, day int) Value { return NewDate(y, m, day) }
	for _, c := range []struct {
		a, b             Value
		before, overlaps bool
	}{
		{d(2025, 8, 6), d(2025, 8, 8), true, false},
		{d(2025, 8, 0), d(2025, 8, 8), false, true},
		{d(2025, 8, 8).WithMod(OnOrAfter), d(2026, 1, 1), false, true},
		{d(2025, 8, 8).WithMod(OnOrBefore), d(2026, 1, 1), true, false},
		{d(2025, 12, 31).At(23, 30, -1).In(-60), d(2026, 1, 1).At(0, 15, -1).In(0), false, false},
		{d(XXXX, 8, 6), d(2026, 1, 1), false, false},
	} {
		if got := c.a.Before(c.b); got != c.before {
			t.Errorf("%v before %v: %v", c.a, c.b, got)
		}
		if got := c.a.Overlaps(c.b); got != c.overlaps {
			t.Errorf("%v overlaps %v: %v", c.a, c.b, got)
		}
	}
	if c := NewPoint(2025, 0, 0).Compare(NewPoint(2025, 1, 1)); c != 1 {
		t.Errorf("the longer point comes after: %d", c)
	}
}

func TestCalendar(t *testing.T) {
	for n := DayNumber(-5, 1, 1); n < DayNumber(2105, 1, 1); n += 13 {
		y, m, d := FromDayNumber(n)
		std := time.Unix(int64(n)*86400, 0).UTC()
		wy, ww := ISOWeek(n)
		sy, sw := std.ISOWeek()
		if y != std.Year() || m != int(std.Month()) || d != std.Day() || DayNumber(y, m, d) != n ||
			wy != sy || ww != sw || ISOWeekday(n)%7 != int(std.Weekday()) {
			t.Fatalf("day %d: %d-%d-%d week %d-%d", n, y, m, d, wy, ww)
		}
	}
	if p := PointOf(time.Date(2025, 8, 6, 15, 4, 5, 0, time.FixedZone("", 7200)), Second); p.String() != "2025-08-06T15:04:05+02:00" {
		t.Error(p)
	}
}

func TestTruncate(t *testing.T) {
	for _, c := range []struct {
		p    Point
		g    Grain
		want Point
	}{
		{NewPoint(2025, 8, 6).At(9, 30, -1), Day, NewPoint(2025, 8, 6)},
		{NewPoint(2025, 8, 6), Month, NewPoint(2025, 8, 0)},
		{NewPoint(2025, 8, 0), Day, NewPoint(2025, 8, 0)},
		{Point{}, Day, Point{}},
		{Point{}, Year, Point{}},
	} {
		if got := c.p.Truncate(c.g); got != c.want {
			t.Errorf("%v to a %v is %v, want %v", c.p, c.g, got, c.want)
		}
	}
}

func TestSize(t *testing.T) {
	if n := unsafe.Sizeof(Value{}); n > 64 {
		t.Errorf("Value takes %d bytes", n)
	}
	if n := testing.AllocsPerRun(10, func() { _ = NewDate(2025, 8, 6).WithMod(Start).Earliest() }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
