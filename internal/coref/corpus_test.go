package coref_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/place"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/timex"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

func analyse(text string) *token.Doc {
	d := segment.Segment(text)
	tag.Tag(d)
	syntax.Parse(d)
	name.Find(d)
	return d
}

// resolve takes the path that Parse takes: times, places, actors, and who is who.
func resolve(d *token.Doc, p when.Point) []coref.Actor {
	at := map[int32]bool{}
	for _, m := range timex.Find(d, timex.Options{Published: p}) {
		at[m.Start] = true
	}
	var places []actor.Place
	for _, m := range place.Find(d, gazetteer.Default(), place.Options{}) {
		if !at[m.Start] && !m.Venue() {
			places = append(places, actor.Place{Span: m.Span, Country: m.Place.Country, State: m.Place.Kind == gazetteer.Country})
		}
	}
	return coref.Resolve(d, actor.Find(d, actor.Options{Published: p, Places: places}), coref.Options{Published: p})
}

// TestCorpus reads testdata/corpus/coref.txt.
func TestCorpus(t *testing.T) {
	cases := golden.Corpus(t, "coref.txt")
	defer cases.Done(80)
	for block := range strings.SplitSeq(golden.Read(t, "testdata/corpus/coref.txt"), "\n\n") {
		var text string
		var p when.Point
		var checks []string
		for l := range strings.Lines(block) {
			l = strings.TrimSpace(l)
			switch {
			case l == "" || l[0] == '#':
			case strings.HasPrefix(l, "text: "):
				text = strings.ReplaceAll(l[6:], `\n`, "\n")
			case strings.HasPrefix(l, "published: "):
				var err error
				if p, err = when.ParsePoint(l[11:]); err != nil {
					t.Fatal(err)
				}
			default:
				checks = append(checks, l)
			}
		}
		if text == "" {
			continue
		}
		d := analyse(text)
		as := resolve(d, p)
		for _, c := range checks {
			cases.Case(text+" | "+c, check(d, as, c))
		}
	}
}

// find is the actor of the nth place where words stand, "he#2", or -1.
func find(d *token.Doc, as []coref.Actor, words string) (int, bool) {
	nth := 1
	if w, n, ok := strings.Cut(words, "#"); ok {
		words = w
		nth, _ = strconv.Atoi(n)
	}
	at := -1
	for from := 0; nth > 0; nth-- {
		for {
			k := strings.Index(d.Text[from:], words)
			if k < 0 {
				return -1, false
			}
			at, from = from+k, from+k+len(words)
			letter := func(i int) bool { return i >= 0 && i < len(d.Text) && (d.Text[i]|0x20 >= 'a' && d.Text[i]|0x20 <= 'z') }
			if !letter(at-1) && !letter(from) {
				break
			}
		}
	}
	want := token.Span{Start: int32(at), End: int32(at + len(words))}
	best, size := -1, 1<<30
	for i := range as {
		for _, m := range as[i].Mentions {
			if m.Full.Overlaps(want) && (m.Span == want || want.Contains(m.Span) || m.Span.Contains(want) || m.Full == want) {
				if diff := abs(m.Span.Len() - want.Len()); diff < size {
					best, size = i, diff
				}
			}
		}
	}
	return best, true
}

func abs(x int) int { return max(x, -x) }

func check(d *token.Doc, as []coref.Actor, c string) string {
	key, arg, _ := strings.Cut(c, ": ")
	switch key {
	case "same":
		first := -1
		for i, w := range strings.Split(arg, " = ") {
			e, ok := find(d, as, w)
			switch {
			case !ok:
				return w + " is not in the text"
			case e < 0:
				return w + " is no mention"
			case i == 0:
				first = e
			case e != first:
				return fmt.Sprintf("%s is %q", w, as[e].Name)
			}
		}
	case "apart":
		a, b, _ := strings.Cut(arg, " | ")
		x, ok1 := find(d, as, a)
		y, ok2 := find(d, as, b)
		if !ok1 || !ok2 || x >= 0 && x == y {
			return "one actor"
		}
	case "none":
		if e, ok := find(d, as, arg); !ok || e >= 0 {
			return "a mention"
		}
	case "name", "holder":
		a, want, _ := strings.Cut(arg, " = ")
		e, ok := find(d, as, a)
		if !ok || e < 0 {
			return "no mention"
		}
		got := as[e].Name
		if key == "holder" {
			got = as[e].Holder.Name
		}
		if got != want {
			return fmt.Sprintf("got %q", got)
		}
	default:
		return "unknown key"
	}
	return ""
}

func valid(t *testing.T, d *token.Doc, as []coref.Actor) {
	t.Helper()
	at := map[token.Span]int{}
	for i, a := range as {
		if len(a.Mentions) == 0 {
			t.Fatalf("actor %d has no mention", i)
		}
		last := int32(-1)
		for _, m := range a.Mentions {
			if m.Span.Start < last || m.First < 0 || m.First >= m.Last || int(m.Last) > len(d.Tokens) || !m.Full.Contains(m.Span) || m.Reason == "" {
				t.Fatalf("bad mention %+v", m)
			}
			last = m.Span.Start
			if j, ok := at[m.Span]; ok && j != i {
				t.Fatalf("%q is in two actors", d.Str(m.Span))
			}
			at[m.Span] = i
		}
		for _, m := range a.Members {
			if m < 0 || int(m) >= len(as) {
				t.Fatalf("bad member %d", m)
			}
		}
	}
}

func FuzzResolve(f *testing.F) {
	f.Add("U.S. President Ann Lee met Bob Lee and Carl Ray. They agreed. “I am glad,” he said. Both left. The EU (EU) said it would pay " +
		"its share.")
	f.Add("")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			return
		}
		d := analyse(s)
		as := resolve(d, when.NewPoint(2024, 1, 2))
		valid(t, d, as)
		if len(as) > 0 {
			var said []coref.Speech
			for i := range d.Quotes {
				said = append(said, coref.Speech{Content: d.Quotes[i].Content, Speaker: int32(i % len(as)), Addressee: int32((i + 1) % len(as))})
			}
			coref.LinkFirstPerson(d, as, said)
			valid(t, d, as)
		}
	})
}

func TestEdges(t *testing.T) {
	for _, s := range []string{"", "he", "They", "“”", "who", "both", "it", "Mr. A and Mr. B and Mr. C", strings.Repeat("he ", 3000),
		strings.Repeat("The president said he and she. ", 300), strings.Repeat("Tom A met Ann B. ", 300)} {
		d := analyse(s)
		valid(t, d, resolve(d, when.Point{}))
	}
}

func BenchmarkResolve(b *testing.B) {
	text := strings.Repeat("U.S. President Harold Benning met Marta Lindqvist, the EU's trade chief, in Geneva on Monday. He told her "+
		"that the bloc would pay. About 300 protesters, led by a spokesman for the union, gathered outside. “We will stay,” they said. The "+
		"president left.\n", 20)
	d := analyse(text)
	ms := actor.Find(d, actor.Options{})
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		coref.Resolve(d, ms, coref.Options{Published: when.NewPoint(2025, 1, 30)})
	}
}
