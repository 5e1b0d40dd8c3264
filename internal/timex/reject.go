package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// rejected reports whether e is part of a name or another number.
func (p *scanner) rejected(e *expr) bool {
	first, last := e.first, e.last
	// "60 Minutes", "This Week": names of programmes and papers.
	if k := last - 1; e.kind != kHoliday && k > p.lo && last-first >= 2 && p.flag(k, token.Capital) && !p.flag(k, token.AllCaps) && p.d.Sents[p.d.Tokens[k].Sent].Kind != token.Headline {
		if c := p.w(k).class; c == unit || c == units || c == part {
			return true
		}
	}
	switch e.kind {
	case kWeekday:
		// "Sunday School", "Friday prayers", "the Sunday Times".
		switch p.low(last) {
		case "bloody", "school", "prayer", "prayers", "mass", "sermon", "sermons", "times", "mail", "mirror", "telegraph", "express", "post", "independent", "herald", "best", "football", "roast", "club", "nights", "massacre":
			return e.hour < 0 && last == first+1
		}
		if first > p.lo && p.flag(first-1, token.Capital) && p.any(first-1, "bloody", "black", "super", "blue", "ruby", "manic", "freaky", "gloomy", "joe", "plough", "cyber", "man") {
			return true
		}
		if p.is(last, "night") && p.flag(last, token.Capital) || e.part != 0 && p.flag(last-1, token.Capital) && p.flag(last, token.Capital) && p.w(last).class == none {
			return true
		}
	case kSet:
		if e.rule == "set-word" && p.flag(first, token.Capital) && p.flag(last, token.Capital) && first > p.lo {
			return true
		}
	case kDate:
		if e.day > 0 && e.month > 0 && int(e.day) > when.DaysIn(2000, int(e.month)) {
			return true // June 31
		}
		if e.day == 0 && e.month == 0 && p.flag(first, token.HasDigit) && last == first+1 {
			// "Section 2014", "2,014" and the like never come here; "1984 (film)" may.
			return p.glued(last) && p.is(last, "/")
		}
	}
	return false
}
