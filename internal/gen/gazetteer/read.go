package main

import (
	"encoding/json"
	"log"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

func num(s string) float64 { f, _ := strconv.ParseFloat(s, 64); return f }

func (b *builder) read(data, src string) error {
	for _, f := range []func(data, src string) error{
		b.readPoints, b.readNames, b.readCities, b.readCountries, b.readDivisions, b.readCounties, b.readFeatures, b.readAirports, b.readAliases, b.readDemonyms, b.readWords, b.addVariants,
	} {
		if err := f(data, src); err != nil {
			return err
		}
	}
	return nil
}

// usual are the English names of countries where countryInfo.txt has another.
var usual = map[string]string{
	"BQ": "Bonaire", "CI": "Ivory Coast", "VA": "Vatican City", "PS": "Palestine", "VI": "U.S. Virgin Islands", "SZ": "Eswatini",
	"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "MK": "North Macedonia", "CZ": "Czech Republic", "CV": "Cape Verde",
	"NL": "Netherlands", "TL": "East Timor", "MO": "Macau", "BS": "Bahamas", "GM": "Gambia",
}

// readNames reads the names of countries, which their cities do not share.
func (b *builder) readNames(data, _ string) error {
	return rows(filepath.Join(data, "places/countryInfo.txt"), 19, func(c []string) {
		if b.country[c[0]] = c[4]; usual[c[0]] != "" {
			b.country[c[0]] = usual[c[0]]
		}
	})
}

// readPoints reads the points that stand in for those of the sources.
func (b *builder) readPoints(_, src string) error {
	return rows(filepath.Join(src, "points.tsv"), 4, func(c []string) { b.points[c[0]] = [2]float64{num(c[1]), num(c[2])} })
}

// readCountries reads ISO codes, capitals and the like, and GeoNames' points.
func (b *builder) readCountries(data, _ string) error {
	var points map[string][2]float64
	raw, err := os.ReadFile(filepath.Join(data, "places/geonames_country_coords.json"))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, &points); err != nil {
		return err
	}
	facts, err := readFacts(filepath.Join(data, "actors/factbook-extract.json"))
	if err != nil {
		return err
	}
	return rows(filepath.Join(data, "places/countryInfo.txt"), 19, func(c []string) {
		cc := c[0]
		if len(cc) != 2 || cc == "CS" || cc == "AN" { // states that are no more
			return
		}
		name := b.country[cc]
		f := facts[gazetteer.Norm(name)]
		b.countries[cc] = strings.Join([]string{c[1], name, f.official, c[5], c[8], c[15], c[17]}, "\x00")
		b.countries[c[1]] = cc
		b.codes[cc] = name
		pt, ok := points[c[16]]
		if ok {
			b.geonames[cc] = pt
		} else {
			pt, ok = b.points[cc]
		}
		if !ok {
			pt = [2]float64{b.lat[cc], b.lon[cc]}
			log.Printf("countries: %s at the mean of its towns", cc)
		}
		id, _ := strconv.Atoi(c[16])
		p := b.add(gazetteer.Entry{ID: int32(id), Name: name, Kind: gazetteer.Country, Country: cc, Lat: pt[0], Lon: pt[1], Population: max(int64(num(c[7])), 100)})
		if f.official != "" {
			b.alias(f.official, p, 0)
		}
		b.alias(c[4], p, 0)
	})
}

type fact struct{ official string }

func readFacts(path string) (map[string]fact, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var all map[string]struct {
		Name map[string]json.RawMessage `json:"country_name"`
	}
	if err := json.Unmarshal(raw, &all); err != nil {
		return nil, err
	}
	out := map[string]fact{}
	for _, k := range all {
		text := func(field string) string {
			var t struct{ Text string }
			if json.Unmarshal(k.Name[field], &t) != nil {
				return ""
			}
			return t.Text
		}
		short, long := text("conventional short form"), text("conventional long form")
		if short == "" || long == "" || long == "none" || strings.ContainsAny(long, "<;&(") || len(long) > 60 {
			continue
		}
		out[gazetteer.Norm(short)] = fact{long}
	}
	return out, nil
}

