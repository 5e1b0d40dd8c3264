package event

import (
	"testing"

	"github.com/dateline-go/dateline/internal/quote"
)

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
		// A question that is open denies nothing.
		{"The club has not decided when to sell the stadium.", "sell", Possible},
		{"Organisers have not decided whether to invite the president to the summit.", "invite", Possible},
		{"The club decided not to sell the stadium.", "sell", Denied},
		// What somebody is accused of, nobody is named who says so.
		{"Two men are accused of robbing a bank in May.", "robbing", Possible},
		{"A woman accused of robbing a bank was freed in May.", "robbing", Possible},
		{"The mayor accused two men of robbing a bank in May.", "robbing", Occurred},
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
		// What is set up to do something is there, unlike what is set to do it.
		{"A panel was set up to look into the collapse on Monday.", "set", Occurred},
		// What is still to come, and what was to come.
		{"The senator has yet to endorse the governor.", "endorse", Denied},
		{"The mayor was to resign in May.", "resign", Planned},
		{"The new bridge, due to open in May, is long.", "open", Planned},
		{"The mayor would later leave Lima for Chile.", "leave", Occurred},
		// What a thing goes through or makes worse is foreseen and planned by nobody.
		{"The drought will worsen hunger in Niger.", "worsen", Possible},
		{"Farmers fear that the lake will shrink.", "shrink", Possible},
		{"Officials predicted that the prices would rise.", "rise", Possible},
		{"The bridge will open in May.", "open", Planned},
		{"The mayor will hurt farmers.", "hurt", Planned},
		// A meeting that is called is held, one that is called off is not.
		{"The mayor called an emergency meeting on Monday.", "meeting", Occurred},
		{"The mayor called off the meeting on Monday.", "called", Failed},
		// A modal before a perfect.
		{"The mayor should have resigned, the nurse said.", "resigned", Denied},
		{"The mayor should not have resigned, the nurse said.", "resigned", Occurred},
		{"The mayor would have resigned on Monday.", "resigned", Possible},
		{"The mayor may not have resigned on Monday.", "resigned", Possible},
		// What just did not happen, what happened late, what is not thought to have happened.
		{"The driver was nearly killed in Lima on Monday.", "killed", Denied},
		{"The bus did not arrive until Monday.", "arrive", Occurred},
		{"I do not think that the mayor resigned, the nurse said.", "resigned", Denied},
		// Who comes upon nothing has looked; what nobody found was not found.
		{"The driver pleaded no contest on Monday.", "pleaded", Occurred},
		{"The ministry reported no arrests on Monday.", "reported", Occurred},
		{"No body was found on Monday.", "found", Denied},
		// Decided against, wanted of another, forced, unable.
		{"The prosecutor decided not to charge the mayor.", "charge", Denied},
		{"The decision not to charge the mayor angered Lima.", "charge", Denied},
		{"The council wants the mayor to resign.", "resign", Possible},
		{"The mayor was forced to resign on Monday.", "resign", Occurred},
		{"Divers were unable to rescue the sailor on Monday.", "rescue", Failed},
		{"The senate failed to pass the bill on Monday.", "pass", Failed},
		{"A summit to be held in Lima on trade worried farmers.", "summit", Planned},
		// Called off, put off.
		{"The summit between the two kings was called off on Monday.", "called", Failed},
		{"The summit was postponed until May.", "summit", Planned},
		// Thought, feared, hoped, only maybe so: and what goes on after it.
		{"It is feared that the ship has sunk.", "sunk", Possible},
		{"The general is presumed to have fled to Chad and joined the rebels.", "fled", Possible},
		{"The general is presumed to have fled to Chad and joined the rebels.", "joined", Possible},
		{"The rebels have reportedly seized the town and killed the mayor.", "seized", Possible},
		{"The rebels have reportedly seized the town and killed the mayor.", "killed", Possible},
		{"The rebels seized the town, which reportedly has a bank.", "seized", Occurred},
		{"The ministry hoped to close the plant.", "close", Possible},
		{"The ministry plans to repaint the school in Lima.", "repaint", Planned},
		{"The ministry is set to repaint the school in Lima.", "repaint", Planned},
		{"The firm is expected to close the plant and dismiss 300 workers.", "dismiss", Planned},
		{"Two men tried to rob the bank and kidnap the clerk on Monday.", "kidnap", Failed},
		{"The council failed to repaint the school.", "repaint", Failed},
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

// TestAlleged: what is only alleged came about where the police or a court tell it.
func TestAlleged(t *testing.T) {
	for _, x := range []struct {
		text string
		want Status
	}{
		{"A clerk allegedly robbed a bank in Lima, police said.", Occurred},
		{"A clerk allegedly robbed a bank in Lima. He fled on foot, police said.", Occurred},
		{"A clerk allegedly robbed a bank in Lima. The street is long. Police said that two cows had died in Cusco.", Possible},
		{"A clerk allegedly robbed a bank in Lima. The street is long. Police said that the clerk had fled to Cusco.", Occurred},
		{"A clerk is allegedly robbing a bank in Lima, police said.", Ongoing},
	} {
		d, in := parse(x.text)
		in.Statements = quote.Find(d, quote.Input{Actors: in.Actors})
		es := Find(d, in)
		if len(es) == 0 {
			t.Errorf("%s\n\tno event", x.text)
			continue
		}
		if es[0].Status != x.want {
			t.Errorf("%s\n\t%s: got %s, want %s", x.text, d.Str(es[0].Trigger), es[0].Status, x.want)
		}
	}
}
