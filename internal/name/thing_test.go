package name

import (
	"testing"

	"github.com/dateline-go/dateline/internal/token"
)

func TestThings(t *testing.T) {
	checkTypes(t, []typed{
		{"Cyclone Marit hit the coast on Friday. Officials said Marit would weaken by noon.", "Marit", token.MISC},
		{"Cyclone Marit hit the coast on Friday. Officials said Marit would weaken by noon.", "Cyclone Marit", token.MISC},
		{"Cyclone Marit hit the coast. Governor Marit Olsen visited the town.", "Marit Olsen", token.PER},
		{"The USS Harold Denby sailed to Manila.", "USS Harold Denby", token.MISC},
		{"A storm hit Manila on Friday.", "Manila", token.LOC},
	})
}
