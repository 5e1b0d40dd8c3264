package role

import (
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/token"
)

// TestCorpus reads sentences with predicates and arguments that the later
// rooms rely on.
func TestCorpus(t *testing.T) {
	cases := golden.Corpus(t, "roles.txt")
	defer cases.Done(150)
	for _, line := range golden.Lines(golden.Read(t, "testdata/corpus/roles.txt")) {
		text, wanted, ok := strings.Cut(line, " | ")
		if !ok || text[0] == '#' {
			continue
		}
		d := parse(text)
		Find(d)
		check(t, d)
		for _, w := range claims(wanted) {
			plain := strings.TrimPrefix(w, "!")
			wrong := ""
			if holds(t, d, plain) != (plain == w) {
				wrong = show(d)
			}
			cases.Case(text+" | "+w, wrong)
		}
	}
}

// claims cuts "a=b ARG0(a, c)" into its parts.
func claims(s string) (out []string) {
	for f := range strings.FieldsSeq(s) {
		if n := len(out); n > 0 && strings.HasSuffix(out[n-1], ",") {
			out[n-1] += " " + f
		} else {
			out = append(out, f)
		}
	}
	return out
}

// holds reports whether "word=roleset" or "LABEL(word, head)" was found.
func holds(t *testing.T, d *token.Doc, s string) bool {
	t.Helper()
	label, args, ok := strings.Cut(strings.TrimSuffix(s, ")"), "(")
	if !ok {
		form, roleset, told := strings.Cut(s, "=")
		p, ok := d.PredicateAt(word(t, d, form))
		return ok && (!told || d.Roleset(p) == roleset)
	}
	form, head, ok := strings.Cut(args, ", ")
	if !ok || token.ParseLabel(label) == token.NoLabel {
		t.Fatalf("bad claim %q", s)
	}
	h := word(t, d, head)
	p, ok := d.PredicateAt(word(t, d, form))
	if !ok {
		return false
	}
	for _, a := range d.ArgsOf(p) {
		if a.Head == h && a.Label.String() == label {
			return true
		}
	}
	return false
}

// word is the token of that form; "form/2" is its second occurrence.
func word(t *testing.T, d *token.Doc, form string) int32 {
	t.Helper()
	form, nth, _ := strings.Cut(form, "/")
	n, _ := strconv.Atoi(nth)
	for i := range d.Tokens {
		if d.Word(int32(i)) == form {
			if n--; n <= 0 {
				return int32(i)
			}
		}
	}
	t.Fatalf("no token %q in %q", form, d.Text)
	return 0
}

func show(d *token.Doc) string {
	var b strings.Builder
	for i := range d.Preds {
		p := &d.Preds[i]
		b.WriteString(d.Word(p.Token) + "=" + d.Roleset(p))
		for _, a := range d.ArgsOf(p) {
			b.WriteString(" " + a.Label.String() + "(" + d.Word(a.Head) + ")")
		}
		b.WriteString("  ")
	}
	return b.String()
}
