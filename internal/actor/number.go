package actor

import (
	"github.com/dateline-go/dateline/internal/number"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/words"
)

// number is the value of numeral token i, with "hundred" and the like and
// the numeral before them, or 0.
func (f *finder) number(i int32) int32 {
	n := f.digit(i)
	if s, ok := wordTable.Int(f.lower(i), classScale); ok {
		n = int64(s)
		if i > 0 && f.sameSent(i-1, i) {
			if m := f.digit(i - 1); m > 0 && m < 1000 {
				n *= m
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
	if !t.Is(token.Numeric) {
		n, _ := words.Common.Int(t.Lower, words.Number)
		return int64(n)
	}
	n, ok := number.Decimal(t.Lower)
	if !ok || n > 1e9 || n != float64(int64(n)) {
		return 0
	}
	return int64(n)
}
