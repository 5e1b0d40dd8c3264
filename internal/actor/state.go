package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// sureState is how sure a mention of a country or its people is, in percent.
const sureState = 70

// states makes mentions of countries that act or are acted on, of peoples
// ("Russians"), and of capitals that speak for their government.
func (f *finder) states() {
	for i := range f.names {
		f.d.CheckAt(i)
		n := &f.names[i]
		w := f.word(n.first)
		if f.is(n.first-1, classContinent) && w.nation&(NationAdj|NationPeople) != 0 {
			continue // "Latin Americans"
		}
		if n.used || n.typ != token.LOC && n.typ != token.NORP || w.nation == 0 || w.natEnd != n.last {
			continue
		}
		m := Mention{Span: f.d.SpanOf(n.first, n.last), First: n.first, Last: n.last, Head: n.last - 1, Form: Name,
			Name: f.clean(n.first, n.last), Number: Sing, Country: w.iso, Score: sureState}
		m.Full = m.Span
		if f.country(&m, n, w) {
			n.used = true
			f.out = append(f.out, m)
		}
	}
}

// country makes m the country, its people or a person of it, and reports
// whether name n is one of them here.
func (f *finder) country(m *Mention, n *name, w *word) bool {
	tag := f.d.Tokens[n.last-1].UPOS
	switch modifier, named := f.modifier(n), w.nation&NationName != 0; {
	case named && !modifier:
		if c := f.placeCountry(m.Span); f.locative(n) || c != "" && c != w.iso {
			return false
		}
		m.Kind, m.Gender, m.Rule = State, Neut, "country-name"
		if w.iso == "US" {
			m.Name = strings.TrimPrefix(m.Name, "the ")
		}
	case w.nation&NationPeople != 0 && !named && nominal(tag) && !modifier:
		m.Kind, m.Number, m.Rule = Group, Plur, "people-of-country"
	case w.nation&NationPerson != 0 && !named && (tag != token.ADJ || f.verbAt(n.last)) && !modifier && f.onePerson(n) >= 0:
		m.Kind, m.Rule, m.Form = RoleOnly, "person-of-country", Nominal
		m.First = f.onePerson(n)
		m.Span = f.d.SpanOf(m.First, n.last)
		m.Full = m.Span
		m.Definite = f.lower(m.First) == "the"
	case w.nation&NationCapital != 0 && f.metonym(n):
		m.Kind, m.Gender, m.Rule, m.Metonym = State, Neut, "capital-for-state", true
	default:
		return false
	}
	return true
}

// onePerson is the article before the word n for a person of a country, or
// before the age that stands between them, "the 24-year-old Norwegian"; or None.
func (f *finder) onePerson(n *name) int32 {
	if strings.HasSuffix(f.lower(n.first), "ese") || f.lower(n.last) == "-" {
		return token.None // "the Chinese" are many
	}
	k := n.first - 1
	if f.lower(k) == "old" && f.lower(k-2) == "year" {
		k -= 5
	}
	if l := f.lower(k); l == "the" || l == "a" {
		return k
	}
	return token.None
}

// modifier reports whether name n stands before a noun that it modifies:
// "U.S. forces".
func (f *finder) modifier(n *name) bool {
	if !f.sameSent(n.last, n.first) {
		return false
	}
	t := &f.d.Tokens[n.last]
	if t.Lower == "-" && !t.Is(token.SpaceBefore) {
		return f.sameSent(n.last+1, n.first) && f.nameAt[n.last+1] == 0
	}
	last := &f.d.Tokens[n.last-1]
	if last.Head == token.None || last.Head < n.last || f.verbAt(last.Head) {
		return false
	}
	r := last.Rel.Base()
	return r == token.Amod || r == token.Compound || r == token.Flat
}

// maxList is how many names of a list locative goes back over.
const maxList = 20

// locative reports whether name n is only where something is, or whose it is,
// and neither acts nor is acted on.
func (f *finder) locative(n *name) bool {
	// "in Greece, Bulgaria and Italy": what stands before the list counts
	for range maxList {
		o, address := f.listedBefore(n)
		if address {
			return true
		}
		if o == nil {
			break
		}
		n = o
	}
	if f.sameSent(n.last, n.first) && f.possessive(n.last) {
		return f.sameSent(n.last+1, n.first) && placeNoun(f.lower(n.last+1))
	}
	i := n.first - 1
	if f.sameSent(i, n.first) && f.lower(i) == "the" {
		i--
	}
	if !f.sameSent(i, n.first) {
		return false
	}
	before := f.sameSent(i-1, n.first)
	switch f.lower(i) {
	case "at":
		return !before
	case "of":
		return !before || !f.is(i-1, classDeedNoun)
	case "to":
		return before && (f.motion(i-1) || f.sameSent(i-2, i) && f.motion(i-2))
	}
	return f.is(i, classLocative)
}

// listedBefore is the place before n in a list, or nil; or it tells that n is
// the country of an address: "Kyiv, Ukraine".
func (f *finder) listedBefore(n *name) (o *name, address bool) {
	i := n.first - 1
	for f.sameSent(i, n.first) && f.is(i, classListMark) {
		i--
	}
	if i == n.first-1 || !f.sameSent(i, n.first) || f.lower(i+1) == "the" && i+1 == n.first-1 {
		return nil, false
	}
	o = f.nameOn(i)
	if o == nil || o.typ != token.LOC {
		return nil, false
	}
	return o, f.lower(i+1) == "," && f.lower(n.first-1) == "," && f.word(o.first).nation&NationName == 0
}

// placeNoun reports whether w, behind "France's", makes it no more than where
// something is or how it ranks.
func placeNoun(w string) bool {
	return listed(w, classPlaceNoun) || strings.HasSuffix(w, "th") && len(w) > 5 // "eleventh"
}

// motion reports whether token i is a verb or noun of going, so that "to
// France" is where to.
func (f *finder) motion(i int32) bool { return listed(f.d.Tokens[i].Lemma, classMotion) }

// metonym reports whether a capital's name acts like its government: subject
// of a verb of saying or deciding, a side of "between ... and ...".
func (f *finder) metonym(n *name) bool {
	t := &f.d.Tokens[n.last-1]
	if t.Rel == token.OblAgent || t.Rel.Base() == token.Nsubj && t.Head != token.None && listed(f.d.Tokens[t.Head].Lemma, classActs) {
		return true
	}
	switch f.lower(n.first - 1) {
	case "with": // "talks with Tehran"
		return f.sameSent(n.first-2, n.first) && f.is(n.first-2, classTalks)
	case "between": // "between Moscow and Kyiv"
		return f.lower(n.last) == "and"
	case "and":
		o := f.nameOn(n.first - 2)
		return n.first > 3 && o != nil && f.lower(o.first-1) == "between"
	}
	return false
}
