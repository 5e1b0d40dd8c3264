// Package place finds the mentions of places in an article and resolves each
// to an entry of the gazetteer, or leaves it open.
//
// A mention is a name that stands for a place, also where the place acts
// ("Moscow said") or serves ("the Springfield Police Department"). Names of
// persons, companies, teams, newspapers and streets that hold a place's name
// are none, nor are demonyms, unless Options asks for them.
//
// Resolution weighs containment in so many words ("Paris, Texas"), the
// dateline, population, the countries and divisions that the article names,
// and how near the candidates of all its places lie to one another; one name
// has one sense in an article, save where containment says otherwise.
package place

import (
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/token"
)

//go:generate go run ../gen/words

// is reports whether a word, in lower case, is of a class of words.txt.
func is(w string, c wordClass) bool { return wordTable.Has(w, c) }

// Venue reports whether m is a site that no gazetteer has. It may be an actor
// as well, and its name may hold another mention.
func (m *Mention) Venue() bool { return m.Kind == gazetteer.Site && !m.Resolved }

// Options are the caller's wishes. The zero value is usual.
type Options struct {
	Demonyms bool             // report demonyms too, with the place they derive from
	Home     *gazetteer.Entry // where the publication is at home, if known
}

// Mention is one place in the text.
type Mention struct {
	token.Span
	First, Last int32             // tokens, half-open
	Place       gazetteer.Entry   // zero where unresolved
	Kind        gazetteer.Kind    // of Place; where that is open, of what the text says, or NoKind
	Country     string            // ISO 3166-1 alpha-2, or empty
	Division    string            // GeoNames code of the first-order division, or empty
	Lat, Lon    float64           // degrees, WGS 84; meaningless where unresolved
	GeoNamesID  int32             // or 0
	Resolved    bool              // Place, Lat and Lon hold
	Metonym     bool              // stands for those who act there: "Moscow said"
	Demonym     bool              // "Russian": only with Options.Demonyms
	Score       float64           // 0 to 1
	Rule        string            // why it was taken and how resolved
	Candidates  []gazetteer.Entry // runners-up, best first, at most three
}

// Find is the places of d in text order, none overlapping but for venues. It needs sentences
// and tokens; entities, tags and trees help where there are any.
func Find(d *token.Doc, g *gazetteer.Gazetteer, o Options) []Mention {
	f := finder{d: d, g: g, o: o, looked: map[string]looked{}}
	f.scan()
	f.counties()
	f.listedKinds()
	f.contain()
	f.judge()
	f.local = f.locality()
	f.us, f.tongue = f.dialect()
	f.group()
	f.resolve()
	return f.venues(f.mentions())
}

// finder is the work on one document.
type finder struct {
	d      *token.Doc
	g      *gazetteer.Gazetteer
	o      Options
	looked map[string]looked // by key
	spots  []spot
	senses []sense
	nation []weighted // countries the article speaks of
	base   []weighted // those that its demonyms speak of
	total  float64    // of nation
	local  float64    // 0 to 1: how local the news is
	us     float64    // -1 to 1: whether it is written in British or American English
	tongue string     // country that its words give away
}

// spot is one stretch of text that may be a place.
type spot struct {
	first, last int32
	key         string
	cands       []gazetteer.Entry
	in          int32            // spot that contains it by the text's own words, or None
	inside      *gazetteer.Entry // where that is all that is known of it
	score       float64          // that it is a place at all
	worth       float64          // its size, once sized
	sized       bool
	sense       int32 // index in senses
	pick        int32 // its choice in cands, or None
	rule        string
	keep        bool
	fixed       bool // settled by containment
	holder      bool // as what contains another
	demonym     bool
	the         bool // its name has the article: "the Amazon"
	public      bool // opens the name of a public body
	dateline    bool
	person      bool           // follows a given name
	natural     bool           // a feature or township that the gazetteer has not
	hint        gazetteer.Kind // what the text says it is
}
