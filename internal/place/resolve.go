package place

import (
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/token"
)

// sense is one name of the article with what it may be: one name, one place.
type sense struct {
	spots  []int32
	cands  []gazetteer.Entry
	prior  []float64
	score  []float64
	weight []float64         // softmax of score: how likely each candidate is
	others []gazetteer.Entry // runners-up
	doubt  string            // why it is left open, or empty
	astray bool              // it is only a spelling of the name of a far town
	fixed  bool
	hinted bool // the text calls it a kind of place
}

// group gathers the kept spots by name and settles those that the text
// itself says the whereabouts of.
func (f *finder) group() {
	byKey := map[string]int32{}
	for k := range f.spots {
		f.d.CheckAt(k)
		s := &f.spots[k]
		s.sense = token.None
		if !s.keep || s.demonym || len(s.cands) == 0 {
			continue
		}
		n, ok := byKey[s.key]
		if !ok {
			n = int32(len(f.senses))
			byKey[s.key] = n
			f.senses = append(f.senses, sense{})
		}
		s.sense = n
		f.senses[n].spots = append(f.senses[n].spots, int32(k))
	}
	// From the outermost inwards: "Springfield, Clark County, Ohio".
	for k := len(f.spots) - 1; k >= 0; k-- {
		f.d.CheckAt(k)
		s := &f.spots[k]
		if !s.keep || s.in == token.None || !f.spots[s.in].keep {
			continue
		}
		s.cands = f.within(s, &f.spots[s.in])
		f.spots[s.in].cands = f.holding(s, &f.spots[s.in])
	}
	for n := range f.senses {
		f.d.CheckAt(n)
		f.settle(&f.senses[n])
	}
}

// within is s's candidates that lie in one of b's.
func (f *finder) within(s, b *spot) []gazetteer.Entry {
	var out []gazetteer.Entry
	for i := range s.cands {
		for j := range b.cands {
			if inside(&s.cands[i], &b.cands[j]) {
				out = append(out, s.cands[i])
				break
			}
		}
	}
	if len(out) == 0 {
		return s.cands
	}
	s.fixed = true
	s.rule = "containment"
	return out
}

// holding is b's candidates that hold one of s's.
func (f *finder) holding(s, b *spot) []gazetteer.Entry {
	var out []gazetteer.Entry
	for j := range b.cands {
		for i := range s.cands {
			if inside(&s.cands[i], &b.cands[j]) {
				out = append(out, b.cands[j])
				break
			}
		}
	}
	if len(out) == 0 {
		return b.cands
	}
	if len(out) < len(b.cands) {
		b.fixed, b.holder = true, true
		if b.rule == "" {
			b.rule = "container"
		}
	}
	return out
}

// settle gives a sense the candidates of its spots: those of a settled spot if there is one.
func (f *finder) settle(n *sense) {
	for _, k := range n.spots {
		f.d.CheckAt(int(k))
		if s := &f.spots[k]; len(s.cands) > len(n.cands) {
			n.cands = s.cands
		}
	}
	for _, k := range n.spots {
		f.d.CheckAt(int(k))
		if s := &f.spots[k]; s.fixed && !s.holder && (!n.fixed || len(s.cands) < len(n.cands)) {
			n.cands, n.fixed = s.cands, true
		}
	}
	var hint [16]float64
	for _, k := range n.spots {
		f.d.CheckAt(int(k))
		hint[f.spots[k].hint&15] = priorHint
		n.hinted = n.hinted || f.spots[k].hint != gazetteer.NoKind
	}
	hint[gazetteer.NoKind] = 0
	n.prior = make([]float64, len(n.cands))
	n.score = make([]float64, len(n.cands))
	n.weight = make([]float64, len(n.cands))
	for i := range n.cands {
		n.prior[i] = f.prior(n, i) + hint[n.cands[i].Kind&15]
		for _, k := range n.spots {
			f.d.CheckAt(int(k))
			if s := &f.spots[k]; s.holder && !n.fixed && slices.Contains(s.cands, n.cands[i]) {
				n.prior[i] += priorHolder
			}
		}
	}
	soft(n.weight, n.prior, priorHeat)
}

// soft writes the softmax of score to w; the hotter, the more even.
func soft(w, score []float64, heat float64) {
	top, sum := math.Inf(-1), 0.0
	for _, v := range score {
		top = math.Max(top, v)
	}
	for i, v := range score {
		w[i] = math.Exp((v - top) / heat)
		sum += w[i]
	}
	for i := range w {
		w[i] /= sum
	}
}

// near is 1 for one point and falls with distance in kilometres.
func near(km float64) float64 { return 1 / (1 + km*km/(reach*reach)) }

