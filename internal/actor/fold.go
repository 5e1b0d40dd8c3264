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

// Letters that stay no letter without a diacritic when they are decomposed, and
// marks that names are written with and without.
const foldFrom = ".'’ʼ‘`-‑–łŁøØđĐßæÆı"

var foldTo = [...]string{"", "", "", "", "", "", " ", " ", " ", "l", "l", "o", "o", "d", "d", "ss", "ae", "ae", "i"}

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
	b.Grow(len(s))
	for _, r := range norm.NFD.String(s) {
		if 'a' <= r|0x20 && r|0x20 <= 'z' {
			b.WriteByte(byte(r | 0x20))
			continue
		}
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if unicode.IsSpace(r) {
			r = ' '
		}
		if i := strings.IndexRune(foldFrom, r); i >= 0 {
			b.WriteString(foldTo[utf8.RuneCountInString(foldFrom[:i])])
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// transliterated is what stands for the letter or letters that a folded word
// begins with where transliterations vary, and how many bytes they are.
func transliterated(w string) (to string, n int) {
	next := byte(0)
	if len(w) > 1 {
		next = w[1]
	}
	switch c := w[0]; {
	case c == 'w':
		return "v", 1
	case c == 'y', c == 'j':
		return "i", 1
	case c == 'q':
		return "k", 1
	case (c == 'k' || c == 'g') && next == 'h':
		return "hh", 2
	case c == 'c' && next == 'k':
		return "kk", 2
	case c == 'p' && next == 'h':
		return "f", 2
	case c == 'o' && next == 'u':
		return "u", 2
	}
	return w[:1], 1
}

// Skeleton is a folded word with the letters that transliterations vary made
// one: "dostoevskyy", "dostoevskiy" and "dostoevsky", "wolkov" and "volkov".
func Skeleton(w string) string {
	b := make([]byte, 0, len(w))
	for len(w) > 0 {
		to, size := transliterated(w)
		w = w[size:]
		for k := range len(to) {
			if n := len(b); n == 0 || b[n-1] != to[k] {
				b = append(b, to[k])
			}
		}
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
	x, _ := transliterated(a)
	y, _ := transliterated(b)
	if x[0] != y[0] {
		return false // skeletons that are alike begin alike
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
// names or initials that speak against each other: "George H. W. Bush" and
// "George W. Bush" are two, and so are "Ahmad Zaki bin Hassan" and "Ahmad Omar bin
// Hassan".
func MiddleAlike(x, y []string) bool {
	if len(x) < 3 || len(y) < 3 {
		return true
	}
	a, b := x[1], y[1]
	if len(a) > 2 && len(b) > 2 {
		return len(x) != len(y) || SameWord(a, b)
	}
	return a[0] == b[0]
}

// nameWords are the folded words of a name, without what stands behind the
// last name.
func nameWords(s string) []string {
	w := strings.Fields(Fold(s))
	for len(w) > 1 && listed(w[len(w)-1], classNameSuffix) {
		w = w[:len(w)-1]
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
	full, _ := wordTable.Text(s, classFullForm)
	return full
}
