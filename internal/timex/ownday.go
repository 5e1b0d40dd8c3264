package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// ownDay is the day that a text is of by its own word, without a year.
type ownDay struct {
	at         int32 // the mention that tells it
	month, day int
	wday       int // by the first sentence; 0 if not told
}

// findOwnDay takes the article's date from its own head, where it is not known or
// cannot be: nothing is written after it was published, but the day of a page's
// address may be another zone's.
func (r *resolver) findOwnDay() {
	const zone = 2 // days
	i, ago := r.ownDate()
	if i == token.None {
		return
	}
	e := &r.es[i]
	y := e.year
	if y == when.XXXX {
		if r.now.IsZero() {
			r.ownDay = ownDay{i, int(e.month), int(e.day), r.leadDay(i)}
			return
		}
		y, _, _ = r.now.Date()
	}
	p := when.NewPoint(y, int(e.month), int(e.day))
	if p.IsZero() {
		return
	}
	p = when.PointOfDay(p.DayNumber() + ago)
	switch d := p.DayNumber() - r.now.DayNumber(); {
	case r.now.IsZero():
		r.now, r.nowRef = p, i
	case d > 0 && d <= zone && ago == 0:
		r.now = p
	}
}

// ownDate is the date that the text gives as its own, or None: that of its
// dateline, that at its head, and in a text of no known day the one that it calls
// today's or yesterday's, so many days ago.
func (r *resolver) ownDate() (i int32, ago int) {
	for i := range r.es {
		r.d.CheckAt(i)
		if e := &r.es[i]; r.d.Sents[e.sent].Kind == token.Dateline && e.monthAndDay() {
			r.own = int32(i)
			return r.own, 0
		}
	}
	for i := range r.es {
		r.d.CheckAt(i)
		e := &r.es[i]
		if e.first > headWords {
			break
		}
		if e.monthAndDay() && (i == 0 && r.heads(e) || e.year != when.XXXX && r.stamps(e)) {
			r.own = int32(i)
			return r.own, 0
		}
	}
	if !r.now.IsZero() {
		return token.None, 0
	}
	for i := 1; i < len(r.es); i++ {
		r.d.CheckAt(i)
		b, e := &r.es[i-1], &r.es[i]
		if b.kind == kRel && b.sense == dayWord && e.monthAndDay() && e.year != when.XXXX && b.sent == e.sent && r.beside(b.last, e.first) {
			return int32(i), -int(b.n)
		}
	}
	return token.None, 0
}

// monthAndDay reports whether e says its month and its day, and no more days.
func (e *expr) monthAndDay() bool {
	return e.kind == kDate && e.month > 0 && e.day > 0 && e.endDay == 0
}

// heads reports whether e stands at the head of the text as a dateline has it:
// behind a few words that all have capitals, and before a colon or a dash.
func (r *resolver) heads(e *expr) bool {
	const words = 8
	s := &r.d.Sents[e.sent]
	if e.first-s.First > words || e.last >= s.Last || !wordTable.Has(r.d.Tokens[e.last].Lower, classHeadEnd) {
		return false
	}
	if e.first == s.First && (e.sent == 0 || r.d.Sents[e.sent-1].Kind != token.Dateline) || e.first > s.First && r.d.Tokens[s.First].Start != r.d.Paras[s.Para].Start {
		return false
	}
	for k := s.First; k < e.first; k++ {
		if t := &r.d.Tokens[k]; !t.Is(token.Capital) && !t.Is(token.Punct) && !wordTable.Has(t.Lower, classHeadWord) {
			return false
		}
	}
	return true
}

// headWords is how many words the head of a page may have: address, title,
// names, and when it was put there.
const headWords = 60

