package dateline

import (
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/token"
)

// DefaultStatementParsers are the built-in statement parsers, in a fresh
// slice to append to, replace or drop from.
func DefaultStatementParsers() []StatementParser {
	return []StatementParser{StatementParserFunc(builtinStatements)}
}

func builtinStatements(t *Text) ([]Statement, error) {
	places, placeIDs := placeSpans(t)
	in := quote.Input{Actors: roomActors(t), Places: places}
	for i := range t.times {
		in.Times = append(in.Times, inner(t.times[i].Span))
	}
	ss := quote.Find(t.doc, in)
	out := make([]Statement, len(ss))
	for i := range ss {
		s := &ss[i]
		x := Statement{
			ID: StatementID(i + 1), Kind: statementKindOf(s.Kind), Content: outers(s.Content), Quoted: outers(s.Quoted),
			Cue: outer(s.Cue), CueLemma: s.CueLemma, Stance: s.Stance.String(), Status: statementStatus(s),
			Speaker: outer(s.Speaker), Actor: ActorID(s.SpeakerActor + 1),
			Addressee: outer(s.Addressee), AddresseeActor: ActorID(s.AddresseeActor + 1), Medium: outer(s.Medium),
			Parent: StatementID(s.Parent + 1), Evidence: Evidence{s.Rule, percent(s.Score)},
		}
		if s.Time != token.None {
			x.Time, x.When = t.times[s.Time].ID, t.times[s.Time].When
		}
		if s.Place != token.None {
			x.Location = placeIDs[s.Place]
		}
		out[i] = x
	}
	return out, nil
}

func statementKindOf(k quote.Kind) StatementKind {
	switch k {
	case quote.Direct:
		return Direct
	case quote.Mixed:
		return Mixed
	}
	return Indirect
}

// statementStatus tells a statement made from one not made, or not yet.
func statementStatus(s *quote.Statement) Status {
	switch {
	case s.Negated:
		return Denied
	case s.Modal == "":
		return Occurred
	}
	switch s.Modal {
	case "may", "might", "can", "could", "would", "should":
		return Possible
	}
	return Planned
}

// roomActors are the actors as the later rooms take them, in the order of their IDs.
func roomActors(t *Text) []coref.Actor {
	out := make([]coref.Actor, len(t.actors))
	for i := range t.actors {
		a := &t.actors[i]
		k := kindOf(a.Kind)
		x := coref.Actor{Kind: k, Name: a.Name, Aliases: a.Aliases, Country: a.Country, Gender: genderOf(a.Gender, k), Number: actor.Sing, Count: int32(a.Count), Roles: roomRoles(t, a.Roles)}
		if a.Plural {
			x.Number = actor.Plur
		}
		for j := range a.Mentions {
			m := toRoom(t, a, j)
			x.Mentions = append(x.Mentions, coref.Mention{Span: m.Span, Full: m.Full, First: m.First, Last: m.Last, Head: m.Head,
				Form: m.Form, Reason: m.Rule, Score: m.Score, Index: token.None})
		}
		out[i] = x
	}
	return out
}

// statementStage takes the cue, or without one the content, for a claim: a
// statement may stand inside another one.
func statementStage(t *Text) stage[Statement] {
	c := checker{d: t.document()}
	return stage[Statement]{
		check: func(s *Statement) error {
			s.Content, s.Quoted = slices.Clone(s.Content), slices.Clone(s.Quoted)
			return c.check("statement", func() { c.statement(s) })
		},
		claims: func(s *Statement) []Span {
			if !s.Cue.IsZero() {
				return []Span{s.Cue}
			}
			return s.Content
		},
		key:  func(s *Statement) Span { return s.Content[0] },
		id:   func(s *Statement) *int { return (*int)(&s.ID) },
		refs: func(s *Statement) []*int { return []*int{(*int)(&s.Parent)} },
	}
}

// document is what there is so far, for checking what comes next.
func (t *Text) document() *Document {
	return &Document{Article: t.article, Times: t.times, Locations: t.locations, Actors: t.actors, Statements: t.statements}
}
