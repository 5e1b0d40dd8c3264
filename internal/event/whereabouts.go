package event

import (
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// What speaks for or against a place whatever its weights are.

// bars reports whether e is not at s, which stands to it like n: it only tells
// whom somebody sits for, something is done to it or compared within it, or what
// an act of speech speaks of is there.
func (f *finder) bars(e *Event, s *scene, n *near) bool {
	p := &f.in.Places[s.place]
	if s.seats == s.n || n.upon && !s.told && p.bounded() || n.stray && n.at && p.Wide() {
		return true
	}
	return n.topic && !n.doer && s.x[SceneDateline] == 0 && wayOf(e) == speaks
}

// offSpot reports whether s is a building or a street that e is surely not in, not
// being told to be: e is at another time or told far from it, an act of speech or
// on paper of others than those who were there, or a deed where only words were spoken.
func (f *finder) offSpot(e *Event, s *scene, n *near) bool {
	p := &f.in.Places[s.place]
	switch {
	case n.sentence && n.at:
		return false
	case !s.spot:
		return p.Country == "" && !p.Wide() && f.old(e) // whatever it is, it is small
	}
	if e.Status == Planned || f.old(e) || s.planned || s.x[SceneHere] == 0 && f.numbered(p) {
		return true
	}
	if s.x[SceneSpotLone] > 0 && s.x[SceneSpotLead] > 0 && !s.spoken {
		return false // the story's own
	}
	if n.far() && !(n.kind && n.shared) {
		return true
	}
	if ofWords(e) || wordTable.Has(e.Kind, classOnPaper) {
		return !n.shared && !n.before && !n.sentence
	}
	return s.spoken
}

// featured reports whether p is a street, or a river, a mountain or the like.
func (f *finder) featured(p *Place) bool {
	switch p.Kind {
	case gazetteer.River, gazetteer.Lake, gazetteer.Mountain:
		return true
	}
	first, last := f.d.Range(p.Span)
	return f.street(p) || last > first+1 && (wordTable.Has(f.d.Tokens[first].Lower, classLandform) || wordTable.Has(f.d.Tokens[last-1].Lower, classLandform))
}

// numbered reports whether p is a long road: "Highway 9".
func (f *finder) numbered(p *Place) bool {
	first, _ := f.d.Range(p.Span)
	return wordTable.Has(f.d.Tokens[first].Lower, classStreet)
}

// street reports whether p's name says that it is a street: "Mill Road", "Highway 9".
func (f *finder) street(p *Place) bool {
	_, last := f.d.Range(p.Span)
	return wordTable.Has(f.d.Tokens[last-1].Lower, classStreet) || f.numbered(p)
}

// nameMentions is how many mentions of an actor are looked at for a place.
const nameMentions = 12

// markSides marks which of ns stand in the words for who does e, or to whom it
// is done, or in another name of theirs: "Leeds police" for "the police".
func (f *finder) markSides(e *Event, ns []near) {
	for i := range e.Roles {
		r := &e.Roles[i]
		a, b := f.d.Range(r.Span)
		f.markNamed(a, b, r.Role == Agent, ns)
		if r.Actor == token.None {
			continue
		}
		ms := f.in.Actors[r.Actor].Mentions
		for k := range ms[:min(len(ms), nameMentions)] {
			f.markNamed(ms[k].First, ms[k].Last, r.Role == Agent, ns)
		}
	}
}

// markNamed marks which of ns stand between the tokens a and b.
func (f *finder) markNamed(a, b int32, doer bool, ns []near) {
	for t := a; t < b; t++ {
		j := f.place[t]
		if j == token.None {
			continue
		}
		for k := range ns {
			if ns[k].location == f.in.Places[j].Location {
				ns[k].doer, ns[k].done = ns[k].doer || doer, ns[k].done || !doer
			}
		}
	}
}

// holdsLast reports whether place j is named right behind one that lies in it:
// "Trieste, Italy".
func (f *finder) holdsLast(j int32) bool {
	return j > 0 && f.in.Places[j].holds(&f.in.Places[j-1]) && f.placeLink(j) == ","
}

// placeLink is the one word or mark between place j and that before it, or "".
func (f *finder) placeLink(j int32) string {
	_, a := f.d.Range(f.in.Places[j-1].Span)
	if b, _ := f.d.Range(f.in.Places[j].Span); b != a+1 {
		return ""
	}
	return f.d.Tokens[a].Lower
}

// localOffice reports whether place j is that of a local office: "Leeds police".
func (f *finder) localOffice(j int32) bool {
	p := &f.in.Places[j]
	if p.State() || p.Wide() {
		return false
	}
	_, b := f.d.Range(p.Span)
	if int(b) < len(f.d.Tokens) && f.d.Tokens[b].Lower == "'s" {
		b++
	}
	return int(b) < len(f.d.Tokens) && f.d.Tokens[b].Sent == f.d.Tokens[b-1].Sent &&
		(wordTable.Has(f.d.Tokens[b].Lower, classMunicipal) || wordTable.Has(f.d.Tokens[b].Lower, classLocalOffice))
}

// far reports whether n stands in another paragraph than its event, and not right before.
func (n *near) far() bool { return !n.sentence && !n.paragraph && !n.before }

// originOf reports whether the place with the head h tells where somebody comes
// from: "Ann Lowe of Leeds", "a farmer from Kisumu".
func (f *finder) originOf(h int32) bool {
	t := &f.d.Tokens[h]
	c := f.caseOf(h)
	if t.Head == token.None || !wordTable.Has(c, classOrigin) {
		return false
	}
	return t.Rel.Base() == token.Nmod && (f.person(t.Head) || c == "from") || f.seatOf(h)
}

// afar reports whether sentence s speaks of a telephone, the air or a network,
// where what is said or shown is in no place.
func (f *finder) afar(s int32) bool {
	for i := f.d.Sents[s].First; i < f.d.Sents[s].Last; i++ {
		if wordTable.Has(f.d.Tokens[i].Lower, classAfar) {
			return true
		}
	}
	return false
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
