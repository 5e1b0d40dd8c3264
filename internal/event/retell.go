package event

import (
	"slices"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// timeOfWhen is the time of the clause that tells when p was: "when they
// reached the bridge on Tuesday, they were stopped".
func (f *finder) timeOfWhen(p, s int32) int32 {
	for k := range f.kids(p) {
		if f.d.Tokens[k].Rel != token.Advcl || !f.simultaneous(k) {
			continue
		}
		if j := f.timeOf(k, s); j != token.None {
			return j
		}
	}
	return token.None
}

// simultaneous reports whether the clause of p tells what was at that time.
func (f *finder) simultaneous(p int32) bool {
	for k := range f.kids(p) {
		if t := &f.d.Tokens[k]; (t.Rel == token.Advmod || t.Rel == token.RelMark) && wordTable.Has(t.Lower, classMeanwhile) {
			return true
		}
	}
	return false
}

// aside reports whether noun i stands in a phrase that only tells on which
// side of it something was: "since the war of last August".
func (f *finder) aside(i int32) bool {
	return f.d.Tokens[i].UPOS != token.VERB && wordTable.Has(f.caseOf(i), classBound)
}

// manyWords reports whether the preposition of i has several words: "in
// connection with" is no "in".
func (f *finder) manyWords(i int32) bool {
	for k := range f.kids(i) {
		if f.d.Tokens[k].Rel == token.Case {
			return f.kid(k, token.Fixed) != token.None
		}
	}
	return false
}

// shares reports whether event noun n has its time and place in common with
// the clause that it stands in. What is spoken of, asked for or condemned has
// not, nor has what only tells of another noun.
func (f *finder) shares(n int32) bool {
	t := &f.d.Tokens[n]
	switch t.Rel {
	case token.Nmod:
		h := &f.d.Tokens[t.Head]
		return h.UPOS != token.NOUN || wordTable.Has(h.Lemma, classPartitive) || wordTable.Has(h.Lemma, classEventPart)
	case token.Obj:
		h := &f.d.Tokens[t.Head]
		if wordTable.Has(h.Lemma, classHandling) {
			return true
		}
		q := ontology.QuadOf(f.verbKind(t.Head))
		return q != ontology.VerbalCoop && q != ontology.VerbalConflict
	case token.Obl:
		return !wordTable.Has(f.caseOf(n), classAsideFrom)
	}
	return true
}

// stray gives each time that dates nothing, because the tree has it
// elsewhere, to the verb before it, if that tells an event without a time.
func (f *finder) stray(es []Event) {
	used := make([]bool, len(f.in.Times))
	byClause := make(map[int32]int)
	for i := range es {
		f.d.CheckAt(i)
		if e := &es[i]; e.Time != token.None {
			used[e.Time] = true
		} else if e.by == 0 {
			byClause[e.Clause] = i
		}
	}
	for j := range f.in.Times {
		f.d.CheckAt(j)
		if used[j] || !dated(f.in.Times[j].Value) || f.in.Times[j].Own {
			continue
		}
		a, b := f.d.Range(f.in.Times[j].Span)
		if a >= b {
			continue
		}
		if i, ok := byClause[f.verbBefore(a)]; ok && es[i].by == 0 && !es[i].vague && !f.elsewhere(f.top(a, b), es[i].Clause) {
			f.dateBy(&es[i], int32(j), ByClause)
		} else if i, ok := byClause[f.verbAfter(a, b)]; ok && es[i].by == 0 {
			f.dateBy(&es[i], int32(j), ByClause)
		}
	}
}

// verbBefore is the verb that stands before token i with no other between, nor
// a mark that ends its clause; or None.
func (f *finder) verbBefore(i int32) int32 {
	sent := &f.d.Sents[f.d.Tokens[i].Sent]
	for k := i - 1; k >= sent.First; k-- {
		t := &f.d.Tokens[k]
		if t.UPOS == token.VERB && t.Rel != token.Case {
			return k
		}
		if t.UPOS == token.SCONJ || wordTable.Has(t.Lower, classClauseEnd) {
			break
		}
	}
	return token.None
}

// verbAfter is the finite verb right behind the day [a, b), which the tree has
// for a part of the name before it: "Ana Ruiz Thursday launched"; or None.
func (f *finder) verbAfter(a, b int32) int32 {
	if b-a != 1 || a == 0 || f.d.Tokens[a].UPOS != token.PROPN || f.d.Tokens[a-1].Sent != f.d.Tokens[a].Sent ||
		f.d.Tokens[a-1].UPOS != token.PROPN && f.d.Tokens[a-1].UPOS != token.NOUN {
		return token.None
	}
	for k := b; k < f.d.Sents[f.d.Tokens[a].Sent].Last; k++ {
		switch t := &f.d.Tokens[k]; {
		case t.UPOS == token.VERB:
			if t.XPOS == token.VBD || t.XPOS == token.VBZ || t.XPOS == token.VBN && k > b {
				return k
			}
			return token.None
		case t.UPOS != token.AUX && t.UPOS != token.ADV:
			return token.None
		}
	}
	return token.None
}

// elsewhere reports whether the time i tells of a thing, or what the verb p
// sets for something else, or only a side of what p tells, or is compared
// with it: "more than last year".
func (f *finder) elsewhere(i, p int32) bool {
	t := &f.d.Tokens[i]
	if t.Head == token.None {
		return true
	}
	return f.meantFor(p, i) || f.compared(i) || f.ofThing(t) || f.aside(i) || f.aside(t.Head)
}

// nearDays bounds how many events of a day, on either side, an event may be
// again: no article has so many, and the time is linear.
const nearDays = 200

// retell dates what is told again without its day: by the telling that has
// it, if the text has one only.
func (f *finder) retell(es []Event) {
	var days []int // the events of a day
	for i := range es {
		f.d.CheckAt(i)
		if ofDay(&es[i]) {
			days = append(days, i)
		}
	}
	k := 0 // the days before event i
	for i := range es {
		f.d.CheckAt(i)
		for k < len(days) && days[k] < i {
			k++
		}
		e := &es[i]
		if e.by != 0 || e.vague || e.Status != Occurred {
			continue
		}
		if o := f.toldOf(es, i, days[max(0, k-nearDays):min(len(days), k+nearDays)]); o >= 0 {
			e.When, e.Time, e.Bound, e.by = toDay(es[o].When), token.None, About, ByRetelling
		}
	}
}

// ofDay reports whether the text gives the day of what happened, or less.
func ofDay(o *Event) bool {
	return o.Time != token.None && firm(o) && o.Status == Occurred && o.When.Grain() <= when.Day && o.When.Mod() == when.NoMod
}

// toldOf is the one of days that event i seems to be again, or -1.
func (f *finder) toldOf(es []Event, i int, days []int) int {
	e := &es[i]
	found := -1
	for _, j := range days {
		o := &es[j]
		if j == i || !ofDay(o) || !f.again(e, o) {
			continue
		}
		if found >= 0 && !sameDay(es[found].When, o.When) {
			return -1
		}
		found = j
	}
	return found
}

// again reports whether e may be o told again: by the same word about nobody
// else, or as the headline and the lead say one thing in two ways. The first
// sentence may be a headline, whatever its make-up.
func (f *finder) again(e, o *Event) bool {
	one, kind := e.Lemma == o.Lemma, e.Kind == o.Kind
	head := f.d.Sents[e.Sent].Kind == token.Headline
	top := (head || e.Sent == 0) && f.inLead(o.Head)
	if !kind && !(one && top) || e.Kind == ontology.Statement || f.clash(e, o) {
		return false
	}
	a, b := participants(e), participants(o)
	share := slices.ContainsFunc(a, func(x int32) bool { return slices.Contains(b, x) })
	if one {
		return share || head || top || subset(a, b) || subset(b, a)
	}
	// What the headline says in brief, the lead says again.
	return e.Kind != ontology.Change && f.inLead(e.Head) && f.inLead(o.Head) && (share || head)
}

const leadReach = 2 // sentences behind a headline that tell what it is about

// headlines dates what a headline tells by the first telling of a day right behind it
// that has its kind or who takes part: "Mayor quits" over "Ana Ruiz resigned on Monday".
func (f *finder) headlines(es []Event) {
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if f.d.Sents[e.Sent].Kind != token.Headline || e.by != 0 || e.vague || e.Status != Occurred || f.tellsOf(e) {
			continue
		}
		for j := i + 1; j < len(es) && es[j].Sent <= e.Sent+leadReach; j++ {
			o := &es[j]
			if o.Sent == e.Sent || !ofDay(o) || f.age(o.When) > newsDays || f.clash(e, o) {
				continue
			}
			if bothIn(e, o) || o.Kind == e.Kind && o.Kind != ontology.Change {
				e.When, e.Time, e.Bound, e.by = toDay(o.When), token.None, About, ByRetelling
				break
			}
		}
	}
}
