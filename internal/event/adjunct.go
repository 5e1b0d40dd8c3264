package event

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/role"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// dates is the number of steps from the head i of a time up to predicate p,
// or -1 where the time is not p's: it stands in another clause, or tells of a
// thing inside p's ("last year's bombings", "its fourth-quarter loss").
func (f *finder) dates(p, i int32) int {
	if f.meantFor(p, i) || f.compared(i) || f.mostSince(i) {
		return -1
	}
	if n := f.summonedOn(i); n != token.None {
		if n == p {
			return 0
		}
		return -1
	}
	if n := f.asideOf(i); n != token.None {
		if n == p {
			return 0
		}
		return -1
	}
	if t := &f.d.Tokens[p]; t.Head == i && t.Rel == token.Nsubj && f.kid(i, token.Cop) != token.None {
		return 0 // "the vote is on June 12"
	}
	if f.temporal(p, i) {
		return 0
	}
	for n := range maxClimb {
		if i == p {
			return n
		}
		t := &f.d.Tokens[i]
		if f.boundary(i) || n > 0 && t.Rel == token.Appos { // "Page, the 1950s model, has died"
			return -1
		}
		if h := f.phraseOf(t.Head); h != p && (f.ofThing(t) || f.aside(h)) {
			return -1
		}
		i = t.Head
	}
	return -1
}

// summonedOn is the infinitive right before the day i that somebody has to come on,
// where the tree may have the day at the verb above: "released on a promise to appear
// in court on May 3"; or None.
func (f *finder) summonedOn(i int32) int32 {
	q := f.verbBefore(f.timeStart(i))
	if q == token.None || !wordTable.Has(f.d.Tokens[q].Lemma, classSummoned) || !f.infinitive(q) || wordTable.Has(f.caseOf(i), classBound) {
		return token.None
	}
	if h := f.d.Tokens[q].Head; h == token.None || f.d.Tokens[h].UPOS != token.NOUN && f.d.Tokens[h].UPOS != token.VERB || wordTable.Has(f.d.Tokens[h].Lemma, classScheduling) {
		return token.None
	}
	return q
}

// meantFor reports whether the time i is what verb p sets for something else:
// "announced a strike for Monday".
func (f *finder) meantFor(p, i int32) bool {
	const words = 2 // "for this Monday"
	t := &f.d.Tokens[p]
	if j := f.time[i]; j != token.None && lasts(f.in.Times[j].Value) {
		return false // "closed for two weeks"
	}
	return t.UPOS == token.VERB && f.caseOf(i) == "for" && f.inReach(i, f.timeStart(i)-words) && !wordTable.Has(t.Lemma, classScheduling)
}

// timeStart is the first token of the time that i is part of, or i.
func (f *finder) timeStart(i int32) int32 {
	if j := f.time[i]; j != token.None {
		i, _ = f.d.Range(f.in.Times[j].Span)
	}
	return i
}

// compared reports whether time i is one that what is told is compared with:
// "3,000 more than last year", "up from 3.8 million in 2018".
func (f *finder) compared(i int32) bool {
	if wordTable.Has(f.caseOf(i), classComparing) {
		return true
	}
	h := f.d.Tokens[i].Head
	if h == token.None {
		return false
	}
	t := &f.d.Tokens[h]
	return (t.UPOS == token.NUM || f.kid(h, token.Nummod) != token.None) &&
		(f.caseOf(h) == "from" || wordTable.Has(f.caseOf(h), classComparing)) && !f.exceeds(h)
}

// exceeds reports whether quantity h is only a bound, "more than nine tons", and not
// what another is compared with, "more than the nine tons".
func (f *finder) exceeds(h int32) bool {
	for k := range f.kids(h) {
		if t := &f.d.Tokens[k]; t.Rel == token.Case && t.Lower == "than" {
			return k > 0 && f.d.Tokens[k-1].XPOS == token.JJR && f.definite(h) <= 0
		}
	}
	return false
}

// ofThing reports whether the word t tells of the noun above it and not of
// the clause. What happens lends its day to the clause as its subject, or
// where the clause is in it, or only takes it up: "Monday's attack killed
// nine", "nine died in the 2012 attack".
func (f *finder) ofThing(t *token.Token) bool {
	n := f.phraseOf(t.Head)
	h := &f.d.Tokens[n]
	if t.Rel == token.NmodUnmarked && h.Is(token.Capital) && f.bareYear(f.d.At(t.Start)) {
		return h.Rel != token.Obl || !f.at(n) // "the Money Act, 2002", but "at Expo 2002"
	}
	if h.UPOS != token.NOUN {
		return false
	}
	if n != t.Head && f.bareYear(f.d.At(t.Start)) {
		return true // "the 1995 tax return"
	}
	happens := f.happens(h)
	lends := happens && f.lends(n) && !f.reportsOn(n, f.time[f.d.At(t.Start)])
	switch t.Rel {
	case token.NmodPoss, token.Compound, token.Amod, token.Nummod:
		return !lends
	case token.Nmod:
		return (happens || f.ofTime(f.d.At(t.Start)) && !timeWord(h.Lower)) && !lends
	}
	return false
}

