// Package number reads numbers in digits and in words: "3", "1.5 million",
// "two hundred and ten", "at least a dozen", "10 to 15", "dozens".
package number

//go:generate go run ../gen/words

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/words"
)

// Bound tells how a number is meant.
type Bound uint8

const (
	Exact Bound = iota
	AtLeast
	MoreThan
	AtMost
	LessThan
	About
)

// A Number is a number where it stands.
type Number struct {
	N     float64
	To    float64 // the other number of "10 to 15" and "3-1"; 0 without one
	Pair  bool    // there is such a number,
	Range bool    // and "between" tells that both bound one
	Bound Bound
	Vague bool // a plural alone: "dozens"
	Glued bool // a hyphen ties it to the word behind: "5.8-magnitude"
	// First and Last are all its tokens, half-open; Core is the first of the
	// number itself, and Second that of the other number.
	First, Last, Core, Second int32
}

// Tokens are the tokens of d from Lo to Hi, half-open: those of a sentence.
type Tokens struct {
	D      *token.Doc
	Lo, Hi int32
}

func (p Tokens) low(i int32) string {
	if i < p.Lo || i >= p.Hi {
		return ""
	}
	return p.D.Tokens[i].Lower
}

func (p Tokens) in(i int32, c wordClass) bool {
	l := p.low(i)
	return l != "" && wordTable.Has(l, c)
}

func (p Tokens) glued(i int32) bool {
	return i > p.Lo && i < p.Hi && !p.D.Tokens[i].Is(token.SpaceBefore)
}

// hyphen reports whether token i is a hyphen between two words of a compound.
func (p Tokens) hyphen(i int32) bool { return p.in(i, classDash) && p.glued(i) && p.glued(i+1) }

// word is the value of a number word up to ninety, a dozen among them.
func (p Tokens) word(i int32) (int, bool) {
	if p.in(i, classDozen) {
		return dozen, true
	}
	return words.Common.Int(p.low(i), words.Number)
}

const dozen = 12

// many reports a word that numbers multiply: a dozen, or a power of ten.
func (p Tokens) many(i int32) bool {
	_, scale := p.scale(i)
	return scale || p.in(i, classDozen)
}

// scale is the power of ten that a word stands for.
func (p Tokens) scale(i int32) (int, bool) {
	l := p.low(i)
	if l == "" {
		return 0, false
	}
	return wordTable.Int(l, classScale)
}

