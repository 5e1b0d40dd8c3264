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

	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/story"
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
	Name    string    `json:"name"`
	Kind    ActorKind `json:"kind"`
	Country string    `json:"country,omitzero"`
	Aliases []string  `json:"aliases,omitempty"`
	Roles   []string  `json:"roles,omitempty"`
	Offices []string  `json:"offices,omitempty"`
	Gender  string    `json:"gender,omitzero"`
	Link    string    `json:"link,omitzero"`
	Named   bool      `json:"named,omitzero"`
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
	if err := checkSchema("TimelineBuilder", data); err != nil {
		return err
	}
	var x builderJSON
	if err := json.Unmarshal(data, &x); err != nil {
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
	rs := slices.Collect(maps.Values(b.reports))
	slices.SortFunc(rs, func(x, y *report) int {
		return cmp.Or(comparePublished(x.Published, y.Published), cmp.Compare(x.Article, y.Article), cmp.Compare(x.Key, y.Key))
	})
	return rs
}

func comparePublished(a, b Moment) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(a.first(), b.first()), strings.Compare(a.String(), b.String()))
}

// articleKey tells articles apart: by ID and publisher, else by all there is.
func articleKey(a *Article) string {
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
		ra := reportActor{Name: a.Name, Kind: a.Kind, Country: a.Country, Aliases: slices.Clone(a.Aliases), Gender: a.Gender}
		for _, x := range a.Roles {
			if !slices.Contains(ra.Roles, x.Text) {
				ra.Roles = append(ra.Roles, x.Text)
			}
			if x.Office != "" && x.Status == "" && !slices.Contains(ra.Offices, x.Office) {
				ra.Offices = append(ra.Offices, x.Office)
			}
		}
		if a.Link != nil {
			ra.Link = a.Link.Name
		}
		ra.Named = slices.ContainsFunc(a.Mentions, func(m ActorMention) bool { return m.Form == MentionNamed })
		r.Actors = append(r.Actors, ra)
		index[id] = len(r.Actors)
		return ActorID(len(r.Actors))
	}
	for i := range d.Events {
		e := &d.Events[i]
		s := Report{Article: r.Article, Publisher: r.Publisher, Published: r.Published, Event: e.ID, Title: e.Title,
			Trigger: e.Trigger, Sentence: d.Sentence(e.Trigger), Status: e.Status, When: e.When, Salience: e.Salience}
		s.Text = oneLine(d.Slice(s.Sentence))
		if l, ok := d.Location(e.Location); ok {
			s.Place = l.Place
		}
		for _, p := range e.Participants {
			q := Participant{Role: p.Role, Actor: actor(p.Actor), Text: oneLine(d.Slice(p.Span))}
			if a, ok := d.Actor(p.Actor); ok {
				q.Count = a.Count
				if q.Text == "" || slices.ContainsFunc(a.Mentions, func(m ActorMention) bool { return m.Form == MentionNamed }) {
					q.Text = a.Name
				}
			}
			s.Participants = append(s.Participants, q)
		}
		s.Attributes = slices.Clone(e.Attributes)
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
			Speaker: actor(s.Actor), SpeakerText: oneLine(d.Slice(s.Speaker)), Kind: s.Kind, Stance: s.Stance, When: s.When, Cue: s.Cue, Content: slices.Clone(s.Content)}
		var parts []string
		for _, c := range s.Content {
			parts = append(parts, oneLine(d.Slice(c)))
		}
		st.Text = strings.Join(parts, " ... ")
		r.Statements = append(r.Statements, st)
	}
	return r
}

// oneLine is s with every run of white space as one blank.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// What follows makes one Timeline of many reports. All of it is a function of
// the set of reports in their one order, so that no order of Add and Merge
// can show. Which reports are one event, and which actors one, the rooms say.

// Timeline builds the timeline of all that has been added. It takes time in
// proportion to the number of events, near enough, and can be called again
// after more has been added.
func (b *TimelineBuilder) Timeline() *Timeline {
	reports := b.sorted()
	t := &Timeline{}
	actors, named := t.mergeActors(reports)
	var all []telling
	articles := make([]story.Article, len(reports))
	for ri, r := range reports {
		first := len(all)
		for ei := range r.Events {
			e := &r.Events[ei]
			s := e.Source
			s.Participants, s.Attributes = slices.Clone(s.Participants), slices.Clone(s.Attributes)
			for pi := range s.Participants {
				if p := &s.Participants[pi]; p.Actor != 0 {
					p.Actor = actors[ri][p.Actor-1]
				}
			}
			if s.By != 0 {
				s.By = actors[ri][s.By-1]
			}
			x := telling{event: e, source: s, report: storyReport(&s), first: first}
			x.report.Sentence, x.report.From, x.report.At = s.Text, s.Sentence.Start, s.at()
			x.report.Article, x.report.Kind, x.report.Mode, x.report.Lemma = int32(ri), string(e.Kind), string(e.Mode), e.Lemma
			for i := range x.report.Parts {
				p := &x.report.Parts[i]
				p.Named = p.Actor != 0 && named[p.Actor-1]
			}
			all = append(all, x)
		}
		for _, s := range r.Statements {
			if s.Speaker != 0 {
				s.Speaker = actors[ri][s.Speaker-1]
			}
			t.Statements = append(t.Statements, s.clone())
			articles[ri].Texts = append(articles[ri].Texts, s.Text)
		}
	}
	t.Entries = entries(all, articles)
	return t
}

// A telling is an event as one article tells it.
type telling struct {
	event  *reportEvent
	source Report
	report story.Report
	first  int // place of its article's first event among all
}

