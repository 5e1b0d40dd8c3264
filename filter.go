package dateline

import (
	"slices"

	"github.com/dateline-go/dateline/internal/story"
)

// A Filter tells whether an entry is asked for. It must not change it.
type Filter func(e *Entry) bool

// Select is the timeline of the entries that all of fs ask for, in order,
// with all actors and statements; without a Filter it is a copy of t. Filters
// compose: t.Select(f, g) is t.Select(f).Select(g). IDs of entries are new.
// It shares no memory with t.
func (t *Timeline) Select(fs ...Filter) *Timeline {
	out := &Timeline{Actors: cloneAll(t.Actors, TimelineActor.clone), Statements: cloneAll(t.Statements, TimelineStatement.clone)}
	for i := range t.Entries {
		e := &t.Entries[i]
		if !slices.ContainsFunc(fs, func(f Filter) bool { return !f(e) }) {
			out.Entries = append(out.Entries, e.clone())
		}
	}
	out.renumber()
	return out
}

// renumber gives the entries, which have the IDs of a larger timeline, IDs by
// their place in this one; relations to entries that are not in it go.
func (t *Timeline) renumber() {
	ids := make(map[EventID]EventID, len(t.Entries))
	for i := range t.Entries {
		ids[t.Entries[i].ID] = EventID(i + 1)
	}
	for i := range t.Entries {
		e := &t.Entries[i]
		e.ID = EventID(i + 1)
		var rs []Relation
		for _, r := range e.Relations {
			if id, ok := ids[r.Event]; ok {
				rs = append(rs, Relation{r.Order, id, r.Evidence})
			}
		}
		e.Relations = rs
	}
}

// WhereAny asks for the entries that one of fs asks for.
func WhereAny(fs ...Filter) Filter {
	return func(e *Entry) bool { return slices.ContainsFunc(fs, func(f Filter) bool { return f(e) }) }
}

// WhereNot asks for the entries that f does not ask for.
func WhereNot(f Filter) Filter { return func(e *Entry) bool { return !f(e) } }

// WhereActor asks for the entries in which one of the actors takes part.
func WhereActor(ids ...ActorID) Filter {
	return func(e *Entry) bool {
		return slices.ContainsFunc(e.Participants, func(p Participant) bool { return p.Actor != 0 && slices.Contains(ids, p.Actor) })
	}
}

// WhereKind asks for the entries of a kind, and, if there are any modes, of
// one of these modes.
func WhereKind(kind EventKind, modes ...Mode) Filter {
	return func(e *Entry) bool { return e.Kind == kind && (len(modes) == 0 || slices.Contains(modes, e.Mode)) }
}

// WhereStatus asks for the entries that have one of the statuses.
func WhereStatus(ss ...Status) Filter {
	return func(e *Entry) bool { return slices.Contains(ss, e.Status) }
}

// WhereTime asks for the entries that may lie within from and to, both
// included: those whose bounds overlap it. A zero Moment leaves that side
// open. Undated entries are not among them.
func WhereTime(from, to Moment) Filter {
	startsBy := func(a, b Moment) bool { return a.first() <= b.last() }
	return func(e *Entry) bool {
		lo, hi := e.When.Earliest(), e.When.Latest()
		if lo.IsZero() && hi.IsZero() {
			return false
		}
		return (to.IsZero() || lo.IsZero() || startsBy(lo, to)) && (from.IsZero() || hi.IsZero() || startsBy(from, hi))
	}
}

// WhereUndated asks for the entries of which neither bound is known.
func WhereUndated() Filter {
	return func(e *Entry) bool { return e.When.Earliest().IsZero() && e.When.Latest().IsZero() }
}

// WherePlace asks for the entries in a country, by ISO 3166-1 alpha-2 code,
// or, with a division's name, in that division of it.
func WherePlace(country, division string) Filter {
	return func(e *Entry) bool {
		p := &e.Place
		if country == "" || p.Country != country {
			return false
		}
		return division == "" || p.Division == division || p.Kind == LocationDivision && p.Name == division
	}
}

