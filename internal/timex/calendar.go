package timex

import (
	"github.com/dateline-go/dateline/internal/when"
)

// unitAt is the calendar unit n units from the one that p lies in.
func unitAt(p when.Point, g when.Grain, n int) when.Value {
	if p.IsZero() {
		return when.Value{}
	}
	y, m, d := p.Date()
	day := p.DayNumber()
	switch g {
	case when.Day, when.DayPart:
		if d == 0 {
			return when.Value{}
		}
		return when.FromPoint(when.PointOfDay(day + n))
	case when.Week, when.Weekend:
		if d == 0 {
			return when.Value{}
		}
		if g == when.Week {
			return when.NewWeek(when.ISOWeek(day + 7*n))
		}
		return when.NewWeekend(when.ISOWeek(day + 7*n))
	case when.Month:
		if m == 0 {
			return when.Value{}
		}
		y, m = addMonths(y, m, n)
		return when.NewDate(y, m, 0)
	case when.Quarter:
		if m == 0 {
			return when.NewQuarter(y, when.Anything)
		}
		k := y*4 + (m-1)/3 + n
		return when.NewQuarter(floor(k, 4), k-4*floor(k, 4)+1)
	case when.Half:
		k := y*2 + (max(m, 1)-1)/6 + n
		return when.NewHalf(floor(k, 2), k-2*floor(k, 2)+1)
	case when.Season:
		return when.NewSeason(y+n, seasonOf(m))
	case when.Year:
		return when.NewDate(y+n, 0, 0)
	case when.Decade:
		return when.NewDecade(y + 10*n)
	case when.Century:
		return when.NewCentury(y + 100*n)
	case when.Millennium:
		return when.NewMillennium(y + 1000*n)
	}
	return when.Value{}
}

