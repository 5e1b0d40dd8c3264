package packed

import "testing"

func TestWordHash(t *testing.T) {
	if WordHash("1987") != WordHash("2025") || WordHash("1987") == WordHash("198") || WordHash("a1") == WordHash("b1") {
		t.Error("numbers of one shape are one word, and nothing else")
	}
	// The models' features are made with these very values.
	if got := WordHash("minister"); got != 0x3dbe557f3bf4b4a4 {
		t.Errorf("WordHash is %#x", got)
	}
}
