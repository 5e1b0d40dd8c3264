package quote_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/quote"
	"github.com/dateline-go/dateline/internal/role"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/timex"
	"github.com/dateline-go/dateline/internal/token"
)

func prepare(text string) (*token.Doc, quote.Input) {
	d := segment.Segment(text)
	tag.Tag(d)
	syntax.Parse(d)
	name.Find(d)
	role.Find(d)
	in := quote.Input{Actors: coref.Resolve(d, actor.Find(d, actor.Options{}), coref.Options{})}
	for _, t := range timex.Find(d, timex.Options{}) {
		in.Times = append(in.Times, t.Span)
	}
	return d, in
}

func find(text string) (*token.Doc, []quote.Statement) {
	d, in := prepare(text)
	return d, quote.Find(d, in)
}

// plain is s with white space folded.
func plain(s string) string { return strings.Join(strings.Fields(s), " ") }

func pieces(d *token.Doc, spans []token.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, plain(d.Str(s)))
	}
	return strings.Join(out, " ... ")
}

// Each case of the corpora, in text and wanted statements.
func TestCorpus(t *testing.T) {
	corpus(t, "quote.txt", 60)
	corpus(t, "quote-fields.txt", 90)
}

func corpus(t *testing.T, name string, least int) {
	var text, want []string
	cases := golden.Corpus(t, name)
	defer cases.Done(least)
	flush := func() {
		if len(text) > 0 {
			cases.Case(strings.Join(text, " "), check(strings.Join(text, "\n"), want))
		}
		text, want = nil, nil
	}
	for line := range strings.SplitSeq(golden.Read(t, "testdata/corpus/"+name), "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
		case line == "":
			flush()
		case strings.HasPrefix(line, ">"):
			text = append(text, strings.TrimPrefix(line[1:], " "))
		default:
			want = append(want, line)
		}
	}
	flush()
}

// check gives what is wrong with the statements of text, or "".
func check(text string, want []string) string {
	d, got := find(text)
	if len(want) == 1 && want[0] == "none" {
		want = nil
	}
	var bad strings.Builder
	if len(got) != len(want) {
		fmt.Fprintf(&bad, "%q: %d statements, want %d\n", text, len(got), len(want))
		for i := range got {
			fmt.Fprintf(&bad, "  %s\n", show(d, &got[i]))
		}
		return bad.String()
	}
	for i, w := range want {
		s := &got[i]
		for j, f := range strings.Split(strings.ReplaceAll(w, "| |", "|  |"), " | ") {
			f = strings.Trim(f, " |")
			var have string
			switch j {
			case 0:
				have = s.Kind.String()
			case 1:
				have = d.Str(s.Speaker)
			case 2:
				have = s.CueLemma
				if have == "" {
					have = "-"
				}
			case 3:
				have = pieces(d, s.Content)
			default:
				var k string
				k, f, _ = strings.Cut(f, "=")
				have = field(d, s, k)
			}
			if have != f {
				fmt.Fprintf(&bad, "%q: statement %d: %q, want %q\n  %s\n", text, i+1, have, f, show(d, s))
			}
		}
	}
	return bad.String()
}

func field(d *token.Doc, s *quote.Statement, key string) string {
	switch key {
	case "stance":
		return s.Stance.String()
	case "to":
		return d.Str(s.Addressee)
	case "by":
		return d.Str(s.Medium)
	case "parent":
		return fmt.Sprint(s.Parent + 1)
	case "not":
		if s.Negated {
			return "yes"
		}
		return "no"
	case "modal":
		return s.Modal
	}
	return "unknown key " + key
}

func show(d *token.Doc, s *quote.Statement) string {
	return fmt.Sprintf("%v | %s | %s | %s (rule %s, speaker by %s, parent %d)",
		s.Kind, d.Str(s.Speaker), s.CueLemma, pieces(d, s.Content), s.Rule, s.SpeakerRule, s.Parent)
}

// TestSameVoice: "I" and "we" of a view inside a quotation are who speaks it.
func TestSameVoice(t *testing.T) {
	for _, text := range []string{
		"Foreign minister Ana Brandt spoke in Berlin. “I believe that he was poisoned,” Brandt said.",
		"Foreign minister Ana Brandt spoke in Berlin. “We think that he has fled,” Brandt said.",
	} {
		d, in := prepare(text)
		got := quote.Find(d, in)
		if len(got) != 2 || got[1].Parent != 0 {
			t.Errorf("%s: %d statements, want 2, one inside the other", text, len(got))
			continue
		}
		if a := got[1].SpeakerActor; a < 0 || in.Actors[a].Name != "Ana Brandt" {
			t.Errorf("%s: speaker is actor %d", text, a)
		}
	}
}

// TestResumedVoice: "they" and "it" without an actor are who spoke right before, if
// people or a body.
func TestResumedVoice(t *testing.T) {
	for _, x := range []struct{ text, name string }{
		{"The scientists found that yields fell. They estimated that demand would rise by 2050.", "scientists"},
		{"The scientists found that yields fell. Harvests shrank. Wells ran dry. It is feared that demand would rise.", ""},
	} {
		d, in := prepare(x.text)
		got := quote.Find(d, in)
		name := ""
		if a := got[len(got)-1].SpeakerActor; a >= 0 {
			name = in.Actors[a].Name
		}
		if name != x.name {
			t.Errorf("%s: the last speaker is %q, want %q", x.text, name, x.name)
		}
	}
}