// resolve settles the senses against one another, in rounds: each candidate
// gains from the likely candidates of other names that are near it, hold it
// or share its country.
func (f *finder) resolve() {
	for _, heat := range heats {
		f.nations()
		for n := range f.senses {
			f.d.CheckAt(n)
			s := &f.senses[n]
			for i := range s.cands {
				s.score[i] = s.prior[i] + f.support(n, &s.cands[i]) + f.listed(s, &s.cands[i]) + f.beside(s, &s.cands[i])
			}
		}
		for n := range f.senses {
			f.d.CheckAt(n)
			soft(f.senses[n].weight, f.senses[n].score, heat)
		}
	}
	outright := f.outright()
	for n := range f.senses {
		f.d.CheckAt(n)
		f.senses[n].doubt = f.doubt(n, outright)
	}
	for k := range f.spots {
		f.d.CheckAt(k)
		s := &f.spots[k]
		if s.sense == token.None || s.demonym {
			continue
		}
		n := &f.senses[s.sense]
		if s.fixed && n.fixed && len(s.cands) != len(n.cands) {
			f.alone(s)
			continue
		}
		s.cands = n.cands
		best := n.best()
		if n.hinted {
			best = n.called(best, s.hint)
		}
		s.pick = int32(best)
		if s.rule == "" {
			s.rule = f.why(n, best)
		}
		if n.doubt != "" && !s.fixed {
			s.pick, s.rule = token.None, n.doubt
			s.keep = !n.astray || f.called(s)
		}
	}
}

// called is the candidate that a spot of the name means whose best is i, where
// the text says of some that they are a kind of place: "the Cajamarca region"
// is the division, and Cajamarca alone the town of its name in it.
func (n *sense) called(i int, hint gazetteer.Kind) int {
	e := &n.cands[i]
	want := hint
	switch {
	case hint == gazetteer.NoKind && e.Kind == gazetteer.Division && !alone(e.Country):
		want = gazetteer.City
	case hint != gazetteer.Division || e.Kind != gazetteer.City:
		return i
	}
	for j := range n.cands {
		if c := &n.cands[j]; c.Kind == want && c.Division == e.Division {
			return j
		}
	}
	return i
}

// best is the candidate of a name that has the highest score.
func (n *sense) best() int {
	best := 0
	for i := range n.score {
		if n.score[i] > n.score[best] {
			best = i
		}
	}
	return best
}

// doubt tells why a name is better left open than resolved to its best
// candidate: too many others are as likely, or it lies far from all else that
// the article names and is neither well known nor spoken for. It is empty
// where there is no doubt.
func (f *finder) doubt(at int, outright []string) string {
	n := &f.senses[at]
	best := n.best()
	e := &n.cands[best]
	if n.fixed || e.Flags&gazetteer.FromUser != 0 {
		return ""
	}
	if f.overseas(n, e) {
		return "open-far"
	}
	if n.weight[best] < unsure {
		for i := range n.weight {
			if i != best && n.weight[i] > rival*n.weight[best] {
				return "open-ambiguous"
			}
		}
	}
	if e.Kind != gazetteer.City && e.Kind != gazetteer.Suburb {
		return ""
	}
	if h := f.o.Home; h != nil && h.Country == e.Country {
		return ""
	}
	rest := f.total - n.own("")
	strange := rest >= spokenFor && f.spoken(e.Country)-n.own(e.Country) <= strangeShare*rest
	if e.Flags&gazetteer.Variant != 0 && strange && !f.near(at, e, strangeKm) {
		n.astray = true // "Suba" among towns of Kenya is not the capital of Fiji
		return "open-far"
	}
	if e.Flags&gazetteer.Capital != 0 || e.Names > knownNames || e.Population > knownPopulation {
		return ""
	}
	if f.spoken(e.Country) <= n.own(e.Country) && e.Population < unheard && f.homeland(e) <= 0 && f.nowhere() {
		return "open-far"
	}
	if e.Flags&gazetteer.Seat != 0 {
		return ""
	}
	lonely := f.lonely(n, e, outright)
	if strange && !f.near(at, e, strangeKm) || lonely > 0 && !f.near(at, e, lonely) {
		return "open-far"
	}
	return ""
}

// overseas reports whether a town lies overseas from local news of North
// America that speaks of nothing else abroad, while a town at home has its
// name: no London of a paper that tells of its city council is Britain's.
func (f *finder) overseas(n *sense, e *gazetteer.Entry) bool {
	if e.Kind != gazetteer.City && e.Kind != gazetteer.County && e.Kind != gazetteer.Division || f.us < 0 || is(e.Country, classAmerica) || f.spoken(e.Country)-n.own(e.Country) > overseasShare {
		return false
	}
	rest, home := f.total-n.own(""), 0.0
	for i := range f.nation {
		if c := &f.nation[i]; is(c.code, classAmerica) {
			home += c.weight - n.own(c.code)
		}
	}
	alone := home > overseasHome*rest
	if !(f.local > overseasLocal && (alone || rest < overseasRest) || len(n.spots) >= overseasOften && alone && rest > 2*spokenFor) {
		return false
	}
	return slices.ContainsFunc(n.cands, func(c gazetteer.Entry) bool { return c.Kind == gazetteer.City && is(c.Country, classAmerica) })
}

