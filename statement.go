package dateline

// StatementID names a Statement inside one Document. The first is 1; 0 is none.
type StatementID int

// StatementKind tells whose words a statement gives.
type StatementKind uint8

const (
	// Indirect statements are in the words of the article.
	Indirect StatementKind = iota
	// Direct statements are in the speaker's own words.
	Direct
	// Mixed statements are indirect with pieces of the speaker's own words.
	Mixed
)

var statementKindNames = []string{"indirect", "direct", "mixed"}

// String is the text form of k.
func (k StatementKind) String() string { return enumName(statementKindNames, k) }

// MarshalText writes "indirect", "direct" or "mixed".
func (k StatementKind) MarshalText() ([]byte, error) {
	return marshalEnum("statement kind", statementKindNames, k)
}

// UnmarshalText reads what MarshalText writes.
func (k *StatementKind) UnmarshalText(b []byte) error {
	return unmarshalEnum("statement kind", statementKindNames, k, b)
}

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
	// Stance is what the speaker does with the content: "asserts", "claims",
	// "denies", "promises", "demands", "asks" ... The set is open.
	Stance string `json:"stance,omitzero"`
	// Status is Occurred for a statement made. "Did not say" is Denied,
	// "is expected to say" Planned, "may say" Possible.
	Status Status `json:"status"`
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
