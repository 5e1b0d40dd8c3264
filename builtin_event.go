package dateline

import (
	"slices"

	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// DefaultEventParsers are the built-in event parsers, in a fresh slice to
// append to, replace or drop from.
func DefaultEventParsers() []EventParser { return []EventParser{EventParserFunc(builtinEvents)} }

func builtinEvents(t *Text) ([]Event, error) {
	places, placeIDs := placeSpans(t)
	in := event.Input{Actors: roomActors(t), Places: places, Statements: roomStatements(t), Published: t.article.Published.p}
	for i := range t.times {
		in.Times = append(in.Times, event.Time{Span: inner(t.times[i].Span), Value: t.times[i].When.v})
	}
	es := event.Find(t.doc, in)
	out := make([]Event, len(es))
	for i := range es {
		e := &es[i]
		x := Event{
			ID: EventID(i + 1), Kind: EventKind(e.Kind), Mode: e.Mode, Code: e.Code, Lemma: e.Lemma,
			Trigger: outer(e.Trigger), Mentions: outers(e.Mentions), Status: Status(e.Status),
			When: eventWhen(e), Statement: StatementID(e.Statement + 1), Evidence: Evidence{e.Rule, percent(e.Score)},
		}
		for _, r := range e.Roles {
			x.Participants = append(x.Participants, Participant{Role: r.Role.String(), Actor: ActorID(r.Actor + 1), Span: outer(r.Span)})
		}
		if e.Time != token.None {
			x.Time = t.times[e.Time].ID
		}
		if e.Place != token.None {
			x.Location = placeIDs[e.Place]
		}
		for _, r := range e.Relations {
			o := Before
			if r.After {
				o = After
			}
			x.Relations = append(x.Relations, Relation{o, EventID(r.Event + 1)})
		}
		out[i] = x
	}
	return out, nil
}

// eventWhen is the event's time with what holds it there.
func eventWhen(e *event.Event) When {
	switch e.Bound {
	case event.OnOrAfter:
		return When{when.NewSpan(when.FromPoint(e.When.Earliest()), when.Value{}).WithAnchor(e.When.Anchor())}
	case event.OnOrBefore:
		return When{when.NewSpan(when.Value{}, when.FromPoint(e.When.Latest())).WithAnchor(e.When.Anchor())}
	case event.About:
		return When{e.When.WithMod(when.Approx)}
	}
	return When{e.When}
}

// roomStatements are the statements as the event room takes them, in the order of their IDs.
func roomStatements(t *Text) []quote.Statement {
	out := make([]quote.Statement, len(t.statements))
	for i := range t.statements {
		s := &t.statements[i]
		x := quote.Statement{Cue: inner(s.Cue), CueToken: token.None, CueLemma: s.CueLemma, Speaker: inner(s.Speaker), SpeakerHead: token.None,
			SpeakerActor: int32(s.Actor) - 1, Parent: int32(s.Parent) - 1, Time: token.None, Place: token.None, AddresseeActor: int32(s.AddresseeActor) - 1,
			Negated: s.Status == Denied}
		switch s.Kind {
		case Direct:
			x.Kind = quote.Direct
		case Mixed:
			x.Kind = quote.Mixed
		default:
			x.Kind = quote.Indirect
		}
		for _, c := range s.Content {
			x.Content = append(x.Content, inner(c))
		}
		if !s.Cue.IsZero() {
			x.CueToken = t.doc.At(x.Cue.Start)
		}
		out[i] = x
	}
	return out
}

func eventStage(t *Text) stage[Event] {
	c := checker{d: t.document()}
	return stage[Event]{
		check: func(e *Event) error {
			e.Mentions, e.Relations, e.Participants = slices.Clone(e.Mentions), slices.Clone(e.Relations), slices.Clone(e.Participants)
			slices.SortFunc(e.Mentions, compareSpans)
			return c.check("event", func() { c.event(e) })
		},
		claims: func(e *Event) []Span { return []Span{e.Trigger} },
		key:    func(e *Event) Span { return e.Mentions[0] },
		id:     func(e *Event) *int { return (*int)(&e.ID) },
		refs: func(e *Event) []*int {
			out := make([]*int, len(e.Relations))
			for i := range e.Relations {
				out[i] = (*int)(&e.Relations[i].Event)
			}
			return out
		},
		tidy: func(e *Event) {
			e.Relations = slices.DeleteFunc(e.Relations, func(r Relation) bool { return r.Event == 0 })
			if len(e.Relations) == 0 {
				e.Relations = nil
			}
		},
	}
}
