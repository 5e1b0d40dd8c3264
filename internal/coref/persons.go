package coref

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// people are the entities of persons, by the words of their names.
type people struct {
	r                         *resolver
	byLast, byFirst, byMiddle map[string][]int32
}

func (p *people) index(e int32, w []string) {
	last := w[len(w)-1]
	p.byLast[last] = append(p.byLast[last], e)
	p.byFirst[w[0]] = append(p.byFirst[w[0]], e)
	for k := 1; k+1 < len(w) && k < 6; k++ {
		p.byMiddle[w[k]] = append(p.byMiddle[w[k]], e)
	}
}

// persons makes an entity of every person that the article names in full, and
// of every lone name that is none of theirs.
func (r *resolver) persons() {
	p := &people{r, map[string][]int32{}, map[string][]int32{}, map[string][]int32{}}
	for _, pass := range [...]func(i int32, m *actor.Mention){p.users(), p.fullName, p.loneName} {
		for i := range r.ms {
			r.d.CheckAt(i)
			if m := &r.ms[i]; m.Kind == actor.Person && m.Form == actor.Name && r.of[i] == token.None {
				pass(int32(i), m)
			}
		}
	}
}

// users is the pass over the user's own persons, by any of their names.
func (p *people) users() func(i int32, m *actor.Mention) {
	r := p.r
	known := map[int]int32{}
	return func(i int32, m *actor.Mention) {
		k, ok := r.o.Known.Lookup(m.Name)
		if !ok {
			return
		}
		e, seen := known[k]
		if !seen {
			e = r.newEntity(i)
			known[k] = e
			w := nameWords(r.o.Known.At(k).Name)
			if len(w) == 0 {
				w = nameWords(m.Name)
			}
			r.es[e].words = w
			p.index(e, w)
		}
		p.join(e, i, m)
		r.es[e].full = append(r.es[e].full, m.First)
	}
}

// fullName gives a full name to who bears it.
func (p *people) fullName(i int32, m *actor.Mention) {
	r := p.r
	w := nameWords(m.Name)
	if len(w) < 2 || surnameOnly(w) {
		return
	}
	e := token.None
	for _, c := range candidates(p.byLast, w[len(w)-1]) {
		if x := &r.es[c]; samePerson(x.words, w) && agrees(x.Gender, m.Gender) && !actor.Apart(x.IDs, m.IDs) {
			e = c
			break
		}
	}
	if e == token.None {
		if e = p.withSecond(w, m); e != token.None && len(w) > len(r.es[e].words) {
			p.index(e, w)
		}
	}
	if e == token.None {
		if e = p.withFather(w, m); e != token.None && len(w) > len(r.es[e].words) {
			p.index(e, w)
		}
	}
	if e == token.None {
		e = r.newEntity(i)
		r.es[e].words = w
		p.index(e, w)
	}
	if len(w) > len(r.es[e].words) {
		r.es[e].words = w
	}
	p.join(e, i, m)
	r.es[e].full = append(r.es[e].full, m.First)
}

// withSecond is the woman who is called w with one family name more or less
// behind, "Ana Reed" and "Ana Reed Holm"; or None. Of a man it is as often a
// word of a headline, or of what is named after him.
func (p *people) withSecond(w []string, m *actor.Mention) int32 {
	last := len(w) - 1
	if m.Gender != actor.Fem {
		return token.None
	}
	for _, list := range [...][]int32{p.byMiddle[w[last]], p.byLast[w[last-1]]} {
		for _, c := range list {
			x := &p.r.es[c]
			a, b := x.words, w
			if len(a) < len(b) {
				a, b = b, a
			}
			if len(b) > 1 && len(a) == len(b)+1 && slices.Equal(a[:len(b)], b) && agrees(x.Gender, m.Gender) && !actor.Apart(x.IDs, m.IDs) {
				return c
			}
		}
	}
	return token.None
}

// withFather is who is called w without his father's name, or with it: "Ahmad
// Zaki" and "Ahmad Zaki bin Hassan"; or None.
func (p *people) withFather(w []string, m *actor.Mention) int32 {
	own := slices.IndexFunc(w, func(x string) bool { return listed(x, classPatronymic) })
	list := p.byMiddle[w[len(w)-1]]
	if own > 1 {
		list = p.byLast[w[own-1]]
	} else if own >= 0 {
		return token.None
	}
	for _, c := range list {
		x := &p.r.es[c]
		a, b := x.words, w
		if len(a) < len(b) {
			a, b = b, a
		}
		if len(a) > len(b)+1 && slices.Equal(a[:len(b)], b) && listed(a[len(b)], classPatronymic) && agrees(x.Gender, m.Gender) &&
			!actor.Apart(x.IDs, m.IDs) {
			return c
		}
	}
	return token.None
}

// loneName gives a lone name, with or without a title, to whom it suits best.
func (p *people) loneName(i int32, m *actor.Mention) {
	r := p.r
	w := nameWords(m.Name)
	if len(w) == 0 {
		r.newEntity(i)
		return
	}
	last := w[len(w)-1] // "al-Baghdadi", "van Dyke"
	e := r.lone(m, last, candidates(p.byLast, last))
	if e == token.None && (len(m.Titles) == 0 || listed(last, classFamilyFirst)) {
		e = r.lone(m, last, p.byFirst[last])
	}
	if e == token.None && len(last) >= 4 {
		if e = r.lone(m, last, p.byMiddle[last]); e != token.None && !r.soon(&r.es[e], m) { // "Lula"
			e = token.None
		}
	}
	if e == token.None {
		e = r.newEntity(i)
		r.es[e].words = w[len(w)-1:]
		p.byLast[last] = append(p.byLast[last], e)
		r.learn(e, m)
		return
	}
	p.join(e, i, m)
	r.es[e].lone = m.First
	r.es[e].lones++
}

