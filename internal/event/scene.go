package event

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// A Choice is the one between the places where an event may be that names
// none itself. Places and Traits stand side by side; the first place is
// token.None, no place.
type Choice struct {
	Event  int
	Places []int32
	Traits []SceneTraits
	barred []bool    // places where it is not, whatever speaks for them
	tell   []int32   // what is told of each: itself, or the town it lies in
	weight []float64 // scratch
}

// best is the likeliest place, if it is likely enough. What speaks for a place in
// whose stead its town is told speaks for the town.
func (c *Choice) best() int32 {
	c.weight = c.weight[:0]
	sum := 0.0
	for i := range c.Traits {
		v := fittedScene.Score(&c.Traits[i])
		if i == 0 {
			v -= sceneLean
		}
		c.weight = append(c.weight, math.Exp(v))
		sum += c.weight[i]
	}
	for i, j := range c.tell {
		if k := slices.Index(c.Places, j); k >= 0 && k != i {
			c.weight[k] += c.weight[i]
			c.weight[i] = 0
		}
	}
	k := 0
	for i, v := range c.weight {
		if v > c.weight[k] || v == c.weight[k] && k > 0 && c.Places[i] < c.Places[k] {
			k = i
		}
	}
	if c.weight[k] < sceneChance*sum || c.barred[k] {
		return token.None
	}
	return c.tell[k]
}

// Chosen on the articles for learning, leaving articles out.
const (
	sceneChance = .28 // the chance from which on a place is taken: less likely ones are oftener wrong than right
	sceneLean   = .2  // how much less no place counts than its weights say: an event is somewhere
)

const (
	leadSentences  = 3 // after the headline
	leadWeight     = 2 // how much more a country counts that is named there
	placeWeight    = 2 // a place name tells of a country twice as much as an actor from there
	beforeReach    = 4 // sentences before an event in which a place may be its scene
	maxLocalPlaces = 64
	nationShare    = .5 // of all that tells of a country, from which on one is that of the story
	bestScenes     = 24 // places that are looked at wherever they stand
	kindReach      = 64 // events on either side, whose places it may be in
)

// A scene is what is known of one place by the article as a whole.
type scene struct {
	place int32 // its first mention
	town  int32 // of a spot, the town that it lies in by the text, or None
	n     int   // mentions
	told  bool  // one stands after a preposition of place
	seats int   // those that only tell whom somebody sits for
	holds int   // those right behind what lies in it
	at    bool  // one in the lead
	spot  bool  // it is a building, grounds or a street
	// All that is told to be there are acts of speech; plans.
	spoken, planned bool
	title           bool // one in the headline
	x               SceneTraits
	static          float64 // weight without the event and its surroundings
}

// near is how a place stands to an event.
type near struct {
	location                                                   int32
	sentence, at, name, above, paragraph, before, kind, shared bool
	last, next, beside, stray, done, upon                      bool
	origin                                                     bool // so in all that the sentence has of it
	// It stands in the words for who acts; or, after a preposition of place, in what e says.
	doer, topic bool
}

// situate gives each event that names no place, or only by the clause above,
// the one where a reader takes it to be, if there is one.
func (f *finder) situate(es []Event) {
	f.choices(es, func(c *Choice) {
		j, e := c.best(), &es[c.Event]
		if k, goesOn := f.spokeAt(e); goesOn || j == token.None {
			j = k
		}
		if j == token.None && f.national(e) {
			j = f.nation
		}
		if j == token.None {
			j = f.homeOf(e)
		}
		if j == token.None && f.soleCountry(e, c) {
			j = f.nation
		}
		if j != token.None {
			e.Place, e.placeBy, e.PlaceAssumed = j, ByScene, true
		}
	})
}

