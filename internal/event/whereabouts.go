package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// What speaks for or against a place whatever its weights are.

// bars reports whether e is not at s, which stands to it like n: it only tells
// whom somebody sits for, or what an act of speech speaks of is there.
func (f *finder) bars(e *Event, s *scene, n *near) bool {
	if s.seats == s.n {
		return true
	}
	return n.topic && !n.doer && s.x[SceneDateline] == 0 && ofWords(e) && e.Mode != "investigate"
}

// markDoers marks which of ns stand in the words for who does e.
func (f *finder) markDoers(e *Event, ns []near) {
	for i := range e.Roles {
		if e.Roles[i].Role != Agent {
			continue
		}
		a, b := f.d.Range(e.Roles[i].Span)
		for t := a; t < b; t++ {
			if j := f.place[t]; j != token.None {
				for k := range ns {
					ns[k].doer = ns[k].doer || ns[k].location == f.in.Places[j].Location
				}
			}
		}
	}
}

// seatOf reports whether the place with the head h only tells for whom somebody
// sits in parliament: "the Vermont senator", "Ana Ruiz (D-Nev.)".
func (f *finder) seatOf(h int32) bool {
	t := &f.d.Tokens[h]
	if h > 1 && f.d.Tokens[h-1].Lower == "-" && len(f.d.Tokens[h-2].Lower) == 1 {
		return true
	}
	if t.Head == token.None || !inName(t.Rel) && (t.Rel != token.Nmod || !wordTable.Has(f.caseOf(h), classOrigin)) {
		return false
	}
	return wordTable.Has(f.d.Tokens[t.Head].Lower, classSeated) || t.Head > h && wordTable.Has(f.d.Tokens[h+1].Lower, classSeated)
}

// holds reports whether a building may be where e is too, which is not told to be
// there: it is told close by, and of a kind with what is, or befalls the same.
func (n *near) holds(e *Event) bool {
	return n.kind && e.Kind != ontology.Change && (n.paragraph || n.before) || n.sentence && n.at && n.shared
}

// national reports whether e is an act of the whole country that the text tells
// of: an election, or a law that a body of the country makes.
func (f *finder) national(e *Event) bool {
	if f.nation == token.None || f.municipal(e.Sent) {
		return false
	}
	if e.Kind != ontology.Law {
		return e.Kind == ontology.Election
	}
	a := e.side(Agent)
	return a != nil && a.Actor != token.None && f.in.Actors[a.Actor].Country == f.in.Places[f.nation].Country
}

// municipal reports whether sentence s speaks of the offices of a town or a
// district: what they vote on is no act of the nation.
func (f *finder) municipal(s int32) bool {
	for i := f.d.Sents[s].First; i < f.d.Sents[s].Last; i++ {
		if wordTable.Has(f.d.Tokens[i].Lower, classMunicipal) {
			return true
		}
	}
	return false
}
