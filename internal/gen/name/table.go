package main

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/token"
)

// phrases are the table's entries by their words joined by blanks.
type phrases map[string]name.Class

// normal is a phrase as the table has it: lower case, words apart.
func normal(s string) string {
	s = strings.ReplaceAll(strings.ToLower(s), "’", "'")
	s = strings.ReplaceAll(s, "'s ", " 's ")
	s = strings.ReplaceAll(s, ", ", " , ")
	return strings.Join(strings.Fields(s), " ")
}

// put adds c to a phrase, and to its form with hyphens as words of their own.
func (p phrases) put(s string, c name.Class) {
	s = normal(s)
	if s == "" || len(strings.Fields(s)) > 8 {
		return
	}
	p[s] |= c
	if strings.Contains(strings.Trim(s, "-"), "-") {
		p[strings.Join(strings.Fields(strings.ReplaceAll(s, "-", " - ")), " ")] |= c
	}
	if f := strings.TrimSpace(fold(s)); f != s && f != "" {
		p[f] |= c
	}
}

var folding = strings.NewReplacer(
	"á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ā", "a", "é", "e", "è", "e",
	"ê", "e", "ë", "e", "ē", "e", "ě", "e", "ę", "e", "í", "i", "ì", "i", "î", "i", "ï", "i",
	"ī", "i", "ı", "i", "ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ø", "o", "ō", "o",
	"ú", "u", "ù", "u", "û", "u", "ü", "u", "ū", "u", "ñ", "n", "ń", "n", "ň", "n", "ç", "c",
	"ć", "c", "č", "c", "š", "s", "ś", "s", "ş", "s", "ș", "s", "ž", "z", "ź", "z", "ż", "z",
	"ł", "l", "ý", "y", "ř", "r", "ğ", "g", "ţ", "t", "ț", "t", "đ", "d", "‘", "", "’", "", "ʻ", "",
)

func fold(s string) string { return folding.Replace(s) }

var classNames = map[string]name.Class{
	"first": name.FirstName, "surname": name.Surname, "country": name.Country, "norp": name.Demonym, "city": name.CityLarge,
	"division": name.Division, "region": name.Region, "geoword": name.GeoWord, "org": name.Org, "acronym": name.Acronym,
	"company": name.Company, "suffix": name.CorpSuffix, "orgword": name.OrgWord, "team": name.Team, "media": name.Media,
	"title": name.Title, "role": name.Role, "calendar": name.Calendar, "miscword": name.MiscWord, "misc": name.Misc,
	"speech": name.SpeechVerb, "sport": name.SportWord,
}

// readLists reads lists/*.txt: "[class class]" heads what follows; entries are
// divided by semicolons or line ends.
// A word "=pool" in a head puts the entries in that pool of the templates too.
func (p phrases) readLists(dir string, pools map[string][]string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	for _, f := range files {
		var c name.Class
		pool := ""
		for l := range lines(f) {
			l = strings.TrimSpace(l)
			if l == "" || l[0] == '#' {
				continue
			}
			if l[0] == '[' {
				c, pool = 0, ""
				for _, w := range strings.Fields(strings.Trim(l, "[]")) {
					if w[0] == '=' {
						pool = w[1:]
						continue
					}
					k, ok := classNames[w]
					if !ok {
						return fmt.Errorf("%s: unknown class %q", f, w)
					}
					c |= k
				}
				continue
			}
			for e := range strings.SplitSeq(l, ";") {
				p.put(e, c)
				if e = strings.TrimSpace(e); pool != "" && e != "" {
					pools[pool] = append(pools[pool], e)
				}
			}
		}
	}
	return nil
}

// readData adds what the sources of facts have.
func (p phrases) readData(dir string) error {
	for _, f := range []string{"first-names-male.json", "first-names-female.json"} {
		var names []string
		if err := readJSON(filepath.Join(dir, "data/actors", f), &names); err != nil {
			return err
		}
		for _, n := range names {
			p.put(n, name.FirstName)
		}
	}
	var nat struct{ Nationalities map[string]json.RawMessage }
	if err := readJSON(filepath.Join(dir, "data/actors/nationality-en.json"), &nat); err != nil {
		return err
	}
	for _, raw := range nat.Nationalities {
		var one string
		var many []string
		if json.Unmarshal(raw, &one) == nil {
			many = []string{one}
		} else {
			_ = json.Unmarshal(raw, &many)
		}
		for _, n := range many {
			p.demonym(n)
		}
	}
	p.readLeaders(dir)
	if err := p.readPhoenix(filepath.Join(dir, "data/actors/Phoenix.Countries.actors.txt.gz")); err != nil {
		return err
	}
	if err := p.readFactbook(dir); err != nil {
		return err
	}
	for l := range lines(filepath.Join(dir, "data/places/countryInfo.txt")) {
		if c := strings.Split(l, "\t"); len(c) > 5 && l[0] != '#' {
			p.put(c[4], name.Country)
			p.put(c[5], name.CityLarge)
		}
	}
	for l := range lines(filepath.Join(dir, "data/places/admin1CodesASCII.txt")) {
		if c := strings.Split(l, "\t"); len(c) > 2 {
			p.put(c[1], name.Division)
			p.put(c[2], name.Division)
		}
	}
	return p.readCities(filepath.Join(dir, "data/places/cities500.txt.gz"))
}

