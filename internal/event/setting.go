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
	f.said = make([]int32, n)
	for i := range f.said {
		f.d.CheckAt(i)
		f.said[i] = token.None
	}
	for j := range f.in.Statements {
		f.d.CheckAt(j)
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
	sent := &f.d.Sents[s]
	for i := sent.First; i < sent.Last; {
		j := f.time[i]
		if j == token.None {
			i++
			continue
		}
		a := i
		for i < sent.Last && f.time[i] == j {
			i++
		}
		v := f.in.Times[j].Value
		if !dated(v) {
			continue
		}
		n := f.dates(p, f.top(a, i))
		if n < 0 && a-sent.First <= 2 && i <= p && f.leads(i, p) {
			n = maxClimb // "On Monday, ..." whatever the tree makes of it
		}
		if n >= 0 && n < dist {
			best, dist = j, n
		}
	}
	if best == token.None {
		best = f.timeHeld(p, s)
	}
	return best
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

// placeOf is the place that stands under p after a preposition of place; of
// those as near as each other the most exact.
func (f *finder) placeOf(p, s int32, way way) int32 {
	best, dist := token.None, 1<<20
	sent := &f.d.Sents[s]
	for i := sent.First; i < sent.Last; {
		j := f.place[i]
		if j == token.None {
			i++
			continue
		}
		a := i
		for i < sent.Last && f.place[i] == j {
			i++
		}
		h := f.stretch(f.top(a, i))
		direct := way != rests && f.d.Tokens[h].Rel.Base() == token.Obj && f.caseOf(h) == ""
		if c := wordTable.Find(f.caseOf(h)); !direct && !c.Has(classWhere) && !(way == leads && c.Has(classWhither)) {
			continue
		}
		if n := f.governs(p, h); n >= 0 && (n < dist || n == dist && f.in.Places[j].exact() > f.in.Places[best].exact()) && !f.ofOther(p, h) {
			best, dist = j, n
		}
	}
	return best
}

// way tells which of its places an event is in.
type way uint8

const (
	rests way = iota // one after a preposition of place
	hits             // or its object: "shelled Trieste"
	leads            // or where it leads to: "will visit Stockholm", "went to Oslo"
)

// wayOf is how e stands to its places.
func wayOf(e *Event) way {
	switch {
	case e.Mode == "visit" || e.Kind == ontology.Travel:
		return leads
	case e.Kind == ontology.Assault:
		return hits
	}
	return rests
}

// exact is the larger the more exactly p tells where.
func (p *Place) exact() int {
	switch {
	case p.Wide:
		return 0
	case p.State:
		return 1
	case p.Site:
		return 3
	}
	return 2
}

// ofOther reports whether place h under p tells where something else was that
// p speaks of: "condemned the coup in Mali".
func (f *finder) ofOther(p, h int32) bool {
	if o := f.kid(p, token.Obj); f.d.Tokens[h].Head == p && o != token.None && o < h {
		return f.happens(&f.d.Tokens[o]) && !f.shares(o)
	}
	for i := f.d.Tokens[h].Head; i != token.None && i != p; i = f.d.Tokens[i].Head {
		if f.happens(&f.d.Tokens[i]) && !f.shares(i) {
			return true
		}
	}
	return false
}

// stretch is the noun that a place tells the whole of, "the town of Trujillo",
// "the outskirts of Lima", or whose town it is, "a Dallas hospital"; or the
// place's own head h.
func (f *finder) stretch(h int32) int32 {
	for range maxClimb {
		t := &f.d.Tokens[h]
		if t.Head == token.None {
			break
		}
		p, class := &f.d.Tokens[t.Head], classStretch
		if t.Rel == token.Compound || t.Rel == token.NmodPoss {
			class = classGround
		} else if f.caseOf(h) != "of" {
			break
		}
		if !wordTable.Has(p.Lemma, class) || p.Is(token.Capital) {
			break
		}
		h = t.Head
	}
	return h
}

// locate gives e its time and its place: those of its own phrase, then those
// of its clause, then those of the clauses above it.
func (f *finder) locate(e *Event) {
	c := climb{f: f, e: e, p: e.Clause, basis: ByClause, way: wayOf(e), from: token.None, dated: token.None}
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
	if e.Kind == ontology.Consult && c.way == rests && e.Place != token.None && len(e.Roles) > 2 {
		// Where several meet is not whom they meet.
		e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool { return r.Role == Patient && f.place[r.Head] == e.Place })
	}
}

