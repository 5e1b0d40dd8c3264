package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// body makes a mention of the name of a body.
func (f *finder) body(n *name) {
	n.used = true
	if n.origin == fromSeat && f.building(n) {
		return
	}
	m := Mention{Span: f.d.SpanOf(n.first, n.last), First: n.first, Last: n.last, Head: n.last - 1, Kind: n.kind, Form: Name,
		Name: f.clean(n.first, n.last), Number: Sing, Gender: Neut, Rule: originNames[n.origin], Score: n.score, Country: n.iso}
	switch m.Kind {
	case 0:
		m.Kind = Organisation
	case Group:
		m.Number, m.Gender = Plur, 0
	}
	if m.Country == "" {
		m.Country = f.countryOf(n.first, n.last)
	}
	if o := f.nameOn(n.last + 1); m.Country == "" && f.lower(n.last) == "of" && o != nil && o.typ == token.LOC && f.sameSent(o.first, n.first) {
		m.Country = f.nameCountry(o) // "Norvo of Sweden"
	}
	if f.itsGovernment(n) {
		m.Kind, m.Form, m.Rule, m.Government = State, Nominal, "government", true
	}
	m.Full = m.Span
	// "the shipping group Halvorsen", "the weekly Respekt"
	if n.before != 0 {
		p := &f.phrases[n.before-1]
		p.used = true
		m.Full = f.d.SpanOf(p.first, n.last)
		if m.Country == "" {
			m.Country = p.country
		}
	}
	f.bodyApposition(&m, n)
	f.bodyRole(&m, n)
	f.out = append(f.out, m)
}

// itsGovernment reports whether name n is a country and a capital word for its
// government, "the UK Government".
func (f *finder) itsGovernment(n *name) bool {
	first := n.first
	if f.lower(first) == "the" {
		first++
	}
	w := f.word(first)
	return w.nation&(NationName|NationAdj) != 0 && w.natEnd == n.last-1 && len(w.iso) == 2 && w.iso != "EU" && f.is(n.last-1, classGovernment)
}

// bodyApposition gives m what stands in apposition to its name: "Boeing, the
// planemaker,".
func (f *finder) bodyApposition(m *Mention, n *name) {
	end := n.last
	if f.lower(end) == "(" && f.sameSent(end+2, n.first) && f.lower(end+2) == ")" {
		end += 3
	}
	p := f.phraseAt(end + 1)
	if f.lower(end) != "," || p == nil || p.class&ClassOrg == 0 || p.plural() || p.used || !f.closes(p.last) || p.negated {
		return
	}
	if !p.definite && !f.indefinite(p.first) {
		return
	}
	f.apposeTo(m, p)
	if m.Country == "" && p.of.Len() > 0 && p.of.End <= f.d.Tokens[p.hstart].Start {
		m.Country = p.country // "Norvo, a Swedish carmaker,"
	}
	switch {
	case p.class&ClassMedia != 0:
		m.Kind = Media
	case p.class&ClassCompany != 0 && m.Kind == Organisation:
		m.Kind = Company
	case p.class&ClassArmed != 0:
		m.Kind = ArmedGroup
	}
}

// bodyRole gives m a role in apposition: "the EU, the country's largest donor,".
func (f *finder) bodyRole(m *Mention, n *name) {
	p := f.phraseAt(n.last + 1)
	if f.lower(n.last) != "," || p == nil || p.class&ClassRole == 0 || p.class&(ClassKin|ClassOrg) != 0 || p.plural() || p.used {
		return
	}
	if p.definite && p.of.Len() > 0 && f.closes(p.last) && !f.namePER(p.last+1) && !f.namePER(p.hend) {
		f.apposeTo(m, p)
	}
}

func (f *finder) apposeTo(m *Mention, p *phrase) {
	p.used = true
	m.Roles = append(m.Roles, f.role(p))
	m.Full.End = f.d.Tokens[p.last-1].End
}

// building reports whether a seat of government is only where something is:
// "met at the Elysee Palace".
func (f *finder) building(n *name) bool {
	i := n.first - 1
	if f.lower(i) == "the" {
		i--
	}
	return f.is(n.last-1, classBuilding) && f.is(i, classAtBuilding)
}

// How sure a mention is that a head noun alone makes, and one that is definite
// or of a country, in percent: as often as they were right in our own phrases.
const (
	sureNoun     = 60
	sureDefinite = 75
)

