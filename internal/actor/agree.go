package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// listedPlace reports whether n stands behind a place in a list.
func (f *finder) listedPlace(n *name) bool {
	if l := f.lower(n.first - 1); l != "and" && l != "," || !f.sameSent(n.first-2, n.first) {
		return false
	}
	k := f.nameAt[n.first-2]
	return k != 0 && f.names[k-1].typ == token.LOC
}

// userNames adds the names of the user's own actors, the longest first.
func (f *finder) userNames() {
	d := f.d
	if f.o.Known.Len() == 0 {
		return
	}
	keys := f.o.Known.keys
	for i := int32(0); int(i) < len(d.Tokens); i++ {
		t := &d.Tokens[i]
		if !t.Is(token.Capital) && !t.Is(token.HasDigit) || f.skip(t.Sent) {
			continue
		}
		end, hit := int32(0), int32(0)
		for j := i; j < i+10 && f.sameSent(j, i) && d.Tokens[j].End-t.Start < 200; j++ {
			key := Fold(f.clean(i, j+1))
			at, ok := search(keys, key)
			if ok {
				end, hit = j+1, keys[at].i
			} else if at >= len(keys) || !strings.HasPrefix(keys[at].key, key) {
				break
			}
		}
		if end == 0 {
			continue
		}
		x := &f.o.Known.known[hit]
		n := name{first: i, last: end, typ: token.ORG, kind: x.Kind, iso: x.Country, rule: "user-actor", score: 95}
		if x.Kind == Person {
			n.typ, n.kind = token.PER, 0
		}
		f.addName(n)
		i = end - 1
	}
}

// agree carries what is known of a full name to the rest of the text: a lone
// word that is a person's last name elsewhere is that person's, also in
// another transliteration, whether it was found as something else or missed.
func (f *finder) agree() {
	d := f.d
	f.nicknames()
	// "Israel Katz": a given name that is a country's too
	for i := range f.names {
		n := &f.names[i]
		if n.typ != token.PER || !f.sameSent(n.first-1, n.first) || n.rule == "title-before" {
			continue
		}
		if k := f.nameAt[n.first-1]; k != 0 && f.names[k-1].typ == token.LOC && f.names[k-1].last == n.first && f.names[k-1].first == n.first-1 && f.given(n.first-1) {
			n.first--
			f.nameAt[n.first] = int32(i) + 1
		} else if k == 0 && f.words[n.first-1].nation&NationName != 0 && f.words[n.first-1].natEnd == n.first && d.Tokens[n.first-1].Is(token.Capital) && f.given(n.first-1) && n.last-n.first == 1 {
			n.first--
			f.nameAt[n.first] = int32(i) + 1
		}
	}
	last := map[string]bool{}
	skeletons := map[string]bool{}
	for i := range f.names {
		n := &f.names[i]
		if n.typ != token.PER || n.last-n.first < 2 {
			continue
		}
		w := f.lower(n.last - 1)
		if len(w) < 3 || strings.HasSuffix(w, ".") {
			continue
		}
		last[w] = true
		if len(w) >= 5 {
			skeletons[Skeleton(Fold(w))] = true
		}
	}
	f.shortBodies(last)
	if len(last) == 0 {
		return
	}
	for i := range f.names {
		n := &f.names[i]
		l := f.lower(n.last - 1)
		variant := n.last-n.first == 1 && n.typ != token.PER && n.kind <= Organisation && len(l) >= 5 && f.words[n.first].class == 0 && !f.isPlace(d.Tokens[n.first].Span) && skeletons[Skeleton(Fold(l))]
		if !last[l] && !variant || n.iso != "" {
			continue
		}
		switch w := &f.words[n.first]; {
		case n.typ != token.PER && n.last-n.first == 1 && (n.rule == "entity" && n.kind <= Organisation || n.rule == "known-media" || n.rule == "capital"):
		case n.last-n.first == 2 && n.rule == "entity" && !f.given(n.first) && (w.nation != 0 || w.class&ClassRole != 0 || n.typ != token.PER && w.class&ClassOrgWord == 0 && !strings.Contains(f.lower(n.first), "-")):
			// "[Democrat Clinton]", "[Wisconsin Trump ORG]"
			f.nameAt[n.first] = 0
			n.first++
		default:
			continue
		}
		n.typ, n.kind, n.rule = token.PER, 0, "surname-elsewhere"
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		i := int32(i)
		if f.nameAt[i] != 0 || !t.Is(token.Capital) || t.Is(token.Punct) || f.skip(t.Sent) {
			continue
		}
		w := &f.words[i]
		if !last[t.Lower] && (len(t.Lower) < 5 || t.UPOS != token.PROPN || w.class != 0 || w.nation != 0 || !skeletons[Skeleton(Fold(t.Lower))]) {
			continue
		}
		// "Brown University", "Baker Street": part of another name
		if f.sameSent(i+1, i) && d.Tokens[i+1].Is(token.Capital) && f.nameAt[i+1] == 0 && f.words[i+1].class&(ClassOrgWord|ClassOrg) != 0 || w.class&(ClassStop|headClasses) != 0 && (!f.tagged || t.UPOS != token.PROPN) || temporal(t.Lower) {
			continue
		}
		f.addName(name{first: i, last: i + 1, typ: token.PER, rule: "surname-elsewhere", score: 75})
	}
}

// nicknames joins "Robert “Bob” Tanner" to one name.
func (f *finder) nicknames() {
	d := f.d
	for i := range f.names {
		n := &f.names[i]
		if n.typ != token.PER || int(n.last)+3 >= len(d.Tokens) || !f.sameSent(n.last+3, n.first) {
			continue
		}
		q := n.last
		if !(d.Tokens[q].Is(token.QuoteMark) || f.lower(q) == "(") || !d.Tokens[q+1].Is(token.Capital) || !(d.Tokens[q+2].Is(token.QuoteMark) || f.lower(q) == "(" && f.lower(q+2) == ")") || !d.Tokens[q+3].Is(token.Capital) {
			continue
		}
		if f.words[q+3].class&(ClassStop|headClasses) != 0 || f.lower(q) == "(" && (f.nameAt[q+3] == 0 || partyLetter(d.Word(q+1))) {
			continue
		}
		end := q + 4
		if k := f.nameAt[q+3]; k != 0 {
			if f.names[k-1].typ != token.PER || f.names[k-1].first != q+3 {
				continue
			}
			end = f.names[k-1].last
		}
		for t := n.first; t < end; t++ {
			f.nameAt[t] = int32(i) + 1
		}
		n.last, n.rule = end, "nickname-inside"
	}
}