// A climb looks for the time and the place of e from its clause upwards.
type climb struct {
	f        *finder
	e        *Event
	p        int32 // the predicate that it has come to
	basis    Basis // what p is to e
	bound    Bound // what p's time says of e's
	way      way   // which places e is in
	reported bool  // e has the time of the clause that reports it
	from     int32 // the second of two joined clauses, which have a time in common only if it stands around both; or None
	dated    int32 // the predicate that e has its time from, or None
}

// take gives e the time and the place of token p, if it has none yet.
func (c *climb) take(p int32, basis Basis) {
	f, e := c.f, c.e
	if e.by == 0 {
		if j := f.timeOf(p, e.Sent); j != token.None {
			f.dateBy(e, j, basis)
			c.dated = p
		}
	}
	if e.Place == token.None {
		if j := f.placeOf(p, e.Sent, c.way); j != token.None {
			e.Place, e.placeBy = j, basis
		}
	}
}

// look takes the time and the place of the clause of p.
func (c *climb) look() {
	f, e := c.f, c.e
	if e.by == 0 && !e.vague {
		j := f.timeOf(c.p, e.Sent)
		if j == token.None {
			j = f.timeOfWhen(c.p, e.Sent)
		}
		switch {
		case j == token.None && f.sinceThen(e, c.p):
		case j == token.None:
			e.vague = f.hasOwnTime(c.p)
		case !c.between(f.in.Times[j].Span):
			f.dateBy(e, j, c.basis)
			c.dated = c.p
			if c.bound != Within {
				e.Bound = c.bound
			}
			c.reported = c.basis == ByReporting
		}
	}
	if e.Place == token.None && c.bound == Within {
		if j := f.placeOf(c.p, e.Sent, c.way); j != token.None {
			e.Place, e.placeBy = j, c.basis
		}
	}
}

// plan reports whether e has the time at which it was planned: "voted on Monday
// to close the school".
func (c *climb) plan() bool {
	f, e := c.f, c.e
	if c.dated == token.None || c.dated == e.Head || e.Bound != Within || e.Status != Planned && e.Status != Possible {
		return false
	}
	if t := &f.d.Tokens[c.dated]; t.UPOS != token.VERB || wordTable.Has(t.Lemma, classScheduling) {
		return false
	}
	g := syntax.Group(f.d, c.dated)
	return g.Tense == syntax.Past && g.SemiModal == "" && g.Modal == "" && f.age(e.When) > 0
}

// between reports whether s stands behind the first of two joined clauses and
// before the second, which it does not belong to if they are told in two
// tenses, "has met it since 2010 but will leave", or only set side by side.
func (c *climb) between(s token.Span) bool {
	d := c.f.d
	if c.from == token.None || s.Start < d.Tokens[c.p].Start || s.Start > d.Tokens[c.from].Start {
		return false
	}
	if c.f.kid(c.from, token.RelCC) == token.None {
		return true
	}
	a, b := syntax.Group(d, c.p), syntax.Group(d, c.from)
	return a.Tense != b.Tense || a.Perfect != b.Perfect
}

