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
	Division string         // code of the first-order division it lies in, or is; empty if not known
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

// Part reports whether p is a division of a country, or of such a division.
func (p *Place) Part() bool {
	return p.Kind == gazetteer.Division || p.Kind == gazetteer.County
}

// holds reports whether q lies in p, a country or a division of one.
func (p *Place) holds(q *Place) bool {
	switch {
	case p.State():
		return q.Country == p.Country && !q.State()
	case p.Kind == gazetteer.Division:
		return p.Division != "" && q.Division == p.Division && q.Kind != gazetteer.Division
	}
	return false
}

// exact is the larger the more exactly p tells where.
func (p *Place) exact() int {
	switch {
	case p.Wide():
		return 0
	case p.State():
		return 1
	case p.Part():
		return 2
	case p.Kind == gazetteer.City:
		return 3
	case p.Site():
		return 5
	}
	return 4
}

// placeOf is the place that p is at: one that stands under it after a preposition
// of place, or before the event noun that it is; of those as near as each other
// the most exact.
func (f *finder) placeOf(p, s int32, way way) int32 {
	best, dist := token.None, 1<<20
	for _, w := range f.placesOf(s) {
		h, j, n := w.first, w.index, -1
		if f.place[h] != token.None {
			top := f.top(w.first, w.last)
			n = f.fore(p, top, j)
			if h = f.stretch(top, j); n < 0 && !f.tellsWhere(h, j, way) {
				continue
			}
		}
		if n < 0 {
			if n = f.governs(p, h); n < 0 || f.ofOther(p, h) || f.strays(p, h, way) {
				continue
			}
			if wordTable.Has(f.d.Tokens[h].Lower, classDirection) {
				n += maxClimb // it may tell of another place
			}
		}
		if n < dist || n == dist && f.in.Places[j].exact() > f.in.Places[best].exact() {
			best, dist = j, n
		}
	}
	return f.finerBefore(best)
}

// A run is words of one sentence that name the time or the place of that index.
type run struct{ first, last, index int32 }

// runAt is the run that word i begins, before word end, where of has the index of
// each word; of a word that names nothing it is that word alone, with None.
func runAt(of []int32, i, end int32) run {
	r := run{i, i + 1, of[i]}
	for r.index != token.None && r.last < end && of[r.last] == r.index {
		r.last++
	}
	return r
}

// placesOf are the places that the words of sentence s name or stand for. It is good
// until another sentence is asked for.
func (f *finder) placesOf(s int32) []run {
	if f.placesIn == s {
		return f.places
	}
	f.placesIn, f.places = s, f.places[:0]
	sent := &f.d.Sents[s]
	for i := sent.First; i < sent.Last; {
		r := runAt(f.place, i, sent.Last)
		if i = r.last; r.index == token.None {
			r.index = f.meant(r.first)
		}
		if r.index != token.None {
			f.places = append(f.places, r)
		}
	}
	return f.places
}

// finerBefore is the place right before place j if that only tells where it is,
// "on Mill Street in Leeds", "at the Odeon, Leeds"; or j.
func (f *finder) finerBefore(j int32) int32 {
	for j > 0 {
		p, q := &f.in.Places[j-1], &f.in.Places[j]
		if l := f.placeLink(j); p.exact() <= q.exact() || l != "," && l != "in" || !f.at(f.placeHead(j-1)) {
			break
		}
		j--
	}
	return j
}

// way tells which of its places an event is in.
type way uint8

const (
	rests  way = iota // one after a preposition of place
	speaks            // the same, but of an act of speech only where it is done, not what it speaks of
	hits              // or its object: "shelled Trieste", "won Ohio"
	leads             // or where it leads to: "will visit Stockholm", "went to Oslo"
)

// wayOf is how e stands to its places.
func wayOf(e *Event) way {
	switch {
	case e.Mode == "visit" || e.Kind == ontology.Travel:
		return leads
	case e.Kind == ontology.Assault || e.Kind == ontology.Election:
		return hits
	case ofWords(e) && !wordTable.Has(e.Mode, classOnSpot) && !wordTable.Has(e.Lemma, classOnSpot):
		return speaks
	}
	return rests
}

// tellsWhere reports whether place j with the head h tells where something is:
// after a preposition, or as what is harmed, "a storm hit Kolding, killing two".
func (f *finder) tellsWhere(h, j int32, way way) bool {
	t := &f.d.Tokens[h]
	prep := f.caseOf(h)
	if prep == "" && t.Rel.Base() == token.Obj {
		return way == hits || way == leads || wordTable.Has(f.d.Tokens[t.Head].Lemma, classHarming)
	}
	c := wordTable.Find(prep)
	switch {
	case prep == "" && f.place[h] != j && wordTable.Has(t.Lower, classDirection):
		return true // "overturned a mile west of Leeds"
	case c.Has(classUpon) && way != hits && f.place[h] == j && f.in.Places[j].bounded():
		return false // "sanctions on Eritrea"
	case prep == "over" && t.Rel.Base() == token.Nmod && !f.happens(&f.d.Tokens[t.Head]):
		return false // "the quarrel over the Black Sea"
	}
	return c.Has(classWhere) || way == leads && c.Has(classWhither)
}

