package quote

//go:generate go run ../gen/words

import "strings"

// Stance is what a cue makes of what it reports.
type Stance uint8

const (
	Asserts    Stance = iota + 1 // say, state, add, note
	Claims                       // claim, allege, insist: the writer stands back
	Denies                       // deny, reject, dispute
	Promises                     // promise, vow, pledge, agree to
	Demands                      // demand, urge, call for, order
	Asks                         // ask, question, request
	Warns                        // warn, caution, threaten
	Admits                       // admit, concede, acknowledge
	Agrees                       // agree, endorse, second
	Refuses                      // refuse, decline
	Proposes                     // propose, suggest, recommend, offer
	Announces                    // announce, reveal, declare, report
	Predicts                     // predict, estimate, forecast
	Criticises                   // criticise, accuse, mock
	Praises                      // praise, thank, hail
	Describes                    // call, describe, characterise
	Discusses                    // discuss, mention, refer to
	Cites                        // cite, quote, according to
	Expresses                    // express hope, regret, apologise
	Thinks                       // think, believe, hope: a view held, said or not
)

var stanceNames = [...]string{"", "asserts", "claims", "denies", "promises", "demands", "asks", "warns", "admits", "agrees",
	"refuses", "proposes", "announces", "predicts", "criticises", "praises", "describes", "discusses", "cites", "expresses", "thinks"}

// String is the stance in one word.
func (s Stance) String() string {
	if int(s) < len(stanceNames) {
		return stanceNames[s]
	}
	return ""
}

// frame is the set of constructions in which a cue brings content. In
// words.txt the stance of a cue stands above its frames.
type frame uint32

const (
	fQuote   frame = 1 << iota // introduces a quotation
	fClause                    // say that, ask whether, and the bare clause
	fInf                       // promise to
	fObjInf                    // urge somebody to: object and infinitive are the content
	fNoun                      // criticise something: the object is the content
	fAs                        // describe something as, accuse somebody of: all after the verb is the content
	fAddr                      // tell somebody that: the object beside a clause is the addressee
	fWeak                      // speech only of a person or a text, and only with a clause
	fPersona                   // an object is content only where the subject can speak
	fPassive                   // "is said to have": the passive reports without a speaker
	fBare                      // a clause may follow that nothing marks and no tree gives
	fTold                      // the noun behind it is the addressee, whatever the tree says
	fNames                     // call somebody something: content only with what he is called
	fNeedsAs                   // regard something as: content only with "as" or a complement
	fSpoken                    // claim responsibility: content only if the object is taken by saying so
	fLong                      // what follows its preposition goes on as a clause does
	fDemands                   // demands, if its content follows a preposition: "call for"

	stanceAt   = 20
	stanceMask = 1<<stanceAt - 1
)

// cue is what the lexicon knows of a word that reports.
type cue struct {
	stance Stance
	frame  frame
	preps  string // prepositions and particles that bring content, blank-separated
}

// known reports whether c is a cue at all.
func (c cue) known() bool { return c.stance != 0 }

// tells reports whether c plainly tells words: say, not think or show.
func (c cue) tells() bool { return c.frame&fClause != 0 && c.frame&fWeak == 0 && c.stance != Thinks }

// verbCue is the lexicon's entry for the verb of that lemma; the zero cue if there is none.
func verbCue(lemma string) cue { return entry(lemma, classVerb, classVerbPreposition) }

// nounCue is the same for a noun.
func nounCue(lemma string) cue { return entry(lemma, classNoun, classNounPreposition) }

func entry(lemma string, frames, preps wordClass) cue {
	e := wordTable.Find(lemma)
	n, ok := e.Int(frames)
	if !ok {
		return cue{}
	}
	p, _ := e.Text(preps)
	return cue{Stance(n >> stanceAt), frame(n) & stanceMask, p}
}

// hasWord reports whether w is one of the blank-separated words of list.
func hasWord(list, w string) bool {
	for list != "" {
		var x string
		x, list, _ = strings.Cut(list, " ")
		if x == w {
			return true
		}
	}
	return false
}
