package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// integer reads digits with thousands commas; ok is false for anything else.
func integer(s string) (n int, ok bool) {
	if s == "" || len(s) > 12 || s[0] == ',' {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			if n > 99_999_999 {
				return 0, false
			}
			n = n*10 + int(c-'0')
		case c == ',' && len(s)-i >= 4 && (len(s)-i)%4 == 0:
		default:
			return 0, false
		}
	}
	return n, true
}

// decimal reads an integer or a decimal fraction.
func decimal(s string) (float64, bool) {
	for i := 0; i < len(s); i++ {
		if s[i] == '.' {
			if i == 0 || i+1 == len(s) || len(s)-i > 7 {
				return 0, false
			}
			a, ok1 := integer(s[:i])
			f := 0.0
			scale := 1.0
			for j := i + 1; j < len(s); j++ {
				if s[j] < '0' || s[j] > '9' {
					return 0, false
				}
				f = f*10 + float64(s[j]-'0')
				scale *= 10
			}
			return float64(a) + f/scale, ok1
		}
	}
	n, ok := integer(s)
	return float64(n), ok
}

// ordinalDigits reads "6th".
func ordinalDigits(s string) (int, bool) {
	if len(s) < 3 {
		return 0, false
	}
	switch s[len(s)-2:] {
	case "st", "nd", "rd", "th":
		n, ok := integer(s[:len(s)-2])
		return n, ok && n < 1000
	}
	return 0, false
}

// year4 reads a year of four digits.
func year4(s string) (int, bool) {
	if len(s) != 4 {
		return 0, false
	}
	n, ok := integer(s)
	return n, ok && n >= 1000 && n <= 2199
}

// cardinal reads a number in digits or words from token i: "3", "1.5",
// "twenty-five", "two hundred and ten", "two and a half", "a dozen". open is
// set for "several" and its like, about for "a couple of".
func (p *scanner) cardinal(i int32) (n float64, next int32, open, about, ok bool) {
	if p.flag(i, token.HasDigit) {
		n, next, ok = p.cardinalDigits(i)
		return n, next, false, false, ok
	}
	j := i
	if p.w(j).class == an {
		if c := p.w(j + 1).class; c != vague && c != hundred && !p.any(j+1, "dozen", "half") {
			return 0, i, false, false, false
		}
		j++
	}
	switch w := p.w(j); {
	case w.class == vague:
		return p.cardinalVague(i, j)
	case p.in(j, classPluralNumber) && p.is(j+1, "of"):
		j += 2
		for j < i+6 && p.any(j, "hundreds", "thousands", "millions") && p.is(j+1, "of") {
			j += 2
		}
		return 0, j, true, false, true
	case w.class == halfWord:
		j++
		if p.w(j).class == an && p.is(j+1, "dozen") {
			return 6, j + 2, false, false, true
		}
		if p.w(j).class == an || p.is(j, "-") {
			j++
		}
		return 0.5, j, false, false, true
	case w.class == number, w.class == hundred:
		n, next, ok = p.cardinalWords(i, j)
		return n, next, false, false, ok
	}
	return 0, i, false, false, false
}

// cardinalDigits reads "3", "1.5 million", "2 1/2".
func (p *scanner) cardinalDigits(i int32) (n float64, next int32, ok bool) {
	n, ok = decimal(p.low(i))
	if !ok {
		return 0, i, false
	}
	next = i + 1
	if w := p.w(next); w.class == hundred {
		n *= pow10(w.n)
		next++
	}
	if p.any(next, "1/2", "½") {
		return n + 0.5, next + 1, true
	}
	n, next = p.andHalf(n, next)
	return n, next, true
}

// cardinalVague reads "a few", "several hundred", "a couple of" with its
// number word at token j.
func (p *scanner) cardinalVague(i, j int32) (n float64, next int32, open, about, ok bool) {
	two := p.w(j).n == 2
	if c := p.w(j - 1).class; j == i && two && c != back && c != fore {
		return 0, i, false, false, false
	}
	j++
	if p.is(j, "of") {
		j++
	}
	if two {
		return 2, j, false, true, true
	}
	if p.w(j).class == hundred || p.is(j, "dozen") {
		j++
	}
	return 0, j, true, false, true
}

