package actor

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline/internal/when"
)

// Known is an actor that the user of the library brings along.
type Known struct {
	Name    string
	Aliases []string
	Kind    Kind
	Country string // ISO 3166-1 alpha-2, "EU", "UN", or empty
	Gender  Gender
	Office  string // canonical office that it holds, or empty
	From    uint32 // first day in the office, as the number yyyymmdd; 0: always
	To      uint32 // last day; 0: still
}

// Knowledge is a user's actors, found by name and alias. It is never changed
// after ReadKnowledge and may be shared. It holds about 150 bytes a line
// beside the text of the file.
type Knowledge struct {
	ends  []int32 // where each list joined to one ends in known; of those that win first
	known []Known
	keys  []knownKey // by key
	held  []knownKey // actors with an office, by country, blank and office
}

type knownKey struct {
	key string // folded name or alias
	i   int32
}

// ReadKnowledge reads CSV (RFC 4180) in UTF-8. The first line names the
// columns, in any order; only name must be there:
//
//	name     as it is spelled first
//	kind     person, organization, state, armed group, company, media or
//	         group; person if empty
//	country  ISO 3166-1 alpha-2 code, EU, UN or NATO
//	gender   m or f
//	aliases  other names, separated by semicolons
//	office   what it holds, lower-case: president, foreign minister
//	from, to first and last day in the office: 2024-01-31
//
// An error tells the line and the column. Of two lines with one name the
// first wins.
func ReadKnowledge(r io.Reader) (*Knowledge, error) {
	c := csv.NewReader(bufio.NewReader(r))
	c.ReuseRecord = true
	c.Comment = '#'
	columns, err := readColumns(c)
	if err != nil {
		return nil, err
	}
	k := &Knowledge{}
	for {
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("actors: %w", err) // csv tells the line
		}
		x := Known{Kind: Person}
		for i, v := range row {
			if err := columns[i].set(&x, strings.TrimSpace(v)); err != nil {
				line, _ := c.FieldPos(i)
				return nil, fmt.Errorf("actors: line %d: column %q: %w", line, columns[i].name, err)
			}
		}
		k.add(x)
	}
	k.sort()
	k.ends = []int32{int32(len(k.known))}
	return k, nil
}

func (k *Knowledge) add(x Known) {
	n := int32(len(k.known))
	k.known = append(k.known, x)
	k.keys = append(k.keys, knownKey{strings.Clone(Fold(x.Name)), n})
	if x.Office != "" {
		k.held = append(k.held, knownKey{x.Country + " " + x.Office, n})
	}
	for _, a := range x.Aliases {
		k.keys = append(k.keys, knownKey{strings.Clone(Fold(a)), n})
	}
}

// column is a column of the file and what it sets.
type column struct {
	name string
	set  func(x *Known, v string) error
}

var knownColumns = [...]column{
	{"name", setName}, {"kind", setKind}, {"country", setCountry}, {"gender", setGender},
	{"aliases", setAliases}, {"office", setOffice}, {"from", setFrom}, {"to", setTo},
}

func readColumns(c *csv.Reader) ([]column, error) {
	header, err := c.Read()
	if err != nil {
		if errors.Is(err, io.EOF) {
			return nil, errors.New("actors: line 1: no line with the names of the columns")
		}
		return nil, fmt.Errorf("actors: %w", err)
	}
	var columns []column
	for _, h := range header {
		h = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")))
		named := func(x column) bool { return x.name == h }
		i := slices.IndexFunc(knownColumns[:], named)
		if i < 0 {
			return nil, fmt.Errorf("actors: line 1: unknown column %q", h)
		}
		if slices.ContainsFunc(columns, named) {
			return nil, fmt.Errorf("actors: line 1: column %q twice", h)
		}
		columns = append(columns, knownColumns[i])
	}
	if !slices.ContainsFunc(columns, func(x column) bool { return x.name == "name" }) {
		return nil, errors.New("actors: line 1: no column \"name\"")
	}
	return columns, nil
}

func setName(x *Known, v string) error {
	if Fold(v) == "" {
		return errors.New("is empty")
	}
	x.Name = strings.Clone(v)
	return nil
}

