package place

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/golden"
	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/segment"
	"github.com/dateline-go/dateline/internal/tag"
	"github.com/dateline-go/dateline/internal/token"
)

func doc(text string) *token.Doc {
	d := segment.Segment(text)
	tag.Tag(d)
	name.Find(d)
	return d
}

func lines(t *testing.T, file string) []string {
	var out []string
	for _, l := range golden.Lines(golden.Read(t, "testdata/corpus/"+file)) {
		if l[0] != '#' {
			out = append(out, l)
		}
	}
	return out
}

func show(d *token.Doc, ms []Mention) string {
	var b strings.Builder
	for _, m := range ms {
		b.WriteString(d.Str(m.Span) + "=" + m.Kind.String() + " " + m.Country + " " + m.Division + " (" + m.Rule + ") ")
	}
	return b.String()
}

// TestCorpus reads each line of the corpora as an article. Every wanted
// mention must be there, as wanted; others may be.
func TestCorpus(t *testing.T) {
	g := gazetteer.Default()
	for _, c := range []struct {
		file  string
		least int
	}{{"place.txt", 70}, {"place-world.txt", 100}} {
		cases := golden.Corpus(t, c.file)
		defer cases.Done(c.least)
		for _, l := range lines(t, c.file) {
			want, text, _ := strings.Cut(l, " | ")
			d := doc(text)
			ms := Find(d, g, Options{})
			wrong := ""
			for w := range strings.SplitSeq(want, "; ") {
				if !hasMention(d, ms, w) {
					wrong += "want " + w + "\nhave " + show(d, ms) + "\n"
				}
			}
			cases.Case(l, wrong)
		}
	}
}

// hasMention reports whether ms has what a case wants: "Paris=city FR ~".
func hasMention(d *token.Doc, ms []Mention, want string) bool {
	words, what, _ := strings.Cut(want, "=")
	f := strings.Fields(what)
	for _, m := range ms {
		if d.Str(m.Span) != words {
			continue
		}
		ok := m.Resolved && m.Kind.String() == f[0] || f[0] == "open" && !m.Resolved && !m.Venue() || f[0] == "venue" && m.Venue()
		for _, c := range f[1:] {
			switch {
			case c == "~":
				ok = ok && m.Metonym
			case len(c) == 2:
				ok = ok && m.Country == c
			default:
				ok = ok && m.Division == c
			}
		}
		if ok {
			return true
		}
	}
	return false
}

func TestNone(t *testing.T) {
	g := gazetteer.Default()
	cases := golden.Corpus(t, "place_none.txt")
	defer cases.Done(40)
	for _, l := range lines(t, "place_none.txt") {
		wrong := ""
		text, not, _ := strings.Cut(strings.TrimSuffix(l, "]"), " [")
		d := doc(text)
		for _, m := range Find(d, g, Options{}) {
			if not == "all" || d.Str(m.Span) == not {
				wrong += show(d, []Mention{m}) + "\n"
			}
		}
		cases.Case(l, wrong)
	}
}

func TestInvariants(t *testing.T) {
	g := gazetteer.Default()
	for _, text := range append(lines(t, "place.txt"), "", "\"\"\"\"", "Ünïcödé Ärger in Köln", strings.Repeat("Paris, Texas ", 3000)) {
		check(t, doc(text), g)
	}
}

func check(t *testing.T, d *token.Doc, g *gazetteer.Gazetteer) {
	end, venue := int32(0), int32(0)
	for _, m := range Find(d, g, Options{Demonyms: true}) {
		if m.Start < end && !m.Venue() || m.End <= m.Start || int(m.End) > len(d.Text) || m.Score < 0 || m.Score > 1 || m.Rule == "" {
			t.Fatalf("%+v", m)
		}
		if m.Venue() {
			if m.Start < venue || m.Place.Kind != gazetteer.Site {
				t.Fatalf("%+v", m)
			}
			venue = m.End
			continue
		}
		if m.Resolved != (m.Place.Kind != gazetteer.NoKind) || !m.Resolved && (m.Lat != 0 || m.Lon != 0) {
			t.Fatalf("%+v", m)
		}
		end = m.End
	}
}

func TestDemonyms(t *testing.T) {
	d := doc("Russian troops met South Korean diplomats in Geneva.")
	ms := Find(d, gazetteer.Default(), Options{Demonyms: true})
	if len(ms) != 3 || !ms[0].Demonym || ms[0].Country != "RU" || d.Str(ms[1].Span) != "South Korean" || ms[1].Country != "KR" ||
		ms[2].Demonym {
		t.Error(show(d, ms))
	}
}

func TestHome(t *testing.T) {
	g := gazetteer.Default()
	home, _ := g.Best("Rockford", func(e gazetteer.Entry) bool { return e.Division == "US.IL" })
	d := doc("A fire broke out in Belvidere on Friday.")
	ms := Find(d, g, Options{Home: &home})
	if len(ms) != 1 || ms[0].Division != "US.IL" {
		t.Error(show(d, ms))
	}
}

func FuzzFind(f *testing.F) {
	f.Add("KYIV, Aug 12 (Reuters) - Moscow said on Tuesday \"Paris, Texas\".")
	f.Add("Washington, D.C. in\nNew\nYork St. St. St. O'Fallon, Mo., Mass.")
	g := gazetteer.Default()
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			return
		}
		check(t, segment.Segment(strings.ToValidUTF8(text, "?")), g)
	})
}

const article = "ATHENS, Ga. - The mayor of Athens said on Monday that schools in Clarke County would close. Officials in Atlanta and " +
	"Savannah were also worried. Washington sent 300 tents. \"We need help,\" said Jackson Smith of Macon. Troops from Fort Benning near " +
	"Columbus, Ga., are on their way. "

func BenchmarkFind(b *testing.B) {
	g := gazetteer.Default()
	d := doc(strings.Repeat(article+"\n", 8))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d, g, Options{})
	}
}

func BenchmarkFindLong(b *testing.B) {
	g := gazetteer.Default()
	d := doc(strings.Repeat(article+"\n", 800))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d, g, Options{})
	}
}

func TestUserGazetteer(t *testing.T) {
	u, err := gazetteer.ReadCSV(strings.NewReader("name,lat,lon,kind,country,aliases\nParis,33.5,44.1,city,IQ,\n" +
		"Camp Redstone,31.1,-100.2,site,US,Redstone Annex\n"))
	if err != nil {
		t.Fatal(err)
	}
	g := gazetteer.Default().With(u)
	d := doc("Troops moved from Paris to the Redstone Annex near Camp Redstone.")
	ms := Find(d, g, Options{})
	if len(ms) != 3 || ms[0].Country != "IQ" || ms[0].Rule != "user-gazetteer" || ms[1].Place.Name != "Camp Redstone" ||
		ms[2].Kind != gazetteer.Site {
		t.Error(show(d, ms))
	}
}
