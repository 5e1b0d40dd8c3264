package place

import (
	"math"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/token"
)

// locality is how much the article reads like a local paper's, from 0 to 1:
// streets, police departments, schools, county bodies, ages after names. Such
// papers name the town next door without more, however small it is.
func (f *finder) locality() float64 {
	cues, world := f.localWords()
	for i := range f.base {
		if f.base[i].code != "US" {
			world += worldDemonym * f.base[i].weight
		}
	}
	for k := range f.spots {
		f.d.CheckAt(k)
		s := &f.spots[k]
		if !s.keep || len(s.cands) == 0 {
			continue
		}
		switch c := &s.cands[0]; {
		case c.Kind == gazetteer.Country && c.Country != "US" && s.last-s.first+int32(len(s.cands)) <= 4:
			world += worldNation
		case c.Kind == gazetteer.County:
			cues += localHalf
		}
	}
	per := 100 / math.Max(100, float64(len(f.d.Tokens)))
	return math.Max(0, math.Min(1, (cues-world)*per/localPer))
}

// localWords weighs the words of local and of world news.
func (f *finder) localWords() (local, world float64) {
	for i := range f.d.Tokens {
		f.d.CheckAt(i)
		t := &f.d.Tokens[i]
		if !t.Is(token.Capital) {
			if is(t.Lower, classLocal) {
				local += localHalf
			}
			local += f.age(i)
			continue
		}
		switch {
		case is(t.Lower, classLocalName):
			local += localWhole
		case is(t.Lower, classLocalBody):
			local += localHalf
		case is(t.Lower, classWorldBody):
			world += worldBody
		}
	}
	return local, world
}

// age is what an age after a name says for local news: "John Smith, 54, of Paris".
func (f *finder) age(i int) float64 {
	d := f.d
	t := &d.Tokens[i]
	if !t.Is(token.Numeric) || t.End-t.Start != 2 || i < 2 || i+2 >= len(d.Tokens) {
		return 0
	}
	if d.Tokens[i-1].Lower != "," || d.Tokens[i+1].Lower != "," || !d.Tokens[i-2].Is(token.Capital) {
		return 0
	}
	if d.Tokens[i+2].Lower == "of" {
		return localHalf + localWhole
	}
	return localHalf
}

// tongues are the words that give a country of the Commonwealth away.
var tongues = [...]struct {
	words   wordClass
	country string
}{{classIrish, "IE"}, {classCanadian, "CA"}, {classIndian, "IN"}}

// dialect is where the article's English is written: above zero in the United
// States, below in Britain and the Commonwealth, up to 1 either way; and the
// country that words or money give away, or empty.
func (f *finder) dialect() (us float64, country string) {
	a, b := 0.0, 0.0
	for i := range f.d.Tokens {
		f.d.CheckAt(i)
		e := wordTable.Find(f.d.Tokens[i].Lower)
		if !e.Known() {
			continue
		}
		switch {
		case e.Has(classAmerican):
			a++
		case e.Has(classBritish):
			b++
		}
		for _, t := range tongues {
			if e.Has(t.words) {
				country = t.country
				b++
			}
		}
	}
	return math.Max(-1, math.Min(1, (a-b)/(a+b+dialectSmall)*dialectSmall)), country
}
