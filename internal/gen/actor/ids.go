package main

import (
	"encoding/csv"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
)

var item = regexp.MustCompile(`^Q[1-9][0-9]*$`)

// ownStates are the items of countries that the list has as part of a realm
// or under another name.
var ownStates = map[string]string{"DK": "Q35", "NL": "Q55", "FM": "Q702"}

// idTable maps "s" and a country's code to Wikidata's item of the state, and
// "p", a country's code, "|" and the name of one of its office holders, as
// holderTable writes it, to that of the person. Of the list of leaders only
// those are taken whose name is alike to just one holder's of that country: it
// has wrong labels.
func idTable(dir string, list []holder) map[string]string {
	f, err := os.Open(filepath.Join(dir, "data/actors/world-leaders-wikidata.csv"))
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		log.Fatal(err)
	}
	iso := map[string]string{}
	for _, c := range countryInfo(dir) {
		iso[actor.Fold(c.name)] = c.iso
	}
	for l := range strings.Lines(countries) {
		if c := strings.Split(strings.TrimRight(l, "\n"), "\t"); len(c) == 3 && c[1] == "n" {
			for w := range strings.SplitSeq(c[2], ",") {
				iso[actor.Fold(strings.TrimSpace(w))] = c[0]
			}
		}
	}
	names := map[string][]string{} // of holders, by country
	for _, h := range list {
		names[h.iso] = append(names[h.iso], h.name)
	}
	out := map[string]string{}
	for c, q := range ownStates {
		out["s"+c] = q
	}
	people := map[string]map[string]bool{} // items that a holder may be
	for _, r := range rows[1:] {
		country, state, person, label := r[0], r[1], r[4], r[5]
		c := iso[actor.Fold(strings.TrimPrefix(strings.TrimPrefix(state, "The "), "State of "))]
		if c == "" || !item.MatchString(country) || !item.MatchString(person) {
			continue
		}
		if old := out["s"+c]; old != "" && old != country {
			log.Printf("actor: %s is %s and %s", state, old, country)
			delete(iso, actor.Fold(state))
			delete(out, "s"+c)
			continue
		}
		out["s"+c] = country
		alike := map[string]bool{}
		for _, n := range names[c] {
			if oneHolder(n, label) || sameWords(n, label) {
				alike[n] = true
			}
		}
		for n := range alike {
			k := "p" + c + "|" + n
			if people[k] == nil {
				people[k] = map[string]bool{}
			}
			people[k][person] = true
		}
	}
	for k, items := range people {
		if len(items) == 1 {
			for q := range items {
				out[k] = q
			}
		}
	}
	return out
}

// sameWords reports whether two names have the same words in any order.
func sameWords(a, b string) bool {
	n := map[string]int{}
	for _, w := range strings.Fields(actor.Fold(a)) {
		n[w]++
	}
	for _, w := range strings.Fields(actor.Fold(b)) {
		n[w]--
	}
	for _, k := range n {
		if k != 0 {
			return false
		}
	}
	return true
}
