package dateline

import (
	"container/heap"
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/story"
)

// Top is the timeline of the n entries that tell most of it, still in order.
// Of one article these are the ones of the highest Salience; of equal ones the
// earlier stay. Of several articles what was long past when they were published
// counts less than their news, as does what entries before it have told already, by
// kind and parties or by the words of their titles, and what comes from articles
// that these came from.
func (t *Timeline) Top(n int) *Timeline {
	if n >= len(t.Entries) {
		return t.Select()
	}
	r := newRanking(t)
	top := make(map[EventID]bool, max(0, n))
	for len(top) < n {
		top[r.next().entry.ID] = true
	}
	return t.Select(func(e *Entry) bool { return top[e.ID] })
}

// What Top counts an entry less for: chosen by reading its ten lines of archives
// of four to forty texts on one subject.
const (
	ofOld   = 0.6  // what was long past
	ofTold  = 0.5  // what is told already
	ofSame  = 0.95 // each line that the only article which tells it has already
	longAgo = 60 * 24 * 60 * 60
)

// A rated is an entry and what it counts, given the first seen of what was chosen.
type rated struct {
	entry *Entry
	place int
	worth float64
	count float64
	seen  int
	words []uint32 // of its title, when first asked for
	asked int      // the last look for which it was compared
}

// A ranking chooses entries one by one. Counts only fall as others are chosen,
// so that only the first of rest has to be looked at again.
type ranking struct {
	rest   []*rated // a heap
	chosen []*rated
	lines  map[articleOf]int // how many of each article have been chosen
	many   bool              // articles
	looks  int

	// Who might have told an entry, by places among those chosen: what has a
	// word of its title, or its kind and one of its parties. So that a long
	// timeline is not compared in pairs.
	byWord map[uint32][]int32
	byTurn map[turn][]int32
}

// A turn is a kind of event with a party in a role.
type turn struct {
	kind  EventKind
	role  Role
	actor ActorID
}

// An articleOf tells articles apart.
type articleOf struct {
	id, publisher string
	published     Moment
}

func (s *Report) articleOf() articleOf { return articleOf{s.Article, s.Publisher, s.Published} }

func newRanking(t *Timeline) *ranking {
	r := &ranking{lines: make(map[articleOf]int), rest: make([]*rated, len(t.Entries)),
		byWord: make(map[uint32][]int32), byTurn: make(map[turn][]int32)}
	var first *Report
	for i := range t.Entries {
		e := &t.Entries[i]
		r.rest[i] = &rated{entry: e, place: i, worth: e.Salience, count: e.Salience}
		for j := range e.Reports {
			if first == nil {
				first = &e.Reports[j]
			}
			r.many = r.many || !e.Reports[j].sameArticle(first)
		}
	}
	if r.many {
		for _, x := range r.rest {
			x.worth = x.entry.newsworth()
			x.count = x.worth
		}
	}
	heap.Init(r)
	return r
}

// next chooses one more.
func (r *ranking) next() *rated {
	for r.many && r.rest[0].seen < len(r.chosen) {
		r.lower(r.rest[0])
		heap.Fix(r, 0)
	}
	x := heap.Pop(r).(*rated)
	r.chosen = append(r.chosen, x)
	if r.many {
		r.list(x)
	}
	last := articleOf{}
	for i := range x.entry.Reports {
		if a := x.entry.Reports[i].articleOf(); i == 0 || a != last {
			r.lines[a]++
			last = a
		}
	}
	return x
}

// list notes what x, chosen last, tells.
func (r *ranking) list(x *rated) {
	at := int32(len(r.chosen) - 1)
	for _, w := range x.title() {
		if l := r.byWord[w]; len(l) == 0 || l[len(l)-1] != at {
			r.byWord[w] = append(l, at)
		}
	}
	for _, p := range x.entry.Participants {
		k := turn{x.entry.Kind, p.Role, p.Actor}
		if l := r.byTurn[k]; p.Actor != 0 && (len(l) == 0 || l[len(l)-1] != at) {
			r.byTurn[k] = append(l, at)
		}
	}
}

