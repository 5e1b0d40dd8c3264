// Package ontology names the kinds of events: the sixteen event types of
// PLOVER (Political Language Ontology for Verifiable Event Records, version
// of 2019) with their modes and contexts, the event codes of CAMEO (Conflict
// and Mediation Event Observations, codebook 1.1b3) from which they descend,
// and news kinds beyond politics. Kinds, modes and contexts are open strings:
// what stands here is what the built-in event parser uses.
package ontology

import (
	"iter"
	"slices"
)

// The event types of PLOVER.
const (
	Agree     = "AGREE"
	Consult   = "CONSULT"
	Support   = "SUPPORT"
	Concede   = "CONCEDE"
	Cooperate = "COOPERATE"
	Aid       = "AID"
	Retreat   = "RETREAT"
	Request   = "REQUEST"
	Accuse    = "ACCUSE"
	Reject    = "REJECT"
	Threaten  = "THREATEN"
	Protest   = "PROTEST"
	Sanction  = "SANCTION"
	Mobilize  = "MOBILIZE"
	Coerce    = "COERCE"
	Assault   = "ASSAULT"
)

// News kinds beyond PLOVER.
const (
	Statement = "STATEMENT" // says, announces, comments: nothing is done but speaking
	Accident  = "ACCIDENT"
	Disaster  = "DISASTER"
	Outbreak  = "OUTBREAK" // disease spreads
	Crime     = "CRIME"
	Court     = "COURT" // charge, trial, verdict, sentence, appeal
	Election  = "ELECTION"
	Appoint   = "APPOINT"
	Resign    = "RESIGN"
	Deal      = "DEAL"    // between companies: takeovers, orders, investment
	Results   = "RESULTS" // a company's or an economy's figures
	Layoff    = "LAYOFF"
	Market    = "MARKET" // prices and rates move
	Death     = "DEATH"
	Birth     = "BIRTH"
	Marriage  = "MARRIAGE"
	Injury    = "INJURY"
	Sport     = "SPORT"
	Launch    = "LAUNCH" // products, services, rockets
	Science   = "SCIENCE"
	Law       = "LAW" // bills, laws, decrees pass
	Found     = "FOUND"
	Award     = "AWARD"
	Build     = "BUILD" // open, build, complete a work
	Travel    = "TRAVEL"
	Rescue    = "RESCUE"
	Culture   = "CULTURE" // film, music, books, exhibitions
	Change    = "CHANGE"  // something that happened and has no kind of its own
)

// Quad is the quadrant of a PLOVER type.
type Quad uint8

const (
	NoQuad         Quad = iota // outside PLOVER
	VerbalCoop                 // Q1
	MaterialCoop               // Q2
	VerbalConflict             // Q3
	MaterialConflict
)

// Cooperative reports whether q is verbal or material cooperation.
func (q Quad) Cooperative() bool { return q == VerbalCoop || q == MaterialCoop }

// Hostile reports whether q is verbal or material conflict.
func (q Quad) Hostile() bool { return q == VerbalConflict || q == MaterialConflict }

// Kind is a kind of event.
type Kind struct {
	Name  string
	Gloss string   // what counts
	Modes []string // in alphabetical order; empty when the kind has none
	Root  string   // root code of CAMEO, two digits; empty for kinds beyond it
	Quad  Quad
}

