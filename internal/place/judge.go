package place

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/token"
)

// judge scores each spot: above zero it is a place.
func (f *finder) judge() {
	for k := range f.spots {
		s := &f.spots[k]
		if !s.demonym {
			f.score(int32(k))
		}
	}
	f.agree()
}

// size is how far a name's best candidate speaks for itself.
func (s *spot) size() float64 {
	if !s.sized {
		s.sized, s.worth = true, size(s.cands)
	}
	return s.worth
}

func size(cs []gazetteer.Entry) float64 {
	best := -1.0
	for i := range cs {
		v := 0.0
		e := &cs[i]
		switch e.Kind {
		case gazetteer.Country:
			v = 2.5
		case gazetteer.Division:
			v = 2
			if e.Country != "US" && e.Country != "CA" && e.Country != "AU" && e.Country != "GB" && e.Country != "MX" {
				v = math.Min(2, math.Log10(float64(e.Population)+1)-5.2)
			}
		case gazetteer.County:
			v = 1.6
			if e.Country != "US" {
				v = 0.5
			}
		case gazetteer.Continent:
			v = 2.5
		case gazetteer.City, gazetteer.Suburb:
			v = math.Min(2, 0.6*(math.Log10(float64(e.Population)+1)-4.5))
			if e.Flags&gazetteer.Capital != 0 {
				v += 0.7
			}
			if e.Kind == gazetteer.Suburb {
				v -= 0.5
			}
		default:
			v = 1.5
		}
		if e.Flags&gazetteer.FromUser != 0 {
			v = 2.5
		}
		best = math.Max(best, v)
	}
	return best
}

func (f *finder) score(k int32) {
	d, s := f.d, &f.spots[k]
	sent := &d.Sents[d.Tokens[s.first].Sent]
	v := -0.7
	words := s.last - s.first
	if s.natural {
		if v = 0.8; len(s.cands) > 0 {
			v = 4 // one of a list of counties
		}
	} else if s.inside != nil {
		v = 0
	} else if len(s.cands) == 0 && building(d.Tokens[s.last-1].Lower) {
		v = -6
	} else if len(s.cands) == 0 {
		if v = -2.2; words == 1 {
			v = -2.8
		}
	} else {
		v += s.size()
		if words > 1 {
			v += 0.8
		}
		fl := s.cands[0].Flags
		if fl&gazetteer.Word != 0 {
			v -= 1.2
		}
		if fl&gazetteer.Given != 0 {
			if v -= 0.5; !f.whereabouts(s, sent) {
				if v -= 0.5; s.in == token.None && s.size() < 2.5 && !f.american(s) {
					v -= 0.8
				}
			}
		}
		if words == 1 && ordinary(d.Tokens[s.first].Lower) && sent.Kind != token.Dateline && !f.opens(s, sent) {
			v -= 4
		}
		if k := s.cands[0].Kind; words > 1 && (k == gazetteer.Division || k == gazetteer.City || k == gazetteer.County) && f.vague(s) {
			v -= 2.5
		}
	}
	if s.in != token.None {
		v += 3.5
		if d.Tokens[s.last].Lower == "in" {
			v -= 2.5
		}
	}
	if k > 0 && f.spots[k-1].in == k {
		v += 2
	}
	if sent.Kind == token.Dateline {
		v += 3
		s.dateline = true
	}
	party := f.party(s, sent)
	if f.opens(s, sent) {
		v += 4
		s.dateline = true
	}
	switch {
	case party:
		v += 3
	case s.dateline:
		v += math.Max(f.entity(s), -0.5)
	default:
		v += f.entity(s)
	}
	if postal(s, f.d) && !(k > 0 && f.spots[k-1].in == k) && !party {
		if v -= 4; s.first > sent.First && d.Tokens[s.first-1].Lower == "the" {
			v -= 4 // "the VA"
		}
	}
	v += f.before(s, sent)
	v += f.after(s, sent)
	s.hint = f.says(s, sent)
	if s.hint != gazetteer.NoKind {
		v += 0.5
	}
	// The White House acts, and is a place only where something is at it.
	for i := range s.cands {
		if s.cands[i].Kind == gazetteer.Site && s.in == token.None && !f.whereabouts(s, sent) {
			v -= 4
			break
		}
	}
	s.score = v
}