// choices calls do with the choice of each event that names no place. What it
// is given is its own only for the call.
func (f *finder) choices(es []Event, do func(*Choice)) {
	if len(f.in.Places) == 0 {
		return
	}
	above := make([]int32, len(es)) // the place of the clause above
	own := make([]int32, len(es))   // the place that the event's words name
	for i := range es {
		f.d.CheckAt(i)
		if e := &es[i]; e.placeBy == ByGoverning {
			above[i], own[i] = e.Place, token.None
			e.Place, e.placeBy = token.None, 0
		} else {
			above[i], own[i] = token.None, e.Place
		}
	}
	scenes := f.scenes(es, own)
	f.speakers(es, own)
	// Far from the event only the few best count, which bounds the work.
	best := f.leading(scenes)
	var c Choice
	var local []near
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		deed := deedOf(e)
		if own[i] != token.None || f.trade && deed.paper || f.worldwide(e) {
			continue // where a firm does its business is told or nowhere, and so is what goes on all over the world
		}
		local = f.around(e, local[:0])
		for _, l := range best {
			local, _ = nearOf(local, l)
		}
		local = f.besideEvents(es, own, i, above[i], local)
		f.markSides(e, local)
		c = Choice{i, append(c.Places[:0], token.None), append(c.Traits[:0], f.none(e, deed)), append(c.barred[:0], false), append(c.tell[:0], token.None), c.weight}
		for k := range local {
			s := &scenes[local[k].location]
			if f.offSpot(e, s, &local[k]) {
				continue
			}
			c.Places = append(c.Places, s.place)
			c.Traits = append(c.Traits, f.sceneTraits(e, deed, s, &local[k]))
			c.barred = append(c.barred, f.bars(e, s, &local[k]) || f.abroad(e, s, &local[k]))
			t := s.place
			if s.spot && s.town != token.None && !local[k].sentence && !f.goesOnThere(e, &local[k]) {
				t = scenes[f.in.Places[s.town].Location].place
			}
			c.tell = append(c.tell, t)
		}
		do(&c)
	}
}

