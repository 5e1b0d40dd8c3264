package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// knownNames adds bodies, countries and their people that the tables know and
// the entities missed.
func (f *finder) knownNames() {
	for i := range f.d.Tokens {
		f.d.CheckAt(i)
		t := &f.d.Tokens[i]
		i := int32(i)
		if f.nameAt[i] != 0 || !t.Is(token.Capital) || f.skip(t.Sent) {
			continue
		}
		w := f.word(i)
		switch {
		case w.nation&(NationName|NationAdj|NationPerson|NationPeople) != 0 && w.natEnd >= w.end:
			f.addNation(i, w)
		case f.addKnownBody(i, w):
		case w.nation&NationCapital != 0:
			f.addName(name{first: i, last: w.natEnd, typ: token.LOC, origin: fromCapital, score: sureCapital})
		case f.chamber(i):
			f.addName(name{first: i, last: i + 1, typ: token.ORG, kind: Organisation, origin: fromBodyWord, score: sureBodyOf})
		case w.class&ClassOrgWord != 0 && (f.lower(i+1) == "for" || f.lower(i+1) == "of"):
			f.bodyOf(i)
		}
	}
}

func (f *finder) addNation(i int32, w *word) {
	n := name{first: i, last: w.natEnd, typ: token.NORP, iso: w.iso, origin: fromDemonym, score: sureTable}
	if w.nation&NationName != 0 {
		n.typ, n.origin = token.LOC, fromCountry
	}
	f.addName(n)
}

// addKnownBody adds the union, seat, armed group or medium at token i, if its
// name is no usual word too.
func (f *finder) addKnownBody(i int32, w *word) bool {
	t := &f.d.Tokens[i]
	c := w.class
	long := w.end > i+1
	clear := long || t.Is(token.AllCaps) || len(t.Lower) > 4
	n := name{first: i, last: w.end, typ: token.ORG, kind: Organisation, iso: w.canon, score: sureTable}
	switch {
	case c&ClassBloc != 0 && clear:
		n.origin, n.iso = fromUnion, strings.TrimSuffix(w.canon, "*")
	case c&ClassSeat != 0 && (long || w.canon != "" && clear):
		n.origin, n.score = fromSeat, sureSeat
	case c&ClassProper == 0:
		return false
	case c&ClassArmed != 0 && clear:
		n.origin, n.kind = fromArmed, ArmedGroup
	case c&ClassMedia != 0 && (long || t.Is(token.AllCaps) || listed(t.Lower, classAgency)):
		n.origin, n.kind, n.iso, n.score = fromMedia, Media, "", sureMedia
	default:
		return false
	}
	f.addName(n)
	return true
}

// teams makes names of the last word of teams' names that stands alone: the
// "Sharks" of a text on the "Bergen Sharks".
func (f *finder) teams() {
	known := map[string]*name{}
	for i := range f.names {
		f.d.CheckAt(i)
		n := &f.names[i]
		if n.typ != token.ORG || n.words() < 2 || n.words() > 4 || len(known) >= maxAcronyms || f.nameAt[n.first] != int32(i)+1 {
			continue
		}
		if l := f.lower(n.last - 1); f.teamWord(n.last-1) && f.nameCapital(n.last-2) {
			known[l] = n
		}
	}
	if len(known) == 0 {
		return
	}
	var found []name // which moves the names
	for j := range f.d.Tokens {
		f.d.CheckAt(j)
		t := &f.d.Tokens[j]
		if f.nameAt[j] != 0 || t.UPOS != token.PROPN || f.skip(t.Sent) || !f.teamWord(int32(j)) {
			continue
		}
		if n := known[t.Lower]; n != nil {
			found = append(found, name{first: int32(j), last: int32(j) + 1, typ: token.ORG, kind: n.kind, origin: fromShort, score: sureSurname})
		}
	}
	for i := range found {
		f.addName(found[i])
	}
}

// leastTeam is how many letters a team's name has at least.
const leastTeam = 5

