package dateline

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/story"
)

// A memory is what a builder found out while it made its last Timeline, so that
// the next one costs what has changed, and a copy of the rest. It steers
// nothing: without it the Timeline is the same.
type memory struct {
	index   story.Index
	seen    map[*report]*seen
	order   []*seen // in the order of publication
	next    uint64  // number of the next report
	first   namer   // of who is who by name, which reports are compared by
	last    namer   // of who is who in the end
	entries map[[2]uint64]*Entry
}

// seen is a report made ready.
type seen struct {
	*report
	number    uint64
	node      *story.Node
	sightings []coref.Sighting
	nouns     []noun  // what describes one of its actors alone, in order
	first     []int32 // of each actor: its name by memory.first
	last      []int32 // by memory.last
}

// A namer gives unions of actors numbers that stay when the actors do.
type namer struct{ next int32 }

// name gives each union a number: that which most of its members had, unless
// another union has it. The numbers of the members are in old, 0 for new ones.
func (n *namer) name(us []coref.Union, old []int32) []int32 {
	out := make([]int32, len(us))
	taken := make([]bool, n.next+1)
	var had []int32
	for u := range us {
		had = had[:0]
		for _, m := range us[u].Members {
			if k := old[m]; k > 0 && !taken[k] {
				had = append(had, k)
			}
		}
		slices.Sort(had)
		for i, most := 0, 0; i < len(had); {
			j := i
			for j < len(had) && had[j] == had[i] {
				j++
			}
			if j-i > most {
				most, out[u] = j-i, had[i]
			}
			i = j
		}
		if out[u] == 0 {
			n.next++
			out[u] = n.next
		} else {
			taken[out[u]] = true
		}
	}
	return out
}

// recall makes ready what is new among the builder's reports, and forgets what is gone.
func (b *TimelineBuilder) recall() *memory {
	m := b.memory
	if m == nil {
		m = &memory{seen: make(map[*report]*seen)}
		b.memory = m
	}
	m.order = slices.DeleteFunc(m.order, func(s *seen) bool { return b.reports[s.Key] != s.report })
	if gone := len(m.seen) - len(m.order); gone > 0 {
		maps.DeleteFunc(m.seen, func(r *report, _ *seen) bool { return b.reports[r.Key] != r })
	}
	var fresh []*seen
	for _, r := range b.reports {
		if m.seen[r] == nil {
			m.next++
			s := newSeen(r, m.next)
			m.seen[r] = s
			fresh = append(fresh, s)
		}
	}
	slices.SortFunc(fresh, func(a, b *seen) int { return compareReports(a.report, b.report) })
	m.order = mergeSorted(m.order, fresh)
	return m
}

func mergeSorted(a, b []*seen) []*seen {
	if len(b) == 0 {
		return a
	}
	out := make([]*seen, 0, len(a)+len(b))
	i := 0
	for _, r := range b {
		for i < len(a) && compareReports(a[i].report, r.report) < 0 {
			out = append(out, a[i])
			i++
		}
		out = append(out, r)
	}
	return append(out, a[i:]...)
}

func newSeen(r *report, number uint64) *seen {
	s := &seen{report: r, nouns: nounsOf(r.Actors), number: number, first: make([]int32, len(r.Actors)), last: make([]int32, len(r.Actors))}
	for i := range r.Actors {
		a := &r.Actors[i]
		k := kindOf(a.Kind)
		s.sightings = append(s.sightings, coref.Sighting{Named: a.Named, Ident: coref.Ident{Kind: k, Name: a.Name,
			Aliases: a.Aliases, Country: a.Country, Gender: genderOf(a.Gender, k), Offices: a.Offices, Holder: a.Link, IDs: idsIn(a.IDs)}})
	}
	coref.Ready(s.sightings)
	told, texts := make([]story.Report, len(r.Events)), make([]string, len(r.Statements))
	for i := range r.Events {
		e := &r.Events[i]
		told[i] = storyReport(&e.Source)
		told[i].Kind, told[i].Mode, told[i].Lemma = string(e.Kind), string(e.Mode), e.Lemma
	}
	for i := range r.Statements {
		texts[i] = r.Statements[i].Text
	}
	key := uint64(0)
	for i := range len(r.Key) {
		key = packed.Mix(key ^ uint64(r.Key[i]))
	}
	s.node = story.NewNode(key, told, texts)
	return s
}

// old are the numbers that the sightings had.
func (m *memory) old(of func(s *seen) []int32) []int32 {
	var out []int32
	for _, s := range m.order {
		out = append(out, of(s)...)
	}
	return out
}

// whoIsWho tells the nodes who takes part in their reports.
func (m *memory) whoIsWho(who *crowd) []*story.Node {
	names := m.first.name(who.unions, m.old(func(s *seen) []int32 { return s.first }))
	nodes := make([]*story.Node, len(m.order))
	for ri, s := range m.order {
		nodes[ri] = s.node
		for ai := range s.first {
			s.first[ai] = names[who.of[who.first[ri]+ai]]
		}
		changed := false
		for ei := range s.Events {
			told := s.node.Report(ei)
			for k, p := range s.Events[ei].Source.Participants {
				if p.Actor == 0 {
					continue
				}
				id, named := s.first[p.Actor-1], who.unions[who.of[who.first[ri]+int(p.Actor)-1]].Named
				if q := &told.Parts[k]; q.Actor != id || q.Named != named {
					q.Actor, q.Named, changed = id, named, true
				}
			}
		}
		if changed {
			s.node.Renew()
		}
	}
	return nodes
}

