package place

import (
	"slices"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/token"
)

// contain links each spot to the one that contains it by the text's own
// words: "Paris, Texas", "Austin (Texas)", "Cook County, Illinois", "Bulacan in Central Luzon".
func (f *finder) contain() {
	d := f.d
	for k := len(f.spots) - 2; k >= 0; k-- {
		d.CheckAt(k)
		a, b := &f.spots[k], &f.spots[k+1]
		if a.demonym || b.demonym || b.first-a.last > 2 || d.Tokens[a.first].Sent != d.Tokens[b.first].Sent {
			continue
		}
		if b.first == a.last {
			// "DALLAS Texas" and "Albany NY": only before an abbreviation.
			if !abbreviated(b.cands) {
				continue
			}
		} else if b.first == a.last+1 {
			if !is(d.Tokens[a.last].Lower, classWithin) {
				continue
			}
		} else {
			continue
		}
		if f.bears(a) && abbreviated(b.cands) {
			continue // "Peter Lund, PA"
		}
		if f.compatible(a, b) && !f.peers(k) {
			a.in = int32(k + 1)
		} else if f.states(a, b) || f.abroad(a, b) {
			// "Grantville, Pa.", "Palma in Cabo Delgado": a town that the
			// gazetteer has not, in a division or country that it has.
			a.in, a.cands, a.inside = int32(k+1), nil, &b.cands[0]
		}
	}
}

// bears reports whether a spot is the last name of a person who is named with a first.
func (f *finder) bears(s *spot) bool {
	n := f.d.Tokens[s.first].Ent
	if n == token.None {
		return false
	}
	e := &f.d.Ents[n]
	return e.Type == token.PER && e.First < s.first && e.Last == s.last
}

// peers reports whether spots k and k+1 stand in a list of countries or of
// states, rather than one in the other: "China, Japan and Ukraine",
// "Washington, Pennsylvania and California".
func (f *finder) peers(k int) bool {
	a, b := &f.spots[k], &f.spots[k+1]
	if f.d.Tokens[a.last].Lower != "," || a.last+1 != b.first {
		return false
	}
	switch {
	case ranks(a, gazetteer.Country) && ranks(b, gazetteer.Country):
		return true
	case !ranks(a, gazetteer.Division) || !ranks(b, gazetteer.Division) || abbreviated(b.cands):
		return false
	}
	return k+2 < len(f.spots) && f.together(int32(k+1)) && ranks(&f.spots[k+2], gazetteer.Division) ||
		k > 0 && f.together(int32(k-1)) && ranks(&f.spots[k-1], gazetteer.Division)
}

// ranks reports whether a spot may be a country, or a state that papers name
// alone.
func ranks(s *spot, kind gazetteer.Kind) bool {
	for i := range s.cands {
		if c := &s.cands[i]; c.Kind == kind && (kind == gazetteer.Country || alone(c.Country)) {
			return true
		}
	}
	return false
}

// states reports whether b says in which division a town a is, as "Pa." does,
// or, written out, in which country: "Derro, Kenya".
func (f *finder) states(a, b *spot) bool {
	d := f.d
	if len(b.cands) == 0 || d.Tokens[a.last].Lower != "," {
		return false
	}
	switch c := &b.cands[0]; c.Kind {
	case gazetteer.Division:
		if c.Country != "US" && c.Country != "CA" {
			return false
		}
	case gazetteer.Country:
		if len(b.cands) > 1 || len(a.cands) > 0 && !f.lesser(a) {
			return false
		}
	default:
		return false
	}
	for i := range a.cands {
		if k := a.cands[i].Kind; k != gazetteer.City && k != gazetteer.Suburb && k != gazetteer.County {
			return false
		}
	}
	return abbreviated(b.cands) || f.apposed(a, b)
}

// apposed reports whether b, written out behind a's comma, stands there for a
// alone, and in no list: "Atlanta, Texas and Ohio".
func (f *finder) apposed(a, b *spot) bool {
	d := f.d
	n := b.last
	if int(n) >= len(d.Tokens) {
		return true
	}
	if d.Tokens[n].Lower != "," {
		// "a Bradford, Ontario court"
		return d.Tokens[n].Is(token.Punct) || a.first > 0 && d.Tokens[a.first-1].UPOS == token.DET && d.Tokens[n].UPOS == token.NOUN
	}
	if int(n)+1 >= len(d.Tokens) {
		return false
	}
	if b.in != token.None {
		return true // "Stroud, Ontario, Canada"
	}
	next := &d.Tokens[n+1]
	return !next.Is(token.Capital) && next.Lower != "and" && next.Lower != "or"
}

// lesser reports whether a spot is no more than a town, and none so large or
// well known that its name alone is taken for it.
func (f *finder) lesser(a *spot) bool {
	if a.cands[0].Flags&gazetteer.Word != 0 {
		return false
	}
	for i := range a.cands {
		c := &a.cands[i]
		if c.Kind != gazetteer.City && c.Kind != gazetteer.Suburb || c.Flags&gazetteer.Capital != 0 || c.Population > abroadMost {
			return false
		}
	}
	return true
}

