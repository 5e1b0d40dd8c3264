package dateline

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"unicode/utf8"
)

// A Document is what a Parser found in one Article. It is plain data: it
// survives JSON and comes back equal. Values refer to each other by ID, and
// stand in the order of their first words in the text.
type Document struct {
	Article Article `json:"article"`
	// Release is the version of this package that made the Document.
	Release string `json:"release,omitzero"`
	// Data is the DataVersion of the models and tables that made it.
	Data       string        `json:"data,omitzero"`
	Sentences  []Span        `json:"sentences,omitempty"`
	Times      []TimeMention `json:"times,omitempty"`
	Locations  []Location    `json:"locations,omitempty"`
	Actors     []Actor       `json:"actors,omitempty"`
	Statements []Statement   `json:"statements,omitempty"`
	Events     []Event       `json:"events,omitempty"`
}

// Slice is the article's text at s, or "" if s is not inside it.
func (d *Document) Slice(s Span) string { return slice(d.Article.Text, s) }

// tellsBy reports whether a sentence with a word for the event has s.
func (d *Document) tellsBy(e *Event, s Span) bool {
	sent := d.Sentence(s)
	return slices.ContainsFunc(e.Mentions, func(m Span) bool { return sent.Start <= m.Start && m.Start < sent.End })
}

// Sentence is the span of the sentence that s begins in, or the zero Span.
func (d *Document) Sentence(s Span) Span {
	i, _ := slices.BinarySearchFunc(d.Sentences, s.Start, func(x Span, at int) int {
		if x.End <= at {
			return -1
		}
		return 1
	})
	if i < len(d.Sentences) && d.Sentences[i].Start <= s.Start {
		return d.Sentences[i]
	}
	return Span{}
}

// Time is the TimeMention with that ID.
func (d *Document) Time(id TimeID) (TimeMention, bool) { return byID(d.Times, int(id)) }

// Location is the Location with that ID.
func (d *Document) Location(id LocationID) (Location, bool) { return byID(d.Locations, int(id)) }

// Actor is the Actor with that ID.
func (d *Document) Actor(id ActorID) (Actor, bool) { return byID(d.Actors, int(id)) }

// Statement is the Statement with that ID.
func (d *Document) Statement(id StatementID) (Statement, bool) { return byID(d.Statements, int(id)) }

// Event is the Event with that ID.
func (d *Document) Event(id EventID) (Event, bool) { return byID(d.Events, int(id)) }

func byID[V any](vs []V, id int) (v V, ok bool) {
	if id < 1 || id > len(vs) {
		return v, false
	}
	return vs[id-1], true
}

// Validate checks every invariant that this package promises of a Document:
// spans inside the text and on rune boundaries, IDs that count from 1 in
// order, references that lead somewhere, mentions in order, scores between 0
// and 1, and bounds of times in order. It is nil for whatever Parse returns;
// run it over Documents that you build or change.
func (d *Document) Validate() error {
	c := checker{d: d}
	c.text(d.Article.Text)
	if err := d.Article.Page.Validate(d.Article.Text); err != nil {
		c.errs = append(c.errs, err)
	}
	prev := 0
	for i, s := range d.Sentences {
		c.at = fmt.Sprintf("sentence %d", i+1)
		c.span("span", s)
		c.that(s.Start >= prev, "overlaps the one before")
		prev = s.End
	}
	for i := range d.Times {
		c.at = fmt.Sprintf("time %d", i+1)
		c.that(d.Times[i].ID == TimeID(i+1), "ID is %d", d.Times[i].ID)
		c.time(&d.Times[i])
	}
	for i := range d.Locations {
		c.at = fmt.Sprintf("location %d", i+1)
		c.that(d.Locations[i].ID == LocationID(i+1), "ID is %d", d.Locations[i].ID)
		c.location(&d.Locations[i])
	}
	for i := range d.Actors {
		c.at = fmt.Sprintf("actor %d", i+1)
		c.that(d.Actors[i].ID == ActorID(i+1), "ID is %d", d.Actors[i].ID)
		c.actor(&d.Actors[i])
	}
	for i := range d.Statements {
		c.at = fmt.Sprintf("statement %d", i+1)
		s := &d.Statements[i]
		c.that(s.ID == StatementID(i+1), "ID is %d", s.ID)
		c.statement(s)
		c.that(s.Parent >= 0 && int(s.Parent) <= len(d.Statements) && s.Parent != s.ID, "parent is %d", s.Parent)
	}
	for i := range d.Events {
		c.at = fmt.Sprintf("event %d", i+1)
		e := &d.Events[i]
		c.that(e.ID == EventID(i+1), "ID is %d", e.ID)
		c.event(e)
		for _, r := range e.Relations {
			c.that(r.Event > 0 && int(r.Event) <= len(d.Events) && r.Event != e.ID, "relation to event %d", r.Event)
		}
	}
	for i := range d.Times {
		c.at = fmt.Sprintf("time %d", i+1)
		a := d.Times[i].Anchor
		c.that(a >= 0 && int(a) <= len(d.Times) && int(a) != i+1, "anchor is %d", a)
	}
	return errors.Join(c.errs...)
}