// bounded reports whether p is a country, a town or the like: things are in it,
// what is done on or over it is done to those who live there.
func (p *Place) bounded() bool {
	switch p.Kind {
	case gazetteer.Country, gazetteer.Division, gazetteer.County, gazetteer.City, gazetteer.Continent:
		return true
	}
	return false
}

// fore is the number of steps up to p from place j with the head h, which stands
// before a noun of what happens there: "the Paris attacks", "her Ohio win"; also
// where p is in that, or of it: "killed in the Paris attacks", "won the Iowa
// caucuses". It is -1 if it does not.
func (f *finder) fore(p, h, j int32) int {
	t := &f.d.Tokens[h]
	if t.Head == token.None || h > t.Head || t.Rel != token.Compound && t.Rel != token.NmodPoss {
		return -1
	}
	n := &f.d.Tokens[t.Head]
	w := wordTable.Find(n.Lemma)
	switch {
	case n.UPOS != token.NOUN && n.UPOS != token.PROPN || !w.Has(classForeEvent) || f.sport:
		return -1
	case (f.in.Places[j].State() || t.Rel == token.NmodPoss) && !w.Has(classForeAny):
		return -1 // who does it: "the US strikes", "Moscow's attack"
	case t.Head == p:
		return 0
	case n.Head != p:
		return -1
	}
	v := &f.d.Tokens[p]
	ok := false
	switch n.Rel {
	case token.Nsubj, token.NsubjPass:
		ok = wordTable.Has(v.Lemma, classHarming) || wordTable.Has(v.Lemma, classTakesPlace)
	case token.Obl:
		ok = wordTable.Has(f.caseOf(t.Head), classAmidEvent)
	case token.Obj:
		ok = wordTable.Has(v.Lemma, classAttending)
	}
	if !ok {
		return -1
	}
	return 1
}

// meant is the place that word i stands for without its name: "here" in the
// words of an article with a dateline, "there" after a place, "in the city" after
// a city's name, "at the church" after a church's; or None.
func (f *finder) meant(i int32) int32 {
	t := &f.d.Tokens[i]
	switch {
	case t.Rel == token.Advmod && t.Lower == "here" && t.Quote == token.None:
		return f.dateline
	case t.Rel == token.Advmod && t.Lower == "there" && t.XPOS == token.RB:
		return f.placeBack(i)
	case t.UPOS != token.NOUN || t.Rel != token.Obl && t.Rel != token.Nmod || t.Quote != token.None:
		return token.None
	}
	kind, ok := wordTable.Text(t.Lemma, classPlaceWord)
	if !ok && !wordTable.Has(t.Lemma, classGround) || !wordTable.Has(f.caseOf(i), classWhere) || !f.bareThe(i) {
		return token.None
	}
	if !ok {
		return f.siteBack(i)
	}
	return f.oneOfKind(i, kind)
}

// bareThe reports whether noun i has the article and nothing else before or
// behind it: not "the northern city", "the city that burned".
func (f *finder) bareThe(i int32) bool {
	the := false
	for k := range f.kids(i) {
		switch x := &f.d.Tokens[k]; {
		case x.Rel == token.Det && (x.Lower == "the" || x.Lower == "this"):
			the = true
		case x.Rel != token.Case && !x.Is(token.Punct):
			return false
		}
	}
	return the
}

// thereReach is how many sentences back "there" may point.
const thereReach = 2

// placeBack is the place that the text was at last before token i, or None.
func (f *finder) placeBack(i int32) int32 {
	sent := f.d.Tokens[i].Sent
	for j := f.placesBefore(i) - 1; j >= 0; j-- {
		h := f.placeHead(int32(j))
		if f.d.Tokens[h].Sent < sent-thereReach {
			break
		}
		if c := wordTable.Find(f.caseOf(f.stretch(h, int32(j)))); c.Has(classWhere) || c.Has(classWhither) {
			return int32(j)
		}
	}
	return token.None
}

// siteBack is the one site named not long before token i that its noun may stand
// for: "the church" for "St Anne's Church"; or None.
func (f *finder) siteBack(i int32) int32 {
	one := token.None
	first := f.placesBefore(i)
	for j := first - 1; j >= max(0, first-meantReach); j-- {
		p := &f.in.Places[j]
		if _, last := f.d.Range(p.Span); !p.Site() || f.d.Tokens[last-1].Lower != f.d.Tokens[i].Lower {
			continue
		}
		if one != token.None && f.in.Places[one].Location != p.Location {
			return token.None
		}
		if one == token.None {
			one = int32(j)
		}
	}
	return one
}

