package fact

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

func judged(text string) *token.Doc {
	d := segment.Segment(text)
	tag.Tag(d)
	syntax.Parse(d)
	Judge(d)
	return d
}

// What happened is likelier than not, and what did not is not.
func TestJudge(t *testing.T) {
	for _, c := range []struct {
		text, word string
		happened   bool
	}{
		{"The minister resigned on Tuesday.", "resigned", true},
		{"The minister did not resign on Tuesday.", "resign", false},
		{"The minister will resign on Tuesday.", "resign", false},
		{"The minister may resign.", "resign", false},
		{"If the minister resigns, the coalition falls.", "resigns", false},
		{"The company plans to open a plant in Leeds.", "open", false},
		{"They managed to open the door.", "open", true},
		{"They failed to open the door.", "open", false},
		{"Police arrested two men after they robbed a shop.", "robbed", true},
		{"Police arrested two men after they robbed a shop.", "arrested", true},
		{"He refused to sign the bill.", "refused", true},
		{"He refused to sign the bill.", "sign", false},
		{"She was killed in a crash near Lyon.", "killed", true},
		{"The club has never won the cup.", "won", false},
	} {
		d := judged(c.text)
		for i := range d.Tokens {
			if got, _ := d.Fact(int32(i)); d.Word(int32(i)) == c.word && got >= 128 != c.happened {
				t.Errorf("%s: %s happened %d of 255", c.text, c.word, got)
			}
		}
	}
}

// A particular happening is likelier an event than a state or a hypothesis.
func TestDynamic(t *testing.T) {
	of := func(text, word string) uint8 {
		d := judged(text)
		for i := range d.Tokens {
			if d.Word(int32(i)) == word {
				_, dynamic := d.Fact(int32(i))
				return dynamic
			}
		}
		t.Fatalf("no %q in %q", word, text)
		return 0
	}
	for _, c := range [][4]string{
		{"Police arrested two men on Monday.", "arrested", "The men own a shop.", "own"},
		{"The plane crashed near Lyon.", "crashed", "Planes would crash if pilots slept.", "crash"},
		{"He left the party in 2011.", "left", "People leave parties.", "leave"},
	} {
		if a, b := of(c[0], c[1]), of(c[2], c[3]); a <= b {
			t.Errorf("%s: %s %d, not above %d of %s in: %s", c[0], c[1], a, b, c[3], c[2])
		}
	}
}

// Data that is no model judges all alike and never panics.
func TestBroken(t *testing.T) {
	for _, data := range []string{"", "DLF2", strings.Repeat("x", 100), data[:header], data[:header+20], data[:len(data)-3]} {
		m := open(data)
		var sum [outputs]int32
		for f := uint32(1); f != 0; f <<= 1 {
			m.add([]uint32{f}, &sum)
			m.add([]uint32{^f}, &sum)
		}
		if sum != [outputs]int32{} {
			t.Errorf("%d bytes that are no model weigh %v", len(data), sum)
		}
	}
}

// The same weights give the same bytes, and are read as they were packed.
func TestBuildModel(t *testing.T) {
	w := map[uint32][Outputs]float32{}
	for i := range uint32(5000) {
		w[i*858993] = [Outputs]float32{float32(i%255) - 127, float32(i % 7)}
	}
	b := BuildModel(w)
	if string(b) != string(BuildModel(w)) {
		t.Fatal("two builds differ")
	}
	m := open(string(b))
	for f, v := range w {
		var sum [outputs]int32
		m.add([]uint32{f}, &sum)
		if got := float64(sum[0]) * m.unit[0]; got < float64(v[0])-1 || got > float64(v[0])+1 {
			t.Errorf("%d: %.2f, want %.2f", f, got, v[0])
		}
	}
}

func BenchmarkJudge(b *testing.B) {
	text := strings.Repeat("The minister said on Tuesday that the company would not open a plant in Leeds if the talks failed. ", 50)
	d := judged(text)
	for b.Loop() {
		Judge(d)
		for i := range d.Tokens {
			d.Judge(int32(i))
		}
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}
