package coref

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// bodies makes an entity of every named organisation, company, medium, armed
// group and state, and joins short names to the longer ones.
func (r *resolver) bodies() {
	byKey := map[string]int32{}
	for i := range r.ms {
		r.d.CheckAt(i)
		m := &r.ms[i]
		if r.of[i] != token.None || m.Kind == actor.Person || m.Form != actor.Name && !m.Government {
			continue
		}
		key := r.entityKey(m)
		if e, ok := byKey[key]; ok {
			r.of[i] = e
		} else {
			byKey[key] = r.newEntity(int32(i))
		}
	}
	longs := r.longNames()
	if len(longs) > maxLong {
		return // a list, not an article
	}
	into := map[int32]int32{}
	r.shortNames(longs, into)
	r.onlyOne(longs, into)
	r.headAlone(longs, into)
	r.bracketed(into)
	for i := range r.of {
		for n := 0; n < maxShorter; n++ { // "AP" is "Associated Press", and that another's short name
			to, ok := into[r.of[i]]
			if !ok || r.of[i] == token.None || actor.Apart(r.es[to].IDs, r.es[r.of[i]].IDs) {
				break
			}
			if back, loop := into[to]; loop && back == r.of[i] {
				break
			}
			r.of[i] = to
		}
	}
}

// maxShorter bounds how often a short name is short for a short one.
const maxShorter = 3

// entityKey is equal for mentions that are one body, state or people.
func (r *resolver) entityKey(m *actor.Mention) string {
	if k, ok := r.o.Known.Lookup(m.Name); ok {
		return "known " + strconv.Itoa(k)
	}
	if len(m.IDs) > 0 {
		return "id " + m.IDs[0].Scheme + " " + m.IDs[0].ID
	}
	switch {
	case m.Kind == actor.State && m.Country != "":
		return "state " + m.Country
	case m.Kind == actor.Group || m.Kind == actor.RoleOnly:
		return "people " + actor.Fold(m.Name)
	}
	return bodyKey(m.Name)
}

// maxLong bounds how many names of several words are compared with the others.
const maxLong = 300

// longName is a body whose name has several words.
type longName struct {
	e       int32
	first   string // word of its key
	key     string
	acronym string
}

func (r *resolver) longNames() []longName {
	var out []longName
	for i := range r.es {
		r.d.CheckAt(i)
		e := &r.es[i]
		if !isBody(e.Kind) {
			continue
		}
		if w := strings.Fields(bodyKey(e.Name)); len(w) >= 2 {
			out = append(out, longName{int32(i), w[0], strings.Join(w, " "), acronym(e.Name)})
		}
	}
	return out
}

// shortNames notes in into of which longer name a body's name is the acronym
// or the short form.
func (r *resolver) shortNames(longs []longName, into map[int32]int32) {
	for i := range r.es {
		r.d.CheckAt(i)
		e := &r.es[i]
		if !isBody(e.Kind) {
			continue
		}
		key := bodyKey(e.Name)
		for _, l := range longs {
			kind := r.es[l.e].Kind
			if l.e == int32(i) || e.Kind != kind && e.Kind != actor.Organisation && kind != actor.Organisation {
				continue
			}
			if len(e.Name) >= 2 && key == l.acronym && upper(e.Name) || equivalent(key, l.key) ||
				len(key) >= 4 && listed(lastWord(l.key), classSchool) && l.key == key+" "+lastWord(l.key) ||
				kind == actor.Company && len(key) >= 4 && !strings.Contains(key, " ") && l.first == key && !listed(key, classGeneric) {
				into[int32(i)] = l.e
				break
			}
		}
	}
}

// onlyOne joins "the Supreme Court" to the only one named, "the U.S. Supreme
// Court".
func (r *resolver) onlyOne(longs []longName, into map[int32]int32) {
	for i := range r.es {
		r.d.CheckAt(i)
		e := &r.es[i]
		key := bodyKey(e.Name)
		if !isBody(e.Kind) || !strings.Contains(key, " ") || into[int32(i)] != 0 {
			continue
		}
		found, n := token.None, 0
		for _, l := range longs {
			pre, ok := strings.CutSuffix(l.key, " "+key)
			c := r.es[l.e].Country
			if ok && c != "" && (e.Country == "" || e.Country == c) && (pre == "u s" || !strings.Contains(pre, " ")) {
				found = l.e
				n++
			}
		}
		if n == 1 {
			into[int32(i)] = found
		}
	}
}

