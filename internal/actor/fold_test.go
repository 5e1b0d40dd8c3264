package actor

import "testing"

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"anna":           "anna",
		"Åse Bjørnø":     "ase bjorno",
		"O'Hara-Łęcki":   "ohara lecki",
		"J.P. Groß":      "jp gross",
		"İpek Çağlı":     "ipek cagli",
		"Jean–Luc Đỗ":    "jean luc do",
		"Æsa ’Ali ʼUmar": "aesa ali umar",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSameWord(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"dostoevskyy", "dostoevsky", true},
		{"volkov", "wolkov", true},
		{"mohammed", "muhammad", false}, // two letters
		{"khalid", "halid", true},
		{"backmann", "bakman", true},
		{"yousef", "jusef", true},
		{"stephan", "stefan", true},
		{"lee", "lea", false}, // too short to tell
		{"petrovsky", "petrovski", true},
		{"petrov", "petrosyan", false},
	} {
		if got := SameWord(c.a, c.b); got != c.same || SameWord(c.b, c.a) != got {
			t.Errorf("SameWord(%q, %q) = %v, want %v", c.a, c.b, got, c.same)
		}
	}
}

func TestNameAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"William Tanner", "Bill Tanner", true},
		{"W. Tanner", "William Tanner", true},
		{"Tanner", "William Tanner", true},
		{"Robert Tanner", "William Tanner", false},
		{"John A. Tanner", "John B. Tanner", false},
		{"John A. Tanner", "John Tanner Jr.", true},
		{"Alex Tanner", "Alexander Tanner", true},
		{"", "Tanner", false},
	} {
		if got := NameAlike(c.a, c.b); got != c.same || NameAlike(c.b, c.a) != got {
			t.Errorf("NameAlike(%q, %q) = %v, want %v", c.a, c.b, got, c.same)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "abc", 0}, {"abc", "abd", 1}, {"abcd", "acbd", 1}, {"abc", "", 3}, {"abcdef", "abxdyf", 2},
		{"abcdef", "uvwxyz", 3}} {
		if got := Distance(c.a, c.b); got != c.want || Distance(c.b, c.a) != got {
			t.Errorf("Distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
