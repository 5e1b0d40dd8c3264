package tag

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// feats fills the morphology of the tokens of a sentence from tags, words and lemmas.
func feats(d *token.Doc, first, last int) {
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		switch t.UPOS {
		case token.VERB, token.AUX:
			t.Feats = verbFeats(d, i, first)
		case token.PRON, token.DET:
			t.Feats = pronounFeats(d, i)
		default:
			t.Feats = wordFeats(t)
		}
	}
}

// wordFeats are the features of words that do not need their neighbours.
func wordFeats(t *token.Token) token.Feats {
	var f token.Feats
	switch t.XPOS {
	case token.NN, token.NNP, token.ADD, token.NNS, token.NNPS:
		return nounFeats(t)
	case token.JJ:
		f = f.With(token.DegreePos)
		if ordinal(t.Lower) {
			form := token.NumFormWord
			if t.Flags&token.HasDigit != 0 {
				form = token.NumFormCombi
			}
			f = f.With(form).With(token.NumTypeOrd)
		}
	case token.JJR, token.RBR:
		f = f.With(token.DegreeCmp)
	case token.JJS, token.RBS:
		f = f.With(token.DegreeSup)
	case token.CD:
		if t.UPOS == token.NUM {
			f = numberFeats(t)
		}
	case token.WRB:
		f = f.With(token.PronTypeInt)
		if wordTable.Has(t.Lower, classPlaceQuestion) {
			f = f.With(token.PronTypeRel)
		}
	case token.CC, token.UH:
		f = with(f, t.Lower, classPolarity)
	case token.RB:
		f = adverbFeats(t)
	}
	return f
}

// with is f with the feature that class c gives to w, if it gives one.
func with(f token.Feats, w string, c wordClass) token.Feats {
	if v, ok := wordTable.Int(w, c); ok {
		return f.With(token.Feat(v))
	}
	return f
}

func nounFeats(t *token.Token) token.Feats {
	var f token.Feats
	switch t.XPOS {
	case token.NN:
		if t.UPOS == token.NOUN {
			return f.With(token.NumberSing)
		}
	case token.NNP, token.ADD:
		if t.XPOS == token.NNP && t.UPOS == token.ADJ {
			return f.With(token.DegreePos)
		}
		if t.UPOS == token.PROPN {
			return f.With(token.NumberSing)
		}
	default:
		if wordTable.Has(t.Lower, classPluralOnly) || t.XPOS == token.NNPS && wordTable.Has(t.Lower, classPluralName) {
			return f.With(token.NumberPtan)
		}
		return f.With(token.NumberPlur)
	}
	return f
}

func numberFeats(t *token.Token) token.Feats {
	var f token.Feats
	switch {
	case t.Flags&token.HasDigit == 0:
		return f.With(token.NumFormWord).With(token.NumTypeCard)
	case strings.IndexByte(t.Lower, '/') > 0 && strings.Count(t.Lower, "/") == 1 || strings.IndexByte(t.Lower, '.') >= 0:
		return f.With(token.NumFormDigit).With(token.NumTypeFrac)
	}
	return f.With(token.NumFormDigit).With(token.NumTypeCard)
}

func adverbFeats(t *token.Token) token.Feats {
	var f token.Feats
	if t.UPOS == token.PART {
		return f.With(token.PolarityNeg)
	}
	if v, ok := wordTable.Int(t.Lower, classNumberAdverb); ok {
		return f.With(token.NumFormWord).With(token.Feat(v))
	}
	return with(f, t.Lower, classAdverb)
}

// ordinal reports whether w is an ordinal number.
func ordinal(w string) bool {
	n := len(w)
	if n < 3 || w[0] < '0' || w[0] > '9' {
		return wordTable.Has(w, classOrdinal)
	}
	end := w[n-2:]
	return end == "st" || end == "nd" || end == "rd" || end == "th"
}

// pronounFeats are the features of pronouns and determiners.
func pronounFeats(d *token.Doc, i int) token.Feats {
	t := &d.Tokens[i]
	var f token.Feats
	switch t.XPOS {
	case token.PRP, token.PRPS:
		return personal(d, i)
	case token.DT, token.PDT:
		f = with(f.With(token.PronTypeInd), t.Lower, classDeterminer)
		return with(with(f, t.Lower, classArticle), t.Lower, classPointing)
	case token.NN:
		switch w := t.Lower; {
		case w == "none":
			return f.With(token.PronTypeNeg)
		case strings.HasPrefix(w, "no"), w == "one":
			f = f.With(token.PronTypeNeg)
		case strings.HasPrefix(w, "every"):
			f = f.With(token.PronTypeTot)
		default:
			f = f.With(token.PronTypeInd)
		}
		return f.With(token.NumberSing)
	case token.WP:
		if t.Lower == "what" {
			return f.With(token.PronTypeInt)
		}
		return f.With(token.PronTypeRel)
	case token.WDT:
		if t.UPOS == token.DET {
			return f.With(token.PronTypeInt)
		}
		return f.With(token.PronTypeRel)
	case token.WPS:
		return f.With(token.PossYes).With(token.PronTypeRel)
	}
	return f
}

// personal are the features of personal and possessive pronouns.
func personal(d *token.Doc, i int) token.Feats {
	t := &d.Tokens[i]
	var f token.Feats
	f = f.With(token.PronTypePrs)
	e := wordTable.Find(t.Lower)
	for _, c := range [...]wordClass{classGender, classNumber, classPerson} {
		if v, ok := e.Int(c); ok {
			f = f.With(token.Feat(v))
		}
	}
	switch {
	case t.Lower == "one":
		return f
	case e.Has(classOwn):
		return f.With(token.PossYes)
	case strings.HasSuffix(t.Lower, "self"), strings.HasSuffix(t.Lower, "selves"):
		f = f.With(token.ReflexYes)
	}
	switch {
	case t.XPOS == token.PRPS:
		return f.With(token.CaseGen).With(token.PossYes)
	case e.Has(classObjectForm), e.Has(classEitherForm) && objectPlace(d, i):
		return f.With(token.CaseAcc)
	}
	return f.With(token.CaseNom)
}

// objectPlace reports whether the pronoun at i stands behind a verb or a
// preposition, and no verb that could be its own follows.
func objectPlace(d *token.Doc, i int) bool {
	if i+1 < len(d.Tokens) {
		switch n := &d.Tokens[i+1]; n.XPOS {
		case token.VBZ, token.VBD, token.VBP, token.MD:
			return false
		}
	}
	if i == 0 {
		return false
	}
	switch p := &d.Tokens[i-1]; p.UPOS {
	case token.VERB, token.ADP:
		return true
	}
	return false
}