// stamps reports whether the full date e tells when a page was written, as a
// line of its own or a stamp at its head does: "Posted: Nov 27, 2005", "FRIDAY,
// MAY 3, 2013, 9:56 AM", "- Friday, June 7, 2013", "By Ana Ruiz | May 3, 2013".
func (r *resolver) stamps(e *expr) bool {
	t := r.d.Tokens
	p := &r.d.Paras[r.d.Sents[e.sent].Para]
	first, last := r.d.Sents[p.First].First, r.d.Sents[p.Last-1].Last
	k := e.first - 1
	if r.posted(k, first) {
		return true
	}
	if k >= first && (t[k].UPOS == token.ADP || t[k].UPOS == token.SCONJ || t[k].UPOS == token.DET || t[k].UPOS == token.VERB || t[k].UPOS == token.AUX) {
		return false
	}
	n := e.last
	if n < last && t[n].Lower == "," {
		n++
	}
	if e.wday == 0 && when.NewPoint(e.year, int(e.month), int(e.day)) == r.now {
		return true
	}
	clock := e.hour >= 0 || n < last && (t[n].Is(token.HasDigit) || t[n].Lower == "@")
	alone := k < first && (n == last || n == e.last && (t[n].Is(token.Capital) || wordTable.Has(t[n].Lower, classStampBar)))
	barred := k >= first && n == last && wordTable.Has(t[k].Lower, classStampBar)
	return clock || alone || barred || e.wday > 0 && k >= first && n == e.last && wordTable.Has(t[k].Lower, classHeadEnd)
}

// posted reports whether a word for publishing stands at token k or shortly
// before it, with only a time of day between.
func (r *resolver) posted(k, first int32) bool {
	const words = 8
	for n := 0; k >= first && n < words; k, n = k-1, n+1 {
		t := &r.d.Tokens[k]
		w := wordTable.Find(t.Lower)
		switch {
		case w.Has(classPosted):
			return true
		case !t.Is(token.Punct) && !t.Is(token.HasDigit) && !w.Has(classStampWord):
			return false
		}
	}
	return false
}

// beside reports whether tokens a and b have nothing but a comma or a bracket
// between them: "today (May 3, 2021)".
func (r *resolver) beside(a, b int32) bool {
	return a == b || b == a+1 && wordTable.Has(r.d.Tokens[a].Lower, classBeside)
}

// leadDay is the day of the week on which the first sentence behind dateline i
// tells its news in its own voice, 0 if it tells none: agencies send it out that
// very day. What somebody says then may have been earlier.
func (r *resolver) leadDay(i int32) int {
	for k := int(i) + 1; k < len(r.es) && r.es[k].sent <= r.es[i].sent+1; k++ {
		e := &r.es[k]
		if e.kind != kWeekday || e.dir != noDir || e.day > 0 {
			continue
		}
		if v := r.verbOver(e); e.part != when.NoPart || tenseAt(r.d, e) != past_ || v == token.None || r.d.Tokens[v].Head != token.None || r.saidBeside(v) {
			return 0
		}
		return int(e.wday)
	}
	return 0
}

// ownPoint is the own day in a year that has it on its day of the week, or
// the zero Point where none is told.
func (r *resolver) ownPoint() when.Point {
	const first, last = 2001, 2011 // from a common year on, years that have a day on each day of the week
	own := &r.ownDay
	if own.month == 0 {
		return when.Point{}
	}
	for y := first; y <= last; y++ {
		if p := when.NewPoint(y, own.month, own.day); !p.IsZero() && (own.wday == 0 || when.ISOWeekday(p.DayNumber()) == own.wday) {
			return p
		}
	}
	return when.Point{}
}

// byOwnDay is the day of that number in the year, not known, of the own day, or the zero
// Value: where no own day is told, or the end of February lies between.
func (r *resolver) byOwnDay(n int) (when.Value, anchor) {
	const feb, mar = 2, 3
	if r.ownDay.month == 0 {
		return when.Value{}, anchor{ref: token.None}
	}
	_, m, d := when.FromDayNumber(n)
	if m != r.ownDay.month && m+r.ownDay.month == feb+mar {
		return when.Value{}, anchor{ref: token.None}
	}
	return when.NewDate(when.XXXX, m, d), anchor{how: when.Mention, ref: r.ownDay.at}
}

