package dateline

import (
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/story"
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

// ShownSalience is the Salience from which on an entry is shown by default.
const ShownSalience = 0.3

// Shown is the timeline as it is shown by default: entries of at least
// ShownSalience, in order. Everything else of t stays as it is.
func (t *Timeline) Shown() *Timeline {
	return t.keep(func(e *Entry) bool { return e.Salience >= ShownSalience })
}

// Top is the timeline of the n entries of the highest Salience, still in
// order; of equal ones the earlier stay.
func (t *Timeline) Top(n int) *Timeline {
	order := make([]int, len(t.Entries))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(t.Entries[b].Salience, t.Entries[a].Salience) })
	top := make(map[EventID]bool, n)
	for _, i := range order[:max(0, min(n, len(order)))] {
		top[t.Entries[i].ID] = true
	}
	return t.keep(func(e *Entry) bool { return top[e.ID] })
}

// keep is t with the entries that ok is true of, numbered anew.
func (t *Timeline) keep(ok func(*Entry) bool) *Timeline {
	out := &Timeline{Actors: t.Actors, Statements: t.Statements}
	kept := make(map[EventID]EventID)
	for i := range t.Entries {
		if ok(&t.Entries[i]) {
			out.Entries = append(out.Entries, t.Entries[i])
			kept[t.Entries[i].ID] = EventID(len(out.Entries))
		}
	}
	for i := range out.Entries {
		e := &out.Entries[i]
		e.ID = EventID(i + 1)
		var rs []Relation
		for _, r := range e.Relations {
			if id, ok := kept[r.Event]; ok {
				rs = append(rs, Relation{r.Order, id})
			}
		}
		e.Relations = rs
	}
	return out
}

// All yields every entry in order. It and the methods like it take one pass over the entries.
func (t *Timeline) All() iter.Seq[Entry] { return t.where(func(*Entry) bool { return true }) }

// During yields the entries that may lie within from and to, both included:
// those whose bounds overlap it. A zero Moment leaves that side open. Undated
// entries are not among them.
func (t *Timeline) During(from, to Moment) iter.Seq[Entry] {
	return t.where(func(e *Entry) bool {
		lo, hi := e.When.Earliest(), e.When.Latest()
		if lo.IsZero() && hi.IsZero() {
			return false
		}
		return (to.IsZero() || lo.IsZero() || startsBy(lo, to)) && (from.IsZero() || hi.IsZero() || startsBy(from, hi))
	})
}

// startsBy reports whether a begins before b ends.
func startsBy(a, b Moment) bool { return a.first() <= b.last() }

// Involving yields the entries in which the actor takes part.
func (t *Timeline) Involving(id ActorID) iter.Seq[Entry] {
	return t.where(func(e *Entry) bool {
		return slices.ContainsFunc(e.Participants, func(p Participant) bool { return p.Actor == id && id != 0 })
	})
}

// In yields the entries in a country, by ISO 3166-1 alpha-2 code, or, with a
// division's name, in that division of it.
func (t *Timeline) In(country, division string) iter.Seq[Entry] {
	return t.where(func(e *Entry) bool {
		p := &e.Place
		if p.Country == "" || p.Country != country {
			return false
		}
		return division == "" || p.Division == division || p.Kind == LocationDivision && p.Name == division
	})
}

// At yields the entries within radius kilometres of c, countries and regions left out.
func (t *Timeline) At(c Coordinates, radius float64) iter.Seq[Entry] {
	return t.where(func(e *Entry) bool {
		p := &e.Place
		if p.At.IsZero() || p.Kind == LocationCountry || p.Kind == LocationContinent || p.Kind == LocationRegion {
			return false
		}
		return story.Kilometres(p.At.Lat, p.At.Lon, c.Lat, c.Lon) <= radius
	})
}

// OfKind yields the entries of a kind; mode "" is any mode.
func (t *Timeline) OfKind(kind EventKind, mode Mode) iter.Seq[Entry] {
	return t.where(func(e *Entry) bool { return e.Kind == kind && (mode == "" || e.Mode == mode) })
}

// Undated yields the entries of which neither bound is known.
func (t *Timeline) Undated() iter.Seq[Entry] {
	return t.where(func(e *Entry) bool { return e.When.Earliest().IsZero() && e.When.Latest().IsZero() })
}

// Conflicts yields the entries whose sources disagree.
func (t *Timeline) Conflicts() iter.Seq[Entry] {
	return t.where(func(e *Entry) bool { return len(e.Conflicts) > 0 })
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

func (t *Timeline) where(f func(*Entry) bool) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for i := range t.Entries {
			if f(&t.Entries[i]) && !yield(t.Entries[i]) {
				return
			}
		}
	}
}

// AsOf is the timeline as it was known at the end of p: only what was
// published by then, with the statuses and dates of that time. Articles
// without a date of publication are left out. Entries keep which reports are
// one event, for that is known better today; IDs are new. It costs one pass
// over all sources.
func (t *Timeline) AsOf(p Moment) *Timeline {
	out := &Timeline{Actors: t.Actors}
	known := func(pub Moment) bool { return !pub.IsZero() && pub.last() <= p.last() }
	ids := make(map[EventID]int, len(t.Entries))
	for i := range t.Entries {
		e := &t.Entries[i]
		var ss []Report
		for _, s := range e.Reports {
			if known(s.Published) {
				ss = append(ss, s)
			}
		}
		if len(ss) == 0 {
			continue
		}
		n := summarize(e.Kind, ss)
		n.ID, n.Mode, n.Code, n.Lemma, n.Relations = e.ID, e.Mode, e.Code, e.Lemma, e.Relations
		out.Entries = append(out.Entries, n)
		ids[e.ID] = 0
	}
	sortEntries(out.Entries)
	for i := range out.Entries {
		ids[out.Entries[i].ID] = i + 1
	}
	for i := range out.Entries {
		e := &out.Entries[i]
		e.ID = EventID(i + 1)
		var rs []Relation
		for _, r := range e.Relations {
			if id, ok := ids[r.Event]; ok {
				rs = append(rs, Relation{r.Order, EventID(id)})
			}
		}
		e.Relations = rs
	}
	for _, s := range t.Statements {
		if known(s.Published) {
			out.Statements = append(out.Statements, s)
		}
	}
	return out
}

const timelineMagic = "dateline timeline 1\n"

// MarshalBinary writes a compact form: JSON, compressed with DEFLATE.
func (t *Timeline) MarshalBinary() ([]byte, error) {
	type plain Timeline
	var b bytes.Buffer
	b.WriteString(timelineMagic)
	z, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	if err := json.NewEncoder(z).Encode((*plain)(t)); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// UnmarshalBinary reads what MarshalBinary wrote, in place of what t had.
func (t *Timeline) UnmarshalBinary(data []byte) error {
	rest, ok := bytes.CutPrefix(data, []byte(timelineMagic))
	if !ok {
		return errors.New("dateline: not a binary Timeline")
	}
	type plain Timeline
	var p plain
	if err := json.NewDecoder(flate.NewReader(bytes.NewReader(rest))).Decode(&p); err != nil {
		return fmt.Errorf("dateline: binary Timeline: %w", err)
	}
	*t = Timeline(p)
	return nil
}
