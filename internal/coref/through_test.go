package coref

import (
	"fmt"
	"testing"

	"github.com/dateline-go/dateline/internal/actor"
)

func TestThrough(t *testing.T) {
	named := func(article int32, name string, g actor.Gender) Sighting {
		return Sighting{Article: article, Named: true, Ident: Ident{Kind: actor.Person, Name: name, Gender: g}}
	}
	some := func(article int32, kind actor.Kind, name string, g actor.Gender) Sighting {
		return Sighting{Article: article, Ident: Ident{Kind: kind, Name: name, Gender: g}}
	}
	for _, c := range []struct {
		reason string
		a, b   Sighting
		one    bool
	}{
		{"a description and a name", some(0, actor.RoleOnly, "climber", 0), named(1, "Rolf Berg", actor.Masc), true},
		{"another gender", some(0, actor.RoleOnly, "woman", actor.Fem), named(1, "Rolf Berg", actor.Masc), false},
		{"two names", named(0, "Ann Ek", 0), named(1, "Rolf Berg", 0), false},
		{"one article", some(1, actor.RoleOnly, "climber", 0), named(1, "Rolf Berg", 0), false},
		{"several and one", some(0, actor.Group, "climbers", 0), named(1, "Rolf Berg", 0), false},
		{"groups of one noun", some(0, actor.Group, "the pirates", 0), some(1, actor.Group, "Somali pirates", 0), true},
		{"groups of two nouns", some(0, actor.Group, "pirates", 0), some(1, actor.Group, "sailors", 0), false},
	} {
		all := []Sighting{c.a, c.b}
		Ready(all)
		us := Through(all, Across(all), []Part{{0, 1}})
		if one := len(us) == 1; one != c.one {
			t.Errorf("%s: one is %v", c.reason, one)
		} else if one && (fmt.Sprint(us[0].Reasons) != "[same-event]" || us[0].Named != (c.a.Named || c.b.Named)) {
			t.Errorf("%s: %+v", c.reason, us[0])
		}
	}
}

// An article that calls somebody by name an actress means no other by "the actress".
func TestThroughTaken(t *testing.T) {
	actress := func(article int32, name string, kind actor.Kind) Sighting {
		return Sighting{Article: article, Named: kind == actor.Person,
			Ident: Ident{Kind: kind, Name: name, Gender: actor.Fem, Offices: []string{"actress"}}}
	}
	all := []Sighting{actress(0, "Mary Lund", actor.Person), actress(0, "the actress", actor.RoleOnly), actress(1, "Ann Ek", actor.Person)}
	Ready(all)
	if us := Through(all, Across(all), []Part{{1, 2}}); len(us) != 3 {
		t.Errorf("%d actors, want 3", len(us))
	}
}

func TestTeams(t *testing.T) {
	team := func(article int32, name string) Sighting {
		return Sighting{Article: article, Named: true, Ident: Ident{Kind: actor.Organisation, Name: name}}
	}
	for _, c := range []struct {
		names []string
		want  int
	}{
		{[]string{"Bergen Bears", "Bears"}, 1},
		{[]string{"Bergen Bears", "Oslo Bears", "Bears"}, 3},
		{[]string{"City Council", "Council"}, 2},
	} {
		var all []Sighting
		for i, n := range c.names {
			all = append(all, team(int32(i), n))
		}
		Ready(all)
		if us := Across(all); len(us) != c.want {
			t.Errorf("%v: %d actors, want %d", c.names, len(us), c.want)
		}
	}
}
