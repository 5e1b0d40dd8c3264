package coref_test

import (
	"slices"
	"testing"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

func TestSame(t *testing.T) {
	p := func(name, country string, offices ...string) coref.Ident {
		return coref.Ident{Kind: actor.Person, Name: name, Country: country, Offices: offices, Number: actor.Sing}
	}
	o := func(name, country string, aliases ...string) coref.Ident {
		return coref.Ident{Kind: actor.Organisation, Name: name, Country: country, Aliases: aliases, Number: actor.Sing}
	}
	role := coref.Ident{Kind: actor.RoleOnly, Name: "French president", Country: "FR", Offices: []string{"president"},
		Holder: "Emmanuel Macron"}
	for _, c := range []struct {
		a, b coref.Ident
		want string
	}{
		{p("Mykola Kravetsky", "UA"), p("Mykola Kravetskyy", "UA", "president"), "spelling-variant"},
		{p("Peter Vinkler", "US"), p("Peter Winkler", "US"), "spelling-variant"},
		{p("Peter Vinkler", "US"), p("Peter Winkler", "RU"), ""},
		{p("Edgar Lowell", "US"), p("Edgar J. Lowell", ""), "full-name"},
		{p("Ann Lowell", ""), p("Ann Lowell", "US"), "same-name"},
		{p("Ann Lowell", "GB", "actress"), p("Ann Lowell", "US", "senator"), ""},
		{p("Bill Carver", "US"), p("Hillary Carver", "US"), ""},
		{p("Benning", "US", "president"), p("Harold Benning", "US", "president"), "surname-and-office"},
		{p("Benning", "US", "senator"), p("Harold Benning", "US", "president"), ""},
		{role, p("Emmanuel Macron", "FR"), "same-holder"},
		{role, p("Emmanuel Petit", "FR"), ""},
		{role, role, "same-holder"},
		{o("European Union", "EU"), o("EU", "EU"), "acronym"},
		{o("Department of Justice", "US"), o("Justice Department", "US"), "acronym"},
		{o("ministry", ""), o("ministry", ""), ""},
		{o("World Health Organization", "", "WHO"), o("WHO", ""), "acronym"},
		{o("Norfield Bank", ""), o("Norfield University", ""), ""},
		{coref.Ident{Kind: actor.State, Name: "Moscow", Country: "RU"}, coref.Ident{Kind: actor.State, Name: "Russia", Country: "RU"},
			"same-country"},
		{coref.Ident{Kind: actor.State, Name: "Georgia", Country: "GE"}, o("Georgia", "US"), ""},
		{coref.Ident{Kind: actor.Group, Name: "European leaders"}, coref.Ident{Kind: actor.Group, Name: "European leaders"}, "same-phrase"},
		{coref.Ident{Kind: actor.Group, Name: "people"}, coref.Ident{Kind: actor.Group, Name: "people"}, ""},
	} {
		got, ok := coref.Same(c.a, c.b)
		back, ok2 := coref.Same(c.b, c.a)
		if got != c.want || ok != (c.want != "") || back != got || ok2 != ok {
			t.Errorf("Same(%s, %s) = %q, %v and %q back, want %q", c.a.Name, c.b.Name, got, ok, back, c.want)
		}
		if ok {
			kb := coref.MergeKeys(c.b)
			if !slices.ContainsFunc(coref.MergeKeys(c.a), func(k string) bool { return slices.Contains(kb, k) }) {
				t.Errorf("%s and %s have no key in common", c.a.Name, c.b.Name)
			}
		}
	}
}

func TestLinkFirstPerson(t *testing.T) {
	d := analyse("“I will pay, and we will wait,” Ann Lowell said. The ministry said: “We did our best.” I was there.")
	as := resolve(d, when.Point{})
	who := func(name string) int32 {
		for i := range as {
			if as[i].Name == name {
				return int32(i)
			}
		}
		t.Fatalf("no %s in %+v", name, as)
		return token.None
	}
	coref.LinkFirstPerson(d, as, []coref.Speech{{Content: d.Quotes[0].Content, Speaker: who("Ann Lowell")},
		{Content: d.Quotes[1].Content, Speaker: who("ministry")}, {Content: token.Span{Start: 0, End: int32(len(d.Text))}, Speaker: 99}})
	var got []string
	for _, n := range []string{"Ann Lowell", "ministry"} {
		for _, m := range as[who(n)].Mentions {
			if m.Reason == "speaker" {
				got = append(got, d.Str(m.Span))
			}
		}
	}
	if want := []string{"I", "We", "our"}; !slices.Equal(got, want) {
		t.Errorf("linked %q, want %q", got, want)
	}
	valid(t, d, as)
}
