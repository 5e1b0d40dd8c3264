package dateline

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// measured is how well a timeline finds the world's events again.
type measured struct {
	precision, recall float64 // over pairs of reports put into one entry
	order             float64 // share of pairs of dated entries in the world's order
	entries           int
	conflicts         map[string]int
}

func measure(w *world, t *Timeline, docs []*Document, truth [][]int) measured {
	of := make(map[string][]int)
	for i, d := range docs {
		of[d.Article.ID] = truth[i]
	}
	type report struct{ entry, event int }
	var reports []report
	m := measured{entries: len(t.Entries), conflicts: make(map[string]int)}
	var days []int
	for _, e := range t.Entries {
		votes := make(map[int]int)
		for _, s := range e.Reports {
			ev := of[s.Article][s.Event-1]
			reports = append(reports, report{int(e.ID), ev})
			votes[ev]++
		}
		best := -1
		for ev, n := range votes {
			if best < 0 || n > votes[best] || n == votes[best] && ev < best {
				best = ev
			}
		}
		if e.When.Grain() == GrainDay {
			days = append(days, w.events[best].day)
		}
		for _, c := range e.Conflicts {
			m.conflicts[string(c.Field)]++
		}
	}
	together, right, should := 0, 0, 0
	for i, a := range reports {
		for _, b := range reports[:i] {
			same, really := a.entry == b.entry, a.event == b.event
			if same {
				together++
			}
			if really {
				should++
			}
			if same && really {
				right++
			}
		}
	}
	m.precision, m.recall = float64(right)/float64(max(together, 1)), float64(right)/float64(max(should, 1))
	good, pairs := 0, 0
	for i, a := range days {
		for _, b := range days[:i] {
			pairs++
			if b <= a {
				good++
			}
		}
	}
	m.order = float64(good) / float64(max(pairs, 1))
	return m
}

func buildTimeline(docs []*Document) *Timeline {
	var b TimelineBuilder
	for _, d := range docs {
		b.Add(d)
	}
	return b.Timeline()
}

// Reports without noise give the world back exactly.
func TestWorldExact(t *testing.T) {
	w := newWorld(1, 40, 60)
	docs, truth := w.documents(4, noise{})
	for _, d := range docs {
		if err := d.Validate(); err != nil {
			t.Fatal(err)
		}
	}
	m := measure(w, buildTimeline(docs), docs, truth)
	if m.precision != 1 || m.recall != 1 || m.order != 1 || m.entries != 60 || len(m.conflicts) != 0 {
		t.Errorf("%+v, want everything exact and 60 entries", m)
	}
}