func TestActors(t *testing.T) {
	d, in := prepare("Foreign minister Ana Brandt spoke in Berlin on Monday. “We are leaving,” she told Carlo Rossi on Tuesday.")
	got := quote.Find(d, in)
	if len(got) != 1 {
		t.Fatalf("%d statements, want 1", len(got))
	}
	s := got[0]
	if s.SpeakerActor < 0 || in.Actors[s.SpeakerActor].Name != "Ana Brandt" {
		t.Errorf("speaker is actor %d", s.SpeakerActor)
	}
	if s.AddresseeActor < 0 || !strings.HasSuffix(in.Actors[s.AddresseeActor].Name, "Rossi") {
		t.Errorf("addressee is actor %d, %q", s.AddresseeActor, d.Str(s.Addressee))
	}
	if s.Time < 0 || d.Str(in.Times[s.Time]) != "Tuesday" {
		t.Errorf("time %d", s.Time)
	}
	if len(s.Quoted) != 1 || d.Str(s.Quoted[0]) != "We are leaving," {
		t.Errorf("quoted %v", s.Quoted)
	}
}

// valid reports the first broken promise about the statements of d.
func valid(d *token.Doc, in quote.Input, ss []quote.Statement) error {
	span := func(s token.Span) bool { return 0 <= s.Start && s.Start <= s.End && int(s.End) <= len(d.Text) }
	for i := range ss {
		s := &ss[i]
		if s.Kind < quote.Direct || s.Kind > quote.Mixed || s.Rule == "" || len(s.Content) == 0 || s.Score > 100 {
			return fmt.Errorf("statement %d: %+v", i, s)
		}
		at := int32(0)
		for _, c := range s.Content {
			if !span(c) || c.Start < at || c.Len() == 0 {
				return fmt.Errorf("statement %d: content %v", i, s.Content)
			}
			at = c.End
		}
		for _, q := range s.Quoted {
			if !span(q) {
				return fmt.Errorf("statement %d: quoted %v", i, s.Quoted)
			}
		}
		if !span(s.Cue) || !span(s.Speaker) || !span(s.Addressee) || !span(s.Medium) {
			return fmt.Errorf("statement %d: spans %+v", i, s)
		}
		if int(s.Parent) >= len(ss) || int(s.Parent) == i || int(s.SpeakerActor) >= len(in.Actors) ||
			int(s.Time) >= len(in.Times) || int(s.Place) >= len(in.Places) {
			return fmt.Errorf("statement %d: indices %+v", i, s)
		}
		for p, n := s.Parent, 0; p != token.None; p, n = ss[p].Parent, n+1 {
			if n > len(ss) {
				return fmt.Errorf("statement %d: parents in a circle", i)
			}
		}
	}
	return nil
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"", "“", "”", "\"\"\"\"", "“A”“B”",
		"said", "he said", ": “x y z”", "“a b c” — ", "according to", "According to.", "A: b c d",
		"“We go,” said", "said “", "''go'' she said ''",
		"“One “two ‘three’ four” five,” he said, “six.", "As she has said,", "He called",
		"X said that", "X said, “a. b.\n“c. d.\n“e.",
		"«a» «b", "X said; Y said; and Z said, while", "- said he -",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, in := prepare(text)
		if err := valid(d, in, quote.Find(d, in)); err != nil {
			t.Fatal(err)
		}
		// Trees that are none.
		for i := range d.Tokens {
			d.Tokens[i].Head = int32((i * 7) % max(1, len(d.Tokens)))
			if s := d.Sents[d.Tokens[i].Sent]; d.Tokens[i].Head < s.First || d.Tokens[i].Head >= s.Last {
				d.Tokens[i].Head = token.None
			}
		}
		for s := range d.Sents {
			d.Link(int32(s))
		}
		if err := valid(d, in, quote.Find(d, in)); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("“We are leaving on Monday,” said Ana Brandt, the minister, who told reporters that the talks had failed. "+
		"“Nobody will stop us.” According to the ministry, the border is open, and the army said in a statement that "+
		"“nothing has changed.”\n\n", 50)
	d, in := prepare(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		quote.Find(d, in)
	}
}

// One megabyte, and a quarter of one, of marks and of cues without sentence
// ends: the time of the first must be about four times that of the second.
func BenchmarkMarks(b *testing.B) {
	const size = 1 << 20
	for _, c := range []struct{ name, piece string }{
		{"straight", "\""},
		{"curly", "“"},
		{"pairs", "“a” "},
		{"said", "he said, and "},
		{"quoted", "“he said, and "},
		{"nested", "(he [said "},
		{"chained", "he said that "},
	} {
		for _, n := range []int{size / 4, size} {
			b.Run(fmt.Sprintf("%s/%dk", c.name, n>>10), func(b *testing.B) {
				d := segment.Segment(strings.Repeat(c.piece, n/len(c.piece)))
				tag.Tag(d)
				syntax.Parse(d)
				b.ResetTimer()
				for b.Loop() {
					quote.Find(d, quote.Input{})
				}
			})
		}
	}
}
