package coref

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
)

// Ident is what is known of an actor across articles: what Same compares.
type Ident struct {
	Kind    actor.Kind
	Name    string
	Aliases []string
	Country string
	Gender  actor.Gender
	Number  actor.Number
	Offices []string // canonical offices, of the article's present
	Holder  string   // name of the linked office holder, or empty
	IDs     []actor.ID
}

// Ident is a as Same compares it.
func (a *Actor) Ident() Ident {
	x := Ident{Kind: a.Kind, Name: a.Name, Aliases: a.Aliases, Country: a.Country, Gender: a.Gender, Number: a.Number, Holder: a.Holder.Name,
		IDs: a.IDs}
	for i := range a.Roles {
		if o := a.Roles[i].Office; o != "" && !slices.Contains(x.Offices, o) {
			x.Offices = append(x.Offices, o)
		}
	}
	return x
}

// Same reports whether actors a and b of two articles are one, and why:
//
//	same-country       states of one code
//	same-name          equal names, nothing against it
//	spelling-variant   one name in two spellings, with a country, an office or a holder in common
//	full-name          a longer and a shorter full form of one name
//	surname-and-office a lone surname and a full name with an office in common
//	same-holder        linked to one office holder
//	acronym, alias     a body and its short form
//	same-phrase        groups of one description
//	same-id            a list outside the text knows both by one ID
//
// Two of which a list knows each by an ID of its own are two.
// It is symmetric, not transitive: a lone surname may suit two people.
func Same(a, b Ident) (reason string, ok bool) {
	if actor.Apart(a.IDs, b.IDs) {
		return "", false
	}
	if reason, ok = same(a, b); ok {
		return reason, true
	}
	if actor.Shared(a.IDs, b.IDs) {
		return "same-id", true
	}
	return "", false
}

func same(a, b Ident) (reason string, ok bool) {
	switch {
	case a.Kind == actor.State || b.Kind == actor.State:
		return "same-country", a.Kind == b.Kind && a.Country != "" && a.Country == b.Country
	case person(a.Kind) && person(b.Kind):
		return samePeople(a, b)
	case isBody(a.Kind) && isBody(b.Kind):
		return sameBody(a, b)
	case a.Kind == actor.Group && b.Kind == actor.Group:
		k := actor.Fold(a.Name)
		described := a.Country != "" || strings.Contains(k, " ")
		return "same-phrase", described && a.Country == b.Country && k == actor.Fold(b.Name)
	}
	return "", false
}

func samePeople(a, b Ident) (string, bool) {
	if !agrees(a.Gender, b.Gender) {
		return "", false
	}
	if a.Kind == actor.RoleOnly || b.Kind == actor.RoleOnly {
		// a role alone is somebody only through the table of holders
		return "same-holder", a.Holder != "" && a.Holder == b.Holder || held(a, b) || held(b, a)
	}
	wa, wb := nameWords(a.Name), nameWords(b.Name)
	if len(wa) == 0 || len(wb) == 0 {
		return "", false
	}
	c := commonOf(a, b)
	switch {
	case slices.Equal(wa, wb):
		return "same-name", c.sameName(len(wa) > 1, len(a.Offices)+len(b.Offices) == 0)
	case len(wa) > 1 && len(wb) > 1:
		return c.sameFull(wa, wb)
	case c.holder:
		return "same-holder", true
	}
	if len(wa) == 1 {
		wa, wb = wb, wa
	}
	return "surname-and-office", len(wa) > 1 && actor.SameWord(wa[len(wa)-1], wb[0]) && c.office && !c.against
}

// held reports whether role a is held by person b, as far as the table of
// holders knows.
func held(a, b Ident) bool {
	return a.Kind == actor.RoleOnly && b.Kind == actor.Person && a.Holder != "" && len(nameWords(b.Name)) > 1 &&
		actor.NameAlike(a.Holder, b.Name) && compatible(a.Country, b.Country)
}

// inCommon is what two people have in common, or against being one.
type inCommon struct{ office, holder, country, against bool }

