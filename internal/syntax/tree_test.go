package syntax

import (
	"slices"
	"testing"

	"github.com/dateline-go/dateline/internal/token"
)

func TestArguments(t *testing.T) {
	for _, c := range []struct {
		text                   string
		verb                   int32
		subject, object, agent int32 // -1 for none
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
		if s, o, a := Subject(d, c.verb), Object(d, c.verb), Agent(d, c.verb); s != c.subject || o != c.object || a != c.agent {
			t.Errorf("%s: subject %d object %d agent %d, want %d %d %d", d.Text, s, o, a, c.subject, c.object, c.agent)
		}
	}
}

func TestPatient(t *testing.T) {
	d := tree(t, "It/PRP/3/nsubj:pass was/VBD/3/aux:pass/be hit/VBN/0/root by/IN/5/case drones/NNS/3/obl:agent")
	if p := Patient(d, 2); p != 0 {
		t.Errorf("patient %d", p)
	}
}

func TestNounPhrase(t *testing.T) {
	for _, c := range []struct {
		text string
		at   int32
		want string
	}{
		{"with/IN/4/case the/DT/4/det new/JJ/4/amod president/NN/0/root of/IN/6/case Malta/NNP/4/nmod ,/,/10/punct who/WP/10/nsubj " +
			"had/VBD/10/aux/have left/VBN/4/acl:relcl/leave", 3, "the new president of Malta"},
		{"UN/NNP/4/compound public/JJ/3/amod health/NN/4/compound chief/NN/0/root Ana/NNP/4/appos Brandt/NNP/5/flat", 3,
			"UN public health chief"},
		{"Oregon/NNP/4/nmod:poss 's/POS/1/case oldest/JJS/4/amod port/NN/0/root ,/,/6/punct Astoria/NNP/4/appos", 3, "Oregon 's oldest port"},
		{"talks/NNS/0/root between/IN/3/case Peru/NNP/1/nmod and/CC/5/cc Chile/NNP/3/conj", 0, "talks between Peru and Chile"},
		{"Malta/NNP/0/root and/CC/4/cc the/DT/4/det UN/NNP/1/conj", 0, "Malta"},
		{"He/PRP/4/nsubj is/VBZ/4/cop/be the/DT/4/det leader/NN/0/root", 3, "the leader"},
	} {
		d := tree(t, c.text)
		first, last := NounPhrase(d, c.at)
		if got := d.Str(d.SpanOf(first, last)); got != c.want {
			t.Errorf("%s: %q, want %q", d.Text, got, c.want)
		}
	}
}

func TestWalks(t *testing.T) {
	// He said that ministers and envoys met .
	d := tree(t, "He/PRP/2/nsubj said/VBD/0/root/say that/IN/7/mark ministers/NNS/7/nsubj and/CC/6/cc envoys/NNS/4/conj "+
		"met/VBD/2/ccomp/meet ././2/punct")
	if got := slices.Collect(Conjuncts(d, 5)); !slices.Equal(got, []int32{3, 5}) {
		t.Error("conjuncts", got)
	}
	if c := Clause(d, 5); c != 6 {
		t.Error("clause of envoys", c)
	}
	if c := Clause(d, 0); c != 1 {
		t.Error("clause of He", c)
	}
	if top, up, down := Path(d, 0, 5); top != 1 || up != 1 || down != 3 {
		t.Error("path", top, up, down)
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
		d.Tokens = append(d.Tokens, token.Token{Head: int32(i) - 1, Rel: token.Xcomp, XPOS: token.VB, UPOS: token.VERB, Lower: "go", Lemma: "go"})
	}
	d.Sents = []token.Sentence{{Last: int32(len(d.Tokens))}}
	d.Link(0)
	end := int32(len(d.Tokens) - 1)
	for range 1000 {
		Subject(d, end)
		Group(d, end)
		Clause(d, end)
		Under(d, end, 0)
	}
	if first, last := NounPhrase(d, 0); first != 0 || last != 1 {
		t.Error(first, last)
	}
}
