package dateline

// EventID names an Event inside one Document, or an Entry inside one
// Timeline. The first is 1; 0 is none.
type EventID int

// Status tells whether an event happened. The set is open; the built-in
// statuses are the constants below.
type Status string

// The statuses.
const (
	// StatusUnclear means that the text does not tell.
	StatusUnclear Status = ""
	// StatusOccurred events happened by the time of writing.
	StatusOccurred Status = "occurred"
	// StatusOngoing events began and had not ended.
	StatusOngoing Status = "ongoing"
	// StatusPlanned events are announced, scheduled or intended.
	StatusPlanned Status = "planned"
	// StatusPossible events might happen or have happened.
	StatusPossible Status = "possible"
	// StatusDenied events did not happen, or somebody says so.
	StatusDenied Status = "denied"
	// StatusFailed events were tried, or planned, and did not come about.
	StatusFailed Status = "failed"
)

// String is s, or "unclear".
func (s Status) String() string {
	if s == StatusUnclear {
		return "unclear"
	}
	return string(s)
}

// An Event is something that happens in an article, with all its mentions.
type Event struct {
	ID   EventID   `json:"id"`
	Kind EventKind `json:"kind"`
	// Mode narrows Kind: "meet" or "visit" for CONSULT.
	Mode Mode `json:"mode,omitzero"`
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
	// MergeEvidence tells why its mentions are one event, by the weakest of
	// the ties between them; zero of one mention.
	MergeEvidence Evidence `json:"merge_evidence,omitzero"`
	Status        Status   `json:"status,omitzero"`
	// Participants are in the order agent, patient, others.
	Participants []Participant `json:"participants,omitempty"`
	// Quantities are the numbers of the event, each kind in each unit once, in
	// text order.
	Quantities []Quantity `json:"quantities,omitempty"`
	// Attributes are what else a parser tells of the event.
	Attributes []Attribute `json:"attributes,omitempty"`
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
	// and half the chance that it is worth a line, both by the chance that no
	// event of the article that matters more is the same told otherwise.
	Salience float64 `json:"salience,omitzero"`
	// Relations order it against other events of the article.
	Relations []Relation `json:"relations,omitempty"`
	Evidence  Evidence   `json:"evidence,omitzero"`
}

// A Participant takes part in an Event or an Entry.
type Participant struct {
	Role Role `json:"role"`
	// Actor is who, in the Document or the Timeline; 0 when the words are of
	// no known actor.
	Actor ActorID `json:"actor,omitzero"`
	// Span are the words that say so, by an Event's trigger or, where that tells
	// nobody, where else the text does; zero when the participant is understood
	// from the context.
	Span Span `json:"span,omitzero"`
	// Text is who or what it is, in the words of a Report or an Entry. In a
	// Document Span has them.
	Text string `json:"text,omitzero"`
	// Count is how many they are by a Report, or by the latest Report that
	// tells, or 0. In a Document the Actor has it.
	Count int `json:"count,omitzero"`
	// Implied says of a Report's participant that its words stand in no sentence
	// with a word for the event: the article tells elsewhere who it is.
	Implied bool `json:"implied,omitzero"`
}

// Role is what a Participant does in an event. The set is open; the built-in
// roles are the constants below.
type Role string

// The roles.
const (
	RoleAgent     Role = "agent"     // who does it
	RolePatient   Role = "patient"   // who or what it is done to; the other side of talks and deals
	RoleRecipient Role = "recipient" // who gets what is given
)

// An Attribute is something that an Event has beside its participants:
// and its quantities: a flight's number, a vessel's class, a court's docket. The
// built-in parsers give none.
type Attribute struct {
	// Name is the parser's word for it: "earnings per share".
	Name string `json:"name"`
	// Value is how much or what, as it is to be shown: "1.24".
	Value string `json:"value"`
	// Unit is a unit or a currency, such as "USD", or empty.
	Unit string `json:"unit,omitzero"`
	// Span is where the article says so; zero if nowhere.
	Span Span `json:"span,omitzero"`
}

// A Relation orders an Event or an Entry against another one: this is Order
// the Event, or the Entry, of that ID.
type Relation struct {
	Order Order   `json:"order"`
	Event EventID `json:"event"`
	// Evidence tells what orders them: the words "after", "during", ... In a
	// Timeline it is that of the first article that tells.
	Evidence Evidence `json:"evidence,omitzero"`
}

// Order is the order in time of one event against another. The set is open;
// the built-in orders are the constants below.
type Order string

// The orders.
const (
	// OrderBefore means that the first ends before the second begins.
	OrderBefore Order = "before"
	// OrderAfter means that the first begins after the second ends.
	OrderAfter Order = "after"
	// OrderDuring means that the first is part of the second: the arrest of the march.
	OrderDuring Order = "during"
	// OrderPlanOf means that the first is the plan of which the second is the
	// carrying-out, or the end. Only entries have it.
	OrderPlanOf Order = "plan-of"
)

// An EventParser finds events. See Parser for the contract of all parsers.
type EventParser interface {
	ParseEvents(t *Text) ([]Event, error)
}

// EventParserFunc is a function as an EventParser.
type EventParserFunc func(t *Text) ([]Event, error)

// ParseEvents calls f(t).
func (f EventParserFunc) ParseEvents(t *Text) ([]Event, error) { return f(t) }
