package timex

import (
	"github.com/dateline-go/dateline/internal/number"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// ordinalDigits reads "6th".
func ordinalDigits(s string) (int, bool) {
	if len(s) < 3 {
		return 0, false
	}
	switch s[len(s)-2:] {
	case "st", "nd", "rd", "th":
		n, ok := number.Integer(s[:len(s)-2])
		return n, ok && n < 1000
	}
	return 0, false
}

// year4 reads a year of four digits.
func year4(s string) (int, bool) {
	if len(s) != 4 {
		return 0, false
	}
	n, ok := number.Integer(s)
	return n, ok && n >= 1000 && n <= 2199
}

// numbers reads numbers in the sentence.
func (p *scanner) numbers() number.Tokens { return number.Tokens{D: p.d, Lo: p.lo, Hi: p.hi} }

// cardinal reads a number in digits or words from token i: "3", "1.5",
// "twenty-five", "two hundred and ten", "two and a half", "a dozen". open is
// set for "several" and its like, about for "a couple of".
func (p *scanner) cardinal(i int32) (n float64, next int32, open, about, ok bool) {
	if p.flag(i, token.HasDigit) {
		n, next, ok = p.numbers().Digits(i)
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
	case w.class == numeral, w.class == hundred:
		n, next, ok = p.numbers().Words(i, j)
		return n, next, false, false, ok
	}
	return 0, i, false, false, false
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
	case w.class == numeral && w.n >= 20:
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
	if w.class != numeral {
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
	if w.n < 11 || w.n > 20 || w.n == 20 && !(p.w(i+1).class == numeral && p.w(i+1).n >= 10) {
		return 0, i, false
	}
	if p.is(i+1, "hundred") {
		return int(w.n) * 100, i + 2, w.n >= 15
	}
	u := p.w(i + 1)
	if u.class != numeral || u.n < 10 {
		return 0, i, false
	}
	y, next = int(w.n)*100+int(u.n), i+2
	if u.n >= 20 {
		j := next
		if p.is(j, "-") {
			j++
		}
		if v := p.w(j); v.class == numeral && v.n < 10 && v.n > 0 {
			y, next = y+int(v.n), j+1
		}
	}
	return y, next, true
}
