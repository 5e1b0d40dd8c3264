package actor

import "github.com/dateline-go/dateline/internal/token"

// number is the value of numeral token i, with "hundred" and the like and
// the numeral before them, or 0.
func (f *finder) number(i int32) int32 {
	l := f.d.Tokens[i].Lower
	n := f.digit(i)
	if s := scale(l); s > 1 {
		n = s
		if i > 0 && f.sameSent(i-1, i) {
			if m := f.digit(i - 1); m > 0 && m < 1000 {
				n = m * s
			}
		}
	}
	if n > 1<<30 {
		return 0
	}
	return int32(n)
}

// digit is the value of a numeral below a hundred in words, or of digits.
func (f *finder) digit(i int32) int64 {
	t := &f.d.Tokens[i]
	if t.Is(token.Numeric) {
		n := int64(0)
		for k := 0; k < len(t.Lower); k++ {
			c := t.Lower[k]
			if c == ',' {
				continue
			}
			if c < '0' || c > '9' || n > 1e8 {
				return 0
			}
			n = n*10 + int64(c-'0')
		}
		return n
	}
	for k, w := range smallNumbers {
		if w == t.Lower {
			return int64(k)
		}
	}
	for k, w := range tens {
		if w == t.Lower {
			return int64(20 + 10*k)
		}
	}
	return 0
}

func scale(s string) int64 {
	switch s {
	case "dozen":
		return 12
	case "hundred":
		return 100
	case "thousand":
		return 1000
	case "million":
		return 1000000
	}
	return 1
}

// numerals in words, by value.
var (
	smallNumbers = [...]string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
	tens         = [...]string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)