// called reports whether the name finder or the word before has s for a place.
func (f *finder) called(s *spot) bool {
	if n := f.d.Tokens[s.first].Ent; n != token.None && f.d.Ents[n].Type == token.LOC {
		return true
	}
	return s.first > 0 && locative(f.d.Tokens[s.first-1].Lower) >= beforeAt
}

// nowhere reports whether the article names a place that no gazetteer has: what
// it has of the others may be of another country, or of none.
func (f *finder) nowhere() bool {
	for k := range f.spots {
		f.d.CheckAt(k)
		if s := &f.spots[k]; s.keep && len(s.cands) == 0 && s.inside == nil && !s.natural {
			return true
		}
	}
	return false
}

// near reports whether another name of the article may lie within km of a place.
func (f *finder) near(at int, e *gazetteer.Entry, km float64) bool {
	for m := max(0, at-context); m < min(len(f.senses), at+context+1); m++ {
		if m != at && f.senses[m].within(e, km) {
			return true
		}
	}
	return false
}

// lonely is how far from all else a small town must lie to be doubted, in an
// article that names several places; 0 where it need not, as the only one of
// its name in a country named outright.
func (f *finder) lonely(n *sense, e *gazetteer.Entry, outright []string) float64 {
	if len(f.senses) < lonelyNames || len(n.cands) == 1 && slices.Contains(outright, e.Country) {
		return 0
	}
	for _, l := range lonelyFrom {
		if e.Population < l.population {
			return l.km
		}
	}
	return 0
}

// outright are the countries that the article names themselves, or their people.
func (f *finder) outright() []string {
	var codes []string
	for i := range f.base {
		codes = append(codes, f.base[i].code)
	}
	for m := range f.senses {
		f.d.CheckAt(m)
		o := &f.senses[m]
		for j := range o.cands {
			if c := &o.cands[j]; c.Kind == gazetteer.Country && o.weight[j] > likelyNear && !slices.Contains(codes, c.Country) {
				codes = append(codes, c.Country)
			}
		}
	}
	return codes
}

// within reports whether a likely candidate of a name lies near a place.
func (n *sense) within(e *gazetteer.Entry, km float64) bool {
	for j := range n.cands {
		c := &n.cands[j]
		if n.weight[j] <= likelyNear || c.Kind == gazetteer.Country || c.Kind == gazetteer.Continent {
			continue
		}
		if gazetteer.Distance(e.Lat, e.Lon, c.Lat, c.Lon) < km {
			return true
		}
	}
	return false
}

// listed is what the neighbours in a list say for a candidate: in
// "Washington, Oregon and Idaho" all are of one kind, and of one country or near.
func (f *finder) listed(n *sense, e *gazetteer.Entry) float64 {
	best := 0.0
	for _, k := range n.spots[:min(len(n.spots), context)] {
		here := 0.0
		for _, o := range [2]int32{k - 1, k + 1} {
			if o < 0 || int(o) >= len(f.spots) || !f.together(min(k, o)) {
				continue
			}
			m := f.spots[o].sense
			if m == token.None {
				continue
			}
			v := 0.0
			for i, c := range f.senses[m].cands {
				if c.Kind == e.Kind && (c.Country == e.Country || e.Kind == gazetteer.Country) {
					v += f.senses[m].weight[i]
				}
			}
			here = math.Max(here, v) + listedBoth*math.Min(here, v)
		}
		best = math.Max(best, here)
	}
	return nearListed * best
}

// beside is what a country named outright in a sentence of the name says for a
// candidate: "Honduras closed the port of Trujillo".
func (f *finder) beside(n *sense, e *gazetteer.Entry) float64 {
	if e.Kind == gazetteer.Country || e.Country == "" || e.Country == "US" || len(n.cands) == 1 {
		return 0
	}
	for _, k := range n.spots[:min(len(n.spots), context)] {
		sent := f.d.Tokens[f.spots[k].first].Sent
		for o := max(0, k-besideReach); o < min(int32(len(f.spots)), k+besideReach+1); o++ {
			s := &f.spots[o]
			if s.sense == f.spots[k].sense || !s.keep || s.demonym || len(s.cands) == 0 || f.d.Tokens[s.first].Sent != sent {
				continue
			}
			if c := &s.cands[0]; c.Kind == gazetteer.Country && c.Country == e.Country {
				return nearOutright
			}
		}
	}
	return 0
}

