package segment

import (
	"strings"
	"unicode/utf8"
)

// contraction is where a word is cut into host and clitic, or 0.
func contraction(w string) int {
	n := len(w)
	if n < 3 {
		if w == "im" || w == "Im" {
			return 1
		}
		return 0
	}
	if w[n-1]|32 == 't' {
		if n > 3 && w[n-2] == '\'' && w[n-3]|32 == 'n' {
			return n - 3
		}
		if n > 5 && w[n-4:n-1] == "’" && w[n-5]|32 == 'n' {
			return n - 5
		}
	}
	if n > 10 || w[0] >= utf8.RuneSelf {
		return 0
	}
	switch w {
	case "cannot", "Cannot", "CANNOT":
		return 3
	case "gonna", "Gonna", "gotta", "Gotta", "wanna", "Wanna":
		return 3
	case "dont", "Dont", "doesnt", "Doesnt", "didnt", "Didnt", "isnt", "Isnt", "wasnt", "werent", "arent", "cant", "couldnt", "wouldnt", "shouldnt", "havent", "hasnt", "hadnt", "aint", "DONT", "wont", "Cant":
		return n - 2
	case "alot", "Alot":
		return 1
	case "thats", "Thats", "whats", "Whats", "theres", "Theres", "heres", "Heres", "hes", "shes":
		return n - 1
	case "ive", "Ive", "youre", "Youre", "theyre", "Theyre":
		return n - 2
	}
	return 0
}

// isClitic reports whether a token is the later part of a contraction.
func isClitic(w string) bool {
	switch strings.ToLower(w) {
	case "n't", "n’t", "'s", "’s", "'ll", "’ll", "'re", "’re", "'ve", "’ve", "'d", "’d", "'m", "’m", "'", "’":
		return true
	}
	return false
}
