package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// surnames are the last names of those whom the text names in full.
type surnames struct {
	words     map[string]bool // as written, lower-case
	skeletons map[string]bool // of the longer ones, for other spellings
}

// variant reports whether w is one of the surnames in another spelling.
func (s *surnames) variant(w string) bool { return len(w) >= 5 && s.skeletons[Skeleton(Fold(w))] }

// agree carries what is known of a full name to the rest of the text: a lone
// word that is a person's last name elsewhere is that person's, also in
// another transliteration, whether it was found as something else or missed.
func (f *finder) agree() {
	f.nicknames()
	f.countryGiven()
	s := f.surnames()
	f.shortBodies(s.words)
	if len(s.words) == 0 {
		return
	}
	f.mistaken(&s)
	f.missed(&s)
}

// countryGiven takes a given name in that is a country's too: "Israel Katz".
func (f *finder) countryGiven() {
	for i := range f.names {
		f.d.CheckAt(i)
		n := &f.names[i]
		b := n.first - 1
		if n.typ != token.PER || !f.sameSent(b, n.first) || n.origin == fromTitle || !f.given(b) {
			continue
		}
		o, w := f.nameOn(b), f.word(b)
		place := o != nil && o.typ == token.LOC && o.last == n.first && o.words() == 1
		country := o == nil && w.nation&NationName != 0 && w.natEnd == n.first && f.d.Tokens[b].Is(token.Capital) && n.words() == 1
		if place || country {
			n.first--
			f.nameAt[n.first] = int32(i) + 1
		}
	}
}

func (f *finder) surnames() surnames {
	s := surnames{map[string]bool{}, map[string]bool{}}
	for i := range f.names {
		f.d.CheckAt(i)
		n := &f.names[i]
		if n.typ != token.PER || n.words() < 2 {
			continue
		}
		w := f.lower(n.last - 1)
		if len(w) < 3 || strings.HasSuffix(w, ".") {
			continue
		}
		s.words[w] = true
		if len(w) >= 5 {
			s.skeletons[Skeleton(Fold(w))] = true
		}
	}
	return s
}

// mistaken makes persons of names that were taken for something else.
func (f *finder) mistaken(s *surnames) {
	for i := range f.names {
		f.d.CheckAt(i)
		n := &f.names[i]
		l := f.lower(n.last - 1)
		variant := n.words() == 1 && n.typ != token.PER && n.kind <= Organisation && f.word(n.first).class == 0 &&
			!f.isPlace(f.d.Tokens[n.first].Span) && s.variant(l)
		if !s.words[l] && !variant || n.iso != "" {
			continue
		}
		switch {
		case n.words() == 1 && n.typ != token.PER && n.yields():
		case n.words() == 2 && n.origin == fromEntity && f.strayWord(n):
			// "[Democrat Clinton]", "[Wisconsin Brandt ORG]"
			f.nameAt[n.first] = 0
			n.first++
		default:
			continue
		}
		n.become(token.PER, 0, fromSurname)
	}
}

// yields reports whether what found n counts for less than a surname.
func (n *name) yields() bool {
	return n.origin == fromEntity && n.kind <= Organisation || n.origin == fromMedia || n.origin == fromCapital
}

// strayWord reports whether the first of n's two words is no part of a name
// that ends with a surname.
func (f *finder) strayWord(n *name) bool {
	if f.given(n.first) {
		return false
	}
	w := f.word(n.first)
	return w.nation != 0 || w.class&ClassRole != 0 ||
		n.typ != token.PER && w.class&ClassOrgWord == 0 && !strings.Contains(f.lower(n.first), "-")
}

// missed adds the lone surnames that no name covers.
func (f *finder) missed(s *surnames) {
	d := f.d
	for i := range d.Tokens {
		d.CheckAt(i)
		t := &d.Tokens[i]
		i := int32(i)
		if f.nameAt[i] != 0 || !t.Is(token.Capital) || t.Is(token.Punct) || f.skip(t.Sent) {
			continue
		}
		w := f.word(i)
		if !s.words[t.Lower] && (t.UPOS != token.PROPN || w.class != 0 || w.nation != 0 || !s.variant(t.Lower)) {
			continue
		}
		if f.beforeBodyWord(i) || w.class&(ClassStop|headClasses) != 0 && t.UPOS != token.PROPN || temporal(t.Lower) {
			continue
		}
		f.addName(name{first: i, last: i + 1, typ: token.PER, origin: fromSurname, score: sureSurname})
	}
}

// beforeBodyWord reports whether token i is part of another name: "Brown
// University".
func (f *finder) beforeBodyWord(i int32) bool {
	return f.sameSent(i+1, i) && f.d.Tokens[i+1].Is(token.Capital) && f.nameAt[i+1] == 0 && f.word(i+1).class&(ClassOrgWord|ClassOrg) != 0
}

// nicknames joins "Robert “Bob” Tanner" to one name.
func (f *finder) nicknames() {
	for i := range f.names {
		f.d.CheckAt(i)
		n := &f.names[i]
		if n.typ != token.PER || !f.nicknameAt(n.last) || f.class(n.last+3)&(ClassStop|headClasses) != 0 {
			continue
		}
		q := n.last
		o := f.nameOn(q + 3)
		if f.lower(q) == "(" && (o == nil || partyLetter(f.d.Word(q+1))) {
			continue
		}
		end := q + 4
		if o != nil {
			if o.typ != token.PER || o.first != q+3 {
				continue
			}
			end = o.last
		}
		for t := n.first; t < end; t++ {
			f.nameAt[t] = int32(i) + 1
		}
		n.last, n.origin = end, fromNickname
	}
}

// nicknameAt reports whether one capitalised word in quotation marks or
// brackets stands at token q, and a capitalised one behind it.
func (f *finder) nicknameAt(q int32) bool {
	d := f.d
	if int(q)+3 >= len(d.Tokens) || !f.sameSent(q+3, q-1) || !d.Tokens[q+1].Is(token.Capital) || !d.Tokens[q+3].Is(token.Capital) {
		return false
	}
	open, shut := &d.Tokens[q], &d.Tokens[q+2]
	if open.Lower == "(" {
		return shut.Lower == ")" || shut.Is(token.QuoteMark)
	}
	return open.Is(token.QuoteMark) && shut.Is(token.QuoteMark)
}
