package quote

import "github.com/dateline-go/dateline/internal/token"

// form is the construction in which a statement stands.
type form uint8

const (
	thatClause     form = iota + 1 // "said on Monday that ..."
	clause                         // "said he would ...", as the tree gives it
	bareClause                     // the same, where the tree gives no clause
	relativeGap                    // "a change that he said would hurt"
	asClause                       // "As X has said, ..."
	infinitive                     // "vowed to ..."
	objectAndInf                   // "urged them to ..."
	gerund                         // "denied taking ..."
	preposition                    // "called for ...", "asked X about ..."
	object                         // "criticised the plan"
	judgement                      // "called him a liar"
	passiveReport                  // "X is said to have left"
	final                          // "..., she said on Monday"
	medial                         // "..., she said, ..."
	citedByTree                    // "according to X", as the tree gives X
	citedByWords                   // the same, where the tree gives no phrase
	quotedByCue                    // “...,” she said
	quotedByVerb                   // “...,” she laughed: any verb behind a comma
	quotedByNobody                 // “...,” was heard: a cue without a speaker
	quotedCiting                   // “...,” according to X, as the tree gives X
	quotedCitingBy                 // the same, where the tree gives no phrase
	cueBeforeQuote                 // She said, “...”
	cueBeforeColon                 // She said: “...”
	nameColonQuote                 // Brandt: “...”
	colonQuote                     // She was not impressed: “...”
	nameColon                      // a transcript's "BRANDT: ..."
	headlineColon                  // "Brandt: Talks to go on"
	signature                      // “...” — Ana Brandt
	quotedPiece                    // rejected what he called “...”: any verb before a quotation
	floating                       // a quotation that goes on from the one before
	nounClause                     // "her claim that ..."
	nounObject                     // "a call for ..."
	nounLightVerb                  // "made the claim that ..."
)

// forms says of every form what it is called, how sure a statement in it is,
// and what the later steps have to know. The scores were set by hand while the
// rules were written on PolNeAR's development part; what hangs on them is which
// of two forms that claim the same words stays.
var forms = [...]struct {
	rule  string
	score uint8
	trait trait
}{
	thatClause:     {"that", 80, 0},
	clause:         {"clause", 80, yields},
	bareClause:     {"bare-clause", 60, 0},
	relativeGap:    {"relative-gap", 65, 0},
	asClause:       {"as-clause", 75, 0},
	infinitive:     {"infinitive", 80, 0},
	objectAndInf:   {"object-infinitive", 80, 0},
	gerund:         {"gerund", 80, 0},
	preposition:    {"verb-preposition", 80, slight | phrasal},
	object:         {"object", 80, slight | replaceable | phrasal},
	judgement:      {"judgement", 80, slight | phrasal},
	passiveReport:  {"passive-report", 70, 0},
	final:          {"final", 88, 0},
	medial:         {"medial", 88, 0},
	citedByTree:    {"according-to", 90, 0},
	citedByWords:   {"according-to", 85, 0},
	quotedByCue:    {"quote-cue", 95, farReaching},
	quotedByVerb:   {"quote-cue", 70, farReaching},
	quotedByNobody: {"quote-cue", 70, farReaching},
	quotedCiting:   {"quote-according-to", 90, 0},
	quotedCitingBy: {"quote-according-to", 85, 0},
	cueBeforeQuote: {"cue-quote", 92, farReaching},
	cueBeforeColon: {"cue-quote", 94, farReaching},
	nameColonQuote: {"name-colon", 85, speech},
	colonQuote:     {"colon", 75, 0},
	nameColon:      {"name-colon", 75, speech},
	headlineColon:  {"name-colon", 70, 0},
	signature:      {"signature", 85, 0},
	quotedPiece:    {"quoted-piece", 60, 0},
	floating:       {"floating", 60, 0},
	nounClause:     {"noun", 65, slight},
	nounObject:     {"noun", 55, slight | phrasal},
	nounLightVerb:  {"noun", 70, slight},
}

// trait is what later steps have to know of a form.
type trait uint8

const (
	slight      trait = 1 << iota // a mere phrase: inside another statement it is part of what that one says
	replaceable                   // the object of a light verb: gives way to the noun that says more
	yields                        // its content may be cut where a later attribution claims the end
	farReaching                   // marks bound its content, not the distance from the cue
	phrasal                       // content is no clause but a phrase
	speech                        // set off as speech: direct without marks
)

// is reports whether the form has trait t.
func (f form) is(t trait) bool { return forms[f].trait&t != 0 }

// source is how a speaker was found.
type source uint8

const (
	bySubject       source = iota + 1 // the cue's own subject
	bySharedSubject                   // the subject of a verb that the cue is joined to
	byArgument                        // ARG0 of the cue's roleset: "her claim", "a call from the mayor"
	byIssuer                          // who made the text that speaks
	beforeCue                         // the noun phrase before the cue, without the tree
	afterCue                          // the noun phrase behind the cue, without the tree
	byCitation                        // the phrase of "according to"
	byNameColon                       // the name before a colon
	bySignature                       // the name behind a dash
	byGoingOn                         // the speaker of the quotation before
)

var sourceNames = [...]string{"", "subject", "shared-subject", "argument", "issuer", "before-cue", "after-cue",
	"according-to", "name-colon", "signature", "goes-on"}

// speaker is a noun phrase that speaks.
type speaker struct {
	run
	head int32 // head token, or token.None
	from source
}

var nobody = speaker{head: token.None}

func (s speaker) none() bool { return s.head == token.None }

// shared is s as who speaks by a further cue.
func (s speaker) shared() speaker {
	s.from = bySharedSubject
	return s
}
