package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// at reads the expression that starts at token i.
func (p *scanner) at(i int32) (expr, bool) {
	e, ok := p.modified(i)
	if !ok {
		e, ok = p.core(i)
	}
	if !ok {
		return e, false
	}
	p.after(&e)
	return e, true
}

// modified reads a modifier and what it modifies.
func (p *scanner) modified(i int32) (expr, bool) {
	w := p.w(i)
	if j, ok := p.modTo(i); ok {
		e, ok := p.modify(i, j+1, when.Approx)
		e.mod = when.NoMod
		return e, ok
	}
	switch {
	case w.class == early:
		return p.earlyLate(i, when.Mod(w.n))
	case w.class == portion && p.hyphen(i+1) && (p.w(i+2).class == month && p.flag(i+2, token.Capital) || p.flag(i+2, token.HasDigit)):
		// Agencies write "end-March", "end-2012".
		return p.modify(i, i+2, when.Mod(w.n))
	case p.any(i, "mid-", "mid"):
		return p.modify(i, i+1, when.Mid)
	case w.class == earlier && w.n == 0:
		return p.within(i, when.Start)
	case w.class == later && w.n == 0:
		return p.within(i, when.End)
	case p.portionAt(i):
		return p.portionOf(i)
	case p.is(i, "sometime"):
		if p.in(i+1, classAfterSometime) {
			return expr{}, false
		}
		e, ok := p.core(i + 1)
		if ok {
			e.first = i
		}
		return e, ok
	}
	mod, j, lengths := p.measure(i)
	switch {
	case mod == when.NoMod:
		return expr{}, false
	case lengths:
		return p.measured(i, j, mod)
	}
	return p.modify(i, j, mod)
}

// modTo reads "mid-to-late", "early to mid-", and gives the token of the second
// word. The two together are most of the unit: they say no more than the unit.
func (p *scanner) modTo(i int32) (int32, bool) {
	j := i + 1
	if !p.is(i, "mid-to") {
		if p.w(i).class != early && !p.any(i, "mid-", "mid") {
			return i, false
		}
		if p.dash(j) {
			j++
		}
		if !p.is(j, "to") {
			return i, false
		}
		j++
	}
	if p.dash(j) {
		j++
	}
	return j, p.w(j).class == early || p.is(j, "mid-")
}

// modify reads what mod, at token i, says of the calendar expression at token j.
func (p *scanner) modify(i, j int32, mod when.Mod) (expr, bool) {
	e, ok := p.core(j)
	if !ok || e.mod != when.NoMod || e.kind == kLength || e.kind == kRef || e.kind == kSet || e.kind == kShift {
		return expr{}, false
	}
	e.first, e.mod = i, mod
	return e, true
}

// earlyLate reads "early" and "late": "late 1990", "late in the day", "early
// in 1990", "late on Tuesday".
func (p *scanner) earlyLate(i int32, mod when.Mod) (expr, bool) {
	j := i + 1
	if p.hyphen(j) {
		j++
	}
	if p.is(i, "middle") {
		return expr{}, false
	}
	if !p.any(j, "in", "on") {
		return p.modify(i, j, mod)
	}
	e, ok := p.modify(i, j+1, mod)
	if !ok || e.kind == kPartOf && !p.is(j, "in") {
		return expr{}, false
	}
	e.first = j + 1 // the modifier stays outside
	return e, true
}

// within reads "earlier this year", "later in the week".
func (p *scanner) within(i int32, mod when.Mod) (expr, bool) {
	j := i + 1
	inside := p.any(j, "in", "on")
	if inside {
		j++
	}
	e, ok := p.modify(i, j, mod)
	if !ok {
		return p.reference(i)
	}
	if inside {
		e.first = j
	}
	return e, true
}

// portionAt reports whether "the beginning", "the very end", "the early part",
// "start" stand at token i.
func (p *scanner) portionAt(i int32) bool {
	switch {
	case p.w(i).class == portion:
		return true
	case !p.any(i, "the", "a"):
		return false
	case p.w(i+1).class == early:
		return p.any(i+2, "part", "of")
	}
	return p.is(i, "the") && (p.w(i+1).class == portion || p.is(i+1, "very") && p.w(i+2).class == portion)
}

