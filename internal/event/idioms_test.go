package event

import (
	"testing"

	"github.com/dateline-go/dateline/internal/ontology"
)

// A verb with its particle, phrase or noun tells what it does not tell alone.
func TestIdioms(t *testing.T) {
	checkKinds(t, []kindCase{
		{"Two men beat up a driver in Lima.", ontology.Assault},
		{"The minister demanded an apology.", ontology.Request},
		{"Fighting raged in Lima on Monday.", ontology.Assault},
		{"The talks were called off on Monday.", ontology.Consult},
		{"The king called off the match on Monday.", ontology.Sport},
	})
}

// What is no act though its words are those of one.
func TestNoAct(t *testing.T) {
	for _, text := range []string{
		"The firm, which runs the port, is old.",
		"The views of the nurses collided.",
		"The nurse stumbled through an answer.",
		"The mayor stood by his words.",
	} {
		d, in := parse(text)
		if es := Find(d, in); len(es) > 0 {
			t.Errorf("%s:%s", text, show(d, es))
		}
	}
}
