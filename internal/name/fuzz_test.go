package name

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/token"
)

// check reports what no input may break: names in order, apart, within one
// sentence, and tokens that point to them.
func check(t *testing.T, d *token.Doc) {
	t.Helper()
	end := int32(0)
	for i, e := range d.Ents {
		if e.First < end || e.First >= e.Last || int(e.Last) > len(d.Tokens) || e.Span != d.SpanOf(e.First, e.Last) {
			t.Fatalf("entity %d: %+v", i, e)
		}
		if e.Type < token.PER || e.Type > token.NORP || e.Score == 0 || e.Score > 100 {
			t.Fatalf("entity %d: type %d, score %d", i, e.Type, e.Score)
		}
		if d.Tokens[e.First].Sent != d.Tokens[e.Last-1].Sent {
			t.Fatalf("entity %d goes over a sentence", i)
		}
		end = e.Last
	}
	for i := range d.Tokens {
		if k := d.Tokens[i].Ent; k != token.None && (d.Ents[k].First > int32(i) || d.Ents[k].Last <= int32(i)) {
			t.Fatalf("token %d points to entity %d", i, k)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add(copyText)
	f.Add("")
	f.Add("\"\"\"\" ''")
	f.Add("KYIV, Aug 12 (Reuters) - U.N. chief Jean-Luc O'Brien-al-Masri of the U.S.-based Foo & Bar Co. said \xff")
	f.Add(strings.Repeat("Ä ", 300) + strings.Repeat("A. ", 300))
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<16 {
			return
		}
		d := segment.Segment(s)
		Find(d)
		check(t, d)
		n := len(d.Ents)
		first := append([]token.Entity(nil), d.Ents...)
		Find(d)
		if len(d.Ents) != n {
			t.Fatal("a second run differs")
		}
		for i := range first {
			if first[i] != d.Ents[i] {
				t.Fatal("a second run differs")
			}
		}
	})
}

// A corrupt model or none at all may find nonsense, but must not panic.
func TestCorruptModel(t *testing.T) {
	for _, data := range []string{
		"", "x", modelData[:5], modelData[:bucketsAt/2], modelData[:len(modelData)/2], strings.Repeat("\xff", len(modelData)/4),
	} {
		d := tokens(strings.Split(copyText, "\n")...)
		FindWith(d, data)
		check(t, d)
	}
	for _, data := range []string{"", "\xff", tableData[:9], tableData[:len(tableData)/2], strings.Repeat("\xff", 1000)} {
		_ = lookupIn(data, HashWord("paris")) // must not panic
	}
}

func TestLong(t *testing.T) {
	d := tokens(strings.Split(strings.Repeat(copyText+"\n", 300)+"Paris .", "\n")...)
	Find(d)
	check(t, d)
	d = tokens(strings.Repeat("Paris ", 20000))
	Find(d)
	check(t, d)
}
