package coref

import (
	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// officeHolder is who held the office at the article's date: the user's actor,
// else the table's.
func (r *resolver) officeHolder(country, office string) (actor.Holder, bool) {
	if h, ok := r.o.Known.OfficeHolder(country, office, r.o.Published); ok {
		return h, true
	}
	return actor.OfficeHolder(country, office, r.o.Published)
}

// inOffice is who the table of holders knows in the office of ro.
func (r *resolver) inOffice(ro *actor.Role) int32 {
	if ro.Standing != actor.Current {
		return token.None
	}
	h, ok := r.officeHolder(ro.Country, ro.Office)
	if !ok {
		return token.None
	}
	w := nameWords(h.Name)
	for c, x := range r.recent {
		if x.Kind == actor.Person && len(x.words) > 0 && calledAs(x.words, w) {
			return c
		}
	}
	return token.None
}

// holds reports whether the table knows x as the head of the country at the
// article's date.
func (r *resolver) holds(x *entity, country string) bool {
	for o := range texts("leader", classHeadOfCountry) {
		if r.holdsOffice(x, o, country) {
			return true
		}
	}
	return false
}

// holdsOffice reports whether the table knows x in the office, of that
// country or, when it is empty, of x's, at the article's date.
func (r *resolver) holdsOffice(x *entity, office, country string) bool {
	if r.o.Published.IsZero() || len(x.words) == 0 {
		return false
	}
	if country == "" {
		country = x.Country
	}
	if country == "" {
		country = r.nameCountry(x, office)
	}
	h, ok := r.officeHolder(country, office)
	return ok && calledAs(x.words, nameWords(h.Name))
}

// nameCountry is the country in which somebody of x's full name held the
// office at the article's date, when there is just one.
func (r *resolver) nameCountry(x *entity, office string) string {
	if len(x.words) < 2 {
		return ""
	}
	for _, h := range actor.HoldersNamed(x.words[len(x.words)-1]) {
		if h.Office == office && h.In(r.o.Published) && actor.GivenAlike(nameWords(h.Name)[0], x.words[0]) {
			return h.Country
		}
	}
	return ""
}

// calledAs reports whether somebody called words may be who is called full.
func calledAs(words, full []string) bool {
	return actor.SameWord(words[len(words)-1], full[len(full)-1]) && (len(words) == 1 || actor.GivenAlike(words[0], full[0]))
}
