// Package event finds what happened: events with their kind, participants,
// status, time and place, each one for all its mentions. Triggers are words in
// frames from a lexicon (directory lexicon, packed), put together along the
// dependency tree: light verbs with their nouns, operators such as agree,
// refuse, threaten, halt with the event in their complement.
//
// Kinds and codes are those of package ontology.
package event

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// Status tells whether an event is, by the text, a fact.
type Status uint8

const (
	Occurred Status = iota + 1
	Ongoing
	Planned  // scheduled, intended, announced, agreed
	Possible // may, could, if, a proposal, an aim
	Denied   // said or shown not to have happened, refused
	Failed   // tried or planned, and did not come about
)

var statusNames = [...]string{"", "occurred", "ongoing", "planned", "possible", "denied", "failed"}

// String is the status in a word.
func (s Status) String() string {
	if int(s) < len(statusNames) {
		return statusNames[s]
	}
	return ""
}

// RoleName is what a participant does in an event.
type RoleName uint8

const (
	Agent     RoleName = iota + 1 // who does it
	Patient                       // who or what it is done to; the other side of talks and deals
	Recipient                     // who gets what is given
)

var roleNames = [...]string{"", "agent", "patient", "recipient"}

// String is the role in a word.
func (r RoleName) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return ""
}

// Role is one participant of an event.
type Role struct {
	Role  RoleName
	Actor int32      // index in Input.Actors, or token.None
	Span  token.Span // the noun phrase
	Head  int32      // its head token
}

// Relation orders two events of one article where the text does so without
// dates: "after the announcement".
type Relation struct {
	Event  int32 // index of the other event
	After  bool  // this one comes after it
	During bool  // it is part of it; else it comes before
	Rule   string
}

// Event is one thing that happened, will happen, may happen or did not.
type Event struct {
	Kind, Mode string // of package ontology; Kind may be any other string for plug-ins
	Code       string // CAMEO code, with intention, refusal or threat; empty where none maps
	Lemma      string // of the trigger
	Trigger    token.Span
	Head       int32        // trigger token
	Clause     int32        // token of the predicate whose tense and adjuncts are the event's
	Mentions   []token.Span // triggers of all mentions, in text order, the first included
	Merge      string       // why they are one event, by the weakest tie; empty of one mention
	Roles      []Role       // agents first, then the target, then others
	When       when.Value   // zero if unknown
	Basis      string       // what gave When; empty without one
	PlaceBasis string       // what gave Place
	Relations  []Relation
	Rule       string
	// Small fields stand together: a long text has thousands of events.
	Time      int32 // index in Input.Times, or token.None
	Place     int32 // index in Input.Places, or token.None
	Statement int32 // index in Input.Statements of the statement that reports it, or token.None
	Sent      int32 // sentence of the first mention
	Status    Status
	Bound     Bound // what When says of the event's time
	vague     bool  // its clause names a time that has no place on the time line
	// PlaceAssumed means that the event names no place: the story's is taken.
	PlaceAssumed bool
	Main         bool  // its trigger is the main one of its sentence
	Score        uint8 // how sure, in percent
	by, placeBy  Basis // what gave When and Place
	tie          Tie   // the weakest between its mentions
	nominal      bool  // a noun tells it
	given        bool  // its kind is that of a user's lexicon
}

// Basis tells where the time or the place of an event comes from.
type Basis uint8

const (
	ByNoun       Basis = iota + 1 // the event noun's own phrase
	ByClause                      // its clause
	ByAntecedent                  // the word that its relative clause hangs on
	ByGoverning                   // the clause above
	ByReporting                   // the clause that reports it
	ByEvent                       // another event that it answers
	ByRetelling                   // another telling of the same event
	ByActor                       // the same actor's act before
	ByThread                      // the day that the story told last
	ByArticle                     // the day of publication
	ByScene                       // the place of the story
)

var basisNames = [...]string{"", "noun", "clause", "antecedent", "governing-clause", "reporting-clause", "after-event",
	"retelling", "same-actor", "thread", "article-date", "scene"}

// String is the basis in a word.
func (b Basis) String() string {
	if int(b) < len(basisNames) {
		return basisNames[b]
	}
	return ""
}

// Bound tells how a time holds an event.
type Bound uint8

const (
	Within    Bound = iota // at or in When
	OnOrAfter              // not before When begins
	OnOrBefore
	About // near When, by the run of the text
)

// Time is one time expression with its value.
type Time struct {
	Span  token.Span
	Value when.Value
	Event int32 // token of the event that Value counts from, or token.None
	Own   bool  // the day of the text itself, which dates no event
}

// Input is what earlier rooms found in the same Doc.
type Input struct {
	Actors     []coref.Actor
	Places     []Place // place names, by start
	Times      []Time  // time expressions, by start
	Statements []quote.Statement
	Published  when.Point
	Section    string // of the publisher: "sport/football"
	// Lexicons are users', which go before the built-in one, the last first.
	Lexicons []*lexicon.Lexicon
}

