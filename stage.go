package dateline

import (
	"fmt"
	"slices"
	"strings"
)

// A stage says how values of one kind are checked, set against each other and
// numbered. runStage does the same with all five kinds.
type stage[V any] struct {
	// check tells what is wrong with v, as Validate would.
	check func(v *V) error
	// claims are the spans that v stands on: a later parser's value with
	// nothing left of them is dropped.
	claims func(v *V) []Span
	// cut removes from v the mentions that are taken already and reports
	// whether anything is left; nil where values have a single claim.
	cut func(v *V, taken func(Span) bool) bool
	// same gives keys of which two values of one thing share at least one, and
	// join gives the earlier value what the later one knows; nil where nothing joins.
	same func(v *V) []string
	join func(have *V, v V)
	// key orders the values in the Document.
	key func(v *V) Span
	id  func(v *V) *int
	// refs are v's references to other values of its own kind.
	refs func(v *V) []*int
	// tidy takes out what references to dropped values leave behind; may be nil.
	tidy func(v *V)
}

// runStage runs the parsers of one stage and puts their values together.
func runStage[P, V any](t *Text, name string, parsers []P, call func(P, *Text) ([]V, error), s stage[V], errs *[]error) []V {
	var out []V
	var taken spanSet
	for i, p := range parsers {
		vs, err := protect(func() ([]V, error) { return call(p, t) })
		if err != nil {
			*errs = append(*errs, &ParserError{name, i, err})
			continue
		}
		base := len(out)
		known := s.known(out)
		final := s.number(vs) // local ID to place in vs
		place := make([]int, len(vs))
		for j := range vs {
			v := vs[j]
			place[j] = -1
			if err := s.check(&v); err != nil {
				*errs = append(*errs, &ParserError{name, i, fmt.Errorf("value %d: %w", j+1, err)})
				continue
			}
			if base > 0 {
				if k, ok := s.find(known, &v); ok {
					s.join(&out[k], v)
					taken.add(s.claims(&out[k])...)
					continue
				}
				if s.cut != nil {
					if !s.cut(&v, taken.overlaps) {
						continue
					}
				} else if slices.ContainsFunc(s.claims(&v), taken.overlaps) {
					continue
				}
			}
			place[j] = len(out)
			out = append(out, v)
		}
		for j := base; j < len(out); j++ {
			taken.add(s.claims(&out[j])...)
		}
		// References become places in out, 1-based, until all are in.
		for j := range vs {
			if place[j] < 0 {
				continue
			}
			v := &out[place[j]]
			*s.id(v) = 0
			for _, r := range s.refs(v) {
				if k, ok := final[*r]; ok && place[k] >= 0 && place[k] != place[j] {
					*r = place[k] + 1
				} else {
					*r = 0
				}
			}
		}
	}
	return s.order(out)
}

// number maps the IDs by which the values of one parser refer to each other
// to their places.
func (s stage[V]) number(vs []V) map[int]int {
	m := make(map[int]int, len(vs))
	for i := range vs {
		id := *s.id(&vs[i])
		if id == 0 {
			id = i + 1
		}
		if _, ok := m[id]; !ok {
			m[id] = i
		}
	}
	return m
}

// known maps the keys of what earlier parsers gave to its places.
func (s stage[V]) known(have []V) map[string]int {
	if s.same == nil || len(have) == 0 {
		return nil
	}
	m := make(map[string]int)
	for i := range have {
		for _, k := range s.same(&have[i]) {
			if _, ok := m[k]; !ok {
				m[k] = i
			}
		}
	}
	return m
}

func (s stage[V]) find(known map[string]int, v *V) (int, bool) {
	if known == nil {
		return 0, false
	}
	for _, k := range s.same(v) {
		if i, ok := known[k]; ok {
			return i, true
		}
	}
	return 0, false
}

