package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// believe makes an event of what the model told of one of the sentences, if
// every word of it stands there. A model that invents one part is not believed
// in the others. Dates and places are never the model's: it points at words,
// and the built-in parsers say what these mean.
func (a *asker) believe(t *dateline.Text, sentences []dateline.Sentence, f *found) (dateline.Event, error) {
	var none dateline.Event
	kind, ok := a.kinds[f.Kind]
	if !ok {
		return none, fmt.Errorf("no kind %q", f.Kind)
	}
	if !slices.Contains(a.statuses, f.Status) {
		return none, fmt.Errorf("no status %q", f.Status)
	}
	s, trigger, err := locate(t, sentences, f)
	if err != nil {
		return none, err
	}
	e := dateline.Event{Kind: f.Kind, Status: dateline.Status(f.Status), Trigger: trigger, Mentions: []dateline.Span{trigger},
		Salience: dateline.ShownSalience, Evidence: dateline.Evidence{Rule: "llm", Score: 0.5}}
	if slices.Contains(kind.Modes, f.Mode) {
		e.Mode = f.Mode
	}
	for tok := range t.TokensIn(trigger) {
		e.Lemma = tok.Lemma()
	}
	whole := trigger // what the title tells
	for _, p := range f.Participants {
		if !slices.Contains(a.roles, p.Role) {
			return none, fmt.Errorf("no role %q", p.Role)
		}
		span, err := near(t, s.Span(), p.Words, p.Nth, trigger)
		if err != nil {
			return none, err
		}
		x := dateline.Participant{Role: dateline.Role(p.Role), Span: span}
		if actor, ok := t.ActorAt(span); ok {
			x.Actor = actor.ID
		}
		e.Participants = append(e.Participants, x)
		whole = cover(whole, span)
	}
	slices.SortStableFunc(e.Participants, func(x, y dateline.Participant) int {
		return slices.Index(a.roles, string(x.Role)) - slices.Index(a.roles, string(y.Role))
	})
	for _, x := range []struct {
		words string
		set   func(*dateline.Text, dateline.Span, *dateline.Event)
	}{{f.Time, date}, {f.Place, place}} {
		if x.words == "" {
			continue
		}
		span, err := near(t, s.Span(), x.words, 0, trigger)
		if err != nil {
			return none, err
		}
		whole = cover(whole, span)
		x.set(t, span, &e)
	}
	e.Title = oneLine(t.Slice(whole))
	if r, n := utf8.DecodeRuneInString(e.Title); n > 0 {
		e.Title = string(unicode.ToUpper(r)) + e.Title[n:]
	}
	// What is known from a statement only is on the speaker's word.
	size := 0
	for _, st := range t.Statements() {
		for _, c := range st.Content {
			if c.Contains(trigger) && (size == 0 || c.Len() < size) {
				e.Statement, size = st.ID, c.Len()
			}
		}
	}
	return e, nil
}

// date gives e the date that the words mean, if they mean one: not a length of time.
func date(t *dateline.Text, words dateline.Span, e *dateline.Event) {
	if m, ok := t.TimeAt(words); ok && (m.When.Type() == "DATE" || m.When.Type() == "TIME") {
		e.Time, e.When, e.WhenEvidence = m.ID, m.When, dateline.Evidence{Rule: "llm", Score: 0.5}
	}
}

// place gives e the place that the words name.
func place(t *dateline.Text, words dateline.Span, e *dateline.Event) {
	if l, ok := t.LocationAt(words); ok {
		e.Location, e.LocationEvidence = l.ID, dateline.Evidence{Rule: "llm", Score: 0.5}
	}
}

func cover(a, b dateline.Span) dateline.Span {
	return dateline.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// locate finds the trigger: in the sentence that the model names, or, for it
// may have miscounted, where alone the word stands.
func locate(t *dateline.Text, sentences []dateline.Sentence, f *found) (dateline.Sentence, dateline.Span, error) {
	if f.Sentence >= 1 && f.Sentence <= len(sentences) {
		s := sentences[f.Sentence-1]
		switch at := find(t, s.Span(), f.Trigger); {
		case len(at) == 1:
			return s, at[0], nil
		case len(at) > 1:
			if f.Nth < 1 || f.Nth > len(at) {
				return s, dateline.Span{}, fmt.Errorf("stands %d times in its sentence, and is not number %d", len(at), f.Nth)
			}
			return s, at[f.Nth-1], nil
		}
	}
	var in dateline.Sentence
	var at []dateline.Span
	for _, s := range sentences {
		if here := find(t, s.Span(), f.Trigger); here != nil {
			in, at = s, append(at, here...)
		}
	}
	if len(at) == 1 {
		return in, at[0], nil
	}
	return in, dateline.Span{}, fmt.Errorf("not in sentence %d, and %d times elsewhere", f.Sentence, len(at))
}

// near finds words in a sentence: those of that number, or of several the
// nearest to the trigger. They may stand in a trigger of several words, but
// not hold it.
func near(t *dateline.Text, in dateline.Span, words string, nth int, trigger dateline.Span) (dateline.Span, error) {
	at := find(t, in, words)
	apart := func(s dateline.Span) bool { return !s.Overlaps(trigger) || trigger.Contains(s) && s != trigger }
	if nth >= 1 && nth <= len(at) && apart(at[nth-1]) {
		return at[nth-1], nil
	}
	at = slices.DeleteFunc(at, func(s dateline.Span) bool { return !apart(s) })
	if len(at) == 0 {
		return dateline.Span{}, fmt.Errorf("%.60q does not stand beside it", words)
	}
	distance := func(s dateline.Span) int { return max(s.Start-trigger.End, trigger.Start-s.End) }
	return slices.MinFunc(at, func(x, y dateline.Span) int { return distance(x) - distance(y) }), nil
}

// find is where in a sentence the words stand, byte for byte, white space
// aside, as whole tokens: "art" is not in "party".
func find(t *dateline.Text, in dateline.Span, words string) []dateline.Span {
	words = oneLine(words)
	if words == "" {
		return nil
	}
	starts, ends := make(map[int]bool), make(map[int]bool)
	for tok := range t.TokensIn(in) {
		starts[tok.Span().Start], ends[tok.Span().End] = true, true
	}
	var out []dateline.Span
	text := t.Article().Text
	for start := in.Start; start < in.End; start++ {
		if !starts[start] {
			continue
		}
		if end, err := match(text[:in.End], start, words); err == nil && ends[end] {
			out = append(out, dateline.Span{Start: start, End: end})
		}
	}
	return out
}

var errNoMatch = errors.New("no match")

// match reads words, with single blanks between them, at the start, and gives their end.
func match(text string, start int, words string) (end int, err error) {
	i := start
	for j := 0; j < len(words); {
		if words[j] == ' ' {
			from := i
			for i < len(text) {
				r, n := utf8.DecodeRuneInString(text[i:])
				if !unicode.IsSpace(r) {
					break
				}
				i += n
			}
			if i == from {
				return 0, errNoMatch
			}
			j++
			continue
		}
		if i >= len(text) || text[i] != words[j] {
			return 0, errNoMatch
		}
		i++
		j++
	}
	return i, nil
}

// oneLine has single blanks between words.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
