package dateline

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A TimelineBuilder gathers Documents and builds one Timeline over them. The
// zero TimelineBuilder is ready to use. Add, Remove and Merge are commutative,
// associative and idempotent: the Timeline is the same in whatever order and
// partition the documents come. An article added twice counts once; of two
// versions of one article the one with the later Published stays.
//
// It keeps of each article its events, statements and actors with the
// sentences they stand in, not the article. Its JSON form carries all of it,
// so that builders can travel between processes. It is not safe for
// concurrent use: give each goroutine its own and Merge them.
type TimelineBuilder struct {
	reports map[string]*report // by report.Key
	removed map[string]bool    // IDs of articles
	memory  *memory            // of the last Timeline
}

// A report is what the builder keeps of one article.
type report struct {
	Key       string        `json:"key"`
	Article   string        `json:"article,omitzero"`
	Publisher string        `json:"publisher,omitzero"`
	Published Moment        `json:"published,omitzero"`
	Actors    []reportActor `json:"actors,omitempty"`
	Events    []reportEvent `json:"events,omitempty"`
	// Statements have indices into Actors, from 1, as their Speakers.
	Statements []TimelineStatement `json:"statements,omitempty"`
}

// reportActor is an actor that takes part in something, or says something.
type reportActor struct {
	Name    string       `json:"name"`
	Kind    ActorKind    `json:"kind"`
	Country string       `json:"country,omitzero"`
	Aliases []string     `json:"aliases,omitempty"`
	Roles   []string     `json:"roles,omitempty"`
	Offices []string     `json:"offices,omitempty"`
	Gender  string       `json:"gender,omitzero"`
	Link    string       `json:"link,omitzero"`
	IDs     []ExternalID `json:"ids,omitempty"`
	Named   bool         `json:"named,omitzero"`
}

// reportEvent has indices into report.Actors, from 1, where Source has
// ActorIDs.
type reportEvent struct {
	Kind      EventKind  `json:"kind"`
	Mode      Mode       `json:"mode,omitzero"`
	Code      string     `json:"code,omitzero"`
	Lemma     string     `json:"lemma"`
	Source    Report     `json:"source"`
	Relations []Relation `json:"relations,omitempty"` // Entry is an index into report.Events, from 1
}

// Add takes in what d found. It does not keep d. A nil d is nothing.
func (b *TimelineBuilder) Add(d *Document) {
	if d == nil {
		return
	}
	b.add(reportOf(d))
}

// Merge takes in what o has gathered. A nil o is nothing; o is left as it is.
func (b *TimelineBuilder) Merge(o *TimelineBuilder) {
	if o == nil {
		return
	}
	for id := range o.removed {
		b.Remove(id)
	}
	for _, r := range o.reports {
		b.add(r)
	}
}

// Remove takes out the article of that ID, whatever its publisher and version,
// and keeps it out: a retraction holds whenever the article itself comes.
func (b *TimelineBuilder) Remove(id string) {
	if id == "" {
		return
	}
	if b.removed == nil {
		b.removed = make(map[string]bool)
	}
	b.removed[id] = true
	maps.DeleteFunc(b.reports, func(_ string, r *report) bool { return r.Article == id })
}

// Len is the number of articles.
func (b *TimelineBuilder) Len() int { return len(b.reports) }

// add keeps r. Of two reports of one article the later published stays; of
// two that are equal in that, as two Parsers may give, the one whose JSON
// sorts first, whichever came first.
func (b *TimelineBuilder) add(r *report) {
	if b.removed[r.Article] {
		return
	}
	if b.reports == nil {
		b.reports = make(map[string]*report)
	}
	if have, ok := b.reports[r.Key]; ok && have != r {
		order := cmp.Or(have.Published.Compare(r.Published), strings.Compare(have.Published.String(), r.Published.String()))
		if order > 0 {
			return
		}
		if order == 0 {
			x, _ := json.Marshal(have)
			y, _ := json.Marshal(r)
			if string(x) <= string(y) {
				return
			}
		}
	}
	b.reports[r.Key] = r
}

// builderJSON is the JSON form of a builder.
type builderJSON struct {
	Schema  int       `json:"schema"`
	Reports []*report `json:"reports,omitempty"`
	Removed []string  `json:"removed,omitempty"`
}

// MarshalJSON writes all that the builder has gathered.
func (b *TimelineBuilder) MarshalJSON() ([]byte, error) {
	return json.Marshal(builderJSON{Schema, b.sorted(), slices.Sorted(maps.Keys(b.removed))})
}

// UnmarshalJSON reads what MarshalJSON wrote, in place of what b had. JSON of
// another schema, or of none, is a *SchemaError.
func (b *TimelineBuilder) UnmarshalJSON(data []byte) error {
	var x builderJSON
	if err := readJSON("TimelineBuilder", data, &x, &x.Schema); err != nil {
		return err
	}
	fresh := TimelineBuilder{}
	for _, id := range x.Removed {
		fresh.Remove(id)
	}
	for i, r := range x.Reports {
		if r == nil {
			return errors.New("dateline: TimelineBuilder: null report")
		}
		if err := r.check(); err != nil {
			return fmt.Errorf("dateline: TimelineBuilder: report %d: %w", i, err)
		}
		fresh.add(r)
	}
	*b = fresh
	return nil
}

