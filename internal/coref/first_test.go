package coref_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/coref"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// TestTurn: "I" behind a colon is who speaks; in other indirect speech it is not.
func TestTurn(t *testing.T) {
	for _, c := range []struct {
		text, content string
		want          int
	}{
		{"Ana Holm met the press.\n\nHOLM: I came by train and I like it.", "I came by train and I like it", 2},
		{"Ana Holm said I came by train.", "I came by train", 0},
	} {
		d := analyse(c.text)
		as := resolve(d, when.Point{})
		if len(as) == 0 {
			t.Fatalf("%q: no actor", c.text)
		}
		at := int32(strings.Index(c.text, c.content))
		coref.LinkFirstPerson(d, as, []coref.Speech{{Content: token.Span{Start: at, End: at + int32(len(c.content))}, Speaker: 0, Addressee: token.None}})
		n := 0
		for _, m := range as[0].Mentions {
			if m.Reason == "speaker" {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%q: %d first persons, want %d", c.text, n, c.want)
		}
	}
}

// TestSpeaksFor: "we" of who speaks for a body is the body, "I" is not.
func TestSpeaksFor(t *testing.T) {
	for _, c := range []struct{ text, speaker, want string }{
		{"\"We shall rebuild, and I am glad,\" said Ana Holm, the chief executive of Norfield Motors.", "Ana Holm", "Norfield Motors: We"},
		{"\"We shall open in May,\" said Ana Holm, director of the Bergen Museum.", "Ana Holm", "Bergen Museum: We"},
		{"\"We played badly,\" said Al Holm, a striker for Arden FC.", "Al Holm", "Arden FC: We"},
		{"\"We lost our homes,\" said Ana Holm, a teacher at Bergen College.", "Ana Holm", ""},
		{"\"We shall rebuild,\" said Ana Holm, a customer of Norfield Motors.", "Ana Holm", ""},
		{"\"We shall rebuild,\" said Ana Holm, the former chief executive of Norfield Motors.", "Ana Holm", ""},
	} {
		d := analyse(c.text)
		as := resolve(d, when.Point{})
		who := slices.IndexFunc(as, func(a coref.Actor) bool { return a.Name == c.speaker })
		if who < 0 {
			t.Fatalf("%q: no %s", c.text, c.speaker)
		}
		end := int32(strings.LastIndex(c.text, "\""))
		coref.LinkFirstPerson(d, as, []coref.Speech{{Content: token.Span{Start: 1, End: end}, Speaker: int32(who), Addressee: token.None}})
		var got []string
		for i := range as {
			for _, m := range as[i].Mentions {
				if m.Reason == "speaker-for" {
					got = append(got, as[i].Name+": "+d.Str(m.Span))
				}
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%q: %q, want %q", c.text, s, c.want)
		}
	}
}

// TestAddressee: "you" is the one person it is said to, not many and not anybody.
func TestAddressee(t *testing.T) {
	for _, c := range []struct{ text, to, want string }{
		{"\"You are the best friend that your town has,\" Ana Brandt told Karl Holm.", "Karl Holm", "You your"},
		{"\"I will never vote for you,\" Ana Brandt said to Karl Holm in court.", "Karl Holm", "you"},
		{"\"You can never tell with horses,\" Ana Brandt told Karl Holm.", "Karl Holm", ""},
		{"\"You know how the weather is,\" Ana Brandt told Karl Holm.", "Karl Holm", ""},
		{"\"You are late,\" Ana Brandt told the ministers.", "ministers", ""},
	} {
		d := analyse(c.text)
		as := resolve(d, when.Point{})
		named := func(n string) int { return slices.IndexFunc(as, func(a coref.Actor) bool { return a.Name == n }) }
		who, to := named("Ana Brandt"), named(c.to)
		if who < 0 || to < 0 {
			t.Fatalf("%q: actors %d and %d", c.text, who, to)
		}
		end := int32(strings.LastIndex(c.text, "\""))
		coref.LinkFirstPerson(d, as, []coref.Speech{{Content: token.Span{Start: 1, End: end}, Speaker: int32(who), Addressee: int32(to)}})
		var got []string
		for _, m := range as[to].Mentions {
			if m.Reason == "addressee" {
				got = append(got, d.Str(m.Span))
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %q, want %q", c.text, s, c.want)
		}
	}
}
