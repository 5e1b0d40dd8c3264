package event

import (
	"strings"

	"github.com/dateline-go/dateline/internal/ontology"
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
	if e.nominal || syntax.Group(f.d, e.Clause).Perfect || e.Status == Possible {
		return
	}
	p := e.Clause
	for range maxClimb {
		for k := range f.kids(p) {
			if !f.namedAgain(k) && (p != e.Clause || !f.goesOnAs(k)) {
				continue
			}
			if v := f.dayOfOccasion(es, i, k); !v.IsZero() && (e.Status == Planned && f.age(v) <= 0 || e.Status != Planned && f.over(v)) {
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
	return t.Rel == token.Obl && t.UPOS == token.NOUN && t.Quote == token.None && (f.happens(t) || wordTable.Has(t.Lemma, classAnyOccasion)) && f.definite(k) > 0 &&
		(f.at(k) || wordTable.Has(f.caseOf(k), classSettingPrep)) && !f.manyWords(k)
}

// goesOnAs reports whether k, the subject of its clause, is a meeting that the reader
// knows, which then is told of, "the talks dealt with fish", or what did harm, "the
// blast hurt nine".
func (f *finder) goesOnAs(k int32) bool {
	t := &f.d.Tokens[k]
	if t.Rel != token.Nsubj && t.Rel != token.NsubjPass || t.UPOS != token.NOUN || t.Quote != token.None || f.definite(k) <= 0 || !f.simplePast(t.Head) {
		return false
	}
	kind := nounKind(t.Lemma)
	return kind == ontology.Consult || t.Rel == token.Nsubj && wordTable.Has(f.d.Tokens[t.Head].Lemma, classHarming) && (wordTable.Has(kind, classHarms) || !f.is(k, actorClass) && !f.is(k, locClass))
}

// sameAct reports whether token n, told before, and noun w are words for one happening:
// "met" and "meeting", "shot" and "attack".
func (f *finder) sameAct(w string, n int32) bool {
	const most = 4 // letters of a verb at least, which of shorter ones begin other nouns too
	v := f.d.Tokens[n].Lemma
	if kind := nounKind(w); wordTable.Has(kind, classBlows) && f.d.Tokens[n].UPOS == token.VERB && f.verbKind(n) == kind {
		return true
	}
	return v == w || f.d.Tokens[n].UPOS == token.VERB && len(v) >= most && strings.HasPrefix(w, strings.TrimSuffix(v, "e")) && nounKind(w) == f.verbKind(n)
}

// dayOfOccasion is when the occasion was that noun k, of event i, names again, or the
// zero Value: that of the last event of its word, or what the last sentence says that
// has the word and a time.
func (f *finder) dayOfOccasion(es []Event, i int, k int32) when.Value {
	w, first := f.d.Tokens[k].Lemma, f.d.Sents[max(0, es[i].Sent-occasionReach)].First
	var v when.Value
	at := int32(token.None)
	ahead := es[i].Status == Planned
	for j := max(0, i-occasionEvents); j < min(len(es), i+occasionEvents); j++ {
		o := &es[j]
		if j == i || o.Status != Occurred && (!ahead || o.Status != Planned) {
			continue
		}
		for _, m := range o.Mentions {
			switch n := f.d.At(m.Start); {
			case n > k || n < first || n <= at || !f.sameAct(w, n):
			case firm(o):
				v, at = toDay(o.When), n
			case n < k && (f.d.Tokens[n].UPOS == token.VERB || f.definite(n) < 0):
				v, at = when.Value{}, n // another one, whose day is not told
			}
		}
	}
	if !v.IsZero() {
		return v
	}
	for n := k - 1; n >= max(first, at); n-- {
		if t := &f.d.Tokens[n]; t.UPOS != token.NOUN || t.Lemma != w {
			continue
		}
		j := f.timeOf(n, f.d.Tokens[n].Sent)
		if p := f.above(n); j == token.None && p != token.None && (f.simplePast(p) || ahead && wordTable.Has(f.d.Tokens[p].Lemma, classHeld)) && f.lends(n) {
			j = f.timeOf(p, f.d.Tokens[p].Sent)
		}
		if j != token.None && !f.asideTime(j) && (ahead || f.over(f.in.Times[j].Value)) {
			return toDay(f.in.Times[j].Value)
		}
	}
	if wordTable.Has(w, classAnyOccasion) {
		return f.dayOfGathering(es, i, k)
	}
	return when.Value{}
}

// dayOfGathering is when the gathering was that was told last before noun k, of event
// i: "the fair opens on Friday. At the event, ...".
func (f *finder) dayOfGathering(es []Event, i int, k int32) when.Value {
	for j := min(len(es)-1, i+occasionEvents); j >= max(0, i-occasionEvents); j-- {
		o := &es[j]
		if j == i || o.Head >= k || o.Sent < es[i].Sent-occasionReach || !wordTable.Has(o.Kind, classGatherings) {
			continue
		}
		if firm(o) && (o.Status == Occurred || o.Status == Planned && es[i].Status == Planned) {
			return toDay(o.When)
		}
		break // not the day of another one before it
	}
	return when.Value{}
}
