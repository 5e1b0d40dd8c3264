package event

import (
	"slices"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// mark fills the index from tokens to the mentions of times and places.
func (f *finder) mark() {
	n := len(f.d.Tokens)
	f.time, f.place = make([]int32, n), make([]int32, n)
	for i := range n {
		f.time[i], f.place[i] = token.None, token.None
	}
	for j := range f.in.Times {
		a, b := f.d.Range(f.in.Times[j].Span)
		for i := a; i < b; i++ {
			f.time[i] = int32(j)
		}
	}
	f.said = make([]int32, n)
	for i := range f.said {
		f.said[i] = token.None
	}
	for j := range f.in.Statements {
		for _, c := range f.in.Statements[j].Content {
			a, b := f.d.Range(c)
			for i := a; i < b; i++ {
				// Statements come by start: a later one inside is the inner one.
				f.said[i] = int32(j)
			}
		}
	}
	for j := range f.in.Places {
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
		n := f.governs(p, f.top(a, i))
		if n < 0 && a-sent.First <= 2 && i <= p && f.leads(i, p) {
			n = maxClimb // "On Monday, ..." whatever the tree makes of it
		}
		if n >= 0 && n < dist {
			best, dist = j, n
		}
	}
	return best
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
	switch v.Type() {
	case when.Duration, when.Set:
		return false
	}
	if v.Reference() != when.NoReference {
		return false // "now", "formerly": the tense says as much
	}
	return !v.IsZero()
}

// placeOf is the place that stands under p after a preposition of place.
func (f *finder) placeOf(p, s int32, visit bool) int32 {
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
		h := f.top(a, i)
		switch f.caseOf(h) {
		case "in", "at", "near", "outside", "across", "inside", "around", "off", "on", "throughout", "over", "along":
		case "to", "into":
			if !visit {
				continue
			}
		default:
			continue
		}
		if n := f.governs(p, h); n >= 0 && n < dist {
			best, dist = j, n
		}
	}
	return best
}

// locate gives e its time and its place.
func (f *finder) locate(e *Event) {
	visit := e.Mode == "visit" || e.Kind == "TRAVEL"
	// The event's own phrase, then its clause, then the clauses above it.
	if e.Head != e.Clause {
		if j := f.timeOf(e.Head, e.Sent); j != token.None {
			f.dateBy(e, j, "noun")
		}
		if j := f.placeOf(e.Head, e.Sent, visit); j != token.None {
			e.Place, e.PlaceBasis = j, "noun"
		}
	}
	// "is open to hosting a summit in Alaska": the verb between.
	if q := f.d.Tokens[e.Head].Head; q != token.None && q != e.Clause && f.d.Tokens[q].UPOS == token.VERB && e.Head != e.Clause {
		if j := f.timeOf(q, e.Sent); e.Basis == "" && j != token.None {
			f.dateBy(e, j, "clause")
		}
		if j := f.placeOf(q, e.Sent, visit); e.Place == token.None && j != token.None {
			e.Place, e.PlaceBasis = j, "clause"
		}
	}
	p, basis := e.Clause, "clause"
	bound := Within
	for range maxClimb {
		if e.Basis == "" {
			if j := f.timeOf(p, e.Sent); j != token.None {
				f.dateBy(e, j, basis)
				e.Bound = bound
			}
		}
		if e.Place == token.None && bound == Within {
			if j := f.placeOf(p, e.Sent, visit); j != token.None {
				e.Place, e.PlaceBasis = j, basis
			}
		}
		if e.Basis != "" && (e.Place != token.None || bound != Within) {
			break
		}
		t := &f.d.Tokens[p]
		if t.Head == token.None {
			break
		}
		rel := t.Rel
		// "a day before she meets him": not when, but on which side.
		switch f.orderOf(p) {
		case "before", "until", "till":
			bound = OnOrAfter
		case "after", "since":
			bound = OnOrBefore
		}
		if f.settingRelative(p) {
			rel = token.AclRelcl // "where" and "when" tie a clause to its setting, whatever the tree calls it
		}
		switch rel {
		case token.AclRelcl, token.AdvclRelcl, token.Acl:
			// "on August 6, where talks took place": the antecedent is the setting.
			if !f.settingRelative(p) && t.Rel != token.Acl {
				p = token.None
				break
			}
			h := t.Head
			if f.settingRelative(p) {
				if e.Basis == "" && f.time[h] != token.None && dated(f.in.Times[f.time[h]].Value) {
					f.dateBy(e, f.time[h], "antecedent")
				}
				if e.Place == token.None && f.place[h] != token.None {
					e.Place, e.PlaceBasis = f.place[h], "antecedent"
				}
				basis = "antecedent"
			} else {
				basis = "governing-clause"
			}
			if f.d.Tokens[h].UPOS == token.VERB {
				p = h
			} else {
				p = f.above(p)
			}
		case token.Advcl, token.Conj, token.Xcomp, token.Parataxis:
			basis = "governing-clause"
			p = t.Head
			if t.Rel == token.Parataxis {
				bound = OnOrBefore
			}
		case token.Ccomp:
			if e.Status != Occurred {
				p = token.None
				break
			}
			basis, bound = "reporting-clause", OnOrBefore
			p = t.Head
		default:
			// An event noun inside a clause.
			p = f.above(p)
			basis = "governing-clause"
			if e.Status == Planned || e.Status == Possible {
				p = token.None
			}
		}
		if p == token.None {
			break
		}
	}
	if e.Basis == "reporting-clause" && e.Status != Occurred {
		e.Basis, e.Time, e.When, e.Bound = "", token.None, when.Value{}, Within
	}
	if e.Kind == "CONSULT" && !visit && e.Place != token.None && len(e.Roles) > 2 {
		// Where several meet is not whom they meet.
		e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool { return r.Role == Patient && f.place[r.Head] == e.Place })
	}
}

