package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// Chosen on the annotated training articles.
const (
	threadReach = 3 // sentences after the last act of a day that may go on with it unsaid
	newsDays    = 7 // days before the publication that are news: older ones are background, told one by one
)

// thread dates what the story goes on to tell by the day that it told last:
// "On Monday they met. The minister signed a treaty."
func (f *finder) thread(es []Event) {
	var day when.Value
	at := int32(-1 << 20)
	for i := range es {
		e := &es[i]
		if e.Status != Occurred {
			continue
		}
		if f.ownDay(e) {
			day, at = e.When, e.Sent
			continue
		}
		if e.by != 0 || e.vague || at < 0 || !f.narrated(e) || f.d.Tokens[e.Clause].UPOS != token.VERB {
			continue
		}
		game := f.sport && e.Kind == ontology.Sport // a report tells one match from end to end
		if !game && (e.Sent-at > threadReach || f.d.Tokens[e.Clause].Rel == token.AclRelcl || !f.news(day)) {
			continue
		}
		e.When, e.Time, e.Bound, e.by = day, token.None, About, ByThread
		at = e.Sent
	}
}

// ownDay reports whether e, told in the past, names its own day.
func (f *finder) ownDay(e *Event) bool {
	if e.Bound != Within || e.Time == token.None || e.When.Mod() != when.NoMod || !f.narrated(e) {
		return false
	}
	return e.When.Grain() >= when.Day && !e.When.Latest().IsZero()
}

// narrated reports whether e is told as an act of the past, one after the
// other: no perfect, no quotation, no word of somebody.
func (f *finder) narrated(e *Event) bool {
	if f.d.Tokens[e.Head].Quote != token.None {
		return false
	}
	g := syntax.Group(f.d, e.Clause)
	return !g.Perfect && (g.Tense == syntax.Past || g.Mood == syntax.Participle)
}

// news reports whether day is one of the week before the publication. What
// follows the news of the day itself is as often its background.
func (f *finder) news(day when.Value) bool {
	p, d := f.in.Published, day.Latest()
	if p.IsZero() || d.IsZero() {
		return false
	}
	n := p.DayNumber() - d.DayNumber()
	return n > 0 && n <= newsDays
}
