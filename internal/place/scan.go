package place

import (
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/token"
)

const (
	maxWords = 7  // tokens of a name
	maxRoad  = 4  // and of a street's
	maxBytes = 64 // and bytes
	maxCands = 40 // candidates of a name, by population
)

// scan finds every stretch of capitalised words that the gazetteer knows, the
// longest at each place, and the location entities that it does not know.
func (f *finder) scan() {
	d := f.d
	for s := range d.Sents {
		d.Check()
		sent := &d.Sents[s]
		if sent.Kind == token.Boilerplate {
			continue
		}
		for i := sent.First; i < sent.Last; {
			if n := f.at(i, sent.Last); n > i {
				i = n
			} else {
				i++
			}
		}
	}
}

// at tries the names that open with token i and gives the token after the one taken, or i.
func (f *finder) at(i, end int32) int32 {
	d := f.d
	t := &d.Tokens[i]
	if !t.Is(token.Capital) || t.Is(token.Joined) || t.Lower == "the" && (i+1 >= end || d.Tokens[i+1].Lower != "hague") {
		return i
	}
	if n := f.road(i, end); n > i {
		s := spot{first: i, last: n, natural: true, in: token.None, pick: token.None}
		s.key = gazetteer.Norm(d.Str(d.SpanOf(i, n)))
		f.spots = append(f.spots, s)
		return n
	}
	dem, isDem := f.demonym(i, end)
	s := f.longest(i, end)
	if s.last > i && (!isDem || s.last > dem || s.the && !f.qualifies(s.last, end)) {
		f.extend(&s, end)
		if !s.natural && f.capital(s.last, &d.Sents[t.Sent]) && f.points(i, s.last) {
			return s.last // "South West England" is in no province called South West
		}
		f.spots = append(f.spots, s)
		return s.last
	}
	if isDem {
		return f.addDemonym(i, dem)
	}
	// A location entity that the gazetteer has not: open.
	if e := f.location(i, end); e != nil {
		f.spots = append(f.spots, spot{first: i, last: e.Last, key: gazetteer.Norm(d.Str(e.Span)), in: token.None, pick: token.None})
		return e.Last
	}
	return i
}

// qualifies reports whether what ends at token j stands before a noun: "the
// Arctic ice" is the adjective, "the Arctic" the place.
func (f *finder) qualifies(j, end int32) bool {
	if j >= end {
		return false
	}
	t := &f.d.Tokens[j]
	return t.UPOS == token.NOUN || t.UPOS == token.ADJ || t.UPOS == token.PROPN || t.Is(token.Capital)
}

// points reports whether the tokens from i to j only name a direction.
func (f *finder) points(i, j int32) bool {
	for ; i < j; i++ {
		if t := &f.d.Tokens[i]; !t.Is(token.Punct) && !is(t.Lower, classDirection) {
			return false
		}
	}
	return true
}

// road is the end of a street's name that opens with token i: "Divinity Road",
// "North Broad St."; i where there is none.
func (f *finder) road(i, end int32) int32 {
	d := f.d
	if !d.Tokens[i].Is(token.Capital) || is(d.Tokens[i].Lower, classFigured) {
		return i
	}
	if is(d.Tokens[i].Lower, classRoadFirst) && i+1 < end && d.Tokens[i+1].Is(token.HasDigit) {
		return i + 2 // "Highway 19"
	}
	if is(d.Tokens[i].Lower, classRoadBefore) {
		return f.roadBehind(i, end)
	}
	for j := i; j < min(end, i+maxRoad); j++ {
		t := &d.Tokens[j]
		if !t.Is(token.Capital) && !t.Is(token.HasDigit) || t.Is(token.Punct) {
			return i
		}
		if j > i && t.Is(token.Capital) && is(t.Lower, classRoad) {
			// "Pleasant Lane School" and "County Road 3" are none.
			if d.Tokens[j-1].Lower == "county" {
				return i
			}
			if j+1 < end {
				if u := &d.Tokens[j+1]; !u.Is(token.Punct) && (u.Is(token.Capital) || u.Is(token.HasDigit)) {
					return i
				}
			}
			return j + 1
		}
	}
	return i
}

