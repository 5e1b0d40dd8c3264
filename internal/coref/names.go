package coref

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// persons makes an entity of every person that the article names in full, and
// of every lone name that is none of theirs.
func (r *resolver) persons() {
	byLast := map[string][]int32{}
	byFirst := map[string][]int32{}
	byMiddle := map[string][]int32{}
	index := func(e int32, w []string) {
		last := w[len(w)-1]
		byLast[last] = append(byLast[last], e)
		byFirst[w[0]] = append(byFirst[w[0]], e)
		for k := 1; k+1 < len(w) && k < 6; k++ {
			byMiddle[w[k]] = append(byMiddle[w[k]], e)
		}
	}
	// the user's own first, by any of their names
	known := map[int]int32{}
	for i := range r.ms {
		m := &r.ms[i]
		if m.Kind != actor.Person || m.Form != actor.Name {
			continue
		}
		k, ok := r.o.Known.Lookup(m.Name)
		if !ok {
			continue
		}
		e, seen := known[k]
		if !seen {
			e = r.newEntity(int32(i))
			known[k] = e
			w := nameWords(r.o.Known.At(k).Name)
			if len(w) == 0 {
				w = nameWords(m.Name)
			}
			r.es[e].words = w
			index(e, w)
		}
		r.of[i] = e
		r.learn(e, m)
		r.es[e].full = append(r.es[e].full, m.First)
	}
	// full names
	for i := range r.ms {
		m := &r.ms[i]
		if m.Kind != actor.Person || m.Form != actor.Name || r.of[i] != token.None {
			continue
		}
		w := nameWords(m.Name)
		if len(w) < 2 || surnameOnly(w) {
			continue
		}
		e := token.None
		for _, c := range candidates(byLast, w[len(w)-1]) {
			x := &r.es[c]
			if samePerson(x.words, w) && agrees(x.Gender, m.Gender) {
				e = c
				break
			}
		}
		if e == token.None {
			e = r.newEntity(int32(i))
			r.es[e].words = w
			index(e, w)
			r.learn(e, m)
			r.es[e].full = append(r.es[e].full, m.First)
			continue
		}
		r.of[i] = e
		if len(w) > len(r.es[e].words) {
			r.es[e].words = w
		}
		r.learn(e, m)
		r.es[e].full = append(r.es[e].full, m.First)
	}
	// lone names, with or without a title
	for i := range r.ms {
		m := &r.ms[i]
		if m.Kind != actor.Person || m.Form != actor.Name || r.of[i] != token.None {
			continue
		}
		w := nameWords(m.Name)
		if len(w) == 0 {
			r.newEntity(int32(i))
			continue
		}
		w = w[len(w)-1:] // "al-Baghdadi", "van Dyke"
		e := r.lone(m, w[0], candidates(byLast, w[0]))
		if e == token.None && (len(m.Titles) == 0 || familyFirst(w[0])) {
			e = r.lone(m, w[0], byFirst[w[0]])
		}
		if e == token.None && len(w[0]) >= 4 {
			e = r.lone(m, w[0], byMiddle[w[0]]) // "Lula"
		}
		if e == token.None {
			e = r.newEntity(int32(i))
			r.es[e].words = w
			byLast[w[0]] = append(byLast[w[0]], e)
			r.learn(e, m)
			continue
		}
		r.of[i] = e
		r.learn(e, m)
		r.es[e].lone = m.First
		r.es[e].lones++
	}
}

// familyFirst reports whether w is a usual East Asian family name, which
// stands first: "Mr. Xi".
func familyFirst(w string) bool {
	switch w {
	case "xi", "li", "wang", "zhang", "chen", "liu", "yang", "huang", "zhao", "wu", "zhou", "hu", "jiang", "deng", "mao", "kim", "park", "lee", "choi", "jeong", "chung", "yoon", "moon", "ban", "han", "nguyen", "tran", "pham", "le", "vo", "hun", "sun", "ma", "lin", "tsai", "lai", "wen", "zhu", "bo", "qin", "he", "dong", "tan", "ho", "ang":
		return true
	}
	return false
}

