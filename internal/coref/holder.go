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
			a.Holder = Holder{Name: x.Name, Office: x.Office, Country: x.Country, Rule: "user-actor", Score: 95}
			return
		}
	}
	switch a.Kind {
	case actor.Person:
		r.holderByName(a)
	case actor.RoleOnly:
		for i := range a.Roles {
			ro := &a.Roles[i]
			if ro.Standing != actor.Current {
				continue
			}
			office := ro.Office
			if h, ok := r.officeHolder(ro.Country, office); ok {
				a.Holder = Holder{Name: h.Name, Office: h.Office, Country: h.Country, Rule: "office-at-date", Score: 70}
				return
			}
			if office == "leader" {
				// "the French leader": whoever of the two offices the table has
				for _, o := range leaders(ro.Country) {
					if h, ok := r.officeHolder(ro.Country, o); ok {
						a.Holder = Holder{Name: h.Name, Office: h.Office, Country: h.Country, Rule: "leader-at-date", Score: 55}
						return
					}
				}
			}
		}
	}
}

// officeHolder is who held the office at the article's date: the user's actor,
// else the table's.
func (r *resolver) officeHolder(country, office string) (actor.Holder, bool) {
	if h, ok := r.o.Known.OfficeHolder(country, office, r.o.Published); ok {
		return h, true
	}
	return actor.OfficeHolder(country, office, r.o.Published)
}

// leaders are the offices that "leader" means in a country, in order.
func leaders(country string) []string {
	switch country {
	case "GB", "JP", "CA", "AU", "NZ", "IN", "IT", "IL", "ES", "NL", "SE", "NO", "DK", "BE", "HU", "PL", "GR", "PK", "BD", "MY", "TH", "KH":
		return []string{"prime minister"}
	case "DE", "AT":
		return []string{"chancellor"}
	case "IR":
		return []string{"supreme leader", "president"}
	}
	return []string{"president", "prime minister"}
}

func (r *resolver) holderByName(a *Actor) {
	w := nameWords(a.Name)
	if len(w) == 0 {
		return
	}
	best, bestScore := Holder{}, 0
	for _, h := range actor.HoldersNamed(a.Name) {
		if !r.o.Published.IsZero() && !h.Begun(r.o.Published) {
			continue // an office to come
		}
		hw := nameWords(h.Name)
		s := 0
		country := a.Country != "" && a.Country == h.Country
		if a.Country != "" && !country && len(a.Roles) > 0 {
			continue
		}
		office := false
		for i := range a.Roles {
			office = office || a.Roles[i].Office == h.Office
		}
		if len(w) > 1 {
			if !actor.GivenAlike(w[0], hw[0]) && !(len(hw) > 2 && actor.SameWord(w[0], hw[1])) && !(len(hw) > 1 && w[0] == hw[len(hw)-1]) {
				continue
			}
			s = 60
		} else if !country || !office {
			continue
		} else {
			s = 40
		}
		if country {
			s += 15
		}
		if office {
			s += 15
		}
		if h.In(r.o.Published) {
			s += 5
		}
		if a.Name == h.Name {
			s += 5
		}
		if s > bestScore {
			rule := "name-match"
			if hw[len(hw)-1] != w[len(w)-1] || len(w) > 1 && w[0] != hw[0] {
				rule = "spelling-variant"
			}
			best, bestScore = Holder{Name: h.Name, Office: h.Office, Country: h.Country, Rule: rule, Score: uint8(min(s, 95))}, s
		}
	}
	// a whole name alone may be another person's
	if bestScore >= 60 {
		a.Holder = best
	}
}
