package place

import (
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/token"
)

const (
	maxWords = 7  // tokens of a name
	maxCands = 40 // candidates of a name, by population
)

// scan finds every stretch of capitalised words that the gazetteer knows, the
// longest at each place, and the location entities that it does not know.
func (f *finder) scan() {
	d := f.d
	for s := range d.Sents {
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
	dem, isDem := f.demonym(i, end)
	best := i
	var cands []gazetteer.Entry
	key := ""
	for j := i + 1; j <= end && j <= i+maxWords; j++ {
		last := &d.Tokens[j-1]
		sp := d.SpanOf(i, j)
		if sp.Len() > 64 || j-1 > i && last.Is(token.SpaceBefore) && strings.Contains(d.Text[d.Tokens[j-2].End:last.Start], "\n") {
			break
		}
		if last.Is(token.Punct) && last.Lower != "." && last.Lower != "-" && last.Lower != "&" && last.Lower != "'" {
			break
		}
		k := gazetteer.Norm(d.Str(sp))
		if last.Is(token.Capital) || last.Is(token.HasDigit) || last.Lower == "." {
			cs := f.known(k, i, j)
			if i > 0 && d.Tokens[i-1].Lower == "the" {
				cs = append(f.known("the "+k, i, j), cs...)
			}
			if len(cs) > 0 {
				if !(last.Lower == "." && best == j-1 && !needsStop(cs)) {
					best, cands, key = j, cs, k
				}
			}
		}
		if !f.g.Prefix(k) {
			break
		}
	}
	if best > i && (!isDem || best > dem) {
		s := spot{first: i, last: best, key: key, cands: cands, in: token.None, pick: token.None}
		n := f.feature(i, best, end)
		if e := t.Ent; n == best && e != token.None && d.Ents[e].Type == token.LOC && d.Ents[e].First == i && d.Ents[e].Last > best && d.Ents[e].Last <= end && f.longer(best, d.Ents[e].Last) {
			n = d.Ents[e].Last
		}
		if n > best {
			s.last, s.cands, s.natural = n, nil, true
			s.key = gazetteer.Norm(d.Str(d.SpanOf(i, n)))
		}
		f.spots = append(f.spots, s)
		return s.last
	}
	if isDem {
		return f.addDemonym(i, dem)
	}
	// A location entity that the gazetteer has not: open.
	if e := t.Ent; e != token.None && d.Ents[e].Type == token.LOC && d.Ents[e].First == i && d.Ents[e].Last <= end {
		en := &d.Ents[e]
		f.spots = append(f.spots, spot{first: i, last: en.Last, key: gazetteer.Norm(d.Str(en.Span)), in: token.None, pick: token.None})
		return en.Last
	}
	return i
}

// longer reports whether the tokens from i to j carry a name on: "Tennessee Colony".
func (f *finder) longer(i, j int32) bool {
	for ; i < j; i++ {
		t := &f.d.Tokens[i]
		if !t.Is(token.Capital) || t.Is(token.Punct) || public(t.Lower) || t.Ent == token.None {
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
	n := j
	if w := d.Tokens[j].Lower; (w == "national" || w == "state" || w == "international" || w == "regional" || w == "county" || w == "municipal") && j+1 < end {
		n = j + 1
		switch d.Tokens[n].Lower {
		case "park", "forest", "monument", "seashore", "airport", "refuge", "preserve", "grassland", "recreation":
			if d.Tokens[n].Is(token.Capital) {
				return n + 1
			}
		}
		return j
	}
	switch d.Tokens[n].Lower {
	case "township", "valley", "river", "creek", "lake", "mountain", "mountains", "hills", "island", "islands", "bay", "harbor", "harbour",
		"forest", "wilderness", "canyon", "peninsula", "plateau", "desert", "delta", "basin", "airport", "beach", "reservoir", "gorge", "gulf", "strait", "sound", "glacier":
	default:
		return j
	}
	// The name must end here: "Missouri Valley Blazers" is a team, "Santa
	// Clara Valley Water District" opens with the valley all the same.
	if n+1 < end && d.Tokens[n+1].Is(token.Capital) && !d.Tokens[n+1].Is(token.Punct) && !public(d.Tokens[n+1].Lower) {
		return j
	}
	return n + 1
}

func needsStop(cs []gazetteer.Entry) bool {
	for i := range cs {
		if cs[i].Flags&(gazetteer.NeedsStop|gazetteer.NeedsCaps) != 0 {
			return true
		}
	}
	return false
}

// known is what the gazetteer has for a key as the text writes it.
func (f *finder) known(key string, i, j int32) []gazetteer.Entry {
	d := f.d
	text := d.Str(d.SpanOf(i, j))
	if strings.Contains(text, "$") || j == i+1 && len(text) == 2 && (i > 0 && d.Tokens[i-1].Lower == "$" || int(j) < len(d.Tokens) && d.Tokens[j].Lower == "$") {
		return nil // "US$", "$US"
	}
	stop := strings.Contains(text, ".")
	if int(j) < len(d.Tokens) && i > 0 && d.Tokens[j].Lower == "." && !d.Tokens[j].Is(token.SpaceBefore) && d.Tokens[i-1].Lower == "," {
		stop = true // "Selma, Ala." where the sentence ends
	}
	caps := text == strings.ToUpper(text)
	shout := d.Sents[d.Tokens[i].Sent].Kind == token.Headline && allCaps(d, d.Tokens[i].Sent)
	all, ok := f.found[key]
	if !ok {
		for e := range f.g.LookupNorm(key) {
			if all = append(all, e); len(all) == maxCands {
				break
			}
		}
		if len(all) > 0 {
			f.found[key] = all
		}
	}
	acronym := j == i+1 && len(text) <= 4 && caps && !stop && !shout && d.Sents[d.Tokens[i].Sent].Kind != token.Dateline &&
		!(d.Sents[d.Tokens[i].Sent].First == i && dash(d, j))
	n := 0
	for k := range all {
		if f.reads(&all[k], stop, caps, shout, acronym) {
			n++
		}
	}
	if n == len(all) {
		return all
	}
	out := make([]gazetteer.Entry, 0, n)
	for k := range all {
		if f.reads(&all[k], stop, caps, shout, acronym) {
			out = append(out, all[k])
		}
	}
	return out
}

// reads reports whether an entry's name may be written so: with a stop, in
// capitals, in a line that is all capitals, as an acronym.
func (f *finder) reads(e *gazetteer.Entry, stop, caps, shout, acronym bool) bool {
	if e.Flags&(gazetteer.NeedsStop|gazetteer.NeedsCaps) != 0 &&
		!(e.Flags&gazetteer.NeedsStop != 0 && stop) && !(e.Flags&gazetteer.NeedsCaps != 0 && caps && (!shout || stop)) {
		return false
	}
	// A short word in capitals is an acronym: "ACT", "AIDS".
	return !acronym || e.Flags&gazetteer.NeedsCaps != 0 || e.Kind == gazetteer.Country
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
			f.spots = append(f.spots, spot{first: i, last: j, cands: []gazetteer.Entry{e}, in: token.None, pick: 0, demonym: true, keep: true, fixed: true, score: 2, rule: "demonym"})
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
