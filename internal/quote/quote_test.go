package quote_test

import (
	"testing"

	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

func find(text string) (*token.Doc, []quote.Statement) {
	d := segment.Segment(text)
	tag.Tag(d)
	syntax.Parse(d)
	return d, quote.Find(d, quote.Input{})
}

func TestFind(t *testing.T) {
	d, ss := find("“We are leaving on Monday,” said Ana Brandt, the minister. “Nobody will stop us.”")
	if len(ss) != 1 {
		t.Fatalf("%d statements, want 1: %+v", len(ss), ss)
	}
	s := ss[0]
	if s.Kind != quote.Direct || len(s.Content) != 2 || s.CueLemma != "say" || d.Str(s.Speaker) != "Ana Brandt, the minister" {
		t.Errorf("got %+v, speaker %q", s, d.Str(s.Speaker))
	}
}
