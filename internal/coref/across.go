package coref

import (
	"maps"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// A Sighting is an actor of one article, as Across compares it.
type Sighting struct {
	Ident
	Article int32
	Named   bool // the article has a name for it: "residents" are others elsewhere
	// What Ready finds out: the name as equal ones share it, or "", and whether it is
	// known only by an office that its article gives to somebody by name.
	key   string
	taken bool
}

// Ready finds out what Across and Through ask of each actor of one article alone.
// It is to be called once, before them.
func Ready(ss []Sighting) {
	by := bearers(ss)
	for i := range ss {
		ss[i].key, ss[i].taken = nameKey(&ss[i]), taken(&ss[i], by)
	}
}

// A Union is one actor in all the articles that tell of it.
type Union struct {
	Members  []int32 // indices of Sightings, in order
	Articles int     // how many articles
	Country  string  // of the first member that has one
	IDs      []actor.ID
	Reasons  []string // rules by which members are one, sorted
	Named    bool
}

// Across groups the actors of many articles, given article by article, into
// those that are one: by an ID; by name, folded as within an article, or by the
// person that holds an office by the table; by another
// spelling, as Same judges; bodies by their short forms, where these fit one
// alone; people by a surname that fits one full name alone. An article's two
// actors are two, but for those of one ID that both have by name, and two IDs
// of one scheme are two actors. Unions come in the order of their first members. Time grows
// with the number of actors: only those with a key in common are compared,
// and at most a window of them.
func Across(all []Sighting) []Union {
	x := across{all: all, byName: make(map[string][]int32), byID: make(map[string]int32)}
	for i := range all {
		x.add(int32(i))
	}
	x.ids()
	x.bodies()
	x.teams()
	x.people()
	x.surnames()
	return x.unions()
}

// unions are the groups as the caller has them.
func (x *across) unions() []Union {
	var out []Union
	for g := range x.groups {
		if c := &x.groups[g]; c.into == int32(g) {
			slices.Sort(c.members)
			slices.Sort(c.reasons)
			out = append(out, Union{Members: c.members, Articles: len(c.articles.list), Country: c.country, IDs: c.ids,
				Reasons: slices.Compact(c.reasons), Named: c.name != ""})
		}
	}
	sortUnions(out)
	return out
}

// sortUnions puts unions in the order of their first members.
func sortUnions(us []Union) {
	slices.SortFunc(us, func(a, b Union) int { return int(a.Members[0] - b.Members[0]) })
}

// An articleSet is articles that an actor stands in: few in most cases.
type articleSet struct {
	list []int32
	all  map[int32]bool // of many
}

const fewArticles = 16

func (s *articleSet) has(a int32) bool {
	if s.all != nil {
		return s.all[a]
	}
	return slices.Contains(s.list, a)
}

func (s *articleSet) add(a int32) {
	if s.has(a) {
		return
	}
	s.list = append(s.list, a)
	switch {
	case s.all != nil:
		s.all[a] = true
	case len(s.list) > fewArticles:
		s.all = make(map[int32]bool, 2*fewArticles)
		for _, x := range s.list {
			s.all[x] = true
		}
	}
}

// acrossWindow bounds how many actors of one key each is compared with. It is
// a bound on time, far above what one name has among the articles of a story.
const acrossWindow = 64

// group is actors of several articles that are one.
type group struct {
	into     int32 // group that it has joined, or itself
	members  []int32
	articles articleSet
	name     string // folded, with its class; empty without a name
	country  string
	gender   actor.Gender
	ids      []actor.ID
	role     bool // the ID of one of them is that of who holds its office
	taken    bool // the article of one that has no name gives its office to another by name
	reasons  []string
}

type across struct {
	all    []Sighting
	groups []group
	byName map[string][]int32
	byID   map[string]int32
}

// nameKey is the name of s as equal names share it, or "".
func nameKey(s *Sighting) string {
	switch {
	case s.Kind == actor.RoleOnly && s.Holder != "":
		return "p " + strings.Join(nameWords(s.Holder), " ")
	case !s.Named:
		return ""
	case s.Kind == actor.State && s.Country != "":
		return "s " + s.Country
	case person(s.Kind):
		if w := nameWords(s.Name); len(w) > 0 {
			return "p " + strings.Join(w, " ")
		}
		return ""
	case isBody(s.Kind):
		return "b " + bodyKey(s.Name)
	}
	return "g " + actor.Fold(s.Name)
}

// add puts actor i to those of its ID or its name, or alone.
func (x *across) add(i int32) {
	s := &x.all[i]
	name := s.key
	g := x.groupOf(s, name)
	if g == token.None {
		g = int32(len(x.groups))
		x.groups = append(x.groups, group{into: g, name: name, country: s.Country, gender: s.Gender})
		if name != "" {
			x.byName[name] = append(x.byName[name], g)
		}
	}
	c := &x.groups[g]
	if len(c.members) > 0 {
		reason := sameID
		if name != "" && name == x.all[c.members[0]].key {
			reason = sameName(s, &x.all[c.members[0]])
		}
		if !slices.Contains(c.reasons, reason) {
			c.reasons = append(c.reasons, reason)
		}
	}
	c.members = append(c.members, i)
	c.articles.add(s.Article)
	c.knows(s.Country, s.Gender, s.IDs)
	c.role = c.role || s.Kind == actor.RoleOnly
	for _, id := range s.IDs {
		x.byID[idKey(id)] = g
	}
}

const sameID = "same-id"

func idKey(id actor.ID) string { return id.Scheme + " " + id.ID }

// groupOf is the group that s belongs to, by ID or by its name, or token.None.
func (x *across) groupOf(s *Sighting, name string) int32 {
	for _, id := range s.IDs {
		g, ok := x.byID[idKey(id)]
		if !ok {
			continue
		}
		c := &x.groups[g]
		if !actor.Apart(c.ids, s.IDs) && !(c.articles.has(s.Article) && (c.role || s.Kind == actor.RoleOnly)) {
			return g
		}
	}
	if name == "" {
		return token.None
	}
	same := x.byName[name]
	for _, g := range same[max(0, len(same)-acrossWindow):] {
		if c := &x.groups[g]; !c.articles.has(s.Article) && compatible(c.country, s.Country) && !actor.Apart(c.ids, s.IDs) {
			return g
		}
	}
	return token.None
}

// ids joins groups that an ID has in common that a later article told.
func (x *across) ids() {
	first := make(map[string]int32)
	for g := range int32(len(x.groups)) {
		for _, m := range x.groups[g].members {
			for _, id := range x.all[m].IDs {
				k := idKey(id)
				if h, ok := first[k]; ok {
					x.join(h, g, sameID)
				} else {
					first[k] = g
				}
			}
		}
	}
}

// sameName is why two of one nameKey are one.
func sameName(a, b *Sighting) string {
	if a.Kind == actor.RoleOnly || b.Kind == actor.RoleOnly {
		return "same-holder"
	}
	return "same-name"
}

func (c *group) knows(country string, g actor.Gender, ids []actor.ID) {
	c.ids = actor.AddIDs(c.ids, ids)
	if c.country == "" {
		c.country = country
	}
	if c.gender == 0 {
		c.gender = g
	}
}

func (x *across) root(g int32) int32 {
	for x.groups[g].into != g {
		g = x.groups[g].into
	}
	return g
}

// join makes two groups one, unless one article has both or their countries
// differ. The larger takes in the smaller.
func (x *across) join(a, b int32, reason string) {
	a, b = x.root(a), x.root(b)
	if a == b {
		return
	}
	p, q := &x.groups[a], &x.groups[b]
	if len(p.articles.list) < len(q.articles.list) || len(p.articles.list) == len(q.articles.list) && b < a {
		a, p, q = b, q, p
	}
	if actor.Apart(p.ids, q.ids) {
		return
	}
	if reason != sameID && !compatible(p.country, q.country) {
		return
	}
	for _, n := range q.articles.list {
		if p.articles.has(n) && (reason != sameID || p.role || q.role) {
			return
		}
	}
	for _, n := range q.articles.list {
		p.articles.add(n)
	}
	p.members = append(p.members, q.members...)
	p.reasons = append(append(p.reasons, q.reasons...), reason)
	p.knows(q.country, q.gender, q.ids)
	p.role = p.role || q.role
	p.taken = p.taken || q.taken
	if p.name == "" {
		p.name = q.name
	}
	q.into = a
}

// ident is what Same compares of a group: its first member, with what all of
// them have.
func (x *across) ident(g int32) Ident {
	c := &x.groups[g]
	id := x.all[c.members[0]].Ident
	id.Country, id.Gender, id.IDs = c.country, c.gender, c.ids
	id.Aliases, id.Offices = nil, nil
	alias, office := make(map[string]bool), make(map[string]bool)
	for _, m := range c.members {
		s := &x.all[m]
		for _, a := range s.Aliases {
			if !alias[a] {
				alias[a] = true
				id.Aliases = append(id.Aliases, a)
			}
		}
		for _, o := range s.Offices {
			if !office[o] {
				office[o] = true
				id.Offices = append(id.Offices, o)
			}
		}
		if id.Holder == "" {
			id.Holder = s.Holder
		}
	}
	return id
}

// bodies joins bodies by acronym or other name: "European Union (EU)" in one
// article, "EU" in the next. Words that two bodies go by ("City Council") are
// neither's alone, and letters that no text explains must be three.
func (x *across) bodies() {
	blocks := make(map[string][]int32)
	ids := make(map[int32]Ident)
	for g := range int32(len(x.groups)) {
		c := &x.groups[g]
		if c.into != g || !strings.HasPrefix(c.name, "b ") {
			continue
		}
		ids[g] = x.ident(g)
		for _, k := range MergeKeys(ids[g]) {
			if strings.HasPrefix(k, "b ") && len(blocks[k]) < acrossWindow {
				blocks[k] = append(blocks[k], g)
			}
		}
	}
	for _, k := range slices.Sorted(maps.Keys(blocks)) {
		var users, told, others []int32 // those called so, those that are by their article, those that may be
		letters := false
		for _, g := range blocks[k] {
			if x.groups[g].name == k {
				users = append(users, g)
			} else if a, ok := aliasOf(ids[g], k[len("b "):]); ok {
				told = append(told, g)
				letters = letters || upper(a)
			} else {
				others = append(others, g)
			}
		}
		switch {
		case letters, len(told) == 1:
		case len(told) == 0 && len(others) == 1 && len(k) > len("b ")+2:
			told = others
		default:
			continue
		}
		for _, h := range told {
			for _, g := range users {
				if reason, ok := Same(ids[h], ids[g]); ok {
					x.join(h, g, reason)
				}
			}
		}
	}
}

// aliasOf is the other name of a body that has the key k.
func aliasOf(a Ident, k string) (string, bool) {
	for _, s := range a.Aliases {
		if !lower(s) && bodyKey(s) == k {
			return s, true
		}
	}
	return "", false
}

// byLastWord are the groups of names of two words and more whose key begins
// with kind, by their last word.
func (x *across) byLastWord(kind string) map[string][]int32 {
	out := make(map[string][]int32)
	for g := range int32(len(x.groups)) {
		if c := &x.groups[g]; c.into == g && strings.HasPrefix(c.name, kind) {
			if i := strings.LastIndexByte(c.name, ' '); i > 1 {
				out[c.name[i+1:]] = append(out[c.name[i+1:]], g)
			}
		}
	}
	return out
}

// teams joins a plural name ("Saints") to the only body whose longer one ends
// with it ("New Orleans Saints").
func (x *across) teams() {
	long := x.byLastWord("b ")
	for g := range int32(len(x.groups)) {
		c := &x.groups[g]
		if c.into != g || !strings.HasPrefix(c.name, "b ") || lower(x.all[c.members[0]].Name) || !strings.HasSuffix(c.name, "s") &&
			!strings.HasSuffix(c.name, "x") {
			continue
		}
		one, several := token.None, false
		for _, h := range long[c.name[strings.LastIndexByte(c.name, ' ')+1:]] {
			if h = x.root(h); h != g && h != one && strings.HasSuffix(x.groups[h].name, c.name[1:]) {
				one, several = h, several || one != token.None
			}
		}
		if one != token.None && !several {
			x.join(one, g, "short-form")
		}
	}
}

// people joins people whose full names are spellings of one name.
func (x *across) people() {
	blocks := make(map[string][]int32)
	ids := make(map[int32]Ident)
	for g := range int32(len(x.groups)) {
		c := &x.groups[g]
		w := strings.Fields(c.name)
		if c.into != g || len(w) < 3 || w[0] != "p" {
			continue
		}
		ids[g] = x.ident(g)
		tried := make(map[int32]bool)
		for _, k := range spellings(w[len(w)-1]) {
			k += initial(w[1])
			block := blocks[k]
			for _, h := range block[max(0, len(block)-acrossWindow):] {
				if tried[h] {
					continue
				}
				tried[h] = true
				if reason, ok := Same(ids[h], ids[g]); ok {
					x.join(h, g, reason)
				}
			}
			blocks[k] = append(block, g)
		}
	}
}

// spellings are keys of which two surnames that SameWord takes for one have
// one in common: the skeleton, and of a long one the skeletons without one letter.
func spellings(w string) []string {
	s := actor.Skeleton(w)
	if s == "" {
		return []string{w}
	}
	out := []string{s}
	if len(s) < 6 || len(s) > 24 {
		return out
	}
	for i := range len(s) {
		if k := s[:i] + s[i+1:]; k != out[len(out)-1] {
			out = append(out, k)
		}
	}
	return out
}

// initial is the first letter of a given name, whatever its spelling.
func initial(w string) string {
	if s := actor.Skeleton(w); s != "" {
		w = s
	}
	return " " + w[:1]
}

// surnames joins a person known by surname alone to the only person of that
// surname that the other articles know in full.
func (x *across) surnames() {
	full := x.byLastWord("p ")
	for g := range int32(len(x.groups)) {
		c := &x.groups[g]
		if c.into != g || !strings.HasPrefix(c.name, "p ") || strings.Contains(c.name[2:], " ") {
			continue
		}
		if f := full[c.name[2:]]; len(f) == 1 {
			x.join(f[0], g, "surname")
		}
	}
}