// ofTime reports whether "of" leads the time i: not in "a foot of snow Monday",
// whatever the tree makes of it.
func (f *finder) ofTime(i int32) bool {
	if f.caseOf(i) != "of" {
		return false
	}
	j := f.time[i]
	return j == token.None || f.in.Times[j].Value.Grain() > when.Day || !f.splits(i)
}

// splits reports whether another noun stands between time i and its preposition.
func (f *finder) splits(i int32) bool {
	a := f.timeStart(i)
	for k := range f.kids(i) {
		if f.d.Tokens[k].Rel == token.Case && k+1 < a && f.d.Tokens[k+1].UPOS != token.DET {
			return true
		}
	}
	return false
}

// phraseOf is the happening whose name i is a part of, or i itself: of "the May 3
// prize ceremony" the ceremony.
func (f *finder) phraseOf(i int32) int32 {
	h := i
	for n := 0; n < maxClimb && f.d.Tokens[h].Rel == token.Compound; n++ {
		h = f.d.Tokens[h].Head
	}
	if t := &f.d.Tokens[h]; t.UPOS == token.NOUN && f.happens(t) {
		return h
	}
	return i
}

// bareYear reports whether token i is a whole time, and a year without a
// preposition.
func (f *finder) bareYear(i int32) bool {
	j := f.time[i]
	return i > 0 && f.d.Tokens[i-1].UPOS != token.ADP && j != token.None && f.in.Times[j].Span == f.d.Tokens[i].Span && f.in.Times[j].Value.Grain() == when.Year
}

// reportsOn reports whether noun n is what a statement is about, and j the
// quarter or the year of that: "announced third-quarter profit".
func (f *finder) reportsOn(n, j int32) bool {
	t := &f.d.Tokens[n]
	return t.Rel == token.Obj && j != token.None && f.in.Times[j].Value.Grain() > when.Week && f.verbKind(t.Head) == ontology.Statement
}

// lends reports whether event noun n has its day in common with its clause.
func (f *finder) lends(n int32) bool {
	switch t := &f.d.Tokens[n]; t.Rel {
	case token.Nsubj, token.NsubjPass:
		return true
	case token.Obl:
		if f.caseOf(n) == "in" && wordTable.Has(f.d.Tokens[t.Head].Lemma, classJudges) && wordTable.Has(nounKind(f.d.Tokens[n].Lemma), classBlows) {
			return false // "charged in the May 3 robbery"
		}
		return (f.at(n) || wordTable.Has(f.caseOf(n), classSettingPrep)) && !f.manyWords(n)
	case token.Obj:
		return wordTable.Has(f.d.Tokens[t.Head].Lemma, classHandling) // "completed a flight on Tuesday"
	case token.Nmod: // "his collapse during the May 3 match"
		h := &f.d.Tokens[t.Head]
		return h.UPOS == token.NOUN && f.happens(h) && wordTable.Has(f.caseOf(n), classMeantime)
	}
	return false
}

// happens reports whether noun t tells a happening.
func (f *finder) happens(t *token.Token) bool {
	return wordTable.Has(t.Lemma, classEventNoun) || nounKind(t.Lemma) != ontology.Change
}

// temporal reports whether token i stands in a temporal argument of p.
func (f *finder) temporal(p, i int32) bool {
	pred, ok := f.d.PredicateAt(p)
	if !ok {
		return false
	}
	for _, a := range f.d.ArgsOf(pred) {
		if a.Label != token.ArgTMP {
			continue
		}
		if a.Head == i {
			return true
		}
	}
	return false
}

// hasOwnTime reports whether p has a temporal argument that names a time, if
// one that has no place on the time line: "a few years ago". What such a
// clause tells has not the date of the clause around it.
func (f *finder) hasOwnTime(p int32) bool {
	pred, ok := f.d.PredicateAt(p)
	if !ok {
		return false
	}
	known := &f.ownTime[f.d.Pred(p)]
	if *known == 0 {
		*known = 1
		if f.namesTime(pred) {
			*known = 2
		}
	}
	return *known == 2
}

func (f *finder) namesTime(pred *token.Predicate) bool {
	if s := &f.d.Sents[f.d.Tokens[pred.Token].Sent]; !f.hasTime(s.First, s.Last) {
		return false
	}
	for _, a := range f.d.ArgsOf(pred) {
		if a.Label != token.ArgTMP || !f.hasTime(f.d.Subtree(a.Head)) {
			continue
		}
		if f.hasTime(role.Phrase(f.d, pred, a)) {
			return true
		}
	}
	return false
}

