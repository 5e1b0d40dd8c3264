package actor

import (
	"github.com/dateline-go/dateline/internal/token"
)

// addEntity takes an entity over, without titles, articles and possessives
// that it may cover, and split at hyphens between two persons.
func (f *finder) addEntity(e *token.Entity) {
	n := name{first: e.First, last: e.Last, typ: e.Type, score: e.Score}
	if !f.trim(&n) || f.partOfRole(&n) || f.doubtful(&n) {
		return
	}
	for n.words() > 1 && !f.beginsName(n.first) {
		n.first++
	}
	if f.commonNoun(&n) {
		return
	}
	if w := f.word(n.first); n.typ == token.PER && n.words() > 2 && w.nation&NationAdj != 0 && w.natEnd == n.first+1 {
		n.first++ // "American Hasan Rahim"
	}
	f.officeReaches(&n)
	if n.typ != token.PER && !f.withoutOffice(&n) {
		return
	}
	if n.typ != token.PER && (!f.besideTables(&n) || f.noBody(&n)) {
		return
	}
	if w := f.word(n.first); n.typ != token.PER && w.class&ClassTitle != 0 && w.class&ClassRole == 0 && w.end < n.last &&
		f.d.Tokens[n.first].Is(token.Capital) {
		n.typ, n.origin = token.PER, fromTitle
	}
	f.hyphenGiven(&n)
	f.withParticle(&n)
	f.correct(&n)
	if n.typ == token.PER {
		for k := n.first + 1; k < n.last; k++ {
			if f.lower(k) == "of" { // "Jane Doe of Ohio"
				n.last = k
			}
		}
		f.stripTitles(&n)
	}
	if !f.hyphenPair(n) {
		f.addName(n)
	}
}

// trim takes punctuation, possessives, articles and what is glued to a name
// off it, and reports whether something is left.
func (f *finder) trim(n *name) bool {
	d := f.d
	for n.words() > 1 && (f.possessive(n.last-1) || d.Tokens[n.last-1].Is(token.Punct) && f.lower(n.last-1) != ")") {
		n.last--
	}
	if n.words() > 1 && (f.lower(n.first) == "the" || f.lower(n.first) == "a") {
		n.first++
	}
	for n.last > n.first && d.Tokens[n.first].Is(token.Punct) {
		n.first++
	}
	if n.first >= n.last {
		return false
	}
	if l := f.lower(n.first); n.words() > 1 && (l == "x." || l == "x") && (f.lower(n.first-1) == "on" || f.lower(n.first-1) == "to") {
		n.first++ // "posted on X. Lee said"
	}
	return true
}

// partOfRole reports whether a role of the tables holds the whole of n: "Vice
// [President] Jane Doe", "[State] police".
func (f *finder) partOfRole(n *name) bool {
	for k := max(n.first-3, f.sentOf(n.first).First); k <= n.first; k++ {
		w := f.word(k)
		if w.class&ClassRole != 0 && w.end >= n.last && w.end-k >= 2 && w.class&ClassProper == 0 {
			return true
		}
	}
	return false
}

// doubtful reports whether n is a lone word of which an office before another
// name, or the model's own doubt, says that it is no name.
func (f *finder) doubtful(n *name) bool {
	d := f.d
	if n.words() != 1 {
		return false
	}
	e := d.Tokens[n.first].Ent
	if f.class(n.first)&ClassOffice != 0 && int(n.last) < len(d.Tokens) && d.Tokens[n.last].Ent != token.None && d.Tokens[n.last].Ent != e {
		return true
	}
	return n.typ != token.PER && n.score < leastScore && !d.Tokens[n.first].Is(token.AllCaps)
}

// leastScore is how sure the recogniser must be of a lone word that is no
// person: below it, in our development articles, most were common nouns.
const leastScore = 15

// beginsName reports whether token i can be the first word of a name.
func (f *finder) beginsName(i int32) bool {
	t := &f.d.Tokens[i]
	return t.Is(token.Capital) || t.Is(token.HasDigit) || particle(t.Lower)
}

// commonNoun reports whether n is a noun for people and no name: "the
// Republican".
func (f *finder) commonNoun(n *name) bool {
	c := f.class(n.first)
	return n.words() == 1 && (n.typ != token.PER || c&ClassPlural != 0) && c&(ClassRole|ClassGroup) != 0 &&
		c&(ClassProper|ClassBloc|ClassSeat) == 0 && !f.d.Tokens[n.first].Is(token.AllCaps)
}

// officeReaches cuts an office off that reaches into the entity: "Secretary of
// [State Alan Pruitt]".
func (f *finder) officeReaches(n *name) {
	for k := max(n.first-4, f.sentOf(n.first).First); k < n.first; k++ {
		w := f.word(k)
		if w.class&(ClassOffice|ClassTitle) != 0 && w.class&ClassPlural == 0 && w.end > n.first && w.end < n.last &&
			f.d.Tokens[k].Is(token.Capital) {
			n.first, n.typ, n.origin = w.end, token.PER, fromTitle
			return
		}
	}
}

