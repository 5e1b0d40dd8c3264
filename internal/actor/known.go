package actor

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline/internal/lines"
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
	IDs     []ID   // what other lists call it
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
//	ids      what other lists call it, separated by semicolons: "wikidata:Q1;crm:4711"
//
// Lines with an ID in common are of one actor under several names. Wrong lines
// are left out and told of, each as a *lines.Error, in the error; the
// rest is in the result. Of two lines with one name the first wins.
func ReadKnowledge(r io.Reader) (*Knowledge, error) { return readKnowledge(lines.CSV, r) }

// ReadKnowledgeJSON is ReadKnowledge for JSON lines: aliases is an array of
// strings, and ids an object: {"wikidata": "Q1"}.
func ReadKnowledgeJSON(r io.Reader) (*Knowledge, error) { return readKnowledge(lines.JSON, r) }

func readKnowledge(read func(io.Reader, []lines.Column, func(lines.Row) *lines.Error) error, r io.Reader) (*Knowledge, error) {
	columns := make([]lines.Column, len(knownColumns))
	for i := range knownColumns {
		columns[i] = knownColumns[i].Column
	}
	k := &Knowledge{}
	err := read(r, columns, func(row lines.Row) *lines.Error {
		x := Known{Kind: Person}
		for i := range knownColumns {
			if err := knownColumns[i].set(&x, row[i]); err != nil {
				return lines.Wrong(columns[i].Name, "%v", err)
			}
		}
		k.add(x)
		return nil
	})
	return k.done(), err
}

// done makes k ready to be asked.
func (k *Knowledge) done() *Knowledge {
	k.sort()
	k.ends = []int32{int32(len(k.known))}
	return k
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
	lines.Column
	set func(x *Known, parts []string) error
}

var knownColumns = [...]column{
	{lines.Column{Name: "name", Must: true}, one(setName)},
	{lines.Column{Name: "kind"}, one(setKind)},
	{lines.Column{Name: "country"}, one(setCountry)},
	{lines.Column{Name: "gender"}, one(setGender)},
	{lines.Column{Name: "aliases", Form: lines.List}, setAliases},
	{lines.Column{Name: "office"}, one(setOffice)},
	{lines.Column{Name: "from"}, one(setFrom)},
	{lines.Column{Name: "to"}, one(setTo)},
	{lines.Column{Name: "ids", Form: lines.Pairs}, setIDs},
}

// one sets a column of one value, "" where it is empty.
func one(set func(x *Known, v string) error) func(*Known, []string) error {
	return func(x *Known, parts []string) error {
		if len(parts) == 0 {
			return set(x, "")
		}
		return set(x, parts[0])
	}
}

func setName(x *Known, v string) error {
	if Fold(v) == "" {
		return errors.New("is empty")
	}
	x.Name = v
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

func setAliases(x *Known, parts []string) error {
	for _, a := range parts {
		if Fold(a) != "" {
			x.Aliases = append(x.Aliases, a)
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

// sureUserID is how sure, in percent, an ID of a user's actor is of who bears its name.
const sureUserID = 95

func setIDs(x *Known, parts []string) error {
	for _, s := range parts {
		scheme, id, ok := strings.Cut(s, ":")
		scheme, id = strings.TrimSpace(scheme), strings.TrimSpace(id)
		if !ok || scheme == "" || id == "" || schemeOf(x.IDs, scheme) >= 0 {
			return fmt.Errorf("%q is no ID like \"wikidata:Q1\", or the second of its scheme", s)
		}
		x.IDs = append(x.IDs, ID{scheme, id, "user-actor", sureUserID})
	}
	slices.SortFunc(x.IDs, func(a, b ID) int { return strings.Compare(a.Scheme, b.Scheme) })
	return nil
}

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
	k.join()
	k.keys = slices.CompactFunc(k.keys, func(a, b knownKey) bool { return a.key == b.key })
}

// join lets all names of actors with an ID in common lead to the first of them
// that wins, unless another scheme tells them apart.
func (k *Knowledge) join() {
	first := make(map[ID]int32) // the first with an ID
	of := make(map[int32]int32)
	for i := range int32(len(k.known)) {
		x := &k.known[i]
		to := i
		for _, id := range x.IDs {
			if j, ok := first[id]; ok && to == i && !Apart(k.known[j].IDs, x.IDs) {
				to = j
			}
		}
		if to != i {
			of[i] = to
			k.known[to].IDs = AddIDs(k.known[to].IDs, x.IDs)
		}
		for _, id := range x.IDs {
			if _, ok := first[id]; !ok {
				first[id] = to
			}
		}
	}
	for i := range k.keys {
		if j, ok := of[k.keys[i].i]; ok {
			k.keys[i].i = j
		}
	}
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
