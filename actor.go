package dateline

// ActorID names an Actor inside one Document, or a TimelineActor inside one
// Timeline. The first is 1; 0 is none.
type ActorID int

// ActorKind is what an actor is. The set is open; the built-in kinds are the
// constants below.
type ActorKind string

// The built-in kinds of actors.
const (
	ActorPerson       ActorKind = "person"
	ActorOrganization ActorKind = "organization"
	ActorState        ActorKind = "state"
	ActorArmedGroup   ActorKind = "armed group"
	ActorCompany      ActorKind = "company"
	ActorMedia        ActorKind = "media"
	ActorGroup        ActorKind = "group" // people without one name: residents, European leaders
	ActorRoleOnly     ActorKind = "role"  // known by office only: a spokesman for the ministry
)

// An Actor is one person, organisation, state or group of an article, with
// all its mentions.
type Actor struct {
	ID   ActorID   `json:"id"`
	Kind ActorKind `json:"kind"`
	// Name is the fullest form that the article gives, in its own spelling,
	// without titles.
	Name string `json:"name"`
	// Aliases are the other names and descriptions it goes by, in text order.
	Aliases []string `json:"aliases,omitempty"`
	// Mentions are in text order; there is at least one.
	Mentions []ActorMention `json:"mentions"`
	// Members are the actors that a plural stands for ("both", "the two
	// leaders"), as coreference tells; a parser's own are not read.
	Members []ActorID `json:"members,omitempty"`
	// Roles are the titles and offices that the text gives it.
	Roles []ActorRole `json:"roles,omitempty"`
	// Country is the ISO 3166-1 alpha-2 code of the state it belongs to, or
	// is; EU for the European Union. Empty: the text does not tell.
	Country string `json:"country,omitzero"`
	// Gender is "female", "male" or empty.
	Gender string `json:"gender,omitzero"`
	// Plural means that the name stands for several.
	Plural bool `json:"plural,omitzero"`
	// Count is how many the text says they are, or 0.
	Count int `json:"count,omitzero"`
	// IDs are what lists outside the text call it, by their schemes; of one
	// scheme it has one.
	IDs []ExternalID `json:"ids,omitempty"`
	// Salience tells how much the article is about it, from 0 to 1: the chance
	// that a summary of the article names it, by how often and how early it is
	// mentioned. The weights were fitted on the five summaries that people wrote
	// of each text of GUM (https://gucorpling.org/gum).
	Salience float64 `json:"salience,omitzero"`
	// Link is what a table outside the text says of the actor, or nil.
	Link     *ActorLink `json:"link,omitzero"`
	Evidence Evidence   `json:"evidence,omitzero"`
}

// An ExternalID is what a list outside the text calls an actor: an inference,
// as ActorLink is.
type ExternalID struct {
	// Scheme is the list.
	Scheme IDScheme `json:"scheme"`
	// ID is the actor's name in it, such as "Q183".
	ID string `json:"id"`
	// Evidence tells why it is this actor's: "country-code", "user-actor", or
	// as ActorLink's. In a Timeline it is that of the first article.
	Evidence Evidence `json:"evidence,omitzero"`
}

// IDScheme is a list that an ExternalID is from. The set is open: your own are
// those that ReadActorsCSV reads.
type IDScheme string

// The built-in schemes.
const (
	// IDSchemeWikidata is https://www.wikidata.org, whose items are written
	// "Q183". The built-in table has those of states, and of heads of state
	// and government who held office about 2022.
	IDSchemeWikidata IDScheme = "wikidata"
)

// MentionForm is how a mention refers. The set is open; the built-in forms
// are the constants below.
type MentionForm string

// The forms of mentions.
const (
	MentionNamed   MentionForm = "named"   // by a name: "Brandt"
	MentionNominal MentionForm = "nominal" // by a description: "the minister"
	MentionPronoun MentionForm = "pronoun" // by a pronoun: "she", "its"
)

// An ActorMention is one place where the text speaks of an Actor.
type ActorMention struct {
	// Span is the name, description or pronoun, without titles before it.
	Span Span `json:"span"`
	// Full is Span with the titles and roles that touch it; zero means Span.
	Full Span        `json:"full,omitzero"`
	Form MentionForm `json:"form"`
	// Titles are those that stand with the name: "Mr.", "Sen.".
	Titles []Span `json:"titles,omitempty"`
	// Affiliation is the organisation or country that the words around the
	// mention say it belongs to; zero if they do not.
	Affiliation Span `json:"affiliation,omitzero"`
	// Evidence tells why the mention belongs to its actor: "full-name",
	// "surname", "pronoun-subject", ...
	Evidence Evidence `json:"evidence,omitzero"`
}

// An ActorRole is a title, office or description of an actor.
type ActorRole struct {
	// Text is the role as the article words it: "foreign policy chief".
	Text string `json:"text"`
	Span Span   `json:"span"`
	// Office is the usual word for the office, if it is a known one:
	// "president", "foreign minister", "spokesperson".
	Office string `json:"office,omitzero"`
	// Status is "former", "acting", "elect" or "candidate", or empty. The set
	// is open.
	Status string `json:"status,omitzero"`
	// Country is the code of the state whose role it is, if the text tells.
	Country string `json:"country,omitzero"`
	// Of is the organisation or place whose role it is, as the text names it:
	// "White House", "EU".
	Of string `json:"of,omitzero"`
	// Party is the party or its letter, as in "(R-Texas)".
	Party string `json:"party,omitzero"`
}

// An ActorLink is knowledge from a table, never from the article, and never
// in place of what the article says.
type ActorLink struct {
	// Name is the table's name of the actor.
	Name string `json:"name"`
	// Office is the office it holds by the table at the article's date.
	Office   string   `json:"office,omitzero"`
	Evidence Evidence `json:"evidence,omitzero"`
}

// An ActorParser finds actors. Give one Actor for each that you can tell
// apart; coreference, which runs after all actor parsers, adds later short
// names, descriptions and pronouns. See Parser for the contract of all parsers.
type ActorParser interface {
	ParseActors(t *Text) ([]Actor, error)
}

// ActorParserFunc is a function as an ActorParser.
type ActorParserFunc func(t *Text) ([]Actor, error)

// ParseActors calls f(t).
func (f ActorParserFunc) ParseActors(t *Text) ([]Actor, error) { return f(t) }
