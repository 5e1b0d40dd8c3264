package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// otherStart reports whether a word without a class starts an expression.
func otherStart(s string) bool {
	switch s {
	case "more", "less", "fewer", "greater", "longer", "at", "no", "not", "up", "as", "sometime", // modifiers
		"hundreds", "thousands", "tens", "millions", "final", "year-end", "yearend", "end-of-year", "midsummer", "midwinter", "midyear",
		"christmas", "easter", "thanksgiving", "halloween", "new", "independence", "labor", "memorial", "veterans", "election", "boxing", "valentine", "good", "ash", "palm",
		"martin", "mlk", "columbus", "presidents", "father", "mother", "remembrance", "armistice", "bastille", "victory", "ve", "v-e", "holy", "maundy", "black", "cyber", "st.",
		"april", "pentecost", "earth", "groundhog", "australia", "canada", "inauguration", "juneteenth", "mardi", "fat", "shrove", "present":
		return true
	}
	return len(s) > 4 && (s[:4] == "mid-" || s[:4] == "pre-" || len(s) > 5 && s[:5] == "post-")
}

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
	j := i
	mod := when.NoMod
	lengths := false // only lengths and times of day take it
	switch {
	case w.class == early:
		mod, j = when.Mod(w.n), i+1
		if p.hyphen(j) {
			j++
		}
		if p.is(i, "middle") {
			return expr{}, false
		}
		// "late in the day", "early in 1990", "late on Tuesday".
		if p.any(j, "in", "on") {
			k := j + 1
			if e, ok := p.core(k); ok && e.kind != kLength && e.kind != kRef && e.kind != kSet && e.mod == when.NoMod && (e.kind != kPartOf || p.is(j, "in")) {
				e.mod = mod
				return e, true
			}
			return expr{}, false
		}
	case w.class == portion && p.hyphen(i+1) && (p.w(i+2).class == month && p.flag(i+2, token.Capital) || p.flag(i+2, token.HasDigit)):
		// Agencies write "end-March", "end-2012".
		mod, j = when.Mod(w.n), i+2
	case p.any(i, "mid-", "mid"):
		mod, j = when.Mid, i+1
	case w.class == earlier && w.n == 0, w.class == later && w.n == 0:
		mod, j = when.Start, i+1
		if w.class == later {
			mod = when.End
		}
		inside := p.any(j, "in", "on")
		if inside {
			j++
		}
		e, ok := p.core(j)
		if !ok || e.mod != when.NoMod || e.kind == kLength || e.kind == kRef || e.kind == kSet || e.kind == kShift {
			return p.reference(i)
		}
		e.mod = mod
		if !inside {
			e.first = i
		}
		return e, true
	case p.any(i, "the", "a") && p.w(i+1).class == early && (p.is(i+2, "part") || p.is(i+2, "of")), p.is(i, "the") && p.w(i+1).class == portion, w.class == portion, p.is(i, "the") && p.is(i+1, "very") && p.w(i+2).class == portion:
		// "the beginning of October", "the end of the year", "end of 1990".
		j = i
		if p.is(j, "the") {
			j++
		}
		if p.is(j, "very") {
			j++
		}
		mod = when.Mod(p.w(j).n)
		j++
		if p.is(j, "part") {
			j++
		}
		if !p.is(j, "of") {
			return expr{}, false
		}
		j++
		e, ok := p.core(j)
		if !ok || e.mod != when.NoMod || e.kind == kRef || e.kind == kSet || e.kind == kLength && p.is(j, "the") {
			return expr{}, false
		}
		if e.kind == kLength {
			return expr{}, false
		}
		e.first, e.mod = i, mod
		return e, true
	case w.class == approx:
		mod, j, lengths = when.Mod(w.n), i+1, true
		if p.any(i, "over", "under", "some") && (p.w(j).class == the || p.w(j).class == this || p.w(j).class == back || p.w(j).class == fore) {
			return expr{}, false
		}
		if p.is(i, "just") {
			switch {
			case p.any(j, "over", "under"):
				mod = when.Mod(p.w(j).n)
				j++
			case p.any(j, "before", "after"):
				return expr{}, false
			default:
				mod = when.NoMod
			}
		}
		if p.is(i, "some") && !(p.flag(j, token.HasDigit) || p.w(j).class == number) {
			return expr{}, false
		}
	case p.any(i, "more", "greater", "longer", "fewer", "less") && p.is(i+1, "than"):
		mod, j, lengths = when.MoreThan, i+2, true
		if p.any(i, "fewer", "less") {
			mod = when.LessThan
		}
	case p.any(i, "no", "not") && p.any(i+1, "more", "later", "less", "fewer") && p.is(i+2, "than"):
		mod, j, lengths = when.EqualOrLess, i+3, !p.is(i+1, "later")
		if p.any(i+1, "less", "fewer") {
			mod = when.EqualOrMore
		}
		if p.is(i+1, "later") {
			mod = when.OnOrBefore
		}
	case p.is(i, "at") && p.any(i+1, "least", "most"):
		mod, j, lengths = when.EqualOrMore, i+2, true
		if p.is(i+1, "most") {
			mod = when.EqualOrLess
		}
	case p.is(i, "up") && p.is(i+1, "to"):
		mod, j, lengths = when.EqualOrLess, i+2, true
	case p.is(i, "as") && p.any(i+1, "long", "many") && p.is(i+2, "as"):
		mod, j, lengths = when.EqualOrLess, i+3, true
	case p.any(i, "maximum", "minimum") && p.is(i+1, "of"):
		return expr{}, false
	case p.is(i, "sometime"):
		j = i + 1
		if p.any(j, "in", "during", "before", "after", "around") {
			return expr{}, false
		}
		e, ok := p.core(j)
		if ok {
			e.first = i
		}
		return e, ok
	default:
		return expr{}, false
	}
	e, ok := p.core(j)
	if !ok || e.mod != when.NoMod && mod != when.NoMod {
		return expr{}, false
	}
	if mod == when.NoMod {
		return expr{}, false
	}
	if lengths {
		switch e.kind {
		case kLength:
		case kShift:
		case kClock:
		case kRel, kWeekday, kPart:
			if !(p.is(i, "at") || e.hour >= 0 && e.kind != kPart || e.rule == "year-end" && p.any(i, "around", "about")) {
				return expr{}, false
			}
		case kDate, kDecade, kLiteral:
			if e.hour < 0 && !p.any(i, "around", "about", "circa", "not", "no", "approximately", "at") {
				return expr{}, false
			}
			if e.kind == kDate && e.month == 0 && p.any(i, "about", "approximately") {
				return expr{}, false // "about 2000 people"
			}
		default:
			return expr{}, false
		}
		if (mod == when.MoreThan || mod == when.LessThan) && e.kind != kLength && e.kind != kShift {
			return expr{}, false
		}
	} else if e.kind == kLength || e.kind == kRef || e.kind == kSet || e.kind == kShift {
		return expr{}, false
	}
	e.first, e.mod = i, mod
	return e, true
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
	w := p.w(i)
	switch w.class {
	case month:
		if e, ok := p.holiday(i); ok {
			return e, true
		}
		return p.monthFirst(i)
	case weekday:
		return p.weekdayFirst(i)
	case number, vague, hundred, halfWord:
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
		if e, ok := p.holiday(i); ok {
			return e, true
		}
		if w.class == the {
			if e, ok := p.dayAlone(i); ok {
				return e, true
			}
		}
		if w.class == the && p.is(i+2, "of") {
			if e, ok := p.dayMonth(i + 1); ok {
				e.first = i
				return e, true
			}
		}
		if e, ok := p.determined(i); ok {
			return e, true
		}
		return p.reference(i)
	case later, earlier:
		return p.reference(i)
	}
	if p.is(i, "some") && p.w(i+1).class == units && p.w(i+1).n >= int16(when.Hour) {
		e := newExpr(kLength, i, i+2, "vague-length", 80)
		e.unit, e.vague = when.Grain(p.w(i+1).n), true
		e.value = when.NewVagueDuration(e.unit)
		return e, !p.is(i+2, "of")
	}
	if e, ok := p.holiday(i); ok {
		return e, true
	}
	if e, ok := p.prefixed(i); ok {
		return e, true
	}
	return p.reference(i)
}

