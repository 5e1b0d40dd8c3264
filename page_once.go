package dateline

import "strings"

// This file keeps a page from saying things twice.

// sentence is a sentence of an article, as a page cites it.
type sentence struct{ article, text string }

func (s *Report) sentence() sentence { return sentence{s.name(), s.Text} }

// retold are the entries of which another entry of the same sentence says all,
// with the same title or a longer one, under the same date or a better one.
func (t *Timeline) retold() map[*Entry]bool {
	of := make(map[sentence][]*Entry)
	for i := range t.Entries {
		s := t.Entries[i].teller().sentence()
		of[s] = append(of[s], &t.Entries[i])
	}
	out := make(map[*Entry]bool)
	for _, es := range of {
		for i, e := range es {
			for j, o := range es {
				if i != j && o.covers(e, j < i) {
					out[e] = true
				}
			}
		}
	}
	return out
}

// covers reports whether e says all that o says, and more, or as much and
// stands first, or one clause with another aside.
func (e *Entry) covers(o *Entry, first bool) bool {
	x, y := strings.ToLower(e.title()), strings.ToLower(o.title())
	if e.heading() != o.heading() && !o.floats() {
		return false
	}
	if !strings.Contains(x, y) {
		return e.heading() == o.heading() && e.Status == o.Status && oneClause(x, y) && (e.Salience > o.Salience || e.Salience == o.Salience && first)
	}
	if len(x) > len(y) || e.floats() != o.floats() {
		return len(x) > len(y) || o.floats()
	}
	return first
}

// oneClause reports whether two titles begin with the same clause and go on with
// asides alone: "The mayor made a statement on the fire", "The mayor made a
// statement while visiting the school". The sentence below them has both.
func oneClause(x, y string) bool {
	a, b := strings.Fields(x), strings.Fields(y)
	n := 0
	for n < min(len(a), len(b)) && strings.TrimSuffix(a[n], ",") == strings.TrimSuffix(b[n], ",") {
		n++
	}
	return n >= clauseWords && (n == len(a) || beginsAside(a[n-1], a[n])) && (n == len(b) || beginsAside(b[n-1], b[n]))
}

// clauseWords is of how many words a clause is at least: subject, verb, and the
// object with its article.
const clauseWords = 4

// beginsAside reports whether word begins an aside behind the word before it.
func beginsAside(before, word string) bool {
	return strings.HasSuffix(before, ",") && strings.HasSuffix(word, "ing") || strings.Contains(asideWords, " "+word+" ")
}

const asideWords = " about after against amid around as at before between by despite during following for from in into on over regarding since through under until when where while with without "

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
