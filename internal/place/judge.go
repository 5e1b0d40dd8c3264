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
		f.d.CheckAt(k)
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
		s.sized, s.worth = true, -1
		for i := range s.cands {
			s.worth = math.Max(s.worth, size(&s.cands[i]))
		}
	}
	return s.worth
}

func size(e *gazetteer.Entry) float64 {
	if e.Flags&gazetteer.FromUser != 0 {
		return sizeUser
	}
	switch e.Kind {
	case gazetteer.Country:
		return sizeCountry
	case gazetteer.Division:
		if alone(e.Country) {
			return sizeDivision
		}
		return math.Min(sizeDivision, math.Log10(float64(e.Population)+1)-sizeLeast)
	case gazetteer.County:
		if e.Country == "US" {
			return sizeUSCounty
		}
		return sizeCounty
	case gazetteer.Continent:
		return sizeContinent
	case gazetteer.City, gazetteer.Suburb:
		v := math.Min(sizeCityMost, sizeCitySlope*(math.Log10(float64(e.Population)+1)-sizeCityLeast))
		if e.Flags&gazetteer.Capital != 0 {
			v += sizeCapital
		}
		if e.Kind == gazetteer.Suburb {
			v += sizeSuburb
		}
		return v
	}
	return sizeFeature
}

// alone reports whether papers name a country's divisions without the country.
func alone(country string) bool { return wordTable.Has(country, classApart) }

// score adds up what speaks for and against spot k.
func (f *finder) score(k int32) {
	d, s := f.d, &f.spots[k]
	sent := &d.Sents[d.Tokens[s.first].Sent]
	v := f.bare(s, sent)
	if s.in != token.None {
		v += inAnother
		if d.Tokens[s.last].Lower == "in" {
			v += inLoosely
		}
	}
	holder := k > 0 && f.spots[k-1].in == k
	if holder {
		v += holds
	}
	switch {
	case sent.Kind != token.Dateline:
	case s.in == token.None && f.bracketed(s, sent):
		v += isAgency // "LIMA, Sept 8 (Andes)"
	default:
		v += inDateline
		s.dateline = true
	}
	if f.opens(s, sent) {
		v += opening
		s.dateline = true
	}
	party := f.party(s, sent)
	switch {
	case party:
		v += ofParty
		f.asCounty(s)
	case s.dateline:
		v += math.Max(f.entity(s), entityCap)
	default:
		v += f.entity(s)
	}
	if postal(s, d) && !holder && !party {
		if v += isPostal; s.first > sent.First && d.Tokens[s.first-1].Lower == "the" {
			v += isThePostal
		}
	}
	v += f.before(s, sent)
	v += f.after(s, sent)
	if s.hint == gazetteer.NoKind {
		s.hint = f.says(s, sent)
	}
	if s.hint != gazetteer.NoKind {
		v += isCalled
	}
	if f.institution(s, sent) || f.unplaced(s) {
		v += isSite
	}
	s.score = v
}

// bare is what the name alone says.
func (f *finder) bare(s *spot, sent *token.Sentence) float64 {
	switch {
	case s.natural && len(s.cands) > 0:
		return isCounty
	case len(s.cands) == 0 && s.inside == nil && is(f.d.Tokens[s.last-1].Lower, classPrivate):
		return isBuilding // "Sinaloa Cartel"
	case s.natural:
		return isNatural
	case s.inside != nil:
		return isInside
	case len(s.cands) > 0:
		return f.named(s, sent)
	case is(f.d.Tokens[s.last-1].Lower, classBuilding) || is(f.d.Tokens[s.last-1].Lower, classStreet):
		return isBuilding
	case s.last-s.first == 1:
		return isUnknownWord
	case is(f.d.Tokens[s.first].Lower, classNaturalFirst):
		return isNatural
	}
	return isUnknown
}

// named is what a name that the gazetteer has says.
func (f *finder) named(s *spot, sent *token.Sentence) float64 {
	v := isNamed + s.size()
	words := s.last - s.first
	if words > 1 {
		v += isWords
	}
	if len(s.cands) >= manyNamesakes && s.size() < large {
		v += isCommonName
	}
	fl := s.cands[0].Flags
	if s.known() {
		v += isKnown
	}
	if fl&gazetteer.Word != 0 {
		v += isWord
	}
	if fl&gazetteer.Given != 0 {
		v += isGiven
		if !f.whereabouts(s, sent) {
			v += isGivenBare
			if s.in == token.None && s.size() < sizeCountry && !f.american(s) {
				v += isGivenSmall
			}
		}
	}
	bare := words == 1 && !s.the && s.in == token.None && sent.Kind != token.Dateline && !f.opens(s, sent)
	if bare && is(f.d.Tokens[s.first].Lower, classOrdinary) {
		v += isOrdinary
	}
	if k := s.cands[0].Kind; words > 1 && (k == gazetteer.Division || k == gazetteer.City || k == gazetteer.County) && f.vague(s) {
		v += isVague
	}
	return v
}

