package place

// Every number here was set by hand. Where the log says more, it says that
// mistakes on local news (LGL) and world news (GeoVirus) were read, that a
// weight was kept when exact F1 and F1 at 161 km rose on the odd half of the
// one or on the other without a fall elsewhere, and nothing of other data.

// Whether a stretch of text is a place: the weights add up, and above zero it
// is one.
const (
	isNamed       = -0.7 // the gazetteer has the name; its size is added
	isWords       = 0.8  // two words or more
	isKnown       = 0.5  // a town with wellKnown names in all languages
	wellKnown     = 20
	isCommonName  = 0.7 // "Springfield": as many places as manyNamesakes are called so
	manyNamesakes = 6
	isNatural     = 0.8  // "Canaan Valley": a feature that the gazetteer has not
	isHere        = 0.8  // a town of the only country that has the name, which is named outright
	hereFrom      = -1.5 // from this score on
	isCounty      = 4    // one of a list of counties
	isInside      = 0    // a town that the gazetteer has not, in a division that it has
	isBuilding    = -6   // a building that it has not
	isUnknown     = -2.2 // another location entity that it has not
	isUnknownWord = -2.8 // of one word
	isWord        = -1.2 // a common word too
	isGiven       = -0.5 // a given name too
	isGivenBare   = -0.5 // and nothing says where
	isGivenSmall  = -0.5 // and no state, nor large, nor in something else
	isOrdinary    = -4   // usually a word: "Nice" at the head of a sentence
	isVague       = -2.5 // "Eastern District"

	inAnother   = 3.5 // "Paris" of "Paris, Texas"
	inLoosely   = -2.5
	holds       = 2   // "Texas" of "Paris, Texas"
	inDateline  = 3   // in the paragraph's dateline
	opening     = 4   // in capitals before a dash
	ofParty     = 3   // "R-Charleston"
	isPostal    = -4  // two letters, "Del.", behind no town's name
	isThePostal = -4  // "the VA"
	isCalled    = 0.5 // the text says what sort of place it is
	isAgency    = -8  // in brackets in a dateline
	isSite      = -4  // an institution where nothing is at it

	sureDemonym = 2 // "Russian"

	entityCap = -0.5 // the least that the name finder may say of a dateline
)

// What a name's best candidate speaks for itself with: the higher, the
// likelier a bare mention means the place.
const (
	sizeCountry   = 2.5
	sizeDivision  = 2   // in the states that papers name alone; the most elsewhere
	sizeLeast     = 5.2 // logarithm of inhabitants at which another's division is nought
	sizeUSCounty  = 1.6
	sizeCounty    = 0.5
	sizeContinent = 2.5
	sizeCityMost  = 2
	sizeCitySlope = 0.6 // a tenfold of inhabitants
	sizeCityLeast = 4.5 // logarithm of inhabitants at which a city's is nought
	sizeCapital   = 0.7
	sizeSuburb    = -0.5
	sizeFeature   = 1.5
	sizeUser      = 2.5
	large         = 2   // from here on a name is a place before it is a person
	middling      = 0.5 // from here on it is a place of its own behind another
	small         = 1   // below this a verb behind it speaks against it
)

// What the name finder says of a spot. Where it has no confidence it is taken for assumed.
const (
	assumed       = 0.8
	entNoModel    = 0.3 // no entities at all
	entNone       = -0.6
	entLoc        = 1 // a location of just this span, and entLocSure of its confidence
	entLocSure    = 2
	entLocPart    = 1.2
	entInside     = -1   // a person, a body, that contains a place by the text's own words
	entOffice     = -0.3 // "U.S. Sen. Bob Dole"
	entPlacePer   = -1.5 // of its confidence: a person of this span, if the name is a place's before
	entPer        = -3.5
	entOrgExact   = -0.8
	entOrgOpens   = -0.5 // the rest of the name decides
	entOrgFor     = -1   // "Department of Health of New York", and entOrgForSure of its confidence
	entOrgForSure = -1
	entOrg        = -2.5
	entMiscExact  = -1
	entMisc       = -2
	entNorp       = -1.5
)

// What stands before a spot.
const (
	beforeIn        = 1.9 // "in": a word of the class in
	beforeAt        = 1
	beforeOf        = 0.8
	beforeHead      = -1 // nothing, and the name is a common word
	beforeNamedOf   = -3 // "University of"
	beforePartOf    = 2.5
	beforeRuledBy   = 4  // "mayor of"
	beforeHonorific = -6 // "Mr."
	beforeTitle     = -3
	beforeTitleOf   = -2 // a title before a large place
	beforeGiven     = -4.5
	beforeName      = -1.8 // another capitalised word
	beforeJoined    = -1.5 // "Ebola-Reston"
	beforeHyphen    = -0.5
)

// What stands after a spot.
const (
	afterBased      = 2 // "-based"
	afterHyphen     = -0.3
	afterDay        = -4 // "St. Patrick's Day"
	afterOwner      = 0.2
	afterStreet     = -6
	afterServes     = 1.6 // "area", "residents"
	afterChristened = -3  // "Marburg virus"
	afterTeam       = -5  // "Ohio State"
	afterTreaty     = -0.8
	afterSpeech     = -1.5
	afterVerb       = -0.8
	afterPlace      = -0.5
	afterPrivate    = -4
	afterPublic     = 1.3
	afterEntity     = -1.5 // the body's or person's name goes on
	afterName       = -1.5 // some name goes on
	afterNameStrong = -0.3
)

