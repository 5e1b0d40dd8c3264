package token

// UPOS is a universal part-of-speech tag of UD v2.
type UPOS uint8

const (
	NoUPOS UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

var uposNames = []string{
	"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
	"VERB", "X",
}

// String is the UD name.
func (u UPOS) String() string { return name(uposNames, int(u)) }

// ParseUPOS is the tag of that name, or NoUPOS.
func ParseUPOS(s string) UPOS { return UPOS(index(uposNames, s)) }

// XPOS is a Penn Treebank tag as the English UD treebanks use them.
type XPOS uint8

const (
	NoXPOS XPOS = iota
	ADD
	AFX
	CC
	CD
	DT
	EX
	FW
	GW
	HYPH
	IN
	JJ
	JJR
	JJS
	LS
	MD
	NFP
	NN
	NNP
	NNPS
	NNS
	PDT
	POS
	PRP
	PRPS // PRP$
	RB
	RBR
	RBS
	RP
	XSYM // SYM
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WPS // WP$
	WRB
	XX
	LRB        // -LRB-
	RRB        // -RRB-
	Comma      // ,
	Stop       // .
	Colon      // :
	OpenQuote  // ``
	CloseQuote // ''
	Dollar     // $
	NumXPOS    = iota
)

var xposNames = []string{
	"_", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP",
	"NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP",
	"VBZ", "WDT", "WP", "WP$", "WRB", "XX", "-LRB-", "-RRB-", ",", ".", ":", "``", "''", "$",
}

// String is the Penn Treebank name.
func (x XPOS) String() string { return name(xposNames, int(x)) }

// ParseXPOS is the tag of that name, or NoXPOS.
func ParseXPOS(s string) XPOS { return XPOS(index(xposNames, s)) }

// Rel is a UD v2 relation, with the subtypes that the English treebanks use.
type Rel uint8

const (
	NoRel Rel = iota
	Acl
	AclRelcl
	Advcl
	AdvclRelcl
	Advmod
	Amod
	Appos
	Aux
	AuxPass
	Case
	RelCC // cc
	CCPreconj
	Ccomp
	Compound
	CompoundPrt
	Conj
	Cop
	Csubj
	CsubjOuter
	CsubjPass
	Dep
	Det
	DetPredet
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	RelMark // mark
	Nmod
	NmodDesc
	NmodPoss
	NmodUnmarked
	Nsubj
	NsubjOuter
	NsubjPass
	Nummod
	Obj
	Obl
	OblAgent
	OblUnmarked
	Orphan
	Parataxis
	RelPunct // punct
	Reparandum
	Root
	Vocative
	Xcomp
	NumRel = iota
)

var relNames = []string{
	"_", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj",
	"ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet",
	"discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss",
	"nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan",
	"parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
}

// String is the UD name.
func (r Rel) String() string { return name(relNames, int(r)) }

// ParseRel is the relation of that name, or NoRel.
func ParseRel(s string) Rel { return Rel(index(relNames, s)) }

// Base is the relation without its subtype: Nsubj for NsubjPass.
func (r Rel) Base() Rel {
	switch r {
	case AclRelcl:
		return Acl
	case AdvclRelcl:
		return Advcl
	case AuxPass:
		return Aux
	case CCPreconj:
		return RelCC
	case CompoundPrt:
		return Compound
	case CsubjOuter, CsubjPass:
		return Csubj
	case DetPredet:
		return Det
	case NmodDesc, NmodPoss, NmodUnmarked:
		return Nmod
	case NsubjOuter, NsubjPass:
		return Nsubj
	case OblAgent, OblUnmarked:
		return Obl
	}
	return r
}

func name(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return names[0]
}

func index(names []string, s string) int {
	for i, n := range names {
		if n == s {
			return i
		}
	}
	return 0
}
