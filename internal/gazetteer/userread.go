package gazetteer

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// SyntaxError is what is wrong with one line of a user's gazetteer.
type SyntaxError struct {
	Line   int    // from 1
	Column string // name of the column or the member; empty if it is the whole line
	Msg    string
}

func (e *SyntaxError) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("gazetteer: line %d: %s", e.Line, e.Msg)
	}
	return fmt.Sprintf("gazetteer: line %d: %s: %s", e.Line, e.Column, e.Msg)
}

// wrong tells what is wrong with a column of a line whose number the caller sets.
func wrong(column, format string, args ...any) *SyntaxError {
	return &SyntaxError{Column: column, Msg: fmt.Sprintf(format, args...)}
}

// maxErrors is how many wrong lines are told of before reading stops.
const maxErrors = 20

// columns of the CSV form, and members of the JSON form.
var columns = [...]string{"name", "kind", "country", "division", "lat", "lon", "population", "aliases", "id", "disputed"}

// ReadCSV reads places from comma-separated lines (RFC 4180). The first line
// names the columns, in any order: name, lat and lon (degrees, WGS 84) must
// be there; kind (default "city"), country (ISO 3166-1 alpha-2), division
// (GeoNames code, "US.TX"), population, aliases (separated by semicolons),
// id (GeoNames) and disputed ("true") may be. Wrong lines are left out and
// told of, each as a *SyntaxError, in the error; the rest is in the result.
func ReadCSV(r io.Reader) (*User, error) {
	c := csv.NewReader(bufio.NewReaderSize(r, 1<<16))
	c.ReuseRecord = true
	c.TrimLeadingSpace = true
	head, err := c.Read()
	if err == io.EOF {
		return nil, &SyntaxError{1, "", "no line with the names of the columns"}
	}
	if err != nil {
		return nil, csvError(err)
	}
	var at [len(columns)]int
	for i := range at {
		at[i] = -1
	}
	for i, h := range head {
		h = strings.TrimPrefix(strings.TrimSpace(h), "\ufeff")
		k := slices.Index(columns[:], strings.ToLower(h))
		if k < 0 {
			return nil, &SyntaxError{1, h, "unknown column"}
		}
		if at[k] >= 0 {
			return nil, &SyntaxError{1, h, "stands twice"}
		}
		at[k] = i
	}
	for _, k := range []int{0, 4, 5} {
		if at[k] < 0 {
			return nil, &SyntaxError{1, columns[k], "no such column"}
		}
	}
	b := userBuilder{u: &User{}, divisions: map[string]string{}}
	var errs []error
	for len(errs) < maxErrors {
		rec, err := c.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			errs = append(errs, csvError(err))
			var p *csv.ParseError
			if !errors.As(err, &p) || !errors.Is(err, csv.ErrFieldCount) {
				break
			}
			continue
		}
		var f [len(columns)]string
		for k, i := range at {
			if i >= 0 {
				f[k] = strings.TrimSpace(rec[i])
			}
		}
		if e := b.add(&f); e != nil {
			e.Line, _ = c.FieldPos(0)
			errs = append(errs, e)
		}
	}
	return b.done(), errors.Join(errs...)
}

func csvError(err error) error {
	var p *csv.ParseError
	if errors.As(err, &p) {
		return &SyntaxError{p.Line, "", p.Err.Error()}
	}
	return err
}

// ReadJSON reads places from JSON lines: one object a line, with the members
// that ReadCSV has as columns; lat, lon, population and id are numbers,
// aliases is an array of strings, disputed is true or false. Errors are as
// those of ReadCSV.
func ReadJSON(r io.Reader) (*User, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<20)
	b := userBuilder{u: &User{}, divisions: map[string]string{}}
	var errs []error
	line := 0
	for len(errs) < maxErrors && sc.Scan() {
		line++
		raw := bytes.TrimSpace(sc.Bytes())
		if len(raw) == 0 {
			continue
		}
		var p struct {
			Name, Kind, Country, Division string
			Lat, Lon                      *float64
			Population                    int64
			Aliases                       []string
			ID                            int32
			Disputed                      bool
		}
		dec := json.NewDecoder(bytes.NewReader(raw))
		dec.DisallowUnknownFields()
		err := dec.Decode(&p)
		switch {
		case err != nil:
			errs = append(errs, jsonError(line, err))
			continue
		case dec.More():
			errs = append(errs, &SyntaxError{line, "", "more than one value"})
			continue
		case p.Lat == nil:
			errs = append(errs, &SyntaxError{line, "lat", "is not there"})
			continue
		case p.Lon == nil:
			errs = append(errs, &SyntaxError{line, "lon", "is not there"})
			continue
		}
		e := userEntry{lat: *p.Lat, lon: *p.Lon, population: p.Population, id: p.ID}
		if p.Disputed {
			e.flags = Disputed
		}
		if e := b.place(strings.TrimSpace(p.Name), p.Kind, p.Country, p.Division, e, slices.Values(p.Aliases)); e != nil {
			e.Line = line
			errs = append(errs, e)
		}
	}
	if err := sc.Err(); err != nil {
		errs = append(errs, &SyntaxError{line + 1, "", err.Error()})
	}
	return b.done(), errors.Join(errs...)
}

