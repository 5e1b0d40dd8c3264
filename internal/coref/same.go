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
}

// Ident is a as Same compares it.
func (a *Actor) Ident() Ident {
	x := Ident{Kind: a.Kind, Name: a.Name, Aliases: a.Aliases, Country: a.Country, Gender: a.Gender, Number: a.Number, Holder: a.Holder.Name}
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
//
// It is symmetric, not transitive: a lone surname may suit two people.
func Same(a, b Ident) (reason string, ok bool) {
	switch {
	case a.Kind == actor.State || b.Kind == actor.State:
		if a.Kind == b.Kind && a.Country != "" && a.Country == b.Country {
			return "same-country", true
		}
		return "", false
	case person(a.Kind) && person(b.Kind):
		return samePeople(a, b)
	case isBody(a.Kind) && isBody(b.Kind):
		return sameBody(a, b)
	case a.Kind == actor.Group && b.Kind == actor.Group:
		ka := actor.Fold(a.Name)
		if ka == actor.Fold(b.Name) && (a.Country != "" || strings.Contains(ka, " ")) && a.Country == b.Country {
			return "same-phrase", true
		}
	}
	return "", false
}

func person(k actor.Kind) bool { return k == actor.Person || k == actor.RoleOnly }

func samePeople(a, b Ident) (string, bool) {
	if !agrees(a.Gender, b.Gender) {
		return "", false
	}
	shared := false
	for _, o := range a.Offices {
		shared = shared || slices.Contains(b.Offices, o) && !common(o)
	}
	if a.Kind == actor.RoleOnly || b.Kind == actor.RoleOnly {
		// a role alone is somebody only through the table of holders
		switch {
		case a.Holder != "" && a.Holder == b.Holder:
			return "same-holder", true
		case a.Kind == actor.RoleOnly && b.Kind == actor.Person && a.Holder != "" && len(nameWords(b.Name)) > 1 && actor.NameAlike(a.Holder, b.Name) && compatible(a.Country, b.Country):
			return "same-holder", true
		case b.Kind == actor.RoleOnly && a.Kind == actor.Person && b.Holder != "" && len(nameWords(a.Name)) > 1 && actor.NameAlike(b.Holder, a.Name) && compatible(a.Country, b.Country):
			return "same-holder", true
		}
		return "", false
	}
	wa, wb := nameWords(a.Name), nameWords(b.Name)
	if len(wa) == 0 || len(wb) == 0 {
		return "", false
	}
	country := a.Country != "" && a.Country == b.Country
	holder := a.Holder != "" && a.Holder == b.Holder
	against := a.Country != "" && b.Country != "" && a.Country != b.Country && a.Country != "EU" && b.Country != "EU" && a.Country != "UN" && b.Country != "UN"
	switch {
	case slices.Equal(wa, wb):
		if len(wa) > 1 && (!against || shared || holder) {
			return "same-name", true
		}
		if len(wa) == 1 && (shared && !against || holder || len(a.Offices) == 0 && len(b.Offices) == 0 && !against) {
			return "same-name", true
		}
	case len(wa) > 1 && len(wb) > 1:
		if !samePerson(wa, wb) && !samePerson(wb, wa) || against && !holder {
			return "", false
		}
		if wa[0] == wb[0] && wa[len(wa)-1] == wb[len(wb)-1] {
			return "full-name", true
		}
		if country || shared || holder {
			return "spelling-variant", true
		}
	case holder:
		return "same-holder", true
	default:
		if len(wa) == 1 {
			wa, wb = wb, wa
		}
		if len(wa) > 1 && actor.SameWord(wa[len(wa)-1], wb[0]) && shared && !against {
			return "surname-and-office", true
		}
	}
	return "", false
}

// common reports whether too many people bear office o for it to tell two
// apart.
func common(o string) bool {
	switch o {
	case "official", "member", "resident", "spokesperson", "leader", "head", "director", "officer", "analyst", "expert", "lawyer", "professor", "man", "woman", "candidate", "adviser", "advisor", "aide", "chief", "doctor", "wife", "husband", "son", "daughter", "father", "mother", "brother", "sister", "friend", "republican", "democrat", "author", "writer", "journalist", "reporter", "teacher", "student":
		return true
	}
	return false
}

func sameBody(a, b Ident) (string, bool) {
	if !compatible(a.Country, b.Country) && a.Kind != actor.Organisation && b.Kind != actor.Organisation {
		return "", false
	}
	if (a.Number == actor.Plur) != (b.Number == actor.Plur) {
		return "", false
	}
	ka, kb := bodyKey(a.Name), bodyKey(b.Name)
	if ka == "" || kb == "" {
		return "", false
	}
	if ka == kb {
		// "ministry": a common noun is another body in another article
		if !strings.Contains(ka, " ") && lower(a.Name) || lower(b.Name) && (a.Country == "" || a.Country != b.Country) {
			return "", false
		}
		return "same-name", true
	}
	switch {
	case acronym(a.Name) == kb && upper(b.Name), acronym(b.Name) == ka && upper(a.Name), equivalent(ka, kb), equivalent(kb, ka):
		return "acronym", true
	}
	for _, x := range a.Aliases {
		if !lower(x) && bodyKey(x) == kb {
			return "alias", true
		}
	}
	for _, x := range b.Aliases {
		if !lower(x) && bodyKey(x) == ka {
			return "alias", true
		}
	}
	return "", false
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

// longForms are the names that equivalent knows for a short one.
func longForms(k string) []string {
	switch k {
	case "un", "u n":
		return []string{"united nations"}
	case "eu":
		return []string{"european union"}
	case "fed":
		return []string{"federal reserve"}
	case "pentagon":
		return []string{"department of defense", "defense department"}
	case "gop":
		return []string{"republican party"}
	case "isis", "isil", "daesh", "islamic state group":
		return []string{"islamic state", "islamic state group"}
	case "tories":
		return []string{"conservative party"}
	}
	if x, ok := strings.CutPrefix(k, "department of "); ok {
		return []string{strings.TrimPrefix(x, "the ") + " department"}
	}
	if x, ok := strings.CutPrefix(k, "ministry of "); ok {
		return []string{strings.TrimPrefix(x, "the ") + " ministry"}
	}
	return nil
}
