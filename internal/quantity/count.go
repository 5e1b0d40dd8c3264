package quantity

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/event"
	"github.com/dateline-go/dateline/internal/number"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// people is the number of people that the noun phrase of h counts.
func (f *finder) people(h int32, depth int) (*figure, bool) {
	if h == token.None || depth > 2 {
		return nil, false
	}
	t := &f.d.Tokens[h]
	if n := f.number.of(h); n != token.None {
		x := &f.nums[n]
		return x, x.whole() && !x.Glued && !f.others(h)
	}
	if wordTable.Has(t.Lemma, classNoPeople) {
		return nil, false
	}
	for k := range f.kids(h) {
		kt := &f.d.Tokens[k]
		switch {
		case k < h && kt.Rel == token.Nummod && f.number.of(k) != token.None:
			x := &f.nums[f.number.of(k)]
			return x, x.whole() && !x.Glued
		case k > h && kt.Rel == token.Nmod && wordTable.Has(t.Lemma, classGroup) && f.caseOf(k) == "of":
			if x, ok := f.people(k, depth+1); ok {
				return x, true
			}
		}
	}
	if t.Rel == token.Nmod && f.number.of(t.Head) != token.None && f.caseOf(h) == "of" { // "twelve of the passengers who drowned"
		x := &f.nums[f.number.of(t.Head)]
		return x, x.whole() && !x.Glued
	}
	return nil, false
}

// others reports whether number h is of things that are no people: "dozens of
// cattle".
func (f *finder) others(h int32) bool {
	for k := range f.kids(h) {
		if f.d.Tokens[k].Rel == token.Nmod && wordTable.Has(f.d.Tokens[k].Lemma, classNoPeople) {
			return true
		}
	}
	return false
}

// total is the number of people of several phrases together.
func (f *finder) total(kind, rule string, heads []int32) (Quantity, bool) {
	var q Quantity
	found, open, one := 0, false, 0
	for _, h := range heads {
		x, ok := f.people(h, 0)
		if !ok {
			if wordTable.Has(f.d.Tokens[h].Lower, classOneself) {
				one++ // "himself and six others"
			} else {
				open = true
			}
			continue
		}
		if found++; found == 1 {
			q = f.quantity(kind, x, rule)
			continue
		}
		y := f.quantity(kind, x, bySum)
		if strings.TrimSpace(f.d.Text[min(q.Span.End, y.Span.Start):y.Span.Start]) == "," {
			return q, false // "1, 400": nobody can tell
		}
		upper := max(q.N, q.To) + max(y.N, y.To)
		if q.N += y.N; upper > q.N {
			q.To = upper
		}
		q.Span = token.Span{Start: min(q.Span.Start, y.Span.Start), End: max(q.Span.End, y.Span.End)}
		q.Bound, q.Rule, q.vague = together(q.Bound, y.Bound), bySum, q.vague || y.vague
	}
	if found > 0 && one > 0 {
		q.N, q.Rule = q.N+float64(one), bySum
		if q.To != 0 {
			q.To += float64(one)
		}
	}
	if found > 0 && open && q.Bound == number.Exact {
		q.Bound = number.AtLeast // "12 passengers and the crew"
	}
	return q, found > 0
}

// together is how exact the sum of two numbers is.
func together(a, b number.Bound) number.Bound {
	switch {
	case a == b:
		return a
	case a == number.Exact:
		return b
	case b == number.Exact:
		return a
	}
	return number.About
}

// maxHeads bounds the phrases that are added up.
const maxHeads = 8

// phrases are h and what is joined to it or stands with it under one verb: "three
// soldiers and two civilians".
func (f *finder) phrases(h int32) []int32 {
	if h == token.None {
		return nil
	}
	t := &f.d.Tokens[h]
	out := []int32{h}
	add := func(k int32) {
		if k != h && len(out) < maxHeads && !slices.Contains(out, k) && f.goesOn(max(h, k)) {
			out = append(out, k)
		}
	}
	if t.Head != token.None && (t.Rel == token.Obj || t.Rel == token.NsubjPass || t.Rel == token.Nsubj) {
		for k := range f.kids(t.Head) {
			switch u := &f.d.Tokens[k]; {
			case u.Rel == t.Rel:
				add(k)
			case u.Rel == token.Conj && t.Rel == token.Obj && k > h && (u.UPOS == token.NOUN || u.UPOS == token.NUM):
				add(k) // joined to the verb by mistake
			}
		}
	}
	for k := range f.kids(h) {
		if u := &f.d.Tokens[k]; u.Rel == token.Conj && u.UPOS != token.VERB && !f.pairs(h, k) {
			add(k)
		}
	}
	return out
}

