package timex

import "github.com/dateline-go/dateline/internal/when"

// partHead reads "this morning", "last night", "the next morning", "that
// evening", "the night before", "in the morning".
func (p *scanner) partHead(h *head) (expr, bool) {
	i, j, d := h.i, h.j, h.d
	w := p.w(j)
	e := newExpr(kPart, i, j+1, "part-of-day", 90)
	e.part = when.Part(w.n)
	s := p.low(j)
	if w.class == noon || p.hyphen(j+1) || j > p.lo && p.namePart(j) && p.w(j+1).class == none || s[len(s)-1] == 's' {
		return e, false
	}
	switch {
	case d.class == back && d.n == isLast:
		e.kind, e.unit, e.n = kRel, when.Day, -1
	case h.bare() && h.det == this:
		e.kind, e.unit = kRel, when.Day
	case !h.bare():
		e.kind, e.unit, e.n, e.toMention = kSame, when.Day, float64(h.n), true
	case h.det == that:
		e.kind, e.unit, e.toMention = kSame, when.Day, true
	case h.det == the:
		return p.thePart(h, e)
	case h.det == none:
		// "morning" alone is mostly no date; with a day after it is.
		p.attachDay(&e)
		return e, e.kind != kPart || p.w(i-1).class == early && p.in(i-2, classBeforeEarlyPart)
	default:
		return e, false
	}
	return e, true
}

// thePart reads "the night before", "the morning of January 31", "in the
// morning".
func (p *scanner) thePart(h *head, e expr) (expr, bool) {
	i, j := h.i, h.j
	switch {
	case p.any(j+1, "before", "after") && p.pause(j+2):
		e.kind, e.unit, e.toMention, e.n, e.last = kSame, when.Day, true, -1, j+2
		if p.is(j+1, "after") {
			e.n = 1
		}
		return e, true
	case p.any(j+1, "before", "after"):
		head, mod, ok := p.afterEvent(j + 1)
		e.kind, e.rule, e.score = kLiteral, "event-part", 70
		e.value = when.NewDate(when.XXXX, when.Anything, when.Anything).During(e.part)
		e.unit = when.Day
		e.placed(head, mod)
		return e, ok
	case p.is(j+1, "of"):
		m, ok := p.core(j + 2)
		day := m.kind == kWeekday || m.kind == kDate && m.day > 0 || m.kind == kSame && m.unit == when.Day
		if !ok || m.hour >= 0 || m.part != when.NoPart || !day {
			return e, false
		}
		m.first, m.part = i, e.part
		return m, true
	case !p.in(i-1, classBeforePart), p.in(j+1, classAfterNoPart):
		return e, false
	}
	e.score = 70
	p.attachDay(&e)
	return e, true
}
