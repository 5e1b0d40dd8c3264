package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// topLevel reports whether s ends a host or file name.
func topLevel(s string) bool { return wordTable.Has(strings.ToLower(s), classTopLevel) }

// address is the end of the URL or e-mail address at i, or i.
func address(s string, i, end int) int {
	rest := s[i:end]
	switch s[i] | 32 {
	case 'h', 'w', 'f', 'm':
		for _, scheme := range [...]string{"http://", "https://", "www.", "ftp://", "mailto:"} {
			if hasFold(rest, scheme) {
				return trimAddress(s, i, nonSpace(s, i, end))
			}
		}
	}
	j, at, dot := addressRun(s, i, end)
	switch {
	case at > 0 && at+3 < j && strings.IndexByte(s[at:j], '.') > 1:
		return trimAddress(s, i, j)
	case at > 0 && at+2 < j && !dot:
		return j // name@host of old mail systems
	case dot && at < 0 && j < end && s[j] == '/':
		host := s[i:j]
		if k := strings.LastIndexByte(host, '.'); k > 1 && topLevel(host[k+1:]) {
			return trimAddress(s, i, nonSpace(s, j, end))
		}
	}
	return i
}

// signOfAddress reports whether c may follow the letters that an address begins with.
func signOfAddress(c byte) bool {
	return c == '.' || c == ':' || c == '@' || c == '-' || c == '_' || c == '+'
}

// addressRun is the end of the letters, stops and signs of addresses at i,
// where the first @ stands in them or -1, and whether a stop does.
func addressRun(s string, i, end int) (j, at int, dot bool) {
	at = -1
	for j = i; j < end && j < i+254; j++ {
		switch c := s[j]; {
		case isWordByte(c):
		case c == '@' && at < 0 && j > i:
			at = j
		case c == '.':
			dot = dot || j > i
		case (c == '-' || c == '_' || c == '+') && j+1 < end:
		default:
			return j, at, dot
		}
	}
	return j, at, dot
}

func hasFold(s, prefix string) bool {
	return len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func nonSpace(s string, i, end int) int {
	for i < end && s[i] > ' ' && s[i] != '<' && s[i] != '>' && s[i] != '"' && s[i] != '|' {
		if s[i] >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:end])
			if !unicode.IsLetter(r) {
				break
			}
			i += size
			continue
		}
		i++
	}
	return i
}

// trimAddress takes sentence punctuation off the end.
func trimAddress(s string, i, j int) int {
	for n := 0; j > i+1 && n < 16; n++ {
		switch s[j-1] {
		case '.', ',', ';', ':', '!', '?', '\'', ']':
			j--
			continue
		case ')':
			if strings.LastIndexByte(s[max(i, j-256):j], '(') < 0 {
				j--
				continue
			}
		}
		break
	}
	return j
}
