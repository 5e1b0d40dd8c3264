package dateline

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/fact"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/place"
	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/role"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/timex"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/google/go-cmp/cmp"
)

// texts are the articles of testdata, each with its date and without one, and
// the texts of the corpora.
func texts(t testing.TB) []Article {
	t.Helper()
	var out []Article
	read := func(pattern string, f func(name, text string)) {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			f(file, string(b))
		}
	}
	whole := func(name, text string) { out = append(out, Article{ID: name, Text: text, Language: "en"}) }
	read("testdata/articles/*.txt", whole)
	read("testdata/story/*.txt", whole)
	read("testdata/golden/*.txtar", func(name, text string) {
		var a Article
		if err := json.Unmarshal([]byte(golden.Parse([]byte(text)).Get("article")), &a); err != nil {
			t.Fatal(err)
		}
		read("testdata/articles/"+a.ID+".txt", func(_, text string) {
			a.Text = text
			out = append(out, a)
		})
	})
	read("testdata/corpus/*.txt", func(name, text string) {
		for l := range strings.Lines(text) {
			for _, mark := range []string{"text: ", "> ", "| "} {
				if i := strings.Index(l, mark); i >= 0 {
					out = append(out, Article{ID: name, Text: l[i+len(mark):], Language: "en", Published: Date(2025, 8, 13)})
					break
				}
			}
		}
	})
	return out
}

// alone runs the rooms one after the other, with nothing of the root between them.
func alone(a Article) (*token.Doc, []actor.Mention, []coref.Actor, []quote.Statement, []event.Event) {
	d := segment.Segment(a.Text)
	tag.Tag(d)
	syntax.Parse(d)
	name.Find(d)
	role.Find(d)
	fact.Judge(d)
	pub := a.Published.p
	at := map[int32]bool{}
	var times []event.Time
	var spans, placeSpans []token.Span
	var sites []event.Place
	byPlace := map[string]int32{}
	for _, m := range timex.Find(d, timex.Options{Published: pub}) {
		at[m.Start] = true
		times, spans = append(times, event.Time{Span: m.Span, Value: m.Value, Event: m.Event, Own: m.Own}), append(spans, m.Span)
	}
	var places []actor.Place
	for _, m := range place.Find(d, gazetteer.Default(), place.Options{}) {
		if !at[m.Start] {
			if !m.Venue() {
				places = append(places, actor.Place{Span: m.Span, Country: m.Place.Country, State: m.Place.Kind == gazetteer.Country})
			}
			placeSpans = append(placeSpans, m.Span)
			k, name := m.Place.Kind, oneLine(d.Str(m.Span))
			if m.Place.Kind != gazetteer.NoKind {
				p := placeOf(gazetteer.Default(), &m.Place)
				p.At = Coordinates{}
				name = fmt.Sprint(p)
			}
			l, ok := byPlace[name]
			if !ok {
				l = int32(len(byPlace))
				byPlace[name] = l
			}
			sites = append(sites, event.Place{Span: m.Span, Location: l, Country: m.Place.Country, Division: m.Place.Division, Kind: k})
		}
	}
	found := actor.Find(d, actor.Options{Published: pub, Places: places})
	as := coref.Resolve(d, found, coref.Options{Published: pub})
	ss := quote.Find(d, quote.Input{Actors: as, Times: spans, Places: placeSpans})
	var said []coref.Speech
	for i := range ss {
		for _, c := range ss[i].Content {
			said = append(said, coref.Speech{Content: c, Speaker: ss[i].SpeakerActor})
		}
	}
	coref.LinkFirstPerson(d, as, said)
	return d, found, as, ss, event.Find(d, event.Input{Actors: as, Places: sites, Times: times, Statements: ss, Published: pub})
}

// What a Document says of actors, statements and events is what the rooms
// give alone: nothing is lost or guessed on the way.
func TestTruth(t *testing.T) {
	n := 0
	for _, a := range texts(t) {
		n++
		doc, err := Parse(a)
		if err != nil {
			t.Fatal(err)
		}
		d, found, as, ss, es := alone(a)
		mention := func(s, full, affil token.Span, titles []token.Span, why string) string {
			return fmt.Sprintf("%s|%s|%s|%v|%s", d.Str(s), d.Str(full), d.Str(affil), titles, why)
		}
		var want, got []string
		for i := range as {
			x := &as[i]
			l := []string{fmt.Sprint(i + 1), x.Kind.String(), x.Name, x.Country, fmt.Sprint(x.Aliases), fmt.Sprint(x.Members), fmt.Sprint(x.Count),
				x.Holder.Name}
			for _, m := range slices.CompactFunc(x.Mentions, func(a, b coref.Mention) bool { return a.Span == b.Span }) {
				var x actor.Mention
				if m.Index != token.None {
					x = found[m.Index]
				}
				l = append(l, mention(m.Span, m.Full, x.Affil, x.Titles, m.Reason))
			}
			want = append(want, strings.Join(l, "; "))
		}
		for i := range doc.Actors {
			x := &doc.Actors[i]
			members := []int{}
			for _, m := range x.Members {
				members = append(members, int(m)-1)
			}
			l := []string{fmt.Sprint(x.ID), kindOf(x.Kind).String(), x.Name, x.Country, fmt.Sprint(x.Aliases), fmt.Sprint(members),
				fmt.Sprint(x.Count), ""}
			if x.Link != nil {
				l[len(l)-1] = x.Link.Name
			}
			for _, m := range x.Mentions {
				full := m.Full
				if full.IsZero() {
					full = m.Span
				}
				l = append(l, mention(inner(m.Span), inner(full), inner(m.Affiliation), inners(m.Titles), m.Evidence.Rule))
			}
			got = append(got, strings.Join(l, "; "))
		}
		for i := range ss {
			want = append(want, fmt.Sprintf("said %v by %d (%s) in %d", ss[i].Content, ss[i].SpeakerActor+1, ss[i].SpeakerRule, ss[i].Parent+1))
		}
		for i := range doc.Statements {
			s := &doc.Statements[i]
			got = append(got, fmt.Sprintf("said %v by %d (%s) in %d", inners(s.Content), s.Actor, s.SpeakerEvidence.Rule, s.Parent))
		}
		// The room puts the main event of a sentence first, the Document the first.
		slices.SortStableFunc(es, func(a, b event.Event) int { return compareSpans(outer(a.Mentions[0]), outer(b.Mentions[0])) })
		for i := range es {
			l := fmt.Sprintf("%s %s at %v, when by %q, where by %q", es[i].Kind, es[i].Status, es[i].Trigger, es[i].Basis, es[i].PlaceBasis)
			for _, r := range es[i].Roles {
				l += fmt.Sprintf(" %s %d", r.Role, r.Actor+1)
			}
			want = append(want, l)
		}
		for i := range doc.Events {
			e := &doc.Events[i]
			l := fmt.Sprintf("%s %s at %v, when by %q, where by %q", e.Kind, e.Status, inner(e.Trigger), e.WhenEvidence.Rule,
				e.LocationEvidence.Rule)
			for _, p := range e.Participants {
				l += fmt.Sprintf(" %s %d", p.Role, p.Actor)
			}
			got = append(got, l)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: the rooms alone give otherwise:\n%s", a.ID, diff)
		}
	}
	if n < 500 {
		t.Errorf("%d texts, want 500", n)
	}
}
