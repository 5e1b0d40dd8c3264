package dateline

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/when"
	"github.com/google/go-cmp/cmp"
)

// TestGolden parses each article of testdata/golden and compares what comes
// out, a line a value, with what is wanted. What is known to be wrong stands
// in testdata/known.txt, and nothing else may be; what stands there and is
// right must be taken out, and -update, which rewrites a golden's wanted part,
// does not change that.
func TestGolden(t *testing.T) {
	known := golden.ReadKnown(t).Goldens
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			ar := golden.Parse(data)
			if strings.TrimSpace(ar.Comment) == "" {
				t.Error("the archive gives no reason")
			}
			d := parseGolden(t, ar)
			if err := d.Validate(); err != nil {
				t.Errorf("Validate: %v", err)
			}
			changed, fresh := false, len(ar.Parts) == 1
			for _, s := range sections {
				// A golden may hold some sections only; a fresh one gets all.
				if !fresh && !slices.ContainsFunc(ar.Parts, func(p golden.Part) bool { return p.Name == s.name }) {
					continue
				}
				got := s.lines(d)
				var own []string
				for _, k := range known[name] {
					if l, ok := strings.CutPrefix(k, s.name+" "); ok {
						own = append(own, l)
					}
				}
				if *update {
					ar.Set(s.name, strings.Join(golden.Update(golden.Lines(ar.Get(s.name)), got, own), "\n")+"\n")
					changed = true
				}
				diff, stale := golden.Compare(golden.Lines(ar.Get(s.name)), got, own)
				for _, l := range diff {
					t.Errorf("%s: %s", s.name, l)
				}
				for _, l := range stale {
					t.Errorf("%s: known failure is right now, take it out of known.txt: %s", s.name, l)
				}
			}
			if changed {
				if err := os.WriteFile(file, ar.Format(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// TestKnown: what known.txt names is there: goldens with the section, and
// corpora of phrases or examples. That a corpus has the case is asked by the
// test that reads it.
func TestKnown(t *testing.T) {
	known := golden.ReadKnown(t)
	for name, lines := range known.Goldens {
		data, err := os.ReadFile("testdata/golden/" + name + ".txtar")
		if err != nil {
			t.Errorf("known.txt: no golden %s", name)
			continue
		}
		ar := golden.Parse(data)
		for _, l := range lines {
			part, rest, _ := strings.Cut(l, " ")
			has := slices.ContainsFunc(ar.Parts, func(p golden.Part) bool { return p.Name == part }) &&
				slices.ContainsFunc(sections, func(s section) bool { return s.name == part })
			if !has {
				t.Errorf("known.txt: golden %s has no section %q", name, part)
			} else if rest == "" || rest[0] != '-' && rest[0] != '+' {
				t.Errorf("known.txt: golden %s, %s: neither wanted nor got: %q", name, part, rest)
			}
		}
	}
	for name := range known.Cases {
		file, variant, _ := strings.Cut(name, "/")
		if file == "lexicon" {
			_, err := os.Stat("internal/event/lexicon/" + variant)
			if err != nil {
				t.Errorf("known.txt: no lexicon %s", variant)
			}
			continue
		}
		if _, err := os.Stat("testdata/corpus/" + file); err != nil || variant != "" && name != "actor.txt/bare" {
			t.Errorf("known.txt: no corpus %s", name)
		}
	}
}

func parseGolden(t *testing.T, ar *golden.Archive) *Document {
	var a Article
	if err := json.Unmarshal([]byte(ar.Get("article")), &a); err != nil {
		t.Fatalf("article: %v", err)
	}
	b, err := os.ReadFile(filepath.Join("testdata/articles", a.ID+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	a.Text = string(b)
	d, err := Parse(a)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Parse(a)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, again); diff != "" {
		t.Errorf("the second Parse differs:\n%s", diff)
	}
	return d
}

// A section is one wanted part of a golden, a line a value.
type section struct {
	name  string
	lines func(*Document) []string
}

// sections are the wanted parts of a golden.
var sections = []section{
	{"times", func(d *Document) (out []string) {
		for _, m := range d.Times {
			l := fmt.Sprintf("%s %s", at(d, m.Span), m.When)
			for _, c := range m.Candidates {
				l += " or " + c.TIMEX3()
			}
			out = append(out, l)
		}
		return out
	}},
	{"locations", func(d *Document) (out []string) {
		for _, l := range d.Locations {
			s := fmt.Sprintf("%s (%s)", l.Place.label(), l.Place.Kind)
			if !l.Place.At.IsZero() {
				s += fmt.Sprintf(" %.1f,%.1f", l.Place.At.Lat, l.Place.At.Lon)
			}
			for _, m := range l.Mentions {
				s += " " + at(d, m.Span)
				if m.Metonym {
					s += "*"
				}
			}
			out = append(out, s)
		}
		return out
	}},
	{"actors", func(d *Document) (out []string) {
		for _, a := range d.Actors {
			s := fmt.Sprintf("%s (%s", a.Name, a.Kind)
			if a.Country != "" {
				s += " " + a.Country
			}
			if a.Count > 0 {
				s += fmt.Sprintf(" %d", a.Count)
			}
			s += ")"
			for _, r := range a.Roles {
				s += " [" + strings.TrimSpace(r.Status+" "+r.Text) + "]"
			}
			s += ":"
			for _, m := range a.Mentions {
				s += " " + at(d, m.Span)
			}
			out = append(out, s)
		}
		return out
	}},
	{"statements", func(d *Document) (out []string) {
		for _, s := range d.Statements {
			who := "?"
			if a, ok := d.Actor(s.Actor); ok {
				who = a.Name
			} else if !s.Speaker.IsZero() {
				who = "?" + d.Slice(s.Speaker)
			}
			l := fmt.Sprintf("%s, %s, %q", who, s.Kind, oneLine(d.Slice(s.Cue)))
			if s.Status != StatusOccurred {
				l += ", " + s.Status.String()
			}
			if !s.When.IsZero() {
				l += ", " + dateCode(s.When)
			}
			if s.Parent != 0 {
				l += ", inside another"
			}
			var parts []string
			for _, c := range s.Content {
				parts = append(parts, at(d, c))
			}
			out = append(out, l+": "+strings.Join(parts, " + "))
		}
		return out
	}},
	{"events", func(d *Document) (out []string) {
		for _, e := range d.Events {
			l := strings.TrimSpace(fmt.Sprintf("%s %s", e.Kind, e.Mode)) + ", " + e.Status.String() + ", " + dateCode(e.When)
			if p, ok := d.Location(e.Location); ok {
				l += ", " + p.Place.Name
			}
			for _, p := range e.Participants {
				name := oneLine(d.Slice(p.Span))
				if a, ok := d.Actor(p.Actor); ok {
					name = a.Name
				}
				l += ", " + string(p.Role) + " " + name
			}
			l += ":"
			for _, m := range e.Mentions {
				l += " " + at(d, m)
			}
			out = append(out, l)
		}
		return out
	}},
}

// dateCode is w in the goldens' short form: "2025-08-15", "on or after 2025-08-08".
func dateCode(w When) string {
	lo, hi := w.Earliest(), w.Latest()
	switch s := w.EDTF(); {
	case lo.IsZero() && hi.IsZero():
		if r := w.v.Reference(); r != when.NoReference {
			return w.Phrase()
		}
		if strings.Contains(s, "X") {
			return s // a date with an open part
		}
		return "undated"
	case lo.IsZero():
		return "by " + hi.String()
	case hi.IsZero():
		return "on or after " + lo.String()
	case s == "":
		return lo.String() + "/" + hi.String()
	case strings.HasSuffix(s, "~") && !strings.Contains(s, "/"):
		return "about " + strings.TrimSuffix(s, "~")
	default:
		return s
	}
}

// at is the text of a span, shortened, and where it begins.
func at(d *Document, s Span) string {
	text := oneLine(d.Slice(s))
	if r := []rune(text); len(r) > 60 {
		text = string(r[:28]) + " ... " + string(r[len(r)-28:])
	}
	return fmt.Sprintf("%q@%d", text, s.Start)
}
