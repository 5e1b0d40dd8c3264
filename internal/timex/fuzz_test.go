package timex

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"On Aug. 6, 2025, three days before the second-quarter results, at 9:30 p.m. EST Tuesday.",
		"the first week of May and the last half of the '80s, 25-26 May, 9 - 11 a.m.",
		"every other Friday, twice a month, in the early 1990s", "a a a the the last last last of of of",
		"2025-08-06T15:00:00Z 99/99/9999 0000",
		"two hundred and and a half half half dozen dozens of years ago", "Feb. 29 and the 31st of June", "9-9-9-9-9-9-9-9-9",
		"‘90s “2014–16” 1e9 years ago", "999999999999 years later",
	} {
		f.Add(s, uint8(0))
	}
	f.Fuzz(func(t *testing.T, s string, mode uint8) {
		d := segment.Segment(s)
		o := Options{Mode: Mode(mode % 3)}
		if mode&4 != 0 {
			o.Published = when.NewPoint(2024, 2, 29)
		}
		ms := Find(d, o)
		checkMentions(t, d, ms)
	})
}

// checkMentions holds mentions to what Find promises.
func checkMentions(t *testing.T, d *token.Doc, ms []Mention) {
	t.Helper()
	end := int32(0)
	for i, m := range ms {
		if m.Start < end || m.End <= m.Start || int(m.End) > len(d.Text) || m.Rule == "" || m.Score == 0 || m.Score > 100 || m.Value.IsZero() {
			t.Fatalf("mention %d %+v after %d", i, m, end)
		}
		end = m.End
		if m.Span != d.SpanOf(m.First, m.Last) {
			t.Fatalf("mention %d: span %v of tokens %d to %d", i, m.Span, m.First, m.Last)
		}
		if m.Ref != token.None && (m.Ref < 0 || int(m.Ref) >= len(ms) || int(m.Ref) == i) {
			t.Fatalf("mention %d refers to %d", i, m.Ref)
		}
		if len(m.Ends) > 0 {
			a, b := m.Ends[0], m.Ends[1]
			if a.Start != m.Start || a.End <= a.Start || b.Start < a.End || b.End <= b.Start || b.End != m.End || a.Value.IsZero() || b.Value.IsZero() {
				t.Fatalf("mention %v: ends %v", m.Span, m.Ends)
			}
		}
		for _, v := range append(m.Candidates, m.Value) {
			if w, err := when.Parse(v.String()); err != nil || w != v {
				t.Fatalf("%q reads as %q: %v", v, w, err)
			}
		}
	}
}

func TestNoTimesNoGarbage(t *testing.T) {
	d := segment.Segment(strings.Repeat("The minister spoke to reporters outside her office and refused to answer questions. ", 20))
	if n := testing.AllocsPerRun(5, func() {
		if ms := Find(d, Options{}); len(ms) > 0 {
			t.Fatal(d.Str(ms[0].Span))
		}
	}); n > 0 {
		t.Errorf("%v allocations for a text without times", n)
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("KYIV, Aug 12 (Agency) - The ministry said on Tuesday that 14 people had died since July 3, 2025, "+
		"when the river rose by 2 meters overnight. "+
		"Rescue teams worked for three days before the rain stopped, "+
		"and the governor asked the capital for help. Prices rose 3.2 percent in the second quarter. "+
		"The mayor, a former teacher who took office two years ago, "+
		"said the bridge would stay closed until further notice. Schools were shut and trains were late.\n", 200)
	d := segment.Segment(text)
	o := Options{Published: when.NewPoint(2025, 8, 12)}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d, o)
	}
}

func BenchmarkFindNone(b *testing.B) {
	text := strings.Repeat("The minister spoke to reporters outside her office and refused to answer questions about the bridge. "+
		"Engineers had warned that some of its cables were rusting, but the council, which owns it, found no money for repairs. "+
		"\"We did what we could with what we had,\" said Ann Dowd, who runs the ferry company and has lost many passengers to it. "+
		"Lorries over a certain weight must use the tunnel, and drivers complained of long queues at both ends. "+
		"Residents of the old town would rather see a tram across the river than another road through their gardens. "+
		"Neither side has ruled out a vote.\n", 100)
	d := segment.Segment(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d, Options{})
	}
}

// BenchmarkHard reads text made to be hard, at two lengths: the time for a
// megabyte should be the same for both.
func BenchmarkHard(b *testing.B) {
	for _, s := range []string{"the last ", "the first half of the ", "2000-", "late in the end of the ", "a hundred and ",
		"8/6/2025 ", "Aug. 6 and ", "at 9 on Tuesday ", "two days later ", "Monday and ", "half a dozen ",
		"the morning of the last day of May ", "a year earlier, ", "every other second ", "1 2 3 4 ", "(", "nineteen ",
		"10 a.m. (", "no more than at least about "} {
		for _, n := range []int{1000, 16000} {
			b.Run(fmt.Sprintf("%s/%d", s, n), func(b *testing.B) {
				d := segment.Segment(strings.Repeat(s, n))
				b.SetBytes(int64(len(d.Text)))
				for b.Loop() {
					Find(d, Options{Published: when.NewPoint(2025, 8, 12)})
				}
			})
		}
	}
}