// headAlone joins "Sharks" to the only one named, "Bergen Sharks", and "the
// University" to "University of Bergen".
func (r *resolver) headAlone(longs []longName, into map[int32]int32) {
	for i := range r.es {
		r.d.CheckAt(i)
		e := &r.es[i]
		key := bodyKey(e.Name)
		if !isBody(e.Kind) || into[int32(i)] != 0 || lower(e.Name) {
			continue
		}
		team, head, start := teamName(key), listed(key, classNameHead), listed(key, classNameStart)
		if !team && !start {
			continue
		}
		found, n := token.None, 0
		for _, l := range longs {
			x := &r.es[l.e]
			if l.e == int32(i) || into[l.e] != 0 || !compatible(x.Country, e.Country) || e.Kind != x.Kind && e.Kind != actor.Organisation &&
				x.Kind != actor.Organisation {
				continue
			}
			if strings.ContainsAny(x.Name, "'’") {
				continue // "Ohio's Senate"
			}
			if (team || head) && ends(l.key, key) && !strings.Contains(x.Name, "-"+e.Name) || start && strings.HasPrefix(l.key, key+" of ") {
				found = l.e
				n++
			}
		}
		if n == 1 {
			into[int32(i)] = found
		}
	}
}

// ends reports whether name long ends with short, which is not another's behind a
// preposition: "Institute for the Bergen Sharks".
func ends(long, short string) bool {
	pre, ok := strings.CutSuffix(long, " "+short)
	for w := range strings.FieldsSeq(pre) {
		ok = ok && !listed(w, classNameJoiner)
	}
	return ok
}

// leastTeam is how many letters a team's name of one word has at least.
const leastTeam = 4

// teamName reports whether key can be what a team is called without its town.
func teamName(key string) bool {
	return len(key) >= leastTeam && (strings.HasSuffix(key, "s") || strings.HasSuffix(key, "x")) && !listed(key, classGeneric)
}

// bracketed joins "Alternative for Germany (AfD)", whatever the letters.
func (r *resolver) bracketed(into map[int32]int32) {
	toks := r.d.Tokens
	for i := range r.ms {
		r.d.CheckAt(i)
		m := &r.ms[i]
		if !isBody(m.Kind) || m.Form != actor.Name || r.of[i] == token.None || int(m.Last)+2 >= len(toks) ||
			toks[m.Last].Lower != "(" || toks[m.Last+2].Lower != ")" {
			continue
		}
		c := r.cover[m.Last+1]
		if c == 0 || !isBody(r.ms[c-1].Kind) || r.of[c-1] == r.of[i] || r.of[c-1] == token.None {
			continue
		}
		o := &r.ms[c-1]
		if s := o.Name; len(s) >= 2 && len(s) < len(m.Name) && o.Last-o.First == 1 && o.Kind != actor.Media && o.Country == "" ||
			len(s) >= 2 && len(s) <= 8 && len(s) < len(m.Name) && s[len(s)-1] >= 'A' && s[len(s)-1] <= 'Z' {
			into[r.of[c-1]] = r.of[i]
		}
	}
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
	for len(w) > 1 && listed(w[len(w)-1], classBodySuffix) {
		w = w[:len(w)-1]
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

// equivalent reports whether long is a known other name of the body that is
// called short; both are keys.
func equivalent(short, long string) bool { return slices.Contains(longForms(short), long) }

// longForms are the names that equivalent knows for a short one.
func longForms(k string) []string {
	out := slices.Collect(texts(k, classLongForm))
	if x, ok := strings.CutPrefix(k, "department of "); ok {
		out = append(out, strings.TrimPrefix(x, "the ")+" department")
	}
	if x, ok := strings.CutPrefix(k, "ministry of "); ok {
		out = append(out, strings.TrimPrefix(x, "the ")+" ministry")
	}
	return out
}
