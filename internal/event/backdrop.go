package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// How many sentences go on with what was long ago: in a row, and in all. Chosen by
// reading news that has no part in the annotated articles.
const (
	oldReach = 1
	oldMost  = 5
)

// A backdrop is the passage in the past that a text is in, if it is in one.
type backdrop struct {
	f    *finder
	next int   // the first of the times that it has not come to yet
	from int32 // the sentence that told what was long ago with its time; far below 0 if none
	at   int32 // the last one that went on with it
	said bool  // somebody says so
}

func (f *finder) newBackdrop() backdrop { return backdrop{f: f, at: never, from: never} }

// upTo reads the times up to the end of sentence s: one long ago on a verb in the
// past begins a passage, one that is news ends it.
func (b *backdrop) upTo(s int32) {
	f := b.f
	for ; b.next < len(f.in.Times); b.next++ {
		m := &f.in.Times[b.next]
		a, z := f.d.Range(m.Span)
		if a >= z {
			continue
		}
		if f.d.Tokens[a].Sent > s {
			break
		}
		p := f.d.Tokens[f.top(a, z)].Head
		if m.Own || !dated(m.Value) || p == token.None || f.d.Tokens[p].UPOS != token.VERB || !f.simplePast(p) {
			continue
		}
		switch r := f.d.Tokens[p].Rel; {
		case r == token.AclRelcl || r == token.Acl:
		case !f.longAgo(m.Value):
			b.at = never
		case m.Value.Mod() == when.NoMod || m.Value.Mod() == when.Start || m.Value.Mod() == when.Mid || m.Value.Mod() == when.End:
			at := f.d.Tokens[a].Sent
			b.from, b.at, b.said = at, at, f.said[p] != token.None
		}
	}
}

// longAgo reports whether v is over for longer than what is news.
func (f *finder) longAgo(v when.Value) bool {
	return f.age(v) > newsDays || v.Grain() >= when.Month && f.age(v) <= 0 && v.Mod() == when.Start
}

// holds reports whether e, which has no time of its own, is of the passage or looks
// back by its tense: the day of publication says nothing of when it was.
func (b *backdrop) holds(e *Event) bool {
	f := b.f
	if e.Sent <= f.leadEnd || e.Kind == ontology.Statement || e.Kind == ontology.Market || f.cue[e.Head] != token.None || f.d.Sents[e.Sent].Kind == token.Headline {
		return false
	}
	g := syntax.Group(f.d, e.Clause)
	if g.Tense != syntax.Past {
		return false
	}
	if f.inTenure(e.Clause) {
		return true
	}
	if g.Perfect {
		return !f.inReport(e.Clause)
	}
	said := e.Statement != token.None || f.d.Tokens[e.Head].Quote != token.None
	if f.d.Tokens[e.Clause].Rel == token.AclRelcl && !e.vague {
		return true
	}
	if e.Sent-b.at > oldReach || e.Sent-b.from > oldMost || b.said && !said || !f.simplePast(e.Clause) || f.offScene(e.Clause) || !f.pastAbove(e.Clause) {
		return false
	}
	b.at = e.Sent
	return true
}

// inReport reports whether clause p is what somebody says: its past perfect then is
// that of the telling.
func (f *finder) inReport(p int32) bool {
	for range maxClimb {
		t := &f.d.Tokens[p]
		if t.Rel == token.Ccomp || t.Rel == token.Parataxis {
			return true
		}
		if t.Rel != token.Conj || t.Head == token.None {
			return false
		}
		p = t.Head
	}
	return false
}

// pastAbove reports whether all clauses over p are told in the past too.
func (f *finder) pastAbove(p int32) bool {
	for range maxClimb {
		h := f.d.Tokens[p].Head
		if h == token.None {
			break
		}
		if p = h; f.d.Tokens[p].UPOS != token.VERB {
			continue
		}
		if g := syntax.Group(f.d, p); g.Perfect && g.Tense == syntax.Present || g.Tense == syntax.Present || g.Tense == syntax.Future {
			return false
		}
	}
	return true
}

// liesAhead reports whether plan e is told as one that is still to come: not what
// was to come in a passage of the past, nor what somebody takes the future to be.
func (b *backdrop) liesAhead(e *Event) bool {
	f := b.f
	g := syntax.Group(f.d, e.Clause)
	over := f.above(e.Clause)
	if over != token.None {
		if wordTable.Has(f.d.Tokens[over].Lemma, classSupposes) && f.d.Tokens[e.Clause].Rel != token.Xcomp {
			return false
		}
	}
	switch {
	case g.Modal == "would":
		return f.inReport(e.Clause) && e.Sent-b.at > 1
	case g.Modal != "" || g.Tense == syntax.Future:
		return true
	case g.SemiModal != "" && g.Tense == syntax.Past:
		return false
	}
	return over == token.None || e.Sent <= f.leadEnd || !f.simplePast(over) || f.d.Tokens[over].UPOS != token.VERB
}
