package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// party reads a party and a state behind a name: "(R-Texas)", "(D)",
// ", D-Mass.,", "(Labour)". It gives the token after it.
func (f *finder) party(i int32) (Role, int32, bool) {
	d := f.d
	open := f.lower(i)
	if open != "(" && open != "," || int(i)+1 >= len(d.Tokens) || !f.sameSent(i+1, i) {
		return Role{}, 0, false
	}
	j := i + 1
	var role Role
	text := d.Word(j)
	letter, rest, joined := cutHyphen(text)
	switch {
	case joined && partyLetter(letter):
		// "R-Texas" in one token
		role.Party = letter
		at := d.Tokens[j].Start + int32(len(text)-len(rest))
		role.Of = token.Span{Start: at, End: d.Tokens[j].End}
		j++
	case partyLetter(text):
		role.Party = text
		j++
		if l := f.lower(j); l == "-" || l == "–" || l == "—" || open == "(" && l == "," {
			j++
			if int(j) < len(d.Tokens) && d.Tokens[j].Is(token.Capital) {
				role.Of = d.Tokens[j].Span
				j++
				for open == "(" && int(j) < len(d.Tokens) && d.Tokens[j].Is(token.Capital) || open == "," && int(j) < len(d.Tokens) && d.Tokens[j].Is(token.Capital) && !d.Tokens[j].Is(token.Punct) {
					role.Of.End = d.Tokens[j].End
					j++
				}
			}
		} else if open == "," {
			return Role{}, 0, false
		}
	case partyName(strings.ToLower(text)) && open == "(":
		role.Party = text
		j++
		if l := f.lower(j); l == "," || l == "-" {
			j++
			if int(j) < len(d.Tokens) && d.Tokens[j].Is(token.Capital) {
				role.Of = d.Tokens[j].Span
				j++
			}
		}
	default:
		return Role{}, 0, false
	}
	if int(j) > len(d.Tokens) || j > i+1 && !f.sameSent(j-1, i) {
		return Role{}, 0, false
	}
	role.Span = d.SpanOf(i+1, j)
	if open == "(" {
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

func cutHyphen(s string) (letter, rest string, ok bool) {
	for _, h := range []string{"-", "–", "—"} {
		if a, b, ok := strings.Cut(s, h); ok && b != "" {
			return a, b, true
		}
	}
	return "", "", false
}

func partyLetter(s string) bool {
	switch s {
	case "R", "D", "I", "L", "DFL", "GOP", "Rep", "Dem", "Con", "Lab", "SNP", "NDP", "CPC", "LPC", "ALP":
		return true
	}
	return false
}

func partyName(s string) bool {
	switch s {
	case "labour", "conservative", "tory", "snp", "ukip", "plaid", "green", "greens", "liberal", "republican", "democrat", "democratic", "independent", "labor", "likud", "fidesz", "cdu", "csu", "spd", "fdp", "afd", "dup", "sdlp", "bjp":
		return true
	}
	return false
}