// WhereNear asks for the entries within radius kilometres of c, countries and
// regions left out.
func WhereNear(c Coordinates, radius float64) Filter {
	return func(e *Entry) bool {
		p := &e.Place
		if p.At.IsZero() || p.Kind == LocationCountry || p.Kind == LocationContinent || p.Kind == LocationRegion {
			return false
		}
		return story.Kilometres(p.At.Lat, p.At.Lon, c.Lat, c.Lon) <= radius
	}
}

// WherePublisher asks for the entries that one of the publishers reports:
// Article.Source.
func WherePublisher(names ...string) Filter {
	return func(e *Entry) bool {
		return slices.ContainsFunc(e.Reports, func(r Report) bool { return slices.Contains(names, r.Publisher) })
	}
}

// WhereDisputed asks for the entries whose reports disagree.
func WhereDisputed() Filter { return func(e *Entry) bool { return len(e.Conflicts) > 0 } }

// ShownSalience is the Salience from which on an entry is shown by default.
const ShownSalience = 0.24

// WhereShown asks for the entries that are shown by default: those of at
// least ShownSalience.
func WhereShown() Filter { return func(e *Entry) bool { return e.Salience >= ShownSalience } }

// Shown is t.Select(WhereShown()).
func (t *Timeline) Shown() *Timeline { return t.Select(WhereShown()) }

// AsOf is the timeline as it was known at the end of p: only what was
// published by then, with the statuses and dates of that time. Articles
// without a date of publication are left out. Entries keep which reports are
// one event, for that is known better today; IDs are new. It costs one pass
// over all sources.
func (t *Timeline) AsOf(p Moment) *Timeline {
	out := &Timeline{Actors: cloneAll(t.Actors, TimelineActor.clone)}
	named := func(a ActorID) bool { return int(a) <= len(t.Actors) && t.Actors[a-1].Kind.named() }
	known := func(pub Moment) bool { return !pub.IsZero() && pub.last() <= p.last() }
	var made []*Entry
	for i := range t.Entries {
		e := &t.Entries[i]
		var ss []Report
		for _, s := range e.Reports {
			if known(s.Published) {
				ss = append(ss, s.clone())
			}
		}
		if len(ss) == 0 {
			continue
		}
		n := summarize(e.Kind, ss, named)
		n.ID, n.Mode, n.Code, n.Lemma, n.Relations = e.ID, e.Mode, e.Code, e.Lemma, e.Relations
		made = append(made, &n)
	}
	for _, i := range entryOrder(made) {
		out.Entries = append(out.Entries, *made[i])
	}
	out.renumber()
	for _, s := range t.Statements {
		if known(s.Published) {
			out.Statements = append(out.Statements, s.clone())
		}
	}
	return out
}

// Copies, so that what a Timeline returns is its receiver's own.

func cloneAll[V any](vs []V, clone func(V) V) []V {
	if vs == nil {
		return nil
	}
	out := make([]V, len(vs))
	for i, v := range vs {
		out[i] = clone(v)
	}
	return out
}

func (a TimelineActor) clone() TimelineActor {
	a.Aliases, a.Roles, a.Merged = slices.Clone(a.Aliases), slices.Clone(a.Roles), slices.Clone(a.Merged)
	a.IDs = slices.Clone(a.IDs)
	return a
}

func (s TimelineStatement) clone() TimelineStatement {
	s.Content = slices.Clone(s.Content)
	return s
}

func (r Report) clone() Report {
	r.Participants, r.Quantities, r.Attributes = slices.Clone(r.Participants), slices.Clone(r.Quantities), slices.Clone(r.Attributes)
	r.Merged = slices.Clone(r.Merged)
	return r
}

func (e *Entry) clone() Entry {
	c := *e
	c.Participants, c.Relations = slices.Clone(e.Participants), slices.Clone(e.Relations)
	c.Quantities, c.Attributes = slices.Clone(e.Quantities), slices.Clone(e.Attributes)
	c.Reports = cloneAll(e.Reports, Report.clone)
	c.Conflicts = cloneAll(e.Conflicts, Conflict.clone)
	return c
}

func (c Conflict) clone() Conflict {
	c.Sides = cloneAll(c.Sides, func(s Side) Side {
		s.Reports = slices.Clone(s.Reports)
		return s
	})
	return c
}
