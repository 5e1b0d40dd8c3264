package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// resolver settles the values of a document's expressions in text order.
type resolver struct {
	d        *token.Doc
	es       []expr
	out      []Mention
	now      when.Point // what "today" is: the article's date, or zero
	nowRef   int32      // the mention that gave it, or None
	mode     Mode
	story    bool      // the text as a whole tells of another time, or of none
	passages []passage // of each paragraph
	last     int32     // the last mention with a place in the calendar, or None
	own      int32     // the mention that gives the text's own day, or None
	ownDay   ownDay    // the text's own day, where its year is not known
	latest   int       // the last year named, once looked for
	looked   bool      // latest is known
	lastDay  int32     // the last mention exact to a day or finer, or None
	lastSub  int32     // the last mention of a quarter or half, or None
}

func (r *resolver) run(o Options) {
	r.last, r.lastDay, r.lastSub, r.nowRef = token.None, token.None, token.None, token.None
	r.own = token.None
	r.now = o.Published.Truncate(when.Day)
	if r.now.Grain() > when.Day {
		r.now = when.Point{}
	}
	r.mode = o.Mode
	r.findOwnDay()
	r.story = o.Mode == Narrative || o.Mode == Auto && r.soundsNarrative()
	r.frame()
	for i := range r.es {
		r.d.CheckAt(i)
		r.settle(int32(i))
	}
}

// When a whole text tells of another time; chosen on the odd half of TBAQ and
// the dates of GUM's train half.
const (
	storyYears  = 4   // years that an article without a date must have
	storyFar    = 5   // years far from the article's date,
	storyShare  = 0.8 // of all its years,
	storyHere   = 8   // for each weekday and "today"
	storyApart  = 2   // years that are far
	storyLong   = 10  // years of a long text
	storyFarAny = 3   // far ones among those
)

// soundsNarrative reports whether the text tells of times away from its own:
// it has years, and nearly all of them lie years from the article's date. A
// text without a date is a narrative if it has years and no "Tuesday", "today"
// or "last week".
func (r *resolver) soundsNarrative() bool {
	years, far, deictic := 0, 0, 0
	base, _, _ := r.now.Date()
	for i := range r.es {
		r.d.CheckAt(i)
		e := &r.es[i]
		switch e.kind {
		case kDate:
			if e.year != when.XXXX {
				years++
				if d := e.year - base; r.now.IsZero() || max(d, -d) > storyApart {
					far++
				}
			}
		case kWeekday:
			if e.dir == noDir {
				deictic++
			}
		case kRel:
			if e.sense == dayWord || r.now.IsZero() && e.n != 0 {
				deictic++
			}
		case kRef:
			if e.sense == dayWord {
				deictic++ // "today's world"
			}
		}
	}
	if r.now.IsZero() {
		return years >= storyYears && deictic == 0
	}
	return far >= storyFar && float64(far) >= storyShare*float64(years) && deictic*storyHere <= far ||
		years >= storyLong && far >= storyFarAny && deictic*storyLong <= years
}

// anchor is a point to reckon from, how it is called, and the mention that
// gave it.
type anchor struct {
	p   when.Point
	how when.Anchor
	ref int32
}

// published is the article's date as an anchor.
func (r *resolver) published() anchor {
	if r.now.IsZero() {
		return anchor{ref: token.None}
	}
	if r.nowRef != token.None {
		return anchor{r.now, when.Mention, r.nowRef}
	}
	return anchor{r.now, when.Published, token.None}
}

// mention is the last mention as an anchor, else the article's date.
func (r *resolver) mention() anchor {
	if r.last != token.None {
		if a := r.at(r.last); !a.p.IsZero() {
			return a
		}
	}
	return r.published()
}

// near is the last mention that e can be a unit away from: in news one of the
// same sentence or the two before, exact to that unit at least.
func (r *resolver) near(e *expr) anchor {
	k := r.last
	fine := e.unit <= when.Week || e.hour >= 0 || e.part != when.NoPart
	if fine {
		k = r.day()
	}
	told := r.told(e)
	if k != token.None && (told || r.es[k].sent >= e.sent-2) {
		if a := r.at(k); !a.p.IsZero() {
			return a
		}
	}
	if a := r.published(); !a.p.IsZero() && !told {
		return a
	}
	if fine && k == token.None {
		return anchor{ref: token.None} // no day to count from
	}
	return r.mention()
}

// base is what an incomplete expression is reckoned from: in the article's
// present its date, in a told passage the last mention.
func (r *resolver) base(e *expr) anchor {
	if r.told(e) {
		if a := r.mention(); !a.p.IsZero() {
			return a
		}
	}
	return r.published()
}