// roadBehind is the end of a street's name that says first what it is, "Calle de
// las Flores 12"; i where there is none.
func (f *finder) roadBehind(i, end int32) int32 {
	last := i
	for j := i + 1; j < min(end, i+maxRoad+1); j++ {
		t := &f.d.Tokens[j]
		if !t.Is(token.Punct) && (t.Is(token.Capital) || t.Is(token.HasDigit) && last > i) {
			last = j + 1
		} else if !is(t.Lower, classInName) {
			break
		}
	}
	return last
}

// location is the location entity that opens with token i, or nil.
func (f *finder) location(i, end int32) *token.Entity {
	n := f.d.Tokens[i].Ent
	if n == token.None {
		return nil
	}
	if e := &f.d.Ents[n]; e.Type == token.LOC && e.First == i && e.Last <= end {
		return e
	}
	return nil
}

// longest is the longest name of the gazetteer that opens with token i; its
// last is i where there is none.
func (f *finder) longest(i, end int32) spot {
	d := f.d
	s := spot{first: i, last: i, in: token.None, pick: token.None}
	for j := i + 1; j <= min(end, i+maxWords); j++ {
		last := &d.Tokens[j-1]
		sp := d.SpanOf(i, j)
		if sp.Len() > maxBytes || f.ends(i, j) {
			break
		}
		k := gazetteer.Norm(d.Str(sp))
		if f.closes(i, j) {
			cs := f.known(k, i, j)
			article := false
			if i > 0 && d.Tokens[i-1].Lower == "the" {
				if the := f.known("the "+k, i, j); len(the) > 0 {
					cs, article = the, true // "the Atlantic" is no town
				}
			}
			if len(cs) > 0 && (last.Lower != "." || s.last != j-1 || needsStop(cs)) {
				s.last, s.cands, s.key, s.the = j, cs, k, article
			}
		}
		if !f.look(k).begins {
			break
		}
	}
	return s
}

// closes reports whether a name that opens with token i may end before j: with
// a capital ("d'Ivoire" has one inside), a number or the stop of a capital.
func (f *finder) closes(i, j int32) bool {
	last := &f.d.Tokens[j-1]
	switch {
	case last.Is(token.Capital), last.Is(token.HasDigit):
		return true
	case last.Lower == ".":
		return j-2 < i || f.d.Tokens[j-2].Is(token.Capital)
	}
	// "Sana’a" has no capital after the mark; "America’s" ends before it.
	return strings.ContainsAny(last.Lower, "'’") && last.Lower != f.d.Word(j-1) && last.Lower != "'s"
}

// ends reports whether the name that opens with token i cannot have the token
// before j: it stands on another line, or is a mark that no name has.
func (f *finder) ends(i, j int32) bool {
	d := f.d
	last := &d.Tokens[j-1]
	if j-1 > i && last.Is(token.SpaceBefore) && strings.Contains(d.Text[d.Tokens[j-2].End:last.Start], "\n") {
		return true
	}
	return last.Is(token.Punct) && last.Lower != "." && last.Lower != "-" && last.Lower != "&" && last.Lower != "'"
}

// extend carries a spot on over the rest of a longer name that the gazetteer has not.
func (f *finder) extend(s *spot, end int32) {
	d := f.d
	n := f.feature(s.first, s.last, end)
	if e := f.location(s.first, end); e != nil && n == s.last && e.Last > s.last && f.longer(s.last, e.Last) {
		n = e.Last
	}
	if n > s.last {
		s.last, s.cands, s.natural = n, nil, true
		s.key = gazetteer.Norm(d.Str(d.SpanOf(s.first, n)))
	}
}

