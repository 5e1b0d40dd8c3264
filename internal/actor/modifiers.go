package actor

import (
	"github.com/dateline-go/dateline/internal/token"
)

// maxBefore is how many tokens before its head a phrase may begin.
const maxBefore = 14

// left takes the modifiers before the head in.
func (f *finder) left(p *phrase) {
	titled := f.namePER(p.hend) // before a name, trees are often wrong and the words are not
	for j := p.hstart - 1; f.sameSent(j, p.hstart) && p.hstart-j < maxBefore && f.take(p, j, titled); j = p.first - 1 {
	}
	// hyphens and coordinations cannot begin a phrase
	for p.first < p.hstart && (f.d.Tokens[p.first].Is(token.Punct) || f.pos(p.first) == token.CCONJ) {
		p.first++
	}
	f.quantity(p)
}

// take takes token j, the one before what p holds, into p if it belongs to it,
// and reports whether more may stand before it.
func (f *finder) take(p *phrase, j int32, titled bool) bool {
	if k := f.nameAt[j]; k != 0 {
		return f.takeName(p, k, j, titled)
	}
	if f.holdsStill(j, titled) {
		f.stand(p, j)
		return true
	}
	t := &f.d.Tokens[j]
	switch t.UPOS {
	case token.DET:
		f.takeDeterminer(p, j)
	case token.PRON:
		if t.XPOS == token.PRPS || listed(t.Lower, classPossessive) {
			p.first, p.poss, p.definite, p.bare = j, j, true, false
		}
	case token.PART, token.AUX:
		if f.possessive(j) && j != f.sentOf(j).First {
			f.takePossessor(p, j)
		}
	case token.ADJ, token.NOUN, token.PROPN:
		return f.takeNoun(p, j, titled)
	case token.NUM:
		p.first, p.bare = j, false
		if n := f.number(j); n > 0 && p.count == 0 {
			p.count = n
		}
		return true
	case token.VERB:
		if t.Rel == token.Amod && f.modifies(j, p.hend) {
			p.first = j
			return true
		}
	case token.ADV, token.ADP, token.SYM:
		return f.takeAdverb(p, j)
	case token.CCONJ:
		return f.takeNation(p, j)
	case token.PUNCT:
		// "far-right"
		if (t.Lower == "-" || t.Lower == "–") && j+1 == p.first && !t.Is(token.SpaceBefore) && f.sameSent(j-1, j) && f.nameAt[j-1] == 0 {
			p.first = j - 1
			return true
		}
	}
	return false
}

// takeName takes name number k of the names, which ends at token j.
func (f *finder) takeName(p *phrase, k, j int32, titled bool) bool {
	n := &f.names[k-1]
	if !titled && n.typ != token.NORP && !f.partOf(n, p.hend) || n.typ == token.PER && n.last-1 != j {
		return false
	}
	f.owner(p, n, k)
	p.bare = false
	p.first = n.first
	return true
}

// holdsStill reports whether token j tells how a role holds: "former",
// "acting". "Late", "past" and "then" are often something else.
func (f *finder) holdsStill(j int32, titled bool) bool {
	l := f.lower(j)
	if l == "late" || l == "then" {
		return f.pos(j-1) == token.DET || titled && l == "then"
	}
	return f.word(j).class&ClassMod != 0 && l != "past"
}

func (f *finder) stand(p *phrase, j int32) {
	switch c := f.word(j).class; {
	case c&ClassFormer != 0:
		p.standing = Former
	case c&ClassActing != 0:
		p.standing = Acting
	case c&ClassElect != 0:
		p.standing = Elect
	}
	p.first = j
}

func (f *finder) takeDeterminer(p *phrase, j int32) {
	p.first, p.bare = j, false
	switch {
	case f.is(j, classDefinite):
		p.definite = true
	case f.is(j, classNegative):
		p.negated = true
	}
}

