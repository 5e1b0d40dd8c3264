package event

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/internal/token"
)

// relate orders events by the words between them: "after the summit", "the
// arrest during the march", "before the dam burst".
func (f *finder) relate(es []Event) {
	at := make([]mentionAt, 0, 2*len(es))
	for i := range es {
		f.d.CheckAt(i)
		for _, m := range es[i].Mentions {
			at = append(at, mentionAt{m.Start, int32(i)})
		}
	}
	slices.SortFunc(at, func(a, b mentionAt) int { return cmp.Compare(a.start, b.start) })
	for i := range es {
		f.d.CheckAt(i)
		for k := range f.kids(es[i].Head) {
			o, rule, ok := f.orderBy(es, at, i, k)
			if !ok || slices.ContainsFunc(es[i].Relations, func(r Relation) bool { return r.Event == o.Event }) {
				continue
			}
			o.Rule = rule
			es[i].Relations = append(es[i].Relations, o)
		}
	}
}

// A mentionAt is where an event is mentioned.
type mentionAt struct{ start, event int32 }

// orderBy is how event i stands to the one that its dependent k tells, and the
// word that says so.
func (f *finder) orderBy(es []Event, at []mentionAt, i int, k int32) (r Relation, word string, ok bool) {
	t := &f.d.Tokens[k]
	switch t.Rel {
	case token.Obl, token.Nmod:
		word = f.caseOf(k)
	case token.Advcl:
		if m := f.kid(k, token.RelMark); m != token.None {
			word = f.d.Tokens[m].Lower
		}
	}
	if word == "" || !wordTable.Find(word).Known() {
		return r, "", false
	}
	o := int32(token.None)
	if n, found := slices.BinarySearchFunc(at, t.Start, func(m mentionAt, start int32) int { return cmp.Compare(m.start, start) }); found {
		o = at[n].event
	} else if t.Rel != token.Advcl && f.definite(k) > 0 {
		o = onlyOne(es, i, t.Lemma)
	}
	if o == token.None || int(o) == i {
		return r, "", false
	}
	r.Event = o
	other := &es[o]
	switch {
	case wordTable.Has(word, classThereafter):
		r.After = true
	case wordTable.Has(word, classBeforehand):
	case wordTable.Has(word, classMeantime), t.Rel != token.Advcl && word == "at" && wordTable.Has(other.Kind, classAssembly):
		r.During = true
	default:
		return r, "", false
	}
	return r, word, other.Status != Denied && other.Status != Failed
}

// onlyOne is the one event near event i that is told by a word, or None.
func onlyOne(es []Event, i int, lemma string) int32 {
	out := int32(token.None)
	for j := max(0, i-maxBack); j < min(len(es), i+maxBack); j++ {
		if es[j].Lemma != lemma || j == i {
			continue
		} else if out != token.None {
			return token.None
		}
		out = int32(j)
	}
	return out
}