// longer reports whether the tokens from i to j carry a name on: "Tennessee Colony".
func (f *finder) longer(i, j int32) bool {
	for ; i < j; i++ {
		t := &f.d.Tokens[i]
		if !t.Is(token.Capital) || t.Is(token.Punct) || is(t.Lower, classPublic) || t.Ent == token.None {
			return false
		}
		for e := range f.g.Lookup(f.d.Word(i)) {
			if e.Kind <= gazetteer.Division && e.Kind != gazetteer.NoKind {
				return false
			}
			break
		}
	}
	return true
}

// feature is the end of a name that a known one opens and that goes on to say
// what it is: "Canaan Valley", "Jerome Township", "Angelina National Forest".
func (f *finder) feature(i, j, end int32) int32 {
	d := f.d
	if j >= end || !d.Tokens[j].Is(token.Capital) || d.Sents[d.Tokens[i].Sent].Kind == token.Headline && allCaps(d, d.Tokens[i].Sent) {
		return j
	}
	if is(d.Tokens[j].Lower, classReserveKind) && j+1 < end {
		if u := &d.Tokens[j+1]; u.Is(token.Capital) && is(u.Lower, classReserve) {
			return j + 2
		}
		return j
	}
	if !is(d.Tokens[j].Lower, classFeature) {
		return j
	}
	// The name must end here: "Missouri Valley Blazers" is a team, "Santa
	// Clara Valley Water District" opens with the valley all the same.
	if j+1 < end && d.Tokens[j+1].Is(token.Capital) && !d.Tokens[j+1].Is(token.Punct) && !is(d.Tokens[j+1].Lower, classPublic) {
		return j
	}
	return j + 1
}

func needsStop(cs []gazetteer.Entry) bool {
	for i := range cs {
		if cs[i].Flags&(gazetteer.NeedsStop|gazetteer.NeedsCaps) != 0 {
			return true
		}
	}
	return false
}

// spelling is how the text writes a name.
type spelling struct {
	stop    bool // with a stop
	caps    bool // in capitals
	shout   bool // in a headline that is all capitals
	acronym bool // one short word in capitals, "ACT", "AIDS", that no dateline holds
}

func (f *finder) spelling(text string, i, j int32) spelling {
	d := f.d
	sent := &d.Sents[d.Tokens[i].Sent]
	w := spelling{stop: strings.Contains(text, "."), caps: text == strings.ToUpper(text)}
	if int(j) < len(d.Tokens) && i > 0 && d.Tokens[j].Lower == "." && !d.Tokens[j].Is(token.SpaceBefore) && d.Tokens[i-1].Lower == "," {
		w.stop = true // "Selma, Ala." where the sentence ends
	}
	w.shout = sent.Kind == token.Headline && allCaps(d, d.Tokens[i].Sent)
	w.acronym = j == i+1 && len(text) <= 4 && w.caps && !w.stop && !w.shout && sent.Kind != token.Dateline && !(sent.First == i && dash(d, j))
	return w
}

// looked is what the gazetteer says of a key.
type looked struct {
	entries []gazetteer.Entry // that have it as a name
	begins  bool              // a name
}

// maxLooked bounds what is remembered of a text that asks for ever new keys.
const maxLooked = 4096

// look looks a key up, once in an article of common length.
func (f *finder) look(key string) looked {
	n, ok := f.looked[key]
	if ok {
		return n
	}
	itself := false
	if n.begins, itself = f.g.Prefix(key); itself {
		for e := range f.g.LookupNorm(key) {
			if n.entries = append(n.entries, e); len(n.entries) == maxCands {
				break
			}
		}
	}
	if len(f.looked) == maxLooked {
		clear(f.looked)
	}
	f.looked[key] = n
	return n
}

