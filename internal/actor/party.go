package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// party reads a party and a state behind a name: "(R-Texas)", "(D)",
// ", D-Mass.,", "(Labour)". It gives the token after it.
func (f *finder) party(i int32) (Role, int32, bool) {
	d := f.d
	bracket := f.lower(i) == "("
	if !bracket && f.lower(i) != "," || !f.sameSent(i+1, i) {
		return Role{}, 0, false
	}
	role, j, ok := f.partyAndState(i+1, bracket)
	if !ok || int(j) > len(d.Tokens) || !f.sameSent(j-1, i) {
		return Role{}, 0, false
	}
	role.Span = d.SpanOf(i+1, j)
	if bracket {
		if f.lower(j) != ")" {
			return Role{}, 0, false
		}
		j++
	}
	if len(role.Party) == 1 || role.Party == "GOP" || role.Party == "Dem" {
		role.Country = "US"
	}
	return role, j, true
}

// partyAndState reads party and state from token j on, and gives the token
// after them.
func (f *finder) partyAndState(j int32, bracket bool) (role Role, end int32, ok bool) {
	t := &f.d.Tokens[j]
	text := f.d.Word(j)
	letter, rest, joined := cutHyphen(text)
	switch {
	case joined && partyLetter(letter): // "R-Texas" in one token
		role.Party = letter
		role.Of = token.Span{Start: t.Start + int32(len(text)-len(rest)), End: t.End}
		return role, j + 1, true
	case partyLetter(text):
		role.Party = text
		j++
		if l := f.lower(j); !dash(l) && (!bracket || l != ",") {
			return role, j, bracket
		}
		j = f.stateOf(&role, j+1)
		for role.Of.Len() > 0 && f.capitalAt(j) && (bracket || !f.d.Tokens[j].Is(token.Punct)) {
			role.Of.End = f.d.Tokens[j].End
			j++
		}
		return role, j, true
	case bracket && listed(strings.ToLower(text), classPartyName):
		role.Party = text
		j++
		if l := f.lower(j); l == "," || l == "-" {
			j = f.stateOf(&role, j+1)
		}
		return role, j, true
	}
	return Role{}, 0, false
}

// stateOf takes the capitalised word at token j as what the role is of, and
// gives the token after it.
func (f *finder) stateOf(r *Role, j int32) int32 {
	if !f.capitalAt(j) {
		return j
	}
	r.Of = f.d.Tokens[j].Span
	return j + 1
}

func (f *finder) capitalAt(i int32) bool {
	return int(i) < len(f.d.Tokens) && f.d.Tokens[i].Is(token.Capital)
}

func dash(s string) bool { return s == "-" || s == "–" || s == "—" || s == "--" }

var hyphens = [...]string{"-", "–", "—"}

func cutHyphen(s string) (letter, rest string, ok bool) {
	for _, h := range hyphens {
		if a, b, ok := strings.Cut(s, h); ok && b != "" {
			return a, b, true
		}
	}
	return "", "", false
}

// partyLetter reports whether s, as written, is a party's letter.
func partyLetter(s string) bool { return listed(s, classPartyLetter) }
