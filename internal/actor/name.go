package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// origin is what found a name, or what last set its type right.
type origin uint8

const (
	fromEntity origin = iota // as the recogniser of names has it
	fromUser
	fromTitle
	fromOffice
	fromHyphen
	fromSurname
	fromNickname
	fromShort
	fromBodyWord
	fromBodyOf
	fromAcronym
	fromCountry
	fromDemonym
	fromCapital
	fromUnion
	fromSeat
	fromArmed
	fromMedia
)

// The names of the origins, which explain a mention and decide nothing.
var originNames = [...]string{
	fromEntity: "entity", fromUser: "user-actor", fromTitle: "title-before", fromOffice: "office-before",
	fromHyphen: "hyphen-pair", fromSurname: "surname-elsewhere", fromNickname: "nickname-inside",
	fromShort: "short-name", fromBodyWord: "body-word", fromBodyOf: "body-of", fromAcronym: "acronym",
	fromCountry: "country-name", fromDemonym: "demonym", fromCapital: "capital", fromUnion: "known-union",
	fromSeat: "seat-of-government", fromArmed: "known-armed-group", fromMedia: "known-media",
}

// name is a proper name: an entity, set right where the tables know better.
type name struct {
	first, last int32
	typ         token.EntType
	kind        Kind   // for bodies; 0 for persons until linked, and for places
	iso         string // country of a known body
	origin      origin
	score       uint8
	shared      int32 // plural role before a list of names that it is in, plus one, or 0
	before      int32 // phrase that tells what it is, plus one, or 0
	used        bool  // a mention was made of it
}

// How sure a name is that the tables or the text around it show, in percent:
// as often as such names were right in our own phrases for actors.
const (
	sureUser    = 95
	sureTable   = 80
	sureSeat    = 75
	sureTitle   = 75
	sureSurname = 75
	sureMedia   = 70
	sureBodyOf  = 65
	sureCapital = 60
)

func (n *name) words() int32 { return n.last - n.first }

func (n *name) become(t token.EntType, k Kind, from origin) { n.typ, n.kind, n.origin = t, k, from }

// nameOn is the name that covers token i, or nil.
func (f *finder) nameOn(i int32) *name {
	if i < 0 || int(i) >= len(f.nameAt) || f.nameAt[i] == 0 {
		return nil
	}
	return &f.names[f.nameAt[i]-1]
}

func (f *finder) findNames() {
	d := f.d
	f.nameAt = make([]int32, len(d.Tokens))
	f.userNames()
	for i := range d.Ents {
		d.CheckAt(i)
		e := &d.Ents[i]
		if e.First < e.Last && !f.skip(d.Tokens[e.First].Sent) && !ticker(d, e) {
			f.addEntity(e)
		}
	}
	f.agree()
	f.knownNames()
	f.acronyms()
	f.teams()
	f.orderNames()
}

// ticker reports whether e is part of a listing in brackets, "(NYSE: ACM)":
// the exchange does nothing there.
func ticker(d *token.Doc, e *token.Entity) bool {
	i, j := e.First-1, e.Last
	return i >= 0 && int(j)+1 < len(d.Tokens) && d.Tokens[i].Lower == "(" && d.Tokens[j].Lower == ":" && d.Tokens[j+1].Is(token.AllCaps)
}

