package segment

import (
	"strings"
	"unicode/utf8"
)

// number ends the token that starts with a digit, or a decimal point, at i.
func (t *tokenizer) number(i, end int) int {
	s := t.d.Text
	j := digits(s, i, end)
	// Letters behind the digits.
	k := j
	for k < end && isWordByte(s[k]) {
		k++
	}
	if k == j {
		if decade(s, i, j, end) {
			return j + 2
		}
		return j
	}
	if r, _ := runeAt(s, k, end); r >= utf8.RuneSelf && isLetter(r) {
		return t.word(j, end)
	}
	if wordTable.Has(s[j:k], classGlued) && !(k < end && s[k] == '-' && k-j == 1) {
		return j
	}
	if at := address(s, i, end); at > k {
		return at
	}
	if k-j == 1 && (s[j] == 'p' || s[j] == 'a') && strings.HasPrefix(s[k:end], ".m") {
		return j // 5p.m.
	}
	return k
}

// digits is the end of the digits at i with the signs that join them.
func digits(s string, i, end int) int {
	j := i + 1
	hyphen := false
	for j < end {
		c := s[j]
		if c >= '0' && c <= '9' {
			j++
			continue
		}
		if j+1 >= end || s[j+1] < '0' || s[j+1] > '9' {
			break
		}
		switch c {
		case '.', ':', '/':
		case ',':
			if !thousands(s, j, end) {
				return j
			}
		case '-':
			if !hyphen && !longNumber(s[i:end]) {
				return j
			}
			hyphen = true
		default:
			return j
		}
		j++
	}
	return j
}

// decade reports whether the 's behind the digits from i to j makes them a
// decade: the 1960's, but 1998's best film.
func decade(s string, i, j, end int) bool {
	return j+1 < end && s[j] == '\'' && s[j+1] == 's' && s[j-1] == '0' && (j-i == 2 || j-i == 4) && (j+2 == end || !isWordByte(s[j+2]))
}

// thousands reports whether the comma at j separates thousands.
func thousands(s string, j, end int) bool {
	n := 0
	for k := j + 1; k < end && s[k] >= '0' && s[k] <= '9'; k++ {
		n++
	}
	return n >= 2
}

// longNumber reports whether digits joined by hyphens are one number: a date,
// a telephone or file number; 3-4 and 2003-2007 are ranges.
func longNumber(s string) bool {
	var groups [8]int
	g, n := 0, 0
	for n < len(s) && n < 32 && g < len(groups) {
		if c := s[n]; c >= '0' && c <= '9' {
			groups[g]++
		} else if c == '-' && n+1 < len(s) && s[n+1] >= '0' && s[n+1] <= '9' {
			g++
		} else {
			break
		}
		n++
	}
	return g >= 2 || g == 1 && groups[0] == 3 && groups[1] == 4
}