// teamWord reports whether token i can be the name of a team: a plural that the
// tables know as nothing else.
func (f *finder) teamWord(i int32) bool {
	t := &f.d.Tokens[i]
	w := f.word(i)
	return t.Is(token.Capital) && len(t.Lower) >= leastTeam && (t.XPOS == token.NNPS || t.XPOS == token.NNP) && w.nation == 0 &&
		w.class&(headClasses|ClassOrgWord|ClassTitle|ClassStop|ClassMod) == 0 && !strings.HasSuffix(t.Lower, "ss") &&
		(strings.HasSuffix(t.Lower, "s") || strings.HasSuffix(t.Lower, "x"))
}

// chamber reports whether token i, with a capital in running text, is a house of
// parliament: "the House voted".
func (f *finder) chamber(i int32) bool {
	if !f.is(i, classChamber) || i == 0 || !f.sameSent(i-1, i) || f.lower(i-1) != "the" && f.lower(i-1) != "this" ||
		f.d.Tokens[i].Is(token.AllCaps) || f.d.Sents[f.d.Tokens[i].Sent].Kind != token.Body {
		return false
	}
	if f.sameSent(i+1, i) {
		next := &f.d.Tokens[i+1]
		return !next.Is(token.Capital) && f.nameAt[i+1] == 0 && next.Lower != "of" && next.Lower != "-"
	}
	return true
}

// maxAcronyms bounds how many acronyms in brackets are looked for in a text.
const maxAcronyms = 50

// acronyms makes names of what stands in brackets behind a body's name:
// "Alternative for Germany (AfD)".
func (f *finder) acronyms() {
	d := f.d
	seen := 0
	for i := 0; i < len(f.names) && seen < maxAcronyms; i++ {
		n := &f.names[i]
		if n.typ != token.ORG || int(n.last)+2 >= len(d.Tokens) || f.lower(n.last) != "(" || f.lower(n.last+2) != ")" || f.nameAt[n.last+1] != 0 {
			continue
		}
		s := d.Word(n.last + 1)
		if len(s) < 2 || len(s) > 8 || !isUpper(s[0]) || !isUpper(s[len(s)-1]) {
			continue
		}
		seen++
		for j := range d.Tokens {
			d.CheckAt(j)
			t := &d.Tokens[j]
			if t.Len() == len(s) && d.Str(t.Span) == s && f.nameAt[j] == 0 && !f.skip(t.Sent) {
				f.addName(name{first: int32(j), last: int32(j) + 1, typ: token.ORG, kind: f.names[i].kind, origin: fromAcronym, score: sureTable})
			}
		}
	}
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

// bodyOf makes a name of "Institute for the Study of Peace" at token i when
// nothing in it is a name yet.
func (f *finder) bodyOf(i int32) {
	end := i + 1
	for j := i + 1; f.sameSent(j, i) && j < i+10; j++ {
		if n := f.nameOn(j); n != nil && n.typ == token.LOC && n.first == j && f.is(i, classOfPlace) && end == i+1 {
			end = n.last // "University of Oslo": no more of the name is behind a place
			break
		}
		if f.nameAt[j] != 0 {
			break
		}
		if f.nameCapital(j) {
			end = j + 1
		} else if !f.is(j, classBodyJoiner) {
			break
		}
	}
	if end < i+3 {
		return
	}
	first := i
	for f.sameSent(first-1, i) && f.nameAt[first-1] == 0 && f.nameCapital(first-1) && f.word(first-1).class&ClassStop == 0 && first > i-3 {
		first--
	}
	n := name{first: first, last: end, typ: token.ORG, origin: fromBodyOf, score: sureBodyOf}
	n.kind = f.bodyKind(&n)
	for j := i; j < end; j++ {
		f.nameAt[j] = 0 // the place is a part of it
	}
	f.addName(n)
}

func (f *finder) nameCapital(i int32) bool {
	t := &f.d.Tokens[i]
	return t.Is(token.Capital) && !t.Is(token.Punct)
}
