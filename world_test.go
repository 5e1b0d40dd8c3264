package dateline

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// A world is known events, and Documents that report them with noise: what
// timelines are measured on.
type world struct {
	rng    *rand.Rand
	actors []worldActor
	events []worldEvent
	last   map[string]int // day of the latest event of a kind and pair
}

type worldActor struct {
	first, sur, country string
}

type worldEvent struct {
	kind  EventKind
	a, b  int // actors
	day   int // since the epoch
	place Place
	dead  int // a number that reports give, or 0
}

// noise is how often, of 1, a report is worse than the event.
type noise struct {
	partial, month, undated, wrongDay, surname, wrongCount float64
	planned                                                bool // half the reports come before the event
}

var worldKinds = []EventKind{"CONSULT", "ASSAULT", "AGREE", "SANCTION", "REQUEST", "DEAL"}

var worldPlaces = []Place{
	{Name: "Geneva", Kind: LocationCity, Country: "CH", Division: "Geneva", At: Coordinates{46.2, 6.15}},
	{Name: "Doha", Kind: LocationCity, Country: "QA", At: Coordinates{25.28, 51.53}},
	{Name: "Lagos", Kind: LocationCity, Country: "NG", Division: "Lagos", At: Coordinates{6.45, 3.39}},
	{Name: "Lima", Kind: LocationCity, Country: "PE", Division: "Lima", At: Coordinates{-12.04, -77.03}},
}

func newWorld(seed uint64, actors, events int) *world {
	w := &world{rng: rand.New(rand.NewPCG(seed, 7)), last: make(map[string]int)}
	syllables := []string{"ka", "lo", "mi", "ren", "to", "vas", "dur", "el", "shi", "bo", "gan", "pe"}
	word := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(syllables[w.rng.IntN(len(syllables))])
		}
		s := b.String()
		return strings.ToUpper(s[:1]) + s[1:]
	}
	seen := make(map[string]bool)
	for len(w.actors) < actors {
		a := worldActor{word(2), word(4), []string{"US", "FR", "KE", "BR", "IN"}[w.rng.IntN(5)]}
		if !seen[a.sur] {
			seen[a.sur] = true
			w.actors = append(w.actors, a)
		}
	}
	for len(w.events) < events {
		e := worldEvent{kind: worldKinds[w.rng.IntN(len(worldKinds))], a: w.rng.IntN(actors), b: w.rng.IntN(actors),
			day: 19000 + w.rng.IntN(3000), place: worldPlaces[w.rng.IntN(len(worldPlaces))]}
		if w.rng.IntN(4) == 0 {
			e.dead = 10 + w.rng.IntN(90)
		}
		if e.a == e.b || !w.free(e) {
			continue
		}
		w.events = append(w.events, e)
	}
	return w
}

// free keeps two events of one kind and pair months apart: nobody could tell
// undated reports of nearer ones apart.
func (w *world) free(e worldEvent) bool {
	for _, x := range w.events {
		if x.kind == e.kind && (x.a == e.a || x.b == e.b || x.a == e.b || x.b == e.a) && max(x.day-e.day, e.day-x.day) < 90 {
			return false
		}
	}
	return true
}

func (w *world) chance(p float64) bool { return w.rng.Float64() < p }

func pointOfDay(n int) Moment {
	t := time.Unix(int64(n)*(24*60*60), 0).UTC()
	return Date(t.Year(), t.Month(), t.Day())
}

