package timex

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// What the frame of a passage is judged by; chosen on the dates of GUM's train
// half (biographies, interviews, news, speeches) and the odd half of TBAQ.
const (
	distantDays = 90 // a date so far from the article's belongs to another time
	toldYears   = 2  // distant dates that make a paragraph a told one
	toldShare   = 3  // how many distant dates outweigh a sign of the present
	toldDates   = 6  // sentences that a told date reaches on: "that year", "the next day"
)

// passage is what the dates of a paragraph say of its frame.
type passage struct {
	far  int // explicit dates far from the article's
	here int // signs of the article's present: "today", "last week", dates about now
}

// frame tells, for each paragraph, whether it belongs to the present of a dated
// article or is told: a history, a background, a biography.
func (r *resolver) frame() {
	r.passages = make([]passage, len(r.d.Paras))
	here, far := 0, 0 // of the whole text; far ones exact to a month
	for i := range r.es {
		r.d.CheckAt(i)
		e := &r.es[i]
		p := &r.passages[r.d.Sents[e.sent].Para]
		switch {
		case e.sense == dayWord, e.kind == kRel && !e.fiscal, e.kind == kShift && !e.toMention:
			p.here++
		case e.kind == kWeekday && e.dir == noDir && !r.story:
			p.here++
		case e.kind == kDate && e.year != when.XXXX && !e.fiscal && e.sense != namedDay:
			if r.distant(when.NewDate(e.year, int(e.month), int(e.day))) {
				p.far++
				if e.month > 0 {
					far++
				}
			} else if e.month > 0 {
				p.here++
			}
		case (e.kind == kPartOf || e.kind == kDecade) && e.year != when.XXXX && !e.fiscal && r.distant(when.NewDate(e.year, 0, 0)):
			p.far++
		}
	}
	for _, p := range r.passages {
		here += p.here
	}
	// Nothing of the present, and dates of another time: a short history.
	r.story = r.story || r.mode == Auto && here == 0 && far >= toldYears
}

// distant reports whether v lies in another time than the article's present.
func (r *resolver) distant(v when.Value) bool {
	lo, hi := v.Earliest(), v.Latest()
	if lo.IsZero() || hi.IsZero() || r.now.IsZero() {
		return false
	}
	now := r.now.DayNumber()
	return hi.DayNumber() < now-distantDays || lo.DayNumber() > now+distantDays
}

// told reports whether e is reckoned from the time last mentioned, not from the
// article's date: in a told passage, after a date of another time. A text of
// stories is told wherever its paragraph does not speak of the present; in
// other articles the passage must show itself.
func (r *resolver) told(e *expr) bool {
	switch {
	case r.mode == Narrative:
		return true
	case r.mode == News:
		return false
	case r.now.IsZero():
		return r.story && !planned(e, tenseAt(r.d, e))
	case r.last == token.None || !r.distant(r.out[r.last].Value):
		return false
	}
	k := &r.es[r.last]
	if k.sense == namedDay {
		return false
	}
	para := r.d.Sents[e.sent].Para
	p := r.passages[para]
	if p.here > 0 && p.far <= toldShare*p.here {
		return false
	}
	if r.story {
		t := tenseAt(r.d, e)
		return t != present && !planned(e, t)
	}
	if r.d.Sents[k.sent].Para != para || r.since(k) || !r.goesOn(k, e, p) {
		return false
	}
	t := tenseAt(r.d, e)
	return t != future && t != present
}

// planned reports whether a day or a date in tense t lies ahead of whoever writes.
func planned(e *expr, t tense) bool { return t == future && (e.kind == kWeekday || e.kind == kDate) }

// goesOn reports whether e goes on in the time of date k of its paragraph: after
// two dates of another time if k is no mere year, in a chronicle whose sentences
// open with their time, and in the very month of k.
func (r *resolver) goesOn(k, e *expr, p passage) bool {
	if k.month > 0 && k.month == e.month && k.day == 0 && p.here == 0 && e.sent-k.sent <= 1 {
		return true
	}
	if p.far < toldYears {
		return false
	}
	return r.out[r.last].Value.Grain() <= when.Season || r.opens(k) && r.opens(e)
}

// opens reports whether e opens its sentence.
func (r *resolver) opens(e *expr) bool { return e.first-r.d.Sents[e.sent].First <= 1 }

