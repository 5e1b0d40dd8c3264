package dateline

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/story"
	"github.com/dateline-go/dateline/internal/when"
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
	// Quantities are the numbers of the event: of each the latest that a source
	// gives. Of sources that exclude each other on one day Conflicts tell.
	Quantities []Quantity `json:"quantities,omitempty"`
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
	// Headline is the article's Title.
	Headline string `json:"headline,omitzero"`
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
	// Quantities are the numbers that this article gives, and Attributes what
	// else the parsers tell of it.
	Quantities []Quantity  `json:"quantities,omitempty"`
	Attributes []Attribute `json:"attributes,omitempty"`
	// Salience is the event's in the article.
	Salience float64 `json:"salience,omitzero"`
	// WhenEvidence, PlaceEvidence and Evidence are the event's in the article.
	WhenEvidence  Evidence `json:"when_evidence,omitzero"`
	PlaceEvidence Evidence `json:"place_evidence,omitzero"`
	Evidence      Evidence `json:"evidence,omitzero"`
	// MergeEvidence tells why it is a report of this entry: it is a "copy" of
	// one before, or "alike", with how likely that makes it, or is joined
	// "through-others". It is zero of the first.
	MergeEvidence Evidence `json:"merge_evidence,omitzero"`
	// Merged is what speaks most for it where they are "alike", the strongest
	// first: "same-word", "same-patient", "like-sentence".
	Merged []string `json:"merged,omitempty"`
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
	// ConflictQuantity is about the numbers of the event, such as the dead; a
	// later count is an update and no conflict.
	ConflictQuantity ConflictField = "quantity"
)

// A Conflict is a question that reports of one entry answer differently: of
// several articles, or of one that tells both that it happened and did not.
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
	// IDs are what lists outside the text call it; of one scheme it has one.
	IDs []ExternalID `json:"ids,omitempty"`
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
	// SpeakerEvidence tells how the speaker was found.
	SpeakerEvidence Evidence `json:"speaker_evidence,omitzero"`
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

// What follows makes one Timeline of many reports. All of it is a function of
// the set of reports in their one order, so that no order of Add and Merge
// can show. Which reports are one event, and which actors one, the rooms say.

// Timeline builds the timeline of all that has been added. It takes time in
// proportion to the number of events, near enough. After more has been added
// it compares only what that has to do with, and copies the rest: the builder
// remembers what it found out.
func (b *TimelineBuilder) Timeline() *Timeline {
	m := b.recall()
	who := newCrowd(m)
	nodes := m.whoIsWho(who)
	of, why := m.index.Cluster(nodes)
	n := 0
	for _, r := range m.order {
		n += len(r.Events)
	}
	all := make([]telling, 0, n)
	for ri, r := range m.order {
		first := len(all)
		for ei := range r.Events {
			all = append(all, telling{ri, &r.Events[ei], first})
		}
	}
	who.through(all, of)
	t := &Timeline{Actors: who.timelineActors()}
	n = 0
	for _, r := range m.order {
		n += len(r.Statements)
	}
	t.Statements = slices.Grow(t.Statements, n)
	for ri, r := range m.order {
		for _, s := range r.Statements {
			s.Speaker = who.id(ri, s.Speaker)
			t.Statements = append(t.Statements, s.clone())
		}
	}
	k := maker{m: m, all: all, why: why, id: m.named(who), actors: t.Actors, used: make(map[[2]uint64]*Entry, len(m.entries))}
	t.Entries = k.entries(of, m.index.Plans(nodes, of))
	m.entries = k.used
	return t
}

// A telling is an event as one article tells it.
type telling struct {
	article int // place of its report
	event   *reportEvent
	first   int // place of its article's first event among all
}

// at is where in Text the trigger stands, in bytes, white space aside.
func (s *Report) at() int { return s.Trigger.Start - s.Sentence.Start }

// aboutSeconds is how far off an event may be that is about a day.
const aboutSeconds = 3 * 24 * 60 * 60

// word is the trigger, or "" where white space has moved it or no span is one.
func (s *Report) word() string {
	at := s.at()
	if end := at + s.Trigger.Len(); 0 <= at && at <= end && end <= len(s.Text) {
		return s.Text[at:end]
	}
	return ""
}

