package event

// SceneTrait is something about a place, or about an event, that speaks for or
// against the event's being there.
type SceneTrait uint8

// The traits of a place, and of an event those of being in no place that is
// told. Those that are no yes or no lie between 0 and 1.
const (
	// What the article as a whole says of the place.
	SceneShare    SceneTrait = iota // its country's share of all that tells of a country
	SceneOften                      // its own share of all place names
	SceneLeadAt                     // there, after a preposition of place
	SceneTitle                      // in the headline
	SceneDateline                   // of the dateline
	SceneState                      // a country
	SceneWide                       // larger
	SceneTown                       // smaller, and in the gazetteer
	ScenePart                       // such a place that is a division of a country or a county
	SceneSite                       // a building or grounds
	SceneOpen                       // no gazetteer has it
	SceneBare                       // it stands nowhere after a preposition of place
	SceneHere                       // something in the article is told to be there
	SceneHolder                     // a country in a town of which something is told to be
	SceneHolds                      // it is only named behind what lies in it: "Trieste, Italy"
	SceneOffice                     // it is in the name of a local office: "Leeds police"
	// Where it stands from the event.
	SceneSentence  // in its sentence
	SceneAt        // there, after a preposition of place
	SceneName      // there only as part of a name or noun
	SceneGoverning // in the clause above
	SceneParagraph // in its paragraph
	SceneBefore    // after a preposition of place in the sentences before
	SceneKind      // the place that another event of the kind is told to be in
	SceneLast      // the place that the event before it is told to be in
	SceneNext      // and the one after
	SceneBeside    // the place that another event of its sentence is told to be in
	SceneStray     // it stands in its clause, and does not tell where
	SceneOrigin    // it only tells where somebody comes from
	SceneHead      // the event is in the headline, and the place in the lead, after a preposition of place
	SceneStreet    // a street
	// A building, grounds or a street, and
	SceneSpotLone  // no other one is named
	SceneSpotLead  // it is in the lead, after a preposition of place
	SceneSpotLast  // what is told before is there
	SceneSpotNear  // it is in the sentence or the paragraph
	SceneSpotFar   // it is neither near nor that of the event before or of another of the kind
	SceneSpotAfter // the event is what police and courts do about another
	SceneSpotOpen  // the event is no fact
	SceneSpotWords // the event is an act of speech
	SceneSpotPaper // the event is done on paper
	SceneSpotBody  // the event is done with the body
	// Who takes part.
	SceneDoer    // it is in a name or the words for who acts: "Leeds police"
	SceneDone    // or for to whom
	SceneAgent   // who acts is of this country, which the place is
	ScenePatient // to whom it is done is of this country
	SceneForeign // who acts is of another country
	SceneShared  // another event of who takes part is told to be there
	// What the event and the place are together.
	SceneWordsState    // an act of speech, and a country
	SceneWordsTopic    // and what stands in its sentence, which may be what it is about
	SceneWordsForeign  // and another country than the speaker's
	SceneWordsDateline // an act of speech that is no quotation, and the dateline's place
	SceneBodyState     // something done with the body, and a country
	SceneBodyWide      // and what is larger
	SceneBodyExact     // and a town or a site
	SceneTeam          // a match, and a country
	// Traits of being nowhere.
	SceneNone
	SceneNoneWords     // an act of speech
	SceneNoneStatement // a statement
	SceneNonePaper     // what is done on paper: prices, laws, deals, appointments
	SceneNoneBody      // what is done with the body: blows, accidents, journeys, matches
	SceneNoneOld       // long before the news
	SceneNoneQuoted    // told by somebody
	SceneNoneOpen      // no fact
	SceneNoneVote      // an election
	SceneNoneLaw       // a law
	SceneNoneCourt     // something done in court
	SceneNoneTrade     // prices, results and deals
	SceneNoneChange    // what has no kind of its own
	SceneNoneAfar      // done by telephone, in the air or in a network
	SceneNoneWorld     // who acts is a body of no country
	SceneNoneState     // who acts is a country
	SceneNoneCampaign  // in a text about an election
	SceneNoneSports    // on the sports pages
	SceneNoneBusiness  // in a text about business
	SceneNoneDateline  // a text with a dateline
	NumSceneTraits
)

// SceneTraitNames are the traits' names in the table of weights.
var SceneTraitNames = [NumSceneTraits]string{"Share", "Often", "LeadAt", "Title", "Dateline", "State", "Wide", "Town", "Part",
	"Site", "Open", "Bare", "Here", "Holder", "Holds", "Office", "Sentence", "At", "Name", "Governing", "Paragraph", "Before", "Kind",
	"Last", "Next", "Beside", "Stray", "Origin", "Head", "Street", "SpotLone", "SpotLead", "SpotLast", "SpotNear", "SpotFar", "SpotAfter", "SpotOpen", "SpotWords", "SpotPaper", "SpotBody", "Doer", "Done", "Agent",
	"Patient", "Foreign", "Shared", "WordsState", "WordsTopic", "WordsForeign", "WordsDateline", "BodyState", "BodyWide",
	"BodyExact", "Team", "None", "NoneWords", "NoneStatement", "NonePaper", "NoneBody", "NoneOld", "NoneQuoted", "NoneOpen",
	"NoneVote", "NoneLaw", "NoneCourt", "NoneTrade", "NoneChange", "NoneAfar", "NoneWorld", "NoneState", "NoneCampaign", "NoneSports", "NoneBusiness", "NoneDateline"}

// SceneTraits are the traits of a place, or what each is worth.
type SceneTraits [NumSceneTraits]float64

// Score is what a place with the traits x is worth by the weights w.
func (w *SceneTraits) Score(x *SceneTraits) float64 {
	v := 0.0
	for k := range x {
		v += w[k] * x[k]
	}
	return v
}
