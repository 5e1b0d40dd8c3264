package name

import "testing"

func TestLetterCase(t *testing.T) {
	for word, want := range map[string]uint8{
		"": caseNone, "-": caseNone, "river": caseLower, "River": caseInit, "NATO": caseUpper, "X": caseOne, "U.S.": caseDots,
		"A.": caseDots, "McDonald": caseMixed, "eBay": caseMixed, "élan": caseLower, "Élan": caseInit, "12": caseDigit,
		"12th": caseDigit, "B2": caseMixed, "G20": caseMixed, "\x00": caseNone,
	} {
		var a atom
		lower := map[string]string{"River": "river", "NATO": "nato", "X": "x", "U.S.": "u.s.", "A.": "a.", "McDonald": "mcdonald",
			"eBay": "ebay", "Élan": "élan", "B2": "b2", "G20": "g20"}[word]
		if lower == "" {
			lower = word
		}
		if a.scan(word, lower); a.kase != want {
			t.Errorf("%q: case %d, want %d", word, a.kase, want)
		}
	}
}

func TestShape(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{{"river", "mountain", true}, {"1999", "2001", true}, {"19", "2001", true}, {"a-b", "c-d", true}, {"ab", "ab.", false},
		{"ab", "12", false}} {
		var a, b atom
		a.surface(c.a, c.a)
		b.surface(c.b, c.b)
		if (a.shape == b.shape) != c.same {
			t.Errorf("%q and %q: one shape is %v, want %v", c.a, c.b, !c.same, c.same)
		}
	}
}
