package coref_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// TestTurn: "I" behind a colon is who speaks; in other indirect speech it is not.
func TestTurn(t *testing.T) {
	for _, c := range []struct {
		text, content string
		want          int
	}{
		{"Ana Holm met the press.\n\nHOLM: I came by train and I like it.", "I came by train and I like it", 2},
		{"Ana Holm said I came by train.", "I came by train", 0},
	} {
		d := analyse(c.text)
		as := resolve(d, when.Point{})
		if len(as) == 0 {
			t.Fatalf("%q: no actor", c.text)
		}
		at := int32(strings.Index(c.text, c.content))
		coref.LinkFirstPerson(d, as, []coref.Speech{{Content: token.Span{Start: at, End: at + int32(len(c.content))}, Speaker: 0}})
		n := 0
		for _, m := range as[0].Mentions {
			if m.Reason == "speaker" {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%q: %d first persons, want %d", c.text, n, c.want)
		}
	}
}