// With the noise of this seed all is found again, and so are the reports that
// disagree: nothing less will do, and another number of conflicts is looked at.
func TestWorldNoisy(t *testing.T) {
	w := newWorld(2, 60, 120)
	docs, truth := w.documents(5, noise{partial: 0.2, month: 0.15, undated: 0.1, wrongDay: 0.05, surname: 0.3, wrongCount: 0.1, planned: true})
	m := measure(w, buildTimeline(docs), docs, truth)
	got := fmt.Sprintf("precision %.3f recall %.3f order %.3f, %d entries, conflicts %v", m.precision, m.recall, m.order, m.entries,
		m.conflicts)
	if want := "precision 1.000 recall 1.000 order 1.000, 120 entries, conflicts map[count:6 when:25]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Whatever the order and the partition, the timeline is the same.
func TestTimelineIsCommutativeAndAssociative(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for round := range 8 {
		w := newWorld(uint64(round), 25, 40)
		docs, _ := w.documents(3, noise{partial: 0.3, month: 0.2, undated: 0.2, wrongDay: 0.1, surname: 0.4, wrongCount: 0.2, planned: true})
		want := buildTimeline(docs)
		rng.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		parts := make([]*TimelineBuilder, 1+rng.IntN(5))
		for i := range parts {
			parts[i] = &TimelineBuilder{}
		}
		for _, d := range docs {
			parts[rng.IntN(len(parts))].Add(d)
			if rng.IntN(10) == 0 {
				parts[rng.IntN(len(parts))].Add(d) // twice counts once
			}
		}
		// Merge in a random tree, some through JSON.
		for len(parts) > 1 {
			i := 1 + rng.IntN(len(parts)-1)
			b, err := json.Marshal(parts[i])
			if err != nil {
				t.Fatal(err)
			}
			var travelled TimelineBuilder
			if err := json.Unmarshal(b, &travelled); err != nil {
				t.Fatal(err)
			}
			parts[0].Merge(&travelled)
			parts = slices.Delete(parts, i, i+1)
		}
		if diff := cmp.Diff(want, parts[0].Timeline()); diff != "" {
			t.Fatalf("round %d:\n%s", round, diff)
		}
	}
}

// Spellings of one name join when the office is one too, and the reason is kept.
func TestActorSpellings(t *testing.T) {
	a := tell("a", aug(2), "CONSULT", "visit", StatusOccurred, On(aug(1)), nil, "Peter Vinkler")
	b := tell("b", aug(2), "CONSULT", "visit", StatusOccurred, On(aug(1)), nil, "Peter Winkler")
	c := tell("c", aug(2), "CONSULT", "visit", StatusOccurred, On(aug(1)), nil, "Peter Wagner")
	for _, d := range []*Document{a, b, c} {
		x := &d.Actors[0]
		x.Country, x.Roles = "US", []ActorRole{{Text: "special envoy", Office: "special envoy", Span: x.Mentions[0].Span}}
	}
	tl := buildTimeline([]*Document{a, b, c})
	var got []string
	for _, x := range tl.Actors {
		got = append(got, fmt.Sprint(x.Name, x.Aliases, x.Articles, x.Merged))
	}
	if s := strings.Join(got, "; "); s != "Peter Vinkler[Peter Winkler] 2 [spelling-variant]; Peter Wagner[] 1 []" {
		t.Errorf("got %s", s)
	}
}

// tell makes the Document of one report by hand.
func tell(id string, pub Moment, kind EventKind, mode Mode, st Status, when When, place *Place, who ...string) *Document {
	d := &Document{Article: Article{ID: id, Source: "S", Published: pub, Text: strings.Join(who, " ") + " " + string(mode)}}
	e := Event{ID: 1, Kind: kind, Mode: mode, Lemma: string(mode), Status: st, When: when}
	at := 0
	for i, n := range who {
		s := Span{at, at + len(n)}
		at += len(n) + 1
		d.Actors = append(d.Actors, Actor{ID: ActorID(i + 1), Kind: ActorPerson, Name: n,
			Mentions: []ActorMention{{Span: s, Form: MentionNamed}}})
		role := RolePatient
		if i == 0 {
			role = RoleAgent
		}
		e.Participants = append(e.Participants, Participant{Role: role, Actor: ActorID(i + 1), Span: s})
	}
	e.Trigger = Span{at, at + len(mode)}
	e.Mentions = []Span{e.Trigger}
	if place != nil {
		d.Locations = []Location{{ID: 1, Place: *place, Mentions: []LocationMention{{Span: e.Trigger}}}}
		e.Location = 1
	}
	d.Sentences = []Span{{0, len(d.Article.Text)}}
	d.Events = []Event{e}
	return d
}

func aug(d int) Moment { return Date(2025, 8, d) }

func TestMergeOrNot(t *testing.T) {
	geneva, doha := &worldPlaces[0], &worldPlaces[1]
	for _, c := range []struct {
		reason string
		docs   []*Document
		want   int
	}{
		{"one meeting told twice", []*Document{
			tell("a", aug(16), "CONSULT", "meet", StatusOccurred, On(aug(15)), geneva, "Ana Lopez", "Bo Berg"),
			tell("b", aug(17), "CONSULT", "meet", StatusOccurred, On(aug(15)), nil, "Bo Berg", "Ana Lopez")}, 1},
		{"a coarser date and a bare surname", []*Document{
			tell("a", aug(16), "CONSULT", "meet", StatusOccurred, On(aug(15)), geneva, "Ana Lopez", "Bo Berg"),
			tell("b", aug(17), "CONSULT", "meet", StatusOccurred, On(Date(2025, 8, 0)), nil, "Berg", "Lopez")}, 1},
		{"two visits a month apart", []*Document{
			tell("a", aug(16), "CONSULT", "visit", StatusOccurred, On(aug(15)), geneva, "Ana Lopez"),
			tell("b", Date(2025, 9, 16), "CONSULT", "visit", StatusOccurred, On(Date(2025, 9, 15)), geneva, "Ana Lopez")}, 2},
		{"a visit and a meeting", []*Document{
			tell("a", aug(16), "CONSULT", "visit", StatusOccurred, On(aug(15)), geneva, "Ana Lopez", "Bo Berg"),
			tell("b", aug(16), "CONSULT", "meet", StatusOccurred, On(aug(15)), geneva, "Ana Lopez", "Bo Berg")}, 2},
		{"on one day in two countries", []*Document{
			tell("a", aug(16), "CONSULT", "meet", StatusOccurred, On(aug(15)), geneva, "Ana Lopez"),
			tell("b", aug(16), "CONSULT", "meet", StatusOccurred, On(aug(15)), doha, "Ana Lopez")}, 2},
		{"one actor shared of two each", []*Document{
			tell("a", aug(16), "CONSULT", "meet", StatusOccurred, On(aug(15)), nil, "Ana Lopez", "Bo Berg"),
			tell("b", aug(16), "CONSULT", "meet", StatusOccurred, On(aug(15)), nil, "Ana Lopez", "Cy Cole")}, 2},
		{"undated reports of one week", []*Document{
			tell("a", aug(16), "CONSULT", "meet", StatusOccurred, When{}, nil, "Ana Lopez", "Bo Berg"),
			tell("b", aug(18), "CONSULT", "meet", StatusOccurred, When{}, nil, "Ana Lopez", "Bo Berg")}, 1},
		{"undated reports of half a year apart", []*Document{
			tell("a", aug(16), "CONSULT", "meet", StatusOccurred, When{}, nil, "Ana Lopez", "Bo Berg"),
			tell("b", Date(2026, 2, 18), "CONSULT", "meet", StatusOccurred, When{}, nil, "Ana Lopez", "Bo Berg")}, 2},
	} {
		if got := len(buildTimeline(c.docs).Entries); got != c.want {
			t.Errorf("%s: %d entries, want %d", c.reason, got, c.want)
		}
	}
}

func TestConflictAndAsOf(t *testing.T) {
	geneva := &worldPlaces[0]
	docs := []*Document{
		tell("plan", aug(10), "CONSULT", "meet", StatusPlanned, On(aug(15)), geneva, "Ana Lopez", "Bo Berg"),
		tell("off", aug(14), "CONSULT", "meet", StatusFailed, On(aug(15)), geneva, "Ana Lopez", "Bo Berg"),
		tell("held", aug(17), "CONSULT", "meet", StatusOccurred, On(aug(16)), geneva, "Ana Lopez", "Bo Berg"),
	}
	tl := buildTimeline(docs)
	if len(tl.Entries) != 1 {
		t.Fatalf("%d entries:\n%s", len(tl.Entries), tl)
	}
	e := tl.Entries[0]
	if e.Status != StatusOccurred || e.When != On(aug(16)) {
		t.Errorf("today: %v on %v", e.Status, e.When)
	}
	want := []Conflict{{Field: "when", Sides: []Side{{"2025-08-15", []int{0, 1}}, {"2025-08-16", []int{2}}}}}
	if diff := cmp.Diff(want, e.Conflicts); diff != "" {
		t.Errorf("conflicts:\n%s", diff)
	}
	for _, c := range []struct {
		asOf   Moment
		n      int
		status Status
		when   When
	}{
		{aug(9), 0, StatusUnclear, When{}},
		{aug(10), 1, StatusPlanned, On(aug(15))},
		{aug(14), 1, StatusFailed, On(aug(15))},
		{aug(18), 1, StatusOccurred, On(aug(16))},
		{Date(2025, 8, 0), 1, StatusOccurred, On(aug(16))},
	} {
		past := tl.AsOf(c.asOf)
		if len(past.Entries) != c.n {
			t.Errorf("as of %v: %d entries", c.asOf, len(past.Entries))
			continue
		}
		if c.n > 0 && (past.Entries[0].Status != c.status || past.Entries[0].When != c.when) {
			t.Errorf("as of %v: %v on %v", c.asOf, past.Entries[0].Status, past.Entries[0].When)
		}
	}
}

// What differs between sources need not be a conflict: two zones of one hour, a
// number that is rounded, one of a later day. What is one tells who came first.
func TestConflictOrNot(t *testing.T) {
	hour := func(s string) When {
		p, err := ParseMoment(s)
		if err != nil {
			t.Fatal(err)
		}
		return On(p)
	}
	report := func(id string, pub Moment, when When, qs ...Quantity) *Document {
		d := tell(id, pub, "ASSAULT", "attack", StatusOccurred, when, &worldPlaces[2], "Ana Lopez", "Bo Berg")
		d.Article.Source = id
		d.Events[0].Quantities = qs
		return d
	}
	dead := func(n float64, b Bound) Quantity { return Quantity{Kind: QuantityDeaths, Value: n, Bound: b} }
	day := On(aug(15))
	for _, c := range []struct {
		reason string
		a, b   *Document
		want   string
	}{
		{"two zones of one hour", report("a", aug(16), hour("2025-08-15T10:00:00Z")), report("b", aug(16), hour("2025-08-15T12:00:00+02:00")), "[]"},
		{"an hour that is on the next day elsewhere", report("a", aug(16), hour("2025-08-15T22:00:00-05:00")), report("b", aug(16), day), "[]"},
		{"two hours", report("a", aug(16), hour("2025-08-15T10:00:00Z")), report("b", aug(17), hour("2025-08-15T12:00:00Z")), "[when: a b]"},
		{"the later source stands first", report("b", aug(17), On(aug(14))), report("a", aug(16), day), "[when: a b]"},
		{"a rounded number", report("a", aug(16), day, dead(19, BoundExact)), report("b", aug(16), day, dead(20, BoundAbout)), "[]"},
		{"a bound", report("a", aug(16), day, dead(19, BoundExact)), report("b", aug(16), day, dead(15, BoundAtLeast)), "[]"},
		{"a later count", report("a", aug(16), day, dead(14, BoundExact)), report("b", aug(17), day, dead(19, BoundExact)), "[]"},
		{"two counts of one day", report("b", aug(16), day, dead(14, BoundExact)), report("c", aug(16), day, dead(19, BoundExact)), "[quantity: b c]"},
	} {
		tl := buildTimeline([]*Document{c.a, c.b})
		if len(tl.Entries) != 1 {
			t.Errorf("%s: %d entries", c.reason, len(tl.Entries))
			continue
		}
		var got []string
		for _, x := range tl.Entries[0].Conflicts {
			s := string(x.Field) + ":"
			for _, side := range x.Sides {
				for _, i := range side.Reports {
					s += " " + tl.Entries[0].Reports[i].Article
				}
			}
			got = append(got, s)
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: %v, want %s", c.reason, got, c.want)
		}
	}
}

func TestTimelineOrder(t *testing.T) {
	docs := []*Document{
		tell("undated", aug(20), "A", "a", StatusOccurred, When{}, nil, "P Q"),
		tell("after", aug(20), "B", "b", StatusOccurred, Between(aug(8), Moment{}), nil, "R S"),
		tell("day", aug(20), "C", "c", StatusOccurred, On(aug(8)), nil, "T U"),
		tell("by", aug(20), "D", "d", StatusOccurred, Between(Moment{}, aug(7)), nil, "V W"),
		tell("month", aug(20), "E", "e", StatusOccurred, On(Date(2025, 8, 0)), nil, "X Y"),
		tell("later", aug(20), "F", "f", StatusPlanned, On(Date(2025, 9, 1)), nil, "Z Z"),
	}
	tl := buildTimeline(docs)
	var got []string
	for _, e := range tl.Entries {
		got = append(got, e.Reports[0].Article)
	}
	if s := strings.Join(got, " "); s != "month by day after later undated" {
		t.Errorf("order: %s", s)
	}
	names := func(fs ...Filter) string {
		var out []string
		for _, e := range tl.Select(fs...).Entries {
			out = append(out, e.Reports[0].Article)
		}
		return strings.Join(out, " ")
	}
	xy, ok := tl.FindActor("x y")
	if !ok {
		t.Fatal("no actor X Y")
	}
	for _, c := range []struct{ what, got, want string }{
		{"During 7 to 8 August", names(WhereTime(aug(7), aug(8))), "month by day after"},
		{"During, open to the right", names(WhereTime(Date(2025, 9, 0), Moment{})), "after later"},
		{"Undated", names(WhereUndated()), "undated"},
		{"OfKind", names(WhereKind("C")), "day"},
		{"OfKind with another mode", names(WhereKind("C", "x")), ""},
		{"Involving", names(WhereActor(xy.ID)), "month"},
		{"Involving nobody", names(WhereActor(0)), ""},
		{"Conflicts", names(WhereDisputed()), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
}

func TestTimelinePlaces(t *testing.T) {
	tl := buildTimeline([]*Document{
		tell("geneva", aug(2), "A", "a", StatusOccurred, On(aug(1)), &worldPlaces[0], "P Q"),
		tell("doha", aug(2), "A", "a", StatusOccurred, On(aug(1)), &worldPlaces[1], "R S"),
		tell("swiss", aug(2), "A", "a", StatusOccurred, On(aug(1)),
			&Place{Name: "Switzerland", Kind: LocationCountry, Country: "CH", At: Coordinates{47, 8}}, "T U"),
	})
	count := func(fs ...Filter) int { return len(tl.Select(fs...).Entries) }
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"in Switzerland", count(WherePlace("CH", "")), 2},
		{"in the canton", count(WherePlace("CH", "Geneva")), 1},
		{"within 200 km of Bern, the country's own point left out", count(WhereNear(Coordinates{46.95, 7.45}, 200)), 1},
		{"within 10 km of Bern", count(WhereNear(Coordinates{46.95, 7.45}, 10)), 0},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.what, c.got, c.want)
		}
	}
}

