package main

import (
	"bufio"
	"encoding/binary"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/dateline-go/dateline/internal/actor"
)

type holder struct {
	iso, office, name string
	from, to          uint32 // yyyymmdd; to 0: still in office
}

// offices of the factbook's titles, longest first.
var offices = []struct{ title, office string }{
	{"Deputy Prime Minister", ""}, {"First Vice President", "first vice president"}, {"Executive Vice President", "vice president"},
	{"Second Vice President", ""}, {"Vice President", "vice president"}, {"Vice Premier", ""}, {"Deputy Premier", ""}, {"First Deputy", ""},
	{"Interim President", "president"}, {"Acting President", "president"}, {"Transitional President", "president"},
	{"Interim Prime Minister", "prime minister"}, {"Acting Prime Minister", "prime minister"}, {"Caretaker Prime Minister", "prime minister"},
	{"Prime Minister", "prime minister"}, {"Premier", "prime minister"}, {"Federal Chancellor", "chancellor"}, {"Chancellor", "chancellor"},
	{"President", "president"}, {"Supreme Leader", "supreme leader"}, {"King", "king"}, {"Queen", "queen"}, {"Emperor", "emperor"},
	{"Pope", "pope"}, {"Sultan", "sultan"}, {"Amir", "emir"}, {"Grand Duke", "grand duke"}, {"Prince", "prince"},
	{"Taoiseach", "prime minister"},
}

// holderTable has the terms of office. A record's key is
// "o" COUNTRY "|" office, or "n" and a folded last name, or "s" and its
// skeleton; its value is a list
// of holders: from and to, four bytes each, then three strings with a length
// byte before each: country, office, name.
func holderTable(list []holder) map[string]string {
	out := map[string]string{}
	for _, h := range list {
		var b []byte
		b = binary.LittleEndian.AppendUint32(b, h.from)
		b = binary.LittleEndian.AppendUint32(b, h.to)
		for _, s := range []string{h.iso, h.office, h.name} {
			b = append(append(b, byte(len(s))), s...)
		}
		out["o"+h.iso+"|"+h.office] += string(b)
		words := strings.Fields(actor.Fold(strings.TrimSuffix(h.name, " Jr.")))
		last := words[len(words)-1]
		out["n"+last] += string(b)
		if sk := actor.Skeleton(last); len(last) >= 4 {
			out["s"+sk] += string(b)
		}
		if fam := familyFirst(h.name); fam != "" && fam != last {
			out["n"+fam] += string(b)
		}
	}
	return out
}

// holderList is the terms in the factbook's history and in holders.txt.
func holderList(dir string) []holder {
	iso := map[string]string{}
	for _, c := range countryInfo(dir) {
		iso[c.fips] = c.iso
	}
	var list []holder
	f, err := os.Open(filepath.Join(dir, "data/actors/factbook_leaders_history.tsv"))
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Scan()
	for sc.Scan() {
		c := strings.Split(sc.Text(), "\t")
		if len(c) != 7 || iso[c[0]] == "" {
			continue
		}
		title := strings.TrimSpace(strings.ReplaceAll(c[3], "  ", " "))
		if strings.Contains(title, "represented by") || strings.HasPrefix(title, "note") || strings.Contains(title, "-elect") ||
			strings.HasPrefix(title, "President of") || strings.HasPrefix(title, "Minister of") || strings.HasPrefix(title, "Co-") {
			continue
		}
		office := "-"
		if c[2] == "head of government" && strings.ToUpper(title) != title {
			office = "prime minister" // a bare name
		}
		for _, o := range offices {
			if rest, ok := strings.CutPrefix(title, o.title+" "); ok {
				office, title = o.office, rest
				break
			}
		}
		since, err := time.Parse("2 January 2006", c[4])
		if err != nil || office == "" || office == "-" {
			continue
		}
		name := personName(title)
		if name == "" || office == "prime minister" && c[0] == "US" {
			continue
		}
		h := holder{iso: iso[c[0]], office: office, name: name, from: ymd(since)}
		if last, err := time.Parse("2006-01-02", c[6]); err == nil && last.Year() < 2026 {
			h.to = ymd(last)
		}
		list = append(list, h)
	}
	list = append(list, extraHolders()...)
	return mergeHolders(dependencies(list))
}

// dependencies leaves out the heads of state that territories and realms share
// with the country that they belong to.
func dependencies(list []holder) []holder {
	key := func(h *holder) string { return actor.Fold(h.name) + "|" + h.office }
	home := map[string]string{}
	rank := []string{"NZ", "AU", "NO", "DK", "NL", "CN", "FR", "GB", "US"}
	for i := range list {
		h := &list[i]
		k := key(h)
		if old, ok := home[k]; !ok || slices.Index(rank, h.iso) > slices.Index(rank, old) {
			home[k] = h.iso
		}
	}
	return slices.DeleteFunc(list, func(h holder) bool {
		to := home[key(&h)]
		return to != h.iso && slices.Contains(rank, to)
	})
}

