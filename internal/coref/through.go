package coref

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
)

// A Part is that sighting A of one article and sighting B of another do the
// same in one event, each alone.
type Part struct{ A, B int32 }

// Through joins unions that take the same part in one event, at most one of
// which has a name: "a climber" in one article is "Juan Holm" in the next.
// What is told most often is joined first. It gives the new unions, in the order
// of their first members.
func Through(all []Sighting, us []Union, parts []Part) []Union {
	of := make([]int32, len(all))
	for g := range us {
		for _, m := range us[g].Members {
			of[m] = int32(g)
		}
	}
	named := make([]bool, len(us))
	for i := range all {
		named[of[i]] = named[of[i]] || all[i].Named
	}
	var told []uint64 // pairs of unions
	for _, p := range parts {
		a, b := of[p.A], of[p.B]
		if a != b && !(named[a] && named[b]) && sameClass(&all[us[a].Members[0]], &all[us[b].Members[0]]) {
			told = append(told, uint64(min(a, b))<<32|uint64(max(a, b)))
		}
	}
	slices.Sort(told)
	type pair struct {
		Part
		times int
	}
	var pairs []pair
	x := across{all: all}
	at := make(map[int32]int32) // of unions that may be joined: their groups
	for i := 0; i < len(told); {
		j := i
		for j < len(told) && told[j] == told[i] {
			j++
		}
		p := Part{int32(told[i] >> 32), int32(told[i])}
		pairs = append(pairs, pair{p, j - i})
		for _, u := range [2]int32{p.A, p.B} {
			if _, ok := at[u]; !ok {
				at[u] = int32(len(x.groups))
				x.groups = append(x.groups, groupAgain(all, &us[u], at[u]))
			}
		}
		i = j
	}
	slices.SortStableFunc(pairs, func(p, q pair) int { return cmp.Compare(q.times, p.times) })
	joined := false
	for _, p := range pairs {
		a, b := x.root(at[p.A]), x.root(at[p.B])
		if a != b && x.mayBeOne(a, b) {
			x.join(a, b, "same-event")
			joined = true
		}
	}
	if !joined {
		return us
	}
	out := make([]Union, 0, len(us))
	for u := range us {
		if _, ok := at[int32(u)]; !ok {
			out = append(out, us[u])
		}
	}
	out = append(out, x.unions()...)
	sortUnions(out)
	return out
}

// groupAgain is a union as it was while it was made, the group of that place.
func groupAgain(all []Sighting, u *Union, place int32) group {
	c := group{into: place, members: slices.Clone(u.Members), country: u.Country, ids: u.IDs, reasons: slices.Clone(u.Reasons)}
	for _, m := range u.Members {
		s := &all[m]
		c.articles.add(s.Article)
		c.knows(s.Country, s.Gender, nil)
		c.taken = c.taken || s.taken
		if s.Named {
			c.name = s.Name
		}
	}
	return c
}

// mayBeOne reports whether nothing speaks against two groups' being one actor.
func (x *across) mayBeOne(a, b int32) bool {
	p, q := &x.groups[a], &x.groups[b]
	if p.name != "" && q.name != "" || p.gender != 0 && q.gender != 0 && p.gender != q.gender ||
		p.taken && q.name != "" || q.taken && p.name != "" {
		return false
	}
	return sameClass(&x.all[p.members[0]], &x.all[q.members[0]])
}

// sameClass reports whether both are people, bodies, or groups of one noun.
func sameClass(s, t *Sighting) bool {
	switch one := s.Kind == actor.Person || s.Kind == actor.RoleOnly; {
	case one:
		return t.Kind == actor.Person || t.Kind == actor.RoleOnly
	case s.Kind == actor.Group:
		return t.Kind == actor.Group && lastWord(s.Name) == lastWord(t.Name)
	}
	return isBody(s.Kind) && isBody(t.Kind)
}

// office is that an article gives an office to somebody of that sex.
type office struct {
	article int32
	name    string
	gender  actor.Gender
}

// bearers are the offices that the articles give to people by name.
func bearers(all []Sighting) map[office]bool {
	out := make(map[office]bool)
	for i := range all {
		if s := &all[i]; s.Named && s.Kind == actor.Person {
			for _, o := range s.Offices {
				out[office{s.Article, o, s.Gender}] = true
			}
		}
	}
	return out
}

// taken reports whether s is known only by an office that its article gives to
// somebody by name: "the actress" of an article on one actress is no other.
func taken(s *Sighting, by map[office]bool) bool {
	if s.Named || s.Kind != actor.RoleOnly {
		return false
	}
	for _, o := range s.Offices {
		for g := actor.Gender(0); g <= actor.Fem; g++ {
			if agrees(g, s.Gender) && by[office{s.Article, o, g}] {
				return true
			}
		}
	}
	return false
}
