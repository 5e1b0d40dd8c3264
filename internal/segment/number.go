package segment

import (
	"strings"
	"unicode/utf8"
)

// number ends the token that starts with a digit, or a decimal point, at i.
func (t *tokenizer) number(i, end int) int {
	s := t.d.Text
	j := i + 1
	hyphens, slashes, colons := 0, 0, 0
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
		case '.', ',':
			if c == ',' && !thousands(s, j, end) {
				return j
			}
			j++
			continue
		case ':':
			colons++
			j++
			continue
		case '/':
			slashes++
			j++
			continue
		case '-':
			if hyphens == 0 && !longNumber(s[i:end]) {
				return j
			}
			hyphens++
			j++
			continue
		}
		break
	}
	// Letters behind the digits.
	k := j
	for k < end && isWordByte(s[k]) {
		k++
	}
	if k == j {
		// The 1960's, but 1998's best film.
		if j+1 < end && s[j] == '\'' && s[j+1] == 's' && s[j-1] == '0' && (j-i == 2 || j-i == 4) && (j+2 == end || !isWordByte(s[j+2])) {
			return j + 2
		}
		return j
	}
	if r, _ := runeAt(s, k, end); r >= utf8.RuneSelf && isLetter(r) {
		return t.word(j, end)
	}
	if unit(s[j:k]) && !(k < end && s[k] == '-' && k-j == 1) {
		return j
	}
	if at := address(s, i, end); at > k {
		return at
	}
	if s[j:k] == "p" || s[j:k] == "a" {
		if strings.HasPrefix(s[k:end], ".m") {
			return j
		}
	}
	return k
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

// unit reports whether letters glued to a number are a word of their own.
func unit(s string) bool {
	switch s {
	case "m", "k", "K", "M", "b", "B", "bn", "tn", "mn", "mm", "cm", "km", "kg", "g", "mg", "ft", "lb", "lbs", "am", "pm", "AM", "PM", "Am", "Pm", "GB", "MB", "TB", "kb", "KB", "mb", "gb", "Hz", "hz", "GHz", "MHz", "kHz", "MW", "kW", "GW", "kWh", "mph", "kph", "km²", "hrs", "hr", "min", "mins", "sec", "yrs", "yr", "million", "billion", "trillion", "percent", "years", "days", "hours", "minutes", "miles", "persons", "MM", "ha", "sq", "oz", "cc", "cl", "ml", "ms", "kt", "GMT", "EST", "EDT", "CET", "hours.":
		return true
	}
	return false
}
