package syntax

import (
	"testing"

	"github.com/dateline-go/dateline/internal/token"
)

func TestGroup(t *testing.T) {
	none := token.None
	for _, c := range []struct {
		text string
		at   int32
		want VerbGroup
	}{
		{"Ministers/NNS/2/nsubj met/VBD/0/root/meet", 1,
			VerbGroup{Head: 1, Finite: 1, Governor: none, Tense: Past, Mood: Indicative, Person: 3, Plural: true}},
		{"He/PRP/3/nsubj has/VBZ/3/aux/have signed/VBN/0/root/sign it/PRP/3/obj", 2,
			VerbGroup{Head: 2, Finite: 1, Governor: none, Tense: Present, Mood: Indicative, Perfect: true, Person: 3}},
		{"It/PRP/5/nsubj:pass would/MD/5/aux not/RB/5/advmod be/VB/5/aux:pass signed/VBN/0/root/sign", 4,
			VerbGroup{Head: 4, Finite: 1, Governor: none, Modal: "would", Mood: Indicative, Passive: true, Negated: true, Person: 3}},
		{"They/PRP/4/nsubj wo/MD/4/aux/will n't/RB/4/advmod/not meet/VB/0/root", 3,
			VerbGroup{Head: 3, Finite: 1, Governor: none, Tense: Future, Modal: "will", Mood: Indicative, Negated: true, Person: 3, Plural: true}},
		{"I/PRP/4/nsubj had/VBD/4/aux/have been/VBN/4/aux/be working/VBG/0/root/work", 3,
			VerbGroup{Head: 3, Finite: 1, Governor: none, Tense: Past, Mood: Indicative, Perfect: true, Progressive: true, Person: 1}},
		{"Talks/NNS/4/nsubj:pass are/VBP/4/aux/be being/VBG/4/aux:pass/be held/VBN/0/root/hold", 3,
			VerbGroup{Head: 3, Finite: 1, Governor: none, Tense: Present, Mood: Indicative, Progressive: true, Passive: true, Person: 3,
				Plural: true}},
		{"Brandt/NNP/3/nsubj:pass is/VBZ/3/aux:pass/be set/VBN/0/root to/TO/5/mark meet/VB/3/xcomp Holm/NNP/5/obj", 4,
			VerbGroup{Head: 4, Finite: 1, Governor: 2, Tense: Present, Mood: Infinitive, SemiModal: "set", Person: 3}},
		{"We/PRP/4/nsubj are/VBP/4/aux/be not/RB/4/advmod going/VBG/0/root/go to/TO/6/mark leave/VB/4/xcomp", 5,
			VerbGroup{Head: 5, Finite: 1, Governor: 3, Tense: Present, Mood: Infinitive, SemiModal: "go", Negated: true, Person: 1, Plural: true}},
		{"She/PRP/2/nsubj went/VBD/0/root/go to/TO/4/mark sleep/VB/2/xcomp", 3,
			VerbGroup{Head: 3, Finite: none, Governor: 1, Mood: Infinitive, Person: 3}},
		{"She/PRP/2/nsubj agreed/VBD/0/root/agree to/TO/4/mark talk/VB/2/xcomp", 3,
			VerbGroup{Head: 3, Finite: none, Governor: 1, Mood: Infinitive, Person: 3}},
		{"It/PRP/4/nsubj was/VBD/4/cop/be no/RB/4/advmod/no president/NN/0/root", 3,
			VerbGroup{Head: 3, Finite: 1, Governor: none, Tense: Past, Mood: Indicative, Person: 3}},
		{"She/PRP/5/nsubj is/VBZ/5/cop/be no/RB/4/advmod longer/RB/5/advmod/long minister/NN/0/root", 4,
			VerbGroup{Head: 4, Finite: 1, Governor: none, Tense: Present, Mood: Indicative, Negated: true, Person: 3}},
		{"No/DT/2/det deal/NN/4/nsubj:pass was/VBD/4/aux:pass/be signed/VBN/0/root/sign", 3,
			VerbGroup{Head: 3, Finite: 2, Governor: none, Tense: Past, Mood: Indicative, Passive: true, NoArgument: true, Person: 3}},
		{"Stop/VB/0/root the/DT/3/det war/NN/1/obj", 0,
			VerbGroup{Head: 0, Finite: none, Governor: none, Mood: Imperative}},
		{"He/PRP/2/nsubj left/VBD/0/root/leave without/IN/4/mark signing/VBG/2/advcl/sign", 3,
			VerbGroup{Head: 3, Finite: none, Governor: 1, Mood: Participle, Negated: true, Person: 3}},
		{"a/DT/2/det deal/NN/0/root signed/VBN/2/acl/sign by/IN/5/case both/DT/3/obl:agent", 2,
			VerbGroup{Head: 2, Finite: none, Governor: 1, Mood: Participle, Passive: true, Person: 3}},
		{"He/PRP/3/nsubj has/VBZ/3/aux/have signed/VBN/0/root/sign and/CC/5/cc ratified/VBN/3/conj/ratify it/PRP/5/obj", 4,
			VerbGroup{Head: 4, Finite: 1, Governor: none, Tense: Present, Mood: Indicative, Perfect: true, Person: 3}},
		{"They/PRP/2/nsubj collapsed/VBN/0/root/collapse", 1,
			VerbGroup{Head: 1, Finite: 1, Governor: none, Tense: Past, Mood: Indicative, Person: 3, Plural: true}},
		{"a/DT/2/det deal/NN/0/root signed/VBD/2/acl/sign in/IN/5/case May/NNP/3/obl", 2,
			VerbGroup{Head: 2, Finite: none, Governor: 1, Mood: Participle, Passive: true, Person: 3}},
		{"war/NN/0/root", 0, VerbGroup{Head: 0, Finite: none, Governor: none}},
	} {
		d := tree(t, c.text)
		got := Group(d, c.at)
		if got.Agree(d); got != c.want {
			t.Errorf("%s\n got %+v\nwant %+v", d.Text, got, c.want)
		}
	}
}
