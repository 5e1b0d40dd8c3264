package dateline

import "github.com/dateline-go/dateline/internal/ontology"

// EventKind is what happened. The set is open: the built-in kinds are the
// constants below, and for a clear happening of no known kind the lemma of
// its word. The first sixteen are the types of PLOVER
// (https://github.com/openeventdata/PLOVER); the others are for news beyond politics.
type EventKind string

// The built-in kinds of events. Catalogue tells what counts as each.
const (
	EventAgree     EventKind = "AGREE"     // agree to, offer, promise, or show willingness to cooperate
	EventConsult   EventKind = "CONSULT"   // meet, visit, talk, negotiate, mediate
	EventSupport   EventKind = "SUPPORT"   // approve, praise, defend, sign, recognise, set up relations
	EventConcede   EventKind = "CONCEDE"   // yield without force: ease restrictions and sanctions, accept demands
	EventCooperate EventKind = "COOPERATE" // material cooperation: trade, joint exercises, shared intelligence, extradition
	EventAid       EventKind = "AID"       // give help: economic, military, humanitarian, asylum
	EventRetreat   EventKind = "RETREAT"   // yield on the ground: withdraw, cease fire, release, return, disarm, give access
	EventRequest   EventKind = "REQUEST"   // ask, appeal, demand
	EventAccuse    EventKind = "ACCUSE"    // disapprove, condemn, allege, complain, sue, investigate
	EventReject    EventKind = "REJECT"    // refuse, veto, decline, defy
	EventThreaten  EventKind = "THREATEN"  // threaten, warn, give an ultimatum
	EventProtest   EventKind = "PROTEST"   // demonstrations, strikes, boycotts, riots
	EventSanction  EventKind = "SANCTION"  // reduce relations: break ties, halt aid and talks, expel, embargo
	EventMobilize  EventKind = "MOBILIZE"  // military or police power is shown or readied, short of use
	EventCoerce    EventKind = "COERCE"    // repression and restriction short of violence: arrests, bans, curfews, seizures
	EventAssault   EventKind = "ASSAULT"   // use of force: violence against persons and property, from beating to war

	EventStatement EventKind = "STATEMENT" // speaking only: says, announces, comments, denies
	EventAccident  EventKind = "ACCIDENT"  // crashes, collisions, explosions, fires and failures without intent
	EventDisaster  EventKind = "DISASTER"  // natural disasters and weather
	EventOutbreak  EventKind = "OUTBREAK"  // diseases break out and spread
	EventCrime     EventKind = "CRIME"     // theft, fraud, smuggling, murder as crimes
	EventCourt     EventKind = "COURT"     // charges, trials, verdicts, sentences, appeals
	EventElection  EventKind = "ELECTION"  // votes, ballots, their winners
	EventAppoint   EventKind = "APPOINT"   // a person takes or is given an office
	EventResign    EventKind = "RESIGN"    // a person leaves an office
	EventDeal      EventKind = "DEAL"      // between companies: takeovers, orders, investment
	EventResults   EventKind = "RESULTS"   // figures of a company or an economy
	EventLayoff    EventKind = "LAYOFF"    // jobs are cut, plants closed, bankruptcies
	EventMarket    EventKind = "MARKET"    // prices, rates and shares move
	EventDeath     EventKind = "DEATH"     // deaths
	EventBirth     EventKind = "BIRTH"     // births
	EventMarriage  EventKind = "MARRIAGE"  // weddings, engagements, divorces
	EventInjury    EventKind = "INJURY"    // persons are hurt
	EventSport     EventKind = "SPORT"     // matches, races, titles, transfers
	EventLaunch    EventKind = "LAUNCH"    // products, services, spacecraft
	EventScience   EventKind = "SCIENCE"   // discoveries, studies, trials
	EventLaw       EventKind = "LAW"       // bills, laws, decrees, constitutions pass or fail
	EventFound     EventKind = "FOUND"     // organisations are founded, dissolved, merged
	EventAward     EventKind = "AWARD"     // prizes, medals, honours
	EventBuild     EventKind = "BUILD"     // works are begun, opened, completed
	EventTravel    EventKind = "TRAVEL"    // persons depart and arrive
	EventRescue    EventKind = "RESCUE"    // persons are saved or found
	EventCulture   EventKind = "CULTURE"   // films, music, books, exhibitions
	EventChange    EventKind = "CHANGE"    // a happening that has no kind of its own
)

