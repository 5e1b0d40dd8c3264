package actor

import "slices"

// ID is what a list outside the text calls an actor.
type ID struct {
	Scheme string // the list: "wikidata"
	ID     string // "Q183"
	Rule   string // why it is this actor's
	Score  uint8  // how sure, in percent
}

// Wikidata is the scheme of the built-in table's IDs.
const Wikidata = "wikidata"

// StateID is Wikidata's item of the country of that code, or "".
func StateID(country string) string {
	v, _ := open(idsData).Find("s" + country)
	return v
}

// PersonID is Wikidata's item of the holder of an office of that country, by
// the name that the table of holders has, or "".
func PersonID(country, name string) string {
	v, _ := open(idsData).Find("p" + country + "|" + name)
	return v
}

// Apart reports whether a and b are of two actors: one scheme has two IDs.
func Apart(a, b []ID) bool {
	for i := range a {
		if k := schemeOf(b, a[i].Scheme); k >= 0 && b[k].ID != a[i].ID {
			return true
		}
	}
	return false
}

// Shared reports whether a and b have an ID in common.
func Shared(a, b []ID) bool {
	for i := range a {
		if k := schemeOf(b, a[i].Scheme); k >= 0 && b[k].ID == a[i].ID {
			return true
		}
	}
	return false
}

// AddIDs is a with the IDs of b of whose schemes a has none.
func AddIDs(a, b []ID) []ID {
	for _, x := range b {
		if schemeOf(a, x.Scheme) < 0 {
			a = append(slices.Clip(a), x)
		}
	}
	return a
}

func schemeOf(ids []ID, scheme string) int {
	return slices.IndexFunc(ids, func(x ID) bool { return x.Scheme == scheme })
}
