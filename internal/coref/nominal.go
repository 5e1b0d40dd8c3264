package coref

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// reach is how many sentences back a description without a name may refer.
const reach = 12

// link is what a description or pronoun refers to, and why; e is None for
// nothing.
type link struct {
	e      int32
	reason string
	score  uint8
	aside  bool // said of the actor in the same breath
	inside bool // the actor's name is a part of the description
}

var nobody = link{e: token.None}

// nominal resolves descriptive mention i, or lets it stand for itself.
func (r *resolver) nominal(i int32) {
	m := &r.ms[i]
	if listed(r.d.Tokens[m.First].Lower, classPersonal) {
		r.pronoun(m.First) // whose it is tells who it is
	}
	l := nobody
	switch e, thing := r.subjectOf(m); {
	case thing && m.Kind == actor.RoleOnly:
		return // "the city is the host": nobody
	case e != token.None:
		l = link{e: e, reason: "predicate", score: surePredicate, aside: true}
	case r.apposed(m) != token.None:
		l = link{e: r.apposed(m), reason: "apposition", score: surePredicate, aside: true}
	case m.Kind == actor.RoleOnly && r.identified(m) != token.None:
		l = link{e: r.identified(m), reason: "predicate", score: surePredicate, aside: true}
		if o := r.description(i); o.e != token.None && r.es[o.e].Kind == actor.RoleOnly && r.turned < maxTurned {
			r.turned++
			r.turnsOut(o.e, l.e)
		}
	case m.Kind == actor.RoleOnly && r.leadNames(i) != token.None:
		l = link{e: r.leadNames(i), reason: "headline", score: sureOffice}
	case m.Kind == actor.RoleOnly:
		if e := r.related(m); e != token.None {
			l = link{e: e, reason: "relation", score: sureKin}
		} else {
			l = r.description(i)
		}
	case isBody(m.Kind) && m.Number != actor.Plur:
		l = r.bodyDescription(m)
	case m.Kind == actor.State && m.Number == actor.Sing:
		l = r.country(m)
	default:
		l = r.group(m)
	}
	if l.e == token.None || !l.inside && r.inside(l.e, m) {
		l = link{e: r.newEntity(i), reason: "first-mention", score: m.Score}
	}
	if l.aside {
		r.describe(l.e, i, l.reason, l.score)
		r.bears(l.e, m)
	} else {
		r.add(l.e, i, l.reason, l.score)
	}
	r.relate(l.e, m)
	if m.Kind == actor.Group && m.Number == actor.Plur && len(r.es[l.e].Members) == 0 {
		r.members(l.e, m)
	}
}

// bears gives person e the roles of description m, unless it says no more than
// whose relation it is or that it is somebody.
func (r *resolver) bears(e int32, m *actor.Mention) {
	x := &r.es[e]
	if w := wordTable.Find(r.d.Tokens[m.Head].Lemma); !person(x.Kind) || w.Has(classHuman) || w.Has(classKin) || w.Has(classNobody) {
		return
	}
	n := len(x.Roles)
	x.addRoles(m.Roles)
	x.aside += len(x.Roles) - n
}

// spoken is the actor of the name, description or pronoun at token t, or None.
func (r *resolver) spoken(t int32) int32 {
	if e := r.pron[t]; e != token.None {
		return e
	}
	return r.at(t)
}

