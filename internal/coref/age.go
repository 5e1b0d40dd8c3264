package coref

import (
	"strings"

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
	found := r.aged(t, r.d.Tokens[t+1].Lower)
	if found == token.None {
		return
	}
	x := &r.es[found]
	x.Mentions = append(x.Mentions, r.mention(t, last, last-1, actor.Nominal, "age", sureAge))
	r.touch(found, t, last)
}

// aged is the one person of that age for a phrase at token t: whose age the
// text gives, else the nearest whose age it does not give, when only one can be
// it; or None.
func (r *resolver) aged(t int32, age string) int32 {
	sent := r.d.Tokens[t].Sent
	found, dist, known := token.None, int32(0), false
	for c, x := range r.recent {
		if !person(x.Kind) || x.Number == actor.Plur || x.age != age && (x.age != "" || known || sent-x.last.sent > ageReach) {
			continue
		}
		if x.age == age {
			if known {
				return token.None // two of one age
			}
			found, known = c, true
			continue
		}
		if found != token.None && sent-x.last.sent == dist && x.last.rel == token.Nsubj {
			found = token.None // two, and nothing tells which
			if dist = -1; !known {
				continue
			}
		}
		if found == token.None && dist >= 0 {
			found, dist = c, sent-x.last.sent
		}
	}
	return found
}

// ageOf is the age that the text gives of who is spoken of at tokens [first,
// last): "Ana Holm, 45,", "a 34-year-old man"; or empty.
func (r *resolver) ageOf(first, last int32) string {
	toks := r.d.Tokens
	for t := first; t+4 < last; t++ {
		if toks[t].Is(token.HasDigit) && toks[t+1].Lower == "-" && toks[t+2].Lower == "year" && toks[t+4].Lower == "old" {
			return toks[t].Lower
		}
	}
	if int(last)+1 < len(toks) && toks[last].Lower == "," && toks[last+1].Is(token.HasDigit) && len(toks[last+1].Lower) <= 3 &&
		(int(last)+2 == len(toks) || toks[last+2].Is(token.Punct)) && strings.Trim(toks[last+1].Lower, "0123456789") == "" {
		return toks[last+1].Lower
	}
	return ""
}

// ageEnd is the end of "the 34-year-old" that begins at token t and stands for
// somebody, or None: a noun behind it, and it is only said of that.
func (r *resolver) ageEnd(t, limit int32) int32 {
	toks := r.d.Tokens
	if toks[t].Lower != "the" || t+6 > limit || toks[t+2].Lower != "-" || toks[t+3].Lower != "year" || toks[t+4].Lower != "-" ||
		toks[t+5].Lower != "old" {
		return token.None
	}
	if r.goesBeyond(t + 6) {
		return token.None
	}
	for k := t; k < t+6; k++ {
		if r.cover[k] != 0 {
			return token.None
		}
	}
	return t + 6
}
