package event

// worthWeights say how likely a reader wants to see what a word tells: those of
// a logistic regression over all candidates of the forty annotated articles for
// learning, wanted being what the gold has as worth showing; what is true but
// minor counts half. The penalty on their squares was chosen by leaving a tenth
// of the articles out in turn; what counts for less than .05 is left out.
var worthWeights = [numClues]float64{
	always:         0.51,
	byNoun:         0.54,
	happened:       0.59,
	dynamic:        0.22,
	nounHappened:   0.25,
	frameKnown:     0.41,
	ofNoKind:       -0.92,
	everyday:       -0.41,
	inWords:        -0.17,
	inStatement:    -0.83,
	mereSaying:     -1.05,
	announced:      0.51,
	carriesQuote:   -0.55,
	perfect:        0.35,
	presentTense:   -0.58,
	futureTense:    0.31,
	infinitival:    -0.43,
	participial:    -0.06,
	underModal:     -0.41,
	negated:        -0.07,
	inRelative:     0.18,
	inAdverbial:    0.07,
	inParticiple:   0.15,
	inComplement:   0.11,
	quoted:         -0.47,
	hasTime:        0.98,
	hasPlace:       0.49,
	inFirst:        0.53,
	inLead:         0.29,
	farDown:        -0.29,
	deep:           -0.43,
	namedAgent:     0.12,
	pronounAgent:   -0.24,
	speakerAgent:   0.07,
	thingAgent:     -0.19,
	noAgent:        0.11,
	namedPatient:   0.30,
	pronounPatient: 0.21,
	noPatient:      -0.12,
}

// What the clues are measured against, and what is less likely to be wanted
// than to be an event, chosen with the weights.
const (
	usuallyHappened = .7  // how likely a verb's having happened is
	usuallyDynamic  = .35 // the same of its being an event
	seldomDynamic   = .24 // of a noun's
	leadLast        = 3   // the last sentence of the lead
	lateFirst       = 13  // the first sentence that is far down
	deepest         = 4   // as deep as counts
	leastWorth      = .25 // what is less likely to be wanted is no event
	leastSaying     = .5  // the same of a mere saying
)
