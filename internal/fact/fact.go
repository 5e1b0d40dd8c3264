// Package fact judges every word that may tell of something, verbs, nouns and
// adjectives: how likely it is that this happened, and how likely that it is
// an event at all, a dynamic and particular happening that is no hypothesis,
// rather than a state, a habit or a thought.
//
// Two logistic regressions over the same features decide: the verb's group
// (tense, mood, modals, negation), the words that it is embedded in and their
// own groups, the conjunctions and conditions around it, its subject and
// object, its adverbs, its lemma and the cluster of its lemma. They are trained
// on human judgements of Universal Decompositional Semantics
// (http://decomp.io, CC BY-SA 4.0) about predicates of the English Web
// Treebank, with tags and trees as they are predicted.
//
// fact.sum beside the model has its figures on the treebank's development part.
package fact

import "github.com/dateline-go/dateline/internal/token"

//go:generate go run ../gen/words

// Judge has the verbs, nouns and adjectives of a parsed text judged when Fact
// asks about them. What Fact has told before stays.
func Judge(d *token.Doc) {
	m := open(data)
	x := NewExtractor(d)
	d.Judge = func(i int32) (happened, dynamic uint8) {
		if !Judged(&d.Tokens[i]) {
			return 0, 0
		}
		var sum [outputs]int32
		m.add(x.Features(i), &sum)
		return m.share(0, sum[0]), m.share(1, sum[1])
	}
}

// Judged reports whether t is of a class of words that tell of something.
// Names count too, since taggers take the words of headlines for them.
func Judged(t *token.Token) bool {
	switch t.UPOS {
	case token.VERB, token.NOUN, token.ADJ, token.AUX:
		return true
	case token.PROPN:
		return t.Rel != token.Flat && t.Rel != token.Compound
	}
	return false
}
