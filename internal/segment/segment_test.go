package segment

import "testing"

func TestSegment(t *testing.T) {
	d := Segment("He said: “I don’t know. You cannot.” Dr. Smith of Acme Inc. left.")
	if len(d.Sents) != 3 || len(d.Quotes) != 1 {
		t.Errorf("%d sentences, %d quotations, want 3 and 1", len(d.Sents), len(d.Quotes))
	}
}
