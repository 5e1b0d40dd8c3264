package event

import (
	"math"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// A clue is something that speaks for or against a reader's wanting to see
// what a word tells.
type clue uint8

const (
	always         clue = iota
	byNoun              // a noun tells it
	happened            // share by which the verb is likelier to have happened than is usual
	dynamic             // the same of its being an event
	nounHappened        // the same of the verb above a noun
	nounDynamic         // of the noun itself
	frameKnown          // how much of its frame the lexicon knows
	ofNoKind            // what it tells has no kind of its own
	everyday            // a verb that tells a happening only where its sides make it one
	inWords             // an act of speech
	inStatement         // a mere statement
	mereSaying          // by a verb that only brings what is said
	announced           // by a verb that makes something known
	carriesQuote        // a statement that brings words in quotation marks
	perfect             // the verb group
	presentTense        //
	progressive         //
	futureTense         //
	infinitival         //
	participial         //
	underModal          //
	negated             //
	inRelative          // its clause: a relative one,
	inAdverbial         // an adverbial one,
	inParticiple        // one that hangs on a noun without a relative pronoun,
	inComplement        // the complement of a verb
	quoted              // told between quotation marks
	reportedBy          // told by somebody in the article
	hasTime             // its clause has a time
	hasPlace            // its clause has a place
	inFirst             // sentence: the first,
	inLead              // the next three,
	farDown             // far down
	deep                // how far below the main clause
	namedAgent          // who does it: has a name,
	pronounAgent        // is a pronoun without one,
	speakerAgent        // is the speaker or the reader,
	thingAgent          // is no actor,
	noAgent             // is not told
	namedPatient        // to whom or what: has a name,
	pronounPatient      // is a pronoun,
	noPatient           // is not told
	numClues
)

// NumClues is how many clues there are.
const NumClues = int(numClues)

// ClueNames are the clues' names in tables of weights.
var ClueNames = [NumClues]string{
	"always", "byNoun", "happened", "dynamic", "nounHappened", "nounDynamic", "frameKnown", "ofNoKind", "everyday", "inWords",
	"inStatement", "mereSaying", "announced", "carriesQuote", "perfect", "presentTense", "progressive", "futureTense",
	"infinitival", "participial", "underModal", "negated", "inRelative", "inAdverbial", "inParticiple", "inComplement", "quoted",
	"reportedBy", "hasTime", "hasPlace", "inFirst", "inLead", "farDown", "deep", "namedAgent", "pronounAgent", "speakerAgent",
	"thingAgent", "noAgent", "namedPatient", "pronounPatient", "noPatient",
}

// A Clues is what speaks for and against an event, or what each is worth.
type Clues [numClues]float64

// Candidates calls f with all that may be an event of d, and what speaks for
// and against it, for who learns what the clues are worth.
func Candidates(d *token.Doc, in Input, f func(trigger token.Span, x *Clues)) {
	find := newFinder(d, &in)
	if find == nil {
		return
	}
	for s := range d.Sents {
		d.CheckAt(s)
		if k := d.Sents[s].Kind; k == token.Boilerplate || k == token.Dateline {
			continue
		}
		for _, c := range find.candidates(int32(s)) {
			if find.hypothetical(&c.hit) {
				continue
			}
			x := find.clues(&c.hit, int32(s))
			f(d.Tokens[c.trig].Span, &x)
		}
	}
}

// clues has what speaks for and against the event of h, in sentence s.
func (f *finder) clues(h *hit, s int32) (x Clues) {
	x[always] = 1
	t := &f.d.Tokens[h.trig]
	done, event := f.d.Fact(h.trig)
	if t.UPOS == token.VERB {
		x[happened], x[dynamic] = share(done)-usuallyHappened, share(event)-usuallyDynamic
		x[everyday] = truth(wordTable.Has(t.Lemma, classStatic))
	} else {
		around, _ := f.d.Fact(h.clause)
		x[byNoun], x[nounHappened], x[nounDynamic] = 1, share(around)-usuallyHappened, share(event)-seldomDynamic
	}
	x[frameKnown] = float64(h.score) / 60
	f.clueKind(h, &x)
	f.clueClause(h, &x)
	x[quoted], x[reportedBy] = truth(t.Quote != token.None), truth(f.said[h.trig] != token.None)
	x[hasTime] = truth(f.timeOf(h.clause, s) != token.None)
	x[hasPlace] = truth(f.placeOf(h.clause, s, rests) != token.None)
	x[inFirst], x[inLead], x[farDown] = truth(s == 0), truth(s > 0 && s <= leadLast), truth(s >= lateFirst)
	x[deep] = float64(min(f.depth[h.clause], deepest)) / float64(deepest)
	f.clueSides(h, &x)
	return x
}

// What the clues are measured against, and what is less likely to be wanted
// than to be an event: chosen on the
// annotated articles for learning.
const (
	usuallyHappened = .7  // how likely a verb's having happened is
	usuallyDynamic  = .35 // the same of its being an event
	seldomDynamic   = .24 // of a noun's
	leadLast        = 3   // the last sentence of the lead
	lateFirst       = 13  // the first sentence that is far down
	deepest         = 4   // as deep as counts
	leastWorth      = .3  // what is less likely to be wanted is no event
	leastSaying     = .5  // the same of a mere saying
)

func share(b uint8) float64 { return float64(b) / wholeLikelihood }

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// clueKind fills what the kind tells.
func (f *finder) clueKind(h *hit, x *Clues) {
	x[ofNoKind] = truth(h.kind == ontology.Change)
	switch q := ontology.QuadOf(h.kind); {
	case h.kind == ontology.Statement:
		x[inStatement] = 1
		x[mereSaying] = truth(wordTable.Has(f.lemma(h.trig), classMereSaying))
		x[announced] = truth(wordTable.Has(f.lemma(h.trig), classAnnounces))
		x[carriesQuote] = truth(f.cites(h.clause))
	case q == ontology.VerbalCoop || q == ontology.VerbalConflict:
		x[inWords] = truth(h.kind != ontology.Consult && h.kind != ontology.Cooperate)
	}
}

// cites reports whether verb p brings words in quotation marks.
func (f *finder) cites(p int32) bool {
	for k := range f.kids(p) {
		if t := &f.d.Tokens[k]; t.Rel == token.Ccomp || t.Rel == token.Parataxis {
			if t.Quote != token.None {
				return true
			}
		}
	}
	return false
}

// clueClause fills what the verb group and the place in the tree tell.
func (f *finder) clueClause(h *hit, x *Clues) {
	g := syntax.Group(f.d, h.clause)
	x[perfect] = truth(g.Perfect)
	x[presentTense] = truth(g.Tense == syntax.Present && !g.Perfect && !g.Progressive)
	x[progressive] = truth(g.Progressive)
	x[futureTense] = truth(g.Tense == syntax.Future)
	x[infinitival] = truth(g.Mood == syntax.Infinitive)
	x[participial] = truth(g.Mood == syntax.Participle)
	x[underModal] = truth(g.Modal != "" && g.Tense != syntax.Future)
	x[negated] = truth(g.Negated)
	switch f.d.Tokens[h.clause].Rel {
	case token.AclRelcl:
		x[inRelative] = 1
	case token.Advcl:
		x[inAdverbial] = 1
	case token.Acl, token.Amod:
		x[inParticiple] = 1
	case token.Xcomp, token.Ccomp:
		x[inComplement] = 1
	}
}

// clueSides fills what the sides tell.
func (f *finder) clueSides(h *hit, x *Clues) {
	switch {
	case h.src == token.None:
		x[noAgent] = 1
	case f.d.Tokens[h.src].UPOS == token.PRON && wordTable.Has(f.d.Tokens[h.src].Lower, classSpeaking):
		x[speakerAgent] = 1
	case f.known(h.src):
		x[namedAgent] = 1
	case f.d.Tokens[h.src].UPOS == token.PRON:
		x[pronounAgent] = 1
	case !f.is(h.src, actorClass):
		x[thingAgent] = 1
	}
	switch {
	case h.tgt == token.None:
		x[noPatient] = 1
	case f.known(h.tgt):
		x[namedPatient] = 1
	case f.d.Tokens[h.tgt].UPOS == token.PRON:
		x[pronounPatient] = 1
	}
}

// Worth is how likely a reader wants to see what the clues x speak of, by weights w.
func (w *Clues) Worth(x *Clues) float64 {
	z := 0.0
	for i := range x {
		z += w[i] * x[i]
	}
	return 1 / (1 + math.Exp(-z))
}