// vague reports whether all words of a spot say a direction or a sort of
// thing: "Eastern District", "North Central".
func (f *finder) vague(s *spot) bool {
	switch f.d.Tokens[s.first].Lower {
	case "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northwest", "northeast", "southwest", "southeast":
	default:
		return false
	}
	for i := s.first + 1; i < s.last; i++ {
		if t := &f.d.Tokens[i]; !t.Is(token.Punct) && !ordinary(t.Lower) && !public(t.Lower) {
			return false
		}
	}
	return true
}

// party reports whether a spot follows the tag of a party: "R-Charleston".
func (f *finder) party(s *spot, sent *token.Sentence) bool {
	d := f.d
	if i := s.first - 1; i > sent.First && d.Tokens[i].Lower == "-" && !d.Tokens[s.first].Is(token.SpaceBefore) {
		switch d.Word(i - 1) {
		case "R", "D", "I", "DFL", "GOP", "Lab", "Con", "LD":
			return true
		}
	}
	return false
}

// opens reports whether a spot is the dateline within a paragraph: at the
// start of a sentence, in capitals, before a dash, with at most a division
// and an agency between.
func (f *finder) opens(s *spot, sent *token.Sentence) bool {
	d := f.d
	t := d.Str(d.SpanOf(s.first, s.last))
	if s.first != sent.First || len(t) < 3 || t != strings.ToUpper(t) || sent.Kind != token.Body {
		return false
	}
	for i := s.last; i < sent.Last && i < s.last+10; i++ {
		switch u := &d.Tokens[i]; {
		case u.Lower == "-" || u.Lower == "--" || u.Lower == "–" || u.Lower == "—":
			return true
		case !u.Is(token.Capital) && !u.Is(token.Punct) && !u.Is(token.HasDigit):
			return false
		}
	}
	return false
}

// postal reports whether a spot is an abbreviation of a division that stands
// behind a town's name only: two letters, or a word cut short, "Del.".
func postal(s *spot, d *token.Doc) bool {
	if s.last-s.first > 2 || len(s.cands) == 0 || s.cands[0].Flags&(gazetteer.NeedsCaps|gazetteer.NeedsStop) == 0 || s.cands[0].Kind != gazetteer.Division {
		return false
	}
	t := strings.TrimSuffix(d.Str(d.SpanOf(s.first, s.last)), ".")
	return len(t) == 2 || s.cands[0].Flags&gazetteer.NeedsStop != 0 && !strings.Contains(t, ".")
}

// whereabouts reports whether a spot follows a word that says where.
func (f *finder) whereabouts(s *spot, sent *token.Sentence) bool {
	i := s.first - 1
	for i >= sent.First && (f.d.Tokens[i].Lower == "the" || f.d.Tokens[i].UPOS == token.ADJ) {
		i--
	}
	return i >= sent.First && locative(f.d.Tokens[i].Lower) >= 1
}

