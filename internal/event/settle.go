package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// settle dates what syntax has not: by the event that it answers, by the same
// actor's dated act in the sentence before, and else by the article's date as
// a bound, which Basis then says.
func (f *finder) settle(es []Event) {
	f.stray(es)
	f.anchored(es)
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if e.by == 0 {
			f.afterEvent(es, i)
		}
		if e.by == 0 && !e.vague {
			f.onOccasion(es, i)
		}
		if e.by == 0 && !e.vague && e.Status == Occurred && i > 0 {
			f.discourse(es, i)
		}
	}

	f.timetable(es)
	f.relate(es)
	f.retell(es)
	f.headlines(es)
	f.goOnSpeaking(es)
	f.thread(es)
	if f.today.IsZero() {
		return
	}
	f.notYet(es)
	past := f.newBackdrop()
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		past.upTo(e.Sent)
		if e.by != 0 {
			continue
		}
		switch e.Status {
		case Occurred, Failed, Denied:
			if past.holds(e) {
				continue
			}
			e.Bound = OnOrBefore
		case Planned:
			if !past.liesAhead(e) {
				continue
			}
			e.Bound = OnOrAfter
		default:
			continue
		}
		e.When, e.by = when.FromPoint(f.today), ByArticle
	}
}

// notYet makes plans of what is dated after the publication and told as done:
// it cannot have happened. A day that is only inferred is none.
func (f *finder) notYet(es []Event) {
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if e.by == 0 || e.Bound == OnOrBefore && !f.due(e) || !e.real() {
			continue
		}
		switch lo := e.When.Earliest(); {
		case lo.IsZero() || lo.Truncate(when.Day).Compare(f.today) <= 0:
		case f.toldDone(e) && (f.in.Published.IsZero() || f.ownsTime(e) && lo.DayNumber()-f.today.DayNumber() <= zoneDays):
		case e.Bound == About, f.toldDone(e):
			e.When, e.Time, e.Bound, e.by = when.Value{}, token.None, Within, 0
		default:
			e.Status = Planned
		}
	}
}

// toldDone reports whether a verb tells e as done, so that a time to come is
// not its own but that of what it is about: "invited her to speak on May 5".
func (f *finder) toldDone(e *Event) bool {
	t := &f.d.Tokens[e.Head]
	if t.UPOS != token.VERB || e.Head != e.Clause || wordTable.Has(t.Lemma, classScheduling) || f.infinitive(e.Head) {
		return false
	}
	g := syntax.Group(f.d, e.Head)
	return g.Modal == "" && g.SemiModal == "" && (g.Tense == syntax.Past || g.Perfect)
}

// zoneDays is how many days later than a page says that it was published a text
// may be: the day may be another zone's, or that of an earlier version.
const zoneDays = 2

// ownsTime reports whether the time of e hangs on the verb that tells e.
func (f *finder) ownsTime(e *Event) bool {
	if e.Time == token.None {
		return false
	}
	return f.d.Tokens[f.top(f.d.Range(f.in.Times[e.Time].Span))].Head == e.Head
}

// timetable makes plans of what begins, ends or goes in the present tense on a day
// that has no place on the time line: "the show opens on Friday". Headlines tell the
// past so.
func (f *finder) timetable(es []Event) {
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if e.Status != Occurred || e.by != ByClause || e.nominal || !e.When.Earliest().IsZero() || e.Bound != Within ||
			f.d.Sents[e.Sent].Kind == token.Headline {
			continue
		}
		if !wordTable.Has(f.lemma(e.Clause), classTimetabled) || f.d.Tokens[e.Clause].Rel == token.AclRelcl {
			continue
		}
		if g := syntax.Group(f.d, e.Clause); g.Tense == syntax.Present && !g.Perfect && !g.Progressive && !g.Passive && g.Modal == "" {
			e.Status = Planned
		}
	}
}

// due reports whether the time of e is the last moment for it: "by 2050".
func (f *finder) due(e *Event) bool {
	return e.Time != token.None && wordTable.Has(f.timePrep(e.Time), classDeadline)
}

// relationRule is the name for a relation that prep tells: itself, and that of
// an answer "to" something.
func relationRule(prep string) string {
	if prep == "to" {
		return "answer"
	}
	return prep
}

