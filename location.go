package dateline

// LocationID names a Location inside one Document. The first is 1; 0 is none.
type LocationID int

// LocationKind is what a place is. The set is open; the built-in kinds are
// the constants below.
type LocationKind string

// The built-in kinds of places.
const (
	LocationCountry   LocationKind = "country"  // with an ISO 3166-1 code
	LocationDivision  LocationKind = "division" // first-order: state, province, oblast
	LocationCounty    LocationKind = "county"   // second-order division
	LocationCity      LocationKind = "city"     // any populated place
	LocationSuburb    LocationKind = "suburb"   // part of a city
	LocationContinent LocationKind = "continent"
	LocationRegion    LocationKind = "region" // without or across administrative bounds: the Sahel
	LocationSea       LocationKind = "sea"    // ocean, sea, gulf, bay, strait
	LocationLake      LocationKind = "lake"
	LocationRiver     LocationKind = "river" // or canal
	LocationMountain  LocationKind = "mountain"
	LocationIsland    LocationKind = "island"
	LocationDesert    LocationKind = "desert"
	LocationSite      LocationKind = "site" // building, square, base: the Kremlin
)

// Coordinates are a point in WGS 84, in degrees. The zero Coordinates, in the
// open sea south of Ghana, are unknown.
type Coordinates struct {
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
}

// IsZero reports whether c is unknown.
func (c Coordinates) IsZero() bool { return c == Coordinates{} }

// A Place is an entry of a gazetteer.
type Place struct {
	// Name is the gazetteer's usual English name.
	Name string `json:"name,omitzero"`
	// Kind is empty when nothing is known but the name.
	Kind LocationKind `json:"kind,omitzero"`
	// Country is the ISO 3166-1 alpha-2 code of the country it lies in, or is.
	Country string `json:"country,omitzero"`
	// Division is the name of the first-order division it lies in.
	Division string `json:"division,omitzero"`
	// GeoNamesID is its number in GeoNames, or 0.
	GeoNamesID int `json:"geonames_id,omitzero"`
	// At is a point that stands for it, if it is known. For a country or a
	// division it is a label point, not a border; for a site that no gazetteer
	// has, that of the town that the text puts it in.
	At Coordinates `json:"at,omitzero"`
}

// IsZero reports whether p is no place. Places are comparable with ==.
func (p Place) IsZero() bool { return p == Place{} }

// A Location is one place with all its mentions in an article. An
// unresolved one has the name that the text gives and no coordinates: none are
// invented. Of a site that no gazetteer has, such as a hospital, the text may
// say in which country it is, or town.
type Location struct {
	ID LocationID `json:"id"`
	// Place is which place it is.
	Place Place `json:"place"`
	// Mentions are in text order; there is at least one.
	Mentions []LocationMention `json:"mentions"`
	// Candidates are the places that it might have been instead, best first.
	Candidates []Place  `json:"candidates,omitempty"`
	Evidence   Evidence `json:"evidence,omitzero"`
}

// Resolved reports whether it is known where the place is: from a gazetteer,
// or, of a site, by the town that the text puts it in.
func (l *Location) Resolved() bool { return l.Place.GeoNamesID != 0 || !l.Place.At.IsZero() }

// A LocationMention is one place where the text names a Location.
type LocationMention struct {
	Span Span `json:"span"`
	// Metonym means that the word stands for who rules or works there
	// ("Moscow said"). The actor is then among the Document's Actors.
	Metonym bool `json:"metonym,omitzero"`
	// Derived means that the word is a demonym ("Russian"), which only
	// WithDemonyms asks for.
	Derived  bool     `json:"derived,omitzero"`
	Evidence Evidence `json:"evidence,omitzero"`
}

// A LocationParser finds places. See Parser for the contract of all parsers.
type LocationParser interface {
	ParseLocations(t *Text) ([]Location, error)
}

// LocationParserFunc is a function as a LocationParser.
type LocationParserFunc func(t *Text) ([]Location, error)

// ParseLocations calls f(t).
func (f LocationParserFunc) ParseLocations(t *Text) ([]Location, error) { return f(t) }
