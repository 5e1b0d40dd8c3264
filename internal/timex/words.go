package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// dayWord reads "today", "yesterday", "tomorrow night", "tonight",
// "overnight".
func (p *scanner) dayWord(i int32) (expr, bool) {
	w := p.w(i)
	e := newExpr(kRel, i, i+1, "day-word", 97)
	e.unit, e.n = when.Day, float64(w.n)
	if p.flag(i, token.Capital) && i > p.lo && p.flag(i+1, token.Capital) && p.w(i+1).class == none && p.flag(i-1, token.Capital) && p.low(i) == "today" {
		return e, false // a programme or a paper
	}
	if p.is(i, "today") && p.is(i-1, "usa") {
		return e, false
	}
	if w.class == tonight {
		e.part = when.Night
		if p.is(i, "overnight") {
			e.rule = "overnight"
			if p.hyphen(i-1) || p.any(i+1, "success", "bag", "sensation", "stay", "delivery", "rate", "lows", "low", "guest") {
				return e, false
			}
		}
		return e, true
	}
	if q := p.w(i + 1); q.class == part && (p.any(i+1, "morning", "afternoon", "evening", "night")) {
		e.part, e.last = when.Part(q.n), i+2
		return e, true
	}
	p.attachClock(&e)
	return e, true
}

// set reads recurring times: "every Friday", "each month", "twice a month",
// "daily", "annually", "per day".
func (p *scanner) set(i int32) (expr, bool) {
	w := p.w(i)
	e := newExpr(kSet, i, i+1, "set", 92)
	switch w.class {
	case setWord:
		g := when.Grain(w.n)
		if p.flag(i+1, token.Capital) || p.flag(i, token.Capital) && i > p.lo && p.flag(i-1, token.Capital) {
			return e, false // the Daily Mail
		}
		e.value, e.rule = when.NewSet(when.NewDuration(1, g), 0), "set-word"
		if p.is(i, "annual") {
			// "annual" is a set where it tells how often, mostly it names.
			return e, false
		}
		e.score = 80
		return e, !p.is(i, "quarterly") || !p.nounAfter(i+1)
	case times:
		// "twice a month" starts at its number; a bare "once" is a reference.
		n := int(w.n)
		j := i + 1
		if p.w(j).class == an || p.w(j).class == per || p.w(j).class == each {
			j++
			if u := p.w(j); u.class == unit && u.n > int16(when.Second) {
				e.value, e.last = when.NewSet(when.NewDuration(1, when.Grain(u.n)), n), j+1
				return e, true
			}
			if p.w(j-1).class == each {
				if s, ok := p.set(j - 1); ok {
					s.first, s.value = i, when.NewSet(s.value, n)
					return s, true
				}
			}
		}
		return p.reference(i)
	case per:
		if u := p.w(i + 1); u.class == unit && u.n > int16(when.Minute) {
			e.value, e.last, e.score = when.NewSet(when.NewDuration(1, when.Grain(u.n)), 0), i+2, 80
			return e, true
		}
		return e, false
	}
	j := i + 1
	if p.is(j, "of") && p.is(i, "each") {
		// "each of the past three years" is its length.
		if d, ok := p.core(j + 1); ok && d.kind == kLength && p.w(j+1).class == the {
			d.first = i
			return d, true
		}
		return e, false
	}
	n := 1.0
	if p.is(j, "other") || p.is(j, "second") && p.w(j+1).class != none {
		n = 2
		j++
	} else if p.is(j, "single") {
		j++
	} else if m, k, vagueN, _, ok := p.cardinal(j); ok {
		if vagueN {
			m = 0
		}
		n, j = m, k
	} else if m, k, ok := p.ordinalAt(j); ok && m < ordinalLast && p.w(k).class != none {
		n, j = float64(m), k
	}
	u := p.w(j)
	e.last = j + 1
	switch u.class {
	case unit, units:
		g := when.Grain(u.n)
		if p.is(j, "weekday") {
			g = when.Day
		}
		if n == 0 {
			e.value = when.NewSet(when.NewVagueDuration(g), 0)
		} else {
			e.value = when.NewSet(when.NewDuration(n, g), 0)
		}
		if p.is(j, "weekend") {
			e.value = when.NewSet(when.NewWeekend(when.XXXX, when.Anything), 0)
		}
		if p.is(j, "second") && p.is(j-1, "every") && p.w(j+1).class != none {
			return e, false
		}
		if p.is(j, "day") || p.is(j, "week") {
			return e, !p.hyphen(j + 1)
		}
	case weekday:
		v := when.NewWeekday(when.XXXX, when.Anything, int(u.n))
		if q := p.w(j + 1); q.class == part {
			v = v.During(when.Part(q.n))
			e.last = j + 2
		}
		e.value = when.NewSet(v, 0)
	case month:
		v := when.NewDate(when.XXXX, int(u.n), 0)
		if d, next, ok := p.dayNumber(j + 1); ok {
			v = when.NewDate(when.XXXX, int(u.n), d)
			e.last = next
		}
		e.value = when.NewSet(v, 0)
	case season:
		e.value = when.NewSet(when.NewSeason(when.XXXX, int(u.n)), 0)
	case part:
		e.value = when.NewSet(when.NewDate(when.XXXX, when.Anything, when.Anything).During(when.Part(u.n)), 0)
	default:
		return e, false
	}
	return e, !e.value.IsZero()
}

