package event

import (
	"slices"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// A Place is a place name of the text with what is known of the place.
type Place struct {
	token.Span
	Location int32          // from 0; mentions of one place share it
	Country  string         // ISO 3166-1 alpha-2 code of the country it lies in, or is; empty if not known
	Kind     gazetteer.Kind // zero if not known
}

// State reports whether p is a whole country.
func (p *Place) State() bool { return p.Kind == gazetteer.Country }

// Site reports whether p is a building or grounds.
func (p *Place) Site() bool { return p.Kind == gazetteer.Site }

// Wide reports whether p is larger than a country, or lies across countries.
func (p *Place) Wide() bool {
	return p.Kind == gazetteer.Continent || p.Kind == gazetteer.Region || p.Kind == gazetteer.Sea
}

// exact is the larger the more exactly p tells where.
func (p *Place) exact() int {
	switch {
	case p.Wide():
		return 0
	case p.State():
		return 1
	case p.Site():
		return 3
	}
	return 2
}

// placeOf is the place that stands under p after a preposition of place; of
// those as near as each other the most exact.
func (f *finder) placeOf(p, s int32, way way) int32 {
	best, dist := token.None, 1<<20
	sent := &f.d.Sents[s]
	for i := sent.First; i < sent.Last; {
		j, a := f.place[i], i
		for i++; j != token.None && i < sent.Last && f.place[i] == j; i++ {
		}
		h := a
		if j == token.None {
			j = f.meant(a)
		} else if h = f.stretch(f.top(a, i)); !f.tellsWhere(h, way) {
			continue
		}
		if j == token.None {
			continue
		}
		if n := f.governs(p, h); n >= 0 && (n < dist || n == dist && f.in.Places[j].exact() > f.in.Places[best].exact()) && !f.ofOther(p, h) {
			best, dist = j, n
		}
	}
	return best
}

// way tells which of its places an event is in.
type way uint8

const (
	rests way = iota // one after a preposition of place
	hits             // or its object: "shelled Trieste"
	leads            // or where it leads to: "will visit Stockholm", "went to Oslo"
)

// wayOf is how e stands to its places.
func wayOf(e *Event) way {
	switch {
	case e.Mode == "visit" || e.Kind == ontology.Travel:
		return leads
	case e.Kind == ontology.Assault:
		return hits
	}
	return rests
}

// tellsWhere reports whether the place with the head h tells where something is:
// after a preposition, or as what is harmed, "a storm hit Kolding, killing two".
func (f *finder) tellsWhere(h int32, way way) bool {
	t := &f.d.Tokens[h]
	prep := f.caseOf(h)
	if prep == "" && t.Rel.Base() == token.Obj {
		return way != rests || wordTable.Has(f.d.Tokens[t.Head].Lemma, classHarming)
	}
	c := wordTable.Find(prep)
	return c.Has(classWhere) || way == leads && c.Has(classWhither)
}

// meant is the place that word i stands for without its name: "here" in the
// words of an article with a dateline, "in the city" after a city's name; or None.
func (f *finder) meant(i int32) int32 {
	t := &f.d.Tokens[i]
	switch {
	case t.Rel == token.Advmod && t.Lower == "here" && t.Quote == token.None:
		return f.dateline
	case t.UPOS != token.NOUN || t.Rel != token.Obl && t.Rel != token.Nmod || t.Quote != token.None:
		return token.None
	}
	kind, ok := wordTable.Text(t.Lemma, classPlaceWord)
	if !ok || !wordTable.Has(f.caseOf(i), classWhere) {
		return token.None
	}
	the := false
	for k := range f.kids(i) {
		switch x := &f.d.Tokens[k]; {
		case x.Rel == token.Det && (x.Lower == "the" || x.Lower == "this"):
			the = true
		case x.Rel != token.Case && !x.Is(token.Punct):
			return token.None // "the northern city", "the city that burned"
		}
	}
	if !the {
		return token.None
	}
	return f.oneOfKind(i, kind)
}

// meantReach is how many place names back a description may be of one.
const meantReach = 12

// oneOfKind is the one place of the kind that was named not long before token i,
// or None. Where a country is meant, nobody from another one may stand in the
// sentence.
func (f *finder) oneOfKind(i int32, kind string) int32 {
	one := token.None
	first, _ := slices.BinarySearchFunc(f.in.Places, f.d.Tokens[i].Start, func(p Place, at int32) int { return int(p.Start - at) })
	for j := first - 1; j >= max(0, first-meantReach); j-- {
		p := &f.in.Places[j]
		if p.Kind.String() != kind {
			continue
		}
		if one != token.None && f.in.Places[one].Location != p.Location || p.State() && f.foreign(i, p.Country) {
			return token.None
		}
		if one == token.None {
			one = int32(j)
		}
	}
	return one
}

// foreign reports whether the sentence of token i speaks of another country than
// the one of that code, or of somebody from there.
func (f *finder) foreign(i int32, country string) bool {
	sent := &f.d.Sents[f.d.Tokens[i].Sent]
	for k := sent.First; k < sent.Last; k++ {
		c := ""
		if j := f.place[k]; j != token.None {
			c = f.in.Places[j].Country
		} else if a := f.actorAt(k); a != token.None {
			c = f.in.Actors[a].Country
		}
		if c != "" && c != country {
			return true
		}
	}
	return false
}

// ofOther reports whether place h under p tells where something else was that
// p speaks of: "condemned the coup in Mali".
func (f *finder) ofOther(p, h int32) bool {
	if o := f.kid(p, token.Obj); f.d.Tokens[h].Head == p && o != token.None && o < h {
		return f.happens(&f.d.Tokens[o]) && !f.shares(o)
	}
	for i := f.d.Tokens[h].Head; i != token.None && i != p; i = f.d.Tokens[i].Head {
		if f.happens(&f.d.Tokens[i]) && !f.shares(i) {
			return true
		}
	}
	return false
}

// stretch is the noun that a place tells the whole of, "the town of Trujillo",
// "the outskirts of Lima", or whose town it is, "a Dallas hospital"; or the
// place's own head h.
func (f *finder) stretch(h int32) int32 {
	for range maxClimb {
		t := &f.d.Tokens[h]
		if t.Head == token.None {
			break
		}
		p, class := &f.d.Tokens[t.Head], classStretch
		if t.Rel == token.Compound || t.Rel == token.NmodPoss {
			class = classGround
		} else if f.caseOf(h) != "of" {
			break
		}
		if !wordTable.Has(p.Lemma, class) || p.Is(token.Capital) {
			break
		}
		h = t.Head
	}
	return h
}
