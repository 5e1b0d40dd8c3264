package coref

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// Speech says who speaks in a quotation: what LinkFirstPerson needs.
type Speech struct {
	Content token.Span // what is said
	Speaker int32      // index among the actors
}

// LinkFirstPerson adds to actors the first-person pronouns that stand inside
// what they say: I, me, my, mine and myself are the speaker; we, us and our
// too when the speaker is an organisation, a state or a group. Of two
// contents that hold a pronoun the shorter counts. The mentions of each actor
// stay in text order.
func LinkFirstPerson(d *token.Doc, actors []Actor, said []Speech) {
	changed := make([]bool, len(actors))
	for t, k := range speeches(d, len(actors), said) {
		tok := &d.Tokens[t]
		if k == 0 || tok.Quote == token.None {
			continue // indirect speech keeps the first person for the author
		}
		e := said[k-1].Speaker
		a := &actors[e]
		if !speaksAs(tok, a) {
			continue
		}
		a.Mentions = append(a.Mentions, Mention{Span: tok.Span, Full: tok.Span, First: int32(t), Last: int32(t) + 1, Head: int32(t),
			Form: actor.Pronoun, Reason: "speaker", Score: sureSpeaker, Index: token.None})
		changed[e] = true
	}
	for i := range actors {
		if changed[i] {
			slices.SortStableFunc(actors[i].Mentions, func(a, b Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
		}
	}
}

// speeches gives, for every token, the shortest content that holds it, plus one.
func speeches(d *token.Doc, actors int, said []Speech) []int32 {
	by := make([]int32, len(d.Tokens))
	for i := range said {
		s := &said[i]
		if s.Speaker < 0 || int(s.Speaker) >= actors || s.Content.Len() <= 0 {
			continue
		}
		first, last := d.Range(s.Content)
		for t := first; t < last; t++ {
			if k := by[t]; k == 0 || said[k-1].Content.Len() > s.Content.Len() {
				by[t] = int32(i) + 1
			}
		}
	}
	return by
}

// speaksAs reports whether t is a pronoun of the first person that a can use
// of itself.
func speaksAs(t *token.Token, a *Actor) bool {
	switch w := wordTable.Find(t.Lower); {
	case w.Has(classFirstSingular):
		return a.Number != actor.Plur
	case w.Has(classFirstPlural):
		return !person(a.Kind) && (t.Lower != "us" || !t.Is(token.AllCaps))
	}
	return false
}
