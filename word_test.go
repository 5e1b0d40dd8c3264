package dateline_test

import (
	"testing"

	"github.com/dateline-go/dateline"
)

// TestWordOf: on whose word an event is known, if on anybody's.
func TestWordOf(t *testing.T) {
	for _, x := range []struct{ text, word, by string }{
		{"The minister said that the army held talks with rebels on Monday.", "talks", "The minister"},
		{"The minister said that the suspension of two members in May had hurt the party.", "suspension", ""},
		// A count of events tells them.
		{"Officials from the agency predicted that the number of current cholera infections in Kenya will decline to 600.", "infections", "Officials from the agency"},
		// Saying is the event itself.
		{"“We urge both sides to stop the fighting,” the envoy said.", "urge", ""},
		{"The council said it opposes the plan of the ministry.", "opposes", ""},
		{"“We greatly appreciate the work of the crews,” the mayor said.", "appreciate", ""},
		{"Police said they wanted to thank residents and local businesses for their patience on Monday.", "thank", ""},
		{"The council said it had opposed the plan of the ministry.", "opposed", "The council"},
		{"Her spokesman said that the mayor told a priest she apologises for the delay.", "apologises", "Her spokesman"},
		// What was not said tells nothing, but what is not believed, or told to be none.
		{"Two others have not said whom they voted for on Monday.", "voted", ""},
		{"Police do not believe that the driver stole the car.", "stole", "Police"},
		// What is only named in what is asked for, judged or talked about.
		{"The prosecutor asked for the release of the men arrested in May.", "arrested", ""},
		{"The president welcomed the visit of the foreign minister.", "visit", ""},
		{"The leaders met to discuss the election that killed 36 people.", "killed", ""},
		{"The bureau clarified the minister's comments on Monday.", "comments", ""},
		{"The senator dismissed the mayor's speech as lies.", "speech", ""},
		{"Investigators labeled the fire an arson on Monday.", "arson", "Investigators"},
		{"The minister accused the army of killing ten men.", "killing", "The minister"},
		{"The mayor announced plans to run for a fifth term in 2019.", "run", ""},
		{"The minister stated that since Ghana attained independence in 1957, no government has ever set aside a budget for the north.", "attained", ""},
		{"The agency reported the arrest of a pilot in Oslo.", "arrest", "The agency"},
		// A crime story goes on from what the police say, not from a deputy minister.
		{"Police said a man broke into a shop on Monday. He then fled in a van.", "fled", "Police"},
		{"The deputy minister said a man broke into a shop on Monday. He then fled in a van.", "fled", ""},
		{"A man broke into a shop on Monday, according to an arrest report. He cut a clerk on the arm.", "cut", "an arrest report"},
		{"A man broke into a shop on Monday, according to court records. He then fled in a van.", "fled", "court records"},
		{"Police said a man broke into a shop on Monday. He took a purse from a drawer. He then fled in a van.", "fled", "Police"},
		{"Police said a man broke into a shop on Monday. Officers searched the street. He then fled in a van.", "fled", ""},
		// What is only called alleged is the word of the police who tell of it.
		{"A clerk is accused of stabbing two men in Lima on Monday. The clerk wore a red coat, according to an arrest report.", "stabbing", "an arrest report"},
		{"Ana Brandt allegedly stabbed two men on Monday. The bar was full. Brandt also hit a nurse, police said.", "stabbed", "police"},
		{"The minister praised a school on Monday. A nurse left Lima. A bridge fell. A train stopped. A storm broke a window. A cook allegedly stabbed two men. Police said that a road was closed.", "stabbed", ""},
		// Prosecutors and authorities tell, too, but not by what they agree to.
		{"Prosecutors said a man broke into a shop on Monday. He then fled in a van.", "fled", "Prosecutors"},
		{"Authorities said a man broke into a shop on Monday. He then fled in a van.", "fled", "Authorities"},
		{"Prosecutors agreed to drop a charge on Monday. He then fled in a van.", "fled", ""},
		// Nobody is named who reports.
		{"At least 12 farmers were reported killed in clashes between police and miners in the region in recent days.", "killed", ""},
		// Who was told does not tell.
		{"Brandt said he was told that the driver had left Lima on Monday.", "left", "Brandt"},
	} {
		d, err := dateline.Parse(dateline.Article{Text: x.text})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, e := range d.Events {
			if d.Slice(e.Trigger) != x.word {
				continue
			}
			found = true
			by := ""
			if st, ok := d.Statement(e.Statement); ok {
				by = d.Slice(st.Speaker)
			}
			if by != x.by {
				t.Errorf("%s\n\t%s: on the word of %q, want %q", x.text, x.word, by, x.by)
			}
		}
		if !found {
			t.Errorf("%s\n\tno event %s", x.text, x.word)
		}
	}
}