// yearFromText settles the year of a date where the article's own is not known:
// by a full date that the text is told from, or that it goes on from.
func (r *resolver) yearFromText(i int32, e *expr) (int, anchor) {
	open := anchor{ref: token.None}
	if e.dir != noDir || r.d.Sents[e.sent].Kind == token.Dateline {
		return when.XXXX, open
	}
	t := tenseAt(r.d, e)
	best := token.None
	for k := i - 1; k >= max(0, i-50) && best == token.None; k-- {
		if x := &r.es[k]; x.fullDate() && (r.isNews(x) || r.goesOnFrom(x, e, t)) {
			best = k
		}
	}
	for k := i + 1; int(k) < min(len(r.es), int(i)+50) && best == token.None; k++ {
		if x := &r.es[k]; x.fullDate() && r.isNews(x) {
			best = k
		}
	}
	if best == token.None {
		return when.XXXX, open
	}
	x := &r.es[best]
	y, gap := x.year, 0
	at := when.DayNumber(y, x.startMonth(), max(int(x.day), 1))
	for _, k := range [...]int{0, -1, 1} {
		n := when.DayNumber(x.year+k, int(e.month), max(int(e.day), 1)) - at
		if k == 0 || max(n, -n) < max(gap, -gap) {
			y, gap = x.year+k, n
		}
	}
	// What lies ahead is no proof of where the past is, nor the past of what lies ahead.
	if tx := tenseAt(r.d, x); gap < 0 && t == future && tx != future || gap > 0 && tx == future && t != future {
		return when.XXXX, open
	}
	return y, anchor{how: when.Mention, ref: best}
}

// isNews reports whether the full date x may be of the text's own time: it
// stands in the first sentence, or is exact to a day and no aside, and no year
// that the text names is later.
func (r *resolver) isNews(x *expr) bool {
	if x.kind != kDate || x.sense == namedDay || !r.leads(x) && (x.day <= 0 || r.aside(x)) {
		return false
	}
	return x.year >= r.latestYear()
}

// leads reports whether x stands before the end of the first sentence of the text.
func (r *resolver) leads(x *expr) bool {
	for s := range x.sent {
		if r.d.Sents[s].Kind == token.Body {
			return false
		}
	}
	return true
}

// latestYear is the last year that the text names as one that has been.
func (r *resolver) latestYear() int {
	if r.looked {
		return r.latest
	}
	r.looked, r.latest = true, when.XXXX
	for i := range r.es {
		r.d.CheckAt(i)
		if e := &r.es[i]; e.kind == kDate && e.year > r.latest && tenseAt(r.d, e) != future {
			r.latest = e.year
		}
	}
	return r.latest
}

// goesOnFrom reports whether e, in tense t, goes on from the full date x, a
// sentence or two before it in its paragraph: both are told as past.
func (r *resolver) goesOnFrom(x, e *expr, t tense) bool {
	const sentences = 2
	return e.sent-x.sent <= sentences && r.d.Sents[e.sent].Para == r.d.Sents[x.sent].Para &&
		notAhead(t) && notAhead(tenseAt(r.d, x)) && !r.aside(x)
}

// notAhead reports whether a clause in tense t looks back, as far as it shows.
func notAhead(t tense) bool { return t != present && t != future }

// aside reports whether e stands in a clause that only tells of a noun or since
// when something has been: no time that the text is at.
func (r *resolver) aside(e *expr) bool {
	if r.since(e) {
		return true
	}
	i := r.verbOver(e)
	if i == token.None {
		return false
	}
	rel := r.d.Tokens[i].Rel
	return rel == token.AclRelcl || rel == token.Acl || rel == token.Advcl && r.marked(i, "since")
}

// verbOver is the predicate that e hangs on, however far, or None.
func (r *resolver) verbOver(e *expr) int32 {
	const reach = 64
	i := outside(r.d, e)
	for n := 0; n < reach && i != token.None; n++ {
		t := &r.d.Tokens[i]
		if t.UPOS == token.VERB || hasCopula(r.d, i) {
			return i
		}
		i = t.Head
	}
	return token.None
}

// saidBeside reports whether what verb i tells is put beside who says so: "The
// town fell on Monday, the army said".
func (r *resolver) saidBeside(i int32) bool {
	for k := range r.d.Kids(i) {
		if r.d.Tokens[k].Rel == token.Parataxis {
			return true
		}
	}
	return false
}

// marked reports whether word ties the clause of verb i to the one above it.
func (r *resolver) marked(i int32, word string) bool {
	for k := range r.d.Kids(i) {
		if r.d.Tokens[k].Lower == word {
			return true
		}
	}
	return false
}
