package syntax

import "testing"

func TestMend(t *testing.T) {
	for _, c := range []struct {
		text    string
		at      int32
		head    string
		rel     string
		changed bool
	}{
		{"Norway/NNP/2/nsubj accused/VBD/0/root/accuse Sweden/NNP/2/obj of/IN/5/case spying/NN/3/nmod", 4, "accused", "obl", true},
		{"She/PRP/2/nsubj accused/VBD/0/root/accuse him/PRP/2/obj of/IN/5/mark lying/VBG/3/acl/lie", 4, "accused", "advcl", true},
		{"She/PRP/2/nsubj met/VBD/0/root/meet members/NNS/2/obj of/IN/5/case parliament/NN/3/nmod", 4, "members", "nmod", false},
		{"She/PRP/2/nsubj praised/VBD/0/root/praise the/DT/4/det idea/NN/2/obj of/IN/6/case talks/NNS/4/nmod ,/,/8/punct " +
			"noting/VBG/6/acl/note that/IN/11/mark it/PRP/11/nsubj helped/VBD/8/ccomp/help", 7, "praised", "advcl", true},
		{"He/PRP/2/nsubj read/VBD/0/root/read a/DT/4/det letter/NN/2/obj saying/VBG/4/acl/say " +
			"that/IN/8/mark he/PRP/8/nsubj lost/VBD/5/ccomp/lose", 4, "letter", "acl", false},
		{"Police/NNS/6/vocative in/IN/3/case Salem/NNP/1/nmod ,/,/1/punct Oregon/NNP/6/nsubj said/VBD/0/root/say so/RB/6/advmod", 0, "said", "nsubj", true},
		{"Police/NNS/6/nsubj in/IN/3/case Salem/NNP/1/nmod ,/,/1/punct Oregon/NNP/6/nsubj said/VBD/0/root/say so/RB/6/advmod", 4, "salem", "appos", true},
		{"Heads/NNS/6/nsubj of/IN/3/case Norway/NNP/1/nmod ,/,/1/punct Oregon/NNP/6/nsubj said/VBD/0/root/say so/RB/6/advmod", 4, "said", "nsubj", false},
		{"Monday/NNP/6/nsubj in/IN/3/case Salem/NNP/1/nmod ,/,/1/punct Kane/NNP/6/nsubj said/VBD/0/root/say so/RB/6/advmod", 4, "said", "nsubj", false},
		{"After/IN/2/case rain/NN/7/obl in/IN/4/case Salem/NNP/2/nmod ,/,/7/punct Oregon/NNP/7/nsubj won/VBD/0/root/win", 5, "won", "nsubj", false},
		{"According/VBG/6/case to/IN/1/fixed the/DT/6/det Norway/NNP/5/compound Bank/NNP/6/compound floods/NNS/7/nsubj killed/VBD/0/root/kill ten/CD/7/obj", 4, "killed", "obl", true},
		{"According/VBG/5/case to/IN/1/fixed a/DT/5/det bank/NN/5/compound report/NN/6/nsubj fell/VBD/0/root/fall", 3, "report", "compound", false},
	} {
		d := tree(t, c.text)
		changed := mend(d, &d.Sents[0])
		tok := &d.Tokens[c.at]
		if h := d.Tokens[tok.Head].Lower; changed != c.changed || h != c.head || tok.Rel.String() != c.rel {
			t.Errorf("%s: changed %v, %s(%s), want %v, %s(%s)", d.Text, changed, tok.Rel, h, c.changed, c.rel, c.head)
		}
		if d.Link(0); changed {
			checkTree(t, d)
		}
	}
}