// portionOf reads "the beginning of October", "the end of the year", "end of 1990".
func (p *scanner) portionOf(i int32) (expr, bool) {
	j := i
	if p.is(j, "the") {
		j++
	}
	if p.is(j, "very") {
		j++
	}
	mod := when.Mod(p.w(j).n)
	j++
	if p.is(j, "part") {
		j++
	}
	if !p.is(j, "of") {
		return expr{}, false
	}
	e, ok := p.core(j + 1)
	if !ok || e.mod != when.NoMod || e.kind == kRef || e.kind == kSet || e.kind == kLength {
		return expr{}, false
	}
	e.first, e.mod = i, mod
	return e, true
}

// measure reads a modifier that measures: "about", "more than", "at least".
// lengths tells that only lengths and times of day take it, j is the token after it.
func (p *scanner) measure(i int32) (mod when.Mod, j int32, lengths bool) {
	switch {
	case p.w(i).class == approx:
		mod, j = p.approximate(i)
		return mod, j, true
	case p.in(i, classComparative) && p.is(i+1, "than"):
		if p.any(i, "fewer", "less") {
			return when.LessThan, i + 2, true
		}
		return when.MoreThan, i + 2, true
	case p.any(i, "no", "not") && p.in(i+1, classComparativeNo) && p.is(i+2, "than"):
		switch {
		case p.any(i+1, "less", "fewer"):
			return when.EqualOrMore, i + 3, true
		case p.is(i+1, "later"):
			return when.OnOrBefore, i + 3, false
		}
		return when.EqualOrLess, i + 3, true
	case p.is(i, "at") && p.is(i+1, "least"):
		return when.EqualOrMore, i + 2, true
	case p.is(i, "at") && p.is(i+1, "most"), p.is(i, "up") && p.is(i+1, "to"):
		return when.EqualOrLess, i + 2, true
	case p.is(i, "as") && p.any(i+1, "long", "many") && p.is(i+2, "as"):
		return when.EqualOrLess, i + 3, true
	}
	return when.NoMod, i, false
}

// approximate reads "about", "over", "just under"; NoMod if it measures nothing.
func (p *scanner) approximate(i int32) (when.Mod, int32) {
	j := i + 1
	switch c := p.w(j).class; {
	case p.any(i, "over", "under", "some") && (c == the || c == this || c == back || c == fore):
		return when.NoMod, j
	case p.is(i, "just"):
		if p.any(j, "over", "under") {
			return when.Mod(p.w(j).n), j + 1
		}
		return when.NoMod, j
	case p.is(i, "some") && !p.flag(j, token.HasDigit) && c != numeral:
		return when.NoMod, j
	}
	return when.Mod(p.w(i).n), j
}

// measured reads what mod, a measure at token i, says of the expression at token j.
func (p *scanner) measured(i, j int32, mod when.Mod) (expr, bool) {
	e, ok := p.core(j)
	if !ok || e.mod != when.NoMod {
		return expr{}, false
	}
	switch e.kind {
	case kLength, kShift:
	case kClock:
		ok = mod != when.MoreThan && mod != when.LessThan
	case kRel, kWeekday, kPart:
		ok = p.is(i, "at") || e.hour >= 0 && e.kind != kPart || e.sense == yearEnd && p.any(i, "around", "about")
		ok = ok && mod != when.MoreThan && mod != when.LessThan
	case kDate, kDecade, kLiteral:
		ok = e.hour >= 0 || p.in(i, classApproxDate)
		ok = ok && mod != when.MoreThan && mod != when.LessThan
		ok = ok && !(e.kind == kDate && e.month == 0 && p.any(i, "about", "approximately")) // "about 2000 people"
	default:
		ok = false
	}
	e.first, e.mod = i, mod
	return e, ok
}

// core reads an expression without a modifier before it.
func (p *scanner) core(i int32) (expr, bool) {
	if i >= p.hi || p.depth >= maxDepth {
		return expr{}, false
	}
	p.depth++
	e, ok := p.inner(i)
	p.depth--
	return e, ok
}

