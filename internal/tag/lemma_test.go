package tag

import (
	"testing"

	"github.com/dateline-go/dateline/internal/token"
)

// What the rules do without the table of exceptions.
func TestRuleLemma(t *testing.T) {
	for _, c := range []struct {
		form  string
		class byte
		xpos  token.XPOS
		want  string
	}{
		{"planned", 'v', token.VBD, "plan"},
		{"passed", 'v', token.VBD, "pass"},
		{"settled", 'v', token.VBD, "settle"},
		{"hoped", 'v', token.VBD, "hope"},
		{"looked", 'v', token.VBD, "look"},
		{"revealed", 'v', token.VBD, "reveal"},
		{"denied", 'v', token.VBD, "deny"},
		{"agreed", 'v', token.VBD, "agree"},
		{"voicing", 'v', token.VBG, "voice"},
		{"judging", 'v', token.VBG, "judge"},
		{"talkin'", 'v', token.VBG, "talk"},
		{"reaches", 'v', token.VBZ, "reach"},
		{"cities", 'n', token.NNS, "city"},
		{"boxes", 'n', token.NNS, "box"},
		{"potatoes", 'n', token.NNS, "potato"},
		{"angrier", 'c', token.JJR, "angry"},
		{"bigger", 'c', token.JJR, "big"},
		{"fiercest", 's', token.JJS, "fierce"},
		{"larger", 'c', token.JJR, "large"},
		{"lower", 'c', token.JJR, "low"},
		{"ed", 'v', token.VBD, "ed"},
		{"", 'v', token.VBD, ""},
	} {
		tok := token.Token{Word: &token.Word{Lower: c.form}, XPOS: c.xpos}
		if got := RuleLemma(c.form, &tok, c.class, false); got != c.want {
			t.Errorf("%s as %c: %q, want %q", c.form, c.class, got, c.want)
		}
	}
}

func TestWordFeats(t *testing.T) {
	for _, c := range []struct {
		form string
		upos token.UPOS
		xpos token.XPOS
		want string
	}{
		{"army", token.NOUN, token.NN, "Number=Sing"},
		{"clothes", token.NOUN, token.NNS, "Number=Ptan"},
		{"states", token.NOUN, token.NNS, "Number=Plur"},
		{"states", token.PROPN, token.NNPS, "Number=Ptan"},
		{"third", token.ADJ, token.JJ, "Degree=Pos|NumForm=Word|NumType=Ord"},
		{"twice", token.ADV, token.RB, "NumForm=Word|NumType=Mult"},
		{"never", token.ADV, token.RB, "PronType=Neg"},
		{"nor", token.CCONJ, token.CC, "Polarity=Neg"},
		{"and", token.CCONJ, token.CC, "_"},
		{"where", token.ADV, token.WRB, "PronType=Rel"},
		{"why", token.ADV, token.WRB, "PronType=Int"},
		{"five", token.NUM, token.CD, "NumForm=Word|NumType=Card"},
	} {
		tok := token.Token{Word: &token.Word{Lower: c.form}, UPOS: c.upos, XPOS: c.xpos}
		if got := wordFeats(&tok).String(); got != c.want {
			t.Errorf("%s %v: %s, want %s", c.form, c.xpos, got, c.want)
		}
	}
}

func TestPersonal(t *testing.T) {
	for _, c := range []struct {
		form string
		xpos token.XPOS
		want string
	}{
		{"she", token.PRP, "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs"},
		{"them", token.PRP, "Case=Acc|Number=Plur|Person=3|PronType=Prs"},
		{"our", token.PRPS, "Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs"},
		{"himself", token.PRP, "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"},
		{"you", token.PRP, "Case=Nom|Person=2|PronType=Prs"},
		{"mine", token.PRP, "Number=Sing|Person=1|Poss=Yes|PronType=Prs"},
	} {
		d := &token.Doc{Tokens: []token.Token{{Word: &token.Word{Lower: c.form}, UPOS: token.PRON, XPOS: c.xpos}}}
		if got := pronounFeats(d, 0).String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.form, got, c.want)
		}
	}
}
