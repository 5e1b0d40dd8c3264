package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline"
)

// rows are what the archive keeps of a Document for its pages, ready to be
// written: made beside each other, stored one by one.
type rows struct {
	document   []byte
	names      []nameRow
	entries    []entryRow
	statements []statementRow
	lead       []string
}

// A nameRow is an actor or a place.
type nameRow struct {
	key, typ, kind, name, note string
	aliases                    []string
}

// An entryRow has indices into rows.names.
type entryRow struct {
	title, kind, status, word, day, phrase, place string
	salience                                      float64
	sentence                                      dateline.Span
	parts                                         []partRow
}

type partRow struct {
	name int
	role string
}

type statementRow struct {
	name                 int
	stance, status, text string
}

const (
	typeActor = "actor"
	typePlace = "place"
	roleWhere = "where" // a part that is a place
)

// rowsOf takes what the pages list: the entries that are shown by default, or
// the first three of an article that has fewer, and the names in them.
func rowsOf(d *dateline.Document) (*rows, error) {
	r := new(rows)
	var err error
	if r.document, err = d.MarshalBinary(); err != nil {
		return nil, err
	}
	at := make(map[string]int) // names by what a Timeline calls them
	for i := range d.Actors {
		r.addActor(&d.Actors[i], at)
	}
	for i := range d.Locations {
		l := &d.Locations[i]
		if slices.ContainsFunc(l.Mentions, func(m dateline.LocationMention) bool { return !m.Metonym && !m.Derived }) {
			r.place(&l.Place)
		}
	}
	t := d.Timeline()
	shown := t.Shown()
	if least := min(3, len(t.Entries)); len(shown.Entries) < least {
		shown = t.Top(least)
	}
	for i := range shown.Entries {
		r.entries = append(r.entries, r.entry(shown, &shown.Entries[i], at))
	}
	for i := range d.Statements {
		s := &d.Statements[i]
		a, ok := d.Actor(s.Actor)
		if !ok {
			continue
		}
		if n, ok := at[strings.ToLower(a.Name)]; ok {
			r.statements = append(r.statements, statementRow{n, string(s.Stance), fmt.Sprint(s.Status), said(d, s)})
		}
	}
	r.lead = r.leads(d)
	return r, nil
}

// addActor takes in an actor that has a name.
func (r *rows) addActor(a *dateline.Actor, at map[string]int) {
	named := slices.ContainsFunc(a.Mentions, func(m dateline.ActorMention) bool { return m.Form == dateline.MentionNamed })
	if !named || a.Name == "" {
		return
	}
	n := nameRow{typ: typeActor, kind: string(a.Kind), name: usualName(a), note: a.Country}
	n.key = actorKey(n.name, a.IDs)
	for _, s := range append([]string{a.Name}, a.Aliases...) {
		if proper(s) && !strings.EqualFold(s, n.name) {
			n.aliases = append(n.aliases, s)
		}
	}
	at[strings.ToLower(a.Name)] = r.name(n)
}

// usualName is the name in the table of office holders for whom it knows, so
// that "Merz" is one in all articles.
func usualName(a *dateline.Actor) string {
	if a.Link != nil && a.Link.Name != "" {
		return a.Link.Name
	}
	return a.Name
}

// proper reports whether an alias is a name and no description.
func proper(s string) bool {
	for i, c := range s {
		if i == 0 && !unicode.IsUpper(c) {
			return false
		}
	}
	return s != "" && len(s) <= 60
}

// actorKey is what lists outside the text call an actor, so that "U.S." is the
// United States, or its name.
func actorKey(name string, ids []dateline.ExternalID) string {
	if len(ids) > 0 {
		return strings.Join([]string{typeActor, string(ids[0].Scheme), ids[0].ID}, " ")
	}
	return typeActor + " " + strings.ToLower(name)
}

func placeKey(p *dateline.Place) string {
	return strings.ToLower(strings.Join([]string{typePlace + " " + p.Name, p.Division, p.Country}, "|"))
}

// name is the index of n, which it adds if need be.
func (r *rows) name(n nameRow) int {
	if i := slices.IndexFunc(r.names, func(o nameRow) bool { return o.key == n.key }); i >= 0 {
		r.names[i].aliases = append(r.names[i].aliases, n.aliases...)
		return i
	}
	r.names = append(r.names, n)
	return len(r.names) - 1
}

func (r *rows) place(p *dateline.Place) int {
	n := nameRow{key: placeKey(p), typ: typePlace, kind: string(p.Kind), name: p.Name}
	var note []string
	for _, s := range []string{p.Division, p.Country} {
		if s != "" && s != p.Name {
			note = append(note, s)
		}
	}
	if !p.At.IsZero() {
		note = append(note, fmt.Sprintf("%.2f, %.2f", p.At.Lat, p.At.Lon))
	}
	n.note = strings.Join(note, " · ")
	return r.name(n)
}

func (r *rows) entry(t *dateline.Timeline, e *dateline.Entry, at map[string]int) entryRow {
	x := entryRow{title: cmp.Or(e.Title, e.Lemma), kind: string(e.Kind), status: fmt.Sprint(e.Status), word: wordOf(t, e),
		day: dayOf(e.When), phrase: e.When.Phrase(), place: e.Place.Name, salience: e.Salience, sentence: e.Reports[0].Sentence}
	for _, p := range e.Participants {
		a, ok := t.Actor(p.Actor)
		if !ok {
			continue
		}
		if n, ok := at[strings.ToLower(a.Name)]; ok {
			x.parts = append(x.parts, partRow{n, string(p.Role)})
		}
	}
	if !e.Place.IsZero() {
		x.parts = append(x.parts, partRow{r.place(&e.Place), roleWhere})
	}
	return x
}

// wordOf is whose word an entry is, if it is known from no report but what
// somebody says.
func wordOf(t *dateline.Timeline, e *dateline.Entry) string {
	word := ""
	for i := range e.Reports {
		r := &e.Reports[i]
		name := r.ByText
		if a, ok := t.Actor(r.By); ok {
			name = a.Name
		}
		if name == "" {
			return "" // the article itself says so
		}
		word = cmp.Or(word, name)
	}
	return word
}

// dayOf is the one day that w lies in, as 2025-06-03, or "".
func dayOf(w dateline.When) string {
	lo, hi := w.Earliest(), w.Latest()
	y, m, d := lo.Date()
	if y2, m2, d2 := hi.Date(); d == 0 || y != y2 || m != m2 || d != d2 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// said is what was said, in the article's words.
func said(d *dateline.Document, s *dateline.Statement) string {
	var parts []string
	for _, c := range s.Content {
		parts = append(parts, strings.Join(strings.Fields(d.Slice(c)), " "))
	}
	return strings.Join(parts, " … ")
}

// leads are what tells one story from another: the names in the entries that
// matter most, and the longer words
// of the headline.
func (r *rows) leads(d *dateline.Document) []string {
	order := make([]int, len(r.entries))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(r.entries[b].salience, r.entries[a].salience) })
	var out []string
	for _, i := range order[:min(len(order), 6)] {
		for _, p := range r.entries[i].parts {
			out = append(out, r.names[p.name].key)
		}
	}
	for _, w := range words(headline(d.Article.Text)) {
		if len(w) > 4 {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// isName tells names among leads from words of the headline.
func isName(lead string) bool { return strings.Contains(lead, " ") }

// words are the words of s in lower case.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}
