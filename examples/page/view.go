package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// A view is what the page's template shows.
type view struct {
	Title    string
	Articles []articleView
	Entries  []entryView
	Actors   []actorView
	Places   []placeView
	Days     []dayView // of publication, when there are several
	Kinds    []string
	Statuses []string
	Sources  []string
	Land     string
}

type articleView struct {
	ID, Name, Published string
	Pieces              []piece
}

type entryView struct {
	ID, Title, Day, Where, By string
	Kind, Status, StatusNote  string
	Sides                     []sideView
	Reports                   []reportView
	Conflicts                 []string
	First                     string // day of the first report, as it sorts
	Rank                      int    // by salience, from 1
	Shown                     bool
	Words                     string // what the search looks through
	ActorIDs, Articles        string // blank-separated
}

type sideView struct{ Role, Name, Actor string }

type reportView struct{ Article, Published, Text, Target string }

type actorView struct {
	ID, Name, Kind, Notes string
	Aliases               string
	Entries               []linkView
	Statements            []reportView
}

type linkView struct{ Target, Text string }

type placeView struct {
	ID, Name, Note string
	X, Y           float64
	OnMap          bool
	Entries        []linkView
}

type dayView struct{ Day, Note string }

// statusNotes say in words what a reader must not miss.
var statusNotes = map[string]string{
	"planned": "planned", "possible": "possible, not certain", "denied": "denied, or did not happen", "failed": "tried, and failed",
	"ongoing": "going on", "unclear": "unclear whether it happened",
}

// builder puts a view together.
type builder struct {
	t      *dateline.Timeline
	docs   map[string]*dateline.Document // by article
	names  map[string]string             // element of each article
	v      view
	events map[eventKey]string // element of each event
	places map[string]int      // index in v.Places
}

type eventKey struct {
	article string
	event   dateline.EventID
}

func newView(docs []*dateline.Document) *view {
	b := builder{docs: make(map[string]*dateline.Document), names: make(map[string]string),
		events: make(map[eventKey]string), places: make(map[string]int)}
	var all dateline.TimelineBuilder
	for i, d := range docs {
		all.Add(d)
		b.docs[d.Article.ID] = d
		b.names[d.Article.ID] = fmt.Sprintf("article-%d", i+1)
	}
	b.t = all.Timeline()
	b.entries()
	b.actors()
	for _, d := range docs {
		b.v.Articles = append(b.v.Articles, b.article(d))
		if day := d.Article.Published.String(); day != "" && len(docs) > 1 {
			b.v.Days = append(b.v.Days, dayView{day, d.Article.ID})
		}
	}
	slices.SortFunc(b.v.Days, func(x, y dayView) int { return strings.Compare(x.Day, y.Day) })
	b.v.Days = slices.CompactFunc(b.v.Days, func(x, y dayView) bool { return x.Day == y.Day })
	for _, l := range []*[]string{&b.v.Kinds, &b.v.Statuses, &b.v.Sources} {
		slices.Sort(*l)
		*l = slices.Compact(*l)
	}
	b.v.Title = "Timeline"
	if len(docs) > 0 {
		b.v.Title = firstLine(docs[0].Article.Text)
	}
	b.v.Land = land
	return &b.v
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	if r := []rune(s); len(r) > 90 {
		return string(r[:90]) + "…"
	}
	return s
}

func (b *builder) entries() {
	rank := make(map[dateline.EventID]int)
	order := make([]int, len(b.t.Entries))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(b.t.Entries[y].Salience, b.t.Entries[x].Salience) })
	for i, j := range order {
		rank[b.t.Entries[j].ID] = i + 1
	}
	for i := range b.t.Entries {
		e := &b.t.Entries[i]
		x := b.entry(e)
		x.Rank = rank[e.ID]
		b.v.Entries = append(b.v.Entries, x)
		b.v.Kinds = append(b.v.Kinds, x.Kind)
		b.v.Statuses = append(b.v.Statuses, x.Status)
	}
}

func (b *builder) entry(e *dateline.Entry) entryView {
	x := entryView{ID: fmt.Sprintf("entry-%d", e.ID), Title: e.Title, Day: e.When.Phrase(), Kind: strings.ToLower(string(e.Kind)),
		Status: fmt.Sprint(e.Status), Shown: e.Salience >= dateline.ShownSalience}
	x.StatusNote = statusNotes[x.Status]
	words := []string{e.Title, x.Kind, x.Status, e.Lemma}
	var actors, articles []string
	for _, p := range e.Participants {
		s := sideView{Role: string(p.Role), Name: p.Text}
		if a, ok := b.t.Actor(p.Actor); ok {
			s.Name, s.Actor = a.Name, fmt.Sprintf("actor-%d", a.ID)
			actors = append(actors, s.Actor)
			words = append(words, a.Aliases...)
		}
		x.Sides = append(x.Sides, s)
		words = append(words, s.Name)
	}
	if p := &e.Place; !p.IsZero() {
		x.Where = p.Name
		words = append(words, p.Name, p.Division)
		b.place(p, linkView{x.ID, e.Title})
	}
	if x.Title == "" {
		x.Title = e.Lemma
	}
	for _, s := range e.Reports {
		r := reportView{Article: s.Article, Published: s.Published.String(), Text: s.Text, Target: "in-" + x.ID + "-" + b.names[s.Article]}
		x.Reports = append(x.Reports, r)
		b.events[eventKey{s.Article, s.Event}] = x.ID
		words = append(words, s.Text)
		articles = append(articles, b.names[s.Article])
		b.v.Sources = append(b.v.Sources, s.Article)
		if s.By != 0 && x.By == "" {
			if a, ok := b.t.Actor(s.By); ok {
				x.By = a.Name
			}
		}
		if day := s.Published.String(); x.First == "" || day != "" && day < x.First {
			x.First = day
		}
	}
	for _, c := range e.Conflicts {
		x.Conflicts = append(x.Conflicts, conflict(e, &c))
	}
	x.Words = strings.ToLower(strings.Join(words, " "))
	x.ActorIDs, x.Articles = strings.Join(actors, " "), strings.Join(articles, " ")
	return x
}

