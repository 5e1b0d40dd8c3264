package event

import "testing"

func TestFill(t *testing.T) {
	testSides(t, []sidesCase{
		// What a statement is about, though its subject is the speaker or nobody.
		{"The board announced on Monday that it will sell the mill.", "announced", "agent The board, patient the mill"},
		{"The council announced deep cuts on Monday.", "announced", "agent The council, patient deep cuts"},
		{"The ministers issued a joint statement on Friday condemning the raid.", "statement", "agent The ministers, patient the raid"},
		{"The board announced on Monday that it would wait.", "announced", "agent The board"},
		// Of whom something is said, or what is asked of him, in a clause.
		{"Ana Brandt complained on Monday that the judges had been late.", "complained", "agent Ana Brandt, patient the judges"},
		{"Ana Brandt complained on Monday that she had been late.", "complained", "agent Ana Brandt"},
		{"Officials stressed on Monday that the strain is no danger.", "stressed", "agent Officials, patient the strain"},
		{"The board announced that the number of boats lost in the storm is 17.", "announced",
			"agent The board, patient the number of boats lost in the storm"},
		{"The bank expressed concern on Monday that the mill would close.", "expressed", "agent The bank, patient the mill"},
		{"The minister gave an indication on Monday that a ban is coming.", "gave", "agent The minister, patient a ban"},
		// A side has no preposition of its own, but for that of a number.
		{"Officials say the first case of West Lund virus has been confirmed in Harwick.", "confirmed", "patient West Lund virus"},
		{"Guards arrested at least ten clerks on Monday.", "arrested", "agent Guards, patient at least ten clerks"},
		// The object before a day.
		{"Officials in Harwick resigned Wednesday.", "resigned", "agent Officials in Harwick"},
		// The object that two verbs have in common.
		{"Officers arrested and searched the sailor on Sunday.", "arrested", "agent Officers, patient the sailor"},
		{"Officers arrested the thief and searched the sailor on Sunday.", "arrested", "agent Officers, patient the thief"},
		// What the phrase behind a verb names.
		{"The boats disengaged from the tanker on Monday.", "disengaged", "agent The boats, patient the tanker"},
		// Who is to be called, and by whom.
		{"Anyone with news of the boat is asked to phone the Harwick police.", "asked", "agent the Harwick police, patient Anyone with news of the boat"},
		{"Anyone may call the Harwick police on Monday.", "call", "patient the Harwick police"},
		// Those whom nothing befell.
		// What somebody receives or suffers.
		{"The film received an award from the academy on Monday.", "received", "agent the academy, patient The film"},
		{"The ground station received a signal on Monday.", "received", "agent The ground station, patient a signal"},
		{"Corval is under investigation by the police in Oslo.", "investigation", "agent the police, patient Corval"},
		{"Ana Brandt came under attack by two women on Monday.", "attack", "agent two women, patient Ana Brandt"},
		// Whom or what an event harms.
		{"A sailor opened fire in a bar on Sunday, killing two waiters.", "fire", "agent A sailor, patient two waiters"},
		{"Two men met after a crash near Oslo on Monday.", "crash", ""},
		{"A sailor was jailed after opening fire in a crowded bar, killing one waiter on Sunday.", "killing", "agent A sailor, patient one waiter"},
		{"A fire in Oslo began on Monday.", "fire", ""},
		{"Doctors helped victims of the attacks on the embassies in March.", "attacks", "patient the embassies"},
		{"The army rescued owners whose boat sank on Friday.", "sank", "patient whose boat"},
		// Who answers what is asked; who wrote what asks it; who is ordered; at whom.
		{"Ana Brandt rejected the board's demand on Monday.", "demand", "agent the board, patient Ana Brandt"},
		{"The union sent a letter asking the board to resign on Monday.", "asking", "agent The union, patient the board"},
		{"The skit poked fun at the mayor on Monday.", "poked", "agent The skit, patient the mayor"},
		{"The court weighed an attempt by the council to block the sale on Monday.", "block", "agent the council, patient the sale"},
		// A side of many words is cut.
		{"The board praised the widening of the harbour canal, a quarrel of the council with the ministry about its costs, on Monday.", "praised",
			"agent The board, patient the widening of the harbour canal"},
		{"The board praised the widening of the old harbour canal between the two northern locks of the town of Harwick in the county of Lund on Monday.",
			"praised", "agent The board, patient the widening of the old harbour canal"},
		// Who undertakes something.
		{"The union is preparing a series of strikes in May.", "strikes", "agent The union"},
		{"Police made an arrest near Oslo in May in a raid on a club in March 2020.", "raid", "agent Police, patient a club"},
		{"In a Friday interview with Nordan, Ana Brandt said that the bank would close.", "interview", "agent Ana Brandt, patient Nordan"},
		// The noun that the tree left without its verb.
		{"Nobody was hurt in the crash on Monday.", "hurt", "patient Nobody"},
		{"No one was injured on Monday.", "injured", "patient No one"},
		{"Ana Brandt entered the hall where the mayor campaigned on Monday.", "campaigned", "agent the mayor"},
		{"Ana Brandt smiled during a victory speech on Monday.", "speech", "agent Ana Brandt"},
		{"Officials in Harwick warned bank managers Wednesday that they should expect losses.", "warned", "agent Officials in Harwick, patient bank managers"},
		{"Ana Holm warned The Bergen Times Friday evening that the mayor left.", "warned", "agent Ana Holm, patient Bergen Times"},
		{"Tens of thousands demonstrate in Athens.", "demonstrate", "agent Tens of thousands"},
		{"Tanner & Wilcox offered to work on the hotel.", "offered", "agent Tanner & Wilcox, patient the hotel"},
		{"The two ministers met in a park in Lima on Monday.", "met", "agent The two ministers"},
		{"In Lima, the mayor condemned the raid on Monday.", "condemned", "agent the mayor, patient the raid"},
		{"Norway is currently providing relief to affected areas.", "providing", "agent Norway, recipient affected areas, patient relief"},
		{"The board accepted the resignation of Ana Holm on Monday.", "resignation", "agent Ana Holm"},
		{"Ana Holm announced her resignation on Monday.", "resignation", "agent Ana Holm"},
		{"The Health and Safety Executive, however, rejected the plan on Monday.", "rejected", "agent Executive, patient the plan"},
		{"The law came into force on Monday.", "came", "patient The law"},
		{"Ray Holm, a special envoy for malaria with the board, commented on the push on Monday.", "commented", "agent Ray Holm, patient the push"},
		{"The company has sold two hotels and bought a mill on Monday.", "bought", "agent The company, patient a mill"},
		{"A fire at a bakery in Harwick began on Monday.", "fire", "patient a bakery in Harwick"},
		{"One clerk is dead after the storm on Monday.", "dead", "patient One clerk"},
		{"The deaths of more than ten clerks on Monday shocked the town.", "deaths", "patient more than ten clerks"},
		{"U.S. Rep. Gwen Holm on Friday criticized the mayor.", "criticized", "agent Gwen Holm, patient the mayor"},
		{"Ana Holm, aged 91, died on Monday.", "died", "patient Ana Holm"},
		{"June Holm, age 91, died Thursday at a home in Harwick.", "died", "patient June Holm"},
		{"The government lifted that prohibition on Monday.", "lifted", "agent The government, patient that prohibition"},
		{"An outbreak of cholera that sickened 40 people was reported in the town on Monday.", "outbreak", "patient 40 people"},
		{"Monday's flood affected over 100,000 people.", "flood", "patient over 100,000 people"},
		{"The mayor opened a letter Friday that said that the bridge was safe.", "opened", "agent The mayor, patient a letter"},
		{"The mayor destroyed a \"great harvest\" on Monday.", "destroyed", "agent The mayor, patient a \"great harvest\""},
		{"The mayor thanked those who searched for the boat on Monday.", "thanked", "agent The mayor, patient those who searched for the boat on Monday"},
		{"It was a bill opposed only by Ana Brandt.", "opposed", "agent Ana Brandt, patient a bill"},
		{"The town of Harwick received a loan from Corval Bank on Monday.", "received", "agent Corval Bank, recipient The town of Harwick"},
		{"A cook whose garage was a weapons store was detained in June.", "detained", "patient A cook"},
		{"The clerk said one man was arrested on Monday.", "arrested", "patient one man"},
	})
}
