package dateline

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/story"
)

// A crowd is the actors of many reports, and who is who.
type crowd struct {
	reports   []*report
	seen      []*seen
	sightings []coref.Sighting
	first     []int // place of each report's first sighting
	unions    []coref.Union
	of        []int32 // union of each sighting
}

func newCrowd(m *memory) *crowd {
	c := &crowd{reports: m.order, first: make([]int, len(m.order))}
	for ri, r := range m.order {
		s := m.seen[r]
		c.first[ri], c.seen = len(c.sightings), append(c.seen, s)
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
	type key struct {
		event int32
		role  Role
	}
	alone := make(map[key][]castPlace)
	var order []key
	for n := range all {
		x := &all[n]
		event := n - x.first
		for _, role := range [...]Role{RoleAgent, RolePatient} {
			i := only(x.event.Source.Participants, role)
			if i < 0 {
				continue
			}
			p := &c.seen[x.article].node.Report(event).Parts[i]
			k := key{of[n], role}
			if alone[k] == nil {
				order = append(order, k)
			}
			alone[k] = append(alone[k], castPlace{x.article, c.first[x.article] + int(x.event.Source.Participants[i].Actor) - 1, p})
		}
	}
	var parts []coref.Part
	for _, k := range order {
		ps := alone[k]
		for j := range ps {
			for i := max(0, j-castWindow); i < j; i++ {
				if ps[i].article != ps[j].article && story.NumbersAgree(ps[i].part, ps[j].part) {
					parts = append(parts, coref.Part{A: int32(ps[i].sighting), B: int32(ps[j].sighting)})
				}
			}
		}
	}
	parts = append(parts, c.described(all, of)...)
	if len(parts) > 0 {
		c.take(coref.Through(c.sightings, c.unions, parts))
	}
}

// sharedEvents is how many events two articles must both tell for "the
// suspect" of one to be the suspect of the other.
const sharedEvents = 2

// described pairs those without a name, in articles that tell the same events,
// with those that the other article describes by the same noun.
func (c *crowd) described(all []telling, of []int32) []coref.Part {
	last := make(map[int32][]int) // articles of each event
	shared := make(map[[2]int]int)
	var order [][2]int
	for i := range all {
		as := last[of[i]]
		if len(as) > 0 && as[len(as)-1] == all[i].article {
			continue
		}
		for _, a := range as[max(0, len(as)-castWindow):] {
			p := [2]int{a, all[i].article}
			if shared[p]++; shared[p] == sharedEvents {
				order = append(order, p)
			}
		}
		last[of[i]] = append(as, all[i].article)
	}
	nouns := make(map[int]map[string]int)
	var parts []coref.Part
	for _, p := range order {
		for _, a := range p {
			if nouns[a] == nil {
				nouns[a] = c.nouns(a)
			}
		}
		for i := range c.reports[p[0]].Actors {
			x := c.first[p[0]] + i
			for _, w := range c.nounsOf(x) {
				if y := nouns[p[1]][w]; nouns[p[0]][w] == x+1 && y > 0 {
					parts = append(parts, coref.Part{A: int32(x), B: int32(y - 1)})
				}
			}
		}
	}
	return parts
}

// nouns are the places, from 1, of the actors of an article by what they are
// called; 0 where that is several.
func (c *crowd) nouns(ri int) map[string]int {
	out := make(map[string]int)
	for i := range c.reports[ri].Actors {
		x := c.first[ri] + i
		for _, w := range c.nounsOf(x) {
			if have, ok := out[w]; !ok {
				out[w] = x + 1
			} else if have != x+1 {
				out[w] = 0
			}
		}
	}
	return out
}

// nounsOf are what describes an actor: see seen.
func (c *crowd) nounsOf(x int) []string {
	ri := int(c.sightings[x].Article)
	return c.seen[ri].nouns[x-c.first[ri]]
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
			members[k] = &c.reports[ri].Actors[int(m)-c.first[ri]]
		}
		a := unite(members)
		a.ID, a.Country, a.Articles, a.IDs, a.Merged = ActorID(i+1), u.Country, u.Articles, idsOut(u.IDs), slices.Clone(u.Reasons)
		out = append(out, a)
	}
	return out
}