// storyReport is s as the story room takes it.
func storyReport(s *Report) story.Report {
	r := story.Report{When: s.When.EDTF(), Time: story.Time{Told: !s.When.IsZero()}, Published: s.Published.first(),
		Dated: !s.Published.IsZero(), Status: story.ParseStatus(string(s.Status)), Said: s.By != 0 || s.ByText != "",
		Title: s.Title, Salience: s.Salience, Sentence: s.Text, From: s.Sentence.Start, At: s.at(), Lemma: strings.ToLower(s.word())}
	if p := s.When.Earliest(); !p.IsZero() {
		r.Time.First, r.Time.HasFirst = p.first(), true
	}
	if p := s.When.Latest(); !p.IsZero() {
		r.Time.Last, r.Time.HasLast = p.last(), true
	}
	r.Time.About = s.When.v.Mod() == when.Approx
	if r.Time.About && r.Time.HasFirst && r.Time.HasLast {
		// A day that another event lends excludes no other of that week.
		r.Time.First -= aboutSeconds
		r.Time.Last += aboutSeconds
	}
	if p := &s.Place; !p.IsZero() {
		r.Place = story.Place{Name: p.Name, Kind: string(p.Kind), Country: p.Country, Division: p.Division,
			Assumed: s.PlaceEvidence.assumed()}
		if !p.At.IsZero() {
			r.Place.Lat, r.Place.Lon, r.Place.HasPoint = p.At.Lat, p.At.Lon, true
		}
	}
	r.Parts = make([]story.Part, len(s.Participants))
	for i := range s.Participants {
		p := &s.Participants[i]
		r.Parts[i] = story.Part{Role: string(p.Role), Actor: int32(p.Actor), Text: p.Text, Count: int32(p.Count), Implied: p.Implied}
	}
	return r
}

// entries makes an Entry of the tellings of each event, puts them in order, and
// ties plans to what came of them.
func (k *maker) entries(of []int32, plans []story.Plan) []Entry {
	number := make([]int32, len(of)) // of each event, from 1, in the order of the first tellings
	var members [][]int              // of each cluster, in the order of publication
	for i, c := range of {
		if number[c] == 0 {
			members = append(members, nil)
			number[c] = int32(len(members))
		}
		members[number[c]-1] = append(members[number[c]-1], i)
	}
	if len(members) == 0 {
		return nil
	}
	made := make([]*Entry, len(members))
	for c, ms := range members {
		made[c] = k.entry(ms)
	}
	order := entryOrder(made)
	final := make([]EventID, len(made))
	for i, c := range order {
		final[c] = EventID(i + 1)
	}
	out := make([]Entry, len(made))
	for i, c := range order {
		e := &out[i]
		*e = k.copy(made[c], k.id)
		e.ID = EventID(i + 1)
		for _, j := range members[c] {
			for _, r := range k.all[j].event.Relations {
				x := Relation{r.Order, final[number[of[k.all[j].first+int(r.Event)-1]]-1], r.Evidence}
				same := func(y Relation) bool { return x.Order == y.Order && x.Event == y.Event }
				if x.Event != e.ID && !slices.ContainsFunc(e.Relations, same) {
					e.Relations = append(e.Relations, x)
				}
			}
		}
	}
	at := func(telling int32) EventID { return final[number[of[telling]]-1] }
	for _, p := range plans {
		e := &out[at(p.Planned)-1]
		e.Relations = append(e.Relations, Relation{OrderPlanOf, at(p.Done), Evidence{Rule: "plan"}})
	}
	return out
}

// summarize makes an Entry of its sources, which are in the order of
// publication: what they agree on, what the latest says where they do not,
// and who says what. Mode, Code, Lemma and ID are the caller's; named reports
// whether an actor has a name of its own.
func summarize(kind EventKind, ss []Report, named func(ActorID) bool) Entry {
	e := Entry{Kind: kind, Reports: ss}
	rs := make([]*story.Report, len(ss))
	for i := range ss {
		r := storyReport(&ss[i])
		r.Kind = string(kind)
		if r.Article = int32(i); i > 0 && ss[i].sameArticle(&ss[i-1]) {
			r.Article = rs[i-1].Article
		}
		for k := range r.Parts {
			if id := ActorID(r.Parts[k].Actor); id > 0 {
				r.Parts[k].Named = named(id)
			}
		}
		rs[i] = &r
	}
	s := story.Fold(rs)
	e.Status, e.Salience = Status(s.Status.String()), s.Salience
	if s.Title >= 0 {
		e.Title = ss[s.Title].Title
	}
	if s.Time >= 0 {
		e.When = ss[s.Time].When
	}
	if s.Place >= 0 {
		e.Place = ss[s.Place].Place
	}
	for _, p := range s.Parts {
		e.Participants = append(e.Participants, Participant{Role: Role(p.Role), Actor: ActorID(p.Actor), Text: p.Text, Count: int(p.Count)})
	}
	for i := range ss {
		for _, a := range ss[i].Attributes {
			if k := slices.IndexFunc(e.Attributes, func(b Attribute) bool { return a.Name == b.Name }); k >= 0 {
				e.Attributes[k] = a // published later
			} else {
				e.Attributes = append(e.Attributes, a)
			}
		}
	}
	for _, c := range s.Conflicts {
		x := Conflict{Field: ConflictField(c.Field)}
		for _, side := range c.Sides {
			x.Sides = append(x.Sides, Side{Value: side.Value, Reports: side.Reports})
		}
		if x.Field == ConflictStatus || severalArticles(ss, &x) && !(x.Field == ConflictCount && countsQuantity(ss, &x)) {
			e.Conflicts = append(e.Conflicts, x)
		}
	}
	var differ []Conflict
	e.Quantities, differ = foldQuantities(ss)
	for _, x := range differ {
		c := story.Conflict{Field: string(x.Field)}
		for _, side := range x.Sides {
			c.Sides = append(c.Sides, story.Side(side))
		}
		if c.Sure(rs) {
			e.Conflicts = append(e.Conflicts, x)
		}
	}
	return e
}

