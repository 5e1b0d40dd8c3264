package main

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// A teller is an article of a story, in the version that is shown.
type teller struct {
	card
	key       string
	versions  int
	published dateline.Moment
	Version   int // that is shown; 0: the present one
}

type storyView struct {
	storyCard
	Known    slider
	Entries  []entryView
	More     string // where all entries are shown
	Tellers  []teller
	Unknown  int // articles that were not published by the chosen day
	Sources  []string
	Address  string
	Compared *comparison
}

// An entryView is an entry of a story's timeline.
type entryView struct {
	ID                                       dateline.EventID
	Title, Phrase, Kind, Status, Word, Place string
	PlaceLink, Numbers                       string
	Heading                                  bool // its date is not that of the entry before
	Sides                                    []linkedSide
	Reports                                  []reportView
	Conflicts                                []conflictView
}

type linkedSide struct{ Role, Name, Link string }

type reportView struct {
	Source, Headline, Link, Text, Dated string
	Title, Status, Phrase, Place        string
	Numbers                             string
}

type conflictView struct {
	Field string
	Sides []side
}

// storyOf reads what all pages of a story need.
func (v *server) storyOf(r *http.Request, address string) (*storyView, *dateline.Timeline, error) {
	n, err := id(r)
	if err != nil {
		return nil, nil, err
	}
	ctx := r.Context()
	list, err := v.store.stories(ctx, "WHERE id = ?", n)
	if err != nil {
		return nil, nil, err
	}
	if len(list) == 0 {
		var now int64
		if err := v.store.read.QueryRowContext(ctx, "SELECT now FROM moved WHERE story = ?", n).Scan(&now); err != nil {
			return nil, nil, err
		}
		return nil, nil, movedError(fmt.Sprintf(address, now))
	}
	x := &storyView{storyCard: list[0], Address: fmt.Sprintf("/story/%d", n)}
	var first int64
	if err := v.store.read.QueryRowContext(ctx, `SELECT coalesce(min(ord), 0) FROM
		(SELECT ord FROM article WHERE story = ?1 AND ord >= ?2)`, n, int64(1)<<ordShift).Scan(&first); err != nil {
		return nil, nil, err
	}
	if earliest, err := v.store.firstVersion(ctx, n); err != nil {
		return nil, nil, err
	} else if earliest > 0 {
		first = min(first, earliest)
	}
	x.Known = newSlider(r, fmt.Sprintf(address, n), first, x.Last)
	t, err := v.timeline(ctx, x)
	return x, t, err
}