// How the spots of an article agree.
const (
	listFrom, listTo = -1.5, 1 // scores that a list's neighbours may raise
	listSure         = 2       // from here on they may
	listed           = 0.8
	sameFrom         = -2  // scores that the same name elsewhere may raise
	sameSure         = 2.5 // from here on it may
	same             = 1
	surnameLarge     = -2.5 // somebody in the article bears the name
	surnameWhere     = -2   // and elsewhere it is said where
	surnameBoth      = -0.5 // and the place is large
	unsureName       = 30   // the name finder's percent below which it may be a person all the same
	firstName        = -4.5 // "Jordan Peele"
	surname          = -4
)

// Which candidate is meant, before its context: weights of a softmax.
const (
	priorLog        = 0.45 // of the logarithm of inhabitants
	priorLogLocal   = 0.15 // less, in local news
	priorFloor      = 200  // inhabitants added to all
	priorCountry    = 4
	priorCountryUS  = 2.5 // less, in local news of the United States
	priorContinent  = 2
	priorDivision   = 1
	priorSameCity   = -3.5 // "New York" alone is the city
	priorSameBig    = 4    // a city counts from this part of its division's inhabitants
	priorSameSeat   = -1.5 // and "Washington" the capital
	priorState      = 1.5  // divisions that papers name alone
	priorProvince   = -2.5 // others
	priorDisputed   = 3
	priorCounty     = -0.5
	priorSuburb     = -1.5
	priorCapital    = 2.5
	priorCapLocal   = 1.5 // less, in local news
	priorCityState  = -6  // the country of its name is meant
	priorSeat       = 0.7
	priorSea        = 3
	priorSameCounty = -3
	priorRegion     = 1
	priorSite       = 3 // "the White House" is never the town
	priorAlias      = -0.3
	priorVariant    = -0.5
	priorKnown      = 0.3 // of the logarithm of a city's names in all languages
	priorUser       = 12
	priorHomeNear   = 3 // near the publication's home
	priorHomeState  = 3 // in its division
	priorHome       = 1 // in its country
	priorHint       = 4 // the text says that it is of this kind
	priorHolder     = 1.5
	priorHeat       = 3
	homeUS          = 0.5
	homeUSDialect   = 0.5
	homeUSLocal     = 0.5
	homeUSTongue    = 1.5
	homeEnglish     = 0.4
	homeEnglishUS   = 1
	homeForeignCity = -1.5
	homeTongue      = 1
)

// What the other names of an article say for a candidate.
const (
	reach        = 60.0  // kilometres at which nearness is a half
	degree       = 111.2 // kilometres of a degree of latitude
	context      = 40    // how many other names on either side a name is weighed against
	nearInside   = 2.2   // a name of the division that holds it
	nearInMost   = 3.5
	nearBest     = 3.5 // the nearest
	nearSum      = 1.2 // all
	nearSumMost  = 4
	nearSameMost = 1.2 // of one division
	nearDivMost  = 4   // the same, where the candidate is the division
	nearSamePart = 0.25
	nearCountry  = 3    // share of its country in what the article names
	nearNamed    = 2.0  // a country named outright, against a town in it
	nearOutright = 1.5  // its country is named outright in a sentence of its own
	besideReach  = 3    // names between the two
	nearListed   = 2    // a neighbour in a list is of the same kind and country
	listedBoth   = 0.75 // the other is, too
	likely       = 0.05 // candidates below this count for no country
	possible     = 0.02 // nor for nearness
	oftenMost    = 3    // mentions of a name that count
)

// When a name is left open. Chosen on LGL, where below unsure half of the pins
// were wrong, and beyond strangeKm in a country that nothing else speaks of two
// of three.
const (
	unsure          = 0.4
	rival           = 0.4 // and another is this part as likely
	likelyNear      = 0.3
	strangeKm       = 1500
	strangeShare    = 0.02
	spokenFor       = 1.5    // weight of the countries of the other names from which on there is a context
	knownPopulation = 200000 // a larger town needs no context
	unheard         = 50000  // inhabitants of a town abroad below which something must speak for its country
	overseasShare   = 0.1    // what else may speak of its country where a town overseas is not believed in
	overseasLocal   = 0.25   // in news as local as this,
	overseasRest    = 0.5    // where nothing else is named,
	overseasHome    = 0.95   // or all of it in North America;
	overseasOften   = 4      // in any news, if it is named so often
	knownNames      = 30     // nor one with more names in all languages
)

// lonelyFrom is how far a town must lie from all else to be left open, by its
// inhabitants, where the article has lonelyNames or more. On LGL one in thirty
// such pins was right below the first bound, one in four below the second, none
// of seven below the third.
var lonelyFrom = [...]struct {
	population int64
	km         float64
}{{10000, 300}, {50000, 700}, {200000, 1500}}

const lonelyNames = 4

// heats are the rounds of the softmax, from even to sharp.
var heats = [...]float64{5, 3, 2, 1.4, 1}

// Bounds of containment, in kilometres and, of a city's parts, of its inhabitants.
const (
	countyReach  = 70
	cityReach    = 40
	cityPart     = 5
	abroadMost   = 2e6 // inhabitants of a town that no other of its name is taken for
	regionReach  = 400
	localWhole   = 1.0 // a cue of a local paper
	localHalf    = 0.5
	worldBody    = 1.0
	worldNation  = 0.7 // another country
	worldDemonym = 1.0 // another country's people
	localPer     = 1.5 // cues in a hundred words at which news is all local
	dialectSmall = 1.5 // added to the number of cues, and what one side's lead is multiplied by
)