func setKind(x *Known, v string) error {
	if v == "" {
		return nil
	}
	i := slices.Index(kindNames[:], strings.Replace(strings.ToLower(v), "ization", "isation", 1))
	if i < 1 || Kind(i) == RoleOnly {
		return fmt.Errorf("unknown kind %q", v)
	}
	x.Kind = Kind(i)
	return nil
}

func setCountry(x *Known, v string) error {
	x.Country = strings.ToUpper(v)
	return nil
}

func setGender(x *Known, v string) error {
	switch v {
	case "":
	case "m":
		x.Gender = Masc
	case "f":
		x.Gender = Fem
	default:
		return fmt.Errorf("%q is neither m nor f", v)
	}
	return nil
}

func setAliases(x *Known, v string) error {
	for a := range strings.SplitSeq(v, ";") {
		if a = strings.TrimSpace(a); Fold(a) != "" {
			x.Aliases = append(x.Aliases, strings.Clone(a))
		}
	}
	return nil
}

func setOffice(x *Known, v string) error {
	x.Office = strings.ToLower(v)
	return nil
}

func setFrom(x *Known, v string) error { return setDay(&x.From, v) }

func setTo(x *Known, v string) error { return setDay(&x.To, v) }

func setDay(day *uint32, v string) error {
	if v == "" {
		return nil
	}
	t, err := time.Parse(time.DateOnly, v)
	if err != nil {
		return fmt.Errorf("%q is no day like 2024-01-31", v)
	}
	*day = uint32(t.Year()*10000 + int(t.Month())*100 + t.Day())
	return nil
}

// With is a Knowledge of the actors of k and of later, whose actors win over
// those of k with their name, and over holders of an office at one time.
func (k *Knowledge) With(later *Knowledge) *Knowledge {
	if k == nil {
		return later
	}
	n := int32(len(later.known))
	moved := func(keys []knownKey) []knownKey {
		out := slices.Clone(keys)
		for i := range out {
			out[i].i += n
		}
		return out
	}
	j := &Knowledge{known: slices.Concat(later.known, k.known), keys: slices.Concat(later.keys, moved(k.keys)),
		held: slices.Concat(later.held, moved(k.held)), ends: slices.Clone(later.ends)}
	for _, e := range k.ends {
		j.ends = append(j.ends, e+n)
	}
	j.sort()
	return j
}

// sort makes the keys ready for search: of one key the first actor wins.
func (k *Knowledge) sort() {
	slices.SortStableFunc(k.keys, func(a, b knownKey) int { return strings.Compare(a.key, b.key) })
	slices.SortStableFunc(k.held, func(a, b knownKey) int { return strings.Compare(a.key, b.key) })
	k.keys = slices.CompactFunc(k.keys, func(a, b knownKey) bool { return a.key == b.key })
}

// Len is the number of actors.
func (k *Knowledge) Len() int {
	if k == nil {
		return 0
	}
	return len(k.known)
}

// At is actor i.
func (k *Knowledge) At(i int) Known { return k.known[i] }

// Lookup is the index of the actor of that name or alias.
func (k *Knowledge) Lookup(name string) (int, bool) {
	if k == nil || len(k.keys) == 0 {
		return 0, false
	}
	i, ok := search(k.keys, Fold(name))
	if !ok {
		return 0, false
	}
	return int(k.keys[i].i), true
}

func search(keys []knownKey, key string) (int, bool) {
	return slices.BinarySearchFunc(keys, key, func(e knownKey, s string) int { return strings.Compare(e.key, s) })
}

// OfficeHolder is who of the user's actors held an office of a country on day
// p, when it is just one of the last list that names any.
func (k *Knowledge) OfficeHolder(country, office string, p when.Point) (Holder, bool) {
	var found Holder
	end := int32(math.MaxInt32) // of the list that found is from
	if k == nil || country == "" || office == "" {
		return found, false
	}
	key := country + " " + office
	for i, _ := search(k.held, key); i < len(k.held) && k.held[i].key == key && k.held[i].i < end; i++ {
		x := &k.known[k.held[i].i]
		h := Holder{Name: x.Name, Office: x.Office, Country: x.Country, From: x.From, To: x.To}
		if (x.From != 0 || x.To != 0) && !h.In(p) {
			continue
		}
		if found.Name != "" {
			return Holder{}, false
		}
		found = h
		last, _ := slices.BinarySearch(k.ends, k.held[i].i+1)
		end = k.ends[last]
	}
	return found, found.Name != ""
}
