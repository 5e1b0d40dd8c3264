package dateline

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/title"
)

// This file keeps a page from saying things twice.

// sentence is a sentence of an article, as a page cites it.
type sentence struct{ article, text string }

func (s *Report) sentence() sentence { return sentence{s.name(), s.Text} }

// retold are the entries of which another entry of the same sentence says all,
// under the same date or a better one, for the same articles; and those that only
// name something and have no date of their own, where the sentence has another.
func (t *Timeline) retold() map[*Entry]bool {
	of := make(map[sentence][]*Entry)
	for i := range t.Entries {
		s := t.Entries[i].teller().sentence()
		of[s] = append(of[s], &t.Entries[i])
	}
	out := make(map[*Entry]bool)
	for _, es := range of {
		if len(es) < 2 {
			continue
		}
		bare := make(map[*Entry]bool) // asked for once, for it reads the sentence
		for _, e := range es {
			bare[e] = e.bare()
		}
		for i, e := range es {
			for j, o := range es {
				if i != j && !out[o] && len(e.Conflicts) == 0 && o.tells(e) && (o.covers(e, j < i) || bare[e] && !bare[o]) {
					out[e] = true
				}
			}
		}
	}
	return out
}

// tells reports whether e has reports of all articles that o has.
func (e *Entry) tells(o *Entry) bool {
	return !slices.ContainsFunc(o.Reports, func(r Report) bool {
		return !slices.ContainsFunc(e.Reports, func(s Report) bool { return s.name() == r.name() })
	})
}

// covers reports whether e says all that o says, and more, or as much and
// stands first; or what o only says that somebody said of it: "Prices will rise"
// in May, "The bank said that prices will rise".
func (e *Entry) covers(o *Entry, first bool) bool {
	if e.heading() != o.heading() && !o.floats() {
		return false
	}
	x, y := e.title(), o.title()
	switch more := title.Retells(y, x); {
	case e.heading() != o.heading() && more && o.quotes(e):
		return true
	case !title.Retells(x, y):
		return false
	case !more || e.floats() != o.floats():
		return true
	}
	return len(x) > len(y) || len(x) == len(y) && first
}

// bare reports whether e has neither a verb nor a date of its own.
func (e *Entry) bare() bool { return e.floats() && title.Phrasal(e.title(), e.teller().Text) }

// quotes reports whether e is that somebody says what o is.
func (e *Entry) quotes(o *Entry) bool {
	by := o.teller().By
	return by != 0 && slices.ContainsFunc(e.Participants, func(x Participant) bool { return x.Actor == by && x.Role == RoleAgent })
}

// floats reports whether nothing is known of an entry's date but that of a report.
func (e *Entry) floats() bool {
	return e.part() == undated || strings.HasPrefix(e.heading(), reported)
}

// cite is the sentence of s in quotation marks, its first words if the page has
// it already, and the article if there are several.
func (p *page) cite(s *Report) string {
	text := s.Text
	if words := strings.Fields(text); p.cited[s.sentence()] && len(words) > reminder+2 {
		text = strings.TrimRight(strings.Join(words[:reminder], " "), ",;:") + " …"
	}
	p.cited[s.sentence()] = true
	if !strings.ContainsAny(text, "\"“”") {
		text = `"` + text + `"`
	}
	if name := s.name(); p.articles > 1 && name != "" {
		text += " (" + name + ")"
	}
	return text
}

// reminder is how many words of a sentence a page repeats.
const reminder = 8
