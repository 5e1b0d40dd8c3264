package actor_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/place"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/timex"
	"github.com/dateline-go/dateline/internal/token"
)

func analyse(text string) *token.Doc {
	d := segment.Segment(text)
	tag.Tag(d)
	syntax.Parse(d)
	name.Find(d)
	return d
}

// places are those that Parse hands on: what time expressions do not hold.
func places(d *token.Doc) (out []actor.Place) {
	at := map[int32]bool{}
	for _, m := range timex.Find(d, timex.Options{}) {
		at[m.Start] = true
	}
	for _, m := range place.Find(d, gazetteer.Default(), place.Options{}) {
		if !at[m.Start] && !m.Venue() {
			out = append(out, actor.Place{Span: m.Span, Country: m.Place.Country, State: m.Place.Kind == gazetteer.Country})
		}
	}
	return out
}

// TestCorpus reads testdata/corpus/actor.txt, on the path that Parse takes.
func TestCorpus(t *testing.T) {
	cases := golden.Corpus(t, "actor.txt")
	defer cases.Done(100)
	var text string
	var d *token.Doc
	var ms []actor.Mention
	for _, l := range golden.Lines(golden.Read(t, "testdata/corpus/actor.txt")) {
		if l[0] == '#' {
			continue
		}
		key, arg, _ := strings.Cut(l, ": ")
		if key == "text" {
			text = arg
			d = analyse(text)
			ms = actor.Find(d, actor.Options{Places: places(d)})
			continue
		}
		cases.Case(text+" | "+l, check(d, ms, key, arg))
	}
}

// check says what is wrong with wanted line "key: arg", or "".
func check(d *token.Doc, ms []actor.Mention, key, arg string) string {
	if key == "none" {
		for i := range ms {
			if !ms[i].Predicate && (ms[i].Name == arg || d.Str(ms[i].Span) == arg) {
				return fmt.Sprintf("found as %s by %s", ms[i].Kind, ms[i].Rule)
			}
		}
		return ""
	}
	parts := strings.Split(arg, ";")
	why := "not found"
	for i := range ms {
		m := &ms[i]
		if m.Name != parts[0] {
			continue
		}
		if m.Kind.String() != key {
			why = "found as " + m.Kind.String()
			continue
		}
		if why = keys(d, m, parts[1:]); why == "" {
			return ""
		}
	}
	return why
}

func keys(d *token.Doc, m *actor.Mention, want []string) string {
	for _, kv := range want {
		k, v, _ := strings.Cut(strings.TrimSpace(kv), "=")
		var got []string
		for i := range m.Roles {
			r := &m.Roles[i]
			switch k {
			case "office":
				got = append(got, r.Office)
			case "role":
				got = append(got, r.Text)
			case "party":
				got = append(got, r.Party)
			case "of":
				got = append(got, d.Str(r.Of))
			case "standing":
				got = append(got, [...]string{"current", "former", "acting", "elect", "would"}[r.Standing])
			}
		}
		switch k {
		case "country":
			got = append(got, m.Country)
		case "full":
			got = append(got, d.Str(m.Full))
		case "affil":
			got = append(got, d.Str(m.Affil))
		case "gender":
			got = append(got, [...]string{"", "m", "f", "n"}[m.Gender])
		case "number":
			got = append(got, [...]string{"", "s", "p"}[m.Number])
		case "count":
			got = append(got, fmt.Sprint(m.Count))
		}
		ok := false
		for _, g := range got {
			ok = ok || g == v
		}
		if !ok {
			return fmt.Sprintf("%s is %q, want %q", k, got, v)
		}
	}
	return ""
}

func TestEdges(t *testing.T) {
	for _, s := range []string{
		"", " ", "\"", "“”", "(", "Mr.", "of of of", "the", "President", "—", "Sen. (R-", "X, D-", "\xff\xfe",
		strings.Repeat("two hundred ", 500), strings.Repeat("the president of ", 300), strings.Repeat("Mr. ", 300), strings.Repeat("'s ", 200),
	} {
		d := analyse(s)
		for _, m := range actor.Find(d, actor.Options{}) {
			if m.First < 0 || m.First >= m.Last || int(m.Last) > len(d.Tokens) || !m.Full.Contains(m.Span) {
				t.Errorf("%q: bad mention %+v", s, m)
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("U.S. President Ann Lee (R-Ohio), 45, the group's chief, met 300 soldiers of the \"army\".")
	f.Add("")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			return
		}
		d := analyse(s)
		for _, m := range actor.Find(d, actor.Options{}) {
			if m.First < 0 || m.First >= m.Last || int(m.Last) > len(d.Tokens) || !m.Full.Contains(m.Span) || m.Head < m.First || m.Head >= m.Last {
				t.Errorf("bad mention %+v", m)
			}
			for _, r := range m.Roles {
				if r.Span.Len() <= 0 || int(r.Span.End) > len(s) {
					t.Errorf("bad role %+v", r)
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("U.S. President Harold Benning met Marta Lindqvist, the EU's trade chief, in Geneva on Monday. "+
		"About 300 protesters, led by a spokesman for the union, gathered outside. “We will stay,” he said.\n", 20)
	d := analyse(text)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		actor.Find(d, actor.Options{})
	}
}
