package when

import "strconv"

// amount is a number of units: n times ten to the power exp, or a number not
// known. The zero amount is none.
type amount struct {
	n    uint32
	exp  int8
	unit Grain
}

// expX marks a number that is not known, written X.
const expX = 127

const (
	maxDigits = 9
	maxExp    = 12
	minExp    = -6
)

func (a amount) valid() bool {
	if a.unit == NoGrain {
		return a == amount{}
	}
	if a.unit > Millennium || a.exp == expX {
		return a.exp == expX && a.n == 0 && a.unit <= Millennium
	}
	if a.exp < minExp || a.exp > maxExp || a.n > 999_999_999 {
		return false
	}
	return a.exp == 0 || a.n%10 != 0 && (a.exp < 0 || a.digits()+int(a.exp) > maxDigits)
}

func (a amount) digits() int {
	d := 1
	for n := a.n; n >= 10; n /= 10 {
		d++
	}
	return d
}

// canon is a in its one form, the zero amount if it is too large.
func canon(n uint64, exp int, unit Grain) amount {
	if n == 0 {
		return amount{unit: unit}
	}
	for exp < 0 && n%10 == 0 {
		n, exp = n/10, exp+1
	}
	for n > 999_999_999 && n%10 == 0 {
		n, exp = n/10, exp+1
	}
	for exp > 0 && n < 100_000_000 {
		n, exp = n*10, exp-1
	}
	if exp > 0 {
		for n%10 == 0 {
			n, exp = n/10, exp+1
		}
	}
	a := amount{uint32(min(n, 1<<32-1)), int8(max(min(exp, 100), -100)), unit}
	if n > 999_999_999 || !a.valid() {
		return amount{}
	}
	return a
}

func (a amount) times(k uint64, unit Grain) amount {
	if a.exp == expX {
		a.unit = unit
		return a
	}
	return canon(uint64(a.n)*k, int(a.exp), unit)
}

// appendNumber writes the number in decimal.
func (a amount) appendNumber(b []byte) []byte {
	if a.exp == expX {
		return append(b, 'X')
	}
	if a.exp >= 0 {
		b = strconv.AppendUint(b, uint64(a.n), 10)
		for range a.exp {
			b = append(b, '0')
		}
		return b
	}
	p := uint64(1)
	for range -a.exp {
		p *= 10
	}
	b = strconv.AppendUint(b, uint64(a.n)/p, 10)
	b = append(b, '.')
	f := strconv.AppendUint(nil, uint64(a.n)%p+p, 10)
	return append(b, f[1:]...)
}

// NewDuration is n units of time. It is the zero Value if n is negative or
// too large, or there is no unit. At most six decimals are kept.
func NewDuration(n float64, unit Grain) Value {
	if !(n >= 0 && n < 1e18) || unit == NoGrain || unit > Millennium {
		return Value{}
	}
	var a amount
	if n < 1e9 {
		a = canon(uint64(n*1e6+0.5), -6, unit)
		if a == (amount{}) {
			a = canon(uint64(n+0.5), 0, unit)
		}
	} else {
		exp := 0
		for n >= 1e9 {
			n, exp = n/10, exp+1
		}
		a = canon(uint64(n+0.5), exp, unit)
	}
	return durationOf(a, amount{})
}

// NewVagueDuration is a number of units that the text leaves open: PXY.
func NewVagueDuration(unit Grain) Value {
	return durationOf(amount{exp: expX, unit: unit}, amount{})
}

// And is a duration of two units, such as an hour and 30 minutes. It is v if
// the second is not a duration of a finer unit.
func (v Value) And(w Value) Value {
	u := durationOf(v.dur[0], w.dur[0])
	if v.typ != Duration || w.typ != Duration || v.dur[1].unit != NoGrain || w.dur[1].unit != NoGrain || u.IsZero() {
		return v
	}
	u.mod, u.anchor, u.a, u.b = v.mod, v.anchor, v.a, v.b
	return u
}

func durationOf(a, b amount) Value {
	v := Value{typ: Duration, dur: [2]amount{a, b}}
	if a.unit == NoGrain || !v.valid() {
		return Value{}
	}
	return v
}

// Amount is the number and unit of a duration or of the period of a set, by
// its coarser unit; ok is false if there is none or the number is not known.
func (v Value) Amount() (n float64, unit Grain, ok bool) {
	a := v.dur[0]
	if a.unit == NoGrain || a.exp == expX {
		return 0, a.unit, false
	}
	n = float64(a.n)
	for e := a.exp; e > 0; e-- {
		n *= 10
	}
	for e := a.exp; e < 0; e++ {
		n /= 10
	}
	return n, a.unit, true
}