// A checker collects what is wrong with values against the document they are
// to stand in. References to values of the same kind are checked apart, for
// parsers number those their own way.
type checker struct {
	d    *Document
	at   string // names the value being checked
	errs []error
}

func (c *checker) that(ok bool, format string, args ...any) {
	if !ok {
		c.errs = append(c.errs, fmt.Errorf("dateline: %s: %s", c.at, fmt.Sprintf(format, args...)))
	}
}

func (c *checker) text(s string) {
	c.at = "article"
	c.that(utf8.ValidString(s), "text is not valid UTF-8")
}

// span wants a non-empty span inside the text.
func (c *checker) span(what string, s Span) {
	text := c.d.Article.Text
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		c.that(false, "%s [%d,%d) is not inside the text", what, s.Start, s.End)
		return
	}
	c.that(utf8.RuneStart(text[s.Start]) && (s.End == len(text) || utf8.RuneStart(text[s.End])), "%s [%d,%d) cuts a character",
		what, s.Start, s.End)
}

// maybe wants a good span or none.
func (c *checker) maybe(what string, s Span) {
	if !s.IsZero() {
		c.span(what, s)
	}
}

// spans wants good spans in order that do not overlap.
func (c *checker) spans(what string, ss []Span) {
	prev := 0
	for _, s := range ss {
		c.span(what, s)
		c.that(s.Start >= prev, "%s [%d,%d) is out of order", what, s.Start, s.End)
		prev = s.End
	}
}

func (c *checker) evidence(e Evidence) {
	c.that(e.Score >= 0 && e.Score <= 1, "score is %v", e.Score)
}

func (c *checker) when(w When) {
	a, b := w.Earliest(), w.Latest()
	c.that(a.IsZero() || b.IsZero() || a.Compare(b) <= 0, "earliest %v is after latest %v", a, b)
}

func (c *checker) time(m *TimeMention) {
	c.span("span", m.Span)
	c.when(m.When)
	for _, w := range m.Candidates {
		c.when(w)
	}
	for _, e := range m.Ends {
		c.span("end", e.Span)
		c.that(e.Span.Start >= m.Span.Start && e.Span.End <= m.Span.End, "end %v is outside of it", e.Span)
		c.when(e.When)
	}
	c.that(len(m.Ends) == 0 || len(m.Ends) == 2, "%d ends", len(m.Ends))
	c.evidence(m.Evidence)
}

func (c *checker) place(p *Place) {
	if !p.At.IsZero() {
		c.that(p.At.Lat >= -90 && p.At.Lat <= 90 && p.At.Lon >= -180 && p.At.Lon <= 180, "coordinates %v, %v", p.At.Lat, p.At.Lon)
		c.that(p.Kind != "", "coordinates of an unresolved place")
	}
}

func (c *checker) location(l *Location) {
	c.that(l.Place.Name != "", "no name")
	c.that(len(l.Mentions) > 0, "no mention")
	c.place(&l.Place)
	prev := 0
	for i := range l.Mentions {
		m := &l.Mentions[i]
		c.span("mention", m.Span)
		c.that(m.Span.Start >= prev, "mention [%d,%d) is out of order", m.Span.Start, m.Span.End)
		prev = m.Span.End
		c.evidence(m.Evidence)
	}
	for i := range l.Candidates {
		c.place(&l.Candidates[i])
	}
	c.evidence(l.Evidence)
}