// document reports some events in an article, and gives for each of the
// Document's events the event of the world.
func (w *world) document(id string, about []int, n noise) (*Document, []int) {
	d := &Document{}
	var text strings.Builder
	ids := make(map[string]ActorID)
	actor := func(i int) (ActorID, Span) {
		a := w.actors[i]
		name := a.first + " " + a.sur
		if w.chance(n.surname) {
			name = a.sur
		}
		s := Span{text.Len(), text.Len() + len(name)}
		text.WriteString(name)
		if id, ok := ids[a.sur]; ok {
			d.Actors[id-1].Mentions = append(d.Actors[id-1].Mentions, ActorMention{Span: s, Form: MentionNamed})
			return id, s
		}
		d.Actors = append(d.Actors, Actor{ID: ActorID(len(d.Actors) + 1), Kind: ActorPerson, Name: name, Country: a.country,
			Mentions: []ActorMention{{Span: s, Form: MentionNamed}}})
		ids[a.sur] = ActorID(len(d.Actors))
		return ids[a.sur], s
	}
	latest := 0
	var truth []int
	for _, ei := range about {
		e := &w.events[ei]
		latest = max(latest, e.day)
		start := text.Len()
		x := Event{ID: EventID(len(d.Events) + 1), Kind: e.kind, Lemma: strings.ToLower(string(e.kind)), Status: StatusOccurred,
			Evidence: Evidence{"world", 1}}
		ida, sa := actor(e.a)
		text.WriteString(" ")
		x.Trigger = Span{text.Len(), text.Len() + len(x.Lemma)}
		x.Mentions = []Span{x.Trigger}
		text.WriteString(x.Lemma)
		x.Participants = []Participant{{Role: RoleAgent, Actor: ida, Span: sa}}
		if !w.chance(n.partial) {
			text.WriteString(" ")
			idb, sb := actor(e.b)
			x.Participants = append(x.Participants, Participant{Role: RolePatient, Actor: idb, Span: sb})
		}
		if e.dead > 0 {
			dead := e.dead
			if w.chance(n.wrongCount) {
				dead += 1 + w.rng.IntN(5)
			}
			text.WriteString(" ")
			s := Span{text.Len(), text.Len() + 4}
			text.WriteString("dead")
			d.Actors = append(d.Actors, Actor{ID: ActorID(len(d.Actors) + 1), Kind: ActorGroup, Name: "dead", Count: dead,
				Mentions: []ActorMention{{Span: s, Form: MentionNominal}}})
			x.Participants = append(x.Participants, Participant{Role: "victim", Actor: ActorID(len(d.Actors)), Span: s})
		}
		p := e.place
		text.WriteString(" in ")
		at := Span{text.Len(), text.Len() + len(p.Name)}
		text.WriteString(p.Name)
		d.Locations = append(d.Locations, Location{ID: LocationID(len(d.Locations) + 1), Place: p, Mentions: []LocationMention{{Span: at}}})
		x.Location = LocationID(len(d.Locations))
		text.WriteString(".\n")
		day := e.day
		switch {
		case w.chance(n.undated):
			day = 0
		case w.chance(n.wrongDay):
			day += 1 + w.rng.IntN(2)
		}
		if day != 0 {
			q := pointOfDay(day)
			if w.chance(n.month) {
				y, m, _ := q.Date()
				q = Date(y, m, 0)
			}
			x.When = On(q)
		}
		d.Events = append(d.Events, x)
		d.Sentences = append(d.Sentences, Span{start, text.Len() - 1})
		truth = append(truth, ei)
	}
	pub := latest + 1 + w.rng.IntN(3)
	if n.planned && w.chance(0.5) {
		pub = latest - 1 - w.rng.IntN(3)
		for i := range d.Events {
			d.Events[i].Status = StatusPlanned
		}
	}
	d.Article = Article{ID: id, Source: fmt.Sprintf("Paper %d", w.rng.IntN(5)), Published: pointOfDay(pub), Text: text.String()}
	return d, truth
}

// documents reports each event in several articles, one event an article or
// two that are near in time.
func (w *world) documents(perEvent int, n noise) (docs []*Document, truth [][]int) {
	for ei := range w.events {
		for k := range perEvent {
			about := []int{ei}
			for other := range w.events {
				if gap := w.events[other].day - w.events[ei].day; other != ei && gap >= -2 && gap <= 0 && w.chance(0.3) {
					about = append(about, other)
					break
				}
			}
			d, tr := w.document(fmt.Sprintf("%d-%d", ei, k), about, n)
			docs, truth = append(docs, d), append(truth, tr)
		}
	}
	return docs, truth
}