// readCities reads GeoNames' towns, and sums up the divisions.
func (b *builder) readCities(data, _ string) error {
	type town struct {
		division string
		lat, lon float64
	}
	var towns []town
	w := map[string]float64{}
	err := rows(filepath.Join(data, "places/cities500.txt.gz"), 19, func(c []string) {
		pop, cc := int64(num(c[14])), c[8]
		lat, lon := num(c[4]), num(c[5])
		div := cc + "." + c[10]
		sum := func(k string) {
			if c[7] != "PPLX" && !(cc == "US" && c[7] == "PPLA2" && pop > 1000000 && c[10] == "NY") { // parts of a city are counted in it
				b.pop[k] += pop
			}
			w[k] += float64(pop) + 1
			b.lat[k] += lat * (float64(pop) + 1)
			b.lon[k] += lon * (float64(pop) + 1)
		}
		sum(div)
		sum(cc)
		towns = append(towns, town{div, lat, lon})
		if cc == "US" {
			sum("US." + c[10] + "." + c[11])
		}
		kind := gazetteer.City
		var fl gazetteer.Flags
		switch c[7] {
		case "PPLH", "PPLQ", "PPLW", "PPLCH":
			return
		case "PPLX":
			kind = gazetteer.Suburb
		case "PPLC":
			fl = gazetteer.Capital
		case "PPLA":
			fl = gazetteer.Seat
		}
		least := b.minOther
		switch cc {
		case "US":
			least = b.minUS
		}
		if pop < least && fl == 0 && c[7] != "PPLA2" {
			return
		}
		id, _ := strconv.Atoi(c[0])
		name := c[1]
		if i := strings.IndexAny(name, "(,/"); i > 0 {
			name = strings.TrimSpace(name[:i])
		}
		if c[7] == "PPLA2" && pop == 0 {
			pop = unknownSeat
		}
		others := otherNames(c[3])
		p := b.add(gazetteer.Entry{
			ID: int32(id), Name: name, Kind: kind, Flags: fl, Country: cc, Division: div, Lat: lat, Lon: lon,
			Population: max(pop, 50), Names: uint8(min(255, strings.Count(c[3], ",")+1)),
		})
		if !strings.Contains(english, cc) && (pop >= b.minVariant || fl != 0 || c[7] == "PPLA2") {
			b.variants = append(b.variants, variant{p, others})
		}
		b.cities[cc] = append(b.cities[cc], p)
		if gazetteer.Norm(c[2]) != gazetteer.Norm(name) && pop > 50000 {
			b.alias(c[2], p, 0)
		}
		// The short form of a long name: "Acapulco" of "Acapulco de Juárez".
		if pop > 100000 && cc != "US" {
			for a := range strings.SplitSeq(c[3], ",") {
				if len(a) > 3 && strings.HasPrefix(gazetteer.Norm(name), gazetteer.Norm(a)+" ") && gazetteer.Norm(a) != gazetteer.Norm(b.country[cc]) {
					b.alias(a, p, 0)
				}
			}
		}
	})
	for k := range w {
		b.lat[k] /= w[k]
		b.lon[k] /= w[k]
	}
	for _, t := range towns {
		b.reach[t.division] = max(b.reach[t.division], gazetteer.Distance(t.lat, t.lon, b.lat[t.division], b.lon[t.division]))
	}
	return err
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
var rank = regexp.MustCompile(`^(state|province|commonwealth|city|town|municipality|district|county|region|departamento|provincia|estado|gobierno) (of|de|di|del) | (city|town|municipality)$`)

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

// generic are words that a division's name may end or begin in, and that its short name has not.
var generic = []string{" Province", " Region", " Oblast", " Governorate", " County", " District", " Prefecture", " Department", " Krai", " Kray", " Voivodeship", " Canton", " Municipality", " State"}

func (b *builder) readDivisions(data, src string) error {
	type ne struct {
		name, local, kind string
		lat, lon          float64
	}
	label := map[int]ne{}
	var extra []gazetteer.Entry
	if err := rows(filepath.Join(src, "admin.tsv"), 8, func(c []string) {
		id, _ := strconv.Atoi(c[1])
		n := ne{c[3], c[4], c[5], num(c[6]), num(c[7])}
		if id != 0 {
			label[id] = n
		}
		extra = append(extra, gazetteer.Entry{ID: int32(id & 0xffffff), Name: n.name, Kind: gazetteer.County, Country: c[0], Lat: n.lat, Lon: n.lon})
	}); err != nil {
		return err
	}
	first := map[int32]bool{}
	divisions := map[string]*place{}
	if err := rows(filepath.Join(data, "places/admin1CodesASCII.txt"), 4, func(c []string) {
		id, _ := strconv.Atoi(c[3])
		cc := c[0][:2]
		if b.codes[cc] == "" {
			return
		}
		e := gazetteer.Entry{ID: int32(id), Name: c[1], Kind: gazetteer.Division, Country: cc, Division: c[0], Lat: b.lat[c[0]], Lon: b.lon[c[0]], Population: max(b.pop[c[0]], 1000)}
		n, ok := label[id]
		if pt, own := b.points[c[0]]; own {
			e.Lat, e.Lon = pt[0], pt[1]
		} else if ok && (e.Lat == 0 && e.Lon == 0 || gazetteer.Distance(n.lat, n.lon, e.Lat, e.Lon) < b.reach[c[0]]+strayKm) {
			e.Lat, e.Lon = n.lat, n.lon
		} else if e.Lat == 0 && e.Lon == 0 {
			return
		}
		first[e.ID] = true
		b.codes[c[0]] = e.Name
		p := b.add(e)
		divisions[c[0]] = p
		for _, s := range []string{c[1], n.name} {
			if s == "" {
				continue
			}
			b.alias(s, p, 0)
			for _, g := range generic {
				if short, ok := strings.CutSuffix(s, g); ok {
					b.alias(short, p, 0)
				}
			}
		}
	}); err != nil {
		return err
	}
	if err := rows(filepath.Join(src, "divisions.tsv"), 3, func(c []string) {
		if p := divisions[c[1]]; p != nil {
			for n := range strings.SplitSeq(c[2], ";") {
				if rank.MatchString(gazetteer.Norm(n)) {
					continue
				}
				b.alias(n, p, 0)
				for _, g := range generic {
					if short, ok := strings.CutSuffix(n, g); ok {
						b.alias(short, p, 0)
					}
				}
			}
		}
	}); err != nil {
		return err
	}
	// Second-order divisions that Natural Earth draws: counties of Britain and
	// Ireland, departments, provinces. The English name alone.
	seen := map[string]bool{}
	for _, e := range extra {
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
	return nil
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
const fips = "01AL02AK04AZ05AR06CA08CO09CT10DE11DC12FL13GA15HI16ID17IL18IN19IA20KS21KY22LA23ME24MD25MA26MI27MN28MS29MO30MT31NE32NV33NH34NJ35NM36NY37NC38ND39OH40OK41OR42PA44RI45SC46SD47TN48TX49UT50VT51VA53WA54WV55WI56WY"

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
		e := gazetteer.Entry{Name: c[1] + word, Kind: gazetteer.County, Country: "US", Division: "US." + st, Lat: num(c[2]), Lon: num(c[3]), Population: max(b.pop["US."+st+"."+c[0][2:]], 1000)}
		p := b.add(e)
		if word == " County" {
			b.alias(c[1]+" Co.", p, gazetteer.NeedsStop)
		}
	})
}

