package name

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/token"
)

// marked reads a file of phrases with names in brackets: "[PER Ana Brandt]
// said". It gives articles of lines, divided in the file by empty lines.
func marked(t *testing.T, path string) (articles [][]string) {
	t.Helper()
	articles = [][]string{nil}
	for l := range strings.SplitSeq(golden.Read(t, path), "\n") {
		switch {
		case strings.HasPrefix(l, "#"):
		case l == "":
			articles = append(articles, nil)
		default:
			articles[len(articles)-1] = append(articles[len(articles)-1], l)
		}
	}
	return articles
}

var typeNames = map[string]token.EntType{"PER": token.PER, "ORG": token.ORG, "LOC": token.LOC, "MISC": token.MISC, "NORP": token.NORP}

// unmark is a line without brackets, and its names as "TYPE first-last".
func unmark(l string) (plain string, names []string) {
	var out []string
	start, typ := 0, ""
	for w := range strings.FieldsSeq(l) {
		if k, ok := strings.CutPrefix(w, "["); ok && typeNames[k] != 0 {
			typ, start = k, len(out)
			continue
		}
		if typ != "" && strings.HasSuffix(w, "]") {
			out = append(out, w[:len(w)-1])
			names = append(names, fmt.Sprintf("%s %d-%d", typ, start, len(out)))
			typ = ""
			continue
		}
		out = append(out, w)
	}
	return strings.Join(out, " "), names
}

// found is the names of sentence s in the form of unmark.
func found(d *token.Doc, s int) (names []string) {
	for _, e := range d.Ents {
		if d.Tokens[e.First].Sent == int32(s) {
			names = append(names, fmt.Sprintf("%s %d-%d", e.Type, e.First-d.Sents[s].First, e.Last-d.Sents[s].First))
		}
	}
	return names
}

func TestPhrases(t *testing.T) {
	cases := golden.Corpus(t, "name-phrases.txt")
	defer cases.Done(30)
	for _, a := range marked(t, "testdata/corpus/name-phrases.txt") {
		for _, l := range a {
			plain, want := unmark(l)
			d := tokens(plain)
			Find(d)
			cases.Case(l, differ(found(d, 0), want))
		}
	}
}

// differ says how names differ from those wanted, or "".
func differ(got, want []string) string {
	if slices.Equal(got, want) {
		return ""
	}
	return fmt.Sprintf("got  %q\nwant %q", got, want)
}

// The made-up agency copy holds what no corpus at hand does: tables of
// results, headlines in capitals, short forms of firms.
func TestNewswire(t *testing.T) {
	cases := golden.Corpus(t, "name-newswire.txt")
	defer cases.Done(150)
	for _, a := range marked(t, "testdata/corpus/name-newswire.txt") {
		var lines []string
		var names [][]string
		for _, l := range a {
			p, n := unmark(l)
			lines, names = append(lines, p), append(names, n)
		}
		d := tokens(lines...)
		Find(d)
		for s, l := range a {
			cases.Case(l, differ(found(d, s), names[s]))
		}
	}
}
