package event

import (
	"math"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// worthWeights say how likely a reader wants to see what a word tells: the
// weights of a logistic regression on the words of forty annotated articles,
// among them those that look like an event and are none. What counts for less
// than a tenth is left out.
var worthWeights = struct {
	bias                           float64
	noun                           float64 // a noun tells it
	happened, nounHappened         float64 // share by which the verb, or the verb above the noun, is likelier to have happened than not
	dynamic                        float64 // the same of its being an event
	frame                          float64 // how much of its frame the lexicon knows
	words, statement               float64 // an act of speech; a mere statement
	past, perfect, present, future float64
	infinitive, participle, modal  float64
	negated                        float64
	subordinate                    float64
	quoted                         float64
	dated                          float64 // its clause has a time
	first, lead, late              float64 // sentence: the first, the next three, far down
	pronounAgent, noAgent          float64
	namedPatient, noPatient        float64
}{
	bias: -.45, noun: .85, happened: 1.06, nounHappened: .8, dynamic: 1.16, frame: .016, words: -.4, statement: -1.5,
	perfect: .6, present: -.4, future: 1.05, infinitive: -.3, participle: -.2, modal: -.7, negated: -.9, subordinate: .2,
	quoted: -.8, dated: .95, first: .85, lead: .5, late: -.3, pronounAgent: -.5, noAgent: -.15, namedPatient: .2, noPatient: -.35,
}

// What worth is measured against, chosen with the weights.
const (
	usuallyHappened = .7  // share of 255 that a verb's likelihood of having happened is compared with
	usuallyDynamic  = .35 // the same for its being an event
	leadLast        = 3   // the last sentence of the lead
	lateFirst       = 13  // the first sentence that is far down
	leastWorth      = .28 // what is less likely to be wanted is no event
)

// worth is how likely a reader wants to see the event of h, in sentence s.
func (f *finder) worth(h *hit, s int32) float64 {
	w := &worthWeights
	t, c := &f.d.Tokens[h.trig], &f.d.Tokens[h.clause]
	z := w.bias + w.frame*float64(h.score)
	if t.UPOS == token.VERB {
		z += w.happened*(float64(t.Happened)/255-usuallyHappened) + w.dynamic*(float64(t.Dynamic)/255-usuallyDynamic)
	} else {
		z += w.noun + w.nounHappened*(float64(c.Happened)/255-usuallyHappened)
	}
	add := func(yes bool, weight float64) {
		if yes {
			z += weight
		}
	}
	switch q := ontology.QuadOf(h.kind); {
	case h.kind == ontology.Statement:
		z += w.words + w.statement
	case q == ontology.VerbalCoop || q == ontology.VerbalConflict:
		add(h.kind != ontology.Consult && h.kind != ontology.Cooperate, w.words)
	}
	g := syntax.Group(f.d, h.clause)
	add(g.Perfect, w.perfect)
	add(g.Tense == syntax.Present && !g.Perfect && !g.Progressive, w.present)
	add(g.Tense == syntax.Future, w.future)
	add(g.Mood == syntax.Infinitive, w.infinitive)
	add(g.Mood == syntax.Participle, w.participle)
	add(g.Modal != "" && g.Tense != syntax.Future, w.modal)
	add(g.Negated, w.negated)
	add(wordClause(c.Rel), w.subordinate)
	add(t.Quote != token.None, w.quoted)
	add(f.timeOf(h.clause, s) != token.None, w.dated)
	add(s == 0, w.first)
	add(s > 0 && s <= leadLast, w.lead)
	add(s >= lateFirst, w.late)
	switch {
	case h.src == token.None:
		z += w.noAgent
	case !f.known(h.src):
		add(f.d.Tokens[h.src].UPOS == token.PRON, w.pronounAgent)
	}
	if h.tgt == token.None {
		z += w.noPatient
	} else {
		add(f.known(h.tgt), w.namedPatient)
	}
	return 1 / (1 + math.Exp(-z))
}

// wordClause reports whether r ties a clause to a word of another one.
func wordClause(r token.Rel) bool {
	switch r {
	case token.Advcl, token.Acl, token.AclRelcl, token.Xcomp, token.Amod:
		return true
	}
	return false
}