func (b *builder) readFeatures(_, src string) error {
	return rows(filepath.Join(src, "features.tsv"), 8, func(c []string) {
		cc := c[2]
		if len(cc) != 2 {
			cc = ""
		}
		var fl gazetteer.Flags
		if strings.Contains(c[7], "d") {
			fl = gazetteer.Disputed
		}
		k := gazetteer.ParseKind(c[1])
		var p *place
		// A division or country of the same name is the same place.
		for _, q := range b.byKey[gazetteer.Norm(c[0])] {
			if q.Country == cc && cc != "" && (q.Kind == gazetteer.Country || q.Kind == gazetteer.Division || q.Kind == k) && k != gazetteer.Site {
				p = q
			}
		}
		if p == nil {
			for _, a := range b.aliases {
				if a.key == gazetteer.Norm(c[0]) && a.target.Country == cc && cc != "" && a.target.Kind == gazetteer.Division && k == gazetteer.Region {
					p = a.target
				}
			}
		}
		if p == nil {
			p = b.add(gazetteer.Entry{Name: c[0], Kind: k, Country: cc, Lat: num(c[3]), Lon: num(c[4]), Population: int64(num(c[5]))})
		}
		p.Flags |= fl
		for a := range strings.SplitSeq(c[6], ";") {
			b.alias(a, p, 0)
		}
	})
}

// weights of airports stand for inhabitants in choices among namesakes.
const (
	airport       = 20000
	international = 100000
)

// readAirports reads airports and air bases. They also go by their names
// without "International", and without the city's: "Heathrow Airport".
func (b *builder) readAirports(_, src string) error {
	return rows(filepath.Join(src, "airports.tsv"), 6, func(c []string) {
		name, city, cc := c[1], c[2], c[3]
		e := gazetteer.Entry{Name: name, Kind: gazetteer.Site, Country: cc, Lat: num(c[4]), Lon: num(c[5]), Population: airport}
		short := strings.Replace(name, " International Airport", " Airport", 1)
		if short != name {
			e.Population = international
		}
		if b.country[cc] == "" || b.byKey[gazetteer.Norm(name)] != nil {
			return
		}
		e.Division = b.around(&e)
		p := b.add(e)
		for _, n := range []string{short, strings.TrimPrefix(name, city+" "), strings.TrimPrefix(short, city+" ")} {
			if strings.Contains(n, " ") && n != "International Airport" && !strings.HasPrefix(n, "Air ") {
				b.alias(n, p, 0)
			}
		}
		if short != name {
			city, _, _ = strings.Cut(city, " am ")
			b.alias(city+" Airport", p, 0)
		}
	})
}

