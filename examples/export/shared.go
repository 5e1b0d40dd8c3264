package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// key names an entry, in this timeline and in a later one of more articles:
// by where its first report stands.
func key(e *dateline.Entry) string {
	r := &e.Reports[0]
	return fmt.Sprintf("%s@%d", articleName(r.Publisher, r.Article), r.Trigger.Start)
}

func articleName(publisher, id string) string {
	return strings.Trim(publisher+"/"+id, "/")
}

// articles are the names of the articles that tell an entry, the first first.
func articles(e *dateline.Entry) []string {
	var out []string
	for i := range e.Reports {
		if n := articleName(e.Reports[i].Publisher, e.Reports[i].Article); !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// sources are the names of all articles of the timeline.
func sources(t *dateline.Timeline) []string {
	var out []string
	for i := range t.Entries {
		out = append(out, articles(&t.Entries[i])...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// title is what happened in a line.
func title(e *dateline.Entry) string {
	return cmp.Or(e.Title, e.Lemma, strings.ToLower(string(e.Kind)))
}

// name is who takes part, by name or in the article's words.
func name(t *dateline.Timeline, p *dateline.Participant) string {
	if a, ok := t.Actor(p.Actor); ok {
		return a.Name
	}
	return p.Text
}

// sides are who takes part in the roles.
func sides(t *dateline.Timeline, e *dateline.Entry, roles ...dateline.Role) []string {
	var out []string
	for i := range e.Participants {
		if p := &e.Participants[i]; slices.Contains(roles, p.Role) {
			out = append(out, name(t, p))
		}
	}
	return out
}

// speaker is by whose word a report tells it, or "" if the article says so itself.
func speaker(t *dateline.Timeline, r *dateline.Report) string {
	if a, ok := t.Actor(r.By); ok {
		return a.Name
	}
	return r.ByText
}

// byWhom are by whose word an entry is known, or none if an article says so itself.
func byWhom(t *dateline.Timeline, e *dateline.Entry) []string {
	var out []string
	for i := range e.Reports {
		who := speaker(t, &e.Reports[i])
		if who == "" {
			return nil
		}
		if !slices.Contains(out, who) {
			out = append(out, who)
		}
	}
	return out
}

// note is what a reader must not miss, in words: "planned, according to Kenya".
func note(t *dateline.Timeline, e *dateline.Entry) string {
	var parts []string
	if e.Status != dateline.StatusOccurred {
		parts = append(parts, e.Status.String())
	}
	if by := byWhom(t, e); by != nil {
		parts = append(parts, "according to "+strings.Join(by, " and "))
	}
	return strings.Join(parts, ", ")
}

// noted is the title with the note behind it.
func noted(t *dateline.Timeline, e *dateline.Entry) string {
	if n := note(t, e); n != "" {
		return title(e) + " (" + n + ")"
	}
	return title(e)
}

// salience is how much it matters, to three digits.
func salience(e *dateline.Entry) float64 { return math.Round(e.Salience*1000) / 1000 }

// day is the calendar day of a bound, "" where that side is open.
func day(m dateline.Moment) string {
	if m.IsZero() {
		return ""
	}
	return m.Time().Format("2006-01-02")
}

// exact reports whether the place's point is where it is, and not a label on a country.
func exact(p *dateline.Place) bool {
	switch p.Kind {
	case dateline.LocationCity, dateline.LocationSuburb, dateline.LocationSite:
		return !p.At.IsZero()
	}
	return false
}

// quantities are the numbers of an entry in words: "deaths at least 12".
func quantities(e *dateline.Entry) []string {
	var out []string
	for i := range e.Quantities {
		out = append(out, e.Quantities[i].String())
	}
	return out
}

// conflicts are what the articles disagree about, in words.
func conflicts(e *dateline.Entry) []string {
	var out []string
	for _, c := range e.Conflicts {
		var answers []string
		for _, s := range c.Sides {
			var who []string
			for _, i := range s.Reports {
				who = append(who, articleName(e.Reports[i].Publisher, e.Reports[i].Article))
			}
			answers = append(answers, s.Value+" by "+strings.Join(slices.Compact(who), ", "))
		}
		out = append(out, string(c.Field)+": "+strings.Join(answers, "; "))
	}
	return out
}