func (c *checker) actor(a *Actor) {
	c.that(a.Name != "", "no name")
	c.that(a.Kind != "", "no kind")
	c.that(len(a.Mentions) > 0, "no mention")
	prev := 0
	for i := range a.Mentions {
		m := &a.Mentions[i]
		c.span("mention", m.Span)
		c.that(m.Span.Start >= prev, "mention [%d,%d) is out of order", m.Span.Start, m.Span.End)
		prev = m.Span.Start
		c.maybe("full mention", m.Full)
		c.that(m.Full.IsZero() || m.Full.Contains(m.Span), "full mention [%d,%d) leaves out the mention", m.Full.Start, m.Full.End)
		c.that(m.Form != "", "mention without a form")
		for _, s := range m.Titles {
			c.span("title", s)
		}
		c.maybe("affiliation", m.Affiliation)
		c.evidence(m.Evidence)
	}
	for i := range a.Roles {
		c.that(a.Roles[i].Text != "", "empty role")
		c.span("role", a.Roles[i].Span)
	}
	c.that(a.Count >= 0, "count is %d", a.Count)
	for _, m := range a.Members {
		c.ref("member", int(m), len(c.d.Actors))
		c.that(m != 0 && m != a.ID, "member %d", m)
	}
	for i, x := range a.IDs {
		c.that(x.Scheme != "" && x.ID != "", "empty ID")
		twice := slices.ContainsFunc(a.IDs[:i], func(y ExternalID) bool { return x.Scheme == y.Scheme })
		c.that(!twice, "two IDs of scheme %q", x.Scheme)
		c.evidence(x.Evidence)
	}
	c.evidence(a.Evidence)
	if a.Link != nil {
		c.evidence(a.Link.Evidence)
	}
}

func (c *checker) statement(s *Statement) {
	c.that(len(s.Content) > 0, "no content")
	c.that(s.Kind != "", "no kind")
	c.spans("content", s.Content)
	c.spans("quoted part", s.Quoted)
	c.maybe("cue", s.Cue)
	c.maybe("speaker", s.Speaker)
	c.maybe("addressee", s.Addressee)
	c.maybe("medium", s.Medium)
	c.when(s.When)
	c.ref("actor", int(s.Actor), len(c.d.Actors))
	c.ref("addressee", int(s.AddresseeActor), len(c.d.Actors))
	c.ref("time", int(s.Time), len(c.d.Times))
	c.ref("location", int(s.Location), len(c.d.Locations))
	c.evidence(s.SpeakerEvidence)
	c.evidence(s.WhenEvidence)
	c.evidence(s.LocationEvidence)
	c.evidence(s.Evidence)
}

func (c *checker) event(e *Event) {
	c.that(e.Kind != "", "no kind")
	c.span("trigger", e.Trigger)
	c.that(slices.Contains(e.Mentions, e.Trigger), "trigger is not among the mentions")
	c.spans("mention", e.Mentions)
	for _, p := range e.Participants {
		c.that(p.Role != "", "participant without a role")
		c.maybe("participant", p.Span)
		c.ref("participant", int(p.Actor), len(c.d.Actors))
		c.that(p.Actor != 0 || !p.Span.IsZero(), "participant without actor and span")
	}
	for _, q := range e.Quantities {
		c.that(q.Kind != "", "quantity without a kind")
		c.that(!math.IsNaN(q.Value) && !math.IsInf(q.Value, 0) && !math.IsNaN(q.To) && !math.IsInf(q.To, 0), "quantity %v to %v", q.Value, q.To)
		c.maybe("quantity", q.Span)
		c.evidence(q.Evidence)
	}
	for _, a := range e.Attributes {
		c.that(a.Name != "", "attribute without a name")
		c.maybe("attribute", a.Span)
	}
	c.when(e.When)
	c.ref("time", int(e.Time), len(c.d.Times))
	c.ref("location", int(e.Location), len(c.d.Locations))
	c.ref("statement", int(e.Statement), len(c.d.Statements))
	for _, r := range e.Relations {
		c.that(r.Order != "", "relation without an order")
		c.evidence(r.Evidence)
	}
	c.evidence(e.MergeEvidence)
	c.evidence(e.WhenEvidence)
	c.evidence(e.LocationEvidence)
	c.evidence(e.Evidence)
}

func (c *checker) ref(what string, id, n int) {
	c.that(id >= 0 && id <= n, "%s is %d of %d", what, id, n)
}

// check runs f and gives what it found wrong, once.
func (c *checker) check(what string, f func()) error {
	c.at, c.errs = what, nil
	f()
	return errors.Join(c.errs...)
}
