package timex

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/when"
)

// TestCorpus reads phrases with their reference date and the values, TIMEX3
// and modifier, that they must give: "2025-08-12 | On August 6. => 2025-08-06".
// The date is - where none is known; none stands for no time at all.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("../../testdata/corpus/time*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	positive, negative, wrong := 0, 0, 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(string(data), "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			date, rest, ok1 := strings.Cut(line, " | ")
			text, want, ok2 := strings.Cut(rest, " => ")
			if !ok1 || !ok2 {
				t.Fatalf("%s:%d: %q is no phrase", f, n+1, line)
			}
			var o Options
			if date != "-" {
				if o.Published, err = when.ParsePoint(date); err != nil {
					t.Fatalf("%s:%d: %v", f, n+1, err)
				}
			}
			if want == "none" {
				negative++
			} else {
				positive++
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
			if got != want {
				var spans []string
				for _, m := range ms {
					spans = append(spans, d.Str(m.Span)+" ("+m.Rule+")")
				}
				wrong++
				t.Logf("%s:%d: %s | %s\n\tgot  %s: %s\n\twant %s", filepath.Base(f), n+1, date, text, got, strings.Join(spans, ", "), want)
			}
		}
	}
	// The tagger and the parser are models: a new one may read a phrase or
	// two otherwise.
	if wrong > (positive+negative)/200 {
		t.Errorf("%d phrases of %d are wrong", wrong, positive+negative)
	}
	if positive < 600 || negative < 300 {
		t.Errorf("%d positive and %d negative phrases", positive, negative)
	}
}