// goesOn reports whether the phrase of k adds to one before it: its number, if
// it has one, stands right behind "and" or a comma ("12 people and injured
// dozens" is two), and no state of its own behind it ("and dozens missing").
func (f *finder) goesOn(k int32) bool {
	x, ok := f.people(k, 0)
	if !ok {
		return true
	}
	if x.First == 0 {
		return false
	}
	b := &f.d.Tokens[x.First-1]
	if b.UPOS != token.CCONJ && b.Lower != "," {
		return false
	}
	for i := x.Last; i < x.Last+2 && int(i) < len(f.d.Tokens); i++ {
		if _, state := wordTable.Text(f.d.Tokens[i].Lower, classState); state {
			return false
		}
	}
	return true
}

// pairs reports whether k only belongs to the same number as h.
func (f *finder) pairs(h, k int32) bool {
	return f.number.of(h) != token.None && f.number.of(h) == f.number.of(k)
}

// befallen is the head of the phrase of those whom word i befalls, or None.
func (f *finder) befallen(i int32) int32 {
	t := &f.d.Tokens[i]
	v := token.None
	if p, ok := f.d.PredicateAt(i); ok {
		v = f.d.Arg(p, token.ARG1)
	}
	if t.UPOS != token.VERB {
		return v
	}
	losing := wordTable.Has(t.Lemma, classLosing)
	subject, object := token.None, token.None
	for k := range f.kids(i) {
		switch f.d.Tokens[k].Rel {
		case token.Obj:
			object = k
		case token.NsubjPass:
			return k
		case token.Nsubj:
			subject = k
		}
	}
	switch {
	case object != token.None && !losing:
		return object
	case losing && subject != token.None:
		return subject
	case t.Rel == token.Acl && t.XPOS == token.VBN && v == token.None:
		return t.Head
	}
	return v
}

// counted reads word i as one that counts those it befalls: "killed 12
// people", "12 deaths", "the arrest of 12 people".
func (f *finder) counted(i int32) {
	t := &f.d.Tokens[i]
	kind, ok := wordTable.Text(t.Lemma, classCounting)
	if (!ok || kind == Injured) && t.UPOS == token.VERB && f.fatal(i) {
		kind, ok = Deaths, true
	}
	if !ok {
		return
	}
	switch t.UPOS {
	case token.NOUN:
		if wordTable.Has(t.Lemma, classDeed) {
			break // three kidnappings may be of thirty people
		}
		for k := range f.kids(i) {
			if n := f.number.of(k); k < i && n != token.None && f.d.Tokens[k].Rel == token.Nummod && f.nums[n].whole() && !f.nums[n].Glued {
				f.attach(i, f.quantity(kind, &f.nums[n], byCount))
				return
			}
		}
	case token.VERB:
		if x, ok := f.bare(i); ok {
			f.attach(i, f.quantity(kind, x, byState))
			return
		}
	default:
		return
	}
	h := f.befallen(i)
	if h != token.None && wordTable.Has(f.d.Tokens[h].Lemma, classCounting) && f.d.Tokens[h].UPOS == token.NOUN {
		return
	}
	if q, ok := f.total(kind, byCount, f.phrases(h)); ok {
		f.attach(i, q)
	}
}

// fatal reports whether an adverb tells that those whom verb i befalls die:
// "fatally shot".
func (f *finder) fatal(i int32) bool {
	for k := range f.kids(i) {
		if f.d.Tokens[k].Rel == token.Advmod && wordTable.Has(f.d.Tokens[k].Lower, classFatally) {
			return true
		}
	}
	return false
}

// bare is the number that stands for those whom participle or adjective i
// tells of, without a noun: "17 people were killed and 40 wounded".
func (f *finder) bare(i int32) (*figure, bool) {
	t := &f.d.Tokens[i]
	if i == 0 || f.number.of(i-1) == token.None || t.XPOS == token.VBG && t.Lower != "missing" || t.XPOS == token.VB {
		return nil, false
	}
	x := &f.nums[f.number.of(i-1)]
	h := f.d.Tokens[f.topOf(x)].Head
	if !x.whole() || x.Glued || h != token.None && h > i || h != token.None && h != i && f.d.Tokens[h].UPOS == token.NOUN {
		return nil, false
	}
	for k := range f.kids(i) {
		if u := &f.d.Tokens[k]; u.Rel == token.Obj && k > i && (u.UPOS == token.NOUN || u.UPOS == token.PROPN) {
			return nil, false // "the 12 killed a guard"
		}
	}
	return x, true
}

