package feature

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/conllu"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/token"
)

// tree reads words of the form form/XPOS/head/relation.
func tree(t *testing.T, s string) *token.Doc {
	t.Helper()
	var words []string
	c := &conllu.Sentence{}
	for f := range strings.FieldsSeq(s) {
		p := strings.Split(f, "/")
		head := 0
		for _, r := range p[2] {
			head = 10*head + int(r-'0')
		}
		w := conllu.Word{Form: p[0], Lemma: p[0], XPOS: token.ParseXPOS(p[1]), Head: head, Rel: token.ParseRel(p[3])}
		switch {
		case w.Rel.Base() == token.Aux || w.Rel == token.Cop:
			w.UPOS = token.AUX
		case strings.HasPrefix(p[1], "V"):
			w.UPOS = token.VERB
		case strings.HasPrefix(p[1], "N"):
			w.UPOS = token.NOUN
		case p[1] == "WP" || p[1] == "WDT":
			w.UPOS, w.Feats = token.PRON, w.Feats.With(token.PronTypeRel)
		}
		words, c.Words = append(words, p[0]), append(c.Words, w)
	}
	d := segment.FromWords([][]string{words})
	conllu.Fill(d, []*conllu.Sentence{c})
	return d
}

// What a predicate shares with others: its subject, and the antecedent of the
// relative clause that it stands in. -1 is none.
func TestFrame(t *testing.T) {
	for _, c := range []struct {
		text               string
		pred               int32
		voice              voice
		shared, antecedent int32
	}{
		{"he/PRP/2/nsubj came/VBD/0/root and/CC/4/cc saw/VBD/2/conj her/PRP/4/obj", 3, active, 0, -1},
		{"he/PRP/2/nsubj came/VBD/0/root", 1, active, -1, -1},
		{"they/PRP/2/nsubj asked/VBD/0/root him/PRP/2/obj to/TO/5/mark go/VB/2/xcomp", 4, infinitive, 2, -1},
		{"they/PRP/2/nsubj want/VBP/0/root to/TO/4/mark go/VB/2/xcomp", 3, infinitive, 0, -1},
		{"a/DT/2/det deal/NN/0/root signed/VBN/2/acl", 2, reduced, 1, -1},
		{"it/PRP/3/nsubj:pass was/VBD/3/aux:pass hit/VBN/0/root and/CC/5/cc sunk/VBN/3/conj", 4, passive, 0, -1},
		{"the/DT/2/det man/NN/0/root who/WP/4/nsubj shot/VBD/2/acl:relcl him/PRP/4/obj", 3, active, -1, 1},
		{"the/DT/2/det man/NN/0/root they/PRP/4/nsubj met/VBD/2/acl:relcl", 3, active, -1, 1},
		{"they/PRP/2/nsubj made/VBD/0/root a/DT/4/det promise/NN/2/obj", 3, noun, 0, -1},
		{"he/PRP/4/nsubj is/VBZ/4/cop a/DT/4/det judge/NN/0/root", 1, copula, 0, -1},
	} {
		d := tree(t, c.text)
		var s Sentence
		s.Reset(d, 0)
		f := s.Frame(c.pred, s.Class(c.pred), 1, false)
		if f.voice != c.voice || f.shared != c.shared || f.antecedent != c.antecedent {
			t.Errorf("%s: voice %d, shares %d, antecedent %d; want %d, %d, %d",
				d.Text, f.voice, f.shared, f.antecedent, c.voice, c.shared, c.antecedent)
		}
	}
}

// A candidate's path must lead to it, and its beginnings must be those that
// the walk takes.
func TestCandidates(t *testing.T) {
	d := tree(t, "they/PRP/2/nsubj asked/VBD/0/root the/DT/4/det man/NN/2/obj to/TO/6/mark leave/VB/2/xcomp town/NN/6/obj")
	var s Sentence
	s.Reset(d, 0)
	seen := map[int32]bool{}
	for _, c := range s.Candidates(5, Verb, All{}) {
		if seen[c.Token] || c.Token == 5 {
			t.Errorf("token %d again", c.Token)
		}
		seen[c.Token] = true
		p := s.Prefixes(5, c.Token, Verb)
		if len(p) != int(c.up+c.down)-1 {
			t.Errorf("token %d: %d steps, %d beginnings", c.Token, c.up+c.down, len(p))
		}
	}
	if len(seen) != len(d.Tokens)-1 {
		t.Errorf("%d of %d tokens", len(seen), len(d.Tokens)-1)
	}
}

func TestParticle(t *testing.T) {
	d := tree(t, "they/PRP/2/nsubj set/VBD/0/root it/PRP/2/obj up/RP/2/compound:prt")
	var s Sentence
	s.Reset(d, 0)
	for r, want := range map[string]bool{"set.01": true, "set_up.03": true, "set_off.04": false} {
		if got := s.Particle(1, r); got != want {
			t.Errorf("%s: %v", r, got)
		}
	}
}
