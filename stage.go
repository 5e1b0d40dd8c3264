package dateline

import (
	"cmp"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/place"
	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/timex"
	"github.com/dateline-go/dateline/internal/token"
)

// A value is one value on its way through a stage, in the form R of the rooms.
type value[R, V any] struct {
	room R
	// own is what a plug-in gave, for what no room can hold; nil of a built-in's.
	own *V
}

// values are many of them. What a room found stays where the room put it.
type values[R, V any] struct {
	rooms []R
	owns  []*V // nil where all are a built-in's
}

func (vs *values[R, V]) own(i int) *V {
	if vs.owns == nil {
		return nil
	}
	return vs.owns[i]
}

func (vs *values[R, V]) at(i int) value[R, V] { return value[R, V]{vs.rooms[i], vs.own(i)} }

func (vs *values[R, V]) set(i int, x value[R, V]) {
	vs.rooms[i] = x.room
	if vs.owns == nil && x.own != nil {
		vs.owns = make([]*V, len(vs.rooms))
	}
	if vs.owns != nil {
		vs.owns[i] = x.own
	}
}

func (vs *values[R, V]) add(x value[R, V]) {
	var none R
	vs.rooms = append(vs.rooms, none)
	if vs.owns != nil {
		vs.owns = append(vs.owns, nil)
	}
	vs.set(len(vs.rooms)-1, x)
}

// A room is a built-in parser as the stages run it: what it finds is taken as
// the room made it. Whoever else calls the parser gets the public form.
type room[R any] interface{ find(t *Text) []R }

func allRooms[R, P any](parsers []P) bool {
	for _, p := range parsers {
		if _, ok := any(p).(room[R]); !ok {
			return false
		}
	}
	return true
}

// A stage says how values of one kind are checked, turned into the rooms'
// form, set against each other and numbered. runStage does the same with all
// five kinds.
type stage[P, R, V any] struct {
	name string
	call func(p P, t *Text) ([]V, error)
	// check tells what is wrong with v, as Validate would, and copies what
	// the parser may hold on to.
	check func(v *V) error
	id    func(v *V) int
	// in is v as the rooms have it; references are IDs less one.
	in func(v *V) R
	// claims are the spans that r stands on: a later parser's value with
	// nothing left of them is dropped.
	claims func(r *R) []Span
	// cut removes from r the mentions that are taken already and reports
	// whether anything is left; nil where values have a single claim.
	cut func(r *R, taken func(Span) bool) bool
	// same gives keys of which two values of one thing share at least one, and
	// join gives the earlier value what the later one knows; nil where nothing joins.
	same func(r *R) []string
	join func(have, x *value[R, V])
	// key orders the values in the Document.
	key func(r *R) Span
	// refs are r's references to other values of its kind: places, or token.None.
	refs func(r *R) []*int32
	// progress shows the parsers that follow what there is so far; may be nil.
	progress func(vs *values[R, V])
	// tidy takes out what references to dropped values leave behind; may be nil.
	tidy func(r *R, own *V)
}

// runStage runs the parsers of one stage and puts their values together.
func runStage[P, R, V any](t *Text, parsers []P, s stage[P, R, V], errs *[]error) values[R, V] {
	var out values[R, V]
	var taken spanSet
	for i, p := range parsers {
		fail := func(err error) { *errs = append(*errs, parserError(s.name, i, p, err)) }
		t.doc.Check()
		if s.progress != nil && i > 0 {
			s.progress(&out)
		}
		given, final := s.run(t, p, fail)
		base := len(out.rooms)
		place := func(r int32) int32 { return r } // of each value in out
		if base == 0 && given.owns == nil {
			out.rooms = given.rooms
		} else {
			place = s.put(t, &out, &given, &taken)
		}
		if i+1 < len(parsers) {
			var claims []Span
			for j := base; j < len(out.rooms); j++ {
				t.doc.CheckAt(j)
				claims = append(claims, s.claims(&out.rooms[j])...)
			}
			taken.add(claims...)
		}
		for j := base; j < len(out.rooms); j++ {
			t.doc.CheckAt(j)
			for _, r := range s.refs(&out.rooms[j]) {
				if *r = final(*r); *r != token.None {
					*r = place(*r)
				}
				if *r == int32(j) {
					*r = token.None
				}
			}
		}
	}
	s.order(t, &out)
	return out
}

