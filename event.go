package dateline

import (
	"fmt"
)

// EventID names an Event inside one Document. The first is 1; 0 is none.
type EventID int

// EventKind is what happened. The set is open: the built-in parser uses the
// names of PLOVER (https://github.com/openeventdata/PLOVER), such as CONSULT
// and SANCTION, further names for news beyond politics, such as ELECTION and
// DISASTER, and for a clear happening of no known kind the lemma of its word.
type EventKind string

// Status tells whether an event happened.
type Status uint8

const (
	// Unclear means that the text does not tell.
	Unclear Status = iota
	// Occurred events happened by the time of writing.
	Occurred
	// Ongoing events began and had not ended.
	Ongoing
	// Planned events are announced, scheduled or intended.
	Planned
	// Possible events might happen or have happened.
	Possible
	// Denied events did not happen, or somebody says so.
	Denied
	// Failed events were tried, or planned, and did not come about.
	Failed
)

var statusNames = []string{"unclear", "occurred", "ongoing", "planned", "possible", "denied", "failed"}

// String is the text form of s.
func (s Status) String() string { return enumName(statusNames, s) }

// MarshalText writes the name of s in lower case.
func (s Status) MarshalText() ([]byte, error) { return marshalEnum("status", statusNames, s) }

// UnmarshalText reads what MarshalText writes.
func (s *Status) UnmarshalText(b []byte) error { return unmarshalEnum("status", statusNames, s, b) }

// An Event is something that happens in an article, with all its mentions.
type Event struct {
	ID   EventID   `json:"id"`
	Kind EventKind `json:"kind"`
	// Mode narrows Kind: "meet" or "visit" for CONSULT.
	Mode string `json:"mode,omitzero"`
	// Code is the CAMEO code, when the kind maps to one.
	Code string `json:"code,omitzero"`
	// Title is what happened in one short line of the article's own words:
	// "Gunmen killed 17 people in Moyale".
	Title string `json:"title,omitzero"`
	// Lemma is the lemma of the word that tells the event.
	Lemma string `json:"lemma"`
	// Trigger is that word at the mention that tells most.
	Trigger Span `json:"trigger"`
	// Mentions are all words for the event, Trigger among them, in text order.
	Mentions []Span `json:"mentions"`
	Status   Status `json:"status"`
	// Participants are in the order agent, patient, others.
	Participants []Participant `json:"participants,omitempty"`
	// Time is the time expression that dates the event; When is its date.
	// Without Time, When may still bound it; When's Anchor says by what.
	Time TimeID `json:"time,omitzero"`
	When When   `json:"when,omitzero"`
	// WhenEvidence tells what dates the event: a time expression by its own
	// "noun" or "clause", the "article-date", ...
	WhenEvidence Evidence `json:"when_evidence,omitzero"`
	// Location is where it happens, and LocationEvidence what tells so.
	Location         LocationID `json:"location,omitzero"`
	LocationEvidence Evidence   `json:"location_evidence,omitzero"`
	// Statement is what reports it, when it is known only from there.
	Statement StatementID `json:"statement,omitzero"`
	// Main means that of the events of its sentence this is what the sentence tells first of all.
	Main bool `json:"main,omitzero"`
	// Salience tells how much it matters to the story that the article tells,
	// from 0 to 1: half the chance that no timeline of the story may lack it,
	// and half the chance that it is worth a line.
	Salience float64 `json:"salience,omitzero"`
	// Relations order it against other events of the article.
	Relations []Relation `json:"relations,omitempty"`
	Evidence  Evidence   `json:"evidence,omitzero"`
}

// A Participant takes part in an Event.
type Participant struct {
	// Role is "agent", "patient" or "recipient". The set is open.
	Role string `json:"role"`
	// Actor is who; 0 when the words are of no known Actor.
	Actor ActorID `json:"actor,omitzero"`
	// Span are the words by the trigger that say so; zero when the
	// participant is understood from the context.
	Span Span `json:"span,omitzero"`
}

// A Relation orders an event against another one: this is Order the Event.
type Relation struct {
	Order Order   `json:"order"`
	Event EventID `json:"event"`
}

// Order is the order in time of one event against another.
type Order uint8

const (
	// Before means that the first ends before the second begins.
	Before Order = iota
	// After means that the first begins after the second ends.
	After
	// During means that the first lies within the second. The built-in parser
	// gives Before and After alone.
	During
)

var orderNames = []string{"before", "after", "during"}

// String is the text form of o.
func (o Order) String() string { return enumName(orderNames, o) }

// MarshalText writes "before", "after" or "during".
func (o Order) MarshalText() ([]byte, error) { return marshalEnum("order", orderNames, o) }

// UnmarshalText reads what MarshalText writes.
func (o *Order) UnmarshalText(b []byte) error { return unmarshalEnum("order", orderNames, o, b) }

// An EventParser finds events. See Parser for the contract of all parsers.
type EventParser interface {
	ParseEvents(t *Text) ([]Event, error)
}

// EventParserFunc is a function as an EventParser.
type EventParserFunc func(t *Text) ([]Event, error)

// ParseEvents calls f(t).
func (f EventParserFunc) ParseEvents(t *Text) ([]Event, error) { return f(t) }

// The text form of a closed enum is its name in a table, by value.

func enumName[E ~uint8](names []string, e E) string {
	if int(e) < len(names) {
		return names[e]
	}
	return fmt.Sprintf("%d", uint8(e))
}

func marshalEnum[E ~uint8](what string, names []string, e E) ([]byte, error) {
	if int(e) >= len(names) {
		return nil, fmt.Errorf("dateline: no %s %d", what, uint8(e))
	}
	return []byte(names[e]), nil
}

func unmarshalEnum[E ~uint8](what string, names []string, e *E, b []byte) error {
	for i, n := range names {
		if n == string(b) {
			*e = E(i)
			return nil
		}
	}
	return fmt.Errorf("dateline: no %s %q", what, b)
}