func TestTimelineForms(t *testing.T) {
	w := newWorld(5, 20, 30)
	docs, _ := w.documents(2, noise{undated: 0.2, wrongDay: 0.2})
	tl := buildTimeline(docs)
	j, err := json.Marshal(tl)
	if err != nil {
		t.Fatal(err)
	}
	var back Timeline
	if err := json.Unmarshal(j, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(tl, &back); diff != "" {
		t.Errorf("JSON:\n%s", diff)
	}
	b, err := tl.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	back = Timeline{}
	if err := back.UnmarshalBinary(b); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(tl, &back); diff != "" {
		t.Errorf("binary:\n%s", diff)
	}
	if err := back.UnmarshalBinary([]byte("nonsense")); err == nil {
		t.Error("nonsense is taken for a Timeline")
	}
	if tl.String() != back.String() || !strings.Contains(tl.String(), "(0-0, Paper") {
		t.Error("the readable forms differ, or lack the sources")
	}
}

// BenchmarkTimeline builds one timeline over articles of mixed stories, ten of
// an event, and of one story of twenty events. Time an article stays about the
// same from 1,000 to 100,000 articles: docs/performance.md has the figures.
func BenchmarkTimeline(b *testing.B) {
	for _, c := range []struct{ articles, events int }{{1000, 100}, {10_000, 1000}, {100_000, 10_000}, {1000, 20}, {10_000, 20}} {
		b.Run(fmt.Sprintf("articles=%d/events=%d", c.articles, c.events), func(b *testing.B) {
			docs := archiveDocs(c.articles, c.events)
			b.ReportAllocs()
			for b.Loop() {
				if tl := buildTimeline(docs); len(tl.Entries) == 0 {
					b.Fatal("no entries")
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*c.articles), "µs/article")
		})
	}
}

// TestSalience wants the news of an article before what stands around it.
func TestSalience(t *testing.T) {
	d, err := Parse(Article{Published: Date(2025, 5, 6), Text: `Gunmen kill nine in Asmar

Gunmen killed nine people at a market in Asmar on Monday, the police said.

"We may talk to the elders at some point," the mayor said.

Traders criticized the mayor after a row over fees.`})
	if err != nil {
		t.Fatal(err)
	}
	tl := d.Timeline()
	if top := tl.Top(1); len(top.Entries) != 1 || top.Entries[0].Lemma != "kill" || top.Entries[0].ID != 1 {
		t.Errorf("Top(1) is %v", top)
	}
	if n := len(tl.Top(100).Entries); n != len(tl.Entries) {
		t.Errorf("Top(100) has %d of %d entries", n, len(tl.Entries))
	}
	if n := len(tl.Top(-1).Entries); n != 0 {
		t.Errorf("Top(-1) has %d entries", n)
	}
	tl.Entries[1].Salience = ShownSalience / 2
	want := 0
	for _, e := range tl.Entries {
		if e.Salience >= ShownSalience {
			want++
		}
	}
	shown := tl.Shown()
	if len(shown.Entries) != want || want == 0 {
		t.Errorf("%d of %d entries are shown, want %d", len(shown.Entries), len(tl.Entries), want)
	}
	for _, e := range shown.Entries {
		if e.Salience < ShownSalience || e.Salience > 1 {
			t.Errorf("%s is shown with salience %g", e.Lemma, e.Salience)
		}
	}
}

// ownArticles are the articles of testdata.
func ownArticles(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, dir := range []string{"testdata/articles/*.txt", "testdata/story/*.txt"} {
		files, err := filepath.Glob(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, string(text))
		}
	}
	briefs, err := os.ReadFile("testdata/briefs.txt")
	if err != nil {
		t.Fatal(err)
	}
	return append(out, strings.Split(string(briefs), "---\n")...)
}

