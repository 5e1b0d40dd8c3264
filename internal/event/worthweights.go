package event

// worthWeights say how likely a reader wants to see what a word tells.
var worthWeights = [numClues]float64{
	always:         0.50,
	byNoun:         0.54,
	happened:       0.59,
	dynamic:        0.21,
	nounHappened:   0.25,
	frameKnown:     0.41,
	ofNoKind:       -0.97,
	everyday:       -0.37,
	inWords:        -0.18,
	inStatement:    -0.82,
	mereSaying:     -1.07,
	announced:      0.50,
	carriesQuote:   -0.55,
	perfect:        0.36,
	presentTense:   -0.58,
	futureTense:    0.32,
	infinitival:    -0.42,
	underModal:     -0.40,
	negated:        -0.07,
	inRelative:     0.16,
	inAdverbial:    0.05,
	inParticiple:   0.13,
	inComplement:   0.09,
	quoted:         -0.49,
	hasTime:        0.98,
	hasPlace:       0.50,
	inFirst:        0.52,
	inLead:         0.28,
	farDown:        -0.32,
	deep:           -0.39,
	namedAgent:     0.11,
	pronounAgent:   -0.25,
	speakerAgent:   0.07,
	thingAgent:     -0.18,
	noAgent:        0.12,
	namedPatient:   0.29,
	pronounPatient: 0.20,
	noPatient:      -0.10,
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