func commonOf(a, b Ident) inCommon {
	c := inCommon{
		holder:  a.Holder != "" && a.Holder == b.Holder,
		country: a.Country != "" && a.Country == b.Country,
		against: !compatible(a.Country, b.Country) && !worldwide(a.Country) && !worldwide(b.Country),
	}
	for _, o := range a.Offices {
		c.office = c.office || slices.Contains(b.Offices, o) && !listed(o, classCommon)
	}
	return c
}

// worldwide reports whether c is no one country.
func worldwide(c string) bool { return c == "EU" || c == "UN" }

// sameName reports whether two of equal names are one: full names, or lone
// ones, who bear no offices or one in common.
func (c *inCommon) sameName(full, noOffices bool) bool {
	if full {
		return !c.against || c.office || c.holder
	}
	return c.holder || !c.against && (c.office || noOffices)
}

// sameFull tells why two full names are one person's.
func (c *inCommon) sameFull(a, b []string) (string, bool) {
	switch {
	case !samePerson(a, b) && !samePerson(b, a) || c.against && !c.holder:
		return "", false
	case a[0] == b[0] && a[len(a)-1] == b[len(b)-1], tail(a, b), tail(b, a):
		return "full-name", true
	}
	return "spelling-variant", c.country || c.office || c.holder
}

// tail reports whether b is the last words of a.
func tail(a, b []string) bool { return len(a) > len(b) && slices.Equal(a[len(a)-len(b):], b) }

func sameBody(a, b Ident) (string, bool) {
	if !compatible(a.Country, b.Country) && a.Kind != actor.Organisation && b.Kind != actor.Organisation {
		return "", false
	}
	ka, kb := bodyKey(a.Name), bodyKey(b.Name)
	if ka == "" || kb == "" || (a.Number == actor.Plur) != (b.Number == actor.Plur) {
		return "", false
	}
	switch {
	case ka == kb:
		// "ministry": a common noun is another body in another article
		common := !strings.Contains(ka, " ") && lower(a.Name) || lower(b.Name) && (a.Country == "" || a.Country != b.Country)
		return "same-name", !common
	case acronym(a.Name) == kb && upper(b.Name), acronym(b.Name) == ka && upper(a.Name), equivalent(ka, kb), equivalent(kb, ka):
		return "acronym", true
	}
	return "alias", goesBy(a.Aliases, kb) || goesBy(b.Aliases, ka)
}

// goesBy reports whether one of the aliases has that key.
func goesBy(aliases []string, key string) bool {
	return slices.ContainsFunc(aliases, func(x string) bool { return !lower(x) && bodyKey(x) == key })
}

// lower reports whether s holds no capital letter: no proper name.
func lower(s string) bool { return strings.ToLower(s) == s }

// MergeKeys are strings of which two actors that are Same have at least one
// in common: what to sort by before comparing pairs.
func MergeKeys(a Ident) []string {
	var out []string
	add := func(s string) {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, id := range a.IDs {
		add("i " + id.Scheme + " " + id.ID)
	}
	switch {
	case a.Kind == actor.State:
		add("s " + a.Country)
	case person(a.Kind):
		// names in other spellings differ by one letter at most: the first
		// letter of the skeleton is what they share
		if w := nameWords(a.Name); len(w) > 0 && a.Kind == actor.Person {
			add(personKey(w[len(w)-1]))
		}
		if w := nameWords(a.Holder); len(w) > 0 {
			add(personKey(w[len(w)-1]))
		}
	case isBody(a.Kind):
		add("b " + bodyKey(a.Name))
		add("b " + acronym(a.Name))
		for _, x := range a.Aliases {
			if !lower(x) {
				add("b " + bodyKey(x))
			}
		}
		for _, long := range longForms(bodyKey(a.Name)) {
			add("b " + long)
		}
	default:
		add("g " + actor.Fold(a.Name))
	}
	return out
}

func personKey(w string) string {
	s := actor.Skeleton(w)
	if len(s) > 1 {
		s = s[:1]
	}
	return "p " + s
}