// up goes to the clause above, if it may tell when or where e is.
func (c *climb) up() bool {
	f := c.f
	t := &f.d.Tokens[c.p]
	if t.Head == token.None {
		return false
	}
	// "a day before she meets him": not when, but on which side.
	if b, ok := wordTable.Int(f.orderOf(c.p), classClauseBound); ok {
		c.bound = Bound(b)
	}
	if f.settingRelative(c.p) {
		return c.antecedent(t.Head) // "where" and "when" tie a clause to its setting, whatever the tree calls it
	}
	c.basis = ByGoverning
	switch t.Rel {
	case token.AclRelcl, token.AdvclRelcl:
		return false
	case token.Acl:
		if f.kid(c.p, token.Nsubj) != token.None || f.kid(c.p, token.NsubjPass) != token.None {
			return false // "a claim that he sold it", "the words he used"
		}
		return c.to(t.Head)
	case token.Conj:
		if t.UPOS == token.NOUN && f.d.Tokens[t.Head].UPOS == token.NOUN {
			// "recalled the Sept. 11 attacks and her work": each has its own time.
			if !f.shares(t.Head) {
				return false
			}
			c.p = f.above(t.Head)
			return c.p != token.None && c.e.Status != Planned && c.e.Status != Possible
		}
		c.from = c.p
		c.p = t.Head
	case token.Advcl, token.Xcomp:
		c.p = t.Head
	case token.Parataxis:
		c.bound, c.p = OnOrBefore, t.Head
	case token.Ccomp:
		if c.e.Status != Occurred {
			return false
		}
		c.basis, c.bound, c.p = ByReporting, OnOrBefore, t.Head
	default:
		// An event noun inside a clause.
		if !f.shares(c.p) {
			return false
		}
		c.p = f.above(c.p)
		return c.p != token.None && c.e.Status != Planned && c.e.Status != Possible
	}
	return true
}

// to goes to h, or to the predicate above it.
func (c *climb) to(h int32) bool {
	if c.f.d.Tokens[h].UPOS != token.VERB {
		h = c.f.above(h)
	}
	if h != token.None {
		c.p = h
	}
	return h != token.None
}

// antecedent takes h for the setting of the clause that tells of it: "on
// August 6, where talks took place".
func (c *climb) antecedent(h int32) bool {
	f, e := c.f, c.e
	if j := f.timeBefore(c.p); e.by == 0 && !e.vague && j != token.None && dated(f.in.Times[j].Value) {
		f.dateBy(e, j, ByAntecedent)
		e.Bound = Within // "after 2010, when it opened"
	}
	if j := f.time[h]; e.by == 0 && !e.vague && j != token.None && dated(f.in.Times[j].Value) {
		f.dateBy(e, j, ByAntecedent)
	}
	c.take(h, ByAntecedent)
	if e.Place == token.None && f.place[h] != token.None {
		e.Place, e.placeBy = f.place[h], ByAntecedent
	}
	c.basis = ByAntecedent
	return c.to(h)
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
	e.Time, e.When, e.by = j, f.in.Times[j].Value, basis
	a, b := f.d.Range(f.in.Times[j].Span)
	word := f.prep(f.top(a, b))
	if x, ok := wordTable.Int(word, classBound); ok && !(word == "as of" && basis == ByClause && !syntax.Group(f.d, e.Clause).Perfect) {
		e.Bound = Bound(x)
	} else if v := f.both(j, word); !v.IsZero() {
		e.When = v
	}
	if word == "since" {
		f.untilNow(e)
	}
}

// untilNow has what has gone on since e.When reach to the publication.
func (f *finder) untilNow(e *Event) {
	if f.in.Published.IsZero() || !syntax.Group(f.d, e.Clause).Perfect {
		return
	}
	if v := when.NewSpan(e.When, when.FromPoint(f.in.Published.Truncate(when.Day))); !v.IsZero() {
		e.When, e.Bound = v, Within
	}
}

// sinceThen dates e, in the perfect, by what clause p tells that it has gone on
// since: "has doubled since the fire last May", "since it opened in 2010".
func (f *finder) sinceThen(e *Event, p int32) bool {
	if p != e.Clause || e.Status != Occurred && e.Status != Ongoing || !syntax.Group(f.d, p).Perfect {
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

// settle dates what syntax has not: by the event that it answers, by the same
// actor's dated act in the sentence before, and else by the article's date as
// a bound, which Basis then says.
func (f *finder) settle(es []Event) {
	f.stray(es)
	f.anchored(es)
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if e.by == 0 {
			f.afterEvent(es, i)
		}
		if e.by == 0 && !e.vague && e.Status == Occurred && i > 0 {
			f.discourse(es, i)
		}
	}

	f.retell(es)
	f.thread(es)
	if f.in.Published.IsZero() {
		return
	}
	f.notYet(es)
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if e.by != 0 {
			continue
		}
		switch e.Status {
		case Occurred, Failed, Denied:
			e.Bound = OnOrBefore
		case Planned:
			e.Bound = OnOrAfter
		default:
			continue
		}
		e.When, e.by = when.FromPoint(f.in.Published.Truncate(when.Day)), ByArticle
	}
}

