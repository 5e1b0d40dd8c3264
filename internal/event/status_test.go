package event

import "testing"

func TestStatusByContext(t *testing.T) {
	for _, x := range []struct {
		text, word string
		want       Status
	}{
		// A noun has the status of its clause only as a part of it.
		{"The union plans a strike against the railway.", "strike", Planned},
		// A gerund completes what its noun leaves open.
		{"Voters weighed the idea of reopening the bank.", "reopening", Possible},
		// What was going on in the past has happened; what is said to, goes on.
		{"The mayor was visiting Lima on Monday when the bridge fell.", "visiting", Occurred},
		{"The mayor is visiting Lima.", "visiting", Ongoing},
		// More is denied, not the event.
		{"The council not only closed the school on Monday.", "closed", Occurred},
		// An infinitive after what made it happen.
		{"The bank managed to repair its computers on Monday.", "repair", Occurred},
		// What was tried came to nothing, unless it is told to have been done; what is being tried goes on.
		{"Two men tried to rob the bank on Monday.", "rob", Failed},
		{"A guard was shot while trying to stop the robbers on Monday.", "stop", Failed},
		{"The rebels are trying to seize the airport.", "seize", Ongoing},
		{"Trying to close the school is a mistake, the mayor said.", "close", Possible},
		{"The minister may try to close the school.", "close", Possible},
		// The present progressive of what is done in a moment tells a plan.
		{"The mayor is leaving the party.", "leaving", Planned},
		{"The chairman is stepping down after nine years.", "stepping", Planned},
		{"Water is leaving the lake.", "leaving", Ongoing},
		{"The judge was about to release the prisoner.", "release", Planned},
	} {
		d, in := parse(x.text)
		found := false
		for _, e := range Find(d, in) {
			if d.Str(e.Trigger) == x.word {
				found = true
				if e.Status != x.want {
					t.Errorf("%s\n\t%s: got %s, want %s", x.text, x.word, e.Status, x.want)
				}
			}
		}
		if !found {
			t.Errorf("%s\n\tno event %s", x.text, x.word)
		}
	}
}
