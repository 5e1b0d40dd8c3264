package dateline

import (
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
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

// adversarial are pieces of which texts dear to careless parsers are made: one
// again and again, or, of several with a bar between, one at random each time.
var adversarial = []struct{ name, piece string }{
	{"marks", "\""},
	{"curly", "“"},
	{"mixed", "\"'“‘"},
	{"quotations", "“a b c” "},
	{"nested", "(he [said "},
	{"chained", "he said that "},
	{"brackets", "("},
	{"words", "a "},
	{"letters", "a"},
	{"commas", ","},
	{"said", "said, "},
	{"joined", "and the army and "},
	{"dates", "May 1, "},
	{"days", "Monday "},
	{"names", "Ana Lopez, "},
	{"name", "Lopez "},
	{"pronouns", "He saw her. "},
	{"places", "Paris, Texas, "},
	{"titles", "President Ana Lopez said that she left. "},
	{"events", "Gunmen killed 17 people in Moyale. "},
	{"meetings", "Kenya met Uganda. "},
	{"attacks", "attack on the attack on the "},
	{"headings", "The News\n\n"},
	{"lines", "a\n"},
	{"zero width", "\u200b"},
	{"joiners", "a\u200d"},
	{"flags", "🇪🇺"},
	{"stops", "a. "},
	{"initials", "A.B."},
	{"addresses", "a@b.c/"},
	{"numbers", "1,2-3."},
	{"offices", "the son of the king of "},
	{"scores", "Kenya beat Uganda 3-1, "},
	{"spoken", "“he said ‘she said "},
	{"hyphens", "a-"},
	{"tags", "<p>"},
	{"bullets", "* Ana Lopez\n\n"},
	{"interview", "Lee: yes.\nReed: no.\n"},
	{"answers", "Bob answered Al. "},
	{"any letters", "a-|b-|c-|d-|e-|f-|g-|h-|i-|j-|k-|l-|m-|n-|o-|p-|q-|r-|s-|t-|u-|v-|w-|x-|y-|z-"},
	{"any marks", "a. |b, |c; |d: |e! |f? |g( |h) |i[ |j] |k' |l- |m/ |n< |o> |p= |q& |r% |s$"},
	{"any words", "a |the |of |to |in |by |is |be |do |he |it |we |us |as |or |if |so |no |am |met |won |ran |die |say |act |aid |war |law |men "},
	{"any names", "Al met Bo. |Ed won Oslo. |Jo hit Li. |Wu saw Peru. |Kim ran. |Lee left Mali. |Mia cut Iran. |Sam said Tom won. "},
	{"one sentence", "Al met |Bo won |Ed hit |Jo saw |Li ran |Oslo cut |Peru got |Mali said |Kim is |Lee was "},
}

// adversary makes a text of at most size bytes of such a piece.
func adversary(piece string, size int) string {
	if !strings.Contains(piece, "|") {
		return strings.Repeat(piece, size/len(piece))
	}
	pieces := strings.Split(piece, "|")
	rng := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for {
		p := pieces[rng.IntN(len(pieces))]
		if b.Len()+len(p) > size {
			return b.String()
		}
		b.WriteString(p)
	}
}

// BenchmarkCancel reads such texts of the largest size that is taken unless
// somebody says otherwise: "worst-ms" is the longest time between two looks at
// the context, and so the most that is still done when it is at an end.
func BenchmarkCancel(b *testing.B) {
	for _, c := range adversarial {
		b.Run(c.name, func(b *testing.B) {
			a := Article{Text: adversary(c.piece, DefaultMaxBytes), Language: "en"}
			var worst time.Duration
			for b.Loop() {
				p := builtin()
				last := time.Now()
				p.config.tick = func() {
					now := time.Now()
					worst, last = max(worst, now.Sub(last)), now
				}
				if _, err := p.Parse(a); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(worst.Microseconds())/1000, "worst-ms")
		})
	}
}

// BenchmarkAdversarial reads such texts of 64 KB, and of a quarter of that to
// see how time and memory grow: "slope" is the power of the length, about 1
// where it is linear, and "alloc-slope" that of all that is allocated, which
// must not grow faster.
func BenchmarkAdversarial(b *testing.B) {
	const size = 64 << 10
	parse := func(b *testing.B, piece string, size int) (time.Duration, uint64) {
		a := Article{Text: adversary(piece, size), Language: "en"}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		if _, err := Parse(a); err != nil {
			b.Fatal(err)
		}
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		return took, after.TotalAlloc - before.TotalAlloc
	}
	slope := func(large, small float64) float64 { return math.Log(large/small) / math.Log(4) }
	for _, c := range adversarial {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(size)
			var small, large time.Duration
			var allocs float64
			for b.Loop() {
				t1, m1 := parse(b, c.piece, size/4)
				t2, m2 := parse(b, c.piece, size)
				small, large, allocs = small+t1, large+t2, slope(float64(m2), float64(m1))
			}
			b.ReportMetric(slope(float64(large), float64(small)), "slope")
			b.ReportMetric(allocs, "alloc-slope")
			if allocs > 1.1 {
				b.Errorf("what is allocated grows with the power %.2f", allocs)
			}
		})
	}
}

// BenchmarkMemory tells what is in use at most in a Parse of the largest size
// that is taken unless somebody says otherwise: "in-use/B" is bytes a byte of
// text, counted after a collection at some sixty places.
func BenchmarkMemory(b *testing.B) {
	var news strings.Builder
	for _, f := range articleFiles(b) {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		news.Write(text)
		news.WriteString("\n\n")
	}
	for _, c := range append(adversarial[:len(adversarial):len(adversarial)], struct{ name, piece string }{"articles", news.String()}) {
		b.Run(c.name, func(b *testing.B) {
			a := Article{Text: adversary(c.piece, DefaultMaxBytes), Language: "en"}
			p := builtin()
			looks := 0
			p.config.tick = func() { looks++ }
			if _, err := p.Parse(a); err != nil {
				b.Fatal(err)
			}
			every := looks/60 + 1
			inUse := func() uint64 {
				var m runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&m)
				return m.HeapAlloc
			}
			most := uint64(0)
			for b.Loop() {
				before := inUse()
				n := 0
				p.config.tick = func() {
					if n++; n%every == 0 {
						most = max(most, inUse()-before)
					}
				}
				if _, err := p.Parse(a); err != nil {
					b.Fatal(err)
				}
			}
			each := float64(most) / float64(len(a.Text))
			b.ReportMetric(each, "in-use/B")
			if c.name == "articles" && each > 40 {
				b.Errorf("%.1f bytes a byte of news are in use", each)
			}
		})
	}
}

func articleFiles(t testing.TB) []string {
	files, err := filepath.Glob("testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	return files
}
