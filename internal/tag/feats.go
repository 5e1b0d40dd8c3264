package tag

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// feats fills the morphology of every token of d from tags, words and lemmas.
func feats(d *token.Doc) {
	for s := range d.Sents {
		first, last := int(d.Sents[s].First), int(d.Sents[s].Last)
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
}

// wordFeats are the features of words that do not need their neighbours.
func wordFeats(t *token.Token) token.Feats {
	var f token.Feats
	switch t.XPOS {
	case token.NN:
		if t.UPOS == token.NOUN {
			f = f.With(token.NumberSing)
		}
	case token.NNP:
		if t.UPOS == token.ADJ {
			return f.With(token.DegreePos)
		}
		if t.UPOS == token.PROPN {
			f = f.With(token.NumberSing)
		}
	case token.ADD:
		if t.UPOS == token.PROPN {
			f = f.With(token.NumberSing)
		}
	case token.NNS, token.NNPS:
		switch t.Lower {
		case "thanks", "clothes", "pants", "jeans", "scissors", "glasses", "trousers", "goods", "surroundings", "premises", "belongings", "proceeds", "outskirts", "headquarters", "states", "netherlands":
			if t.Lower != "states" || t.XPOS == token.NNPS {
				f = f.With(token.NumberPtan)
				break
			}
			f = f.With(token.NumberPlur)
		default:
			f = f.With(token.NumberPlur)
		}
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
		if t.UPOS != token.NUM {
			break
		}
		switch {
		case t.Flags&token.HasDigit == 0:
			f = f.With(token.NumFormWord).With(token.NumTypeCard)
		case strings.IndexByte(t.Lower, '/') > 0 && strings.Count(t.Lower, "/") == 1 || strings.IndexByte(t.Lower, '.') >= 0:
			f = f.With(token.NumFormDigit).With(token.NumTypeFrac)
		default:
			f = f.With(token.NumFormDigit).With(token.NumTypeCard)
		}
	case token.WRB:
		switch t.Lower {
		case "where", "whenever", "wherever":
			f = f.With(token.PronTypeRel)
		default:
			f = f.With(token.PronTypeInt)
		}
	case token.CC:
		if t.Lower == "nor" || t.Lower == "neither" {
			f = f.With(token.PolarityNeg)
		}
	case token.UH:
		switch t.Lower {
		case "yes", "yeah", "yep", "yup":
			f = f.With(token.PolarityPos)
		case "no", "nope", "nah":
			f = f.With(token.PolarityNeg)
		}
	case token.RB:
		f = adverbFeats(t)
	}
	return f
}

func adverbFeats(t *token.Token) token.Feats {
	var f token.Feats
	if t.UPOS == token.PART {
		return f.With(token.PolarityNeg)
	}
	switch t.Lower {
	case "then", "here", "there", "now", "thus":
		return f.With(token.PronTypeDem)
	case "never", "nowhere":
		return f.With(token.PronTypeNeg)
	case "always", "everywhere":
		return f.With(token.PronTypeTot)
	case "ever", "somewhere", "anywhere", "sometimes", "somehow", "anytime", "sometime":
		return f.With(token.PronTypeInd)
	case "once", "twice":
		return f.With(token.NumFormWord).With(token.NumTypeMult)
	case "first", "second", "third":
		return f.With(token.NumFormWord).With(token.NumTypeOrd)
	case "well", "far", "long", "soon", "early", "late", "hard", "fast", "often", "close", "easily", "quickly":
		return f.With(token.DegreePos)
	}
	return f
}

// ordinal reports whether w is an ordinal number.
func ordinal(w string) bool {
	switch w {
	case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fifteenth", "twentieth":
		return true
	}
	n := len(w)
	if n < 3 || w[0] < '0' || w[0] > '9' {
		return false
	}
	switch w[n-2:] {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// pronounFeats are the features of pronouns and determiners.
func pronounFeats(d *token.Doc, i int) token.Feats {
	t := &d.Tokens[i]
	var f token.Feats
	switch t.XPOS {
	case token.PRP, token.PRPS:
		return personal(d, i)
	case token.DT, token.PDT:
		switch t.Lower {
		case "the":
			return f.With(token.DefiniteDef).With(token.PronTypeArt)
		case "a", "an":
			return f.With(token.DefiniteInd).With(token.PronTypeArt)
		case "this", "that":
			return f.With(token.NumberSing).With(token.PronTypeDem)
		case "these", "those":
			return f.With(token.NumberPlur).With(token.PronTypeDem)
		case "all", "every", "each", "both":
			return f.With(token.PronTypeTot)
		case "no", "neither", "none":
			return f.With(token.PronTypeNeg)
		}
		return f.With(token.PronTypeInd)
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
	poss := t.XPOS == token.PRPS
	c := token.CaseNom
	switch t.Lower {
	case "me", "him", "them", "us", "'em", "myself", "himself", "herself", "itself", "themselves", "ourselves", "yourself", "yourselves", "'s":
		c = token.CaseAcc
	case "her":
		c = token.CaseAcc
	case "it", "you":
		if objectPlace(d, i) {
			c = token.CaseAcc
		}
	}
	switch t.Lower {
	case "i", "me", "my", "mine", "myself":
		f = f.With(token.NumberSing).With(token.Person1)
	case "you", "your", "yours":
		f = f.With(token.Person2)
	case "yourself":
		f = f.With(token.NumberSing).With(token.Person2)
	case "yourselves":
		f = f.With(token.NumberPlur).With(token.Person2)
	case "he", "him", "his", "himself":
		f = f.With(token.GenderMasc).With(token.NumberSing).With(token.Person3)
	case "she", "her", "hers", "herself":
		f = f.With(token.GenderFem).With(token.NumberSing).With(token.Person3)
	case "it", "its", "itself":
		f = f.With(token.GenderNeut).With(token.NumberSing).With(token.Person3)
	case "we", "us", "our", "ours", "ourselves", "'s":
		f = f.With(token.NumberPlur).With(token.Person1)
	case "they", "them", "their", "theirs", "themselves", "'em":
		f = f.With(token.NumberPlur).With(token.Person3)
	case "one":
		return f.With(token.NumberSing).With(token.Person3)
	}
	switch t.Lower {
	case "mine", "yours", "hers", "ours", "theirs":
		return f.With(token.PossYes)
	}
	if strings.HasSuffix(t.Lower, "self") || strings.HasSuffix(t.Lower, "selves") {
		f = f.With(token.ReflexYes)
	}
	if poss {
		return f.With(token.CaseGen).With(token.PossYes)
	}
	return f.With(c)
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
