// Command customparser plugs two parsers into dateline: one that knows
// companies by their stock tickers, and one that reads the launch of a bond
// as an event of a kind of its own. It takes a file or standard input;
// without either it reads a note of its own.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/dateline-go/dateline"
)

const note = `OSLO, May 6 (MarketLine) - Fjordkraft Shipping (OSE: FJS) has issued green bonds this week.
The company will use the money to buy two ferries, Chief Executive Ida Solberg said.
A rival, Baltic Lines (NYSE: BLN), said last week that it would not issue bonds this year.
`

// tickers finds "Name (EXCHANGE: CODE)": the capitalised words before the
// bracket are a company, and the ticker is another name of it.
func tickers(t *dateline.Text) ([]dateline.Actor, error) {
	text := t.Article().Text
	var out []dateline.Actor
	for at := 0; ; {
		i := strings.Index(text[at:], " (")
		if i < 0 {
			return out, nil
		}
		open := at + i + 1
		at = open + 1
		end := strings.IndexByte(text[open:], ')')
		if end < 0 {
			return out, nil
		}
		exchange, code, ok := strings.Cut(text[open+1:open+end], ": ")
		if !ok || !capitals(exchange) || !capitals(code) {
			continue
		}
		// Walk back over the capitalised tokens of the name.
		span := dateline.Span{}
		for tok := range t.TokensIn(dateline.Span{Start: 0, End: open}) {
			switch s := tok.String(); {
			case !strings.Contains("ABCDEFGHIJKLMNOPQRSTUVWXYZ", s[:1]):
				span = dateline.Span{}
			case span.IsZero():
				span = tok.Span()
			default:
				span.End = tok.Span().End
			}
		}
		if span.IsZero() {
			continue
		}
		out = append(out, dateline.Actor{
			Kind:    dateline.ActorCompany,
			Name:    t.Slice(span),
			Aliases: []string{exchange + ":" + code},
			Mentions: []dateline.ActorMention{{
				Span:     span,
				Evidence: dateline.Evidence{Rule: "ticker", Score: 1},
			}},
			Evidence: dateline.Evidence{Rule: "ticker", Score: 1},
		})
	}
}

func capitals(s string) bool {
	return s != "" && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// bonds reads "X issued ... bonds" from the syntax: the verb, its subject and
// its object. What is denied is not issued.
func bonds(t *dateline.Text) ([]dateline.Event, error) {
	var out []dateline.Event
	for verb := range t.Tokens() {
		if verb.Lemma() != "issue" || verb.UPOS() != "VERB" {
			continue
		}
		e := dateline.Event{
			Kind: "BOND", Mode: "issue", Lemma: "issue",
			Trigger: verb.Span(), Mentions: []dateline.Span{verb.Span()},
			Status:   dateline.StatusOccurred,
			Evidence: dateline.Evidence{Rule: "bond-issue", Score: 0.9},
		}
		found := false
		for dep := range verb.Children() {
			switch dep.Relation() {
			case "obj":
				found = strings.Contains(t.Slice(dep.Subtree()), "bonds")
			case "nsubj":
				e.Participants = append(e.Participants, dateline.Participant{Role: "agent", Span: dep.Subtree(), Actor: actorAt(t, dep.Span())})
			case "advmod":
				if dep.Lemma() == "not" {
					e.Status = dateline.StatusDenied
				}
			}
		}
		for _, m := range t.Times() {
			if verb.Sentence().Span().Contains(m.Span) && m.Span.Start > verb.Span().Start {
				e.Time, e.When = m.ID, m.When
				break
			}
		}
		if found {
			out = append(out, e)
		}
	}
	return out, nil
}

func actorAt(t *dateline.Text, s dateline.Span) dateline.ActorID {
	for _, a := range t.Actors() {
		for _, m := range a.Mentions {
			if m.Span.Overlaps(s) {
				return a.ID
			}
		}
	}
	return 0
}

func main() {
	text, err := input()
	if err != nil {
		fmt.Fprintln(os.Stderr, "customparser:", err)
		os.Exit(1)
	}
	// Ours first: on overlap the earlier parser wins.
	p, err := dateline.New(
		dateline.WithActorParsers(append([]dateline.ActorParser{dateline.ActorParserFunc(tickers)}, dateline.DefaultActorParsers()...)...),
		dateline.WithEventParsers(append([]dateline.EventParser{dateline.EventParserFunc(bonds)}, dateline.DefaultEventParsers()...)...),
	)
	if err != nil {
		fmt.Fprintln(os.Stderr, "customparser:", err)
		os.Exit(1)
	}
	d, err := p.Parse(dateline.Article{Text: text, Published: dateline.Date(2025, 5, 6)})
	if err != nil {
		fmt.Fprintln(os.Stderr, "customparser:", err)
		os.Exit(1)
	}
	for _, a := range d.Actors {
		if a.Kind == dateline.ActorCompany && len(a.Aliases) > 0 {
			fmt.Printf("%s: %s, %d mentions\n", a.Name, strings.Join(a.Aliases, ", "), len(a.Mentions))
		}
	}
	for _, e := range d.Events {
		if e.Kind != "BOND" {
			continue
		}
		who := "?"
		if len(e.Participants) > 0 {
			who = d.Slice(e.Participants[0].Span)
			if a, ok := d.Actor(e.Participants[0].Actor); ok {
				who = a.Name
			}
		}
		fmt.Printf("%s %s by %s, %s, %s\n", e.Kind, e.Mode, who, e.When.Phrase(), e.Status)
	}
}

func input() (string, error) {
	if len(os.Args) < 2 || strings.HasPrefix(os.Args[1], "-") {
		return note, nil
	}
	if os.Args[1] == "/dev/stdin" {
		b, err := io.ReadAll(os.Stdin)
		return string(b), err
	}
	b, err := os.ReadFile(os.Args[1])
	return string(b), err
}