// Copies of articles under other names and publishers join with what they are
// copies of: of verbatim ones all but one entry in a hundred at most, also
// where an editor has been at them.
func TestCopies(t *testing.T) {
	articles := ownArticles(t)
	if len(articles) < 59 {
		t.Fatalf("%d articles", len(articles))
	}
	dateline := regexp.MustCompile(`^[A-Z][A-Z, .a-z0-9]{2,40} (-|–|—) `)
	for _, c := range []struct {
		what  string
		edit  func(string) string
		share float64
	}{
		{"the same", func(s string) string { return s }, 0.99},
		{"other words", strings.NewReplacer(" about ", " some ", " also ", " ", " new ", " fresh ", " several ", " some ").Replace, 0.99},
		{"without the last sentence", func(s string) string {
			if i := strings.LastIndex(strings.TrimSpace(s), ". "); i > 0 {
				return s[:i+1]
			}
			return s
		}, 0.99},
		{"another dateline", func(s string) string {
			if head, body, ok := strings.Cut(s, "\n\n"); ok {
				return head + "\n\nHALDEN (Wire) - " + dateline.ReplaceAllString(body, "")
			}
			return s
		}, 0.99},
	} {
		var b TimelineBuilder
		for i, text := range articles {
			for source, s := range map[string]string{"Agency": text, "Paper": c.edit(text)} {
				d, err := Parse(Article{ID: fmt.Sprint(source, " ", i), Source: source, Published: Date(2025, 8, 20), Text: s})
				if err != nil {
					t.Fatal(err)
				}
				b.Add(d)
			}
		}
		joined, all := 0, 0
		for _, e := range b.Timeline().Entries {
			if e.Reports[0].Publisher != "Paper" && !slices.ContainsFunc(e.Reports, func(r Report) bool { return r.Publisher == "Paper" }) &&
				c.what == "without the last sentence" {
				continue // it may have stood in what was cut
			}
			all++
			if slices.ContainsFunc(e.Reports, func(r Report) bool { return r.Publisher != e.Reports[0].Publisher }) {
				joined++
			} else {
				t.Logf("%s: of %s alone: %q", c.what, e.Reports[0].Article, e.Reports[0].Text)
			}
		}
		t.Logf("%s: %d of %d entries joined", c.what, joined, all)
		if float64(joined) < c.share*float64(all) {
			t.Errorf("%s: %d of %d entries joined, want %g of them", c.what, joined, all, c.share)
		}
	}
}

