package main

import (
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/dateline-go/dateline"
)

type slide struct {
	ID    string     `json:"unique_id,omitempty"`
	Start *slideDate `json:"start_date,omitempty"`
	End   *slideDate `json:"end_date,omitempty"`
	Shown string     `json:"display_date,omitempty"`
	Text  slideText  `json:"text"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

// A slideDate has the parts that are known and no others.
type slideDate struct {
	Year   int  `json:"year"`
	Month  int  `json:"month,omitempty"`
	Day    int  `json:"day,omitempty"`
	Hour   *int `json:"hour,omitempty"`
	Minute *int `json:"minute,omitempty"`
}

// writeTimelineJS writes the JSON of TimelineJS3. Events without a beginning
// in the calendar have no slide there: the title slide names them. The date
// that is shown is in words, so that a vague one stays vague.
func writeTimelineJS(w io.Writer, t *dateline.Timeline) error {
	slides := []slide{}
	var undated []string
	for i := range t.Entries {
		e := &t.Entries[i]
		start := e.When.Earliest()
		if start.IsZero() {
			when := ""
			if !e.When.IsZero() {
				when = e.When.Phrase() + ": "
			}
			undated = append(undated, "<li>"+html.EscapeString(when+noted(t, e))+"</li>")
			continue
		}
		x := slide{ID: key(e), Start: newSlideDate(start), Shown: html.EscapeString(e.When.Phrase()),
			Text: slideText{html.EscapeString(noted(t, e)), slideBody(e)}}
		if end := e.When.Latest(); !end.IsZero() && end != start {
			x.End = newSlideDate(end)
		}
		slides = append(slides, x)
	}
	title := slideText{Headline: html.EscapeString("Timeline of " + strings.Join(sources(t), ", "))}
	if undated != nil {
		title.Text = "<p>Without a day:</p><ul>" + strings.Join(undated, "") + "</ul>"
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		Title  slide   `json:"title"`
		Events []slide `json:"events"`
	}{slide{Text: title}, slides})
}

// slideBody is the sentences that tell it, what they disagree about, and where.
func slideBody(e *dateline.Entry) string {
	var b strings.Builder
	seen := make(map[string]bool)
	for i := range e.Reports {
		r := &e.Reports[i]
		if !seen[r.Text+r.Article] {
			seen[r.Text+r.Article] = true
			fmt.Fprintf(&b, "<blockquote>%s</blockquote><p>%s</p>", html.EscapeString(r.Text),
				html.EscapeString(strings.Trim(r.Headline+", "+articleName(r.Publisher, r.Article), ", ")))
		}
	}
	for _, c := range conflicts(e) {
		fmt.Fprintf(&b, "<p>The articles disagree: %s</p>", html.EscapeString(c))
	}
	if e.Place.Name != "" {
		fmt.Fprintf(&b, "<p>%s</p>", html.EscapeString(e.Place.Name))
	}
	return b.String()
}

func newSlideDate(m dateline.Moment) *slideDate {
	year, month, day := m.Date()
	d := &slideDate{Year: year, Month: int(month), Day: day}
	if hour, minute, _ := m.Clock(); hour >= 0 {
		d.Hour = &hour
		if minute >= 0 {
			d.Minute = &minute
		}
	}
	return d
}