// nominal makes a mention of a phrase that stands for itself.
func (f *finder) nominal(p *phrase) {
	rel := f.d.Tokens[p.hend-1].Rel
	if f.noOne(p) || rel == token.Compound || rel == token.Vocative {
		return
	}
	predicate := !p.definite && (f.predicated(p) || f.asWhat(p))
	if predicate && (p.plural() || p.class&(ClassRole|ClassKin|ClassOrg) == 0 || p.class&ClassArmed != 0) {
		return // "are farmers"
	}
	m := Mention{Span: f.d.SpanOf(p.first, p.last), First: p.first, Last: p.last, Head: p.hend - 1, Form: Nominal, Number: Sing,
		Name: stripArticle(f.clean(p.first, p.last)), Country: p.country, Affil: p.of, Definite: p.definite, Count: p.count,
		Predicate: predicate, Rule: "head-noun", Score: sureNoun}
	m.Full = m.Span
	if p.plural() {
		m.Number = Plur
	} else if m.Count > 1 {
		m.Count = 0 // "the 2008 campaign"
	}
	if p.class&(ClassRole|ClassKin) != 0 && p.class&(ClassOrg|ClassArmed) == 0 {
		f.people(&m, p)
	} else if !f.nounBody(&m, p) {
		return
	} else if predicate {
		m.Roles = []Role{f.role(p)} // "Norvo is a carmaker"
	}
	if p.definite || p.country != "" {
		m.Score = sureDefinite
	}
	f.out = append(f.out, m)
}

// noOne reports whether p is no one in particular: "no official", "under
// police guard".
func (f *finder) noOne(p *phrase) bool {
	if p.negated || f.is(p.hend-1, classThingToo) && f.thing(p) {
		return true
	}
	c := p.class
	if !p.plural() && p.bare && !f.asWhat(p) {
		if c&(ClassGroup|ClassMedia) == 0 && !f.d.Tokens[p.hstart].Is(token.Capital) || c&ClassTitle != 0 && c&ClassOffice == 0 {
			return true
		}
		if c&ClassOrg != 0 && c&ClassGroup == 0 {
			return true
		}
	}
	return false
}

// thing reports whether p, whose noun is used of people and of things, is a
// thing: "the source of the outbreak", "the 12.7 percent figure".
func (f *finder) thing(p *phrase) bool {
	if l := f.lower(p.hend); l == "of" || l == "for" {
		return true
	}
	for i := p.first; i < p.hstart; i++ {
		if f.d.Tokens[i].Is(token.Numeric) || f.is(i, classThingMark) {
			return true
		}
	}
	return false
}

// asWhat reports whether p is what somebody is called or serves as: "as a
// generous man", "as president".
func (f *finder) asWhat(p *phrase) bool {
	return f.lower(p.first-1) == "as" && (p.bare || f.indefinite(p.first)) && f.sameSent(p.first-1, p.first)
}

// predicated reports whether p is said of somebody: "is a farmer".
func (f *finder) predicated(p *phrase) bool {
	for k := range f.d.Kids(p.hend - 1) {
		if f.d.Tokens[k].Rel == token.Cop {
			return true
		}
	}
	return false
}

// people makes m one person known by a role, or a group of such.
func (f *finder) people(m *Mention, p *phrase) {
	if p.plural() {
		m.Kind, m.Rule = Group, "people"
		m.Roles = []Role{f.role(p)}
		return
	}
	m.Kind, m.Rule = RoleOnly, "role-only"
	f.sex(m, p.class)
	m.Roles = []Role{f.role(p)}
	if p.extra != 0 {
		m.Roles = append(m.Roles, f.role(&f.phrases[p.extra-1]))
	}
}

// nounBody makes m the body, group or country of phrase p, and reports whether
// it is one.
func (f *finder) nounBody(m *Mention, p *phrase) bool {
	switch c := p.class; {
	case f.is(p.hend-1, classAbstract) && p.last > p.hend && p.ofName == 0:
		return false // "a campaign of lies"
	case c&ClassArmed != 0:
		m.Kind, m.Rule = ArmedGroup, "armed-noun"
	case c&ClassNation != 0:
		at := name{first: p.first, last: p.last}
		if !p.plural() && !p.definite || f.locative(&at) {
			return false
		}
		m.Kind, m.Rule, m.Gender = State, "state-noun", Neut
	case c&ClassOrg == 0:
		m.Kind, m.Rule, m.Number = Group, "people", Plur
	case c&ClassMedia != 0:
		m.Kind, m.Rule, m.Gender = Media, "body-noun", Neut
	case c&ClassCompany != 0:
		m.Kind, m.Rule, m.Gender = Company, "body-noun", Neut
	case p.country != "" && !p.plural() && len(p.country) == 2 && p.country != "EU" && p.canon == "" && f.is(p.hend-1, classGovernment):
		m.Kind, m.Rule, m.Gender, m.Government = State, "government", Neut, true
	default:
		m.Kind, m.Rule, m.Gender = Organisation, "body-noun", Neut
	}
	return true
}

var articles = [...]string{"the ", "The ", "a ", "A ", "an ", "An "}

func stripArticle(s string) string {
	for _, a := range articles {
		if strings.HasPrefix(s, a) {
			return s[len(a):]
		}
	}
	return s
}