// says is the kind of place that the words around a spot call it: "Georgia
// state law", "the city of York", "Helmand province".
func (f *finder) says(s *spot, sent *token.Sentence) gazetteer.Kind {
	d := f.d
	if s.last < sent.Last && !d.Tokens[s.last].Is(token.Capital) {
		switch d.Tokens[s.last].Lower {
		case "state", "province", "region", "oblast", "governorate", "prefecture":
			return gazetteer.Division
		case "district", "county":
			return gazetteer.County
		case "city", "town", "village", "suburb", "neighborhood", "neighbourhood":
			return gazetteer.City
		}
	}
	i := s.first - 1
	if i > sent.First && d.Tokens[i].Lower == "of" {
		i--
	} else if i >= sent.First && d.Tokens[i].Is(token.Punct) {
		return gazetteer.NoKind
	}
	if i >= sent.First && i >= s.first-2 {
		switch d.Tokens[i].Lower {
		case "state", "province", "provinces", "states", "region", "governorate":
			return gazetteer.Division
		case "city", "town", "village", "cities", "towns", "villages", "capital", "port", "resort", "suburb":
			return gazetteer.City
		case "country", "countries", "republic", "nation", "nations", "kingdom":
			return gazetteer.Country
		case "county", "district":
			return gazetteer.County
		case "island", "islands":
			return gazetteer.Island
		}
	}
	return gazetteer.NoKind
}

// american reports whether a spot may be a state of the United States.
func (f *finder) american(s *spot) bool {
	for i := range s.cands {
		if s.cands[i].Kind == gazetteer.Division && s.cands[i].Country == "US" {
			return true
		}
	}
	return false
}

// entity is what the name finder says of the spot.
func (f *finder) entity(s *spot) float64 {
	d := f.d
	if len(d.Ents) == 0 {
		return 0.3
	}
	var e *token.Entity
	for i := s.first; i < s.last; i++ {
		if n := d.Tokens[i].Ent; n != token.None {
			e = &d.Ents[n]
			break
		}
	}
	if e == nil {
		return -0.6
	}
	exact := e.First == s.first && e.Last == s.last
	conf := float64(e.Score) / 100
	if conf == 0 {
		conf = 0.8
	}
	switch e.Type {
	case token.LOC:
		if exact {
			return 1 + 2*conf
		}
		return 1.2
	case token.PER:
		if s.in != token.None {
			return -1
		}
		if e.First == s.first && s.last < e.Last && s.size() >= 2 && public(d.Tokens[s.last].Lower) {
			return -0.3 // "U.S. Sen. Bob Dole"
		}
		if exact && (s.size() >= 2 || s.first > 0 && locative(d.Tokens[s.first-1].Lower) >= 1) {
			return -1.5 * conf
		}
		return -3.5 * conf
	case token.ORG:
		switch {
		case exact:
			return -0.8 * conf
		case e.First == s.first || e.First == s.first-1 && d.Tokens[e.First].Lower == "the":
			return -0.5 // the rest of the name decides, in after
		case s.in != token.None:
			return -1
		case f.preposed(e, s):
			return -1.0 - conf
		}
		return -2.5 * conf
	case token.MISC:
		if exact {
			return -1 * conf
		}
		return -2 * conf
	case token.NORP:
		return -1.5 * conf
	}
	return 0
}

// preposed reports whether the spot follows a preposition in its entity and
// the entity is a public body: "Department of Health of New York", but not "Bank of England".
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