// Mode narrows an EventKind. The set is open; the built-in modes are the
// constants below. Catalogue tells which kinds have which.
type Mode string

// The built-in modes, those of PLOVER.
const (
	ModeAbduct        Mode = "abduct"
	ModeAccess        Mode = "access"
	ModeAid           Mode = "aid"
	ModeAirstrike     Mode = "airstrike"
	ModeAllege        Mode = "allege"
	ModeArrest        Mode = "arrest"
	ModeAssassinate   Mode = "assassinate"
	ModeAssist        Mode = "assist"
	ModeAsylum        Mode = "asylum"
	ModeBan           Mode = "ban"
	ModeBeat          Mode = "beat"
	ModeBlockade      Mode = "blockade"
	ModeBoycott       Mode = "boycott"
	ModeCBRN          Mode = "cbrn"
	ModeCeasefire     Mode = "ceasefire"
	ModeCensor        Mode = "censor"
	ModeChange        Mode = "change"
	ModeClash         Mode = "clash"
	ModeConcede       Mode = "concede"
	ModeCooperate     Mode = "cooperate"
	ModeCurfew        Mode = "curfew"
	ModeCyber         Mode = "cyber"
	ModeDefend        Mode = "defend"
	ModeDemo          Mode = "demo"
	ModeDeport        Mode = "deport"
	ModeDisapprove    Mode = "disapprove"
	ModeDisarm        Mode = "disarm"
	ModeDiscontinue   Mode = "discontinue"
	ModeDisperse      Mode = "disperse"
	ModeEase          Mode = "ease"
	ModeEconomic      Mode = "economic"
	ModeEmbargo       Mode = "embargo"
	ModeExecute       Mode = "execute"
	ModeExpel         Mode = "expel"
	ModeExplosives    Mode = "explosives"
	ModeFirearms      Mode = "firearms"
	ModeForce         Mode = "force"
	ModeHeavyWeapons  Mode = "heavy-weapons"
	ModeHost          Mode = "host"
	ModeHumanitarian  Mode = "humanitarian"
	ModeHunger        Mode = "hunger"
	ModeIntelligence  Mode = "intelligence"
	ModeInvestigate   Mode = "investigate"
	ModeJudicial      Mode = "judicial"
	ModeMassViolence  Mode = "mass-violence"
	ModeMediate       Mode = "mediate"
	ModeMeet          Mode = "meet"
	ModeMilitary      Mode = "military"
	ModeNegotiate     Mode = "negotiate"
	ModeObstruct      Mode = "obstruct"
	ModeOccupy        Mode = "occupy"
	ModePhone         Mode = "phone"
	ModePolice        Mode = "police"
	ModePraise        Mode = "praise"
	ModeProtest       Mode = "protest"
	ModeRecognise     Mode = "recognise"
	ModeRelations     Mode = "relations"
	ModeRelease       Mode = "release"
	ModeRestrict      Mode = "restrict"
	ModeReturn        Mode = "return"
	ModeRiot          Mode = "riot"
	ModeSeize         Mode = "seize"
	ModeSexual        Mode = "sexual"
	ModeSign          Mode = "sign"
	ModeStrike        Mode = "strike"
	ModeSue           Mode = "sue"
	ModeSuicideAttack Mode = "suicide-attack"
	ModeTorture       Mode = "torture"
	ModeTroops        Mode = "troops"
	ModeVeto          Mode = "veto"
	ModeVisit         Mode = "visit"
	ModeWeapons       Mode = "weapons"
	ModeWithdraw      Mode = "withdraw"
	ModeYield         Mode = "yield"
)

// A CatalogueKind is what the Catalogue tells of one kind of event.
type CatalogueKind struct {
	Kind EventKind `json:"kind"`
	// Gloss tells what counts.
	Gloss string `json:"gloss"`
	// Modes are what narrows it, in alphabetical order.
	Modes []Mode `json:"modes,omitempty"`
	// PLOVER is the type of PLOVER that it is, or empty for news beyond politics.
	PLOVER string `json:"plover,omitzero"`
	// CAMEO is the root code of CAMEO, two digits, or empty.
	CAMEO string `json:"cameo,omitzero"`
}

// A CatalogueWord is what the Catalogue tells of one word of a vocabulary.
type CatalogueWord struct {
	Word  string `json:"word"`
	Gloss string `json:"gloss"`
}

