package coref

import (
	"github.com/dateline-go/dateline/internal/actor"
)

// holder links a to the table of office holders: by name, where the text
// gives the office too or the name is whole, or by office and date where it
// gives no name.
func (r *resolver) holder(a *Actor) {
	if a.Number == actor.Plur {
		return
	}
	for _, s := range append([]string{a.Name}, a.Aliases...) {
		if k, ok := r.o.Known.Lookup(s); ok {
			x := r.o.Known.At(k)
			a.Holder = Holder{Name: x.Name, Office: x.Office, Country: x.Country, Rule: "user-actor", Score: holderUser}
			return
		}
	}
	switch a.Kind {
	case actor.Person:
		r.holderByName(a)
	case actor.RoleOnly:
		for i := range a.Roles {
			if r.holderByRole(a, &a.Roles[i]) {
				return
			}
		}
	}
}

// tableIDs gives a the IDs that the table has of states and of office holders.
func (a *Actor) tableIDs() {
	id := a.Holder.ID
	x := actor.ID{Scheme: actor.Wikidata, ID: id, Rule: a.Holder.Rule, Score: a.Holder.Score}
	if a.Kind == actor.State && a.Number != actor.Plur {
		x = actor.ID{Scheme: actor.Wikidata, ID: actor.StateID(a.Country), Rule: "country-code", Score: sureSame}
	}
	if x.ID != "" {
		a.IDs = actor.AddIDs(a.IDs, []actor.ID{x})
	}
}

// holderByRole links a to who held office ro at the article's date.
func (r *resolver) holderByRole(a *Actor, ro *actor.Role) bool {
	if ro.Standing != actor.Current {
		return false
	}
	if h, ok := r.officeHolder(ro.Country, ro.Office); ok {
		a.Holder = Holder{Name: h.Name, Office: h.Office, Country: h.Country, Rule: "office-at-date", Score: holderOffice,
			ID: actor.PersonID(h.Country, h.Name)}
		return true
	}
	if ro.Office != "leader" {
		return false
	}
	// "the French leader": whoever of the two offices the table has
	for o := range texts(ro.Country, classLeader) {
		if r.leader(a, ro.Country, o) {
			return true
		}
	}
	return !wordTable.Has(ro.Country, classLeader) &&
		(r.leader(a, ro.Country, "president") || r.leader(a, ro.Country, "prime minister"))
}

// leader links a to who held office o, which leads the country.
func (r *resolver) leader(a *Actor, country, o string) bool {
	h, ok := r.officeHolder(country, o)
	if ok {
		a.Holder = Holder{Name: h.Name, Office: h.Office, Country: h.Country, Rule: "leader-at-date", Score: holderLeader,
			ID: actor.PersonID(h.Country, h.Name)}
	}
	return ok
}

// holderByName links a to the holder of its name whom most speaks for. A whole
// name alone may be another person's.
func (r *resolver) holderByName(a *Actor) {
	w := nameWords(a.Name)
	if len(w) == 0 {
		return
	}
	best, most := Holder{}, 0
	for _, h := range actor.HoldersNamed(a.Name) {
		if !r.o.Published.IsZero() && !h.Begun(r.o.Published) {
			continue // an office to come
		}
		hw := nameWords(h.Name)
		if s := r.holderScore(a, &h, w, hw); s > most {
			rule := "name-match"
			if hw[len(hw)-1] != w[len(w)-1] || len(w) > 1 && w[0] != hw[0] {
				rule = "spelling-variant"
			}
			best, most = Holder{Name: h.Name, Office: h.Office, Country: h.Country, Rule: rule, Score: uint8(min(s, 95))}, s
			if s >= holderFull+holderAgrees {
				best.ID = actor.PersonID(h.Country, h.Name)
			}
		}
	}
	if most >= holderFull {
		a.Holder = best
	}
}

// holderScore tells how much speaks for a being holder h, whose names in words
// are given; 0 if it cannot be.
func (r *resolver) holderScore(a *Actor, h *actor.Holder, w, hw []string) int {
	country := a.Country != "" && a.Country == h.Country
	office := false
	for i := range a.Roles {
		office = office || a.Roles[i].Office == h.Office
	}
	s := holderFull
	switch {
	case a.Country != "" && !country && len(a.Roles) > 0, len(w) > 1 && !givenOf(w[0], hw), len(w) == 1 && (!country || !office):
		return 0
	case len(w) == 1:
		s = holderLone
	}
	if country {
		s += holderAgrees
	}
	if office {
		s += holderAgrees
	}
	if h.In(r.o.Published) {
		s += holderNow
	}
	if a.Name == h.Name {
		s += holderNow
	}
	return s
}

// givenOf reports whether given name g can be one of the holder called hw:
// the first, the second, or the last where families stand first.
func givenOf(g string, hw []string) bool {
	return actor.GivenAlike(g, hw[0]) || len(hw) > 2 && actor.SameWord(g, hw[1]) || len(hw) > 1 && g == hw[len(hw)-1]
}
