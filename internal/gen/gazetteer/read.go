package main

import (
	"encoding/json"
	"log"
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
		b.readPoints, b.readNames, b.readCities, b.readCountries, b.readDivisions, b.readCounties, b.readFeatures,
		b.readAirports, b.readSites, b.readUniversities, b.readAliases, b.readDemonyms, b.readWords, b.addVariants,
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
	"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo",
	"MK": "North Macedonia", "CZ": "Czech Republic", "CV": "Cape Verde",
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
		p := b.add(gazetteer.Entry{
			ID: int32(id), Name: name, Kind: gazetteer.Country, Country: cc, Lat: pt[0], Lon: pt[1], Population: max(int64(num(c[7])), 100),
		})
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
// without what stands in brackets, without "International", and without the
// city's: "Heathrow Airport".
func (b *builder) readAirports(_, src string) error {
	return rows(filepath.Join(src, "airports.tsv"), 6, func(c []string) {
		name, city, cc := brackets.ReplaceAllString(c[1], ""), c[2], c[3]
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

// brackets matches what stands in brackets: "Long Beach (Daugherty Field) Airport".
var brackets = regexp.MustCompile(` \([^)]*\)`)

// Weights of sites and of parts of cities, and the most inhabitants that a
// namesake of these may have.
const (
	townSite = 20000
	quarter  = 100000
	namesake = 20000
)

// readSites reads sites and quarters that have the point of their town.
func (b *builder) readSites(_, src string) error {
	return rows(filepath.Join(src, "sites.tsv"), 4, func(c []string) { b.site(c[0], gazetteer.ParseKind(c[1]), c[2], c[3]) })
}

// readUniversities reads universities that are named after their town.
func (b *builder) readUniversities(_, src string) error {
	return rows(filepath.Join(src, "universities.tsv"), 2, func(c []string) { b.site(c[0], gazetteer.Site, c[1], "") })
}

// site adds what lies in a town, with the town's point, unless something of
// its name is there already, or larger places elsewhere have that name.
func (b *builder) site(name string, kind gazetteer.Kind, town, others string) {
	t := b.target(town, true)
	if t == nil {
		log.Printf("sites: no %s for %s", town, name)
		return
	}
	key := gazetteer.Norm(name)
	for _, p := range b.byKey[key] {
		if p.Country == t.Country && gazetteer.Distance(p.Lat, p.Lon, t.Lat, t.Lon) < 60 {
			log.Printf("sites: %s is there", name)
			return
		}
		if kind == gazetteer.Suburb && p.Population > namesake {
			log.Printf("sites: %s is %s in %s", name, p.Kind, p.Country)
			return
		}
	}
	e := gazetteer.Entry{Name: name, Kind: kind, Country: t.Country, Division: t.Division, Lat: t.Lat, Lon: t.Lon, Population: townSite}
	if kind == gazetteer.Suburb {
		e.Population = quarter
	}
	p := b.add(e)
	for a := range strings.SplitSeq(others, ";") {
		b.alias(a, p, 0)
	}
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
		odd := strings.ContainsAny(w, "(,-") || strings.ToLower(w) == w || b.byKey[gazetteer.Norm(w)] != nil
		if p := b.target(cc, false); p != nil && w != p.Name && !odd {
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
