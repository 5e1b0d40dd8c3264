package dateline

import (
	"slices"

	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/token"
)

var statementKinds = [...]StatementKind{quote.Direct: StatementDirect, quote.Indirect: StatementIndirect, quote.Mixed: StatementMixed}

func (t *Text) statementOut(i int, s *quote.Statement) Statement {
	x := Statement{
		ID: StatementID(i + 1), Kind: statementKinds[s.Kind], Content: outers(s.Content), Quoted: outers(s.Quoted),
		Cue: outer(s.Cue), CueLemma: s.CueLemma, Stance: Stance(s.Stance.String()), Status: statementStatus(s),
		Speaker: outer(s.Speaker), Actor: ActorID(s.SpeakerActor + 1), SpeakerEvidence: Evidence{Rule: s.SpeakerRule},
		Addressee: outer(s.Addressee), AddresseeActor: ActorID(s.AddresseeActor + 1), Medium: outer(s.Medium),
		Parent: StatementID(s.Parent + 1), Evidence: Evidence{s.Rule, percent(s.Score)},
	}
	if s.Time != token.None {
		x.Time, x.When, x.WhenEvidence = TimeID(s.Time+1), When{t.truth.times[s.Time].Value}, Evidence{Rule: s.TimeRule}
	}
	if s.Place != token.None {
		x.Location, x.LocationEvidence = LocationID(t.truth.placeOf[s.Place]+1), Evidence{Rule: s.PlaceRule}
	}
	return x
}

// statementStatus tells a statement made from one not made, or not yet.
func statementStatus(s *quote.Statement) Status {
	switch {
	case s.Negated:
		return StatusDenied
	case s.Modal == "":
		return StatusOccurred
	case s.Hedged():
		return StatusPossible
	}
	return StatusPlanned
}

func (t *Text) statementIn(s *Statement) quote.Statement {
	return quote.Statement{
		Kind: quote.Kind(max(1, slices.Index(statementKinds[:], s.Kind))), Content: inners(s.Content), Quoted: inners(s.Quoted),
		Cue: inner(s.Cue), CueToken: t.headOf(s.Cue), CueLemma: s.CueLemma, Speaker: inner(s.Speaker), SpeakerHead: t.headOf(s.Speaker),
		SpeakerActor: int32(s.Actor) - 1, SpeakerRule: s.SpeakerEvidence.Rule, Addressee: inner(s.Addressee),
		AddresseeActor: int32(s.AddresseeActor) - 1, Medium: inner(s.Medium),
		Time: int32(s.Time) - 1, TimeRule: s.WhenEvidence.Rule, Place: t.placeIn(s.Location), PlaceRule: s.LocationEvidence.Rule,
		Negated: s.Status == StatusDenied, Parent: int32(s.Parent) - 1,
		Rule: s.Evidence.Rule, Score: s.Evidence.percent(),
	}
}

func ownStatement(x *Statement, i int, s *quote.Statement) {
	x.ID, x.Parent = StatementID(i+1), StatementID(s.Parent+1)
}