// takePossessor takes the possessive mark j and what stands before it.
func (f *finder) takePossessor(p *phrase, j int32) {
	p.definite, p.bare = true, false
	p.first = j
	if k := f.nameAt[j-1]; k != 0 {
		n := &f.names[k-1]
		p.first = n.first
		f.owner(p, n, k)
		if f.lower(p.first-1) == "the" {
			p.first--
		}
		return
	}
	// "the company's chief executive"
	for q, n := j-1, 0; n < 5 && f.sameSent(q, j); q, n = q-1, n+1 {
		pos := f.pos(q)
		opens := pos == token.DET || pos == token.PRON
		if !opens && !nominal(pos) && pos != token.ADJ && pos != token.NUM && f.nameAt[q] == 0 {
			break
		}
		p.first = q
		if opens {
			break
		}
	}
	if p.first < j {
		p.of = f.d.SpanOf(p.first, j)
	}
}

// takeNoun takes the adjective or noun j.
func (f *finder) takeNoun(p *phrase, j int32, titled bool) bool {
	t := &f.d.Tokens[j]
	if j+1 == p.first && f.lower(j+1) == "than" && listed(t.Lower, classComparative) {
		p.first = j
		return true
	}
	if temporal(t.Lower) && f.lower(j+1) != "-" || !(titled && t.UPOS != token.NOUN) && !f.modifies(j, p.hend) {
		return false
	}
	if p.deputy == "" && listed(t.Lower, classDeputy) {
		p.deputy = t.Lower
	}
	p.first = j
	return true
}

// takeAdverb takes what grades a modifier or a number: "far-right", "at least
// 300", "more than 20", "up to five".
func (f *finder) takeAdverb(p *phrase, j int32) bool {
	if j+1 != p.first {
		return false
	}
	t, l := &f.d.Tokens[j], f.lower(j+1)
	hyphen := f.lower(j-1) == "-" && !f.d.Tokens[j-1].Is(token.SpaceBefore) && t.UPOS == token.ADV
	graded := t.Lower == "at" && (l == "least" || l == "most") ||
		l == "than" && listed(t.Lower, classComparative) ||
		l == "to" && (t.Lower == "up" || t.Lower == "close")
	if !hyphen && !graded && !f.grades(j) {
		return false
	}
	p.first = j
	return true
}

// grades reports whether j is an adverb of the adjective, or an approximator
// of the numeral, behind it.
func (f *finder) grades(j int32) bool {
	t := &f.d.Tokens[j]
	switch f.pos(j + 1) {
	case token.ADJ:
		return t.UPOS != token.ADP
	case token.VERB:
		return t.UPOS != token.ADP && f.d.Tokens[j+1].Rel == token.Amod
	case token.NUM:
		return listed(t.Lower, classApproximator) && (t.Lower != "to" || f.lower(j-1) == "up" || f.lower(j-1) == "close")
	}
	return false
}

// takeNation takes "and" between two nations in: "U.S. and Russian officials".
func (f *finder) takeNation(p *phrase, j int32) bool {
	o := f.nameOn(j - 1)
	if f.lower(j) != "and" || o == nil || o.typ != token.NORP && o.typ != token.LOC || f.word(j+1).nation == 0 || !p.plural() {
		return false
	}
	p.first = j
	return true
}

// owner notes name n, number k of the names plus one, as what p belongs to.
func (f *finder) owner(p *phrase, n *name, k int32) {
	if p.ofName == 0 || f.names[p.ofName-1].typ == token.NORP {
		p.of, p.ofName = f.d.SpanOf(n.first, n.last), k
	}
	if p.country == "" {
		p.country = f.nameCountry(n)
	}
}

// modifies reports whether token j is part of the noun phrase that ends
// before end.
func (f *finder) modifies(j, end int32) bool {
	for i, n := j, 0; n < 4; n++ {
		h := f.d.Tokens[i].Head
		if h == token.None {
			return false
		}
		if h > j && h < end {
			return true
		}
		if o := f.nameOn(h); o != nil && h >= end && o.first == end {
			return true // the title's name is the head of it all
		}
		if h < j {
			return false
		}
		switch f.d.Tokens[i].Rel.Base() {
		case token.Nsubj, token.Obj, token.Obl:
			return false
		}
		i = h
	}
	return false
}

