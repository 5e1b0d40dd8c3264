package golden

import (
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
		{"known but right now", []string{"a", "b"}, []string{"a", "b"}, []string{"-b"}, nil, []string{"-b"}, []string{"a", "b", "b"}},
		{"repeated line", []string{"a"}, []string{"a", "a"}, nil, []string{"+a"}, nil, []string{"a", "a"}},
	} {
		diff, stale := Compare(c.want, c.got, c.known)
		if d := cmp.Diff(c.diff, diff); d != "" {
			t.Errorf("%s: diff: %s", c.reason, d)
		}
		if d := cmp.Diff(c.stale, stale); d != "" {
			t.Errorf("%s: stale: %s", c.reason, d)
		}
		if d := cmp.Diff(c.next, Update(c.got, c.known)); d != "" {
			t.Errorf("%s: update: %s", c.reason, d)
		}
	}
}
