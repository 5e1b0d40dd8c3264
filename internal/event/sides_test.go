package event

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/token"
)

// A sidesCase is a text, the trigger of one of its events, and the sides of that
// event in order.
type sidesCase struct{ text, word, want string }

func testSides(t *testing.T, cases []sidesCase) {
	t.Helper()
	for _, x := range cases {
		d, in := parse(x.text)
		if got := sidesAt(d, in, x.word); got != x.want {
			t.Errorf("%s\n\t%s: got %s\n\twant %s", x.text, x.word, got, x.want)
		}
	}
}

// sidesAt are the sides of the first event of d whose trigger is word.
func sidesAt(d *token.Doc, in Input, word string) string {
	for _, e := range Find(d, in) {
		if d.Str(e.Trigger) == word {
			return sidesOf(d, &e)
		}
	}
	return "no event"
}

// sidesOf are the sides of e in order.
func sidesOf(d *token.Doc, e *Event) string {
	var out []string
	for _, r := range e.Roles {
		out = append(out, r.Role.String()+" "+d.Str(r.Span))
	}
	return strings.Join(out, ", ")
}

func TestSides(t *testing.T) {
	testSides(t, []sidesCase{
		// Who bears a name is called by it.
		{"Ana Silva, a Brazilian who had worked as a guide, reached the summit in May.", "worked", "agent Ana Silva"},
		{"Senator Hill aides acknowledged the talks.", "acknowledged", "agent Senator Hill aides, patient the talks"},
		{"According to the World Bank floods have killed 80 people.", "killed", "agent floods, patient 80 people"},
		// Who is told, given or asked, and what.
		{"The bank lent $2 million to Ana Brandt in May.", "lent", "agent The bank, recipient Ana Brandt, patient $2 million"},
		{"The regulator granted two permits to Corval Inc. on Monday.", "granted",
			"agent The regulator, patient two permits, recipient Corval Inc."},
		// What somebody undergoes.
		{"Three miners died on Monday.", "died", "patient Three miners"},
		{"The price of wheat fell on Monday.", "fell", "patient The price of wheat"},
		// How much is nobody.
		{"Shares in Corval rose 12 percent on Monday.", "rose", "patient Shares in Corval"},
		{"Workers laid 12 miles of pipe in March.", "laid", "agent Workers, patient 12 miles of pipe"},
		// The object that made the kind is not what suffers it.
		{"Ana Brandt expressed concern over the vote on Monday.", "expressed", "agent Ana Brandt, patient the vote"},
		// Where something is done is not what it is done to.
		{"Activists gathered at small conventions on Monday.", "gathered", "agent Activists"},
		{"A strike called by the drivers' union began on Monday.", "strike", "agent the drivers' union"},
		// Who is held to account does it.
		{"The minister accused Corval Inc. of bribing two officials in May.", "bribing", "agent Corval Inc., patient two officials"},
		{"Ana Brandt was charged on Monday with robbing a bank.", "robbing", "agent Ana Brandt, patient a bank"},
		// The place of a thing does not do it; who has a death dies.
		{"The Kansas storm overturned two lorries on Monday.", "storm", ""},
		{"Three days after Juan Ortega's death the bank closed.", "death", "patient Juan Ortega"},
		// Who suffers injuries is whom they befall; clauses are left out of a phrase.
		{"Ana Brandt suffered serious injuries in a crash on Monday.", "suffered", "patient Ana Brandt"},
		{"The council raised taxes on ferries that many owners use.", "raised", "agent The council, patient taxes"},
		{"The blaze destroyed the store in Harwick on Monday.", "destroyed", "agent The blaze, patient the store"},
		// Two subjects in place of a list; the list after its common noun.
		{"Ana Brandt met voters. Brandt and Finance Minister Juan Ortega visited Lima on Monday.", "visited",
			"agent Finance Minister Juan Ortega, patient Lima, agent Brandt"},
		// Who takes part; whom a participle's phrase names; many of them.
		{"Two men were involved in a fight with guards on Monday.", "fight", "agent Two men, patient guards"},
		{"Many of the miners rejected the offer on Monday.", "rejected", "agent Many of the miners, patient the offer"},
		// Whom a noun is done to may own it.
		{"Police opened an inquiry after Juan Ortega's murder in May.", "murder", "patient Juan Ortega"},
		// Of news the thing before the place or the actor behind it, and whom it is given.
		{"Ana Brandt smuggled watches from Peru to Lima on Monday.", "smuggled", "agent Ana Brandt, patient watches"},
		{"The academy awarded the prize to Ana Brandt on Monday.", "awarded", "agent The academy, patient the prize, recipient Ana Brandt"},
		{"Ana Brandt was awarded a Royal Merit Medal on Monday.", "awarded", "patient a Royal Merit Medal, recipient Ana Brandt"},
		{"She resigned in protest from a private bank in 1984.", "resigned", "agent She, patient a private bank"},
		{"Juan Ortega scored the only goal against the visitors on Monday.", "scored",
			"agent Juan Ortega, patient the visitors"},
		// Whom something is forced on, and by whom.
		{"The commission forced Corval Inc. to cut its fees on Monday.", "forced", "agent The commission, patient Corval Inc."},
		{"The army routed the rebels forcing them to flee on Monday.", "forcing", "agent The army, patient the rebels"},
		// Who says it is not who does what the passive tells.
		{"Juan Ortega admitted that he was questioned on Monday about the fire.", "questioned", "patient he"},
		{"Two fortunes were made by renting the stolen boats on Monday.", "renting", "patient the stolen boats"},
		{"Three women appeared in court charged with murder on Monday.", "murder", "agent Three women"},
		{"The sailors were offered help by the council on Monday.", "offered", "agent the council, patient The sailors"},
		{"The firm was fined $2 million by the regulator on Monday.", "fined", "agent the regulator, patient The firm"},
		// Whom a noun is done to, whatever the roles have beside him.
		{"Juan Ortega fled after his arrest in May.", "arrest", "patient his"},
		{"Police held Juan Ortega after his arrest on Monday.", "arrest", "agent Police, patient his"},
		{"The mayor thanked Oslo for its valuable support for the mill on Monday.", "support", "agent Oslo, patient the mill"},
		// What is no part of a side; the first of several and the others.
		{"The ministry handed over ten boats to the school on Monday.", "handed", "agent The ministry, recipient the school, patient ten boats"},
		{"Two men sustained injuries on Monday.", "sustained", "patient Two men"},
		{"Ana Brandt graduated from the Oslo academy in 1990.", "graduated", "agent Ana Brandt, patient the Oslo academy"},
		{"Norway, Peru and Chad signed the treaty on Monday.", "treaty", "agent Norway, patient Peru, patient Chad"},
		{"Juan Ortega was accused of posing as a doctor in May.", "posing", "agent Juan Ortega"},
		{"The minister affirmed his keenness to renew the old treaty on Monday.", "affirmed", "agent The minister, patient the old treaty"},
		// Whose deed it is by what the law or he himself has to do with it.
		{"Juan Ortega was arrested on suspicion of murder on Monday.", "murder", "agent Juan Ortega"},
		{"Juan Ortega is serving a life sentence for the murder of a clerk in 1990.", "murder", "agent Juan Ortega, patient a clerk"},
		{"The group claimed responsibility for the attack on Monday.", "attack", "agent The group"},
		{"Juan Ortega is wanted for the murder of a clerk in May.", "murder", "agent Juan Ortega, patient a clerk"},
		{"Police blamed the fire on two sailors.", "blamed", "agent Police, patient two sailors"},
		{"The detention of two sailors began on Monday.", "detention", "patient two sailors"},
		{"Two villages are engaged in a war over water in May.", "war", "agent Two villages"},
		// By what it is done is not who does it; a law does nothing.
		{"Ana Brandt was cheated by meeting her rivals on Monday.", "cheated", "patient Ana Brandt"},
		{"The Harbour Act came into force in 1994.", "came", "patient The Harbour Act"},
		{"The panel voted 7-2 today to sell the old mill.", "voted", "agent The panel, patient the old mill"},
		// Lists that were read as several subjects or as two names of one.
		{"Norway, Peru and Chad cut their debts in 2004.", "cut", "agent Norway, Peru and Chad, patient their debts, agent Peru, agent Chad"},
		{"Backed by the union, nurses began a strike on Monday.", "strike", "agent nurses"},
		{"Ana Brandt said the plan hurt the village and demanded that the files be opened.", "demanded",
			"agent Ana Brandt, patient the files"},
		{"Opponents said the school might be a danger, complained about its costs, and asked for time.", "complained",
			"agent Opponents, patient its costs"},
		{"The court said the firm must pay and dismissed the appeal.", "dismissed", "agent The court, patient the appeal"},
		// What rises or falls by itself, wherever its verb stands.
		{"Social spending is expected to increase in 2024 against a backdrop of debts.", "increase", "patient Social spending"},
		{"One result would be sales of tea continuing to climb in May.", "climb", "patient sales of tea"},
		// Who receives words, whose they are not told; those who praise do not praise each other.
		{"The mayor received death threats on Monday.", "received", "patient The mayor"},
		{"The mayor received praise from the union on Monday.", "praise", "agent the union, patient The mayor"},
		{"Ana Brandt and Juan Ortega praised the ruling on Monday.", "praised",
			"agent Ana Brandt and Juan Ortega, patient the ruling, agent Juan Ortega"},
		{"Norway and Peru signed the treaty on Monday.", "treaty", "agent Norway, patient Peru"},
		// Whose word it is stands in no side.
		{"The school received five boats, according to the harbour board, on Monday.", "received", "agent The school, patient five boats"},
		// What is said to be an act does not do it; who reports deaths does not die.
		{"The result was the appointment of Ana Brandt on Monday.", "appointment", "patient Ana Brandt"},
		{"Norway has registered nine deaths from the flu in May.", "deaths", ""},
		// Those that a plural stands for.
		{"Ana Brandt and Juan Ortega visited Oslo on Monday. They opened a bridge there on Tuesday.", "opened",
			"agent They, agent They, patient a bridge"},
	})
}

// TestOfficer: an arrest told in the passive on the word of the police is theirs.
func TestOfficer(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"A Harbour man was arrested on Monday after a fight, police said.", "agent police, patient A Harbour man"},
		{"A Harbour man was arrested on Monday after a fight, his wife said.", "patient A Harbour man"},
		{"A Harbour man was arrested on Monday after a fight, chief executive officer Ana Lind said.", "patient A Harbour man"},
	} {
		d, in := parse(x.text)
		in.Statements = quote.Find(d, quote.Input{Actors: in.Actors})
		es := Find(d, in)
		if len(es) == 0 || d.Str(es[0].Trigger) != "arrested" {
			t.Errorf("%s\n\tno arrest", x.text)
			continue
		}
		if got := sidesOf(d, &es[0]); got != x.want {
			t.Errorf("%s\n\tgot %s\n\twant %s", x.text, got, x.want)
		}
	}
}