// put adds to out what is given, less what is taken, and tells where in out
// each value is.
func (s stage[P, R, V]) put(t *Text, out, given *values[R, V], taken *spanSet) (place func(int32) int32) {
	base := len(out.rooms)
	known := s.known(out.rooms)
	at := make([]int32, len(given.rooms))
	for j := range given.rooms {
		t.doc.CheckAt(j)
		at[j] = token.None
		x := given.at(j)
		if x.own == nil && given.owns != nil {
			continue // breaks the contract
		}
		if base > 0 {
			if k, ok := s.find(known, &x.room); ok {
				have := out.at(k)
				s.join(&have, &x)
				out.set(k, have)
				taken.add(s.claims(&have.room)...)
				continue
			}
			if s.cut != nil {
				if !s.cut(&x.room, taken.overlaps) {
					continue
				}
			} else if slices.ContainsFunc(s.claims(&x.room), taken.overlaps) {
				continue
			}
		}
		at[j] = int32(len(out.rooms))
		out.add(x)
	}
	return func(r int32) int32 { return at[r] }
}

// run gives the values of p, of a plug-in's without an own those that break
// the contract, and what turns their references into places among them.
func (s stage[P, R, V]) run(t *Text, p P, fail func(error)) (given values[R, V], final func(int32) int32) {
	if b, ok := any(p).(room[R]); ok {
		rs, err := protect(func() []R { return b.find(t) })
		if err != nil {
			fail(err)
		}
		return values[R, V]{rooms: rs}, func(r int32) int32 { return r }
	}
	vs, err := guard(t, func() ([]V, error) { return s.call(p, t) })
	if err != nil {
		fail(err)
		return given, nil
	}
	given = values[R, V]{make([]R, len(vs)), make([]*V, len(vs))}
	index := make(map[int]int32, len(vs)) // ID to place
	for i := range vs {
		id := s.id(&vs[i])
		if id == 0 {
			id = i + 1
		}
		if _, ok := index[id]; !ok {
			index[id] = int32(i)
		}
		v := vs[i]
		if err := s.check(&v); err != nil {
			fail(fmt.Errorf("value %d: %w", i+1, err))
			continue
		}
		given.set(i, value[R, V]{s.in(&v), &v})
	}
	return given, func(r int32) int32 {
		if i, ok := index[int(r)+1]; ok {
			return i
		}
		return token.None
	}
}

// known maps the keys of what earlier parsers gave to its places.
func (s stage[P, R, V]) known(have []R) map[string]int {
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

func (s stage[P, R, V]) find(known map[string]int, r *R) (int, bool) {
	if known == nil {
		return 0, false
	}
	for _, k := range s.same(r) {
		if i, ok := known[k]; ok {
			return i, true
		}
	}
	return 0, false
}

// order sorts by place in the text, where it must, and carries references over.
func (s stage[P, R, V]) order(t *Text, vs *values[R, V]) {
	for i := range vs.rooms {
		t.doc.CheckAt(i)
		if i > 0 && compareSpans(s.key(&vs.rooms[i-1]), s.key(&vs.rooms[i])) > 0 {
			s.sort(t, vs)
			break
		}
	}
	if s.tidy == nil {
		return
	}
	for i := range vs.rooms {
		t.doc.CheckAt(i)
		s.tidy(&vs.rooms[i], vs.own(i))
	}
}

func (s stage[P, R, V]) sort(t *Text, vs *values[R, V]) {
	perm := make([]int32, len(vs.rooms))
	for i := range perm {
		perm[i] = int32(i)
	}
	slices.SortStableFunc(perm, token.Looking(t.doc, func(a, b int32) int {
		return compareSpans(s.key(&vs.rooms[a]), s.key(&vs.rooms[b]))
	}))
	out := values[R, V]{rooms: make([]R, 0, len(perm))}
	place := make([]int32, len(perm))
	for i, p := range perm {
		t.doc.CheckAt(i)
		out.add(vs.at(int(p)))
		place[p] = int32(i)
	}
	for i := range out.rooms {
		t.doc.CheckAt(i)
		for _, r := range s.refs(&out.rooms[i]) {
			if *r != token.None {
				*r = place[*r]
			}
		}
	}
	*vs = out
}

// protect turns a panic of a room into an error: no text may cost the caller
// the article, or the process.
func protect[V any](f func() []V) (vs []V, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case token.Stopped:
			panic(r)
		default:
			vs, err = nil, panicked(r)
		}
	}()
	return f(), nil
}

