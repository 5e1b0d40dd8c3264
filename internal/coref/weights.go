package coref

// The weights of the rules, set by hand on our own phrases
// (testdata/corpus/coref.txt) and read against the news of GUM's training part.

// What makes one of several namesakes the likelier.
const (
	loneGender  = 3.0 // same gender
	loneCountry = 1.0 // same country
	loneLast    = 1.0 // the word is the last name
	loneNear    = 2.0 // divided by one more than the distance in sentences
	loneCount   = 0.2 // for each mention, up to ten
	loneOffice  = 2.0 // for each office in common
)

// How sure a name is to be its actor's, in percent.
const (
	sureSame     = 95
	sureSurname  = 90
	sureGiven    = 85
	sureShort    = 80
	sureSpelling = 75
	sureOther    = 70
)

// fadeStep is what a sentence leaves of the weight of those before it.
const fadeStep = 0.75

// How sure a description is to be its actor's, in percent.
const (
	surePredicate  = 80
	sureDescribed  = 75
	sureAge        = 75
	sureKin        = 75
	sureFate       = 70
	sureSamePhrase = 80
	sureOffice     = 75
	sureSameHead   = 70
	sureBoth       = 65
	sureCountry    = 60
	sureTwo        = 55
)

// How well a description of a person fits; the highest sum is taken.
const (
	fitSame       = 3.0 // the same office or words
	fitLeader     = 2.5 // "leader" of the country that one heads
	fitBroader    = 2.0 // a broader word for the office
	fitParty      = 2.0 // "the Republican" for a party's letter
	fitHolds      = 1.8 // "leader" of the country, by the table of holders
	fitOffice     = 1.6 // "the president", by the table of holders
	fitLegislator = 1.5 // "the senator" for a party's letter
	fitHuman      = 0.8 // "the man"
	fitStanding   = 0.6 // "the candidate"
	fitNear       = 0.5 // spoken of in this sentence, fading
	fitWeight     = 0.1 // for the weight in the text
	maxWeight     = 3   // the most that weight counts
)

// How well a description of a body or country fits.
const (
	bodyInName    = 3.0 // its head is in the name
	bodySameKind  = 2.2
	bodySameHead  = 2.0
	bodyTold      = 0.9 // the same of "the company" that none was found for
	bodyOwn       = 1.5 // who speaks is of it
	bodyArmed     = 2.0 // "the group" for an armed one
	bodyAny       = 1.2 // "the organisation", "the agency"
	bodyFirm      = 1.0 // "the company" for what may be one
	countryReach  = 4   // sentences
	countryNear   = 2.0 // spoken of in this sentence, fading
	countryWeight = 0.3 // for the weight in the text
)

// How sure the links of some pronouns are, in percent.
const (
	sureRelative = 85
	sureCataphor = 65
	surePair     = 60
	sureTeam     = 60
	sureSaysOn   = 75
)

// maxBack is how many sentences back a pronoun may refer.
const maxBack = 8

// Prior are the weights of what pronouns stand for as we set them by hand on
// our own phrases: where few examples speak, the learned ones stay near them.
var Prior = Weights{
	Nobody:         {-0.5, 1.2, 0.4},
	SentenceBefore: {-0.9, -0.9, -0.9},
	TwoBefore:      {-1.8, -1.8, -1.8},
	ThreeBefore:    {-2.7, -2.7, -2.7},
	Farther:        {-3.2, -3.2, -3.2},
	Subject:        {1.1, 1.1, 1.1},
	BothSubjects:   {0.5, 0.9, 0.5},
	SubjectOwns:    {0, 1.5, 0.8},
	SubjectGoverns: {0, 1, 0.5},
	Acts:           {0, 0.8, 0.3},
	IsSomething:    {0, -0.8, 0},
	IntoQuote:      {0, -0.4, 0},
	Object:         {0.3, 0.3, 0.3},
	Lone:           {0.3, 0.3, 0.3},
	Owner:          {0.2, 0.2, 0.2},
	Oblique:        {-0.1, -0.1, -0.1},
	Modifier:       {-0.1, -0.1, -0.1},
	Reflexive:      {3, 3, 3},
	Light:          {0.2, 0.2, 0.2},
	Middling:       {0.5, 0.5, 0.5},
	Weighty:        {0.9, 0.9, 0.9},
	Stated:         {0.6, 0.6, 0},
	Guessed:        {0.6, 0.6, 0},
	Unknown:        {-0.3, 0, 0},
	Described:      {-0.7, 0, 0},
	Relation:       {-0.4, 0, 0},
	AGroup:         {0, 0, 0.8},
	FromQuote:      {-0.8, -0.8, -0.8},
	Speaker:        {-3, -3, -3},
	KeepsSaying:    {0.6, 0.6, 0.6},
	Main:           {0.5, 0, 0},
	MainAfresh:     {1, 0, 0},
	NamedHere:      {0.4, 0, 0},
	NamedOnce:      {-0.4, 0, 0},
}

// floors are how likely, by the learned weights, an actor must be what a
// pronoun of each class stands for; enoughBefore is how likely it must be for
// none to be looked for behind. They were chosen on GUM's training part.
var floors = [NumPronouns]float32{PersonPronoun: 0.4, ThingPronoun: 0.33, PluralPronoun: 0.45}

const enoughBefore = 0.6

// sureSpeaker is how sure it is that "I" in what somebody says is who says it,
// in percent.
const sureSpeaker = 85

// sureSpeaksFor is how sure it is that "we" in what somebody says is the body
// that they speak for, in percent.
const sureSpeaksFor = 70

// sureAddressee is how sure it is that "you" in what is said to one person is that
// person, in percent.
const sureAddressee = 75

// How sure a link to the table of office holders is, in percent; the sums of a
// name start from the first two.
const (
	holderFull   = 60 // a full name; below it there is no link
	holderLone   = 40 // a lone name, of the country and the office
	holderAgrees = 15 // the same country; the same office
	holderNow    = 5  // in office at the article's date; the very spelling
	holderUser   = 95
	holderOffice = 70
	holderLeader = 55
)

// sureInterview is how sure it is that "I" in an answer of an interview is the
// one who is asked, in percent; GUM's training part says so of 88.
const sureInterview = 80

// sureNarrator is how sure it is that "I" in one person's own words is that
// person, in percent.
const sureNarrator = 80
