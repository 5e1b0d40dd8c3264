package main

import (
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

// generic are words that a division's name may end in, and that its short name has not.
var generic = []string{
	" Province", " Region", " Oblast", " Governorate", " County", " District", " Prefecture", " Department", " Krai", " Kray",
	" Voivodeship", " Canton", " Municipality", " State",
}

// shorts gives a division its name, and the name without what it is.
func (b *builder) shorts(name string, p *place) {
	b.alias(name, p, 0)
	for _, g := range generic {
		if short, ok := strings.CutSuffix(name, g); ok {
			b.alias(short, p, 0)
		}
	}
}

// label is a division of Natural Earth.
type label struct {
	name     string
	lat, lon float64
}

// readDivisions reads GeoNames' first-order divisions, with Natural Earth's
// label points, and the second-order ones that Natural Earth draws.
func (b *builder) readDivisions(data, src string) error {
	labels := map[int]label{}
	var drawn []gazetteer.Entry
	if err := rows(filepath.Join(src, "admin.tsv"), 8, func(c []string) {
		id, _ := strconv.Atoi(c[1])
		n := label{c[3], num(c[6]), num(c[7])}
		if id != 0 {
			labels[id] = n
		}
		e := gazetteer.Entry{ID: int32(id & 0xffffff), Name: n.name, Kind: gazetteer.County, Country: c[0], Lat: n.lat, Lon: n.lon}
		drawn = append(drawn, e)
	}); err != nil {
		return err
	}
	first := map[int32]bool{}
	divisions := map[string]*place{}
	if err := rows(filepath.Join(data, "places/admin1CodesASCII.txt"), 4, func(c []string) {
		id, _ := strconv.Atoi(c[3])
		n := labels[id]
		lat, lon, ok := b.middle(c[0], n)
		if !ok || b.codes[c[0][:2]] == "" {
			return
		}
		first[int32(id)] = true
		b.codes[c[0]] = c[1]
		p := b.add(gazetteer.Entry{
			ID: int32(id), Name: c[1], Kind: gazetteer.Division, Country: c[0][:2], Division: c[0],
			Lat: lat, Lon: lon, Population: max(b.pop[c[0]], 1000),
		})
		divisions[c[0]] = p
		b.shorts(c[1], p)
		if n.name != "" {
			b.shorts(n.name, p)
		}
	}); err != nil {
		return err
	}
	if err := rows(filepath.Join(src, "divisions.tsv"), 3, func(c []string) {
		for n := range strings.SplitSeq(c[2], ";") {
			if p := divisions[c[1]]; p != nil && !rank.MatchString(gazetteer.Norm(n)) {
				b.shorts(n, p)
			}
		}
	}); err != nil {
		return err
	}
	b.secondOrder(drawn, first)
	return nil
}

// middle is the point of a division: one set by hand, that of its label, or
// the middle of its towns where the label strays from them; false where there is none.
func (b *builder) middle(code string, n label) (lat, lon float64, ok bool) {
	lat, lon = b.lat[code], b.lon[code]
	towns := lat != 0 || lon != 0
	if pt, own := b.points[code]; own {
		return pt[0], pt[1], true
	}
	if n != (label{}) && (!towns || gazetteer.Distance(n.lat, n.lon, lat, lon) < b.reach[code]+strayKm) {
		return n.lat, n.lon, true
	}
	return lat, lon, towns
}

// secondOrder adds the divisions that Natural Earth draws and that are not of
// the first order: counties of Britain and Ireland, departments, provinces.
// The English name alone.
func (b *builder) secondOrder(drawn []gazetteer.Entry, first map[int32]bool) {
	seen := map[string]bool{}
	for _, e := range drawn {
		if first[e.ID] || e.Country == "US" || seen[e.Country+e.Name] {
			continue
		}
		seen[e.Country+e.Name] = true
		e.Population = 50000
		e.Division = b.around(&e)
		p := b.add(e)
		if short, ok := strings.CutPrefix(e.Name, "County "); ok && e.Country == "IE" {
			b.alias("Co "+short, p, 0)
			b.alias(short, p, 0)
		}
		for _, g := range generic {
			if short, ok := strings.CutSuffix(e.Name, g); ok {
				b.alias(short, p, 0)
			}
		}
	}
}

// around is the division that most of the towns about a county's point lie
// in, by their nearness; empty where there are none within aroundKm.
func (b *builder) around(e *gazetteer.Entry) string {
	votes := map[string]float64{}
	for _, p := range b.cities[e.Country] {
		if km := gazetteer.Distance(e.Lat, e.Lon, p.Lat, p.Lon); km < aroundKm {
			votes[p.Division] += 1 / (1 + km*km)
		}
	}
	best := ""
	for _, d := range slices.Sorted(maps.Keys(votes)) {
		if best == "" || votes[d] > votes[best] {
			best = d
		}
	}
	return best
}

const aroundKm = 60

// fips are the states by the first two digits of a county's FIPS code.
const fips = "01AL02AK04AZ05AR06CA08CO09CT10DE11DC12FL13GA15HI16ID17IL18IN19IA20KS21KY22LA23ME24MD25MA26MI27MN28MS29MO30MT" +
	"31NE32NV33NH34NJ35NM36NY37NC38ND39OH40OK41OR42PA44RI45SC46SD47TN48TX49UT50VT51VA53WA54WV55WI56WY"

// readCounties reads the counties of the United States. "County" is part of
// their name: alone the name is a town's or a person's.
func (b *builder) readCounties(_, src string) error {
	return rows(filepath.Join(src, "counties.tsv"), 4, func(c []string) {
		st := ""
		for i := 0; i+4 <= len(fips); i += 4 {
			if fips[i:i+2] == c[0][:2] {
				st = fips[i+2 : i+4]
			}
		}
		if st == "" || st == "DC" {
			return
		}
		word := " County"
		switch {
		case st == "LA":
			word = " Parish"
		case st == "AK":
			word = " Borough"
		case st == "VA" && c[0][2:] >= "510", c[0] == "24510", c[0] == "29510", c[0] == "32510": // independent cities
			return
		case st == "CT" && c[0][2:] >= "100": // planning regions
			return
		}
		e := gazetteer.Entry{
			Name: c[1] + word, Kind: gazetteer.County, Country: "US", Division: "US." + st, Lat: num(c[2]), Lon: num(c[3]),
			Population: max(b.pop["US."+st+"."+c[0][2:]], 1000),
		}
		p := b.add(e)
		if word == " County" {
			b.alias(c[1]+" Co.", p, gazetteer.NeedsStop)
		}
	})
}
