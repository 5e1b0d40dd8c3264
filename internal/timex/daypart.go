package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// partHead reads "this morning", "last night", "the next morning", "that
// evening", "the night before", "in the morning".
func (p *scanner) partHead(i, j int32, det class, d word, n int, mention bool) (expr, bool) {
	w := p.w(j)
	e := newExpr(kPart, i, j+1, "part-of-day", 90)
	if w.class == noon {
		return e, false
	}
	e.part = when.Part(w.n)
	if p.hyphen(j+1) || p.flag(j, token.Capital) && p.flag(j+1, token.Capital) && p.w(j+1).class == none && j > p.lo {
		return e, false
	}
	s := p.low(j)
	if s[len(s)-1] == 's' {
		return e, false
	}
	switch {
	case d.class == back && d.n == isLast:
		e.kind, e.unit, e.n = kRel, when.Day, -1
	case d.class == none && det == this:
		e.kind, e.unit = kRel, when.Day
	case d.class != none:
		e.kind, e.unit, e.n, e.toMention = kSame, when.Day, float64(n), true
	case det == that:
		e.kind, e.unit, e.toMention = kSame, when.Day, true
	case det == the && p.any(j+1, "before", "after") && p.any(j+2, ",", ".", "", ";"):
		e.kind, e.unit, e.toMention, e.n, e.last = kSame, when.Day, true, -1, j+2
		if p.is(j+1, "after") {
			e.n = 1
		}
	case det == the && p.is(j+1, "of"):
		// "the morning of January 31".
		m, ok := p.core(j + 2)
		if !ok || m.hour >= 0 || m.part != when.NoPart || m.kind != kDate && m.kind != kWeekday || m.kind == kDate && m.day == 0 {
			return e, false
		}
		m.first, m.part = i, e.part
		return m, true
	case det == the:
		if !p.any(i-1, "in", "during", "through", "throughout", "of", "by") || p.any(j+1, "of", "session", "rush", "sky", "star") {
			return e, false
		}
		e.score = 70
		p.attachDay(&e)
		return e, true
	case det == none:
		// "morning" alone is mostly no date; with a day after it is.
		p.attachDay(&e)
		if e.kind == kPart {
			return e, p.w(i-1).class == early && (p.any(i-2, "in", "by", "until", "the", "on", "since"))
		}
		return e, true
	default:
		return e, false
	}
	return e, true
}
