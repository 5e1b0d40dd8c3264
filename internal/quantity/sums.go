package quantity

import (
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/token"
)

// sums reads the money of event e, told by word i: what its verb or noun comes
// to, and what stands in the phrase of what it is done to.
func (f *finder) sums(i, e int32) {
	if w := wordTable.Find(f.d.Tokens[i].Lemma); (w.Has(classRising) || w.Has(classFalling)) && f.moves(i, e) &&
		f.in.Events[e].Kind != ontology.Results {
		return // see changes
	}
	words := [...]int32{i, token.None, token.None}
	if ev := &f.in.Events[e]; i == ev.Head && ev.Clause != i && ev.Clause >= 0 && int(ev.Clause) < len(f.d.Tokens) {
		words[1] = ev.Clause // "signed a deal": the noun tells the event
	}
	for k := range f.kids(i) {
		if f.d.Tokens[k].Rel == token.Xcomp && (f.told.of(k) == token.None || f.in.Events[e].Kind == f.kindAt(k)) {
			words[2] = k // "agreed to buy it for $3 million"
		}
	}
	for _, w := range words {
		if w == token.None {
			continue
		}
		for k := range f.kids(w) {
			f.sumAt(w, k, e)
		}
	}
}

func (f *finder) kindAt(i int32) string {
	if e := f.told.of(i); e != token.None {
		return f.in.Events[e].Kind
	}
	return ""
}

// sumAt reads dependent k of word w, which tells event e, as money or as the
// phrase that has it.
func (f *finder) sumAt(w, k, e int32) {
	r, c := f.d.Tokens[k].Rel, f.caseOf(k)
	if x, ok := f.money(k); ok {
		if c == "" || wordTable.Has(c, classMoneyBy) {
			f.addSum(e, x, k, byArgument)
		}
		return
	}
	if wordTable.Has(f.d.Tokens[k].Lower, classWorth) {
		f.worth(e, k)
		return
	}
	switch r {
	case token.Obj, token.NsubjPass:
	case token.Nsubj:
		if f.told.of(k) == token.None || f.told.of(k) == e {
			return // "the $3 billion firm sued"
		}
	case token.Nmod:
		if c != "of" && c != "in" {
			return
		}
	default:
		return
	}
	for j := range f.kids(k) {
		jt := &f.d.Tokens[j]
		if x, ok := f.money(j); ok {
			if c := f.caseOf(j); wordTable.Has(c, classMoneyBy) || c == "" {
				f.addSum(e, x, j, byModifier)
			}
			continue
		}
		if wordTable.Has(jt.Lower, classWorth) {
			f.worth(e, j)
		}
	}
}

// worth reads "worth 900 million yuan".
func (f *finder) worth(e, i int32) {
	for k := range f.kids(i) {
		if x, ok := f.money(k); ok {
			f.addSum(e, x, k, byModifier)
		}
	}
}

// money is the sum whose head is token k.
func (f *finder) money(k int32) (*figure, bool) {
	n := f.number.of(k)
	if n == token.None || !f.nums[n].money {
		return nil, false
	}
	return &f.nums[n], true
}

// addSum gives e the sum x with its head k: a price, if it is one of a unit.
func (f *finder) addSum(e int32, x *figure, k int32, rule string) {
	kind := Money
	if f.perUnit(k) {
		kind = Price
	}
	f.add(e, f.quantity(kind, x, rule))
}

// perUnit reports whether sum k is that of one of something: "$71 a barrel".
func (f *finder) perUnit(k int32) bool {
	for j := range f.kids(k) {
		if j < k || f.isTimeWord(j) {
			continue
		}
		switch f.d.Tokens[j].Rel {
		case token.NmodUnmarked, token.Appos:
			for m := range f.kids(j) {
				if t := &f.d.Tokens[m]; t.Rel == token.Det && wordTable.Has(t.Lower, classArticle) && m == f.nums[f.number.of(k)].Last {
					return true
				}
			}
		case token.Nmod:
			if wordTable.Has(f.caseOf(j), classEach) {
				return true
			}
		}
	}
	return false
}

