package dateline

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// What the pages for adopters name in code is there: types, fields, methods
// and functions of the surface.
func TestDocsNames(t *testing.T) {
	api, err := os.ReadFile("api/next.txt")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, w := range regexp.MustCompile(`\w+`).FindAllString(string(api), -1) {
		known[w] = true
	}
	for _, file := range []string{"docs/adopting.md", "docs/extending.md", "docs/formats.md"} {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		// Words in code that begin with a capital, and are not all capitals, are exported names.
		for _, m := range regexp.MustCompile("`([^`\n]+)`").FindAllStringSubmatch(string(b), -1) {
			for _, w := range regexp.MustCompile(`\b[A-Z]\w*[a-z]\w*`).FindAllString(m[1], -1) {
				if strings.Contains(m[1], "NOTICE") || strings.Contains(m[1], "json.") || known[w] {
					continue
				}
				t.Errorf("%s: %s is not in the API", file, w)
			}
		}
	}
}
