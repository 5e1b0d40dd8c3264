package event

import (
	"slices"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// mark fills the index from tokens to the mentions of times and places.
func (f *finder) mark() {
	n := len(f.d.Tokens)
	f.time, f.place = make([]int32, n), make([]int32, n)
	for i := range n {
		f.d.CheckAt(i)
		f.time[i], f.place[i] = token.None, token.None
	}
	for j := range f.in.Times {
		f.d.CheckAt(j)
		a, b := f.d.Range(f.in.Times[j].Span)
		for i := a; i < b; i++ {
			f.time[i] = int32(j)
		}
	}
	f.said, f.cue = make([]int32, n), make([]int32, n)
	for i := range f.said {
		f.d.CheckAt(i)
		f.said[i], f.cue[i] = token.None, token.None
	}
	for j := range f.in.Statements {
		f.d.CheckAt(j)
		if c := f.in.Statements[j].CueToken; c != token.None {
			f.cue[c] = int32(j)
		}
		for _, c := range f.in.Statements[j].Content {
			a, b := f.d.Range(c)
			for i := a; i < b; i++ {
				// Statements come by start: a later one inside is the inner one.
				f.said[i] = int32(j)
			}
		}
	}
	for j := range f.in.Places {
		f.d.CheckAt(j)
		a, b := f.d.Range(f.in.Places[j].Span)
		for i := a; i < b; i++ {
			f.place[i] = int32(j)
		}
	}
}

// top is the token of [a, b) that the others hang on.
func (f *finder) top(a, b int32) int32 {
	for i := a; i < b; i++ {
		if h := f.d.Tokens[i].Head; h == token.None || h < a || h >= b {
			return i
		}
	}
	return a
}

// boundary reports whether i begins a clause of its own.
func (f *finder) boundary(i int32) bool {
	t := &f.d.Tokens[i]
	switch t.Rel {
	case token.Acl, token.Advcl:
		if t.XPOS == token.VBG && wordTable.Has(t.Lemma, classFromThen) && f.kid(i, token.Obj) == token.None {
			return false // "takes effect starting on May 3"
		}
		return t.Lemma != "involve" && t.Lemma != "include" && t.Lemma != "regard"
	case token.AdvclRelcl, token.AclRelcl, token.Ccomp, token.Parataxis, token.Csubj:
		return true
	case token.Conj:
		return t.UPOS == token.VERB
	}
	return t.Head == token.None
}

// governs is the number of steps from i up to p without leaving p's clause,
// or -1.
func (f *finder) governs(p, i int32) int {
	for n := range maxClimb {
		if i == p {
			return n
		}
		if f.boundary(i) {
			return -1
		}
		i = f.d.Tokens[i].Head
	}
	return -1
}

// timeOf is the time of predicate p, or of the noun n of its own event, in
// sentence s: the nearest mention below it, a point in time before a length.
func (f *finder) timeOf(p, s int32) int32 {
	best, dist := token.None, 1<<20
	for _, r := range f.timesOf(s) {
		top := f.top(r.first, r.last)
		n := f.dates(p, top)
		if n < 0 && r.first-f.d.Sents[s].First <= 2 && r.last <= p && f.leads(r.last, p) && !f.namesNoun(top) && !f.whoClause(p) {
			n = maxClimb // "On Monday, ..." whatever the tree makes of it
		}
		if n >= 0 && (n < dist || n == dist && f.withinTime(r.index, best)) {
			best, dist = r.index, n
		}
	}
	if best == token.None {
		best = f.timeHeld(p, s)
	}
	return best
}

// timesOf are the times on the time line that sentence s names. It is good until
// another sentence is asked for.
func (f *finder) timesOf(s int32) []run {
	if f.timesIn == s {
		return f.times
	}
	f.timesIn, f.times = s, f.times[:0]
	sent := &f.d.Sents[s]
	for i := sent.First; i < sent.Last; {
		r := runAt(f.time, i, sent.Last)
		if i = r.last; r.index != token.None && dated(f.in.Times[r.index].Value) && !f.in.Times[r.index].Own {
			f.times = append(f.times, r)
		}
	}
	return f.times
}

// withinTime reports whether time j is a finer one within time i: "in 2012, a court
// freed her in March".
func (f *finder) withinTime(j, i int32) bool {
	a, b := f.in.Times[j].Value, f.in.Times[i].Value
	return a.Grain() < b.Grain() && b.Grain() >= when.Month && !a.Earliest().IsZero() && !b.Latest().IsZero() &&
		a.Earliest().Compare(b.Earliest()) >= 0 && a.Latest().Compare(b.Latest()) <= 0
}

// namesNoun reports whether time i only tells which noun is meant: "heading into
// Tuesday's primary".
func (f *finder) namesNoun(i int32) bool {
	t := &f.d.Tokens[i]
	if t.Rel != token.NmodPoss || t.Head == token.None || f.lends(t.Head) {
		return false
	}
	return f.d.Tokens[t.Head].Rel == token.Obj || f.asidePhrase(t.Head) || wordTable.Has(f.caseOf(t.Head), classAsideNoun)
}

// timeHeld is the time of event noun n by what stands behind it: "the vote,
// held on May 5", "the fair that took place in June".
func (f *finder) timeHeld(n, s int32) int32 {
	if t := &f.d.Tokens[n]; t.UPOS != token.NOUN || !f.happens(t) {
		return token.None
	}
	for k := range f.kids(n) {
		t := &f.d.Tokens[k]
		if t.UPOS != token.VERB || t.Rel != token.Acl && t.Rel != token.AclRelcl {
			continue
		}
		if wordTable.Has(t.Lemma, classHeld) {
			if j := f.timeOf(k, s); j != token.None {
				return j
			}
		}
	}
	return token.None
}

// leads reports whether p is the first verb after token i.
func (f *finder) leads(i, p int32) bool {
	for ; i < p; i++ {
		if f.d.Tokens[i].UPOS == token.VERB {
			return false
		}
	}
	return true
}

// whoClause reports whether p is told by the way of who or what is meant: "a nurse
// who had lived there".
func (f *finder) whoClause(p int32) bool {
	if f.d.Tokens[p].Rel != token.AclRelcl {
		return false
	}
	for k := range f.kids(p) {
		if t := &f.d.Tokens[k]; k < p && (t.XPOS == token.WP || t.XPOS == token.WDT) && !t.Is(token.Capital) { // not "WHO"
			return true
		}
	}
	return false
}

// dated reports whether v is a place on the time line.
func dated(v when.Value) bool {
	if lasts(v) {
		return false
	}
	if v.Reference() != when.NoReference {
		return false // "now", "formerly": the tense says as much
	}
	return !v.IsZero()
}

// lasts reports whether v is a length of time or a set of times.
func lasts(v when.Value) bool { return v.Type() == when.Duration || v.Type() == when.Set }

// locate gives e its time and its place: those of its own phrase, then those
// of its clause, then those of the clauses above it.
func (f *finder) locate(e *Event) {
	c := climb{f: f, e: e, p: e.Clause, basis: ByClause, way: wayOf(e), from: token.None, dated: token.None, reduced: token.None}
	if e.Head != e.Clause {
		c.take(e.Head, ByNoun)
		// "is ready to hold a conference in Quito": the verb between.
		if q := f.d.Tokens[e.Head].Head; q != token.None && q != e.Clause && f.d.Tokens[q].UPOS == token.VERB {
			c.take(q, ByClause)
		}
	}
	for range maxClimb {
		c.look()
		if (e.by != 0 || e.vague) && (e.Place != token.None || c.bound != Within) || !c.up() {
			break
		}
	}
	if e.Status != Occurred && c.reported {
		e.by, e.Time, e.When, e.Bound = 0, token.None, when.Value{}, Within
	}
	if c.plan() {
		e.Bound = OnOrAfter
	}
	if f.wasHeld(e) {
		e.Status = Occurred
	}
	if e.Kind == ontology.Consult && c.way == rests && e.Place != token.None && len(e.Roles) > 2 {
		// Where several meet is not whom they meet.
		e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool { return r.Role == Patient && f.place[r.Head] == e.Place })
	}
}