// withoutOffice takes an office off a name that is no person's, and reports
// whether a name is left.
func (f *finder) withoutOffice(n *name) bool {
	if w := f.word(n.first); w.class&ClassOffice != 0 && w.end == n.last && w.class&(ClassProper|ClassBloc|ClassSeat) == 0 {
		return false // "Secretary of State"
	}
	for k := n.first; k+1 < n.last; k++ { // "[Senate Whip Jane Doe]"
		if w := f.word(k); w.class&ClassOffice != 0 && w.class&ClassPlural == 0 && w.end > k && w.end < n.last && f.given(w.end) {
			n.first, n.typ, n.origin = w.end, token.PER, fromTitle
			break
		}
	}
	w := f.word(n.last - 1)
	if n.typ == token.ORG && n.words() > 1 && w.class&ClassOffice != 0 && w.end == n.last &&
		w.class&(ClassPlural|ClassOrg|ClassOrgWord|ClassTitle) == 0 {
		n.last-- // "[Chicago Alderman]"
	}
	return true
}

// besideTables cuts off what belongs to a role, a seat or a union of the
// tables, "[House Press] Secretary", and reports whether a name is left.
func (f *finder) besideTables(n *name) bool {
	sent := f.sentOf(n.first).First
	for k := n.last - 1; k >= max(n.first-3, sent); k-- {
		w := f.word(k)
		switch {
		case w.class&ClassRole != 0 && w.end > n.last && w.end > k+1:
			n.last = k
		case w.class&(ClassSeat|ClassBloc) != 0 && k < n.first && w.end > n.first:
			n.first = w.end
		}
		if n.first >= n.last {
			return false
		}
	}
	return true
}

// hyphenGiven takes the second half of a given name in: "Jun Young-[hyun]".
func (f *finder) hyphenGiven(n *name) {
	d := f.d
	if n.typ != token.PER || n.words() < 2 || !f.sameSent(n.last+1, n.first) || f.lower(n.last) != "-" ||
		d.Tokens[n.last].Is(token.SpaceBefore) {
		return
	}
	t := &d.Tokens[n.last+1]
	if !t.Is(token.SpaceBefore) && !t.Is(token.Capital) && t.Ent == token.None && f.word(n.last+1).class == 0 &&
		(nominal(t.UPOS) || t.UPOS == token.X) {
		n.last += 2
	}
}

// withParticle takes a capital particle before a person's name in, "[Mayor] Da
// Silva Pinto", and the second family name that "e" joins: "Souza e Silva".
func (f *finder) withParticle(n *name) {
	if n.typ != token.PER {
		return
	}
	d := f.d
	if k := n.first - 1; f.sameSent(k, n.first) && d.Tokens[k].Is(token.Capital) && d.Tokens[k].Ent == token.None && Particle(f.lower(k)) &&
		f.nameAt[k] == 0 && (k > f.sentOf(k).First || d.Tokens[k].UPOS == token.PROPN) {
		n.first = k
	}
	if k := n.last; f.sameSent(k+1, n.first) && f.lower(k) == "e" && !d.Tokens[k].Is(token.Capital) && d.Tokens[k+1].Is(token.Capital) {
		if e := d.Tokens[k+1].Ent; e != token.None && d.Ents[e].Type == token.PER && d.Ents[e].First == k+1 {
			n.last = d.Ents[e].Last
		}
	}
}

// hyphenPair adds two persons whom a hyphen joins, "Holm-Brandt", when the
// text names both elsewhere.
func (f *finder) hyphenPair(n name) bool {
	if n.words() != 3 || n.typ != token.PER && n.typ != token.MISC && n.typ != token.ORG {
		return false
	}
	i := n.first + 1
	if l := f.lower(i); l != "-" && l != "–" || !f.aloneElsewhere(i-1) || !f.aloneElsewhere(i+1) {
		return false
	}
	a, b := n, n
	a.last, b.first = i, i+1
	a.become(token.PER, 0, fromHyphen)
	b.become(token.PER, 0, fromHyphen)
	f.addName(a)
	f.addName(b)
	return true
}

// noBody reports whether a name is of a disease, a storm, a law or the like,
// which models take for bodies.
func (f *finder) noBody(n *name) bool {
	return (n.typ == token.ORG || n.typ == token.MISC) && f.is(n.last-1, classNoBody)
}

// maxElsewhere bounds how many entities aloneElsewhere looks at.
const maxElsewhere = 400

// aloneElsewhere reports whether the word of token i is, by itself or as the
// last word, a person's name elsewhere.
func (f *finder) aloneElsewhere(i int32) bool {
	w := f.lower(i)
	for j := range f.d.Ents[:min(len(f.d.Ents), maxElsewhere+2)] {
		e := &f.d.Ents[j]
		if e.Type == token.PER && (e.Last <= i || e.First > i) && f.lower(e.Last-1) == w {
			return true
		}
	}
	return false
}

// stripTitles moves the start of a person's name past titles and roles that
// the entity covers: "President Obama".
func (f *finder) stripTitles(n *name) {
	for n.words() > 1 {
		w := f.word(n.first)
		if w.class&ClassPlural != 0 && w.class&(ClassRole|ClassGroup) != 0 && w.end < n.last {
			n.first = w.end // "Republicans Jolly and ..."
			continue
		}
		if w.class&(ClassTitle|ClassRole) == 0 || w.end >= n.last || w.end == 0 || w.class&ClassPlural != 0 {
			return
		}
		if w.class&ClassTitle == 0 && w.class&ClassOffice == 0 && f.given(n.first) {
			return
		}
		n.first = w.end
	}
}