// surnameOnly reports whether w is a surname with its particles.
func surnameOnly(w []string) bool {
	for _, p := range w[:len(w)-1] {
		switch p {
		case "al", "el", "de", "da", "di", "du", "van", "von", "der", "den", "bin", "ibn", "le", "la", "dos", "del", "ter", "ten", "st":
		default:
			return false
		}
	}
	return true
}

// learn takes over what mention m tells of entity e's gender and country.
func (r *resolver) learn(e int32, m *actor.Mention) {
	x := &r.es[e]
	stated := m.Gender != 0 && (len(m.Titles) > 0 || len(m.Roles) > 0)
	if m.Gender != 0 && (x.Gender == 0 || stated && !x.sure) {
		x.Gender = m.Gender
		x.sure = x.sure || stated
	}
	if x.Country == "" {
		x.Country = m.Country
	}
	for i := range m.Roles {
		if o := m.Roles[i].Office; o != "" && len(x.offices) < 8 && !slices.Contains(x.offices, o) {
			x.offices = append(x.offices, o)
		}
	}
}

// candidates are the entities whose last name is w, or is it in another
// spelling. Spellings are compared only with names of the same first letter
// or of one that transliterations exchange.
func candidates(by map[string][]int32, w string) []int32 {
	if c, ok := by[w]; ok {
		return c
	}
	if len(w) < 5 || len(by) > 500 {
		return nil
	}
	keys := make([]string, 0, 4)
	for k := range by {
		if actor.SameWord(k, w) {
			keys = append(keys, k)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	slices.Sort(keys)
	by[w] = by[keys[0]]
	return by[w]
}

// lone chooses among entities of one name the one that lone name m means: by
// gender and rank, then by who was last named, else who is named next.
func (r *resolver) lone(m *actor.Mention, w string, among []int32) int32 {
	best, bestScore := token.None, -1e9
	if len(among) > 50 {
		among = among[:50]
	}
	for _, c := range among {
		x := &r.es[c]
		if !agrees(x.Gender, m.Gender) && (x.sure || len(m.Titles) > 0) {
			continue
		}
		s := 0.0
		if m.Gender != 0 && x.Gender == m.Gender {
			s += 3
		}
		if m.Country != "" && x.Country == m.Country {
			s++
		}
		if x.words[len(x.words)-1] == w {
			s++
		}
		// distance to the nearest mention already known, and how many there are
		s += 2/(1+r.nearest(x, m)) + 0.2*float64(min(len(x.full)+x.lones, 10))
		for i := range m.Roles {
			if o := m.Roles[i].Office; o != "" && slices.Contains(x.offices, o) {
				s += 2
			}
		}
		if s > bestScore {
			best, bestScore = c, s
		}
	}
	return best
}

// nearest is the distance in sentences from m to the nearest mention of x
// before it; one behind it counts as farther.
func (r *resolver) nearest(x *entity, m *actor.Mention) float64 {
	k, _ := slices.BinarySearch(x.full, m.First)
	near := 1e9
	sent := r.d.Tokens[m.First].Sent
	if k > 0 {
		near = float64(sent - r.d.Tokens[x.full[k-1]].Sent)
	}
	if x.lones > 0 {
		near = min(near, float64(sent-r.d.Tokens[x.lone].Sent))
	}
	if k < len(x.full) {
		near = min(near, float64(8+2*(r.d.Tokens[x.full[k]].Sent-sent)))
	}
	return near
}

func agrees(a, b actor.Gender) bool { return a == 0 || b == 0 || a == b }

func nameWords(s string) []string {
	w := strings.Fields(actor.Fold(s))
	for len(w) > 1 {
		switch w[len(w)-1] {
		case "jr", "sr", "ii", "iii", "iv", "phd", "md", "s":
			w = w[:len(w)-1]
			continue
		}
		break
	}
	return w
}

// samePerson reports whether two full names, folded, are one person's: last
// names alike and first names alike.
func samePerson(a, b []string) bool {
	if len(a) < 2 || len(b) < 2 {
		return false
	}
	if slices.Equal(a, b) || len(a) > len(b) && slices.Equal(a[len(a)-len(b):], b) { // "Suu Kyi"
		return true
	}
	return actor.SameWord(a[len(a)-1], b[len(b)-1]) && actor.MiddleAlike(a, b) && (actor.GivenAlike(a[0], b[0]) || len(a) > 2 && actor.SameWord(a[1], b[0]) && len(b[0]) > 2)
}

// bodies makes an entity of every named organisation, company, medium, armed
// group and state.
func (r *resolver) bodies() {
	byKey := map[string]int32{}
	for i := range r.ms {
		m := &r.ms[i]
		if r.of[i] != token.None || m.Kind == actor.Person || m.Form != actor.Name && m.Rule != "government" {
			continue
		}
		if k, ok := r.o.Known.Lookup(m.Name); ok {
			r.put(byKey, int32(i), "known "+strconv.Itoa(k))
			continue
		}
		if m.Kind == actor.State && m.Country != "" {
			r.put(byKey, int32(i), "state "+m.Country)
			continue
		}
		if m.Kind == actor.Group || m.Kind == actor.RoleOnly {
			r.put(byKey, int32(i), "people "+actor.Fold(m.Name))
			continue
		}
		r.put(byKey, int32(i), bodyKey(m.Name))
	}
	// acronyms and short forms, each joined to the longer name
	type long struct {
		e    int32
		w    []string
		full string
		acro string
	}
	var longs []long
	for i := range r.es {
		e := &r.es[i]
		if !isBody(e.Kind) {
			continue
		}
		if w := strings.Fields(bodyKey(e.Name)); len(w) >= 2 {
			longs = append(longs, long{int32(i), w, strings.Join(w, " "), acronym(e.Name)})
		}
	}
	if len(longs) > 300 {
		return // a list, not an article
	}
	into := map[int32]int32{}
	for i := range r.es {
		e := &r.es[i]
		if !isBody(e.Kind) {
			continue
		}
		key := bodyKey(e.Name)
		for _, l := range longs {
			if l.e == int32(i) || e.Kind != r.es[l.e].Kind && e.Kind != actor.Organisation && r.es[l.e].Kind != actor.Organisation {
				continue
			}
			if len(e.Name) >= 2 && key == l.acro && upper(e.Name) ||
				len(key) >= 4 && !strings.Contains(key, " ") && l.w[0] == key && !generic(key) && r.es[l.e].Kind == actor.Company ||
				equivalent(key, l.full) {
				into[int32(i)] = l.e
				break
			}
		}
	}
	// "the Supreme Court" where the only one named is "the U.S. Supreme Court"
	for i := range r.es {
		e := &r.es[i]
		key := bodyKey(e.Name)
		if !isBody(e.Kind) || !strings.Contains(key, " ") || into[int32(i)] != 0 {
			continue
		}
		found, n := token.None, 0
		for _, l := range longs {
			if pre, ok := strings.CutSuffix(l.full, " "+key); ok && r.es[l.e].Country != "" && (e.Country == "" || e.Country == r.es[l.e].Country) && (pre == "u s" || !strings.Contains(pre, " ")) {
				found = l.e
				n++
			}
		}
		if n == 1 {
			into[int32(i)] = found
		}
	}
	// "Alternative for Germany (AfD)": whatever the letters
	for i := range r.ms {
		m := &r.ms[i]
		if !isBody(m.Kind) || m.Form != actor.Name || int(m.Last)+2 >= len(r.d.Tokens) || r.d.Tokens[m.Last].Lower != "(" || r.d.Tokens[m.Last+2].Lower != ")" {
			continue
		}
		c := r.cover[m.Last+1]
		if c == 0 || !isBody(r.ms[c-1].Kind) || r.of[c-1] == r.of[i] || r.of[i] == token.None || r.of[c-1] == token.None {
			continue
		}
		if s := r.ms[c-1].Name; len(s) >= 2 && len(s) <= 8 && len(s) < len(m.Name) && s[len(s)-1] >= 'A' && s[len(s)-1] <= 'Z' {
			into[r.of[c-1]] = r.of[i]
		}
	}
	for i := range r.of {
		if to, ok := into[r.of[i]]; ok && r.of[i] != token.None {
			if back, loop := into[to]; !loop || back != r.of[i] {
				r.of[i] = to
			}
		}
	}
}

func (r *resolver) put(by map[string]int32, i int32, key string) {
	if e, ok := by[key]; ok {
		r.of[i] = e
		return
	}
	by[key] = r.newEntity(i)
}

func isBody(k actor.Kind) bool {
	return k == actor.Organisation || k == actor.Company || k == actor.Media || k == actor.ArmedGroup
}

// bodyKey is the name of a body as it is compared: folded, without article
// and form of business.
func bodyKey(s string) string {
	w := strings.Fields(actor.Fold(s))
	for len(w) > 1 && w[0] == "the" {
		w = w[1:]
	}
	for len(w) > 1 {
		switch w[len(w)-1] {
		case "inc", "corp", "corporation", "co", "company", "ltd", "llc", "plc", "group", "holdings", "ag", "sa", "nv", "s":
			w = w[:len(w)-1]
			continue
		}
		break
	}
	return strings.Join(w, " ")
}

// acronym is the folded first letters of the capitalised words of s.
func acronym(s string) string {
	var b []byte
	for w := range strings.FieldsSeq(strings.ReplaceAll(s, "-", " ")) {
		if c := w[0]; 'A' <= c && c <= 'Z' {
			b = append(b, c|0x20)
		}
	}
	if len(b) < 2 {
		return ""
	}
	return string(b)
}

func upper(s string) bool { return strings.ToUpper(s) == s }

func generic(w string) bool {
	switch w {
	case "national", "american", "british", "united", "first", "general", "international", "federal", "royal", "state", "new", "bank", "american airlines", "south", "north", "east", "west":
		return true
	}
	return false
}

// equivalent reports whether long is a known other name of the body that is
// called short; both are keys.
func equivalent(short, long string) bool { return slices.Contains(longForms(short), long) }

// name gives mention i, whose entity is known, its reason.
func (r *resolver) name(i int32) {
	m := &r.ms[i]
	e := r.of[i]
	x := &r.es[e]
	reason, score := "first-mention", m.Score
	if len(x.Mentions) > 0 {
		key := actor.Fold(m.Name)
		reason, score = "other-name", 70
		switch {
		case m.Rule == "capital-for-state":
			reason, score = "capital-for-state", 70
		case m.Form != actor.Name:
			reason, score = m.Rule, 80
		case r.named(x, key):
			reason, score = "same-name", 95
		case m.Kind == actor.Person:
			w := nameWords(m.Name)
			_, known := r.o.Known.Lookup(m.Name)
			if len(w) > 1 && surnameOnly(w) {
				w = w[len(w)-1:]
			}
			switch {
			case len(w) == 0:
			case len(w) == 1 && w[0] == x.words[len(x.words)-1]:
				reason, score = "surname", 90
			case len(w) == 1 && w[0] == x.words[0]:
				reason, score = "given-name", 85
			case known:
				reason, score = "alias", 90
			case len(w) == 1:
				reason, score = "spelling-variant", 75
			case w[len(w)-1] == x.words[len(x.words)-1]:
				reason, score = "full-name", 90
			default:
				reason, score = "spelling-variant", 75
			}
		case m.Kind == actor.State:
			reason, score = "same-country", 95
		case acronym(x.Name) == key || acronym(m.Name) == actor.Fold(x.Name) || upper(m.Name) && !strings.Contains(key, " ") || len(m.Name) < 6 && strings.Contains(x.Name, " "):
			reason, score = "acronym", 90
		case strings.HasPrefix(key, bodyKey(x.Name)) || strings.HasPrefix(actor.Fold(x.Name), key):
			reason, score = "short-name", 80
		}
	}
	r.add(e, i, reason, score)
}

func (r *resolver) named(x *entity, key string) bool {
	for n, k := 0, len(x.Mentions)-1; k >= 0 && n < 30; n, k = n+1, k-1 {
		m := &x.Mentions[k]
		if m.Index != token.None && m.Form == actor.Name && actor.Fold(r.ms[m.Index].Name) == key {
			return true
		}
	}
	return false
}