// A Catalogue lists the words that the built-in parsers use, so that programs
// can show and check them. Vocabularies are open: plug-ins and later versions
// use further words.
type Catalogue struct {
	Events []CatalogueKind `json:"events"`
	// The other vocabularies, by the names of their types: "Status", "Role",
	// "Stance", "Order", "ConflictField", "QuantityKind", "Bound", "ActorKind", "LocationKind",
	// "MentionForm", "StatementKind", "Grain", "Anchor", "EntityType",
	// "IDScheme", "SentenceKind".
	Words map[string][]CatalogueWord `json:"words"`
	// Rules are those of Evidence, field by field.
	Rules []CatalogueRule `json:"rules"`
}

// NewCatalogue is the catalogue of this version, in fresh memory.
func NewCatalogue() *Catalogue {
	c := &Catalogue{Words: make(map[string][]CatalogueWord)}
	for k := range ontology.Kinds() {
		x := CatalogueKind{Kind: EventKind(k.Name), Gloss: k.Gloss, CAMEO: k.Root}
		if k.Quad != ontology.NoQuad {
			x.PLOVER = k.Name
		}
		for _, m := range k.Modes {
			x.Modes = append(x.Modes, Mode(m))
		}
		c.Events = append(c.Events, x)
	}
	for _, v := range vocabularies {
		for i := 0; i < len(v.words); i += 2 {
			c.Words[v.name] = append(c.Words[v.name], CatalogueWord{v.words[i], v.words[i+1]})
		}
	}
	for _, v := range evidenceRules {
		for _, of := range v.of {
			for i := 0; i < len(v.words); i += 2 {
				c.Rules = append(c.Rules, CatalogueRule{of, v.words[i], v.words[i+1]})
			}
		}
	}
	return c
}

