package gazetteer

import (
	_ "embed"
	"iter"
	"math"
	"strings"

	"github.com/dateline-go/dateline/internal/packed"
)

// Kind is what a place is.
type Kind uint8

const (
	NoKind    Kind = iota
	Country        // states and dependent territories with an ISO 3166-1 code
	Division       // first-order administrative divisions
	County         // second-order divisions
	City           // cities, towns, villages
	Suburb         // parts of a city
	Continent      // continents
	Region         // regions without, or across, administrative bounds
	Sea            // oceans, seas, gulfs, bays, straits
	Lake           // lakes
	River          // rivers and canals
	Mountain       // mountains and ranges
	Island         // islands and archipelagos
	Desert         // deserts
	Site           // buildings, squares, parks, bases: often standing for an institution
)

var kindNames = [...]string{
	"", "country", "division", "county", "city", "suburb", "continent", "region", "sea", "lake", "river", "mountain", "island", "desert",
	"site",
}

// String is the kind's name in lower case.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return ""
}

// ParseKind is the kind of that name, or NoKind.
func ParseKind(s string) Kind {
	for i, n := range kindNames {
		if n == s {
			return Kind(i)
		}
	}
	return NoKind
}

// Flags are properties of an entry, or of the name it was found by.
type Flags uint16

const (
	Disputed  Flags = 1 << iota // more than one state claims it
	Capital                     // seat of a country's government
	Seat                        // seat of a first-order division
	Alias                       // the name it was found by is not its own
	NeedsCaps                   // that name is an abbreviation, read only in capitals or with its stops
	NeedsStop                   // that name is an abbreviation, read only with its stop: "Mass."; with NeedsCaps, either will do
	FromUser                    // it comes from a user's gazetteer
	Word                        // that name is a common word too: "Reading", "Nice"
	Given                       // that name is a given name too: "Jackson", "Chelsea"
	Variant                     // that name is of another language or spelling
)

// Entry is one place.
type Entry struct {
	ID         int32   // GeoNames id; 0 where unknown
	Name       string  // usual English name
	Kind       Kind    //
	Flags      Flags   //
	Country    string  // ISO 3166-1 alpha-2 code; empty for what spans several
	Division   string  // GeoNames code of the first-order division, "US.TX"; empty where unknown
	Lat, Lon   float64 // degrees, WGS 84
	Population int64   // inhabitants, to about 5 percent; for features a weight of the same scale
	Names      uint8   // how many names GeoNames has for a city in all languages, up to 255: how far it is known
}

// Gazetteer looks places up by name. The zero Gazetteer is empty. It is safe
// for concurrent use.
type Gazetteer struct {
	names     table
	codes     packed.Table // "US", "US.TX": countries and divisions, in order
	demonyms  packed.Table
	countries packed.Table
	users     []*User // later ones win
}

//go:embed names.bin
var namesData string

//go:embed codes.bin
var codesData string

//go:embed demonyms.bin
var demonymsData string

//go:embed countries.bin
var countriesData string

// Version is the layout of all tables here.
const Version = 2

// Default is the gazetteer carried in the library. A table that is not whole reads as empty.
func Default() *Gazetteer {
	g := &Gazetteer{names: openTable(namesData)}
	g.codes, _ = packed.Open(codesData, Version)
	g.demonyms, _ = packed.Open(demonymsData, Version)
	g.countries, _ = packed.Open(countriesData, Version)
	return g
}

// With is g with the places of us added. They stand before g's own; of
// several, the last stands first.
func (g *Gazetteer) With(us ...*User) *Gazetteer {
	h := *g
	h.users = append(append([]*User(nil), g.users...), us...)
	return &h
}

// Lookup yields the places of a name, in any spelling that Norm makes one.
// Those of user gazetteers come first; the rest come by falling population.
func (g *Gazetteer) Lookup(name string) iter.Seq[Entry] {
	return g.LookupNorm(Norm(name))
}

// LookupNorm is Lookup for a name that Norm has made.
func (g *Gazetteer) LookupNorm(key string) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for i := len(g.users) - 1; i >= 0; i-- {
			if !g.users[i].each(key, yield) {
				return
			}
		}
		recs, ok, _ := g.names.look(key)
		if !ok || recs == "" {
			return
		}
		also := Flags(recs[0]&3) << 7
		recs = recs[1:]
		for len(recs) > 0 {
			var e Entry
			var alias uint64
			var nth int
			e, alias, nth, recs = g.record(recs, key)
			if alias > 0 {
				fl := e.Flags
				target, r := g.names.at(int(alias - 1))
				e = g.nth(r, target, nth)
				e.Flags |= fl | Alias
			}
			e.Flags |= also
			if e.Kind != NoKind && !yield(e) {
				return
			}
		}
	}
}

// Given reports whether a word is a given name, in lower case.
func (g *Gazetteer) Given(word string) bool {
	recs, ok, _ := g.names.look(Norm(word))
	return ok && recs != "" && recs[0]&2 != 0
}

