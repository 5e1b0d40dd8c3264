package place

import (
	"os"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
)

// TestWordsAreTokens holds that each word of words.txt can be met: it is one
// token of a text, as it stands, in capitals or at the end of a name.
func TestWordsAreTokens(t *testing.T) {
	b, err := os.ReadFile("words.txt")
	if err != nil {
		t.Fatal(err)
	}
	for l := range strings.SplitSeq(string(b), "\n") {
		if l == "" || l[0] == '#' || l[0] == '=' {
			continue
		}
		if _, rest, ok := strings.Cut(l, ": "); ok {
			l = rest
		}
		for w := range strings.FieldsSeq(l) {
			if !met(w) {
				t.Errorf("%q is no token", w)
			}
		}
	}
}

func met(w string) bool {
	for _, text := range []string{w, strings.ToUpper(w[:1]) + w[1:], strings.ToUpper(w)} {
		for _, around := range [][2]string{{"They went to ", " and"}, {"Paris", " day"}, {"They went to Paris ", " on Monday"}} {
			d := segment.Segment(around[0] + text + around[1])
			for i := range d.Tokens {
				if d.Tokens[i].Lower == w || d.Word(int32(i)) == w {
					return true
				}
			}
		}
	}
	return false
}