func (p *people) join(e, i int32, m *actor.Mention) {
	p.r.of[i] = e
	p.r.learn(e, m)
}

// surnameOnly reports whether w is a surname with its particles.
func surnameOnly(w []string) bool {
	for _, p := range w[:len(w)-1] {
		if !actor.Particle(p) {
			return false
		}
	}
	return true
}

// maxOffices is how many offices of a person are kept to tell namesakes apart.
const maxOffices = 8

// learn takes over what mention m tells of entity e's gender and country.
func (r *resolver) learn(e int32, m *actor.Mention) {
	x := &r.es[e]
	// What is said beside a lone name may be somebody else: "he called his mother, Reed said".
	stated := m.Gender != 0 && (len(m.Titles) > 0 || len(m.Roles) > 0 && (x.Gender == 0 || strings.Contains(m.Name, " ")))
	if m.Gender != 0 && (x.Gender == 0 || stated && !x.sure) {
		x.Gender = m.Gender
		x.sure = x.sure || stated
	}
	if x.Country == "" {
		x.Country = m.Country
	}
	x.IDs = actor.AddIDs(x.IDs, m.IDs)
	if k := m.First - 1; k >= 0 && r.d.Tokens[k].Is(token.Capital) && r.d.Tokens[k].Sent == r.d.Tokens[m.First].Sent && len(x.titles) < maxOffices {
		x.titles = append(x.titles, k)
	}
	for i := range m.Roles {
		if o := m.Roles[i].Office; o != "" && len(x.offices) < maxOffices && !slices.Contains(x.offices, o) {
			x.offices = append(x.offices, o)
		}
	}
}

// candidates are the entities whose last name is w, or is it in another
// spelling.
func candidates(by map[string][]int32, w string) []int32 {
	if c, ok := by[w]; ok {
		return c
	}
	if len(w) < 5 || len(by) > 500 {
		return nil
	}
	first := ""
	for k := range by {
		if (first == "" || k < first) && actor.SameWord(k, w) {
			first = k
		}
	}
	if first == "" {
		return nil
	}
	by[w] = by[first]
	return by[w]
}

// maxNamesakes bounds among how many of one name lone chooses.
const maxNamesakes = 50

// lone chooses among entities of one name the one that lone name m means: by
// gender and rank, then by who was last named, else who is named next.
func (r *resolver) lone(m *actor.Mention, w string, among []int32) int32 {
	best, most := token.None, -1e9
	crowned := r.crowned(m)
	for _, c := range among[:min(len(among), maxNamesakes)] {
		x := &r.es[c]
		if !agrees(x.Gender, m.Gender) && (x.sure || len(m.Titles) > 0) || actor.Apart(x.IDs, m.IDs) || crowned && x.words[0] != w {
			continue
		}
		// distance to the nearest mention already known, and how many there are
		s := loneNear/(1+r.nearest(x, m)) + loneCount*float64(min(len(x.full)+x.lones, 10))
		if m.Gender != 0 && x.Gender == m.Gender {
			s += loneGender
		}
		if m.Country != "" && x.Country == m.Country {
			s += loneCountry
		}
		if x.words[len(x.words)-1] == w {
			s += loneLast
		}
		for i := range m.Roles {
			if o := m.Roles[i].Office; o != "" && slices.Contains(x.offices, o) {
				s += loneOffice
			}
		}
		if s > most {
			best, most = c, s
		}
	}
	return best
}

// crowned reports whether m is called by a title that stands before a given name:
// "King Harald" is no Mr. Harald.
func (r *resolver) crowned(m *actor.Mention) bool {
	for i := range m.Roles {
		if listed(m.Roles[i].Office, classRegal) {
			return true
		}
	}
	return slices.ContainsFunc(m.Titles, func(s token.Span) bool { return listed(strings.ToLower(r.d.Str(s)), classRegal) })
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

// fewSentences is how long a name may stay short at the start of an article
// before the full one comes: headline and lead.
const fewSentences = 3

// soon reports whether x is named in full before m, or soon behind it.
func (r *resolver) soon(x *entity, m *actor.Mention) bool {
	return len(x.full) == 0 || r.d.Tokens[x.full[0]].Sent-r.d.Tokens[m.First].Sent <= fewSentences
}

func agrees(a, b actor.Gender) bool { return a == 0 || b == 0 || a == b }

// nameWords are the folded words of a person's name, without what stands
// behind the last name.
func nameWords(s string) []string {
	w := strings.Fields(actor.Fold(s))
	for len(w) > 1 && listed(w[len(w)-1], classTitleSuffix) {
		w = w[:len(w)-1]
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
	return actor.SameWord(a[len(a)-1], b[len(b)-1]) && actor.MiddleAlike(a, b) &&
		(actor.GivenAlike(a[0], b[0]) || len(a) > 2 && actor.SameWord(a[1], b[0]) && len(b[0]) > 2)
}
