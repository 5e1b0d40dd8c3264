package story

// Trait is something about an event that speaks for or against showing it.
type Trait uint8

// The traits. Those that are no yes or no lie between 0 and 1 or count.
const (
	TraitAlways Trait = iota
	// How often and where it is told.
	TraitMentions // as a logarithm
	TraitHeadline // in the headline
	TraitLead     // in the first sentence of the body
	TraitLate     // how far down its first mention stands
	TraitRow      // the number of its sentence, as a logarithm
	TraitDeeds    // how many before it are no mere statements, as a logarithm
	TraitMany     // of how many events the article tells, as a logarithm
	// How its clause stands in the sentence.
	TraitMain     // its word is the main one of its sentence
	TraitReported // below a verb of speech
	TraitRelative // in a relative clause
	TraitDeep     // two clauses above it or more
	TraitUnder    // another event's word governs its word
	TraitSpoken   // an act of speech's does
	TraitParticiple
	// When, where, and whether.
	TraitOwnDate  // a time expression dates it
	TraitBrought  // its date is taken over from another event or clause
	TraitOwnPlace // a place name of its own clause
	TraitPlanned
	TraitPossible // may happen
	TraitDenied   // did not, or failed
	// Who takes part.
	TraitCounted  // how many is told
	TraitAgents   // how many are told to do it
	TraitPatients // and how many it is done to
	TraitNamed    // one who does it is an actor of the article
	TraitBare     // one who does it is a pronoun
	TraitLong     // how long what it is done to is told, as a logarithm
	// What it is and how it is told.
	TraitQuoted   // between quotation marks
	TraitPlain    // of no known kind
	TraitCourt    // of courts
	TraitSport    // of sport
	TraitAlike    // how many are of its kind, as a logarithm
	TraitNews     // its word is one by which news tells what happened
	TraitAside    // its word is one for what stories tell in passing
	TraitNominal  // a noun tells it
	TraitHappened // that it happened, by its word and the words around
	TraitDynamic  // that it is an event, the same
	TraitSure     // how sure the event room is, as log-odds
	// What else of the article is about it.
	TraitTopEvent  // chance that it is an event of the headline or the lead again
	TraitToldAgain // chance that a later event is it again
	NumTraits
)

// TraitNames are the traits' names in tables of weights.
var TraitNames = [NumTraits]string{"Always", "Mentions", "Headline", "Lead", "Late", "Row", "Deeds", "Many", "Main", "Reported",
	"Relative", "Deep", "Under", "Spoken", "Participle", "OwnDate", "Brought", "OwnPlace", "Planned", "Possible", "Denied", "Counted",
	"Agents", "Patients", "Named", "Bare", "Long", "Quoted",
	"Plain", "Court", "Sport", "Alike", "News", "Aside", "Nominal", "Happened", "Dynamic", "Sure", "TopEvent", "ToldAgain"}

// Traits is the traits of an event, or what each is worth.
type Traits [NumTraits]float64