// together reports whether spots k and k+1 are joined by a comma, "and" or "or".
func (f *finder) together(k int32) bool {
	a, b := &f.spots[k], &f.spots[k+1]
	if a.in == k+1 || b.first <= a.last || b.first-a.last > 2 {
		return false
	}
	for i := a.last; i < b.first; i++ {
		if !is(f.d.Tokens[i].Lower, classList) {
			return false
		}
	}
	return true
}

func (f *finder) why(n *sense, best int) string {
	switch {
	case n.cands[best].Flags&gazetteer.FromUser != 0:
		return "user-gazetteer"
	case n.fixed:
		return "one-sense"
	case len(n.cands) == 1:
		return "unique-name"
	}
	top := 0
	for i := range n.prior {
		if n.prior[i] > n.prior[top] {
			top = i
		}
	}
	if top == best {
		return "prominence"
	}
	return "context"
}

// alone picks for a spot that the text settles otherwise than its name's other spots.
func (f *finder) alone(s *spot) {
	n := sense{cands: s.cands}
	best, bv := 0, math.Inf(-1)
	for i := range s.cands {
		if v := f.prior(&n, i); v > bv {
			best, bv = i, v
		}
	}
	s.pick = int32(best)
	s.rule = "containment"
}

// nations weighs the countries by the names of the article.
func (f *finder) nations() {
	for i := range f.nation {
		f.nation[i].weight = 0
	}
	for _, n := range f.base {
		add(&f.nation, n.code, n.weight)
	}
	for n := range f.senses {
		f.d.CheckAt(n)
		s := &f.senses[n]
		c := math.Min(oftenMost, float64(len(s.spots)))
		for i := range s.cands {
			if e := &s.cands[i]; e.Country != "" && s.weight[i] > likely {
				add(&f.nation, e.Country, c*s.weight[i]*speaks(e))
			}
		}
	}
	f.total = 0
	for i := range f.nation {
		f.total += f.nation[i].weight
	}
}

// speaks is how much a candidate says of the countries an article is about: a
// country named outright, twice what a town in it does.
func speaks(e *gazetteer.Entry) float64 {
	if e.Kind == gazetteer.Country {
		return nearNamed
	}
	return 1
}

// support is what the other names of the article say for a candidate.
func (f *finder) support(n int, e *gazetteer.Entry) float64 {
	v := 0.0
	lo, hi := max(0, n-context), min(len(f.senses), n+context+1)
	best, sum, same := 0.0, 0.0, 0.0
	narrow := math.Cos(e.Lat * math.Pi / 180)
	for m := lo; m < hi; m++ {
		if m == n {
			continue
		}
		close, in, sister := f.senses[m].says(e, narrow)
		sum += close
		best = math.Max(best, close)
		same += sister
		v += nearInside * in
	}
	v = math.Min(v, nearInMost)
	if e.Kind != gazetteer.Country && e.Kind != gazetteer.Continent {
		limit := nearSameMost
		if e.Kind == gazetteer.Division {
			limit = nearDivMost
		}
		v += nearBest*best + math.Min(nearSumMost, nearSum*sum) + math.Min(limit, same)
	}
	if e.Country != "" {
		if rest := f.total - f.senses[n].own(""); rest > likely {
			v += nearCountry * math.Max(0, f.spoken(e.Country)-f.senses[n].own(e.Country)) / rest
		}
	}
	return v
}

// says is what a name says for a candidate of another: how near its likely
// candidates are, whether they hold it, and whether they share its division.
// Narrow is the cosine of the candidate's latitude.
func (n *sense) says(e *gazetteer.Entry, narrow float64) (close, in, same float64) {
	for j := range n.cands {
		w := n.weight[j]
		if w < possible {
			continue
		}
		c := &n.cands[j]
		sister := e.Division != "" && e.Division == c.Division
		switch c.Kind {
		case gazetteer.Country, gazetteer.Continent, gazetteer.Sea:
		case gazetteer.Division:
			if sister && e.Kind != gazetteer.Division {
				in += w
			}
		default:
			if c.Country != e.Country && c.Country != "" && e.Country != "" {
				continue
			}
			// On so short a way the earth is flat.
			dy, dx := (e.Lat-c.Lat)*degree, (e.Lon-c.Lon)*degree*narrow
			close += w / (1 + (dx*dx+dy*dy)/(reach*reach))
			if sister && e.Kind == gazetteer.Division {
				same += w
			} else if sister {
				same += nearSamePart * w
			}
		}
	}
	return math.Min(close, 1), math.Min(in, 1), same
}

// own is what a name has itself added to the weight of a country, or of all
// where that is empty.
func (n *sense) own(country string) float64 {
	v := 0.0
	for i := range n.cands {
		if c := n.cands[i].Country; c != "" && (c == country || country == "") && n.weight[i] > likely {
			v += n.weight[i] * math.Min(oftenMost, float64(len(n.spots))) * speaks(&n.cands[i])
		}
	}
	return v
}
