package title

import (
	"sort"

	"github.com/dateline-go/dateline/internal/token"
)

// dated reports whether k heads a date, which stands beside the title.
func (b *builder) dated(k int32) bool {
	t := b.tok(k)
	if t.Sent != b.sent {
		b.sent, b.times = t.Sent, within(b.in.Times, b.Sents[t.Sent].Span)
	}
	for _, s := range b.times {
		if t.Start < s.End {
			return s.Start <= t.Start
		}
	}
	return false
}

// within are those of spans, which are by start, that overlap s.
func within(spans []token.Span, s token.Span) []token.Span {
	first := sort.Search(len(spans), func(n int) bool { return spans[n].End > s.Start })
	last := first
	for last < len(spans) && spans[last].Start < s.End {
		last++
	}
	return spans[first:last]
}
