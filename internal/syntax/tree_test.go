package syntax

import (
	"testing"

	"github.com/dateline-go/dateline/internal/token"
)

func TestArguments(t *testing.T) {
	for _, c := range []struct {
		text                   string
		verb                   int32
		subject, object, agent int32 // -1 for none; the agent is that of a passive, else the subject
	}{
		{"He/PRP/2/nsubj came/VBD/0/root/come and/CC/4/cc saw/VBD/2/conj/see her/PRP/4/obj", 3, 0, 4, 0},
		{"Brandt/NNP/2/nsubj wants/VBZ/0/root/want to/TO/4/mark host/VB/2/xcomp talks/NNS/4/obj", 3, 0, 4, 0},
		{"They/PRP/2/nsubj asked/VBD/0/root/ask him/PRP/2/obj to/TO/5/mark leave/VB/2/xcomp", 4, 2, -1, 2},
		{"They/PRP/2/nsubj promised/VBD/0/root/promise him/PRP/2/iobj to/TO/5/mark leave/VB/2/xcomp", 4, 0, -1, 0},
		{"a/DT/2/det deal/NN/0/root signed/VBN/2/acl/sign by/IN/5/case Holm/NNP/3/obl", 2, 1, -1, 4},
		{"It/PRP/3/nsubj:pass was/VBD/3/aux:pass/be hit/VBN/0/root by/IN/5/case drones/NNS/3/obl:agent", 2, 0, -1, 4},
		{"the/DT/2/det man/NN/0/root who/WP/4/nsubj shot/VBD/2/acl:relcl/shoot him/PRP/4/obj", 3, 1, 4, 1},
		{"the/DT/2/det deal/NN/0/root that/WDT/5/obj he/PRP/5/nsubj signed/VBD/2/acl:relcl/sign", 4, 3, 1, 3},
		{"a/DT/2/det plan/NN/0/root to/TO/4/mark leave/VB/2/acl", 3, -1, -1, -1},
		{"She/PRP/2/nsubj left/VBD/0/root/leave ,/,/4/punct saying/VBG/2/advcl/say nothing/NN/4/obj", 3, 0, 4, 0},
	} {
		d := tree(t, c.text)
		s, o := Subject(d, c.verb), Object(d, c.verb)
		a := s
		if g := Group(d, c.verb); g.Passive {
			a = PassiveAgent(d, c.verb)
		}
		if s != c.subject || o != c.object || a != c.agent {
			t.Errorf("%s: subject %d object %d agent %d, want %d %d %d", d.Text, s, o, a, c.subject, c.object, c.agent)
		}
	}
}

func TestWalks(t *testing.T) {
	// He said that ministers and envoys met .
	d := tree(t, "He/PRP/2/nsubj said/VBD/0/root/say that/IN/7/mark ministers/NNS/7/nsubj and/CC/6/cc envoys/NNS/4/conj "+
		"met/VBD/2/ccomp/meet ././2/punct")
	if c := Clause(d, 5); c != 6 {
		t.Error("clause of envoys", c)
	}
	if c := Clause(d, 0); c != 1 {
		t.Error("clause of He", c)
	}
	if !Under(d, 5, 6) || Under(d, 6, 5) || !Under(d, 4, 4) {
		t.Error("under")
	}
	if m := Marker(d, 6); m != "that" {
		t.Error("marker", m)
	}
}

// A chain a million words deep must not cost more than its length.
func TestDeep(t *testing.T) {
	d := &token.Doc{}
	for i := range 1 << 20 {
		d.Tokens = append(d.Tokens, token.Token{Head: int32(i) - 1, Rel: token.Xcomp, XPOS: token.VB, UPOS: token.VERB, Word: &token.Word{Lower: "go", Lemma: "go"}})
	}
	d.Sents = []token.Sentence{{Last: int32(len(d.Tokens))}}
	d.Link(0)
	end := int32(len(d.Tokens) - 1)
	for range 1000 {
		Subject(d, end)
		Group(d, end)
		if Clause(d, end) != end || Under(d, end, 0) {
			t.Fatal("a walk has no bound")
		}
	}
}