// wasHeld reports whether the noun of e has a day in its own phrase that has
// passed, whatever its clause may or will do: "the mayor may talk of the May 3
// meeting". A noun that is itself called planned stays a plan.
func (f *finder) wasHeld(e *Event) bool {
	if !e.nominal || e.Status != Planned && e.Status != Possible || !firm(e) || e.Time == token.None || f.age(e.When) <= 0 {
		return false
	}
	k, _ := f.d.Range(f.in.Times[e.Time].Span)
	if !f.below(k, e.Head) {
		return false
	}
	for c := range f.kids(e.Head) {
		if _, ok := wordTable.Int(f.d.Tokens[c].Lower, classNounStatus); ok {
			return false
		}
	}
	return true
}

// timeBefore is the time right before the word that ties the clause of p to its
// setting, or None.
func (f *finder) timeBefore(p int32) int32 {
	for k := range f.kids(p) {
		if !wordTable.Has(f.d.Tokens[k].Lower, classSetting) {
			continue
		}
		if k--; k >= 0 && f.d.Tokens[k].Lower == "," {
			k--
		}
		if k >= 0 && f.d.Tokens[k].Sent == f.d.Tokens[p].Sent {
			return f.time[k]
		}
		break
	}
	return token.None
}

// dateBy gives e the time j. A word before it puts e on one side of it; what
// has gone on since then has until the publication.
func (f *finder) dateBy(e *Event, j int32, basis Basis) {
	e.Time, e.When, e.by = j, f.soFar(j), basis
	word := f.timePrep(j)
	if x, ok := wordTable.Int(word, classBound); ok && !(word == "as of" && basis == ByClause && !syntax.Group(f.d, e.Clause).Perfect) {
		e.Bound = Bound(x)
	} else if wordTable.Has(word, classDeadline) && (e.When.Mod() == when.NoMod || !e.When.Latest().IsZero()) {
		e.Bound = OnOrBefore
	} else if v := f.both(j, word); !v.IsZero() {
		e.When = v
	}
	if word == "since" {
		f.untilNow(e)
	}
}

