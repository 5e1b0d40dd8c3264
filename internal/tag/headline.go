package tag

import "github.com/dateline-go/dateline/internal/token"

// headline makes a verb of the noun that stands where the verb of a headline
// would, if the headline has none: "Kenya and Ethiopia sign border deal". The
// model learnt from texts with few headlines.
func headline(d *token.Doc, s *token.Sentence) {
	if s.Kind != token.Headline {
		return
	}
	for i := s.First; i < s.Last; i++ {
		switch t := &d.Tokens[i]; t.XPOS {
		case token.VBZ, token.VBP, token.VBD, token.MD:
			return
		}
	}
	for i := s.First + 1; i+1 < s.Last; i++ {
		t := &d.Tokens[i]
		switch t.UPOS {
		case token.NOUN:
			if t.XPOS == token.NN && wordTable.Has(t.Lower, classHeadlineVerb) && many(d, s.First, i) && opensObject(&d.Tokens[i+1]) {
				t.UPOS, t.XPOS = token.VERB, token.VBP
				return
			}
		case token.PROPN, token.ADJ, token.NUM, token.DET, token.CCONJ, token.PUNCT, token.PART:
		default:
			return
		}
	}
}

// many reports whether the phrase from first to i is of several: a plural right
// before i, or a name behind "and" or a comma.
func many(d *token.Doc, first, i int32) bool {
	if x := d.Tokens[i-1].XPOS; x == token.NNS || x == token.NNPS {
		return true
	}
	if d.Tokens[i-1].UPOS != token.PROPN {
		return false
	}
	j := i - 1
	for j > first && d.Tokens[j].UPOS == token.PROPN {
		j--
	}
	return j > first && (d.Tokens[j].UPOS == token.CCONJ || d.Tokens[j].XPOS == token.Comma) && d.Tokens[j-1].UPOS == token.PROPN
}

// opensObject reports whether t can open an object, or a phrase of place.
func opensObject(t *token.Token) bool {
	switch t.UPOS {
	case token.NOUN, token.PROPN, token.ADJ, token.NUM, token.DET, token.PRON:
		return true
	}
	return t.XPOS == token.TO
}
