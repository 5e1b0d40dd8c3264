package quantity

import (
	"slices"

	"github.com/dateline-go/dateline/internal/token"
)

// A mark is a number of a word: of an event, or of a figure.
type mark struct{ word, n int32 }

// marks are the numbers of the words of one sentence: none of them is asked of
// another sentence's, and a number for each word of a long text is much.
type marks struct {
	first   int32
	numbers []int32
	any     bool
}

// begin makes m those of the words of s, of whose marks the first counts, and
// gives the marks of the sentences that follow. all are sorted.
func (m *marks) begin(s *token.Sentence, all []mark) []mark {
	n := int(s.Last - s.First)
	m.first, m.numbers, m.any = s.First, slices.Grow(m.numbers[:0], n)[:n], false
	for i := range m.numbers {
		m.numbers[i] = token.None
	}
	for len(all) > 0 && all[0].word < s.Last {
		if w := all[0].word; w >= s.First {
			m.any = true
			if m.of(w) == token.None {
				m.set(w, all[0].n)
			}
		}
		all = all[1:]
	}
	return all
}

// of is the number of word i, or None.
func (m *marks) of(i int32) int32 {
	if at := i - m.first; at >= 0 && int(at) < len(m.numbers) {
		return m.numbers[at]
	}
	return token.None
}

// set gives word i of the sentence a number.
func (m *marks) set(i, n int32) { m.numbers[i-m.first] = n }
