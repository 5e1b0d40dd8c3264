package main

import (
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

// readCities reads GeoNames' towns, and sums up the divisions.
func (b *builder) readCities(data, _ string) error {
	w := map[string]float64{}
	divisions := map[string][][2]float64{} // points of their towns
	err := rows(filepath.Join(data, "places/cities500.txt.gz"), 19, func(c []string) {
		t := readTown(c)
		sums := []string{t.Division, t.Country}
		if t.Country == "US" {
			sums = append(sums, "US."+c[10]+"."+c[11])
		}
		for _, k := range sums {
			if !t.inside {
				b.pop[k] += t.Population
			}
			w[k] += float64(t.Population) + 1
			b.lat[k] += t.Lat * (float64(t.Population) + 1)
			b.lon[k] += t.Lon * (float64(t.Population) + 1)
		}
		divisions[t.Division] = append(divisions[t.Division], [2]float64{t.Lat, t.Lon})
		b.addTown(&t, c)
	})
	for k := range w {
		b.lat[k] /= w[k]
		b.lon[k] /= w[k]
	}
	for k, points := range divisions {
		for _, p := range points {
			b.reach[k] = max(b.reach[k], gazetteer.Distance(p[0], p[1], b.lat[k], b.lon[k]))
		}
	}
	return err
}

// town is one line of cities500.txt.
type town struct {
	gazetteer.Entry
	inside bool // part of a city, and counted in it
	gone   bool // no longer there, or no town
	seat   bool // of a division or a district
}

func readTown(c []string) town {
	id, _ := strconv.Atoi(c[0])
	t := town{Entry: gazetteer.Entry{
		ID: int32(id), Name: c[1], Kind: gazetteer.City, Country: c[8], Division: c[8] + "." + c[10],
		Lat: num(c[4]), Lon: num(c[5]), Population: int64(num(c[14])), Names: uint8(min(255, strings.Count(c[3], ",")+1)),
	}}
	if i := strings.IndexAny(t.Name, "(,/"); i > 0 {
		t.Name = strings.TrimSpace(t.Name[:i])
	}
	// The boroughs of New York City are seats of their counties.
	t.inside = c[7] == "PPLX" || t.Division == "US.NY" && c[7] == "PPLA2" && t.Population > 1000000
	switch c[7] {
	case "PPLH", "PPLQ", "PPLW", "PPLCH":
		t.gone = true
	case "PPLX":
		t.Kind = gazetteer.Suburb
	case "PPLC":
		t.Flags = gazetteer.Capital
	case "PPLA":
		t.Flags = gazetteer.Seat
	}
	t.seat = t.Flags != 0 || c[7] == "PPLA2"
	return t
}

// addTown keeps a town that is large enough, or a seat, with its other names.
func (b *builder) addTown(t *town, c []string) {
	least := b.minOther
	if t.Country == "US" {
		least = b.minUS
	}
	if t.gone || t.Population < least && !t.seat {
		return
	}
	pop := t.Population
	if pop == 0 && t.seat && t.Flags == 0 {
		pop = unknownSeat
	}
	t.Population = max(pop, 50)
	p := b.add(t.Entry)
	if !strings.Contains(english, t.Country) && (pop >= b.minVariant || t.seat) {
		b.variants = append(b.variants, variant{p, otherNames(c[3])})
	}
	b.cities[t.Country] = append(b.cities[t.Country], p)
	if gazetteer.Norm(c[2]) != gazetteer.Norm(t.Name) && pop > 50000 {
		b.alias(c[2], p, 0)
	}
	// The short form of a long name: "Acapulco" of "Acapulco de Juárez".
	if pop > 100000 && t.Country != "US" {
		for a := range strings.SplitSeq(c[3], ",") {
			if len(a) > 3 && strings.HasPrefix(gazetteer.Norm(t.Name), gazetteer.Norm(a)+" ") {
				b.alias(a, p, 0)
			}
		}
	}
}

// strayKm is how far beyond its farthest town from their middle a division's
// label may lie: of archipelagos it is that of any island.
const strayKm = 400

// unknownSeat stands for the inhabitants of a district's seat of which
// GeoNames has no number.
const unknownSeat = 2000

// variant is a place with the names that it has in other languages and spellings.
type variant struct {
	place *place
	names []string
}

// english are the countries whose towns go by their own names in English:
// what else GeoNames has of them are old names and "City of".
const english = "US GB IE CA AU NZ"

// otherNames are those in Latin letters that are neither codes nor lists.
func otherNames(list string) []string {
	var out []string
	for n := range strings.SplitSeq(list, ",") {
		if k := gazetteer.Norm(n); len(k) > 3 && len(k) < 40 && n != strings.ToUpper(n) && latin(k) {
			out = append(out, n)
		}
	}
	return out
}

// latin reports whether a norm has ASCII letters and blanks only.
func latin(k string) bool {
	for i := 0; i < len(k); i++ {
		if k[i] != ' ' && (k[i] < 'a' || k[i] > 'z') {
			return false
		}
	}
	return true
}

// addVariants gives places the names that they have in other languages and
// spellings, where these mean nothing else: no country or division, no word,
// no given name, and no place of its own that is not far smaller.
func (b *builder) addVariants(_, _ string) error {
	taken := map[string][]*place{}
	take := func(k string, p *place) {
		if p.Kind != gazetteer.City && p.Kind != gazetteer.Suburb {
			taken[k] = append(taken[k], p)
		}
	}
	for k, ps := range b.byKey {
		for _, p := range ps {
			take(k, p)
		}
	}
	for _, a := range b.aliases {
		take(a.key, a.target)
	}
	for _, v := range b.variants {
		for _, n := range v.names {
			k := gazetteer.Norm(n)
			// A division's name may be its own town's too, but for the spelling.
			other := func(p *place) bool {
				return p.Kind != gazetteer.Division || p.Division != v.place.Division || k[:2] != v.place.key[:2]
			}
			if rank.MatchString(k) || slices.ContainsFunc(taken[k], other) || b.also[k] != 0 || b.demonyms[k] != "" || b.overshadowed(k, v.place) {
				continue
			}
			b.alias(n, v.place, gazetteer.Variant)
		}
	}
	return nil
}

// rank matches names that say their rank first, or a town's last: "State of
// Ohio", "Dublin City".
var rank = regexp.MustCompile(`^(state|province|commonwealth|city|town|municipality|district|county|region|` +
	`departamento|provincia|estado|gobierno) (of|de|di|del) | (city|town|municipality)$`)

// overshadowed reports whether a name is that of another place's own which is
// not far smaller than p.
func (b *builder) overshadowed(k string, p *place) bool {
	for _, q := range b.byKey[k] {
		if q != p && (q.Kind == gazetteer.City || q.Kind == gazetteer.Suburb) && q.Population*variantTimes > p.Population {
			return true
		}
	}
	return false
}

// variantTimes is how many times the inhabitants of a name's own place another
// must have to be called so.
const variantTimes = 4
