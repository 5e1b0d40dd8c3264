// Package quantity finds the numbers that an article gives of its events: the
// dead and the injured, sums of money, votes, scores, magnitudes, how far a
// price moved. A number belongs to an event by the tree: it counts who takes
// part, stands in the phrase of what the event is done to, or is what its verb
// or noun comes to; that it stands near by is not enough.
package quantity

//go:generate go run ../gen/words

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/number"
	"github.com/dateline-go/dateline/internal/token"
)

// The kinds of quantities.
const (
	Deaths       = "deaths"
	Injured      = "injured"
	Missing      = "missing"
	Arrested     = "arrested"
	Evacuated    = "evacuated"
	Displaced    = "displaced"
	Rescued      = "rescued"
	Abducted     = "abducted"
	Released     = "released"
	Infected     = "infected"
	Crowd        = "crowd"
	Jobs         = "jobs"
	Money        = "money"
	Price        = "price"
	Change       = "change"
	Rate         = "rate"
	Votes        = "votes"
	VotesAgainst = "votes against"
	Score        = "score"
	ScoreAgainst = "score against"
	Magnitude    = "magnitude"
)

// The rules, which explain a quantity.
const (
	byCount     = "counted"   // the number of those whom the word befalls
	bySum       = "summed"    // the numbers of several such
	byState     = "state"     // of those in a state: "14 dead"
	byToll      = "toll"      // of the toll
	byArgument  = "argument"  // what the word comes to: "for $3 million", "by 2 percent"
	byModifier  = "modifier"  // inside the phrase of what it is done to: "a $3 million deal"
	byPair      = "pair"      // two numbers against each other
	byMagnitude = "magnitude" // with the noun of the measure
)

// A Quantity is one number of an event.
type Quantity struct {
	Kind  string
	N, To float64 // To is the upper end of a range, or 0
	Bound number.Bound
	Unit  string // ISO 4217 code, "%", "pp", "bp", "points"
	Span  token.Span
	Rule  string
	vague bool
}

// Input is what earlier rooms found in the same Doc.
type Input struct {
	Events    []event.Event
	Times     []token.Span // of time expressions, by start
	Home      string       // ISO 3166-1 code of the publisher's country, or empty
	Gazetteer *gazetteer.Gazetteer
}

// finder is the state of one Find.
type finder struct {
	d      *token.Doc
	in     *Input
	told   marks // of each word of the sentence the event that has a mention there
	clause marks // the event whose clause it heads
	number marks // its number in nums
	nums   []figure
	out    [][]Quantity
}

// A figure is a number with its unit.
type figure struct {
	number.Number
	unit  string
	money bool
	vote  bool // "220 votes to 211"
}

// Find is the quantities of each event, in text order.
func Find(d *token.Doc, in Input) [][]Quantity {
	if len(in.Events) == 0 {
		return nil
	}
	f := &finder{d: d, in: &in, out: make([][]Quantity, len(in.Events))}
	mentions, clauses := make([]mark, 0, 2*len(in.Events)), make([]mark, 0, len(in.Events))
	for i := range in.Events {
		d.CheckAt(i)
		e := &in.Events[i]
		for _, m := range e.Mentions {
			mentions = append(mentions, mark{d.At(m.Start), int32(i)})
		}
		mentions = append(mentions, mark{e.Head, int32(i)})
		clauses = append(clauses, mark{e.Clause, int32(i)})
	}
	byWord := token.Looking(d, func(a, b mark) int { return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.n, b.n)) })
	slices.SortFunc(mentions, byWord)
	slices.SortFunc(clauses, byWord)
	for s := range d.Sents {
		d.CheckAt(s)
		sent := &d.Sents[s]
		mentions, clauses = f.told.begin(sent, mentions), f.clause.begin(sent, clauses)
		if (f.told.any || f.clause.any) && sent.Kind != token.Boilerplate {
			d.Check()
			f.number.begin(sent, nil)
			f.sentence(int32(s))
		}
	}
	for i := range f.out {
		f.d.CheckAt(i)
		slices.SortStableFunc(f.out[i], func(a, b Quantity) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	}
	return f.out
}

// sentence finds what sentence s tells.
func (f *finder) sentence(s int32) {
	f.nums = f.nums[:0]
	f.scan(s)
	if len(f.nums) == 0 {
		return
	}
	sent := &f.d.Sents[s]
	for i := sent.First; i < sent.Last; i++ {
		f.d.CheckAt(int(i))
		f.counted(i)
		f.state(i)
		f.toll(i)
		f.magnitude(i)
		if e := f.told.of(i); e != token.None {
			f.sums(i, e)
			f.changes(i, e)
			f.crowds(i, e)
		}
	}
	for n := range f.nums {
		if f.nums[n].Pair {
			f.pair(&f.nums[n])
		}
	}
}

