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
	d := f.d
	cues, world := 0.0, 0.0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if !t.Is(token.Capital) {
			switch t.Lower {
			case "resident", "residents", "downtown", "township", "countywide", "mph", "deputies", "firefighters", "councilman", "councilwoman", "councillor", "parishioners", "commissioners":
				cues += 0.5
			}
			// "John Smith, 54, of Paris"
			if t.Is(token.Numeric) && t.End-t.Start == 2 && i > 1 && i+2 < len(d.Tokens) && d.Tokens[i-1].Lower == "," && d.Tokens[i+1].Lower == "," && d.Tokens[i-2].Is(token.Capital) {
				if cues += 0.5; d.Tokens[i+2].Lower == "of" {
					cues++
				}
			}
			continue
		}
		switch t.Lower {
		case "street", "st.", "avenue", "ave.", "ave", "road", "rd.", "drive", "lane", "boulevard", "blvd.", "route", "highway", "interstate", "elementary", "sheriff", "sheriff's",
			"township", "coroner", "ymca", "rotary", "library", "commissioners", "selectmen", "schools", "mayor":
			cues++
		case "county", "high", "fire", "police", "city":
			cues += 0.5
		case "parliament", "minister", "ministry", "ambassador", "nato", "embassy", "un", "reuters", "kremlin", "foreign":
			world++
		}
	}
	for i := range f.base {
		if f.base[i].code != "US" {
			world += 0.5 * f.base[i].weight / 0.5
		}
	}
	for k := range f.spots {
		s := &f.spots[k]
		if !s.keep || len(s.cands) == 0 {
			continue
		}
		switch c := &s.cands[0]; {
		case c.Kind == gazetteer.Country && c.Country != "US" && s.last-s.first+int32(len(s.cands)) <= 4:
			world += 0.7
		case c.Kind == gazetteer.County:
			cues += 0.5
		}
	}
	per := 100 / math.Max(100, float64(len(d.Tokens)))
	return math.Max(0, math.Min(1, (cues-world)*per/1.5))
}

// dialect is where the article's English is written: above zero in the United
// States, below in Britain and the Commonwealth, up to 1 either way; and the
// country that words or money give away, or empty.
func (f *finder) dialect() (us float64, country string) {
	d := f.d
	a, b := 0.0, 0.0
	for i := range d.Tokens {
		switch d.Tokens[i].Lower {
		case "percent", "color", "center", "program", "defense", "labor", "favor", "neighbor", "neighborhood", "traveled", "canceled", "favorite", "gray", "theater", "meter", "liter",
			"honor", "organization", "recognize", "realize", "toward", "sheriff", "sophomore", "downtown", "mom", "gasoline", "freeway", "attorney", "mr.", "dr.", "ms.", "mrs.", "sidewalk", "apartment":
			a++
		case "colour", "centre", "programme", "defence", "labour", "favour", "neighbour", "neighbourhood", "travelled", "cancelled", "favourite", "grey", "theatre", "metre", "metres",
			"kilometres", "litre", "litres", "honour", "organisation", "recognise", "realise", "towards", "whilst", "cllr", "councillor", "councillors", "constabulary", "motorway", "mum", "petrol",
			"£", "pence", "tonnes", "mp", "mps", "msp", "mep", "lorry", "flats", "pensioner", "pensioners", "kerb", "pavement", "solicitor", "cent":
			b++
		case "garda", "gardai", "gardaí", "taoiseach", "dáil", "dail", "oireachtas":
			country = "IE"
			b++
		case "rcmp", "mountie", "mounties":
			country = "CA"
			b++
		case "rupees", "lakh", "crore", "crores":
			country = "IN"
			b++
		}
	}
	return math.Max(-1, math.Min(1, (a-b)/(a+b+1.5)*1.5)), country
}
