package main

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// writeICalendar writes a calendar of what some article plans or holds
// possible, with what became of it. An event with bounds on both sides is a
// VEVENT: of whole days, unless a time of day is known. One without is a
// VJOURNAL without a date, so that none is made up. now is the stamp where the
// articles have no date of publication.
func writeICalendar(w io.Writer, t *dateline.Timeline, now time.Time) error {
	c := &calendar{w: bufio.NewWriter(w)}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//dateline//export//EN")
	c.line("CALSCALE", "GREGORIAN")
	for i := range t.Entries {
		e := &t.Entries[i]
		if slices.ContainsFunc(e.Reports, func(r dateline.Report) bool {
			return r.Status == dateline.StatusPlanned || r.Status == dateline.StatusPossible
		}) {
			c.event(t, e, now)
		}
	}
	c.line("END", "VCALENDAR")
	return c.w.Flush()
}

type calendar struct{ w *bufio.Writer }

func (c *calendar) event(t *dateline.Timeline, e *dateline.Entry, now time.Time) {
	component := "VEVENT"
	if e.When.Earliest().IsZero() || e.When.Latest().IsZero() {
		component = "VJOURNAL"
	}
	c.line("BEGIN", component)
	sum := sha256.Sum256([]byte(key(e)))
	c.line("UID", fmt.Sprintf("%x@dateline", sum[:16]))
	stamp := now
	for i := range e.Reports { // the last to be published revised it
		if p := e.Reports[i].Published; !p.IsZero() {
			stamp = p.Time()
		}
	}
	c.line("DTSTAMP", stamp.UTC().Format("20060102T150405Z"))
	summary := noted(t, e)
	if component == "VEVENT" {
		if c.dates(e.When) {
			summary += " [" + e.When.Phrase() + "]"
		}
		// STATUS has no word for what may be; TENTATIVE is for what is not settled.
		if s, ok := map[dateline.Status]string{dateline.StatusPlanned: "TENTATIVE", dateline.StatusPossible: "TENTATIVE",
			dateline.StatusOccurred: "CONFIRMED", dateline.StatusOngoing: "CONFIRMED",
			dateline.StatusDenied: "CANCELLED", dateline.StatusFailed: "CANCELLED"}[e.Status]; ok {
			c.line("STATUS", s)
		}
		c.line("TRANSP", "TRANSPARENT") // the news keep nobody busy
		if p := &e.Place; p.Name != "" {
			c.line("LOCATION", escape(p.Name))
			if exact(p) {
				c.line("GEO", fmt.Sprintf("%.6f;%.6f", p.At.Lat, p.At.Lon))
			}
		}
	}
	c.line("SUMMARY", escape(summary))
	c.line("CATEGORIES", escape(string(e.Kind))+","+escape(e.Status.String()))
	c.line("DESCRIPTION", escape(description(t, e)))
	c.line("X-DATELINE-STATUS", escape(e.Status.String()))
	if by := byWhom(t, e); by != nil {
		c.line("X-DATELINE-BY", escape(strings.Join(by, ", ")))
	}
	if edtf := e.When.EDTF(); edtf != "" {
		c.line("X-DATELINE-EDTF", escape(edtf))
	}
	c.line("END", component)
}

// dates writes DTSTART and DTEND, and reports whether the event is somewhere
// between them and not from one to the other.
func (c *calendar) dates(w dateline.When) (somewhere bool) {
	start, end := w.Earliest(), w.Latest()
	_, minute, second := start.Clock()
	if start == end && minute >= 0 {
		second = max(second, 0)
		at := start.Time()
		at = at.Add(time.Duration(second-at.Second()) * time.Second)
		if _, known := start.Offset(); known {
			c.line("DTSTART", at.UTC().Format("20060102T150405Z"))
		} else {
			c.line("DTSTART", at.Format("20060102T150405")) // the clock on the spot
		}
		return w.Mod() != ""
	}
	c.line("DTSTART;VALUE=DATE", start.Time().Format("20060102"))
	c.line("DTEND;VALUE=DATE", end.Time().AddDate(0, 0, 1).Format("20060102")) // exclusive
	return w.Mod() != "" || w.Grain() != dateline.GrainDay
}

// description is where it stands, and what else a reader must know.
func description(t *dateline.Timeline, e *dateline.Entry) string {
	var b strings.Builder
	if !e.When.IsZero() {
		fmt.Fprintf(&b, "%s.\n", e.When.Phrase())
	}
	for i := range e.Reports {
		r := &e.Reports[i]
		fmt.Fprintf(&b, "%s (%s, %s", r.Text, articleName(r.Publisher, r.Article), r.Status)
		if who := speaker(t, r); who != "" {
			fmt.Fprintf(&b, " according to %s", who)
		}
		b.WriteString(")\n")
	}
	for _, x := range conflicts(e) {
		fmt.Fprintf(&b, "The articles disagree: %s\n", x)
	}
	return strings.TrimSpace(b.String())
}

// escape is a TEXT value (RFC 5545, 3.3.11); control characters are left out.
func escape(s string) string {
	s = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`, "\t", " ").Replace(s)
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}

// line writes a content line, folded so that no line has more than 75 octets
// and no character is cut (3.1).
func (c *calendar) line(name, value string) {
	s := name + ":" + value
	for room := 75; len(s) > room; room = 74 { // one is the blank
		cut := room
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		c.w.WriteString(s[:cut] + "\r\n ")
		s = s[cut:]
	}
	c.w.WriteString(s + "\r\n")
}
