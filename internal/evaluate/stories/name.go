package stories

import (
	"slices"
	"strings"
	"unicode"
)

// same reports whether one of names is one of the alternatives: all words of
// one stand in the other, or both turn on one word.
func same(names []string, alternatives string) bool {
	for g := range strings.SplitSeq(alternatives, "|") {
		gw := core(words(g))
		for _, s := range names {
			sw := core(words(s))
			if len(gw) > 0 && len(sw) > 0 && (within(gw, sw) || within(sw, gw) || head(gw) == head(sw)) {
				return true
			}
		}
	}
	return false
}

func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

// What the scorer skips in a name, and what ends its head's phrase.
var (
	skipped = strings.Fields("the a an this that these those his her its their our my mr mrs ms dr sir some several many " +
		"about around at least more than")
	ending = strings.Fields("of in from at on to for with by who which that near against between over under after before " +
		"during into about as")
)

func words(s string) []string {
	s = strings.ReplaceAll(strings.ToLower(s), "’", "'")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "'s ", " "), "s' ", "s ")
	s = strings.TrimSuffix(s, "'s")
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func core(ws []string) []string {
	out := slices.DeleteFunc(slices.Clone(ws), func(w string) bool { return slices.Contains(skipped, w) })
	if len(out) == 0 {
		return ws
	}
	return out
}

func head(ws []string) string {
	for i, w := range ws {
		if i > 0 && slices.Contains(ending, w) {
			return ws[i-1]
		}
	}
	return ws[len(ws)-1]
}