// lower takes in what has been chosen since x was looked at.
func (r *ranking) lower(x *rated) {
	r.looks++
	take := func(list []int32) {
		for i := len(list) - 1; i >= 0 && int(list[i]) >= x.seen; i-- {
			c := r.chosen[list[i]]
			if c.asked != r.looks && x.retells(c) {
				x.worth *= ofTold
			}
			c.asked = r.looks
		}
	}
	for _, p := range x.entry.Participants {
		if p.Actor != 0 {
			take(r.byTurn[turn{x.entry.Kind, p.Role, p.Actor}])
		}
	}
	// A like title has more than a third of x's words, and so one of the rarest
	// two thirds.
	words := x.title()
	slices.SortFunc(words, func(v, w uint32) int { return len(r.byWord[v]) - len(r.byWord[w]) })
	for _, w := range words[:len(words)-len(words)/3] {
		take(r.byWord[w])
	}
	x.seen = len(r.chosen)
	x.count = x.worth
	if rs := x.entry.Reports; len(rs) > 0 && rs[0].sameArticle(&rs[len(rs)-1]) { // what several tell is no aside of one
		x.count *= math.Pow(ofSame, float64(r.lines[rs[0].articleOf()]))
	}
}

// newsworth is the chance that one of the articles is right about how much the
// entry matters, where what is past is seldom what an article is about.
func (e *Entry) newsworth() float64 {
	rest := 1.0
	for i := 0; i < len(e.Reports); {
		s, most := &e.Reports[i], 0.0
		for ; i < len(e.Reports) && e.Reports[i].sameArticle(s); i++ {
			most = max(most, e.Reports[i].Salience)
		}
		if hi := e.When.Latest(); !hi.IsZero() && !s.Published.IsZero() && hi.last() < s.Published.first()-longAgo {
			most *= ofOld
		}
		rest *= 1 - most
	}
	return 1 - rest
}

// retells reports whether x is likely what c has told: one kind, one party that it
// turns on and no date against it, or like titles.
func (x *rated) retells(c *rated) bool {
	a, b := x.entry, c.entry
	if a.Kind == b.Kind && !story.Spoken(string(a.Kind)) && !a.When.Before(b.When) && !b.When.Before(a.When) && a.sharesParty(b) {
		return true
	}
	v, w, both := x.title(), c.title(), 0
	for _, k := range v {
		if slices.Contains(w, k) {
			both++
		}
	}
	return both > 0 && 2*both >= len(v)+len(w)-both
}

// sharesParty reports whether one actor is a patient of both, or an agent where
// one has no patient.
func (e *Entry) sharesParty(o *Entry) bool {
	bare := !e.has(RolePatient) || !o.has(RolePatient)
	for _, p := range e.Participants {
		for _, q := range o.Participants {
			if p.Actor != 0 && p.Actor == q.Actor && p.Role == q.Role && (bare || p.Role == RolePatient) {
				return true
			}
		}
	}
	return false
}

func (e *Entry) has(r Role) bool {
	return slices.ContainsFunc(e.Participants, func(p Participant) bool { return p.Role == r })
}

// title is the words of x's title.
func (x *rated) title() []uint32 {
	if x.words == nil {
		x.words = story.Words(x.entry.Title)
	}
	return x.words
}

// Those of heap.Interface; the first is the one that counts most.

func (r *ranking) Len() int { return len(r.rest) }

func (r *ranking) Less(i, j int) bool {
	a, b := r.rest[i], r.rest[j]
	return a.count > b.count || a.count == b.count && a.place < b.place
}

func (r *ranking) Swap(i, j int) { r.rest[i], r.rest[j] = r.rest[j], r.rest[i] }

func (r *ranking) Push(x any) { r.rest = append(r.rest, x.(*rated)) }

func (r *ranking) Pop() any {
	x := r.rest[len(r.rest)-1]
	r.rest = r.rest[:len(r.rest)-1]
	return x
}
