package event

import (
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// What speaks for or against a place whatever its weights are.

// bars reports whether e is not at s, which stands to it like n: it only tells
// whom somebody sits for, something is done to it or compared within it, what an
// act of speech speaks of is there, or it is a continent or the like that the
// sentence does not tell to be where.
func (f *finder) bars(e *Event, s *scene, n *near) bool {
	p := &f.in.Places[s.place]
	if p.Wide() && !n.at && !n.above || s.seats == s.n || n.upon && !s.told && p.bounded() || n.stray && n.at && p.Wide() {
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

// abroad reports whether s lies in another country than e: e is an act of speech of
// somebody from elsewhere, who is not in the country that they speak of, or where
// two meet it is the guest's, who is only told to come from there.
func (f *finder) abroad(e *Event, s *scene, n *near) bool {
	p := &f.in.Places[s.place]
	a := e.side(Agent)
	if a == nil || a.Actor == token.None || p.Country == "" || n.above || s.x[SceneDateline] > 0 {
		return false
	}
	home := f.in.Actors[a.Actor].Country
	if home == "" || home == p.Country {
		return false
	}
	if e.Kind == ontology.Consult {
		return p.State() && s.x[SceneHolder] == 0 && !(n.sentence && n.at) && f.oneFrom(e, p.Country)
	}
	return wayOf(e) == speaks && !n.shared
}

// oneFrom reports whether one who takes part in e is from country.
func (f *finder) oneFrom(e *Event, country string) bool {
	return f.anyHome(e, func(c string) bool { return c == country })
}

// oneBeside reports whether one who takes part in e is from another country than country.
func (f *finder) oneBeside(e *Event, country string) bool {
	return f.anyHome(e, func(c string) bool { return c != "" && c != country })
}

// anyHome reports whether the country of one who takes part in e is as is says.
func (f *finder) anyHome(e *Event, is func(country string) bool) bool {
	return slices.ContainsFunc(e.Roles, func(r Role) bool { return r.Actor != token.None && is(f.in.Actors[r.Actor].Country) })
}

// homesOf finds the countries of the text, and whether it tells from the lead on of
// one alone and of no place in it.
func (f *finder) homesOf(scenes []scene) {
	f.sole = true
	for l := range scenes {
		s := &scenes[l]
		if s.n == 0 {
			continue
		}
		switch p := &f.in.Places[s.place]; {
		case p.State() && s.seats < s.n:
			f.homes = append(f.homes, s.place)
		case p.Country != "":
			f.sole = false
		}
	}
	f.sole = f.sole && len(f.homes) == 1 && f.inLead(f.d.At(f.in.Places[f.homes[0]].Start))
}

// homeOf is the country of who does e, where that is the country itself and does it
// at home: "Norway also reported cases", "the kingdom executed two men"; or None. A
// veto is cast among other countries.
func (f *finder) homeOf(e *Event) int32 {
	a := e.side(Agent)
	if a == nil || a.Actor == token.None || f.sport || f.trade || e.Mode == "veto" || ofBody(e) && e.Mode != "execute" && e.Kind != ontology.Outbreak && e.Kind != ontology.Coerce {
		return token.None
	}
	x := &f.in.Actors[a.Actor]
	if x.Country == "" || x.Kind != actor.State || !ofWords(e) && f.oneBeside(e, x.Country) {
		return token.None
	}
	if d := f.dateline; d != token.None && ofWords(e) {
		if f.in.Places[d].Country != x.Country {
			return token.None // it may speak there
		}
		if !f.old(e) {
			return d
		}
	}
	for _, j := range f.homes {
		if f.in.Places[j].Country == x.Country {
			return j
		}
	}
	return token.None
}

// soleCountry reports whether e, whose choice is c, is in the one country that the
// text tells of.
func (f *finder) soleCountry(e *Event, c *Choice) bool {
	if !f.sole || f.nation == token.None || f.sport || f.trade || f.afar(e.Sent) || f.oneBeside(e, f.in.Places[f.nation].Country) {
		return false
	}
	if k := slices.Index(c.Places, f.nation); k >= 0 && c.barred[k] {
		return false
	}
	a := e.side(Agent)
	if a == nil || a.Actor == token.None {
		return true
	}
	k := f.in.Actors[a.Actor].Kind
	return k != actor.Company && k != actor.Media
}

// worldwide reports whether the clause of e says that it is all over the world.
func (f *finder) worldwide(e *Event) bool {
	n, _ := slices.BinarySearch(f.global, f.d.Sents[e.Sent].First)
	for _, i := range f.global[n:] {
		if f.d.Tokens[i].Sent != e.Sent {
			break
		}
		if f.governs(e.Clause, i) >= 0 || f.governs(e.Head, i) >= 0 {
			return true
		}
	}
	return false
}

// spoken is where an actor is told to speak, and the first and last sentence that say so.
type spoken struct {
	place       int32 // or None, or severalPlaces
	first, last int32
}

const severalPlaces = -2

// speakers finds for each actor the one place where the text says that they speak.
// The places that events name are own.
func (f *finder) speakers(es []Event, own []int32) {
	f.spoke = make([]spoken, len(f.in.Actors))
	for i := range f.spoke {
		f.d.CheckAt(i)
		f.spoke[i].place = token.None
	}
	for i, j := range own {
		f.d.CheckAt(i)
		e := &es[i]
		a := f.whoSpeaks(e)
		if j == token.None || a == token.None || e.Kind != ontology.Statement {
			continue
		}
		switch s := &f.spoke[a]; {
		case s.place == token.None:
			*s = spoken{j, e.Sent, e.Sent}
		case s.place >= 0 && f.in.Places[s.place].Location == f.in.Places[j].Location:
			s.first, s.last = min(s.first, e.Sent), max(s.last, e.Sent)
		default:
			s.place = severalPlaces
		}
	}
}

// whoSpeaks is who does e, if it is an act of speech of these days, or None.
func (f *finder) whoSpeaks(e *Event) int32 {
	a := e.side(Agent)
	if a == nil || wayOf(e) != speaks || f.old(e) || !e.real() {
		return token.None
	}
	return a.Actor
}

// spokeAt is where who does e, an act of speech, speaks, or None, and whether that is
// told so near that e goes on with it.
func (f *finder) spokeAt(e *Event) (place int32, goesOn bool) {
	a := f.whoSpeaks(e)
	if a == token.None || f.spoke[a].place < 0 {
		return token.None, false
	}
	s := &f.spoke[a]
	return s.place, e.Sent >= s.first-spokenReach && e.Sent <= s.last+spokenReach
}

// townsOf finds the towns of buildings, grounds and streets that are not named
// right behind them: the only one of the text, or for what is in the lead that of
// the dateline.
func (f *finder) townsOf(scenes []scene) {
	only, n := token.None, 0
	for l := range scenes {
		if s := &scenes[l]; s.n > 0 && f.in.Places[s.place].Kind == gazetteer.City {
			only = s.place
			n++
		}
	}
	if n == 1 {
		if s := &scenes[f.in.Places[only].Location]; !s.at && s.x[SceneOffice] == 0 && s.x[SceneDateline] == 0 {
			return // nothing is said to be there
		}
	}
	for l := range scenes {
		s := &scenes[l]
		if !s.spot || s.town != token.None {
			continue
		}
		t := token.None
		if n == 1 {
			t = only
		} else if d := f.dateline; d != token.None && f.in.Places[d].Kind == gazetteer.City && s.at {
			t = d
		}
		if c := f.in.Places[s.place].Country; t != token.None && (c == "" || c == f.in.Places[t].Country) {
			s.town = t
		}
	}
}

// townBehind is the town right behind place j that it lies in: "Mill Street, Leeds",
// "the Odeon in Leeds"; or None.
func (f *finder) townBehind(j int32) int32 {
	if int(j)+1 == len(f.in.Places) {
		return token.None
	}
	p, q := &f.in.Places[j], &f.in.Places[j+1]
	if l := f.placeLink(j + 1); p.exact() > q.exact() && q.Kind == gazetteer.City && (l == "," || l == "in") {
		return j + 1
	}
	return token.None
}

// goesOnThere reports whether e, which stands like n to a building or street that
// others are told to be at, may be there itself and not only in its town. What is
// told of a match is at its ground.
func (f *finder) goesOnThere(e *Event, n *near) bool {
	switch {
	case f.sport:
		return true
	case ofWords(e):
		return n.shared
	case e.Kind == ontology.Travel || e.Kind == ontology.Culture || e.Kind == ontology.Consult:
		return false
	}
	return ofBody(e) && !wordTable.Has(e.Kind, classAfterwards)
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
	n, _ := slices.BinarySearch(f.remote, f.d.Sents[s].First)
	return n < len(f.remote) && f.remote[n] < f.d.Sents[s].Last
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
