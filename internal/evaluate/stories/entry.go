// Package stories is the annotated articles of whole stories, and their
// published scorer's rule of which of them an entry of a timeline tells and
// whether it is right.
package stories

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// partyNames is how many names of a party the scorer reads.
const partyNames = 5

// An Entry is an entry of a timeline as the scorer reads it.
type Entry struct {
	Spans    [][2]int   `json:"spans"`
	Kind     string     `json:"kind"`
	Status   string     `json:"status"`
	Agents   [][]string `json:"agents"`
	Patients [][]string `json:"patients"`
	Where    []string   `json:"where"`
	Earliest string     `json:"earliest"`
	Latest   string     `json:"latest"`
	EDTF     string     `json:"edtf"`
	By       []string   `json:"by"`
	Salience float64    `json:"salience"`
	Shown    bool       `json:"shown"`

	place dateline.Place // that of Where
}

func newEntry(kind dateline.EventKind, status dateline.Status, when dateline.When, salience float64) Entry {
	x := Entry{Kind: string(kind), Status: status.String(), EDTF: when.EDTF(), Salience: salience, Shown: salience >= dateline.ShownSalience,
		Spans: [][2]int{}, Agents: [][]string{}, Patients: [][]string{}, Where: []string{}, By: []string{}}
	if lo, hi := when.Earliest(), when.Latest(); !lo.IsZero() {
		// What is only known by the day of publication has no day of its own.
		x.Earliest, x.Latest = isoDay(lo), isoDay(hi)
	}
	return x
}

// Entries are those of the timeline of one article, in its order.
func Entries(d *dateline.Document) ([]Entry, error) {
	out := []Entry{}
	for _, e := range d.Timeline().Entries {
		x := newEntry(e.Kind, e.Status, e.When, e.Salience)
		for _, s := range e.Reports {
			ev, ok := d.Event(s.Event)
			if !ok {
				return nil, fmt.Errorf("%s: entry %d has no event", d.Article.ID, e.ID)
			}
			x.add(d, &ev, e.Place)
		}
		out = append(out, x)
	}
	return out, nil
}

// EntryOf is the entry that ev alone makes.
func EntryOf(d *dateline.Document, ev *dateline.Event) Entry {
	x := newEntry(ev.Kind, ev.Status, ev.When, ev.Salience)
	x.add(d, ev, dateline.Place{})
	return x
}

// add adds the telling ev; best is the place that the entry shows.
func (x *Entry) add(d *dateline.Document, ev *dateline.Event, best dateline.Place) {
	for _, m := range ev.Mentions {
		x.Spans = append(x.Spans, [2]int{m.Start, m.End})
	}
	for _, p := range ev.Participants {
		ns := names(d, p.Span, p.Actor)
		if len(ns) == 0 {
			continue
		}
		switch p.Role {
		case dateline.RoleAgent:
			x.Agents = append(x.Agents, ns)
		case dateline.RolePatient, dateline.RoleRecipient:
			x.Patients = append(x.Patients, ns)
		}
	}
	if l, ok := d.Location(ev.Location); ok && (len(x.Where) == 0 || l.Place == best && x.place != best) {
		x.Where, x.place = where(d, ev), l.Place
	}
	if st, ok := d.Statement(ev.Statement); ok && len(x.By) == 0 {
		x.By = names(d, st.Speaker, st.Actor)
	}
}

// isoDay is the day, month or year of p, or "" when it is not known.
func isoDay(p dateline.Moment) string {
	switch y, m, d := p.Date(); {
	case p.IsZero():
		return ""
	case m == 0:
		return fmt.Sprintf("%04d", y)
	case d == 0:
		return fmt.Sprintf("%04d-%02d", y, m)
	default:
		return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	}
}

// names are the words at s, and the name and the aliases of the actor.
func names(d *dateline.Document, s dateline.Span, id dateline.ActorID) []string {
	var out []string
	add := func(n string) {
		if n != "" && len(out) < partyNames && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	a, ok := d.Actor(id)
	if ok {
		add(a.Name)
	}
	add(strings.Join(strings.Fields(d.Slice(s)), " "))
	if ok {
		for _, n := range a.Aliases {
			add(n)
		}
	}
	return out
}

// where is the place's name, the words for it nearest to ev, its division, its
// country, and the other words that the text has for it.
func where(d *dateline.Document, ev *dateline.Event) []string {
	l, ok := d.Location(ev.Location)
	if !ok {
		return []string{}
	}
	near := l.Mentions[0].Span
	for _, m := range l.Mentions {
		if away(m.Span, ev.Trigger) < away(near, ev.Trigger) {
			near = m.Span
		}
	}
	out := []string{cmp.Or(l.Place.Name, d.Slice(near)), d.Slice(near)}
	if l.Place.Division != "" {
		out = append(out, l.Place.Division)
	}
	if c, ok := gazetteer.Default().Country(l.Place.Country); ok {
		out = append(out, c.Name)
	}
	for _, m := range l.Mentions {
		if w := d.Slice(m.Span); !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// away is how many bytes stand between a and b, about.
func away(a, b dateline.Span) int { return max(a.Start-b.Start, b.Start-a.Start) }