func (f *finder) before(s *spot, sent *token.Sentence) float64 {
	d := f.d
	i := s.first - 1
	if i < sent.First {
		if len(s.cands) > 0 && s.cands[0].Flags&gazetteer.Word != 0 {
			return -1
		}
		return 0
	}
	if d.Tokens[i].Lower == "the" && i > sent.First {
		i--
	}
	t := &d.Tokens[i]
	w := t.Lower
	v := locative(w)
	if w == "of" && i > sent.First {
		switch p := d.Tokens[i-1].Lower; {
		case p == "university" || p == "voice" || p == "bank" || p == "college" || p == "institute":
			return -3
		case p == "city" || p == "town" || p == "village" || p == "state" || p == "county" || p == "province" || p == "island" || p == "republic" ||
			p == "south" || p == "north" || p == "east" || p == "west" || p == "miles" || p == "kilometers" || p == "kilometres" || p == "outskirts" || p == "suburb":
			return 2.5
		}
	}
	if title(w) && !t.Is(token.Punct) && s.in == token.None && t.Is(token.Capital) {
		if s.size() >= 2 {
			return -1
		}
		return -3
	}
	if v > 0 {
		return v
	}
	// A capitalised word straight before, that is no place: part of a longer name.
	if t.Is(token.Capital) && !t.Is(token.Punct) && (i > sent.First || t.UPOS == token.PROPN || t.UPOS == token.NoUPOS && !ordinary(w)) && d.Sents[t.Sent].Kind != token.Headline {
		if t.Ent != token.None && d.Ents[t.Ent].Type == token.LOC && d.Ents[t.Ent].Last <= s.first {
			return 0
		}
		if f.g.Given(t.Lower) && s.in == token.None {
			s.person = true
			return -4.5
		}
		return -1.8
	}
	if i > sent.First && d.Tokens[s.first].Flags&token.SpaceBefore == 0 && (w == "-" || w == "–") {
		if u := &d.Tokens[i-1]; u.Is(token.Capital) && u.Len() > 1 && !f.taken(i-1) {
			return -1.5 // "Ebola-Reston"
		}
		return -0.5
	}
	return 0
}

func (f *finder) after(s *spot, sent *token.Sentence) float64 {
	d := f.d
	i := s.last
	if i >= sent.Last {
		return 0
	}
	t := &d.Tokens[i]
	if !t.Is(token.SpaceBefore) && (t.Lower == "-" || t.Lower == "–") {
		if i+1 < sent.Last && d.Tokens[i+1].Lower == "based" {
			return 2
		}
		return -0.3
	}
	if t.Lower == "'s" || t.Lower == "'" || t.Lower == "’" {
		if i+1 < sent.Last && d.Tokens[i+1].Is(token.Capital) && d.Tokens[i+1].Lower == "day" {
			return -4
		}
		return 0.2
	}
	if street(t.Lower) && t.Is(token.Capital) && !(t.Lower == "highway" && i+1 < sent.Last && d.Tokens[i+1].Lower == "patrol") {
		return -6
	}
	if !t.Is(token.Capital) || t.Is(token.Punct) {
		switch t.Lower {
		case "area", "region", "border", "coast", "suburb", "resident", "residents", "native", "man", "woman", "police", "city", "county", "province", "state", "district", "officials", "authorities", "government", "schools", "hospital", "airport":
			return 1.6
		case "agreement", "accord", "accords", "treaty", "protocol", "talks":
			return -0.8
		case "said", "says", "told", "added", "wrote", "testified":
			if len(s.cands) > 0 && s.size() < 2 {
				return -1.5
			}
		}
		if t.UPOS == token.VERB && len(s.cands) > 0 && s.size() < 1 && !f.whereabouts(s, sent) {
			return -0.8
		}
		return 0
	}
	if s.in != token.None {
		return 0
	}
	if k := f.next(s); k != nil && k.first == s.last && !ordinary(t.Lower) && !public(t.Lower) && k.size() > 0.5 {
		return -0.5
	}
	// The name goes on: what kind of thing is it?
	e := t.Ent
	own := token.None
	if d.Tokens[s.first].Ent != token.None {
		own = d.Tokens[s.first].Ent
	}
	if d.Sents[t.Sent].Kind == token.Headline && (own == token.None || e != own) {
		return 0
	}
	good, bad := false, false
	j := i
	for ; j < sent.Last && j < i+6; j++ {
		u := &d.Tokens[j]
		if !u.Is(token.Capital) && !(u.Lower == "of" || u.Lower == "and" || u.Lower == "for" || u.Lower == "the" || u.Lower == "'s" || u.Lower == "&") {
			break
		}
		if own != token.None && d.Ents[own].Last > s.last && j >= d.Ents[own].Last {
			break
		}
		if private(u.Lower) {
			bad = true
		}
		if public(u.Lower) {
			good = true
			if j == i && u.Lower != "state" && u.Lower != "national" && u.Lower != "central" {
				break
			}
		}
	}
	strong := s.size() >= 2
	switch {
	case bad:
		return -4
	case good:
		s.public = true
		return 1.3
	case own != token.None && own == e && d.Ents[own].Type == token.ORG:
		return -1.5
	case own != token.None && own == e && d.Ents[own].Type == token.PER:
		return -1.5
	case strong:
		return -0.3
	}
	return -1.5
}

