package event

import (
	"cmp"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
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
// for less than a tenth is left out.
var sceneWeights = struct {
	none, noneOfWords                  float64 // what a place must outweigh; for an event that is an act of speech
	sentence, paragraph, before        float64 // it stands in the event's sentence, paragraph, after a preposition in the two sentences before
	lead, leadAt                       float64 // it stands in the headline or the lead, there after a preposition of place
	dateline                           float64 // it is the dateline's
	share, often                       float64 // its country's share of all that tells of a country; its own share of all place names
	state, wide, city, onlyOfItsNation float64 // what it is; the one city of its country that the article names
}{
	none: 2.4, noneOfWords: 2.9, sentence: .4, paragraph: .7, before: .2, lead: .35, leadAt: .95, dateline: .3,
	share: .8, often: 1.5, state: .25, wide: -.35, city: .1, onlyOfItsNation: .5,
}

const (
	leadSentences  = 3 // after the headline
	leadWeight     = 2 // how much more a country counts that is named there
	placeWeight    = 2 // a place name tells of a country twice as much as an actor from there
	maxLocalPlaces = 64
)

// A scene is what is known of one place by the article as a whole.
type scene struct {
	place  int32   // its first mention
	n      int     // mentions
	static float64 // weight without the event's own surroundings
}

// situate gives each event that names no place the one where a reader takes
// it to be, if there is one.
func (f *finder) situate(es []Event) {
	if len(f.in.Places) == 0 {
		return
	}
	scenes := f.scenes()
	best := int32(0)
	for l := range scenes {
		if scenes[l].n > 0 && (scenes[best].n == 0 || scenes[l].static > scenes[best].static) {
			best = int32(l)
		}
	}
	w := &sceneWeights
	local := make(map[int32]float64)
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if e.Place != token.None || e.Kind == ontology.Statement {
			continue // where somebody spoke is not where what is spoken of is
		}
		clear(local)
		f.around(e.Sent, local)
		place, score := token.None, w.none
		if q := ontology.QuadOf(e.Kind); q == ontology.VerbalCoop || q == ontology.VerbalConflict {
			score = w.noneOfWords
		}
		if s := scenes[best].static; s > score {
			place, score = scenes[best].place, s
		}
		for l, x := range local {
			if s := scenes[l].static + x; s > score || s == score && place != token.None && scenes[l].place < place {
				place, score = scenes[l].place, s
			}
		}
		if place != token.None {
			e.Place, e.placeBy, e.PlaceAssumed = place, ByScene, true
		}
	}
}

// scenes weighs the places of the article, by Place.Location.
func (f *finder) scenes() []scene {
	w := &sceneWeights
	n := int32(0)
	for j := range f.in.Places {
		n = max(n, f.in.Places[j].Location+1)
	}
	out := make([]scene, n)
	share, cities := f.countries()
	dateline := f.datelinePlace()
	lead := make([]float64, n)
	for j := range f.in.Places {
		f.d.CheckAt(j)
		p := &f.in.Places[j]
		s := &out[p.Location]
		if s.n++; s.n == 1 {
			s.place = int32(j)
			s.static = w.share * share[p.Country]
			switch {
			case p.State:
				s.static += w.state
			case p.Wide:
				s.static += w.wide
			default:
				s.static += w.city
				if p.Country != "" && cities[p.Country] == 1 {
					s.static += w.onlyOfItsNation
				}
			}
		}
		if i := f.d.At(p.Start); f.inLead(i) {
			if f.at(f.placeHead(int32(j))) {
				lead[p.Location] = w.leadAt
			} else {
				lead[p.Location] = cmp.Or(lead[p.Location], w.lead)
			}
		}
	}
	for l := range out {
		out[l].static += lead[l] + w.often*float64(out[l].n)/float64(len(f.in.Places))
	}
	if dateline != token.None {
		out[f.in.Places[dateline].Location].static += w.dateline
	}
	return out
}

// countries gives each country's share of the mentions of places and actors,
// and the number of its cities that the article names.
func (f *finder) countries() (share map[string]float64, cities map[string]int) {
	share, cities = make(map[string]float64), make(map[string]int)
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
	seen := make(map[int32]bool)
	for j := range f.in.Places {
		f.d.CheckAt(j)
		p := &f.in.Places[j]
		add(p.Country, f.d.At(p.Start), placeWeight)
		if !p.State && !p.Wide && !seen[p.Location] {
			seen[p.Location] = true
			cities[p.Country]++
		}
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
	return share, cities
}

// around fills local with the weight of the places in sentence s, its
// paragraph, and the two sentences before.
func (f *finder) around(s int32, local map[int32]float64) {
	w := &sceneWeights
	para := &f.d.Paras[f.d.Sents[s].Para]
	from := f.d.Sents[max(0, s-2)].First
	if first := f.d.Sents[para.First].First; first < from {
		from = first
	}
	to := f.d.Sents[para.Last-1].Last
	from, to = max(from, f.d.Sents[s].First-4*maxLocalPlaces), min(to, f.d.Sents[s].Last+4*maxLocalPlaces)
	type about struct{ sentence, paragraph, before bool }
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
		at := f.d.Tokens[f.d.At(p.Start)].Sent
		x := seen[p.Location]
		x.sentence = x.sentence || at == s
		x.paragraph = x.paragraph || f.d.Sents[at].Para == f.d.Sents[s].Para
		x.before = x.before || at < s && at >= s-2 && f.at(f.placeHead(j))
		seen[p.Location] = x
	}
	for l, x := range seen {
		v := 0.0
		if x.sentence {
			v += w.sentence
		}
		if x.paragraph {
			v += w.paragraph
		}
		if x.before {
			v += w.before
		}
		local[l] = v
	}
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
	return wordTable.Has(f.caseOf(i), classScene)
}