// placesBefore is how many places are named before token i.
func (f *finder) placesBefore(i int32) int {
	n, _ := slices.BinarySearchFunc(f.in.Places, f.d.Tokens[i].Start, func(p Place, at int32) int { return int(p.Start - at) })
	return n
}

// meantReach is how many place names back a description may be of one.
const meantReach = 12

// oneOfKind is the one place of the kind that was named not long before token i,
// or None. Where a country is meant, nobody from another one may stand in the
// sentence.
func (f *finder) oneOfKind(i int32, kind string) int32 {
	one := token.None
	first := f.placesBefore(i)
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

// strayDepth is how many nouns deep a place may stand in a clause that is there.
const strayDepth = 4

// strays reports whether the place with the head h is told of what p only speaks
// of, or of somebody who takes part: "spoke about the war in Mali", "more than
// in Oslo", "Ann Lowe, a judge in Leeds, said".
func (f *finder) strays(p, h int32, way way) bool {
	below := h // the word under p
	n := 0
	for i := h; i != p && i != token.None; i = f.d.Tokens[i].Head {
		if n++; n > 1 && wordTable.Has(f.caseOf(i), classAboutPrep) || f.explains(i) {
			return true
		}
		below = i
	}
	if n > strayDepth || f.superlative(h) && f.wideAt(h) {
		return true
	}
	if way != speaks || f.d.Tokens[h].Rel == token.Advmod || f.kid(p, token.NsubjPass) != token.None {
		return false // "cases were reported in Leeds"
	}
	if below == h {
		return f.spokenOf(p, h)
	}
	t := &f.d.Tokens[below]
	switch t.Rel.Base() {
	case token.Nsubj:
		return false
	case token.Obl:
		c := f.caseOf(below)
		if t.Rel == token.OblAgent || c == "" {
			return false
		}
		w := wordTable.Find(c)
		return !w.Has(classWhere) && !w.Has(classWhither) && !w.Has(classAmidEvent)
	case token.Obj, token.Iobj:
		return !wordTable.Has(t.Lemma, classAudience)
	case token.Nmod:
		return n > 1 && !wordTable.Has(t.Lemma, classAudience)
	}
	return false
}

// spokenOf reports whether the place h under p is that of the object right before
// it, of a thing: "criticized the army's conduct in Sudan".
func (f *finder) spokenOf(p, h int32) bool {
	o := f.kid(p, token.Obj)
	if o == token.None || o > h || f.d.Tokens[o].UPOS != token.NOUN || f.person(o) || wordTable.Has(f.d.Tokens[o].Lemma, classAudience) {
		return false
	}
	for k := range f.kids(h) {
		if f.d.Tokens[k].Rel == token.Case {
			return k == o+1
		}
	}
	return false
}

// explains reports whether word i, without a preposition, tells who somebody is.
func (f *finder) explains(i int32) bool {
	t := &f.d.Tokens[i]
	return t.Rel == token.Appos && t.Head != token.None && f.person(t.Head) && f.caseOf(i) == ""
}

// superlative reports whether the place with the head h bounds a comparison:
// "one of the largest fires in Africa".
func (f *finder) superlative(h int32) bool {
	g := f.d.Tokens[h].Head
	if g == token.None {
		return false
	}
	if f.most(g) {
		return true
	}
	for k := range f.kids(g) {
		if k < h && f.most(k) {
			return true
		}
	}
	return false
}

// most reports whether word i is a superlative, or stands after one: "most open".
func (f *finder) most(i int32) bool {
	x := f.d.Tokens[i].XPOS
	return x == token.JJS || x == token.RBS || i > 0 && f.d.Tokens[i-1].XPOS == token.RBS
}

// wideAt reports whether the place with the head h is larger than a country.
func (f *finder) wideAt(h int32) bool {
	j := f.place[h]
	return j != token.None && f.in.Places[j].Wide()
}

// stretch is the noun that place j tells the whole of, "the town of Trujillo",
// "the outskirts of Lima", or whose town it is, "a Dallas hospital", "the US
// embassy" being no place in the US; or the place's own head h.
func (f *finder) stretch(h, j int32) int32 {
	for range maxClimb {
		t := &f.d.Tokens[h]
		if t.Head == token.None {
			break
		}
		p, class := &f.d.Tokens[t.Head], classStretch
		if t.Rel == token.Compound || t.Rel == token.NmodPoss {
			if f.in.Places[j].State() && wordTable.Has(p.Lemma, classMission) {
				break
			}
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