// Integer reads digits with thousands commas; ok is false for anything else.
func Integer(s string) (n int, ok bool) {
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

// maxDigits bounds how long a number in digits is, its commas included.
const maxDigits = 20

// Decimal reads digits with thousands commas and a decimal fraction.
func Decimal(s string) (float64, bool) {
	whole, fraction, dotted := strings.Cut(s, ".")
	if whole == "" || whole[0] == ',' || len(whole) > maxDigits || dotted && (fraction == "" || len(fraction) > 6) {
		return 0, false
	}
	n := 0.0
	for i := 0; i < len(whole); i++ {
		switch c := whole[i]; {
		case c >= '0' && c <= '9':
			n = n*10 + float64(c-'0')
		case c == ',' && len(whole)-i >= 4 && (len(whole)-i)%4 == 0:
		default:
			return 0, false
		}
	}
	f, scale := 0.0, 1.0
	for i := 0; i < len(fraction); i++ {
		if fraction[i] < '0' || fraction[i] > '9' {
			return 0, false
		}
		f, scale = f*10+float64(fraction[i]-'0'), scale*10
	}
	return n + f/scale, true
}

// Digits reads "3", "1.5 million", "2 1/2" from token i.
func (p Tokens) Digits(i int32) (n float64, next int32, ok bool) {
	n, ok = Decimal(p.low(i))
	if !ok {
		return 0, i, false
	}
	next = i + 1
	if p.hyphen(next) {
		if e, ok := p.scale(next + 1); ok { // "$1.2-billion"
			return n * pow10(e), next + 2, true
		}
	}
	if e, ok := p.scale(next); ok {
		n *= pow10(e)
		next++
	}
	if l := p.low(next); l == "1/2" || l == "½" {
		return n + 0.5, next + 1, true
	}
	n, next = p.andHalf(n, next)
	return n, next, true
}

// longest bounds the tokens of a number in words.
const longest = 14

// Words reads a number in words from token j; an article stands before it if i
// is less.
func (p Tokens) Words(i, j int32) (n float64, next int32, ok bool) {
	total, part, seen := 0.0, 0.0, false
	if j > i {
		part = 1
	}
	for ; ; j++ {
		w, number := p.word(j)
		e, scale := p.scale(j)
		switch {
		case j-i > longest:
			return 0, i, false
		case number && w == dozen && p.in(j, classDozen):
			part = max(part, 1) * dozen
		case number:
			if seen && (part >= 20 && part < 100 && (w >= 10 || w == 0) || part > 0 && part < 20) {
				return total + part, j, true
			}
			part += float64(w)
		case scale && e == 2:
			part = max(part, 1) * 100
		case scale:
			total += max(part, 1) * pow10(e)
			part = 0
		case seen && p.goesOn(j):
		default:
			n, next = p.andHalf(total+part, j)
			return n, next, seen
		}
		seen = true
	}
}

// goesOn reports "and" or a hyphen within a number in words.
func (p Tokens) goesOn(j int32) bool {
	b, ok := p.word(j + 1)
	if !ok {
		return false
	}
	a, isNumber := p.word(j - 1)
	_, isScale := p.scale(j - 1)
	return p.low(j) == "and" && isScale || p.low(j) == "-" && p.hyphen(j) && isNumber && a >= 20 && b < 10
}

// andHalf reads "and a half", "-and-a-half" after a number.
func (p Tokens) andHalf(n float64, j int32) (float64, int32) {
	k := j
	skip := func() {
		if p.low(k) == "-" {
			k++
		}
	}
	skip()
	if p.low(k) != "and" {
		return n, j
	}
	k++
	skip()
	if p.in(k, classArticle) {
		k++
		skip()
	}
	if p.in(k, classHalf) {
		return n + 0.5, k + 1
	}
	return n, j
}

func pow10(e int) float64 {
	f := 1.0
	for ; e > 0; e-- {
		f *= 10
	}
	return f
}

// At reads the number that begins at token i, with what bounds it.
func (p Tokens) At(i int32) (x Number, ok bool) {
	x, ok = p.one(i)
	if !ok {
		return x, false
	}
	p.pair(&x)
	p.Before(&x)
	p.behind(&x)
	return x, true
}

// one reads a number without what bounds it.
func (p Tokens) one(i int32) (x Number, ok bool) {
	x = Number{First: i, Core: i, Second: token.None}
	if p.low(i) == "" {
		return x, false
	}
	t := &p.D.Tokens[i]
	if !t.Is(token.HasDigit) && !wordTable.Has(t.Lower, classOpens) {
		return x, false
	}
	_, number := p.word(i)
	_, scale := p.scale(i)
	switch {
	case t.Is(token.HasDigit):
		x.N, x.Last, ok = p.Digits(i)
		if e, is := wordTable.Int(p.low(x.Last), classGlued); ok && is && p.glued(x.Last) {
			x.N *= pow10(e)
			x.Last++
		}
		return x, ok
	case p.in(i, classArticle):
		if !p.many(i + 1) {
			return x, false
		}
		x.N, x.Last, ok = p.Words(i, i+1)
		x.Bound = About // "a hundred people"
		return x, ok
	case p.in(i, classHalf) && p.in(i+1, classArticle):
		if !p.many(i + 2) {
			return x, false
		}
		x.N, x.Last, ok = p.Words(i+1, i+2)
		x.N, x.Bound = x.N/2, About
		return x, ok
	case p.in(i, classSome):
		if !p.many(i + 1) {
			return x, false
		}
		x.N, x.Last, ok = p.Words(i, i+1)
		x.N, x.Bound, x.Vague = 2*x.N, AtLeast, true
		return x, ok
	case number && (p.in(i-1, classNone) || p.in(i-1, classDash) && p.in(i-2, classNone)):
		return x, false // "no one"
	case number || scale && t.UPOS == token.NUM:
		x.N, x.Last, ok = p.Words(i, i)
		return x, ok
	}
	return p.plural(i)
}

// plural reads "dozens", "tens of thousands".
func (p Tokens) plural(i int32) (x Number, ok bool) {
	x = Number{First: i, Core: i, Second: token.None, Last: i + 1, Bound: AtLeast, Vague: true}
	n, ok := wordTable.Int(p.low(i), classPlural)
	if !ok {
		return x, false
	}
	x.N = float64(n)
	for p.low(x.Last) == "of" && x.Last < i+5 {
		m, more := wordTable.Int(p.low(x.Last+1), classPlural)
		if !more {
			break
		}
		x.N *= float64(m) / 2 // the plural of the second says no more
		x.Last += 2
	}
	return x, true
}

// pair reads the second number of "10 to 15", "3-1", "between 10 and 15".
func (p Tokens) pair(x *Number) {
	j := x.Last
	between := p.low(x.First-1) == "between" && p.low(j) == "and"
	dash := p.in(j, classDash)
	if !between && !dash && !p.in(j, classRange) || x.Vague {
		return
	}
	y, ok := p.one(j + 1)
	if !ok || y.Vague {
		if dash && p.glued(j) && p.glued(j+1) && p.low(j+1) != "" {
			x.Glued = !wordTable.Has(p.low(j+1), classPlus)
		}
		return
	}
	x.To, x.Pair, x.Range, x.Second, x.Last = y.N, true, between, y.Core, y.Last
	if between {
		x.First--
	}
}

// Before reads what stands before x and bounds it.
func (p Tokens) Before(x *Number) {
	for n := int32(3); n > 0; n-- {
		b, ok := wordTable.Int(p.joined(x.First-n, x.First), classLimit)
		if !ok {
			continue
		}
		i := x.First - n
		if t := &p.D.Tokens[i]; n == 1 && wordTable.Has(t.Lower, classPreposition) && t.Rel == token.Case &&
			(t.Head < x.Core || t.Head >= x.Last) {
			return // "talks about 3 plans"
		}
		x.First, x.Bound = i, Bound(b)
		if x.Vague {
			x.Bound = AtLeast // "over dozens"
		}
		return
	}
}

// joined are the tokens from i to j with blanks between them.
func (p Tokens) joined(i, j int32) string {
	if i < p.Lo {
		return ""
	}
	if j == i+1 {
		return p.low(i)
	}
	var b [48]byte
	s := b[:0]
	for k := i; k < j; k++ {
		if l := p.low(k); l == "" || len(s)+len(l)+1 > len(b) {
			return ""
		} else if s = append(s, l...); k+1 < j {
			s = append(s, ' ')
		}
	}
	return string(s)
}

// behind reads what stands behind x and bounds it.
func (p Tokens) behind(x *Number) {
	j := x.Last
	if b, ok := wordTable.Int(p.joined(j, j+2), classAfter); ok && j+2 <= p.Hi {
		x.Bound, x.Last = Bound(b), j+2
		return
	}
	if p.hyphen(j) {
		j++
	}
	if p.in(j, classPlus) && p.glued(j) {
		x.Bound, x.Last = AtLeast, j+1
	}
}
