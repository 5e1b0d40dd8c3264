package dateline

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/internal/coref"
	"golang.org/x/text/unicode/norm"
)

// mergeActors fills t.Actors with the actors of all reports and gives, for
// each report, the TimelineActorID of each of its actors. Named actors are
// one if they have one name, letters' case and accents aside, kinds that can
// be one, and no two countries; or if one goes by the other's full name or
// acronym; or if a bare surname fits one full name alone. States are one by
// country. Actors without a name stay apart: "residents" are others elsewhere.
func mergeActors(t *Timeline, reports []*report) (ids [][]TimelineActorID, named []bool) {
	ids = make([][]TimelineActorID, len(reports))
	m := actorMerger{byName: make(map[string][]int)}
	for ri, r := range reports {
		ids[ri] = make([]TimelineActorID, len(r.Actors))
		for ai := range r.Actors {
			ids[ri][ai] = TimelineActorID(m.add(&r.Actors[ai], ri))
		}
	}
	m.joinAliases()
	m.joinVariants()
	m.joinSurnames()
	final := make([]TimelineActorID, len(m.groups))
	for i := range m.groups {
		if m.find(i) == i {
			t.Actors = append(t.Actors, m.actor(i, TimelineActorID(len(t.Actors)+1)))
			named = append(named, len(m.groups[i].keys) > 0)
			final[i] = TimelineActorID(len(t.Actors))
		}
	}
	for _, l := range ids {
		for i := range l {
			l[i] = final[m.find(int(l[i]))]
		}
	}
	return ids, named
}

// An actorGroup is the actors of several articles that are one.
type actorGroup struct {
	parent   int // group that it has joined, or itself
	class    string
	keys     []string // normalized names and aliases
	country  string
	members  []*reportActor
	articles []int // those that name it, in order
	reasons  []string
}

type actorMerger struct {
	groups []actorGroup
	byName map[string][]int // class and normalized name to groups
}

// class groups the kinds that can be one actor in different articles.
func (a *reportActor) class() string {
	switch a.Kind {
	case Person, Role:
		return "person"
	case Organization, Company, Media, ArmedGroup:
		return "body"
	case State:
		return "state"
	}
	return string(a.Kind)
}

func (m *actorMerger) add(a *reportActor, article int) int {
	class, name := a.class(), normalizeName(a.Name)
	if class == "state" && a.Country != "" {
		name = a.Country
	}
	if a.Named && name != "" {
		for _, g := range m.byName[class+":"+name] {
			// One article's two actors of one name are two.
			if x := &m.groups[g]; x.articles[len(x.articles)-1] != article && (x.country == a.Country || x.country == "" || a.Country == "") {
				x.members = append(x.members, a)
				x.articles = append(x.articles, article)
				if x.country == "" {
					x.country = a.Country
				}
				x.because("same-name")
				return g
			}
		}
	}
	g := len(m.groups)
	m.groups = append(m.groups, actorGroup{parent: g, class: class, country: a.Country, members: []*reportActor{a}, articles: []int{article}})
	if a.Named && name != "" {
		m.groups[g].keys = []string{name}
		m.byName[class+":"+name] = append(m.byName[class+":"+name], g)
	}
	return g
}

func (g *actorGroup) because(rule string) {
	if i, ok := slices.BinarySearch(g.reasons, rule); !ok {
		g.reasons = slices.Insert(g.reasons, i, rule)
	}
}

func (m *actorMerger) find(g int) int {
	for m.groups[g].parent != g {
		g = m.groups[g].parent
	}
	return g
}

// join makes b part of a, unless one article has both or their countries differ.
func (m *actorMerger) join(a, b int, rule string) {
	a, b = m.find(a), m.find(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	x, y := &m.groups[a], &m.groups[b]
	if x.country != y.country && x.country != "" && y.country != "" || overlap(x.articles, y.articles) {
		return
	}
	x.members = append(x.members, y.members...)
	x.keys = append(x.keys, y.keys...)
	x.articles = append(x.articles, y.articles...)
	slices.Sort(x.articles)
	if x.country == "" {
		x.country = y.country
	}
	for _, r := range y.reasons {
		x.because(r)
	}
	x.because(rule)
	y.parent = a
}

// joinAliases joins bodies by acronym or other name: "European Union (EU)"
// in one article, "EU" in the next.
func (m *actorMerger) joinAliases() {
	for g := range m.groups {
		if x := &m.groups[g]; x.class != "body" || x.parent != g {
			continue
		}
		for _, a := range m.groups[g].members {
			for _, alias := range a.Aliases {
				name := normalizeName(alias)
				if !isAcronym(alias) && !strings.Contains(name, " ") {
					continue // a short form such as "the bank" fits many
				}
				if found := m.byName["body:"+name]; len(found) == 1 {
					m.join(g, found[0], "alias")
				}
			}
		}
	}
}

// overlap reports whether two sorted lists share a number.
func overlap(a, b []int) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			return true
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return false
}

