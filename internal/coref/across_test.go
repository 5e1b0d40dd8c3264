package coref_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
)

// sighting reads "kind name/country; alias, alias" as an actor of article n;
// a name in lower case is none of its own.
func sighting(n int, s string) coref.Sighting {
	kinds := map[string]actor.Kind{"p": actor.Person, "o": actor.Organisation, "c": actor.Company, "s": actor.State, "g": actor.Group,
		"r": actor.RoleOnly}
	s, aliases, _ := strings.Cut(s, "; ")
	s, holder, _ := strings.Cut(s, " = ")
	k, s, _ := strings.Cut(s, " ")
	name, country, _ := strings.Cut(s, "/")
	x := coref.Sighting{Article: int32(n), Named: strings.ToLower(name) != name,
		Ident: coref.Ident{Kind: kinds[k], Name: name, Country: country, Number: actor.Sing, Holder: holder}}
	if aliases != "" {
		x.Aliases = strings.Split(aliases, ", ")
	}
	return x
}

func TestAcross(t *testing.T) {
	for _, c := range []struct {
		reason string
		actors []string // an article each
		want   string   // groups of places
	}{
		{"one name", []string{"p Ana Brandt", "p Ana Brandt", "p Ana Holm"}, "01 2"},
		{"letters that others write plainly", []string{"p Søren Łuk", "p Soren Luk", "o Société Générale", "o Societe Generale"}, "01 23"},
		{"two countries are two", []string{"p Ana Brandt/DE", "p Ana Brandt/AT", "p Ana Brandt"}, "02 1"},
		{"a surname that one alone has", []string{"p Ana Brandt", "p Brandt"}, "01"},
		{"a surname that two have", []string{"p Ana Brandt", "p Eva Brandt", "p Brandt"}, "0 1 2"},
		{"a spelling, with the country", []string{"p Peter Vinkler/US", "p Peter Winkler/US"}, "01"},
		{"a spelling, without anything else", []string{"p Peter Vinkler", "p Peter Winkler"}, "0 1"},
		{"form of business", []string{"c Norfield Inc.", "c Norfield"}, "01"},
		{"letters that an article explains", []string{"o World Trade Body; WTB", "o WTB"}, "01"},
		{"three letters that none explains", []string{"o World Trade Body", "o WTB"}, "01"},
		{"two letters that none explains", []string{"c Sirius Star", "o SS"}, "0 1"},
		{"words that two bodies go by", []string{"o Dublin City Council; City Council", "o Boulder City Council; City Council",
			"o City Council"}, "0 1 2"},
		{"states by their code", []string{"s Moscow/RU", "s Russia/RU", "s Georgia/GE", "o Georgia/US"}, "01 2 3"},
		{"no name", []string{"g residents", "g residents"}, "0 1"},
		{"a holder of an office", []string{"r French president/FR = Emmanuel Macron", "p Emmanuel Macron/FR"}, "01"},
	} {
		var all []coref.Sighting
		for i, a := range c.actors {
			all = append(all, sighting(i, a))
		}
		var got []string
		coref.Ready(all)
		for _, u := range coref.Across(all) {
			got = append(got, strings.Trim(strings.ReplaceAll(fmt.Sprint(u.Members), " ", ""), "[]"))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.reason, s, c.want)
		}
	}
}

// An article's two actors of one name are two.
func TestAcrossOneArticle(t *testing.T) {
	all := []coref.Sighting{sighting(0, "p Ana Brandt"), sighting(0, "p Ana Brandt"), sighting(1, "p Ana Brandt")}
	coref.Ready(all)
	us := coref.Across(all)
	if len(us) != 2 || us[0].Articles != 2 || !slices.Equal(us[0].Reasons, []string{"same-name"}) {
		t.Errorf("got %+v", us)
	}
}

// Time should grow with the number of actors, also of one name or one key.
func BenchmarkAcross(b *testing.B) {
	for _, form := range []string{"p Ana Brandt", "p Brandt", "p Ana%d Brandt", "o World Trade Body %d; WTB", "o WTB"} {
		for _, n := range []int{500, 4000} {
			var all []coref.Sighting
			for i := range n {
				s := form
				if strings.Contains(form, "%d") {
					s = fmt.Sprintf(form, i)
				}
				all = append(all, sighting(i, s))
			}
			coref.Ready(all)
			b.Run(fmt.Sprintf("%s/%d", form, n), func(b *testing.B) {
				for b.Loop() {
					coref.Across(all)
				}
			})
		}
	}
}
