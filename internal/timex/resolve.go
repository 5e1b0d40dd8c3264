package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// resolver settles the values of a document's expressions in text order.
type resolver struct {
	d         *token.Doc
	es        []expr
	out       []Mention
	now       when.Point // what "today" is: the article's date, or zero
	nowRef    int32      // the mention that gave it, or None
	narrative bool
	last      int32 // the last mention with a place in the calendar, or None
	full      int32 // the first full date, once looked for
	looked    bool
	lastDay   int32 // the last mention exact to a day or finer, or None
	lastSub   int32 // the last mention of a quarter or half, or None
}

func (r *resolver) run(o Options) {
	r.last, r.lastDay, r.lastSub, r.nowRef = token.None, token.None, token.None, token.None
	r.now = o.Published.Truncate(when.Day)
	if r.now.Grain() > when.Day {
		r.now = when.Point{}
	}
	switch o.Mode {
	case Narrative:
		r.narrative = true
	case Auto:
		r.narrative = r.soundsNarrative()
	}
	if r.now.IsZero() {
		r.dateline()
	}
	for i := range r.es {
		r.settle(int32(i))
	}
}

// dateline takes the article's date from its dateline.
func (r *resolver) dateline() {
	for i := range r.es {
		e := &r.es[i]
		if r.d.Sents[e.sent].Kind != token.Dateline {
			continue
		}
		if e.kind == kDate && e.day > 0 && e.year != when.XXXX {
			r.now, r.nowRef = when.NewPoint(e.year, int(e.month), int(e.day)), int32(i)
			return
		}
	}
}

// soundsNarrative reports whether the text tells of times away from its own:
// it has years, and nearly all of them lie years from the article's date. A
// text without a date is a narrative if it has years and no "Tuesday" or
// "today".
func (r *resolver) soundsNarrative() bool {
	years, far, deictic := 0, 0, 0
	base, _, _ := r.now.Date()
	for i := range r.es {
		e := &r.es[i]
		switch e.kind {
		case kDate:
			if e.year != when.XXXX {
				years++
				if d := e.year - base; r.now.IsZero() || d < -2 || d > 2 {
					far++
				}
			}
		case kWeekday:
			if e.dir == noDir {
				deictic++
			}
		case kRel:
			if e.rule == "day-word" {
				deictic++
			}
		}
	}
	if r.now.IsZero() {
		return years >= 4 && deictic == 0
	}
	return far >= 5 && far*10 >= years*8 && deictic*8 <= far
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
		if p := r.out[r.last].Value.Earliest(); !p.IsZero() {
			return anchor{p, when.Mention, r.last}
		}
	}
	return r.published()
}

// near is the last mention that e can be a unit away from: in news one of the
// same sentence or the two before, exact to that unit at least.
func (r *resolver) near(e *expr) anchor {
	k := r.last
	if e.unit <= when.Week || e.hour >= 0 || e.part != when.NoPart {
		k = r.lastDay
	}
	if k != token.None && (r.narrative || r.es[k].sent >= e.sent-2) {
		if p := r.out[k].Value.Earliest(); !p.IsZero() {
			return anchor{p, when.Mention, k}
		}
	}
	if a := r.published(); !a.p.IsZero() && !r.narrative {
		return a
	}
	return r.mention()
}

