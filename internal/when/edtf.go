package when

import "strings"

// EDTF is the form of ISO 8601-2:2019 (Extended Date/Time Format, up to level
// 2): "2025-08-06", "XXXX-08-06", "199X", "2025-33" for a quarter, "2025-08~",
// "2025-08-08/..", "P3D". What it has no form for is written by its bounds
// where they are known, as an interval: weeks, weekends, parts of the day and
// the modifiers START, MID, END, BEFORE and AFTER. A pattern of weeks with no
// year keeps the ISO 8601 form with X for open digits, and a set by a length
// is R/ and the length. It is empty for the zero Value, a reference with no
// ends and a fiscal year.
func (v Value) EDTF() string { return string(v.appendEDTF(nil)) }

func (v Value) appendEDTF(b []byte) []byte {
	switch {
	case v.typ == NoType:
		return b
	case v.typ == Set && v.dur[0].unit != NoGrain:
		return appendPlain(append(b, "R/"...), v.dur)
	case v.ref != NoReference, v.dur[0].unit != NoGrain:
		if v.a.representable() && v.b.representable() && (v.a.prec != 0) == (v.b.prec != 0) && v.a.prec != 0 {
			return v.appendEnds(b)
		}
		if v.ref != NoReference {
			return b
		}
		b = appendPlain(b, v.dur)
		if v.mod == Approx {
			b = append(b, '~')
		}
		return b
	case !v.a.representable() || v.b.prec != 0 && !v.b.representable():
		return b
	case v.b.prec != 0:
		return v.appendEnds(b)
	}
	return v.appendDate(b)
}

func (c civil) representable() bool { return c.prec != yearFiscal }

// appendEnds writes an interval from a to b.
func (v Value) appendEnds(b []byte) []byte {
	b = v.a.appendEnd(b, false)
	if v.mod == Approx {
		b = append(b, '~')
	}
	b = v.b.appendEnd(append(b, '/'), true)
	if v.mod == Approx {
		b = append(b, '~')
	}
	return b
}

// appendEnd writes c as one end of an interval.
func (c civil) appendEnd(b []byte, last bool) []byte {
	if c.needsBounds() {
		lo, hi := c.bounds()
		if last {
			lo = hi
		}
		if !lo.IsZero() {
			return lo.append(b)
		}
	}
	return c.append(b, styleEDTF)
}

// needsBounds reports whether EDTF has no form for c and its bounds are known.
func (c civil) needsBounds() bool {
	if !c.known() || c.sub == subWXX {
		return false
	}
	return c.isWeek() || c.part() != NoPart && !(c.isMonth() && (c.sub == subXX || c.day == dayXX))
}

func (v Value) appendDate(b []byte) []byte {
	lo, hi := v.Earliest(), v.Latest()
	c := v.a
	if c.sub == subWXX && c.known() {
		c.sub, c.day, c.hour, c.minute, c.second, c.offset, c.hasOffset = 0, 0, 0, 0, 0, 0, false
	}
	switch v.mod {
	case OnOrAfter:
		return append(c.appendEnd(b, false), "/.."...)
	case OnOrBefore:
		return c.appendEnd(append(b, "../"...), true)
	case After:
		if !lo.IsZero() {
			return append(lo.append(b), "/.."...)
		}
		return append(c.appendEnd(b, true), "/.."...)
	case Before:
		b = append(b, "../"...)
		if !hi.IsZero() {
			return hi.append(b)
		}
		return c.appendEnd(b, false)
	case Start, Mid, End:
		if !lo.IsZero() && !hi.IsZero() && c.sub != subXX && c.day != dayXX {
			return hi.append(append(lo.append(b), '/'))
		}
	}
	if c.needsBounds() && !lo.IsZero() && !hi.IsZero() {
		if lo == hi {
			b = lo.append(b)
		} else {
			b = lo.append(b)
			if v.mod == Approx {
				b = append(b, '~')
			}
			b = hi.append(append(b, '/'))
		}
	} else {
		b = c.append(b, styleEDTF)
	}
	if v.mod == Approx {
		b = append(b, '~')
	}
	return b
}

// appendPlain writes a duration in the units of ISO 8601.
func appendPlain(b []byte, dur [2]amount) []byte {
	for i, a := range dur {
		switch a.unit {
		case Decade:
			dur[i] = a.times(10, Year)
		case Century:
			dur[i] = a.times(100, Year)
		case Millennium:
			dur[i] = a.times(1000, Year)
		case Quarter, Season:
			dur[i] = a.times(3, Month)
		case Half:
			dur[i] = a.times(6, Month)
		case Weekend:
			dur[i] = a.times(2, Day)
		case DayPart:
			dur[i] = a.times(6, Hour)
		}
		if a.unit != NoGrain && dur[i].unit == NoGrain {
			// Too long to write: no history needs it.
			dur[i] = amount{exp: expX, unit: a.unit}.times(1, Year)
		}
	}
	if dur[0].unit == dur[1].unit {
		dur[1] = amount{}
	}
	return appendLength(b, dur)
}

// ParseEDTF reads what EDTF writes, and of level 1 and 2 of the format what a
// Value can hold.
func ParseEDTF(s string) (Value, error) {
	v, ok := parseEDTF(s)
	if !ok || v.IsZero() || !v.valid() {
		return Value{}, ErrSyntax
	}
	return v, nil
}

func parseEDTF(s string) (Value, bool) {
	if rest, ok := strings.CutPrefix(s, "R/"); ok {
		dur, ok := parseLength(rest)
		return NewSet(durationOf(dur[0], dur[1]), 0), ok
	}
	if strings.HasPrefix(s, "P") {
		body, approx := strings.CutSuffix(s, "~")
		dur, ok := parseLength(body)
		v := durationOf(dur[0], dur[1])
		if approx {
			v = v.WithMod(Approx)
		}
		return v, ok
	}
	left, right, isSpan := strings.Cut(s, "/")
	if !isSpan {
		return parseEDTFDate(s)
	}
	switch {
	case left == ".." || left == "":
		v, ok := parseEDTFDate(right)
		return v.WithMod(OnOrBefore), ok && v.mod == NoMod
	case right == ".." || right == "":
		v, ok := parseEDTFDate(left)
		return v.WithMod(OnOrAfter), ok && v.mod == NoMod
	}
	a, ok1 := parseEDTFDate(left)
	b, ok2 := parseEDTFDate(right)
	v := NewSpan(a, b)
	if a.mod == Approx || b.mod == Approx {
		v = v.WithMod(Approx)
	}
	return v, ok1 && ok2
}

func parseEDTFDate(s string) (Value, bool) {
	s, approx := strings.CutSuffix(s, "~")
	c, rest, ok := parseCivil(s, styleEDTF)
	v := dateOf(c)
	if approx {
		v = v.WithMod(Approx)
	}
	return v, ok && rest == ""
}
