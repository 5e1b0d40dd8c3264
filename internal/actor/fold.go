package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key is the form under which the word tables hold a phrase: lower-case,
// hyphens as blanks, no full stop at the end of a word, ’ as '.
func Key(s string) string {
	f := strings.Fields(strings.NewReplacer("-", " ", "’", "'").Replace(strings.ToLower(s)))
	for i, w := range f {
		if len(w) > 1 {
			f[i] = strings.TrimSuffix(w, ".")
		}
	}
	return strings.Join(f, " ")
}

// Fold is a name as it is compared: lower-case, without diacritics, with
// hyphens as blanks and without full stops and apostrophes.
func Fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || c == '-' || c == '.' || c == '\'' || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '.', r == '\'', r == '’', r == 'ʼ', r == '‘', r == '`':
		case r == '-', r == '‑', r == '–', unicode.IsSpace(r):
			b.WriteByte(' ')
		case r == 'ł', r == 'Ł':
			b.WriteByte('l')
		case r == 'ø', r == 'Ø':
			b.WriteByte('o')
		case r == 'đ', r == 'Đ':
			b.WriteByte('d')
		case r == 'ß':
			b.WriteString("ss")
		case r == 'æ', r == 'Æ':
			b.WriteString("ae")
		case r == 'ı':
			b.WriteByte('i')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// Skeleton is a folded word with the letters that transliterations vary made
// one: "zelenskyy", "zelenskiy" and "zelensky", "witkoff" and "vitkoff".
func Skeleton(w string) string {
	var b []byte
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case c == 'w':
			c = 'v'
		case c == 'y', c == 'j':
			c = 'i'
		case c == 'k' && i+1 < len(w) && w[i+1] == 'h', c == 'g' && i+1 < len(w) && w[i+1] == 'h':
			c = 'h'
		case c == 'c' && i+1 < len(w) && w[i+1] == 'k', c == 'q':
			c = 'k'
		case c == 'p' && i+1 < len(w) && w[i+1] == 'h':
			c = 'f'
			i++
		case c == 'o' && i+1 < len(w) && w[i+1] == 'u':
			c = 'u'
			i++
		}
		if n := len(b); n > 0 && b[n-1] == c {
			continue
		}
		b = append(b, c)
	}
	// "-sky", "-skiy", "-skyi", "-ski" end alike.
	return strings.TrimRight(string(b), "i")
}

// Distance is the number of letters changed, left out, added or exchanged
// with a neighbour between a and b, or 3 when it is more than two.
func Distance(a, b string) int {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > 2 || len(a) > 40 {
		return 3
	}
	var rows [3][42]int8
	prev2, prev, cur := &rows[0], &rows[1], &rows[2]
	for j := 0; j <= len(b); j++ {
		prev[j] = int8(j)
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = int8(i)
		low := cur[0]
		for j := 1; j <= len(b); j++ {
			cost := int8(1)
			if a[i-1] == b[j-1] {
				cost = 0
			}
			v := min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				v = min(v, prev2[j-2]+1)
			}
			cur[j] = v
			low = min(low, v)
		}
		if low > 2 {
			return 3
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return min(3, int(prev[len(b)]))
}

// SameWord reports whether two folded words of a name are one word in two
// spellings.
func SameWord(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) < 4 || len(b) < 4 {
		return false
	}
	sa, sb := Skeleton(a), Skeleton(b)
	if sa == sb {
		return true
	}
	return len(sa) >= 6 && len(sb) >= 6 && sa[0] == sb[0] && Distance(sa, sb) == 1
}

// NameAlike reports whether a and b can be one person's name in two
// spellings: last names alike, and first names alike or one an initial or a
// short form of the other, or missing.
func NameAlike(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 || !SameWord(x[len(x)-1], y[len(y)-1]) {
		return false
	}
	if len(x) == 1 || len(y) == 1 {
		return true
	}
	return GivenAlike(x[0], y[0]) && MiddleAlike(x, y)
}

// MiddleAlike reports whether two full names, in folded words, have no middle
// initials that speak against each other: "George H. W. Bush" and "George W.
// Bush" are two.
func MiddleAlike(x, y []string) bool {
	if len(x) < 3 || len(y) < 3 {
		return true
	}
	a, b := x[1], y[1]
	return len(a) > 2 && len(b) > 2 || a[0] == b[0]
}

func nameWords(s string) []string {
	w := strings.Fields(Fold(s))
	for len(w) > 1 {
		switch w[len(w)-1] {
		case "jr", "sr", "ii", "iii", "iv", "phd", "md", "esq":
			w = w[:len(w)-1]
			continue
		}
		break
	}
	return w
}

// GivenAlike reports whether two folded given names can be one person's:
// equal, alike in spelling, an initial, or a usual short form.
func GivenAlike(a, b string) bool {
	if SameWord(a, b) || len(a) > 0 && len(b) > 0 && (len(a) == 1 || len(b) == 1) && a[0] == b[0] {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) >= 3 && strings.HasPrefix(b, a) {
		return true
	}
	return shortForm(a) == b || shortForm(b) == a || shortForm(a) != "" && shortForm(a) == shortForm(b)
}

// shortForm is the full form of a usual short given name that is no prefix
// of it.
func shortForm(s string) string {
	switch s {
	case "bill", "billy", "will", "willie":
		return "william"
	case "bob", "bobby", "rob", "robbie":
		return "robert"
	case "dick", "rick", "ricky", "rich":
		return "richard"
	case "jim", "jimmy", "jamie":
		return "james"
	case "jack", "johnny", "jon":
		return "john"
	case "joe", "joey":
		return "joseph"
	case "ted", "ned", "ed", "eddie":
		return "edward"
	case "tony":
		return "anthony"
	case "mike", "mick", "mickey":
		return "michael"
	case "chuck", "charlie", "chaz":
		return "charles"
	case "harry", "hank":
		return "henry"
	case "peggy", "meg", "maggie", "margie":
		return "margaret"
	case "liz", "beth", "betty", "lizzie", "betsy":
		return "elizabeth"
	case "kate", "katie", "kathy", "cathy":
		return "katherine"
	case "sue", "suzy":
		return "susan"
	case "jen", "jenny":
		return "jennifer"
	case "becky":
		return "rebecca"
	case "debbie", "deb":
		return "deborah"
	case "larry":
		return "lawrence"
	case "jerry", "gerry":
		return "gerald"
	case "steve":
		return "stephen"
	case "andy", "drew":
		return "andrew"
	case "greg":
		return "gregory"
	case "tom", "tommy":
		return "thomas"
	case "dave":
		return "david"
	case "dan", "danny":
		return "daniel"
	case "ron", "ronnie":
		return "ronald"
	case "don", "donnie":
		return "donald"
	case "bibi":
		return "benjamin"
	case "bernie":
		return "bernard"
	case "volodya", "vova":
		return "vladimir"
	case "sasha":
		return "alexander"
	}
	return ""
}