func (f *finder) dateBy(e *Event, j int32, basis string) {
	e.Time, e.When, e.Basis = j, f.in.Times[j].Value, basis
}

// settingRelative reports whether the clause of p has where or when.
func (f *finder) settingRelative(p int32) bool {
	for k := range f.kids(p) {
		switch f.d.Tokens[k].Lower {
		case "where", "when", "during", "which":
			return f.d.Tokens[k].Lower != "which" || f.caseOf(k) == "during" || f.caseOf(k) == "in"
		}
	}
	return false
}

// orderOf is the word that ties the clause of p to the one above it in time, or "".
func (f *finder) orderOf(p int32) string {
	if m := f.markOf(p); m != "" || f.d.Tokens[p].UPOS != token.VERB {
		return m
	}
	return f.caseOf(p)
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
	for i := range es {
		e := &es[i]
		if e.Basis == "" {
			f.afterEvent(es, i)
		}
		if e.Basis == "" && e.Status == Occurred && i > 0 {
			f.discourse(es, i)
		}
	}
	f.thread(es)
	if f.in.Published.IsZero() {
		return
	}
	for i := range es {
		e := &es[i]
		if e.Basis != "" {
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
		e.When, e.Basis = when.FromPoint(f.in.Published.Truncate(when.Day)), "article-date"
	}
}

// responds reports whether lemma tells of an answer to something before.
func responds(lemma string) bool {
	switch lemma {
	case "respond", "react", "reply", "answer", "retaliate", "follow":
		return true
	}
	return false
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
			after := prep == "after" || prep == "following" || prep == "since" || prep == "to" && responds(t.Lemma)
			if !after && prep != "before" {
				continue
			}
			if j := f.mentioned(es[:i], k); j >= 0 {
				o := &es[j]
				e.Relations = append(e.Relations, Relation{int32(j), after, prep})
				if o.Basis != "" && o.Basis != "article-date" && o.Bound == Within {
					e.When, e.Basis, e.Time = o.When, "after-event", token.None
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
		if o.Sent == e.Sent || len(o.Roles) == 0 || o.Roles[0].Actor != e.Roles[0].Actor || o.Bound != Within || o.Basis != "clause" || o.Status != Occurred {
			continue
		}
		e.When, e.Time, e.Bound, e.Basis = o.When, token.None, About, "same-actor"
		return
	}
}
