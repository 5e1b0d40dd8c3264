package gazetteer

import "strings"

// CountryInfo is what is known of one state or territory.
type CountryInfo struct {
	ISO2, ISO3 string // ISO 3166-1 codes
	Name       string // usual English name
	Official   string // formal English name, or empty
	Capital    string // seat of government, or empty
	Continent  string // GeoNames code: AF AS EU NA SA OC AN
	Languages  string // BCP 47 tags, comma-separated, the commonest first
	Neighbours string // ISO 3166-1 alpha-2 codes, comma-separated
}

// Country is the state of an ISO 3166-1 code, alpha-2 or alpha-3, in capitals.
func (g *Gazetteer) Country(code string) (CountryInfo, bool) {
	v, ok := g.countries.Find(code)
	if ok && len(code) == 3 {
		code = v
		v, ok = g.countries.Find(code)
	}
	if !ok {
		return CountryInfo{}, false
	}
	c := CountryInfo{ISO2: code}
	for i, p := 0, (*string)(nil); i < 7; i++ {
		var f string
		f, v, _ = strings.Cut(v, "\x00")
		switch i {
		case 0:
			p = &c.ISO3
		case 1:
			p = &c.Name
		case 2:
			p = &c.Official
		case 3:
			p = &c.Capital
		case 4:
			p = &c.Continent
		case 5:
			p = &c.Languages
		case 6:
			p = &c.Neighbours
		}
		*p = f
	}
	return c, true
}

// CountryEntry is the place that a country's code stands for.
func (g *Gazetteer) CountryEntry(code string) (Entry, bool) {
	c, ok := g.Country(code)
	if !ok {
		return Entry{}, false
	}
	return g.Best(c.Name, func(e Entry) bool { return e.Kind == Country && e.Country == c.ISO2 })
}

// Locate is the place of a name as people write addresses: the code or name
// of a country, or a place and what contains it, "Tyler, Texas", "Hull,
// England". Of several it is the largest.
func (g *Gazetteer) Locate(name string) (Entry, bool) {
	name = strings.TrimSpace(name)
	if e, ok := g.CountryEntry(name); ok || name == "" {
		return e, ok
	}
	inner, outer, _ := strings.Cut(name, ",")
	if outer = strings.TrimSpace(outer); outer == "" {
		return g.Best(inner, func(Entry) bool { return true })
	}
	return g.Best(inner, func(e Entry) bool {
		for c := range g.Lookup(outer) {
			if e.Kind > c.Kind && Within(e, c) {
				return true
			}
		}
		return e.Country == outer
	})
}

// CountryCode is the ISO 3166-1 alpha-2 code of a country's name, usual,
// official or abbreviated, or empty.
func (g *Gazetteer) CountryCode(name string) string {
	e, _ := g.Best(name, func(e Entry) bool { return e.Kind == Country })
	return e.Country
}

// DemonymUse is how a demonym is used.
type DemonymUse uint8

const (
	Adjective DemonymUse = 1 << iota // "French"
	Singular                         // one inhabitant: "Frenchman", "Russian"
	Plural                           // inhabitants: "Russians"
)

// Demonym is a word for the people of a place.
type Demonym struct {
	Country string // ISO 3166-1 alpha-2 code; empty for continents and the like
	Place   string // name of the place, as Lookup takes it
	Kind    Kind
	Use     DemonymUse
}

// Demonym is what a word or phrase says of people's or things' origin:
// "Russian", "Texans", "South Korean". The word is taken in any case.
func (g *Gazetteer) Demonym(word string) (Demonym, bool) {
	v, ok := g.demonyms.Find(strings.ToLower(word))
	if !ok || len(v) < 4 {
		return Demonym{}, false
	}
	d := Demonym{Use: DemonymUse(v[0]), Kind: Kind(v[1]), Country: v[2:4], Place: v[4:]}
	if d.Country == "--" {
		d.Country = ""
	}
	return d, true
}

// DemonymEntry is the place of a demonym.
func (g *Gazetteer) DemonymEntry(d Demonym) (Entry, bool) {
	return g.Best(d.Place, func(e Entry) bool { return e.Kind == d.Kind && e.Country == d.Country })
}