// nth is the n-th record of a name that is no alias.
func (g *Gazetteer) nth(r, key string, n int) Entry {
	r = r[min(1, len(r)):]
	for len(r) > 0 {
		e, alias, _, rest := g.record(r, key)
		if alias == 0 {
			if n == 0 {
				return e
			}
			n--
		}
		r = rest
	}
	return Entry{}
}

// Best is the first entry of a name that ok accepts, if any.
func (g *Gazetteer) Best(name string, ok func(Entry) bool) (Entry, bool) {
	for e := range g.Lookup(name) {
		if ok(e) {
			return e, true
		}
	}
	return Entry{}, false
}

// Prefix reports whether any name of g starts with key, and whether key is one itself.
func (g *Gazetteer) Prefix(key string) (begins, itself bool) {
	_, itself, begins = g.names.look(key)
	for _, u := range g.users {
		b, is := u.prefix(key)
		begins, itself = begins || b, itself || is
	}
	return begins, itself
}

// Len is the number of distinct names in the embedded table.
func (g *Gazetteer) Len() int { return g.names.n }

// record reads one record of the name table. For an alias it gives the
// target's index plus one and which of the target's own records is meant.
func (g *Gazetteer) record(r, key string) (e Entry, alias uint64, nth int, rest string) {
	head := r[0]
	r = r[1:]
	if head&15 == 0 {
		e.Flags = Flags(head>>4) << 3 & (Alias | NeedsCaps | NeedsStop)
		if head&0x80 != 0 {
			e.Flags |= Variant
		}
		a, w := packed.Uvarint(r)
		if w <= 0 || w >= len(r) {
			return Entry{}, 0, 0, ""
		}
		return e, a + 1, int(r[w]), r[w+1:]
	}
	e.Kind = Kind(head & 15)
	e.Flags = Flags(head>>4) & (Disputed | Capital | Seat)
	adm, w := packed.Uvarint(r)
	if w <= 0 || len(r) < w+10 {
		return Entry{}, 0, 0, ""
	}
	r = r[w:]
	if adm > 0 {
		code, _ := g.codes.At(int(adm - 1))
		if e.Country = code; len(code) > 3 {
			e.Country, e.Division = code[:2], code
		}
	}
	x := uint64(r[0]) | uint64(r[1])<<8 | uint64(r[2])<<16 | uint64(r[3])<<24 | uint64(r[4])<<32
	e.Lat = float64(int(x&(1<<19-1))-200000) / 2000
	e.Lon = float64(int(x>>19)-400000) / 2000
	e.Population = unpackPop(r[5])
	e.Names = r[6]
	e.ID = int32(r[7]) | int32(r[8])<<8 | int32(r[9])<<16
	r = r[10:]
	if head&0x80 != 0 {
		n, w := packed.Uvarint(r)
		if w <= 0 || n > uint64(len(r)-w) {
			return Entry{}, 0, 0, ""
		}
		e.Name, r = r[w:w+int(n)], r[w+int(n):]
	} else {
		e.Name = Title(key)
	}
	return e, 0, 0, r
}

func unpackPop(b byte) int64 {
	if b == 0 {
		return 0
	}
	return int64(math.Round(math.Exp2(float64(b) / 8)))
}

// Within reports whether e lies in the country or division c, by its codes.
func Within(e, c Entry) bool {
	switch c.Kind {
	case Country:
		return e.Country != "" && e.Country == c.Country
	case Division:
		return e.Division != "" && e.Division == c.Division
	}
	return false
}

// Distance is the great-circle distance of two points in kilometres.
func Distance(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	a, b := math.Sin((lat2-lat1)*rad/2), math.Sin((lon2-lon1)*rad/2)
	h := a*a + math.Cos(lat1*rad)*math.Cos(lat2*rad)*b*b
	return 2 * 6371.0088 * math.Asin(math.Min(1, math.Sqrt(h)))
}

// DivisionOf is the entry of a first-order division by GeoNames code ("US.TX").
func (g *Gazetteer) DivisionOf(code string) (Entry, bool) {
	v, ok := g.codes.Find(code)
	if !ok || len(code) < 4 {
		return Entry{}, false
	}
	return g.Best(v, func(e Entry) bool { return e.Kind == Division && e.Division == code && e.Flags&Alias == 0 })
}

// Title is key with capitals at the start of its words, but for of, the and
// the like: how a name whose own spelling differs in nothing else is kept.
func Title(key string) string {
	var b strings.Builder
	b.Grow(len(key))
	for w := range strings.SplitSeq(key, " ") {
		first := b.Len() == 0
		if !first {
			b.WriteByte(' ')
		}
		if w != "" && w[0] >= 'a' && w[0] <= 'z' && (first || !wordTable.Has(w, classSmall)) {
			b.WriteByte(w[0] - 32)
			w = w[1:]
		}
		b.WriteString(w)
	}
	return b.String()
}