func (r *resolver) from(e *expr) anchor {
	if e.toMention && e.kind == kWeekday {
		return r.near(e)
	}
	if e.toMention {
		return r.mention()
	}
	return r.base(e)
}

// settle makes the mention of expression i.
func (r *resolver) settle(i int32) {
	e := &r.es[i]
	v, a := r.value(i, e)
	v = e.composed(v)
	if v.IsZero() {
		v, a = e.fallback()
	}
	m := Mention{
		Span: r.d.SpanOf(e.first, e.last), First: e.first, Last: e.last,
		Rule: e.rule, Score: e.score, Ref: a.ref, Event: token.None, Own: i == r.own,
	}
	if a.how == when.Event {
		m.Event = e.event
	}
	if m.Rule == "" {
		m.Rule = "time"
	}
	if e.mod != when.NoMod {
		v = v.WithMod(e.mod)
	}
	m.Value = v.WithAnchor(a.how)
	if e.kind == kDate && e.month > 0 {
		if y, _, _ := v.Date(); y == when.XXXX {
			m.Candidates = r.candidates(e)
		}
	}
	if e.split > 0 {
		m.Ends = ends(&m, e)
	}
	r.out = append(r.out, m)
	r.remember(i, e)
}

// ends are the two ends of a range that stands in one expression.
func ends(m *Mention, e *expr) []End {
	from, to := m.Value.Ends()
	if from.IsZero() || to.IsZero() || m.Value.Type() != when.Date && m.Value.Type() != when.Time {
		return nil
	}
	a := m.Value.Anchor()
	return []End{
		{token.Span{Start: m.Start, End: e.split}, from.WithAnchor(a)},
		{token.Span{Start: e.rest, End: m.End}, to.WithAnchor(a)},
	}
}

// fallback is what an expression means that points out of the calendar, or to
// a day that moves in a year that is not known.
func (e *expr) fallback() (when.Value, anchor) {
	a := anchor{ref: token.None}
	if e.kind == kShift {
		if e.n > 0 {
			return when.NewReference(when.Future), a
		}
		return when.NewReference(when.Past), a
	}
	return when.NewDate(when.XXXX, 0, 0), a
}

// remember keeps what later expressions may be reckoned from.
func (r *resolver) remember(i int32, e *expr) {
	v := r.out[i].Value
	if y, m, _ := v.Date(); y == when.XXXX && m > 0 && e.kind == kDate {
		r.last, r.lastDay = token.None, token.None // a time that nothing is known to be counted from
		return
	}
	if v.Type() != when.Date && v.Type() != when.Time || v.Reference() != when.NoReference || v.Earliest().IsZero() {
		return
	}
	r.last = i
	if v.Grain() <= when.Day {
		r.lastDay = i
	}
	if g := v.Grain(); (g == when.Quarter || g == when.Half) && e.kind == kPartOf {
		r.lastSub = i
	}
}

// value is what e means and what that was reckoned from.
func (r *resolver) value(i int32, e *expr) (when.Value, anchor) {
	if e.byEvent {
		return r.eventDay(i, e)
	}
	switch e.kind {
	case kDate:
		return r.date(i, e)
	case kWeekday:
		v, a := r.weekday(i, e)
		return e.onDay(v), a
	case kRel:
		return r.relative(e)
	case kSame:
		return r.same(e)
	case kShift:
		return r.shifted(e)
	case kPartOf:
		return r.partOf(e)
	case kYearAgo:
		return r.yearAgo(e)
	case kDecade:
		a := anchor{how: when.Explicit, ref: token.None}
		if e.unit == when.Century && e.year < 0 {
			return when.NewSpan(when.NewDate(e.year, 0, 0), when.NewDate(e.year+99, 0, 0)), a
		}
		if e.unit == when.Century {
			return when.NewCentury(e.year), a
		}
		return when.NewDecade(e.year), a
	case kHoliday:
		return r.holiday(e)
	case kLength:
		return r.length(e)
	case kSet:
		return e.value, anchor{how: when.Explicit, ref: token.None}
	case kRef:
		return when.NewReference(e.ref), r.published()
	case kClock, kPart:
		return r.ofDay(i, e)
	}
	return when.Value{}, anchor{ref: token.None}
}

