package timex

import (
	"github.com/dateline-go/dateline/internal/number"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// numericDate reads dates of digits in one token: "2025-08-06", "8/6/2025",
// "06.08.2025", "2025/08/06".
func (p *scanner) numericDate(i int32) (expr, bool) {
	s := p.low(i)
	if s == "9/11" {
		e := newExpr(kDate, i, i+1, "named-day", 80)
		e.year, e.month, e.day, e.sense = 2001, 9, 11, namedDay
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
	f, ok := fields(s)
	if !ok {
		return expr{}, false
	}
	e := newExpr(kDate, i, i+1, "numeric-date", 95)
	w := f.width
	switch {
	case w[0] == 4 && w[1] <= 2 && w[2] <= 2:
		e.year, e.month, e.day = f.n[0], int8(f.n[1]), int8(f.n[2])
	case w[0] <= 2 && w[1] <= 2 && (w[2] == 4 || w[2] == 2 && f.sep == '/'):
		e.year = f.n[2]
		if w[2] == 2 {
			e.year = shortYear(f.n[2])
		}
		// American with a stroke, European with a stop, unless only the other fits.
		e.month, e.day = int8(f.n[0]), int8(f.n[1])
		if f.sep == '.' || f.n[0] > 12 || f.sep == '/' && p.european() && f.n[1] <= 12 {
			e.month, e.day = e.day, e.month
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

// dateFields are the three numbers of a date in digits.
type dateFields struct {
	n, width [3]int
	sep      byte
}

// fields reads three numbers of at most four digits, parted by one of - / .
func fields(s string) (f dateFields, ok bool) {
	n := 0
	for k := 0; k < len(s); k++ {
		switch c := s[k]; {
		case c >= '0' && c <= '9':
			f.n[n] = f.n[n]*10 + int(c-'0')
			if f.width[n]++; f.width[n] > 4 {
				return f, false
			}
		case c != '-' && c != '/' && c != '.', f.sep != 0 && f.sep != c, f.width[n] == 0, n == 2:
			return f, false
		default:
			f.sep = c
			n++
		}
	}
	return f, n == 2 && f.width[2] > 0
}

// european reports whether the text writes day before month: a numeric date
// somewhere whose first field cannot be a month.
func (p *scanner) european() bool {
	if p.dayFirst == 0 {
		p.dayFirst = -1
		for i := range p.d.Tokens {
			p.d.CheckAt(i)
			t := &p.d.Tokens[i]
			s := t.Lower
			if t.Flags&token.Numeric == 0 || len(s) < 8 || len(s) > 10 || s[2] != '/' || s[5] != '/' {
				continue
			}
			a, ok1 := number.Integer(s[:2])
			b, ok2 := number.Integer(s[3:5])
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
	h, ok := number.Integer(s[indexByte(s, 't')+1:])
	if !ok || h > 24 {
		return
	}
	e.hour = int8(h)
	j := e.last
	if p.is(j, ":") && p.glued(j) && p.glued(j+1) {
		r := p.low(j + 1)
		if len(r) >= 2 {
			if m, ok := number.Integer(r[:2]); ok && m < 60 {
				e.min, e.last = int8(m), j+2
				r = r[2:]
				if len(r) >= 3 && r[0] == ':' {
					if sec, ok := number.Integer(r[1:3]); ok && sec < 60 {
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
