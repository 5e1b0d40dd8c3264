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
			switch d.Tokens[a.last].Lower {
			case ",", "(", "in":
			default:
				continue
			}
		} else {
			continue
		}
		if f.compatible(a, b) {
			a.in = int32(k + 1)
		} else if f.states(a, b) {
			// "Grantville, Pa.": a town that the gazetteer has not, in a
			// division that it has.
			a.in, a.cands, a.inside = int32(k+1), nil, &b.cands[0]
		}
	}
}

// states reports whether b says in which division a town a is, as "Pa." does.
func (f *finder) states(a, b *spot) bool {
	d := f.d
	if len(b.cands) == 0 || d.Tokens[a.last].Lower != "," || b.cands[0].Kind != gazetteer.Division || b.cands[0].Country != "US" && b.cands[0].Country != "CA" {
		return false
	}
	for i := range a.cands {
		if k := a.cands[i].Kind; k != gazetteer.City && k != gazetteer.Suburb && k != gazetteer.County {
			return false
		}
	}
	if abbreviated(b.cands) {
		return true
	}
	// Written out it may stand in a list: "Atlanta, Texas and Ohio".
	if int(b.last) >= len(d.Tokens) {
		return true
	}
	n := b.last
	return d.Tokens[n].Is(token.Punct) && d.Tokens[n].Lower != "," || d.Tokens[n].Lower == "," && int(n)+1 < len(d.Tokens) && !d.Tokens[n+1].Is(token.Capital) && d.Tokens[n+1].Lower != "and" && d.Tokens[n+1].Lower != "or"
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
	switch b.Kind {
	case gazetteer.Country, gazetteer.Division:
		return gazetteer.Within(*a, *b)
	case gazetteer.County:
		return a.Country == b.Country && (a.Division == b.Division || b.Division == "") && gazetteer.Distance(a.Lat, a.Lon, b.Lat, b.Lon) < 70
	case gazetteer.City:
		return (a.Kind == gazetteer.Suburb || a.Kind == gazetteer.Site || a.Kind == gazetteer.City && a.Population < b.Population/5) &&
			a.Country == b.Country && gazetteer.Distance(a.Lat, a.Lon, b.Lat, b.Lon) < 40
	case gazetteer.Region, gazetteer.Island:
		return a.Kind == gazetteer.City && (b.Country == "" || a.Country == b.Country) && gazetteer.Distance(a.Lat, a.Lon, b.Lat, b.Lon) < 400
	case gazetteer.Continent:
		return false
	}
	return false
}

// counties reads lists whose last word is for all: "Jackson and Barrow
// counties". What stands in the list is no town.
func (f *finder) counties() {
	d := f.d
	var found []spot
	for i := range d.Tokens {
		if d.Tokens[i].Lower != "counties" {
			continue
		}
		sent := &d.Sents[d.Tokens[i].Sent]
		for j := int32(i); j > sent.First; {
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
	}
	if found == nil {
		return
	}
	slices.SortFunc(found, func(a, b spot) int { return int(a.first - b.first) })
	kept := slices.Clone(found)
	n := 0
	for _, s := range f.spots {
		for n < len(found) && found[n].last <= s.first {
			n++
		}
		if n == len(found) || s.last <= found[n].first {
			kept = append(kept, s)
		}
	}
	slices.SortFunc(kept, func(a, b spot) int { return int(a.first - b.first) })
	f.spots = kept
}