// soFar is the value of time j; of "earlier this year" the part of it before the
// publication and of "later this month" the part behind it, not its first and last
// third.
func (f *finder) soFar(j int32) when.Value {
	v := f.in.Times[j].Value
	if v.Mod() != when.Start && v.Mod() != when.End || v.Grain() < when.Week || f.today.IsZero() {
		return v
	}
	i, _ := f.d.Range(f.in.Times[j].Span)
	if i >= 2 && !wordTable.Has(f.d.Tokens[i].Lower, classPartSoFar) {
		i -= 2 // "earlier in the year"
	}
	whole := v.WithMod(when.NoMod)
	lo, hi := whole.Earliest(), whole.Latest()
	if !wordTable.Has(f.d.Tokens[i].Lower, classPartSoFar) || lo.IsZero() || hi.IsZero() || f.age(whole) > 0 || lo.DayNumber() > f.today.DayNumber() {
		return v
	}
	from, to := when.FromPoint(lo), when.FromPoint(f.today.Truncate(when.Day))
	if v.Mod() == when.End {
		from, to = to, when.FromPoint(hi)
	}
	if span := when.NewSpan(from, to); !span.IsZero() {
		return span.WithMod(v.Mod()).WithAnchor(v.Anchor())
	}
	return v
}

// timePrep is the preposition before time j, or empty: "by the council Monday"
// is not by Monday.
func (f *finder) timePrep(j int32) string {
	const words = 3 // "by the end of 2010"
	a, b := f.d.Range(f.in.Times[j].Span)
	i := f.top(a, b)
	w := f.prep(i)
	if wordTable.Has(w, classDeadline) && !f.inReach(i, a-words) {
		return ""
	}
	return w
}

// inReach reports whether the preposition of i stands at token from or behind it.
func (f *finder) inReach(i, from int32) bool {
	for k := range f.kids(i) {
		if f.d.Tokens[k].Rel == token.Case {
			return k >= from
		}
	}
	return false
}

// untilNow has what has gone on since e.When reach to the publication.
func (f *finder) untilNow(e *Event) {
	if f.today.IsZero() || !syntax.Group(f.d, e.Clause).Perfect {
		return
	}
	if v := when.NewSpan(e.When, when.FromPoint(f.today)); !v.IsZero() {
		e.When, e.Bound = v, Within
	}
}

// sinceThen dates e, in the perfect, by what clause p tells that it has gone on
// since: "has doubled since the fire last May", "since it opened in 2010".
func (f *finder) sinceThen(e *Event, p int32) bool {
	if p != e.Clause || !e.real() || !syntax.Group(f.d, p).Perfect {
		return false
	}
	for k := range f.kids(p) {
		t := &f.d.Tokens[k]
		switch {
		case t.Rel == token.Obl && f.caseOf(k) == "since" && f.happens(t):
		case t.Rel == token.Advcl && f.markOf(k) == "since":
		default:
			continue
		}
		j := f.timeOf(k, e.Sent)
		if j == token.None || f.mostSince(k) {
			continue
		}
		e.Time, e.When, e.Bound, e.by = j, f.in.Times[j].Value, OnOrAfter, ByClause
		f.untilNow(e)
		return true
	}
	return false
}

// overLength dates e by the length of time up to now or from now on that its clause
// names: "has cut 300 jobs in the past two years", "will close for the next ten days".
func (f *finder) overLength(e *Event) bool {
	if e.nominal || f.goesOn(e.Clause) {
		return false
	}
	sent := &f.d.Sents[e.Sent]
	for i := sent.First; i < sent.Last; i++ {
		j := f.time[i]
		if j == token.None || i > sent.First && f.time[i-1] == j || f.in.Times[j].Own {
			continue
		}
		v := f.in.Times[j].Value
		from, to := v.Ends()
		if v.Type() != when.Duration || from.IsZero() || to.IsZero() || f.dates(e.Clause, f.top(f.d.Range(f.in.Times[j].Span))) < 0 {
			continue
		}
		if ahead := f.age(to) < 0; ahead != (e.Status == Planned) || !ahead && e.Status != Occurred && e.Status != Ongoing {
			continue
		}
		if v.Grain() >= when.Month { // who counts years counts no days
			if y, m, _ := from.Date(); to.Earliest().DayNumber() > from.Earliest().DayNumber() {
				from = when.NewDate(y, m, 0)
			}
		}
		if w := when.NewSpan(from, to); !w.IsZero() {
			e.Time, e.When, e.Bound, e.by = j, w, Within, ByClause
			return true
		}
	}
	return false
}