// at is the entity of the mention that covers token t, or None.
func (r *resolver) at(t int32) int32 {
	if c := r.cover[t]; c != 0 {
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
func (r *resolver) description(i int32) link {
	m := &r.ms[i]
	if len(m.Roles) == 0 && m.Definite && m.Country != "" {
		return r.countryman(m)
	}
	if len(m.Roles) == 0 || !m.Definite && m.Country == "" && !r.capitalised(m) || r.possessed(m) {
		return nobody
	}
	for t := m.First + 1; t < m.Head; t++ {
		if listed(r.d.Tokens[t].Lower, classOtherOne) {
			return nobody // "the next president"
		}
	}
	ro := &m.Roles[0]
	sent := r.d.Tokens[m.First].Sent
	here := r.place(m.First, m.Last)
	best, most := nobody, float32(0)
	age := r.ageOf(m.First, m.Last)
	some := r.d.Tokens[m.First].Lower == "a" || r.d.Tokens[m.First].Lower == "an"
	speaker := r.saidBy(here.quote)
	for c, x := range r.recent {
		if !x.mayBe(m, age) || some && x.Kind == actor.Person { // "a Republican": anybody
			continue
		}
		if c == speaker {
			continue // who speaks is not "the minister" to himself
		}
		if l := x.last; l.sent == sent && l.verb == here.verb && l.verb != token.None && core(l.rel) && core(here.rel) {
			continue // "Holm asked the mayor": two
		}
		s, why := r.fits(x, ro, m)
		if s == 0 || x.Kind == actor.RoleOnly && sent-x.last.sent > reach {
			continue
		}
		s += fitNear*fade(sent-x.last.sent) + fitWeight*min(x.weight, maxWeight)
		if s > most {
			best, most = link{e: c, reason: why}, s
		}
	}
	if best.e != token.None {
		best.score = uint8(min(90, 45+most*12))
		return best
	}
	if e := r.fated(m); e != token.None {
		return link{e: e, reason: "fate", score: sureFate}
	}
	if e := r.partisan(m, ro); e != token.None {
		return link{e: e, reason: "generic-noun", score: sureTwo}
	}
	if e := r.parentOf(m); e != token.None {
		return link{e: e, reason: "generic-noun", score: sureFate}
	}
	if e := r.namedLater(i, ro); e != token.None {
		return link{e: e, reason: "role-named-later", score: sureOffice}
	}
	if e := r.inOffice(ro); e != token.None {
		return link{e: e, reason: "office-holder", score: sureOffice}
	}
	return nobody
}

// maxLater bounds how many mentions further on a name is looked for.
const maxLater = 400

// namedLater is who bears role ro only further on: "French president ...
// Emmanuel Macron".
func (r *resolver) namedLater(i int32, ro *actor.Role) int32 {
	if ro.Office == "" || ro.Country == "" {
		return token.None
	}
	for j := int(i) + 1; j < len(r.ms) && j < int(i)+maxLater; j++ {
		o := &r.ms[j]
		if o.Kind != actor.Person || o.Form != actor.Name || r.of[j] == token.None {
			continue
		}
		for k := range o.Roles {
			q := &o.Roles[k]
			if q.Office == ro.Office && q.Country == ro.Country && q.Standing == ro.Standing && agrees(r.es[r.of[j]].Gender, r.ms[i].Gender) {
				return r.of[j]
			}
		}
	}
	return token.None
}

// capitalised reports whether the head of m has a capital: "the President".
func (r *resolver) capitalised(m *actor.Mention) bool {
	return r.d.Tokens[m.Head].Is(token.Capital) && m.Last-m.First <= 2
}

// possessed reports whether m is somebody of somebody, so that it brings in a
// person of its own: "his wife", "Brandt's lawyer".
func (r *resolver) possessed(m *actor.Mention) bool {
	if listed(r.d.Tokens[m.First].Lower, classPersonal) {
		return true
	}
	if of := m.Head + 1; int(of)+1 < len(r.d.Tokens) && r.d.Tokens[of].Lower == "of" && listed(r.d.Tokens[of+1].Lower, classPersonal) {
		return true // "the candidate of their choice"
	}
	c := r.cover[m.First]
	return c != 0 && r.ms[c-1].Kind == actor.Person && r.ms[c-1].Form == actor.Name
}

// fits tells how well role ro of mention m describes x, 0 if not at all.
func (r *resolver) fits(x *entity, ro *actor.Role, m *actor.Mention) (float32, string) {
	for _, k := range x.told {
		if s, why := r.fitsRole(x, ro, &x.Roles[k]); s > 0 {
			return s, why
		}
	}
	if x.Kind == actor.Person {
		if r.bearsTitle(x, ro) {
			return fitBroader, "title"
		}
		return r.fitsPerson(x, ro, m)
	}
	if m.Definite && listed(ro.Office, classHuman) && x.Gender != 0 && x.Gender == m.Gender && ro.Country == "" &&
		m.Last-m.First == 2 && r.d.Tokens[m.First].Sent-x.last.sent <= 1 {
		return fitHuman, "generic-noun" // "a man ... the man"
	}
	return 0, ""
}

// bearsTitle reports whether x bears a title that role ro takes up: "Prof. Holm ...
// the scholar".
func (r *resolver) bearsTitle(x *entity, ro *actor.Role) bool {
	if ro.Standing != actor.Current || len(x.titles) == 0 || !listed(ro.Office, classTitled) {
		return false
	}
	for t := range texts(ro.Office, classTitled) {
		for _, k := range x.titles {
			if strings.TrimSuffix(r.d.Tokens[k].Lower, ".") == t {
				return true
			}
		}
	}
	return false
}

// fitsPerson tells how well role ro of mention m describes the person x, of
// whom the text says no such role.
func (r *resolver) fitsPerson(x *entity, ro *actor.Role, m *actor.Mention) (float32, string) {
	near := r.d.Tokens[m.First].Sent-x.last.sent <= 2 && len(x.Roles) == x.aside
	sexed := m.Gender != 0 && x.Gender == m.Gender
	switch office := wordTable.Find(ro.Office); {
	case ro.Office == "leader":
		if ro.Country != "" && ro.Country == x.Country && r.holds(x, ro.Country) {
			return fitHolds, "leader-of-country"
		}
	case office.Has(classHuman):
		if int(m.Last) < len(r.d.Tokens) && listed(r.d.Tokens[m.Last].Lower, classRelative) {
			return 0, "" // "the man who killed her": told by that
		}
		if x.Gender != 0 && x.Gender == m.Gender && near {
			return fitHuman, "generic-noun"
		}
	case office.Has(classHeadOffice): // "the president" of an article that names none as such
		if ro.Standing == actor.Current && r.holdsOffice(x, ro.Office, ro.Country) {
			return fitOffice, "office-holder"
		}
	case office.Has(classStanding):
		subject := x.last.rel == token.Nsubj || x.last.rel == token.NmodPoss
		if m.Definite && near && (subject || sexed) && ro.Country == "" && m.Last-m.First <= 4 {
			return fitStanding, "generic-noun"
		}
	}
	return 0, ""
}

// fitsRole tells how well role ro takes up role q of x.
func (r *resolver) fitsRole(x *entity, ro, q *actor.Role) (float32, string) {
	office := ro.Office
	if q.Party != "" && q.Office == "" {
		if partyWord(office, q.Party) {
			return fitParty, "party"
		}
		if listed(office, classLegislator) && len(q.Party) == 1 && len(x.offices) == 0 {
			return fitLegislator, "role"
		}
		return 0, ""
	}
	if ro.Standing == actor.Former && q.Standing != actor.Former || !compatible(q.Country, ro.Country) {
		return 0, ""
	}
	switch {
	case q.Office != "" && q.Office == office || q.Text == ro.Text:
		return fitSame, "role"
	case broader(office, q.Office):
		return fitBroader, "role"
	case ro.Country != "" && ro.Country == q.Country && office == "leader" && actor.HeadOffice(q.Office):
		return fitLeader, "leader-of-country"
	}
	return 0, ""
}

// partisan is the one politician spoken of near of whom no party is told, for "the
// Republican"; or None.
func (r *resolver) partisan(m *actor.Mention, ro *actor.Role) int32 {
	if m.Last-m.First != 2 || !m.Definite || !listed(ro.Office, classPartisan) {
		return token.None
	}
	sent := r.d.Tokens[m.First].Sent
	office := func(k int32, x *entity) bool { return broader("politician", x.Roles[k].Office) }
	e := r.only(func(x *entity) bool {
		return person(x.Kind) && x.Number != actor.Plur && sent-x.last.sent <= countrymanNear &&
			slices.ContainsFunc(x.told, func(k int32) bool { return office(k, x) })
	})
	if e == token.None || slices.ContainsFunc(r.es[e].Roles, func(ro actor.Role) bool { return ro.Party != "" }) || !agrees(r.es[e].Gender, m.Gender) {
		return token.None
	}
	return e
}

// countrymanReach is how many sentences back "the Norwegian" is looked for, and
// countrymanNear the same where the text does not say that it is one.
const (
	countrymanReach = 8
	countrymanNear  = 1
)

// mayBe reports whether x is one person whom m, told to be so old, can describe.
func (x *entity) mayBe(m *actor.Mention, age string) bool {
	return person(x.Kind) && x.Number != actor.Plur && agrees(x.Gender, m.Gender) && compatible(age, x.age)
}

// countryman resolves "the Norwegian": to the one person spoken of before of
// whom the text says that country, else to the one who alone is spoken of near
// and has none.
func (r *resolver) countryman(m *actor.Mention) link {
	sent := r.d.Tokens[m.First].Sent
	age := r.ageOf(m.First, m.Last)
	e := r.only(func(x *entity) bool {
		return x.mayBe(m, age) && sent-x.last.sent <= countrymanReach && ofCountry(x, m.Country)
	})
	if e != token.None {
		return link{e: e, reason: "nation", score: sureDescribed}
	}
	e = r.only(func(x *entity) bool { return x.mayBe(m, age) && sent-x.last.sent <= countrymanNear })
	if e == token.None {
		return nobody
	}
	if x := &r.es[e]; x.Kind != actor.Person || x.last.sent == sent || x.last.rel != token.Nsubj || anyCountry(x) {
		return nobody
	}
	return link{e: e, reason: "nation", score: sureTwo}
}

// ofCountry reports whether the text says that x is of the country.
func ofCountry(x *entity, country string) bool {
	return x.Country == country || slices.ContainsFunc(x.Roles, func(ro actor.Role) bool { return ro.Country == country })
}

// anyCountry reports whether the text says of which country x is.
func anyCountry(x *entity) bool {
	return x.Country != "" || slices.ContainsFunc(x.Roles, func(ro actor.Role) bool { return ro.Country != "" })
}
