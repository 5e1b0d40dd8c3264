package timex

import (
	"github.com/dateline-go/dateline/internal/number"
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
		e, ok := p.ordinalPhrase(j+1, j+1)
		ok = ok && e.kind == kPartOf && e.year == when.XXXX
		e.first, e.year = i, y
		return e, ok
	}
	o := ordered{i: i, j: j}
	var ok bool
	if o.n, o.k, ok = p.ordinalAt(j); !ok {
		return expr{}, false
	}
	if o.hyphened = p.hyphen(o.k); o.hyphened {
		o.k++
	} else if p.w(o.k).class == fiscal {
		o.k++
	}
	w := p.w(o.k)
	g := when.Grain(w.n)
	switch {
	case w.class == unit && g == when.Quarter:
		return p.nthQuarter(o)
	case w.class == halfWord:
		return p.nthHalf(o)
	case (w.class == unit || w.class == units) && g == when.Century:
		return p.nthCentury(o)
	case !o.hyphened && p.centuryAfter(o.k):
		e := newExpr(kDecade, i, o.k, "century", 85)
		e.unit, e.year = when.Century, (o.n-1)*100
		return e, o.n >= 1 && o.n <= 30
	case w.class == unit && (i < j || p.is(j, "first")):
		return p.nthUnit(o, g)
	case (w.class == numeral || p.numberAt(o.k) || w.class == vague) && !o.hyphened:
		return p.firstLength(o)
	case w.class == weekday && p.is(o.k+1, "of") && !o.hyphened:
		return p.nthWeekday(o)
	}
	return expr{}, false
}

// nthWeekday reads "the first Monday of May".
func (p *scanner) nthWeekday(o ordered) (expr, bool) {
	d, ok := p.core(o.k + 2)
	if !ok || d.kind != kDate || d.month <= 0 || d.day != 0 {
		return expr{}, false
	}
	d.first, d.rule, d.sense, d.wday, d.num = o.i, "nth-weekday", nthWeekday, int8(p.w(o.k).n), int8(o.n)
	return d, true
}

// ordered is an ordinal and where its unit stands, as read.
type ordered struct {
	i, j, k  int32 // the tokens of the expression's first word, the ordinal, and the unit
	n        int
	hyphened bool
}

// nthQuarter reads "the third quarter".
func (p *scanner) nthQuarter(o ordered) (expr, bool) {
	e := newExpr(kPartOf, o.i, o.k+1, "quarter", 92)
	e.unit, e.num = when.Quarter, int8(o.n)
	if o.n == ordinalLast {
		e.num = 4
		if p.is(o.j, "last") && !p.is(o.k+1, "of") {
			return e, false
		}
	}
	if e.num > 4 || e.num < 1 || p.is(o.i-1, "remaining") {
		return e, false
	}
	// The adjective leaves its article outside.
	if o.i < o.j && (o.hyphened || p.nounAfter(o.k+1)) && p.w(o.i).class == the {
		e.first = o.j
	}
	p.yearAfter(&e)
	p.ofYear(&e)
	return e, true
}

// nthHalf reads "the second half of 1990", "first-half profit".
func (p *scanner) nthHalf(o ordered) (expr, bool) {
	e := newExpr(kPartOf, o.i, o.k+1, "half", 88)
	e.unit, e.num = when.Half, int8(o.n)
	if o.n == ordinalLast {
		e.num = 2
	}
	if e.num > 2 || e.num < 1 {
		return e, false
	}
	if p.is(o.k+1, "of") {
		return p.halfOf(e, o.k+2)
	}
	p.yearAfter(&e)
	if e.year != when.XXXX || e.dir == dirYear {
		return e, true
	}
	// In games and meetings a half is no half-year.
	return e, (o.hyphened || p.in(o.i-1, classBeforeHalf)) && p.in(o.k+1, classResult)
}

// halfOf reads what a half is of, from token k: a year, or what has no half
// of its own and is early or late then.
func (p *scanner) halfOf(e expr, k int32) (expr, bool) {
	d, ok := p.core(k)
	if !ok || d.mod != when.NoMod || d.kind == kDate && d.day > 0 {
		return e, false
	}
	switch {
	case d.kind == kDate && d.month == 0 && d.year != when.XXXX && d.endYear == when.XXXX:
		e.year, e.last, e.score = d.year, d.last, 95
		return e, true
	case (d.kind == kRel || d.kind == kSame) && d.unit == when.Year:
		e.dir, e.n, e.last = dirYear, d.n, d.last
		return e, true
	case d.kind == kDecade, d.kind == kPartOf, d.kind == kDate, d.kind == kRel, d.kind == kSame:
	default:
		return e, false
	}
	d.first = e.first
	d.mod = when.Start
	if e.num == 2 {
		d.mod = when.End
	}
	return d, true
}

// nthCentury reads "the 19th century".
func (p *scanner) nthCentury(o ordered) (expr, bool) {
	e := newExpr(kDecade, o.i, o.k+1, "century", 93)
	if o.i < o.j && (o.hyphened || p.nounAfter(o.k+1)) {
		e.first = o.j
	}
	e.unit, e.year = when.Century, (o.n-1)*100
	if p.in(o.k+1, classEraBefore) {
		e.year, e.last = 1-o.n*100, o.k+2
	}
	return e, o.n >= 1 && o.n <= 30
}

// centuryAfter reports whether "and the 20th century", "to 20th centuries" stands
// at token k.
func (p *scanner) centuryAfter(k int32) bool {
	if !p.any(k, "and", "or", "to") {
		return false
	}
	k++
	if p.w(k).class == the {
		k++
	}
	_, k, ok := p.ordinalAt(k)
	if p.hyphen(k) {
		k++
	}
	w := p.w(k)
	return ok && (w.class == unit || w.class == units) && when.Grain(w.n) == when.Century
}

// nthUnit reads "the first week of May", "the last day of 2024".
func (p *scanner) nthUnit(o ordered, g when.Grain) (expr, bool) {
	if o.hyphened || g < when.Day || g > when.Month || !p.is(o.k+1, "of") || p.w(o.k+2).class == the {
		return expr{}, false
	}
	d, ok := p.core(o.k + 2)
	if !ok || d.mod != when.NoMod || !(d.kind == kDate && d.day == 0 && d.endYear == when.XXXX || d.kind == kRel && d.unit > g) {
		return expr{}, false
	}
	d.first, d.rule, d.sense = o.i, "nth-of", nthOf
	d.nthUnit, d.num = g, int8(o.n)
	return d, true
}

// firstLength reads "the first nine months", "the last two weeks".
func (p *scanner) firstLength(o ordered) (expr, bool) {
	if p.w(o.i).class != the && o.i == o.j {
		return expr{}, false
	}
	c, ok := p.counted(o.k)
	if !ok || c.kind != kLength || p.w(c.last-1).class != units {
		return expr{}, false
	}
	c.first, c.rule = o.i, "first-length"
	if o.n == ordinalLast {
		c.dir, c.n = -1, -1
		c.rule = "directed-length"
	}
	// "of 1997" belongs to the next expression.
	return c, true
}

func (p *scanner) numberAt(i int32) bool {
	_, ok := number.Integer(p.low(i))
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
	return wordTable.Has(t.Lower, classResultNoun)
}
