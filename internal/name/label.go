package name

import "github.com/dateline-go/dateline/internal/token"

// A label is 0 (outside) or 1 + 4*(type-1) + place in the name: the BILOU
// scheme (Ratinov and Roth, CoNLL 2009), which marks a name's first, inner
// and last word and the name of one word.
const (
	// NumLabels is the number of labels: five types in four places, and outside.
	NumLabels = 1 + 4*numTypes
	numTypes  = 5

	placeB = 0
	placeI = 1
	placeL = 2
	placeU = 3
)

// Label is the label of word i of a name of n words.
func Label(t token.EntType, i, n int) int {
	p := placeI
	switch {
	case n == 1:
		p = placeU
	case i == 0:
		p = placeB
	case i == n-1:
		p = placeL
	}
	return 1 + 4*(int(t)-1) + p
}

func typeOf(label int) token.EntType { return token.EntType((label-1)/4 + 1) }

func placeOf(label int) int { return (label - 1) & 3 }

// opens reports whether a name goes on after label.
func opens(label int) bool { return label > 0 && placeOf(label) <= placeI }

// closes reports whether label goes on with a name.
func goesOn(label int) bool {
	return label > 0 && (placeOf(label) == placeI || placeOf(label) == placeL)
}

// Allowed reports whether label b may follow label a.
func Allowed(a, b int) bool {
	if opens(a) {
		return goesOn(b) && typeOf(a) == typeOf(b)
	}
	return !goesOn(b)
}