// conflict says who tells what.
func conflict(e *dateline.Entry, c *dateline.Conflict) string {
	var sides []string
	for _, s := range c.Sides {
		var who []string
		for _, i := range s.Reports {
			who = append(who, e.Reports[i].Article)
		}
		sides = append(sides, s.Value+" ("+strings.Join(who, ", ")+")")
	}
	return string(c.Field) + ": " + strings.Join(sides, " or ")
}

// place gathers what happened at p.
func (b *builder) place(p *dateline.Place, l linkView) {
	i, ok := b.places[p.Name]
	if !ok {
		i = len(b.v.Places)
		b.places[p.Name] = i
		x := placeView{ID: fmt.Sprintf("place-%d", i+1), Name: p.Name, Note: strings.Trim(p.Division+", "+p.Country, ", ")}
		if !p.At.IsZero() {
			x.OnMap, x.X, x.Y = true, (p.At.Lon+180)*mapScale, (90-p.At.Lat)*mapScale
		}
		b.v.Places = append(b.v.Places, x)
	}
	b.v.Places[i].Entries = append(b.v.Places[i].Entries, l)
}

// mapScale is units of the map a degree.
const mapScale = 2

func (b *builder) actors() {
	at := make(map[string]int)
	for i := range b.t.Actors {
		a := &b.t.Actors[i]
		x := actorView{ID: fmt.Sprintf("actor-%d", a.ID), Name: a.Name, Kind: string(a.Kind), Notes: strings.Join(a.Roles, "; "),
			Aliases: strings.Join(a.Aliases, "; ")}
		for _, s := range b.t.Statements {
			if s.Speaker == a.ID {
				x.Statements = append(x.Statements, reportView{Article: s.Article, Published: s.Published.String(), Text: s.Text})
			}
		}
		at[x.ID] = len(b.v.Actors)
		b.v.Actors = append(b.v.Actors, x)
	}
	for i := range b.v.Entries {
		e := &b.v.Entries[i]
		for _, id := range strings.Fields(e.ActorIDs) {
			x := &b.v.Actors[at[id]]
			if l := (linkView{e.ID, e.Title}); !slices.Contains(x.Entries, l) {
				x.Entries = append(x.Entries, l)
			}
		}
	}
	b.v.Actors = slices.DeleteFunc(b.v.Actors, func(a actorView) bool { return len(a.Entries) == 0 && len(a.Statements) == 0 })
}

func (b *builder) article(d *dateline.Document) articleView {
	name := b.names[d.Article.ID]
	v := articleView{ID: name, Name: d.Article.ID, Published: d.Article.Published.String()}
	var marks []mark
	for i := range d.Times {
		m := &d.Times[i]
		marks = append(marks, mark{m.Span, markTime, "", "time: " + m.When.Phrase()})
	}
	for i := range d.Locations {
		l := &d.Locations[i]
		for _, m := range l.Mentions {
			marks = append(marks, mark{m.Span, markPlace, "", strings.Trim("place: "+l.Place.Name+", "+l.Place.Country, ", ")})
		}
	}
	for i := range d.Actors {
		a := &d.Actors[i]
		id := ""
		if x, ok := b.t.FindActor(a.Name); ok && slices.ContainsFunc(b.v.Actors, func(v actorView) bool { return v.Name == x.Name }) {
			id = fmt.Sprintf("actor-%d", x.ID)
		}
		for _, m := range a.Mentions {
			marks = append(marks, mark{m.Span, markActor, id, string(a.Kind) + ": " + a.Name})
		}
	}
	for i := range d.Statements {
		s := &d.Statements[i]
		who := "said"
		if a, ok := d.Actor(s.Actor); ok {
			who = "said by " + a.Name
		}
		for _, c := range s.Content {
			marks = append(marks, mark{c, markSaid, "", who})
		}
	}
	for i := range d.Events {
		e := &d.Events[i]
		id, ok := b.events[eventKey{d.Article.ID, e.ID}]
		if !ok {
			continue
		}
		for _, m := range e.Mentions {
			marks = append(marks, mark{m, markEvent, id, strings.ToLower(string(e.Kind)) + ", " + fmt.Sprint(e.Status)})
		}
	}
	v.Pieces = cut(d.Article.Text, marks)
	for i := range v.Pieces {
		if v.Pieces[i].ID != "" {
			v.Pieces[i].ID += "-" + name
		}
	}
	return v
}