// at is where in Text the trigger stands, in bytes, white space aside.
func (s *Report) at() int { return s.Trigger.Start - s.Sentence.Start }

// storyReport is s as the story room takes it.
func storyReport(s *Report) story.Report {
	r := story.Report{When: s.When.EDTF(), Time: story.Time{Told: !s.When.IsZero()}, Published: s.Published.first(), Dated: !s.Published.IsZero(), Status: story.ParseStatus(string(s.Status)),
		Title: s.Title, Salience: s.Salience}
	if p := s.When.Earliest(); !p.IsZero() {
		r.Time.First, r.Time.HasFirst = p.first(), true
	}
	if p := s.When.Latest(); !p.IsZero() {
		r.Time.Last, r.Time.HasLast = p.last(), true
	}
	if p := &s.Place; !p.IsZero() {
		r.Place = story.Place{Name: p.Name, Kind: string(p.Kind), Country: p.Country, Division: p.Division}
		if !p.At.IsZero() {
			r.Place.Lat, r.Place.Lon, r.Place.HasPoint = p.At.Lat, p.At.Lon, true
		}
	}
	r.Parts = make([]story.Part, len(s.Participants))
	for i := range s.Participants {
		p := &s.Participants[i]
		r.Parts[i] = story.Part{Role: string(p.Role), Actor: int32(p.Actor), Text: p.Text, Count: int32(p.Count)}
	}
	return r
}

// entries makes an Entry of the tellings of each event and puts them in order.
func entries(all []telling, articles []story.Article) []Entry {
	reports := make([]story.Report, len(all))
	for i := range all {
		reports[i] = all[i].report
	}
	of := story.Cluster(reports, articles)
	var members [][]int // of each cluster, in the order of publication
	for i, c := range of {
		for int(c) >= len(members) {
			members = append(members, nil)
		}
		members[c] = append(members[c], i)
	}
	out := make([]Entry, len(members))
	for c, ms := range members {
		ss := make([]Report, len(ms))
		modes, lemmas, codes := counter{}, counter{}, counter{}
		for j, i := range ms {
			ss[j] = all[i].source
			modes.add(string(all[i].event.Mode))
			lemmas.add(all[i].event.Lemma)
			codes.add(all[i].event.Code)
		}
		out[c] = summarize(all[ms[0]].event.Kind, ss)
		out[c].ID = EventID(c + 1)
		out[c].Mode, out[c].Lemma, out[c].Code = Mode(modes.most()), lemmas.most(), codes.most()
	}
	sortEntries(out)
	final := make([]EventID, len(out)+1)
	for i := range out {
		final[out[i].ID] = EventID(i + 1)
	}
	for i := range out {
		e := &out[i]
		ms := members[e.ID-1]
		e.ID = EventID(i + 1)
		for _, k := range ms {
			for _, r := range all[k].event.Relations {
				x := Relation{r.Order, final[of[all[k].first+int(r.Event)-1]+1]}
				if x.Event != e.ID && !slices.Contains(e.Relations, x) {
					e.Relations = append(e.Relations, x)
				}
			}
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// summarize makes an Entry of its sources, which are in the order of
// publication: what they agree on, what the latest says where they do not,
// and who says what. Mode, Code, Lemma and ID are the caller's.
func summarize(kind EventKind, ss []Report) Entry {
	e := Entry{Kind: kind, Reports: ss}
	rs := make([]*story.Report, len(ss))
	for i := range ss {
		r := storyReport(&ss[i])
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
		e.Conflicts = append(e.Conflicts, x)
	}
	return e
}

// sortEntries puts entries in the order that Timeline documents.
func sortEntries(es []Entry) {
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
	slices.SortStableFunc(es, func(a, b Entry) int {
		x, y := keyOf(&a), keyOf(&b)
		s, r := &a.Reports[0], &b.Reports[0]
		return cmp.Or(cmp.Compare(x.at, y.at), cmp.Compare(x.class, y.class), cmp.Compare(y.width, x.width),
			comparePublished(s.Published, r.Published), strings.Compare(s.Article, r.Article),
			strings.Compare(s.Publisher, r.Publisher), cmp.Compare(s.Trigger.Start, r.Trigger.Start), cmp.Compare(s.Event, r.Event))
	})
}

// mergeActors fills t.Actors with the actors of all reports and gives, for
// each report, the ActorID of each of its actors, and for each of
// t.Actors whether it has a name.
func (t *Timeline) mergeActors(reports []*report) (ids [][]ActorID, named []bool) {
	var all []coref.Sighting
	var actors []*reportActor
	ids = make([][]ActorID, len(reports))
	for ri, r := range reports {
		ids[ri] = make([]ActorID, len(r.Actors))
		for ai := range r.Actors {
			a := &r.Actors[ai]
			k := kindOf(a.Kind)
			all = append(all, coref.Sighting{Article: int32(ri), Named: a.Named, Ident: coref.Ident{Kind: k, Name: a.Name, Aliases: a.Aliases,
				Country: a.Country, Gender: genderOf(a.Gender, k), Offices: a.Offices, Holder: a.Link}})
			actors = append(actors, a)
		}
	}
	of := make([]ActorID, len(all))
	for _, u := range coref.Across(all) {
		id := ActorID(len(t.Actors) + 1)
		members := make([]*reportActor, len(u.Members))
		for i, m := range u.Members {
			members[i] = actors[m]
			of[m] = id
		}
		a := unite(members)
		a.ID, a.Country, a.Articles, a.Merged = id, u.Country, u.Articles, u.Reasons
		t.Actors, named = append(t.Actors, a), append(named, u.Named)
	}
	n := 0
	for ri := range ids {
		n += copy(ids[ri], of[n:])
	}
	return ids, named
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