// guard runs a plug-in. It may panic, or end its goroutine, which is therefore
// its own; when the work is no longer wanted, it is not waited for.
func guard[V any](t *Text, f func() ([]V, error)) ([]V, error) {
	type result struct {
		vs  []V
		err error
	}
	out := make(chan result, 1)
	go func() {
		r := result{err: errors.New("the parser ended its goroutine")}
		defer func() {
			if p := recover(); p != nil {
				r = result{err: panicked(p)}
			}
			out <- r
		}()
		r.vs, r.err = f()
	}()
	select {
	case r := <-out:
		if r.err != nil {
			r.vs = nil
		}
		return r.vs, r.err
	case <-t.doc.Done:
		panic(token.Stopped{})
	}
}

// A panicError is a panic with its stack.
type panicError struct {
	error
	stack string
}

func (e *panicError) Unwrap() error { return errors.Unwrap(e.error) }

func panicked(value any) error {
	if err, ok := value.(error); ok {
		return &panicError{fmt.Errorf("panic: %w", err), string(debug.Stack())}
	}
	return &panicError{fmt.Errorf("panic: %v", value), string(debug.Stack())}
}

// parserError is what the error of a parser looks like to the caller.
func parserError(stage string, index int, parser any, err error) *ParserError {
	e := &ParserError{Stage: stage, Index: index, Parser: fmt.Sprintf("%T", parser), Err: err}
	if p, ok := err.(*panicError); ok {
		e.Err, e.Stack = p.error, p.stack
	}
	return e
}

func timeStage(t *Text) stage[TimeParser, timex.Mention, TimeMention] {
	c := checker{d: t.document()}
	return stage[TimeParser, timex.Mention, TimeMention]{
		name:   "times",
		call:   TimeParser.ParseTimes,
		check:  func(m *TimeMention) error { return c.check("time", func() { c.time(m) }) },
		id:     func(m *TimeMention) int { return int(m.ID) },
		in:     t.timeIn,
		claims: func(m *timex.Mention) []Span { return []Span{outer(m.Span)} },
		key:    func(m *timex.Mention) Span { return outer(m.Span) },
		refs:   func(m *timex.Mention) []*int32 { return []*int32{&m.Ref} },
	}
}

// locationStage cuts the mentions that an earlier parser has.
func locationStage(t *Text) stage[LocationParser, location, Location] {
	c := checker{d: t.document()}
	return stage[LocationParser, location, Location]{
		name: "locations",
		call: LocationParser.ParseLocations,
		check: func(l *Location) error {
			l.Mentions = slices.Clone(l.Mentions)
			slices.SortFunc(l.Mentions, func(x, y LocationMention) int { return compareSpans(x.Span, y.Span) })
			return c.check("location", func() { c.location(l) })
		},
		id:     func(l *Location) int { return int(l.ID) },
		in:     t.locationIn,
		claims: (*location).spans,
		cut: func(l *location, taken func(Span) bool) bool {
			l.mentions = slices.DeleteFunc(l.mentions, func(m place.Mention) bool { return taken(outer(m.Span)) })
			return len(l.mentions) > 0
		},
		key:  func(l *location) Span { return outer(l.mentions[0].Span) },
		refs: func(*location) []*int32 { return nil },
	}
}

// actorStage cuts the mentions that an earlier parser has, and joins what
// goes by the same name or stands on the same mention.
func actorStage(t *Text) stage[ActorParser, foundActor, Actor] {
	c := checker{d: t.document()}
	return stage[ActorParser, foundActor, Actor]{
		name: "actors",
		call: ActorParser.ParseActors,
		check: func(a *Actor) error {
			a.Mentions, a.Aliases, a.Roles = slices.Clone(a.Mentions), slices.Clone(a.Aliases), slices.Clone(a.Roles)
			a.Members = nil // coreference tells
			for i := range a.Mentions {
				a.Mentions[i].Form = cmp.Or(a.Mentions[i].Form, MentionNamed)
			}
			slices.SortFunc(a.Mentions, func(x, y ActorMention) int { return compareSpans(x.Span, y.Span) })
			return c.check("actor", func() {
				c.actor(a)
				for _, m := range a.Mentions {
					first, last := t.doc.Range(inner(m.Span))
					c.that(first < last, "mention [%d,%d) holds no word", m.Span.Start, m.Span.End)
				}
			})
		},
		id:     func(a *Actor) int { return int(a.ID) },
		in:     t.actorIn,
		claims: (*foundActor).spans,
		cut: func(a *foundActor, taken func(Span) bool) bool {
			a.mentions = slices.DeleteFunc(a.mentions, func(m actor.Mention) bool { return taken(outer(m.Span)) })
			return len(a.mentions) > 0
		},
		same: func(a *foundActor) []string {
			keys := []string{strings.ToLower(a.name)}
			for _, s := range a.spans() {
				keys = append(keys, fmt.Sprintf("%d-%d", s.Start, s.End))
			}
			return keys
		},
		join: t.joinActor,
		key:  func(a *foundActor) Span { return outer(a.mentions[0].Span) },
		refs: func(*foundActor) []*int32 { return nil },
	}
}