// afterEvent relates event i to an earlier one that its clause, or the clause
// over it, names: "responded to the announcement", "after the meeting".
func (f *finder) afterEvent(es []Event, i int) {
	e := &es[i]
	p := e.Clause
	for range maxClimb {
		t := &f.d.Tokens[p]
		for k := range f.kids(p) {
			prep := f.caseOf(k)
			after := prep == "after" || prep == "following" || prep == "since" || prep == "to" && wordTable.Has(t.Lemma, classResponds)
			if !after && prep != "before" {
				continue
			}
			if j := f.mentioned(es[:i], k); j >= 0 {
				if (prep == "after" || prep == "following") && f.rightAfter(es, i, k) {
					e.Relations = append(e.Relations, Relation{Event: int32(j), After: after, Rule: relationRule(prep)})
					return
				}
				o := &es[j]
				e.Relations = append(e.Relations, Relation{Event: int32(j), After: after, Rule: relationRule(prep)})
				if o.by != 0 && o.by != ByArticle && o.Bound == Within {
					e.When, e.by, e.Time = o.When, ByEvent, token.None
					e.Bound = OnOrAfter
					if !after {
						e.Bound = OnOrBefore
					}
				}
				return
			}
		}
		if t.Head == token.None || t.Rel != token.Advcl && t.Rel != token.Conj && t.Rel != token.Xcomp && t.Rel != token.Acl {
			return
		}
		p = t.Head
	}
}

// rightAfter dates event i, told in the past, by the arrest or meeting just told that
// noun k names again: "he was taken to jail following his arrest". What follows a
// killing may be days behind it.
func (f *finder) rightAfter(es []Event, i int, k int32) bool {
	e := &es[i]
	if kind := nounKind(f.d.Tokens[k].Lemma); kind != ontology.Coerce && kind != ontology.Consult {
		return false
	}
	if e.nominal || e.Status != Occurred || f.d.Tokens[k].UPOS != token.NOUN || f.definite(k) <= 0 || !f.simplePast(e.Clause) {
		return false
	}
	v := f.dayOfOccasion(es, i, k)
	if !oneDay(v) {
		return false
	}
	e.When, e.Time, e.by, e.Bound = v, token.None, ByEvent, About
	return true
}

// mentioned is the latest of es that noun k mentions, or -1.
func (f *finder) mentioned(es []Event, k int32) int {
	w := f.d.Tokens[k].Lemma
	for j := len(es) - 1; j >= 0 && j >= len(es)-64; j-- {
		for _, m := range es[j].Mentions {
			if m.Start == f.d.Tokens[k].Start || f.d.Tokens[f.d.At(m.Start)].Lemma == w {
				return j
			}
		}
	}
	return -1
}

// goesOnTelling reports whether clause p adds to what was told before it, however long
// ago that was, "he also met the king", and how many sentences farther back that may
// stand, where the other side has its turn: "for his part, the king praised her".
func (f *finder) goesOnTelling(p int32) (also bool, turn int32) {
	for k := range f.kids(p) {
		t := &f.d.Tokens[k]
		if t.Rel == token.Obl && wordTable.Has(t.Lower, classOneSide) && f.kid(k, token.NmodPoss) != token.None && f.caseOf(k) != "to" {
			return true, 1
		}
		also = also || t.Rel == token.Advmod && wordTable.Has(t.Lower, classAlso)
	}
	return also, 0
}

// discourse takes the date of the same actor's act in the sentence before,
// in the same paragraph or the next, as about when e was.
func (f *finder) discourse(es []Event, i int) {
	e := &es[i]
	if e.Statement != token.None || f.d.Tokens[e.Head].Quote != token.None || f.offScene(e.Clause) {
		return // what is told by somebody has its own time
	}
	if len(e.Roles) == 0 || e.Roles[0].Actor == token.None || syntax.Group(f.d, e.Clause).Perfect {
		return
	}
	also, turn := f.goesOnTelling(e.Clause)
	for j := i - 1; j >= 0 && es[j].Sent >= e.Sent-1-turn; j-- {
		o := &es[j]
		if o.Sent == e.Sent || len(o.Roles) == 0 || o.Roles[0].Actor != e.Roles[0].Actor && turn == 0 || o.Bound != Within ||
			o.by != ByClause || o.Status != Occurred || o.When.Grain() < when.Day || o.When.Grain() > when.Month ||
			f.d.Tokens[o.Clause].Rel == token.AclRelcl || f.age(o.When) > newsDays && !also ||
			e.nominal && !wordTable.Has(e.Kind, classOccasions) {
			continue
		}
		if from, _ := o.When.Ends(); !from.IsZero() {
			continue // "earlier this year": another day of it as likely
		}
		e.When, e.Time, e.Bound, e.by = o.When, token.None, About, ByActor
		return
	}
}