// known reports whether a name is that of a town known abroad, and no word and
// no given name.
func (s *spot) known() bool {
	return len(s.cands) > 0 && s.cands[0].Names >= wellKnown && s.cands[0].Flags&(gazetteer.Word|gazetteer.Given) == 0
}

// institution reports whether a spot is a site that acts rather than one
// where something is: the White House.
func (f *finder) institution(s *spot, sent *token.Sentence) bool {
	if s.in != token.None || is(f.d.Tokens[s.last-1].Lower, classGrounds) {
		return false
	}
	if s.last < sent.Last && is(f.d.Tokens[s.last].Lower, classVenueBefore) {
		return false // "the Zaatari refugee camp"
	}
	for i := range s.cands {
		if s.cands[i].Kind == gazetteer.Site {
			return !f.whereabouts(s, sent)
		}
	}
	return false
}

// unplaced reports whether a spot is a university's or a hospital's name where the
// text puts nothing there: "a professor at Lund University".
func (f *finder) unplaced(s *spot) bool {
	if len(s.cands) == 0 || s.cands[0].Kind != gazetteer.Site {
		return false
	}
	for i := s.last - 1; i >= s.first; i-- {
		if is(f.d.Tokens[i].Lower, classVenueBody) {
			return !f.placed(i, s.first)
		}
	}
	return false
}

// vague reports whether all words of a spot say a direction or a sort of
// thing: "Eastern District", "North Central".
func (f *finder) vague(s *spot) bool {
	if !is(f.d.Tokens[s.first].Lower, classDirection) {
		return false
	}
	for i := s.first + 1; i < s.last; i++ {
		if t := &f.d.Tokens[i]; !t.Is(token.Punct) && !is(t.Lower, classOrdinary) && !is(t.Lower, classPublic) {
			return false
		}
	}
	return true
}

// party reports whether a spot follows the tag of a party: "R-Charleston".
func (f *finder) party(s *spot, sent *token.Sentence) bool {
	d := f.d
	i := s.first - 1
	return i > sent.First && d.Tokens[i].Lower == "-" && !d.Tokens[s.first].Is(token.SpaceBefore) && is(d.Word(i-1), classParty)
}

// bracketed reports whether a spot fills brackets behind something else.
func (f *finder) bracketed(s *spot, sent *token.Sentence) bool {
	d := f.d
	return s.first > sent.First+1 && s.last < sent.Last && d.Tokens[s.first-1].Lower == "(" && d.Tokens[s.last].Lower == ")"
}

// asCounty adds to what a spot may be the counties of its name: members of a
// legislature go by theirs.
func (f *finder) asCounty(s *spot) {
	s.cands = slices.Clip(s.cands)
	for e := range f.g.LookupNorm(s.key + " county") {
		if e.Kind == gazetteer.County && len(s.cands) < maxCands {
			s.cands = append(s.cands, e)
		}
	}
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
	const short = gazetteer.NeedsCaps | gazetteer.NeedsStop
	if s.last-s.first > 2 || len(s.cands) == 0 || s.cands[0].Flags&short == 0 || s.cands[0].Kind != gazetteer.Division {
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
	return i >= sent.First && locative(f.d.Tokens[i].Lower) >= beforeAt
}

// locative is how strongly a word says that a place follows.
func locative(w string) float64 {
	switch {
	case is(w, classIn):
		return beforeIn
	case is(w, classAt):
		return beforeAt
	case is(w, classOf):
		return beforeOf
	}
	return 0
}

// callsAfter and callsBefore are the words that call a name a sort of place.
var (
	callsAfter = [...]struct {
		words wordClass
		kind  gazetteer.Kind
	}{{classAfterDivision, gazetteer.Division}, {classAfterCounty, gazetteer.County}, {classAfterCity, gazetteer.City}}
	callsBefore = [...]struct {
		words wordClass
		kind  gazetteer.Kind
	}{
		{classBeforeDivision, gazetteer.Division}, {classBeforeCity, gazetteer.City}, {classBeforeCountry, gazetteer.Country},
		{classBeforeCounty, gazetteer.County}, {classBeforeIsland, gazetteer.Island},
	}
)

// says is the kind of place that the words around a spot call it: "Georgia
// state law", "the city of York", "Helmand province".
func (f *finder) says(s *spot, sent *token.Sentence) gazetteer.Kind {
	d := f.d
	if s.last < sent.Last && d.Tokens[s.last].Is(token.Capital) {
		if kind, ok := wordTable.Int(d.Tokens[s.last].Lower, classHeads); ok {
			return gazetteer.Kind(kind)
		}
	} else if s.last < sent.Last {
		for _, c := range callsAfter {
			if is(d.Tokens[s.last].Lower, c.words) {
				return c.kind
			}
		}
	}
	i := s.first - 1
	if i > sent.First && d.Tokens[i].Lower == "of" {
		if i--; d.Tokens[i].Lower == "capital" {
			return gazetteer.NoKind // of a country or a division
		}
	} else if i >= sent.First && d.Tokens[i].Is(token.Punct) {
		return gazetteer.NoKind
	}
	if i >= sent.First {
		for _, c := range callsBefore {
			if is(d.Tokens[i].Lower, c.words) {
				return c.kind
			}
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