// firstVersion is where in the order of publication the first version stands
// that a correction replaced, or 0.
func (s *store) firstVersion(ctx context.Context, story int64) (int64, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT e.dated FROM article a JOIN earlier e ON e.article = a.id
		WHERE a.story = ? AND a.versions > 1`, story)
	dated, err := collect(rows, err, func(rows *sql.Rows, s *string) error { return rows.Scan(s) })
	first := int64(0)
	for _, d := range dated {
		if m, err := dateline.ParseMoment(d); err == nil && !m.IsZero() && (first == 0 || ordOf(m) < first) {
			first = ordOf(m)
		}
	}
	return first, err
}

// timeline gives the story's timeline of today or as of a day, and fills in
// the articles that it tells. The last ones are kept ready.
func (v *server) timeline(ctx context.Context, x *storyView) (*dateline.Timeline, error) {
	docs, plain, err := v.tellers(ctx, x)
	if err != nil {
		return nil, err
	}
	var revision int64
	if err := v.store.read.QueryRowContext(ctx, "SELECT revision FROM story WHERE id = ?", x.ID).Scan(&revision); err != nil {
		return nil, err
	}
	today := func() (*dateline.Timeline, error) {
		return v.kept(storyKey{x.ID, revision, ""}, func() (*dateline.Timeline, error) { return v.store.today(ctx, x.ID) })
	}
	if !x.Known.Set {
		return today()
	}
	return v.kept(storyKey{x.ID, revision, x.Known.Moment().String()}, func() (*dateline.Timeline, error) {
		if !plain {
			return v.store.merged(ctx, docs)
		}
		t, err := today()
		if err != nil {
			return nil, err
		}
		return t.AsOf(x.Known.Moment()), nil
	})
}

// kept is the timeline of a key, made if it is not among those kept ready.
func (v *server) kept(k storyKey, build func() (*dateline.Timeline, error)) (*dateline.Timeline, error) {
	v.mu.Lock()
	t := v.timelines[k]
	v.mu.Unlock()
	if t != nil {
		return t, nil
	}
	t, err := build()
	if err != nil {
		return nil, err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.timelines) >= mostTimelines {
		for old := range v.timelines { // any one
			delete(v.timelines, old)
			break
		}
	}
	v.timelines[k] = t
	return t, nil
}

// today is the story's timeline of the present versions.
func (s *store) today(ctx context.Context, story int64) (*dateline.Timeline, error) {
	var revision, built int64
	var data []byte
	err := s.read.QueryRowContext(ctx, "SELECT revision, built, timeline FROM story WHERE id = ?", story).Scan(&revision, &built, &data)
	if err != nil {
		return nil, err
	}
	if built < revision { // its articles have changed, and the import has not come to it
		return merge(s.read.QueryContext(ctx, "SELECT document FROM article WHERE story = ? ORDER BY ord", story))
	}
	t := new(dateline.Timeline)
	return t, t.UnmarshalBinary(data)
}

// versionKey names a version of an article; 0 is the present one.
type versionKey struct {
	article int64
	version int
}

// tellers fills in the articles of the story, each in the version that was
// known on the chosen day. Articles without a date are known only today. Plain
// means that the day parts the present versions by their days of publication.
func (v *server) tellers(ctx context.Context, x *storyView) (docs []versionKey, plain bool, err error) {
	rows, err := v.store.read.QueryContext(ctx, "SELECT "+cardColumns+`, a.key, a.versions, a.published
		FROM article a WHERE a.story = ? ORDER BY a.ord`, x.ID)
	all, err := collect(rows, err, func(rows *sql.Rows, t *teller) error {
		var dated, published string
		c := &t.card
		err := rows.Scan(&c.ID, &c.Ord, &c.Story, &c.Headline, &c.Source, &c.Byline, &dated, &t.key, &t.versions, &published)
		c.Dated, _ = dateline.ParseMoment(dated)
		t.published, _ = dateline.ParseMoment(published)
		return err
	})
	if err != nil {
		return nil, false, err
	}
	bound := x.Known.bound()
	plain = true
	for i := range all {
		t := &all[i]
		known := !x.Known.Set || t.Ord>>ordShift != 0 && t.Ord < bound
		if !known && t.versions > 1 {
			if known, err = v.earlier(ctx, t, bound); err != nil {
				return nil, false, err
			}
		}
		plain = plain && t.Version == 0 && known == (!t.published.IsZero() && ordOf(t.published) < bound)
		if !known {
			x.Unknown++
			continue
		}
		x.Tellers = append(x.Tellers, *t)
		docs = append(docs, versionKey{t.ID, t.Version})
		if !slices.Contains(x.Sources, t.Source) {
			x.Sources = append(x.Sources, t.Source)
		}
	}
	return docs, plain, nil
}

// earlier turns t into the last version of it before an ord, if there is any.
func (v *server) earlier(ctx context.Context, t *teller, bound int64) (bool, error) {
	list, err := v.store.earlier(ctx, t.ID)
	for _, e := range slices.Backward(list) {
		if m, err := dateline.ParseMoment(e.Dated); err == nil && !m.IsZero() && ordOf(m) < bound {
			t.Version, t.Headline, t.Dated = e.Version, e.Headline, m
			return true, nil
		}
	}
	return false, err
}

// merged is the timeline of chosen versions.
func (s *store) merged(ctx context.Context, docs []versionKey) (*dateline.Timeline, error) {
	var all dateline.TimelineBuilder
	for _, k := range docs {
		query, args := "SELECT document FROM article WHERE id = ?", []any{k.article}
		if k.version > 0 {
			query, args = "SELECT document FROM earlier WHERE article = ? AND version = ?", []any{k.article, k.version}
		}
		var data []byte
		var d dateline.Document
		if err := s.read.QueryRowContext(ctx, query, args...).Scan(&data); err != nil {
			return nil, err
		}
		if err := d.UnmarshalBinary(data); err != nil {
			return nil, err
		}
		all.Add(&d)
	}
	return all.Timeline(), nil
}

// mostEntries bounds what the page of a story shows; "all" asks for more.
const mostEntries, allEntries = 30, 200

func (v *server) story(r *http.Request) (string, *view, error) {
	x, t, err := v.storyOf(r, "/story/%d")
	if err != nil {
		return "", nil, err
	}
	shown := t.Shown()
	if len(shown.Entries) < 3 {
		shown = t.Top(3)
	}
	if r.FormValue("all") != "" {
		shown = t.Top(allEntries)
	} else {
		shown = shown.Top(mostEntries)
		if len(shown.Entries) < min(len(t.Entries), allEntries) {
			x.More = x.Address + "?all=1"
			if x.Known.Set {
				x.More += "&" + x.Known.query()
			}
		}
	}
	x.Entries, err = v.entryViews(r.Context(), shown, x.Tellers)
	return "story", &view{Title: x.Headline, Body: x}, err
}

// entryViews are the entries with links to actors, places and sentences.
func (v *server) entryViews(ctx context.Context, t *dateline.Timeline, tellers []teller) ([]entryView, error) {
	by := make(map[string]*teller)
	for i := range tellers {
		by[tellers[i].key] = &tellers[i]
	}
	var keys []string
	for i := range t.Entries {
		e := &t.Entries[i]
		for _, p := range e.Participants {
			if a, ok := t.Actor(p.Actor); ok {
				keys = append(keys, actorKey(a.Name, a.IDs))
			}
		}
		if !e.Place.IsZero() {
			keys = append(keys, placeKey(&e.Place))
		}
	}
	links, err := v.store.links(ctx, keys)
	if err != nil {
		return nil, err
	}
	var out []entryView
	for i := range t.Entries {
		out = append(out, viewOf(t, &t.Entries[i], by, links))
		out[i].Heading = i == 0 || out[i].Phrase != out[i-1].Phrase
	}
	return out, nil
}

func viewOf(t *dateline.Timeline, e *dateline.Entry, by map[string]*teller, links map[string]string) entryView {
	x := entryView{ID: e.ID, Title: cmp.Or(e.Title, e.Lemma), Phrase: e.When.Phrase(), Kind: string(e.Kind), Status: fmt.Sprint(e.Status),
		Word: wordOf(t, e), Place: e.Place.Name, PlaceLink: links[placeKey(&e.Place)], Numbers: numbersOf(e.Quantities)}
	for _, p := range e.Participants {
		s := linkedSide{Role: string(p.Role), Name: p.Text}
		if a, ok := t.Actor(p.Actor); ok {
			s.Name, s.Link = a.Name, links[actorKey(a.Name, a.IDs)]
		}
		if s.Name != "" {
			x.Sides = append(x.Sides, s)
		}
	}
	for i := range e.Reports {
		r := &e.Reports[i]
		y := reportView{Source: r.Publisher, Text: strings.Join(strings.Fields(r.Text), " "), Title: cmp.Or(r.Title, e.Lemma),
			Status: fmt.Sprint(r.Status), Phrase: r.When.Phrase(), Place: r.Place.Name, Numbers: numbersOf(r.Quantities)}
		if a := by[r.Article]; a != nil {
			y.Headline, y.Dated = a.Headline, a.Dated.String()
			y.Link = fmt.Sprintf("/article/%d#s%d", a.ID, r.Sentence.Start)
			if a.Version > 0 {
				y.Link = fmt.Sprintf("/article/%d?version=%d#s%d", a.ID, a.Version, r.Sentence.Start)
			}
		}
		x.Reports = append(x.Reports, y)
	}
	for i := range e.Conflicts {
		c := &e.Conflicts[i]
		x.Conflicts = append(x.Conflicts, conflictView{string(c.Field), sidesOf(e, c)})
	}
	return x
}

func numbersOf(qs []dateline.Quantity) string {
	var out []string
	for i := range qs {
		out = append(out, qs[i].String())
	}
	return strings.Join(out, ", ")
}

// links are the addresses of the pages of names, by their keys.
func (s *store) links(ctx context.Context, keys []string) (map[string]string, error) {
	slices.Sort(keys)
	keys = slices.Compact(keys)
	out := make(map[string]string)
	if len(keys) == 0 {
		return out, nil
	}
	args := make([]any, len(keys))
	for i, k := range keys {
		args[i] = k
	}
	list, err := s.names(ctx, "WHERE key IN (?"+strings.Repeat(", ?", len(keys)-1)+")", args...)
	for _, n := range list {
		out[n.key] = fmt.Sprintf("/%s/%d", n.Type, n.ID)
	}
	return out, err
}

// A comparison puts sources side by side.
type comparison struct {
	Choices []choice
	Sources []string
	Rows    []comparedRow // what several of the sources tell
	Alone   []cell        // what one of them alone tells
	Left    int           // entries that are not shown
}

type choice struct {
	Name   string
	Chosen bool
}

type comparedRow struct {
	Entry entryView
	Cells []cell
}

// A cell is what one source tells of an entry: nothing if it has no reports.
type cell struct {
	Source  string
	Reports []reportView
}

// add puts an entry where it belongs.
func (c *comparison) add(e entryView) {
	row := comparedRow{Entry: e}
	told, last := 0, 0
	for i, s := range c.Sources {
		y := cell{Source: s}
		for _, r := range e.Reports {
			if r.Source == s {
				y.Reports = append(y.Reports, r)
			}
		}
		if len(y.Reports) > 0 {
			told, last = told+1, i
		}
		row.Cells = append(row.Cells, y)
	}
	if told > 1 || len(e.Conflicts) > 0 {
		c.Rows = append(c.Rows, row)
	} else if told == 1 {
		c.Alone[last].Reports = append(c.Alone[last].Reports, row.Cells[last].Reports[0])
	}
}

// mostCompared bounds the sources and the entries of a comparison.
const mostCompared, mostRows = 4, 40

func (v *server) sources(r *http.Request) (string, *view, error) {
	x, t, err := v.storyOf(r, "/story/%d/sources")
	if err != nil {
		return "", nil, err
	}
	c := &comparison{Sources: choose(r.Form, x.Tellers)}
	for _, s := range x.Sources {
		c.Choices = append(c.Choices, choice{s, slices.Contains(c.Sources, s)})
	}
	told := t.Select(dateline.WherePublisher(c.Sources...), func(e *dateline.Entry) bool {
		return e.Salience >= dateline.ShownSalience || len(e.Conflicts) > 0
	})
	c.Left = max(0, len(told.Entries)-mostRows)
	entries, err := v.entryViews(r.Context(), told.Top(mostRows), x.Tellers)
	for _, s := range c.Sources {
		c.Alone = append(c.Alone, cell{Source: s})
	}
	for _, e := range entries {
		c.add(e)
	}
	x.Compared = c
	x.Known.Sources = r.Form["source"]
	return "sources", &view{Title: "Sources side by side: " + x.Headline, Body: x}, err
}

// choose takes the sources that the form names, or else those with most articles.
func choose(form url.Values, tellers []teller) []string {
	count := make(map[string]int)
	var all []string
	for _, t := range tellers {
		if count[t.Source]++; count[t.Source] == 1 {
			all = append(all, t.Source)
		}
	}
	var out []string
	for _, s := range form["source"] {
		if count[s] > 0 && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		slices.SortStableFunc(all, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
		out = all[:min(len(all), 3)]
	}
	return out[:min(len(out), mostCompared)]
}