// severalArticles reports whether c stands between articles. What one article
// calls by two names, "the army" and "government forces", is no disagreement;
// only whether it happened may be told both ways by one.
func severalArticles(ss []Report, c *Conflict) bool {
	first := &ss[c.Sides[0].Reports[0]]
	for _, side := range c.Sides {
		for _, i := range side.Reports {
			if !ss[i].sameArticle(first) {
				return true
			}
		}
	}
	return false
}

// sameArticle reports whether r and s stand in one article.
func (r *Report) sameArticle(s *Report) bool {
	return r.articleOf() == s.articleOf()
}

// entryOrder is the places of entries in the order that Timeline documents.
func entryOrder(es []*Entry) []int {
	type key struct {
		at, width int64
		class     int // closed, open, undated
	}
	keyOf := func(e *Entry) key {
		lo, hi := e.When.Earliest(), e.When.Latest()
		switch {
		case lo.IsZero() && hi.IsZero():
			return key{at: 1 << 62, class: 2}
		case lo.IsZero():
			return key{at: hi.last(), class: 1}
		case hi.IsZero():
			return key{at: lo.first(), class: 1}
		}
		return key{at: lo.first(), width: hi.last() - lo.first()}
	}
	keys, order := make([]key, len(es)), make([]int, len(es))
	for i, e := range es {
		keys[i], order[i] = keyOf(e), i
	}
	slices.SortFunc(order, func(i, j int) int {
		x, y := &keys[i], &keys[j]
		if c := cmp.Or(cmp.Compare(x.at, y.at), cmp.Compare(x.class, y.class), cmp.Compare(y.width, x.width)); c != 0 {
			return c
		}
		s, r := &es[i].Reports[0], &es[j].Reports[0]
		if c := comparePublished(s.Published, r.Published); c != 0 {
			return c
		}
		return cmp.Or(strings.Compare(s.Article, r.Article), strings.Compare(s.Publisher, r.Publisher),
			cmp.Compare(s.Trigger.Start, r.Trigger.Start), cmp.Compare(s.Event, r.Event), cmp.Compare(i, j))
	})
	return order
}

// unite is one actor of several articles: the fullest of the commonest names.
func unite(members []*reportActor) TimelineActor {
	names, kinds := counter{}, counter{}
	var other, roles []string
	anyNamed := slices.ContainsFunc(members, func(a *reportActor) bool { return a.Named })
	for _, a := range members {
		if a.Named || !anyNamed {
			names.add(a.Name)
		}
		kinds.add(string(a.Kind))
		other = append(append(other, a.Name), a.Aliases...)
		roles = append(roles, a.Roles...)
	}
	out := TimelineActor{Kind: ActorKind(kinds.most())}
	best, bestWords := 0, -1
	for i, n := range names.words {
		if w := strings.Count(n, " "); w > bestWords || w == bestWords && names.n[i] > best {
			out.Name, best, bestWords = n, names.n[i], w
		}
	}
	slices.Sort(other)
	slices.Sort(roles)
	for _, n := range slices.Compact(other) {
		if n != out.Name && n != "" {
			out.Aliases = append(out.Aliases, n)
		}
	}
	if out.Roles = slices.Compact(roles); len(out.Roles) == 0 {
		out.Roles = nil
	}
	return out
}

// A counter finds the commonest of some words; of equally common ones, the
// one that came first. Empty words do not count.
type counter struct {
	words []string
	n     []int
}

func (c *counter) add(w string) {
	if w == "" {
		return
	}
	i := slices.Index(c.words, w)
	if i < 0 {
		i = len(c.words)
		c.words, c.n = append(c.words, w), append(c.n, 0)
	}
	c.n[i]++
}

func (c *counter) most() string {
	best := ""
	for i, n := 0, 0; i < len(c.words); i++ {
		if c.n[i] > n {
			best, n = c.words[i], c.n[i]
		}
	}
	return best
}