// shortBodies makes a lone word a company where a company's name begins with
// it elsewhere, and a place where it was resolved to one.
func (f *finder) shortBodies(surname map[string]bool) {
	company, school := map[string]bool{}, map[string]bool{}
	for i := range f.names {
		f.d.CheckAt(i)
		n := &f.names[i]
		if n.typ == token.ORG && n.kind == Company && n.words() > 1 && f.word(n.first).nation == 0 {
			company[f.lower(n.first)] = true
		}
		if n.typ == token.ORG && n.words() == 2 && f.is(n.last-1, classSchool) {
			school[f.lower(n.first)] = true
		}
	}
	for i := range f.names {
		f.d.CheckAt(i)
		n := &f.names[i]
		l := f.lower(n.first)
		switch {
		case n.words() == 1 && school[l] && f.is(n.first-1, classAtSchool) && f.sameSent(n.first-1, n.first):
			n.become(token.ORG, Organisation, fromShort) // "Harrow School", "at Harrow"
		case n.words() != 1 || n.origin != fromEntity || surname[l] || n.typ != token.PER && n.typ != token.ORG && n.typ != token.MISC:
		case company[l]:
			n.become(token.ORG, Company, fromShort)
		case f.roleBefore(n.first):
		case f.placeAfterAll(n):
			n.typ, n.kind = token.LOC, 0
		}
	}
}

// roleBefore reports whether a title or role ends before token i.
func (f *finder) roleBefore(i int32) bool {
	if i == 0 {
		return false
	}
	b := f.word(i - 1).back
	return b != 0 && f.word(b-1).end == i
}

// placeAfterAll reports whether a lone word that was taken for a person or a
// body is a place: it was resolved to one, or stands in a list of them.
func (f *finder) placeAfterAll(n *name) bool {
	t := &f.d.Tokens[n.first]
	if !f.isPlace(t.Span) && !f.listedPlace(n) {
		return false
	}
	return n.typ == token.PER && !f.given(n.first) ||
		n.typ == token.ORG && n.kind == Organisation && !t.Is(token.AllCaps) && f.locative(n)
}

// listedPlace reports whether n stands behind a place in a list.
func (f *finder) listedPlace(n *name) bool {
	if l := f.lower(n.first - 1); l != "and" && l != "," || !f.sameSent(n.first-2, n.first) {
		return false
	}
	o := f.nameOn(n.first - 2)
	return o != nil && o.typ == token.LOC
}

// orderNames brings the names, which came in several runs, into text order.
func (f *finder) orderNames() {
	order := make([]name, 0, len(f.names))
	for i := int32(0); int(i) < len(f.nameAt); i++ {
		f.d.CheckAt(int(i))
		k := f.nameAt[i]
		if k == 0 {
			continue
		}
		n := f.names[k-1]
		if n.first != i {
			f.nameAt[i] = 0 // a part of a name that another swallowed
			continue
		}
		order = append(order, n)
		for ; i < n.last; i++ {
			f.nameAt[i] = int32(len(order))
		}
		i--
	}
	f.names = order
}

// addName adds n unless a name stands there.
func (f *finder) addName(n name) {
	for i := n.first; i < n.last; i++ {
		if f.nameAt[i] != 0 {
			return
		}
	}
	f.names = append(f.names, n)
	for i := n.first; i < n.last; i++ {
		f.nameAt[i] = int32(len(f.names))
	}
}

// userNames adds the names of the user's own actors, the longest first.
func (f *finder) userNames() {
	if f.o.Known.Len() == 0 {
		return
	}
	for i := int32(0); int(i) < len(f.d.Tokens); i++ {
		f.d.CheckAt(int(i))
		t := &f.d.Tokens[i]
		if !t.Is(token.Capital) && !t.Is(token.HasDigit) || f.skip(t.Sent) {
			continue
		}
		end, hit := f.userName(i)
		if end == 0 {
			continue
		}
		x := &f.o.Known.known[hit]
		n := name{first: i, last: end, typ: token.ORG, kind: x.Kind, iso: x.Country, origin: fromUser, score: sureUser}
		if x.Kind == Person {
			n.typ, n.kind = token.PER, 0
		}
		f.addName(n)
		i = end - 1
	}
}