// known is what the gazetteer has for a key as the text writes it.
func (f *finder) known(key string, i, j int32) []gazetteer.Entry {
	text := f.d.Str(f.d.SpanOf(i, j))
	if strings.Contains(text, "$") || len(text) == 2 && j == i+1 && f.money(i, j) {
		return nil // "US$", "$US"
	}
	all := f.look(key).entries
	if len(all) == 0 {
		return nil
	}
	w := f.spelling(text, i, j)
	n := 0
	for k := range all {
		if w.reads(&all[k]) {
			n++
		}
	}
	if n == len(all) {
		return all
	}
	out := make([]gazetteer.Entry, 0, n)
	for k := range all {
		if w.reads(&all[k]) {
			out = append(out, all[k])
		}
	}
	return out
}

// money reports whether a sign of dollars stands at either end of the tokens from i to j.
func (f *finder) money(i, j int32) bool {
	return i > 0 && f.d.Tokens[i-1].Lower == "$" || int(j) < len(f.d.Tokens) && f.d.Tokens[j].Lower == "$"
}

// reads reports whether an entry's name may be written so.
func (w spelling) reads(e *gazetteer.Entry) bool {
	if e.Flags&(gazetteer.NeedsStop|gazetteer.NeedsCaps) != 0 &&
		!(e.Flags&gazetteer.NeedsStop != 0 && w.stop) && !(e.Flags&gazetteer.NeedsCaps != 0 && w.caps && (!w.shout || w.stop)) {
		return false
	}
	return !w.acronym || e.Flags&gazetteer.NeedsCaps != 0 || e.Kind == gazetteer.Country
}

// dash reports whether token j opens a dateline's end: "LIMA, Ohio -".
func dash(d *token.Doc, j int32) bool {
	if int(j) >= len(d.Tokens) {
		return false
	}
	w := d.Tokens[j].Lower
	return w == "," || w == "--" || w == "–" || w == "—" || w == "-" || w == "("
}

func allCaps(d *token.Doc, s int32) bool {
	sent := &d.Sents[s]
	caps, words := 0, 0
	for i := sent.First; i < sent.Last && i < sent.First+20; i++ {
		if t := &d.Tokens[i]; !t.Is(token.Punct) {
			words++
			if t.Is(token.AllCaps) {
				caps++
			}
		}
	}
	return caps*10 > words*8
}

// demonym is the end of the longest demonym that opens with token i.
func (f *finder) demonym(i, end int32) (int32, bool) {
	d := f.d
	if i+2 <= end && d.Tokens[i+1].Is(token.Capital) {
		if _, ok := f.g.Demonym(d.Tokens[i].Lower + " " + d.Tokens[i+1].Lower); ok {
			return i + 2, true
		}
	}
	_, ok := f.g.Demonym(d.Tokens[i].Lower)
	return i + 1, ok
}

// addDemonym keeps the country that a demonym speaks of.
func (f *finder) addDemonym(i, j int32) int32 {
	d := f.d
	w := d.Tokens[i].Lower
	if j == i+2 {
		w += " " + d.Tokens[i+1].Lower
	}
	dem, _ := f.g.Demonym(w)
	if dem.Country != "" {
		add(&f.base, dem.Country, 0.5)
	}
	if f.o.Demonyms {
		if e, ok := f.g.DemonymEntry(dem); ok {
			s := spot{first: i, last: j, cands: []gazetteer.Entry{e}, in: token.None, score: sureDemonym, rule: "demonym"}
			s.demonym, s.keep, s.fixed = true, true, true
			f.spots = append(f.spots, s)
		}
	}
	return j
}

// weighted is a country with how much the article speaks of it.
type weighted struct {
	code   string
	weight float64
}

func add(ws *[]weighted, code string, w float64) {
	for i := range *ws {
		if (*ws)[i].code == code {
			(*ws)[i].weight += w
			return
		}
	}
	*ws = append(*ws, weighted{code, w})
}

func (f *finder) spoken(code string) float64 {
	for i := range f.nation {
		if f.nation[i].code == code {
			return f.nation[i].weight
		}
	}
	return 0
}