func (p phrases) demonym(n string) {
	n = strings.TrimSpace(n)
	if n == "" || strings.ContainsAny(n, "()") || len(strings.Fields(n)) > 2 {
		return
	}
	p.put(n, name.Demonym)
	if strings.HasSuffix(n, "n") || strings.HasSuffix(n, "i") {
		p.put(n+"s", name.Demonym)
	}
}

// readLeaders adds the holders of offices: "President Abdelaziz BOUTEFLIKA".
func (p phrases) readLeaders(dir string) {
	for l := range lines(filepath.Join(dir, "data/actors/factbook_leaders_history.tsv")) {
		c := strings.Split(l, "\t")
		if len(c) < 4 || c[0] == "gec" {
			continue
		}
		p.leader(c[3])
	}
	for l := range lines(filepath.Join(dir, "data/actors/world-leaders-wikidata.csv")) {
		c := strings.Split(l, ",")
		if len(c) < 8 || len(c[5]) > 0 && c[5][0] == 'Q' {
			continue
		}
		w := strings.Fields(c[5])
		if len(w) < 2 || len(w) > 4 {
			continue
		}
		p.put(c[5], name.FullName)
		p.put(w[len(w)-1], name.Surname)
		p.put(w[0], name.FirstName)
	}
}

// readPhoenix adds the persons of the dictionary of actors: those whose roles
// have dates. "ABDUL_QADIR_  ; CountryInfo.txt".
func (p phrases) readPhoenix(path string) error {
	return zippedLines(path, func(line string) {
		n, _, ok := strings.Cut(line, "; CountryInfo")
		n = strings.TrimSpace(n)
		w := strings.Fields(strings.ReplaceAll(n, "_", " "))
		if !ok || n == "" || n[0] < 'A' || n[0] > 'Z' || len(w) < 2 || len(w) > 4 {
			return
		}
		plain := true
		for _, x := range w {
			plain = plain && len(x) > 2 && strings.Trim(x, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-'") == "" &&
				p[normal(x)]&(name.Title|name.OrgWord|name.Country|name.Demonym) == 0
		}
		if plain {
			p.put(w[len(w)-1], name.Surname)
			p.put(w[0], name.FirstName)
		}
	})
}

func (p phrases) leader(s string) {
	w := strings.Fields(strings.NewReplacer(",", "", ";", "", "(", "", ")", "").Replace(s))
	sur := -1
	for i, x := range w {
		if len(x) > 2 && strings.ToUpper(x) == x && strings.IndexFunc(x, unicode.IsDigit) < 0 && !strings.Contains(x, ".") {
			sur = i
			p.put(x, name.Surname)
			if i > 0 && len(w[i-1]) > 2 && p[normal(w[i-1])]&name.Title == 0 && unicode.IsUpper(rune(w[i-1][0])) &&
				strings.ToUpper(w[i-1]) != w[i-1] {
				p.put(w[i-1], name.FirstName)
				p.put(w[i-1]+" "+x, name.FullName)
			}
		} else if sur >= 0 {
			break
		}
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// readFactbook adds names of countries, peoples, parties and chambers.
func (p phrases) readFactbook(dir string) error {
	raw, err := os.ReadFile(filepath.Join(dir, "data/actors/factbook-extract.json"))
	if err != nil {
		return err
	}
	var loose map[string]map[string]any
	if err := json.Unmarshal(raw, &loose); err != nil {
		return err
	}
	get := func(m any, path ...string) string {
		for _, k := range path {
			o, ok := m.(map[string]any)
			if !ok {
				return ""
			}
			m = o[k]
		}
		s, _ := m.(string)
		return s
	}
	for code, c := range loose {
		if code == "xx" {
			continue
		}
		var m any = map[string]any(c)
		for _, f := range []string{"conventional long form", "conventional short form"} {
			if s := get(m, "country_name", f, "text"); s != "" && s != "none" && len(s) < 50 && !strings.ContainsAny(s, "(;<") {
				p.put(s, name.Country)
			}
		}
		adj := get(m, "nationality", "adjective", "text")
		for a := range strings.SplitSeq(adj, ",") {
			p.demonym(strings.SplitN(a, ";", 2)[0])
		}
		for a := range strings.SplitSeq(get(m, "nationality", "noun", "text"), ",") {
			p.demonym(strings.TrimSuffix(strings.SplitN(a, ";", 2)[0], "(s)"))
		}
		parties := get(m, "parties", "text")
		for e := range strings.SplitSeq(strings.ReplaceAll(parties, "<br>", "\n"), "\n") {
			e = strings.TrimSpace(tags.ReplaceAllString(e, ""))
			if i := strings.IndexAny(e, "([;:"); i >= 0 {
				e = strings.TrimSpace(e[:i])
			}
			if len(e) > 70 {
				continue
			}
			full, abbr, _ := strings.Cut(e, " or ")
			if len(strings.Fields(full)) >= 2 {
				p.put(full, name.Org)
			}
			if len(abbr) >= 3 && !strings.Contains(abbr, " ") && strings.ToUpper(abbr) == abbr {
				p.put(abbr, name.Acronym)
			}
		}
	}
	return nil
}

func (p phrases) readCities(path string) error {
	return zippedLines(path, func(line string) {
		c := strings.Split(line, "\t")
		if len(c) < 15 {
			return
		}
		pop, _ := strconv.Atoi(c[14])
		var k name.Class
		switch {
		case pop >= 500000 || c[7] == "PPLC":
			k = name.CityLarge
		case pop >= 100000:
			k = name.CityMid
		case pop >= 15000:
			k = name.CitySmall
		default:
			return
		}
		for _, n := range []string{c[1], c[2]} {
			if len(n) > 2 && !strings.Contains(n, "(") {
				p.put(n, k)
				if a, ok := strings.CutSuffix(n, " City"); ok && len(strings.Fields(a)) == 1 {
					p.put(a, k)
				}
			}
		}
	})
}

// zippedLines calls f for each line of a gzipped file.
func zippedLines(path string, f func(line string)) error {
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	z, err := gzip.NewReader(in)
	if err != nil {
		return err
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(make([]byte, 1<<16), 1<<22)
	for sc.Scan() {
		f(sc.Text())
	}
	return sc.Err()
}

// readCommon marks the words that running text has in lower case.
func (p phrases) readCommon(files ...string) error {
	count := map[string]int{}
	for _, path := range files {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		err = conllu.Read(f, func(s *conllu.Sentence) error {
			for _, w := range s.Words {
				if w.UPOS != token.PROPN && w.UPOS != token.X && strings.ToLower(w.Form) == w.Form && len(w.Form) > 1 {
					count[w.Form]++
				}
			}
			return nil
		})
		f.Close()
		if err != nil {
			return err
		}
	}
	for w, n := range count {
		if n >= 2 || p[normal(w)] == 0 {
			p.put(w, name.Common)
		}
	}
	return nil
}

func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}

// pack writes the table in the form that internal/name reads.
func (p phrases) pack() []byte {
	type entry struct {
		hash uint64
		c    name.Class
	}
	all := map[uint64]name.Class{}
	for s, c := range p {
		w := strings.Fields(s)
		if len(w) == 0 {
			continue
		}
		h := name.HashWord(w[0])
		for _, x := range w[1:] {
			all[h] |= name.Prefix
			h = name.HashNext(h, name.HashWord(x))
		}
		all[h] |= c
	}
	es := make([]entry, 0, len(all))
	masks := map[name.Class]int{}
	for h, c := range all {
		es = append(es, entry{h, c})
		masks[c]++
	}
	slices.SortFunc(es, func(a, b entry) int {
		if a.hash < b.hash {
			return -1
		}
		return 1
	})
	order := make([]name.Class, 0, len(masks))
	for c := range masks {
		order = append(order, c)
	}
	slices.Sort(order)
	if len(order) > 4096 {
		panic("more than 4096 distinct masks")
	}
	number := map[name.Class]uint32{}
	out := binary.LittleEndian.AppendUint16(nil, uint16(len(order)))
	for i, c := range order {
		number[c] = uint32(i)
		out = binary.LittleEndian.AppendUint32(out, uint32(c))
	}
	const buckets = 1 << name.TableBuckets
	starts := make([]uint32, buckets+1)
	var body []byte
	next, n := 0, uint32(0)
	for _, e := range es {
		b := int(e.hash >> (64 - name.TableBuckets))
		for ; next <= b; next++ {
			starts[next] = n
		}
		body = binary.LittleEndian.AppendUint32(body, uint32(e.hash>>12)&(1<<20-1)<<12|number[e.c])
		n++
	}
	for ; next <= buckets; next++ {
		starts[next] = n
	}
	for _, s := range starts {
		out = binary.LittleEndian.AppendUint32(out, s)
	}
	return append(out, body...)
}