func (b *builder) readAliases(_, src string) error {
	for _, p := range slices.Clone(b.places) {
		if p.Kind == gazetteer.Country && strings.HasPrefix(p.Name, "Saint ") {
			b.alias("St. "+p.Name[6:], p, 0)
		}
	}
	type usual struct {
		name  string
		place *place
	}
	var renamed []usual
	err := rows(filepath.Join(src, "aliases.tsv"), 3, func(c []string) {
		p := b.target(c[1], true)
		if p == nil {
			log.Printf("aliases: no %s", c[1])
			return
		}
		var fl gazetteer.Flags
		switch c[2] {
		case "c":
			fl = gazetteer.NeedsCaps
		case "p":
			fl = gazetteer.NeedsStop
		case "n":
			renamed = append(renamed, usual{c[0], p})
			return
		}
		b.alias(c[0], p, fl)
	})
	// Last, for the lines above refer to places by their old names.
	for _, u := range renamed {
		b.rename(u.place, u.name)
	}
	return err
}

func (b *builder) readDemonyms(data, src string) error {
	set := func(word string, use gazetteer.DemonymUse, p *place) {
		k := strings.ToLower(word)
		if p == nil || k == "" || b.demonyms[k] != "" {
			return
		}
		cc := p.Country
		if cc == "" {
			cc = "--"
		}
		b.demonyms[k] = string([]byte{byte(use), byte(p.Kind)}) + cc + p.Name
	}
	if err := rows(filepath.Join(src, "demonyms.tsv"), 3, func(c []string) {
		var use gazetteer.DemonymUse
		for _, r := range c[2] {
			switch r {
			case 'a':
				use |= gazetteer.Adjective
			case 'n':
				use |= gazetteer.Singular
			case 'p':
				use |= gazetteer.Plural
			}
		}
		set(c[0], use, b.target(c[1], false))
	}); err != nil {
		return err
	}
	raw, err := os.ReadFile(filepath.Join(data, "actors/nationality-en.json"))
	if err != nil {
		return err
	}
	var nat struct{ Nationalities map[string]string }
	if err := json.Unmarshal(raw, &nat); err != nil {
		return err
	}
	codes := make([]string, 0, len(nat.Nationalities))
	for cc := range nat.Nationalities {
		codes = append(codes, cc)
	}
	slices.Sort(codes)
	for _, cc := range codes {
		w := nat.Nationalities[cc]
		// Some of them are the country's name.
		if p := b.target(cc, false); p != nil && w != p.Name && !strings.ContainsAny(w, "(,-") && b.byKey[gazetteer.Norm(w)] == nil && strings.ToLower(w) != w {
			if strings.HasSuffix(w, "s") {
				set(w, gazetteer.Plural, p)
			} else {
				set(w, gazetteer.Adjective|gazetteer.Singular, p)
				if !strings.HasSuffix(w, "ese") && !strings.HasSuffix(w, "h") {
					set(w+"s", gazetteer.Plural, p)
				}
			}
		}
	}
	return nil
}

// readWords marks the names that are common words, in the treebanks, or given
// names too.
func (b *builder) readWords(data, _ string) error {
	count := map[string]int{}
	for _, f := range []string{"en_ewt-ud-train.conllu", "en_gum-free-train.conllu"} {
		if err := rows(filepath.Join(data, "../train/ud", f), 4, func(c []string) {
			if w := c[1]; w == strings.ToLower(w) && c[3] != "PROPN" && c[3] != "X" {
				count[gazetteer.Norm(w)]++
			}
		}); err != nil {
			return err
		}
	}
	for w, n := range count {
		if n >= 2 {
			b.also[w] |= 1
		}
	}
	for _, f := range []string{"male", "female"} {
		raw, err := os.ReadFile(filepath.Join(data, "actors/first-names-"+f+".json"))
		if err != nil {
			return err
		}
		var names []string
		if err := json.Unmarshal(raw, &names); err != nil {
			return err
		}
		for _, n := range names {
			b.also[gazetteer.Norm(n)] |= 2
		}
	}
	return nil
}
