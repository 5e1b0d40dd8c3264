package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// topLevel reports whether s ends a host or file name.
func topLevel(s string) bool {
	switch strings.ToLower(s) {
	case "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "tv", "uk", "de", "fr", "eu", "ru", "cn", "jp", "au", "ca", "io", "ai", "nl", "ch", "ua", "il", "ie", "nz", "za", "br", "mx",
		"doc", "docx", "xls", "xlsx", "pdf", "txt", "html", "htm", "jpg", "jpeg", "png", "gif", "zip", "exe", "csv", "mp3", "mp4", "ppt", "php", "asp", "url":
		return true
	}
	return false
}

// address is the end of the URL or e-mail address at i, or i.
func address(s string, i, end int) int {
	rest := s[i:end]
	switch s[i] | 32 {
	case 'h', 'w', 'f', 'm':
		if hasFold(rest, "http://") || hasFold(rest, "https://") || hasFold(rest, "www.") || hasFold(rest, "ftp://") || hasFold(rest, "mailto:") {
			return trimAddress(s, i, nonSpace(s, i, end))
		}
	}
	// Letters, then a dot, a slash or @: only then can it be an address.
	j := i
	at := -1
	dot := false
	for j < end && j < i+254 {
		c := s[j]
		if c == '@' && at < 0 && j > i {
			at = j
		} else if c == '.' {
			dot = dot || j > i
		} else if !isWordByte(c) && (c != '-' && c != '_' && c != '+' || j+1 == end) {
			break
		}
		j++
	}
	if at > 0 && at+3 < j && strings.IndexByte(s[at:j], '.') > 1 {
		return trimAddress(s, i, j)
	}
	if at > 0 && at+2 < j && !dot {
		return j // name@host of old mail systems
	}
	if dot && at < 0 && j < end && s[j] == '/' {
		host := s[i:j]
		if k := strings.LastIndexByte(host, '.'); k > 1 && topLevel(host[k+1:]) {
			return trimAddress(s, i, nonSpace(s, j, end))
		}
	}
	return i
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