// maxDepth bounds expressions within expressions, "the morning of the last
// day of May", and so the work at one token.
const maxDepth = 3

func (p *scanner) inner(i int32) (expr, bool) {
	if p.flag(i, token.HasDigit) {
		if e, ok := p.prefixed(i); ok {
			return e, true
		}
		return p.digits(i)
	}
	switch p.w(i).class {
	case month:
		if e, ok := p.holiday(i); ok {
			return e, true
		}
		return p.monthFirst(i)
	case weekday:
		return p.weekdayFirst(i)
	case numeral, vague, hundred, halfWord:
		return p.numberFirst(i)
	case an:
		if e, ok := p.counted(i); ok {
			return e, true
		}
		return p.determined(i)
	case dayRel, tonight:
		return p.dayWord(i)
	case noon:
		return p.clock(i)
	case each, per, times, setWord:
		return p.set(i)
	case nowWord, adjRef:
		if e, ok := p.determined(i); ok {
			return e, true
		}
		return p.reference(i)
	case ordinal:
		if e, ok := p.dayMonth(i); ok {
			return e, true
		}
		return p.determined(i)
	case unit, units:
		if p.is(i, "second") {
			return p.determined(i)
		}
		return p.bareUnit(i)
	case the, this, that, back, fore, fiscal, season, part:
		return p.determinerFirst(i)
	case later, earlier:
		return p.reference(i)
	}
	return p.otherFirst(i)
}

// numberFirst reads what starts with a number in words.
func (p *scanner) numberFirst(i int32) (expr, bool) {
	if e, ok := p.clock(i); ok {
		return e, true
	}
	if e, ok := p.counted(i); ok {
		return e, true
	}
	if e, ok := p.ordinalPhrase(i, i); ok {
		return e, true
	}
	if y, next, ok := p.wordYear(i); ok {
		e := newExpr(kDate, i, next, "year-in-words", 80)
		e.year = y
		return e, y >= 1500 && y < 2100 && (p.yearContext(i) || y%100 > 20)
	}
	return p.determined(i)
}

// determinerFirst reads what starts with an article, a direction, or a noun
// that stands without one.
func (p *scanner) determinerFirst(i int32) (expr, bool) {
	if e, ok := p.holiday(i); ok {
		return e, true
	}
	if p.w(i).class == the {
		if e, ok := p.dayAlone(i); ok {
			return e, true
		}
		if e, ok := p.dayOfMonth(i); ok {
			return e, true
		}
		if e, ok := p.eveOf(i, i+1); ok {
			return e, true
		}
		if p.is(i+2, "of") {
			if e, ok := p.dayMonth(i + 1); ok {
				e.first = i
				return e, true
			}
		}
	}
	if e, ok := p.determined(i); ok {
		return e, true
	}
	return p.reference(i)
}

// otherFirst reads what starts with a word that has no lexeme, or one that
// mostly starts nothing.
func (p *scanner) otherFirst(i int32) (expr, bool) {
	if u := p.w(i + 1); p.is(i, "some") && u.class == units && u.n >= int16(when.Hour) {
		e := newExpr(kLength, i, i+2, "vague-length", 80)
		e.unit, e.vague = when.Grain(u.n), true
		e.value = when.NewVagueDuration(e.unit)
		return e, !p.is(i+2, "of")
	}
	if e, ok := p.holiday(i); ok {
		return e, true
	}
	if e, ok := p.prefixed(i); ok {
		return e, true
	}
	if e, ok := p.eveOf(i, i); ok {
		return e, true
	}
	if e, ok := p.eraFirst(i); ok {
		return e, true
	}
	if p.is(i, "fy") {
		return p.code(i)
	}
	if wordTable.Has(p.low(i), classRoman) {
		return p.ordinalPhrase(i, i)
	}
	return p.reference(i)
}