// abroad reports whether b says with "in" in which country or division a town
// a is, though the gazetteer knows only others of that name.
func (f *finder) abroad(a, b *spot) bool {
	if len(a.cands) == 0 || len(b.cands) == 0 || f.d.Tokens[a.last].Lower != "in" || a.last+1 != b.first {
		return false
	}
	if t := &f.d.Tokens[a.first]; a.first == f.d.Sents[t.Sent].First && f.location(a.first, b.last) == nil {
		return false // "Orchards in Kenya"
	}
	k := b.cands[0].Kind
	return (k == gazetteer.Country || k == gazetteer.Division) && f.lesser(a)
}

func abbreviated(cs []gazetteer.Entry) bool {
	for i := range cs {
		if cs[i].Kind == gazetteer.Division && cs[i].Flags&(gazetteer.NeedsCaps|gazetteer.NeedsStop) != 0 {
			return true
		}
	}
	return false
}

// compatible reports whether some candidate of a lies in some candidate of b.
func (f *finder) compatible(a, b *spot) bool {
	for i := range a.cands {
		for j := range b.cands {
			if inside(&a.cands[i], &b.cands[j]) {
				return true
			}
		}
	}
	return false
}

// inside reports whether a lies in b: by code, or for counties and cities, which have none, by distance.
func inside(a, b *gazetteer.Entry) bool {
	if a.ID != 0 && a.ID == b.ID || a.Kind <= b.Kind && a.Kind != gazetteer.City {
		return false
	}
	closer := func(km float64) bool { return gazetteer.Distance(a.Lat, a.Lon, b.Lat, b.Lon) < km }
	switch b.Kind {
	case gazetteer.Country, gazetteer.Division:
		return gazetteer.Within(*a, *b)
	case gazetteer.County:
		return a.Country == b.Country && (a.Division == b.Division || b.Division == "") && closer(countyReach)
	case gazetteer.City:
		part := a.Kind == gazetteer.Suburb || a.Kind == gazetteer.Site || a.Kind == gazetteer.City && a.Population < b.Population/cityPart
		return part && a.Country == b.Country && closer(cityReach)
	case gazetteer.Region, gazetteer.Island:
		return a.Kind == gazetteer.City && (b.Country == "" || a.Country == b.Country) && closer(regionReach)
	}
	return false
}

// listedKinds gives the kind of a list's last word to all of it: "Kaduna and
// Zamfara states".
func (f *finder) listedKinds() {
	for k := len(f.spots) - 1; k > 0; k-- {
		f.d.CheckAt(k)
		s := &f.spots[k]
		if int(s.last) >= len(f.d.Tokens) {
			continue
		}
		kind, ok := wordTable.Int(f.d.Tokens[s.last].Lower, classKinds)
		for j := k; ok && j >= max(0, k-context); j-- {
			f.spots[j].hint = gazetteer.Kind(kind)
			ok = j > 0 && f.together(int32(j-1))
		}
	}
}

// counties reads lists whose last word is for all: "Jackson and Barrow
// counties". What stands in the list is no town.
func (f *finder) counties() {
	var found []spot
	for i := range f.d.Tokens {
		f.d.CheckAt(i)
		if f.d.Tokens[i].Lower == "counties" {
			found = f.countiesBefore(int32(i), found)
		}
	}
	if found == nil {
		return
	}
	byFirst := func(a, b spot) int { return int(a.first - b.first) }
	slices.SortFunc(found, token.Looking(f.d, byFirst))
	kept := slices.Clone(found)
	n := 0
	for at, s := range f.spots {
		f.d.CheckAt(at)
		for n < len(found) && found[n].last <= s.first {
			n++
		}
		if n == len(found) || s.last <= found[n].first {
			kept = append(kept, s)
		}
	}
	slices.SortFunc(kept, token.Looking(f.d, byFirst))
	f.spots = kept
}

// countiesBefore adds the counties of the list that ends before token j.
func (f *finder) countiesBefore(j int32, found []spot) []spot {
	d := f.d
	sent := &d.Sents[d.Tokens[j].Sent]
	for j > sent.First {
		last := j // of a name, half-open
		for j > sent.First && d.Tokens[j-1].Is(token.Capital) && !d.Tokens[j-1].Is(token.Punct) && last-j < 3 {
			j--
		}
		if j == last {
			break
		}
		key := gazetteer.Norm(d.Str(d.SpanOf(j, last)))
		s := spot{first: j, last: last, key: key + " county", in: token.None, pick: token.None, natural: true, hint: gazetteer.County}
		for e := range f.g.LookupNorm(s.key) {
			if e.Kind == gazetteer.County && len(s.cands) < maxCands {
				s.cands = append(s.cands, e)
			}
		}
		if len(s.cands) == 0 {
			break
		}
		found = append(found, s)
		if j > sent.First && d.Tokens[j-1].Lower == "and" {
			j--
		}
		if j > sent.First && d.Tokens[j-1].Lower == "," {
			j--
		}
		if d.Tokens[j].Is(token.Capital) {
			break
		}
	}
	return found
}
