package gazetteer

import (
	"bytes"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/lines"
)

// columns of the CSV form, and members of the JSON form.
var columns = []lines.Column{
	colName:       {Name: "name", Must: true},
	colKind:       {Name: "kind"},
	colCountry:    {Name: "country"},
	colDivision:   {Name: "division"},
	colLat:        {Name: "lat", Form: lines.Number, Must: true},
	colLon:        {Name: "lon", Form: lines.Number, Must: true},
	colPopulation: {Name: "population", Form: lines.Number},
	colAliases:    {Name: "aliases", Form: lines.List},
	colID:         {Name: "id", Form: lines.Number},
	colDisputed:   {Name: "disputed", Form: lines.Bool},
}

const (
	colName = iota
	colKind
	colCountry
	colDivision
	colLat
	colLon
	colPopulation
	colAliases
	colID
	colDisputed
)

// ReadCSV reads places by package lines: name, lat and lon (degrees, WGS 84)
// must be there; kind (default "city"), country (ISO 3166-1 alpha-2), division
// (GeoNames code, "US.TX"), population, aliases, id (GeoNames) and disputed
// ("true") may be. Wrong lines are left out and told of, each as a
// *lines.Error, in the error; the rest is in the result.
func ReadCSV(r io.Reader) (*User, error) {
	b := userBuilder{u: &User{}, divisions: map[string]string{}}
	err := lines.CSV(r, columns, b.add)
	return b.done(), err
}

// ReadJSON is ReadCSV for JSON lines.
func ReadJSON(r io.Reader) (*User, error) {
	b := userBuilder{u: &User{}, divisions: map[string]string{}}
	err := lines.JSON(r, columns, b.add)
	return b.done(), err
}

type userBuilder struct {
	u         *User
	divisions map[string]string // each code once
}

func (b *userBuilder) add(r lines.Row) *lines.Error {
	var e userEntry
	var err error
	for _, n := range []struct {
		col int
		to  *float64
	}{{colLat, &e.lat}, {colLon, &e.lon}} {
		if *n.to, err = strconv.ParseFloat(r.Value(n.col), 64); err != nil {
			return lines.Wrong(columns[n.col].Name, "%q is no number", r.Value(n.col))
		}
	}
	if s := r.Value(colPopulation); s != "" {
		if e.population, err = strconv.ParseInt(s, 10, 64); err != nil {
			return lines.Wrong("population", "%q is no whole number", s)
		}
	}
	if s := r.Value(colID); s != "" {
		id, err := strconv.ParseInt(s, 10, 32)
		if err != nil {
			return lines.Wrong("id", "%q is no GeoNames id", s)
		}
		e.id = int32(id)
	}
	switch s := r.Value(colDisputed); s {
	case "", "false":
	case "true":
		e.flags = Disputed
	default:
		return lines.Wrong("disputed", "%q is neither true nor false", s)
	}
	return b.place(r.Value(colName), r.Value(colKind), r.Value(colCountry), r.Value(colDivision), e, r[colAliases])
}

func (b *userBuilder) place(name, kind, country, division string, e userEntry, aliases []string) *lines.Error {
	switch {
	case name == "" || Norm(name) == "":
		return lines.Wrong("name", "no name")
	case len(name) > 250 || !utf8.ValidString(name):
		return lines.Wrong("name", "is too long or not UTF-8")
	case !(math.Abs(e.lat) <= 90):
		return lines.Wrong("lat", "%g is outside -90 to 90", e.lat)
	case !(math.Abs(e.lon) <= 180):
		return lines.Wrong("lon", "%g is outside -180 to 180", e.lon)
	case e.population < 0:
		return lines.Wrong("population", "less than none")
	case e.id < 0:
		return lines.Wrong("id", "less than none")
	}
	e.kind = City
	if kind != "" {
		if e.kind = ParseKind(strings.ToLower(kind)); e.kind == NoKind {
			return lines.Wrong("kind", "%q is unknown", kind)
		}
	}
	if country != "" {
		if len(country) != 2 || country[0] < 'A' || country[0] > 'Z' || country[1] < 'A' || country[1] > 'Z' {
			return lines.Wrong("country", "%q is no ISO 3166-1 alpha-2 code", country)
		}
		e.country = [2]byte{country[0], country[1]}
	}
	if division != "" {
		if len(division) < 4 || division[2] != '.' || division[:2] != country {
			return lines.Wrong("division", "%q is no code of the country's, such as \"US.TX\"", division)
		}
		d, ok := b.divisions[division]
		if !ok {
			d = strings.Clone(division)
			b.divisions[d] = d
		}
		e.division = d
	}
	u := b.u
	if uint64(len(u.text))+uint64(len(name))*2 > math.MaxUint32/2 {
		return lines.Wrong("", "gazetteer too large")
	}
	e.name, e.nameLen = uint32(len(u.text)), uint16(len(name))
	u.text = append(u.text, name...)
	u.entries = append(u.entries, e)
	b.key(name, true)
	for _, a := range aliases {
		if len(a) <= 250 {
			b.key(a, false)
		}
	}
	return nil
}

func (b *userBuilder) key(name string, own bool) {
	u := b.u
	k := Norm(name)
	if k == "" {
		return
	}
	u.keys = append(u.keys, userKey{off: uint32(len(u.text)), n: uint16(len(k)), own: own, entry: uint32(len(u.entries) - 1)})
	u.text = append(u.text, k...)
}

// done sorts the keys; places of one name keep their order.
func (b *userBuilder) done() *User {
	u := b.u
	u.text = slices.Clip(u.text)
	u.entries = slices.Clip(u.entries)
	u.keys = slices.Clip(u.keys)
	slices.SortFunc(u.keys, func(x, y userKey) int {
		if c := bytes.Compare(u.key(x), u.key(y)); c != 0 {
			return c
		}
		return int(x.entry) - int(y.entry)
	})
	return u
}