// quantity is number x as a quantity.
func (f *finder) quantity(kind string, x *figure, rule string) Quantity {
	return Quantity{Kind: kind, N: x.N, To: x.To, Bound: x.Bound, Unit: x.unit, Span: f.d.SpanOf(x.First, x.Last), Rule: rule, vague: x.Vague}
}

// maxOfEvent bounds the quantities of one event.
const maxOfEvent = 16

// add gives event e the quantity q. What is told first stands, but a number
// goes before "dozens".
func (f *finder) add(e int32, q Quantity) {
	l := f.out[e]
	i := slices.IndexFunc(l, func(x Quantity) bool { return x.Kind == q.Kind && x.Unit == q.Unit })
	switch {
	case i < 0 && len(l) < maxOfEvent:
		f.out[e] = append(l, q)
	case i >= 0 && l[i].vague && !q.vague:
		l[i] = q
	}
}

// maxClimb bounds how far up the tree a number looks for its event.
const maxClimb = 6

// maxKids bounds how many dependents of one word are looked at.
const maxKids = 100

// kids yields the first maxKids dependents of i.
func (f *finder) kids(i int32) iter.Seq[int32] { return f.d.FirstKids(i, maxKids) }

// caseOf is the preposition of i, or empty.
func (f *finder) caseOf(i int32) string {
	for k := range f.kids(i) {
		if t := &f.d.Tokens[k]; t.Rel == token.Case && t.XPOS != token.POS {
			return t.Lower
		}
	}
	return ""
}

// has reports whether word i has a dependent of relation r.
func (f *finder) has(i int32, r token.Rel) bool {
	for k := range f.kids(i) {
		if f.d.Tokens[k].Rel == r {
			return true
		}
	}
	return false
}

// eventAt is the event of word i: of a mention, or of the clause that it heads.
func (f *finder) eventAt(i int32) int32 {
	if f.told.of(i) != token.None {
		return f.told.of(i)
	}
	return f.clause.of(i)
}

// suffers reports whether events of e's kind have people counted for what came
// of them.
func (f *finder) suffers(e int32) bool { return wordTable.Has(f.in.Events[e].Kind, classSuffering) }

// attach gives what word c counts to its own event, else to the one that it
// tells more of, and to the events that it came of.
func (f *finder) attach(c int32, q Quantity) {
	own := f.eventAt(c)
	if own != token.None {
		f.add(own, q)
	}
	for k := range f.kids(c) { // "the attack killed", "were killed in the blast"
		switch f.d.Tokens[k].Rel {
		case token.Nsubj, token.Obl, token.OblAgent:
			if e := f.told.of(k); e != token.None && f.suffers(e) && !f.isTimeWord(k) {
				f.add(e, q)
			}
		}
	}
	given := 0
	for range maxClimb {
		up, ok := f.cause(c)
		if !ok || given == 2 {
			return
		}
		e := f.eventAt(up)
		same := f.d.Tokens[c].Rel == token.Conj
		if e != token.None && !(same && own != token.None) && (f.suffers(e) || wordTable.Has(f.in.Events[e].Lemma, classCausing)) {
			f.add(e, q)
			given++
		}
		c = up
	}
}

// cause is the word that c depends on, if c tells what came of it or what
// belongs to it.
func (f *finder) cause(c int32) (int32, bool) {
	t := &f.d.Tokens[c]
	if t.Head == token.None {
		return 0, false
	}
	switch t.Rel {
	case token.Conj, token.Xcomp, token.Obj, token.Nmod, token.Compound, token.Appos, token.Amod, token.AclRelcl, token.NsubjPass,
		token.OblUnmarked, token.Nummod, token.Flat, token.Dep, token.List:
		return t.Head, true
	case token.Acl:
		return t.Head, t.XPOS == token.VBG
	case token.Advcl: // "crashed, killing 12", but not "after killing 12"
		return t.Head, t.XPOS == token.VBG && !f.has(c, token.RelMark) && !f.has(c, token.Case)
	case token.Obl: // "led to 12 deaths", "with 12 dead"
		return t.Head, wordTable.Has(f.caseOf(c), classOutcome)
	}
	return 0, false
}

// isTimeWord reports whether i stands in a time expression.
func (f *finder) isTimeWord(i int32) bool {
	s := f.d.Tokens[i].Span
	k, _ := slices.BinarySearchFunc(f.in.Times, s.Start, func(x token.Span, at int32) int {
		if x.End <= at {
			return -1
		}
		return 1
	})
	return k < len(f.in.Times) && f.in.Times[k].Overlaps(s)
}

// whole reports whether x can be a number of people.
func (x *figure) whole() bool {
	return x.unit == "" && !x.money && !x.vote && x.N >= 1 && x.N == math.Trunc(x.N) && x.To == math.Trunc(x.To)
}
