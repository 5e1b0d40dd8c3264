package coref

import (
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// reach is how many sentences back a description without a name may refer.
const reach = 12

// nominal resolves descriptive mention i, or lets it stand for itself.
func (r *resolver) nominal(i int32) {
	m := &r.ms[i]
	e, reason, score := token.None, "", uint8(0)
	switch {
	case m.Kind == actor.RoleOnly:
		if e = r.predicate(m); e != token.None {
			reason, score = "predicate", 80
			break
		}
		e, reason, score = r.description(i)
	case isBody(m.Kind) && m.Number != actor.Plur:
		e, reason, score = r.bodyDescription(i)
	case m.Rule == "state-noun" && m.Number == actor.Sing:
		e, reason, score = r.country(i)
	default:
		e, reason, score = r.people(i)
	}
	if e == token.None || r.inside(e, m) {
		e, reason, score = r.newEntity(i), "first-mention", m.Score
	}
	r.add(e, i, reason, score)
	if m.Kind == actor.Group && m.Number == actor.Plur && len(r.es[e].Members) == 0 {
		r.members(e, m)
	}
}

// members sets the actors of group e that its mention m lists: "two lawmakers,
// Ann Lee and Bob Ray,".
func (r *resolver) members(e int32, m *actor.Mention) {
	d := r.d
	var list []int32
	and := false
	t := m.Last
	for len(list) < 8 {
		if int(t) >= len(d.Tokens) || d.Tokens[t].Sent != d.Tokens[m.First].Sent {
			break
		}
		l := d.Tokens[t].Lower
		if len(list) == 0 && l != "," && l != ":" && l != "—" && l != "–" || len(list) > 0 && l != "," && l != "and" {
			break
		}
		and = and || l == "and"
		t++
		if l == "," && int(t) < len(d.Tokens) && d.Tokens[t].Lower == "and" {
			and = true
			t++
		}
		if int(t) >= len(d.Tokens) {
			break
		}
		c := r.cover[t]
		if c == 0 || r.ms[c-1].Kind != actor.Person || r.ms[c-1].First != t || r.of[c-1] == token.None {
			break
		}
		list = append(list, r.of[c-1])
		t = r.ms[c-1].Last
		if and {
			break
		}
	}
	if !and || len(list) < 2 || m.Count != 0 && int(m.Count) != len(list) {
		return
	}
	r.es[e].Members = list
	for _, x := range list {
		if r.es[x].Country == "" {
			r.es[x].Country = m.Country
		}
	}
}

// predicate is the person of whom description m is said: "Benning is the
// leader of the party".
func (r *resolver) predicate(m *actor.Mention) int32 {
	if !r.parsed {
		return token.None
	}
	top := r.place(m.First, m.Last).top
	subject, cop := token.None, false
	for k := range r.d.Kids(top) {
		switch r.d.Tokens[k].Rel {
		case token.Cop:
			cop = true
		case token.Nsubj:
			subject = k
		}
	}
	if !cop || subject == token.None {
		return token.None
	}
	c := r.cover[subject]
	if c == 0 || r.of[c-1] == token.None {
		return token.None
	}
	x := &r.es[r.of[c-1]]
	if (x.Kind == actor.Person || x.Kind == actor.RoleOnly) && agrees(x.Gender, m.Gender) {
		return r.of[c-1]
	}
	return token.None
}

// inside reports whether a mention of entity e is nested in m or holds it: a
// phrase is never what stands in it.
func (r *resolver) inside(e int32, m *actor.Mention) bool {
	x := &r.es[e]
	for k := len(x.Mentions) - 1; k >= 0 && k >= len(x.Mentions)-3; k-- {
		if x.Mentions[k].Full.Overlaps(m.Span) {
			return true
		}
	}
	for t := m.First; t < m.Last; t++ {
		if c := r.cover[t]; c != 0 && r.of[c-1] == e && &r.ms[c-1] != m {
			return true
		}
	}
	return false
}

func compatible(a, b string) bool { return a == "" || b == "" || a == b }

// description resolves "the president", "the Russian leader", "his wife".
func (r *resolver) description(i int32) (int32, string, uint8) {
	m := &r.ms[i]
	if len(m.Roles) == 0 || !m.Definite && m.Country == "" && !r.capitalised(m) {
		return token.None, "", 0
	}
	ro := &m.Roles[0]
	if r.possessed(m) {
		return token.None, "", 0
	}
	sent := r.d.Tokens[m.First].Sent
	best, bestScore, reason := token.None, float32(0), ""
	for k := len(r.active) - 1; k >= 0; k-- {
		c := r.active[k]
		x := &r.es[c]
		if x.Kind != actor.Person && x.Kind != actor.RoleOnly || x.Number == actor.Plur || !agrees(x.Gender, m.Gender) {
			continue
		}
		s, why := r.fits(x, ro, m)
		if s == 0 {
			continue
		}
		if x.Kind == actor.RoleOnly && sent-x.last.sent > reach {
			continue
		}
		s += 0.5*fade(sent-x.last.sent) + 0.1*min(x.weight, 3)
		if s > bestScore {
			best, bestScore, reason = c, s, why
		}
	}
	if best != token.None {
		return best, reason, uint8(min(90, 45+bestScore*12))
	}
	// one who is named only later: "French president ... Emmanuel Macron"
	if ro.Office != "" && ro.Country != "" {
		for j := int(i) + 1; j < len(r.ms) && j < int(i)+400; j++ {
			o := &r.ms[j]
			if o.Kind != actor.Person || o.Form != actor.Name || r.of[j] == token.None {
				continue
			}
			for k := range o.Roles {
				if q := &o.Roles[k]; q.Office == ro.Office && q.Country == ro.Country && q.Standing == ro.Standing && agrees(r.es[r.of[j]].Gender, m.Gender) {
					return r.of[j], "role-named-later", 75
				}
			}
		}
	}
	// one whom the table of holders knows in the office
	if h, ok := r.officeHolder(ro.Country, ro.Office); ok && ro.Standing == actor.Current {
		w := nameWords(h.Name)
		for k := len(r.active) - 1; k >= 0; k-- {
			x := &r.es[r.active[k]]
			if x.Kind == actor.Person && len(x.words) > 0 && actor.SameWord(x.words[len(x.words)-1], w[len(w)-1]) && (len(x.words) == 1 || actor.GivenAlike(x.words[0], w[0])) {
				return r.active[k], "office-holder", 75
			}
		}
	}
	return token.None, "", 0
}

// capitalised reports whether the head of m has a capital: "the President".
func (r *resolver) capitalised(m *actor.Mention) bool {
	return r.d.Tokens[m.Head].Is(token.Capital) && m.Last-m.First <= 2
}

// possessed reports whether m is somebody of somebody, so that it brings in a
// person of its own: "his wife", "Trump's lawyer".
func (r *resolver) possessed(m *actor.Mention) bool {
	t := &r.d.Tokens[m.First]
	switch t.Lower {
	case "his", "her", "their", "my", "our", "your":
		return true
	}
	if c := r.cover[m.First]; c != 0 && r.ms[c-1].Kind == actor.Person && r.ms[c-1].Form == actor.Name {
		return true
	}
	return false
}

// fits tells how well role ro of mention m describes x, 0 if not at all.
func (r *resolver) fits(x *entity, ro *actor.Role, m *actor.Mention) (float32, string) {
	office := ro.Office
	for k := range x.Roles {
		q := &x.Roles[k]
		if q.Party != "" && q.Office == "" {
			if partyWord(office, q.Party) {
				return 2, "party"
			}
			if office == "senator" || office == "representative" || office == "lawmaker" {
				if len(q.Party) == 1 && len(x.offices) == 0 {
					return 1.5, "role"
				}
			}
			continue
		}
		if (ro.Standing == actor.Former) != (q.Standing == actor.Former) && ro.Standing == actor.Former {
			continue
		}
		if !compatible(q.Country, ro.Country) {
			continue
		}
		switch {
		case q.Office != "" && q.Office == office || q.Text == ro.Text:
			return 3, "role"
		case broader(office, q.Office):
			return 2, "role"
		case ro.Country != "" && ro.Country == q.Country && office == "leader" && actor.HeadOffice(q.Office):
			return 2.5, "leader-of-country"
		}
	}
	if x.Kind == actor.Person {
		switch office {
		case "leader":
			if ro.Country != "" && ro.Country == x.Country && r.holds(x, ro.Country) {
				return 1.8, "leader-of-country"
			}
		case "man", "woman":
			if x.Gender != 0 && r.d.Tokens[m.First].Sent-x.last.sent <= 2 && len(x.Roles) == 0 && x.Gender == m.Gender {
				return 0.8, "generic-noun"
			}
		case "president", "prime minister", "chancellor":
			// "the president" of an article that names none as such
			if ro.Standing == actor.Current && r.holdsOffice(x, office, ro.Country) {
				return 1.6, "office-holder"
			}
		case "candidate", "nominee", "republican", "democrat", "billionaire", "businessman", "businesswoman", "tycoon":
			if len(x.Roles) == 0 && m.Definite && r.d.Tokens[m.First].Sent-x.last.sent <= 2 && (x.last.rel == token.Nsubj || x.last.rel == token.NmodPoss) && ro.Country == "" && m.Last-m.First <= 4 {
				return 0.6, "generic-noun"
			}
		}
	}
	return 0, ""
}

// broader reports whether word a names what office b is, in fewer words.
func broader(a, b string) bool {
	switch a {
	case "minister":
		return strings.HasSuffix(b, " minister") && b != "prime minister"
	case "leader":
		return strings.HasSuffix(b, " leader") || b == "president" || b == "prime minister" || b == "chancellor" || b == "supreme leader"
	case "lawmaker", "legislator", "politician":
		return b == "senator" || b == "representative" || b == "member of parliament" || b == "deputy" || b == "congressman"
	case "diplomat", "top diplomat":
		return b == "ambassador" || b == "foreign minister" || b == "envoy" || b == "secretary of state" || b == "foreign policy chief"
	case "chief":
		return strings.HasSuffix(b, " chief")
	case "secretary":
		return strings.Contains(b, "secretary")
	case "official":
		return strings.HasSuffix(b, " official")
	case "executive":
		return b == "chief executive"
	case "premier":
		return b == "prime minister"
	case "coach":
		return b == "head coach"
	case "candidate", "nominee":
		return b == "nominee" || b == "candidate"
	case "officer":
		return strings.HasSuffix(b, "officer") || b == "sergeant" || b == "detective" || b == "policeman" || b == "captain"
	case "king", "queen", "prince", "monarch":
		return b == "king" || b == "queen" || b == "monarch"
	}
	return false
}

// partyWord reports whether noun a is an adherent of party p.
func partyWord(a, p string) bool {
	switch a {
	case "republican":
		return p == "R" || p == "GOP" || p == "Republican"
	case "democrat":
		return p == "D" || p == "DFL" || p == "Dem" || p == "Democrat" || p == "Democratic"
	}
	return false
}

// holds reports whether the table knows x as the head of the country at the
// article's date.
func (r *resolver) holds(x *entity, country string) bool {
	for _, o := range []string{"president", "prime minister", "chancellor", "supreme leader", "king"} {
		if r.holdsOffice(x, o, country) {
			return true
		}
	}
	return false
}

// holdsOffice reports whether the table knows x in the office, of that
// country or, when it is empty, of x's, at the article's date.
func (r *resolver) holdsOffice(x *entity, office, country string) bool {
	if r.o.Published.IsZero() || len(x.words) == 0 {
		return false
	}
	if country == "" {
		country = x.Country
	}
	if country == "" {
		country = r.nameCountry(x, office)
	}
	h, ok := r.officeHolder(country, office)
	if !ok {
		return false
	}
	w := nameWords(h.Name)
	return actor.SameWord(x.words[len(x.words)-1], w[len(w)-1]) && (len(x.words) == 1 || actor.GivenAlike(x.words[0], w[0]))
}

// nameCountry is the country in which somebody of x's full name held the
// office at the article's date, when there is just one.
func (r *resolver) nameCountry(x *entity, office string) string {
	if len(x.words) < 2 {
		return ""
	}
	for _, h := range actor.HoldersNamed(x.words[len(x.words)-1]) {
		if h.Office == office && h.In(r.o.Published) && actor.GivenAlike(nameWords(h.Name)[0], x.words[0]) {
			return h.Country
		}
	}
	return ""
}

// country resolves "the country", "the nation".
func (r *resolver) country(i int32) (int32, string, uint8) {
	m := &r.ms[i]
	sent := r.d.Tokens[m.First].Sent
	best, bestScore := token.None, float32(0)
	for k := len(r.active) - 1; k >= 0; k-- {
		c := r.active[k]
		x := &r.es[c]
		if x.Kind != actor.State || x.Number == actor.Plur || sent-x.last.sent > 4 || !compatible(x.Country, m.Country) || m.Last-m.First > 3 && m.Country == "" {
			continue
		}
		if s := fade(sent-x.last.sent)*2 + 0.3*x.weight; s > bestScore {
			best, bestScore = c, s
		}
	}
	return best, "kind", 60
}

// bodyDescription resolves "the company", "the ministry".
func (r *resolver) bodyDescription(i int32) (int32, string, uint8) {
	m := &r.ms[i]
	head := r.d.Tokens[m.Head].Lower
	sent := r.d.Tokens[m.First].Sent
	first := r.d.Tokens[m.First].Lower
	if !m.Definite || first == "his" || first == "her" || first == "their" || first == "its" || first == "our" || first == "my" {
		return token.None, "", 0
	}
	owned := m.Affil.Len() > 0 || m.Last-m.First > 4 // "the company of his brother": not just any
	best, bestScore, reason := token.None, float32(0), ""
	for k := len(r.active) - 1; k >= 0; k-- {
		c := r.active[k]
		x := &r.es[c]
		if !isBody(x.Kind) && x.Kind != actor.State || x.Number == actor.Plur || sent-x.last.sent > 2*reach || !compatible(x.Country, m.Country) {
			continue
		}
		s, why := float32(0), ""
		nominalOnly := x.Mentions[0].Form == actor.Nominal
		switch {
		case nominalOnly && r.headOf(x) == head:
			if owned && !strings.EqualFold(x.Name, m.Name) {
				continue
			}
			s, why = 2, "same-head"
		case nominalOnly, x.Kind == actor.State:
			continue
		case lastWord(x.Name) == head, containsWord(x.words, head):
			s, why = 3, "head-in-name"
		case owned:
			continue
		case m.Kind == actor.Company && x.Kind == actor.Company, m.Kind == actor.Media && x.Kind == actor.Media:
			s, why = 2.2, "kind"
		case x.Kind == actor.ArmedGroup && (head == "group" || head == "movement" || head == "organization" || head == "organisation"):
			s, why = 2, "kind"
		case m.Kind == actor.ArmedGroup && x.Kind == actor.ArmedGroup && m.Number == actor.Sing && (head == "group" || head == "militia" || head == "movement" || head == "organisation"):
			s, why = 2.2, "kind"
		case (head == "group" || head == "organization" || head == "organisation" || head == "agency" || head == "bloc" || head == "movement" || head == "alliance" || head == "union" || head == "team" || head == "party" || head == "body") && x.Kind == actor.Organisation && sent-x.last.sent <= 2:
			if !bodySuits(head, x) {
				continue
			}
			s, why = 1.2, "kind"
		case m.Kind == actor.Company && x.Kind == actor.Organisation && sent-x.last.sent <= 2 && (head == "company" || head == "firm") && x.Country == "" && sent-x.last.sent <= 3 && !notBusiness(x.words):
			s, why = 1, "kind"
		default:
			continue
		}
		s += fade(sent - x.last.sent)
		if s > bestScore {
			best, bestScore, reason = c, s, why
		}
	}
	if best == token.None {
		return token.None, "", 0
	}
	return best, reason, uint8(min(90, 45+bestScore*10))
}

// notBusiness reports whether a body of these words is hardly a company.
func notBusiness(w []string) bool {
	for _, x := range w {
		switch x {
		case "fund", "foundation", "institute", "university", "ministry", "department", "committee", "council", "commission", "party", "union", "association", "agency", "house", "senate", "court", "congress", "parliament", "church", "school", "college":
			return true
		}
	}
	return false
}

// bodySuits reports whether a body called x can be taken up as "the bloc",
// "the alliance" and the like.
func bodySuits(head string, x *entity) bool {
	switch head {
	case "bloc", "union":
		return x.Country == "EU" || containsWord(x.words, "union") || x.Country == "ASEAN" || x.Country == "BRICS"
	case "alliance":
		return x.Country == "NATO" || containsWord(x.words, "alliance")
	case "agency":
		return upper(x.Name) || containsWord(x.words, "agency") || containsWord(x.words, "bureau")
	case "team", "party":
		return x.Country != "EU" && x.Country != "UN" && x.Country != "NATO" && !notBusiness(x.words[:min(1, len(x.words))])
	}
	return true
}

func (r *resolver) headOf(x *entity) string {
	m := &x.Mentions[0]
	return r.d.Tokens[m.Head].Lower
}

func lastWord(s string) string {
	w := strings.Fields(actor.Fold(s))
	if len(w) == 0 {
		return ""
	}
	return w[len(w)-1]
}

func containsWord(w []string, s string) bool {
	for _, x := range w {
		if x == s {
			return true
		}
	}
	return false
}

// people resolves groups: "the protesters", "European leaders" again.
func (r *resolver) people(i int32) (int32, string, uint8) {
	m := &r.ms[i]
	head := r.d.Tokens[m.Head].Lower
	sent := r.d.Tokens[m.First].Sent
	key := actor.Fold(m.Name)
	first := r.d.Tokens[m.First].Lower
	if (first == "both" || first == "the" && m.Count == 2) && m.Kind == actor.Group && m.Last-m.First <= 3 {
		if e, ok := r.pair(m.First, r.place(m.First, m.Last), form{plural: true}); ok {
			return e, "both", 65
		}
		// the two persons of the sentence before
		var two []int32
		for k := len(r.active) - 1; k >= 0; k-- {
			if x := &r.es[r.active[k]]; x.Kind == actor.Person && x.last.sent >= sent-1 {
				two = append(two, r.active[k])
			}
		}
		if len(two) == 2 {
			return r.both2(two[1], two[0]), "both", 55
		}
	}
	for k := len(r.active) - 1; k >= 0; k-- {
		c := r.active[k]
		x := &r.es[c]
		if x.Kind != m.Kind || len(x.Mentions) == 0 || x.Mentions[0].Form != actor.Nominal || sent-x.last.sent > reach {
			continue
		}
		if m.Count != 0 && x.Count != 0 && m.Count != x.Count {
			continue
		}
		generic := m.Last-m.First == 1 && m.Country == "" && !r.d.Tokens[m.First].Is(token.Capital)
		if generic && sent-x.last.sent > 2 {
			continue // "people" here are not the people there
		}
		switch {
		case actor.Fold(x.Name) == key && first != "his" && first != "her" && first != "their" && first != "our" && first != "my" && first != "some" && first != "other":
			return c, "same-phrase", 80
		case (first == "the" || first == "these" || first == "those") && r.headOf(x) == head && compatible(x.Country, m.Country) && m.Last-m.First <= 3 && (m.Country == "" || x.Country == m.Country):
			return c, "same-head", 70
		}
	}
	return token.None, "", 0
}
