package dateline

import (
	"iter"
	"slices"
	"strings"
)

// A Timeline is what happened by one or many articles: entries in order of
// time, the actors in them, and what was said. It is plain data; JSON and
// MarshalBinary round-trip.
//
// Entries stand in the order of their earliest moment; an entry that is only
// bounded from above stands at its latest. Of two that begin together the
// coarser stands first, and an open one ("on or after") after all closed
// ones. Then publication, article and place in the text decide. Undated
// entries stand at the end.
type Timeline struct {
	Entries    []Entry             `json:"entries,omitempty"`
	Actors     []TimelineActor     `json:"actors,omitempty"`
	Statements []TimelineStatement `json:"statements,omitempty"`
}

// An Entry is one event as all its sources tell it.
type Entry struct {
	ID   EventID   `json:"id"`
	Kind EventKind `json:"kind"`
	Mode Mode      `json:"mode,omitzero"`
	Code string    `json:"code,omitzero"`
	// Title is one short line of the first source that tells what came of it.
	Title string `json:"title,omitzero"`
	// Lemma is the word for the event that most sources use.
	Lemma string `json:"lemma"`
	// Status is the state of affairs by the latest source that tells: see
	// AsOf for earlier ones.
	Status Status `json:"status,omitzero"`
	// When is the finest date that the sources give; of several that exclude
	// each other, the latest published one, and the others are Conflicts.
	When When `json:"when,omitzero"`
	// Place is where, if it is known.
	Place        Place         `json:"place,omitzero"`
	Participants []Participant `json:"participants,omitempty"`
	// Attributes are what else the parsers tell of it.
	Attributes []Attribute `json:"attributes,omitempty"`
	// Reports are what the articles tell of it, in the order of publication.
	Reports []Report `json:"reports"`
	// Conflicts are what the sources disagree about.
	Conflicts []Conflict `json:"conflicts,omitempty"`
	// Salience tells how much it matters, from 0 to 1: what its reports have,
	// taken together. See Top and Shown.
	Salience float64 `json:"salience,omitzero"`
	// Relations order the entry against others, as the articles tell it.
	Relations []Relation `json:"relations,omitempty"`
}

// A Report is what one article tells of an event.
type Report struct {
	// Article and Publisher are the article's ID and Source.
	Article   string `json:"article,omitzero"`
	Publisher string `json:"publisher,omitzero"`
	Published Moment `json:"published,omitzero"`
	// Event is the event's ID in the article's Document.
	Event EventID `json:"event"`
	// Trigger and Sentence are spans of the article's text; Text is the sentence.
	Trigger  Span   `json:"trigger"`
	Sentence Span   `json:"sentence"`
	Text     string `json:"text"`
	// Title, Status, When, Place and Participants are as this article has them.
	Title        string        `json:"title,omitzero"`
	Status       Status        `json:"status,omitzero"`
	When         When          `json:"when,omitzero"`
	Place        Place         `json:"place,omitzero"`
	Participants []Participant `json:"participants,omitempty"`
	// Attributes are what else the parsers tell of it.
	Attributes []Attribute `json:"attributes,omitempty"`
	// Salience is the event's in the article.
	Salience float64 `json:"salience,omitzero"`
	// By is who says so inside the article, if the event is known only from a statement.
	By ActorID `json:"by,omitzero"`
	// ByText are the article's words for who says so, unless they are a pronoun.
	ByText string `json:"by_text,omitzero"`
}

// ConflictField is what reports of one entry answer differently. The set is
// open; the built-in fields are the constants below.
type ConflictField string

// The fields of conflicts.
const (
	ConflictWhen   ConflictField = "when"   // dates that exclude each other
	ConflictWhere  ConflictField = "where"  // places that exclude each other
	ConflictStatus ConflictField = "status" // it happened, it did not
	ConflictCount  ConflictField = "count"  // how many they are in one role
	ConflictAgent  ConflictField = "agent"  // who did it
)

// A Conflict is a question that reports of one entry answer differently.
type Conflict struct {
	Field ConflictField `json:"field"`
	// Sides are the answers, the one first published first.
	Sides []Side `json:"sides"`
}

// A Side is one answer of a Conflict.
type Side struct {
	Value string `json:"value"`
	// Reports are indices into Entry.Reports.
	Reports []int `json:"reports"`
}

// A TimelineActor is one actor over all articles.
type TimelineActor struct {
	ID      ActorID   `json:"id"`
	Kind    ActorKind `json:"kind"`
	Name    string    `json:"name"`
	Country string    `json:"country,omitzero"`
	// Aliases are the other names, sorted.
	Aliases []string `json:"aliases,omitempty"`
	// Roles are what the articles call it, sorted.
	Roles []string `json:"roles,omitempty"`
	// Articles is the number of articles that name it.
	Articles int `json:"articles"`
	// Merged tells why actors of different articles are one: the rules, sorted.
	Merged []string `json:"merged,omitempty"`
}

// A TimelineStatement is one statement in one article.
type TimelineStatement struct {
	Article   string      `json:"article,omitzero"`
	Publisher string      `json:"publisher,omitzero"`
	Published Moment      `json:"published,omitzero"`
	Statement StatementID `json:"statement"`
	Speaker   ActorID     `json:"speaker,omitzero"`
	// SpeakerText is the speaker as the article words it.
	SpeakerText string        `json:"speaker_text,omitzero"`
	Kind        StatementKind `json:"kind"`
	Stance      Stance        `json:"stance,omitzero"`
	When        When          `json:"when,omitzero"`
	// Cue is the word that reports it; zero when there is none.
	Cue Span `json:"cue,omitzero"`
	// Content are spans of the article's text; Text is what stands there,
	// pieces joined by " ... ".
	Content []Span `json:"content"`
	Text    string `json:"text"`
}

// Timeline is the timeline of this article alone.
func (d *Document) Timeline() *Timeline {
	var b TimelineBuilder
	b.Add(d)
	return b.Timeline()
}

// Entry is the Entry with that ID.
func (t *Timeline) Entry(id EventID) (Entry, bool) { return byID(t.Entries, int(id)) }

// Actor is the TimelineActor with that ID.
func (t *Timeline) Actor(id ActorID) (TimelineActor, bool) { return byID(t.Actors, int(id)) }

// FindActor is the actor of that name or alias, letter case aside; of
// several, the one in most articles.
func (t *Timeline) FindActor(name string) (TimelineActor, bool) {
	var best TimelineActor
	for _, a := range t.Actors {
		same := strings.EqualFold(a.Name, name) || slices.ContainsFunc(a.Aliases, func(s string) bool { return strings.EqualFold(s, name) })
		if same && a.Articles > best.Articles {
			best = a
		}
	}
	return best, best.ID != 0
}

// StatementsBy yields what an actor said, in the order of Statements.
func (t *Timeline) StatementsBy(id ActorID) iter.Seq[TimelineStatement] {
	return func(yield func(TimelineStatement) bool) {
		for i := range t.Statements {
			if t.Statements[i].Speaker == id && !yield(t.Statements[i]) {
				return
			}
		}
	}
}
