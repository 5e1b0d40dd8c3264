package dateline

import (
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// WriteTo writes the timeline for people to read, a block an entry:
//
//  1. 2025-08-15  CONSULT (meet)  planned
//     who    agent Donald Trump; patient Vladimir Putin
//     where  Anchorage, Alaska, US
//     source "U.S. President Donald Trump is set to meet ..." [0:120]
//
// The form is stable: the same Timeline gives the same bytes.
func (t *Timeline) WriteTo(w io.Writer) (int64, error) {
	c := &countingWriter{w: bufio.NewWriter(w)}
	for i := range t.Entries {
		t.Entries[i].write(c)
	}
	if c.err == nil {
		c.err = c.w.Flush()
	}
	return c.n, c.err
}

// String is what WriteTo writes.
func (t *Timeline) String() string {
	var b strings.Builder
	// A Builder takes everything.
	_, _ = t.WriteTo(&b)
	return b.String()
}

type countingWriter struct {
	w   *bufio.Writer
	n   int64
	err error
}

func (c *countingWriter) printf(format string, args ...any) {
	if c.err == nil {
		var n int
		n, c.err = fmt.Fprintf(c.w, format, args...)
		c.n += int64(n)
	}
}

func (e *Entry) write(c *countingWriter) {
	kind := string(e.Kind)
	if e.Mode != "" {
		kind += " " + e.Mode
	}
	if e.Lemma != "" && !strings.EqualFold(e.Lemma, string(e.Kind)) && e.Lemma != e.Mode {
		kind += " (" + e.Lemma + ")"
	}
	c.printf("%d. %s  %s  %s\n", e.ID, e.When.Phrase(), kind, e.Status)
	var who []string
	for _, p := range e.Participants {
		s := p.Role + " " + p.Text
		if p.Count > 0 {
			s += fmt.Sprintf(" (%d)", p.Count)
		}
		who = append(who, s)
	}
	if len(who) > 0 {
		c.printf("  who    %s\n", strings.Join(who, "; "))
	}
	if e.Place != nil {
		c.printf("  where  %s\n", e.Place.label())
	}
	for _, s := range e.Sources {
		name := s.Article
		if s.Publisher != "" {
			name = strings.TrimPrefix(name+" ("+s.Publisher+")", " ")
		}
		if name != "" {
			name += " "
		}
		c.printf("  source %s[%d:%d] %q\n", name, s.Trigger.Start, s.Trigger.End, s.Text)
	}
	for _, x := range e.Conflicts {
		var sides []string
		for _, s := range x.Sides {
			sides = append(sides, fmt.Sprintf("%s (%d of %d)", s.Value, len(s.Sources), len(e.Sources)))
		}
		c.printf("  disagreement about %s: %s\n", x.Field, strings.Join(sides, " / "))
	}
	for _, r := range e.Relations {
		c.printf("  %s entry %d\n", r.Order, r.Entry)
	}
	c.printf("\n")
}

// label is "Anchorage, Alaska, US".
func (p *Place) label() string {
	s := p.Name
	if p.Division != "" && p.Division != p.Name {
		s += ", " + p.Division
	}
	if p.Country != "" && p.Kind != Country {
		s += ", " + p.Country
	}
	return s
}

const timelineMagic = "dateline timeline 1\n"

// MarshalBinary writes a compact form: JSON, compressed with DEFLATE.
func (t *Timeline) MarshalBinary() ([]byte, error) {
	type plain Timeline
	var b bytes.Buffer
	b.WriteString(timelineMagic)
	z, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	if err := json.NewEncoder(z).Encode((*plain)(t)); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// UnmarshalBinary reads what MarshalBinary wrote, in place of what t had.
func (t *Timeline) UnmarshalBinary(data []byte) error {
	rest, ok := bytes.CutPrefix(data, []byte(timelineMagic))
	if !ok {
		return errors.New("dateline: not a binary Timeline")
	}
	type plain Timeline
	var p plain
	if err := json.NewDecoder(flate.NewReader(bytes.NewReader(rest))).Decode(&p); err != nil {
		return fmt.Errorf("dateline: binary Timeline: %w", err)
	}
	*t = Timeline(p)
	return nil
}
