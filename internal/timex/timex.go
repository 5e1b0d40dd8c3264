// Package timex finds the time expressions of English news and says what
// they mean. Find reads the tokens once, from left to right, with hand-written
// recognisers; a second pass over what they found settles values against the
// article's date, the other expressions, the tense of the clause and the frame
// of the passage. What nothing settles stays open: no date is made up.
//
// Spans follow TimeML: prepositions and most determiners of a mere adjective
// stay outside, modifiers such as "early", "about" and "at least" stand
// inside.
package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// Mode tells what incomplete expressions are reckoned from.
type Mode uint8

// The modes. Auto judges each passage: a told one, whose dates lie far from the
// article's and which does not speak of its present, is reckoned from the date
// last mentioned; so is a text that has years, no date of its own and no "today".
const (
	Auto      Mode = iota
	News           // from the date of publication
	Narrative      // from the date last mentioned
)

// Options are what is known besides the text.
type Options struct {
	Published when.Point // zero if unknown
	Mode      Mode
}

// Mention is one time expression.
type Mention struct {
	token.Span
	First, Last int32        // tokens, half-open
	Value       when.Value   // what it means
	Rule        string       // the recogniser
	Score       uint8        // how sure, in percent
	Ref         int32        // the mention that the value was reckoned from, or token.None
	Candidates  []when.Value // what an underspecified value may be, by the other dates of the text
	Ends        []End        // the two ends of a range within one expression
	Event       int32        // token of the event that Value counts from, if that is not dated; else token.None
	Own         bool         // the day of the text itself, told at its head
}

// End is one end of a range: "Aug. 6" and "8" of "Aug. 6-8".
type End struct {
	token.Span
	Value when.Value
}

// Find is the time expressions of d in text order, not overlapping. Parts of
// speech and trees are used where d has them.
func Find(d *token.Doc, o Options) []Mention {
	var es []expr
	p := scanner{d: d}
	for s := range d.Sents {
		d.Check()
		sent := &d.Sents[s]
		if sent.Kind == token.Boilerplate {
			continue
		}
		p.lo, p.hi = sent.First, sent.Last
		for i := sent.First; i < sent.Last; {
			if !p.starts(i) {
				i++
				continue
			}
			e, ok := p.at(i)
			if !ok || p.rejected(&e) {
				i++
				continue
			}
			if e.sense == age { // how old something is places nothing in time
				i = e.last
				continue
			}
			e.sent = int32(s)
			es = append(es, e)
			i = max(e.last, i+1)
			if f, ok := p.nextDay(&e); ok {
				f.sent = int32(s)
				es = append(es, f)
				i = f.last
			}
		}
	}
	if len(es) == 0 {
		return nil
	}
	r := resolver{d: d, es: es, out: make([]Mention, 0, len(es))}
	r.run(o)
	return r.out
}

// kind is what an expression is before its value is settled.
type kind uint8

const (
	kNone    kind = iota
	kDate         // year, month, day, as far as said
	kWeekday      // a day of the week
	kRel          // the calendar unit n units from now: "last month"
	kShift        // n units from now or from a mention: "two days ago", "a year earlier"
	kSame         // the unit that the last mention lies in, n further: "that year", "the next day"
	kPartOf       // season, quarter or half
	kDecade       // also centuries: unit tells which
	kHoliday      // a named day
	kLength       // duration
	kSet          // recurring
	kRef          // past, present, future
	kClock        // time of day on a day not said
	kPart         // part of a day not said
	kLiteral      // value is settled by the text alone
	kYearAgo      // the unit of the last mention, n years from it: "the year-earlier period"
)

const noDir = 9

// sense is what the resolver must know of an expression beside its kind.
type sense uint8

const (
	plain       sense = iota
	dayWord           // today, tomorrow: from the article's date, wherever it stands
	yearEnd           // the last day of the year
	theWeekend        // "the weekend": early in the week the one before
	theUnit           // "the quarter", "the year": the one talked of
	sameUnit          // "that quarter"
	latestUnit        // "the latest period"
	nthWeekday        // num-th wday of the month
	weekOf            // the week of a day
	nthOf             // the num-th unit of end in a month or year
	age               // a length of life
	setWordHere       // "daily", "weekly"
	monthDay          // "April 24": a second day may follow
	namedDay          // 9/11: a date that is a name
)

// expr is one expression as read, before its value is settled.
type expr struct {
	first, last      int32
	sent             int32
	kind             kind
	sense            sense
	score            uint8
	unit             when.Grain
	nthUnit          when.Grain // of nthOf
	mod              when.Mod
	part             when.Part
	ref              when.Reference
	dir              int8  // -1 last, 0 this, 1 next, dirYear or noDir
	month, day, wday int8  // 0 if not said; Anything for "that month" and its like
	num              int8  // of season, quarter, half
	hour, min, sec   int8  // -1 if not said
	endHour, endMin  int8  // of a range of hours; -1 if none
	endMonth, endDay int8  // of a range of days
	calendar         uint8 // how the date of a named day is found
	toMention        bool  // reckon from a mention, not from the article's date
	vague            bool
	fiscal           bool
	sinceLast        bool  // "since year-end": the one before
	offset           int16 // of the zone in minutes, or noOffset
	year, endYear    int   // XXXX if not said
	n                float64
	value            when.Value
	rule             string
	dates            string // of a moving feast, year by year
	plus             int16  // units before or after the day
	plusUnit         when.Grain
	dayOf            int8  // day of the month
	byEvent          bool  // an event places it
	event            int32 // token of that event, or None
	split, rest      int32 // bytes: where the first end of a range ends and the other starts; 0 if none
}

