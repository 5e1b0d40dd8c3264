package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// ordinalPhrase reads an ordinal and its unit from token j, in an expression
// that starts at token i: "third quarter", "second-half", "20th century",
// "first nine months", "fourth day", "first week of May".
func (p *scanner) ordinalPhrase(i, j int32) (expr, bool) {
	if p.w(j).class == fiscal {
		j++
	}
	if p.any(j, "comparable", "current") {
		return expr{}, false
	}
	if y, ok := year4(p.low(j)); ok && i < j {
		// "the 1988 third quarter".
		if e, ok := p.ordinalPhrase(j+1, j+1); ok && e.kind == kPartOf && e.year == when.XXXX {
			e.first, e.year = i, y
			return e, true
		}
		return expr{}, false
	}
	n, k, ok := p.ordinalAt(j)
	if !ok {
		return expr{}, false
	}
	hyphened := p.hyphen(k)
	if hyphened {
		k++
	}
	if p.w(k).class == fiscal && !hyphened {
		k++
	}
	w := p.w(k)
	switch {
	case w.class == unit && when.Grain(w.n) == when.Quarter:
		e := newExpr(kPartOf, i, k+1, "quarter", 92)
		e.unit, e.num = when.Quarter, int8(n)
		if n == ordinalLast {
			e.num = 4
			if p.is(j, "last") && !p.is(k+1, "of") {
				return e, false
			}
		}
		if e.num > 4 || e.num < 1 || p.any(i-1, "remaining") {
			return e, false
		}
		// The adjective leaves its article outside.
		if i < j && (hyphened || p.nounAfter(k+1)) && p.w(i).class == the {
			e.first = j
			if p.w(i+1).class == fiscal {
				e.first = j
			}
		}
		p.yearAfter(&e)
		p.ofYear(&e)
		return e, true
	case w.class == halfWord:
		e := newExpr(kPartOf, i, k+1, "half", 88)
		e.unit, e.num = when.Half, int8(n)
		if n == ordinalLast {
			e.num = 2
		}
		if e.num > 2 || e.num < 1 {
			return e, false
		}
		if p.is(k+1, "of") {
			q := k + 2
			if d, ok := p.core(q); ok && d.mod == when.NoMod {
				switch d.kind {
				case kDecade, kPartOf:
				case kDate:
					if d.day > 0 {
						return e, false
					}
					if d.month == 0 && d.year != when.XXXX && d.endYear == when.XXXX {
						e.year, e.last, e.score = d.year, d.last, 95
						return e, true
					}
				case kRel, kSame:
					if d.unit == when.Year {
						e.dir, e.n, e.last = dirYear, d.n, d.last
						e.toMention = false
						return e, true
					}
				default:
					return e, false
				}
				d.first = i
				d.mod = when.Start
				if e.num == 2 {
					d.mod = when.End
				}
				return d, true
			}
			return e, false
		}
		p.yearAfter(&e)
		if e.year != when.XXXX || e.dir == dirYear {
			return e, true
		}
		// In games and meetings a half is no half-year.
		return e, (hyphened || p.any(i-1, "in", "for", "during", "of")) && p.any(k+1, "profit", "earnings", "results", "net", "pretax", "sales", "revenue", "from", "operating")
	case w.class == unit && when.Grain(w.n) == when.Century:
		e := newExpr(kDecade, i, k+1, "century", 93)
		if i < j && (hyphened || p.nounAfter(k+1)) {
			e.first = j
		}
		e.unit, e.year = when.Century, (n-1)*100
		if p.any(k+1, "bc", "b.c.", "bce") {
			return e, false
		}
		return e, n >= 1 && n <= 30
	case w.class == unit && i < j || w.class == unit && p.any(j, "first"):
		g := when.Grain(w.n)
		if hyphened || g < when.Day || p.any(k, "second") {
			return expr{}, false
		}
		if p.is(k+1, "of") {
			// "the first week of May", "the last day of 2024".
			d, ok := p.core(k + 2)
			if ok && (d.kind == kDate && d.day == 0 && d.endYear == when.XXXX || d.kind == kRel && d.unit > g) && d.mod == when.NoMod && (g == when.Week || g == when.Day || g == when.Month || g == when.Weekend) && p.w(k+2).class != the {
				d.first, d.rule = i, "nth-of"
				d.end, d.num = when.NewDuration(1, g), int8(n)
				return d, true
			}
			return expr{}, false
		}
		return expr{}, false
	case (w.class == number || p.numberAt(k) || w.class == vague) && i <= j && !hyphened:
		// "the first nine months", "the last two weeks".
		if p.w(i).class != the && i == j {
			return expr{}, false
		}
		c, ok := p.counted(k)
		if !ok || c.kind != kLength || p.w(c.last-1).class != units {
			return expr{}, false
		}
		c.first, c.rule = i, "first-length"
		if n == ordinalLast {
			c.dir, c.n = -1, -1
			c.rule = "directed-length"
			return c, true
		}
		// "of 1997" belongs to the next expression.
		return c, true
	case w.class == weekday && p.is(k+1, "of") && !hyphened:
		// "the first Monday of May", "the fourth Thursday in November".
		d, ok := p.core(k + 2)
		if ok && d.kind == kDate && d.month > 0 && d.day == 0 {
			d.first, d.rule, d.wday, d.num = i, "nth-weekday", int8(w.n), int8(n)
			return d, true
		}
		return expr{}, false
	}
	return expr{}, false
}

func (p *scanner) numberAt(i int32) bool {
	_, ok := integer(p.low(i))
	return ok
}

// ofYear reads "of 1984", "of fiscal 1990", "of last year", "of the year".
func (p *scanner) ofYear(e *expr) {
	if e.year != when.XXXX || e.dir != noDir {
		return
	}
	j := e.last
	if p.is(j, "in") && p.numberAt(j+1) {
		return
	}
	if !p.is(j, "of") {
		return
	}
	j++
	if p.w(j).class == fiscal {
		j++
	}
	if y, ok := year4(p.low(j)); ok {
		e.year, e.last = y, j+1
		return
	}
	if y, next, ok := p.wordYear(j); ok {
		e.year, e.last = y, next
	}
}

// nounAfter reports whether token i goes on with the noun phrase, so that
// what stands before it is an adjective.
func (p *scanner) nounAfter(i int32) bool {
	if i >= p.hi {
		return false
	}
	t := &p.d.Tokens[i]
	if t.UPOS != token.NoUPOS {
		return t.UPOS == token.NOUN || t.UPOS == token.ADJ
	}
	switch t.Lower {
	case "earnings", "profit", "profits", "results", "net", "sales", "revenue", "loss", "losses", "operating", "income", "report", "dividend", "gain", "growth", "figures", "charge", "reports", "per-share", "earnings.", "goal", "production", "gdp", "pretax":
		return true
	}
	return false
}
