package title_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/actor"
	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/timex"
	"github.com/dateline-go/dateline/internal/title"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

func prepare(text string) (*token.Doc, title.Input) {
	d := segment.Segment(text)
	tag.Tag(d)
	syntax.Parse(d)
	name.Find(d)
	actors := coref.Resolve(d, actor.Find(d, actor.Options{}), coref.Options{})
	by := coref.ByToken(d, actors)
	in := title.Input{Agent: token.None, Patient: token.None, Fact: true, Name: func(i int32) title.Named {
		if a := by[i]; a != token.None {
			return title.Named{Name: actors[a].Name}
		}
		return title.Named{}
	}}
	for _, t := range timex.Find(d, timex.Options{}) {
		if t.Value.Type() == when.Date || t.Value.Type() == when.Time {
			in.Times = append(in.Times, t.Span)
		}
	}
	return d, in
}

// Each case of the corpus is a text and, below it, triggers with their titles.
func TestCorpus(t *testing.T) {
	cases := golden.Corpus(t, "title.txt")
	defer cases.Done(80)
	text := ""
	for line := range strings.SplitSeq(golden.Read(t, "testdata/corpus/title.txt"), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if s, ok := strings.CutPrefix(line, "> "); ok {
			text = s
			continue
		}
		trigger, want, ok := strings.Cut(line, ": ")
		d, in := prepare(text)
		at := int32(-1)
		for i := range d.Tokens {
			if d.Word(int32(i)) == trigger {
				at = int32(i)
			}
		}
		if !ok || at < 0 {
			t.Fatalf("%q: no word %q", text, trigger)
		}
		in.Patient = syntax.Object(d, at)
		for k := range d.Kids(at) {
			if d.Tokens[at].UPOS == token.NOUN && d.Tokens[k].Rel == token.Nmod && syntax.Marker(d, k) == "of" {
				in.Patient = k
			}
		}
		if g := syntax.Group(d, at); g.Passive {
			in.Patient = syntax.Subject(d, at)
		}
		if d.Tokens[at].Rel.Base() == token.Acl && in.Patient == token.None {
			in.Patient = d.Tokens[at].Head // as the event room has it
		}
		wrong := ""
		if got := title.Of(d, at, in); got != want {
			wrong = "got  " + got + "\nwant " + want
		}
		cases.Case(trigger+" | "+text, wrong)
	}
}

func TestInside(t *testing.T) {
	for in, want := range map[string]string{
		"The army": "the army", "Ana Lopez": "Ana Lopez", "One": "one", "One Nation": "One Nation", "Two men": "two men", "A": "a", "": "", "Officials": "officials", "Health experts": "health experts", "Health Canada": "Health Canada", "Police chief": "police chief", "Police Chief Ana Lopez": "Police Chief Ana Lopez", "Democrats": "Democrats",
	} {
		if got := title.Inside(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestPhrase(t *testing.T) {
	const text = "Mill Lane Bank fell. The miller spoke of his mill and Town officials. Some men, who met the others, left. Ana Brandt saw these pits and some miners, and they agreed with men who met her."
	for phrase, want := range map[string]string{
		"miller": "the miller", "some miners, and they agreed": "some miners", "Ana Brandt": "Ana Brandt",
		"Some men, who met": "some men", "men who met": "men",
		"others": "", "they": "", "Mill Lane Bank": "Mill Lane Bank", "and Town officials": "Town officials", "these pits": "",
	} {
		if got := title.Phrase(text, phrase, strings.Index(text, phrase)); got != want {
			t.Errorf("%q: %q, want %q", phrase, got, want)
		}
	}
	for _, phrase := range []string{"", "It", "which", "that report", "Some", "Nothing"} {
		if got := title.Phrase(phrase, phrase, 0); got != "" {
			t.Errorf("%q: %q", phrase, got)
		}
	}
}

func TestDenies(t *testing.T) {
	for s, want := range map[string]bool{
		"No one has died": true, "The firm hasn't paid": true, "The minister denied it": true, "The firm left without paying.": true,
		"The firm paid": false, "No. 2 seed lost": false, "": false, "A knot was untied": false,
	} {
		if got := title.Denies(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}

func TestFirstPerson(t *testing.T) {
	for s, want := range map[string]bool{
		"We won": true, "I've won": true, "The council did not answer my letter": true, "Then I left": false, "Later that day I left": true,
		"World War I began": false, "US troops left": false, "The US left": false, "Ann said: \"We won\"": false, "": false, "He told us": true,
	} {
		if got := title.FirstPerson(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}

// Of one clause with two asides a page has one.
func TestRetells(t *testing.T) {
	for _, c := range []struct {
		x, y string
		want bool
	}{
		{"The mayor made a statement on the fire", "The mayor made a statement while visiting the school", true},
		{"The mayor made a statement, praising the crews", "The mayor made a statement on the fire", true},
		{"A Larne man died in a crash on the coast road", "A Larne man died", true},
		{"The firm sold two mills", "The firm sold two mills and a quarry", false},
		{"The bank admitted that no one had been held to account", "The bank admitted that no one had yet been held to account", true},
		{"The firm closed its plant in Oslo", "The firm closed its office in Bergen", false},
		{"Police arrested two men in Oslo", "Police arrested two men and a woman", false},
		{"Rain fell on Oslo", "Rain fell in Bergen", false},
		{"Rain fell", "", false},
	} {
		if got := title.Retells(c.x, c.y); got != c.want {
			t.Errorf("%q, %q: %v", c.x, c.y, got)
		}
	}
}

func TestPhrasal(t *testing.T) {
	const sentence = "The mayor visited Oslo, where ministers will meet after the theft of horses stolen in May."
	for s, want := range map[string]bool{
		"The theft of horses": true, "Horses stolen": false, "Ministers won't meet": false, "The mayor visited Oslo": false, "Ministers will meet": false, "Horses were stolen": false, "": true,
	} {
		if got := title.Phrasal(s, sentence); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}
