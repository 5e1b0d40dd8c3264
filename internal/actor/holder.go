package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/when"
)

// Holder is one term of an office in the table of office holders.
type Holder struct {
	Name    string
	Office  string // canonical: "president", "prime minister", "foreign policy chief"
	Country string // ISO 3166-1 alpha-2, "EU", "UN", "NATO"
	From    uint32 // first day, as the number yyyymmdd
	To      uint32 // last day; 0 for a term that was not over when the table was made
}

// In reports whether day p may lie in the term: a year or month counts when
// any day of it does.
func (h *Holder) In(p when.Point) bool {
	y, m, d := p.Date()
	if p.IsZero() || y < 0 {
		return false
	}
	lo := uint32(y*10000 + m*100 + d)
	hi := lo
	if m == 0 {
		hi = uint32(y*10000 + 1231)
	} else if d == 0 {
		hi = uint32(y*10000 + m*100 + 31)
	}
	return h.From <= hi && (h.To == 0 || h.To > lo)
}

// OfficeHolder is who held an office of a country on day p, when the table
// knows exactly one.
func OfficeHolder(country, office string, p when.Point) (Holder, bool) {
	if country == "" || office == "" || p.IsZero() {
		return Holder{}, false
	}
	v, ok := open(holdersData).Find("o" + country + "|" + office)
	if !ok {
		return Holder{}, false
	}
	var found Holder
	for v != "" {
		var h Holder
		h, v = nextHolder(v)
		if !h.In(p) {
			continue
		}
		if found.Name != "" && found.Name != h.Name {
			if h.From <= found.From {
				continue
			}
			// a term that began later ends the one before it
			if !h.Begun(p) {
				continue
			}
		}
		found = h
	}
	return found, found.Name != ""
}

// Begun reports whether the term had begun by day p; a year or month counts
// by its last day.
func (h *Holder) Begun(p when.Point) bool {
	y, m, d := p.Date()
	if m == 0 {
		m, d = 12, 31
	} else if d == 0 {
		d = 31
	}
	return y > 0 && h.From <= uint32(y*10000+m*100+d)
}

// HoldersNamed yields the holders whose last name is the last word of name,
// also in another transliteration of it where the table has the same skeleton.
func HoldersNamed(name string) []Holder {
	w := nameWords(name)
	if len(w) == 0 {
		return nil
	}
	t := open(holdersData)
	last := w[len(w)-1]
	var out []Holder
	if v, ok := t.Find("n" + last); ok {
		out = appendHolders(out, v)
	} else if v, ok := t.Find("s" + Skeleton(last)); ok && len(last) >= 4 {
		out = appendHolders(out, v)
	}
	return out
}

func appendHolders(out []Holder, v string) []Holder {
	for v != "" {
		var h Holder
		if h, v = nextHolder(v); h.Name != "" {
			out = append(out, h)
		}
	}
	return out
}

// nextHolder reads one holder; a corrupt list ends.
func nextHolder(v string) (Holder, string) {
	if len(v) < 11 {
		return Holder{}, ""
	}
	h := Holder{From: packed.U32(v, 0), To: packed.U32(v, 4)}
	v = v[8:]
	for _, s := range []*string{&h.Country, &h.Office, &h.Name} {
		if v == "" || len(v) < 1+int(v[0]) {
			return Holder{}, ""
		}
		n := int(v[0])
		*s, v = v[1:1+n], v[1+n:]
	}
	return h, v
}

// HeadOffice reports whether office is one that leads a country.
func HeadOffice(office string) bool {
	return listed(strings.TrimPrefix(office, "acting "), classHeadOffice)
}
