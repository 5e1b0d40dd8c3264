// Package syntax finds the dependency tree of each sentence, in the scheme of
// Universal Dependencies v2 (basic trees), and reads from the trees what later
// rooms ask: the verb group of a predicate, its subject and object, the span
// of a noun phrase.
//
// The parser is greedy: one pass of arc-hybrid transitions, chosen by a linear
// model, so that its time is linear in the length of the text. Two steps in
// three are chosen by fewer than half of the features.
package syntax

import (
	"github.com/dateline-go/dateline/internal/syntax/transition"
	"github.com/dateline-go/dateline/internal/token"
)

// Parse fills Head and Rel of every token of a tagged text, and links the
// dependents. Each sentence becomes a tree with one root.
func Parse(d *token.Doc) {
	m := open(data)
	parse(d, &m)
}

// ParseWith is Parse by a model that is not the embedded one: trainers that
// learn from predicted trees have their texts parsed by models that did not
// see them.
func ParseWith(d *token.Doc, data string) {
	m := open(data)
	parse(d, &m)
}

func parse(d *token.Doc, m *model) {
	var st transition.State
	var x scratch
	for i := range d.Sents {
		d.Check()
		s := &d.Sents[i]
		toks := d.Tokens[s.First:s.Last]
		if len(toks) == 0 {
			continue
		}
		words := st.Reset(len(toks))
		for j := range toks {
			words[j] = transition.MakeWord(&toks[j])
		}
		st.Begin()
		for !st.Done() {
			if s.Crammed {
				st.Do(fallback(&st))
				continue
			}
			st.Do(m.choose(&st, &x))
		}
		for j := range toks {
			h, r := st.Head(int32(j) + 1)
			if int(h) > len(toks) {
				h = 0
			}
			toks[j].Head, toks[j].Rel = token.None, r
			if h > 0 {
				toks[j].Head = s.First + h - 1
			}
		}
		d.Link(int32(i))
		if mend(d, s) {
			d.Link(int32(i))
		}
		if !s.Crammed {
			mendClauses(d, int32(i))
		}
	}
}
