package when

import "strings"

// style is which of the text forms a pattern is written in.
const (
	styleTIMEX3 = false
	styleEDTF   = true
)

var seasonNames = [...]string{"SP", "SU", "FA", "WI"}

// unitCodes are the letters of TIMEX3 durations; those after the T of ISO
// 8601 for grains below DayPart.
var unitCodes = [...]string{"", "S", "M", "H", "DP", "D", "WE", "W", "M", "SN", "Q", "HY", "Y", "DE", "CE", "ML"}

// append writes c in TIMEX3 or EDTF. Parts that EDTF has no form for are
// left out there.
func (c civil) append(b []byte, edtf bool) []byte {
	y := int(c.year)
	switch c.prec {
	case yearXXXX:
		b = append(b, "XXXX"...)
	case yearFull:
		if y <= 0 && !edtf {
			b = append2(append2(append(b, "BC"...), (1-y)/100), (1-y)%100)
		} else {
			b = appendYear(b, y)
		}
	case yearFiscal:
		b = appendYear(append(b, "FY"...), y)
	default:
		full := appendYear(nil, y)
		keep := 3
		if c.prec == yearCentury {
			keep = 2
		} else if c.prec == yearMillennium {
			keep = 1
		}
		b = append(b, full[:keep]...)
		if edtf {
			b = append(b, "XXX"[:4-keep]...)
		}
	}
	switch {
	case c.sub == 0:
	case c.sub == subXX:
		b = append(b, "-XX"...)
	case c.isMonth():
		b = append2(append(b, '-'), int(c.sub))
	case c.isWeek():
		if c.sub == subWXX {
			b = append(b, "-WXX"...)
		} else {
			b = append2(append(b, "-W"...), int(c.sub-subWXX))
		}
	case edtf:
		if c.sub != subQX && c.sub != subHX {
			b = append2(append(b, '-'), int(c.sub))
		}
	case c.sub == subHX:
		b = append(b, "-HX"...)
	case c.sub >= subH1:
		b = append(b, '-', 'H', '1'+c.sub-subH1)
	case c.sub == subQX:
		b = append(b, "-QX"...)
	case c.sub >= subQ1:
		b = append(b, '-', 'Q', '1'+c.sub-subQ1)
	default:
		b = append(append(b, '-'), seasonNames[c.sub-subSpring]...)
	}
	switch {
	case c.day == 0:
	case c.isWeek() && c.day == dayWE:
		b = append(b, "-WE"...)
	case c.isWeek():
		b = append(b, '-', '0'+c.day)
	case c.day == dayXX:
		b = append(b, "-XX"...)
	default:
		b = append2(append(b, '-'), int(c.day))
	}
	switch {
	case c.hour == 0:
	case c.part() != NoPart:
		if !edtf {
			b = append(append(b, 'T'), c.part().String()...)
		}
	default:
		b = appendClock(b, int(c.hour)-1, int(c.minute)-1, int(c.second)-1)
		if c.hasOffset {
			b = appendOffset(b, int(c.offset))
		}
	}
	return b
}

// two reads two digits.
func two(s string) (int, bool) {
	if len(s) < 2 || s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return 0, false
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), true
}

