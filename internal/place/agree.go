package place

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/token"
)

// agree lets the spots of one name speak for one another, and the surnames of
// the article's persons against them.
func (f *finder) agree() {
	people := f.surnames()
	where := map[string]bool{}
	top := map[string]float64{}
	for k := range f.spots {
		f.d.CheckAt(k)
		s := &f.spots[k]
		if s.in != token.None || s.dateline || f.whereabouts(s, &f.d.Sents[f.d.Tokens[s.first].Sent]) {
			where[s.key] = true
		}
		if v, ok := top[s.key]; !s.demonym && (!ok || s.score > v) {
			top[s.key] = s.score
		}
	}
	firsts := f.firstNames()
	named := f.namedOutright()
	for k := range f.spots {
		f.d.CheckAt(k)
		s := &f.spots[k]
		if s.demonym {
			continue
		}
		if firsts[s.key] && s.in == token.None && !s.dateline {
			s.score += firstName
		}
		if f.inList(int32(k)) {
			s.score += listed
		}
		if s.score > hereFrom && s.score <= 0 && f.location(s.first, s.last) != nil && s.here(named) {
			s.score += isHere
		}
		if t := top[s.key]; !firsts[s.key] && t > sameSure && t > s.score && s.score > sameFrom && !s.person {
			s.score += same
		}
		if people[s.key] && s.in == token.None && !s.dateline && !strings.Contains(s.key, " ") {
			s.score += borne(s, where[s.key])
		}
		s.keep = s.score > 0
	}
}

// namedOutright are the countries that the article names surely.
func (f *finder) namedOutright() []string {
	var codes []string
	for k := range f.spots {
		f.d.CheckAt(k)
		s := &f.spots[k]
		if len(s.cands) > 0 && s.cands[0].Kind == gazetteer.Country && s.score > 1 && !slices.Contains(codes, s.cands[0].Country) {
			codes = append(codes, s.cands[0].Country)
		}
	}
	return codes
}

// here reports whether a spot is a town's name, and no word and no given name,
// that only one country has, which is one of codes.
func (s *spot) here(codes []string) bool {
	if len(s.cands) == 0 || s.person || s.cands[0].Flags&(gazetteer.Word|gazetteer.Given) != 0 || !slices.Contains(codes, s.cands[0].Country) {
		return false
	}
	for i := range s.cands {
		if c := &s.cands[i]; c.Kind != gazetteer.City || c.Country != s.cands[0].Country {
			return false
		}
	}
	return true
}

// firstNames are the places that are given names too and stand before a last
// name somewhere in the article: "Jordan Peele".
func (f *finder) firstNames() map[string]bool {
	d := f.d
	firsts := map[string]bool{}
	for k := range f.spots {
		d.CheckAt(k)
		s := &f.spots[k]
		if len(s.cands) == 0 || s.last-s.first != 1 || s.in != token.None || s.cands[0].Flags&gazetteer.Given == 0 || f.american(s) {
			continue
		}
		if sent := &d.Sents[d.Tokens[s.first].Sent]; s.last < sent.Last && sent.Kind == token.Body && f.lastName(s.last) {
			firsts[s.key] = true
		}
	}
	return firsts
}

// lastName reports whether a token may be a last name: a capitalised word that
// is no other sort of name's part and no place.
func (f *finder) lastName(i int32) bool {
	t := &f.d.Tokens[i]
	if !t.Is(token.Capital) || t.Is(token.Punct) || t.Is(token.AllCaps) || t.UPOS != token.PROPN && t.UPOS != token.NoUPOS {
		return false
	}
	if wordTable.Find(t.Lower).Known() {
		return false
	}
	if n := t.Ent; n != token.None {
		if e := &f.d.Ents[n]; e.Type != token.PER && e.Type != token.LOC && e.Score > unsureName {
			return false
		}
	}
	for range f.g.Lookup(f.d.Word(i)) {
		return false
	}
	return true
}

// inList reports whether spot k stands in a list with a place: "Kharkiv, Odesa and Lviv".
func (f *finder) inList(k int32) bool {
	s := &f.spots[k]
	if len(s.cands) == 0 || s.person || s.score <= listFrom || s.score >= listTo {
		return false
	}
	if k > 0 && f.spots[k-1].keep && f.spots[k-1].score > listSure && f.together(k-1) {
		return true
	}
	return int(k)+1 < len(f.spots) && f.spots[k+1].score > listSure && !f.spots[k+1].demonym && f.together(k)
}

// borne is what it says that somebody in the article bears the name.
func borne(s *spot, where bool) float64 {
	switch big := s.size() >= large; {
	case big && where:
		return surnameBoth
	case big:
		return surnameLarge
	case where:
		return surnameWhere
	}
	return surname
}

// surnames are those of the persons of the article, in Norm's form.
func (f *finder) surnames() map[string]bool {
	d := f.d
	people := map[string]bool{}
	for i := range d.Ents {
		d.CheckAt(i)
		e := &d.Ents[i]
		if e.Type == token.PER && e.Last-e.First > 1 && d.Tokens[e.Last-2].Lower != "-" && !d.Tokens[e.First].Is(token.AllCaps) {
			people[gazetteer.Norm(d.Word(e.Last-1))] = true
		}
	}
	for i := 0; i+1 < len(d.Tokens); i++ {
		d.CheckAt(i)
		t := &d.Tokens[i]
		if !t.Is(token.Capital) || t.Is(token.Punct) || d.Tokens[i+1].Sent != t.Sent {
			continue
		}
		j := f.initial(i + 1)
		if u := &d.Tokens[j]; u.Is(token.Capital) && !u.Is(token.Punct) && u.Len() > 2 && !is(u.Lower, classPublic) && !is(u.Lower, classStreet) &&
			f.g.Given(t.Lower) {
			people[gazetteer.Norm(d.Word(int32(j)))] = true
		}
	}
	return people
}

// initial is the token after an initial and its stop at j, or j.
func (f *finder) initial(j int) int {
	d := f.d
	u := &d.Tokens[j]
	if !u.Is(token.Capital) || u.Len() > 2 || j+1 >= len(d.Tokens) || d.Tokens[j+1].Sent != u.Sent {
		return j
	}
	if j++; d.Tokens[j].Lower == "." && j+1 < len(d.Tokens) {
		j++
	}
	return j
}
