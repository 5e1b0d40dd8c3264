package event

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// anchored dates what is told a length of time before or after another event
// that has a day: "five days after the fall of the town".
func (f *finder) anchored(es []Event) {
	for j := range f.in.Times {
		f.d.CheckAt(j)
		m := &f.in.Times[j]
		if m.Event == token.None || int(m.Event) >= len(f.d.Tokens) {
			continue
		}
		e := f.countedBy(es, int32(j))
		if e < 0 || es[e].Clause == m.Event {
			f.countedBack(es, int32(j))
			continue
		}
		o := f.mentioned(es[:e], m.Event)
		if o < 0 {
			o = f.mentionedAt(es, m.Event)
		}
		if o < 0 || o == e {
			continue
		}
		after := m.Value.Mod() == when.After
		es[e].Relations = append(es[e].Relations, Relation{Event: int32(o), After: after, Rule: "offset"})
		if !firm(&es[o]) {
			continue
		}
		if v, bound := shifted(toDay(es[o].When), m.Value, after); !v.IsZero() {
			es[e].When, es[e].Time, es[e].by, es[e].Bound = v, token.None, ByEvent, bound
		}
	}
}

// countedBack dates the event that the time j counts from by the one that it
// tells of, where that has its own day: "resigned on Tuesday, two days after the
// paper printed the letter".
func (f *finder) countedBack(es []Event, j int32) {
	m := &f.in.Times[j]
	told := f.above(m.Event)
	var from when.Value
	for i := range es {
		f.d.CheckAt(i)
		if e := &es[i]; told != token.None && e.Clause == told && e.Time != token.None && e.Time != j && firm(e) {
			from = toDay(e.When)
			break
		}
	}
	if from.IsZero() {
		from = f.otherDay(es, j)
	}
	v, bound := shifted(from, m.Value, m.Value.Mod() != when.After)
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		switch own := e.Time != token.None && e.Time != j && e.by != ByGoverning && e.by != ByReporting; {
		case e.Clause != m.Event || own || e.Status != Occurred || e.vague:
		case v.IsZero():
			e.vague = e.by == 0 // on another day than what it is told with
		default:
			e.When, e.Time, e.by, e.Bound = v, token.None, ByEvent, bound
		}
	}
}

// otherDay is the one day that the sentence of time j gives events of its own, as
// "Two days after he left, the board on Tuesday chose a successor", whatever the tree
// makes of the two clauses.
func (f *finder) otherDay(es []Event, j int32) when.Value {
	var v when.Value
	m := &f.in.Times[j]
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if e.Time == token.None || e.Time == j || e.by != ByClause || !firm(e) || e.Clause == m.Event || f.d.Tokens[e.Clause].Sent != f.d.Tokens[m.Event].Sent {
			continue
		}
		if !v.IsZero() && !sameDay(v, e.When) {
			return when.Value{}
		}
		v = toDay(e.When)
	}
	return v
}

// countedBy is the event without a date whose clause has the time j, or -1.
func (f *finder) countedBy(es []Event, j int32) int {
	a, b := f.d.Range(f.in.Times[j].Span)
	if a >= b {
		return -1
	}
	top, before, best, dist := f.top(a, b), f.verbBefore(a), -1, maxClimb
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if e.by != 0 && e.Time != j || f.d.Tokens[a].Sent != f.d.Tokens[e.Clause].Sent {
			continue
		}
		n := f.dates(e.Clause, top)
		if n < 0 && (e.Clause == before || a-f.d.Sents[f.d.Tokens[a].Sent].First <= 2 && a < e.Clause && f.leads(a, e.Clause)) {
			n = maxClimb - 1 // whatever the tree makes of it
		}
		if n >= 0 && n < dist {
			best, dist = i, n
		}
	}
	return best
}

// mentionedAt is the event that has a mention at token k, or -1.
func (f *finder) mentionedAt(es []Event, k int32) int {
	for i := range es {
		f.d.CheckAt(i)
		for _, m := range es[i].Mentions {
			if m.Start == f.d.Tokens[k].Start {
				return i
			}
		}
	}
	return -1
}

// shifted is the time that lies the length by before or after from, as exact as by
// is, or the zero Value where from is not known so exactly. Some hours on is about
// the same day.
func shifted(from, by when.Value, after bool) (when.Value, Bound) {
	const hours = 12
	n, unit, known := 1.0, by.Grain(), true
	if by.Type() == when.Duration {
		n, unit, known = by.Amount()
	}
	lo, hi := from.Earliest(), from.Latest()
	if lo.IsZero() || hi.IsZero() || unit < when.Day && known && n > hours || unit >= when.Day && (!known || n != float64(int(n))) {
		return when.Value{}, Within
	}
	if !after {
		n = -n
	}
	y, m, _ := lo.Date()
	last, end, _ := hi.Date()
	switch day := lo.DayNumber(); {
	case unit == when.Year && y == last:
		return when.NewDate(y+int(n), 0, 0), Within
	case unit == when.Month && y == last && m == end:
		if m += 12*y - 1 + int(n); m >= 0 {
			return when.NewDate(m/12, m%12+1, 0), Within
		}
	case unit > when.Week || day != hi.DayNumber():
	case unit < when.Day:
		return from, About
	case unit == when.Week:
		return when.FromPoint(when.PointOfDay(day + 7*int(n))), Within
	default:
		return when.FromPoint(when.PointOfDay(day + int(n))), Within
	}
	return when.Value{}, Within
}
