package place

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/token"
)

const (
	venueBefore = 6  // tokens that may stand between a preposition and the name
	venueReach  = 64 // sites on either side that may have the same name
	venueScore  = 0.7
)

// venues adds to ms the sites that no gazetteer has and whose names say what
// they are, where the text tells that something is or happens there: "at
// Volgograd Arena". They have a country, and the point of a town, only if the
// text puts them there. The name may hold that of another place.
func (f *finder) venues(ms []Mention) []Mention {
	d := f.d
	var out []Mention
	k := 0 // the first of ms that does not end before the venue
	for i := int32(0); int(i) < len(d.Tokens); i++ {
		d.CheckAt(int(i))
		t := &d.Tokens[i]
		if t.Is(token.Punct) || t.Is(token.Numeric) || d.Sents[t.Sent].Kind == token.Boilerplate ||
			!is(t.Lower, classVenue) && !(t.Is(token.Capital) && is(t.Lower, classVenueFirst)) {
			continue
		}
		first, last, ok := f.venue(i)
		if !ok || !f.placed(i, first) || len(out) > 0 && out[len(out)-1].Last > first {
			continue
		}
		for k < len(ms) && ms[k].Last <= first {
			k++
		}
		if v, ok := f.newVenue(first, last, ms[k:]); ok {
			out = append(out, v)
		}
	}
	f.sameVenues(out)
	ms = append(slices.DeleteFunc(ms, func(m Mention) bool { return f.saint(&m) && inOne(out, m.Span) }), out...)
	slices.SortStableFunc(ms, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return ms
}

// saint reports whether m is whom something is called after: "St Anne's Church".
func (f *finder) saint(m *Mention) bool {
	return !m.Resolved && int(m.Last) < len(f.d.Tokens) && f.d.Tokens[m.Last].Lower == "'s" && f.d.Tokens[m.Last].Is(token.Joined)
}

// inOne reports whether s is in one of vs, by start.
func inOne(vs []Mention, s token.Span) bool {
	i, _ := slices.BinarySearchFunc(vs, s.Start, func(v Mention, at int32) int { return cmp.Compare(v.End, at+1) })
	return i < len(vs) && vs[i].Contains(s)
}

// venue is the name that token i makes one of a site's, as its last word or as
// its first.
func (f *finder) venue(i int32) (first, last int32, ok bool) {
	d := f.d
	t := &d.Tokens[i]
	sent := &d.Sents[t.Sent]
	first, last = i, i+1
	switch {
	case t.Is(token.Capital) && is(t.Lower, classVenueFirst) && f.capital(i+1, sent):
		last = f.runs(i+1, sent)
	case !is(t.Lower, classVenue):
		return 0, 0, false
	case t.Is(token.Capital):
		if f.capital(i+1, sent) && !d.Tokens[i+1].Is(token.Joined) {
			return 0, 0, false // the name goes on
		}
	case is(t.Lower, classVenueLower):
		for first-1 > sent.First && is(d.Tokens[first-1].Lower, classVenueBefore) {
			first--
		}
		if first == i && is(t.Lower, classVenueSplit) {
			return 0, 0, false
		}
	default:
		return 0, 0, false
	}
	named := false
	for first > sent.First && f.inVenue(first-1, sent) {
		first--
		u := &d.Tokens[first]
		if u.Is(token.Capital) {
			if _, ok := f.demonym(first, sent.Last); !ok || is(t.Lower, classVenueMission) {
				named = true
			}
		}
	}
	for first < i && (!d.Tokens[first].Is(token.Capital) || d.Tokens[first].Is(token.Joined)) {
		first++ // what only joins opens no name
	}
	if int(last)+1 < len(d.Tokens) && d.Tokens[last].Lower == "of" && d.Tokens[i].Is(token.Capital) && f.capital(last+1, sent) {
		last, named = f.runs(last+1, sent), true // "University of Oslo"
	}
	return first, last, named || last > i+1
}

// capital reports whether token j stands in sent and is a capitalised word.
func (f *finder) capital(j int32, sent *token.Sentence) bool {
	return j < sent.Last && f.d.Tokens[j].Is(token.Capital) && !f.d.Tokens[j].Is(token.Punct)
}

// runs is the end of the capitalised words from j.
func (f *finder) runs(j int32, sent *token.Sentence) int32 {
	for f.capital(j, sent) {
		j++
	}
	return j
}

// inVenue reports whether token j carries a site's name on to the left.
func (f *finder) inVenue(j int32, sent *token.Sentence) bool {
	t := &f.d.Tokens[j]
	switch {
	case t.Is(token.Punct):
		return t.Lower == "-" && j > sent.First && f.d.Tokens[j-1].Is(token.Capital)
	case t.Is(token.Joined):
		return t.Lower == "'s" && j > sent.First && f.d.Tokens[j-1].Is(token.Capital)
	case t.Is(token.Capital):
		return !is(t.Lower, classVenueAt) && t.UPOS != token.DET && t.UPOS != token.PRON && t.UPOS != token.ADP
	}
	return j-1 > sent.First && is(t.Lower, classInName) && t.Lower != "the" && t.Lower != "for" && f.d.Tokens[j-1].Is(token.Capital) && t.Lower != "and" && t.Lower != "of"
}

// placed reports whether the text tells that something is or happens at the
// site that token i names, from first on: behind a preposition of place, or as
// what is stormed or visited. Who works or learns there is not there.
func (f *finder) placed(i, first int32) bool {
	d := f.d
	t := &d.Tokens[i]
	if t.Head == token.None {
		return f.venueAt(i, first) != ""
	}
	h := &d.Tokens[t.Head]
	switch t.Rel.Base() {
	case token.Compound:
		if t.Head > i && h.UPOS != token.PROPN && !is(h.Lower, classVenue) {
			return false // "the Trump University case"
		}
	case token.Obj:
		return is(h.Lemma, classVenueObject)
	}
	w := f.venueAt(i, first)
	if is(w, classVenueTo) {
		return is(lemma(h), classVenueWhither) // "was taken to Mercy Hospital"
	}
	return w != "" && (w != "at" || t.Rel.Base() != token.Nmod || is(h.Lemma, classVenueEvent))
}

// venueAt is the preposition of place before the noun phrase of token i with
// the name from first: "at the city's old Odeon Theatre".
func (f *finder) venueAt(i, first int32) string {
	d := f.d
	from := max(d.Sents[d.Tokens[first].Sent].First, first-venueBefore)
	for j := first - 1; j >= from; j-- {
		t := &d.Tokens[j]
		switch {
		case is(t.Lower, classVenueAt), is(t.Lower, classVenueTo), t.Lower == "on" && is(d.Tokens[i].Lower, classVenueOn):
			return t.Lower
		case t.Is(token.Joined) || t.UPOS == token.DET || t.UPOS == token.ADJ || t.UPOS == token.NUM || t.UPOS == token.NOUN ||
			t.UPOS == token.PROPN || t.UPOS == token.PART || t.UPOS == token.PRON && t.Rel == token.NmodPoss:
		default:
			return ""
		}
	}
	return ""
}

// newVenue is the site of the tokens from first to last, unless one of ms,
// which begin about there, has the name already.
func (f *finder) newVenue(first, last int32, ms []Mention) (Mention, bool) {
	v := Mention{Span: f.d.SpanOf(first, last), First: first, Last: last, Kind: gazetteer.Site, Score: venueScore, Rule: "venue"}
	for k := range ms {
		f.d.CheckAt(k)
		m := &ms[k]
		if m.First > last+1 {
			break
		}
		switch {
		case m.First <= first && m.Last >= last, m.First < first && m.Last > first:
			return v, false
		case m.Resolved && m.First == first && !f.d.Tokens[last-1].Is(token.Capital) && f.d.Tokens[min(m.Last, last-1)].Lower == f.d.Tokens[last-1].Lower:
			return v, false // "a Dallas hospital": which one, nobody says
		case m.Resolved && !m.Demonym && (m.Last <= last || m.First == last+1 && is(f.d.Tokens[last].Lower, classWithin)):
			// "the Dutch embassy" is in no Netherlands.
			if v.Country == "" && (m.First > last || m.Kind != gazetteer.Country || !is(f.d.Tokens[last-1].Lower, classVenueMission)) {
				v.lieIn(m)
			}
		}
	}
	v.Place.Name, v.Place.Kind = f.d.Str(v.Span), gazetteer.Site
	return v, true
}

// lieIn puts m where o is: in its country, and at the point of a town.
func (m *Mention) lieIn(o *Mention) {
	m.Country, m.Division = o.Country, o.Division
	m.Place.Country, m.Place.Division = o.Country, o.Division
	if k := o.Place.Kind; k == gazetteer.City || k == gazetteer.Suburb || k == gazetteer.Site {
		m.Lat, m.Lon, m.Place.Lat, m.Place.Lon = o.Lat, o.Lon, o.Lat, o.Lon
	}
}

// sameVenues puts the sites of one name where the text says that one of them is.
func (f *finder) sameVenues(vs []Mention) {
	for i := range vs {
		f.d.CheckAt(i)
		for j := max(0, i-venueReach); j < min(len(vs), i+venueReach); j++ {
			if x, y := &vs[i], &vs[j]; x.Country == "" && y.Country != "" && x.Place.Name == y.Place.Name {
				x.lieIn(y)
				x.Lat, x.Lon, x.Place.Lat, x.Place.Lon = y.Lat, y.Lon, y.Lat, y.Lon
			}
		}
	}
}
