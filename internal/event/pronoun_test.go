package event

import "testing"

// TestPronouns: what a pronoun stands for that is no known actor; of one that is,
// the pronoun stays.
func TestPronouns(t *testing.T) {
	testSides(t, []sidesCase{
		{"The ship neared the boats on Monday and ordered them to stop.", "ordered", "agent The ship, patient the boats"},
		{"The officer chased down the driver on Monday and arrested him.", "arrested", "agent The officer, patient him"},
		// Nobody is both sides, though he is one of several.
		{"Ana Brandt and Juan Ortega visited Oslo on Monday. They announced on Tuesday that Ortega will stay.", "announced", "agent They, agent They"},
		{"The officer shot himself on Monday.", "shot", "agent The officer"},
		{"The boats left the depot. They were seized near Oslo on Monday.", "seized", "patient The boats"},
		{"The storm broke a mast. They were seized near Oslo on Monday.", "seized", "patient They"},
	})
}
