package coref

import "testing"

func TestBroader(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"minister", "foreign minister", true}, {"minister", "prime minister", false}, {"minister", "minister", false},
		{"leader", "president", true}, {"leader", "party leader", true}, {"secretary", "secretary of state", true},
		{"officer", "police officer", true}, {"officer", "captain", true}, {"king", "queen", true}, {"farmer", "president", false},
		{"", "", false},
	} {
		if got := broader(c.a, c.b); got != c.want {
			t.Errorf("broader(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestPartyWord(t *testing.T) {
	for _, c := range []struct {
		a, p string
		want bool
	}{{"republican", "R", true}, {"democrat", "DFL", true}, {"democrat", "R", false}, {"senator", "D", false}} {
		if got := partyWord(c.a, c.p); got != c.want {
			t.Errorf("partyWord(%q, %q) = %v, want %v", c.a, c.p, got, c.want)
		}
	}
}

func TestBodyKey(t *testing.T) {
	for in, want := range map[string]string{
		"The Norfield Company Ltd.": "norfield", "The Group": "group", "Ørsund Holdings AG": "orsund", "": "", "the": "the",
	} {
		if got := bodyKey(in); got != want {
			t.Errorf("bodyKey(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLongForms(t *testing.T) {
	for short, long := range map[string]string{
		"un": "united nations", "pentagon": "defense department", "department of justice": "justice department",
		"ministry of the interior": "interior ministry",
	} {
		if !equivalent(short, long) || equivalent(long, short) {
			t.Errorf("%q is not short for %q", short, long)
		}
	}
}
