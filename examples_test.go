package dateline

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Every exported function has an Example, or one of its family has, and so
// have the types that a user meets first.
func TestExamples(t *testing.T) {
	have := map[string]bool{}
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?s)\nfunc Example(\w*)\(\) \{(.*?)\n\}`).FindAllStringSubmatch(string(b), -1) {
			name, _, _ := strings.Cut(m[1], "_")
			have[name], have[m[1]] = true, true
			for _, call := range regexp.MustCompile(`dateline\.(\w+)\(`).FindAllStringSubmatch(m[2], -1) {
				have["call "+call[1]] = true
			}
			if !strings.Contains(m[2], "// Output:") && !strings.Contains(m[2], "// Unordered output:") {
				t.Errorf("Example%s tells no output", m[1])
			}
		}
	}
	api, err := os.ReadFile("api/next.txt")
	if err != nil {
		t.Fatal(err)
	}
	// Append, Prepend, Default and With options of the five kinds of parsers are one family each.
	family := regexp.MustCompile(`^(Append|Prepend|Default|With)(Time|Location|Actor|Statement|Event)Parsers$`)
	for l := range strings.Lines(string(api)) {
		m := regexp.MustCompile(`^func (\w+)`).FindStringSubmatch(l)
		if m == nil || have[m[1]] || have["call "+m[1]] || family.MatchString(m[1]) {
			continue
		}
		t.Errorf("%s has no Example, and none calls it", m[1])
	}
	for _, typ := range []string{"Article", "Document", "Parser", "Text", "Sentence", "Token", "Predicate", "TimeMention", "Location",
		"Place", "Actor", "Statement", "Event", "Evidence", "When", "Moment", "Span", "Timeline", "TimelineBuilder", "Entry",
		"TimelineActor", "PageMap", "Quantity", "ParserError", "LineError", "SchemaError"} {
		if !have[typ] && !slices.ContainsFunc([]string{"Parse", "Parser"}, func(s string) bool { return s == typ && have[s] }) {
			t.Errorf("type %s has no Example", typ)
		}
	}
}