// cardinalWords reads a number in words from token j; an article stands before
// it if i is less.
func (p *scanner) cardinalWords(i, j int32) (n float64, next int32, ok bool) {
	const longest = 14 // tokens
	total, part, seen := 0.0, 0.0, false
	if j > i {
		part = 1
	}
	for ; ; j++ {
		w := p.w(j)
		switch {
		case j-i > longest:
			return 0, i, false
		case p.is(j, "dozen"):
			part = max(part, 1) * 12
		case w.class == number:
			if seen && (part >= 20 && part < 100 && (w.n >= 10 || w.n == 0) || part > 0 && part < 20) {
				return total + part, j, true
			}
			part += float64(w.n)
		case w.class == hundred && w.n == 2:
			part = max(part, 1) * 100
		case w.class == hundred:
			total += max(part, 1) * pow10(w.n)
			part = 0
		case seen && p.numberGoesOn(j):
		default:
			n, next = p.andHalf(total+part, j)
			return n, next, seen
		}
		seen = true
	}
}

// numberGoesOn reports "and" or a hyphen within a number in words.
func (p *scanner) numberGoesOn(j int32) bool {
	a, b := p.w(j-1), p.w(j+1)
	if b.class != number {
		return false
	}
	return p.is(j, "and") && a.class == hundred || p.is(j, "-") && p.hyphen(j) && a.class == number && a.n >= 20 && b.n < 10
}

// andHalf reads "and a half", "-and-a-half" after a number.
func (p *scanner) andHalf(n float64, j int32) (float64, int32) {
	k := j
	if p.is(k, "-") {
		k++
	}
	if !p.is(k, "and") {
		return n, j
	}
	k++
	if p.is(k, "-") {
		k++
	}
	if p.w(k).class == an {
		k++
		if p.is(k, "-") {
			k++
		}
	}
	if p.w(k).class == halfWord {
		return n + 0.5, k + 1
	}
	return n, j
}

func pow10(e int16) float64 {
	f := 1.0
	for ; e > 0; e-- {
		f *= 10
	}
	return f
}

// ordinalAt reads an ordinal from token i: "third", "21st", "twenty-first".
// Last is ordinalLast.
func (p *scanner) ordinalAt(i int32) (n int, next int32, ok bool) {
	if p.flag(i, token.HasDigit) {
		n, ok = ordinalDigits(p.low(i))
		return n, i + 1, ok
	}
	w := p.w(i)
	switch {
	case w.class == ordinal:
		return int(w.n), i + 1, true
	case p.any(i, "second", "2d"):
		return 2, i + 1, true
	case w.class == back && w.n == isLast, p.any(i, "final"):
		return ordinalLast, i + 1, true
	case w.class == none && p.flag(i, token.AllCaps) && p.w(i+1).class == unit && p.w(i+1).n == int16(when.Century):
		n, ok := wordTable.Int(p.low(i), classRoman)
		return n, i + 1, ok
	case w.class == number && w.n >= 20:
		j := i + 1
		if p.is(j, "-") {
			j++
		}
		if u := p.w(j); u.class == ordinal && u.n < 10 {
			return int(w.n + u.n), j + 1, true
		}
		if p.is(j, "second") {
			return int(w.n) + 2, j + 1, true
		}
	}
	return 0, i, false
}

// ordinalLast is what ordinalAt gives for "last".
const ordinalLast = 99

// wordYear reads a year in words: "nineteen ninety-four", "two thousand and
// five", "the year two thousand" without its first two words.
func (p *scanner) wordYear(i int32) (y int, next int32, ok bool) {
	w := p.w(i)
	if w.class != number {
		return 0, i, false
	}
	if w.n == 2 && p.is(i+1, "thousand") {
		j := i + 2
		if p.is(j, "and") {
			j++
		}
		if n, k, _, _, ok := p.cardinal(j); ok && n < 100 && !p.flag(j, token.HasDigit) && n == float64(int(n)) {
			return 2000 + int(n), k, true
		}
		return 2000, i + 2, true
	}
	if w.n < 11 || w.n > 20 || w.n == 20 && !(p.w(i+1).class == number && p.w(i+1).n >= 10) {
		return 0, i, false
	}
	if p.is(i+1, "hundred") {
		return int(w.n) * 100, i + 2, w.n >= 15
	}
	u := p.w(i + 1)
	if u.class != number || u.n < 10 {
		return 0, i, false
	}
	y, next = int(w.n)*100+int(u.n), i+2
	if u.n >= 20 {
		j := next
		if p.is(j, "-") {
			j++
		}
		if v := p.w(j); v.class == number && v.n < 10 && v.n > 0 {
			y, next = y+int(v.n), j+1
		}
	}
	return y, next, true
}
