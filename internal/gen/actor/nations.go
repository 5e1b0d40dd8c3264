package main

import (
	"bufio"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
)

type country struct{ iso, fips, name, capital string }

func countryInfo(dir string) []country {
	f, err := os.Open(filepath.Join(dir, "data/places/countryInfo.txt"))
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	var out []country
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		c := strings.Split(sc.Text(), "\t")
		if len(c) > 6 && len(c[0]) == 2 && c[0] != "AN" && c[0] != "CS" {
			out = append(out, country{c[0], c[3], c[4], strings.TrimSpace(c[5])})
		}
	}
	return out
}

// nationTable maps a name, demonym or capital to its kinds, one byte, and the
// country's code.
func nationTable(dir string) map[string]string {
	type nation struct {
		kind actor.NationKind
		iso  string
	}
	m := map[string]nation{}
	add := func(word string, k actor.NationKind, iso string, over bool) {
		key := actor.Key(word)
		if len(key) < 2 {
			return
		}
		n := m[key]
		switch {
		case n.iso == "" || n.iso == iso:
			m[key] = nation{n.kind | k, iso}
		case over:
			m[key] = nation{k, iso}
		}
	}
	for l := range strings.Lines(countries) {
		c := strings.Split(strings.TrimRight(l, "\n"), "\t")
		if len(c) != 3 || l[0] == '#' {
			continue
		}
		kind := map[string]actor.NationKind{"n": actor.NationName, "a": actor.NationAdj, "p": actor.NationPerson, "g": actor.NationPeople,
			"c": actor.NationCapital}[c[1]]
		for w := range strings.SplitSeq(c[2], ",") {
			add(w, kind, c[0], false)
			if kind == actor.NationPerson && !strings.HasSuffix(strings.TrimSpace(w), "man") {
				add(strings.TrimSpace(w)+"s", actor.NationPeople, c[0], false)
			}
		}
	}
	var book map[string]struct {
		Nationality struct{ Noun, Adjective struct{ Text string } }
	}
	mustJSON(filepath.Join(dir, "data/actors/factbook-extract.json"), &book)
	for _, c := range countryInfo(dir) {
		add(c.name, actor.NationName, c.iso, false)
		if c.capital != "" && c.capital != c.name && !smallCapital[c.iso] {
			add(c.capital, actor.NationCapital, c.iso, false)
		}
		b, ok := book[strings.ToLower(c.fips)]
		if !ok || notDemonym[c.iso] {
			continue
		}
		for _, a := range demonyms(b.Nationality.Adjective.Text) {
			add(a, actor.NationAdj, c.iso, false)
		}
		for _, p := range demonyms(b.Nationality.Noun.Text) {
			if strings.HasSuffix(p, "ese") || strings.HasSuffix(p, "ish") {
				add(p, actor.NationPeople|actor.NationPerson, c.iso, false)
				continue
			}
			add(p, actor.NationPerson, c.iso, false)
			add(p+"s", actor.NationPeople, c.iso, false)
		}
	}
	out := make(map[string]string, len(m))
	for k, n := range m {
		out[k] = string([]byte{byte(n.kind)}) + n.iso
	}
	return out
}

// notDemonym holds territories whose demonym in the factbook is another
// country's or no word at all.
var notDemonym = map[string]bool{"PM": true, "TF": true, "GF": true, "WF": true, "IO": true, "GS": true, "KP": true, "KR": true,
	"VI": true, "AS": true, "SJ": true, "IM": true, "JE": true, "GG": true, "FK": true, "MP": true, "EH": true, "UM": true, "CG": true,
	"NF": true, "CX": true, "CC": true, "AX": true, "HK": true, "TK": true, "PN": true, "DM": true, "NE": true}

// smallCapital holds countries whose capital bears the name of a better known
// place or word, so that "X said" is hardly the government.
var smallCapital = map[string]bool{"GG": true, "JE": true, "IM": true, "FK": true, "SH": true, "BM": true, "KN": true, "KY": true,
	"AX": true, "NF": true, "MS": true, "TC": true, "PN": true, "CX": true, "CC": true, "VG": true, "VI": true, "GL": true, "JM": true,
	"GY": true, "AG": true, "LC": true, "VC": true, "CR": true, "MU": true, "BZ": true, "MV": true, "PR": true, "TT": true, "BB": true}

// demonyms are the words of a factbook field: "Frenchman(men), Frenchwoman(women)".
func demonyms(s string) []string {
	if i := strings.IndexByte(s, ';'); i >= 0 {
		s = s[:i]
	}
	var out []string
	s = strings.ReplaceAll(s, " or ", ",")
	depth := 0
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '(':
			depth++
			return -1
		case r == ')':
			depth--
			return -1
		case depth > 0:
			return -1
		}
		return r
	}, s)
	for w := range strings.SplitSeq(s, ",") {
		w = strings.TrimSpace(w)
		if w == "" || strings.ContainsAny(w, "&<>:") || len(strings.Fields(w)) > 2 || strings.ToLower(w[:1]) == w[:1] {
			continue
		}
		out = append(out, w)
	}
	return out
}