func floor(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

func addMonths(y, m, n int) (int, int) {
	k := y*12 + m - 1 + n
	y = floor(k, 12)
	return y, k - 12*y + 1
}

func seasonOf(m int) int {
	switch m {
	case 3, 4, 5:
		return 1
	case 6, 7, 8:
		return 2
	case 9, 10, 11:
		return 3
	}
	return 4
}

// openUnit is "today", "last week" when there is nothing to reckon from.
func openUnit(e *expr) when.Value {
	if e.unit == when.Day {
		return when.NewDate(when.XXXX, when.Anything, when.Anything)
	}
	switch e.unit {
	case when.Week:
		return when.NewWeek(when.XXXX, when.Anything)
	case when.Weekend:
		return when.NewWeekend(when.XXXX, when.Anything)
	case when.Month:
		return when.NewDate(when.XXXX, when.Anything, 0)
	case when.Quarter:
		return when.NewQuarter(when.XXXX, when.Anything)
	}
	return when.NewDate(when.XXXX, 0, 0)
}

// unitOf is "the first week of May", "the last day of 2024".
func unitOf(v when.Value, e *expr) when.Value {
	lo, hi := v.Earliest(), v.Latest()
	if lo.IsZero() || hi.IsZero() {
		return when.Value{}
	}
	n := int(e.num)
	switch g := e.nthUnit; g {
	case when.Day:
		if n == ordinalLast {
			return when.FromPoint(hi)
		}
		return when.FromPoint(when.PointOfDay(lo.DayNumber() + n - 1))
	case when.Week, when.Weekend:
		d := lo.DayNumber() + 7*(n-1)
		if n == ordinalLast {
			d = hi.DayNumber()
			if g == when.Weekend && when.ISOWeekday(d) < 6 {
				d -= 7
			}
		}
		if g == when.Weekend {
			return when.NewWeekend(when.ISOWeek(d))
		}
		return when.NewWeek(when.ISOWeek(d))
	case when.Month:
		y, _, _ := lo.Date()
		if v.Grain() != when.Year {
			return when.Value{}
		}
		if n == ordinalLast {
			n = 12
		}
		return when.NewDate(y, n, 0)
	}
	return when.Value{}
}

// weekdayOf is the nth weekday of a month, the last for -1 and ordinalLast.
func weekdayOf(y, m, wd, n int) when.Point {
	if n < 0 || n == ordinalLast {
		d := when.DayNumber(y, m, when.DaysIn(y, m))
		return when.PointOfDay(d - (when.ISOWeekday(d)-wd+7)%7)
	}
	d := when.DayNumber(y, m, 1)
	d += (wd-when.ISOWeekday(d)+7)%7 + 7*(n-1)
	p := when.PointOfDay(d)
	if _, pm, _ := p.Date(); pm != m {
		return when.Point{}
	}
	return p
}

// plusYears is v moved by n years, at its own grain.
func plusYears(v when.Value, n int) when.Value {
	y, m, d := v.Date()
	lo := v.Earliest()
	if y == when.XXXX || lo.IsZero() {
		return when.Value{}
	}
	_, lm, _ := lo.Date()
	switch v.Grain() {
	case when.Quarter:
		return when.NewQuarter(y+n, (lm-1)/3+1)
	case when.Half:
		return when.NewHalf(y+n, (lm-1)/6+1)
	case when.Season:
		return when.NewSeason(y+n, seasonOf(lm))
	case when.Month:
		return when.NewDate(y+n, m, 0)
	case when.Day:
		if w := when.NewDate(y+n, m, d); !w.IsZero() {
			return w
		}
	}
	return when.NewDate(y+n, 0, 0)
}

// shiftPoint is the unit n units from p, exact to that unit.
func shiftPoint(p when.Point, n float64, g when.Grain) when.Value {
	k := int(n)
	y, m, _ := p.Date()
	switch {
	case n > 1e6 || n < -1e6:
		ref := when.Past
		if n > 0 {
			ref = when.Future
		}
		return when.NewReference(ref)
	case float64(k) != n:
		// Half units count in the next finer.
		switch g {
		case when.Year:
			return shiftPoint(p, float64(int(n*12)), when.Month)
		case when.Week:
			return shiftPoint(p, float64(int(n*7)), when.Day)
		case when.Decade:
			return shiftPoint(p, float64(int(n*10)), when.Year)
		case when.Century:
			return shiftPoint(p, float64(int(n*100)), when.Year)
		case when.Month:
			return shiftPoint(p, float64(int(n*30)), when.Day)
		}
		return unitAt(p.Truncate(when.Day), when.Day, 0)
	}
	switch g {
	case when.Second, when.Minute, when.Hour:
		h, _, _ := p.Clock()
		if h < 0 {
			if g == when.Hour && (k > 23 || k < -23) {
				return unitAt(p, when.Day, k/24)
			}
			return unitAt(p.Truncate(when.Day), when.Day, 0)
		}
		return when.FromPoint(p.Truncate(when.Day))
	case when.Month:
		if m == 0 {
			return when.NewDate(y+k/12, 0, 0)
		}
	case when.Decade:
		return when.NewDate(y+10*k, 0, 0)
	case when.Century:
		return when.NewDate(y+100*k, 0, 0)
	case when.Millennium:
		return when.NewDate(y+1000*k, 0, 0)
	}
	return unitAt(p, g, k)
}

// edgeOf is the day n units from p.
func edgeOf(p when.Point, n float64, g when.Grain) when.Value {
	months := 0.0
	switch g {
	case when.Day:
		return when.FromPoint(when.PointOfDay(p.DayNumber() + int(n)))
	case when.Week:
		return when.FromPoint(when.PointOfDay(p.DayNumber() + int(7*n)))
	case when.Month:
		months = n
	case when.Quarter:
		months = 3 * n
	case when.Year:
		months = 12 * n
	case when.Decade:
		months = 120 * n
	default:
		return shiftPoint(p, n, g)
	}
	y, m, d := p.Date()
	if m == 0 || d == 0 || months > 1e5 || months < -1e5 {
		return shiftPoint(p, n, g)
	}
	y, m = addMonths(y, m, int(months))
	return when.NewDate(y, m, min(d, when.DaysIn(y, m)))
}

// easter is the day number of Easter Sunday (Meeus, Jones and Butcher).
func easter(y int) int {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	n := h + l - 7*((a+11*h+22*l)/451) + 114
	return when.DayNumber(y, n/31, n%31+1)
}
