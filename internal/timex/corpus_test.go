package timex

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/when"
)

// TestCorpus reads phrases with their reference date and the values, TIMEX3
// and modifier, that they must give: "2025-08-12 | On August 6. => 2025-08-06".
// The date is - where none is known; none stands for no time at all. What
// follows "| not " must not come out, and ¶ in a text ends a paragraph.
func TestCorpus(t *testing.T) {
	corpus(t, "time.txt", 600)
	corpus(t, "time-none.txt", 300)
	corpus(t, "time-passages.txt", 80)
}

func corpus(t *testing.T, file string, least int) {
	cases := golden.Corpus(t, file)
	defer cases.Done(least)
	for _, line := range golden.Lines(golden.Read(t, "testdata/corpus/"+file)) {
		if line[0] == '#' {
			continue
		}
		date, rest, ok1 := strings.Cut(line, " | ")
		text, want, ok2 := strings.Cut(rest, " => ")
		want, not, _ := strings.Cut(want, " | not ")
		text = strings.ReplaceAll(text, "¶", "\n\n")
		if !ok1 || !ok2 {
			t.Fatalf("%q is no phrase", line)
		}
		var o Options
		if date != "-" {
			var err error
			if o.Published, err = when.ParsePoint(date); err != nil {
				t.Fatalf("%q: %v", line, err)
			}
		}
		d := segment.Segment(text)
		checkMentions(t, d, Find(d, o)) // before tagging, too
		tag.Tag(d)
		syntax.Parse(d)
		ms := Find(d, o)
		checkMentions(t, d, ms)
		got := "none"
		for i, m := range ms {
			v := m.Value.TIMEX3()
			if m.Value.Mod() != when.NoMod {
				v += " " + m.Value.Mod().String()
			}
			if i == 0 {
				got = v
			} else {
				got += "; " + v
			}
		}
		wrong := ""
		wanted := strings.Split(want, "; ")
		if got != want || slices.Contains(strings.Split(got, "; "), not) && !slices.Contains(wanted, not) {
			var spans []string
			for _, m := range ms {
				spans = append(spans, d.Str(m.Span)+" ("+m.Rule+")")
			}
			wrong = fmt.Sprintf("got  %s: %s\nwant %s", got, strings.Join(spans, ", "), want)
		}
		cases.Case(date+" | "+strings.ReplaceAll(text, "\n\n", "¶"), wrong)
	}
}
