package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// numericDate reads dates of digits in one token: "2025-08-06", "8/6/2025",
// "06.08.2025", "2025/08/06".
func (p *scanner) numericDate(i int32) (expr, bool) {
	s := p.low(i)
	if s == "9/11" {
		e := newExpr(kDate, i, i+1, "named-day", 80)
		e.year, e.month, e.day = 2001, 9, 11
		return e, true
	}
	if len(s) < 6 || len(s) > 13 {
		return expr{}, false
	}
	clockToo := false
	if k := indexByte(s, 't'); k >= 8 {
		clockToo = true
		s = s[:k]
	}
	var f [3]int
	n, digits := 0, 0
	var sep byte
	var widths [3]int
	for k := 0; k <= len(s); k++ {
		if k == len(s) || s[k] == '-' || s[k] == '/' || s[k] == '.' {
			if digits == 0 || digits > 4 || n > 2 {
				return expr{}, false
			}
			widths[n] = digits
			n++
			digits = 0
			if k < len(s) {
				if sep != 0 && sep != s[k] {
					return expr{}, false
				}
				sep = s[k]
			}
			continue
		}
		if s[k] < '0' || s[k] > '9' || n > 2 {
			return expr{}, false
		}
		f[n] = f[n]*10 + int(s[k]-'0')
		digits++
	}
	if n != 3 {
		return expr{}, false
	}
	e := newExpr(kDate, i, i+1, "numeric-date", 95)
	switch {
	case widths[0] == 4 && widths[1] <= 2 && widths[2] <= 2:
		e.year, e.month, e.day = f[0], int8(f[1]), int8(f[2])
	case widths[2] == 4 || widths[2] == 2 && sep == '/':
		if widths[0] > 2 || widths[1] > 2 {
			return expr{}, false
		}
		e.year = f[2]
		if widths[2] == 2 {
			e.year = shortYear(f[2])
		}
		// American with a stroke, European with a stop, unless only the other fits.
		e.month, e.day = int8(f[0]), int8(f[1])
		if sep == '.' || f[0] > 12 || sep == '/' && p.european() && f[1] <= 12 {
			e.month, e.day = int8(f[1]), int8(f[0])
		}
		if sep == '.' && widths[2] == 2 {
			return expr{}, false
		}
	default:
		return expr{}, false
	}
	if when.NewDate(e.year, int(e.month), int(e.day)).IsZero() || e.day == 0 || e.year < 1000 || e.year > 2199 {
		return expr{}, false
	}
	if clockToo {
		p.isoClock(&e)
	}
	return e, true
}

// european reports whether the text writes day before month: a numeric date
// somewhere whose first field cannot be a month.
func (p *scanner) european() bool {
	if p.dayFirst == 0 {
		p.dayFirst = -1
		for i := range p.d.Tokens {
			t := &p.d.Tokens[i]
			s := t.Lower
			if t.Flags&token.Numeric == 0 || len(s) < 8 || len(s) > 10 || s[2] != '/' || s[5] != '/' {
				continue
			}
			a, ok1 := integer(s[:2])
			b, ok2 := integer(s[3:5])
			if ok1 && ok2 && a > 12 && a <= 31 && b <= 12 {
				p.dayFirst = 1
				break
			}
		}
	}
	return p.dayFirst > 0
}

func indexByte(s string, c byte) int {
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// isoClock reads the rest of an ISO 8601 date and time, which segmentation
// cuts at its colon.
func (p *scanner) isoClock(e *expr) {
	s := p.low(e.first)
	h, ok := integer(s[indexByte(s, 't')+1:])
	if !ok || h > 24 {
		return
	}
	e.hour = int8(h)
	j := e.last
	if p.is(j, ":") && p.glued(j) && p.glued(j+1) {
		r := p.low(j + 1)
		if len(r) >= 2 {
			if m, ok := integer(r[:2]); ok && m < 60 {
				e.min, e.last = int8(m), j+2
				r = r[2:]
				if len(r) >= 3 && r[0] == ':' {
					if sec, ok := integer(r[1:3]); ok && sec < 60 {
						e.sec = int8(sec)
						r = r[3:]
					}
				}
				if r == "z" {
					e.offset = 0
				}
			}
		}
	}
}
