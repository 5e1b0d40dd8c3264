package place

import (
	"math"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

// prior is how likely a candidate is without its context.
func (f *finder) prior(n *sense, i int) float64 {
	e := &n.cands[i]
	v := (priorLog-priorLogLocal*f.local)*math.Log(float64(e.Population)+priorFloor) + f.sort(n, e)
	if e.Flags&gazetteer.Alias != 0 {
		v += priorAlias
	}
	if e.Flags&gazetteer.Variant != 0 {
		v += priorVariant
	}
	if e.Kind == gazetteer.City || e.Kind == gazetteer.Suburb {
		v += priorKnown * (1 - f.local) * (math.Log(float64(e.Names)+1) - 3)
	}
	v += f.homeland(e)
	if e.Flags&gazetteer.FromUser != 0 {
		v += priorUser
	}
	if h := f.o.Home; h != nil {
		if h.Kind != gazetteer.Country {
			v += priorHomeNear * near(gazetteer.Distance(h.Lat, h.Lon, e.Lat, e.Lon))
		}
		if h.Country == e.Country {
			v += priorHome
		}
		if h.Division != "" && h.Division == e.Division {
			v += priorHomeState
		}
	}
	return v
}

// sort is what the candidate's kind says.
func (f *finder) sort(n *sense, e *gazetteer.Entry) float64 {
	switch e.Kind {
	case gazetteer.Country:
		return priorCountry - priorCountryUS*f.local*math.Max(0, f.us)
	case gazetteer.Continent:
		return priorContinent
	case gazetteer.Division:
		return priorDivision + namesake(n.cands, e) + province(e)
	case gazetteer.County:
		return priorCounty + seat(n.cands, e)
	case gazetteer.Suburb:
		return priorSuburb
	case gazetteer.City:
		if cityState(n.cands, e) {
			return priorCityState
		} else if e.Flags&gazetteer.Capital != 0 {
			return priorCapital - priorCapLocal*f.local
		} else if e.Flags&gazetteer.Seat != 0 {
			return priorSeat
		}
	case gazetteer.Region:
		return priorRegion
	case gazetteer.Sea:
		return priorSea
	case gazetteer.Site:
		return priorSite
	}
	return 0
}

// namesake is what it says of a division that a large city in it, or the
// country's capital, has its name.
func namesake(cands []gazetteer.Entry, e *gazetteer.Entry) float64 {
	v := 0.0
	for j := range cands {
		c := &cands[j]
		if c.Kind == gazetteer.City && e.Flags&gazetteer.Disputed == 0 && c.Division == e.Division && c.Population > e.Population/priorSameBig {
			return v + priorSameCity
		}
		if c.Country == e.Country && c.Flags&gazetteer.Capital != 0 {
			v += priorSameSeat
		}
	}
	return v
}

// seat is what it says of a county that a city in it has its name.
func seat(cands []gazetteer.Entry, e *gazetteer.Entry) float64 {
	for j := range cands {
		c := &cands[j]
		if c.Kind == gazetteer.City && c.Country == e.Country && gazetteer.Distance(c.Lat, c.Lon, e.Lat, e.Lon) < cityReach {
			return priorSameCounty
		}
	}
	return 0
}

// cityState reports whether a name is that of the town's own country.
func cityState(cands []gazetteer.Entry, e *gazetteer.Entry) bool {
	for j := range cands {
		if c := &cands[j]; c.Kind == gazetteer.Country && c.Country == e.Country {
			return true
		}
	}
	return false
}

// province is what it says of a division where it lies. A city that its
// division is named after is meant rather than the division, save where the
// division is a state that papers name alone.
func province(e *gazetteer.Entry) float64 {
	switch c := wordTable.Find(e.Country); {
	case c.Has(classState):
		return priorState
	case c.Has(classRegion):
		return 0
	}
	if e.Flags&gazetteer.Disputed != 0 {
		return priorProvince + priorDisputed
	}
	return priorProvince
}

// homeland is what the language of the article says for a country: news in
// English is more of those that speak it, a local paper's news of its own.
func (f *finder) homeland(e *gazetteer.Entry) float64 {
	v := 0.0
	switch {
	case e.Country == "US":
		v = homeUS + homeUSDialect*f.us + f.local*(homeUSLocal+homeUSTongue*f.us)
	case wordTable.Has(e.Country, classEnglish):
		v = homeEnglish - f.us*(homeEnglishUS+f.local)
	default:
		if e.Kind == gazetteer.City {
			v = homeForeignCity * f.local * math.Abs(f.us)
		}
	}
	if e.Country != "" && e.Country == f.tongue {
		v += homeTongue + f.local
	}
	return v
}
