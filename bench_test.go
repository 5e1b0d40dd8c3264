package dateline

import (
	"os"
	"strings"
	"testing"
)

// article500 is an article of about 500 words: two of testdata's in one.
func article500(b *testing.B) Article {
	var text strings.Builder
	for _, f := range []string{"alaska-summit", "earthquake"} {
		t, err := os.ReadFile("testdata/articles/" + f + ".txt")
		if err != nil {
			b.Fatal(err)
		}
		text.Write(t)
		text.WriteString("\n\n")
	}
	return Article{Text: text.String(), Published: Date(2025, 8, 13)}
}

func BenchmarkParse(b *testing.B) {
	a := article500(b)
	p, err := New()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Parse(a); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(strings.Fields(a.Text))*b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkAnalyze is sentences, tags, lemmas, trees and names alone.
func BenchmarkAnalyze(b *testing.B) {
	a := article500(b)
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Analyze(a); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(strings.Fields(a.Text))*b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAdversarial reads inputs that are dear to careless parsers, 64 KB each.
func BenchmarkAdversarial(b *testing.B) {
	for name, unit := range map[string]string{"quotes": "\"", "curly": "“", "mixed": "\"'“‘", "words": "a ", "letters": "a", "commas": "said, ", "brackets": "(", "dates": "May 1, ", "titles": "President Ana Lopez said that she left. "} {
		b.Run(name, func(b *testing.B) {
			a := Article{Text: strings.Repeat(unit, 64<<10/len(unit)), Language: "en"}
			b.SetBytes(64 << 10)
			for b.Loop() {
				if _, err := Parse(a); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