// partOf reports whether name n can modify a phrase that ends before end.
func (f *finder) partOf(n *name, end int32) bool {
	if n.iso != "" && f.word(n.first).nation&NationName == 0 {
		return true
	}
	for i := n.first; i < n.last; i++ {
		h := f.d.Tokens[i].Head
		if h >= n.last || h == token.None {
			return f.modifies(i, end)
		}
		if h < n.first {
			return false
		}
	}
	return false
}

// quantity takes "hundreds of", "a group of", "one of" before a phrase in.
func (f *finder) quantity(p *phrase) {
	j := p.first - 1
	if !f.sameSent(j, p.first) || f.lower(j) != "of" || !f.sameSent(j-1, p.first) {
		return
	}
	q := wordTable.Find(f.lower(j - 1))
	switch {
	case q.Has(classQuantity):
		f.quantify(p, q.Has(classGathering), f.lower(j-1) == "members")
	case q.Has(classOneOf) && p.plural():
		p.class &^= ClassPlural
		if p.class&ClassRole != 0 {
			p.class &^= ClassArmed | ClassOrg
		}
		p.count, p.definite = 1, false
	default:
		return
	}
	for k := len(f.phrases) - 1; k >= 0 && f.phrases[k].hend >= j; k-- {
		if f.phrases[k].hend == j {
			f.phrases[k].used = true // "a group of countries" is one
		}
	}
	p.first = j - 1
	if f.lower(j-1) == "thousands" && f.lower(j-2) == "of" && (f.lower(j-3) == "tens" || f.lower(j-3) == "hundreds") {
		p.first = j - 3
	}
	for f.sameSent(p.first-1, p.hstart) && p.first > j-5 && (f.pos(p.first-1) == token.DET || f.pos(p.first-1) == token.ADJ) {
		p.first--
	}
}

// quantify makes p many: a gathering of people, or members of a body.
func (f *finder) quantify(p *phrase, gathering, members bool) {
	p.class |= ClassPlural
	p.bare = false
	if gathering {
		p.class |= ClassGroup
	}
	if members {
		p.class = p.class&^(ClassOrg|ClassCompany|ClassMedia|ClassArmed) | ClassGroup
	}
}

// right takes what follows the head with a preposition in.
func (f *finder) right(p *phrase) {
	if !f.sameSent(p.hend+1, p.hstart) || !f.governs(p) {
		return
	}
	end, nm := f.complement(p.hend + 1)
	if end == p.hend+1 {
		return
	}
	p.last = end
	p.bare = false
	if nm == 0 {
		if p.of.Len() == 0 {
			p.of = f.d.SpanOf(p.hend+1, end)
		}
		return
	}
	n := &f.names[nm-1]
	prep := f.lower(p.hend)
	// the body after "of" is what the office belongs to, whatever stands before
	if prep != "to" || p.ofName == 0 {
		p.of, p.ofName = f.d.SpanOf(n.first, n.last), nm
	}
	if p.country == "" || n.iso != "" && n.typ == token.LOC {
		if c := f.nameCountry(n); c != "" && (prep == "of" || prep == "in" || p.country == "") {
			p.country = c
		}
	}
}

// secondField takes the rest of an office's fields in: "Minister of Foreign
// Affairs and Overseas Trade".
func (f *finder) secondField(p *phrase) {
	end := p.last + 1
	if p.class&ClassOffice == 0 || f.lower(p.last) != "and" || !f.sameSent(end, p.hstart) || !f.d.Tokens[p.last-1].Is(token.Capital) {
		return
	}
	for f.sameSent(end, p.hstart) && end < p.last+4 && f.nameCapital(end) && f.word(end).class&(headClasses|ClassTitle) == 0 &&
		f.word(end).nation == 0 && !f.namePER(end) && nominalOrAdj(f.pos(end)) {
		end++
	}
	if end > p.last+1 && f.closes(end) {
		p.last = end
	}
}

