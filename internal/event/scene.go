package event

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// A Place is a place name of the text with what is known of the place.
type Place struct {
	token.Span
	Location int32  // from 0; mentions of one place share it
	Country  string // ISO 3166-1 alpha-2 code of the country it lies in, or is; empty if not known
	State    bool   // a whole country
	Wide     bool   // larger than a country, or across countries: a continent, a sea, a region
}

// sceneWeights say which place of the article an event is in that names none
// itself: the weights of a choice among all places and none, fitted by
// logistic regression on forty annotated articles of all kinds; what counts
// for less than a fifth is left out. Where none is chosen, the weight of none
// is less by what keeps a place missing as bad as a wrong one.
var sceneWeights = struct {
	none, noneOfWords, noneOfStatement float64 // what a place must outweigh; more for an event that is an act of speech, or a statement
	noneOfOld                          float64 // and for one of long before the news
	// It stands in the event's sentence; there after a preposition of place; there only as part of a name or noun.
	sentence, sentenceAt, sentenceName float64
	paragraph, before                  float64 // it stands in the event's paragraph; after a preposition of place in the four sentences before
	leadAt                             float64 // it stands after a preposition of place in the headline or the lead
	dateline, datelineOfWords          float64 // it is the dateline's; and the event is an act of speech
	share, often                       float64 // its country's share of all that tells of a country; its own share of all place names
	state, stateOfWords, wide, town    float64 // what it is; a state for an act of speech
	unlisted                           float64 // no gazetteer has it
	agent, agentTown                   float64 // who acts is of this country; or of this town's
}{
	none: 1.6 - .2, noneOfWords: .44, noneOfStatement: .95, noneOfOld: .58,
	sentence: .23, sentenceAt: .58, sentenceName: .65, paragraph: .62, before: .45, leadAt: .67, dateline: .43, datelineOfWords: 1.12,
	share: .68, often: 1.99, state: -.33, stateOfWords: -.62, wide: -.61, town: -.67, unlisted: 1.01, agent: .61, agentTown: .4,
}

const (
	leadSentences  = 3 // after the headline
	leadWeight     = 2 // how much more a country counts that is named there
	placeWeight    = 2 // a place name tells of a country twice as much as an actor from there
	beforeReach    = 4 // sentences before an event in which a place may be its scene
	maxLocalPlaces = 64
)

// A scene is what is known of one place by the article as a whole.
type scene struct {
	place    int32   // its first mention
	n        int     // mentions
	at       bool    // one stands in the lead after a preposition of place
	dateline bool    // it is the dateline's
	static   float64 // weight without the event and its surroundings
}

// situate gives each event that names no place, or only by the clause above,
// the one where a reader takes it to be, if there is one.
func (f *finder) situate(es []Event) {
	if len(f.in.Places) == 0 {
		return
	}
	for i := range es {
		if es[i].placeBy == ByGoverning {
			es[i].Place, es[i].placeBy = token.None, 0
		}
	}
	scenes := f.scenes()
	// Far from the event only the few best count, which bounds the work.
	best := f.leading(scenes)
	local := make(map[int32]float64)
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if e.Place != token.None {
			continue
		}
		clear(local)
		f.around(e.Sent, local)
		for _, l := range best {
			if _, ok := local[l]; !ok {
				local[l] = 0
			}
		}
		c := chooser{f: f, e: e, place: token.None, score: f.none(e), words: ofWords(e)}
		for l, x := range local {
			c.weigh(&scenes[l], x)
		}
		if c.place != token.None {
			e.Place, e.placeBy, e.PlaceAssumed = c.place, ByScene, true
		}
	}
}

// leading are the scenes of the most static weight.
func (f *finder) leading(scenes []scene) []int32 {
	out := make([]int32, 0, len(scenes))
	for l := range scenes {
		if scenes[l].n > 0 {
			out = append(out, int32(l))
		}
	}
	slices.SortFunc(out, func(a, b int32) int {
		return cmp.Or(cmp.Compare(scenes[b].static, scenes[a].static), cmp.Compare(scenes[a].place, scenes[b].place))
	})
	return out[:min(len(out), bestScenes)]
}