// vocabularies are words and glosses by turns.
var vocabularies = []struct {
	name  string
	words []string
}{
	{"Status", []string{
		string(StatusOccurred), "happened by the time of writing",
		string(StatusOngoing), "began and had not ended",
		string(StatusPlanned), "announced, scheduled or intended",
		string(StatusPossible), "might happen or have happened",
		string(StatusDenied), "did not happen, or somebody says so",
		string(StatusFailed), "tried, or planned, and did not come about",
	}},
	{"Role", []string{
		string(RoleAgent), "who does it",
		string(RolePatient), "who or what it is done to; the other side of talks and deals",
		string(RoleRecipient), "who gets what is given",
	}},
	{"Stance", []string{
		string(StanceAssert), "say, state, add, note",
		string(StanceClaim), "claim, allege, insist: the writer stands back",
		string(StanceDeny), "deny, reject, dispute",
		string(StancePromise), "promise, vow, pledge",
		string(StanceDemand), "demand, urge, call for, order",
		string(StanceAsk), "ask, question, request",
		string(StanceWarn), "warn, caution, threaten",
		string(StanceAdmit), "admit, concede, acknowledge",
		string(StanceAgree), "agree, endorse, second",
		string(StanceRefuse), "refuse, decline",
		string(StancePropose), "propose, suggest, recommend, offer",
		string(StanceAnnounce), "announce, reveal, declare, report",
		string(StancePredict), "predict, estimate, forecast",
		string(StanceCriticise), "criticise, accuse, mock",
		string(StancePraise), "praise, thank, hail",
		string(StanceDescribe), "call, describe, characterise",
		string(StanceDiscuss), "discuss, mention, refer to",
		string(StanceCite), "cite, quote, according to",
		string(StanceExpress), "express hope, regret, apologise",
		string(StanceThink), "think, believe, hope: a view held, said or not",
	}},
	{"Order", []string{
		string(OrderBefore), "ends before the other begins",
		string(OrderAfter), "begins after the other ends",
		string(OrderDuring), "is part of the other",
		string(OrderPlanOf), "is the plan of the other",
	}},
	{"ConflictField", []string{
		string(ConflictWhen), "dates that exclude each other",
		string(ConflictWhere), "places that exclude each other",
		string(ConflictStatus), "it happened, it did not",
		string(ConflictCount), "how many they are in one role",
		string(ConflictAgent), "who did it",
		string(ConflictQuantity), "the numbers of the event, such as the dead",
	}},
	{"QuantityKind", []string{
		string(QuantityDeaths), "people",
		string(QuantityInjured), "people",
		string(QuantityMissing), "people",
		string(QuantityArrested), "people arrested or detained",
		string(QuantityEvacuated), "people",
		string(QuantityDisplaced), "people driven from home, or homeless",
		string(QuantityRescued), "people",
		string(QuantityAbducted), "people",
		string(QuantityReleased), "people set free",
		string(QuantityInfected), "people, or cases of a disease",
		string(QuantityCrowd), "people who protest",
		string(QuantityJobs), "jobs cut, people laid off",
		string(QuantityMoney), "what is paid, given, fined, earned; what a deal is worth",
		string(QuantityPrice), "of one of something, or what a market price came to",
		string(QuantityChange), "by how much a price, a rate or a figure moved; negative where it fell",
		string(QuantityRate), "what a rate or a share came to",
		string(QuantityVotes), "for what the event tells, or those that a side won; in percent a share",
		string(QuantityVotesAgainst), "the other number of a vote",
		string(QuantityScore), "of who acts",
		string(QuantityScoreAgainst), "of the other side",
		string(QuantityMagnitude), "of an earthquake",
	}},
	{"Bound", []string{
		string(BoundAtLeast), "or more",
		string(BoundMoreThan), "without the number itself",
		string(BoundAtMost), "or less",
		string(BoundLessThan), "without the number itself",
		string(BoundAbout), "near it",
	}},
	{"ActorKind", []string{
		string(ActorPerson), "a named human being",
		string(ActorOrganization), "ministry, party, agency, church, team, union of states",
		string(ActorState), "a country or its government",
		string(ActorArmedGroup), "militias, rebels, forces",
		string(ActorCompany), "a firm",
		string(ActorMedia), "a newspaper, an agency, a broadcaster",
		string(ActorGroup), "people without one name: residents, European leaders",
		string(ActorRoleOnly), "known by office only: a spokesman for the ministry",
	}},
	{"LocationKind", []string{
		string(LocationCountry), "a country with an ISO 3166-1 code",
		string(LocationDivision), "first-order: state, province, oblast",
		string(LocationCounty), "second-order division",
		string(LocationCity), "any populated place",
		string(LocationSuburb), "part of a city",
		string(LocationContinent), "a continent",
		string(LocationRegion), "without or across administrative bounds: the Sahel",
		string(LocationSea), "ocean, sea, gulf, bay, strait",
		string(LocationLake), "a lake",
		string(LocationRiver), "river or canal",
		string(LocationMountain), "mountain or range",
		string(LocationIsland), "island or islands",
		string(LocationDesert), "a desert",
		string(LocationSite), "building, square, base: the Kremlin",
	}},
	{"MentionForm", []string{
		string(MentionNamed), "by a name: \"Brandt\"",
		string(MentionNominal), "by a description: \"the minister\"",
		string(MentionPronoun), "by a pronoun: \"she\", \"its\"",
	}},
	{"IDScheme", []string{
		string(IDSchemeWikidata), "items of wikidata.org: \"Q183\"",
	}},
	{"StatementKind", []string{
		string(StatementIndirect), "in the words of the article",
		string(StatementDirect), "in the speaker's own words",
		string(StatementMixed), "indirect with pieces of the speaker's own words",
	}},
	{"Grain", []string{
		string(GrainSecond), "a second",
		string(GrainMinute), "a minute",
		string(GrainHour), "an hour",
		string(GrainDayPart), "a morning, an afternoon, a night",
		string(GrainDay), "a day",
		string(GrainWeekend), "Saturday and Sunday",
		string(GrainWeek), "Monday to Sunday",
		string(GrainMonth), "a month",
		string(GrainSeason), "spring, summer, autumn, winter",
		string(GrainQuarter), "three months",
		string(GrainHalf), "half a year",
		string(GrainYear), "a year",
		string(GrainDecade), "ten years",
		string(GrainCentury), "a hundred years",
		string(GrainMillennium), "a thousand years",
	}},
	{"Anchor", []string{
		string(AnchorExplicit), "the text gives it in full",
		string(AnchorPublished), "Article.Published settled it",
		string(AnchorMention), "another time expression settled it",
		string(AnchorEvent), "something that happens in the text places it",
	}},
	{"EntityType", []string{
		string(EntityPerson), "persons",
		string(EntityOrganization), "organisations",
		string(EntityLocation), "places",
		string(EntityMisc), "other names",
		string(EntityNORP), "nationalities, religions, political groups: \"Russian\"",
	}},
	{"SentenceKind", []string{
		string(SentenceBody), "the story itself",
		string(SentenceHeadline), "a title or a cross-head",
		string(SentenceDateline), "\"KYIV, Aug 12 (Reuters) -\"",
		string(SentenceBoilerplate), "a credit or a notice; no value is taken from it",
	}},
}