// blockSize bounds how many people of one given name are compared with each
// other for variant spellings of their surnames.
const blockSize = 64

// joinVariants joins people whose full names are spellings of one name, as
// coreference judges within an article.
func (m *actorMerger) joinVariants() {
	given := make(map[string][]int)
	for g := range m.groups {
		if x := &m.groups[g]; x.class == "person" && x.parent == g && len(x.keys) > 0 {
			if first, _, ok := strings.Cut(x.keys[0], " "); ok {
				given[first] = append(given[first], g)
			}
		}
	}
	for _, first := range slices.Sorted(maps.Keys(given)) {
		block := given[first]
		block = block[:min(len(block), blockSize)]
		for i, a := range block {
			for _, b := range block[:i] {
				if why, ok := coref.Same(m.ident(a), m.ident(b)); ok {
					m.join(b, a, why)
				}
			}
		}
	}
}

// ident is what coreference compares of a group: its first member, with all offices.
func (m *actorMerger) ident(g int) coref.Ident {
	a := m.groups[g].members[0]
	k := kindOf(a.Kind)
	id := coref.Ident{Kind: k, Name: a.Name, Aliases: a.Aliases, Country: m.groups[g].country, Gender: genderOf(a.Gender, k), Holder: a.Link}
	for _, x := range m.groups[g].members {
		id.Offices = append(id.Offices, x.Offices...)
	}
	return id
}

func isAcronym(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			n++
		case r != '.' && r != '&' && r != '-' && !unicode.IsDigit(r):
			return false
		}
	}
	return n >= 2
}

// joinSurnames joins a person known by surname alone to the only person of
// that surname that the other articles know in full.
func (m *actorMerger) joinSurnames() {
	full := make(map[string][]int)
	for g := range m.groups {
		if x := &m.groups[g]; x.class == "person" && x.parent == g && len(x.keys) > 0 {
			if i := strings.LastIndexByte(x.keys[0], ' '); i >= 0 {
				s := x.keys[0][i+1:]
				full[s] = append(full[s], g)
			}
		}
	}
	for g := range m.groups {
		if x := &m.groups[g]; x.class == "person" && x.parent == g && len(x.keys) > 0 && !strings.Contains(x.keys[0], " ") {
			if f := full[x.keys[0]]; len(f) == 1 {
				m.join(f[0], g, "surname")
			}
		}
	}
}

// actor is the public form of a group: the fullest of the commonest names.
func (m *actorMerger) actor(g int, id TimelineActorID) TimelineActor {
	x := &m.groups[g]
	names, kinds := counter{}, counter{}
	var other, roles []string
	for _, a := range x.members {
		names.add(a.Name)
		kinds.add(string(a.Kind))
		other = append(append(other, a.Name), a.Aliases...)
		roles = append(roles, a.Roles...)
	}
	out := TimelineActor{ID: id, Kind: ActorKind(kinds.most()), Country: x.country, Articles: len(x.articles), Merged: slices.Clone(x.reasons)}
	for i, n := range names.words {
		if out.Name == "" || wordCount(n) > wordCount(out.Name) || wordCount(n) == wordCount(out.Name) && names.n[i] > names.n[slices.Index(names.words, out.Name)] {
			out.Name = n
		}
	}
	slices.Sort(other)
	slices.Sort(roles)
	for _, n := range slices.Compact(other) {
		if n != out.Name && n != "" {
			out.Aliases = append(out.Aliases, n)
		}
	}
	out.Roles = slices.Compact(roles)
	if len(out.Roles) == 0 {
		out.Roles = nil
	}
	return out
}

func wordCount(s string) int { return strings.Count(s, " ") }

// normalizeName is s in lower case without accents, points, and a leading article.
func normalizeName(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		case unicode.IsSpace(r) || r == '-' || r == '/':
			b.WriteByte(' ')
		}
	}
	n := strings.Join(strings.Fields(b.String()), " ")
	return strings.TrimPrefix(n, "the ")
}