// reference reads the vague times: "now", "currently", "recently", "the
// past", "the future", "at the same time".
func (p *scanner) reference(i int32) (expr, bool) {
	e := newExpr(kRef, i, i+1, "reference", 75)
	w := p.w(i)
	switch {
	case w.class == nowWord:
		e.ref = when.Reference(w.n)
		switch p.low(i) {
		case "now":
			if i == p.lo && p.is(i+1, ",") {
				return e, false // a word of discourse: "Now, let me say"
			}
			if p.is(i+1, "that") && !p.pos(i+1, token.PRON) || p.flag(i, token.AllCaps) || p.flag(i, token.Capital) && p.flag(i+1, token.Capital) && p.any(i-1, "the", "a") {
				return e, false
			}
		case "soon":
			if p.any(i-1, "as", "too") {
				return e, false
			}
			if p.any(i+1, "after", "as", "afterward", "before", "enough") {
				return e, false
			}
		}
		return e, true
	case w.class == adjRef:
		e.ref = when.Reference(w.n)
		if p.flag(i, token.Capital) && i > p.lo {
			return e, false
		}
		if p.is(i, "future") {
			// As an adjective it places nothing.
			return e, p.is(i-1, "in") && !p.nounAfter(i+1) || p.is(i-1, "near")
		}
		if p.is(i, "current") {
			if p.any(i+1, "account", "accounts", "affairs", "events", "account-deficit") || p.pos(i, token.NOUN) {
				return e, false
			}
		}
		return e, true
	case w.class == back && w.n == isRecent:
		e.ref = when.Past
		return e, !(p.flag(i, token.Capital) && i > p.lo) && !p.is(i-1, "most")
	case w.class == the:
		j := i + 1
		q := p.w(j)
		near := p.any(j, "near", "foreseeable", "distant", "immediate", "not-too-distant", "recent", "very", "not-so-distant")
		if near {
			j++
			q = p.w(j)
		}
		switch {
		case p.is(j, "future"):
			e.ref, e.last = when.Future, j+1
			if p.any(j+1, "of") || p.hyphen(j+1) {
				return e, false
			}
			return e, !p.nounAfter(j+1) || p.any(i-1, "in")
		case q.class == back && q.n == isPast && p.is(j, "past"):
			e.ref, e.last = when.Past, j+1
			return e, p.any(i-1, "in", "of", "from", "with", "into", "like", "as") && p.w(j+1).class != unit && p.w(j+1).class != units && !p.nounAfter(j+1)
		case p.any(j, "present", "moment") && p.any(i-1, "at", "for", "until", "in"):
			e.ref, e.last = when.Present, j+1
			return e, !p.is(j+1, "of")
		case p.any(j, "near", "short", "long", "medium") && p.is(j+1, "term"):
			e.ref, e.last = when.Future, j+2
			return e, p.any(i-1, "in", "over", "for", "during", "within") && !p.is(j, "long")
		case near && p.is(j, "term"):
			e.ref, e.last = when.Future, j+1
			return e, p.any(i-1, "in", "over", "for")
		}
		return e, false
	case w.class == that && p.is(i, "that") && p.is(i+1, "time"):
		e.ref, e.last = when.Past, i+2
		return e, p.any(i-1, "at", "by", "since", "until", "during")
	case w.class == this && p.any(i+1, "time", "moment"):
		e.ref, e.last = when.Present, i+2
		return e, p.any(i-1, "at", "by", "until", "before")
	case p.any(i, "present"):
		e.ref = when.Present
		return e, p.any(i-1, "at") && p.any(i+1, ",", ".", "", "no")
	}
	return e, false
}
