package syntax

import (
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

// Sentences with a word of each, the word that it hangs on, and how.
func TestMendClauses(t *testing.T) {
	for _, c := range []struct{ text, word, head, rel string }{
		{"A man whose house was allegedly a bomb factory was arrested on Tuesday in Leeds.", "man", "arrested", "nsubj:pass"},
		{"A man whose house was allegedly a bomb factory was arrested on Tuesday in Leeds.", "factory", "man", "acl:relcl"},
		{"A woman whose brother was a senior judge was charged with fraud on Tuesday.", "woman", "charged", "nsubj:pass"},
		{"A farmer whose land is a nature reserve sued the state.", "farmer", "sued", "nsubj"},
		{"The court, whose ruling was final, ordered the release of Kane.", "ordered", "", "root"},
		{"Police arrested a man whose house was a bomb factory.", "man", "arrested", "obj"},
		{"The minister met the families of the workers who died in the fire, and promised them compensation.", "promised", "met", "conj"},
		{"The minister praised Ana Holm, who resigned in May, and moved to Lima.", "moved", "resigned", "conj"},
		{"The prices rose by 5 percent in May, reported the Ministry of Trade.", "Ministry", "reported", "nsubj"},
		{"The prices rose by 5 percent in May, reported the Ministry of Trade.", "rose", "", "root"},
		{"Lena Holm won the election, confirmed the electoral commission on Friday.", "confirmed", "won", "parataxis"},
		{"The clerk saw the fire, reported the theft, and left.", "theft", "reported", "obj"},
		{"Kane, Holm, and Brandt were arrested on Monday.", "Brandt", "Kane", "conj"},
		{"Australia, Belgium, Italy, and Switzerland will share the cost.", "Switzerland", "Australia", "conj"},
		{"The firm is expected to close the plant and dismiss 300 workers.", "dismiss", "close", "conj"},
		{"The firm agreed to close the plant and dismissed 300 workers.", "dismissed", "agreed", "conj"},
		{"Officials from Austria, Hungary, Slovakia, and Croatia met in Vienna.", "Officials", "met", "nsubj"},
		{"Officials from Austria, Hungary, Slovakia, and Croatia met in Vienna.", "Croatia", "Austria", "conj"},
	} {
		d := segment.Segment(c.text)
		tag.Tag(d)
		Parse(d)
		found := false
		for i := range d.Tokens {
			if d.Word(int32(i)) != c.word {
				continue
			}
			tok, head := &d.Tokens[i], ""
			if found = true; tok.Head != token.None {
				head = d.Word(tok.Head)
			}
			if head != c.head || tok.Rel.String() != c.rel {
				t.Errorf("%s: %s is %s(%s), want %s(%s)", c.text, c.word, tok.Rel, head, c.rel, c.head)
			}
		}
		if !found {
			t.Errorf("%s: no %s", c.text, c.word)
		}
		checkTree(t, d)
	}
}