// LookupKind is the kind of that name.
func LookupKind(name string) (Kind, bool) {
	lo, hi := 0, len(kinds)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if kinds[m].Name < name {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(kinds) && kinds[lo].Name == name {
		return kinds[lo], true
	}
	return Kind{}, false
}

// Kinds yields all kinds in the order of their names.
func Kinds() iter.Seq[Kind] { return slices.Values(kinds[:]) }

// QuadOf is the quadrant of the kind of that name.
func QuadOf(kind string) Quad {
	k, _ := LookupKind(kind)
	return k.Quad
}

// IsMode reports whether mode is one of kind's.
func IsMode(kind, mode string) bool {
	k, ok := LookupKind(kind)
	if !ok {
		return false
	}
	for _, m := range k.Modes {
		if m == mode {
			return true
		}
	}
	return false
}

var kinds = [...]Kind{
	{Accident, "crashes, collisions, explosions, fires and failures without intent", nil, "", NoQuad},
	{Accuse, "disapprove, condemn, allege, complain, sue, investigate", []string{"allege", "disapprove", "investigate", "sue"},
		"11", VerbalConflict},
	{Agree, "agree to, offer, promise, or show willingness to cooperate", []string{"aid", "concede", "cooperate", "mediate", "meet"}, "03",
		VerbalCoop},
	{Aid, "give help: economic, military, humanitarian, asylum", []string{"asylum", "economic", "humanitarian", "military"}, "07",
		MaterialCoop},
	{Appoint, "a person takes or is given an office", nil, "", NoQuad},
	{Assault, "use of force: violence against persons and property, from beating to war",
		[]string{"abduct", "airstrike", "assassinate", "beat", "blockade", "cbrn", "clash", "cyber", "execute", "explosives",
			"firearms", "heavy-weapons", "mass-violence", "occupy", "sexual", "suicide-attack", "torture"}, "19", MaterialConflict},
	{Award, "prizes, medals, honours", nil, "", NoQuad},
	{Birth, "births", nil, "", NoQuad},
	{Build, "works are begun, opened, completed", nil, "", NoQuad},
	{Change, "a happening that has no kind of its own", nil, "", NoQuad},
	{Coerce, "repression and restriction short of violence: arrests, bans, curfews, seizures",
		[]string{"arrest", "ban", "censor", "curfew", "deport", "disperse", "restrict", "seize"}, "17", MaterialConflict},
	{Concede, "yield without force: ease restrictions and sanctions, accept demands", []string{"change", "ease"}, "08",
		MaterialCoop},
	{Consult, "meet, visit, talk, negotiate, mediate", []string{"host", "mediate", "meet", "negotiate", "phone", "visit"},
		"04", VerbalCoop},
	{Cooperate, "material cooperation: trade, joint exercises, shared intelligence, extradition",
		[]string{"economic", "intelligence", "judicial", "military"}, "06", MaterialCoop},
	{Court, "charges, trials, verdicts, sentences, appeals", nil, "", NoQuad},
	{Crime, "theft, fraud, smuggling, murder as crimes", nil, "", NoQuad},
	{Culture, "films, music, books, exhibitions", nil, "", NoQuad},
	{Deal, "between companies: takeovers, orders, investment", nil, "", NoQuad},
	{Death, "deaths", nil, "", NoQuad},
	{Disaster, "natural disasters and weather", nil, "", NoQuad},
	{Election, "votes, ballots, their winners", nil, "", NoQuad},
	{Found, "organisations are founded, dissolved, merged", nil, "", NoQuad},
	{Injury, "persons are hurt", nil, "", NoQuad},
	{Launch, "products, services, spacecraft", nil, "", NoQuad},
	{Law, "bills, laws, decrees, constitutions pass or fail", nil, "", NoQuad},
	{Layoff, "jobs are cut, plants closed, bankruptcies", nil, "", NoQuad},
	{Market, "prices, rates and shares move", nil, "", NoQuad},
	{Marriage, "weddings, engagements, divorces", nil, "", NoQuad},
	{Mobilize, "military or police power is shown or readied, short of use", []string{"police", "troops", "weapons"}, "15",
		MaterialConflict},
	{Outbreak, "diseases break out and spread", nil, "", NoQuad},
	{Protest, "demonstrations, strikes, boycotts, riots", []string{"boycott", "demo", "hunger", "obstruct", "riot", "strike"}, "14",
		MaterialConflict},
	{Reject, "refuse, veto, decline, defy", []string{"assist", "meet", "veto", "yield"}, "12", VerbalConflict},
	{Request, "ask, appeal, demand", []string{"assist", "change", "meet", "yield"}, "10", VerbalConflict},
	{Rescue, "persons are saved or found", nil, "", NoQuad},
	{Resign, "a person leaves an office", nil, "", NoQuad},
	{Results, "figures of a company or an economy", nil, "", NoQuad},
	{Retreat, "yield on the ground: withdraw, cease fire, release, return, disarm, give access",
		[]string{"access", "ceasefire", "disarm", "release", "return", "withdraw"}, "08", MaterialCoop},
	{Sanction, "reduce relations: break ties, halt aid and talks, expel, embargo", []string{"discontinue", "embargo", "expel", "withdraw"},
		"16", MaterialConflict},
	{Science, "discoveries, studies, trials", nil, "", NoQuad},
	{Sport, "matches, races, titles, transfers", nil, "", NoQuad},
	{Statement, "speaking only: says, announces, comments, denies", nil, "01", NoQuad},
	{Support, "approve, praise, defend, sign, recognise, set up relations", []string{"defend", "praise", "recognise", "sign"}, "05",
		VerbalCoop},
	{Threaten, "threaten, warn, give an ultimatum", []string{"force", "protest", "relations", "restrict"}, "13", VerbalConflict},
	{Travel, "persons depart and arrive", nil, "", NoQuad},
}

// Contexts of PLOVER: what an event is about. An event has any number of them.
var contexts = [...]string{
	"asylum", "cbrn", "culture", "cyber", "diplomatic", "disaster", "disease", "economic", "election",
	"environment", "executive", "historical", "hypothetical", "intelligence", "legal", "legislative",
	"military", "pro_democracy", "repression", "resource", "rights", "territory", "terrorism",
}

// IsContext reports whether name is a context.
func IsContext(name string) bool {
	for _, c := range contexts {
		if c == name {
			return true
		}
	}
	return false
}
