package event

import "testing"

// What only looks like an event is none.
func TestTold(t *testing.T) {
	for _, c := range []struct{ text, word string }{
		{"The film tells of life in World War II.", "war"},
		{"The Institute for Trade reported the find.", "trade"},
		{"Her campaign said it would appeal.", "campaign"},
		{"The jet was built to demonstrate the power of the navy.", "demonstrate"},
		{"The river is renowned for its trout.", "renown"},
	} {
		d, in := parse(c.text)
		for _, e := range Find(d, in) {
			if e.Lemma == c.word {
				t.Errorf("%s: %s", c.text, show(d, []Event{e}))
			}
		}
	}
}

// Nobody is on both sides, and a bare question is no fact.
func TestSidesAndQuestions(t *testing.T) {
	d, in := parse("Did Maria Lopez resign on Monday? The premier praised herself.")
	for _, e := range Find(d, in) {
		if e.Lemma == "resign" && e.Status == Occurred {
			t.Errorf("a question:%s", show(d, []Event{e}))
		}
		for _, a := range e.Roles {
			for _, b := range e.Roles {
				if a.Role == Agent && b.Role != Agent && a.Actor >= 0 && a.Actor == b.Actor {
					t.Errorf("on both sides:%s", show(d, []Event{e}))
				}
			}
		}
	}
}