func newExpr(k kind, first, last int32, rule string, score uint8) expr {
	return expr{
		kind: k, first: first, last: last, rule: rule, score: score,
		year: when.XXXX, endYear: when.XXXX, hour: -1, min: -1, sec: -1, endHour: -1, endMin: -1, offset: noOffset, dir: noDir,
	}
}

// cut notes that e is a range, whose second end starts at token j.
func (p *scanner) cut(e *expr, j int32) {
	e.split, e.rest = p.d.Tokens[e.last-1].End, p.d.Tokens[j].Start
}

// isDay reports whether e is one day of the calendar, with no time of day yet.
func (e *expr) isDay() bool {
	if e.hour >= 0 || e.part != when.NoPart || e.endDay > 0 {
		return false
	}
	return e.kind == kWeekday || e.kind == kRel || e.kind == kDate && e.day > 0
}

// scanner reads expressions within one sentence.
type scanner struct {
	d      *token.Doc
	lo, hi int32
	depth  int
	memo   [memoSize]struct {
		token int32 // plus one
		word  word
	}
	ancient  bool // the text has had a year of three digits or less
	dayFirst int8 // whether numeric dates put the day first: 0 not looked yet, 1 yes, -1 no
}

// w is the class of token i, none outside the sentence.
func (p *scanner) w(i int32) word {
	if i < p.lo || i >= p.hi {
		return word{}
	}
	m := &p.memo[i%memoSize]
	if m.token != i+1 {
		m.token, m.word = i+1, lookup(p.d.Tokens[i].Lower)
	}
	return m.word
}

// memoSize is how many tokens a scanner remembers the words of: more than an
// expression looks around.
const memoSize = 64

// low is the lower-case form of token i, empty outside the sentence.
func (p *scanner) low(i int32) string {
	if i < p.lo || i >= p.hi {
		return ""
	}
	return p.d.Tokens[i].Lower
}

func (p *scanner) is(i int32, s string) bool { return p.low(i) == s }

// any reports whether token i is one of ss.
func (p *scanner) any(i int32, ss ...string) bool {
	l := p.low(i)
	if l == "" {
		return false
	}
	for _, s := range ss {
		if l == s {
			return true
		}
	}
	return false
}

// in reports whether token i is of a class of words.
func (p *scanner) in(i int32, c wordClass) bool {
	l := p.low(i)
	return l != "" && wordTable.Has(l, c)
}

// ends reports whether token i is of a class of words, or past the end of the sentence.
func (p *scanner) ends(i int32, c wordClass) bool {
	l := p.low(i)
	return l == "" || wordTable.Has(l, c)
}

// pause reports whether the clause ends before token i, or at it.
func (p *scanner) pause(i int32) bool { return p.ends(i, classPause) }

func (p *scanner) flag(i int32, f token.Flags) bool {
	return i >= p.lo && i < p.hi && p.d.Tokens[i].Flags&f == f
}

// glued reports whether token i follows its forerunner without a blank.
func (p *scanner) glued(i int32) bool { return i > p.lo && i < p.hi && !p.flag(i, token.SpaceBefore) }

// dash reports whether token i is a hyphen or dash.
func (p *scanner) dash(i int32) bool {
	return p.in(i, classDash)
}

// hyphen reports whether token i is a hyphen between two words of a compound.
func (p *scanner) hyphen(i int32) bool {
	return p.dash(i) && p.glued(i) && p.glued(i+1)
}

// starts reports whether an expression can start at token i: the cheap test
// that nearly every token fails.
func (p *scanner) starts(i int32) bool {
	t := &p.d.Tokens[i]
	if t.Flags&token.HasDigit != 0 {
		return true
	}
	if t.Flags&token.Punct != 0 || len(t.Lower) == 0 {
		return false
	}
	switch w := p.w(i); w.class {
	case none:
		return w.starts
	case the, an, this, that:
		// Most articles stand before words that no expression holds.
		if i+1 >= p.hi {
			return false
		}
		n := &p.d.Tokens[i+1]
		return n.Flags&token.HasDigit != 0 || n.Flags&token.Punct == 0 && p.w(i+1).follows
	case earlier, later, ago, meridiem, zone, hundred, oclock:
		return t.Lower == "earlier" || t.Lower == "later"
	case approx:
		// "about" measures what comes next.
		return i+1 < p.hi && (p.w(i+1).class == approx || p.starts(i+1))
	}
	return true
}