// prefixed reads words of one token with mid-: "mid-July", "mid-1990s".
func (p *scanner) prefixed(i int32) (expr, bool) {
	s := p.low(i)
	switch s {
	case "mid-year", "midyear":
		e := newExpr(kRel, i, i+1, "mid-year", 75)
		e.unit, e.mod = when.Year, when.Mid
		return e, p.in(i-1, classBeforeYearEnd)
	case "year-end", "yearend", "end-of-year":
		return p.yearEnd(i, i+1)
	}
	if len(s) < 6 || s[:4] != "mid-" {
		return expr{}, false
	}
	s = s[4:]
	var e expr
	ok := true
	switch w := lookup(s); w.class {
	case month:
		e = newExpr(kDate, i, i+1, "mid-month", 95)
		e.month = int8(w.n)
		p.yearAfter(&e)
	case part:
		e = newExpr(kPart, i, i+1, "mid-part", 85)
		e.part = when.Part(w.n)
		p.attachDay(&e)
	case season:
		e = newExpr(kPartOf, i, i+1, "mid-season", 80)
		e.unit, e.num = when.Season, int8(w.n)
		p.yearAfter(&e)
	case unit:
		e = newExpr(kRel, i, i+1, "mid-unit", 75)
		e.unit = when.Grain(w.n)
		ok = e.unit >= when.Week && e.unit <= when.Year
	default:
		if y, d, isDecade := decadeWord(s); isDecade {
			e = newExpr(kDecade, i, i+1, "mid-decade", 95)
			e.year, e.unit, e.vague = y, when.Decade, d
		} else if y, isYear := year4(s); isYear {
			e = newExpr(kDate, i, i+1, "mid-year", 90)
			e.year = y
		} else {
			return expr{}, false
		}
	}
	e.mod = when.Mid
	return e, ok
}

// after reads what may follow an expression: "ago", "or so", "earlier".
func (p *scanner) after(e *expr) {
	j := e.last
	if p.is(j, "or") && e.mod == when.NoMod {
		if n, ok := p.lookupMod(j + 1); ok && (e.kind == kLength) == (n != when.OnOrAfter && n != when.OnOrBefore) {
			e.mod, e.last = n, j+2
		}
	}
	if e.kind != kLength || p.offset(e) {
		return
	}
	p.shift(e)
	if e.kind == kLength && e.dir == noDir {
		if head, mod, ok := p.afterEvent(e.last); ok {
			e.placed(head, mod)
		}
	}
}

// lookupMod is what token i says after "or": "so", "more", "later".
func (p *scanner) lookupMod(i int32) (when.Mod, bool) {
	n, ok := wordTable.Int(p.low(i), classAfterOr)
	return when.Mod(n), ok
}

// shift turns a length into a moment if "ago", "earlier" or the like follows.
func (p *scanner) shift(e *expr) {
	n, unit, known := e.value.Amount()
	if e.value.Type() != when.Duration {
		return
	}
	j := e.last
	sign, mention, next := p.shiftWord(j, e.first)
	if sign == 0 {
		return
	}
	e.kind, e.last, e.toMention = kShift, next, mention
	e.n, e.unit, e.vague = sign*n, unit, !known
	e.rule = "shift"
	if !mention {
		e.rule = "ago"
	}
	e.score = 90
	// "two days earlier than planned" compares.
	if mention && p.is(next, "than") {
		e.kind, e.last = kLength, j
		return
	}
	if mention {
		p.attachClock(e)
	}
}

// shiftWord reads what moves a length of time that starts at token first: which
// way, whether from a mention, and the token after it.
func (p *scanner) shiftWord(j, first int32) (sign float64, mention bool, next int32) {
	switch w := p.w(j); {
	case w.class == ago, p.is(j, "back") && !p.any(first-1, "a", "the") && p.ends(j+1, classAfterBack):
		return -1, false, j + 1
	case w.class == earlier && w.n == 0, p.is(j, "previously"):
		return -1, true, j + 1
	case p.any(j, "before", "beforehand") && (p.pause(j+1) || p.is(j+1, "when")):
		return -1, true, j + 1
	case w.class == later && w.n == 0, p.any(j, "afterward", "afterwards", "thereafter"), p.is(j, "after") && p.pause(j+1):
		return 1, true, j + 1
	case p.is(j, "from") && p.any(j+1, "now", "today"):
		return 1, false, j + 2
	case p.is(j, "hence"):
		return 1, false, j + 1
	}
	return 0, false, j
}