// notYet makes plans of what is dated after the publication and told as done:
// it cannot have happened. A day that is only inferred is none.
func (f *finder) notYet(es []Event) {
	day := f.in.Published.Truncate(when.Day)
	for i := range es {
		f.d.CheckAt(i)
		e := &es[i]
		if e.by == 0 || e.Bound == OnOrBefore || e.Status != Occurred && e.Status != Ongoing {
			continue
		}
		switch lo := e.When.Earliest(); {
		case lo.IsZero() || lo.Truncate(when.Day).Compare(day) <= 0:
		case e.Bound == About:
			e.When, e.Time, e.Bound, e.by = when.Value{}, token.None, Within, 0
		default:
			e.Status = Planned
		}
	}
}

// relationRule is the name for a relation that prep tells: itself, and that of
// an answer "to" something.
func relationRule(prep string) string {
	if prep == "to" {
		return "answer"
	}
	return prep
}

// afterEvent relates event i to an earlier one that its clause, or the clause
// over it, names: "responded to the announcement", "after the meeting".
func (f *finder) afterEvent(es []Event, i int) {
	e := &es[i]
	p := e.Clause
	for range maxClimb {
		t := &f.d.Tokens[p]
		for k := range f.kids(p) {
			prep := f.caseOf(k)
			after := prep == "after" || prep == "following" || prep == "since" || prep == "to" && wordTable.Has(t.Lemma, classResponds)
			if !after && prep != "before" {
				continue
			}
			if j := f.mentioned(es[:i], k); j >= 0 {
				o := &es[j]
				e.Relations = append(e.Relations, Relation{int32(j), after, relationRule(prep)})
				if o.by != 0 && o.by != ByArticle && o.Bound == Within {
					e.When, e.by, e.Time = o.When, ByEvent, token.None
					e.Bound = OnOrAfter
					if !after {
						e.Bound = OnOrBefore
					}
				}
				return
			}
		}
		if t.Head == token.None || t.Rel != token.Advcl && t.Rel != token.Conj && t.Rel != token.Xcomp && t.Rel != token.Acl {
			return
		}
		p = t.Head
	}
}

// mentioned is the latest of es that noun k mentions, or -1.
func (f *finder) mentioned(es []Event, k int32) int {
	w := f.d.Tokens[k].Lemma
	for j := len(es) - 1; j >= 0 && j >= len(es)-64; j-- {
		for _, m := range es[j].Mentions {
			if m.Start == f.d.Tokens[k].Start || f.d.Tokens[f.d.At(m.Start)].Lemma == w {
				return j
			}
		}
	}
	return -1
}

// discourse takes the date of the same actor's act in the sentence before,
// in the same paragraph or the next, as about when e was.
func (f *finder) discourse(es []Event, i int) {
	e := &es[i]
	if e.Statement != token.None || f.d.Tokens[e.Head].Quote != token.None {
		return // what is told by somebody has its own time
	}
	if len(e.Roles) == 0 || e.Roles[0].Actor == token.None || syntax.Group(f.d, e.Clause).Perfect {
		return
	}
	for j := i - 1; j >= 0 && es[j].Sent >= e.Sent-1; j-- {
		o := &es[j]
		if o.Sent == e.Sent || len(o.Roles) == 0 || o.Roles[0].Actor != e.Roles[0].Actor || o.Bound != Within ||
			o.by != ByClause || o.Status != Occurred || o.When.Grain() < when.Day || o.When.Grain() > when.Month ||
			f.d.Tokens[o.Clause].Rel == token.AclRelcl {
			continue
		}
		e.When, e.Time, e.Bound, e.by = o.When, token.None, About, ByActor
		return
	}
}