// nearOf is the index of location in ns, at whose end it comes if it is new.
func nearOf(ns []near, location int32) ([]near, int) {
	for k := range ns {
		if ns[k].location == location {
			return ns, k
		}
	}
	return append(ns, near{location: location}), len(ns)
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

// ofWords reports whether e is an act of speech.
func ofWords(e *Event) bool {
	q := ontology.QuadOf(e.Kind)
	return e.Kind == ontology.Statement || (q == ontology.VerbalCoop || q == ontology.VerbalConflict) && e.Kind != ontology.Consult
}

// ofBody reports whether e is done with the body: it is somewhere.
func ofBody(e *Event) bool { return wordTable.Has(e.Kind, classBodily) }

// A deed is what the kind of an event tells of where it may be.
type deed struct {
	words, body       bool // an act of speech; done with the body
	paper, afterwards bool // done on paper; what police and courts do about another
}

func deedOf(e *Event) deed {
	k := wordTable.Find(e.Kind)
	return deed{words: ofWords(e), body: k.Has(classBodily), paper: k.Has(classOnPaper), afterwards: k.Has(classAfterwards)}
}

// none is what being in no place has for it.
func (f *finder) none(e *Event, deed deed) SceneTraits {
	var x SceneTraits
	x[SceneNone] = 1
	x[SceneNoneWords] = truth(deed.words)
	x[SceneNoneStatement] = truth(e.Kind == ontology.Statement)
	x[SceneNonePaper] = truth(deed.paper)
	x[SceneNoneBody] = truth(deed.body)
	x[SceneNoneOld] = truth(f.old(e))
	x[SceneNoneQuoted] = truth(f.d.Tokens[e.Head].Quote != token.None)
	x[SceneNoneOpen] = truth(!e.real())
	switch e.Kind {
	case ontology.Election:
		x[SceneNoneVote] = 1
	case ontology.Law:
		x[SceneNoneLaw] = 1
	case ontology.Court:
		x[SceneNoneCourt] = 1
	case ontology.Deal, ontology.Results, ontology.Market:
		x[SceneNoneTrade] = 1
	case ontology.Change:
		x[SceneNoneChange] = 1
	}
	x[SceneNoneAfar] = truth(f.afar(e.Sent))
	if a := e.side(Agent); a != nil && a.Actor != token.None {
		k := f.in.Actors[a.Actor].Kind
		x[SceneNoneState] = truth(k == actor.State)
		x[SceneNoneWorld] = truth((k == actor.Organisation || k == actor.Company || k == actor.Media) && f.in.Actors[a.Actor].Country == "")
	}
	x[SceneNoneCampaign], x[SceneNoneSports], x[SceneNoneBusiness] = truth(f.vote), truth(f.sport), truth(f.trade)
	x[SceneNoneDateline] = truth(f.dateline != token.None)
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

// sceneTraits are the traits of s, which stands to e like n.
func (f *finder) sceneTraits(e *Event, deed deed, s *scene, n *near) SceneTraits {
	x, p := s.x, &f.in.Places[s.place]
	for _, t := range [...]struct {
		trait SceneTrait
		is    bool
	}{{SceneSentence, n.sentence}, {SceneAt, n.at}, {SceneName, n.name && !n.at}, {SceneGoverning, n.above}, {SceneParagraph, n.paragraph},
		{SceneBefore, n.before && !n.at}, {SceneKind, n.kind}, {SceneShared, n.shared}, {SceneLast, n.last}, {SceneNext, n.next},
		{SceneBeside, n.beside}, {SceneStray, n.stray && !n.at}, {SceneOrigin, n.sentence && n.origin}, {SceneDoer, n.doer}, {SceneDone, n.done},
		{SceneHead, s.at && f.d.Sents[e.Sent].Kind == token.Headline}} {
		x[t.trait] = truth(t.is)
	}
	x[SceneWordsState] = truth(deed.words && p.State())
	x[SceneWordsTopic] = truth(deed.words && n.sentence)
	x[SceneWordsDateline] = truth(deed.words && x[SceneDateline] > 0 && f.d.Tokens[e.Head].Quote == token.None)
	x[SceneTeam] = truth(p.State() && (e.Kind == ontology.Sport || f.sport))
	if s.spot {
		x[SceneSpotLast], x[SceneSpotNear] = truth(n.last), truth(n.sentence || n.paragraph)
		x[SceneSpotAfter] = truth(deed.afterwards)
		x[SceneSpotFar] = truth(n.far() && !n.last && !n.kind)
		x[SceneSpotOpen] = truth(!e.real())
		x[SceneSpotWords], x[SceneSpotPaper], x[SceneSpotBody] = truth(deed.words), truth(deed.paper), truth(deed.body)
	}
	if deed.body {
		x[SceneBodyState], x[SceneBodyWide], x[SceneBodyExact] = truth(p.State()), truth(p.Wide()), truth(!p.State() && !p.Wide())
	}
	for i := range e.Roles {
		r := &e.Roles[i]
		if r.Actor == token.None || p.Country == "" || f.in.Actors[r.Actor].Country == "" {
			continue
		}
		if f.in.Actors[r.Actor].Country != p.Country {
			if r.Role == Agent {
				x[SceneForeign], x[SceneWordsForeign] = 1, truth(deed.words)
			}
			continue
		}
		switch {
		case r.Role != Agent:
			x[ScenePatient] = 1
		case p.State():
			x[SceneAgent] = 1
		}
	}
	return x
}

// scenes are the places of the article, by Place.Location; own are those that
// events name. On its way it finds f.nation.
func (f *finder) scenes(es []Event, own []int32) []scene {
	n := int32(0)
	for j := range f.in.Places {
		f.d.CheckAt(j)
		n = max(n, f.in.Places[j].Location+1)
	}
	out := make([]scene, n)
	for j := range f.in.Places {
		f.d.CheckAt(j)
		s := &out[f.in.Places[j].Location]
		if s.n++; s.n == 1 {
			s.place, s.town = int32(j), token.None
		}
		if s.town == token.None {
			s.town = f.townBehind(int32(j))
		}
		h := f.placeHead(int32(j))
		if f.holdsLast(int32(j)) {
			s.holds++
		}
		if f.localOffice(int32(j)) {
			s.x[SceneOffice] = 1
		}
		at := f.at(h)
		s.told = s.told || at
		if f.seatOf(h) {
			s.seats++
		}
		s.at = s.at || at && f.inLead(h)
		s.title = s.title || f.d.Sents[f.d.Tokens[h].Sent].Kind == token.Headline
	}
	share := f.countries()
	f.nation = token.None
	if j := f.dateline; j != token.None {
		out[f.in.Places[j].Location].x[SceneDateline] = 1
	}
	spots := 0
	for l := range out {
		if s := &out[l]; s.n > 0 {
			p := &f.in.Places[s.place]
			if s.spot = p.Site() || f.featured(p); s.spot {
				spots++
			}
		}
	}
	f.homesOf(out)
	f.townsOf(out)
	var held []string
	for i, j := range own {
		if f.d.CheckAt(i); j != token.None {
			p := &f.in.Places[j]
			s := &out[p.Location]
			first := s.x[SceneHere] == 0
			s.spoken = ofWords(&es[i]) && (s.spoken || first)
			s.planned = es[i].Status == Planned && (s.planned || first)
			s.x[SceneHere] = 1
			if !p.State() && p.Country != "" && !slices.Contains(held, p.Country) {
				held = append(held, p.Country)
			}
		}
	}
	for l := range out {
		if s := &out[l]; s.n > 0 {
			p := &f.in.Places[s.place]
			s.x[SceneShare], s.x[SceneOften] = share[p.Country], float64(s.n)/float64(len(f.in.Places))
			s.x[SceneLeadAt], s.x[SceneTitle] = truth(s.at), truth(s.title)
			s.x[SceneState], s.x[SceneWide] = truth(p.State()), truth(p.Wide())
			s.x[SceneSite], s.x[SceneTown] = truth(p.Site()), truth(!p.State() && !p.Wide() && !p.Site() && p.Country != "")
			s.x[SceneOpen] = truth(p.Country == "" && !p.Wide())
			s.x[SceneBare] = truth(!s.told)
			s.x[ScenePart], s.x[SceneHolds] = truth(p.Part()), truth(s.holds == s.n)
			s.x[SceneStreet] = truth(f.street(p))
			s.x[SceneHolder] = truth(p.State() && slices.Contains(held, p.Country))
			if s.spot {
				s.x[SceneSpotLone], s.x[SceneSpotLead] = truth(spots == 1), truth(s.at)
			}
			s.static = fittedScene.Score(&s.x)
			if p.State() && s.x[SceneShare] > nationShare {
				f.nation = s.place
			}
		}
	}
	return out
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

// around adds to local the places in the sentence of e, its paragraph, and the
// sentences before.
func (f *finder) around(e *Event, local []near) []near {
	s := e.Sent
	para := &f.d.Paras[f.d.Sents[s].Para]
	from := f.d.Sents[max(0, s-beforeReach)].First
	if first := f.d.Sents[para.First].First; first < from {
		from = first
	}
	to := f.d.Sents[para.Last-1].Last
	from, to = max(from, f.d.Sents[s].First-4*maxLocalPlaces), min(to, f.d.Sents[s].Last+4*maxLocalPlaces)
	for i := from; i < to; {
		j := f.place[i]
		if j == token.None {
			i++
			continue
		}
		for i < to && f.place[i] == j {
			i++
		}
		h := f.placeHead(j)
		sent, at := f.d.Tokens[h].Sent, f.at(h)
		var k int
		local, k = nearOf(local, f.in.Places[j].Location)
		x := &local[k]
		if sent == s {
			origin := f.originOf(h)
			x.origin = origin && (x.origin || !x.sentence)
			x.stray = x.stray || f.below(h, e.Clause) && !f.tellsWhere(f.stretch(h, j), j, wayOf(e)) || f.below(h, e.Clause) && f.strays(e.Clause, h, wayOf(e))
		}
		x.sentence = x.sentence || sent == s
		x.upon = x.upon || sent == s && wordTable.Has(f.caseOf(h), classUpon) && wayOf(e) != hits
		x.topic = x.topic || sent == s && at && h > e.Head && f.below(h, e.Head)
		x.at = x.at || sent == s && at
		x.name = x.name || sent == s && inName(f.d.Tokens[h].Rel)
		x.paragraph = x.paragraph || f.d.Sents[sent].Para == f.d.Sents[s].Para
		x.before = x.before || sent < s && sent >= s-beforeReach && at
	}
	return local
}

// besideEvents adds to local the places of the events around event i, and above,
// that of the clause over it. The places that events name are own.
func (f *finder) besideEvents(es []Event, own []int32, i int, above int32, local []near) []near {
	if above != token.None {
		var k int
		local, k = nearOf(local, f.in.Places[above].Location)
		local[k].above = true
	}
	last, next := token.None, token.None
	for k := max(0, i-kindReach); k < min(len(es), i+kindReach); k++ {
		if own[k] == token.None {
			continue
		}
		var n int
		local, n = nearOf(local, f.in.Places[own[k]].Location)
		local[n].beside = local[n].beside || es[k].Sent == es[i].Sent
		switch {
		case k < i:
			last = int32(n)
		case next == token.None:
			next = int32(n)
		}
		local[n].kind = local[n].kind || es[k].Kind == es[i].Kind
		local[n].shared = local[n].shared || bothIn(&es[k], &es[i])
	}
	if last != token.None {
		local[last].last = true
	}
	if next != token.None {
		local[next].next = true
	}
	return local
}

// bothIn reports whether one takes part in both events.
func bothIn(a, b *Event) bool {
	for i := range a.Roles {
		for k := range b.Roles {
			if x := a.Roles[i].Actor; x != token.None && x == b.Roles[k].Actor {
				return true
			}
		}
	}
	return false
}

// inName reports relations of a word to the noun that it stands before.
func inName(r token.Rel) bool {
	return r == token.Compound || r == token.Amod || r == token.NmodPoss || r == token.NmodDesc
}

// datelinePlace is the place of the article's dateline, or None. The name of a town
// and a colon before the first sentence are one: "Leeds: The council met."
func (f *finder) datelinePlace() int32 {
	body := false
	for s := range f.d.Sents {
		f.d.CheckAt(s)
		sent := &f.d.Sents[s]
		if sent.Kind == token.Body && !body {
			if body = true; f.townColon(sent) {
				return f.place[sent.First]
			}
		}
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

// townColon reports whether sent begins with a town's name and a colon.
func (f *finder) townColon(sent *token.Sentence) bool {
	j := f.place[sent.First]
	if j == token.None || f.in.Places[j].Kind != gazetteer.City {
		return false
	}
	_, colon := f.d.Range(f.in.Places[j].Span)
	return colon+1 < sent.Last && f.d.Tokens[colon].Lower == ":" && f.d.Tokens[colon+1].Is(token.Capital)
}

// lastOfLead is the last sentence of the headline and the lead.
func lastOfLead(d *token.Doc) int32 {
	body := 0
	for s := range d.Sents {
		d.CheckAt(s)
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

// at reports whether i stands after a preposition that tells where; a street is
// what things are on.
func (f *finder) at(i int32) bool {
	j := f.place[i]
	if j != token.None {
		i = f.stretch(i, j)
	}
	c := f.caseOf(i)
	return wordTable.Has(c, classScene) || j != token.None && c == "on" && f.street(&f.in.Places[j])
}
