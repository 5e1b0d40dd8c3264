package quote

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

var stanceNames = [...]string{"", "asserts", "claims", "denies", "promises", "demands", "asks", "warns", "admits", "agrees", "refuses", "proposes", "announces", "predicts", "criticises", "praises", "describes", "discusses", "cites", "expresses", "thinks"}

// String is the stance in one word.
func (s Stance) String() string {
	if int(s) < len(stanceNames) {
		return stanceNames[s]
	}
	return ""
}

// frame is the set of constructions in which a cue brings content.
type frame uint16

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
)

type cue struct {
	lemma  string
	stance Stance
	frame  frame
	preps  string // prepositions and particles that bring content, blank-separated
}

// lookup finds lemma in a table sorted by lemma.
func lookup(table []cue, lemma string) *cue {
	lo, hi := 0, len(table)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if table[m].lemma < lemma {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(table) && table[lo].lemma == lemma {
		return &table[lo]
	}
	return nil
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