// statementStage takes the cue, or without one the content, for a claim: a
// statement may stand inside another one.
func statementStage(t *Text) stage[StatementParser, quote.Statement, Statement] {
	c := checker{d: t.document()}
	return stage[StatementParser, quote.Statement, Statement]{
		name: "statements",
		call: StatementParser.ParseStatements,
		check: func(s *Statement) error {
			s.Content, s.Quoted = slices.Clone(s.Content), slices.Clone(s.Quoted)
			s.Kind = cmp.Or(s.Kind, StatementIndirect)
			return c.check("statement", func() { c.statement(s) })
		},
		id: func(s *Statement) int { return int(s.ID) },
		in: t.statementIn,
		claims: func(s *quote.Statement) []Span {
			if s.Cue != (token.Span{}) {
				return []Span{outer(s.Cue)}
			}
			return outers(s.Content)
		},
		key:  func(s *quote.Statement) Span { return outer(s.Content[0]) },
		refs: func(s *quote.Statement) []*int32 { return []*int32{&s.Parent} },
	}
}

func eventStage(t *Text) stage[EventParser, event.Event, Event] {
	c := checker{d: t.document()}
	return stage[EventParser, event.Event, Event]{
		name: "events",
		call: EventParser.ParseEvents,
		progress: func(vs *values[event.Event, Event]) {
			t.truth.events = slices.Clone(vs.rooms) // whose relations are not final yet
			t.events = publish(t, vs, t.eventOut, ownEvent)
			t.measure()
		},
		check: func(e *Event) error {
			e.Mentions, e.Relations, e.Participants = slices.Clone(e.Mentions), slices.Clone(e.Relations), slices.Clone(e.Participants)
			e.Quantities, e.Attributes = slices.Clone(e.Quantities), slices.Clone(e.Attributes)
			slices.SortFunc(e.Mentions, compareSpans)
			return c.check("event", func() { c.event(e) })
		},
		id:     func(e *Event) int { return int(e.ID) },
		in:     t.eventIn,
		claims: func(e *event.Event) []Span { return []Span{outer(e.Trigger)} },
		key:    func(e *event.Event) Span { return outer(e.Mentions[0]) },
		refs: func(e *event.Event) []*int32 {
			out := make([]*int32, len(e.Relations))
			for i := range e.Relations {
				out[i] = &e.Relations[i].Event
			}
			return out
		},
		tidy: func(e *event.Event, own *Event) {
			dropped := func(i int) bool { return e.Relations[i].Event == token.None }
			if own != nil {
				own.Relations = deleteAt(own.Relations, dropped)
			}
			e.Relations = deleteAt(e.Relations, dropped)
		},
	}
}

// deleteAt is s, whose memory it uses, without the values at the places that f tells; nil if none is left.
func deleteAt[V any](s []V, f func(i int) bool) []V {
	out := s[:0]
	for i := range s {
		if !f(i) {
			out = append(out, s[i])
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// document is what there is so far, for checking what comes next.
func (t *Text) document() *Document {
	return &Document{Article: t.article, Times: t.times, Locations: t.locations, Actors: t.actors, Statements: t.statements}
}

func compareSpans(a, b Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
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
	const few = 8 // which are put in one by one
	if len(spans) > few {
		all := slices.Concat(x.s, spans)
		slices.SortFunc(all, compareSpans)
		x.s = all[:0]
		for _, s := range all {
			if n := len(x.s); n > 0 && s.Start < x.s[n-1].End {
				x.s[n-1].End = max(x.s[n-1].End, s.End)
			} else {
				x.s = append(x.s, s)
			}
		}
		return
	}
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