// prefixed reads words of one token with mid-: "mid-July", "mid-1990s".
func (p *scanner) prefixed(i int32) (expr, bool) {
	s := p.low(i)
	switch s {
	case "midsummer", "midwinter":
		e := newExpr(kPartOf, i, i+1, "season", 70)
		e.unit, e.num, e.mod = when.Season, 2, when.Mid
		if s == "midwinter" {
			e.num = 4
		}
		return e, false
	case "mid-year", "midyear":
		e := newExpr(kRel, i, i+1, "mid-year", 75)
		e.unit, e.mod = when.Year, when.Mid
		return e, p.any(i-1, "by", "at", "since", "until", "before", "after", "around", "from")
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
	if p.is(j, "or") && p.any(j+1, "so", "more", "less", "later", "earlier", "thereabouts") && e.mod == when.NoMod {
		switch {
		case p.any(j+1, "so", "thereabouts"):
			e.mod = when.Approx
		case p.is(j+1, "more"):
			e.mod = when.EqualOrMore
		case p.is(j+1, "less"):
			e.mod = when.EqualOrLess
		case p.is(j+1, "later"):
			e.mod = when.OnOrAfter
		default:
			e.mod = when.OnOrBefore
		}
		isLength := e.kind == kLength
		if isLength == (e.mod != when.OnOrAfter && e.mod != when.OnOrBefore) {
			e.last = j + 2
		} else {
			e.mod = when.NoMod
		}
	}
	if e.kind != kLength {
		return
	}
	p.shift(e)
}

// shift turns a length into a moment if "ago", "earlier" or the like follows.
func (p *scanner) shift(e *expr) {
	n, unit, known := e.value.Amount()
	if e.value.Type() != when.Duration {
		return
	}
	j := e.last
	sign, mention, next := 0.0, false, j
	switch w := p.w(j); {
	case w.class == ago, p.is(j, "back") && !p.any(e.first-1, "a", "the") && p.any(j+1, ",", ".", "when", ""):
		sign, next = -1, j+1
	case w.class == earlier && w.n == 0:
		sign, mention, next = -1, true, j+1
	case p.any(j, "before", "previously", "beforehand") && (p.is(j, "previously") || p.any(j+1, ",", ".", "", ";", ")", "when")):
		sign, mention, next = -1, true, j+1
	case w.class == later && w.n == 0:
		sign, mention, next = 1, true, j+1
	case p.any(j, "afterward", "afterwards", "thereafter"), p.is(j, "after") && p.any(j+1, ",", ".", "", ";", ")"):
		sign, mention, next = 1, true, j+1
	case p.is(j, "from") && p.any(j+1, "now", "today"), p.is(j, "hence"):
		sign, next = 1, j+1
		if p.is(j, "from") {
			next = j + 2
		}
	default:
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
