package event

import (
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// Chosen by reading news that has no part in the annotated articles.
const (
	occasionReach  = 8  // sentences back that tell the day of an occasion named again
	occasionEvents = 64 // events back that may be it
)

// onOccasion dates event i by what its clause, or the one that it is joined to, was
// part of, where a sentence before tells the day of that: "She spoke in Oslo on
// Monday. In the speech, she attacked the king."
func (f *finder) onOccasion(es []Event, i int) {
	e := &es[i]
	if e.nominal || syntax.Group(f.d, e.Clause).Perfect || e.Status != Occurred && e.Status != Failed && e.Status != Denied {
		return
	}
	p := e.Clause
	for range maxClimb {
		for k := range f.kids(p) {
			if !f.namedAgain(k) {
				continue
			}
			if v := f.dayOfOccasion(es, i, k); !v.IsZero() {
				e.When, e.Time, e.by, e.Bound = v, token.None, ByEvent, Within
				return
			}
		}
		t := &f.d.Tokens[p]
		if t.Head == token.None || t.Rel != token.Conj && t.Rel != token.Xcomp && (t.Rel != token.Advcl || !f.untensed(p)) {
			return
		}
		p = t.Head
	}
}

// namedAgain reports whether k is a happening that a clause is part of, and one that
// the reader knows: "in her speech", "during the talks".
func (f *finder) namedAgain(k int32) bool {
	t := &f.d.Tokens[k]
	return t.Rel == token.Obl && t.UPOS == token.NOUN && t.Quote == token.None && f.happens(t) && f.definite(k) > 0 &&
		(f.at(k) || wordTable.Has(f.caseOf(k), classSettingPrep)) && !f.manyWords(k)
}

// dayOfOccasion is when the occasion was that noun k, of event i, names again, or the
// zero Value: that of the last event of its word, or what the last sentence says that
// has the word and a time.
func (f *finder) dayOfOccasion(es []Event, i int, k int32) when.Value {
	w, first := f.d.Tokens[k].Lemma, f.d.Sents[max(0, es[i].Sent-occasionReach)].First
	var v when.Value
	at := int32(token.None)
	for j := max(0, i-occasionEvents); j < min(len(es), i+occasionEvents); j++ {
		o := &es[j]
		if !firm(o) || o.Status != Occurred || j == i {
			continue
		}
		for _, m := range o.Mentions {
			if n := f.d.At(m.Start); n <= k && n >= first && n > at && f.d.Tokens[n].Lemma == w {
				v, at = toDay(o.When), n
			}
		}
	}
	if !v.IsZero() {
		return v
	}
	for n := k - 1; n >= first; n-- {
		if t := &f.d.Tokens[n]; t.UPOS != token.NOUN || t.Lemma != w {
			continue
		}
		j := f.timeOf(n, f.d.Tokens[n].Sent)
		if p := f.above(n); j == token.None && p != token.None && f.simplePast(p) && f.lends(n) {
			j = f.timeOf(p, f.d.Tokens[p].Sent)
		}
		if j != token.None && !f.asideTime(j) && f.over(f.in.Times[j].Value) {
			return toDay(f.in.Times[j].Value)
		}
	}
	return when.Value{}
}
