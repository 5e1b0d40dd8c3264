package coref

import (
	"testing"

	"github.com/dateline-go/dateline/internal/token"
)

// TestSalience: who is mentioned earlier and more often matters more, between 0 and 1.
func TestSalience(t *testing.T) {
	at := func(starts ...int32) *Actor {
		a := &Actor{}
		for _, s := range starts {
			a.Mentions = append(a.Mentions, Mention{Span: token.Span{Start: s, End: s + 4}})
		}
		return a
	}
	for _, c := range [][2]*Actor{
		{at(), at(9000)},
		{at(900), at(9)},
		{at(9), at(9, 200, 300)},
		{at(900), at(9, 900)},
	} {
		less, more := c[0].Salience(), c[1].Salience()
		if less < 0 || more > 1 || less >= more {
			t.Errorf("%v: %.3f, %v: %.3f", c[0].Mentions, less, c[1].Mentions, more)
		}
	}
}