// both is the time from j to the next one, if the two are named together and
// nothing is between them, "in 2010 and 2011", or as the two ends of a time,
// "from May 3 to May 5", which prep leads. It is zero otherwise.
func (f *finder) both(j int32, prep string) when.Value {
	if int(j)+1 >= len(f.in.Times) {
		return when.Value{}
	}
	x, y := &f.in.Times[j], &f.in.Times[j+1]
	_, a := f.d.Range(x.Span)
	b, _ := f.d.Range(y.Span)
	if b != a+1 || lasts(x.Value) || lasts(y.Value) {
		return when.Value{}
	}
	word := f.d.Tokens[a].Lower
	hi, lo := x.Value.Latest(), y.Value.Earliest()
	switch {
	case hi.IsZero() || lo.IsZero() || lo.Compare(hi) < 0:
	case prep == "between" && word == "and", prep == "from" && wordTable.Has(word, classUpTo):
		return when.NewSpan(x.Value, y.Value)
	case word == "and" && x.Value.Grain() == y.Value.Grain() && x.Value.Grain() >= when.Day && lo.DayNumber() == hi.DayNumber()+1:
		return when.NewSpan(x.Value, y.Value)
	}
	return when.Value{}
}

// prep is the preposition of i, of several words too: "as of".
func (f *finder) prep(i int32) string {
	for k := range f.kids(i) {
		if t := &f.d.Tokens[k]; t.Rel == token.Case && t.XPOS != token.POS {
			if x := f.kid(k, token.Fixed); x != token.None {
				return t.Lower + " " + f.d.Tokens[x].Lower
			}
			return t.Lower
		}
	}
	return ""
}

// mostSince reports whether the phrase or clause k, led by since, completes a
// comparison: "the worst violence since the war of 1990".
func (f *finder) mostSince(k int32) bool {
	first := int32(token.None)
	for c := range f.kids(k) {
		if f.d.Tokens[c].Lower == "since" {
			first = c
			break
		}
	}
	if first == token.None {
		return false
	}
	for i := first - 1; i >= max(0, first-orderReach) && f.d.Tokens[i].UPOS != token.VERB; i-- {
		if t := &f.d.Tokens[i]; t.XPOS == token.JJS || t.XPOS == token.RBS || t.Lower == "first" {
			return true
		}
	}
	return false
}

// settingRelative reports whether the clause of p has where or when.
func (f *finder) settingRelative(p int32) bool {
	for k := range f.kids(p) {
		w := wordTable.Find(f.d.Tokens[k].Lower)
		if w.Has(classSetting) || w.Has(classRelative) {
			return w.Has(classSetting) || wordTable.Has(f.caseOf(k), classSettingPrep)
		}
	}
	return false
}

// orderOf is the word that ties the clause of p to the one above it in time, or "".
func (f *finder) orderOf(p int32) string {
	if m := f.markOf(p); m != "" || f.d.Tokens[p].UPOS != token.VERB {
		return m
	}
	if w := f.strayOrder(p); w != "" {
		return w
	}
	return f.caseOf(p)
}

// orderReach is how far before its verb a clause may begin.
const orderReach = 8

// strayOrder is the word of order before the subject of clause p that the tree
// has for a phrase of the clause above: "in 2016 after the proceedings were
// dropped".
func (f *finder) strayOrder(p int32) string {
	if f.d.Tokens[p].Rel != token.Advcl || f.kid(p, token.Nsubj) != token.None || f.kid(p, token.NsubjPass) != token.None {
		return ""
	}
	for k := p - 1; k >= max(f.d.Sents[f.d.Tokens[p].Sent].First, p-orderReach); k-- {
		t := &f.d.Tokens[k]
		if t.UPOS == token.VERB || t.UPOS == token.PUNCT {
			break
		}
		if wordTable.Has(t.Lower, classClauseBound) {
			return t.Lower
		}
	}
	return ""
}

// above is the next predicate over i.
func (f *finder) above(i int32) int32 {
	for range maxClimb {
		i = f.d.Tokens[i].Head
		if i == token.None {
			break
		}
		if f.boundary(i) || f.d.Tokens[i].UPOS == token.VERB {
			return i
		}
	}
	return token.None
}