// taken reports whether token i is in a spot.
func (f *finder) taken(i int32) bool {
	n, _ := slices.BinarySearchFunc(f.spots, i, func(s spot, i int32) int { return int(s.last-1) - int(i) })
	return n < len(f.spots) && f.spots[n].first <= i
}

// next is the spot after s, if any.
func (f *finder) next(s *spot) *spot {
	lo, hi := 0, len(f.spots)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if f.spots[m].first <= s.first {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(f.spots) {
		return &f.spots[lo]
	}
	return nil
}

// agree lets the spots of one name speak for one another, and the surnames of
// the article's persons against them.
func (f *finder) agree() {
	d := f.d
	people := map[string]bool{}
	for i := range d.Ents {
		e := &d.Ents[i]
		if e.Type == token.PER && e.Last-e.First > 1 && d.Tokens[e.Last-2].Lower != "-" && !d.Tokens[e.First].Is(token.AllCaps) {
			people[gazetteer.Norm(d.Word(e.Last-1))] = true
		}
	}
	for i := 0; i+1 < len(d.Tokens); i++ {
		if t := &d.Tokens[i]; t.Is(token.Capital) && !t.Is(token.Punct) && d.Tokens[i+1].Sent == t.Sent && f.g.Given(t.Lower) {
			j := i + 1
			if u := &d.Tokens[j]; u.Is(token.Capital) && u.Len() <= 2 && j+1 < len(d.Tokens) && d.Tokens[j+1].Sent == t.Sent { // an initial
				if j++; d.Tokens[j].Lower == "." && j+1 < len(d.Tokens) {
					j++
				}
			}
			if u := &d.Tokens[j]; u.Is(token.Capital) && !u.Is(token.Punct) && u.Len() > 2 && !public(u.Lower) && !street(u.Lower) {
				people[gazetteer.Norm(d.Word(int32(j)))] = true
			}
		}
	}
	where := map[string]bool{}
	for k := range f.spots {
		if s := &f.spots[k]; s.in != token.None || s.dateline || f.whereabouts(s, &d.Sents[d.Tokens[s.first].Sent]) {
			where[s.key] = true
		}
	}
	top := map[string]float64{}
	for k := range f.spots {
		s := &f.spots[k]
		if v, ok := top[s.key]; !s.demonym && (!ok || s.score > v) {
			top[s.key] = s.score
		}
	}
	for k := range f.spots {
		s := &f.spots[k]
		if s.demonym {
			continue
		}
		v := s.score
		// In a list with a place: "Kharkiv, Odesa and Lviv".
		if len(s.cands) > 0 && !s.person && v > -1.5 && v < 1 {
			if k > 0 && f.spots[k-1].keep && f.spots[k-1].score > 2 && f.together(int32(k-1)) ||
				k+1 < len(f.spots) && f.spots[k+1].score > 2 && !f.spots[k+1].demonym && f.together(int32(k)) {
				v += 0.8
			}
		}
		if t := top[s.key]; t > 2.5 && t > v && v > -2 && !s.person {
			v += 1
		}
		if people[s.key] && s.in == token.None && !s.dateline && !strings.Contains(s.key, " ") {
			switch big := s.size() >= 2; {
			case big && where[s.key]:
				v -= 0.5
			case big:
				v -= 2.5
			case where[s.key]:
				v -= 2
			default:
				v -= 4
			}
		}
		s.score = v
		s.keep = v > 0
	}
}
