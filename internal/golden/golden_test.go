package golden

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRoundTrip(t *testing.T) {
	const in = "why\n-- a --\none\ntwo\r\n-- b --\n-- c --\nx\n"
	a := Parse([]byte(in))
	if got := string(a.Format()); got != in {
		t.Errorf("Format = %q, want %q", got, in)
	}
	if got := a.Get("a"); got != "one\ntwo\r\n" {
		t.Errorf("Get(a) = %q", got)
	}
	a.Set("b", "new")
	a.Set("d", "last\n")
	if got, want := string(a.Format()), "why\n-- a --\none\ntwo\r\n-- b --\nnew\n-- c --\nx\n-- d --\nlast\n"; got != want {
		t.Errorf("after Set: %q, want %q", got, want)
	}
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		reason            string
		want, got, known  []string
		diff, stale, next []string
	}{
		{"equal, order aside", []string{"a", "b"}, []string{"b", "a"}, nil, nil, nil, []string{"b", "a"}},
		{"missing and extra", []string{"a", "b"}, []string{"a", "c"}, nil, []string{"-b", "+c"}, nil, []string{"a", "c"}},
		{"both known", []string{"a", "b"}, []string{"a", "c"}, []string{"-b", "+c"}, nil, nil, []string{"a", "b"}},
		{"known but right now", []string{"a", "b"}, []string{"a", "b"}, []string{"-b"}, nil, []string{"-b"}, []string{"a", "b"}},
		{"one of two known to be missing", []string{"a", "a"}, []string{"a"}, []string{"-a"}, nil, nil, []string{"a", "a"}},
		{"known to be wrong and gone", []string{"a"}, []string{"a"}, []string{"+b"}, nil, []string{"+b"}, []string{"a"}},
		{"repeated line", []string{"a"}, []string{"a", "a"}, nil, []string{"+a"}, nil, []string{"a", "a"}},
	} {
		diff, stale := Compare(c.want, c.got, c.known)
		if d := cmp.Diff(c.diff, diff); d != "" {
			t.Errorf("%s: diff: %s", c.reason, d)
		}
		if d := cmp.Diff(c.stale, stale); d != "" {
			t.Errorf("%s: stale: %s", c.reason, d)
		}
		// What -update writes never excuses what known.txt must give up.
		if _, stale := Compare(Update(c.want, c.got, c.known), c.got, c.known); len(stale) != len(c.stale) {
			t.Errorf("%s: stale after an update: %q, want %q", c.reason, stale, c.stale)
		}
		if d := cmp.Diff(c.next, Update(c.want, c.got, c.known)); d != "" {
			t.Errorf("%s: update: %s", c.reason, d)
		}
	}
}

// A recorder is a test that fails without failing.
type recorder struct {
	testing.TB
	errors []string
}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}

func TestParseKnown(t *testing.T) {
	r := &recorder{TB: t}
	k := parseKnown(r, "# why\n\nx.txt: a b\nx.txt: c\ng events -l 1\ng events +l 2\n")
	want := Known{map[string][]string{"x.txt": {"a b", "c"}}, map[string][]string{"g": {"events -l 1", "events +l 2"}}}
	if d := cmp.Diff(want, k); d != "" || len(r.errors) > 0 {
		t.Errorf("%s%q", d, r.errors)
	}
	for _, bad := range []string{"x.txt: a\nx.txt: a\n", "word\n"} {
		r := &recorder{TB: t}
		if parseKnown(r, bad); len(r.errors) != 1 {
			t.Errorf("%q: %q", bad, r.errors)
		}
	}
}

func TestCases(t *testing.T) {
	type outcome struct{ name, wrong string }
	for _, c := range []struct {
		reason string
		known  []string
		cases  []outcome
		least  int
		want   string // the beginning of the only error, or ""
	}{
		{"all pass", nil, []outcome{{"a", ""}, {"b", ""}}, 2, ""},
		{"a failure that nothing names", nil, []outcome{{"a", "why"}}, 1, "x.txt: a\n\twhy"},
		{"a failure that is known", []string{"a b"}, []outcome{{"a\n  b", "why"}}, 1, ""},
		{"known and right", []string{"a"}, []outcome{{"a", ""}}, 1, "passes now"},
		{"known and not there", []string{"a"}, []outcome{{"b", ""}}, 1, "no such case"},
		{"twice", nil, []outcome{{"a", ""}, {"a", ""}}, 1, "the case stands twice"},
		{"too few", nil, []outcome{{"a", ""}}, 2, "x.txt: 1 cases"},
	} {
		r := &recorder{TB: t}
		run := &Cases{r, "x.txt", c.known, make(map[string]bool)}
		for _, o := range c.cases {
			run.Case(o.name, o.wrong)
		}
		run.Done(c.least)
		switch {
		case c.want == "" && len(r.errors) > 0, c.want != "" && len(r.errors) != 1, c.want != "" && !strings.HasPrefix(r.errors[0], c.want):
			t.Errorf("%s: %q", c.reason, r.errors)
		}
	}
}