// bestScenes is how many places are looked at wherever they stand.
const bestScenes = 24

// ofWords reports whether e is an act of speech.
func ofWords(e *Event) bool {
	q := ontology.QuadOf(e.Kind)
	return (q == ontology.VerbalCoop || q == ontology.VerbalConflict) && e.Kind != ontology.Consult
}

// none is what a place must outweigh to be e's.
func (f *finder) none(e *Event) float64 {
	w := &sceneWeights
	x := w.none
	switch {
	case e.Kind == ontology.Statement:
		x += w.noneOfStatement
	case ofWords(e):
		x += w.noneOfWords
	}
	if f.old(e) {
		x += w.noneOfOld
	}
	return x
}

// old reports whether e was long before the news: in a year, or more than two
// months before the publication.
func (f *finder) old(e *Event) bool {
	if e.by == 0 || e.by == ByArticle {
		return false
	}
	return e.When.Grain() >= when.Year || f.age(e.When) > oldDays
}

// oldDays is the age in days from which an event is background.
const oldDays = 60

// A chooser finds the scene of e.
type chooser struct {
	f     *finder
	e     *Event
	place int32
	score float64
	words bool
}

// weigh takes s if it outweighs what has been found; local is the weight of
// where it stands.
func (c *chooser) weigh(s *scene, local float64) {
	w, p := &sceneWeights, &c.f.in.Places[s.place]
	x := s.static + local
	if c.words && p.State {
		x += w.stateOfWords
	}
	if s.dateline && (c.words || c.e.Kind == ontology.Statement) && c.f.d.Tokens[c.e.Head].Quote == token.None {
		x += w.datelineOfWords
	}
	if c.actsFrom(p.Country) {
		if p.State {
			x += w.agent
		} else {
			x += w.agentTown
		}
	}
	if x > c.score || x == c.score && c.place != token.None && s.place < c.place {
		c.place, c.score = s.place, x
	}
}

// actsFrom reports whether one who acts in the event is of that country.
func (c *chooser) actsFrom(country string) bool {
	if country == "" {
		return false
	}
	for i := range c.e.Roles {
		if r := &c.e.Roles[i]; r.Role == Agent && r.Actor != token.None && c.f.in.Actors[r.Actor].Country == country {
			return true
		}
	}
	return false
}

// scenes weighs the places of the article, by Place.Location.
func (f *finder) scenes() []scene {
	w := &sceneWeights
	n := int32(0)
	for j := range f.in.Places {
		n = max(n, f.in.Places[j].Location+1)
	}
	out := make([]scene, n)
	for j := range f.in.Places {
		f.d.CheckAt(j)
		s := &out[f.in.Places[j].Location]
		if s.n++; s.n == 1 {
			s.place = int32(j)
		}
		h := f.placeHead(int32(j))
		s.at = s.at || f.inLead(h) && f.at(h)
	}
	share := f.countries()
	if j := f.datelinePlace(); j != token.None {
		out[f.in.Places[j].Location].dateline = true
	}
	for l := range out {
		if s := &out[l]; s.n > 0 {
			p := &f.in.Places[s.place]
			s.static = w.share*share[p.Country] + w.often*float64(s.n)/float64(len(f.in.Places)) + f.whatItIs(p, s.at)
			if s.dateline {
				s.static += w.dateline
			}
		}
	}
	return out
}

// whatItIs is the weight of what place p is; at tells that it stands in the
// lead after a preposition of place.
func (f *finder) whatItIs(p *Place, at bool) float64 {
	w := &sceneWeights
	x := 0.0
	if at {
		x = w.leadAt
	}
	switch {
	case p.State:
		x += w.state
	case p.Wide:
		x += w.wide
	default:
		x += w.town
		if p.Country == "" {
			x += w.unlisted
		}
	}
	return x
}

