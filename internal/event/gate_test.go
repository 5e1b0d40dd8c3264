package event

import (
	"slices"
	"testing"
)

// What only looks like an event is none.
func TestTold(t *testing.T) {
	for _, c := range []struct{ text, word string }{
		{"The film tells of life in World War II.", "war"},
		{"The Institute for Trade reported the find.", "trade"},
		{"Her campaign said it would appeal.", "campaign"},
		{"The jet was built to demonstrate the power of the navy.", "demonstrate"},
		{"Maria Lopez, acting director of the bank, left Lima.", "act"},
		{"The river is renowned for its trout.", "renown"},
		{"An adviser to Maria Lopez's campaign was in Lima on Monday.", "campaign"},
		{"The path to the nomination is long.", "nomination"},
		{"According to a statement by the bank, the mayor resigned.", "statement"},
		{"The mayor met a firm linked to the bank.", "link"},
		{"The mayor met two senators seeking the post.", "seek"},
		{"The senator often blames the banks for it.", "blame"},
		{"The nurse knows the importance of promoting trade.", "promote"},
		{"Restoring peace in Lima will not be easy.", "restore"},
		{"The report was released without approval of the board.", "approval"},
		{"There was a lack of warning on Monday.", "warning"},
		{"In cooperation with the police, the bank opened a school in Lima.", "cooperation"},
		{"Ten people were arrested, a news agency reported.", "report"},
		{"Call Maria Lopez at 555-0100.", "call"},
		{"The firm earned a billion won in May.", "win"},
		{"Commenting on the strike, the mayor said that the union was wrong.", "comment"},
		{"Asked about the strike, the mayor said that the union was wrong.", "ask"},
		{"The Nordic Council for the Promotion of Trade opened an office in Lima.", "promotion"},
		{"Customers had to use the rear door.", "have"},
		{"The mayor highlighted the benefits of trade.", "highlight"},
		{"The envoy underlined that the tunnel is an opportunity.", "underline"},
		{"The Water Act regulates the supply of water in Lima.", "regulate"},
		{"The board is responsible for the award of contracts.", "award"},
		{"The board is responsible for the approval of the award of contracts.", "award"},
		{"\"There is no danger to people because we have closed the mine in Lima,\" Mayor Lopez said.", "close"},
		{"Profit rose in the year ended June 30.", "end"},
		{"The fund owns 12,000 shares of the bank.", "own"},
		{"The novel follows a nurse in Lima.", "follow"},
		{"Maria Lopez went on to praise the nurses.", "go"},
		{"It is not a good idea to threaten the clerk.", "threaten"},
		{"The premier resigned from a firm with sales of $2 billion.", "sale"},
		{"The mayor spoke at a campaign rally in Lima.", "campaign"},
		{"The bank paid $4 million in exchange for the land.", "exchange"},
		{"The mayor is constantly insulting the clerks.", "insult"},
		{inBody + "The shop sells tea to students.", "sell"},
		{inBody + "Visitors can ride a bus.", "ride"},
		{inBody + "The mayor spoke of nurses working at night.", "work"},
		{inBody + "The mayor said that thieves steal cars.", "steal"},
		{inBody + "The mayor said that you pay at the door.", "pay"},
	} {
		d, in := parse(c.text)
		for _, e := range Find(d, in) {
			if e.Lemma == c.word {
				t.Errorf("%s: %s", c.text, show(d, []Event{e}))
			}
		}
	}
}

// inBody stands before a sentence that is no longer of the lead.
const inBody = "The mayor resigned. The premier left. The judge stayed. The bishop slept. "

// What is like it and an event is one.
func TestToldToo(t *testing.T) {
	for _, c := range []struct{ text, word string }{
		{"Maria Lopez suspended her campaign on Monday.", "suspend"},
		{"The campaign of Maria Lopez began in May.", "campaign"},
		{"The mayor highlighted the rise in crime.", "highlight"},
		{"The mayor stressed the need for talks.", "stress"},
		{"The group is responsible for the attack on the bank in Lima.", "responsible"},
		{"The nomination of Maria Lopez as judge surprised Lima.", "nomination"},
		{inBody + "The mayor said that two thieves were stealing a car.", "steal"},
		{inBody + "Thieves robbed a bank.", "rob"},
		{"The bank was founded in the year the war ended.", "war"},
		{"The novel won a prize in Lima on Monday.", "win"},
		{"The play opens in Lima.", "open"},
		{"Maria Lopez went to Lima on Monday.", "go"},
		{"It is time for the union to end the strike in Lima.", "strike"},
		{"Sales rose to $2 billion in May.", "rise"},
		{"The Battle of the Docks was long.", "battle"},
		{"The plan led to 41 arrests.", "arrest"},
		{"The snub led to a meeting with Maria Lopez.", "meeting"},
		{"The state alleged that the nurse smuggled three men into Peru in May.", "smuggle"},
		{"The rebels were told to leave the town.", "tell"},
		{"The town has seen protests against the tax.", "protest"},
	} {
		d, in := parse(c.text)
		if es := Find(d, in); !slices.ContainsFunc(es, func(e Event) bool { return e.Lemma == c.word }) {
			t.Errorf("%s: no %s: %s", c.text, c.word, show(d, es))
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

// What a thing does is no act of people, but what a paper says is one.
func TestByThing(t *testing.T) {
	for _, c := range []struct {
		text, word string
		want       bool
	}{
		{"His stance has defied the council.", "defy", false},
		{"The downturn prompted the bank to urge the mayor to help.", "prompt", false},
		{"The mayor defied the council on Monday.", "defy", true},
		{"The report accused the mayor of fraud on Monday.", "accuse", true},
		{"The delegation met the mayor on Monday.", "meet", true},
	} {
		d, in := parse(c.text)
		es := Find(d, in)
		if got := slices.ContainsFunc(es, func(e Event) bool { return e.Lemma == c.word }); got != c.want {
			t.Errorf("%s: %s is %t:%s", c.text, c.word, got, show(d, es))
		}
	}
}
