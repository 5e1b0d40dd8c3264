package when

import (
	"strconv"
	"strings"
)

// String is the lossless text form, blank between fields: type, TIMEX3
// value, then where v has them the ends as from/to with ".." for an open one,
// the times of a set as "3x", the modifier, and the anchor after "@":
//
//	DATE 2025-08-06 @explicit
//	DURATION P3M 2025-05/2025-07 APPROX @published
//	SET P1W 3x
//
// It is empty for the zero Value.
func (v Value) String() string { return string(v.appendText(nil)) }

func (v Value) appendText(b []byte) []byte {
	if v.typ == NoType {
		return b
	}
	b = v.appendTIMEX3(append(append(b, v.typ.String()...), ' '))
	if v.hasEnds() {
		b = append(b, ' ')
		for i, c := range [...]civil{v.a, v.b} {
			if i == 1 {
				b = append(b, '/')
			}
			if c.prec == 0 {
				b = append(b, ".."...)
			} else {
				b = c.append(b, styleTIMEX3)
			}
		}
	}
	if v.freq > 0 {
		b = append(strconv.AppendInt(append(b, ' '), int64(v.freq), 10), 'x')
	}
	if v.mod != NoMod {
		b = append(append(b, ' '), v.mod.String()...)
	}
	if v.anchor != NoAnchor {
		b = append(append(b, " @"...), v.anchor.String()...)
	}
	return b
}

// hasEnds reports whether a and b are ends beside a duration or reference.
func (v Value) hasEnds() bool {
	return (v.dur[0].unit != NoGrain || v.ref != NoReference) && (v.a.prec != 0 || v.b.prec != 0)
}

// Parse reads what String writes.
func Parse(s string) (Value, error) {
	if s == "" {
		return Value{}, nil
	}
	v, ok := parse(s)
	if !ok || !v.valid() || v.IsZero() || v.String() != s {
		return Value{}, ErrSyntax
	}
	return v, nil
}

func parse(s string) (Value, bool) {
	name, s, _ := strings.Cut(s, " ")
	typ, ok := ParseType(name)
	if !ok || typ == NoType {
		return Value{}, false
	}
	f, s, _ := strings.Cut(s, " ")
	v, err := ParseTIMEX3(typ, f, NoMod)
	if err != nil {
		return Value{}, false
	}
	for s != "" {
		f, s, _ = strings.Cut(s, " ")
		if a, ok := strings.CutPrefix(f, "@"); ok {
			if v.anchor, ok = ParseAnchor(a); !ok {
				return Value{}, false
			}
			continue
		}
		if m, ok := ParseMod(f); ok {
			v.mod = m
			continue
		}
		if n, ok := strings.CutSuffix(f, "x"); ok {
			k, err := strconv.ParseUint(n, 10, 8)
			if err != nil {
				return Value{}, false
			}
			v.freq = uint8(k)
			continue
		}
		from, to, ok := strings.Cut(f, "/")
		if !ok || v.dur[0].unit == NoGrain && v.ref == NoReference {
			return Value{}, false
		}
		for i, side := range [...]string{from, to} {
			if side == ".." {
				continue
			}
			c, rest, ok := parseCivil(side, styleTIMEX3)
			if !ok || rest != "" {
				return Value{}, false
			}
			if i == 0 {
				v.a = c
			} else {
				v.b = c
			}
		}
	}
	return v, true
}

// MarshalText writes the form of String.
func (v Value) MarshalText() ([]byte, error) { return v.appendText(nil), nil }

// UnmarshalText reads the form of String.
func (v *Value) UnmarshalText(b []byte) error {
	w, err := Parse(string(b))
	if err == nil {
		*v = w
	}
	return err
}

// MarshalText writes the form of String.
func (g Grain) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads the form of String.
func (g *Grain) UnmarshalText(b []byte) error {
	h, ok := ParseGrain(string(b))
	if !ok {
		return ErrSyntax
	}
	*g = h
	return nil
}