// spoken is when a quotation that holds e was said, if the sentence gives it a
// day of another time: "Last week we lost," he said on 3 June 2019. The point is
// zero where it gives no more than a month or a year; ok is false without one.
func (r *resolver) spoken(e *expr) (a anchor, ok bool) {
	q := r.d.Tokens[e.first].Quote
	if q == token.None || r.now.IsZero() || r.mode != Auto {
		return anchor{ref: token.None}, false
	}
	const around = 3 // expressions of the sentence on each side
	i := r.index(e)
	for k := max(0, i-around); k <= min(len(r.es)-1, i+around); k++ {
		n := &r.es[k]
		if n.sent != e.sent || n.kind != kDate || n.year == when.XXXX || r.d.Tokens[n.first].Quote == q || r.since(n) {
			continue
		}
		v := when.NewDate(n.year, int(n.month), int(n.day))
		if !r.distant(v) {
			continue
		}
		a = anchor{ref: token.None}
		if v.Grain() == when.Day {
			a = anchor{v.Earliest(), when.Mention, int32(k)}
		}
		return a, true
	}
	return anchor{ref: token.None}, false
}

// saidOn is the day on which the quotation that holds e was said, if the words
// that lead it tell a day of the week: "I met him today," she said Monday.
func (r *resolver) saidOn(e *expr) anchor {
	open := anchor{ref: token.None}
	q := r.d.Tokens[e.first].Quote
	if q == token.None || r.now.IsZero() || r.mode != Auto {
		return open
	}
	const around = 3
	i := r.index(e)
	for k := max(0, i-around); k <= min(len(r.es)-1, i+around); k++ {
		n := &r.es[k]
		if n.sent != e.sent || n.kind != kWeekday || r.d.Tokens[n.first].Quote == q || !saidBefore(r.d, n.first, r.d.Sents[n.sent].First) {
			continue
		}
		if v, a := r.weekday(int32(k), n); a.how == when.Published && v.Grain() <= when.Day {
			return anchor{v.Earliest().Truncate(when.Day), when.Mention, int32(k)}
		}
	}
	return open
}

// index is the place of e among the expressions.
func (r *resolver) index(e *expr) int {
	i, _ := slices.BinarySearchFunc(r.es, e.first, func(x expr, at int32) int { return cmp.Compare(x.first, at) })
	return i
}

// since reports whether a date is where a time starts or ends, not one that
// the text is at: "since 1790".
func (r *resolver) since(e *expr) bool {
	return e.first > 0 && wordTable.Has(r.d.Tokens[e.first-1].Lower, classNoAnchor)
}

// at is the point that a mention is reckoned from: no finer than the mention,
// so that nothing counts from a first of January that nobody named.
func (r *resolver) at(k int32) anchor {
	v := r.out[k].Value
	p := v.Earliest()
	if p.IsZero() {
		return anchor{ref: token.None}
	}
	switch g := v.Grain(); {
	case g >= when.Year:
		p = p.Truncate(when.Year)
	case g >= when.Month:
		p = p.Truncate(when.Month)
	}
	return anchor{p, when.Mention, k}
}

// day is the last mention exact to a day, unless the text has gone on since to a
// month, a season or a year that does not hold it.
func (r *resolver) day() int32 {
	if r.last == r.lastDay || r.lastDay == token.None {
		return r.lastDay
	}
	x := &r.es[r.last]
	v, d := r.out[r.last].Value, r.out[r.lastDay].Value
	if (x.kind == kDate || x.kind == kPartOf) && x.year != when.XXXX && !v.Overlaps(d) {
		return token.None
	}
	if x.kind == kDate && x.month > 0 && x.day == 0 && !v.Overlaps(d) {
		return token.None
	}
	return r.lastDay
}

// before is the mention that "that year", "the next day" speak of: the last
// one, exact to a day where e is, a few sentences back at most.
func (r *resolver) before(e *expr) anchor {
	k := r.last
	if e.unit <= when.Week || e.hour >= 0 || e.part != when.NoPart {
		k = r.day()
	}
	if k == token.None && e.unit == when.Year && e.n == -1 {
		return r.published() // "the previous year", of figures
	}
	if k == token.None || r.es[k].sent < e.sent-toldDates && !r.told(e) {
		return anchor{ref: token.None}
	}
	return r.at(k)
}
