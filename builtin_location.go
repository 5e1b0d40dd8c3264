package dateline

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/place"
	"github.com/dateline-go/dateline/internal/token"
)

// DefaultLocationParsers are the built-in location parsers, in a fresh slice
// to append to, replace or drop from.
func DefaultLocationParsers() []LocationParser {
	return []LocationParser{LocationParserFunc(builtinLocations)}
}

// builtinLocations gives one Location a place, unresolved names by name.
func builtinLocations(t *Text) ([]Location, error) {
	g := t.config.gazetteer
	var out []Location
	have := make(map[Place]int)
	for _, m := range place.Find(t.doc, g, place.Options{}) {
		if _, isTime := slices.BinarySearchFunc(t.times, int(m.Start), func(x TimeMention, at int) int { return x.Span.Start - at }); isTime {
			continue // "Nov 12" is in November, not in Tajikistan
		}
		p := Place{Name: oneLine(t.Slice(outer(m.Span)))}
		if m.Resolved {
			p = placeOf(g, &m.Place)
		}
		key := p
		key.At = nil // the rest tells places apart
		i, ok := have[key]
		ev := Evidence{m.Rule, m.Score}
		if !ok {
			i = len(out)
			have[key] = i
			out = append(out, Location{Place: p, Evidence: ev})
			for k := range m.Candidates {
				out[i].Candidates = append(out[i].Candidates, placeOf(g, &m.Candidates[k]))
			}
		}
		out[i].Mentions = append(out[i].Mentions, LocationMention{Span: outer(m.Span), Metonym: m.Metonym, Evidence: ev})
		out[i].Evidence.Score = max(out[i].Evidence.Score, ev.Score)
	}
	return out, nil
}

func placeOf(g *gazetteer.Gazetteer, e *gazetteer.Entry) Place {
	p := Place{Name: e.Name, Kind: LocationKind(e.Kind.String()), Country: e.Country, GeoNamesID: int(e.ID), At: &Coordinates{e.Lat, e.Lon}}
	if div, ok := g.DivisionOf(e.Division); ok && e.Kind != gazetteer.Division {
		p.Division = div.Name
	}
	return p
}

// locationStage cuts the mentions that an earlier parser has.
func locationStage(t *Text) stage[Location] {
	c := checker{d: t.document()}
	return stage[Location]{
		check: func(l *Location) error {
			l.Mentions = slices.Clone(l.Mentions)
			slices.SortFunc(l.Mentions, func(x, y LocationMention) int { return compareSpans(x.Span, y.Span) })
			return c.check("location", func() { c.location(l) })
		},
		claims: func(l *Location) []Span {
			out := make([]Span, len(l.Mentions))
			for i := range l.Mentions {
				out[i] = l.Mentions[i].Span
			}
			return out
		},
		cut: func(l *Location, taken func(Span) bool) bool {
			l.Mentions = slices.DeleteFunc(l.Mentions, func(m LocationMention) bool { return taken(m.Span) })
			return len(l.Mentions) > 0
		},
		key:  func(l *Location) Span { return l.Mentions[0].Span },
		id:   func(l *Location) *int { return (*int)(&l.ID) },
		refs: func(*Location) []*int { return nil },
	}
}

// placeSpans are the mentions of all places in text order, as later rooms
// take them, with the IDs of their Locations.
func placeSpans(t *Text) ([]token.Span, []LocationID) {
	type at struct {
		s  token.Span
		id LocationID
	}
	var all []at
	for i := range t.locations {
		for _, m := range t.locations[i].Mentions {
			all = append(all, at{inner(m.Span), t.locations[i].ID})
		}
	}
	slices.SortFunc(all, func(a, b at) int { return cmp.Compare(a.s.Start, b.s.Start) })
	spans, ids := make([]token.Span, len(all)), make([]LocationID, len(all))
	for i := range all {
		spans[i], ids[i] = all[i].s, all[i].id
	}
	return spans, ids
}
