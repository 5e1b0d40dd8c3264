package segment

import (
	"strings"
	"unicode/utf8"
)

// contraction is where a word is cut into host and clitic, or 0.
func contraction(w string) int {
	n := len(w)
	if n < 3 {
		cut, _ := wordTable.Int(w, classContraction)
		return cut
	}
	if w[n-1]|32 == 't' {
		if n > 3 && w[n-2] == '\'' && w[n-3]|32 == 'n' {
			return n - 3
		}
		if n > 5 && w[n-4:n-1] == "’" && w[n-5]|32 == 'n' {
			return n - 5
		}
		if n > 6 && w[n-5:n-1] == "’ " && w[n-6] == 'n' {
			return n - 6
		}
	}
	if n > 10 || w[0] >= utf8.RuneSelf {
		return 0
	}
	cut, ok := wordTable.Int(w, classContraction)
	if cut < 0 {
		cut += n
	}
	if !ok {
		return 0
	}
	return cut
}

// isClitic reports whether a token is the later part of a contraction.
func isClitic(w string) bool {
	return wordTable.Has(strings.ReplaceAll(strings.ToLower(w), "’", "'"), classClitic)
}
