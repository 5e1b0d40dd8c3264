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
	by := make([]int32, len(d.Tokens)) // token: speech plus one
	for i := range said {
		s := &said[i]
		if s.Speaker < 0 || int(s.Speaker) >= len(actors) || s.Content.Len() <= 0 {
			continue
		}
		first, last := d.Range(s.Content)
		for t := first; t < last; t++ {
			if k := by[t]; k == 0 || said[k-1].Content.Len() > s.Content.Len() {
				by[t] = int32(i) + 1
			}
		}
	}
	for t := range by {
		if by[t] == 0 {
			continue
		}
		tok := &d.Tokens[t]
		if tok.Quote == token.None {
			continue // indirect speech keeps the first person for the author
		}
		e := said[by[t]-1].Speaker
		a := &actors[e]
		switch tok.Lower {
		case "i", "me", "my", "mine", "myself":
			if a.Number == actor.Plur {
				continue
			}
		case "we", "us", "our", "ours", "ourselves":
			if tok.Is(token.AllCaps) && tok.Lower == "us" || a.Kind == actor.Person || a.Kind == actor.RoleOnly {
				continue
			}
		default:
			continue
		}
		a.Mentions = append(a.Mentions, Mention{Span: tok.Span, Full: tok.Span, First: int32(t), Last: int32(t) + 1, Head: int32(t), Form: actor.Pronoun, Reason: "speaker", Score: 85, Index: token.None})
		changed[e] = true
	}
	for i := range actors {
		if changed[i] {
			slices.SortStableFunc(actors[i].Mentions, func(a, b Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
		}
	}
}