// changes reads how far event e, told by word i, moved what it is about: "fell
// 3 percent", "a 2% rise to $71", "rose to 5.2 percent"; and what a side won.
func (f *finder) changes(i, e int32) {
	w := wordTable.Find(f.d.Tokens[i].Lemma)
	if w.Has(classClosing) {
		f.closed(i, e)
		return
	}
	winning, up, down := w.Has(classWinning), w.Has(classRising), w.Has(classFalling)
	moves := (up || down) && f.moves(i, e)
	if !winning && !moves {
		return
	}
	for k := range f.kids(i) {
		switch {
		case winning && f.won(k, e):
		case moves && f.number.of(k) != token.None:
			f.moved(i, k, e, down)
		case moves && f.d.Tokens[k].Rel == token.Obj && wordTable.Has(f.d.Tokens[k].Lemma, classFigure):
			for j := range f.kids(k) { // "raised rates to 5 percent"
				if f.number.of(j) != token.None && f.d.Tokens[j].Rel == token.Nmod && wordTable.Has(f.caseOf(j), classReaching) {
					f.level(e, j)
				}
			}
		}
	}
}

// closed reads "closed down 3 percent", "ended 2.5 percent higher".
func (f *finder) closed(i, e int32) {
	way := token.None
	for k := range f.kids(i) {
		if w := wordTable.Find(f.d.Tokens[k].Lower); w.Has(classUp) || w.Has(classDown) {
			way = k
		}
	}
	if way == token.None || !f.moves(i, e) {
		return
	}
	for _, head := range []int32{i, way} {
		for k := range f.kids(head) {
			n := f.number.of(k)
			if n == token.None || f.nums[n].unit == "" {
				continue
			}
			q := f.quantity(Change, &f.nums[n], byArgument)
			if wordTable.Has(f.d.Tokens[way].Lower, classDown) {
				q.N = -q.N
			}
			f.add(e, q)
			return
		}
	}
}

// won reads "41 percent of the vote" and "1.2 million votes", dependent k of a
// word for winning, if it is that.
func (f *finder) won(k, e int32) bool {
	if n := f.number.of(k); n != token.None {
		x := &f.nums[n]
		if (x.unit == "%" || x.whole()) && f.ofVotes(k) {
			f.add(e, f.quantity(Votes, x, byArgument))
			return true
		}
		return false
	}
	if f.d.Tokens[k].Rel != token.Obj || f.d.Tokens[k].Lemma != "vote" {
		return false
	}
	for j := range f.kids(k) {
		if n := f.number.of(j); n != token.None && f.d.Tokens[j].Rel == token.Nummod && f.nums[n].whole() {
			f.add(e, f.quantity(Votes, &f.nums[n], byArgument))
			return true
		}
	}
	return false
}

// moved reads number k, a dependent of word i that tells a rise or a fall: what
// something came to, or by how much it moved.
func (f *finder) moved(i, k, e int32, down bool) {
	x := &f.nums[f.number.of(k)]
	c := f.caseOf(k)
	switch {
	case x.unit == "" && !x.money:
	case f.d.Tokens[k].Rel == token.Obl && wordTable.Has(c, classReaching):
		f.level(e, k)
	case !f.difference(i, k, c), x.money && f.in.Events[e].Kind == ontology.Results && !wordTable.Has(c, classBy):
	default:
		q := f.quantity(Change, x, byArgument)
		if down {
			q.N = -q.N
			if q.To != 0 {
				q.To = -q.To
			}
		}
		f.add(e, q)
		f.beyond(k, e)
	}
}

// difference reports whether k, with preposition c, is by how much word i moved
// something.
func (f *finder) difference(i, k int32, c string) bool {
	switch f.d.Tokens[k].Rel {
	case token.Obj, token.OblUnmarked, token.Advmod:
		return true
	case token.Obl:
		return c == "" || wordTable.Has(c, classBy)
	case token.Nummod, token.Compound, token.Amod:
		return f.d.Tokens[i].UPOS == token.NOUN
	case token.Nmod:
		return f.d.Tokens[i].UPOS == token.NOUN && (c == "of" || c == "")
	}
	return false
}

