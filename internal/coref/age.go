package coref

import (
	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/token"
)

// ageReach is how many sentences back "the 34-year-old" may refer.
const ageReach = 3

// byAge resolves "the 34-year-old" that begins at token t to the one person
// of the sentence, or of the nearest of those before, who can be it.
func (r *resolver) byAge(t, limit int32) {
	last := r.ageEnd(t, limit)
	if last == token.None {
		return
	}
	sent := r.d.Tokens[t].Sent
	found, dist := token.None, int32(0)
	for c, x := range r.recent {
		if !person(x.Kind) || x.Number == actor.Plur || sent-x.last.sent > ageReach {
			continue
		}
		if found != token.None && sent-x.last.sent == dist && x.last.rel == token.Nsubj {
			return // two, and nothing tells which
		}
		if found == token.None {
			found, dist = c, sent-x.last.sent
		}
	}
	if found == token.None {
		return
	}
	s := r.d.SpanOf(t, last)
	x := &r.es[found]
	x.Mentions = append(x.Mentions, Mention{Span: s, Full: s, First: t, Last: last, Head: last - 1, Form: actor.Nominal,
		Reason: "age", Score: sureAge, Index: token.None})
	r.touch(found, t, last)
}

// ageEnd is the end of "the 34-year-old" that begins at token t and stands for
// somebody, or None: a noun behind it, and it is only said of that.
func (r *resolver) ageEnd(t, limit int32) int32 {
	toks := r.d.Tokens
	if toks[t].Lower != "the" || t+6 > limit || toks[t+2].Lower != "-" || toks[t+3].Lower != "year" || toks[t+4].Lower != "-" ||
		toks[t+5].Lower != "old" {
		return token.None
	}
	if end := t + 6; end < limit {
		switch n := &toks[end]; n.UPOS {
		case token.NOUN, token.PROPN, token.ADJ:
			return token.None
		case token.VERB:
			if n.Rel == token.Amod {
				return token.None
			}
		}
	}
	for k := t; k < t+6; k++ {
		if r.cover[k] != 0 {
			return token.None
		}
	}
	return t + 6
}
