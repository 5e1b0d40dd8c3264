package dateline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/story"
)

// A crowd is the actors of many reports, and who is who.
type crowd struct {
	seen      []*seen
	sightings []coref.Sighting
	first     []int // place of each report's first sighting
	unions    []coref.Union
	of        []int32 // union of each sighting
}

func newCrowd(m *memory) *crowd {
	c := &crowd{seen: m.order, first: make([]int, len(m.order))}
	n := 0
	for _, s := range m.order {
		n += len(s.sightings)
	}
	c.sightings = make([]coref.Sighting, 0, n)
	for ri, s := range m.order {
		c.first[ri] = len(c.sightings)
		c.sightings = append(c.sightings, s.sightings...)
		for i := c.first[ri]; i < len(c.sightings); i++ {
			c.sightings[i].Article = int32(ri)
		}
	}
	c.take(coref.Across(c.sightings))
	return c
}

func (c *crowd) take(us []coref.Union) {
	c.unions, c.of = us, make([]int32, len(c.sightings))
	for u := range us {
		for _, m := range us[u].Members {
			c.of[m] = int32(u)
		}
	}
}

// id is the actor of the Timeline that an actor of report ri is.
func (c *crowd) id(ri int, a ActorID) ActorID {
	if a == 0 {
		return 0
	}
	return ActorID(c.of[c.first[ri]+int(a)-1] + 1)
}

// A place in an event: what one article has there alone.
type castPlace struct {
	article, sighting int
	part              *story.Part
}

// through joins actors who take the same part in what is one event by of.
func (c *crowd) through(all []telling, of []int32) {
	var parts []coref.Part
	var alone []castPlace
	for _, event := range c.told(all, of) {
		for _, role := range [...]Role{RoleAgent, RolePatient} {
			alone = alone[:0]
			for _, n := range event {
				x := &all[n]
				ps := x.event.Source.Participants
				if i := only(ps, role); i >= 0 {
					p := &c.seen[x.article].node.Report(int(n) - x.first).Parts[i]
					alone = append(alone, castPlace{x.article, c.first[x.article] + int(ps[i].Actor) - 1, p})
				}
			}
			for j := range alone {
				for i := max(0, j-castWindow); i < j; i++ {
					p, q := &alone[i], &alone[j]
					if p.article != q.article && c.of[p.sighting] != c.of[q.sighting] && story.NumbersAgree(p.part, q.part) {
						parts = append(parts, coref.Part{A: int32(p.sighting), B: int32(q.sighting)})
					}
				}
			}
		}
	}
	parts = append(parts, c.described(all, of)...)
	if len(parts) > 0 {
		c.take(coref.Through(c.sightings, c.unions, parts))
	}
}

// told are the tellings of each event that several articles tell.
func (c *crowd) told(all []telling, of []int32) [][]int32 {
	from := make([]int32, len(all)+1) // where an event's begin; numbers of events are less than the tellings' count
	for _, e := range of {
		from[e+1]++
	}
	for e := range all {
		from[e+1] += from[e]
	}
	tellings, next := make([]int32, len(all)), slices.Clone(from)
	for n, e := range of {
		tellings[next[e]] = int32(n)
		next[e]++
	}
	var out [][]int32
	for e := range all {
		if ns := tellings[from[e]:from[e+1]]; len(ns) > 1 && all[ns[0]].article != all[ns[len(ns)-1]].article {
			out = append(out, ns)
		}
	}
	return out
}

// sharedEvents is how many events two articles must both tell for "the
// suspect" of one to be the suspect of the other.
const sharedEvents = 2

// described pairs those without a name, in articles that tell the same events,
// with those that the other article describes by the same noun.
func (c *crowd) described(all []telling, of []int32) []coref.Part {
	last := make([][]int32, len(all))    // articles of each event
	shared := make([]uint8, len(c.seen)) // of each article: events that the one at hand tells too
	var met []int32
	var parts []coref.Part
	for i := range all {
		x, as := &all[i], last[of[i]]
		b := int32(x.article)
		if len(as) == 0 || as[len(as)-1] != b {
			for _, a := range as[max(0, len(as)-castWindow):] {
				if shared[a] == 0 {
					met = append(met, a)
				}
				shared[a] = min(shared[a]+1, sharedEvents)
			}
			last[of[i]] = append(as, b)
		}
		if i+1 < len(all) && all[i+1].article == x.article {
			continue
		}
		for _, a := range met {
			if shared[a] == sharedEvents {
				parts = c.sameNouns(parts, int(a), x.article)
			}
			shared[a] = 0
		}
		met = met[:0]
	}
	return parts
}

// sameNouns appends pairs of what two articles describe by one noun each.
func (c *crowd) sameNouns(parts []coref.Part, a, b int) []coref.Part {
	x, y := c.seen[a].nouns, c.seen[b].nouns
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch k := strings.Compare(x[i].word, y[j].word); {
		case k < 0:
			i++
		case k > 0:
			j++
		default:
			p := coref.Part{A: int32(c.first[a]) + x[i].actor, B: int32(c.first[b]) + y[j].actor}
			if c.of[p.A] != c.of[p.B] {
				parts = append(parts, p)
			}
			i, j = i+1, j+1
		}
	}
	return parts
}

// A noun describes an actor of an article, by its place there.
type noun struct {
	word  string
	actor int32
}

// nounsOf are the nouns that describe one of an article's actors alone, in order.
func nounsOf(as []reportActor) []noun {
	var ns []noun
	for i := range as {
		for _, w := range as[i].nouns() {
			ns = append(ns, noun{w, int32(i)})
		}
	}
	slices.SortFunc(ns, func(x, y noun) int { return cmp.Or(strings.Compare(x.word, y.word), cmp.Compare(x.actor, y.actor)) })
	out := ns[:0]
	for i := 0; i < len(ns); {
		j := i + 1
		for j < len(ns) && ns[j].word == ns[i].word {
			j++
		}
		if ns[i].actor == ns[j-1].actor {
			out = append(out, ns[i])
		}
		i = j
	}
	return slices.Clip(out)
}

// nouns are what describes a: if it has no name, its own noun, else, of a
// person, those of its roles.
func (a *reportActor) nouns() []string {
	if !a.Named {
		return []string{lastOf(a.Name)}
	}
	var out []string
	for _, r := range a.Roles {
		if w := lastOf(r); w != "" && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

func lastOf(s string) string {
	f := strings.Fields(strings.ToLower(s))
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

// castWindow bounds how many reports of an event each is compared with.
const castWindow = 16

// only is the place of the one participant in that role, who must be an actor, or -1.
func only(ps []Participant, role Role) int {
	at := -1
	for i := range ps {
		if ps[i].Role == role {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	if at >= 0 && ps[at].Actor == 0 {
		return -1
	}
	return at
}

// timelineActors are the actors of all reports.
func (c *crowd) timelineActors() []TimelineActor {
	var out []TimelineActor
	for i := range c.unions {
		u := &c.unions[i]
		members := make([]*reportActor, len(u.Members))
		for k, m := range u.Members {
			ri := int(c.sightings[m].Article)
			members[k] = &c.seen[ri].Actors[int(m)-c.first[ri]]
		}
		a := unite(members)
		a.ID, a.Country, a.Articles, a.IDs, a.Merged = ActorID(i+1), u.Country, u.Articles, idsOut(u.IDs), slices.Clone(u.Reasons)
		out = append(out, a)
	}
	return out
}
