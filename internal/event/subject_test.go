package event

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

func TestSubject(t *testing.T) {
	testSides(t, []sidesCase{
		// What commas part from its verb.
		{"Juan Ortega, wearing a yellow coat with its collar turned up in the rain, opened the bridge on Monday.", "opened",
			"agent Juan Ortega, patient the bridge"},
		{"Juan Ortega, who had said he would wait for the council, criticized the mayor on Monday.", "criticized",
			"agent Juan Ortega, patient the mayor"},
		{"The guards were sure that Juan Ortega, who was holding a knife, was threatening the nurses on Monday.", "threatening",
			"agent Juan Ortega, patient the nurses"},
		{"Schools in Lund, closed since Monday, opened again on Friday.", "closed", "patient Schools in Lund"},
		{"The council met on Monday, praised the nurses, and rejected the plan.", "rejected", "agent The council, patient the plan"},
		{"The ban came days after a court in Lund, the largest city, suspended Juan Ortega on Monday.", "suspended",
			"agent a court in Lund, patient Juan Ortega"},
		// The subject before a day.
		{"The court yesterday dismissed the petition.", "dismissed", "agent The court, patient the petition"},
		{"Ana Brandt Tuesday night thanked her brother.", "thanked", "agent Ana Brandt, patient her brother"},
		{"Ana Brandt will remain in Lund for two weeks even after a county court Thursday refused to order a hearing.", "refused", "agent a county court, patient a hearing"},
		{"Friday brought rain to Lund.", "brought", "patient rain, recipient Lund"},
		// A conjunction that was read as a preposition.
		{"Water poured into the harbour, after the council ignored the advice.", "ignored", "agent the council, patient the advice"},
		{"Ana Brandt was on Tuesday arrested in Lund.", "arrested", "patient Ana Brandt"},
		{"Ten firms partnered with the council in May.", "partnered", "agent Ten firms, patient the council"},
		// By when and by how much is not by whom.
		{"By the end of the day, the mayor was dismissed.", "dismissed", "patient the mayor"},
		{"The fee for the ferry was cut by $20 on Monday.", "cut", "patient The fee for the ferry"},
		{"The mayor was hit by a car on Monday.", "hit", "agent a car, patient The mayor"},
		// Whom "who" stands for.
		{"The judge spoke at length during the trial of Juan Ortega, who was arrested in May.", "arrested", "patient Juan Ortega"},
		{"The film is a last work by Juan Ortega, who died in May.", "died", "patient Juan Ortega"},
		{"The council thanked the sponsors who left Lund on Monday.", "left", "agent the sponsors, patient Lund"},
		// Who was killed or hurt in it; a war has no such list.
		{"Two sailors died in a car crash near Lund on Monday.", "crash", "patient Two sailors"},
		{"Two sailors met in a car crash course on Monday.", "met", "agent Two sailors"},
		// Where something was is no side of it.
		{"A meeting was held at the Harwick Hotel on Monday.", "meeting", ""},
		{"The pilots met the ministry on Monday.", "met", "agent The pilots, patient the ministry"},
		{"The firm, in talks with the bank, wants to sell the mill.", "talks", "agent The firm, patient the bank"},
		// Who is on a visit.
		{"Ana Ruiz said on Monday that on a visit to Lund in May she would open a bridge.", "visit", "agent she, patient Lund"},
	})
}

// TestQuoted: who says what is quoted is nobody inside it.
func TestQuoted(t *testing.T) {
	for _, x := range []struct{ text, word, want string }{
		{`"Where were the guards when the gate that they had mended fell?" asked the museum's retired keeper, Juan Ortega.`,
			"asked", "agent the museum's retired keeper"},
		{`"You want a new bridge?We mended the old one;is that not enough,sir?" tweeted Mayor Ortega on Monday.`, "tweeted", "agent Mayor Ortega"},
		{`"The mayor sold the mill," Ana Ruiz told the board on Monday.`, "sold", "agent The mayor, patient the mill"},
	} {
		d, in := parse(x.text)
		in.Statements = quote.Find(d, quote.Input{Actors: in.Actors})
		if got := sidesAt(d, in, x.word); got != x.want {
			t.Errorf("%s\n\t%s: got %s\n\twant %s", x.text, x.word, got, x.want)
		}
	}
}

// TestAttendant: who speaks at a rally holds it; who does something else there
// does not.
func TestAttendant(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"Ana Ruiz said at a Monday rally in Lund that she would win.", "agent Ana Ruiz"},
		{"Police arrested two men at a Monday rally in Lund.", ""},
	} {
		d, in := parse(x.text)
		i := int32(strings.Index(x.text, "Lund"))
		in.Places = []Place{{Span: token.Span{Start: i, End: i + 4}}}
		i = int32(strings.Index(x.text, "Monday"))
		in.Times = []Time{{Span: token.Span{Start: i, End: i + 6}, Value: when.NewDate(2024, 3, 4), Event: token.None}}
		if got := sidesAt(d, in, "rally"); got != x.want {
			t.Errorf("%s\n\tgot %s\n\twant %s", x.text, got, x.want)
		}
	}
}
