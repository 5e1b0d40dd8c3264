package event

import "testing"

func TestImplied(t *testing.T) {
	testSides(t, []sidesCase{
		// Whose act of the law it is, from elsewhere in the text.
		{"Prosecutors met in Lund. Ana Brandt was charged with fraud on Monday.", "charged", "agent Prosecutors, patient Ana Brandt"},
		{"Police searched a mill in Lund. Ana Brandt was charged with fraud on Monday.", "charged", "agent Police, patient Ana Brandt"},
		{"Police searched a mill. The mill is old. It has two floors. It stands in Lund. Ana Brandt was arrested on Monday. Brandt said nothing.",
			"arrested", "agent Police, patient Ana Brandt"},
		{"Police searched a mill. The mill is old. It has two floors. It stands in Lund. Some sailors were arrested on Monday.",
			"arrested", "patient Some sailors"},
		// Who did a crime is known by that only.
		{"A clerk was robbed in Lund on Monday. The attackers fled.", "robbed", "agent The attackers, patient A clerk"},
		{"A clerk was robbed in Lund on Monday. The sailors slept.", "robbed", "patient A clerk"},
		// Another telling of it has the side.
		{"Tom Moss was fired on Monday. The mayor, Eva Lind, fired Moss after an audit.", "fired", "agent Eva Lind, patient Tom Moss"},
		{"Tom Moss was stabbed on Monday. A sailor stabbed Moss in a bar. A waiter stabbed Moss in June.", "stabbed", "patient Tom Moss"},
		// Whom it befell, by the sentence behind it.
		{"There was a crash near Lund on Monday. Nine people died.", "crash", "patient Nine people"},
		// The one whom all acts of the law are against.
		{"Police arrested Ana Brandt on Monday. A trial began in May.", "trial", "patient Ana Brandt"},
	})
}