// familyFirst is the folded first word, under which an East Asian holder is
// known.
func familyFirst(name string) string {
	w := strings.Fields(actor.Fold(name))
	switch w[0] {
	case "xi", "li", "kim", "moon", "yoon", "lee", "nguyen", "abe", "ban", "hun", "park", "han", "pham", "to", "tran", "vo":
		return w[0]
	}
	return ""
}

func ymd(t time.Time) uint32 {
	return uint32(t.Year()*10000 + int(t.Month())*100 + t.Day())
}

func extraHolders() []holder {
	var out []holder
	for l := range strings.Lines(holders) {
		l = strings.TrimRight(l, "\n")
		if l == "" || l[0] == '#' {
			continue
		}
		c := strings.Split(l, "\t")
		from, err := time.Parse("2006-01-02", c[3])
		if err != nil {
			log.Fatalf("holders.txt: %q", l)
		}
		h := holder{iso: c[0], office: c[1], name: c[2], from: ymd(from)}
		if len(c) > 4 && c[4] != "" {
			to, err := time.Parse("2006-01-02", c[4])
			if err != nil {
				log.Fatalf("holders.txt: %q", l)
			}
			h.to = ymd(to)
		}
		out = append(out, h)
	}
	return out
}

// personName is a factbook name in usual case, without ranks and remarks.
func personName(s string) string {
	for _, cut := range []string{" is ", " serving", " appointed", " - ", " (", ";", " note"} {
		if i := strings.Index(s, cut); i >= 0 {
			s = s[:i]
		}
	}
	s = strings.ReplaceAll(s, ",", "")
	var w []string
	for p := range strings.FieldsSeq(s) {
		switch strings.TrimSuffix(p, ".") {
		case "Gen", "Lt", "Col", "Maj", "Brig", "Dr", "Sir", "Dame", "General", "Sheikh", "Cardinal", "Capt", "Captain", "Ms", "Mr", "Field",
			"Marshal", "Shaykh":
			if len(w) == 0 {
				continue
			}
		}
		if upper := strings.ToUpper(p) == p && (len(p) > 2 || len(w) == 0 && len(p) == 2 && p[1] != '.') && (len(w) == 0 || !roman(p)); upper {
			r := []rune(strings.ToLower(p))
			start := true
			for i := range r {
				if start {
					r[i] = unicode.ToUpper(r[i])
				}
				start = r[i] == '-' || r[i] == '\''
			}
			p = string(r)
		}
		w = append(w, p)
	}
	if len(w) == 0 || len(w) > 6 {
		return ""
	}
	return strings.Join(w, " ")
}

func roman(s string) bool { return strings.Trim(s, "IVX") == "" }

// oneHolder reports whether a and b, who held office in one country, are one
// person in two spellings. Middle names, and parts of given names behind a hyphen,
// are spelled in more ways than an article would: "Han Deok-Soo", "Han Duck-soo".
func oneHolder(a, b string) bool {
	if actor.NameAlike(a, b) {
		return true
	}
	x, y := strings.Fields(actor.Fold(a)), strings.Fields(actor.Fold(b))
	return len(x) > 2 && len(x) == len(y) && len(x[1]) > 2 && len(y[1]) > 2 &&
		actor.SameWord(x[0], y[0]) && actor.SameWord(x[len(x)-1], y[len(y)-1])
}

// mergeHolders joins entries of one term under its spellings, and ends a term
// where the next one in the office begins.
func mergeHolders(list []holder) []holder {
	slices.SortStableFunc(list, func(a, b holder) int {
		if c := strings.Compare(a.iso+"|"+a.office, b.iso+"|"+b.office); c != 0 {
			return c
		}
		if a.from != b.from {
			return int(a.from) - int(b.from)
		}
		return strings.Compare(a.name, b.name)
	})
	var out []holder
	for _, h := range list {
		if n := len(out); n > 0 {
			p := &out[n-1]
			same := p.iso == h.iso && p.office == h.office
			if same && oneHolder(p.name, h.name) {
				if h.to == 0 || p.to != 0 && h.to > p.to {
					p.to = h.to
				}
				continue
			}
			if same && p.from < h.from && (p.to == 0 || p.to+20000 >= h.from) { // gaps in the history are shorter than two years
				p.to = h.from
			}
		}
		out = append(out, h)
	}
	return out
}
