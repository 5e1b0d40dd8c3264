package when

import "testing"

func FuzzText(f *testing.F) {
	for _, s := range []string{"DATE 2025-08-06 @explicit", "DURATION P3M 2025-05/2025-07 APPROX", "SET XXXX-WXX-5 3x",
		"TIME XXXX-XX-XXT09:00+05:30",
		"DATE PAST_REF ../2025", "DATE BC0044/1990-QX", "DURATION PT1.5H", "DATE FY1998-H2 END", "DATE 199", "SET P1WE"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := Parse(s)
		if err != nil || v.IsZero() {
			return
		}
		if v.String() != s {
			t.Fatalf("%q reads as %q", s, v)
		}
		check(t, v)
	})
}

func FuzzTIMEX3(f *testing.F) {
	for _, s := range []string{"2025-08-06", "P3D", "T09:00", "1998-W05-WE", "XXXX-WXX-5", "PXY", "FUTURE_REF", "199X",
		"2000-SP", "P2L"} {
		f.Add(uint8(0), s, uint8(3))
	}
	f.Fuzz(func(t *testing.T, typ uint8, s string, mod uint8) {
		v, err := ParseTIMEX3(Type(typ), s, Mod(mod))
		if err == nil {
			check(t, v)
		}
	})
}

func FuzzEDTF(f *testing.F) {
	for _, s := range []string{"2025-08-06", "2025-33~", "199X", "../2025-08", "2025-08-06T17/2025-08-06T21", "R/P1D",
		"-0043-03-15", "XXXX-WXX-5", "P1W~", "9999-12-31/.."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := ParseEDTF(s)
		if err == nil {
			check(t, v)
		}
	})
}

// check holds every Value to what its forms and bounds promise.
func check(t *testing.T, v Value) {
	t.Helper()
	if w, err := Parse(v.String()); err != nil || w != v {
		t.Fatalf("%q reads as %q: %v", v, w, err)
	}
	if w, err := ParseTIMEX3(v.Type(), v.TIMEX3(), v.Mod()); err != nil || w.TIMEX3() != v.TIMEX3() || w.Type() != v.Type() {
		t.Fatalf("TIMEX3 %q of %q reads as %q: %v", v.TIMEX3(), v, w, err)
	}
	if s := v.EDTF(); s != "" {
		w, err := ParseEDTF(s)
		if err != nil || w.EDTF() != s {
			t.Fatalf("EDTF %q of %q reads as %q (%q): %v", s, v, w, w.EDTF(), err)
		}
	}
	lo, hi := v.Earliest(), v.Latest()
	if v.plain() && !lo.IsZero() && !hi.IsZero() && lo.Compare(hi) > 0 {
		t.Fatalf("%q runs from %v to %v", v, lo, hi)
	}
	for _, p := range []Point{lo, hi, v.Point()} {
		if q, err := ParsePoint(p.String()); err != nil || q != p {
			t.Fatalf("point %q reads as %q: %v", p, q, err)
		}
	}
	v.Before(v)
	v.Overlaps(v)
	from, to := v.Ends()
	v.WithEnds(from, to)
}
