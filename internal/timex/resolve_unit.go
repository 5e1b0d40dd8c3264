package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// same settles "that year", "the next day", "the quarter".
func (r *resolver) same(e *expr) (when.Value, anchor) {
	if e.unit == when.Quarter || e.unit == when.Half {
		if r.lastSub != token.None && e.sense != sameUnit || r.lastSub != token.None && r.lastSub == r.last {
			v := r.out[r.lastSub].Value
			if v.Grain() == e.unit && !v.Earliest().IsZero() {
				return unitAt(v.Earliest(), e.unit, int(e.n)), anchor{how: when.Mention, ref: r.lastSub}
			}
		}
		a := r.published()
		if e.sense == theUnit || e.sense == latestUnit || e.n == 0 {
			if v := unitAt(a.p, e.unit, -1); !v.IsZero() {
				return v, a
			}
			return when.NewQuarter(when.XXXX, when.Anything), a
		}
		return unitAt(a.p, e.unit, int(e.n)), a
	}
	a := r.before(e)
	switch {
	case e.sense == theUnit && e.unit == when.Day:
		a = r.near(e)
	case e.unit == when.Weekend, e.sense == theUnit && e.unit != when.Day && !r.told(e):
		a = r.published()
	}
	v := unitAt(a.p, e.unit, int(e.n))
	if v.IsZero() {
		if e.unit == when.Day && r.last != token.None {
			// "that day" after a mere month or year: a day of it.
			y, m, _ := r.out[r.last].Value.Date()
			if m == 0 {
				m = when.Anything
			}
			return e.onDay(when.NewDate(y, m, when.Anything)), anchor{how: when.Mention, ref: r.last}
		}
		return e.onDay(openUnit(e)), anchor{ref: token.None}
	}
	return e.onDay(v), a
}

// shifted settles "two days ago", "a year earlier", "three weeks later".
func (r *resolver) shifted(e *expr) (when.Value, anchor) {
	a, said := r.spoken(e)
	if !said {
		a = r.published()
	}
	if e.toMention {
		a = r.near(e)
		if e.n > 0 && a.how != when.Mention {
			// "Ten years later" never counts from the article's date.
			if a = r.mention(); a.how != when.Mention || e.unit <= when.Week {
				return e.value, anchor{ref: token.None}
			}
		}
	} else if a.p.IsZero() {
		a = r.base(e)
	}
	if e.vague {
		switch {
		case e.toMention:
			// "hours later": a length of time from the mention.
			return e.value, a
		case r.d.Tokens[e.last-1].Lower == "now" || r.d.Tokens[e.last-1].Lower == "hence":
			return when.NewReference(when.Future), a
		}
		return when.NewReference(when.Past), a
	}
	if e.toMention && r.last != token.None {
		// The grain of what it is reckoned from: a quarter a year earlier.
		v := r.out[r.last].Value
		if e.unit == when.Year && e.n == -1 && (r.es[r.last].sent >= e.sent-1) && v.Type() == when.Date {
			switch v.Grain() {
			case when.Quarter, when.Half:
				if k := r.es[r.last].kind; k != kPartOf && k != kSame {
					break
				}
				return plusYears(v, -1), anchor{how: when.Mention, ref: r.last}
			case when.Month, when.Season:
				return plusYears(v, -1), anchor{how: when.Mention, ref: r.last}
			}
		}
	}
	if e.unit == when.Year && e.n == -1 && r.lastSub != token.None && !r.told(e) && r.es[r.lastSub].sent >= e.sent-6 {
		return plusYears(r.out[r.lastSub].Value, -1), anchor{how: when.Mention, ref: r.lastSub}
	}
	if a.p.IsZero() {
		ref := when.Past
		if e.n > 0 {
			ref = when.Future
		}
		return when.NewReference(ref), a
	}
	return shiftPoint(a.p, e.n, e.unit), a
}

// partOf settles seasons, quarters and halves.
func (r *resolver) partOf(e *expr) (when.Value, anchor) {
	explicit := anchor{how: when.Explicit, ref: token.None}
	in := func(y int) when.Value {
		switch e.unit {
		case when.Season:
			return when.NewSeason(y, int(e.num))
		case when.Half:
			return when.NewHalf(y, int(e.num))
		}
		return when.NewQuarter(y, int(e.num))
	}
	if e.year != when.XXXX {
		return in(e.year), explicit
	}
	a := r.from(e)
	if a.p.IsZero() {
		return in(when.XXXX), anchor{ref: token.None}
	}
	y, m, _ := a.p.Date()
	if e.dir == dirYear {
		return in(y + int(e.n)), a
	}
	if a.ref != token.None && a.how == when.Mention && r.out[min(a.ref, int32(len(r.out)-1))].Value.Grain() > when.Season && e.dir != noDir {
		return in(y + int(e.dir)), a // "the following spring" after a mere year
	}
	// The first month of the part, from the year's start.
	first := e.startMonth()
	length := 3
	if e.unit == when.Half {
		length = 6
	}
	over := m >= first+length
	begun := m >= first
	switch e.dir {
	case -1:
		if !over {
			y--
		}
		return in(y), a
	case 1:
		if begun {
			y++
		}
		return in(y), a
	case 0:
		return in(y), a
	}
	if r.told(e) {
		return in(y), a
	}
	switch tenseAt(r.d, e) {
	case future:
		if over && m-first >= 6 {
			y++
		}
	default:
		if !begun {
			y--
		}
	}
	return in(y), a
}

// yearAgo settles "the year-earlier quarter" by the quarter last mentioned.
func (r *resolver) yearAgo(e *expr) (when.Value, anchor) {
	if e.num > 0 {
		y, _, _ := r.now.Date()
		if r.now.IsZero() {
			y = when.XXXX + 1
		}
		return when.NewQuarter(y-1, int(e.num)), r.published()
	}
	if r.lastSub != token.None && e.unit != when.Month {
		return plusYears(r.out[r.lastSub].Value, -1), anchor{how: when.Mention, ref: r.lastSub}
	}
	a := r.published()
	if a.p.IsZero() {
		return when.NewReference(when.Past), a
	}
	g := e.unit
	if g == when.Quarter {
		return plusYears(unitAt(a.p, when.Quarter, -1), -1), a
	}
	if g == when.NoGrain {
		g = when.Year
	}
	return plusYears(unitAt(a.p, g, 0), -1), a
}

// length settles a duration: its ends, where a direction gives them.
func (r *resolver) length(e *expr) (when.Value, anchor) {
	v := e.value
	a := anchor{how: when.Explicit, ref: token.None}
	if e.dir != -1 && e.dir != 1 || v.IsZero() {
		return v, a
	}
	b := r.base(e)
	n, g, known := v.Amount()
	if b.p.IsZero() || b.p.Grain() > when.Day {
		return v, a
	}
	end := when.FromPoint(b.p)
	if !known {
		if e.dir < 0 {
			return v.WithEnds(when.Value{}, end), b
		}
		return v.WithEnds(end, when.Value{}), b
	}
	other := edgeOf(b.p, n*float64(e.dir), g)
	if other.Type() != when.Date || other.Reference() != when.NoReference {
		return v, b
	}
	if e.dir < 0 {
		return v.WithEnds(other, end), b
	}
	return v.WithEnds(end, other), b
}
