package dateline

import (
	"os"
	"strings"
	"testing"
)

// TestReadme holds README's first screen to what its program prints.
func TestReadme(t *testing.T) {
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	const text = `Kenyan Foreign Minister Grace Mwangi will meet Tesfaye Alemu in Djibouti on June 12. ` +
		`"We hope for an agreement," Mwangi told reporters on Tuesday.`
	for part := range strings.SplitSeq(text, `. "`) {
		if !strings.Contains(string(b), part) {
			t.Errorf("README does not show %q any more", part)
		}
	}
	d, err := Parse(Article{Published: Date(2025, 6, 3), Text: text})
	if err != nil {
		t.Fatal(err)
	}
	if want := "```\n" + strings.TrimRight(d.Timeline().String(), "\n") + "\n```"; !strings.Contains(string(b), want) {
		t.Errorf("README does not show what its program prints:\n%s", want)
	}
}