// jsonError is what the decoder says, with the member that it is about.
func jsonError(line int, err error) error {
	e := &SyntaxError{Line: line, Msg: strings.TrimPrefix(err.Error(), "json: ")}
	var t *json.UnmarshalTypeError
	if errors.As(err, &t) {
		e.Column, e.Msg = strings.ToLower(t.Field), "is no "+strings.TrimLeft(t.Type.String(), "*[]")
	} else if name, ok := strings.CutPrefix(e.Msg, "unknown field "); ok {
		e.Column, e.Msg = strings.Trim(name, `"`), "unknown member"
	}
	return e
}

type userBuilder struct {
	u         *User
	divisions map[string]string // each code once
}

func (b *userBuilder) add(f *[len(columns)]string) *SyntaxError {
	var e userEntry
	var err error
	for _, n := range []struct {
		col int
		to  *float64
	}{{4, &e.lat}, {5, &e.lon}} {
		if *n.to, err = strconv.ParseFloat(f[n.col], 64); err != nil {
			return wrong(columns[n.col], "%q is no number", f[n.col])
		}
	}
	if f[6] != "" {
		if e.population, err = strconv.ParseInt(f[6], 10, 64); err != nil {
			return wrong("population", "%q is no whole number", f[6])
		}
	}
	if f[8] != "" {
		id, err := strconv.ParseInt(f[8], 10, 32)
		if err != nil {
			return wrong("id", "%q is no GeoNames id", f[8])
		}
		e.id = int32(id)
	}
	switch f[9] {
	case "", "false":
	case "true":
		e.flags = Disputed
	default:
		return wrong("disputed", "%q is neither true nor false", f[9])
	}
	return b.place(f[0], f[1], f[2], f[3], e, strings.SplitSeq(f[7], ";"))
}

func (b *userBuilder) place(name, kind, country, division string, e userEntry, aliases func(func(string) bool)) *SyntaxError {
	switch {
	case name == "" || Norm(name) == "":
		return wrong("name", "no name")
	case len(name) > 250 || !utf8.ValidString(name):
		return wrong("name", "is too long or not UTF-8")
	case !(math.Abs(e.lat) <= 90):
		return wrong("lat", "%g is outside -90 to 90", e.lat)
	case !(math.Abs(e.lon) <= 180):
		return wrong("lon", "%g is outside -180 to 180", e.lon)
	case e.population < 0:
		return wrong("population", "less than none")
	case e.id < 0:
		return wrong("id", "less than none")
	}
	e.kind = City
	if kind != "" {
		if e.kind = ParseKind(strings.ToLower(kind)); e.kind == NoKind {
			return wrong("kind", "%q is unknown", kind)
		}
	}
	if country != "" {
		if len(country) != 2 || country[0] < 'A' || country[0] > 'Z' || country[1] < 'A' || country[1] > 'Z' {
			return wrong("country", "%q is no ISO 3166-1 alpha-2 code", country)
		}
		e.country = [2]byte{country[0], country[1]}
	}
	if division != "" {
		if len(division) < 4 || division[2] != '.' || division[:2] != country {
			return wrong("division", "%q is no code of the country's, such as \"US.TX\"", division)
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
		return wrong("", "gazetteer too large")
	}
	e.name, e.nameLen = uint32(len(u.text)), uint16(len(name))
	u.text = append(u.text, name...)
	u.entries = append(u.entries, e)
	b.key(name, true)
	for a := range aliases {
		if a = strings.TrimSpace(a); a != "" && len(a) <= 250 {
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
