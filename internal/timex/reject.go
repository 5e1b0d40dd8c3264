package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// rejected reports whether e is part of a name or another number.
func (p *scanner) rejected(e *expr) bool {
	first, last := e.first, e.last
	// "60 Minutes", "This Week": names of programmes and papers.
	if k := last - 1; e.kind == kDecade {
		// Twentieth Century Fox
		return e.unit == when.Century && e.year >= 1900 && p.w(first).class != the && p.namePart(k) && p.w(last).class == none
	} else if e.kind != kHoliday && last-first >= 2 && p.flag(k, token.Capital) && !p.flag(k, token.AllCaps) {
		c := p.w(k).class
		if (c == unit || c == units || c == part) && p.d.Sents[p.d.Tokens[k].Sent].Kind != token.Headline {
			return true
		}
	}
	switch e.kind {
	case kWeekday:
		return p.weekdayName(e)
	case kSet:
		return e.sense == setWordHere && first > p.lo && p.namePart(first)
	case kDate:
		if e.day > 0 && e.month > 0 && int(e.day) > when.DaysIn(2000, int(e.month)) {
			return true // June 31
		}
		// "Section 2014", "2,014" and the like never come here; "2014/" may.
		return e.day == 0 && e.month == 0 && p.flag(first, token.HasDigit) && last == first+1 && p.glued(last) && p.is(last, "/")
	}
	return false
}

// weekdayName reports whether a weekday is part of a name: "Sunday School",
// "Friday prayers", "the Sunday Times", "Bloody Sunday".
func (p *scanner) weekdayName(e *expr) bool {
	first, last := e.first, e.last
	if p.in(last, classAfterNamedWeekday) {
		return e.hour < 0 && last == first+1
	}
	return first > p.lo && p.flag(first-1, token.Capital) && p.in(first-1, classNamedWeekday) ||
		p.is(last, "night") && p.flag(last, token.Capital) ||
		e.part != 0 && p.namePart(last-1) && p.w(last).class == none
}
