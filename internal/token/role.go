package token

// Label is what an argument is to its predicate, in the scheme of PropBank
// (https://propbank.github.io). The numbered ones are the roles of the
// predicate's roleset: ARG0 is as a rule who does it, ARG1 whom or what it is
// done to, ARG2 to ARG5 differ from roleset to roleset. The others mean the
// same with every predicate.
type Label uint8

const (
	NoLabel Label = iota
	ARG0
	ARG1
	ARG2
	ARG3
	ARG4
	ARG5
	ArgADJ    // adjectival, of event nouns
	ArgADV    // adverbial, of the clause
	ArgCAU    // cause
	ArgCOM    // in company of
	ArgCXN    // comparisons: as much as, too much to
	ArgDIR    // direction, source
	ArgDIS    // discourse: however, also; vocatives
	ArgEXT    // extent: by how much
	ArgGOL    // goal, benefactor: to whom, for whom
	ArgLOC    // where
	ArgLVB    // the light verb of an event noun
	ArgMNR    // how
	ArgMOD    // modal verb
	ArgNEG    // negation
	ArgPRD    // secondary predication
	ArgPRP    // purpose
	ArgPRR    // the event noun of a light verb
	ArgREC    // each other, itself
	ArgTMP    // when, how long, how often
	NumLabels = iota
)

var labelNames = [...]string{"", "ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARG5",
	"ARGM-ADJ", "ARGM-ADV", "ARGM-CAU", "ARGM-COM", "ARGM-CXN", "ARGM-DIR", "ARGM-DIS", "ARGM-EXT", "ARGM-GOL", "ARGM-LOC",
	"ARGM-LVB", "ARGM-MNR", "ARGM-MOD", "ARGM-NEG", "ARGM-PRD", "ARGM-PRP", "ARGM-PRR", "ARGM-REC", "ARGM-TMP"}

// String is the PropBank name: ARG0, ARGM-TMP.
func (l Label) String() string {
	if int(l) < len(labelNames) {
		return labelNames[l]
	}
	return ""
}

// ParseLabel is the label of that name, or NoLabel.
func ParseLabel(s string) Label {
	for i, n := range labelNames {
		if n == s {
			return Label(i)
		}
	}
	return NoLabel
}

// Core reports whether l is one of the numbered roles of a roleset.
func (l Label) Core() bool { return l >= ARG0 && l <= ARG5 }

// Predicate is a word that tells of an event, a state or a relation: a verb,
// an event noun, a predicate adjective.
type Predicate struct {
	Token       int32  // index in Doc.Tokens
	First, Last int32  // its arguments in Doc.Args, half-open, once argued is set
	argued      bool   // ArgsOf was called
	Score       uint8  // how sure it is a predicate, in percent
	roleset     string // what Roleset tells, once it was called
}

// Argument is a participant or a circumstance of a predicate.
type Argument struct {
	Head  int32 // index in Doc.Tokens; the phrase is its subtree less what belongs to others
	Label Label
	Score uint8 // confidence in percent
}

// Pred is the index of the predicate that token i is in Preds, or None.
func (d *Doc) Pred(i int32) int32 {
	if k := d.PredFrom(i); k < len(d.Preds) && d.Preds[k].Token == i {
		return int32(k)
	}
	return None
}

// PredFrom is the index in Preds of the first predicate from token i on, or
// their number.
func (d *Doc) PredFrom(i int32) int {
	lo, hi := 0, len(d.Preds)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if d.Preds[m].Token < i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// PredicateAt is the predicate that token i is.
func (d *Doc) PredicateAt(i int32) (*Predicate, bool) {
	if p := d.Pred(i); p != None {
		return &d.Preds[p], true
	}
	return nil, false
}

// Roleset is PropBank's name of the sense of p, one of Preds: "kill.01",
// "bust_up.04".
func (d *Doc) Roleset(p *Predicate) string {
	if p.roleset == "" && d.Sense != nil {
		p.roleset = d.Sense(p)
	}
	return p.roleset
}

// ArgsOf are the arguments of p, one of Preds, in text order.
func (d *Doc) ArgsOf(p *Predicate) []Argument {
	if !p.argued && d.Argue != nil {
		p.First = int32(len(d.Args))
		d.Args = append(d.Args, d.Argue(p)...)
		p.Last, p.argued = int32(len(d.Args)), true
	}
	return d.Args[p.First:p.Last]
}

// Arg is the head of the first argument of p with label l, or None.
func (d *Doc) Arg(p *Predicate, l Label) int32 {
	for _, a := range d.ArgsOf(p) {
		if a.Label == l {
			return a.Head
		}
	}
	return None
}
