package quote

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

func (f *finder) describe() {}

// actorAt is the actor of the phrase headed by h.
func (f *finder) actorAt(h int32) int32 {
	if h == token.None {
		return token.None
	}
	a := syntax.Antecedent(f.d, h)
	if f.actor[a] != token.None {
		return f.actor[a]
	}
	return f.actor[h]
}

// span is the bytes of r.
func (f *finder) span(r run) token.Span {
	if r.empty() {
		return token.Span{}
	}
	return f.d.SpanOf(r.first, r.last)
}

// finish turns drafts into statements, by start of content.
func (f *finder) finish() []Statement {
	order := make([]int32, 0, len(f.drafts))
	for n := range f.drafts {
		if !f.drafts[n].dead && len(f.drafts[n].content) > 0 {
			order = append(order, int32(n))
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		return cmp.Compare(f.drafts[a].content[0].first, f.drafts[b].content[0].first)
	})
	index := make([]int32, len(f.drafts))
	for i := range index {
		index[i] = token.None
	}
	for i, n := range order {
		index[n] = int32(i)
	}
	out := make([]Statement, 0, len(order))
	for _, n := range order {
		out = append(out, f.statement(&f.drafts[n], index))
	}
	return out
}

func (f *finder) statement(dr *draft, index []int32) Statement {
	s := Statement{Cue: f.span(dr.cueRun), CueToken: dr.cue, Speaker: f.span(dr.speaker), SpeakerHead: dr.head, SpeakerActor: f.actorAt(dr.head), SpeakerRule: dr.spRule,
		Addressee: f.span(dr.addr), AddresseeActor: token.None, Time: token.None, Place: token.None, Parent: token.None, Rule: dr.rule, Score: dr.score}
	if dr.parent != token.None {
		s.Parent = index[dr.parent]
	}
	if dr.cue != token.None {
		s.CueLemma = f.lemma(dr.cue)
		g := syntax.Group(f.d, dr.cue)
		s.Negated = g.Negated || g.NoArgument
		if s.Modal = g.Modal; s.Modal == "" {
			s.Modal = g.SemiModal
		}
	}
	s.Stance = Asserts
	if dr.info != nil {
		s.Stance = dr.info.stance
	}
	out, in := int32(0), int32(0)
	for _, c := range dr.content {
		s.Content = append(s.Content, f.span(c))
		for i := c.first; i < c.last; {
			g := f.region[i]
			if g == token.None {
				if f.word(i) {
					out++
				}
				i++
				continue
			}
			q := &f.regions[g]
			part := run{max(q.inner.first, c.first), min(q.inner.last, c.last)}
			if !part.empty() {
				s.Quoted = append(s.Quoted, f.span(part))
				in += f.words(part)
			}
			i = q.last
		}
	}
	switch {
	case in == 0 && dr.rule != "name-colon":
		s.Kind = Indirect
	case out == 0 || dr.rule == "name-colon":
		s.Kind = Direct
	default:
		s.Kind = Mixed
	}
	return s
}