// TestConflictInOneArticle wants no disagreement of an article with itself.
func TestConflictInOneArticle(t *testing.T) {
	several := false
	for _, f := range articleFiles(t) {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Parse(Article{ID: f, Published: Date(2025, 10, 17), Text: string(text)})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range d.Timeline().Entries {
			several = several || len(e.Reports) > 1
			for _, c := range e.Conflicts {
				if c.Field != ConflictStatus {
					t.Errorf("%s: %s: %s: %v", f, e.Title, c.Field, c.Sides)
				}
			}
		}
	}
	if !several {
		t.Error("nothing is told twice: the test tests nothing")
	}
}

// A participant that another sentence names is implied in the report, and who is
// named beside the event's word is not.
func TestImplied(t *testing.T) {
	d, err := Parse(Article{ID: "a", Language: "en", Text: "Police searched a house in Leeds. Two men were arrested there."})
	if err != nil {
		t.Fatal(err)
	}
	implied := make(map[Role]bool)
	for _, e := range d.Timeline().Entries {
		if e.Lemma == "arrest" {
			for _, p := range e.Reports[0].Participants {
				implied[p.Role] = p.Implied
			}
		}
	}
	if want := map[Role]bool{RoleAgent: true, RolePatient: false}; !maps.Equal(implied, want) {
		t.Errorf("implied %v, want %v", implied, want)
	}
}