// finder is the state of one Find.
type finder struct {
	d        *token.Doc
	in       *Input
	lex      *lexiconTable
	classed  [lastHeads]classed // of the heads that were asked for last
	used     []bool             // tokens that another trigger took up
	actors   []int32            // actor of each token
	speaker  map[int32]int32
	budget   int     // words that nest may still look at
	seq      []int32 // scratch: tokens of a sentence by depth
	depth    []int16
	timesIn  int32 // the sentence that was asked for its times last, or None
	placesIn int32 // for its places
	times    []run // scratch: those
	places   []run
	time     []int32 // time of each token, or None
	place    []int32
	said     []int32  // innermost statement of each token, or None
	cue      []int32  // statement that each token reports, or None
	ownTime  []uint8  // whether each predicate names a time: 1 for no, 2 for yes, 0 if not asked yet
	nation   int32    // the country that most of the text tells of, or None
	dateline int32    // place of the dateline, or None
	homes    []int32  // the countries that the text names
	sole     bool     // it names one, and no place in one
	spoke    []spoken // where each actor is told to speak
	global   []int32  // words for all over the world
	remote   []int32  // words of telephones, the air and networks
	leadEnd  int32    // last sentence of the headline and the lead
	// The text is of the sports pages, of science, about an election, of the
	// arts pages, of business; it speaks of bombs.
	sport, science, vote, arts, trade, bombed bool

	own   when.Value // the day of the text itself, as it says it
	today when.Point // when the text was published, or what it says itself; zero if unknown
}

// Find is the events of d, by first mention, the main one of a sentence first.
func Find(d *token.Doc, in Input) []Event {
	f := newFinder(d, &in)
	if f == nil {
		return nil
	}
	out := f.events()
	f.situate(out)
	for i := range out {
		out[i].Basis, out[i].PlaceBasis, out[i].Merge = out[i].by.String(), out[i].placeBy.String(), out[i].tie.String()
	}
	for i := range out {
		slices.SortFunc(out[i].Mentions, func(a, b token.Span) int { return cmp.Compare(a.Start, b.Start) })
	}
	return out
}

// Scenes is the events of d, without places that they do not name, and the
// choices of those places, for who fits their weights.
func Scenes(d *token.Doc, in Input) ([]Event, []Choice) {
	f := newFinder(d, &in)
	if f == nil {
		return nil, nil
	}
	es := f.events()
	var out []Choice
	f.choices(es, func(c *Choice) {
		out = append(out, Choice{Event: c.Event, Places: slices.Clone(c.Places), Traits: slices.Clone(c.Traits)})
	})
	return es, out
}

// events is the events of d, but for places that they do not name.
func (f *finder) events() []Event {
	d := f.d
	var out []Event
	for s := range d.Sents {
		d.Check()
		if k := d.Sents[s].Kind; k == token.Boilerplate || k == token.Dateline {
			continue
		}
		out = f.sentence(out, int32(s))
	}
	f.complete(out)
	f.settle(out)
	f.doubt(out)
	f.bySection(out)
	f.implied(out)
	for i := range out {
		d.CheckAt(i)
		if out[i].Kind == ontology.Sport {
			out[i].scoring(f)
		}
	}
	return out
}

func newFinder(d *token.Doc, in *Input) *finder {
	lex, err := openLexicon()
	if err != nil || len(d.Tokens) == 0 {
		return nil
	}
	n := len(d.Tokens)
	f := &finder{d: d, in: in, used: make([]bool, n), depth: make([]int16, n), ownTime: make([]uint8, len(d.Preds)),
		actors: coref.ByToken(d, in.Actors), speaker: map[int32]int32{}, timesIn: token.None, placesIn: token.None}
	f.read(lex)
	f.today = in.Published.Truncate(when.Day)
	for j := 0; j < len(in.Times) && f.today.IsZero(); j++ {
		if in.Times[j].Own {
			f.own = in.Times[j].Value
			f.today = in.Times[j].Value.Earliest().Truncate(when.Day)
		}
	}
	f.mark()
	f.dateline = f.datelinePlace()
	f.topics()
	f.leadEnd = lastOfLead(d)
	return f
}

// actorAt is the actor that token i speaks of, or None.
func (f *finder) actorAt(i int32) int32 {
	if int(i) < len(f.actors) {
		return f.actors[i]
	}
	return token.None
}

// kindOf is the kind of actor a, zero for None.
func (f *finder) kindOf(a int32) actor.Kind {
	if a == token.None {
		return 0
	}
	return f.in.Actors[a].Kind
}

// isTime reports whether i heads a time expression.
func (f *finder) isTime(i int32) bool {
	if f.time != nil && f.time[i] != token.None {
		return true
	}
	t := &f.d.Tokens[i]
	if t.Ent != token.None && f.d.Ents[t.Ent].Type == token.PER {
		return false // "June Holm"
	}
	return t.Rel == token.OblUnmarked || t.Rel == token.NmodUnmarked || timeWord(t.Lower)
}

func timeWord(w string) bool {
	if wordTable.Has(w, classTime) {
		return true
	}
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && w[2] >= '0' && w[2] <= '9' && w[3] >= '0' && w[3] <= '9'
}