// base is what an incomplete expression is reckoned from: in news the
// article's date, in narrative the last mention.
func (r *resolver) base() anchor {
	if r.narrative {
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
	return r.base()
}

// settle makes the mention of expression i.
func (r *resolver) settle(i int32) {
	e := &r.es[i]
	v, a := r.value(i, e)
	m := Mention{Span: r.d.SpanOf(e.first, e.last), First: e.first, Last: e.last, Rule: e.rule, Score: e.score, Ref: a.ref}
	if m.Rule == "" {
		m.Rule = "time"
	}
	if !v.IsZero() {
		if e.mod != when.NoMod {
			v = v.WithMod(e.mod)
		}
		v = v.WithAnchor(a.how)
	}
	m.Value = v
	if e.kind == kDate && e.month > 0 {
		if y, _, _ := v.Date(); y == when.XXXX {
			m.Candidates = r.candidates(e)
		}
	}
	if v.IsZero() {
		m.Score = m.Score / 2
	}
	r.out = append(r.out, m)
	r.remember(i, e)
}

// candidates are the dates that e may be in the years that the text names, in
// order of their first mention, at most three.
func (r *resolver) candidates(e *expr) []when.Value {
	var vs []when.Value
	for k := 0; k < min(len(r.es), 200) && len(vs) < 3; k++ {
		if x := &r.es[k]; x.kind == kDate && x.year != when.XXXX {
			v := when.NewDate(x.year, int(e.month), int(e.day))
			dup := v.IsZero()
			for _, u := range vs {
				dup = dup || u == v
			}
			if !dup {
				vs = append(vs, v)
			}
		}
	}
	return vs
}

// remember keeps what later expressions may be reckoned from.
func (r *resolver) remember(i int32, e *expr) {
	v := r.out[i].Value
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
	switch e.kind {
	case kDate:
		return r.date(i, e)
	case kWeekday:
		v, a := r.weekday(i, e)
		return e.onDay(v), a
	case kRel:
		a := r.base()
		if e.rule == "day-word" || e.rule == "overnight" {
			a = r.published()
			if a.p.IsZero() {
				a = r.base()
			}
		}
		n := int(e.n)
		if e.rule == "weekend" && !a.p.IsZero() && when.ISOWeekday(a.p.DayNumber()) < 5 && tenseAt(r.d, e) != future {
			n-- // early in the week, "the weekend" is the one before
		}
		v := unitAt(a.p, e.unit, n, e.fiscal)
		if e.rule == "year-end" && !a.p.IsZero() {
			y, _, _ := a.p.Date()
			if e.sinceLast {
				y--
			}
			v = when.NewDate(y, 12, 31)
		}
		if a.p.IsZero() {
			v = openUnit(e)
			a.how = when.NoAnchor
		}
		return e.onDay(v), a
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
		// The day that follows, the one last mentioned in the sentence, else
		// the article's.
		for k := i + 1; int(k) < len(r.es) && k <= i+2; k++ {
			n := &r.es[k]
			if n.sent != e.sent || n.first-e.last > 6 {
				break
			}
			if n.kind == kWeekday || n.kind == kDate && n.day > 0 && n.endDay == 0 {
				if n.first-e.last > 1 && n.kind == kWeekday && !r.bracketed(e.last, n.first) {
					break
				}
				if v, _ := r.value(k, n); v.Grain() == when.Day {
					return e.onDay(v), anchor{how: when.Mention, ref: k}
				}
			}
			if n.kind != kClock {
				break
			}
		}
		a := r.near(e)
		if !r.narrative && a.how == when.Mention && r.es[a.ref].sent != e.sent {
			if b := r.published(); !b.p.IsZero() {
				a = b
			}
		}
		v := when.NewDate(when.XXXX, when.Anything, when.Anything)
		if !a.p.IsZero() {
			v = when.FromPoint(a.p.Truncate(when.Day))
			if a.p.Grain() > when.Day {
				v = when.NewDate(when.XXXX, when.Anything, when.Anything)
				a = anchor{ref: token.None}
			}
		}
		return e.onDay(v), a
	}
	return when.Value{}, anchor{ref: token.None}
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
		if e.hour == 24 && e.rule != "clock" {
			w = v.At(24, 0, -1)
		}
		if e.offset != noOffset {
			w = w.In(e.offset)
		}
		if e.rule == "clock-range" && !w.IsZero() {
			end := v.At(int(e.num), int(e.n), -1)
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

// unitAt is the calendar unit n units from the one that p lies in.
func unitAt(p when.Point, g when.Grain, n int, isFiscal bool) when.Value {
	if p.IsZero() {
		return when.Value{}
	}
	y, m, d := p.Date()
	day := p.DayNumber()
	switch g {
	case when.Day, when.DayPart:
		if d == 0 {
			return when.Value{}
		}
		return when.FromPoint(when.PointOfDay(day + n))
	case when.Week:
		return when.NewWeek(when.ISOWeek(day + 7*n))
	case when.Weekend:
		return when.NewWeekend(when.ISOWeek(day + 7*n))
	case when.Month:
		if m == 0 {
			return when.Value{}
		}
		y, m = addMonths(y, m, n)
		return when.NewDate(y, m, 0)
	case when.Quarter:
		if m == 0 {
			return when.NewQuarter(y, when.Anything)
		}
		k := y*4 + (m-1)/3 + n
		return when.NewQuarter(floor(k, 4), k-4*floor(k, 4)+1)
	case when.Half:
		k := y*2 + (max(m, 1)-1)/6 + n
		return when.NewHalf(floor(k, 2), k-2*floor(k, 2)+1)
	case when.Season:
		return when.NewSeason(y+n, seasonOf(m))
	case when.Year:
		_ = isFiscal
		return when.NewDate(y+n, 0, 0)
	case when.Decade:
		return when.NewDecade(y + 10*n)
	case when.Century:
		return when.NewCentury(y + 100*n)
	case when.Millennium:
		return when.NewMillennium(y + 1000*n)
	}
	return when.Value{}
}

func floor(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

func addMonths(y, m, n int) (int, int) {
	k := y*12 + m - 1 + n
	y = floor(k, 12)
	return y, k - 12*y + 1
}

func seasonOf(m int) int {
	switch m {
	case 3, 4, 5:
		return 1
	case 6, 7, 8:
		return 2
	case 9, 10, 11:
		return 3
	}
	return 4
}

// openUnit is "today", "last week" when there is nothing to reckon from.
func openUnit(e *expr) when.Value {
	if e.unit == when.Day {
		return when.NewDate(when.XXXX, when.Anything, when.Anything)
	}
	switch e.unit {
	case when.Week:
		return when.NewWeek(when.XXXX, when.Anything)
	case when.Weekend:
		return when.NewWeekend(when.XXXX, when.Anything)
	case when.Month:
		return when.NewDate(when.XXXX, when.Anything, 0)
	case when.Quarter:
		return when.NewQuarter(when.XXXX, when.Anything)
	}
	return when.NewDate(when.XXXX, 0, 0)
}

// date settles a date of which the text says some parts.
func (r *resolver) date(i int32, e *expr) (when.Value, anchor) {
	explicit := anchor{how: when.Explicit, ref: token.None}
	if e.fiscal && e.month == 0 {
		return when.NewDate(e.year, 0, 0), explicit
	}
	a := explicit
	y := e.year
	if y == when.XXXX {
		y, a = r.yearOf(i, e)
	}
	v := when.NewDate(y, int(e.month), int(e.day))
	if e.month == 0 {
		v = when.NewDate(y, 0, 0)
	}
	if v.IsZero() {
		// 29 February of a year that has none.
		return when.NewDate(when.XXXX, int(e.month), int(e.day)), anchor{ref: token.None}
	}
	switch {
	case e.endDay > 0 && e.part == when.Night:
		// "the night of 5-6 June" is the night of the 5th.
		return e.onDay(v), a
	case e.endDay > 0:
		ey := y
		if e.endMonth < e.month && y != when.XXXX {
			ey++
		}
		if s := when.NewSpan(v, when.NewDate(ey, int(e.endMonth), int(e.endDay))); !s.IsZero() {
			return s, a
		}
	case e.endYear != when.XXXX:
		if s := when.NewSpan(v, when.NewDate(e.endYear, 0, 0)); !s.IsZero() {
			return s, a
		}
	case e.rule == "nth-weekday" && y != when.XXXX:
		if p := nthWeekday(y, int(e.month), int(e.wday), int(e.num)); !p.IsZero() {
			return when.FromPoint(p), a
		}
	case e.rule == "week-of":
		if p := v.Point(); !p.IsZero() {
			return when.NewWeek(when.ISOWeek(p.DayNumber())), a
		}
	case e.rule == "nth-of" && y != when.XXXX:
		if w := nthOf(v, e); !w.IsZero() {
			return w, a
		}
	}
	return e.onDay(v), a
}

// nthOf is "the first week of May", "the last day of 2024".
func nthOf(v when.Value, e *expr) when.Value {
	lo, hi := v.Earliest(), v.Latest()
	if lo.IsZero() || hi.IsZero() {
		return when.Value{}
	}
	n := int(e.num)
	_, g, _ := e.end.Amount()
	switch g {
	case when.Day:
		if n == ordinalLast {
			return when.FromPoint(hi)
		}
		return when.FromPoint(when.PointOfDay(lo.DayNumber() + n - 1))
	case when.Week, when.Weekend:
		d := lo.DayNumber() + 7*(n-1)
		if n == ordinalLast {
			d = hi.DayNumber()
			if g == when.Weekend && when.ISOWeekday(d) < 6 {
				d -= 7
			}
		}
		if g == when.Weekend {
			return when.NewWeekend(when.ISOWeek(d))
		}
		return when.NewWeek(when.ISOWeek(d))
	case when.Month:
		y, _, _ := lo.Date()
		if v.Grain() != when.Year {
			return when.Value{}
		}
		if n == ordinalLast {
			n = 12
		}
		return when.NewDate(y, n, 0)
	}
	return when.Value{}
}

// nthWeekday is the nth weekday of a month, the last for -1 and ordinalLast.
func nthWeekday(y, m, wd, n int) when.Point {
	if n < 0 || n == ordinalLast {
		d := when.DayNumber(y, m, when.DaysIn(y, m))
		return when.PointOfDay(d - (when.ISOWeekday(d)-wd+7)%7)
	}
	d := when.DayNumber(y, m, 1)
	d += (wd-when.ISOWeekday(d)+7)%7 + 7*(n-1)
	p := when.PointOfDay(d)
	if _, pm, _ := p.Date(); pm != m {
		return when.Point{}
	}
	return p
}

// yearOf is the year of a date that does not say its own.
func (r *resolver) yearOf(i int32, e *expr) (int, anchor) {
	a := r.from(e)
	if e.dir == dirYear {
		if a.p.IsZero() {
			return when.XXXX, anchor{ref: token.None}
		}
		y, _, _ := a.p.Date()
		return y + int(e.n), a
	}
	// "May and July 2024", "from June 6 to June 9, 2024": the next one tells.
	if k := i + 1; int(k) < len(r.es) && e.dir == noDir {
		n := &r.es[k]
		if n.kind == kDate && n.month > 0 && n.year != when.XXXX && n.sent == e.sent && n.first-e.last <= 2 && (e.day > 0) == (n.day > 0) && r.joins(e.last, n.first) {
			y := n.year
			if n.month < e.month {
				y--
			}
			return y, anchor{how: when.Mention, ref: k}
		}
	}
	if a.p.IsZero() {
		return r.yearFromText(i, e)
	}
	y, m, d := a.p.Date()
	if m == 0 {
		return y, a
	}
	if e.wday > 0 && e.day > 0 {
		// The day of the week settles it.
		for _, k := range [...]int{0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5} {
			if when.DaysIn(y+k, int(e.month)) >= int(e.day) && when.ISOWeekday(when.DayNumber(y+k, int(e.month), int(e.day))) == int(e.wday) {
				return y + k, a
			}
		}
	}
	mon, day := int(e.month), int(e.day)
	switch e.dir {
	case -1:
		if mon >= m {
			y--
		}
		return y, a
	case 1:
		if mon <= m {
			y++
		}
		return y, a
	case 0:
		return y, a
	}
	if a.how == when.Mention && a.ref != token.None && (r.narrative || e.toMention) {
		g := r.out[a.ref].Value.Grain()
		switch {
		case g > when.Season:
		case m-mon >= 4:
			y++ // a story goes forward
		case mon-m >= 10 && day > 0 && g <= when.Day:
			y--
		}
		return y, a
	}
	// Around the article's date, the tense of the clause decides; where the
	// date only belongs to a noun, the nearest does.
	t := tenseAt(r.d, e)
	gap := mon - m
	over := gap < 0 || gap == 0 && (day == 0 || day <= d)
	switch {
	case over && t == future && gap <= -2:
		y++
	case over && t != past_ && day > 0 && gap < -9:
		y++
	case over || t == future || t == ahead:
	case day == 0 && (gap >= 3 || t == past_ && gap > 0):
		y--
	case day > 0 && (gap >= 6 || t == past_ && (gap > 0 || day-d > 14)):
		y--
	}
	return y, a
}

// joins reports whether only "and", "to", "or", a dash or a comma stands
// between tokens a and b.
func (r *resolver) joins(a, b int32) bool {
	for k := a; k < b; k++ {
		switch r.d.Tokens[k].Lower {
		case "and", "or", "to", "-", "–", "—", ",", "through", "until", "&":
		default:
			return false
		}
	}
	return b > a
}

// fullDate reports whether e says its year and more than that.
func (e *expr) fullDate() bool {
	return e.year != when.XXXX && (e.kind == kDate && e.month > 0 || e.kind == kPartOf)
}

// startMonth is the first month of a full date.
func (e *expr) startMonth() int {
	if e.kind == kDate {
		return int(e.month)
	}
	switch e.unit {
	case when.Season:
		return 3 * int(e.num)
	case when.Half:
		return 6*int(e.num) - 5
	}
	return 3*int(e.num) - 2
}

// firstFull is the first full date of the text, or None.
func (r *resolver) firstFull() int32 {
	if !r.looked {
		r.looked, r.full = true, token.None
		for i := range r.es {
			if r.es[i].fullDate() {
				r.full = int32(i)
				break
			}
		}
	}
	return r.full
}

// yearFromText settles the year of a date by the nearest full date of the
// text when the article's own is not known: the year that brings the two
// closest.
func (r *resolver) yearFromText(i int32, e *expr) (int, anchor) {
	best := token.None
	for k := i - 1; k >= max(0, i-50) && best == token.None; k-- {
		if r.es[k].fullDate() {
			best = k
		}
	}
	if best == token.None {
		best = r.firstFull()
	}
	if best == token.None {
		return when.XXXX, anchor{ref: token.None}
	}
	x := &r.es[best]
	y := x.year
	at := when.DayNumber(y, x.startMonth(), max(int(x.day), 1))
	dist := func(y int) int {
		n := when.DayNumber(y, int(e.month), max(int(e.day), 1)) - at
		return max(n, -n)
	}
	for _, k := range [...]int{y - 1, y + 1} {
		if dist(k) < dist(y) {
			y = k
		}
	}
	return y, anchor{how: when.Mention, ref: best}
}

// weekday settles a day of the week.
func (r *resolver) weekday(i int32, e *expr) (when.Value, anchor) {
	a := r.from(e)
	if a.p.IsZero() || a.p.Grain() > when.Day {
		return when.NewWeekday(when.XXXX, when.Anything, int(e.wday)), anchor{ref: token.None}
	}
	day := a.p.DayNumber()
	wd := int(e.wday)
	today := when.ISOWeekday(day)
	back := (today - wd + 7) % 7
	ahead := (wd - today + 7) % 7
	switch {
	case e.unit == when.Week:
		day += 7*int(e.dir) + wd - today
	case e.dir == -1:
		if back == 0 {
			back = 7
		}
		day -= back
	case e.dir == 1:
		if ahead == 0 {
			ahead = 7
		}
		day += ahead
	case e.dir == 0 && !e.toMention:
		if tenseAt(r.d, e) == past_ {
			day -= back
		} else {
			day += ahead
		}
	case a.how == when.Mention && r.narrative:
		day += ahead
	case i > 0 && r.es[i-1].kind == kWeekday && r.es[i-1].sent == e.sent && r.joins(r.es[i-1].last, e.first) && !r.now.IsZero() && r.out[i-1].Value.Earliest().DayNumber() > r.now.DayNumber():
		// "on Saturday and Sunday": both lie ahead.
		prev := r.out[i-1].Value.Earliest().DayNumber()
		day = prev + (wd-when.ISOWeekday(prev)+7)%7
	default:
		if tenseAt(r.d, e) == future {
			day += ahead
		} else {
			day -= back
		}
	}
	return when.FromPoint(when.PointOfDay(day)), a
}

// same settles "that year", "the next day", "the quarter".
func (r *resolver) same(e *expr) (when.Value, anchor) {
	if e.unit == when.Quarter || e.unit == when.Half {
		if r.lastSub != token.None && e.rule != "same-unit" || r.lastSub != token.None && r.lastSub == r.last {
			v := r.out[r.lastSub].Value
			if v.Grain() == e.unit && !v.Earliest().IsZero() {
				return unitAt(v.Earliest(), e.unit, int(e.n), false), anchor{how: when.Mention, ref: r.lastSub}
			}
		}
		a := r.published()
		if e.rule == "the-unit" || e.rule == "latest-period" || e.n == 0 {
			if v := unitAt(a.p, e.unit, -1, false); !v.IsZero() {
				return v, a
			}
			return when.NewQuarter(when.XXXX, when.Anything), a
		}
		return unitAt(a.p, e.unit, int(e.n), false), a
	}
	a := r.near(e)
	if e.unit == when.Weekend {
		a = r.published()
	}
	if e.rule == "the-unit" && !r.narrative || a.p.IsZero() {
		if b := r.published(); !b.p.IsZero() && e.unit != when.Day {
			a = b
		}
	}
	v := unitAt(a.p, e.unit, int(e.n), e.fiscal)
	if v.IsZero() {
		if e.unit == when.Day && !a.p.IsZero() {
			y, m, _ := a.p.Date()
			return e.onDay(when.NewDate(y, max(m, when.Anything), when.Anything)), a
		}
		return e.onDay(openUnit(e)), anchor{ref: token.None}
	}
	return e.onDay(v), a
}

// shifted settles "two days ago", "a year earlier", "three weeks later".
func (r *resolver) shifted(e *expr) (when.Value, anchor) {
	a := r.base()
	if e.toMention {
		a = r.near(e)
	}
	if e.vague {
		switch {
		case e.toMention:
			// "hours later": a length of time from the mention.
			return e.value, a
		case r.d.Tokens[e.last-1].Lower == "now" || r.d.Tokens[e.last-1].Lower == "hence":
			return when.NewReference(when.Future), a
		}
		return when.NewReference(when.Past), a
	}
	if e.toMention && r.last != token.None {
		// The grain of what it is reckoned from: a quarter a year earlier.
		v := r.out[r.last].Value
		if e.unit == when.Year && e.n == -1 && (r.es[r.last].sent >= e.sent-1) && v.Type() == when.Date {
			switch v.Grain() {
			case when.Quarter, when.Half:
				if k := r.es[r.last].kind; k != kPartOf && k != kSame {
					break
				}
				return plusYears(v, -1), anchor{how: when.Mention, ref: r.last}
			case when.Month, when.Season:
				return plusYears(v, -1), anchor{how: when.Mention, ref: r.last}
			}
		}
	}
	if e.unit == when.Year && e.n == -1 && r.lastSub != token.None && !r.narrative && r.es[r.lastSub].sent >= e.sent-6 {
		return plusYears(r.out[r.lastSub].Value, -1), anchor{how: when.Mention, ref: r.lastSub}
	}
	if a.p.IsZero() {
		ref := when.Past
		if e.n > 0 {
			ref = when.Future
		}
		return when.NewReference(ref), a
	}
	return shiftPoint(a.p, e.n, e.unit), a
}

// plusYears is v moved by n years, at its own grain.
func plusYears(v when.Value, n int) when.Value {
	y, m, d := v.Date()
	lo := v.Earliest()
	if y == when.XXXX || lo.IsZero() {
		return when.Value{}
	}
	_, lm, _ := lo.Date()
	switch v.Grain() {
	case when.Quarter:
		return when.NewQuarter(y+n, (lm-1)/3+1)
	case when.Half:
		return when.NewHalf(y+n, (lm-1)/6+1)
	case when.Season:
		return when.NewSeason(y+n, seasonOf(lm))
	case when.Month:
		return when.NewDate(y+n, m, 0)
	case when.Day:
		if w := when.NewDate(y+n, m, d); !w.IsZero() {
			return w
		}
	}
	return when.NewDate(y+n, 0, 0)
}

// shiftPoint is the unit n units from p, exact to that unit.
func shiftPoint(p when.Point, n float64, g when.Grain) when.Value {
	k := int(n)
	y, m, _ := p.Date()
	switch {
	case n > 1e6 || n < -1e6:
		ref := when.Past
		if n > 0 {
			ref = when.Future
		}
		return when.NewReference(ref)
	case float64(k) != n:
		// Half units count in the next finer.
		switch g {
		case when.Year:
			return shiftPoint(p, float64(int(n*12)), when.Month)
		case when.Week:
			return shiftPoint(p, float64(int(n*7)), when.Day)
		case when.Decade:
			return shiftPoint(p, float64(int(n*10)), when.Year)
		case when.Century:
			return shiftPoint(p, float64(int(n*100)), when.Year)
		case when.Month:
			return shiftPoint(p, float64(int(n*30)), when.Day)
		}
		return unitAt(p.Truncate(when.Day), when.Day, 0, false)
	}
	switch g {
	case when.Second, when.Minute, when.Hour:
		h, _, _ := p.Clock()
		if h < 0 {
			if g == when.Hour && (k > 23 || k < -23) {
				return unitAt(p, when.Day, k/24, false)
			}
			return unitAt(p.Truncate(when.Day), when.Day, 0, false)
		}
		return when.FromPoint(p.Truncate(when.Day))
	case when.Month:
		if m == 0 {
			return when.NewDate(y+k/12, 0, 0)
		}
	case when.Decade:
		return when.NewDate(y+10*k, 0, 0)
	case when.Century:
		return when.NewDate(y+100*k, 0, 0)
	case when.Millennium:
		return when.NewDate(y+1000*k, 0, 0)
	}
	return unitAt(p, g, k, false)
}

// partOf settles seasons, quarters and halves.
func (r *resolver) partOf(e *expr) (when.Value, anchor) {
	explicit := anchor{how: when.Explicit, ref: token.None}
	make := func(y int) when.Value {
		switch e.unit {
		case when.Season:
			return when.NewSeason(y, int(e.num))
		case when.Half:
			return when.NewHalf(y, int(e.num))
		}
		return when.NewQuarter(y, int(e.num))
	}
	if e.year != when.XXXX {
		return make(e.year), explicit
	}
	a := r.from(e)
	if a.p.IsZero() {
		return make(when.XXXX), anchor{ref: token.None}
	}
	y, m, _ := a.p.Date()
	if e.dir == dirYear {
		return make(y + int(e.n)), a
	}
	if m == 0 {
		return make(y), a
	}
	// The first month of the part, from the year's start.
	first := e.startMonth()
	length := 3
	if e.unit == when.Half {
		length = 6
	}
	over := m >= first+length
	begun := m >= first
	switch e.dir {
	case -1:
		if !over {
			y--
		}
		return make(y), a
	case 1:
		if begun {
			y++
		}
		return make(y), a
	case 0:
		return make(y), a
	}
	if r.narrative {
		return make(y), a
	}
	switch tenseAt(r.d, e) {
	case future:
		if over && m-first >= 6 {
			y++
		}
	default:
		if !begun {
			y--
		}
	}
	return make(y), a
}

// yearAgo settles "the year-earlier quarter" by the quarter last mentioned.
func (r *resolver) yearAgo(e *expr) (when.Value, anchor) {
	if e.num > 0 {
		y, _, _ := r.now.Date()
		if r.now.IsZero() {
			y = when.XXXX + 1
		}
		return when.NewQuarter(y-1, int(e.num)), r.published()
	}
	if r.lastSub != token.None && e.unit != when.Month {
		return plusYears(r.out[r.lastSub].Value, -1), anchor{how: when.Mention, ref: r.lastSub}
	}
	a := r.published()
	if a.p.IsZero() {
		return when.NewReference(when.Past), a
	}
	g := e.unit
	if g == when.Quarter {
		return plusYears(unitAt(a.p, when.Quarter, -1, false), -1), a
	}
	if g == when.NoGrain {
		g = when.Year
	}
	return plusYears(unitAt(a.p, g, 0, false), -1), a
}

// length settles a duration: its ends, where a direction gives them.
func (r *resolver) length(e *expr) (when.Value, anchor) {
	v := e.value
	a := anchor{how: when.Explicit, ref: token.None}
	if e.dir != -1 && e.dir != 1 || v.IsZero() {
		return v, a
	}
	b := r.base()
	n, g, known := v.Amount()
	if b.p.IsZero() || b.p.Grain() > when.Day {
		return v, a
	}
	end := when.FromPoint(b.p)
	if !known {
		if e.dir < 0 {
			return v.WithEnds(when.Value{}, end), b
		}
		return v.WithEnds(end, when.Value{}), b
	}
	other := edgeOf(b.p, n*float64(e.dir), g)
	if other.Type() != when.Date || other.Reference() != when.NoReference {
		return v, b
	}
	if e.dir < 0 {
		return v.WithEnds(other, end), b
	}
	return v.WithEnds(end, other), b
}

// edgeOf is the day n units from p.
func edgeOf(p when.Point, n float64, g when.Grain) when.Value {
	months := 0.0
	switch g {
	case when.Day:
		return when.FromPoint(when.PointOfDay(p.DayNumber() + int(n)))
	case when.Week:
		return when.FromPoint(when.PointOfDay(p.DayNumber() + int(7*n)))
	case when.Month:
		months = n
	case when.Quarter:
		months = 3 * n
	case when.Year:
		months = 12 * n
	case when.Decade:
		months = 120 * n
	default:
		return shiftPoint(p, n, g)
	}
	y, m, d := p.Date()
	if m == 0 || d == 0 || months > 1e5 || months < -1e5 {
		return shiftPoint(p, n, g)
	}
	y, m = addMonths(y, m, int(months))
	return when.NewDate(y, m, min(d, when.DaysIn(y, m)))
}

// holiday settles a named day.
func (r *resolver) holiday(e *expr) (when.Value, anchor) {
	a := anchor{how: when.Explicit, ref: token.None}
	in := func(y int) when.Point {
		switch uint8(e.sets) {
		case nthDay:
			p := nthWeekday(y, int(e.month), int(e.wday), int(e.num))
			if e.n != 0 && !p.IsZero() {
				p = when.PointOfDay(p.DayNumber() + int(e.n))
			}
			return p
		case easterDay:
			return when.PointOfDay(easter(y) + int(e.n))
		case electionDay:
			return when.PointOfDay(nthWeekday(y, 11, 1, 1).DayNumber() + 1)
		}
		return when.NewPoint(y, int(e.month), int(e.day))
	}
	y := e.year
	if y == when.XXXX {
		a = r.from(e)
		if a.p.IsZero() {
			if uint8(e.sets) == fixedDay {
				return e.onDay(when.NewDate(when.XXXX, int(e.month), int(e.day))), anchor{ref: token.None}
			}
			return when.Value{}, anchor{ref: token.None}
		}
		y, _, _ = a.p.Date()
		day, at := in(y).DayNumber(), a.p.DayNumber()
		switch {
		case e.dir == -1:
			if day >= at {
				y--
			}
		case e.dir == 1:
			if day <= at {
				y++
			}
		case e.dir == 0, r.narrative:
		default:
			switch tenseAt(r.d, e) {
			case future:
				if day < at-31 {
					y++
				}
			case past_:
				if day > at+10 {
					y--
				}
			default:
				if day > at+120 {
					y--
				} else if day < at-245 {
					y++
				}
			}
		}
	}
	p := in(y)
	if p.IsZero() {
		return when.Value{}, a
	}
	switch e.unit {
	case when.Week:
		return when.NewWeek(when.ISOWeek(p.DayNumber())), a
	case when.Weekend:
		return when.NewWeekend(when.ISOWeek(p.DayNumber())), a
	}
	return e.onDay(when.FromPoint(p)), a
}

// easter is the day number of Easter Sunday (Meeus, Jones and Butcher).
func easter(y int) int {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	n := h + l - 7*((a+11*h+22*l)/451) + 114
	return when.DayNumber(y, n/31, n%31+1)
}