// countries gives each country's share of the mentions of places and actors.
func (f *finder) countries() map[string]float64 {
	share := make(map[string]float64)
	total := 0.0
	add := func(code string, tok int32, x float64) {
		if code == "" {
			return
		}
		if f.inLead(tok) {
			x *= leadWeight
		}
		share[code] += x
		total += x
	}
	for j := range f.in.Places {
		f.d.CheckAt(j)
		p := &f.in.Places[j]
		add(p.Country, f.d.At(p.Start), placeWeight)
	}
	for a := range f.in.Actors {
		f.d.CheckAt(a)
		x := &f.in.Actors[a]
		for k := range x.Mentions {
			add(x.Country, x.Mentions[k].First, 1)
		}
	}
	for code := range share {
		share[code] /= total
	}
	return share
}

// around fills local with the weight of the places in sentence s, its
// paragraph, and the sentences before.
func (f *finder) around(s int32, local map[int32]float64) {
	w := &sceneWeights
	para := &f.d.Paras[f.d.Sents[s].Para]
	from := f.d.Sents[max(0, s-beforeReach)].First
	if first := f.d.Sents[para.First].First; first < from {
		from = first
	}
	to := f.d.Sents[para.Last-1].Last
	from, to = max(from, f.d.Sents[s].First-4*maxLocalPlaces), min(to, f.d.Sents[s].Last+4*maxLocalPlaces)
	type about struct{ sentence, at, name, paragraph, before bool }
	seen := make(map[int32]about)
	for i := from; i < to; {
		j := f.place[i]
		if j == token.None {
			i++
			continue
		}
		for i < to && f.place[i] == j {
			i++
		}
		p := &f.in.Places[j]
		h := f.placeHead(j)
		sent, at := f.d.Tokens[h].Sent, f.at(h)
		x := seen[p.Location]
		x.sentence = x.sentence || sent == s
		x.at = x.at || sent == s && at
		x.name = x.name || sent == s && inName(f.d.Tokens[h].Rel)
		x.paragraph = x.paragraph || f.d.Sents[sent].Para == f.d.Sents[s].Para
		x.before = x.before || sent < s && sent >= s-beforeReach && at
		seen[p.Location] = x
	}
	for l, x := range seen {
		v := 0.0
		add := func(is bool, y float64) {
			if is {
				v += y
			}
		}
		add(x.sentence, w.sentence)
		add(x.at, w.sentenceAt)
		add(x.name && !x.at, w.sentenceName)
		add(x.paragraph, w.paragraph)
		add(x.before && !x.at, w.before)
		local[l] = v
	}
}

// inName reports relations of a word to the noun that it stands before.
func inName(r token.Rel) bool {
	return r == token.Compound || r == token.Amod || r == token.NmodPoss || r == token.NmodDesc
}

// datelinePlace is the place of the article's dateline, or None.
func (f *finder) datelinePlace() int32 {
	for s := range f.d.Sents {
		sent := &f.d.Sents[s]
		if sent.Kind != token.Dateline {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			if j := f.place[i]; j != token.None && f.in.Places[j].Country != "" {
				return j
			}
		}
	}
	return token.None
}

// lastOfLead is the last sentence of the headline and the lead.
func lastOfLead(d *token.Doc) int32 {
	body := 0
	for s := range d.Sents {
		if d.Sents[s].Kind == token.Body {
			if body++; body == leadSentences {
				return int32(s)
			}
		}
	}
	return int32(len(d.Sents)) - 1
}

// inLead reports whether token i stands in the headline or the lead.
func (f *finder) inLead(i int32) bool {
	return int(i) < len(f.d.Tokens) && f.d.Tokens[i].Sent <= f.leadEnd
}

// placeHead is the head token of place j.
func (f *finder) placeHead(j int32) int32 { return f.top(f.d.Range(f.in.Places[j].Span)) }

// at reports whether i stands after a preposition that tells where.
func (f *finder) at(i int32) bool {
	return wordTable.Has(f.caseOf(f.stretch(i)), classScene)
}