// moves reports whether event e, told by word i, is of what has a price, a
// rate or a figure.
func (f *finder) moves(i, e int32) bool {
	switch f.in.Events[e].Kind {
	case ontology.Market, ontology.Results:
		return true
	}
	for k := range f.kids(i) {
		switch f.d.Tokens[k].Rel {
		case token.Nsubj, token.NsubjPass, token.Obj, token.Nmod:
			if wordTable.Has(f.d.Tokens[k].Lemma, classFigure) || f.d.Tokens[k].UPOS == token.PROPN && f.in.Events[e].Kind == ontology.Change {
				return true // "the Nikkei lost 312 points"
			}
			for j := range f.kids(k) {
				if f.d.Tokens[j].Rel == token.Flat && wordTable.Has(f.d.Tokens[j].Lemma, classFigure) {
					return true // "Brent crude"
				}
			}
		}
	}
	return false
}

// beyond reads "to $71" that hangs on the difference k before it.
func (f *finder) beyond(k, e int32) {
	for j := range f.kids(k) {
		if f.number.of(j) != token.None && f.number.of(j) != f.number.of(k) && f.d.Tokens[j].Rel == token.Nmod && wordTable.Has(f.caseOf(j), classReaching) {
			f.level(e, j)
		}
	}
}

// level gives e what a price, a rate or a figure came to.
func (f *finder) level(e, k int32) {
	x := &f.nums[f.number.of(k)]
	kind := ""
	switch {
	case x.money && f.in.Events[e].Kind == ontology.Market, x.money && f.perUnit(k):
		kind = Price
	case x.money:
		kind = Money
	case x.unit == "%":
		kind = Rate
	default:
		return
	}
	f.add(e, f.quantity(kind, x, byArgument))
}

// ofVotes reports whether share k is one of the vote.
func (f *finder) ofVotes(k int32) bool {
	for j := range f.kids(k) {
		if f.d.Tokens[j].Rel == token.Nmod && wordTable.Has(f.d.Tokens[j].Lemma, classVote) {
			return true
		}
	}
	return false
}

// magnitude reads "a magnitude 6.1 earthquake", "with a magnitude of 6.1",
// "measuring 6.1".
func (f *finder) magnitude(i int32) {
	t := &f.d.Tokens[i]
	w := wordTable.Find(t.Lemma)
	switch {
	case w.Has(classMagnitude):
	case w.Has(classMeasuring) && t.UPOS == token.VERB:
	default:
		return
	}
	for k := range f.kids(i) {
		n := f.number.of(k)
		if n == token.None || f.nums[n].unit != "" || f.nums[n].N <= 0 || f.nums[n].N >= 10 || f.nums[n].Pair {
			continue
		}
		q := f.quantity(Magnitude, &f.nums[n], byMagnitude)
		given, quake := f.quakes(i, q), false
		for cur := i; given < 2; {
			c := &f.d.Tokens[cur]
			quake = quake || wordTable.Has(c.Lemma, classQuake)
			if c.Head == token.None || c.Rel == token.Ccomp || c.Rel == token.Parataxis || c.Rel == token.AclRelcl {
				break
			}
			cur = c.Head
			if e := f.told.of(cur); e != token.None && (quake || f.in.Events[e].Kind == ontology.Disaster) {
				f.add(e, q)
				given++
			}
		}
		return
	}
}

// quakes gives q to the earthquakes that are dependents of word i.
func (f *finder) quakes(i int32, q Quantity) (n int) {
	for k := range f.kids(i) {
		if e := f.told.of(k); e != token.None && wordTable.Has(f.d.Tokens[k].Lemma, classQuake) {
			f.add(e, q)
			n++
		}
	}
	return n
}
