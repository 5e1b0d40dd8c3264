package timex

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
)

// TestForward has a month whose year only a later date tells, and that date
// as what the article counts from.
func TestForward(t *testing.T) {
	d := segment.Segment("Shops - Out - In - May - Not - Be / index\nTeam Shops Meet\nUPDATED 3: 09 AM EST Dec 19, 2008\nShops meet in May.")
	tag.Tag(d)
	syntax.Parse(d)
	var got []string
	for _, m := range Find(d, Options{}) {
		got = append(got, d.Str(m.Span)+" "+m.Value.TIMEX3())
	}
	const want = "May 2008-05; 09 AM EST Dec 19, 2008 2008-12-19T09:00; May 2009-05"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}