func nominalOrAdj(p token.UPOS) bool { return nominal(p) || p == token.ADJ }

// governs reports whether the preposition behind the head of p tells what it
// is of: "head of", "spokesman for", "envoy to", but not "officials for".
func (f *finder) governs(p *phrase) bool {
	person := p.class&(ClassRole|ClassKin) != 0
	n := f.nameOn(p.hend + 1)
	switch f.lower(p.hend) {
	case "of":
		return p.class&ClassGroup == 0 || person || p.class&ClassOrg != 0 || n != nil || f.lower(p.hend+1) == "the"
	case "for":
		return person && p.class&(ClassOrg|ClassGroup) == 0 && (!p.plural() || p.class&ClassOffice != 0)
	case "to":
		return person && listed(p.canon, classOfficeTo)
	case "at", "with":
		if n == nil {
			return person && !p.plural() && f.lower(p.hend+1) == "the"
		}
		return person && n.typ != token.PER
	case "from":
		return person && n != nil
	case "in":
		return person && p.class&ClassOffice != 0 && n != nil && n.typ != token.PER
	}
	return false
}

// maxComplement is how many tokens behind a preposition a phrase may reach.
const maxComplement = 16

// complement is the end of the noun phrase that begins at token i, and the
// first name in it (index plus one).
func (f *finder) complement(i int32) (end, nm int32) {
	end = i
	noun := false
	for j := i; f.sameSent(j, i) && j-i < maxComplement; {
		if k := f.nameAt[j]; k != 0 {
			n := &f.names[k-1]
			if noun && n.typ == token.PER && n.first == j && f.word(j-1).class == 0 && f.lower(j-1) != "of" && f.lower(j-1) != "and" {
				break
			}
			if nm == 0 {
				nm = k
			}
			j = n.last
			end, noun = j, true
			continue
		}
		switch {
		case nominal(f.pos(j)):
			if noun && temporal(f.lower(j)) {
				return end, nm
			}
			noun = true
			j++
			end = j
		case f.possessive(j) && noun:
			noun = false
			j++
		case noun && f.hyphened(j): // "the state-owned giant Sonatrach"
			noun = false
			j += 2
		case f.within(j, noun):
			j++
		default:
			if !noun && j > i && f.pos(j-1) == token.NUM {
				end = j // "mother of four"
			}
			return end, nm
		}
	}
	return end, nm
}

// hyphened reports whether token j is a hyphen that makes one modifier of the
// words on both sides.
func (f *finder) hyphened(j int32) bool {
	return f.lower(j) == "-" && !f.d.Tokens[j].Is(token.SpaceBefore) && f.sameSent(j+1, j) && !f.d.Tokens[j+1].Is(token.SpaceBefore) &&
		f.nameAt[j+1] == 0
}

// within reports whether token j, no noun, may stand inside a complement,
// behind a noun of it or before the first.
func (f *finder) within(j int32, noun bool) bool {
	d := f.d
	t := &d.Tokens[j]
	if t.UPOS == token.DET || t.UPOS == token.ADJ || t.UPOS == token.NUM || t.UPOS == token.PRON && t.XPOS == token.PRPS {
		if l := f.lower(j - 1); !noun || l == "of" || l == "and" || l == "'s" {
			return true
		}
	}
	switch t.Lower {
	case "-":
		return !t.Is(token.SpaceBefore)
	case "of":
		return noun
	case "and":
		return noun && int(j)+1 < len(d.Tokens) && d.Tokens[j+1].Is(token.Capital) && d.Tokens[j-1].Is(token.Capital) && !f.namePER(j+1)
	case "&":
		return true
	}
	return false
}

// Definite reports whether w, in lower case, begins a noun phrase that refers
// back or to what is known: "the", "this", a possessive.
func Definite(w string) bool {
	e := wordTable.Find(w)
	return e.Has(classDefinite) || e.Has(classPossessive)
}
