package tag

import "github.com/dateline-go/dateline/internal/token"

// feats fills the morphology of every token of d from tags, words and lemmas.
func feats(d *token.Doc) {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		var f token.Feats
		switch t.XPOS {
		case token.NN, token.NNP:
			f = f.With(token.NumberSing)
		case token.NNS, token.NNPS:
			f = f.With(token.NumberPlur)
		case token.JJ:
			f = f.With(token.DegreePos)
		case token.JJR, token.RBR:
			f = f.With(token.DegreeCmp)
		case token.JJS, token.RBS:
			f = f.With(token.DegreeSup)
		case token.VB:
			f = f.With(token.VerbFormInf)
		case token.VBD:
			f = f.With(token.MoodInd).With(token.TensePast).With(token.VerbFormFin)
		case token.VBP:
			f = f.With(token.MoodInd).With(token.TensePres).With(token.VerbFormFin)
		case token.VBZ:
			f = f.With(token.MoodInd).With(token.NumberSing).With(token.Person3).With(token.TensePres).With(token.VerbFormFin)
		case token.VBG:
			f = f.With(token.TensePres).With(token.VerbFormPart)
		case token.VBN:
			f = f.With(token.TensePast).With(token.VerbFormPart)
		case token.MD:
			f = f.With(token.VerbFormFin)
		}
		t.Feats = f
	}
}