// state reads word i as the state that people are in: "left 14 people dead",
// "12 are missing", "with 30 injured"; and "claimed 12 lives".
func (f *finder) state(i int32) {
	t := &f.d.Tokens[i]
	if wordTable.Has(t.Lemma, classLife) && t.Rel == token.Obj && t.Head != token.None &&
		wordTable.Has(f.d.Tokens[t.Head].Lemma, classTakesLife) {
		if x, ok := f.people(i, 0); ok {
			f.attach(t.Head, f.quantity(Deaths, x, byState))
		}
		return
	}
	kind, ok := wordTable.Text(t.Lower, classState)
	if !ok {
		return
	}
	if _, verb := wordTable.Text(t.Lemma, classCounting); verb && t.UPOS == token.VERB && f.befallen(i) != token.None {
		return // "12 people were injured" is counted
	}
	if x, ok := f.bare(i); ok {
		f.attach(i, f.quantity(kind, x, byState))
		return
	}
	for k := range f.kids(i) {
		switch f.d.Tokens[k].Rel {
		case token.Nummod:
			if n := f.number.of(k); n != token.None && k < i && f.nums[n].whole() {
				f.attach(i, f.quantity(kind, &f.nums[n], byState))
				return
			}
		case token.Nsubj, token.NsubjPass:
			if q, ok := f.total(kind, byState, f.phrases(k)); ok {
				f.attach(i, q)
				return
			}
		}
	}
	if t.Head == token.None {
		return
	}
	switch t.Rel {
	case token.Xcomp: // "left 14 people dead", "was found dead"
		for k := range f.kids(t.Head) {
			if r := f.d.Tokens[k].Rel; r == token.Obj || r == token.NsubjPass {
				if q, ok := f.total(kind, byState, f.phrases(k)); ok {
					f.attach(t.Head, q)
					return
				}
			}
		}
	case token.Amod, token.Acl: // "14 people dead"
		if x, ok := f.people(t.Head, 0); ok && t.Head < i {
			f.attach(t.Head, f.quantity(kind, x, byState))
		}
	}
}

// toll reads "the death toll rose to 120", "a death toll of 12".
func (f *finder) toll(i int32) {
	t := &f.d.Tokens[i]
	if !wordTable.Has(t.Lemma, classToll) {
		return
	}
	for k := range f.kids(i) {
		if n := f.number.of(k); n != token.None && f.d.Tokens[k].Rel == token.Nmod && f.caseOf(k) == "of" && f.nums[n].whole() {
			f.attach(i, f.quantity(Deaths, &f.nums[n], byToll))
			return
		}
	}
	if t.Head == token.None || t.Rel != token.Nsubj && t.Rel != token.NsubjPass && t.Rel != token.Obj {
		return
	}
	for k := range f.kids(t.Head) {
		x, ok := f.people(k, 0)
		if !ok || k == i {
			continue
		}
		q := f.quantity(Deaths, x, byToll)
		switch r, w := f.d.Tokens[k].Rel, wordTable.Find(f.d.Tokens[t.Head].Lemma); {
		case r == token.Obl && wordTable.Has(f.caseOf(k), classReaching):
		case r == token.Obl && wordTable.Has(f.caseOf(k), classBeyond), r == token.Obj && w.Has(classPassing):
			q.Bound = number.MoreThan
		case r == token.Obj && w.Has(classComing):
		default:
			continue
		}
		f.attach(t.Head, q)
		for j := range f.kids(i) { // "the toll of the quake"
			if e := f.told.of(j); e != token.None && f.suffers(e) {
				f.add(e, q)
			}
		}
		return
	}
}

// crowds reads the numbers of the sides of event e, told by word i: those who
// protest, what is cut, what an outbreak counts.
func (f *finder) crowds(i, e int32) {
	ev := &f.in.Events[e]
	if i != ev.Head {
		return
	}
	for _, r := range ev.Roles {
		if r.Head < 0 || int(r.Head) >= len(f.d.Tokens) {
			continue
		}
		lemma := f.d.Tokens[r.Head].Lemma
		kind := ""
		switch {
		case ev.Kind == ontology.Protest && r.Role == event.Agent:
			kind = Crowd
		case ev.Kind == ontology.Layoff && r.Role != event.Agent && (wordTable.Has(lemma, classJob) || f.number.of(r.Head) != token.None):
			kind = Jobs
		case wordTable.Has(lemma, classCase) && (ev.Kind == ontology.Outbreak || f.ofDisease(r.Head)):
			kind = Infected
		default:
			continue
		}
		if kind == Jobs {
			if x, ok := f.jobs(r.Head); ok {
				f.add(e, f.quantity(kind, x, byCount))
			}
		} else if q, ok := f.total(kind, byCount, []int32{r.Head}); ok && (kind != Crowd || q.N > 1) {
			f.add(e, q)
		}
	}
}

// ofDisease reports whether case h is one of a disease.
func (f *finder) ofDisease(h int32) bool {
	for k := range f.kids(h) {
		if f.d.Tokens[k].Rel == token.Nmod && wordTable.Has(f.d.Tokens[k].Lemma, classDisease) {
			return true
		}
	}
	return false
}

// jobs is the number before the noun of what is cut.
func (f *finder) jobs(h int32) (*figure, bool) {
	if n := f.number.of(h); n != token.None {
		return &f.nums[n], f.nums[n].whole()
	}
	for k := range f.kids(h) {
		if n := f.number.of(k); n != token.None && f.d.Tokens[k].Rel == token.Nummod {
			return &f.nums[n], f.nums[n].whole()
		}
	}
	return nil, false
}
