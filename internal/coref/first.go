package coref

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// Speech says who speaks in a quotation: what LinkFirstPerson needs.
type Speech struct {
	Content   token.Span // what is said
	Speaker   int32      // index among the actors
	Addressee int32      // the same of whom it is said to, or token.None
}

// LinkFirstPerson adds to actors the first-person pronouns that stand inside
// what they say, in marks or behind a colon: I, me, my, mine and myself are the speaker; we, us and our
// too when the speaker is an organisation, a state or a group; of who speaks
// for a body, they are the body; "you" is the one person it is said to. Of two
// contents that hold a pronoun the shorter counts. The mentions of each actor
// stay in text order.
func LinkFirstPerson(d *token.Doc, actors []Actor, said []Speech) {
	changed := make([]bool, len(actors))
	turns, linked := speeches(d, len(actors), said, turn), pronouns(d, actors)
	behalf := behalves(d, actors, said)
	for t, k := range speeches(d, len(actors), said, anySpeech) {
		d.CheckAt(t)
		tok := &d.Tokens[t]
		if tok.Quote == token.None {
			k = turns[t] // other indirect speech keeps the first person for the author
		}
		if k == 0 || linked[t] {
			continue
		}
		e, reason, score := said[k-1].Speaker, "speaker", uint8(sureSpeaker)
		if to := said[k-1].Addressee; listed(tok.Lower, classSecond) && to >= 0 && int(to) < len(actors) && tok.Quote != token.None &&
			spokenTo(d, int32(t), &actors[to]) {
			e, reason, score = to, "addressee", sureAddressee
		}
		if b := behalf[e]; b != token.None && person(actors[e].Kind) && !speaksAs(tok, &actors[e]) {
			e, reason, score = b, "speaker-for", sureSpeaksFor
		}
		a := &actors[e]
		if reason != "addressee" && !speaksAs(tok, a) {
			continue
		}
		a.Mentions = append(a.Mentions, Mention{Span: tok.Span, Full: tok.Span, First: int32(t), Last: int32(t) + 1, Head: int32(t),
			Form: actor.Pronoun, Reason: reason, Score: score, Index: token.None})
		changed[e] = true
	}
	for i := range actors {
		d.CheckAt(i)
		if changed[i] {
			slices.SortStableFunc(actors[i].Mentions, func(a, b Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
		}
	}
}

// pronouns tells of every token whether it is a pronoun of an actor already.
func pronouns(d *token.Doc, actors []Actor) []bool {
	out := make([]bool, len(d.Tokens))
	for i := range actors {
		d.CheckAt(i)
		for k := range actors[i].Mentions {
			if m := &actors[i].Mentions[k]; m.Form == actor.Pronoun {
				out[m.First] = true
			}
		}
	}
	return out
}

// turn reports whether content c is direct speech by the colon before it, as
// in a transcript: "HOLM: I came by train".
func turn(d *token.Doc, c token.Span) bool {
	first, last := d.Range(c)
	return first > 0 && first < last && d.Tokens[first-1].Lower == ":"
}

func anySpeech(*token.Doc, token.Span) bool { return true }

// speeches gives, for every token, the shortest content of those that want
// takes which holds it, plus one.
func speeches(d *token.Doc, actors int, said []Speech, want func(d *token.Doc, c token.Span) bool) []int32 {
	by := make([]int32, len(d.Tokens))
	for i := range said {
		d.CheckAt(i)
		s := &said[i]
		if s.Speaker < 0 || int(s.Speaker) >= actors || s.Content.Len() <= 0 || !want(d, s.Content) {
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

// spokenTo reports whether "you" at t is a, the one person it is said to: not
// anybody at all, "you know", "you can never tell".
func spokenTo(d *token.Doc, t int32, a *Actor) bool {
	if a.Kind != actor.Person || a.Number == actor.Plur {
		return false
	}
	if int(t)+1 < len(d.Tokens) && d.Tokens[t].Lower == "you" {
		return !listed(d.Tokens[t+1].Lower, classAnybody)
	}
	return true
}

// behalves gives, for every actor, the body that a person who speaks speaks
// for, "Ann Lee, the company's spokeswoman", or None.
func behalves(d *token.Doc, actors []Actor, said []Speech) []int32 {
	out := none(len(actors))
	var at []int32 // ByToken, when there is somebody to ask about
	asked := make([]bool, len(actors))
	for i := range said {
		d.CheckAt(i)
		s := &said[i]
		if s.Speaker < 0 || int(s.Speaker) >= len(actors) || asked[s.Speaker] || !person(actors[s.Speaker].Kind) {
			continue
		}
		asked[s.Speaker] = true
		for k := range actors[s.Speaker].Roles {
			d.CheckAt(k)
			ro := &actors[s.Speaker].Roles[k]
			if ro.Standing != actor.Current || ro.Of.Len() == 0 || !listed(ro.Office, classSpeaksFor) {
				continue
			}
			if at == nil {
				at = ByToken(d, actors)
			}
			if first, last := d.Range(ro.Of); first < last {
				if b := at[last-1]; b != token.None && b != s.Speaker && isBody(actors[b].Kind) && actors[b].Number != actor.Plur {
					out[s.Speaker] = b
				}
			}
		}
	}
	return out
}
