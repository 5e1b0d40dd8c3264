package event

import "github.com/dateline-go/dateline/internal/token"

// What makes an article one of the sports pages, set by hand on the annotated
// training articles.
const (
	sportWords = 5  // words of the sports pages, each counted once
	sportShare = 40 // one word in so many is of the sports pages
)

// sports reports whether the text is of the sports pages.
func (f *finder) sports() bool {
	seen := map[string]bool{}
	n, words := 0, 0
	for i := range f.d.Tokens {
		t := &f.d.Tokens[i]
		if t.Is(token.Punct) {
			continue
		}
		words++
		if wordTable.Has(t.Lower, classSport) {
			n++
			seen[t.Lower] = true
		}
	}
	return len(seen) >= sportWords && n*sportShare >= words
}
