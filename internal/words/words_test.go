package words

import "testing"

func TestCommon(t *testing.T) {
	for _, c := range []struct {
		word string
		in   Class
		n    int
		ok   bool
	}{
		{"monday", Weekday, 1, true}, {"december", Month, 12, true}, {"ninety", Number, 90, true},
		{"monday", Month, 0, false}, {"mondays", Weekday, 0, false}, {"", Weekday, 0, false}, {"zzz", Month, 0, false},
	} {
		n, ok := Common.Int(c.word, c.in)
		if n != c.n || ok != c.ok || Common.Has(c.word, c.in) != c.ok {
			t.Errorf("%q in %d: %d %v, want %d %v", c.word, c.in, n, ok, c.n, c.ok)
		}
	}
	if e := Common.Find("dr."); !e.Known() || !e.Has(Honorific) || e.Has(Month) {
		t.Error("dr. is an honorific and no month")
	}
	var none Table[Class]
	if none.Has("monday", Weekday) || none.Find("monday").Known() {
		t.Error("the zero table knows a word")
	}
}

var sample = [...]string{"the", "president", "of", "monday", "said", "september", "x", "northwestern", "company", "and", "twenty", "in"}

func TestNothingAllocated(t *testing.T) {
	n := 0
	if a := testing.AllocsPerRun(10, func() {
		for _, w := range sample {
			if m, ok := Common.Find(w).Int(Month); ok {
				n += m
			}
		}
	}); a != 0 || n != 11*9 {
		t.Errorf("%v allocations, sum %d", a, n)
	}
}

func BenchmarkHas(b *testing.B) {
	n := 0
	for b.Loop() {
		for _, w := range sample {
			if Common.Has(w, Month) {
				n++
			}
		}
	}
}

// BenchmarkSwitch asks the same of a switch over as many words as Common holds of numbers and times.
func BenchmarkSwitch(b *testing.B) {
	n := 0
	for b.Loop() {
		for _, w := range sample {
			switch w {
			case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december":
				n++
			case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "spring", "summer", "autumn", "fall", "winter":
				n += 2
			case "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "millennium":
				n += 3
			case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty":
				n += 4
			}
		}
	}
}
