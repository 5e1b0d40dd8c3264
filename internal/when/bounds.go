package when

// Earliest is the first Point that v may mean, inclusive: a day, or an hour
// or finer for a time of day. It is the zero Point if v is open there or its
// place in the calendar is not known.
func (v Value) Earliest() Point { lo, _ := v.bounds(); return lo }

// Latest is the last Point that v may mean, inclusive, like Earliest.
func (v Value) Latest() Point { _, hi := v.bounds(); return hi }

func (v Value) bounds() (lo, hi Point) {
	if !v.plain() || v.ref != NoReference {
		if v.typ == Set && v.a.prec != 0 {
			return v.a.bounds()
		}
		lo, _ = v.a.bounds()
		_, hi = v.b.bounds()
		return lo, hi
	}
	lo, hi = v.a.bounds()
	switch v.mod {
	case Before:
		return Point{}, lo.step(-1)
	case OnOrBefore:
		return Point{}, hi
	case After:
		return hi.step(1), Point{}
	case OnOrAfter:
		return lo, Point{}
	case Start, Mid, End:
		return v.third(lo, hi)
	}
	return lo, hi
}

// step is the Point n units of its own grain later.
func (p Point) step(n int) Point {
	if p.IsZero() || p.grain > Day {
		return p
	}
	if p.grain == Day {
		return PointOfDay(p.DayNumber() + n)
	}
	h, m, s := p.Clock()
	unit := 3600
	switch p.grain {
	case Minute:
		unit = 60
	case Second:
		unit = 1
	}
	t := h*3600 + max(m, 0)*60 + max(s, 0) + n*unit
	d := PointOfDay(p.DayNumber() + floorDiv(t, 86400))
	t -= floorDiv(t, 86400) * 86400
	h, m, s = t/3600, t/60%60, t%60
	if p.grain == Hour {
		m = -1
	}
	if p.grain != Second {
		s = -1
	}
	q := d.At(h, m, s)
	if p.hasOffset {
		q = q.In(int(p.offset))
	}
	return q
}

// third narrows bounds to the start, middle or end of the unit.
func (v Value) third(lo, hi Point) (Point, Point) {
	if lo.IsZero() || hi.IsZero() {
		return lo, hi
	}
	if g := v.a.grain(); g < Week {
		if g != Day || v.a.hour != 0 {
			return lo, hi
		}
		switch v.mod {
		case Start:
			return lo.At(0, -1, -1), hi.At(8, -1, -1)
		case Mid:
			return lo.At(9, -1, -1), hi.At(16, -1, -1)
		}
		return lo.At(17, -1, -1), hi.At(23, -1, -1)
	}
	a, b := lo.DayNumber(), hi.DayNumber()
	n := b - a + 1
	// Months and longer units are cut at a round day or month.
	cut := func(k int) int {
		p := PointOfDay(a + k*n/3)
		switch {
		case p.IsZero():
			return b
		case n > 35:
			y, m, d := p.Date()
			if d > 15 {
				m++
			}
			if m > 12 {
				y, m = y+1, 1
			}
			return DayNumber(y, m, 1)
		}
		return p.DayNumber()
	}
	switch v.mod {
	case Start:
		b = cut(1) - 1
	case Mid:
		a, b = cut(1), cut(2)-1
	default:
		a = cut(2)
	}
	return PointOfDay(a), PointOfDay(b)
}

// Before reports whether all of v is surely before all of w: the latest
// moment of v before the earliest of w. It is false if either is not known.
func (v Value) Before(w Value) bool {
	hi, lo := v.Latest(), w.Earliest()
	return !hi.IsZero() && !lo.IsZero() && hi.seconds(true) < lo.seconds(false)
}

// After reports whether all of v is surely after all of w.
func (v Value) After(w Value) bool { return w.Before(v) }

// Overlaps reports whether v and w may share a moment: their bounds meet. An
// end that is open reaches for ever; it is false if one of the two has no
// bound at all.
func (v Value) Overlaps(w Value) bool {
	a, b := v.bounds()
	c, d := w.bounds()
	if a.IsZero() && b.IsZero() || c.IsZero() && d.IsZero() {
		return false
	}
	return !(!b.IsZero() && !c.IsZero() && b.seconds(true) < c.seconds(false)) &&
		!(!d.IsZero() && !a.IsZero() && d.seconds(true) < a.seconds(false))
}