// order sorts by place in the text, gives final IDs and carries references over.
func (s stage[V]) order(vs []V) []V {
	perm := make([]int, len(vs))
	for i := range perm {
		perm[i] = i
	}
	slices.SortStableFunc(perm, func(a, b int) int {
		x, y := s.key(&vs[a]), s.key(&vs[b])
		if x.Start != y.Start {
			return x.Start - y.Start
		}
		return y.End - x.End
	})
	out := make([]V, len(vs))
	ids := make([]int, len(vs)+1)
	for i, p := range perm {
		out[i] = vs[p]
		*s.id(&out[i]) = i + 1
		ids[p+1] = i + 1
	}
	for i := range out {
		for _, r := range s.refs(&out[i]) {
			*r = ids[*r]
		}
		if s.tidy != nil {
			s.tidy(&out[i])
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// protect turns a panic of a custom parser into an error: one bad plug-in
// must not cost the caller the article, or the process.
func protect[V any](f func() ([]V, error)) (vs []V, err error) {
	defer func() {
		if r := recover(); r != nil {
			vs, err = nil, fmt.Errorf("panic: %v", r)
		}
	}()
	vs, err = f()
	if err != nil {
		vs = nil
	}
	return vs, err
}

// spanSet answers whether a span overlaps one of the set: disjoint spans in order.
type spanSet struct{ s []Span }

func (x *spanSet) find(s Span) int {
	i, _ := slices.BinarySearchFunc(x.s, s, func(a, b Span) int {
		if a.End <= b.Start {
			return -1
		}
		return 1
	})
	return i
}

func (x *spanSet) overlaps(s Span) bool {
	i := x.find(s)
	return i < len(x.s) && x.s[i].Start < s.End
}

// add puts spans in; those that overlap what is there are melted into it.
func (x *spanSet) add(spans ...Span) {
	for _, s := range spans {
		i := x.find(s)
		j := i
		for j < len(x.s) && x.s[j].Start < s.End {
			s.Start, s.End = min(s.Start, x.s[j].Start), max(s.End, x.s[j].End)
			j++
		}
		x.s = slices.Replace(x.s, i, j, s)
	}
}

func timeStage(t *Text) stage[TimeMention] {
	c := checker{d: t.document()}
	return stage[TimeMention]{
		check:  func(m *TimeMention) error { return c.check("time", func() { c.time(m) }) },
		claims: func(m *TimeMention) []Span { return []Span{m.Span} },
		key:    func(m *TimeMention) Span { return m.Span },
		id:     func(m *TimeMention) *int { return (*int)(&m.ID) },
		refs:   func(m *TimeMention) []*int { return []*int{(*int)(&m.Anchor)} },
	}
}

// locationStage cuts the mentions that an earlier parser has.
func locationStage(t *Text) stage[Location] {
	c := checker{d: t.document()}
	return stage[Location]{
		check: func(l *Location) error {
			l.Mentions = slices.Clone(l.Mentions)
			slices.SortFunc(l.Mentions, func(x, y LocationMention) int { return compareSpans(x.Span, y.Span) })
			return c.check("location", func() { c.location(l) })
		},
		claims: func(l *Location) []Span {
			out := make([]Span, len(l.Mentions))
			for i := range l.Mentions {
				out[i] = l.Mentions[i].Span
			}
			return out
		},
		cut: func(l *Location, taken func(Span) bool) bool {
			l.Mentions = slices.DeleteFunc(l.Mentions, func(m LocationMention) bool { return taken(m.Span) })
			return len(l.Mentions) > 0
		},
		key:  func(l *Location) Span { return l.Mentions[0].Span },
		id:   func(l *Location) *int { return (*int)(&l.ID) },
		refs: func(*Location) []*int { return nil },
	}
}

// actorStage cuts the mentions that an earlier parser has, and joins what
// goes by the same name or stands on the same mention.
func actorStage(t *Text) stage[Actor] {
	c := checker{d: &Document{Article: t.article, Times: t.times, Locations: t.locations}}
	return stage[Actor]{
		check: func(a *Actor) error {
			a.Mentions, a.Aliases, a.Roles = slices.Clone(a.Mentions), slices.Clone(a.Aliases), slices.Clone(a.Roles)
			a.Members = nil // coreference tells
			slices.SortFunc(a.Mentions, func(x, y ActorMention) int { return compareSpans(x.Span, y.Span) })
			return c.check("actor", func() { c.actor(a) })
		},
		claims: func(a *Actor) []Span { return mentionSpans(a.Mentions) },
		cut: func(a *Actor, taken func(Span) bool) bool {
			a.Mentions = slices.DeleteFunc(a.Mentions, func(m ActorMention) bool { return taken(m.Span) })
			return len(a.Mentions) > 0
		},
		same: func(a *Actor) []string {
			keys := []string{strings.ToLower(a.Name)}
			for _, m := range a.Mentions {
				keys = append(keys, fmt.Sprintf("%d-%d", m.Span.Start, m.Span.End))
			}
			return keys
		},
		join: func(have *Actor, a Actor) {
			var spans spanSet
			spans.add(mentionSpans(have.Mentions)...)
			for _, m := range a.Mentions {
				if !spans.overlaps(m.Span) {
					have.Mentions = append(have.Mentions, m)
				}
			}
			slices.SortFunc(have.Mentions, func(x, y ActorMention) int { return compareSpans(x.Span, y.Span) })
			fillActor(have, &a)
		},
		key:  func(a *Actor) Span { return a.Mentions[0].Span },
		id:   func(a *Actor) *int { return (*int)(&a.ID) },
		refs: func(*Actor) []*int { return nil },
	}
}

// statementStage takes the cue, or without one the content, for a claim: a
// statement may stand inside another one.
func statementStage(t *Text) stage[Statement] {
	c := checker{d: t.document()}
	return stage[Statement]{
		check: func(s *Statement) error {
			s.Content, s.Quoted = slices.Clone(s.Content), slices.Clone(s.Quoted)
			return c.check("statement", func() { c.statement(s) })
		},
		claims: func(s *Statement) []Span {
			if !s.Cue.IsZero() {
				return []Span{s.Cue}
			}
			return s.Content
		},
		key:  func(s *Statement) Span { return s.Content[0] },
		id:   func(s *Statement) *int { return (*int)(&s.ID) },
		refs: func(s *Statement) []*int { return []*int{(*int)(&s.Parent)} },
	}
}

func eventStage(t *Text) stage[Event] {
	c := checker{d: t.document()}
	return stage[Event]{
		check: func(e *Event) error {
			e.Mentions, e.Relations, e.Participants = slices.Clone(e.Mentions), slices.Clone(e.Relations), slices.Clone(e.Participants)
			slices.SortFunc(e.Mentions, compareSpans)
			return c.check("event", func() { c.event(e) })
		},
		claims: func(e *Event) []Span { return []Span{e.Trigger} },
		key:    func(e *Event) Span { return e.Mentions[0] },
		id:     func(e *Event) *int { return (*int)(&e.ID) },
		refs: func(e *Event) []*int {
			out := make([]*int, len(e.Relations))
			for i := range e.Relations {
				out[i] = (*int)(&e.Relations[i].Event)
			}
			return out
		},
		tidy: func(e *Event) {
			e.Relations = slices.DeleteFunc(e.Relations, func(r Relation) bool { return r.Event == 0 })
			if len(e.Relations) == 0 {
				e.Relations = nil
			}
		},
	}
}

// document is what there is so far, for checking what comes next.
func (t *Text) document() *Document {
	return &Document{Article: t.article, Times: t.times, Locations: t.locations, Actors: t.actors, Statements: t.statements}
}
