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
	sightings []coref.Sighting
	first     []int // place of each report's first sighting
	unions    []coref.Union
	of        []int32 // union of each sighting
}

func newCrowd(reports []*report) *crowd {
	c := &crowd{reports: reports, first: make([]int, len(reports))}
	for ri, r := range reports {
		c.first[ri] = len(c.sightings)
		for ai := range r.Actors {
			a := &r.Actors[ai]
			k := kindOf(a.Kind)
			c.sightings = append(c.sightings, coref.Sighting{Article: int32(ri), Named: a.Named, Ident: coref.Ident{Kind: k, Name: a.Name,
				Aliases: a.Aliases, Country: a.Country, Gender: genderOf(a.Gender, k), Offices: a.Offices, Holder: a.Link, IDs: idsIn(a.IDs)}})
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

// sourceOf is what an article tells, with the Timeline's actors.
func (c *crowd) sourceOf(x *telling) Report {
	s := x.event.Source.clone()
	for i := range s.Participants {
		s.Participants[i].Actor = c.id(x.article, s.Participants[i].Actor)
	}
	s.By = c.id(x.article, s.By)
	return s
}

// A place in an event: what one article has there alone.
type castPlace struct {
	article, sighting int
	part              story.Part
}

// through joins actors who take the same part in what is one event by of.
func (c *crowd) through(all []telling, of []int32) {
	type key struct {
		event int32
		role  Role
	}
	alone := make(map[key][]castPlace)
	var order []key
	for i := range all {
		x := &all[i]
		for _, role := range [...]Role{RoleAgent, RolePatient} {
			p, ok := only(x.event.Source.Participants, role)
			if !ok {
				continue
			}
			k := key{of[i], role}
			if alone[k] == nil {
				order = append(order, k)
			}
			alone[k] = append(alone[k], castPlace{x.article, c.first[x.article] + int(p.Actor) - 1, story.Part{Text: p.Text, Count: int32(p.Count)}})
		}
	}
	var parts []coref.Part
	for _, k := range order {
		ps := alone[k]
		for j := range ps {
			for i := max(0, j-castWindow); i < j; i++ {
				if ps[i].article != ps[j].article && story.NumbersAgree(&ps[i].part, &ps[j].part) {
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

// nounsOf are what describes an actor: of one without a name, its own noun, of
// a person with a name its roles'.
func (c *crowd) nounsOf(x int) []string {
	s := &c.sightings[x]
	ri := int(s.Article)
	a := &c.reports[ri].Actors[x-c.first[ri]]
	if !s.Named {
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

// only is the one actor in that role.
func only(ps []Participant, role Role) (out Participant, ok bool) {
	for _, p := range ps {
		if p.Role == role {
			if ok {
				return Participant{}, false
			}
			out, ok = p, true
		}
	}
	return out, ok && out.Actor != 0
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