// userName is the end of the longest of the user's names that begins at token
// i, or 0, and its actor.
func (f *finder) userName(i int32) (end, hit int32) {
	keys := f.o.Known.keys
	for j := i; j < i+10 && f.sameSent(j, i) && f.d.Tokens[j].End-f.d.Tokens[i].Start < 200; j++ {
		key := Fold(f.clean(i, j+1))
		at, ok := search(keys, key)
		if ok {
			end, hit = j+1, keys[at].i
		} else if at >= len(keys) || !strings.HasPrefix(keys[at].key, key) {
			break
		}
	}
	return end, hit
}

// correct sets the type and kind of a name right where the tables know it.
func (f *finder) correct(n *name) {
	w := f.word(n.first)
	known := w.end == n.last && f.correctBody(n, w) || w.natEnd == n.last && f.correctNation(n, w)
	if !known && n.typ == token.PER && n.words() >= 2 {
		if l := f.lower(n.last - 1); listed(l, classBodyTail) && (!f.given(n.first) || listed(l, classBusinessForm)) {
			n.become(token.ORG, f.bodyKind(n), fromBodyWord)
		}
	}
	if n.typ == token.ORG && n.kind == 0 {
		n.kind = f.bodyKind(n)
	}
}

// correctBody makes n the armed group, union, medium or seat that w says the
// whole of it is.
func (f *finder) correctBody(n *name, w *word) bool {
	c := w.class
	switch {
	case c&ClassArmed != 0 && c&ClassProper != 0:
		n.become(token.ORG, ArmedGroup, fromArmed)
		n.iso = w.canon
	case c&ClassBloc != 0:
		n.become(token.ORG, Organisation, fromUnion)
		n.iso = strings.TrimSuffix(w.canon, "*")
	case c&ClassMedia != 0 && c&ClassProper != 0 && n.typ != token.PER:
		n.become(token.ORG, Media, fromMedia)
	case c&ClassSeat != 0:
		n.become(token.ORG, Organisation, fromSeat)
		n.iso = w.canon
	default:
		return false
	}
	return true
}

// correctNation makes n the country, the capital or the people that w says
// the whole of it is.
func (f *finder) correctNation(n *name, w *word) bool {
	switch {
	case w.nation&NationName != 0:
		n.typ, n.iso, n.origin = token.LOC, w.iso, fromCountry
	case w.nation&NationCapital != 0 && (n.typ == token.ORG || n.typ == token.MISC || n.typ == token.PER && !f.given(n.first)):
		n.become(token.LOC, 0, fromCapital)
	case w.nation&(NationAdj|NationPerson|NationPeople) != 0 && n.typ != token.PER:
		n.typ, n.iso = token.NORP, w.iso
	default:
		return false
	}
	return true
}

// bodyKind is the kind of a named body, from its words.
func (f *finder) bodyKind(n *name) Kind {
	k := Organisation
	for i := n.first; i < n.last; i++ {
		w := f.word(i)
		if w.end > n.last || w.end == 0 {
			continue
		}
		c := w.class
		switch tail := i == n.last-1 && i > n.first; {
		case c&ClassProper != 0 && c&ClassMedia != 0 && i == n.first && w.end == n.last:
			return Media
		case c&ClassProper != 0 && c&ClassArmed != 0:
			return ArmedGroup
		case c&ClassOrgWord != 0 && c&ClassCompany != 0 && tail:
			k = Company
		case c&ClassOrgWord != 0 && c&ClassMedia != 0 && tail:
			k = Media
		case c&ClassOrg != 0 && c&ClassArmed != 0 && i == n.last-1:
			k = ArmedGroup
		}
	}
	return k
}

func (f *finder) given(i int32) bool {
	_, ok := GivenName(f.d.Word(i))
	return ok
}

// nameWord reports whether token i can be a word of a name by its capital.
func (f *finder) nameWord(i int32) bool {
	t := &f.d.Tokens[i]
	if !t.Is(token.Capital) || t.Is(token.Joined) {
		return false
	}
	return nominal(t.UPOS) || t.UPOS == token.ADJ || t.UPOS == token.X || t.UPOS == token.NoUPOS
}
