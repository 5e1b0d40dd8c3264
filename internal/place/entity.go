package place

import (
	"github.com/dateline-go/dateline/internal/token"
)

// entity is what the name finder says of the spot.
func (f *finder) entity(s *spot) float64 {
	d := f.d
	if len(d.Ents) == 0 {
		return entNoModel
	}
	var e *token.Entity
	for i := s.first; i < s.last; i++ {
		if n := d.Tokens[i].Ent; n != token.None {
			e = &d.Ents[n]
			break
		}
	}
	if e == nil {
		return entNone
	}
	exact := e.First == s.first && e.Last == s.last
	conf := float64(e.Score) / 100
	if conf == 0 {
		conf = assumed
	}
	switch e.Type {
	case token.LOC:
		if exact {
			return entLoc + entLocSure*conf
		}
		return entLocPart
	case token.PER:
		return f.person(s, e, exact, conf)
	case token.ORG:
		return f.body(s, e, exact, conf)
	case token.MISC:
		if exact {
			return entMiscExact * conf
		}
		return entMisc * conf
	case token.NORP:
		return entNorp * conf
	}
	return 0
}

// person is what it says where e, which overlaps the spot, is a person.
func (f *finder) person(s *spot, e *token.Entity, exact bool, conf float64) float64 {
	d := f.d
	switch {
	case s.in != token.None:
		return entInside
	case e.First == s.first && s.last < e.Last && s.size() >= large && is(d.Tokens[s.last].Lower, classPublic):
		return entOffice
	case exact && (s.size() >= large || s.known() || s.first > 0 && locative(d.Tokens[s.first-1].Lower) >= beforeAt):
		return entPlacePer * conf
	}
	return entPer * conf
}

// body is what it says where e is an organisation.
func (f *finder) body(s *spot, e *token.Entity, exact bool, conf float64) float64 {
	switch {
	case exact:
		return entOrgExact * conf
	case e.First == s.first || e.First == s.first-1 && f.d.Tokens[e.First].Lower == "the":
		return entOrgOpens
	case s.in != token.None:
		return entInside
	case f.preposed(e, s):
		return entOrgFor + entOrgForSure*conf
	}
	return entOrg * conf
}

// preposed reports whether the spot follows "of", "in" or "for" in its
// entity: "Department of Health of New York". What e is christened after a
// place with "of" ("Bank of England") is left to before.
func (f *finder) preposed(e *token.Entity, s *spot) bool {
	d := f.d
	if s.first <= e.First {
		return false
	}
	w := d.Tokens[s.first-1].Lower
	if w == "the" && s.first-1 > e.First {
		w = d.Tokens[s.first-2].Lower
	}
	return w == "of" || w == "in" || w == "for"
}