// lead is the number of digits s starts with.
func lead(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

func parseYear(s string, edtf bool) (c civil, rest string, ok bool) {
	full := func(s string) (int, bool) {
		a, ok1 := two(s)
		if len(s) < 4 {
			return 0, false
		}
		b, ok2 := two(s[2:])
		return a*100 + b, ok1 && ok2
	}
	switch {
	case strings.HasPrefix(s, "XXXX"):
		return civil{prec: yearXXXX}, s[4:], true
	case edtf && strings.HasPrefix(s, "-"):
		y, ok := full(s[1:])
		return civil{year: int16(-y), prec: yearFull}, s[min(5, len(s)):], ok && y > 0
	case !edtf && strings.HasPrefix(s, "BC"):
		y, ok := full(s[2:])
		return civil{year: int16(1 - y), prec: yearFull}, s[min(6, len(s)):], ok && y > 0
	case !edtf && strings.HasPrefix(s, "FY"):
		y, ok := full(s[2:])
		return civil{year: int16(y), prec: yearFiscal}, s[min(6, len(s)):], ok && y > 0
	}
	n := lead(s)
	if n >= 4 {
		y, ok := full(s)
		return civil{year: int16(y), prec: yearFull}, s[4:], ok
	}
	if n == 0 {
		return c, s, false
	}
	y := 0
	for i := range 4 {
		y *= 10
		if i < n {
			y += int(s[i] - '0')
		}
	}
	c = civil{year: int16(y), prec: [...]uint8{0, yearMillennium, yearCentury, yearDecade}[n]}
	rest = s[n:]
	if edtf || strings.HasPrefix(rest, "X") {
		x := "XXX"[:4-n]
		return c, strings.TrimPrefix(rest, x), strings.HasPrefix(rest, x)
	}
	return c, rest, true
}

// parseCivil reads a pattern from the start of s.
func parseCivil(s string, edtf bool) (c civil, rest string, ok bool) {
	if !edtf && strings.HasPrefix(s, "T") {
		c = civil{prec: yearXXXX, sub: subXX, day: dayXX}
	} else {
		c, s, ok = parseYear(s, edtf)
		if !ok {
			return civil{}, s, false
		}
		if strings.HasPrefix(s, "-") {
			if s, ok = c.parseSub(s[1:], edtf); !ok {
				return civil{}, s, false
			}
		}
		if strings.HasPrefix(s, "-") && (c.isMonth() || c.isWeek()) {
			if s, ok = c.parseDay(s[1:]); !ok {
				return civil{}, s, false
			}
		}
	}
	if strings.HasPrefix(s, "T") {
		if s, ok = c.parseClock(s[1:], edtf); !ok {
			return civil{}, s, false
		}
	}
	return c, s, c.prec != 0 && c.valid()
}

func (c *civil) parseSub(s string, edtf bool) (string, bool) {
	if n, ok := two(s); ok {
		if !edtf && n > 12 || n < 1 || n > 12 && (n < subSpring || n >= subSpring+4) && (n < subQ1 || n >= subQX) && (n < subH1 || n >= subHX) {
			return s, false
		}
		c.sub = uint8(n)
		return s[2:], true
	}
	if len(s) < 2 {
		return s, false
	}
	switch {
	case strings.HasPrefix(s, "WXX"):
		c.sub = subWXX
		return s[3:], true
	case s[:2] == "XX":
		c.sub = subXX
	case s[0] == 'W':
		n, ok := two(s[1:])
		if ok && n >= 1 && n <= 53 {
			c.sub = subWXX + uint8(n)
			return s[3:], true
		}
	}
	if c.sub == 0 && !edtf {
		i, ok := indexOf(seasonNames[:], s[:2])
		switch {
		case ok:
			c.sub = subSpring + uint8(i)
		case s[:2] == "QX":
			c.sub = subQX
		case s[:2] == "HX":
			c.sub = subHX
		case s[0] == 'Q' && s[1] >= '1' && s[1] <= '4':
			c.sub = subQ1 + s[1] - '1'
		case s[0] == 'H' && s[1] >= '1' && s[1] <= '2':
			c.sub = subH1 + s[1] - '1'
		}
	}
	return s[2:], c.sub != 0
}

func (c *civil) parseDay(s string) (string, bool) {
	if c.isWeek() {
		switch {
		case strings.HasPrefix(s, "WE"):
			c.day = dayWE
			return s[2:], true
		case len(s) > 0 && s[0] >= '1' && s[0] <= '7':
			c.day = s[0] - '0'
			return s[1:], true
		}
		return s, false
	}
	if strings.HasPrefix(s, "XX") {
		c.day = dayXX
		return s[2:], true
	}
	n, ok := two(s)
	if !ok || n < 1 || n > 31 {
		return s, false
	}
	c.day = uint8(n)
	return s[2:], true
}

func (c *civil) parseClock(s string, edtf bool) (string, bool) {
	if !edtf && len(s) >= 2 {
		if p, ok := indexOf(partNames[:], s[:2]); ok {
			c.hour = partBase + uint8(p)
			return s[2:], true
		}
	}
	h, ok := two(s)
	if !ok || h > 24 {
		return s, false
	}
	c.hour, s = uint8(h+1), s[2:]
	for _, f := range [...]*uint8{&c.minute, &c.second} {
		if !strings.HasPrefix(s, ":") {
			break
		}
		n, ok := two(s[1:])
		if !ok || n > 60 {
			return s, false
		}
		*f, s = uint8(n+1), s[3:]
	}
	if s == "" {
		return s, true
	}
	switch s[0] {
	case 'Z':
		c.hasOffset = true
		return s[1:], true
	case '+', '-':
		h, ok1 := two(s[1:])
		if len(s) < 6 || s[3] != ':' {
			return s, false
		}
		m, ok2 := two(s[4:])
		if !ok1 || !ok2 || h > 18 || m > 59 || h == 0 && m == 0 {
			return s, false
		}
		c.offset, c.hasOffset = int16(h*60+m), true
		if s[0] == '-' {
			c.offset = -c.offset
		}
		return s[6:], true
	}
	return s, true
}

// appendLength writes a duration: P3D, PT1H30M, PXY.
func appendLength(b []byte, dur [2]amount) []byte {
	b = append(b, 'P')
	clock := false
	for _, a := range dur {
		if a.unit == NoGrain {
			break
		}
		if a.unit < DayPart && !clock {
			b, clock = append(b, 'T'), true
		}
		b = append(a.appendNumber(b), unitCodes[a.unit]...)
	}
	return b
}

// parseLength reads a duration of one or two units, coarser first.
func parseLength(s string) (dur [2]amount, ok bool) {
	if !strings.HasPrefix(s, "P") {
		return dur, false
	}
	s = s[1:]
	clock := false
	for i := 0; s != ""; i++ {
		if s[0] == 'T' && !clock {
			s, clock = s[1:], true
		}
		if i == len(dur) {
			return dur, false
		}
		if dur[i], s, ok = parseNumber(s); !ok {
			return dur, false
		}
		if dur[i].unit, s = parseUnit(s, clock); dur[i].unit == NoGrain {
			return dur, false
		}
	}
	return dur, durationOf(dur[0], dur[1]) != Value{}
}

// parseNumber reads how many units a duration has; X is an open number.
func parseNumber(s string) (a amount, rest string, ok bool) {
	if strings.HasPrefix(s, "X") {
		return amount{exp: expX}, s[1:], true
	}
	if lead(s) == 0 {
		return a, s, false
	}
	const exact = 1e17 // more digits than this must be noughts
	var n uint64
	exp, dot, k := 0, false, 0
	for ; k < len(s); k++ {
		if s[k] == '.' && !dot && lead(s[k+1:]) > 0 {
			dot = true
			continue
		}
		if s[k] < '0' || s[k] > '9' {
			break
		}
		if n >= exact {
			if s[k] != '0' || dot || exp > maxExp {
				return a, s, false
			}
			exp++
			continue
		}
		n = n*10 + uint64(s[k]-'0')
		if dot {
			exp--
		}
	}
	a = canon(n, exp, Second)
	return a, s[k:], a.unit != NoGrain
}

// parseUnit reads the unit of a duration; clock tells that a T stood before it.
func parseUnit(s string, clock bool) (Grain, string) {
	k := 0
	for k < len(s) && s[k] >= 'A' && s[k] <= 'Z' && s[k] != 'T' && s[k] != 'X' {
		k++
	}
	code, s := s[:k], s[k:]
	for g := Second; g <= Millennium; g++ {
		if unitCodes[g] == code && (g < DayPart) == clock {
			return g, s
		}
	}
	if !clock {
		// Older texts abbreviate further.
		switch code {
		case "E":
			return Decade, s
		case "C":
			return Century, s
		case "L":
			return Millennium, s
		}
	}
	return NoGrain, s
}

// TIMEX3 is the value attribute of ISO-TimeML: "2025-08-06", "2025-Q3",
// "XXXX-WXX-5", "2025-08-06TMO", "P3D", "PRESENT_REF". The ends of a span
// stand with a slash between. It is empty for the zero Value. Type and Mod
// are the other attributes. As annotators write it, an hour has its minutes,
// T09:00, the offset from UTC is left out, and decades count as years; String
// keeps all three as they are.
func (v Value) TIMEX3() string {
	v.a, v.b = v.a.conventional(), v.b.conventional()
	if v.dur[0].unit == Decade && v.dur[0].exp != expX && v.dur[1].unit == NoGrain {
		if a := v.dur[0].times(10, Year); a.unit != NoGrain {
			v.dur[0] = a
		}
	}
	return string(v.appendTIMEX3(nil))
}

func (c civil) conventional() civil {
	c.offset, c.hasOffset = 0, false
	if c.hour > 0 && c.minute == 0 && c.part() == NoPart {
		c.minute = 1
	}
	return c
}

func (v Value) appendTIMEX3(b []byte) []byte {
	switch {
	case v.typ == NoType:
	case v.ref != NoReference:
		b = append(b, v.ref.String()...)
	case v.dur[0].unit != NoGrain:
		b = appendLength(b, v.dur)
	default:
		b = v.a.append(b, styleTIMEX3)
		if v.b.prec != 0 {
			b = v.b.append(append(b, '/'), styleTIMEX3)
		}
	}
	return b
}

// ParseTIMEX3 reads the attributes of a TIMEX3 element. With NoType the type
// is told from the value.
func ParseTIMEX3(typ Type, value string, mod Mod) (Value, error) {
	var v Value
	if i, ok := indexOf(refNames[:], value); ok && value != "" {
		v = NewReference(Reference(i))
	} else if dur, ok := parseLength(value); ok {
		v = durationOf(dur[0], dur[1])
	} else {
		c, rest, ok := parseCivil(value, styleTIMEX3)
		if !ok {
			return Value{}, ErrSyntax
		}
		v = dateOf(c)
		if strings.HasPrefix(rest, "/") {
			c, rest, ok = parseCivil(rest[1:], styleTIMEX3)
			if !ok {
				return Value{}, ErrSyntax
			}
			v = NewSpan(v, dateOf(c))
		}
		if rest != "" {
			return Value{}, ErrSyntax
		}
	}
	if typ != NoType {
		v.typ = typ
	}
	v.mod = mod
	if v.IsZero() || !v.valid() {
		return Value{}, ErrSyntax
	}
	return v, nil
}
