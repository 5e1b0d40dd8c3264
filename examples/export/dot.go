package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/dateline-go/dateline"
)

// looks are how an event is drawn. What did not simply happen has a border of
// its own, and its status stands in its label.
var looks = map[dateline.Status]string{
	dateline.StatusOccurred: `style="filled", fillcolor="#e8f0fe"`,
	dateline.StatusOngoing:  `style="filled", fillcolor="#fff4d6"`,
	dateline.StatusPlanned:  `style="filled,dashed", fillcolor="#ffffff"`,
	dateline.StatusPossible: `style="filled,dotted", fillcolor="#ffffff"`,
	dateline.StatusUnclear:  `style="filled,dotted", fillcolor="#ffffff"`,
	dateline.StatusDenied:   `style="filled,dashed", fillcolor="#fdeaea", color="#b00020"`,
	dateline.StatusFailed:   `style="filled,dashed", fillcolor="#fdeaea", color="#b00020"`,
}

// writeDOT writes a graph for Graphviz: boxes are events, ellipses are actors,
// plain words take part but are no known actor. An edge is a role; a dotted
// one leads from whoever says so.
func writeDOT(w io.Writer, t *dateline.Timeline) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "digraph timeline {\n  rankdir=LR;\n"+
		"  node [fontname=\"Helvetica\", fontsize=11, margin=\"0.2,0.08\"];\n  edge [fontname=\"Helvetica\", fontsize=9];\n")
	drawn := make(map[string]bool)
	node := func(id dateline.ActorID, words string) string {
		n, shape := "w:"+words, "plaintext"
		if a, ok := t.Actor(id); ok {
			n, words, shape = fmt.Sprintf("a%d", a.ID), a.Name, "ellipse"
		}
		if !drawn[n] {
			drawn[n] = true
			fmt.Fprintf(b, "  %s [shape=%s, label=%s];\n", quote(n), shape, quote(wrap(words, 24)))
		}
		return quote(n)
	}
	for i := range t.Entries {
		e := &t.Entries[i]
		event := fmt.Sprintf("e%d", e.ID)
		when := "undated"
		if !e.When.IsZero() {
			when = e.When.Phrase()
		}
		look, ok := looks[e.Status]
		if !ok {
			look = looks[dateline.StatusUnclear] // a plug-in's own
		}
		fmt.Fprintf(b, "  %s [shape=box, label=%s, %s];\n", event, quote(when+"\n"+wrap(noted(t, e), 36)), look)
		for j := range e.Participants {
			p := &e.Participants[j]
			n := node(p.Actor, p.Text)
			if p.Role == dateline.RoleAgent {
				fmt.Fprintf(b, "  %s -> %s [label=%s];\n", n, event, quote(string(p.Role)))
			} else {
				fmt.Fprintf(b, "  %s -> %s [label=%s];\n", event, n, quote(string(p.Role)))
			}
		}
		said := make(map[string]bool)
		for j := range e.Reports {
			r := &e.Reports[j]
			if who := speaker(t, r); who != "" && !said[who] {
				said[who] = true
				fmt.Fprintf(b, "  %s -> %s [label=\"says so\", style=dotted];\n", node(r.By, r.ByText), event)
			}
		}
	}
	fmt.Fprint(b, "}\n")
	return b.Flush()
}

// quote is a quoted string of DOT, line breaks as \n.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", "", "\x00", "").Replace(s) + `"`
}

// wrap breaks words into lines of about n characters.
func wrap(s string, n int) string {
	var b strings.Builder
	width := 0
	for i, word := range strings.Fields(s) {
		l := len([]rune(word))
		switch {
		case i == 0:
		case width+1+l > n:
			b.WriteByte('\n')
			width = 0
		default:
			b.WriteByte(' ')
			width++
		}
		b.WriteString(word)
		width += l
	}
	return b.String()
}
