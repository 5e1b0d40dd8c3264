package event

import (
	"testing"

	"github.com/dateline-go/dateline/internal/ontology"
)

// Who takes part, and what stands beside it, tells the kind: a rally of a senator is
// the election's, one of miners a protest.
func TestRefinedKinds(t *testing.T) {
	checkKinds(t, []kindCase{
		{"Senator Maria Lopez held a rally in Lima on Monday.", ontology.Election},
		{"Miners held a rally against the law in Lima on Monday.", ontology.Protest},
		{"Senator Maria Lopez held a protest rally in Lima on Monday.", ontology.Protest},
		{"A man blew himself up in the market.", ontology.Assault},
		{"The man shot himself in Lima.", ontology.Injury},
		{"The couple were found dead Monday night in Lima.", ontology.Death},
		{"Senator Maria Lopez attacked the plan of the bank on Monday.", ontology.Accuse},
		{"Senator Maria Lopez attacked the union on Monday.", ontology.Accuse},
		{"Rebels attacked the union on Monday.", ontology.Assault},
		{"Tea slid 12 cents to $3 on Monday.", ontology.Market},
		{"The nurse climbed a wall on Monday.", ontology.Change},
		{"Clashes erupted between rebels and police.", ontology.Assault},
	})
}