// named gives the actors of all reports their last numbers, and of each number
// the actor that has it.
func (m *memory) named(who *crowd) []ActorID {
	names := m.last.name(who.unions, m.old(func(s *seen) []int32 { return s.last }))
	out := make([]ActorID, m.last.next+1)
	for u, n := range names {
		out[n] = ActorID(u + 1)
	}
	for ri, s := range m.order {
		for ai := range s.last {
			s.last[ai] = names[who.of[who.first[ri]+ai]]
		}
	}
	return out
}

// A maker makes entries of tellings.
type maker struct {
	m      *memory
	all    []telling
	why    []story.Why
	id     []ActorID // of last numbers
	actors []TimelineActor
	used   map[[2]uint64]*Entry
	copier
}

// sum is a hash of all that the entry of these tellings depends on.
func (k *maker) sum(members []int) (h [2]uint64) {
	add := func(x uint64) {
		h[0] = packed.Mix(h[0] ^ x)
		h[1] = packed.Mix(h[1] + h[0])
	}
	actor := func(s *seen, a ActorID) {
		if a != 0 {
			n := s.last[a-1]
			kind := k.actors[k.id[n]-1].Kind
			add(uint64(n)<<1 | uint64(bit(kind.named())))
		}
	}
	for _, i := range members {
		x := &k.all[i]
		s := k.m.order[x.article]
		add(s.number<<32 | uint64(i-x.first))
		actor(s, x.event.Source.By)
		for _, p := range x.event.Source.Participants {
			actor(s, p.Actor)
		}
		add(k.why[i].Sum)
	}
	return h
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// named reports whether actors of that kind have names of their own.
func (k ActorKind) named() bool { return k != ActorGroup && k != ActorRoleOnly }

// entry is what the tellings, which are in the order of publication, say
// together; its actors have their last numbers.
func (k *maker) entry(members []int) *Entry {
	h := k.sum(members)
	e := k.m.entries[h]
	if e == nil {
		e = k.newEntry(members)
	}
	k.used[h] = e
	return e
}

func (k *maker) newEntry(members []int) *Entry {
	ss := make([]Report, len(members))
	modes, lemmas, codes := counter{}, counter{}, counter{}
	for j, i := range members {
		x := &k.all[i]
		last := k.m.order[x.article].last
		ss[j] = x.event.Source.clone()
		for i := range ss[j].Participants {
			if p := &ss[j].Participants[i]; p.Actor != 0 {
				p.Actor = ActorID(last[p.Actor-1])
			}
		}
		if ss[j].By != 0 {
			ss[j].By = ActorID(last[ss[j].By-1])
		}
		ss[j].MergeEvidence, ss[j].Merged = Evidence{k.why[i].Rule, digits(k.why[i].Score)}, k.why[i].By
		modes.add(string(x.event.Mode))
		lemmas.add(x.event.Lemma)
		codes.add(x.event.Code)
	}
	e := summarize(k.all[members[0]].event.Kind, ss, func(a ActorID) bool { return k.actors[k.id[a]-1].Kind.named() })
	e.Mode, e.Lemma, e.Code = Mode(modes.most()), lemmas.most(), codes.most()
	return &e
}

// A copier copies entries into memory that many share, so that they cost few
// allocations.
type copier struct {
	reports      pool[Report]
	participants pool[Participant]
	quantities   pool[Quantity]
	attributes   pool[Attribute]
	words        pool[string]
}

// copy is a copy of e whose actors are those of id.
func (c *copier) copy(e *Entry, id []ActorID) Entry {
	out := *e
	out.Participants = c.parties(e.Participants, id)
	out.Quantities, out.Attributes = c.quantities.clone(e.Quantities), c.attributes.clone(e.Attributes)
	out.Reports = c.reports.clone(e.Reports)
	for i := range out.Reports {
		r := &out.Reports[i]
		r.Participants = c.parties(r.Participants, id)
		r.Quantities, r.Attributes = c.quantities.clone(r.Quantities), c.attributes.clone(r.Attributes)
		r.Merged = c.words.clone(r.Merged)
		if r.By != 0 {
			r.By = id[r.By]
		}
	}
	out.Conflicts = cloneAll(e.Conflicts, Conflict.clone)
	return out
}

func (c *copier) parties(ps []Participant, id []ActorID) []Participant {
	out := c.participants.clone(ps)
	for i := range out {
		if out[i].Actor != 0 {
			out[i].Actor = id[out[i].Actor]
		}
	}
	return out
}

// A pool gives out pieces of larger slices.
type pool[V any] struct{ free []V }

const poolSize = 512

func (p *pool[V]) clone(vs []V) []V {
	if len(vs) == 0 {
		return slices.Clone(vs)
	}
	if len(p.free) < len(vs) {
		p.free = make([]V, max(poolSize, len(vs)))
	}
	out := p.free[:len(vs):len(vs)]
	p.free = p.free[len(vs):]
	copy(out, vs)
	return out
}

func compareReports(x, y *report) int {
	if c := comparePublished(x.Published, y.Published); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.Key, y.Key))
}
