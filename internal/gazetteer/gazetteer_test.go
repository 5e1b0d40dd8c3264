package gazetteer

import (
	"strings"
	"testing"
)

func TestLookup(t *testing.T) {
	g := Default()
	for _, c := range []struct {
		name, want, kind, country string
		lat, lon                  float64
	}{
		{"Paris", "Paris", "city", "FR", 48.85, 2.35},
		{"Kiev", "Kyiv", "city", "UA", 50.45, 30.52},
		{"U.S.", "United States", "country", "US", 39.76, -98.5},
		{"UK", "United Kingdom", "country", "GB", 54.76, -2.7},
		{"Côte d'Ivoire", "Ivory Coast", "country", "CI", 8, -5.5},
		{"Texas", "Texas", "division", "US", 31.2, -99},
		{"Mass.", "Massachusetts", "division", "US", 42.3, -71.9},
		{"the Donbas", "Donbas", "region", "UA", 48.3, 38},
		{"Cook County", "Cook County", "county", "US", 41.8, -87.8},
		{"St. Petersburg", "Saint Petersburg", "city", "RU", 59.9, 30.3},
		{"Strait of Hormuz", "Strait of Hormuz", "sea", "", 26.57, 56.4},
		{"Kremlin", "Kremlin", "site", "RU", 55.75, 37.6},
		{"New York", "New York City", "city", "US", 40.7, -74},
		{"São Paulo", "São Paulo", "city", "BR", -23.5, -46.6},
		{"Crimea", "Crimea", "division", "UA", 45.3, 34.3},
	} {
		e, _ := g.Best(c.name, func(e Entry) bool { return e.Kind.String() == c.kind })
		if e.Name != c.want || e.Kind.String() != c.kind || e.Country != c.country || Distance(e.Lat, e.Lon, c.lat, c.lon) > 90 {
			t.Errorf("%s: %+v", c.name, e)
		}
	}
	if _, ok := g.Best("Zzyzx Nowhere", func(Entry) bool { return true }); ok {
		t.Error("found what is not there")
	}
}

func TestEveryNameIsFound(t *testing.T) {
	g := Default()
	for i := 0; i < g.names.n; i += 97 {
		name, recs := g.names.at(i)
		got, ok, _ := g.names.look(name)
		if !ok || got != recs || recs == "" {
			t.Fatalf("%q: not found again", name)
		}
		if Norm(name) != name {
			t.Errorf("%q is not a norm", name)
		}
		if begins, itself := g.Prefix(name); !begins || !itself {
			t.Errorf("%q: no prefix of itself", name)
		}
		if begins, _ := g.Prefix(name[:len(name)/2+1]); !begins {
			t.Errorf("%q: no prefix", name)
		}
		for e := range g.LookupNorm(name) {
			if e.Lat < -90 || e.Lat > 90 || e.Lon < -180 || e.Lon > 180 || e.Name == "" || e.Kind == NoKind {
				t.Errorf("%q: %+v", name, e)
			}
		}
	}
}

func TestCountries(t *testing.T) {
	g := Default()
	c, ok := g.Country("FR")
	if !ok || c.ISO3 != "FRA" || c.Name != "France" || c.Official != "French Republic" || c.Capital != "Paris" ||
		!strings.HasPrefix(c.Languages, "fr") {
		t.Errorf("FR: %+v", c)
	}
	if c, _ := g.Country("DEU"); c.ISO2 != "DE" {
		t.Errorf("DEU: %+v", c)
	}
	for name, cc := range map[string]string{"Russian Federation": "RU", "Holland": "NL", "USA": "US", "DRC": "CD", "Burma": "MM"} {
		if got := g.CountryCode(name); got != cc {
			t.Errorf("%s: %s", name, got)
		}
	}
	for i := range g.countries.Len() {
		if k, _ := g.countries.At(i); len(k) == 2 {
			if _, ok := g.CountryEntry(k); !ok {
				t.Errorf("%s has no place", k)
			}
		}
	}
}

func TestLocate(t *testing.T) {
	g := Default()
	for _, c := range []struct{ name, want, in string }{
		{"KE", "Kenya", "KE"}, {"Kenya", "Kenya", "KE"}, {"Tyler, Texas", "Tyler", "US.TX"}, {"Paris, Texas", "Paris", "US.TX"},
		{"Paris", "Paris", "FR"}, {"Hull, England", "Kingston upon Hull", "GB.ENG"}, {"London, CA", "London", "CA.08"},
		{"Texas", "Texas", "US.TX"},
		{"", "", ""}, {"Zzyzx, Nowhere", "", ""}, {" , ", "", ""},
	} {
		e, ok := g.Locate(c.name)
		if ok != (c.want != "") || e.Name != c.want || !strings.HasPrefix(e.Division, c.in) && e.Country != c.in {
			t.Errorf("%q: %+v", c.name, e)
		}
	}
}

func TestDemonyms(t *testing.T) {
	g := Default()
	for w, cc := range map[string]string{"Russian": "RU", "Frenchman": "FR", "Americans": "US", "Texan": "US", "South Korean": "KR",
		"Palestinians": "PS", "Scots": "GB", "Dutch": "NL", "European": "", "Chechen": "RU"} {
		d, ok := g.Demonym(w)
		if !ok || d.Country != cc {
			t.Errorf("%s: %+v %v", w, d, ok)
		}
		if _, ok := g.DemonymEntry(d); !ok {
			t.Errorf("%s has no place: %+v", w, d)
		}
	}
	for i := range g.demonyms.Len() {
		w, _ := g.demonyms.At(i)
		d, _ := g.Demonym(w)
		if _, ok := g.DemonymEntry(d); !ok {
			t.Errorf("%s has no place: %+v", w, d)
		}
	}
	for _, w := range []string{"Monday", "", "people"} {
		if _, ok := g.Demonym(w); ok {
			t.Errorf("%q is no demonym", w)
		}
	}
}

func TestNorm(t *testing.T) {
	for in, want := range map[string]string{
		"Saint-Étienne": "st etienne", "U.S.": "us", "Mt. Everest": "mount everest", "  Xi’an ": "xian", "Łódź": "lodz",
		"Winston-Salem": "winston salem", "": "", "Bosnia & Herzegovina": "bosnia and herzegovina", "Ft. Worth": "fort worth",
	} {
		if got := Norm(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

func TestTables(t *testing.T) {
	if total := len(namesData) + len(codesData) + len(demonymsData) + len(countriesData); total >= 7<<20 {
		t.Errorf("%d bytes of tables", total)
	}
}

func FuzzCorrupt(f *testing.F) {
	f.Add(100, byte(1), "paris")
	f.Add(600000, byte(255), "springfield")
	f.Fuzz(func(t *testing.T, at int, v byte, name string) {
		s := []byte(namesData)
		s[uint(at)%uint(len(s))] ^= v
		g := Default()
		g.names = openTable(string(s))
		for range g.Lookup(name) {
		}
		g.Prefix(name)
		_ = Norm(Norm(name))
		g.Demonym(name)
		g.Country(name)
	})
}

func BenchmarkFirstLookup(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		g := Default()
		for range g.LookupNorm("springfield") {
			break
		}
	}
}

func BenchmarkLookupAll(b *testing.B) {
	g := Default()
	b.ReportAllocs()
	for b.Loop() {
		for range g.LookupNorm("springfield") {
		}
	}
}

func BenchmarkMiss(b *testing.B) {
	g := Default()
	b.ReportAllocs()
	for b.Loop() {
		g.LookupNorm("spokesman said")(func(Entry) bool { return true })
	}
}
