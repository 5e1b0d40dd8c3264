package name

import (
	"os"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
)

// BenchmarkArticle is sentences, tags, lemmas and names of an article, and the
// tags and lemmas alone.
func BenchmarkArticle(b *testing.B) {
	var text strings.Builder
	for _, f := range []string{"alaska-summit", "earthquake"} {
		t, err := os.ReadFile("../../testdata/articles/" + f + ".txt")
		if err != nil {
			b.Fatal(err)
		}
		text.Write(t)
		text.WriteString("\n\n")
	}
	words := float64(len(strings.Fields(text.String())))
	b.Run("all", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d := segment.Segment(text.String())
			tag.Tag(d)
			Find(d)
		}
		b.ReportMetric(words*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	})
	b.Run("segment", func(b *testing.B) {
		for b.Loop() {
			segment.Segment(text.String())
		}
		b.ReportMetric(words*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	})
	b.Run("tag", func(b *testing.B) {
		d := segment.Segment(text.String())
		for b.Loop() {
			tag.Tag(d)
		}
		b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
	})
	b.Run("name", func(b *testing.B) {
		d := segment.Segment(text.String())
		tag.Tag(d)
		for b.Loop() {
			Find(d)
		}
		b.ReportMetric(words*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	})
}