// check wants all indices inside their lists, for the data may come from anywhere.
func (r *report) check() error {
	in := func(id, n int) bool { return id >= 0 && id <= n }
	for i := range r.Events {
		e := &r.Events[i]
		ok := in(int(e.Source.By), len(r.Actors))
		for _, p := range e.Source.Participants {
			ok = ok && in(int(p.Actor), len(r.Actors))
		}
		for _, x := range e.Relations {
			ok = ok && x.Event > 0 && in(int(x.Event), len(r.Events))
		}
		if !ok {
			return fmt.Errorf("event %d refers to nothing", i+1)
		}
	}
	for i := range r.Statements {
		if !in(int(r.Statements[i].Speaker), len(r.Actors)) {
			return fmt.Errorf("statement %d refers to nothing", i+1)
		}
	}
	return nil
}

// sorted are the reports in the order of publication; unknown dates stand last.
func (b *TimelineBuilder) sorted() []*report {
	return slices.SortedFunc(maps.Values(b.reports), compareReports)
}

func comparePublished(a, b Moment) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	if c := cmp.Compare(a.first(), b.first()); c != 0 || a == b {
		return c
	}
	return strings.Compare(a.String(), b.String())
}

// articleKey tells articles apart: by ID and publisher, else by all there is.
func articleKey(a *Article) string {
	if strings.ContainsRune(a.ID, 0) {
		return fmt.Sprintf("id %q %q", a.ID, a.Source) // where the ID ends must show
	}
	if a.ID != "" {
		return "id:" + a.ID + "\x00" + a.Source
	}
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q", a.Source, a.Published.String(), a.Text)
	return "sha256:" + hex.EncodeToString(h.Sum(nil)[:16])
}

func reportOf(d *Document) *report {
	r := &report{Key: articleKey(&d.Article), Article: d.Article.ID, Publisher: d.Article.Source, Published: d.Article.Published}
	index := make(map[ActorID]int)
	actor := func(id ActorID) ActorID {
		a, ok := d.Actor(id)
		if !ok {
			return 0
		}
		if i, ok := index[id]; ok {
			return ActorID(i)
		}
		r.Actors = append(r.Actors, reportActorOf(&a))
		index[id] = len(r.Actors)
		return ActorID(len(r.Actors))
	}
	for i := range d.Events {
		e := &d.Events[i]
		s := Report{Article: r.Article, Publisher: r.Publisher, Published: r.Published, Headline: d.Article.Title,
			Event: e.ID, Title: e.Title,
			Trigger: e.Trigger, Sentence: d.Sentence(e.Trigger), Status: e.Status, When: e.When, Salience: e.Salience,
			WhenEvidence: e.WhenEvidence, Evidence: e.Evidence}
		s.Text = oneLine(d.Slice(s.Sentence))
		if l, ok := d.Location(e.Location); ok {
			s.Place, s.PlaceEvidence = l.Place, e.LocationEvidence
		}
		for _, p := range e.Participants {
			q := Participant{Role: p.Role, Actor: actor(p.Actor), Text: oneLine(d.Slice(p.Span)), Implied: !p.Span.IsZero() && !d.tellsBy(e, p.Span)}
			if a, ok := d.Actor(p.Actor); ok {
				q.Count = a.Count
				if q.Text == "" || a.named() {
					q.Text = a.Name
				}
			}
			s.Participants = append(s.Participants, q)
		}
		s.Quantities, s.Attributes = slices.Clone(e.Quantities), slices.Clone(e.Attributes)
		if st, ok := d.Statement(e.Statement); ok {
			s.By = actor(st.Actor)
			s.ByText = speakerText(d, &st)
		}
		re := reportEvent{Kind: e.Kind, Mode: e.Mode, Code: e.Code, Lemma: e.Lemma, Source: s}
		re.Relations = slices.Clone(e.Relations)
		r.Events = append(r.Events, re)
	}
	for i := range d.Statements {
		s := &d.Statements[i]
		if s.Status != StatusOccurred {
			continue
		}
		st := TimelineStatement{Article: r.Article, Publisher: r.Publisher, Published: r.Published, Statement: s.ID,
			Speaker: actor(s.Actor), SpeakerText: oneLine(d.Slice(s.Speaker)), Kind: s.Kind,
			SpeakerEvidence: s.SpeakerEvidence, Stance: s.Stance, When: s.When, Cue: s.Cue, Content: slices.Clone(s.Content)}
		var parts []string
		for _, c := range s.Content {
			parts = append(parts, oneLine(d.Slice(c)))
		}
		st.Text = strings.Join(parts, " ... ")
		r.Statements = append(r.Statements, st)
	}
	return r
}

func reportActorOf(a *Actor) reportActor {
	r := reportActor{Name: a.Name, Kind: a.Kind, Country: a.Country, Aliases: slices.Clone(a.Aliases), Gender: a.Gender,
		IDs: slices.Clone(a.IDs), Named: a.named()}
	for _, x := range a.Roles {
		if !slices.Contains(r.Roles, x.Text) {
			r.Roles = append(r.Roles, x.Text)
		}
		if x.Office != "" && x.Status == "" && !slices.Contains(r.Offices, x.Office) {
			r.Offices = append(r.Offices, x.Office)
		}
	}
	if a.Link != nil {
		r.Link = a.Link.Name
	}
	return r
}

// named reports whether the article calls a by name.
func (a *Actor) named() bool {
	return slices.ContainsFunc(a.Mentions, func(m ActorMention) bool { return m.Form == MentionNamed })
}

// oneLine is s with every run of white space as one blank.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
