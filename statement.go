package dateline

// StatementID names a Statement inside one Document. The first is 1; 0 is none.
type StatementID int

// StatementKind tells whose words a statement gives. The set is open; the
// built-in kinds are the constants below.
type StatementKind string

// The kinds of statements.
const (
	// StatementIndirect statements are in the words of the article.
	StatementIndirect StatementKind = "indirect"
	// StatementDirect statements are in the speaker's own words.
	StatementDirect StatementKind = "direct"
	// StatementMixed statements are indirect with pieces of the speaker's own words.
	StatementMixed StatementKind = "mixed"
)

// Stance is what a speaker does with what a statement says, by the word that
// reports it. The set is open; the built-in stances are the constants below.
type Stance string

// The stances.
const (
	StanceAssert    Stance = "asserts"    // say, state, add, note
	StanceClaim     Stance = "claims"     // claim, allege, insist: the writer stands back
	StanceDeny      Stance = "denies"     // deny, reject, dispute
	StancePromise   Stance = "promises"   // promise, vow, pledge
	StanceDemand    Stance = "demands"    // demand, urge, call for, order
	StanceAsk       Stance = "asks"       // ask, question, request
	StanceWarn      Stance = "warns"      // warn, caution, threaten
	StanceAdmit     Stance = "admits"     // admit, concede, acknowledge
	StanceAgree     Stance = "agrees"     // agree, endorse, second
	StanceRefuse    Stance = "refuses"    // refuse, decline
	StancePropose   Stance = "proposes"   // propose, suggest, recommend, offer
	StanceAnnounce  Stance = "announces"  // announce, reveal, declare, report
	StancePredict   Stance = "predicts"   // predict, estimate, forecast
	StanceCriticise Stance = "criticises" // criticise, accuse, mock
	StancePraise    Stance = "praises"    // praise, thank, hail
	StanceDescribe  Stance = "describes"  // call, describe, characterise
	StanceDiscuss   Stance = "discusses"  // discuss, mention, refer to
	StanceCite      Stance = "cites"      // cite, quote, according to
	StanceExpress   Stance = "expresses"  // express hope, regret, apologise
	StanceThink     Stance = "thinks"     // think, believe, hope: a view held, said or not
)

// A Statement is what somebody said, wrote, asked, promised ... by the article.
type Statement struct {
	ID   StatementID   `json:"id"`
	Kind StatementKind `json:"kind"`
	// Content is what was said as it stands in the text, quotation marks
	// included, in text order, without the attribution. There is at least one span.
	Content []Span `json:"content"`
	// Quoted are the parts of Content between quotation marks, without the marks.
	Quoted []Span `json:"quoted,omitempty"`
	// Cue is the word that makes it a statement ("said", "according to",
	// a colon); zero when there is none.
	Cue Span `json:"cue,omitzero"`
	// CueLemma is the cue's lemma.
	CueLemma string `json:"cue_lemma,omitzero"`
	// Stance is what the speaker does with the content.
	Stance Stance `json:"stance,omitzero"`
	// Status is StatusOccurred for a statement made. "Did not say" is
	// StatusDenied, "is expected to say" StatusPlanned, "may say" StatusPossible.
	Status Status `json:"status,omitzero"`
	// Speaker is the mention of the speaker by the cue; zero when the article
	// does not tell. Actor is who that is; 0 when that is not known.
	Speaker Span    `json:"speaker,omitzero"`
	Actor   ActorID `json:"actor,omitzero"`
	// SpeakerEvidence tells how the speaker was found.
	SpeakerEvidence Evidence `json:"speaker_evidence,omitzero"`
	// Addressee is who it was said to, when told.
	Addressee      Span    `json:"addressee,omitzero"`
	AddresseeActor ActorID `json:"addressee_actor,omitzero"`
	// Medium is how it was said, when told: "in an interview", "on X".
	Medium Span `json:"medium,omitzero"`
	// Time and When are when it was said; Location is where.
	Time     TimeID     `json:"time,omitzero"`
	When     When       `json:"when,omitzero"`
	Location LocationID `json:"location,omitzero"`
	// WhenEvidence and LocationEvidence tell how these were found.
	WhenEvidence     Evidence `json:"when_evidence,omitzero"`
	LocationEvidence Evidence `json:"location_evidence,omitzero"`
	// Parent is the statement inside which this one stands: A said that B said.
	Parent   StatementID `json:"parent,omitzero"`
	Evidence Evidence    `json:"evidence,omitzero"`
}

// A StatementParser finds statements. See Parser for the contract of all parsers.
type StatementParser interface {
	ParseStatements(t *Text) ([]Statement, error)
}

// StatementParserFunc is a function as a StatementParser.
type StatementParserFunc func(t *Text) ([]Statement, error)

// ParseStatements calls f(t).
func (f StatementParserFunc) ParseStatements(t *Text) ([]Statement, error) { return f(t) }