// hasTime reports whether a time that is no length stands among the tokens.
func (f *finder) hasTime(first, last int32) bool {
	for i := first; i < last; i++ {
		if j := f.time[i]; j != token.None && !lasts(f.in.Times[j].Value) {
			return true
		}
	}
	return false
}

// onDay reports whether h is told to be on a day of its own: then a reader
// of the days must find it, whatever it is worth to others.
func (f *finder) onDay(h *hit, s int32) bool {
	if h.kind == ontology.Statement {
		return false
	}
	j := f.timeOf(h.trig, s)
	if j == token.None {
		j = f.timeOf(h.clause, s)
	}
	return j != token.None && f.in.Times[j].Value.Grain() >= when.Day
}

// hypothetical reports whether h would be if something else were: "if the
// army attacked, many would flee". "She said that she would go if it stopped"
// is her plan told back.
func (f *finder) hypothetical(h *hit) bool {
	if h.status != Possible || !wordTable.Has(f.modal(h.clause), classUnrealModal) || f.d.Tokens[h.clause].Rel == token.Ccomp {
		return false
	}
	for k := range f.kids(h.clause) {
		if f.d.Tokens[k].Rel == token.Advcl && f.conditional(k) {
			return true
		}
	}
	return false
}

// asideOf is the event noun that the time i dates, though the tree has it at
// the verb: the last of a phrase that only tells what comes before or after
// the verb, or why, "arrested two men ahead of the vote next month", "held over
// the murder of a nurse in March", or what is set for it. It is None where
// there is none.
func (f *finder) asideOf(i int32) int32 {
	j, p := f.time[i], f.d.Tokens[i].Head
	if j == token.None || p == token.None || f.d.Tokens[p].UPOS != token.VERB {
		return token.None
	}
	k, _ := f.d.Range(f.in.Times[j].Span)
	k--
	prep := f.caseOf(i)
	if n := k - 2; n > p && prep == "in" && f.d.Tokens[k].Lower == prep && f.d.Tokens[k-1].Lower == "," && f.happens(&f.d.Tokens[n]) && f.asidePhrase(n) {
		return n // "held nine seats after the last vote, in 2010"
	}
	if prep != "" {
		if k < 0 || f.d.Tokens[k].Lower != prep || prep != "for" && (!wordTable.Has(prep, classSettingPrep) || !f.judgedOf(p, j)) {
			return token.None
		}
		k--
	}
	if k <= p || f.d.Tokens[k].UPOS != token.NOUN && f.d.Tokens[k].UPOS != token.PROPN || f.time[k] != token.None {
		return token.None
	}
	if prep == "for" { // "announced a vote for May 5"
		if f.d.Tokens[k].UPOS == token.NOUN && f.d.Tokens[k].Rel == token.Obj && f.happens(&f.d.Tokens[k]) {
			return k
		}
		return token.None
	}
	n := token.None
	for range maxClimb {
		t := &f.d.Tokens[k]
		if t.UPOS == token.NOUN && f.happens(t) && (prep == "" || f.definite(k) > 0) {
			n = k
		}
		if n != token.None && (f.asidePhrase(k) && !f.meantPast(p, k, j) || f.goesOn(p) && f.age(f.in.Times[j].Value) > 0) {
			return n
		}
		if k = t.Head; k == token.None || k <= p {
			break
		}
	}
	return token.None
}

// meantPast reports whether verb p, told in the past, is for what noun k tells, and time
// j, which is over, is when: "cut the price for flights last week".
func (f *finder) meantPast(p, k, j int32) bool {
	return f.caseOf(k) == "for" && f.simplePast(p) && !wordTable.Has(f.d.Tokens[p].Lemma, classJudges) && f.news(f.in.Times[j].Value)
}

// goesOn reports whether verb p tells what is going on now: "are investigating".
func (f *finder) goesOn(p int32) bool {
	g := syntax.Group(f.d, p)
	return g.Tense == syntax.Present && g.Progressive && !g.Perfect
}

// asidePhrase reports whether noun h stands after a word that sets it apart
// from the time of its clause.
func (f *finder) asidePhrase(h int32) bool {
	if wordTable.Has(f.caseOf(h), classAsideFrom) {
		return true
	}
	g := f.d.Tokens[h].Head
	return g != token.None && f.d.Tokens[g].UPOS == token.ADV && wordTable.Has(f.d.Tokens[g].Lower+" "+f.caseOf(h), classBound)
}

// judgedOf reports whether verb p holds somebody to account and j is too long
// ago to be when: the deed has it.
func (f *finder) judgedOf(p, j int32) bool {
	v := f.in.Times[j].Value
	return wordTable.Has(f.d.Tokens[p].Lemma, classJudges) && (v.Grain() >= when.Month || f.age(v) > newsDays)
}
