package event

import "testing"

// TestSections reads one clause in articles of several pages of the paper.
func TestSections(t *testing.T) {
	kind := func(text, lemma string) string {
		d, in := parse(text)
		for _, e := range Find(d, in) {
			if e.Lemma == lemma {
				return e.Kind
			}
		}
		return ""
	}
	ring := "The heavyweight boxer Juan Perez floored Ivan Horak on Saturday. The referee stopped the bout after two knockdowns in the final round. " +
		"The champion threw punches and jabs at his challenger, and his trainer praised the knockout."
	arts := "The singer Maria Lopez has made an album of old songs with a band. The actor who wrote the film's soundtrack and the orchestra " +
		"shaped the record in May. Fans of the musical will hear it at a festival concert."
	shares := "Acme Corp., the maker of toys, kept its offer of $3 a share open on Monday. Shareholders of the company with 3 million shares " +
		"bundled their shares in May. Its stock, profit and revenue rose in the quarter, and analysts spoke of debt and a merger."
	votes := "The candidate Maria Lopez leads in the polls before the primary. A banker donated $5,000 to his choice in May. " +
		"Ivan Horak dropped out in May. Voters go to the ballot in the caucus on Monday, and her campaign hopes for the nomination of the electorate."
	plain := "A banker donated $5,000 to his choice in May. Ivan Horak dropped out in May. The villager Juan Perez floored Ivan Horak on Saturday. The band shaped the street in May."
	for _, c := range []struct{ text, lemma, want string }{
		{ring, "floor", "SPORT"},
		{plain, "floor", "CHANGE"},
		{arts, "shape", "CULTURE"},
		{plain, "shape", "CHANGE"},
		{shares, "bundle", "DEAL"},
		{votes, "donate", "ELECTION"},
		{plain, "donate", "AID"},
		{votes, "drop", "ELECTION"},
		{plain, "drop", "CHANGE"},
	} {
		if got := kind(c.text, c.lemma); got != c.want {
			t.Errorf("%s in %q is %q, not %s", c.lemma, c.text, got, c.want)
		}
	}
	blast := "An explosion damaged the market on Monday. Police said a bomb had been laid by a bomber of the gang."
	if got := kind(blast, "damage"); got != "ASSAULT" {
		t.Errorf("damage in %q is %q", blast, got)
	}
	if got := kind("An explosion damaged the market on Monday. A valve had failed.", "damage"); got != "ACCIDENT" {
		t.Errorf("a blast of a boiler is %q", got)
	}
}