// relative settles "last week", "this year", "yesterday".
func (r *resolver) relative(e *expr) (when.Value, anchor) {
	// "Last week" is the writer's, whatever years stand about it; "this year"
	// can be the one that is told of.
	a, said := r.spoken(e)
	if !said {
		a = r.published()
	}
	if e.sense == dayWord && !said {
		if b := r.saidOn(e); !b.p.IsZero() {
			a = b
		}
	}
	if r.mode == Narrative || !said && e.n == 0 && e.sense == plain {
		a = r.base(e)
	}
	if a.p.IsZero() {
		if e.sense == dayWord && e.unit == when.Day {
			if v, b := r.byOwnDay(r.ownPoint().DayNumber() + int(e.n)); !v.IsZero() {
				return e.onDay(v), b
			}
		}
		return e.onDay(openUnit(e)), anchor{ref: a.ref}
	}
	n := int(e.n)
	switch {
	case e.sense == yearEnd:
		y, _, _ := a.p.Date()
		if e.sinceLast {
			y--
		}
		return e.onDay(when.NewDate(y, 12, 31)), a
	case e.sense == theWeekend && when.ISOWeekday(a.p.DayNumber()) < 5 && tenseAt(r.d, e) != future:
		n-- // early in the week, "the weekend" is the one before
	case e.unit == when.Weekend && n == 0 && when.ISOWeekday(a.p.DayNumber()) < 5:
		if t := tenseAt(r.d, e); t == past_ || t == nounPast {
			n-- // "took place this weekend", "this weekend's debate showed"
		}
	}
	v := unitAt(a.p, e.unit, n)
	if v.IsZero() {
		return e.onDay(openUnit(e)), anchor{ref: token.None}
	}
	return e.onDay(v), a
}

// ofDay settles a time or a part of a day that is not said: the day that
// follows, the one last mentioned in the sentence, else the article's.
func (r *resolver) ofDay(i int32, e *expr) (when.Value, anchor) {
	if k := r.dayAfter(i, e); k != token.None {
		if v, _ := r.value(k, &r.es[k]); v.Grain() == when.Day {
			return e.onDay(v), anchor{how: when.Mention, ref: k}
		}
	}
	a := r.near(e)
	if !r.told(e) && a.how == when.Mention && int(a.ref) < len(r.out) && r.es[a.ref].sent != e.sent && !r.hourly(a.ref, e) {
		if b := r.published(); !b.p.IsZero() {
			a = b
		}
	}
	if a.p.IsZero() || a.p.Grain() > when.Day {
		if !a.p.IsZero() {
			a = anchor{ref: token.None}
		}
		return e.onDay(when.NewDate(when.XXXX, when.Anything, when.Anything)), a
	}
	return e.onDay(when.FromPoint(a.p.Truncate(when.Day))), a
}

// hourly reports whether e goes on from mention k, no farther back than the paragraph
// before its own: from a day that is over or lies ahead as it does, "The boat left on 3 May.
// At noon it sank", "The fair is on Sunday. Doors open at noon."
func (r *resolver) hourly(k int32, e *expr) bool {
	if e.hour < 0 || r.d.Sents[r.es[k].sent].Para < r.d.Sents[e.sent].Para-1 {
		return false
	}
	t := tenseAt(r.d, e)
	if ahead := r.out[k].Value.Earliest().DayNumber() > r.now.DayNumber(); ahead {
		return t != past_ && t != nounPast
	}
	return t == past_
}

// dayAfter is the expression that names the day of a time before it: "at 3
// a.m. (0100 GMT) Saturday"; None if there is none.
func (r *resolver) dayAfter(i int32, e *expr) int32 {
	const expressions, words = 2, 6 // how far the day may be; more takes the next clause's
	for k := i + 1; int(k) < len(r.es) && k <= i+expressions; k++ {
		n := &r.es[k]
		if n.sent != e.sent || n.first-e.last > words {
			break
		}
		if n.kind == kWeekday || n.kind == kDate && n.day > 0 && n.endDay == 0 {
			if n.first-e.last > 1 && n.kind == kWeekday && !r.bracketed(e.last, n.first) {
				break
			}
			return k
		}
		if n.kind != kClock {
			break
		}
	}
	return token.None
}

// bracketed reports whether all between tokens a and b stands in brackets:
// "3 a.m. (0100 GMT) Saturday".
func (r *resolver) bracketed(a, b int32) bool {
	t := r.d.Tokens
	return t[a].Lower == "(" && (t[b-1].Lower == ")" || t[b-2].Lower == ")")
}

// onDay puts the time or part of the day of e on day v.
func (e *expr) onDay(v when.Value) when.Value {
	switch {
	case v.IsZero():
		return v
	case e.hour >= 0:
		w := v.At(int(e.hour), int(e.min), int(e.sec))
		if e.offset != noOffset {
			w = w.In(int(e.offset))
		}
		if e.endHour >= 0 && !w.IsZero() {
			end := v.At(int(e.endHour), int(e.endMin), -1)
			if s := when.NewSpan(w, end); !s.IsZero() {
				return s
			}
		}
		if !w.IsZero() {
			return w
		}
	case e.part != when.NoPart:
		if w := v.During(e.part); !w.IsZero() {
			return w
		}
	}
	return v
}
